"""The quantity grammar: one left-to-right pass over the tokens; at each number the longest reading wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.model import Hedge
from claimcheck.parse import (
    _ages,
    _bare,
    _hedges,
    _measures,
    _money,
    _numbers,
    _phrases,
    _pronouns,
    _suspects,
    _understood,
)
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
    for index, (word, digit, dull) in enumerate(zip(t.lower, t.digit, t.monotonous(), strict=False)):
        if not (digit or word in _STARTS) or dull or index < done or taken[index]:
            continue
        if not digit and word not in _numbers.OPENERS and not opens_money(t, index):
            continue
        reading = _expression(t, index)
        if reading is None or reading.first < done:
            done = _skip(t, index)
        elif not any(taken[reading.first : reading.last]):
            done = max(index + 1, reading.last)
            if not _is_suspect(t, reading):
                outcome = _finish(t, reading, previous)
                if outcome.unit not in TIMES or t.text[outcome.last - 2] != "-":
                    previous = outcome  # nothing leans on the years of "a ten-year mean of 7.9"
                yield outcome


def _is_suspect(t: Tokens, reading: Reading) -> bool:
    first, last, numeral = reading.first, reading.last, reading.numeral
    if _measures.is_position(t, last, reading.unit):
        return True
    if _suspects.is_no_quantity(t, first, last, numeral, reading.unit):
        return True
    if reading.hedge == "range":
        return reading.unit is None and _bare.are_hours(t, first, last)
    bare = reading.unit is None and reading.hedge == "exact" and t.is_number(first) and not numeral.scaled
    grouped = not numeral.integer and numeral.low >= 1000
    return bare and not grouped and _bare.counts_nothing(t, first, last)


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
    before = _hedges.before(t, reading.first, reading.last)
    at = before.first if before else reading.first
    unit, phrase, last = _unit_and_noun(t, reading, at, previous)
    if unit == "year" and reading.unit is None and before is None:
        before = _ages.age_hedge(t, reading.first)
    if before and t.lower[before.first] == "within" and unit is None and phrase.noun not in _SEASONS:
        before = None  # "within two winters" and "within ten miles" are bounds, "within 19 villages" is a place
    after = _hedges.following(t, last) or (_hedges.following(t, phrase.last) if phrase.last > last else None)
    low: float | None = reading.low
    high: float | None = reading.high
    hedge = reading.hedge
    if hedge == "exact":
        chosen = before.hedge if before else after[0] if after else _phrases.limit_hedge(t, reading.first)
        if chosen is None and previous and previous.hedge == "approx" and _says_again(t, reading, previous, unit):
            chosen = "approx"
        if chosen:
            hedge = chosen
            low, high = _hedges.interval(chosen, reading.low)
    elif hedge == "range" and before and before.hedge == "up-to" and reading.low > 0:
        low = 0.0
    if unit == "ratio" and high is not None and hedge == "up-to":
        low = 0.0
    noun = phrase.noun
    if noun is None and unit is None and hedge != "vague":
        noun = _phrases.counted_before(t, at)
    if noun is None and previous is not None and hedge != "vague":
        noun = _phrases.counted_again(t, reading.first, last, previous.last, previous.counted, unit, previous.unit)
    role = _phrases.role(t, at, max(last, phrase.last))
    return Outcome(low, high, unit, noun, hedge, reading.first, last, role)


_SEASONS = frozenset({"winters", "summers", "springs", "autumns", "seasons", "moons", "terms", "sessions"})
_PARTS_OF_SECOND = frozenset({"tenth", "tenths", "hundredth", "hundredths", "thousandth", "thousandths"})


def _unit_and_noun(
    t: Tokens, reading: Reading, at: int, previous: Outcome | None
) -> tuple[str | None, _phrases.Phrase, int]:
    """The unit, its own or understood, what is counted, and the token after the unit."""
    unit, first, last, numeral = reading.unit, reading.first, reading.last, reading.numeral
    timed = t.lower[last - 1].startswith("hundredth") or (previous is not None and previous.unit == "s")
    if timed and unit == "ratio" and t.lower[last - 1] in _PARTS_OF_SECOND and t.lower[last] != "of":
        return "s", _phrases.NOTHING, last  # "37.82 seconds, four hundredths outside the record"
    before = previous.unit if previous else None
    article = last + 1 if t.lower[last] == "of" else last
    part = unit == "ratio" and t.lower[article : article + 2] == ["a", "point"]
    if part and (points := _understood.points_after(t, first, article + 1, before)):
        return "percentage-point", _phrases.NOTHING, points
    if unit is not None:
        return unit, _phrases.counted(t, last, unit, numeral), last
    if reading.hedge != "vague" and _ages.is_age(t, first, last, reading.low, reading.high):
        return "year", _phrases.NOTHING, last
    if numeral.kind in {"digits", "words"}:
        if rate := _measures.exchange_rate(t, last, first):
            return rate, _phrases.NOTHING, last
        if _understood.is_magnitude(t, first, last):
            return "magnitude", _phrases.NOTHING, last
    if reading.high <= 100 and (points := _understood.points_after(t, first, last, before)):
        return "percentage-point", _phrases.NOTHING, points
    and_a_half = t.lower[first] == "a" and t.lower[first + 1] == "point" and last > first + 2
    if and_a_half and _understood.points_after(t, first, first + 1, before):
        return "percentage-point", _phrases.NOTHING, last  # "a point and a half higher"
    if previous and previous.unit == "percent" and _is_rest(t, reading, previous):
        return "percent", _phrases.NOTHING, last
    if _understood.is_multiple(t, first):
        return "ratio", _phrases.NOTHING, last
    phrase = _phrases.counted(t, last, None, numeral)
    if (
        phrase.noun is None
        and previous
        and previous.unit
        and _understood.inherits_unit(t, at, first, last, previous.unit, (previous.first, previous.last))
    ):
        counts = numeral.scaled or "," in t.between(first, last)
        if reading.money or not counts or previous.unit not in _SHARES:
            return previous.unit, phrase, last
    return None, phrase, last


def _says_again(t: Tokens, reading: Reading, previous: Outcome, unit: str | None) -> bool:
    """Whether the number tells the one before in other terms: "about a third of the backlog, or SEK 21.7bn"."""
    first = reading.first
    if t.lower[first - 1] != "or" or t.text[first - 2] != "," or unit == previous.unit or first - previous.last > 10:
        return False
    return not any(t.text[step] in {".", ";"} for step in range(previous.last, first))


def _is_rest(t: Tokens, reading: Reading, previous: Outcome) -> bool:
    """Whether "the other 99" is what is left of a hundred percent."""
    if t.lower[reading.first - 1] not in {"other", "remaining"} or previous.low is None:
        return False
    return previous.low + reading.low == 100 and reading.first - previous.last <= 12
