"""The words of a document that its claims are read from: prose without citations, with the facts it holds.

The facts are read from the whole text at once: a surname gets the full name given earlier, "she said" the person
named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from claimcheck import parse
from claimcheck.model import Document, Facts, Span


class _Located(Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_Located)


@dataclass(frozen=True, slots=True)
class Body:
    """``prose`` has the length of the document's text; citations and what stands outside the body are blank in it."""

    document: Document
    prose: str
    facts: Facts

    def facts_in(self, span: Span) -> Facts:
        """The facts that lie inside ``span``; a quotation also when it only overlaps it."""
        return Facts(
            _within(self.facts.quantities, span),
            _within(self.facts.dates, span),
            _overlapping(self.facts.quotations, span),
            _within(self.facts.instruments, span),
            _within(self.facts.entities, span),
        )

    @staticmethod
    def facts_of(words: str, offset: int) -> Facts:
        """The facts of words that stand outside the body, such as a title."""
        return parse.facts(words, offset)


def read_body(document: Document, keys: Iterable[Span], outside: Collection[int]) -> Body:
    """The body of ``document``. ``keys`` are the spans of its citations, ``outside`` the indexes of blocks left out."""
    letters = list(without_citations(document.prose, keys))
    for index in outside:
        span = document.blocks[index].span
        letters[span.start : span.end] = (
            letter if letter == "\n" else " " for letter in letters[span.start : span.end]
        )
    prose = "".join(letters)
    return Body(document, prose, parse.facts(prose))


def _start(fact: _Located) -> int:
    return fact.span.start


def _within(facts: Sequence[_Fact], span: Span) -> tuple[_Fact, ...]:
    low, high = bisect_left(facts, span.start, key=_start), bisect_left(facts, span.end, key=_start)
    return tuple(fact for fact in facts[low:high] if fact.span.end <= span.end)


def _overlapping(facts: Sequence[_Fact], span: Span) -> tuple[_Fact, ...]:
    low, high = bisect_left(facts, span.start, key=_start), bisect_left(facts, span.end, key=_start)
    return tuple(fact for fact in facts[max(0, low - 1) : high] if fact.span.overlaps(span))


# --- Citations -------------------------------------------------------------------------------------------------------

_GROUP = re.compile(r"[(\[（【][^()\[\]（）【】]{0,1500}[)\]）】]")
_YEAR = re.compile(r"[(\[（]\s{0,3}(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|in press)[^()\[\]（）]{0,40}[)\]）]")
_ADDRESS = re.compile(r"https?://|www\.|doi:|\d{1,3}$|\^", re.IGNORECASE)


def without_citations(prose: str, keys: Iterable[Span]) -> str:
    """``prose`` with the citations under ``keys`` blanked; same length.

    A bracket that holds a key goes whole. Of a narrative citation ("Brown and Clark (2021) show") only the bracketed
    year goes: its names are the subject of the sentence. The words of a link stay: they are part of the sentence.
    """
    spans = sorted(keys)
    if not spans:
        return prose
    letters = list(prose)
    for group in _GROUP.finditer(prose):
        first = bisect_left(spans, Span(group.start() + 1, 0))
        if first < len(spans) and spans[first].end < group.end():
            _blank(letters, group.start(), group.end())
    for key in spans:
        words = key.of(prose)
        year = _YEAR.search(words)
        if year:
            _blank(letters, key.start + year.start(), key.start + year.end())
        elif _ADDRESS.match(words):
            _blank(letters, key.start, key.end)
    return "".join(letters)


def _blank(letters: list[str], start: int, end: int) -> None:
    letters[start:end] = " " * (end - start)
