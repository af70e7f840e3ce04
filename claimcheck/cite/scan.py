"""The text as the citation grammars see it: what is closed to them, and what another grammar has claimed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from claimcheck.model import Block, Document, Span

_CLOSED_KINDS = frozenset({"code", "byline", "metadata"})
_SHORT_MENU = 4  # links beside the article that are no menu yet: a hand-written page points to its sources there
_NUMBERED = re.compile(r"(?<=[^\W_]{2})\s?\[\d{1,3}[\],;–-]")
_APART = re.compile(r"(?<=[^\W_]{2})\s\[\d{1,3}[\],;–-]")
_LONGEST_INTRODUCTION = 200  # characters of a paragraph that only points to another page


def _has_link(document: Document, block: Block) -> bool:
    at = bisect_left(document.links, block.span.start, key=lambda link: link.span.start)
    return at < len(document.links) and block.span.contains(document.links[at].span) and bool(document.links[at].url)


def _introduces_link(document: Document, block: Block) -> bool:
    """ "Read more: <link>" points to a source; an entry of a menu is a link and nothing else."""
    if block.kind != "paragraph" or len(block.span) > _LONGEST_INTRODUCTION:
        return False
    at = bisect_left(document.links, block.span.start, key=lambda link: link.span.start)
    if at == len(document.links) or not block.span.contains(document.links[at].span):
        return False
    before = document.prose[block.span.start : document.links[at].span.start]
    return any(map(str.isalpha, before))


class Scan:
    """Which offsets are still free. ``claim`` is how a grammar takes a stretch, first come, first served."""

    def __init__(self, document: Document, closed: Iterable[Span]) -> None:
        self.document = document
        self.text = document.text
        self.prose = document.prose
        self.is_markdown = document.media_type in {"text/markdown", "text/x-markdown"}
        self._free = bytearray(b"\x01") * len(document.text)
        for span in closed:
            self._close(span)
        aside = sum(not block.body and _has_link(document, block) for block in document.blocks)
        for block in document.blocks:
            if not block.body and aside <= _SHORT_MENU and block.kind in {"paragraph", "list-item"}:
                continue
            if block.kind in _CLOSED_KINDS or (not block.body and not _introduces_link(document, block)):
                self._close(block.span)

    @cached_property
    def keeps_distance(self) -> bool:
        """True when most numbers in square brackets stand a blank away from the word before: "it fell [3]"."""
        apart = sum(1 for _ in _APART.finditer(self.prose))
        return 2 * apart > sum(1 for _ in _NUMBERED.finditer(self.prose))

    def _close(self, span: Span) -> None:
        self._free[span.start : span.end] = bytes(len(span))

    def is_open(self, span: Span) -> bool:
        """True when nothing under ``span`` is closed or claimed."""
        return bool(len(span)) and self._free.find(0, span.start, span.end) == -1

    def claim(self, span: Span) -> bool:
        """Takes ``span`` if it is open; false, and nothing taken, if it is not."""
        if not self.is_open(span):
            return False
        self._close(span)
        return True

    def is_fragment(self, url: str) -> bool:
        """True for a link to another place of the same page."""
        if url.startswith("#"):
            return True
        page, hash_, _ = url.partition("#")
        return bool(hash_) and page == (self.document.metadata.canonical_url or self.document.path)

    def outer_of_link(self, span: Span) -> Span:
        """The anchor with the Markdown around it: ``[words](address)``."""
        text = self.text
        if not self.is_markdown or text[span.start - 1 : span.start] not in {"[", "<"}:
            return span
        if text[span.end : span.end + 2] == "](":
            end = text.find(")", span.end, span.end + 3_000)
            return Span(span.start - 1, end + 1) if end != -1 else span
        return Span(span.start - 1, span.end + 1)
