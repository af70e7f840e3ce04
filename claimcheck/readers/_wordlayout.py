"""Paragraphs, tables and notes of a Word file as lines of text with blocks and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.model import Block, BlockKind, Link, Span
from claimcheck.readers import _kinds
from claimcheck.readers._wordbody import Cell, Mark, Paragraph, Row, Table
from claimcheck.readers._wordstyles import Lists, Style

_URL = re.compile(r"https?://[^\s<>\"'\]]{1,2000}[^\s<>\"'\].,;:!?)]", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]{0,30}:", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LONGEST_ADDRESS = 4_000  # characters of a link target; longer ones carry data, not a place
_LONGEST_HEADER = 60  # characters of a column header that is worth repeating in every row
_LONGEST_CELL = 80  # characters of the average cell of a table of facts; longer ones lay a page out
_COLUMNS = 200  # columns beyond which cells get no header


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: what calls it, and what it says."""

    kind: str
    id: str
    content: list[Paragraph | Table]


@dataclass(slots=True)
class Pages:
    """The text line by line, and where its blocks and links stand in it."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """A line with what stands in it; offsets count within the line."""

    text: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> None:
        by = len(self.text)
        self.links += [(start + by, end + by, address) for start, end, address in paragraph.links]
        self.marks += [replace(mark, start=mark.start + by, end=mark.end + by) for mark in paragraph.marks]
        self.text += paragraph.text


def lay_out(
    content: Sequence[Paragraph | Table],
    notes: Sequence[Note],
    *,
    styles: Mapping[str, Style],
    lists: Lists,
    mark: Callable[[str, str], str],
    paged: bool,
) -> Pages:
    """Writes ``content`` and then ``notes``, each behind the mark that calls it. Blocks get pages if ``paged``."""
    writer = _Writer(styles, lists, paged)
    writer.write_all(content)
    places = {(note.kind, note.id): writer.write_note(note, mark(note.kind, note.id)) for note in notes}
    for span, one in writer.marks:
        start, address = places.get((one.kind, one.id), (None, ""))
        label = mark(one.kind, one.id).strip("[]").translate(_RAISED)
        writer.pages.links.append(Link(span, address, label, start))
    return writer.pages


class _Writer:
    def __init__(self, styles: Mapping[str, Style], lists: Lists, paged: bool) -> None:
        self.pages = Pages()
        self.marks: list[tuple[Span, Mark]] = []
        self._styles = styles
        self._lists = lists
        self._paged = paged
        self._offset = 0
        self._called_on: dict[tuple[str, str], int] = {}

    def write_all(self, content: Sequence[Paragraph | Table]) -> None:
        for one in content:
            if isinstance(one, Paragraph):
                self._write_paragraph(one)
            else:
                self._write_table(one)

    def write_note(self, note: Note, shown: str) -> tuple[int | None, str]:
        """Where the note starts, and the first address in it."""
        start, first_line, first_link = self._offset, len(self.pages.lines), len(self.pages.links)
        page = self._called_on.get((note.kind, note.id), 0) if note.kind == "footnote" else 0
        opening = f"{shown} "
        for paragraph in _paragraphs(note.content):
            line = _Line(opening)
            line.add(paragraph)
            self._write(line, "footnote", page)
            opening = ""
        linked = next((link.url for link in self.pages.links[first_link:]), None)
        bare = None if linked else _URL.search("\n".join(self.pages.lines[first_line:]))
        return (start if self._offset > start else None), linked or (bare[0] if bare else "")

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        style = self._styles.get(paragraph.style or "", Style())
        place = paragraph.numbering or (None if paragraph.unnumbered else style.numbering)
        marker = self._lists.marker(place) if place is not None else ""
        line = _Line(f"{marker} " if marker else "")
        lead = len(line.text)
        line.add(paragraph)
        self._write(line, _kind(paragraph, style, listed=place is not None), paragraph.page, lead)

    def _write(self, line: _Line, kind: BlockKind, page: int, lead: int = 0) -> None:
        start = self._offset
        span = Span(start + lead, start + len(line.text))
        known = page if self._paged and page else None
        self.pages.blocks.append(Block(span, kind, kind != "boilerplate", known))
        self.pages.lines.append(line.text)
        for begin, end, address in line.links:
            if not _OTHER_SCHEME.match(address) and len(address) <= _LONGEST_ADDRESS and address.strip():
                self.pages.links.append(Link(Span(start + begin, start + end), address.strip()))
        for mark in line.marks:
            self.marks.append((Span(start + mark.start, start + mark.end), mark))
            self._called_on.setdefault((mark.kind, mark.id), page)
        self._offset += len(line.text) + 1

    # Tables

    def _write_table(self, table: Table) -> None:
        rows = [row for row in table.rows if not row.deleted and any(cell.content for cell in row.cells)]
        if not _holds_facts(rows):
            for row in rows:
                for cell in row.cells:
                    self.write_all(cell.content)
            return
        heads = _head_rows(rows, styled=table.styled_head)
        headers = _headers(rows[:heads])
        for row in rows[heads:] or rows:
            self._write_row(row, headers if rows[heads:] else [])

    def _write_row(self, row: Row, headers: Sequence[str]) -> None:
        line = _Line()
        page = column = 0
        for cell in row.cells:
            inside = list(_paragraphs(cell.content))
            if inside:
                page = page or inside[0].page
                header = headers[column] if column < len(headers) else ""
                line.text += ("; " if line.text else "") + (f"{header}: " if header else "")
                for number, paragraph in enumerate(inside):
                    line.text += " " if number else ""
                    line.add(paragraph)
            column += cell.span
        if line.text:
            self._write(line, "table-row", page)


def _kind(paragraph: Paragraph, style: Style, *, listed: bool) -> BlockKind:
    if style.kind is not None and style.kind != "paragraph":
        return style.kind
    words = paragraph.text
    if paragraph.outlined:
        return "heading"
    if listed:
        return "list-item"
    # Writers who know no headings set them in bold.
    if paragraph.bold and len(words) < 200 and "\n" not in words and _kinds.is_headline(words.rstrip(":")):
        return "heading"
    return "paragraph"


def _paragraphs(content: Sequence[Paragraph | Table]) -> Iterator[Paragraph]:
    """The paragraphs of a cell or note, those of tables inside it included."""
    for one in content:
        if isinstance(one, Paragraph):
            yield one
        else:
            for row in one.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.content)


def _holds_facts(rows: Sequence[Row]) -> bool:
    """True for a table of facts, false for one that only lays a page out."""
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return False
    filled = [cell for row in rows for cell in row.cells if cell.content]
    nested = any(isinstance(one, Table) for cell in filled for one in cell.content)
    return not nested and sum(map(_length, filled)) <= _LONGEST_CELL * len(filled)


def _length(cell: Cell) -> int:
    return sum(len(paragraph.text) for paragraph in _paragraphs(cell.content))


def _head_rows(rows: Sequence[Row], *, styled: bool) -> int:
    """How many rows hold headers: those marked so; or the first, if it is bold, or set apart and without numbers."""
    marked = next((at for at, row in enumerate(rows) if not row.header), len(rows))
    if marked:
        return marked
    words = [paragraph for cell in rows[0].cells for paragraph in _paragraphs(cell.content)]
    full = bool(words) and sum(bool(cell.content) for cell in rows[0].cells) >= len(rows[0].cells) - 1
    short = all(len(paragraph.text) <= _LONGEST_HEADER for paragraph in words)
    if not full or not short or len(rows[0].cells) < 2:
        return 0
    others = [paragraph for row in rows[1:] for cell in row.cells for paragraph in _paragraphs(cell.content)]
    if all(paragraph.bold for paragraph in words) and not all(paragraph.bold for paragraph in others):
        return 1
    numbers = any(any(map(str.isdigit, paragraph.text)) for paragraph in words)
    return int(styled and not numbers and any(any(map(str.isdigit, paragraph.text)) for paragraph in others))


def _headers(rows: Sequence[Row]) -> list[str]:
    """The header over each column; one above several columns stands over all of them."""
    headers: list[str] = []
    for row in rows:
        column = 0
        for cell in row.cells:
            words = " ".join(paragraph.text for paragraph in _paragraphs(cell.content)).replace("\n", " ")
            for at in range(column, min(column + cell.span, _COLUMNS)):
                while len(headers) <= at:
                    headers.append("")
                joined = f"{headers[at]} {words}".strip()
                headers[at] = joined if len(joined) <= _LONGEST_HEADER else headers[at]
            column += cell.span
    return headers
