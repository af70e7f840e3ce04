"""Bibliography entries, in-text citations, and how each citation resolves.

The way through this room: :mod:`listed` finds where sources are listed, :mod:`bibliography` reads each entry,
:mod:`markup` and :mod:`intext` find citation keys, :mod:`resolve` links them, :mod:`attach` says what they vouch for.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from claimcheck.cite import bibliography as entries_room
from claimcheck.cite import intext, listed, markup
from claimcheck.cite.addresses import address_of
from claimcheck.cite.attach import attach
from claimcheck.cite.bibliography import Entry
from claimcheck.cite.index import Index
from claimcheck.cite.keys import Key
from claimcheck.cite.resolve import resolve
from claimcheck.cite.scan import Scan
from claimcheck.model import Citation, Document, Reference, Sentence, Span
from claimcheck.segment import Bibliography

__all__ = ["Citing", "cite"]


@dataclass(frozen=True, slots=True)
class Citing:
    """What a text cites. ``own`` and ``inherited``: index of a sentence -> ids of citations."""

    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    own: dict[int, tuple[str, ...]] = field(default_factory=dict)
    inherited: dict[int, tuple[str, ...]] = field(default_factory=dict)


def cite(document: Document, sentences: Sequence[Sentence], bibliography: Bibliography) -> Citing:
    """The citations and references of ``document``, each citation resolved and attached to its sentence."""
    naming = _Naming(document)
    lists = listed.find(document, bibliography)
    entries: list[Entry] = []
    for order, one in enumerate(lists.sources):
        before = entries[-1] if entries else None
        entries.append(
            entries_room.read(naming.reference(one.span, one.url), order=order, labels=one.labels, before=before)
        )
    scan = Scan(document, lists.closed)
    index = Index(entries)
    keys = [*markup.find(scan, lists), *intext.find(scan, index)]
    linked = _linked(keys, index, naming, len(entries))
    if linked:
        index = Index((*entries, *linked))
    outcomes = resolve(keys, index, document.prose)
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
    )


def _linked(keys: Sequence[Key], index: Index, naming: _Naming, order: int) -> list[Entry]:
    """References for addresses that the text links to and no entry has: one per address."""
    made: dict[str, Entry] = {}
    for key in sorted(keys, key=lambda one: one.span):
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
