"""What dates are made of: days, months, years, eras, and what shows that a number is none of them."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.parse import _calendar as calendar
from claimcheck.parse._lex import Tokens
from claimcheck.parse._money import CODES, PREFIXES
from claimcheck.parse._nouns import is_plural_noun, may_be_noun
from claimcheck.parse._numbers import SMALL
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse.units import NAMES, SYMBOLS

DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Found:
    """A date among the tokens ``first`` to before ``last``.

    ``year``, ``month`` and ``day`` are what a neighbour in a range may borrow; ``edtf`` is the whole value.
    """

    edtf: str
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


def compose(year: int | None, month: int | None, day: int | None) -> str:
    text = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        text += f"-{day:02d}"
    return text


def calendar_date(year: int | None, month: int | None, day: int | None, first: int, last: int) -> Found:
    return Found(compose(year, month, day), first, last, year, month, day)


def number_at(t: Tokens, i: int, low: int, high: int, digits: tuple[int, ...]) -> int | None:
    text = t.text[i]
    if not text.isdecimal() or len(text) not in digits:
        return None
    return value if low <= (value := int(text)) <= high else None


def year_at(t: Tokens, i: int) -> int | None:
    """A four-digit year at token ``i`` that nothing glued to it makes into something else."""
    value = number_at(t, i, 1000, 2199, (4,))
    if value is None or not stands_free(t, i):
        return None
    return value


def stands_free(t: Tokens, i: int) -> bool:
    if _money_before(t, i):
        return False
    if (
        t.glued(i)
        and t.text[i - 1] in "$£€¥₩₹#.,/'+~"
        and not (
            # "Jan.1987", "July,1994", "'til.2019": a stop after letters is no decimal point.
            t.text[i - 1] in ".,/'~" and not (t.is_number(i - 2) and t.glued(i - 1))
        )
    ):
        return False
    return not (t.glued(i + 1) and (t.text[i + 1] in "%°½¼¾" or (t.text[i + 1] in ".,'" and digits_follow(t, i + 1))))


def _money_before(t: Tokens, i: int) -> bool:
    """Whether a currency abbreviation stands before the number: "Rs.2000", "EUR 1500"."""
    j = i - 2 if t.text[i - 1] == "." else i - 1
    return j >= 0 and (t.text[j] in CODES or (t.text[j] in PREFIXES and len(t.text[j]) > 1))


def digits_follow(t: Tokens, i: int) -> bool:
    return t.glued(i + 1) and t.is_number(i + 1)


def day_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month at ``i`` and the token after it, an ordinal ending included."""
    day = number_at(t, i, 1, 31, (1, 2))
    if day is None:
        return None
    if t.glued(i + 1) and t.lower[i + 1] in calendar.ORDINAL_ENDINGS:
        return day, i + 2
    return day, i + 1


def month_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """A month name at ``i`` and the token after it, the stop of an abbreviation included."""
    month = calendar.MONTHS.get(t.lower[i].removesuffix("'s"))
    if month is None:
        return None
    if t.text[i + 1] == "." and t.glued(i + 1) and t.lower[i] not in calendar.ENGLISH_MONTHS:
        return month, i + 2
    return month, i + 1


def year_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year at ``i``, or after a comma or "of"; and the token after it."""
    for skip in (0, 1):
        if skip and t.lower[i] not in {",", "of", "de", "del"}:
            break
        year = year_at(t, i + skip)
        if year is not None and not (t.text[i + skip + 1] == "-" and t.glued(i + skip + 1) and skip == 2):
            return year, i + skip + 1
    return None


def early_year_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year of three digits at ``i`` that ends its phrase, as in "died on 17 March 180,"."""
    year = number_at(t, i, 100, 999, (3,))
    if year is None or t.glued(i) or t.text[i + 1] not in {",", ".", ";", ")", ""} or digits_follow(t, i + 1):
        return None
    return year, i + 1


def full_year(two: int) -> int:
    return 2000 + two if two < 40 else 1900 + two


def era_after(t: Tokens, i: int) -> tuple[str, int] | None:
    """ "bc" or "ad" at ``i`` and the token after it; "B.C." is four tokens."""
    if t.text[i] in {"BC", "BCE"}:
        return "bc", i + 1
    if t.text[i] in {"AD", "CE"}:
        return "ad", i + 1
    spelt = t.plain[t.start[i] : t.start[i] + 6].upper() if i < t.size else ""
    for written, era in (("B.C.E.", "bc"), ("B.C.", "bc"), ("A.D.", "ad"), ("C.E.", "ad")):
        if spelt.startswith(written):
            return era, i + len(written)
    return None


_AMOUNTED = wordlist(
    """
    % percent per million billion thousand trillion lakh crore bn dollars euros pounds yen yuan roubles rubles rupees
    francs kroner pesos
    """
)


def measured(t: Tokens, i: int) -> bool:
    """Whether token ``i`` is a unit or scale, so that the number before it is an amount."""
    word = t.lower[i]
    if word in _AMOUNTED:
        return True
    if word in {"in", "mi", "second", "quarter", "min", "h", "s"}:
        return False
    return (
        (t.text[i] in SYMBOLS and t.is_word(i))
        or (word in NAMES and not word.startswith("c"))
        or word in {"square", "cubic"}
    )


_DETERMINERS = wordlist("the its their his her this that our my these those")


def counts_something(t: Tokens, first: int, after: int) -> bool:
    """Whether a plural noun follows the number: "2000 people", "1800 Russian soldiers"."""
    step = first - 1
    while step > max(0, first - 4) and t.is_word(step) and may_be_noun(t.lower[step]) and t.text[step].islower():
        step -= 1  # "the original 1968 mixes" are dated, "the first 1500 members" are counted
    if t.lower[step] in _DETERMINERS:
        return False
    for step in range(3):
        word = t.lower[after + step]
        if not t.is_word(after + step) or t.glued(after + step) or not may_be_noun(word) or word in SMALL:
            return False
        if is_plural_noun(word):
            return True
    return False
