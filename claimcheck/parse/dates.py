"""Dates: one grammar for texts and sources, values in EDTF (ISO 8601-2:2019).

``1948``, ``1948-08``, ``1948-08-15``; ``XXXX-09`` (a month whose year the words do not give), ``XXXX-Q3``,
``195X`` (the fifties),
``13XX`` (the 14th century), ``2023-Q3``, ``2022-24`` (winter; 21 spring, 22 summer, 23 autumn), ``1890~`` (about),
``2015/2019`` (a range), ``-0043`` (44 BC, astronomical count). Weekdays and words like "yesterday" are no dates until
:func:`relative` is told when the text was published.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from claimcheck.model import Date, Span
from claimcheck.parse import _dategrammar, _relative
from claimcheck.parse._lex import read

_POINT = re.compile(
    r"(?P<year>-?[0-9X]{4}|[0-9]{2}XX|[0-9]{3}X|-[0-9]{2}XX)(?:-(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?(?P<circa>~?)"
)
# Meteorological seasons of the northern half of the globe; winter ends in the next year.
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_SEASON = re.compile(r"[0-9X]{4}-2[1-4](?![0-9X-])")
_CIRCA = 5
"""How many years "about 1890" reaches to both sides."""

_Day = tuple[int, int, int]
"""Year (astronomical, so that BC compares), month, day."""


def find(text: str, offset: int = 0) -> tuple[Date, ...]:
    """Every date that ``text`` states, in order; ``offset`` is added to the spans.

    Spans hold the words of the date with its range words ("between January and April"), never an "in" or "on".
    """
    return tuple(
        Date(edtf, text[start:end], Span(start + offset, end + offset)) for edtf, start, end in stretches(text)
    )


@lru_cache(maxsize=1)
def stretches(text: str) -> tuple[tuple[str, int, int], ...]:
    """The dates of ``text`` as (EDTF, start, end): what the quantity grammar leaves alone."""
    tokens = read(text)
    return tuple(
        (found.edtf, tokens.start[found.first], tokens.end[found.last - 1]) for found in _dategrammar.dates(tokens)
    )


# -- values -----------------------------------------------------------------------------------------------------------


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day that ``edtf`` may mean; ``None`` without a year, before the year 1, or for no EDTF at all."""
    days = _days(edtf)
    if days is None or not 1 <= days[0][0] <= days[1][0] <= 9999:
        return None
    return date(*days[0]), date(*days[1])


@lru_cache(maxsize=4096)
def _days(edtf: str) -> tuple[_Day, _Day] | None:
    first, slash, last = edtf.partition("/")
    start = _point(first)
    end = _point(last) if slash else start
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _point(edtf: str) -> tuple[_Day, _Day] | None:
    match = _POINT.fullmatch(edtf)
    if match is None or match["year"].startswith("XXXX"):
        return None
    low, high = _years(match["year"])
    if match["circa"]:
        low, high = low - _CIRCA, high + _CIRCA
    if match["quarter"]:
        month = 3 * int(match["quarter"]) - 2
        return (low, month, 1), (high, month + 2, _last_day(high, month + 2))
    if match["month"] is None:
        return (low, 1, 1), (high, 12, 31)
    month = int(match["month"])
    if month in _SEASONS:
        begin = _SEASONS[month]
        end_year, end_month = (high + 1, 2) if begin == 12 else (high, begin + 2)
        return (low, begin, 1), (end_year, end_month, _last_day(end_year, end_month))
    if not 1 <= month <= 12:
        return None
    if match["day"] is None:
        return (low, month, 1), (high, month, _last_day(high, month))
    day = int(match["day"])
    return ((low, month, day), (high, month, day)) if 1 <= day <= _last_day(high, month) else None


def _years(digits: str) -> tuple[int, int]:
    """First and last year of "195X", "13XX", "1948", "-02XX"."""
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("-")
    ends = sign * int(digits.replace("X", "0")), sign * int(digits.replace("X", "9"))
    return min(ends), max(ends)


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1] if 1 <= year <= 9999 else monthrange(2000 + year % 400, month)[1]


def compare(claim: str, source: str) -> bool | None:
    """Whether two dates in EDTF can be the date of one event.

    ``True`` when one contains the other: "August 1783" and "9 August 1783", either way round. ``False`` when they
    share no day. ``None`` when they overlap only in part, or have nothing known in common: a year that the words leave
    open never differs, so "in September" agrees with "September 2023", and "in September" against "2023" says nothing.
    """
    ours, theirs = _days(claim), _days(source)
    if ours is not None and theirs is not None:
        if ours[1] < theirs[0] or theirs[1] < ours[0]:
            # Winter 2022 may be its January, and half the globe has its summer then.
            fuzzy = _SEASON.search(claim) or _SEASON.search(source)
            return None if fuzzy and abs(ours[0][0] - theirs[0][0]) <= 1 else False
        contained = (ours[0] <= theirs[0] and theirs[1] <= ours[1]) or (theirs[0] <= ours[0] and ours[1] <= theirs[1])
        return True if contained else None
    left, right = _calendar_days(claim), _calendar_days(source)
    if left is None or right is None:
        return None
    if left.isdisjoint(right):
        return False
    return True if left <= right or right <= left else None


_OPEN = re.compile(r"XXXX-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?)")


@lru_cache(maxsize=4096)
def _calendar_days(edtf: str) -> frozenset[tuple[int, int]] | None:
    """Days of the year, whichever year it is; ``None`` for a whole year or more, which tells no day from another."""
    days = _days(edtf)
    if days is not None:
        first, last = days
        if (
            last[0] - first[0] > 1
            or (last[0] > first[0] and last[1:] >= first[1:])
            or (first[1:], last[1:]) == ((1, 1), (12, 31))
        ):
            return None
        return _round_the_year(first[1:], last[1:])
    ends = [_OPEN.fullmatch(part) for part in edtf.split("/")]
    if not 1 <= len(ends) <= 2 or None in ends:
        return None
    first_match, last_match = ends[0], ends[-1]
    if first_match is None or last_match is None:
        return None
    month = 3 * int(first_match[1]) - 2 if first_match[1] else int(first_match[2])
    last_month = 3 * int(last_match[1]) if last_match[1] else int(last_match[2])
    if not (1 <= month <= 12 and 1 <= last_month <= 12):
        return None
    start = (month, int(first_match[3] or 1))
    end = (last_month, int(last_match[3]) if last_match[3] else _last_day(2000, last_month))
    return _round_the_year(start, end)


def _round_the_year(first: tuple[int, int], last: tuple[int, int]) -> frozenset[tuple[int, int]]:
    year = [(month, day) for month in range(1, 13) for day in range(1, _last_day(2000, month) + 1)]
    if first <= last:
        return frozenset(day for day in year if first <= day <= last)
    return frozenset(day for day in year if day >= first or day <= last)


def relative(text: str, published: str, offset: int = 0) -> tuple[Date, ...]:
    """Dates that hang on the day of publication: "yesterday", "last year", "on Monday", "two weeks ago", "in March".

    ``published`` is an ISO 8601 calendar date, a time after it is ignored; anything less precise resolves nothing.
    A weekday or a month without year is the latest one not after publication, or the next one where the clause looks
    ahead ("will vote on Monday"). ``offset`` is added to the spans.
    """
    ends = bounds(published[:10])
    if ends is None or ends[0] != ends[1]:
        return ()
    tokens = read(text)
    return tuple(
        Date(edtf, text[start:end], Span(start + offset, end + offset))
        for edtf, first, last in _relative.resolve(tokens, ends[0])
        for start, end in ((tokens.start[first], tokens.end[last - 1]),)
    )
