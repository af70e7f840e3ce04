"""Two cited sources of one claim: what each of them says of it, ready to be held against the other.

Two pages at large share a thousand sentences; only those are taken that speak of the claim for which both are cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck import passages
from claimcheck.conflicts._assertion import Assertion, assertion_of
from claimcheck.conflicts._topic import align
from claimcheck.model import Claim, Document, Extraction, Resolved, Side, Source, Span

_STRETCHES = 4  # of a source that are looked at for a claim
_LINES = 6  # of them
_COVERED = 0.4
_LONGEST = 600  # characters of a line


@dataclass(frozen=True, slots=True)
class Witnesses:
    """A claim with what each of its sources says of it, one tuple a source, in the order of their addresses."""

    claim: Assertion
    said: tuple[tuple[Assertion, ...], ...]


def witnesses(extractions: Sequence[Extraction], sources: Sequence[Source]) -> Iterator[Witnesses]:
    """Every claim that two readable sources speak of."""
    read = {source.url: source for source in sources if source.readable and source.document is not None}
    if len(read) < 2:
        return
    for extraction in extractions:
        for claim in extraction.claims:
            cited = [read[url] for url in sorted(_addresses(claim, extraction)) if url in read]
            if len({source.sha256 or source.url for source in cited}) < 2:
                continue
            told = assertion_of(claim)
            said = tuple(lines for source in cited if (lines := tuple(_said(source, told))))
            if len(said) > 1:
                yield Witnesses(told, said)


def _addresses(claim: Claim, extraction: Extraction) -> set[str]:
    """The addresses that the claim cites itself or that a person added to it."""
    citations = {citation.id: citation for citation in extraction.citations}
    urls: Mapping[str, str | None] = {reference.id: reference.url for reference in extraction.references}
    found = {entry.url for entry in claim.sources}
    for key in claim.citations:
        citation = citations.get(key)
        if citation is not None and isinstance(citation.resolution, Resolved):
            found.update(url for reference in citation.references if (url := urls.get(reference)))
    return found


def _said(source: Source, claim: Assertion) -> Iterator[Assertion]:
    document = source.document
    if document is None:
        return
    index = passages.index(document)
    spans = [passage.span for passage in index.rank(claim.prose, _STRETCHES) if passage.body]
    lines = [line for line in index.sentences if line.body and any(_inside(line.span, span) for span in spans)]
    for line in lines[:_LINES]:
        if len(line.text) > _LONGEST:
            continue
        found = _assertion(source, document, line.text, line.span)
        topic = align(claim, found)
        if topic.coverage >= _COVERED and topic.things:
            yield found


def _inside(line: Span, stretch: Span) -> bool:
    return stretch.start <= line.start and line.end <= stretch.end


def _assertion(source: Source, document: Document, text: str, span: Span) -> Assertion:
    from claimcheck import parse

    prose = " ".join(text.split())
    side = Side(
        text=text,
        value="",
        document=source.url,
        line=document.line_of(span.start),
        span=span,
        column=document.column_of(span.start),
        source=source.url,
    )
    published = source.published or document.metadata.published
    return Assertion(side, prose, parse.facts(prose, 0), "asserted", published[:10] if published else None)
