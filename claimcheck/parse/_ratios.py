"""Ratios told in two numbers: "one in five", "nine out of ten", "one shop in three", "3/4 of"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.parse import _measures, _numbers
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import may_be_noun
from claimcheck.parse._phrases import counts_many
from claimcheck.parse._terms import Reading, Term, part_of_unit


def ratio_at(t: Tokens, i: int, term: Term) -> Reading | None:
    """ "one in five", "2 in 3", "nine out of ten", "one of every five", "3/4 of"."""
    numeral = term.numeral
    whole = term.measure is None and not numeral.scaled and numeral.low == int(numeral.low)
    if numeral.kind != "digits" and not (numeral.kind == "words" and whole):
        return None
    j = numeral.last
    if t.text[j] == ":" and t.glued(j) and t.is_number(j + 1) and t.glued(j + 1):
        other = _numbers.digits(t, j + 1)
        told = "ratio" in (t.lower[i - 1], t.lower[i - 2], t.lower[j + 2])
        if not told or other is None or not other.low:
            return None
        value = numeral.low / other.low
        return Reading(value, value, "ratio", "exact", i, other.last, replace(numeral, kind="fraction"))
    if t.text[j] == "/" and (slashed := _numbers.slashed(t, i)):
        part = part_of_unit(t, slashed[1]) or _measures.unit_after(t, slashed[1], numeral)
        if part is None and t.lower[slashed[1]] not in {"of", "the", "majority", "cup", "teaspoon"}:
            return None
        value = slashed[0] * (part.times if part else 1.0)
        unit, last = (part.unit, part.last) if part else ("ratio", slashed[1])
        return Reading(value, value, unit, "exact", i, last, replace(numeral, kind="fraction"))
    k = _after_in(t, j)
    if k is None and numeral.low <= 20:
        k = _after_noun_in(t, j)
    if k is None or term.measure is not None or not numeral.low > 0:
        return None
    base = _base(t, k)
    if base is None or base.kind not in {"digits", "words"} or base.low <= numeral.low or base.low != int(base.low):
        return None
    one = numeral.low == 1 and t.lower[k - 1] == "in" and t.lower[i - 1] not in _DEEDS
    if t.lower[k - 1] in {"in", "of"} and base.low not in _BASES and base.low > 12 and not one:
        return None  # "63 out of 80 seats" counts twice
    plain_in = t.lower[k - 1] == "in"
    if plain_in and (
        (base.low > 100 and not base.scaled and base.low % 100) or _measures.unit_after(t, base.last, base)
    ):
        return None
    if plain_in and (numeral.low > 20 or (1000 <= base.low <= 2199 and base.integer)):
        return None
    if t.glued(base.last) and t.text[base.last] in "%-":
        return None
    value = numeral.low / base.low
    return Reading(value, value, "ratio", "exact", i, base.last, replace(numeral, kind="fraction"))


def _after_noun_in(t: Tokens, j: int) -> int | None:
    """The token after "in" of "one shop in three", "four patients out of ten"; the base must count nothing itself."""
    k = j
    while k < j + 3 and t.is_word(k) and may_be_noun(t.lower[k]):
        k += 1
    if k == j or t.lower[k] not in {"in", "out"}:
        return None
    start = _after_in(t, k)
    base = _base(t, start) if start is not None else None
    if base is None or base.low not in _BASES or counts_many(t, base.last):
        return None
    return None if t.text[base.last] in {"%", "-"} or _measures.unit_after(t, base.last, base) else start


def _base(t: Tokens, k: int) -> _numbers.Numeral | None:
    """The number at ``k`` that a ratio is told out of: "five", "1,000", "a hundred", "every hundred"."""
    if t.is_number(k):
        return _numbers.digits(t, k)
    if t.lower[k] in {"hundred", "thousand", "million"}:
        value = _numbers.SCALES[t.lower[k]]
        return _numbers.Numeral(value, value, k + 1, "words", 1, True)
    return _numbers.in_words(t, k) if t.lower[k] in _numbers.SMALL or t.lower[k] == "a" else None


_DEEDS = frozenset({"scored", "scoring", "won", "lost", "had", "made", "took", "with", "only", "saw"})
_BASES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000})


def _after_in(t: Tokens, j: int) -> int | None:
    """The token after "in", "in every", "out of", "of every", "out of every" at ``j``."""
    if t.lower[j] == "in":
        return j + 2 if t.lower[j + 1] == "every" else j + 1
    if t.lower[j] == "-" and t.lower[j + 1] == "in" and t.lower[j + 2] == "-" and t.glued(j + 1):
        return j + 3  # "one-in-five"
    if t.lower[j] == "out" and t.lower[j + 1] == "of":
        return j + 3 if t.lower[j + 2] == "every" else j + 2
    if t.lower[j] == "of" and t.lower[j + 1] == "every":
        return j + 2
    return None
