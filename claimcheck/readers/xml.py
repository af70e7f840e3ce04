"""XML, RSS and Atom: the words of each element, feeds by their entries."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator

from claimcheck.model import Block, BlockKind, Document, Metadata, Span
from claimcheck.readers._dates import iso_date
from claimcheck.readers._decode import decode
from claimcheck.readers._language import language_of
from claimcheck.readers._refusal import Refusal, refuse_blank

MEDIA_TYPES = ("application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml")
SUFFIXES: tuple[str, ...] = ()

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_ENTITIES = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_TAG = re.compile(r"(/?)([A-Za-z_][\w:.-]{0,100})")
_SKIPPED = (("<!--", "-->"), ("<?", "?>"), ("<!DOCTYPE", ">"))
_MARKUP = re.compile(r"<[^<>]{0,5000}>")
_TITLES = frozenset({"title"})
_DATES = frozenset({"pubdate", "published", "date", "lastbuilddate"})


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """XML as a document: one line for each run of words between tags, titles as headings.

    ``text`` is rendered. No entity but the five of XML and numbers is resolved: a document that defines its own is
    refused, because ten lines of them stand for gigabytes and a path in one for a file of this machine.

    Raises:
        UnreadableText: it defines entities, is in no known encoding, or shows no text.
    """
    stated = _ENCODING.match(data.lstrip()[:300])
    source = decode(data, path=path, declared=charset or (stated[1].decode("ascii") if stated else None))
    if _ENTITIES.search(source):
        raise Refusal("broken", "it defines entities of its own", place=path, remedy="give its words as a text file")
    parts: list[str] = []
    blocks: list[Block] = []
    offset = 0
    title = published = None
    for name, words in _lines(source):
        kind: BlockKind = "paragraph"
        if name in _TITLES:
            kind = "heading" if title else "title"
            title = title or words
        elif name in _DATES:
            kind = "byline"
            published = published or iso_date(words)
        blocks.append(Block(Span(offset, offset + len(words)), kind))
        parts.append(words)
        offset += len(words) + 1
    text = "\n".join(parts) + "\n"
    refuse_blank(text, path, "it shows no text")
    return Document(
        path=path, text=text, prose=text, media_type="application/xml", sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(blocks), title=title, language=language_of(text),
        metadata=Metadata(published=published, canonical_url=url),
    )  # fmt: skip


def _lines(source: str) -> Iterator[tuple[str, str]]:
    """(local name of the element, its words) for each run of words."""
    name = ""
    for mark, content in _tokens(source):
        if mark == "<":
            tag = _TAG.match(content)
            name = tag[2].rpartition(":")[2].lower() if tag and not tag[1] else ""
            continue
        raw = content if mark == "<![CDATA[" else html.unescape(content)
        # Feeds carry the markup of their entries escaped, or as character data.
        words = " ".join(html.unescape(_MARKUP.sub(" ", raw)).split())
        if words:
            yield name, words


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    """("<", inside of a tag), ("<![CDATA[", characters) and ("", text). Found by searching, so that time is linear."""
    at = 0
    while at < len(source):
        if source[at] != "<":
            end = source.find("<", at)
            end = len(source) if end < 0 else end
            yield "", source[at:end]
            at = end
            continue
        if source.startswith("<![CDATA[", at):
            end = source.find("]]>", at)
            end = len(source) if end < 0 else end
            yield "<![CDATA[", source[at + 9 : end]
            at = end + 3
            continue
        skipped = next((closing for opening, closing in _SKIPPED if source.startswith(opening, at)), None)
        closing = skipped or ">"
        end = source.find(closing, at)
        end = len(source) if end < 0 else end
        if skipped is None:
            yield "<", source[at + 1 : min(end, at + 200)]
        at = end + len(closing)
