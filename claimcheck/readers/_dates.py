"""The calendar date in a stamp that a page or a byline carries; running text is the business of ``parse``."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = "|".join(_MONTHS)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_MONTH_FIRST = re.compile(rf"\b({_NAMES})[a-z]{{0,6}}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?({_NAMES})[a-z]{{0,6}}\.?,?\s+(?:de\s+)?(\d{{4}})\b", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_PARTIAL = re.compile(r"\s*(\d{4})(?:[-/](\d{1,2}))?\s*$")


def iso_date(stamp: str | None) -> str | None:
    """ISO 8601 calendar date of ``stamp`` as written there (no shift of time zone); "2024-11" or "2024" if that is all.

    ``None`` for no date, an impossible one, and an ambiguous one (03/04/2024).
    """
    if not stamp:
        return None
    head = stamp[:200]
    if match := _YEAR_FIRST.search(head):
        parts = [part for part in match.groups() if part]
        return _valid(*map(int, parts))
    if match := _MONTH_FIRST.search(head):
        return _valid(int(match[3]), _MONTHS.index(match[1].lower()) + 1, int(match[2]))
    if match := _DAY_FIRST.search(head):
        return _valid(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    if match := _EASTERN.search(head):
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTTED.search(head):
        return _valid(int(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHED.search(head):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first == second or second > 12:
            return _valid(year, first, second)
        return _valid(year, second, first) if first > 12 else None
    if match := _PARTIAL.match(head):
        if match[2] is None:
            return match[1] if _EARLIEST <= int(match[1]) <= _LATEST else None
        return f"{match[1]}-{int(match[2]):02d}" if 1 <= int(match[2]) <= 12 else None
    return None


_EARLIEST, _LATEST = 1400, 2200
"""Years of a page. A field that nobody filled in says 0001-01-01, and the next one may know better."""


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
