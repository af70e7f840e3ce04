"""MediaWiki wikitext: the file untouched, its markup blanked in ``prose``, references and templates as asides."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.model import Aside, Block, BlockKind, Document, Metadata, Span
from claimcheck.readers._decode import decode
from claimcheck.readers._language import language_of
from claimcheck.readers._refusal import refuse_blank
from claimcheck.readers._roles import assign_roles
from claimcheck.readers._wikimarkup import ASIDE, ASIDE_END, FILLERS, MARK, Markup, scan

MEDIA_TYPES = ("text/x-wiki", "text/mediawiki", "text/x-mediawiki", "text/vnd.mediawiki")
SUFFIXES = (".wiki", ".mediawiki", ".wikitext")

_WHITE = " \t\r\f\v\u00a0"
_EDGES = _WHITE + FILLERS
_MARKER = re.compile(r"[*#:;]+")
_TABLE = re.compile(r":*\s*\{\|")
_BARS = re.compile(r"\|\||!!")
_BAR = re.compile(r"\|\|")
_QUOTES = re.compile(r"\{\{\s*(?:quote|blockquote|cquote|quotation|zitat|cita|citation bloc)\b", re.IGNORECASE)
_QUOTE_TAG = re.compile(r"<(/?)blockquote\b", re.IGNORECASE)
_GALLERY_TAG = re.compile(r"<(/?)gallery\b", re.IGNORECASE)
_POINTERS = frozenset(
    """see also|external links|external link|siehe auch|weblinks|einzelnachweise|voir aussi|liens externes|véase también
    |enlaces externos|voci correlate|collegamenti esterni|ver também|ligações externas|zie ook|externe links
    |zobacz też|linki zewnętrzne|см. также|ссылки|se även|externa länkar|関連項目|外部リンク|参见|外部链接""".replace(
        "\n    ", ""
    ).split("|")
)
_BOLD = re.compile(r"'''(?!')([^\n]{1,150}?)'''")
_DISPLAY_TITLE = re.compile(r"\{\{\s*DISPLAYTITLE\s*:([^{}\n]{1,200})\}\}", re.IGNORECASE)
_LEAD = 5_000  # characters in which an article names its subject in bold


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """A wikitext as a document.

    ``text`` is the decoded file. ``prose`` has its length and its line ends; templates, references, comments, tags and
    other markup are blank there, but for the few templates that only set words ("{{convert|3|km}}" is "3 km"). An
    entity is its character followed by blanks, cells of a table row are parted by semicolons, and a word that markup
    divides ("[[mill]]s") is drawn together, its blanks behind it. ``links`` are those to addresses, with the span of
    their words; the target of a link to another article is no source. References in the margin of the text (``asides``)
    carry their name and content.

    Raises:
        UnreadableText: the bytes are text in no known encoding, or hold nothing but white space.
    """
    text = decode(data, path=path, declared=charset)
    refuse_blank(text, path)
    page = _Page(text, scan(text))
    page.read()
    prose = page.prose()
    blocks = assign_roles(sorted(page.blocks, key=lambda block: block.span), prose)
    return Document(
        path=path,
        text=text,
        prose=prose,
        media_type=MEDIA_TYPES[0],
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        links=tuple(page.markup.links),
        asides=tuple(page.markup.asides),
        title=_title(text, prose, blocks),
        language=language_of(prose),
        metadata=Metadata(canonical_url=url),
        complete=False,  # what templates and references print is not read as prose
    )


def _title(text: str, prose: str, blocks: Sequence[Block]) -> str | None:
    """What the page calls itself: its title, or the words that its lead sets in bold."""
    if match := _DISPLAY_TITLE.search(text):
        return " ".join(re.sub(r"'{2,}|<[^<>]{0,200}>", "", match[1]).split()) or None
    title = next((block.span.of(prose) for block in blocks if block.kind == "title"), None)
    if title is None and (lead := next((block for block in blocks if block.kind == "paragraph"), None)):
        bold = _BOLD.search(text, lead.span.start, min(lead.span.end, lead.span.start + _LEAD))
        title = prose[bold.start(1) : bold.end(1)] if bold else None
    return " ".join(title.split()) or None if title else None


class _Page:
    """Lines to blocks. What it takes for syntax on the way is blanked in ``prose``."""

    def __init__(self, text: str, markup: Markup) -> None:
        self.text = text
        self.markup = markup
        self.blocks: list[Block] = [Block(span, "caption") for span in markup.captions if len(span)]
        self._syntax: list[tuple[int, int, str]] = []  # stretches, and what stands there instead of blanks
        self._outer = _outermost(markup.asides)
        self._pictured = frozenset(span.start for span in markup.pictures)
        self._paragraph: Span | None = None
        self._kind: BlockKind = "paragraph"
        self._quotes = 0
        self._gallery = False
        self._tables = 0
        self._row: list[Span] = []
        self._headed = True
        self._pointers = 0  # level of the heading under which only pointers to other pages stand

    def read(self) -> None:
        flow = _without(self.markup.flow, self.markup.pictures)
        offset = 0
        for line in flow.split("\n"):
            self._read_line(line, offset)
            offset += len(line) + 1
        self._end_row()
        self._end_paragraph()

    def prose(self) -> str:
        flow = self.markup.flow
        pieces: list[str] = []
        position = 0
        for start, end, shown in sorted(self._syntax):
            if start >= position:
                pieces += [flow[position:start], shown or _blanked(flow[start:end])]
                position = end
        return "".join((*pieces, flow[position:])).translate(_SHOWN)

    # Lines

    def _read_line(self, line: str, start: int) -> None:
        if "<" in self.text[start : start + len(line)] and self._read_tags(line, start):
            return
        if not line.strip(_EDGES):
            self._read_empty(line, start)
            return
        if self._gallery:
            self._read_picture(line, start)
            return
        lead = len(line) - len(line.lstrip(_WHITE + ASIDE + ASIDE_END))
        if self._tables or _TABLE.match(line, lead):
            self._read_table(line, start, lead)
        elif line.startswith("=", lead) and self._read_heading(line, start, lead):
            pass
        elif marker := _MARKER.match(line, lead):
            self._end_paragraph()
            self._read_item(line, start, marker)
        elif line.startswith("----", lead):
            self._end_paragraph()
            dashes = len(line) - len(line.lstrip("-"))
            self._hide(start, start + max(dashes, 4))
        else:
            apart = _QUOTES.match(self.text, start)
            if apart or start in self._pictured:
                self._end_paragraph()
            quoted = self._quotes or apart
            self._go_on(Span(start + lead, start + len(line.rstrip(_WHITE))), "quote" if quoted else "paragraph")
            if apart:
                self._end_paragraph()

    def _read_tags(self, line: str, start: int) -> bool:
        """Block quotations and galleries; true when the line is read."""
        raw = self.text[start : start + len(line)]
        for match in _GALLERY_TAG.finditer(raw):
            self._end_paragraph()
            self._gallery = not match[1]
            return True
        tags = [match[1] for match in _QUOTE_TAG.finditer(raw)]
        if not tags:
            return False
        self._end_paragraph()
        if words := line.strip(_EDGES):
            at = start + line.index(words)
            self._go_on(Span(at, start + len(line.rstrip(_WHITE))), "quote")
        self._end_paragraph()
        self._quotes = max(0, self._quotes + sum(1 if not end else -1 for end in tags))
        return True

    def _read_picture(self, line: str, start: int) -> None:
        """A line of a gallery: the name of a file, a bar and its caption."""
        caption = _cell(line, line.find("|") + 1 or len(line), len(line))
        self._hide(start, start + caption.start)
        if len(caption):
            self.blocks.append(Block(caption.shifted(start), "caption"))

    def _read_empty(self, line: str, start: int) -> None:
        """A line without words: blank, or of asides alone. A reference there belongs to the paragraph before it."""
        at = next((i for i, c in enumerate(line) if c == ASIDE), -1)
        aside = self._aside_at(start + at) if at >= 0 else None
        if aside is not None and aside.kind in {"reference", "comment"}:
            if self._paragraph is not None and aside.kind == "reference":
                self._paragraph = Span(self._paragraph.start, start + len(line.rstrip(_WHITE)))
            return
        if self._tables:
            return
        self._end_paragraph()
        if aside is not None and any(one.kind == "reference" for one in self._inside(aside)):
            self.blocks.append(Block(aside.span, "boilerplate"))  # the sources of an information box cite no sentence

    def _read_heading(self, line: str, start: int, lead: int) -> bool:
        words = line[lead:].rstrip(_EDGES)
        level = min(len(words) - len(words.lstrip("=")), len(words) - len(words.rstrip("=")), 6)
        inner = words[level : len(words) - level]
        bare = inner.strip(_EDGES)
        if not level or not bare:
            return False
        self._end_paragraph()
        at = start + lead + level + inner.index(bare)
        span = Span(at, at + len(bare))
        self._hide(start + lead, at)
        self._hide(span.end, start + lead + len(words))
        self.blocks.append(Block(span, "title" if level == 1 else "heading"))
        if not self._pointers or level <= self._pointers:
            self._pointers = level if " ".join(bare.strip(FILLERS).split()).casefold() in _POINTERS else 0
        return True

    def _read_item(self, line: str, start: int, marker: re.Match[str]) -> None:
        self._hide(start + marker.start(), start + marker.end())
        rest = line[marker.end() :]
        words = rest.lstrip(_WHITE + ASIDE + ASIDE_END)
        if not words.strip(_EDGES):
            return
        at = start + len(line) - len(words)
        span = Span(at, start + len(line.rstrip(_WHITE)))
        raw = span.of(self.text)
        if self._pointers or (marker[0] == ":" and raw.startswith("''") and raw.endswith("''") and raw[2:3] != "'"):
            self.blocks.append(Block(span, "boilerplate", body=False))  # ":''For the town, see [[Ely]].''"
        elif marker[0].endswith(";"):
            self.blocks.append(Block(span, "heading"))
        else:
            self.blocks.append(Block(span, "paragraph" if set(marker[0]) == {":"} else "list-item"))

    def _go_on(self, span: Span, kind: BlockKind) -> None:
        """Another line of the paragraph."""
        if self._paragraph is None:
            self._paragraph, self._kind = span, kind
        else:
            self._paragraph = Span(self._paragraph.start, span.end)

    def _end_paragraph(self) -> None:
        if self._paragraph is not None:
            kind: BlockKind = "boilerplate" if self._pointers else self._kind
            self.blocks.append(Block(self._paragraph, kind, body=not self._pointers))
        self._paragraph = None

    # Tables

    def _read_table(self, line: str, start: int, lead: int) -> None:
        words = line[lead:]
        opening = _TABLE.match(words)
        if opening or words.startswith(("|}", "|-")):
            self._end_paragraph()
            self._end_row()
            self._tables += 1 if opening else -1 if words.startswith("|}") else 0
            self._hide(start, start + len(line) if not words.startswith("|}") else start + lead + 2)
        elif words.startswith("|+"):
            self._end_row()
            cell = _cell(line, lead + 2, len(line))
            self._hide(start, start + cell.start)
            if len(cell):
                self.blocks.append(Block(cell.shifted(start), "caption"))
        elif words[0] in "|!":
            self._read_cells(line, start, lead)
        else:
            marker = _MARKER.match(line, lead)
            if marker:
                self._hide(start + lead, start + marker.end())
            if self._row:
                self._row[-1] = Span(self._row[-1].start, start + len(line.rstrip(_WHITE)))
            else:
                self._row.append(Span(start + lead, start + len(line.rstrip(_WHITE))))

    def _read_cells(self, line: str, start: int, lead: int) -> None:
        is_head = line[lead] == "!"
        self._headed = self._headed and is_head
        begin = lead + 1
        bounds = [(match.start(), match.end()) for match in (_BARS if is_head else _BAR).finditer(line, begin)]
        edge = lead  # where the bar before the cell begins
        for stop, following in (*bounds, (len(line), len(line))):
            cell = _cell(line, begin, stop)
            shown = len(cell) > 0 and len(self._row) > 0
            if shown:
                self._syntax.append((start + edge, start + edge + 1, ";"))
            self._hide(start + edge + shown, start + cell.start)
            if len(cell):
                self._row.append(cell.shifted(start))
            begin, edge = following, stop

    def _end_row(self) -> None:
        if self._row:
            kind: BlockKind = "heading" if self._headed else "table-row"
            self.blocks.append(Block(Span(self._row[0].start, self._row[-1].end), kind))
        self._row, self._headed = [], True

    # Places

    def _hide(self, start: int, end: int) -> None:
        if end > start:
            self._syntax.append((start, end, ""))

    def _aside_at(self, offset: int) -> Aside | None:
        at = bisect_left(self._outer, offset, key=lambda one: one.span.start)
        return self._outer[at] if at < len(self._outer) and self._outer[at].span.start == offset else None

    def _inside(self, aside: Aside) -> Sequence[Aside]:
        first = bisect_left(self.markup.asides, aside.span.start, key=lambda one: one.span.start)
        last = bisect_left(self.markup.asides, aside.span.end, key=lambda one: one.span.start)
        return self.markup.asides[first:last]


_SHOWN = {ord(ASIDE): " ", ord(MARK): " ", ord(ASIDE_END): "\n"}


def _blanked(stretch: str) -> str:
    return "\n".join(" " * len(line) for line in stretch.replace(ASIDE_END, "\n").split("\n"))


def _cell(line: str, start: int, stop: int) -> Span:
    """Words of a table's cell, without the attributes that a single bar closes."""
    bar = line.find("|", start, stop)
    begin = bar + 1 if bar != -1 else start
    words = line[begin:stop]
    at = begin + len(words) - len(words.lstrip(_WHITE + ASIDE + ASIDE_END))
    end = begin + len(words.rstrip(_WHITE))
    return Span(at, end) if words.strip(_EDGES) else Span(stop, stop)


def _outermost(asides: Sequence[Aside]) -> list[Aside]:
    found: list[Aside] = []
    for one in asides:
        if not found or one.span.start >= found[-1].span.end:
            found.append(one)
    return found


def _without(flow: str, pictures: Sequence[Span]) -> str:
    """``flow`` with the links to pictures as asides, captions and all."""
    pieces: list[str] = []
    position = 0
    for span in sorted(pictures):
        if span.start >= position:
            stretch = flow[span.start : span.end].replace("\n", ASIDE_END)
            pieces += [flow[position : span.start], ASIDE_END.join(ASIDE * len(s) for s in stretch.split(ASIDE_END))]
            position = span.end
    return "".join((*pieces, flow[position:]))
