"""Reports: a finished audit rendered, one file a format.

A format is a module with ``render(audit) -> str``; one that draws on a terminal also has ``show(audit, *, color)``, and
one that leaves something where its readers look for it has ``publish(audit, environment)``. Equal audits
give equal bytes.
"""
