"""Quantities: the same number, of the same thing, in the same unit?

A number agrees within its hedge ("about 12,000" for 11,931, miles for kilometres); it differs only from a number that
counts the same thing in the aligned passage. The right number on another thing is no agreement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.judges._align import Alignment
from claimcheck.judges._facts import facts
from claimcheck.judges._figures import (
    agree,
    change,
    exact,
    grammatical,
    is_difference,
    literal,
    product,
    ratio,
    reckons,
    same_figure,
    sized,
)
from claimcheck.judges._reading import read
from claimcheck.judges._slots import acts_alike, beside, counts_alike, denies, place, quoted, slot, stated
from claimcheck.model import Comparison, Quantity
from claimcheck.parse import quantities, words
from claimcheck.passages import Line

_BESIDE = 0.6
"""From this share on a count beside the claim's words is of the same thing under another name ("reports", "cases")."""


_FITS = 0.35
"""Share from which on an equal count of another noun is taken for the same ("40 animals", "40 of them")."""


_HALF = 0.5


_NEAR = 0.2
"""The same for a measure, whose unit says already what sort of thing it is."""


_SMALL = 2.0
"""Counts up to this are grammar as often as fact ("one of them", "the two"): their absence says nothing."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number of the page beside one of the claim."""

    quantity: Quantity
    agrees: bool
    slot: float
    line: Line
    counts: bool
    """Whether it counts the same noun."""

    acts: bool
    """Whether it plays the same part in its sentence ("fell", "killed")."""
    beside: float
    """Share of the claim's words that stand in its stretch of the sentence, 0 to 1."""
    counted: bool
    """Whether both sides name what they count."""
    sized: bool
    """Whether the numbers are of one order of magnitude."""
    loose: bool
    """Whether the claim's number is hedged or a share."""
    only: bool
    """Whether it is the only number of its sort in the sentence."""
    figure: bool
    """Whether the figure is the same and only the unit another: 11.4 weeks, 11.4 days."""

    @property
    def fits(self) -> bool:
        """Whether an equal number counts the same: not if both name another noun and little else is the same."""
        if self.line.kind == "table-row":
            return True  # "30 Played" for "30 games"
        return self.quantity.unit is not None or not self.counted or self.counts or self.beside >= _FITS

    @property
    def alike(self) -> bool:
        """Whether it counts or measures the same sort of thing, so that another value contradicts."""
        if self.figure:
            return True
        signs = self.counts + self.acts + (self.beside >= _HALF)
        if self.loose:  # "almost two thirds", "nearly three years" may be reckoned from other numbers
            return signs >= 2
        if self.quantity.unit is not None:
            return self.slot >= 0.5 and (signs > 0 or (self.beside >= _NEAR and self.only))
        if self.counts or self.acts:
            return signs >= 2 or self.beside >= _NEAR
        return self.counted and self.beside >= _BESIDE and self.sized


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """One comparison a quantity of the claim."""
    part = alignment.part
    ours = [quantity for quantity in part.facts.quantities if not quoted(quantity.span, part.reading)]
    lines = (alignment.anchor, *alignment.context, *_next(alignment))
    theirs = [(line, other) for line in lines for other in facts(line.text).quantities]
    # A page number that bears out one number of the claim is no rival of another.
    used = {
        id(other)
        for own in ours
        for line, other in theirs
        if line is alignment.anchor and agree(own, other, alignment, line.text)
    }
    for quantity in ours:
        found = _compare(quantity, theirs, used, alignment)
        if found is not None:
            yield found
    yield from _bare_numbers(alignment)


def _of_one_sort(ours: Quantity, text: str, theirs: Quantity, page: str) -> bool:
    """False for "three times as much" beside "212", and for "in ten years" beside "the 58-year-old building"."""
    if ("times" in {ours.counted, theirs.counted}) and ours.counted != theirs.counted:
        return False
    return _is_age(ours, text) == _is_age(theirs, page)


def _is_age(quantity: Quantity, text: str) -> bool:
    return quantity.unit == "year" and bool(_OLD.match(text, quantity.span.end))


_OLD = re.compile(r"[- ](?:years?[- ])?old\b")


def _margin(best: _Candidate, rival: _Candidate, here: Line) -> float:
    """How much better a differing number must fit before it outweighs an agreeing one."""
    if best.line is not here:
        return 0.3
    if rival.counts and not best.counts:
        return 0.5  # "412 jobs, against a target of 600" does not bear out 600 jobs
    return 1.6


def _next(alignment: Alignment) -> tuple[Line, ...]:
    """The sentence after the anchor: "The margin was 74 to 71" often follows what it counts."""
    following = alignment.anchor.index + 1
    lines = alignment.index.sentences
    if not alignment.anchor.body or following >= len(lines):
        return ()
    line = lines[following]
    return (line,) if line.body and line.paragraph == alignment.anchor.paragraph and line.kind != "table-row" else ()


def _compare(
    quantity: Quantity, theirs: Sequence[tuple[Line, Quantity]], used: set[int], alignment: Alignment
) -> Comparison | None:
    here = alignment.anchor
    # Counted once a line: a page of figures may be one line of thousands.
    comparable = Counter(id(line) for line, other in theirs if quantities.compare(quantity, other) is not None)
    candidates = [
        _Candidate(
            other, agrees, slot(quantity, other, alignment, line), line,
            counts_alike(quantity, other, alignment), acts_alike(quantity, other, alignment),
            beside(other, alignment) if line is here else 0.0, bool(quantity.counted and other.counted),
            sized(quantity, other),
            quantity.hedge not in {"exact", "range"} or quantity.unit == "ratio",
            comparable[id(line)] == 1,
            same_figure(quantity, other),
        )
        for line, other in theirs
        if (agrees := agree(quantity, other, alignment, line.text)) is not None
    ]  # fmt: skip
    said = _words(quantity, alignment.part.text)
    agreeing = [candidate for candidate in candidates if candidate.agrees]
    rivals = [
        candidate
        for candidate in candidates
        if candidate.agrees is False
        and candidate.line is here
        and id(candidate.quantity) not in used
        and candidate.alike
        and _of_one_sort(quantity, alignment.part.text, candidate.quantity, here.text)
    ]
    agreeing = [candidate for candidate in agreeing if candidate.fits]
    best = max(agreeing, key=lambda candidate: (candidate.line is here, candidate.slot), default=None)
    rival = max(rivals, key=lambda candidate: candidate.slot, default=None)
    if best is not None and best.slot > -0.5 and (rival is None or rival.slot < best.slot + _margin(best, rival, here)):
        if grammatical(quantity) and not best.counts and best.beside < _FITS:
            return None
        return Comparison("quantity", said, _words(best.quantity, best.line.text), agrees=True)
    bare = literal(quantity, alignment)
    if best is None and bare is not None and rival is None:
        return Comparison("quantity", said, bare, agrees=True)
    if best is None and product(quantity, alignment):
        return Comparison("quantity", said, here.text, agrees=True)
    if best is None and ratio(quantity, alignment):
        return Comparison("quantity", said, ratio(quantity, alignment), agrees=True)
    equal = any(c.line is here and c.agrees and exact(quantity, c.quantity) for c in candidates)
    if best is None and (changed := change(quantity, alignment)) is not None:
        return Comparison("quantity", said, here.text, agrees=changed)
    given = alignment.anchored < _COPY and _given(quantity, alignment)
    if rival is not None and not equal and (given or _tabled(quantity, alignment)):
        # The number stands elsewhere on the page: it may be right of something else, so nobody is accused.
        return Comparison("quantity", said, _words(rival.quantity, here.text), agrees=None)
    if is_difference(quantity, alignment.part.text) != (rival is not None and is_difference(rival.quantity, here.text)):
        rival = None  # "up by 6" against "from 42 to 48"
    if (
        rival is not None
        and bare is None
        and not equal
        and not denies(quantity, alignment)
        and _elsewhere(quantity, alignment, rival=True) is None
    ):
        return Comparison("quantity", said, _words(rival.quantity, here.text), agrees=False)
    if quantity.unit is None and quantity.stated is not None and quantity.stated <= _SMALL:
        return None
    elsewhere = _elsewhere(quantity, alignment)
    if elsewhere is not None:
        return Comparison("quantity", said, elsewhere, agrees=True)
    if reckons(quantity, alignment.part.text):
        return None
    return Comparison("quantity", said, None, agrees=None)


def _elsewhere(quantity: Quantity, alignment: Alignment, *, rival: bool = False) -> str | None:
    """The number in another sentence of the page, beside a word that it stands beside in the claim.

    With a ``rival`` in the anchor, that word must be one that the anchor lacks.
    """
    reading = alignment.part.reading
    _, segment = place(quantity.span, reading)
    links = [
        word
        for word in reading.words
        if word.segment == segment
        and word.weight >= 0.7
        and -40 <= word.start - quantity.span.start <= 40
        and not (rival and (alignment.page_word(word) is not None or word.part == "name"))
    ]
    lines: set[int] = set()
    for word in links:
        for relative, credit in alignment.index.relatives(word.lower).items():
            if credit >= 0.9:
                lines.update(alignment.index.lines_with(relative))
    for number in sorted(lines, key=lambda number: abs(number - alignment.anchor.index))[:_ELSEWHERE]:
        line = alignment.index.sentences[number]
        if line.body and line is not alignment.anchor:
            for other in facts(line.text).quantities:
                same = agree(quantity, other, alignment, line.text) and exact(quantity, other)
                counted = counts_alike(quantity, other, alignment) if quantity.counted else not other.counted
                if (
                    same
                    and (counted or quantity.unit)
                    and not _outdone(quantity, line, alignment)
                    and stated(other, read(line.text))
                ):
                    return other.text
    return None


def _outdone(quantity: Quantity, line: Line, alignment: Alignment) -> bool:
    """Whether the line gives another number for the same noun: "412 jobs, against a target of 600"."""
    return any(
        counts_alike(quantity, other, alignment) and not agree(quantity, other, alignment, line.text)
        for other in facts(line.text).quantities
    )


def _given(quantity: Quantity, alignment: Alignment) -> bool:
    """Whether another sentence of the page gives the very number: the claim may be about that sentence."""
    first = alignment.part.text[quantity.span.start : quantity.span.end].split()[:1]
    token = words.tokens(first[0])[0].lower if first and words.tokens(first[0]) else ""
    return any(
        exact(quantity, other)
        for number in alignment.index.lines_with(token)[:_ELSEWHERE]
        if number != alignment.anchor.index and alignment.index.sentences[number].body
        for other in facts(alignment.index.sentences[number].text).quantities
    )


def _tabled(quantity: Quantity, alignment: Alignment) -> bool:
    """Whether a table row with a word of the claim has its figure: "348" for "NOK 348 million"."""
    said = words.tokens(alignment.part.text[quantity.span.start : quantity.span.end])
    figure = next((token.lower for token in said if token.lower[:1].isdigit()), "")
    for number in alignment.index.lines_with(figure)[:_ELSEWHERE]:
        line = alignment.index.sentences[number]
        if line.kind == "table-row" and line.body and line is not alignment.anchor:
            row = {token.lower for token in words.tokens(line.text)}
            if any(row & alignment.index.relatives(word.lower).keys() for word in alignment.part.content):
                return True
    return False


_COPY = 0.75
"""Share of the claim from which on a sentence is a copy of it but for the number."""


_ELSEWHERE = 8
"""Sentences looked at, the nearest first."""


def _words(quantity: Quantity, text: str) -> str:
    """The number with its hedge and unit or noun, as written."""
    tail = text[quantity.span.end : quantity.span.end + 24]
    counted = quantity.counted or ""
    end = quantity.span.end + (tail.find(counted) + len(counted) if counted and counted in tail else 0)
    start = quantity.span.start
    for hedge in (
        "about ",
        "some ",
        "roughly ",
        "around ",
        "nearly ",
        "almost ",
        "over ",
        "up to ",
        "at least ",
        "more than ",
        "fewer than ",
        "less than ",
    ):
        if text[:start].lower().endswith(hedge):
            start -= len(hedge)
            break
    return " ".join(text[start:end].split())


def _bare_numbers(alignment: Alignment) -> Iterator[Comparison]:
    """Numbers that the grammar reads as no quantity (scores, identifiers): they must be there as written."""
    part = alignment.part
    spans = [quantity.span for quantity in part.facts.quantities] + [date.span for date in part.facts.dates]
    theirs = {word.stem for line in (alignment.anchor, *alignment.context) for word in read(line.text).words}
    theirs |= {
        f"{other.stated:g}"
        for line in (alignment.anchor, *alignment.context)
        for other in facts(line.text).quantities
        if other.stated is not None
    }
    for word in part.reading.words:
        if word.part != "number" or not word.lower[:1].isdigit() or word.quoted:
            continue
        if any(span.start < word.end and word.start < span.end for span in spans):
            continue
        if word.stem in theirs:
            yield Comparison("quantity", word.text, word.text, agrees=True)
        else:
            yield Comparison("quantity", word.text, None, agrees=None)
