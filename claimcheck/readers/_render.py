"""A parsed page as lines of text: what a reader of the page would read, and where on the page each line stands.

Every number of the page is in it: "not mentioned" is said from this text, so nothing is dropped for being a teaser
or a sidebar. What no reader sees (scripts, templates, ``hidden``) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from claimcheck.model import BlockKind
from claimcheck.readers._remarks import words_of

_UNSEEN = frozenset({
    "script", "style", "template", "noscript", "head", "iframe", "object", "embed", "applet", "canvas", "datalist",
    "select", "textarea", "audio", "video", "map", "colgroup", "frameset", "noframes", "progress", "meter", "title",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "list-item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
    "pre": "code",
    "tr": "table-row",
}  # fmt: skip
_INHERITED = frozenset({"list-item", "quote", "caption", "heading"})  # a <p> in a list item is a list item
_SPACED = frozenset(
    {"button", "img", "input", "label", "picture", "svg", "time", "td", "th"}
)  # white space around them
_WHITE = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff\x00")  # soft hyphens and the like split no word
_RAISED = re.compile(r"[0-9]{1,20}(?:\s?[,–-]\s?[0-9]{1,4}){0,20}")  # "12", and the notes "2,3"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNDISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LONGEST_HEADER = 60  # characters of a column header that is worth repeating in every row
_COLUMNS = 200  # columns beyond which cells get no header


@dataclass(slots=True)
class Box:
    """A block-level element: its tag and names, and the box around it (``-1`` for the outermost)."""

    parent: int
    tag: str
    names: str
    """``class`` and ``id``, lower case."""
    attributes: dict[str, str | None]
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page. ``links`` are (start, end, address as written) within ``text``."""

    text: str
    kind: BlockKind
    box: int
    links: tuple[tuple[int, int, str], ...]
    raw: str
    """The first stretch of it as the parser read it, to find its place in the file again."""

    @property
    def linked(self) -> int:
        """Characters of it that are links."""
        return sum(end - start for start, end, _ in self.links)


@dataclass(slots=True)
class _Table:
    """The data table that is being read: column headers, and where in it we are."""

    depth: int
    headers: list[str] = field(default_factory=list)
    column: int = 0
    heading: bool = False
    """The current row holds headers only."""
    row_header: bool = False
    """The cell before was the row's own header."""
    rows: int = 0
    pending: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Note:
    """A comment of the page's author: the index of the row that it stands in or before, and where in that row."""

    text: str
    row: int
    column: int


def render(body: Any) -> tuple[list[Row], list[Box], dict[str, int], list[Note]]:
    """The lines of a parsed ``<body>`` (a selectolax node) in order, the boxes they stand in, anchors (the index of the
    line at which the element with an ``id`` begins), and the comments that speak to claimcheck."""
    page = _Page()
    page.walk(body)
    return page.rows, page.boxes, page.anchors, page.notes


def notes_around(root: Any, row: int, *, before: bool) -> Iterator[Note]:
    """The comments that speak to claimcheck before the body (in the head, above ``<html>``) or behind it."""
    ahead = True
    for node in _outside(root) if root is not None else ():
        if node.tag == "body":
            ahead = False
        elif node.tag == "-comment" and ahead is before:
            words = words_of(node.comment_content or "")
            if words is not None:
                yield Note(words, row, 0)


def _outside(root: Any) -> Iterator[Any]:
    """What stands around the body, and the body itself, in the order of the page."""
    first = root
    while first.prev is not None:
        first = first.prev
    for node in _from(first):
        if node.tag != "html":
            yield node
            continue
        for child in _from(node.child):
            yield child
            if child.tag == "head":
                yield from _from(child.child)


def _from(node: Any) -> Iterator[Any]:
    """``node`` and its later siblings."""
    while node is not None:
        yield node
        node = node.next


class _Page:
    """Walks a tree without recursion, because hostile pages nest a hundred thousand elements, and writes lines."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.boxes: list[Box] = []
        self.anchors: dict[str, int] = {}
        self.notes: list[Note] = []
        self.box = -1
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._raw = ""
        self._links: list[tuple[int, int, str]] = []
        self._anchor: str | None = None
        self._anchor_start: int | None = None
        self._prefix = ""
        self._superscript = 0
        self._preformatted = 0
        self._table: _Table | None = None

    def walk(self, root: Any) -> None:
        depth = 0
        node = root
        while True:
            descend = self._enter(node, depth)
            child = node.child if descend else None
            if child is not None:
                node = child
                depth += 1
                continue
            if descend:
                self._leave(node, depth)
            while depth and node.next is None:
                node = node.parent
                depth -= 1
                self._leave(node, depth)
            if not depth:
                break
            node = node.next
        self._flush()

    def _enter(self, node: Any, depth: int) -> bool:
        """Reads the start of ``node``; false when there is nothing more to read in it."""
        tag = node.tag
        if tag == "-text":
            self._write(node.text_content or "")
            return False
        if tag == "-comment":
            words = words_of(node.comment_content or "")
            if words is not None:
                self.notes.append(Note(words, len(self.rows), self._length))
            return False
        if tag is None or tag in _UNSEEN or not node.is_element_node:
            return False
        if tag == "br":
            self._break()
            return False
        attributes = node.attributes
        if attributes and _is_hidden(tag, attributes):
            return False
        if tag in _BLOCKS:
            if self._table is None or tag not in {"td", "th"}:
                self._open_box(tag, attributes, depth, node)
            if self._table is not None and tag in {"td", "th"}:
                self._open_cell(tag)
        elif tag == "a":
            self._anchor, self._anchor_start = attributes.get("href") or None, None
        elif tag == "sup":
            self._superscript += 1
        if tag in _SPACED:
            self._gap = True
        if identifier := attributes.get("id"):
            self.anchors.setdefault(identifier, len(self.rows))
        return True

    def _leave(self, node: Any, depth: int) -> None:
        tag = node.tag
        if tag in _BLOCKS:
            table = self._table
            if table is not None and tag in {"td", "th"}:
                self._close_cell(node)
            else:
                self._close_box(tag, depth)
        elif tag == "a":
            self._close_anchor()
            self._anchor = None
        elif tag == "sup":
            self._superscript = max(0, self._superscript - 1)
        if tag in _SPACED:
            self._gap = True

    # Boxes

    def _open_box(self, tag: str, attributes: dict[str, str | None], depth: int, node: Any) -> None:
        in_cells = self._table is not None and tag != "tr" and self._table.depth < depth and tag not in _TABLE_PARTS
        if in_cells:
            self._gap = True  # a <p> in a cell ends no line: the row is the line
        else:
            self._flush()
        around: BlockKind = self.boxes[self.box].kind if self.box >= 0 else "paragraph"
        own = _KINDS.get(tag, around if around in _INHERITED else "paragraph")
        if in_cells and self._table is not None:
            own = "table-row"
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower() if attributes else ""
        self.boxes.append(Box(self.box, tag, names, attributes, own))
        self.box = len(self.boxes) - 1
        if tag == "pre":
            self._preformatted += 1
        elif tag == "table" and self._table is None and _is_data(node, attributes):
            self._table = _Table(depth)
        elif tag == "tr" and self._table is not None:
            self._table.column = 0
            self._table.row_header = False
            self._table.heading = _is_header_row(node)

    def _close_box(self, tag: str, depth: int) -> None:
        table = self._table
        if table is not None and tag not in _TABLE_PARTS and tag != "table":
            self._gap = True
        else:
            self._flush()
        if table is not None and tag == "table" and depth == table.depth:
            if not table.rows:
                self.rows.extend(table.pending)  # a table of headers only
            self._table = None
        if tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        self.box = self.boxes[self.box].parent

    # Cells

    def _open_cell(self, tag: str) -> None:
        table = self._table
        if table is None:
            return
        self._close_anchor()
        self._gap = False
        header = table.headers[table.column] if table.column < len(table.headers) and not table.heading else ""
        joint = (": " if table.row_header and not table.headers else "; ") if self._length else ""
        self._prefix = joint + (f"{header}: " if header else "")
        table.row_header = tag == "th"

    def _close_cell(self, node: Any) -> None:
        table = self._table
        if table is None:
            return
        self._close_anchor()
        self._prefix = ""
        spanned = _span_of(node.attributes.get("colspan"))
        if table.heading and table.column < _COLUMNS:
            words = _WHITE.sub(" ", node.text(deep=True, separator=" ")).strip()
            for column in range(table.column, min(table.column + spanned, _COLUMNS)):
                while len(table.headers) <= column:
                    table.headers.append("")
                joined = f"{table.headers[column]} {words}".strip()
                table.headers[column] = joined if len(joined) <= _LONGEST_HEADER else table.headers[column]
        table.column += spanned

    # Lines

    def _write(self, raw: str) -> None:
        text = raw.translate(_INVISIBLE)
        if self._preformatted and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._break()
                self._write_words(line, raw)
            return
        self._write_words(text, raw)

    def _write_words(self, text: str, raw: str) -> None:
        words = _WHITE.sub(" ", text)
        if not words or words == " ":
            self._gap = self._gap or bool(words)
            return
        gap = self._gap or words[0] == " "
        self._gap = words[-1] == " "
        words = words.strip(" ")
        if self._superscript and _RAISED.fullmatch(words):
            words = words.translate(
                _SUPERSCRIPTS
            )  # "10" and a raised "6" is no 106, "troops" and a raised "1" no troops1
        if self._prefix:
            words, self._prefix, gap = self._prefix + words, "", False
        if gap and self._length and not self._parts[-1].endswith("\n"):
            self._parts.append(" ")
            self._length += 1
        if not self._raw:
            self._raw = raw
        if self._anchor is not None and self._anchor_start is None:
            self._anchor_start = self._length
        self._parts.append(words)
        self._length += len(words)

    def _break(self) -> None:
        """A line break; two in a row end a paragraph."""
        if self._table is not None:
            self._gap = True
        elif self._parts and self._parts[-1] == "\n":
            self._flush()
        elif self._length:
            self._close_anchor()
            self._parts.append("\n")
            self._length += 1
            self._gap = False

    def _close_anchor(self) -> None:
        if self._anchor is not None and self._anchor_start is not None:
            self._links.append((self._anchor_start, self._length, self._anchor))
        self._anchor_start = None

    def _flush(self) -> None:
        if not self._parts:
            self._raw, self._gap, self._prefix = "", False, ""
            return
        self._close_anchor()
        text = "".join(self._parts).rstrip("\n ")
        if text and not text.isspace():  # a lone no-break space is how editors draw an empty line
            box = self.boxes[self.box]
            row = Row(text, box.kind, self.box, tuple(self._links), self._raw)
            table = self._table
            if table is not None and table.heading:
                table.pending.append(row)
            else:
                self.rows.append(row)
                if table is not None:
                    table.rows += 1
        self._parts, self._links, self._length, self._raw, self._gap, self._prefix = [], [], 0, "", False, ""


_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "caption"})


def _is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _UNDISPLAYED.search(style))


def _is_data(table: Any, attributes: dict[str, str | None]) -> bool:
    """True for a table of facts, false for one that only lays a page out."""
    if (
        attributes.get("role") in {"presentation", "none"}
        or table.css_first("table table, form, article, h1") is not None
    ):
        return False
    if table.css_first("th, caption") is not None:
        return True
    rows = table.css("tr")
    if len(rows) < 2:
        return False
    cells = table.css("td")
    letters = len(table.text(deep=True))
    return (
        len(cells) >= 2 * len(rows)
        and letters <= 80 * len(cells)
        and len(table.css("td p, td div, td ul")) * 4 < len(cells)
    )


def _is_header_row(row: Any) -> bool:
    """True for a row of ``<th>`` cells only, or one in ``<thead>``."""
    if row.parent is not None and row.parent.tag == "thead":
        return True
    cell = row.child
    seen = 0
    while cell is not None:
        if cell.tag == "td":
            return False
        seen += cell.tag == "th"
        cell = cell.next
    return seen > 1


def _span_of(value: str | None) -> int:
    return min(int(value), _COLUMNS) if value and value.isdecimal() and len(value) < 5 and int(value) else 1
