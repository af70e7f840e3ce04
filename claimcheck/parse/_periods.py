"""Centuries, quarters, halves, seasons, fiscal years, decades in words, "circa" and the feasts that fix a day."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.parse import _calendar as calendar
from claimcheck.parse._dateparts import (
    Found,
    calendar_date,
    counts_something,
    era_after,
    full_year,
    measured,
    number_at,
    year_after,
    year_at,
)
from claimcheck.parse._lex import Tokens
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse._years import counts_of_many, year_first


def century_at(t: Tokens, i: int) -> Found | None:
    """The "14th century", also as the first of "19th and 20th centuries"."""
    j = i
    if t.is_number(i):
        if not (t.glued(i + 1) and t.lower[i + 1] in calendar.ORDINAL_ENDINGS and len(t.text[i]) <= 2):
            return None
        ordinal, j = int(t.text[i]), i + 2
    elif t.lower[i] in calendar.ORDINALS:
        ordinal, j = calendar.ORDINALS[t.lower[i]], i + 1
    elif t.lower[i] == "twenty" and t.text[i + 1] == "-" and t.lower[i + 2] == "first":
        ordinal, j = 21, i + 3
    else:
        return None
    after = j
    if t.text[after] == "-" and t.glued(after):
        after += 1
    if t.lower[after] in {"and", "to", "or", "-"} or (t.text[after] == "," and t.is_number(after + 1)):
        k = after + 1
        while t.lower[k] in {"early", "late", "mid", "-", "the"}:
            k += 1
        named = t.is_number(k) or t.lower[k] in calendar.ORDINALS
        k = k + 2 if t.is_number(k) and t.lower[k + 1] in calendar.ORDINAL_ENDINGS else k + 1
        if t.text[k] == "-":
            k += 1
        if t.lower[k] in {"centuries", "century", "cent"} and named:
            return _century_of(t, ordinal, i, j, k + 1)
    if t.lower[after] not in {"century", "centuries", "cent"}:
        return None
    if t.text[after] == "Century" and t.text[after + 1][:1].isupper() and not t.begins_sentence(after + 1):
        return None  # 20th Century Fox
    return _century_of(t, ordinal, i, after + 1, after + 1)


def _century_of(t: Tokens, ordinal: int, first: int, last: int, era_at: int) -> Found | None:
    era = era_after(t, era_at)
    if not 1 <= ordinal <= 22:
        return None
    if t.lower[first - 1] in {"early", "late", "mid"}:
        first -= 1
    if era and era[0] == "bc":
        return Found(f"-{ordinal - 1:02d}XX", first, era[1] if last == era_at else last)
    return Found(f"{ordinal - 1:02d}XX", first, era[1] if era and last == era_at else last, (ordinal - 1) * 100)


def part_of_year(t: Tokens, i: int) -> Found | None:
    """ "fourth quarter of 2022", "first half of 2024", "second half 2023"."""
    number = calendar.QUARTERS.get(t.lower[i])
    part = t.lower[i + 1]
    if number is None or part not in {"quarter", "half"}:
        return None
    after = i + 3 if t.lower[i + 2] in {"of", "in"} else i + 2
    if t.lower[after] == "fiscal":
        after += 2 if t.lower[after + 1] == "year" else 1
    year = year_at(t, after)
    if year is None:
        alone = part == "quarter" and t.lower[i + 2] not in _WHOLES and t.lower[i - 1] not in {"a", "last"}
        return Found(f"XXXX-Q{number}", i, i + 2) if alone and _tells_accounts(t, i) else None
    return Found(_part(year, part, number), i, after + 1, year)


_WHOLES = frozenset({"of", "-", "century", "final", "finals"})
_ACCOUNTS = wordlist(
    """
    % percent $ £ € revenue revenues profit profits sales earnings margin margins growth gdp capex orders loss losses
    income ebitda shipments deliveries guidance shareholders dividend output inflation bookings backlog
    """
)
_PLAYED = wordlist("score scored touchdown goal goals game yards basket league pitcher")


def _tells_accounts(t: Tokens, i: int) -> bool:
    """Whether money or business is told of near token ``i``, and no match: a quarter of the year, then."""
    around = t.lower[max(0, i - 24) : min(t.size, i + 24)]
    played = any(word in _PLAYED for word in around) or ("points" in around and "basis" not in around)
    return any(word in _ACCOUNTS for word in around) and not played


def _part(year: int, part: str, number: int) -> str:
    if part == "quarter":
        return f"{year:04d}-Q{number}"
    return f"{year:04d}-01/{year:04d}-06" if number == 1 else f"{year:04d}-07/{year:04d}-12"


def _final_part(t: Tokens, i: int) -> Found | None:
    return part_of_year(t, i)


def _lettered_part(t: Tokens, i: int) -> Found | None:
    """ "Q3 2023", "H1 2024", "Q2 of 2024", "Q4 FY2023"."""
    number = number_at(t, i + 1, 1, 4, (1,))
    if (
        number is None
        or not t.glued(i + 1)
        or (t.glued(i) and (t.is_word(i - 1) or t.is_number(i - 1)))
        or (t.lower[i] == "h" and number > 2)
    ):
        return None
    after = i + 2
    if t.lower[after] in {"of", "in", "-", ",", "/"}:
        after += 1
    if t.lower[after] in {"fy", "fiscal", "cy"}:
        after += 1
    year = year_at(t, after)
    if year is None and t.text[after] == "'" and (two := number_at(t, after + 1, 0, 99, (2,))) is not None:
        year, after = full_year(two), after + 1
    if year is None:
        alone = t.lower[i] == "q" and t.text[i + 2] not in {":", "-", "("} and not t.begins_sentence(i)
        return Found(f"XXXX-Q{number}", i, i + 2) if alone and _tells_accounts(t, i) else None
    return Found(_part(year, "quarter" if t.lower[i] == "q" else "half", number), i, after + 1, year)


def numbered_part(t: Tokens, i: int) -> Found | None:
    """ "2Q23", "3Q 2023", "1H24"."""
    number = number_at(t, i, 1, 4, (1,))
    if number is None or not t.glued(i + 1) or (t.lower[i + 1] == "h" and number > 2):
        return None
    year = year_at(t, i + 2)
    if year is None and t.glued(i + 2) and (two := number_at(t, i + 2, 0, 99, (2,))) is not None:
        year = full_year(two)
    return Found(_part(year, "quarter" if t.lower[i + 1] == "q" else "half", number), i, i + 3, year) if year else None


_TRIMESTERS = frozenset({"trimestre", "quartal", "kwartaal", "kvartal", "trimestri"})


def foreign_quarter(t: Tokens, i: int) -> Found | None:
    """ "2e trimestre 2022", "3. Quartal 2021"."""
    number = number_at(t, i, 1, 4, (1,))
    if number is None:
        return None
    after = i + 1
    if t.glued(after) and t.lower[after] in {"e", "er", "º", ".", "o"}:
        after += 1
    if t.lower[after] not in _TRIMESTERS:
        return None
    year_got = year_after(t, after + 1)
    return Found(f"{year_got[0]:04d}-Q{number}", i, year_got[1], year_got[0]) if year_got else None


def _fiscal(t: Tokens, i: int) -> Found | None:
    """ "FY2023", "fiscal 2023", "fiscal year 2023-24", "financial year 2019/20"."""
    after = i + 1
    if t.lower[after] in {"year", "years"}:
        after += 1
    elif t.lower[i] == "financial":
        return None
    if year_at(t, after) is None:
        return None
    found = year_first(t, after)
    return replace(found, first=i) if found else None


def _season(t: Tokens, i: int) -> Found | None:
    """ "winter 2022", "the summer of 1968", "autumn 2019-20"."""
    after = i + 2 if t.lower[i + 1] in {"of", ","} else i + 1
    year = year_at(t, after)
    if year is None and t.text[after] == "'" and (two := number_at(t, after + 1, 0, 99, (2,))) is not None:
        year, after = (1900 if two > 25 else 2000) + two, after + 1
    if year is None:
        return None
    return Found(f"{year:04d}-{calendar.SEASONS[t.lower[i]]}", i, after + 1, year)


def _circa(t: Tokens, i: int) -> Found | None:
    """ "c. 1890", "ca. 1890", "circa 1890"; "around 1890" where nothing is counted."""
    after = i + 1
    if t.lower[i] in {"c", "ca"}:
        if t.text[after] == ".":
            after += 1
        elif t.lower[i] == "c":
            return None
    if t.is_number(after) and era_after(t, after + 1) and (early := year_first(t, after)) and "/" not in early.edtf:
        return replace(early, edtf=f"{early.edtf}~", first=i)  # "c. 312 BC"
    year = year_at(t, after)
    if year is None or (t.glued(after + 1) and t.text[after + 1] in "-/'" and t.is_number(after + 2)):
        return None
    if t.lower[i] not in {"c", "ca", "circa"} and (
        counts_something(t, after, after + 1)
        or measured(t, after + 1)
        or counts_of_many(t, after + 1)
        or t.lower[i - 1] in {"at", "to", "cost", "by"}
    ):
        return None
    if t.glued(after + 1) and t.lower[after + 1] in {"s", "'s"}:
        return None
    return Found(f"{year:04d}~", i, after + 1, year)


def _anno(t: Tokens, i: int) -> Found | None:
    """ "AD 79", "A.D. 1066"."""
    era = era_after(t, i)
    if era is None or era[0] != "ad":
        return None
    year = number_at(t, era[1], 1, 2199, (1, 2, 3, 4))
    return Found(f"{year:04d}", i, era[1] + 1, year) if year is not None and t.text[i].isupper() else None


def _sixties(t: Tokens, i: int) -> Found | None:
    """ "'60s" after a blank: the apostrophe stands for 19."""
    if t.glued(i) or not t.glued(i + 1):
        return None
    if not (t.glued(i + 2) and t.lower[i + 2] == "s"):
        plain = number_at(t, i + 1, 0, 99, (2,))
        if (
            plain is None
            or t.lower[i - 1] not in {"in", "since", "of", "by", "until"}
            or (t.glued(i + 2) and t.text[i + 2] not in ".,;:)")
        ):
            return None
        return Found(f"{full_year(plain):04d}", i, i + 2, full_year(plain))  # "since '98"
    two = number_at(t, i + 1, 10, 90, (2,))
    if two is None or two % 10:
        return None
    century = 20 if two <= 20 else 19
    return Found(f"{century}{two // 10}X", i, i + 3, century * 100 + two)


def _spelt_decade(t: Tokens, i: int) -> Found | None:
    """ "the sixties", "the late nineties"; "in her sixties" is an age."""
    first = i - 1
    while first > 0 and t.lower[first] in {"early", "late", "mid", "-", "roaring", "swinging"}:
        first -= 1
    if t.lower[first] != "the" or (t.text[i + 1] == "-" and t.glued(i + 1)):
        return None
    decade = calendar.DECADES[t.lower[i]]
    return Found(f"{decade // 10}X", first, i + 1, decade)


def _feast(t: Tokens, i: int) -> Found | None:
    """ "Christmas Day 1914", "New Year's Eve 1999": days that a name and a year fix."""
    for name, (month, day) in calendar.FEASTS.items():
        words = name.split()
        if all(t.lower[i + step] == word for step, word in enumerate(words)):
            after = i + len(words)
            if year_got := year_after(t, after):
                return calendar_date(year_got[0], month, day, i, year_got[1])
    return None


OPENERS = {
    "q": _lettered_part, "h": _lettered_part, "fy": _fiscal, "fiscal": _fiscal, "financial": _fiscal,
    "final": _final_part, "last": _final_part,
    "spring": _season, "summer": _season, "autumn": _season, "fall": _season, "winter": _season,
    "c": _circa, "ca": _circa, "circa": _circa, "around": _circa, "about": _circa,
    "ad": _anno, "a": _anno, "'": _sixties, "twenty": century_at, "christmas": _feast, "boxing": _feast, "new": _feast,
    **dict.fromkeys(calendar.DECADES, _spelt_decade),
}  # fmt: skip
