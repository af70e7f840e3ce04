"""The words of a document that its claims are read from: prose without citations, with the facts it holds.

The facts are read from the whole text at once: a surname gets the full name given earlier, "she said" the person
named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from claimcheck import parse
from claimcheck.model import Date, Document, Entity, Facts, Instrument, Quantity, Quotation, Span


class _Located(Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_Located)
_Moving = TypeVar("_Moving", Quantity, Date, Quotation, Instrument, Entity)


@dataclass(frozen=True)  # without slots: the cached property is kept among its attributes
class Body:
    """``prose`` has the length of the document's text; citations and what stands outside the body are blank in it."""

    document: Document
    prose: str
    facts: Facts
    labels: tuple[tuple[int, int], ...] = ()
    """Brackets that hold nothing but linked words, such as "([annual report](https://…))"."""

    def told(self, span: Span) -> str:
        """The words under ``span`` as a reader has them, on one line, without the labels of its sources."""
        shown = span.of(self.document.prose)
        first, last = bisect_left(self.labels, (span.start, 0)), bisect_left(self.labels, (span.end, 0))
        inside = [(start - span.start, end - span.start) for start, end in self.labels[first:last]]
        words = " ".join(blanked(shown, inside).split())
        # Where markup was, a blank is left before the full stop.
        return words if span.of(self.document.text) == shown else _BEFORE_STOP.sub("", words)

    def facts_in(self, span: Span) -> Facts:
        """The facts that lie inside ``span``; a quotation also when it only overlaps it."""
        facts = self.facts
        quantities, dates, quotations, instruments, entities = self._starts
        return Facts(
            _within(facts.quantities, quantities, span),
            _within(facts.dates, dates, span),
            _overlapping(facts.quotations, quotations, span),
            _within(facts.instruments, instruments, span),
            _within(facts.entities, entities, span),
        )

    @cached_property
    def _starts(self) -> tuple[list[int], ...]:
        """Where the facts begin, by kind."""
        facts = self.facts
        kinds: tuple[Sequence[_Located], ...] = (
            facts.quantities,
            facts.dates,
            facts.quotations,
            facts.instruments,
            facts.entities,
        )
        return tuple([fact.span.start for fact in kind] for kind in kinds)

    @staticmethod
    def facts_of(words: str, offset: int) -> Facts:
        """The facts of words that stand outside the body, such as a title."""
        return parse.facts(words, offset)


def read_body(document: Document, keys: Iterable[Span], outside: Collection[int]) -> Body:
    """The body of ``document``. ``keys`` are the spans of its citations, ``outside`` the indexes of blocks left out."""
    prose = without_citations(document.prose, keys)
    pieces: list[str] = []
    at = 0
    for index in sorted(outside):
        span = document.blocks[index].span
        pieces += [prose[at : max(at, span.start)], _LETTERS.sub(_spaces, prose[max(at, span.start) : span.end])]
        at = max(at, span.end)
    prose = "".join((*pieces, prose[at:]))
    facts = parse.facts(_apart(prose, document))
    facts = replace(facts, quotations=tuple(_without_gaps(one, document.text) for one in facts.quotations))
    facts = facts if document.prose is document.text else _over_markup(facts, document)
    return Body(document, prose, facts, tuple(_labels(document)))


def _labels(document: Document) -> Iterator[tuple[int, int]]:
    """The brackets that hold linked words alone: they name a source, and say nothing that it could bear out.

    A figure among them may be the claim itself: "(up [12 percent](https://…))".
    """
    links = sorted(link.span for link in document.links if link.url)
    for group in _GROUP.finditer(document.prose) if links else ():
        words = list(group[0])
        at = bisect_left(links, Span(group.start(), group.start()))
        while at < len(links) and links[at].end <= group.end():
            for place in range(links[at].start - group.start(), links[at].end - group.start()):
                words[place] = ""
            at += 1
        left = "".join(words)
        named = len(left) < len(group[0]) and not any(map(str.isalnum, left))
        if named and not any(map(str.isdigit, group[0])):
            yield group.span()


def _without_gaps(quotation: Quotation, text: str) -> Quotation:
    """``quotation`` without the blanks that stand for the citations in it."""
    if quotation.span.of(text) == quotation.text:
        return quotation
    return replace(quotation, text=" ".join(quotation.text.split()))


def _apart(prose: str, document: Document) -> str:
    """``prose``, same length, with a paragraph separator for the line feed alone that divides two blocks of a page.

    No quotation and no name reaches from one into the next, while a line of a wrapped paragraph goes on in the next.
    """
    gaps = [
        before.span.end + gap.index("\n")
        for before, block in pairwise(document.blocks)
        if (gap := document.text[before.span.end : block.span.start]).count("\n") == 1
    ]
    pieces = [prose[start + 1 : end] for start, end in pairwise((-1, *gaps, len(prose)))]
    return "\u2029".join(pieces)


def _over_markup(facts: Facts, document: Document) -> Facts:
    """``facts`` with the whole of what stands for them in the text: "5%" is written ``5\\%`` in LaTeX, and a reader draws
    a word together that markup divides.
    """
    text, prose = document.text, document.prose

    def moved(fact: _Moving) -> _Moving:
        start, end = fact.span.start, fact.span.end
        if text[start:end] == prose[start:end]:
            return fact
        while start > max(0, fact.span.start - _MARKUP) and prose[start - 1] == " " and text[start - 1] not in _OUTSIDE:
            start -= 1
        while end < min(len(text), fact.span.end + _MARKUP) and prose[end] in " \n" and text[end] not in _OUTSIDE:
            if text[end] == "\\":
                break  # the next command
            end += 1
        # Blanks for the markup between its words are none of it.
        return replace(fact, span=Span(start, end), text=" ".join(fact.text.split()))

    return Facts(
        tuple(map(moved, facts.quantities)),
        tuple(map(moved, facts.dates)),
        tuple(map(moved, facts.quotations)),
        tuple(map(moved, facts.instruments)),
        tuple(map(moved, facts.entities)),
    )


_MARKUP = 40  # characters of markup at either end of a fact
_OUTSIDE = " \t\r\n\f\v~\u00a0"


_LETTERS = re.compile(r"[^\n]+")


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _within(facts: Sequence[_Fact], starts: list[int], span: Span) -> tuple[_Fact, ...]:
    low = bisect_left(starts, span.start)
    high = bisect_left(starts, span.end, low)
    return tuple([fact for fact in facts[low:high] if fact.span.end <= span.end]) if high > low else ()


def _overlapping(facts: Sequence[_Fact], starts: list[int], span: Span) -> tuple[_Fact, ...]:
    low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return tuple(fact for fact in facts[max(0, low - 1) : high] if fact.span.overlaps(span))


# --- Citations -------------------------------------------------------------------------------------------------------

_BEFORE_STOP = re.compile(r" (?=[.,;:]+(?:\s|$))")
_GROUP = re.compile(r"[(\[（【][^()\[\]（）【】]{0,1500}[)\]）】]")
_YEAR = re.compile(r"[(\[（]\s{0,3}(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|in press)[^()\[\]（）]{0,40}[)\]）]")
_ADDRESS = re.compile(r"https?://|www\.|doi:|\d{1,3}$|\^|-?@", re.IGNORECASE)


def without_citations(prose: str, keys: Iterable[Span]) -> str:
    """``prose`` with the citations under ``keys`` blanked; same length.

    A bracket that holds a key goes whole. Of a narrative citation ("Brown and Clark (2021) show") only the bracketed
    year goes: its names are the subject of the sentence. The words of a link stay: they are part of the sentence.
    """
    spans = sorted(keys)
    if not spans:
        return prose
    starts = [span.start for span in spans]
    blanks: list[tuple[int, int]] = []
    for group in _GROUP.finditer(prose):
        first = bisect_left(starts, group.start() + 1)
        if first < len(spans) and spans[first].end < group.end():
            blanks.append(group.span())
    for key in spans:
        words = key.of(prose)
        year = _YEAR.search(words)
        if year:
            blanks.append((key.start + year.start(), key.start + year.end()))
        elif _ADDRESS.match(words):
            blanks.append((key.start, key.end))
    return blanked(prose, blanks)


def blanked(prose: str, blanks: Iterable[tuple[int, int]]) -> str:
    """``prose``, same length, with spaces from the start to the end of every one of ``blanks``."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(blanks):
        start, end = max(at, start), min(len(prose), end)
        if start < end:
            pieces += [prose[at:start], " " * (end - start)]
            at = end
    return "".join((*pieces, prose[at:]))
