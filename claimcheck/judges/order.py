"""Order: what came first?

"after the paper had been accepted" against "before the paper was accepted".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._facts import facts
from claimcheck.judges._reading import Word
from claimcheck.model import Comparison
from claimcheck.parse import dates
from claimcheck.passages import Index, Line


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """A clash when the same two events stand around "before" on one side and around "after" on the other."""
    ours = _joint(alignment.part.reading.words)
    theirs = _joint(alignment.reading.words)
    if ours is None:
        return
    if theirs is None:
        yield from _by_date(ours[0], ours[1], alignment)
        return
    position, sign = ours
    at, other_sign = theirs
    pairs = [
        (_side(word, position), _side(page, at)) for word, page, _ in alignment.pairs if page is not at and word.content
    ]
    straight = sum(here == there for here, there in pairs if here and there)
    crossed = sum(here != there for here, there in pairs if here and there)
    behind = [there for here, there in pairs if here == 1 and there]
    if not behind or straight == crossed:
        return
    agrees = (sign == other_sign) == (straight > crossed)
    if not agrees and sign == other_sign and min(_crossed(pairs, -1), _crossed(pairs, 1)) < 2:
        return  # the same word on both sides: only two whole events that changed places make a clash
    if agrees or (min(straight, crossed) == 0 and _both_sides(pairs)):
        yield Comparison("order", position.lower, at.lower, agrees=agrees)


def _by_date(joint: Word, sign: int, alignment: Alignment) -> Iterator[Comparison]:
    """The dates that the page gives for the two events, where it gives one for each."""
    later = {
        word.lower: word.weight
        for word in alignment.part.reading.words
        if word.start > joint.start and word.content and word.clause == joint.clause
    }
    if len(later) < 2:
        return
    index = alignment.index
    scores = index.scores(later)
    other = max((line for line in index.sentences if line.body), key=lambda line: scores[line.index], default=None)
    if other is None or other is alignment.anchor or scores[other.index] < _SAME_EVENT:
        return
    here, there = _bounds(alignment.anchor, index), _bounds(other, index)
    if here is None or there is None:
        return
    if here[1] < there[0] or there[1] < here[0]:
        yield Comparison("order", joint.lower, " ".join(other.text.split()), agrees=(here[1] < there[0]) == (sign < 0))


_SAME_EVENT = 0.6
"""Share of the second event's words that a sentence must hold to be about it."""


def _bounds(line: Line, index: Index) -> tuple[date, date] | None:
    """First and last day of the one date that a sentence gives."""
    found = set(facts(line.text).dates)
    if len(found) == 1 and next(iter(found)).edtf.startswith("XXXX-"):
        return dates.bounds(next(iter(found)).edtf.replace("XXXX", "2000"))  # two days of one year
    if index.published is not None:
        resolved = dates.relative(line.text, index.published)
        found = {d for d in found if not any(d.span.overlaps(other.span) for other in resolved)} | set(resolved)
    if len(found) != 1:
        return None
    return dates.bounds(next(iter(found)).edtf)


_STRETCHES = frozenset(
    "hour hours day days week weeks month months year years decade decades century centuries".split()
)


def _crossed(pairs: Sequence[tuple[int, int]], side: int) -> int:
    """How many aligned words of one side of the claim's joint stand on the other side of the page's."""
    return sum(here == side and there == -side for here, there in pairs)


def _side(word: Word, joint: Word) -> int:
    """-1 in the clause before the joint, +1 in the clause that it opens, 0 elsewhere."""
    if word.clause == joint.clause:
        return 1 if word.start > joint.start else -1
    return -1 if word.clause == joint.clause - 1 and word.start < joint.start else 0


def _both_sides(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether aligned words stand on both sides of the claim's joint, or its whole right side does."""
    return {here for here, there in pairs if here and there} == {-1, 1}


def _joint(words: Sequence[Word]) -> tuple[Word, int] | None:
    for index, word in enumerate(words):
        sign = lexicon.ORDER.get(word.lower)
        if sign is None or word.quoted or word.lower in {"since", "once"}:
            continue
        following = words[index + 1].lower if index + 1 < len(words) else ""
        if word.lower == "ahead" and following != "of":
            continue
        if word.lower == "prior" and following != "to":
            continue
        if word.lower == "following" and index and words[index - 1].lower in {"the", "a"}:
            continue
        if not following:
            continue  # "the year before"
        if any(near.lower in _STRETCHES for near in words[index + 1 : index + 4]):
            continue  # "after nine years of work" orders no two events
        return word, sign
    return None
