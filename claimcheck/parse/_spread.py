"""Ranges: "2,000-3,000", "between 8 and 10 percent", "$5-7 million", "one or two", "a week or two"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.parse import _measures, _numbers, _phrases
from claimcheck.parse._labels import LABELS
from claimcheck.parse._lex import Tokens
from claimcheck.parse._numbers import Numeral
from claimcheck.parse._terms import Reading, Term, opens_money, term_at
from claimcheck.parse._wordlist import wordlist

CHANGING = wordlist(
    """
    rose rise rises rising risen fell fall falls falling fallen grew grow grows growing grown increased increase
    increases increasing decreased decrease decreases dropped drop drops dropping declined decline declines
    declining cut cuts cutting raised raise raises raising lowered lower lowers lowering reduced reduce reduces
    reducing slowed slow slows slowing jumped jump jumps climbed climb climbs slipped slid narrowed narrow widened
    widen shrank shrink shrinks shrunk expanded expand went go goes going gone moved move moves changed change
    changes changed doubled tripled soared surged plunged tumbled slumped eased accelerated improved up down dipped
    swelled dwindled plummeted edged ticked boosted lifted upgraded revised revising upgrade extended shortened
    trebled quadrupled advanced retreated strengthened weakened ballooned halved sank deepened
    """
)


SPANNING = wordlist("aged ages age range ranges ranged ranging iqr ci interval")
_LOOSENING = wordlist("about around roughly perhaps some nearly almost approximately even as much many high")


def spread(t: Tokens, term: Term) -> Reading | None:
    """A range that opens with ``term``: "2,000-3,000", "between 8 and 10 percent", "$5-7 million", "one or two"."""
    j = term.last
    joint = t.lower[j]
    if joint == "-" and t.lower[j + 1] in {"to", "or"} and t.text[j + 2] == "-" and t.glued(j + 2):
        other = term_at(t, j + 3) if t.is_number(j + 3) or t.lower[j + 3] in _numbers.SMALL else None
        return _joined(t, term, other, "to", "between") if other else None  # "six-to-eight months"
    if joint not in {"-", "to", "and", "or"} or (term.numeral.kind == "fraction" and joint == "-"):
        return None
    if joint == "to" and t.lower[term.first - 1] in LABELS:
        return None  # "set dial 3 to 120 rpm"
    opener = _opener(t, term.first)
    if joint == "and" and opener != "between":
        return None
    if joint == "-" and t.glued(j) != t.glued(j + 1):
        return None
    if joint == "to" and opener == "from" and is_change(t, term.first):
        return None
    start = j + 1
    while t.lower[start] in _LOOSENING:
        start += 1
    if (
        joint != "-"
        and (t.lower[start] == "minus" or (t.text[start] == "-" and t.glued(start + 1)))
        and t.is_number(start + 1)
    ):
        start += 1  # "-5 to -10 °C"
    if not (t.is_number(start) or t.lower[start] in _numbers.OPENERS or opens_money(t, start)):
        return None
    if joint == "-" and t.raw[t.start[j]] == "—" and not (t.is_number(j - 1) and t.is_number(j + 1)):
        return None
    other = term_at(t, start)
    if other is None or other.numeral.kind == "vague":
        return None
    if joint == "or" and not _neighbours(term, other):
        return None
    return _joined(t, term, other, joint, opener)


def _opener(t: Tokens, i: int) -> str:
    """ "between" or "from" before the number at ``i``, a hedge or an age word let through."""
    for step in range(1, 5):
        word = t.lower[i - step] if i >= step else ""
        if word in {"between", "from"}:
            return word
        if word not in {
            "about",
            "around",
            "roughly",
            "some",
            "just",
            "below",
            "under",
            "only",
            "anywhere",
            "less",
            "than",
            "as",
            "little",
            "a",
            "low",
            "the",
            "ages",
            "age",
            "of",
        }:
            return ""
    return ""


def is_change(t: Tokens, i: int) -> bool:
    """Whether "from 5 to 7" is told of a change, so that both ends are values and no range is."""
    for step in range(i - 1, max(-1, i - 12), -1):
        word = t.lower[step]
        if word in {".", ";", ":", "!", "?"} or word in {
            "range",
            "ranges",
            "ranged",
            "ranging",
            "run",
            "runs",
            "vary",
            "varies",
            "varied",
        }:
            return False
        if word in CHANGING:
            return True
    return False


def _neighbours(a: Term, b: Term) -> bool:
    """ "one or two", "five or six", "10 or 12"; not "6 or 30 minutes"."""
    if a.measure is not None and (b.measure is None or b.measure.unit != a.measure.unit):
        return False
    x, y = a.numeral.low, b.numeral.low
    if b.numeral.scaled and not a.numeral.scaled and b.numeral.mantissa > x:
        y = b.numeral.mantissa  # "two or three hundred"
    return (
        a.numeral.kind != "fraction"
        and b.numeral.kind != "fraction"
        and 0 < x < y
        and (y - x <= 1 or y <= 2 * x)
        and y <= 1000
        and (x == int(x))
    )


def _is_negative(t: Tokens, term: Term) -> bool:
    return t.text[term.first] == "-" or t.lower[term.first] == "minus"


def _joined(t: Tokens, a: Term, b: Term, joint: str, opener: str) -> Reading | None:
    if a.money and not b.money and _measures.next_is_plural(t, b.last) and b.measure is None and not b.numeral.scaled:
        return None  # "gave $50 to 12 families"
    moved = t.lower[a.first - 1] == "by" or t.lower[a.first - 1] in CHANGING
    if joint == "to" and moved and a.measure is not None and b.measure is not None:
        return None  # "rise by 30p to £2.80", "up $2 to $47"
    if a.measure is not None and b.measure is None and not a.money:
        return None  # "5 percent to 3"
    if a.measure is not None and b.measure is not None and a.measure.unit != b.measure.unit:
        return None
    if a.measure is None and b.money and joint != "-" and _measures.money_before(t, b.first) and opener != "between":
        return None  # "from 5 to $7"
    low = a.numeral.low
    if b.numeral.scaled and not a.numeral.scaled and a.numeral.low <= b.numeral.mantissa:
        low = a.numeral.low * (b.numeral.low / b.numeral.mantissa)
    measure = b.measure or a.measure
    times = measure.times if measure else 1.0
    if joint == "-" and a.numeral.integer and "," in t.between(b.first, b.last) and low < b.numeral.low / 1000 <= 20:
        low *= 1000  # "3-4,000 people"
    low, high = low * (a.measure.times if a.measure else times), b.numeral.low * times
    if _is_negative(t, a):
        low = -low
    if b.first > a.last and (_is_negative(t, b) or t.lower[b.first - 1] == "minus"):
        high = -high
    if low > high and high < 0:
        low, high = high, low
    if low >= high:
        return None
    if a.numeral.comma and not (measure or b.numeral.scaled):
        return None
    counting = {a.numeral.kind, b.numeral.kind} <= {"digits", "words"} and not (a.numeral.scaled or b.numeral.scaled)
    plain = (
        counting
        and (a.numeral.integer or a.numeral.kind == "words")
        and (b.numeral.integer or b.numeral.kind == "words")
    )
    if (
        joint == "-"
        and plain
        and measure is None
        and not (opener or _phrases.counts_many(t, b.last) or t.lower[a.first - 1] in SPANNING)
    ):
        return None  # a score, a rank, a section: "2-3"
    unit = measure.unit if measure else None
    if unit is None and (a.numeral.kind == "fraction") and b.numeral.kind == "fraction":
        unit = "ratio"
    if unit is None and (a.numeral.kind == "fraction") != (b.numeral.kind == "fraction"):
        return None
    return Reading(low, high, unit, "range", a.first, b.last, replace(b.numeral, integer=False), a.money or b.money)


def one_or_two(t: Tokens, i: int, term: Term) -> Reading | None:
    """ "a week or two", "an hour or two", "a drink or two"."""
    if t.lower[i] != "two" or t.lower[i - 1] != "or" or t.lower[i - 3] not in {"a", "an"} or term.measure or i < 3:
        return None
    if t.lower[i - 2] in _numbers.SCALES or t.lower[i - 2] in _numbers.FRACTIONS:
        return None  # "a million or two" counts millions
    unit = _measures.unit_after(t, i - 2, Numeral(1, 1, i - 2, "words", 1))
    times = unit.times if unit else 1.0
    return Reading(times, 2 * times, unit.unit if unit else None, "range", i - 3, i + 1, term.numeral)
