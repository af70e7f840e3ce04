"""Texts as read: spans, blocks, links and whole documents.

A document is read once and never rewritten. Every offset in claimcheck is a Unicode code-point offset into
``Document.text``, end exclusive; it means the same thing in every room.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "title",  # the headline of the document
    "heading",
    "paragraph",
    "list-item",
    "quote",  # block quotation
    "table-row",  # one row; its prose reads "header: cell; header: cell"
    "caption",
    "code",
    "footnote",
    "byline",  # who wrote it, when, "5 min read"
    "boilerplate",  # navigation, teasers, newsletter lines, cookie notices
    "metadata",  # front matter
]
"""What a block is. Only ``paragraph``, ``list-item``, ``quote``, ``table-row`` and ``footnote`` hold running text."""

PROSE_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list-item", "quote", "table-row", "footnote"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document: code-point offsets, ``start`` inclusive and ``end`` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of ``text`` under this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of a document.

    ``body`` is false for what stands outside the article's main text (navigation, teasers, sidebars, comments):
    such a block never contradicts a claim and supports it at most as ``partial (outside-body)``.
    ``page`` is the one-based page of a paged document, else ``None``.
    """

    span: Span
    kind: BlockKind = "paragraph"
    body: bool = True
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the document: ``span`` covers its anchor words, ``url`` is absolute where the base is known.

    ``label`` is the reference label of a Markdown reference link or footnote ("2" of ``[^2]``), else ``None``.
    """

    span: Span
    url: str
    label: str | None = None
    target: int | None = None
    """Where in ``Document.text`` a link within the page leads: a footnote mark to its note, a note back to its mark."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source described field by field, under the key by which the text cites it: an entry of a ``.bib`` file.

    ``path`` is the bibliography file that holds it, as a person opens it from where the text was opened; ``None`` for a
    record in the text itself. ``span``, ``line`` and ``column`` (one-based) are places in that file, ``text`` is what
    stands there. ``authors`` are "Family, Given"; a body has no comma. ``year`` is ``None`` for an undated source,
    ``accessed`` an ISO date.
    """

    key: str
    text: str
    span: Span
    line: int
    column: int = 1
    path: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    year: str | None = None
    url: str | None = None
    accessed: str | None = None
    container: str | None = None


@dataclass(frozen=True, slots=True)
class BibliographyFile:
    """A file of source records that belongs to a text.

    ``named`` is where the text names it, ``None`` for one that was found by its own name beside the text. ``problem``
    says why it was not read ("there is no such file").
    """

    path: str
    named: Span | None = None
    problem: str | None = None


AsideKind = Literal[
    "reference",  # a source or note written where it is called, or a call of one by its name
    "note",  # a footnote written where its mark stands: it may cite, name a source, or only remark
    "template",  # what software fills in: a citation form, an information box
    "comment",  # for editors only
]


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch inside the text that belongs to no sentence: ``<ref>…</ref>``, ``{{cite web|…}}``, ``<!-- … -->``.

    ``prose`` is blank there. ``name`` is what a reference is called again by, or a template's own name in lower case
    with single spaces. ``body`` is the content of a reference without white space at its ends, ``None`` for one that
    only calls another. ``defines`` is true for a reference that a list of notes spells out and no sentence calls.
    """

    span: Span
    kind: AsideKind
    name: str | None = None
    body: Span | None = None
    defines: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that speaks to claimcheck, such as a waiver; ``text`` is what it says behind "claimcheck:".

    ``start`` and ``end`` are where it stands in ``Document.text``; the same place twice in a text that was rendered
    without it. ``line`` and ``column`` are one-based, of the file.
    """

    text: str
    start: int
    end: int
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself. Dates are ISO 8601 calendar dates (EDTF where less precise)."""

    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    modified: str | None = None
    canonical_url: str | None = None
    free_to_read: bool | None = None
    """schema.org ``isAccessibleForFree``; ``None`` when the page does not say."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read: a text under audit or a fetched source; both sides go through the same readers.

    ``text`` is what ``claimcheck text FILE`` prints. For text formats it is the decoded file, untouched, without a
    byte-order mark. ``prose`` has the same length as ``text``: markup (Markdown syntax, link targets) is replaced by
    spaces there, so that the grammars read words only and their offsets still hold in ``text``.
    ``lines`` are the source line numbers (one-based) at which each line of ``text`` begins, given only when ``text``
    was rendered from another format (HTML) and line *i* of the text is not line *i* of the file.
    """

    path: str
    text: str
    prose: str
    media_type: str
    sha256: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    asides: tuple[Aside, ...] = ()
    """In order of their starts; they may stand in one another."""
    remarks: tuple[Remark, ...] = ()
    records: tuple[SourceRecord, ...] = ()
    """Sources that the text cites by key, from bibliography files and from the text's own head."""
    bibliographies: tuple[BibliographyFile, ...] = ()
    """The files that the text names for its sources, read or not."""
    title: str | None = None
    language: str | None = None
    """BCP 47 primary language subtag ("en"), ``None`` when undetermined."""
    metadata: Metadata = field(default_factory=Metadata)
    lines: tuple[int, ...] | None = None
    complete: bool = True
    """False when the text was cut (a size limit, an unreadable page) or holds parts that are not read as prose (what
    macros and templates print): silence then means nothing."""
    _line_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        position = self.text.find("\n")
        while position != -1:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        object.__setattr__(self, "_line_starts", tuple(starts))

    def line_of(self, offset: int) -> int:
        """The one-based line a person opens in the file to find ``offset``."""
        index = bisect_right(self._line_starts, offset) - 1
        return self.lines[index] if self.lines else index + 1

    def column_of(self, offset: int) -> int:
        """The one-based column of ``offset`` in its line of ``text``."""
        return offset - self._line_starts[bisect_right(self._line_starts, offset) - 1] + 1

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, if any."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index >= 0 and offset < self.blocks[index].span.end:
            return self.blocks[index]
        return None

    def page_of(self, offset: int) -> int | None:
        """The one-based page that holds ``offset``; ``None`` for unpaged formats."""
        if not self.blocks or self.blocks[0].page is None:
            return None
        block = self.block_at(offset)
        return block.page if block else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: ``span`` has no white space at its ends; ``block`` is where it stands."""

    span: Span
    block: Block
    paragraph: int
    """Zero-based index of the block among ``Document.blocks``."""
