"""Dates that hang on the day of publication, as EDTF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.parse import _dategrammar
from claimcheck.parse._calendar import SEASONS
from claimcheck.parse._dateparts import Found
from claimcheck.parse._lex import Tokens
from claimcheck.parse._numbers import SMALL
from claimcheck.parse._wordlist import wordlist

_WEEKDAYS = {
    name: index
    for index, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": -1,
}  # fmt: skip
_PERIODS = frozenset({"year", "month", "week", "quarter", "weekend", "decade", "century"})
_AHEAD = wordlist(
    """
    will would shall due expected expects plans planned plan going next upcoming scheduled until by set
    """
)
_BACK = frozenset({"last", "previous", "past"})
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "month": 0, "months": 0, "year": 0, "years": 0}

_Resolved = tuple[str, int, int]


def resolve(t: Tokens, published: date) -> Iterator[_Resolved]:
    """(EDTF, first token, token after) of each relative date of ``t``, in order."""
    open_dates = {found.first: found for found in _dategrammar.dates(t) if found.edtf.startswith("XXXX")}
    taken: set[int] = set()
    for found in _dategrammar.dates(t):
        if not found.edtf.startswith("XXXX"):
            taken.update(range(found.first, found.last))
    done = 0
    for i in range(t.size):
        if i < done or i in taken:
            continue
        resolved = _with_year(t, open_dates[i], published) if i in open_dates else _at(t, i, published)
        if resolved is not None:
            yield resolved
            done = resolved[2]


def _at(t: Tokens, i: int, published: date) -> _Resolved | None:
    word = t.lower[i]
    if word in _DAYS:
        return _day(published + timedelta(_DAYS[word])), i, i + 1
    if word in _WEEKDAYS and t.text[i][0].isupper():
        return _weekday(t, i, published)
    if word in {"this", "last", "next", "past", "previous"}:
        return _period(t, i, published)
    if word == "ago":
        return _ago(t, i, published)
    return None


def _day(value: date) -> str:
    return value.isoformat()


def _looks_ahead(t: Tokens, i: int) -> bool:
    """Whether the clause before token ``i`` speaks of what is to come."""
    for step in range(i - 1, max(-1, i - 14), -1):
        if t.text[step] in {".", ";", "!", "?", ","}:
            return False
        if t.lower[step] in _AHEAD:
            return True
    return False


def _weekday(t: Tokens, i: int, published: date) -> _Resolved:
    before = t.lower[i - 1] if i else ""
    first = i - 1 if before in {"last", "next", "this"} else i
    back = (published.weekday() - _WEEKDAYS[t.lower[i]]) % 7
    if before == "next" or (before != "last" and _looks_ahead(t, i)):
        return _day(published + timedelta(7 - back if back else 7)), first, i + 1
    if before == "last" and back == 0:
        back = 7
    return _day(published - timedelta(back)), first, i + 1


def _period(t: Tokens, i: int, published: date) -> _Resolved | None:
    """ "last year", "this week", "next month", "last winter", "this morning"."""
    word, what = t.lower[i], t.lower[i + 1].removesuffix("'s")
    step = 0 if word == "this" else 1 if word == "next" else -1
    if word == "past":
        return None  # "the past year" is the twelve months up to now
    first = i - 1 if t.lower[i - 1] in {"earlier", "later", "early", "late"} and i else i
    if step == 0 and what in {"morning", "afternoon", "evening"}:
        return _day(published), i, i + 2
    if word == "last" and what == "night":
        return _day(published - timedelta(1)), i, i + 2
    if what in SEASONS:
        return _season(what, step, published), first, i + 2
    if what not in _PERIODS:
        return None
    match what:
        case "year":
            return f"{published.year + step:04d}", first, i + 2
        case "decade":
            return f"{(published.year + 10 * step) // 10:03d}X", first, i + 2
        case "century":
            return f"{published.year // 100 + step:02d}XX", first, i + 2
        case "month":
            return _month(published, step), first, i + 2
        case "quarter":
            quarter = published.year * 4 + (published.month - 1) // 3 + step
            return f"{quarter // 4:04d}-Q{quarter % 4 + 1}", first, i + 2
    monday = published - timedelta(published.weekday()) + timedelta(7 * step)
    begin = monday + timedelta(5) if what == "weekend" else monday
    return f"{_day(begin)}/{_day(monday + timedelta(6))}", first, i + 2


def _month(published: date, step: int) -> str:
    months = published.year * 12 + published.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _season(name: str, step: int, published: date) -> str:
    """The latest season of that name that has begun; "last" goes back one more while it still runs."""
    number = SEASONS[name]
    begins = 3 * (number - 20)
    year = published.year
    if (published.month, published.day) < (begins, 1):
        year -= 1
    running = (published.year - year) * 12 + published.month - begins < 3
    if step == 1:
        year += 1
    elif step == 0:
        year = published.year if number != 24 or published.month > 2 else published.year - 1
    elif running:
        year -= 1
    return f"{year:04d}-{number}"


def _ago(t: Tokens, i: int, published: date) -> _Resolved | None:
    """ "three days ago", "a year ago", "two months ago"."""
    unit = t.lower[i - 1]
    if unit not in _SPANS or i < 2:
        return None
    count: int | None
    if t.is_number(i - 2) and len(t.text[i - 2]) <= 4 and not t.glued(i - 2):
        count = int(t.text[i - 2])
    else:
        count = 1 if t.lower[i - 2] in {"a", "an"} else SMALL.get(t.lower[i - 2])
    if count is None or t.lower[i - 3] in {"about", "around", "some", "over", "nearly", "almost", "than", "and"}:
        return None
    if unit.startswith("year"):
        return (f"{published.year - count:04d}", i - 2, i + 1) if count < published.year else None
    if unit.startswith("month"):
        return (_month(published, -count), i - 2, i + 1) if count < 12 * published.year - 12 else None
    try:
        then = published - timedelta(count * _SPANS[unit])
    except OverflowError:
        return None
    if unit.startswith("day"):
        return _day(then), i - 2, i + 1
    monday = then - timedelta(then.weekday())
    return f"{_day(monday)}/{_day(monday + timedelta(6))}", i - 2, i + 1


def _with_year(t: Tokens, found: Found, published: date) -> _Resolved | None:
    """A month or day without year, in the year that the day of publication suggests."""
    if "/" in found.edtf:
        return None
    before = t.lower[found.first - 1] if found.first else ""
    if found.edtf[5] == "Q":
        return _quarter(t, found, published)
    parts = [int(part) for part in found.edtf.split("-")[1:]]
    here = [published.month, published.day][: len(parts)]
    year = published.year
    if before in {"each", "every"}:
        return None
    if before == "next" or (before not in _BACK and _looks_ahead(t, found.first)):
        year += parts < here if before != "next" else parts <= here
    else:
        year -= parts > here if before not in _BACK else parts >= here
    first = found.first - 1 if before in {"last", "next", "this"} else found.first
    return f"{year:04d}{found.edtf[4:]}", first, found.last


def _quarter(t: Tokens, found: Found, published: date) -> _Resolved:
    """ "the third quarter": the latest that had begun, or the next one where the clause looks ahead."""
    number, now = int(found.edtf[6]), (published.month - 1) // 3 + 1
    year = published.year - (number > now)
    if _looks_ahead(t, found.first) and number < now:
        year = published.year + 1
    return f"{year:04d}-Q{number}", found.first, found.last
