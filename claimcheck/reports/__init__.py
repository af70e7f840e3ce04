"""Reports: a finished audit rendered, one file a format.

A format is a module with ``render(audit) -> str``; one that draws on a terminal also has ``show(audit, *, color)``.
"""
