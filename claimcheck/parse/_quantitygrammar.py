"""The quantity grammar: one left-to-right pass over the tokens; at each number the longest reading wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.model import Hedge
from claimcheck.parse import _hedges, _measures, _money, _numbers, _phrases, _pronouns, _suspects
from claimcheck.parse._lex import Tokens
from claimcheck.parse._ratios import ratio_at
from claimcheck.parse._spread import one_or_two, spread
from claimcheck.parse._terms import TIMES, Reading, compound, lend, opens_money, term_at

_SHARES = frozenset({"percent", "percentage-point", "ratio"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A quantity as the model wants it, by token indexes."""

    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    hedge: Hedge
    first: int
    last: int
    role: str | None


def readings(t: Tokens, taken: list[bool]) -> Iterator[Outcome]:
    """Every quantity of ``t`` outside the tokens that are ``taken`` by dates."""
    previous: Outcome | None = None
    done = 0
    for index, (word, digit) in enumerate(zip(t.lower, t.digit, strict=True)):
        if not (digit or word in _STARTS) or index < done or taken[index]:
            continue
        if not digit and word not in _numbers.OPENERS and not opens_money(t, index):
            continue
        reading = _expression(t, index)
        if reading is None or reading.first < done:
            done = _skip(t, index)
        elif not any(taken[reading.first : reading.last]):
            done = max(index + 1, reading.last)
            if not _is_suspect(t, reading):
                previous = _finish(t, reading, previous)
                yield previous


def _is_suspect(t: Tokens, reading: Reading) -> bool:
    return _measures.is_position(t, reading.last, reading.unit) or _suspects.is_no_quantity(
        t, reading.first, reading.last, reading.numeral, reading.unit
    )


_STARTS = _numbers.OPENERS | {
    opener.lower()
    for opener in (
        *_money.SIGNS, *_money.CODES, *_money.DOLLAR_PREFIXES, "e", "le", "eg", "euro", "euros",
        *(prefix.removesuffix(".") for prefix in _money.PREFIXES),
    )
}  # fmt: skip


def _skip(t: Tokens, i: int) -> int:
    """The token after a run that is no number: "1.2.3" is left as a whole."""
    j = i + 1
    while (
        t.is_number(i)
        and j < t.size
        and t.glued(j)
        and (t.is_number(j) or (t.text[j] in ".,:/'-" and t.glued(j + 1) and t.is_number(j + 1)))
    ):
        j += 1
    return j


def _expression(t: Tokens, i: int) -> Reading | None:
    term = term_at(t, i)
    if term is None:
        return None
    numeral = term.numeral
    if numeral.kind == "vague":
        unit = term.measure.unit if term.measure else None
        times = term.measure.times if term.measure else 1.0
        return Reading(numeral.low * times, numeral.high * times, unit, "vague", i, term.last, numeral, term.money)
    if vague := one_or_two(t, i, term):
        return vague
    if ratio := ratio_at(t, i, term):
        return ratio
    if reach := spread(t, term):
        return reach
    if numeral.comma and not (term.measure or numeral.scaled):
        return None  # "12,50" may be a slip, a list or a price; without a unit nobody knows
    term = lend(t, compound(t, term))
    value = term.value
    negative = term.first < i and t.text[term.first] != "."
    if negative and not (term.measure or t.lower[i - 1] == "minus" or "." in t.between(i, numeral.last)):
        negative, term = False, replace(term, first=i)
    if negative:
        value = -value
    unit = term.measure.unit if term.measure else None
    if numeral.kind == "fraction" and unit is None:
        if not _pronouns.is_share(t, i, numeral):
            return None
        unit = "ratio"
    return Reading(value, value, unit, "exact", term.first, term.last, numeral, term.money)


def _finish(t: Tokens, reading: Reading, previous: Outcome | None) -> Outcome:
    """Hedge, unit from the context, counted noun and role of a reading."""
    unit, last = reading.unit, reading.last
    low: float | None = reading.low
    high: float | None = reading.high
    hedge = reading.hedge
    before = _hedges.before(t, reading.first, last)
    if before and t.lower[before.first] == "within" and unit not in TIMES:
        before = None
    age = unit is None and hedge != "vague" and _phrases.is_age(t, reading.first, last, reading.low, reading.high)
    phrase = _phrases.counted(t, last, unit, reading.numeral) if not age else _phrases.NOTHING
    if age:
        unit = "year"
        before = before or _phrases.age_hedge(t, reading.first)
    if unit is None and reading.numeral.kind in {"digits", "words"}:
        if rate := _measures.exchange_rate(t, last, reading.first):
            unit, phrase = rate, _phrases.NOTHING
        elif _phrases.is_magnitude(t, reading.first, last):
            unit, phrase = "magnitude", _phrases.NOTHING
    if unit is None and reading.high <= 100 and _phrases.is_points(t, last, previous.unit if previous else None):
        unit, phrase, last = "percentage-point", _phrases.NOTHING, last + 1
    if _phrases.is_multiple(t, reading.first) and unit is None:
        unit, phrase = "ratio", _phrases.NOTHING
    if (
        unit is None
        and phrase.noun is None
        and previous
        and _phrases.inherits_unit(t, reading.first, last, previous.unit, previous.last)
    ):
        counts = reading.numeral.scaled or "," in t.between(reading.first, last)
        if reading.money or not counts or previous.unit not in _SHARES:
            unit = previous.unit
    after = _hedges.following(t, last) or (_hedges.following(t, phrase.last) if phrase.last > last else None)
    if hedge == "exact":
        chosen = before.hedge if before else after[0] if after else _phrases.limit_hedge(t, reading.first)
        if chosen:
            hedge = chosen
            low, high = _hedges.interval(chosen, reading.low)
    elif hedge == "range" and before and before.hedge == "up-to" and reading.low > 0:
        low = 0.0
    if unit == "ratio" and high is not None and hedge == "up-to":
        low = 0.0
    noun = phrase.noun
    if noun is None and unit is None and hedge != "vague":
        noun = _phrases.counted_before(t, before.first if before else reading.first)
    if noun is None and previous is not None and hedge != "vague":
        noun = _phrases.counted_again(t, reading.first, last, previous.last, previous.counted, unit, previous.unit)
    return Outcome(
        low,
        high,
        unit,
        noun,
        hedge,
        reading.first,
        last,
        _phrases.role(t, before.first if before else reading.first, max(last, phrase.last)),
    )
