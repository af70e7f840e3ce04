"""Plain text: paragraphs by blank lines, by single lines, or by undoing a hard wrap."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from claimcheck.model import Block, Document, Metadata, Span
from claimcheck.readers import _kinds
from claimcheck.readers._dates import iso_date
from claimcheck.readers._decode import decode
from claimcheck.readers._language import language_of
from claimcheck.readers._paragraphs import Paragraph, paragraphs
from claimcheck.readers._refusal import refuse_blank
from claimcheck.readers._roles import assign_roles

MEDIA_TYPES = ("text/plain",)
SUFFIXES = (".txt", ".text")

_LONGEST_TITLE = 200  # characters


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """Plain text as a document; ``text`` is the decoded file, untouched, without a byte-order mark.

    Raises:
        UnreadableText: the bytes are text in no known encoding, or hold nothing but white space.
    """
    text = decode(data, path=path, declared=charset)
    refuse_blank(text, path)
    blocks, authors, published = _blocks(text)
    title = next((block.span.of(text) for block in blocks if block.kind == "title"), None)
    return Document(
        path=path,
        text=text,
        prose=text,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        title=" ".join(title.split()) if title else None,
        language=language_of(text),
        metadata=Metadata(authors=authors, published=published, canonical_url=url),
    )


def _blocks(text: str) -> tuple[tuple[Block, ...], tuple[str, ...], str | None]:
    """Blocks, authors and date of publication."""
    found = paragraphs(text)
    blocks = [_block(paragraph, text) for paragraph in found]
    head = _name_title(blocks, text)
    _name_headings(blocks, found, text)
    authors, published = _head_matter(blocks, text)
    speaker = _opening_byline(blocks, head, text)
    if speaker:
        authors = (*authors, *(name for name in [_proper(speaker.of(text))] if name not in authors))
    return assign_roles(blocks, text, authors), authors, published


def _block(paragraph: Paragraph, text: str) -> Block:
    if paragraph.lines[0].underlined and len(paragraph.lines) == 1:
        return Block(paragraph.span, "heading")
    if text.startswith(">", paragraph.lines[0].span.start):
        return Block(paragraph.span, "quote")  # a mail's quotation
    return Block(paragraph.span, "list-item" if paragraph.marker else "paragraph")


def _name_title(blocks: list[Block], text: str) -> int:
    """Names the first short line a title; returns the index of the first block after it."""
    for index, block in enumerate(blocks[:-1]):
        line = block.span.of(text) if len(block.span) <= _LONGEST_TITLE else ""
        if _kinds.is_byline(line) or _kinds.is_furniture(line):
            continue
        following = blocks[index + 1].span
        if block.kind not in {"paragraph", "heading"} or "\n" in line or _kinds.is_caption(line):
            return index
        # A question may open a text as well as head it: a headline is shorter than what it heads.
        if not _kinds.is_title(line) or (line.endswith(("?", "!")) and len(following) <= len(line)):
            return index
        blocks[index] = replace(block, kind="title")
        return index + 1
    return 0


def _name_headings(blocks: list[Block], found: list[Paragraph], text: str) -> None:
    """Names lone short lines between paragraphs headings."""
    for index, block in enumerate(blocks[:-1]):
        line = block.span.of(text) if len(block.span) <= _LONGEST_TITLE else ""
        if block.kind not in {"paragraph", "list-item"} or not _kinds.is_headline(line) or len(found[index].lines) > 1:
            continue
        if _kinds.is_byline(line) or _kinds.is_caption(line):
            continue
        before = blocks[index - 1] if index else None
        follows = blocks[index + 1].span.of(text) if len(blocks[index + 1].span) <= 5_000 else "."
        # The line before must be finished, or this is the last of several short lines: a list, an address, a poem.
        finished = (
            before is None
            or before.kind in {"title", "heading"}
            or _kinds.is_finished(text[max(0, before.span.end - 200) : before.span.end])
        )
        numbered_list = block.kind == "list-item" and (
            blocks[index + 1].kind == "list-item" or (before is not None and before.kind == "list-item")
        )
        if finished and not numbered_list and _kinds.is_finished(follows) and len(follows) > max(40, 1.5 * len(line)):
            blocks[index] = replace(block, kind="heading")


def _head_matter(blocks: list[Block], text: str) -> tuple[tuple[str, ...], str | None]:
    """Authors and date that the bylines near the title give."""
    authors: tuple[str, ...] = ()
    published = None
    for block in blocks[:6]:
        line = " ".join(block.span.of(text).split()) if len(block.span) <= _LONGEST_TITLE else ""
        if block.kind == "paragraph" and _kinds.is_byline(line):
            authors = authors or _kinds.authors_of(line)
            published = published or iso_date(line)
    return authors, published


def _opening_byline(blocks: list[Block], first: int, text: str) -> Span | None:
    """Cuts "JANE ROE: " off the opening paragraph as a block of its own; returns the span of the name.

    Several paragraphs that open so are the turns of an interview and stay whole.
    """
    opening = [
        index
        for index, block in enumerate(blocks)
        if _kinds.leading_byline(text[block.span.start : block.span.start + 120])
    ]
    if opening != [first] or blocks[first].kind != "paragraph":
        return None
    span = blocks[first].span
    length = _kinds.leading_byline(span.of(text))
    head = span.of(text)[:length].rstrip()
    byline = Span(span.start, span.start + len(head))
    blocks[first : first + 1] = [
        Block(byline, "byline"),
        replace(blocks[first], span=Span(span.start + length, span.end)),
    ]
    return Span(byline.start, byline.end - 1)


def _proper(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split())
