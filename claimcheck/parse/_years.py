"""Bare years, decades and ranges of years: when are four digits a year and not an amount or a name?"""

from __future__ import annotations

from claimcheck.parse import _calendar as calendar
from claimcheck.parse._dateparts import (
    Found,
    counts_something,
    digits_follow,
    era_after,
    measured,
    number_at,
    stands_free,
)
from claimcheck.parse._labels import measures
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_plural_noun, may_be_noun, names_people
from claimcheck.parse._numbers import SMALL
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse.units import NAMES


def year_first(t: Tokens, i: int) -> Found | None:
    """A year, decade, or range of years that begins at ``i``."""
    if (era := era_after(t, i + 1)) and not t.text[i].startswith("0") and len(t.text[i]) <= 4:
        number = int(t.text[i])
        if era[0] == "bc" and number >= 1 and not (t.glued(i) and t.text[i - 1] in ",."):
            return Found(f"-{number - 1:04d}" if number > 1 else "0000", i, era[1])
        if era[0] == "ad" and 1 <= number <= 2199 and not (t.glued(i) and t.text[i - 1] in ",."):
            return Found(f"{number:04d}", i, era[1], number)
    if t.lower[i + 1] in {"-", "to"} and t.is_number(i + 2) and (era := era_after(t, i + 3)) and era[0] == "bc":
        first, last = int(t.text[i][:5]), int(t.text[i + 2][:5])
        if 0 < last < first <= 9999:  # "from 509 to 27 BC"
            return Found(f"-{first - 1:04d}/{'-' if last > 1 else ''}{last - 1:04d}", i, era[1])
    if t.is_number(i) and len(t.text[i]) == 3 and _early_year(t, i):
        return Found(f"0{t.text[i]}", i, i + 1, int(t.text[i]))
    if not t.is_number(i) or len(t.text[i]) != 4 or not stands_free(t, i):
        return None
    year = int(t.text[i])
    if not 1000 <= year <= 2199:
        return None
    if (found := _decade(t, i, year)) or (found := _year_range(t, i, year)):
        return found
    if t.text[i + 1] in {"-", "/"} and t.glued(i + 1) and digits_follow(t, i + 1):
        return None  # "notice 2022-0418"
    if t.glued(i + 1) and t.is_word(i + 1) and t.lower[i + 1] not in {"and", "to", "in", "the", "was"}:
        return None  # "2024a", "1500m"
    if t.lower[i + 1] == "q" and t.glued(i + 2) and (quarter := number_at(t, i + 2, 1, 4, (1,))):
        return Found(f"{year:04d}-Q{quarter}", i, i + 3, year)
    return Found(f"{year:04d}", i, i + 1, year) if _is_year(t, i, year) else None


def _early_year(t: Tokens, i: int) -> bool:
    """Whether three digits are a year: "in 476 the last emperor", "the year 800"; not "one in 500"."""
    if t.text[i][0] == "0" or not stands_free(t, i) or (t.glued(i + 1) and t.text[i + 1] in "-/:"):
        return False
    if t.lower[i - 1] == "year":
        return True
    if t.lower[i - 1] != "in" or measured(t, i + 1) or t.lower[i + 1] in NAMES:
        return False
    before = t.lower[i - 2]
    if t.is_number(i - 2) or before in SMALL or (i > 2 and (t.is_number(i - 3) or t.lower[i - 3] in SMALL)):
        return False
    return (
        t.text[i][-1] != "0"
        and not (t.is_word(i + 1) and may_be_noun(t.lower[i + 1]))
        and t.lower[i + 1] not in {"of", "or", "to", "per"}
    )


def _decade(t: Tokens, i: int, year: int) -> Found | None:
    after = i + 1
    if t.glued(after) and t.text[after] == "'":
        after += 1
    if not (t.glued(after) and t.lower[after] == "s") or year % 10 or t.lower[after + 1] == "of":
        return None  # "1000s of fans" are thousands
    first = i
    while first and t.lower[first - 1] in {"the", "early", "late", "mid", "-"} and first > i - 4:
        first -= 1
    if t.lower[first] == "-" or (first < i and t.lower[i - 1] == "-" and t.lower[i - 2] != "mid"):
        first = i
    # "the 1800s" is a century; "the 2000s" more often the decade.
    edtf = f"{year // 100:02d}XX" if year % 100 == 0 and year < 2000 else f"{year // 10:03d}X"
    return Found(edtf, first, after + 1, year)


def _year_range(t: Tokens, i: int, year: int) -> Found | None:
    """ "1950-1953", "2019-20", "2019/20"."""
    sign = t.text[i + 1]
    if sign not in {"-", "/"} or not t.is_number(i + 2):
        return None
    if t.glued(i + 1) != t.glued(i + 2) and sign == "/":
        return None
    after = t.text[i + 2]
    if t.glued(i + 3) and (t.text[i + 3] in {"%", "-", "/"} or t.is_word(i + 3)) and digits_follow(t, i + 3):
        return None
    if (
        len(after) == 1
        and sign == "-"
        and t.glued(i + 2)
        and t.glued(i + 1)
        and int(after) == year % 10 + 1
        and not (t.glued(i + 3) and (t.is_word(i + 3) or t.digit[i + 3]))
    ):
        return Found(f"{year:04d}/{year + 1:04d}", i, i + 3, year + 1)  # "1998-9"
    if len(after) == 4 and year < int(after) <= 2199:
        return Found(f"{year:04d}/{after}", i, i + 3, int(after))
    if len(after) == 2 and t.glued(i + 2) and t.glued(i + 1):
        if int(after) > year % 100:
            return Found(f"{year:04d}/{year // 100:02d}{after}", i, i + 3, year // 100 * 100 + int(after))
        if after == "00" and year % 100 == 99:
            return Found(f"{year:04d}/{year + 1:04d}", i, i + 3, year + 1)
        if sign == "-" and 1 <= int(after) <= 12 and after[0] == "0":
            return Found(f"{year:04d}-{after}", i, i + 3, year, int(after))
    return None


def _is_year(t: Tokens, i: int, year: int) -> bool:
    """Whether a bare four-digit number is a year and no amount, name or model."""
    before = t.lower[i - 1] if i else ""
    if before == "-" and t.glued(i) and i > 1:
        before = t.lower[i - 2] if t.glued(i - 1) else before
    if before in {"mid", "pre", "post", "early", "late"}:
        return True
    if before == "and" and t.lower[i - 3] == "the" and t.is_number(i - 2) and len(t.text[i - 2]) == 4:
        return True  # "the 1994 and 1999 contests"
    if t.text[i + 1] in _NAMED_BY_YEAR:
        return False  # "the 2018 Act", "the 1922 Committee"
    if before == "the" and year < 1500 and t.is_word(i + 1) and t.lower[i + 1] not in _MARKED:
        return may_be_noun(t.lower[i + 1]) and not is_plural_noun(t.lower[i + 1])  # "the 1381 revolt"
    if before == "[" and t.text[i + 1] == "]":
        return False  # the year of a law report
    if before == ":" and i > 1 and t.glued(i - 1) and (measures(t.lower[i - 2]) or t.text[i - 2].isupper()):
        return False  # "size: 1651", "MTU: 1500"
    gap = t.raw[t.end[i - 2] if i > 1 else 0 : t.start[i - 1]] if before == "(" else ""
    if any(letter.isdecimal() for letter in gap):
        return False  # "Resolution 1718 (2006)": part of the name that was blanked before it
    if (
        t.text[i + 1] == "-"
        and t.glued(i + 1)
        and t.glued(i + 2)
        and (t.lower[i + 2] in _SIZED or t.lower[i + 2] in NAMES or is_plural_noun(t.lower[i + 2]))
    ):
        return False  # "a 2000-seat hall", "the 1500-metre race"
    if t.lower[i + 1] in calendar.DEBT and before not in calendar.FIRM_YEAR_BEFORE:
        return False
    if before == "at":
        return t.lower[i + 1] in {"prices", "levels", "values", "rates", "exchange"}
    if counts_of_many(t, i + 1):
        return False
    counts = counts_something(t, i, i + 1)
    if before in calendar.FIRM_YEAR_BEFORE and year >= 1500:
        return not (measured(t, i + 1) and before not in {"in", "since", "during"})
    if measured(t, i + 1):
        return False
    if year < 1500 and not (before in calendar.OLD_YEAR_BEFORE or _in_brackets(t, i)):
        return False
    if year < 1500 and counts and before != "the":
        return False  # "after 1000 different errors"
    if (
        counts
        and (names_people(t.lower[i + 1]) or before not in calendar.YEAR_BEFORE | {"'s"} or before in _COUNTED_AFTER)
        and not before.endswith("'s")
    ):
        return False
    if before == "of" and i > 1 and t.lower[i - 2] in calendar.AMOUNT_NOUNS:
        return False
    if before == "of" and t.lower[i - 2] == "class":
        return False  # "the Class of 2010"
    if before == "of" and t.text[i - 2] in {"Act", "Law", "Code", "Ordinance", "Statute", "Acts"}:
        return False  # its year is part of the name
    if t.is_name(i - 1) and t.is_word(i - 1) and before not in calendar.MONTHS and before not in calendar.JOINING:
        # "Vision 2030", "Act 1861" and "Orwell's 1984" are names; "Kenya's 2022 vote" is dated.
        return before.endswith("'s") and t.is_word(i + 1) and before[:-2] not in calendar.YEAR_BEFORE
    if before in calendar.AMOUNT_BEFORE or (before == "to" and t.lower[i - 2] == "up"):
        return False
    if year < 1900 and before in {"a", "an", "at", "on", "with", "for", "or", "least", "about", "only"}:
        return before == "about" and not counts
    if t.is_word(i - 1) and before not in calendar.YEAR_BEFORE and before not in calendar.MONTHS:
        return True
    return not (before in "$£€¥₩₹#+=<>" and before)


def counts_of_many(t: Tokens, i: int) -> bool:
    """Whether "of these" follows a number: "about 1000 of these joined"."""
    return t.lower[i] == "of" and t.lower[i + 1] in {"these", "them", "those", "which", "whom"}


_NAMED_BY_YEAR = frozenset("Committee Act Convention Regulations Directive Order Treaty Protocol".split())
_MARKED = wordlist("mark level strong odd threshold barrier line metre meter")
_SIZED = wordlist(
    """
    seat bed page member strong room word ton horsepower km m ft kg man person ship unit odd plus bedroom
    """
)


_COUNTED_AFTER = wordlist("of to by from for and than or with at on as into")


def _in_brackets(t: Tokens, i: int) -> bool:
    return t.text[i - 1] in "([" and t.text[i + 1] in ")]-,;"
