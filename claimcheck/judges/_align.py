"""A part of a claim laid over a sentence of the source: which word stands for which, and how much is covered.

The sentence that says it (the anchor) is read with its context: the two sentences before it, the heading and the
title tell what "it", "the ministry" or "the haul" are. Words that the page has elsewhere count for little; a page about
the subject of a claim is no evidence for the claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._parts import Part
from claimcheck.judges._reading import Reading, Word, read
from claimcheck.parse import thesaurus, words
from claimcheck.passages import Index, Line

ANCHORS = 7
"""Sentences tried for each part; the right one was within the first four in every labelled case."""

# What a claim word counts for by where the page has it. The order matters, not the digits: before the anchor it may be
# what a pronoun stands for, after it rarely, elsewhere it is only the same subject.
CREDIT_BEFORE, CREDIT_SECOND, CREDIT_TITLE, CREDIT_AFTER, CREDIT_ELSEWHERE = 0.92, 0.85, 0.8, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Match:
    """A content word of the claim with the page word that stands for it. ``credit`` is 0 where nothing does."""

    word: Word
    page: Word | None
    line: int | None
    credit: float
    opposed: Word | None = None
    """A word of the anchor that says the opposite of ``word``."""


@dataclass(frozen=True)
class Alignment:
    """A part of a claim over one anchor line."""

    part: Part
    index: Index
    anchor: Line
    reading: Reading
    matches: tuple[Match, ...]
    context: tuple[Line, ...] = field(repr=False)
    """Lines before the anchor that it leans on, nearest first, then the title."""

    @cached_property
    def weights(self) -> tuple[float, ...]:
        return tuple(_weight(match.word, self.index) for match in self.matches)

    @cached_property
    def coverage(self) -> float:
        """Share of the claim's words that anchor, context and page bear out, weighed, 0 to 1."""
        return _share(self.matches, self.weights)

    @cached_property
    def anchored(self) -> float:
        """The same for the anchor line alone; words that the title has are taken as read."""
        return _share(*self._here(self.weights))

    @cached_property
    def copied(self) -> float:
        """The same, topic words and all: 1 for a sentence that has every word of the claim."""
        here = self.anchor.index
        held = [match if match.line == here else Match(match.word, None, None, 0.0) for match in self.matches]
        return _share(held, self.weights)

    @cached_property
    def strength(self) -> float:
        """The same with verbs weighing more and names less: what makes a sentence the one that speaks of the event."""
        factor = {"verb": 1.6, "name": 0.7}
        return _share(
            *self._here([w * factor.get(m.word.part, 1.0) for m, w in zip(self.matches, self.weights, strict=True)])
        )

    @cached_property
    def topical(self) -> frozenset[int]:
        """Where the claim's words stand that the title has too: every sentence of the page is about them."""
        title = self.index.title
        if title is None or title.index == self.anchor.index:
            return frozenset()
        said = {word.lower for word in read(title.text).words if word.content}
        return frozenset(
            match.word.start
            for match in self.matches
            if match.word.part != "verb"
            and any(self.index.relatives(match.word.lower).get(word, 0.0) >= 0.9 for word in said)
        )

    def _here(self, weights: Sequence[float]) -> tuple[list[Match], list[float]]:
        """The matches that count for the anchor alone, with their weights."""
        topical = self.topical
        rest = sum(w for m, w in zip(self.matches, weights, strict=True) if m.word.start not in topical)
        if rest < _ENOUGH:  # a claim of topic words alone is held to all of them
            topical = frozenset()
        rows = [
            (match if match.line == self.anchor.index else Match(match.word, None, None, 0.0), weight)
            for match, weight in zip(self.matches, weights, strict=True)
            if match.word.start not in topical
        ]
        return [match for match, _ in rows], [weight for _, weight in rows]

    @cached_property
    def verbal(self) -> float:
        """Share of the claim's verbs that the anchor line has, weighed, 0 to 1; 0 for a claim without one."""
        verbs = [
            (match.credit if match.line == self.anchor.index else 0.0, weight)
            for match, weight in zip(self.matches, self.weights, strict=True)
            if match.word.part == "verb" and match.word.clause >= 0
        ]
        total = sum(weight for _, weight in verbs)
        return sum(credit * weight for credit, weight in verbs) / total if total else 0.0

    def page_word(self, word: Word) -> Word | None:
        """The word of the anchor that stands for a claim word, if one does."""
        return next((m.page for m in self.matches if m.word is word and m.line == self.anchor.index), None)

    @cached_property
    def pairs(self) -> tuple[tuple[Word, Word, float], ...]:
        """Claim word, anchor word and weight, where the anchor itself has the word."""
        return tuple(
            (match.word, match.page, weight)
            for match, weight in zip(self.matches, self.weights, strict=True)
            if match.page is not None
            and match.line == self.anchor.index
            and match.credit >= 0.5
            and match.word.clause >= 0
        )

    @cached_property
    def held(self) -> Mapping[int, float]:
        """Weight of aligned words by clause of the anchor."""
        held: dict[int, float] = {}
        for _, page, weight in self.pairs:
            held[page.clause] = held.get(page.clause, 0.0) + weight
        ours = {word.stem for word in self.part.reading.words if word.counts}
        for page in self.reading.words:
            if page.counts and page.stem in ours:
                held[page.clause] = held.get(page.clause, 0.0) + 0.8
        return held


_ENOUGH = 1.2
"""Weight of the words that say more than the title; a noun is about 1."""


def _share(matches: Sequence[Match], weights: Sequence[float]) -> float:
    total = sum(weights)
    if not total:
        return 0.0
    return sum(match.credit * weight for match, weight in zip(matches, weights, strict=True)) / total


def _weight(word: Word, index: Index) -> float:
    return word.weight * index.rarity(word.lower) * (0.5 if word.clause < 0 else 1.0)


def anchors(part: Part, index: Index, limit: int = ANCHORS) -> tuple[Line, ...]:
    """The lines that may say what the part says, most words first; the lines around a line add to it."""
    weights = {word.lower: _weight(word, index) for word in (*part.content, *part.lent)}
    for word in part.reading.words:
        if word.part == "number" or word.part == "calendar":
            weights[word.lower] = 0.7
    scores = index.scores(weights)
    lines = index.sentences
    ranked = []
    for line in lines:
        if not scores[line.index]:
            continue
        before = max(scores[max(0, line.index - 2) : line.index], default=0.0)
        ranked.append((scores[line.index] + 0.35 * before, line.index))
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(lines[number] for _, number in ranked[:limit])


def align(part: Part, index: Index, anchor: Line) -> Alignment:
    """Lay ``part`` over ``anchor`` and its context."""
    reading = read(anchor.text)
    context = _context(index, anchor)
    words_ = (*part.content, *part.lent)
    favoured = _favoured_clause(words_, part, index, reading)
    named = _names_it(words_, reading, index)
    matches = tuple(_match(word, index, anchor, reading, context, favoured, named) for word in words_)
    return Alignment(part, index, anchor, reading, matches, context)


def _favoured_clause(words_: Sequence[Word], part: Part, index: Index, reading: Reading) -> int:
    """The clause of the anchor that holds most of the claim: of two equal words, the one there is meant."""
    held: dict[int, float] = {}
    for word in words_:
        near = index.relatives(word.lower)
        clauses = {page.clause for page in reading.words if near.get(page.lower, 0.0) >= 0.8 and not page.auxiliary}
        for clause in clauses:
            held[clause] = held.get(clause, 0.0) + _weight(word, index) / len(clauses)
    numbers = {word.stem for word in part.reading.words if word.counts}
    for page in reading.words:
        if page.counts and page.stem in numbers:
            held[page.clause] = held.get(page.clause, 0.0) + 0.8
    return max(held, key=lambda clause: (held[clause], -clause)) if held else -1


def _context(index: Index, anchor: Line) -> tuple[Line, ...]:
    if not anchor.body:
        return ()
    lines = index.sentences
    if anchor.kind == "table-row":
        # What the rows are about stands above the table; another row is no context.
        above = next((line for line in reversed(lines[: anchor.index]) if line.kind != "table-row"), None)
        before = [above] if above is not None and above.body else []
    else:
        before = [
            line for line in lines[max(0, anchor.index - 2) : anchor.index] if line.body and line.kind != "table-row"
        ]
        before.reverse()
    if index.title is not None and index.title not in before and index.title is not anchor:
        before.append(index.title)
    return tuple(before)


def _names_it(words_: Sequence[Word], reading: Reading, index: Index) -> bool:
    """Whether the anchor names whom the claim names, and so needs no sentence before it to say who it is about."""
    theirs = {word.lower for word in reading.words if word.part == "name"}
    ours = [word for word in words_ if word.part == "name" and not word.minor and word.clause >= 0]
    return any(index.relatives(word.lower).get(other, 0.0) >= 0.9 for word in ours for other in theirs)


def _leaning(word: Word, named: bool) -> float:
    """What a word found before the anchor keeps of its credit.

    Before it stands who "she" is; what she did stands in the sentence itself, and a sentence that names its subject
    borrows nothing from another one's: "the cup went to Shah" after "best plot: Binns" gives Shah no best plot.
    """
    if word.part == "name":
        return 1.0
    return (0.7 if word.part == "verb" else 1.0) * (0.65 if named else 1.0)


def _match(
    word: Word,
    index: Index,
    anchor: Line,
    reading: Reading,
    context: Sequence[Line],
    favoured: int,
    named: bool,
) -> Match:
    near = index.relatives(word.lower)
    if word.phrasal is not None:
        near = {**near, **index.relatives(word.phrasal)}
    best = _best(word, reading, near, favoured)
    opposed = None
    if best is None or (best[1] < 0.7 and best[0].base != word.base):
        opposed = _opposite(word, reading)
    elif best[1] < 0.9 and word.part == "verb" and best[0].base != word.base:
        listed = next(
            (page for page in reading.words if frozenset({word.base, page.base}) in lexicon.OPPOSITE_VERBS), None
        )
        if listed is not None and listed.part == "verb":  # "carried" is "moved" in a dictionary, and "lost" is not that
            return Match(word, None, None, 0.0, listed)
    if best is not None and best[1] >= 0.5:
        return Match(word, best[0], anchor.index, best[1], None if best[1] >= 0.7 else opposed)
    found = Match(word, best[0], anchor.index, best[1], opposed) if best else Match(word, None, None, 0.0, opposed)
    for place, line in enumerate(context):
        factor = CREDIT_TITLE if line.kind == "title" else (CREDIT_BEFORE, CREDIT_SECOND)[min(place, 1)]
        if line.kind not in {"title", "heading"}:
            factor *= _leaning(word, named)
        other = _best(word, read(line.text), near)
        if other and other[1] * factor * _standing(other[0]) > found.credit:
            found = Match(word, other[0], line.index, other[1] * factor * _standing(other[0]), opposed)
    if found.credit < CREDIT_AFTER and anchor.body and anchor.index + 1 < len(index.sentences):
        line = index.sentences[anchor.index + 1]
        other = _best(word, read(line.text), near) if line.body and line.kind != "table-row" else None
        if other and other[1] * CREDIT_AFTER * _standing(other[0]) > found.credit:
            found = Match(word, other[0], line.index, other[1] * CREDIT_AFTER * _standing(other[0]), opposed)
    if found.credit < CREDIT_ELSEWHERE and anchor.body:
        credit = max((credit for other, credit in near.items() if _in_body(index, other)), default=0.0)
        if credit >= 0.8 and credit * CREDIT_ELSEWHERE > found.credit:
            found = Match(word, None, None, credit * CREDIT_ELSEWHERE, opposed)
    return found


def _in_body(index: Index, word: str) -> bool:
    return any(index.sentences[number].body for number in index.lines_with(word))


def _standing(word: Word) -> float:
    """What is denied, asked or supposed in the context bears nothing out."""
    return 0.3 if word.mode in {"denied", "question", "conditional"} else 1.0


def _best(word: Word, reading: Reading, near: Mapping[str, float], favoured: int = -1) -> tuple[Word, float] | None:
    found: tuple[Word, float] | None = None
    for page in reading.words:
        credit = near.get(page.lower, 0.0)
        if not credit or (page.part == "function" and page.stem != word.stem) or page.auxiliary:
            continue
        if (word.part == "name") != (page.part == "name") and page.stem != word.stem:
            credit *= 0.9
        if word.part != page.part:
            credit *= 0.97
        if word.phrasal != page.phrasal and word.part == page.part == "verb" and credit > 0.9:
            credit *= 0.45  # "stood against her", "stands down"
        if found is None or credit > found[1] or (credit == found[1] and page.clause == favoured != found[0].clause):
            found = (page, credit)
    return found


def _opposite(word: Word, reading: Reading) -> Word | None:
    if word.part in {"name", "number", "calendar"}:
        return None
    for page in reading.words:
        if page.part in {"function", "name", "number", "calendar"} or page.auxiliary:
            continue
        if frozenset({word.base, page.base}) in lexicon.OPPOSITE_VERBS and word.part == page.part == "verb":
            return page
        if words.opposite_meaning(word.lower, page.lower) or thesaurus.opposed(word.lower, page.lower):
            return page
    return None
