"""Web pages: the full text as a reader sees it, and which of it is the article."""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from claimcheck.model import Block, Document, Link, Metadata, Remark, Span
from claimcheck.readers import _kinds
from claimcheck.readers._body import place_rows
from claimcheck.readers._dateline import published
from claimcheck.readers._decode import decode
from claimcheck.readers._language import language_of
from claimcheck.readers._origin import source_lines
from claimcheck.readers._pagemeta import page_info
from claimcheck.readers._refusal import refuse_blank
from claimcheck.readers._render import Note, Row, notes_around, render
from claimcheck.readers._roles import assign_roles
from claimcheck.readers._shallow import shallow

MEDIA_TYPES = ("text/html",)
SUFFIXES = (".html", ".htm", ".xhtml")

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?=\s{0,80}claimcheck\s{0,8}:)", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page must declare its charset
_LONGEST_MARK = 4  # characters of a footnote mark: "12", "a", "†", "iii"
_SIGNS = frozenset({"*", "**", "***", "†", "††", "‡", "‡‡", "§", "¶"})  # footnote marks that are no number
_LONGEST_ADDRESS = 4_000  # characters of a link target; longer ones carry data, not a place


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """A web page as a document.

    ``text`` is rendered: one line a paragraph, list item, heading or table row ("header: cell; header: cell"), every
    word that a reader of the page could read, in page order. Blocks outside the article have ``body=False``; short
    navigation lines there are ``boilerplate``, the rest keeps its kind. ``lines`` are kept for files and not for
    fetched pages (``url``), which nobody opens in an editor.

    Raises:
        UnreadableText: the bytes are in no known encoding, or the page shows no text.
    """
    from selectolax.lexbor import LexborHTMLParser

    stated = _META_CHARSET.search(data[:_HEAD])
    source = decode(data, path=path, declared=charset or (stated[1].decode("ascii", "replace") if stated else None))
    tree = LexborHTMLParser(shallow(source))
    info = page_info(tree, url)
    rows, boxes, anchors, notes = render(tree.body) if tree.body is not None else ([], [], {}, [])
    notes = [*notes_around(tree.root, 0, before=True), *notes, *notes_around(tree.root, len(rows), before=False)]
    refuse_blank("".join(row.text for row in rows), path, "it shows no text")
    text = "\n".join(row.text for row in rows) + "\n"
    starts = [0, *itertools.accumulate(len(row.text) + 1 for row in rows)]
    blocks: list[Block] = []
    links: list[Link] = []
    offset = 0
    for row, place in zip(rows, place_rows(rows, boxes), strict=True):
        lead = len(row.text) - len(row.text.lstrip())
        span = Span(offset + lead, offset + len(row.text.rstrip()))
        kind = place.kind
        if not place.body and kind == "paragraph" and _kinds.is_byline(row.text):
            kind = "byline"
        elif not place.body and not place.near and _is_navigation(row):
            kind = "boilerplate"
        blocks.append(Block(span, kind, place.body))
        links += _links(row, offset, rows, starts, anchors, info.base)
        offset += len(row.text) + 1
    _name_title(blocks, text, info.title)
    words = " ".join(block.span.of(text) for block in blocks if block.body and block.kind == "paragraph")
    metadata = replace(info.metadata, published=info.metadata.published or published(blocks, text))
    return Document(
        path=path,
        text=text,
        prose=text,
        media_type="text/html",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=_with_roles(blocks, text, metadata),
        links=tuple(links),
        title=info.title,
        language=language_of(words or text, declared=info.language),
        metadata=metadata,
        remarks=() if url else tuple(_remarks(notes, rows, starts, source)),
        lines=None if url else source_lines(source, rows),
    )


def _remarks(notes: Sequence[Note], rows: Sequence[Row], starts: Sequence[int], source: str) -> Iterator[Remark]:
    """The comments that speak to claimcheck; each is found in the file by its turn."""
    line = position = line_start = 0
    for note in notes:
        at = starts[note.row] + min(note.column, len(rows[note.row].text)) if note.row < len(rows) else starts[-1]
        match = _COMMENT.search(source, position)
        if match:
            line += source.count("\n", position, match.start())
            line_start = max(line_start, source.rfind("\n", position, match.start()) + 1)
            position = match.start() + 1
        yield Remark(note.text, at, at, line + 1, position - line_start if match else 1)


def _is_navigation(row: Row) -> bool:
    """True for a line outside the article that says nothing: a menu entry, a button; a teaser's headline says much."""
    return len(row.text) < 25 or _kinds.is_furniture(row.text)


def _with_roles(blocks: Sequence[Block], text: str, metadata: Metadata) -> tuple[Block, ...]:
    """Bylines, captions and teaser lists inside the article named; blocks outside it stay as they are."""
    inside = assign_roles([block for block in blocks if block.body], text, metadata.authors)
    named = iter(inside)
    return tuple(next(named) if block.body else block for block in blocks)


def _name_title(blocks: list[Block], text: str, title: str | None) -> None:
    """Names the heading that repeats the page's title, or else the first heading, the title."""
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    wanted = _folded(title or "")
    index = next((i for i in headings if _folded(blocks[i].span.of(text)) == wanted), None)
    if index is None:
        index = next((i for i in headings if blocks[i].body), None)
        first = next((i for i, block in enumerate(blocks) if block.body), None)
        index = index if index == first else None
    if index is not None:
        blocks[index] = replace(blocks[index], kind="title", body=True)


def _folded(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _links(
    row: Row, offset: int, rows: Sequence[Row], starts: Sequence[int], anchors: dict[str, int], base: str | None
) -> list[Link]:
    found = []
    for start, end, written in row.links:
        anchor, address = row.text[start:end], written.strip()
        if anchor.isspace():
            continue
        label, target = None, None
        if address.startswith("#"):
            # A footnote mark: its link is the first one that the note itself holds.
            label = unicodedata.normalize("NFKC", anchor).strip(" []()") or None  # "¹" is note 1
            if label and len(label) > _LONGEST_MARK and label[0].islower() and not any(map(str.isdigit, label)):
                continue  # words that lead to another place of the page are no mark: its links are not theirs
            at = anchors.get(address[1:])
            if at is not None and at < len(rows) and starts[at] < offset:
                continue  # from the note back to its mark
            note = rows[at] if at is not None and at < len(rows) and rows[at] is not row else None
            target = starts[at] if note and at is not None else None
            address = next((far for _, _, far in note.links if "://" in far), "") if note else ""
            if not address and not (label and len(label) <= _LONGEST_MARK and (label.isalnum() or label in _SIGNS)):
                continue  # "Back to top" leads to no source, and "↩" back to the mark
        if (not label and not address) or len(address) > _LONGEST_ADDRESS:
            continue
        if address and re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
            continue  # mailto:, javascript:, data: lead to no source
        span = Span(offset + end - len(anchor.lstrip()), offset + start + len(anchor.rstrip()))
        found.append(Link(span, _joined(base, address) if address else "", label, target))
    return found


def _joined(base: str | None, address: str) -> str:
    if base is None or address.startswith(("http://", "https://")):
        return address
    try:
        return urljoin(base, address)
    except ValueError:  # "http://[broken"
        return address
