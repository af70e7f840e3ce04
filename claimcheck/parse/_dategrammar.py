"""The date grammar: from tokens to EDTF, one reading at a place, the longest first."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.parse import _calendar as calendar
from claimcheck.parse._dateparts import (
    DAYS_IN,
    Found,
    calendar_date,
    compose,
    counts_something,
    day_at,
    digits_follow,
    early_year_after,
    full_year,
    measured,
    month_at,
    number_at,
    stands_free,
    year_after,
    year_at,
)
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_plural_noun
from claimcheck.parse._periods import OPENERS, century_at, foreign_quarter, numbered_part, part_of_year
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse._years import year_first


def dates(t: Tokens) -> Iterator[Found]:
    """Every date of ``t``, in order and without overlaps."""
    done = 0
    for index, (word, digit) in enumerate(zip(t.lower, t.digit, strict=True)):
        if index >= done and (digit or word in _STARTS) and (found := _point(t, index)):
            whole = _extend(t, found)
            yield whole
            done = whole.last


def covered_numbers(t: Tokens) -> frozenset[int]:
    """Indexes of tokens that are numeric dates of ambiguous order ("03/04/2024"): no date, and no amount either."""
    return frozenset(
        token
        for index, digit in enumerate(t.digit)
        if digit and (end := _numeric_end(t, index))
        for token in range(index, end)
    )


def _point(t: Tokens, i: int) -> Found | None:
    """The longest date that begins at token ``i``."""
    word = t.lower[i]
    if t.is_number(i):
        return _from_number(t, i)
    if word in calendar.MONTHS or (
        word.endswith("'s") and t.text[i][0].isupper() and word[:-2] in calendar.PLAIN_MONTHS
    ):
        return _from_month(t, i)
    if word in OPENERS:
        return OPENERS[word](t, i)
    if word in calendar.ORDINALS:
        return _from_ordinal(t, i)
    return None


def _from_month(t: Tokens, i: int) -> Found | None:
    got = month_at(t, i)
    if got is None:
        return None
    month, after = got
    word, capital = t.lower[i].removesuffix("'s"), t.text[i][:1].isupper()
    english = word in calendar.ENGLISH_MONTHS or word in calendar.SHORT_MONTHS
    if not capital and word in {"may", "march", "mar", "jan", "dec", "sept", "sep", "mars", "mart", "juni", "juli"}:
        year = year_at(t, after) if t.glued(after) else None
        if year:
            return calendar_date(year, month, None, i, after + 1)  # "sept2021"
        alone = word in _PLAIN_SHORT and _may_be_month(t, i) and not t.is_number(after)
        return calendar_date(None, month, None, i, after) if alone else None
    start = after + 1 if t.lower[after] == "the" else after  # "June the 6th"
    if day_got := day_at(t, start):
        day, after_day = day_got
        if (
            day <= DAYS_IN[month - 1]
            and stands_free(t, start)
            and not (t.text[after_day] in {":", "%", "/"} and t.glued(after_day))
            and not (counts_something(t, start, after_day) and t.lower[i - 1] == "in")
            and (english or t.lower[start] != "mars")
        ):
            if days := _more_days(t, i, month, day, after_day):
                return days
            if year_got := year_after(t, after_day):
                return calendar_date(year_got[0], month, day, i, year_got[1])
            return calendar_date(None, month, day, i, after_day)
    # "July Fourth", never "In May first reports came": a month's day is written with a capital there.
    spelt = t.lower[start] in calendar.ORDINALS and english and capital and start == after
    if spelt and t.text[start][:1].isupper() and t.text[start + 1] != "-":
        return calendar_date(None, month, calendar.ORDINALS[t.lower[start]], i, start + 1)
    if (year_got := year_after(t, after)) and (capital or english or t.is_number(i - 1)):
        return calendar_date(year_got[0], month, None, i, year_got[1])
    if t.text[after] == "'" and t.is_number(after + 1) and len(t.text[after + 1]) == 2 and t.glued(after + 1):
        return calendar_date(full_year(int(t.text[after + 1])), month, None, i, after + 2)  # "Sept '39"
    if t.text[after] == "-" and t.glued(after) and t.glued(after + 1) and (year := year_at(t, after + 1)) and english:
        return calendar_date(year, month, None, i, after + 2)  # "Jan-2024"
    if t.text[after] in {"-", "/"} and t.text[i][:1].isupper() and english and (second := month_at(t, after + 1)):
        year_got = year_after(t, second[1])
        if second[0] > month and t.text[after + 1][:1].isupper():
            year, last = year_got or (None, second[1])  # "Jan-Mar 2024"
            return Found(f"{compose(year, month, None)}/{compose(year, second[0], None)}", i, last, year, second[0])
    if not english or not _may_be_month(t, i):
        return None
    return calendar_date(None, month, None, i, after)


def _more_days(t: Tokens, i: int, month: int, day: int, after: int) -> Found | None:
    """ "November 12-14, 2023", "June 9 to 12"; of "May 3 and 4" the first day, the second is read on its own turn."""
    joint = t.lower[after]
    if joint not in {"-", "to", "through", "and", "&"}:
        return None
    second = day_at(t, after + 1)
    if second is None or not day < second[0] <= DAYS_IN[month - 1] or not stands_free(t, after + 1):
        return None
    if t.lower[second[1]] in calendar.MONTHS or counts_something(t, after + 1, second[1]) or measured(t, second[1]):
        return None
    if t.text[second[1]] in {":", "%", "/", "-"} and t.glued(second[1]):
        return None
    year, last = year_after(t, second[1]) or (None, second[1])
    if joint in {"and", "&"} and t.lower[i - 1] != "between" and second[0] != day + 1:
        return None  # one value for two days loses nothing only where they follow each other
    edtf = f"{compose(year, month, day)}/{compose(year, month, second[0])}"
    return Found(edtf, i, last, year, month, second[0])


def _may_be_month(t: Tokens, i: int) -> bool:
    """Whether a month name without day or year is meant as one: "in March"; no "may", no "the march on Rome"."""
    word, before = t.lower[i].removesuffix("'s"), t.lower[i - 1] if i else ""
    if before == "-" and i > 1 and t.glued(i):
        before = t.lower[i - 2] if t.glued(i - 1) else ""
    if not t.text[i][:1].isupper():
        plain = word in calendar.PLAIN_MONTHS or (word in _PLAIN_SHORT and before in {"in", "since", "last", "until"})
        return plain and before in calendar.MONTH_BEFORE
    if word in calendar.PLAIN_MONTHS:
        # "Black September" and "Red October" are names.
        return not (
            t.is_name(i - 1) and t.is_word(i - 1) and before not in _DAY_NAMES and before not in calendar.SEASONS
        )
    if before in calendar.MONTH_BEFORE:
        return not (
            t.is_name(i + 1) and word in {"may", "april", "june", "august"} and before in {"by", "to", "of", "from"}
        )
    return (
        word in calendar.SHORT_MONTHS
        and word not in {"mar", "may", "jun", "jan", "dec", "sep"}
        and t.text[i + 1] == "."
    )


_PLAIN_SHORT = frozenset({"jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec"})
_DAY_NAMES = wordlist("monday tuesday wednesday thursday friday saturday sunday")


def _from_number(t: Tokens, i: int) -> Found | None:
    if found := foreign_quarter(t, i):
        return found
    if t.lower[i + 1] in {"q", "h"} and (found := numbered_part(t, i)):
        return found
    if t.glued(i) and ((t.text[i - 1] in "-+" and t.is_number(i - 2)) or t.text[i - 1] in "$£€¥₩₹"):
        return None
    if found := _numeric(t, i):
        return found
    if found := _day_first(t, i):
        return found
    if found := century_at(t, i):
        return found
    return year_first(t, i)


def _numeric_end(t: Tokens, i: int) -> int | None:
    """The token after three numbers that one sign glues together ("03/04/2024", "2024-11-25"), or ``None``."""
    sign = t.text[i + 1]
    if sign not in {"/", "-", "."} or t.text[i + 3] != sign:
        return None
    if not (t.is_number(i + 2) and t.is_number(i + 4)) or not all(t.glued(i + step) for step in (1, 2, 3, 4)):
        return None
    lengths = (len(t.text[i]), len(t.text[i + 2]), len(t.text[i + 4]))
    if lengths[0] == 4 and lengths[1] <= 2 and lengths[2] <= 2 and 1000 <= int(t.text[i]) <= 2199:
        return i + 5
    if lengths[2] in (2, 4) and lengths[0] <= 2 and lengths[1] <= 2 and (lengths[2] == 4 or sign != "-"):
        return i + 5
    return None


def _numeric(t: Tokens, i: int) -> Found | None:
    end = _numeric_end(t, i)
    if end is None:
        return _month_and_year(t, i)
    sign = t.text[i + 1]
    a, b, c = (int(t.text[i + step]) for step in (0, 2, 4))
    if len(t.text[i]) == 4:
        year, month, day = a, b, c
    else:
        if sign == "." and len(t.text[i + 4]) == 2 and not _dates_dotted(t, i):
            return None
        year = c if len(t.text[i + 4]) == 4 else full_year(c)
        if sign == "." or a > 12 or a == b:
            month, day = b, a
        elif b > 12:
            month, day = a, b
        else:
            return None  # 03/04/2024 is two days, one on each side of the Atlantic
    if not (1 <= month <= 12 and 1 <= day <= DAYS_IN[month - 1] and 1000 <= year <= 2199):
        return None
    return calendar_date(year, month, day, i, end)


_DATING = wordlist("on of dated date from since until till by am vom den dem seit bis le du il del")


def _dates_dotted(t: Tokens, i: int) -> bool:
    """Whether "3.6.15" is a day and not an edition: padded as "03.06.15" is, or behind a word that dates."""
    return (len(t.text[i]) == 2 and len(t.text[i + 2]) == 2) or (t.lower[i - 1] in _DATING and not t.glued(i))


def _month_and_year(t: Tokens, i: int) -> Found | None:
    """ "05/2021"."""
    month = number_at(t, i, 1, 12, (2,))
    if month is None or t.text[i + 1] != "/" or not digits_follow(t, i + 1) or not t.glued(i + 1):
        return None
    year = number_at(t, i + 2, 1900, 2199, (4,))
    if year is None or (t.glued(i + 3) and t.text[i + 3] in "/-%") or (t.glued(i) and t.text[i - 1] != "("):
        return None
    return calendar_date(year, month, None, i, i + 3)


def _day_first(t: Tokens, i: int) -> Found | None:
    """ "12 November 2024", "the 3rd-5th July 2018", "12, 13 and 14 May", "12th of November"."""
    got = day_at(t, i)
    if got is None or not stands_free(t, i):
        return None
    day, after = got
    if found := _days_before_month(t, i, day, after):
        return found
    month_got = _month_after_day(t, after)
    if month_got is None or day > DAYS_IN[month_got[0] - 1]:
        return None
    month, j = month_got
    if t.text[j] == "-" and t.glued(j) and t.text[after] == "-" and (year := year_at(t, j + 1)):
        return calendar_date(year, month, day, i, j + 2)  # "12-Nov-2023"
    if year_got := year_after(t, j) or early_year_after(t, j):
        return calendar_date(year_got[0], month, day, i, year_got[1])
    return calendar_date(None, month, day, i, j)


_LISTED_DAYS = 8
"""How many days a list before one month is followed: "12, 13 and 14 May"."""


def _days_before_month(t: Tokens, i: int, day: int, after: int) -> Found | None:
    """ "3rd-5th July 2018" as one range; the first day of "12, 13 and 14 May", whose others are read on their turn."""
    joint = t.lower[after]
    if joint not in {"-", "to", "/", "and", "&", "or", ","} or (second := day_at(t, after + 1)) is None:
        return None
    last_day, j = second
    if joint == ",":
        for _ in range(_LISTED_DAYS):
            if t.lower[j] not in {",", "and", "&", "or"} or (further := day_at(t, j + 1)) is None:
                break
            last_day, j = further
    month_got = _month_after_day(t, j)
    if month_got is None or not day < last_day <= DAYS_IN[month_got[0] - 1]:
        return None
    month, j = month_got
    year, j = year_after(t, j) or (None, j)
    between = t.lower[i - 1] == "between"
    if joint in {"-", "/", "to"} or (joint == "and" and between):
        edtf = f"{compose(year, month, day)}/{compose(year, month, last_day)}"
        return Found(edtf, i - 1 if between else i, j, year, month, last_day)
    return calendar_date(year, month, day, i, after)


def _month_after_day(t: Tokens, j: int) -> tuple[int, int] | None:
    """A month right after a day: "12 Nov.", "12-Nov", "12th day of November", "12 de mayo"; "12 may" is no date."""
    if t.lower[j] == "day" and t.lower[j + 1] == "of" and not t.glued(j):
        j += 1
    if t.lower[j] in {"of", "de", "-", "."} and (t.lower[j] != "-" or t.glued(j)):
        j += 1
    if t.lower[j] == "march" and t.lower[j - 1] in calendar.ORDINAL_ENDINGS and t.glued(j - 1):
        return month_at(t, j)
    if t.lower[j] in {"may", "march", "mar", "dec", "jan", "sep", "mars"} and t.text[j].islower():
        # "12 may die" is no date; "12 may 2019" is.
        return month_at(t, j) if year_at(t, j + 1) is not None else None
    return month_at(t, j)


def _from_ordinal(t: Tokens, i: int) -> Found | None:
    """ "the nineteenth century", "the fifth of November", "the fourth quarter of 2022", "the first half of 2024"."""
    if found := century_at(t, i):
        return found
    if found := part_of_year(t, i):
        return found
    if t.lower[i + 1] == "of" and t.lower[i + 2] in calendar.ENGLISH_MONTHS and t.text[i + 2][:1].isupper():
        month, after = calendar.ENGLISH_MONTHS[t.lower[i + 2]], i + 3
        year_got = year_after(t, after)
        return calendar_date(year_got[0] if year_got else None, month, calendar.ORDINALS[t.lower[i]], i,
                              year_got[1] if year_got else after)  # fmt: skip
    return None


_STARTS = (
    frozenset(calendar.MONTHS)
    | {f"{month}'s" for month in calendar.PLAIN_MONTHS}
    | set(OPENERS)
    | set(calendar.ORDINALS)
)


def _extend(t: Tokens, found: Found) -> Found:
    """``found``, or the range that it opens: "between January and April", "from 12 May to 3 June 2019"."""
    if "/" in found.edtf:
        return found
    opener = t.lower[found.first - 1] if found.first else ""
    if opener == "the" and found.first > 1:
        opener = t.lower[found.first - 2]
    joint = t.lower[found.last]
    if joint == "-" and not _digits_or_dates_follow(t, found.last + 1):
        return found
    if not (joint in {"-", "to", "until", "till", "through", "thru"} or (joint == "and" and opener == "between")):
        return found
    start = found.last + 1
    for _ in range(3):
        start += t.lower[start] in {"the", "early", "late", "mid"}
    other = _point(t, start)
    if other is None and joint == "and":
        other = _loose_year(t, start) or _loose_month(t, start)
    if other is None and joint == "to" and opener == "from":
        other = _loose_year(t, start)
    if other is None or "/" in other.edtf or other.edtf.endswith("~"):
        return found
    if t.lower[found.first - 1] == "the" and joint == "and" and is_plural_noun(t.lower[other.last]):
        return found  # "between the 1994 and 1999 contests"
    if joint in {"to", "until", "till", "through"} and not _same_grain(found, other):
        return found
    left = found
    if found.year is None and other.year is not None and found.month is not None and other.month is not None:
        crosses = (found.month, found.day or 0) > (other.month, other.day or 0)
        year = other.year - 1 if crosses else other.year
        left = calendar_date(year, found.month, found.day, found.first, found.last)
    right = other
    borrows = other.year is None and found.year is not None and other.month is not None and found.month is not None
    if borrows and (found.month or 0, found.day or 0) <= (other.month or 0, other.day or 0):
        right = calendar_date(found.year, other.month, other.day, other.first, other.last)
    if left.year is not None and right.year is not None and left.edtf[:4].isdecimal() and left.year > right.year:
        return found
    if left.edtf.endswith("~"):
        return found
    first = found.first
    if opener in {"between", "from"}:
        first = first - 1 if t.lower[first - 1] == opener else first - 2
    return Found(f"{left.edtf}/{right.edtf}", first, right.last, right.year, right.month, right.day)


def _digits_or_dates_follow(t: Tokens, i: int) -> bool:
    return t.is_number(i) or t.lower[i] in calendar.MONTHS


def _loose_year(t: Tokens, i: int) -> Found | None:
    year = year_at(t, i)
    return Found(f"{year:04d}", i, i + 1, year) if year is not None and not measured(t, i + 1) else None


def _loose_month(t: Tokens, i: int) -> Found | None:
    """A month after "between January and": the "and" settles what a lone "April" would leave open."""
    month = calendar.ENGLISH_MONTHS.get(t.lower[i])
    return calendar_date(None, month, None, i, i + 1) if month and t.text[i][0].isupper() else None


def _same_grain(a: Found, b: Found) -> bool:
    """Whether two ends of a range are told in like terms; "in 2019 to March" is no range."""
    return (a.month is None) == (b.month is None)
