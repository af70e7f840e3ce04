"""The body of a Word file as paragraphs and tables: what a reader of the page reads, insertions accepted.

Handlers of a stream of elements, without recursion: a hostile file nests a hundred thousand of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claimcheck.readers._wordfile import Relation
from claimcheck.readers._wordstyles import Numbering, is_heading_level, numbering_of

_WORD = re.compile(r"https?://\S{1,200}/wordprocessingml/(?:2006/)?main")
_MATH = re.compile(r"https?://\S{1,200}/math")
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SKIPPED = frozenset({
    "del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "sectPr", "rt", "tabs", "fldData", "pPrDefault",
    "mc:Fallback",
})  # fmt: skip
_WHITE = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff\x00")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]{1,4000})\"|([^\s\\\"]\S{0,4000}))", re.IGNORECASE)
_SYMBOLS = {"f0e0": "→", "f0df": "←", "f0b7": "•", "f0b0": "°", "f0b1": "±", "f0b4": "×", "f0a3": "≤", "f0b3": "≥"}
"""Signs of the Symbol and Wingdings fonts that mean something; Word writes the arrow for "-->"."""
_DEEPEST_TABLE = 12  # tables in tables; what is deeper is read as text of the cell
_MANY_NAMES = 10_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote or endnote mark: its place in the paragraph's text, and which note it calls."""

    start: int
    end: int
    kind: str
    id: str


@dataclass(slots=True)
class Paragraph:
    """One line of the text, or several where the writer broke it. ``links`` are (start, end, address) in ``text``."""

    text: str
    links: list[tuple[int, int, str]]
    marks: list[Mark]
    style: str | None
    outlined: bool
    """An outline level makes a heading of it, whatever its style."""
    numbering: Numbering | None
    unnumbered: bool
    """It says itself that it is in no list, though its style is in one."""
    bold: bool
    page: int


@dataclass(slots=True)
class Cell:
    content: list[Paragraph | Table] = field(default_factory=list)
    span: int = 1


@dataclass(slots=True)
class Row:
    cells: list[Cell] = field(default_factory=list)
    header: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Table:
    rows: list[Row] = field(default_factory=list)
    styled_head: bool = False
    """Its first row is set apart by the table's style, which Word does by default."""


@dataclass(slots=True)
class _Run:
    bold: bool = False
    hidden: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Field:
    """A field while it is read: its code, and from ``shown`` on what the reader sees of it."""

    url: str | None
    """Where it leads, or the field around it."""
    code: str = ""
    shown: bool = False
    within: bool = False
    """It stands in the code of another field, where nothing is seen."""


class _Draft:
    """A paragraph while it is read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.gap = False
        self.links: list[tuple[int, int, str]] = []
        self.marks: list[Mark] = []
        self.url: str | None = None
        self.begun: int | None = None
        self.page = 0
        self.plain = False
        """Some of its words are not bold."""
        self.style: str | None = None
        self.outlined = False
        self.list: str | None = None
        self.level: str | None = None
        self.deleted = False
        self.after: list[Paragraph | Table] = []

    def write(self, words: str, url: str | None, page: int) -> None:
        """Adds ``words``, white space in them as one blank, under the link to ``url``."""
        words = _WHITE.sub(" ", words.translate(_INVISIBLE))
        if not words or words == " ":
            self.gap = self.gap or bool(words)
            return
        if url != self.url:
            self.end_link()
            self.url = url
        gap = self.gap or words[0] == " "
        self.gap = words[-1] == " "
        words = words.strip(" ")
        if gap and self.length and self.parts[-1] != "\n":
            self.parts.append(" ")
            self.length += 1
        if url is not None and self.begun is None:
            self.begun = self.length
        if not self.length:
            self.page = page
        self.parts.append(words)
        self.length += len(words)

    def end_link(self) -> None:
        if self.url is not None and self.begun is not None:
            self.links.append((self.begun, self.length, self.url))
        self.url, self.begun = None, None

    def mark(self, shown: str, kind: str, key: str, page: int) -> None:
        self.end_link()
        self.gap = False
        start = self.length
        self.write(shown, None, page)
        self.marks.append(Mark(start, self.length, kind, key))

    def line_break(self) -> None:
        if self.length and self.parts[-1] != "\n":
            self.end_link()
            self.parts.append("\n")
            self.length += 1
        self.gap = False


class Body:
    """Reads the elements of a part. ``content`` is what it holds outside of notes, ``notes`` the notes by their ids.

    ``mark`` gives the words that stand for a note's mark; it is asked for each mark in the order of the text.
    """

    def __init__(self, relations: Mapping[str, Relation], mark: Callable[[str, str], str], first_page: int = 1) -> None:
        self.content: list[Paragraph | Table] = []
        self.notes: dict[str, list[Paragraph | Table]] = {}
        self.page = first_page
        self.complete = True
        self._relations = relations
        self._mark = mark
        self._names: dict[str, str] = {}
        self._skip = 0
        self._path: list[str] = [""]
        self._into: list[list[Paragraph | Table]] = [self.content]
        self._drafts: list[_Draft] = []
        self._runs: list[_Run] = [_Run()]
        self._tables: list[Table] = []
        self._carry: tuple[list[Paragraph | Table], _Draft] | None = None
        self._fields: list[_Field] = []
        self._addresses: list[str | None] = []
        self._buffer: list[str] | None = None
        self._placeholder = False
        self._custom = False

    # What expat calls

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skip:
            self._skip += 1
            return
        tag = self._names.get(name) or self._named(name)
        parent = self._path[-1]
        if tag in _SKIPPED:
            self._read_deletion(tag, parent)
            self._skip = 1
            return
        self._path.append(tag)
        if tag in _STARTS:
            _STARTS[tag](self, parent, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:  # noqa: ARG002
        if self._skip:
            self._skip -= 1
            return
        tag = self._path.pop()
        if tag in _ENDS:
            _ENDS[tag](self)

    def characters(self, words: str) -> None:
        if self._buffer is not None and not self._skip:
            self._buffer.append(words)

    def close(self) -> None:
        """Ends what a damaged file left open, and keeps a paragraph whose end was deleted."""
        while self._drafts:
            self._end_paragraph()
        self._settle()

    def _named(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        if _WORD.fullmatch(space):
            tag = local
        elif _MATH.fullmatch(space):
            tag = f"m:{local}"
        else:
            tag = f"mc:{local}" if space == _COMPATIBLE else "?"
        if len(self._names) < _MANY_NAMES:
            self._names[name] = tag
        return tag

    def _read_deletion(self, tag: str, parent: str) -> None:
        if tag != "del":
            return
        if parent == "rPr" and self._path[-2:-1] == ["pPr"] and self._drafts:
            self._drafts[-1].deleted = True
        elif parent == "trPr" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].deleted = True

    # Paragraphs

    def _start_paragraph(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        into = self._into[-1]
        if self._carry is not None and self._carry[0] is into:
            draft = self._carry[1]
            draft.deleted, draft.style, draft.list, draft.level = False, None, None, None
            self._carry = None
        else:
            self._settle()
            draft = _Draft()
        self._drafts.append(draft)
        self._runs.append(_Run())

    def _end_paragraph(self) -> None:
        if not self._drafts:
            return
        draft = self._drafts.pop()
        self._runs.pop()
        if draft.deleted and not self._drafts:
            self._carry = (self._into[-1], draft)
        else:
            self._finish(draft, self._into[-1])

    def _settle(self) -> None:
        if self._carry is not None:
            into, draft = self._carry
            self._carry = None
            self._finish(draft, into)

    def _finish(self, draft: _Draft, into: list[Paragraph | Table]) -> None:
        draft.end_link()
        text = "".join(draft.parts).rstrip("\n ")
        if text:
            links = [(start, min(end, len(text)), url) for start, end, url in draft.links if start < len(text)]
            marks = [mark for mark in draft.marks if mark.end <= len(text)]
            numbering = numbering_of(draft.list, draft.level) if draft.list != "0" else None
            into.append(
                Paragraph(
                    text, links, marks, draft.style, draft.outlined, numbering, draft.list == "0",
                    not draft.plain, draft.page,
                )
            )  # fmt: skip
        into += draft.after

    def _read_property(self, parent: str, attributes: dict[str, str]) -> None:
        if not self._drafts or parent not in {"pPr", "numPr"}:
            return
        draft, value = self._drafts[-1], attributes.get("val")
        match self._path[-1]:
            case "pStyle":
                draft.style = value
            case "numId":
                draft.list = value
            case "ilvl":
                draft.level = value
            case "outlineLvl":
                draft.outlined = is_heading_level(value)

    # Runs

    def _start_run(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._runs[-1] = _Run()
        self._custom = False

    def _read_run_property(self, parent: str, attributes: dict[str, str]) -> None:
        if parent != "rPr" or self._path[-3:-2] != ["r"]:
            return
        run, value = self._runs[-1], attributes.get("val", "true")
        match self._path[-1]:
            case "b":
                run.bold = value not in {"0", "false", "off"}
            case "vanish":
                run.hidden = value not in {"0", "false", "off"}
            case "vertAlign":
                run.raised = value == "superscript"

    def _start_text(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._buffer = []

    def _end_text(self) -> None:
        words = "".join(self._buffer or ())
        self._buffer = None
        run = self._runs[-1]
        if self._custom:
            return  # a mark of the writer's own, which stands behind the note's number
        if run.raised and words.strip().isdecimal() and words.isascii():
            words = words.strip().translate(_SUPERSCRIPTS)
        self._write(words)

    def _write(self, words: str) -> None:
        if not self._drafts or self._runs[-1].hidden or (self._fields and self._fields[-1].within):
            return
        draft = self._drafts[-1]
        draft.write(words, self._address(), self.page)
        if not self._runs[-1].bold and not words.isspace():
            draft.plain = True

    def _address(self) -> str | None:
        inner = self._fields[-1].url if self._fields else None
        return inner or (self._addresses[-1] if self._addresses else None)

    def _read_sign(self, parent: str, attributes: dict[str, str]) -> None:
        if parent != "r" or not self._drafts or self._runs[-1].hidden:
            return
        match self._path[-1]:
            case "br" if attributes.get("type") in {None, "textWrapping"}:
                self._drafts[-1].line_break()
            case "cr":
                self._drafts[-1].line_break()
            case "noBreakHyphen":
                self._write("-")
            case "sym":
                self._write(_SYMBOLS.get((attributes.get("char") or "").lower(), " "))
            case "tab" | "ptab" | "br":
                self._write(" ")

    def _read_page_break(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self.page += 1

    def _read_note_mark(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        kind, key = self._path[-1].removesuffix("Reference"), attributes.get("id", "")
        if self._drafts and not self._runs[-1].hidden:
            self._drafts[-1].mark(self._mark(kind, key), kind, key, self.page)
            self._custom = attributes.get("customMarkFollows") in {"1", "true", "on"}

    # Links and fields

    def _start_link(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        relation = self._relations.get(attributes.get("id", ""))
        url = relation.target if relation is not None and relation.external else None
        if url and attributes.get("anchor"):
            url = f"{url}#{attributes['anchor']}"
        self._addresses.append(url or (self._addresses[-1] if self._addresses else None))

    def _end_link(self) -> None:
        if self._addresses:
            self._addresses.pop()

    def _start_simple_field(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._open_field(shown=True, url=_target(attributes.get("instr", "")))

    def _open_field(self, *, shown: bool = False, url: str | None = None) -> None:
        around = self._fields[-1] if self._fields else None
        within = around is not None and (around.within or not around.shown)
        self._fields.append(_Field(url or (around.url if around else None), shown=shown, within=within))

    def _end_simple_field(self) -> None:
        if self._fields:
            self._fields.pop()

    def _read_field(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        match attributes.get("fldCharType"):
            case "begin":
                self._open_field()
            case "separate" if self._fields:
                self._fields[-1].shown = True
                self._fields[-1].url = _target(self._fields[-1].code) or self._fields[-1].url
            case "end" if self._fields:
                self._fields.pop()

    def _end_code(self) -> None:
        if self._fields and len(self._fields[-1].code) < 10_000:
            self._fields[-1].code += "".join(self._buffer or ())
        self._buffer = None

    # Forms, boxes, and what another program would have to fill in

    def _read_placeholder(self, parent: str, attributes: dict[str, str]) -> None:
        if parent == "sdtPr":
            self._placeholder = attributes.get("val", "true") not in {"0", "false", "off"}

    def _start_form(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        if self._placeholder:  # "Click here to enter text."
            self._placeholder = False
            self._path.pop()
            self._skip = 1

    def _start_box(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._into.append(self._drafts[-1].after if self._drafts else self._into[-1])

    def _end_box(self) -> None:
        if len(self._into) > 1:
            self._settle()
            self._into.pop()

    def _read_foreign(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self.complete = False

    # Tables

    def _start_table(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        if len(self._tables) < _DEEPEST_TABLE:
            self._settle()
            self._tables.append(Table())
        else:
            self._path[-1] = "?"

    def _end_table(self) -> None:
        if self._tables:
            table = self._tables.pop()
            self._into[-1].append(table)

    def _start_row(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        if parent in _TABLE_PLACES and self._tables:
            self._tables[-1].rows.append(Row())

    def _start_cell(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        if parent in _TABLE_PLACES and self._tables and self._tables[-1].rows:
            cell = Cell()
            self._tables[-1].rows[-1].cells.append(cell)
            self._into.append(cell.content)
        else:
            self._path[-1] = "?"

    def _end_cell(self) -> None:
        self._settle()
        if len(self._into) > 1:
            self._into.pop()

    def _read_table_property(self, parent: str, attributes: dict[str, str]) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None:
            return
        match parent, self._path[-1]:
            case "trPr", "tblHeader" if table.rows:
                table.rows[-1].header = attributes.get("val", "true") not in {"0", "false", "off"}
            case "tblPr", "tblLook":
                value = attributes.get("val", "")
                first = attributes.get("firstRow") in {"1", "true", "on"}
                table.styled_head = first or bool(re.fullmatch(r"[0-9A-Fa-f]{1,8}", value) and int(value, 16) & 0x20)
            case "tcPr", "gridSpan" if table.rows and table.rows[-1].cells:
                value = attributes.get("val", "")
                table.rows[-1].cells[-1].span = min(int(value), 60) if value.isdecimal() and 0 < len(value) < 5 else 1

    # Notes

    def _start_note(self, parent: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        kept = attributes.get("type") in {None, "normal"}
        content: list[Paragraph | Table] = []
        if kept:
            self.notes.setdefault(attributes.get("id", ""), content)
        self._into.append(content)

    def _end_note(self) -> None:
        self._settle()
        if len(self._into) > 1:
            self._into.pop()


_TABLE_PLACES = frozenset({"tbl", "tr", "sdtContent", "customXml", "ins", "moveTo", "?"})


def _target(code: str) -> str | None:
    """The address of a field's code; none for a link within the document."""
    match = _HYPERLINK.match(code)
    return (match[1] or match[2]) if match else None


_STARTS: dict[str, Callable[[Body, str, dict[str, str]], None]] = {
    "p": Body._start_paragraph,
    "r": Body._start_run,
    "m:r": Body._start_run,
    "t": Body._start_text,
    "m:t": Body._start_text,
    "instrText": Body._start_text,
    "hyperlink": Body._start_link,
    "fldSimple": Body._start_simple_field,
    "fldChar": Body._read_field,
    "showingPlcHdr": Body._read_placeholder,
    "sdtContent": Body._start_form,
    "txbxContent": Body._start_box,
    "tbl": Body._start_table,
    "tr": Body._start_row,
    "tc": Body._start_cell,
    "footnote": Body._start_note,
    "endnote": Body._start_note,
    "footnoteReference": Body._read_note_mark,
    "endnoteReference": Body._read_note_mark,
    "lastRenderedPageBreak": Body._read_page_break,
    **dict.fromkeys(("altChunk", "subDoc"), Body._read_foreign),
    **dict.fromkeys(("pStyle", "numId", "ilvl", "outlineLvl"), Body._read_property),
    **dict.fromkeys(("b", "vanish", "vertAlign"), Body._read_run_property),
    **dict.fromkeys(("br", "cr", "tab", "ptab", "noBreakHyphen", "sym"), Body._read_sign),
    **dict.fromkeys(("tblHeader", "tblLook", "gridSpan"), Body._read_table_property),
}
_ENDS: dict[str, Callable[[Body], None]] = {
    "p": Body._end_paragraph,
    "t": Body._end_text,
    "m:t": Body._end_text,
    "instrText": Body._end_code,
    "hyperlink": Body._end_link,
    "fldSimple": Body._end_simple_field,
    "txbxContent": Body._end_box,
    "tbl": Body._end_table,
    "tc": Body._end_cell,
    "footnote": Body._end_note,
    "endnote": Body._end_note,
}
