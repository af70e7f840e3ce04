"""Negations that hold only up to a point: "has not met since May" met last in May, "no ship left after 2010".

Such a sentence denies nothing of one that names the same point without a "not".
"""

from __future__ import annotations

from claimcheck.judges._clauses import is_negator
from claimcheck.judges._reading import Reading, Word

_POINTS = frozenset({"since", "until", "till", "before", "after", "earlier", "later", "for", "in", "beyond", "past"})
_SHARP = frozenset({"since", "until", "till", "before", "after", "beyond"})
_EXTREMES = frozenset("first last final latest earliest only sole deadline until till once".split())
_REACH = 5


def limited(denying: Reading, at: Word, affirming: Reading, to: Word) -> bool:
    """Whether the denial holds up to a point that the other side names as the first, the last or simply the time."""
    clause = [index for index, word in enumerate(denying.words) if word.segment == at.segment]
    if not any(_denies(denying, index) for index in clause):
        return False
    said = _clause(affirming, to)
    extreme = bool(said & _EXTREMES)
    for index in clause:
        word = denying.words[index]
        if word.lower not in _POINTS or word.quoted:
            continue
        behind = denying.words[index + 1 : index + 1 + _REACH]
        times = {other.lower for other in behind if other.part in {"number", "calendar"}}
        if extreme and (times or word.lower in _SHARP):
            return True
        if word.lower in _SHARP and word.lower not in said and times & said:
            return True
    return False


def _denies(reading: Reading, index: int) -> bool:
    word = reading.words[index].lower
    return is_negator(reading.words, index) or word in {"not", "never"} or word.endswith("n't")


_QUALIFIERS = frozenset(
    "except excepting only instead rather without besides other any more most fewest as than half some all every few "
    "fewer third quarter tenth longer used but unless alone".split()
)


def qualified(denying: Reading, word: Word, affirming: Reading, other: Word) -> bool:
    """Whether one side's clause restricts or weighs what it says and the other's does not in the same words.

    "Not in May but in June", "only with a key", "not all", "no longer", "not as high as": such a denial and an
    affirmation may both be true.
    """
    here, there = _clause(denying, word), _clause(affirming, other)
    if (here & _QUALIFIERS) ^ (there & _QUALIFIERS) or "half" in here & there:
        return True
    undone = {lower[len(prefix) :] for lower in here for prefix in _PREFIXES if lower.startswith(prefix)}
    return bool(undone & there)


_PREFIXES = ("un", "in", "im", "ir", "dis", "non")


def _clause(reading: Reading, word: Word) -> frozenset[str]:
    return frozenset(other.lower for other in reading.words if other.segment == word.segment and not other.quoted)
