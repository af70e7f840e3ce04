"""Substitutions: a sentence of the page with one word changed.

Where a claim repeats a sentence of the page nearly word for word, what stands in the place of another word is no
paraphrase of it: another name contradicts ("the court in Moyabamba" for "in Lima"), another noun or an added detail is
not borne out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._limits import limited, qualified
from claimcheck.judges._names import Name, likened, names, same
from claimcheck.judges._reading import Reading, Word
from claimcheck.model import Comparison

_COPIED = 0.7
"""Share of the claim's words that the page has in the same order, from which on the claim is a copy with changes."""
_LONGEST = 4
"""Words in the longest stretch that is compared as one substitution."""


class Opcode(Protocol):
    """A step from one word sequence to another."""

    tag: str
    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """One comparison for each changed or added stretch of a near copy."""
    from rapidfuzz.distance import Levenshtein

    ours, theirs = alignment.part.reading.words, alignment.reading.words
    if len(ours) < 5:
        return
    steps = Levenshtein.opcodes([word.stem for word in ours], [word.stem for word in theirs])
    copied = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    if copied < _COPIED * len(ours):
        return
    sides = alignment.part.reading, alignment.reading
    for fact, word, page in _turned(ours, theirs, steps, copied):
        here, there = (sides[0], word), (sides[1], page)
        if limited(*here, *there) or limited(*there, *here):
            continue
        unsure = qualified(*here, *there) or qualified(*there, *here)
        yield replace(fact, agrees=None) if unsure else fact
    for step in steps:
        if step.tag not in {"replace", "delete"} or step.src_end - step.src_start > _LONGEST:
            continue
        mine = ours[step.src_start : step.src_end]
        other = theirs[step.dest_start : step.dest_end] if step.tag == "replace" else ()
        yield from _compare(mine, other, alignment)


def _turned(
    ours: Sequence[Word], theirs: Sequence[Word], steps: Iterable[Opcode], copied: int
) -> Iterator[tuple[Comparison, Word, Word]]:
    """A negation put into a copied sentence or taken out of it."""
    if copied < _EXACT * len(ours):
        return
    for step in steps:
        mine = {word.lower for word in ours[step.src_start : step.src_end]}
        other = {word.lower for word in theirs[step.dest_start : step.dest_end]}
        if step.tag == "equal" or bool(mine & _NOT) == bool(other & _NOT):
            continue
        if len(mine) <= 2 and len(other) <= 2 and (mine | other) <= _NOT | lexicon.AUXILIARIES | {""}:
            near = range(max(0, step.src_start - 2), min(len(ours), step.src_end + 3))
            there = range(max(0, step.dest_start - 2), min(len(theirs), step.dest_end + 3))
            said, page = (" ".join(row[i].text for i in at) for row, at in ((ours, near), (theirs, there)))
            fact = Comparison("polarity", said, page, agrees=False)
            yield fact, ours[min(near[-1], step.src_start)], theirs[min(there[-1], step.dest_start)]
            return


_EXACT = 0.85
_NOT = frozenset({"not", "never", "no", "don't", "doesn't", "didn't", "isn't", "wasn't", "aren't", "weren't", "won't"})


def _compare(mine: Sequence[Word], other: Sequence[Word], alignment: Alignment) -> Iterator[Comparison]:
    ours, theirs = _name(mine, alignment.part.reading), _name(other, alignment.reading)
    if ours is not None and theirs is not None:
        if not _alike(ours, theirs, alignment):
            yield Comparison("entity", ours.text, theirs.text, agrees=False if likened(ours, theirs) else None)
        return
    told = [word for word in mine if _tells(word, alignment)]
    if told:
        page = " ".join(word.text for word in other if word.content) or None
        yield Comparison("words", " ".join(word.text for word in told), page, agrees=None)


def _alike(ours: Name, theirs: Name, alignment: Alignment) -> bool:
    """Whether the two names may be one, or either stands elsewhere on the other side (then it only moved)."""
    if same(ours, theirs):
        return True
    acronym = len(ours.key) == 1 and theirs.key[-1].lower in alignment.index.stands_for(ours.key[0].lower)
    moved = any(same(ours, other) for other in names(alignment.reading)) or any(
        same(theirs, other) for other in names(alignment.part.reading)
    )
    akin = any(
        alignment.index.relatives(word.lower).get(other.lower, 0.0) >= _AKIN
        for word in ours.key
        for other in theirs.key
    )
    return acronym or moved or (akin and len(ours.key) == len(theirs.key) == 1)


_AKIN = 0.85


def _tells(word: Word, alignment: Alignment) -> bool:
    """Whether a word that nothing stands for says something of its own: a noun or an adjective new to the page."""
    if word.part not in {"noun", "adjective", "name"} or word.quoted or word.weight < _TELLING:
        return False
    match = next((match for match in alignment.matches if match.word is word), None)
    return match is not None and match.credit < _STANDS and not (word.part == "name" and match.credit)


_TELLING = 0.7
"""Weight from which on an added word says something (a noun is about 1, an adverb a half)."""
_STANDS = 0.45
"""Credit below which nothing near stands for a word; elsewhere on the page is not here."""


def _name(words: Sequence[Word], reading: Reading) -> Name | None:
    """The name that one of the words belongs to."""
    numbers = {reading.words.index(word) for word in words if word.part == "name"}
    return next((name for name in names(reading) if numbers & set(range(name.first, name.last + 1))), None)
