"""Bibliography entries, in-text citations, and how each citation resolves.

The way through this room: :mod:`listed` finds where sources are listed, :mod:`bibliography` reads each entry,
:mod:`markup` and :mod:`intext` find citation keys, :mod:`resolve` links them, :mod:`attach` says what they vouch for.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import PurePath

from claimcheck.bibliographies import Bibliography
from claimcheck.cite import bibliography as entries_room
from claimcheck.cite import intext, listed, markup, records
from claimcheck.cite.addresses import address_of
from claimcheck.cite.attach import attach
from claimcheck.cite.bibliography import Entry
from claimcheck.cite.index import Index
from claimcheck.cite.keys import Key
from claimcheck.cite.resolve import resolve
from claimcheck.cite.scan import Scan
from claimcheck.model import PROSE_KINDS, Citation, Document, Reference, Sentence, SourceRecord, Span

__all__ = ["Citing", "cite"]

_MOSTLY = 0.6  # share of a block that sources take up when it lists them and says nothing itself


@dataclass(frozen=True, slots=True)
class Citing:
    """What a text cites. ``own`` and ``inherited``: index of a sentence -> ids of citations."""

    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    own: dict[int, tuple[str, ...]] = field(default_factory=dict)
    inherited: dict[int, tuple[str, ...]] = field(default_factory=dict)
    listed: frozenset[int] = frozenset()
    """Indexes of the blocks that list sources and assert nothing."""


def cite(document: Document, sentences: Sequence[Sentence], bibliography: Bibliography) -> Citing:
    """The citations and references of ``document``, each citation resolved and attached to its sentence."""
    naming = _Naming(document)
    lists = listed.find(document, bibliography)
    entries: list[Entry] = []
    running = _running(document, lists.closed)
    for order, one in enumerate(lists.sources):
        before = entries[-1] if entries else None
        entry = entries_room.read(naming.reference(one.span, one.url), order=order, labels=one.labels, before=before)
        entries.append(replace(entry, chapter=bisect_left(running, one.span.start)))
    scan = Scan(document, lists.closed)
    keys = list(markup.find(scan, lists))
    entries += [
        entries_room.of_record(naming.record(one), one, order=len(entries) + at)
        for at, one in enumerate(records.belonging(document, keys))
    ]
    index = Index(entries)
    keys += intext.find(scan, index)
    linked = _linked(keys, index, naming, len(entries))
    if linked:
        index = Index((*entries, *linked))
    outcomes = resolve(keys, index, document.prose, running)
    attachment = attach([outcome.key for outcome in outcomes], document, sentences)
    groups: dict[Span, int] = {}
    citations = tuple(
        Citation(
            id=naming.citation(outcome.key.span),
            text=outcome.key.span.of(document.text),
            span=outcome.key.span,
            scope=scope,
            resolution=outcome.resolution,
            year_mismatch=outcome.year_mismatch,
            group=groups.setdefault(outcome.key.outer, len(groups)),
            line=document.line_of(outcome.key.span.start),
            document=document.path,
        )
        for outcome, scope in zip(outcomes, attachment.scopes, strict=True)
    )
    return Citing(
        citations,
        tuple(entry.reference for entry in index.entries),
        {at: tuple(citations[number].id for number in found) for at, found in attachment.own.items()},
        {at: tuple(citations[number].id for number in found) for at, found in attachment.inherited.items()},
        frozenset(_listing(document, lists.closed)),
    )


def _listing(document: Document, closed: Sequence[Span]) -> Iterator[int]:
    """The blocks of which sources take most; a footnote inside a paragraph takes little of it."""
    starts = [block.span.start for block in document.blocks]
    taken: Counter[int] = Counter()
    position = 0
    for span in closed:
        start = max(position, span.start)
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(starts) and starts[at] < span.end:
            block = document.blocks[at].span
            taken[at] += max(0, min(block.end, span.end) - max(block.start, start))
            at += 1
        position = max(position, span.end)
    for at, length in taken.items():
        if length >= _MOSTLY * len(document.blocks[at].span):
            yield at


def _running(document: Document, closed: Sequence[Span]) -> list[int]:
    """Where the paragraphs of running text start that hold no source: they part one list from the next."""
    starts = [span.start for span in closed]
    ends = list(accumulate((span.end for span in closed), max))
    found = []
    for block in document.blocks:
        at = bisect_left(starts, block.span.end) - 1
        if block.kind in PROSE_KINDS and block.body and (at < 0 or ends[at] <= block.span.start):
            found.append(block.span.start)
    return found


def _linked(keys: Sequence[Key], index: Index, naming: _Naming, order: int) -> list[Entry]:
    """References for addresses that the text links to and no entry has: one per address."""
    made: dict[str, Entry] = {}
    for key in sorted((key for key in keys if key.url), key=lambda one: one.span):
        address = address_of(key.url)
        if (
            not address
            or address in made
            or index.at_address(address)
            or any(index.labelled(label) for label in key.labels)
        ):
            continue
        reference = naming.reference(key.span, key.url)
        made[address] = entries_room.of_link(reference, order=order + len(made))
    return list(made.values())


class _Naming:
    """Ids from content: an edit elsewhere in the text changes none of them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stem = PurePath(document.path).stem
        self._seen: Counter[str] = Counter()

    def reference(self, span: Span, url: str | None) -> Reference:
        text = span.of(self._document.text)
        return Reference(
            id=self._id("r", f"{' '.join(text.split())} {url or ''}".rstrip()),
            text=text,
            span=span,
            url=url,
            line=self._document.line_of(span.start),
            document=self._document.path,
        )

    def record(self, record: SourceRecord) -> Reference:
        return Reference(
            id=self._id("r", f"{record.key} {' '.join(record.text.split())}"),
            text=record.text,
            span=record.span,
            line=record.line,
            document=self._document.path,
            path=record.path,
            column=record.column,
        )

    def citation(self, span: Span) -> str:
        return self._id("k", span.of(self._document.text))

    def _id(self, letter: str, content: str) -> str:
        """The n-th citation with the same words differs in its digest; a clash of digests gets an ordinal."""
        occurrence = f"{letter}\0{content}"
        self._seen[occurrence] += 1
        source = f"{self._stem}\0{content}\0{self._seen[occurrence]}"
        made = f"{letter}-{hashlib.sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
        self._seen[made] += 1
        return made if self._seen[made] == 1 else f"{made}-{self._seen[made]}"
