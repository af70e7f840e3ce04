"""Word files (.docx): paragraphs, tables and notes in reading order, with their links and, where known, their pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from claimcheck.model import Block, Document, Metadata
from claimcheck.readers import _kinds
from claimcheck.readers._dates import iso_date
from claimcheck.readers._language import language_of
from claimcheck.readers._refusal import Refusal, refuse_blank
from claimcheck.readers._roles import assign_roles
from claimcheck.readers._wordbody import Body, Paragraph, Table
from claimcheck.readers._wordfile import Package, Relation
from claimcheck.readers._wordlayout import Note, lay_out
from claimcheck.readers._wordstyles import Lists, Style, numeral, styles

_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MEDIA_TYPES = (
    f"{_WORDPROCESSING}.document",
    f"{_WORDPROCESSING}.template",
    "application/vnd.ms-word.document.macroenabled.12",
    "application/vnd.ms-word.template.macroenabled.12",
    "application/msword",  # refused with its remedy
)
SUFFIXES = (".docx", ".docm")

_DRAWN = ("word/diagrams", "word/charts")
"""Parts that Word draws: a reader of the page sees their words, and they are not read here."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of .doc files, and of the envelope of encrypted ones
_ENVELOPE = "EncryptedPackage".encode("utf-16-le")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_JUNK_TITLE = re.compile(
    r"microsoft word|untitled|^(?:document|word document)\s?\d*$|\.(?:docx?|rtf|odt|pdf)$|^\W*$", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:microsoft )?office(?: user)?|microsoft|(?:windows |end )?user\d*|admin(?:istrator)?|owner|author|unknown"
    r"|python-docx|pc\d*|utilisateur|usuario|benutzer|hp|dell|lenovo|asus|acer|home|student|guest|un-named|",
    re.IGNORECASE,
)
_LONGEST_TITLE = 200  # characters


def read(
    data: bytes,
    *,
    path: str,
    url: str | None = None,
    charset: str | None = None,  # noqa: ARG001  # every reader takes one
) -> Document:
    """A Word file as a document; ``charset`` means nothing here.

    ``text`` is rendered: one line a paragraph, heading, list item (with its number or bullet) or table row ("header:
    cell; header: cell"), in reading order, then the footnotes, then the endnotes. A line is what a claim's location
    counts in. Blocks also carry the page on which they begin, as Word last laid the text out, but only where the marks
    of its pages add up to the number of pages that the file states. Tracked insertions are text; deletions, comments,
    hidden text, headers and footers are not. A note mark is raised ("fell.²"), its note opens with the same mark.

    Not mammoth: it reads neither pages nor titles, numbers no lists, recurses into whatever is nested, and would hand
    the paragraphs to a reader that has to guess which of them are the article.

    Raises:
        UnreadableText: it is an old .doc file, encrypted, damaged, shows no text, or unpacks beyond reason.
    """
    if data.startswith(_OLD) or not data.startswith(b"PK"):
        raise _refusal_of(data, path)
    package = Package(data, path)
    file = _File(package)
    content, notes = file.read()
    pages = lay_out(content, notes, styles=file.styles, lists=file.lists, mark=file.mark, paged=file.paged)
    text = "\n".join((*pages.lines, ""))
    refuse_blank(text, path, "it shows no text")
    about = package.tree("docProps/core.xml")
    authors = _authors(about)
    blocks = _titled(pages.blocks, text)
    title = next((block.span.of(text) for block in blocks if block.kind == "title"), None) or _stated_title(about)
    return Document(
        path=path,
        text=text,
        prose=text,
        media_type=MEDIA_TYPES[0],
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=assign_roles(blocks, text, authors),
        links=tuple(sorted(pages.links, key=lambda link: link.span)),
        title=" ".join(title.split()) if title else None,
        language=language_of(text),
        metadata=Metadata(authors=authors, modified=_date(about, "modified"), canonical_url=url),
        complete=file.complete,
    )


def _refusal_of(data: bytes, path: str) -> Refusal:
    if data.startswith(_OLD) and _ENVELOPE in data:
        return Refusal("encrypted", "it asks for a password", place=path, remedy="save a copy without a password")
    if data.startswith(_OLD):
        return Refusal(
            "unsupported-type",
            "it is a Word file of before 2007",
            place=path,
            remedy="open it in a word processor and save it as .docx",
        )
    return Refusal("broken", "it is no Word file", place=path, remedy="save it as .docx, or as plain text")


# --- The parts of the file ------------------------------------------------------------------------------------------


class _File:
    """The main part and its notes, parsed."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = next((one.target for one in package.relations("").values() if one.kind == "officeDocument"), "")
        self._main = main if package.has(main) else "word/document.xml"
        if not package.has(self._main):
            raise package.broken("it holds no Word document")
        self._relations = package.relations(self._main)
        self.styles: Mapping[str, Style] = styles(package.tree(self._part("styles")))
        self.lists = Lists(package.tree(self._part("numbering")))
        self.complete = not any(map(package.holds, _DRAWN))
        self._called: dict[tuple[str, str], int] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        self.paged = False
        self._both = False

    def read(self) -> tuple[list[Paragraph | Table], list[Note]]:
        """The content, and the notes that it calls: footnotes first, each kind in the order of its marks."""
        written = {kind: self._notes(f"{kind}s") for kind in ("footnote", "endnote")}
        self._both = all(written.values())
        body = self._body(self._main, self._relations)
        about = self._package.tree("docProps/app.xml")
        self.paged = body.page > 1 and about is not None and about.findtext("Pages") == str(body.page)
        called = [(kind, key) for kind in written for one, key in self._called if one == kind]
        return body.content, [Note(kind, key, written[kind][key]) for kind, key in called if key in written[kind]]

    def _notes(self, name: str) -> dict[str, list[Paragraph | Table]]:
        part = self._part(name)
        try:
            return self._body(part, self._package.relations(part)).notes if self._package.has(part) else {}
        except Refusal as refusal:
            if refusal.reason != "broken":
                raise
            self.complete = False  # the marks stay, and lead nowhere
            return {}

    def mark(self, kind: str, key: str) -> str:
        """What stands for a note's mark: "²"; endnotes have Roman numbers beside footnotes, as Word gives them."""
        number = self._called.get((kind, key))
        if number is None:
            self._counts[kind] += 1
            number = self._called[kind, key] = self._counts[kind]
        if kind == "endnote" and self._both:
            return f"[{numeral(number, 'lowerRoman')}]"
        return str(number).translate(_SUPERSCRIPTS)

    def _part(self, name: str) -> str:
        found = next((one.target for one in self._relations.values() if one.kind == name and not one.external), "")
        return found if self._package.has(found) else f"word/{name}.xml"

    def _body(self, part: str, relations: Mapping[str, Relation]) -> Body:
        body = Body(relations, self.mark)
        self._package.parse(part, body.start, body.end, body.characters)
        body.close()
        self.complete = self.complete and body.complete
        return body


# --- What the file says about itself --------------------------------------------------------------------------------


def _titled(blocks: Sequence[Block], text: str) -> list[Block]:
    """Names the first heading the title where no style says which line it is, or else a first line like a headline."""
    named = list(blocks)
    if any(block.kind == "title" for block in named):
        return named
    first = next((at for at, block in enumerate(named) if block.kind not in {"boilerplate", "byline"}), None)
    if first is None or first + 1 >= len(named):
        return named
    block, line = named[first], named[first].span.of(text)
    plain = block.kind == "paragraph" and len(line) <= _LONGEST_TITLE and _kinds.is_title(line)
    heads = plain and not _kinds.is_byline(line) and len(named[first + 1].span) > len(line)
    if block.kind == "heading" or (heads and "\n" not in line):
        named[first] = replace(block, kind="title")
    return named


def _stated_title(about: Element | None) -> str | None:
    stated = " ".join((about.findtext("title") or "").split()) if about is not None else ""
    return stated if stated and len(stated) <= _LONGEST_TITLE and not _JUNK_TITLE.search(stated) else None


def _authors(about: Element | None) -> tuple[str, ...]:
    """The people whom the file names as its makers; "Microsoft Office User" is nobody."""
    stated = (about.findtext("creator") or "") if about is not None else ""
    names = (" ".join(name.split()) for name in re.split(r"[;\n]| and ", stated[:1_000]))
    return tuple(name for name in names if name and not _NOBODY.fullmatch(name))


def _date(about: Element | None, tag: str) -> str | None:
    return iso_date((about.findtext(tag) or "")[:10]) if about is not None else None
