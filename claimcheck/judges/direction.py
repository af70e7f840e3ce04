"""Direction: did it go up or down?

"Deliveries increased this week" against "deliveries fell from 14 a day to five".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._reading import Word
from claimcheck.model import Comparison

_EITHER = frozenset({"cut", "lower", "raise", "lose", "slip", "add", "contract", "reduce", "climb", "spike", "swell"})
"""Words that say a direction only as verbs: "the lower limit" has none."""

# "more than 300" is a hedge and "fewer than in 2018" a comparison; only the latter has a direction.
_PARTICLES = {"up": 1, "down": -1}


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """A clash when the claim goes one way and the aligned clause only the other."""
    ours = directions(alignment.part.reading.words)
    if not ours or len({sign for _, sign in ours}) > 1 or alignment.anchor.kind == "table-row":
        return
    word, sign = ours[0]
    if " than in " in alignment.part.reading.text[word.start :]:
        return  # "in 2010 it was higher than in 2020" may be a fall
    theirs = [found for found in directions(alignment.reading.words) if _aligned(found[0], alignment)]
    if not theirs:
        return
    if any(other == sign for _, other in theirs):
        yield Comparison(
            "direction", word.lower, next(page.lower for page, other in theirs if other == sign), agrees=True
        )
        return
    if any(_same_thing(word, page, alignment) for page, _ in theirs):
        yield Comparison("direction", word.lower, theirs[0][0].lower, agrees=False)
    else:
        yield Comparison("direction", word.lower, None, agrees=None)


def directions(words: Sequence[Word]) -> list[tuple[Word, int]]:
    """Words that say which way a figure went: +1 up, -1 down; turned round under a negation."""
    found = []
    for index, word in enumerate(words):
        following = words[index + 1].lower if index + 1 < len(words) else ""
        after = words[index + 2] if index + 2 < len(words) else None
        sign = 0
        if word.quoted:
            continue
        if word.lower in _PARTICLES:
            before = words[index - 1] if index else None
            moves = before is not None and (before.base in {"go", "be", "come", "move"} or before.lower in lexicon.BE)
            if (
                moves
                or following in {"from", "by"}
                or (after is not None and after.part == "number" and following not in {"to", "in", "on", "at"})
            ):
                sign = _PARTICLES[word.lower]
        elif word.base in lexicon.UP or word.lower in lexicon.UP:
            sign = 1
        elif word.base in lexicon.DOWN or word.lower in lexicon.DOWN:
            sign = -1
        if after is not None and after.lower in lexicon.DETERMINERS:  # "less than the 1.1 million forecast"
            after = words[index + 3] if index + 3 < len(words) else None
        if sign and following == "than" and after is not None and after.part == "number":
            sign = 0
        if (
            sign
            and word.lower in {"more", "less", "further", "lower", "higher", "larger", "smaller"}
            and word.part != "verb"
        ):
            # "more wards", "a further two", "the lower limit" say no direction; "more often", "12 per cent more" do
            before = words[index - 1] if index else None
            compares = following == "than" or following in {"often", "frequently", "expensive", "likely"}
            counted = before is not None and before.lower in {"cent", "percent", "times", "points", "much", "far"}
            if not (compares or counted):
                sign = 0
        if sign and word.base in _EITHER and word.part != "verb":
            sign = 0
        if sign:
            found.append((word, -sign if word.negated else sign))
    return found


def _same_thing(word: Word, page: Word, alignment: Alignment) -> bool:
    """Whether what went up or down is the same: a noun before the claim's word is aligned near the page's word.

    Lacking that, nearly all of the claim must stand in the sentence.
    """
    if alignment.anchored >= _NEARLY_ALL:
        return True
    things = {
        other.start
        for other in alignment.part.reading.words
        if other.part in {"noun", "name"} and other.clause == word.clause and other.start < word.start
    }
    return any(ours.start in things and theirs.clause == page.clause for ours, theirs, _ in alignment.pairs)


_NEARLY_ALL = 0.75


def _aligned(word: Word, alignment: Alignment) -> bool:
    """Whether the page's direction word stands in the clause that says most of what is aligned."""
    held = alignment.held
    if not held:
        return True
    return held.get(word.clause, 0.0) >= 0.5 * max(held.values())
