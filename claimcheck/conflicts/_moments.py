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
    first, second = dates.bounds(a), dates.bounds(b)
    if first is None or second is None or ours or theirs:
        return dates.compare(a, b)
    if first[1] < second[0] or second[1] < first[0]:
        return False
    inside = (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])
    return True if inside else None
