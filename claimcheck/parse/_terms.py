"""Terms: a number with what stands glued to it, and what it borrows from a neighbour ("10, 20 and 30 km")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.model import Hedge
from claimcheck.parse import _hedges, _measures, _money, _numbers
from claimcheck.parse._labels import numbers_things
from claimcheck.parse._lex import Tokens
from claimcheck.parse._measures import Measure
from claimcheck.parse._nouns import may_be_noun
from claimcheck.parse._numbers import Numeral
from claimcheck.parse.units import to_base


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity over the tokens ``first`` to before ``last``, not yet hedged."""

    low: float
    high: float
    unit: str | None
    hedge: Hedge
    first: int
    last: int
    numeral: Numeral
    money: bool = False


TIMES = frozenset({"s", "min", "h", "day", "week", "month", "year", "ms"})


@dataclass(frozen=True, slots=True)
class Term:
    """A number with its own currency or unit."""

    numeral: Numeral
    measure: Measure | None
    money: bool
    first: int
    last: int

    @property
    def value(self) -> float:
        return self.numeral.low * (self.measure.times if self.measure else 1.0)


def term_at(t: Tokens, i: int) -> Term | None:
    """The number at ``i`` with what stands glued to it: "$1.2bn", "EUR 3.75m", "twelve months", "-18°C"."""
    before = _measures.money_before(t, i)
    if before:
        numeral = _numbers.digits(t, before[1], money=True)
        if numeral is None:
            return None
        measure = Measure(before[0], 1.0, numeral.last)
        if (
            before[0] == "GBP"
            and numeral.low == int(numeral.low)
            and not numeral.scaled
            and t.is_number(numeral.last)
            and (rest := _measures.old_money(t, numeral.last, after_pounds=True))
        ):
            pence = rest.times * float(t.text[numeral.last])  # "£3 10s. 6d."
            numeral = replace(numeral, low=numeral.low + pence, high=numeral.high + pence, last=rest.last)
            return Term(numeral, Measure("GBP", 1.0, rest.last), True, i, rest.last)
        named = _measures.money_after(t, numeral.last, numeral)
        last = named.last if named and named.unit == before[0] and named.times == 1.0 else numeral.last
        return Term(numeral, measure, True, i, last)
    if t.is_number(i) and t.text[i - 1] == "." and t.glued(i) and not t.glued(i - 1) and len(t.text[i]) < 20:
        point, j = float("0." + t.text[i]), i + 1  # ".5 percent"
        numeral = Numeral(point, point, j, "digits", point)
        found = _measures.money_after(t, j, numeral) or _measures.unit_after(t, j, numeral)
        return Term(numeral, found, False, i - 1, found.last if found else j)
    if told := _escudos(t, i) or _clocked(t, i):
        return told
    numeral = _numbers.digits(t, i) if t.is_number(i) else _numbers.in_words(t, i)
    if numeral is None:
        return _one_and_more(t, i)
    j = numeral.last
    if (
        t.text[j] == "'"
        and t.glued(j)
        and t.glued(j + 1)
        and t.is_number(j + 1)
        and t.text[j + 2] in {'"', "'"}
        and t.glued(j + 2)
    ):
        feet = numeral.low + int(t.text[j + 1][:2]) / 12  # 5'11"
        last = j + 4 if t.text[j + 2] == "'" and t.text[j + 3] == "'" else j + 3
        return Term(replace(numeral, low=feet, high=feet, integer=False), Measure("ft", 1.0, last), False, i, last)
    if t.is_number(i) and (old := _measures.old_money(t, i)):
        return Term(replace(numeral, integer=False), old, True, i, old.last)
    if t.lower[i] in {"a", "an"} and numeral.last == i + 5 and (inner := _measures.unit_after(t, i + 1, numeral)):
        return Term(numeral, Measure(inner.unit, inner.times, j), False, i, j)  # "an hour and a half"
    if numeral.kind == "vague" and t.lower[j] == "of":
        # "millions of dollars", "hundreds of kilometres": the unit belongs to the number, as in "a million dollars".
        measured = _measures.money_after(t, j + 1, numeral) or _measures.unit_after(t, j + 1, numeral)
        if measured and not t.lower[j + 1].startswith("percent"):
            return Term(numeral, measured, len(measured.unit) == 3 and measured.unit.isupper(), i, measured.last)
    found = _measures.money_after(t, j, numeral)
    if found:
        return Term(numeral, found, True, _signed(t, i), found.last)
    if (
        numeral.kind == "digits"
        and not numeral.scaled
        and t.text[j] == "x"
        and t.glued(j)
        and not (t.glued(j + 1) and (t.is_word(j + 1) or t.is_number(j + 1)))
    ):
        return Term(numeral, Measure("ratio", 1.0, j + 1), False, i, j + 1)  # "net debt of 2.3x"
    found = _measures.weight_in_pounds(t, j, numeral) or _measures.unit_after(t, j, numeral)
    if found is None and t.text[j] in {"C", "F"} and _signed(t, i) < i and not (t.glued(j + 1) and t.is_word(j + 1)):
        found = Measure("°" + t.text[j], 1.0, j + 1)  # "-4 C"
    if found is None and (hedge := _hedges.following(t, j)) and (past := _measures.unit_after(t, hedge[1], numeral)):
        found = Measure(past.unit, past.times, j)  # "7 or more hours", "20-odd years"
    if found is None and t.text[j] in {"(", ")"} and (past := _past_bracket(t, j, numeral)):
        found = past
    if found and numeral.kind == "fraction" and found.unit == "percent":
        found = None
    if found is None and numeral.kind == "fraction":
        found = part_of_unit(t, j)
        if found is None and (after := _numbers.after_point(t, j)):
            found = Measure("percentage-point", 1.0, after)
    return Term(numeral, found, False, _signed(t, i), found.last if found else j)


def _past_bracket(t: Tokens, j: int, numeral: Numeral) -> Measure | None:
    """The unit behind a bracket that stands between: "a median of 4.2 (IQR 2.9-6.0) years"."""
    if numeral.kind != "digits" or numeral.integer:
        return None
    k = j
    while t.text[k] != ")" and k < j + 10:
        k += 1
    found = _measures.unit_after(t, k + 1, numeral) if t.text[k] == ")" else None
    return Measure(found.unit, found.times, j) if found and not t.glued(k + 1) else None


def _escudos(t: Tokens, i: int) -> Term | None:
    """ "1$50": the sign of the Portuguese escudo stood where others have the decimal point."""
    if not (t.is_number(i) and t.text[i + 1] == "$" and t.glued(i + 1) and t.glued(i + 2) and t.is_number(i + 2)):
        return None
    if len(t.text[i]) > 6 or len(t.text[i + 2]) != 2:
        return None
    value = int(t.text[i]) + int(t.text[i + 2]) / 100
    return Term(Numeral(value, value, i + 3, "digits", value), Measure("PTE", 1.0, i + 3), True, i, i + 3)


_CLOCKED = {"h": ("h", "m", 60.0), "m": ("min", "s", 60.0), "ft": ("ft", "in", 12.0)}


def _clocked(t: Tokens, i: int) -> Term | None:
    """ "2m14s", "3h05m", "6ft2in": one amount, in the greater unit."""
    if not (t.is_number(i) and t.text[i + 1] in _CLOCKED and t.glued(i + 1) and t.glued(i + 2) and t.is_number(i + 2)):
        return None
    greater, lesser, parts = _CLOCKED[t.text[i + 1]]
    if len(t.text[i + 2]) > 2 or len(t.text[i]) > 4 or t.text[i + 3] not in (lesser, ""):
        return None
    last = i + 4 if t.text[i + 3] else i + 3
    value = int(t.text[i]) + int(t.text[i + 2]) / parts
    return Term(Numeral(value, value, last, "digits", value), Measure(greater, 1.0, last), False, i, last)


def _one_and_more(t: Tokens, i: int) -> Term | None:
    """ "an hour and 20 minutes", "a year and two months": the article counts where a lesser unit goes on."""
    if t.lower[i] not in {"a", "an"} or t.lower[i + 2] != "and":
        return None
    one = Numeral(1, 1, i + 1, "words", 1)
    greater = _measures.unit_after(t, i + 1, one)
    if greater is None or greater.last != i + 2 or greater.unit not in _LESSER:
        return None
    whole = compound(t, Term(one, greater, False, i, greater.last))
    return whole if whole.last > greater.last else None


def part_of_unit(t: Tokens, j: int) -> Measure | None:
    """ "half an hour", "a quarter of a mile", "half a century": the article between belongs to the unit."""
    k = j
    if t.lower[k] == "of":
        k += 1
    if t.lower[k] not in {"a", "an"} and not (t.lower[k] == "one" and k > j):
        return None
    probe = Numeral(1, 1, k + 1, "words", 1)
    return _measures.unit_after(t, k + 1, probe)


def _signed(t: Tokens, i: int) -> int:
    """``i``, or the token of a minus sign before it: "-18°C", never the dash of "up -3" or of a list."""
    if t.text[i - 1] == "-" and t.glued(i) and not t.glued(i - 1) and t.is_number(i):
        return i - 1
    if t.lower[i - 1] == "minus":
        return i - 1
    return i


def lend(t: Tokens, term: Term) -> Term:
    """ "from 90 to 80 km/h": a bare start of a change takes unit and scale from its end."""
    if term.measure is not None or term.numeral.kind not in {"digits", "words"}:
        return term
    if numbers_things(t, term.first - 1):
        return term  # "61% in wave 1 and 54% in wave 2"
    if listed := _list_unit(t, term):
        return replace(term, measure=Measure(listed.unit, listed.times, term.last))
    if t.lower[term.last] != "to" or t.lower[term.first - 1] != "from" or term.numeral.scaled:
        return term
    start = term.last + 1
    if t.lower[start] in {"about", "around", "nearly", "almost", "just", "roughly"}:
        start += 1
    if not (t.is_number(start) or t.lower[start] in _numbers.SMALL):
        return term
    other = term_at(t, start)
    if other is None or (other.money and _measures.money_before(t, start)):
        return term
    scale = 1.0
    if other.numeral.scaled and other.numeral.kind == "digits" and term.numeral.low < 1000:
        scale = other.numeral.low / other.numeral.mantissa if other.numeral.mantissa else 1.0
    if other.measure is None and scale == 1.0:
        return term
    numeral = replace(term.numeral, low=term.numeral.low * scale, high=term.numeral.high * scale, integer=False)
    times = other.measure.times if other.measure else 1.0
    measure = Measure(other.measure.unit, times, term.last) if other.measure else None
    return replace(term, numeral=numeral, measure=measure, money=other.money)


_DISTANCES = frozenset({"m", "km", "cm", "mm", "ft", "in", "mi", "yd"})


def _list_unit(t: Tokens, term: Term) -> Measure | None:
    """The unit at the end of a list of bare numbers: "10, 20 and 30 km", "10- and 20-year", "4 by 6 metres"."""
    j = term.last
    hyphen = t.text[j] == "-" and t.glued(j) and not t.glued(j + 1)
    if hyphen:
        j += 1
    crossed = t.lower[j] in {"by", "x", "×", "±"}
    closed = hyphen or crossed
    for _ in range(4):
        if not (t.lower[j] in {",", "and", "or"} or crossed):
            return None
        closed = closed or t.lower[j] != "," or t.lower[j + 1] in {"and", "or"}
        j += 2 if t.text[j] == "," and t.lower[j + 1] in {"and", "or"} else 1
        if not (t.is_number(j) or t.lower[j] in _numbers.SMALL) or _measures.money_before(t, j):
            return None
        other = term_at(t, j)
        if other is None or other.money or other.numeral.scaled:
            return None
        if other.measure is not None:
            unit = other.measure.unit
            if hyphen != (t.text[other.numeral.last] == "-") or (
                t.lower[j - 1] in {"by", "x"} and unit not in _DISTANCES
            ):
                return None
            # "won two and three minutes later": times are shared between digits or across a hyphen alone.
            return other.measure if closed and (hyphen or unit not in TIMES or t.digit[term.first]) else None
        j = other.last
    return None


_LESSER = {
    "ft": ("in",), "h": ("min",), "min": ("s",), "lb": ("oz",), "st": ("lb",), "year": ("month", "week", "day"),
    "month": ("week", "day"), "week": ("day",), "m": ("cm",), "day": ("h",),
}  # fmt: skip


def compound(t: Tokens, term: Term) -> Term:
    """ "5 feet 11 inches", "2 hours and 15 minutes": one amount, told in the greater unit."""

    if term.measure is None or term.measure.unit not in _LESSER:
        return term
    if term.measure.unit == "ft" and t.text[term.last] == "-" and t.is_number(term.last + 1) and t.glued(term.last + 1):
        inches = int(t.text[term.last + 1][:3])
        if inches < 12:  # "a 6-foot-4 forward"
            total = term.value + inches / 12
            numeral = replace(term.numeral, low=total, high=total, integer=False)
            return Term(numeral, Measure("ft", 1.0, term.last + 2), False, term.first, term.last + 2)
    if [t.lower[term.last + step] for step in range(3)] == ["and", "a", "half"] and not may_be_noun(
        t.lower[term.last + 3]
    ):
        total = term.value + 0.5 * term.measure.times  # "one hour and a half"
        numeral = replace(term.numeral, low=total, high=total, integer=False)
        return Term(numeral, Measure(term.measure.unit, 1.0, term.last + 3), term.money, term.first, term.last + 3)
    j = term.last + 1 if t.lower[term.last] in {"and", ",", "."} else term.last
    if j >= t.size or not (t.is_number(j) or t.lower[j] in _numbers.SMALL):
        return term
    second = term_at(t, j)
    if second and second.measure is None and term.measure.unit == "ft" and t.lower[second.last] == "in":
        stop = second.last + 1
        if t.text[stop] == "." and t.glued(stop):  # "4 ft. 6 in. high"
            second = replace(second, measure=Measure("in", 1.0, second.last + 1), last=second.last + 1)
    if (
        second
        and second.measure
        and term.measure.unit == "h"
        and second.measure.unit == "m"
        and t.glued(second.last - 1)
    ):
        second = replace(second, measure=Measure("min", 1.0, second.last))  # "3h 50m"
    if second is None or second.measure is None or second.measure.unit not in _LESSER[term.measure.unit]:
        return term
    if second.numeral.scaled or t.text[second.first] == "-":
        return term
    if t.text[term.last] == "," and (t.glued(second.last - 1) or t.lower[second.last].endswith("er")):
        return term  # "3.2 metres, 15cm taller than hers"
    share = to_base(second.value, second.measure.unit)[0] / to_base(1.0, term.measure.unit)[0]
    if not 0 < share < 1:
        return term
    total = term.value + share
    numeral = replace(term.numeral, low=total, high=total, integer=False)
    return Term(numeral, Measure(term.measure.unit, 1.0, second.last), False, term.first, second.last)


def opens_money(t: Tokens, i: int) -> bool:
    text = t.text[i]
    return text in _money.SIGNS or (
        (text[:1].isupper() or text in {"kr", "lei"})
        and (t.is_number(i + 1) or t.text[i + 1] in _money.SIGNS or t.is_number(i + 2))
    )
