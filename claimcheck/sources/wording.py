"""Words from the network made fit for a terminal, and durations put in words."""

from __future__ import annotations

import re

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?|\x1b[\]PX^_][^\x07\x1b\x9c]{0,2000}(?:\x07|\x1b\\|\x9c)?|\x1b.?"
)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def plain(text: str, limit: int = 300) -> str:
    """``text`` on one line without terminal escapes, control and direction-changing characters, at most ``limit`` long.

    A page title may hold ``ESC ]0;...`` (renames the window), ``ESC [2J`` (clears it) or U+202E (shows the rest
    backwards); a report shows what it says, not what it does.
    """
    text = _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", _ESCAPES.sub(" ", text[: limit * 20])))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def duration(seconds: float) -> str:
    """ "45 seconds", "20 minutes", "24 hours", "3 days"."""
    for size, name, least in ((86_400, "day", 2), (3_600, "hour", 2), (60, "minute", 2)):
        if seconds >= least * size:
            count = round(seconds / size)
            return f"{count} {name}s"
    count = round(seconds)
    return f"{count} second{'' if count == 1 else 's'}"
