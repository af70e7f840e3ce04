"""Find the sentences of a claims file in their text again."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from claimcheck.claimsfile.load import digest_of
from claimcheck.model import Citation, Claim, Document, DocumentInfo, Extraction, Facts, Reference, Span

Entry = TypeVar("Entry", Citation, Reference)


def text_path(extraction: Extraction) -> str | None:
    """Where the text of a claims file lies: beside the file, else from the working folder; ``None`` if it does not."""
    path = extraction.document.path
    if not path or path == "-" or "\0" in path:
        return None
    places = [os.path.join(os.path.dirname(extraction.claims_path), path)] if extraction.claims_path else []
    return next((os.path.normpath(place) for place in (*places, path) if os.path.isfile(place)), None)


def locate(extraction: Extraction, document: Document) -> Extraction:
    """``extraction``, read from a claims file, with its places in ``document`` instead of the file.

    A claim is where its digest matches; else where its words stand (exactly, or with other white space), nearest to
    where they stood. One that is nowhere is ``stale`` and keeps its place in the claims file.
    """
    finder = Finder(document)
    found: dict[str, Claim] = {}
    # Claims whose words nobody changed go first: the reworded ones are then looked for as far away as those moved.
    for claim in sorted(extraction.claims, key=lambda claim: claim.edited):
        again = finder.find(claim)
        if again is not None:
            found[claim.id] = again
    return replace(
        extraction,
        document=DocumentInfo(
            path=document.path,
            title=document.title,
            sha256=document.sha256,
            media_type=document.media_type,
            language=document.language,
            characters=len(document.text),
        ),
        claims=tuple(found.get(claim.id, claim) for claim in extraction.claims),
        citations=tuple(finder.place(citation) for citation in extraction.citations),
        references=tuple(
            _placed(reference, document) if reference.path else finder.place(reference)
            for reference in extraction.references
        ),
        stale=tuple(claim.id for claim in extraction.claims if claim.id not in found and claim.digest),
    )


class Finder:
    """Finds entries of a claims file in one document, and learns from each by how far the text has moved."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._moves: dict[int, None] = {0: None}

    def find(self, claim: Claim) -> Claim | None:
        """``claim`` at its sentence; ``None`` when the sentence is not in the document any more."""
        text = self.document.text
        span = None
        if claim.digest:
            moved = (claim.span.shifted(move) for move in self._moves)
            span = next(
                (place for place in moved if self._inside(place) and _digest(place, text) == claim.digest), None
            )
        if span is None:
            if claim.edited and claim.digest:
                span = _nearest(self._sentences.get(claim.digest, ()), claim.span)
            else:
                span = _nearest(_occurrences(claim.text, text), claim.span)
        if span is None:
            return None
        self._moves[span.start - claim.span.start] = None
        return _at(claim, span, self.document)

    def place(self, entry: Entry) -> Entry:
        """A citation or reference at its words; unchanged when they are not in the document any more."""
        text = self.document.text
        moved = (entry.span.shifted(move) for move in self._moves)
        span = next((place for place in moved if self._inside(place) and place.of(text) == entry.text), None)
        if span is None:
            span = _nearest(_occurrences(entry.text, text), entry.span)
        if span is None:
            return entry
        return replace(entry, span=span, line=self.document.line_of(span.start), document=self.document.path)

    def _inside(self, span: Span) -> bool:
        return 0 <= span.start < span.end <= len(self.document.text)

    @cached_property
    def _sentences(self) -> dict[str, list[Span]]:
        from claimcheck import segment

        spans: dict[str, list[Span]] = defaultdict(list)
        for sentence in segment.sentences(self.document):
            spans[_digest(sentence.span, self.document.text)].append(sentence.span)
        return spans


def _placed(reference: Reference, document: Document) -> Reference:
    """A reference of a bibliography file at its entry there; unchanged when the file has it no more."""
    named = [record for record in document.records if record.key == reference.label]
    record = next((one for one in named if one.text == reference.text), named[0] if len(named) == 1 else None)
    if record is None:
        return reference
    return replace(
        reference,
        span=record.span,
        line=record.line,
        column=record.column,
        path=record.path,
        document=document.path,
    )


def _digest(span: Span, text: str) -> str:
    return digest_of(span.of(text))


def _nearest(spans: Iterator[Span] | Sequence[Span], to: Span) -> Span | None:
    return min(spans, key=lambda span: abs(span.start - to.start), default=None)


def _occurrences(words: str, text: str) -> Iterator[Span]:
    """Every place of ``words``, exactly; if there is none, with other white space between the words."""
    if not words.strip():
        return
    start = text.find(words)
    if start >= 0:
        while start >= 0:
            yield Span(start, start + len(words))
            start = text.find(words, start + 1)
        return
    # Linear: a word never begins with white space, so each \s+ can match in one way only.
    pattern = r"\s+".join(map(re.escape, words.split()))
    for match in re.finditer(pattern, text):
        yield Span(*match.span())


def _at(claim: Claim, span: Span, document: Document) -> Claim:
    words = span.of(document.text)
    by = span.start - claim.span.start
    moved = replace(
        claim,
        span=span,
        line=document.line_of(span.start),
        column=document.column_of(span.start),
        page=document.page_of(span.start),
        document=document.path,
        text_line=None,
        facts=shifted(claim.facts, by),
        stated=None if claim.stated is None else shifted(claim.stated, by),
    )
    # A claim without a digest is one that a person added; it stays so, or the next extraction would drop it.
    if claim.edited or not claim.digest or words == claim.text:
        return moved
    return replace(moved, text=words, digest=digest_of(words), facts=_refitted(claim, words, span.start))


def shifted(facts: Facts, by: int) -> Facts:
    """``facts`` with every span moved."""
    return _moved(facts, lambda span: span.shifted(by)) if by else facts


def _refitted(claim: Claim, words: str, start: int) -> Facts:
    """Facts of ``claim`` in ``words``, which are its own but for the white space between them."""
    ours = [match.start() for match in re.finditer(r"\S+", claim.text)]
    theirs = [match.start() for match in re.finditer(r"\S+", words)]

    def move(offset: int) -> int:
        index = max(bisect_right(ours, offset - claim.span.start) - 1, 0)
        return start + theirs[index] + offset - claim.span.start - ours[index]

    return _moved(claim.facts, lambda span: Span(move(span.start), max(move(span.start), move(span.end))))


def _moved(facts: Facts, move: Callable[[Span], Span]) -> Facts:
    return Facts(
        quantities=tuple(replace(entry, span=move(entry.span)) for entry in facts.quantities),
        dates=tuple(replace(entry, span=move(entry.span)) for entry in facts.dates),
        quotations=tuple(replace(entry, span=move(entry.span)) for entry in facts.quotations),
        instruments=tuple(replace(entry, span=move(entry.span)) for entry in facts.instruments),
        entities=tuple(replace(entry, span=move(entry.span)) for entry in facts.entities),
    )
