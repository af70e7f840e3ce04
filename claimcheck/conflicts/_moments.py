"""Two dates held against each other: can they be the date of one event?"""

from __future__ import annotations

import re

from claimcheck.parse import dates

_SEASON = re.compile(r"(\d{4})-(2[1-4])")


def agree(a: str, b: str) -> bool | None:
    """True when one contains the other, False when they share no day, ``None`` when nothing can be told.

    Spring and autumn of one year differ whatever the half of the globe; summer 1990 and January 1991 may not.
    """
    ours, theirs = _SEASON.fullmatch(a), _SEASON.fullmatch(b)
    if ours and theirs:
        return a == b if ours[1] == theirs[1] else False
    return dates.compare(a, b)
