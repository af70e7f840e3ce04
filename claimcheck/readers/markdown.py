"""Markdown: the file untouched, its syntax blanked in ``prose``, its links and footnotes with exact places."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.model import Block, BlockKind, Document, Link, Metadata, Span
from claimcheck.readers import _kinds
from claimcheck.readers._decode import decode
from claimcheck.readers._frontmatter import front_matter
from claimcheck.readers._language import language_of
from claimcheck.readers._refusal import refuse_blank
from claimcheck.readers._roles import assign_roles

if TYPE_CHECKING:
    from markdown_it.token import Token

    from claimcheck.readers._inline import Marks

MEDIA_TYPES = ("text/markdown",)
SUFFIXES = (".md", ".markdown", ".mdown")

_LINE_END = re.compile(r"\r\n|\n|\r")
_NO_LINE_END = re.compile(r"[^\r\n]")
_BARE_URL = re.compile(r"https?://[^\s<>\"'\]]{1,2000}[^\s<>\"'\].,;:!?)]", re.IGNORECASE)
_RAW_SYNTAX = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<(?:/?(?P<name>[A-Za-z][\w-]{0,30})|[!?])[^>]{0,5000}>",
    re.IGNORECASE | re.DOTALL,
)
_RAW_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
_RAW_LINK = re.compile(r"<a\s[^>]{0,2000}?href\s*=\s*[\"']?([^\"'>\s]{1,4000})", re.IGNORECASE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)[^*_\n]{1,120}(?<=\S)\1:?$")
_CONTAINERS = frozenset({"blockquote", "list_item", "footnote_reference", "heading", "thead", "tr"})


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """A Markdown text (CommonMark with tables, footnotes and front matter) as a document.

    ``text`` is the decoded file. ``prose`` has its length and its line ends; syntax, link targets, code, tags and
    comments are blank there, an entity ("&amp;") is its character followed by blanks, and the bars between the cells of
    a table row are semicolons. A link's span covers its visible words, a footnote mark's its label. The URL of a
    footnote mark is the first one in the note, "" when there is none. URLs that stand bare in the text are no links.

    Raises:
        UnreadableText: the bytes are text in no known encoding, or hold nothing but white space.
    """
    text = decode(data, path=path, declared=charset)
    refuse_blank(text, path)
    matter = front_matter(text)
    page = _Page(text, first_line=matter.lines, titled=matter.title is not None)
    if matter.length:
        page.blocks.append(Block(Span(0, len(text[: matter.length].rstrip())), "metadata"))
    page.blocks += [Block(span, "metadata") for span in matter.later]
    page.scan(_without(text, matter.later)[matter.length :])
    prose = "".join(page.prose)
    title = next((" ".join(block.span.of(prose).split()) for block in page.blocks if block.kind == "title"), None)
    return Document(
        path=path,
        text=text,
        prose=prose,
        media_type="text/markdown",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=assign_roles(sorted(page.blocks, key=lambda block: block.span), prose, matter.authors),
        links=page.resolved_links(),
        records=matter.records,
        bibliographies=matter.bibliographies,
        title=matter.title or title,
        language=language_of(prose, declared=matter.language),
        metadata=Metadata(
            authors=matter.authors, published=matter.published, modified=matter.modified, canonical_url=url
        ),
    )


def _without(text: str, stretches: Sequence[Span]) -> str:
    """``text``, of the same length and lines, with blanks for ``stretches``."""
    pieces: list[str] = []
    position = 0
    for span in stretches:
        pieces += [text[position : span.start], _NO_LINE_END.sub(" ", span.of(text))]
        position = span.end
    return "".join((*pieces, text[position:]))


class _Page:
    """Blocks, prose and links, filled in one pass over markdown-it's tokens."""

    def __init__(self, text: str, *, first_line: int, titled: bool) -> None:
        self.text = text
        self.prose = [c if c in "\r\n" else " " for c in text]
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text)]
        self._first_line = first_line
        self._titled = titled
        self._around: list[tuple[str, Token]] = []
        self._note_urls: dict[str, str] = {}
        self._notes: dict[int, str] = {}  # index of a footnote mark in links: its label

    def scan(self, source: str) -> None:
        """Reads ``source``, which is the text from the first line on."""
        from claimcheck.readers._inline import marks_of, parser

        environment: dict[str, Any] = {}
        row: list[Span] = []
        for token in parser(source).parse(source, environment):
            part, _, end = token.type.rpartition("_")
            first = token.map[0] + self._first_line if token.map else 0
            last = token.map[1] + self._first_line if token.map else 0
            if end == "open" and part in _CONTAINERS:
                self._around.append((part, token))
                row = [] if part == "tr" else row
            elif end == "close" and part in _CONTAINERS:
                if part == "tr":
                    self._end_row(row)
                self._around.pop()
            elif token.type == "inline" and token.map and token.content:
                after = row[-1].end if row and self._is_in("tr") else 0
                where = (
                    self._places(token.content, first, after)
                    if self._is_in("tr")
                    else self._lines(token.content, first)
                )
                span = self._fill(token.content, where, marks_of(token, environment))
                if span is not None and self._is_in("tr"):
                    row.append(span)
                elif span is not None:
                    self._add(span)
            elif token.type in {"fence", "code_block"} and token.map:
                self.blocks.append(Block(self._stretch(first, last), "code"))
            elif token.type == "html_block" and token.map:
                self._add_raw(self._stretch(first, last))

    def resolved_links(self) -> tuple[Link, ...]:
        """The links in order, footnote marks with the first URL of their note."""
        resolved = [
            replace(link, url=self._note_urls.get(self._notes[index], "")) if index in self._notes else link
            for index, link in enumerate(self.links)
        ]
        return tuple(sorted(resolved, key=lambda link: link.span))

    def _is_in(self, part: str) -> bool:
        return any(part == around for around, _ in self._around)

    def _stretch(self, first: int, last: int) -> Span:
        """Lines ``first`` to ``last`` (exclusive) without white space at their ends."""
        start, end = self._starts[first], self._starts[min(last, len(self._starts) - 1)]
        stretch = self.text[start:end]
        return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))

    def _lines(self, content: str, first: int) -> list[int]:
        """For each character of a block's inline content, its offset in the text, ``-1`` where that cannot be told.

        Block markers and indents stand before the content in each line, trailing number signs may stand behind it.
        """
        where: list[int] = []
        for number, line in enumerate(content.split("\n"), first):
            if number > first:
                where.append(self._starts[number] - 1)
            start, end = self._starts[number], self._starts[number + 1]
            source = self.text[start:end].rstrip()
            words = line.strip()
            at = len(source) - len(words) if source.endswith(words) else source.find(words)
            lead = len(line) - len(line.lstrip())
            # A tab that a list's indent cuts through is spaces in the content.
            where.extend(
                start + at - lead + i if at >= 0 and lead <= i < lead + len(words) else -1 for i in range(len(line))
            )
        return where

    def _places(self, content: str, row: int, after: int) -> list[int]:
        """The same for a table cell, which is looked for behind the cell before it; "\\|" is "|" in the content."""
        start, end = max(self._starts[row], after), self._starts[row + 1]
        at = self.text.find(content, start, end)
        if at >= 0:
            return list(range(at, at + len(content)))
        where: list[int] = []
        for character in content:
            at = self.text.find(character, start, end)
            where.append(at)
            start = at + 1 if at >= 0 else start
        return where

    def _fill(self, content: str, where: Sequence[int], marks: Marks) -> Span | None:
        """Copies the visible characters to ``prose`` and notes the links; the span of the content, syntax included."""
        visible = bytearray(b"\x01" * len(content))
        for start, end in marks.syntax:
            visible[start:end] = bytes(end - start)
        characters = dict(marks.characters)
        for index, (offset, character) in enumerate(zip(where, content, strict=True)):
            if offset >= 0 and character != "\n" and (visible[index] or index in characters):
                self.prose[offset] = characters.get(index, character)
        for anchor in marks.anchors:
            inside = [i for i in range(anchor.start, anchor.end) if where[i] >= 0 and (anchor.note or visible[i])]
            inside = [i for i in inside if not content[i].isspace()]
            if inside:
                if anchor.note and anchor.label:
                    self._notes[len(self.links)] = anchor.label
                self.links.append(Link(Span(where[inside[0]], where[inside[-1]] + 1), anchor.url, anchor.label))
        known = [offset for offset in where if offset >= 0]
        return Span(known[0], known[-1] + 1) if known else None

    def _add(self, span: Span) -> None:
        prose = "".join(self.prose[span.start : span.end])
        if prose.strip():
            kind = self._kind(span, " ".join(prose.split()) if len(prose) < 500 else prose)
            self.blocks.append(Block(span, kind))
            self._note_source(span, prose)

    def _kind(self, span: Span, words: str) -> BlockKind:
        kind: BlockKind = "paragraph"
        for around, token in self._around:
            if around == "footnote_reference":
                return "footnote"
            if around == "heading":
                is_title = token.tag == "h1" and not self._titled
                self._titled = self._titled or is_title
                return "title" if is_title else "heading"
            kind = "quote" if around == "blockquote" else "list-item"
        # Writers who know no headings set them in bold.
        if (
            kind == "paragraph"
            and _STRONG.match(self.text[span.start : span.end])
            and _kinds.is_headline(words.rstrip(":"))
        ):
            return "heading"
        return kind

    def _note_source(self, span: Span, prose: str) -> None:
        """Remembers the first URL of a footnote."""
        label = next(
            (str(token.meta.get("label")) for part, token in self._around if part == "footnote_reference"), None
        )
        if label is None:
            return
        linked = next((link.url for link in reversed(self.links) if span.contains(link.span) and link.url), None)
        bare = _BARE_URL.search(prose)
        if url := linked or (bare[0] if bare else None):
            self._note_urls.setdefault(label, url)

    def _end_row(self, row: Sequence[Span]) -> None:
        if not row:
            return
        for left, right in itertools.pairwise(row):
            bar = self.text.find("|", left.end, right.start)
            if bar >= 0:
                self.prose[bar] = ";"
        kind: BlockKind = "heading" if self._is_in("thead") else "table-row"
        self.blocks.append(Block(Span(row[0].start, row[-1].end), kind))

    def _add_raw(self, span: Span) -> None:
        """A block of HTML: its words are prose, its block elements paragraphs."""
        start, begun = span.start, span.start
        link: tuple[int, str] | None = None
        for match in _RAW_SYNTAX.finditer(self.text, span.start, span.end):
            self._copy(start, match.start())
            name = (match["name"] or "").lower()
            if name == "a" and (address := _RAW_LINK.match(match[0])):
                link = (match.end(), address[1])
            elif name == "a" and link is not None:
                words = self.text[link[0] : match.start()]
                if words.strip() and "<" not in words:
                    lead = len(words) - len(words.lstrip())
                    self.links.append(Link(Span(link[0] + lead, link[0] + len(words.rstrip())), link[1]))
                link = None
            elif name not in _RAW_INLINE:
                self._add_trimmed(begun, match.start())
                begun = match.end()
            start = match.end()
        self._copy(start, span.end)
        self._add_trimmed(begun, span.end)

    def _copy(self, start: int, end: int) -> None:
        for offset in range(start, end):
            self.prose[offset] = self.text[offset]

    def _add_trimmed(self, start: int, end: int) -> None:
        words = "".join(self.prose[start:end])
        if words.strip():
            self._add(Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
