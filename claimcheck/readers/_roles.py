"""What each block of a document is for: byline, biography, caption, teaser list, page furniture, or text to check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model import PROSE_KINDS, Block
from claimcheck.readers import _kinds

_ENDING = 3  # paragraphs at the end of the text among which biographies may stand
_ENTRY = re.compile(r"(?:https?://|doi\.org|www\.)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d|\bn\.\s?d\.")


def assign_roles(blocks: Sequence[Block], prose: str, authors: Sequence[str] = ()) -> tuple[Block, ...]:
    """The same blocks, with paragraphs that are no running text renamed; titles and headings stay what they are."""
    words = [" ".join(block.span.of(prose).split()) if len(block.span) <= 1_500 else "" for block in blocks]
    assigned = [_alone(block, line) for block, line in zip(blocks, words, strict=True)]
    _mark_teasers(assigned, words)
    _mark_biographies(assigned, words, authors)
    return tuple(assigned)


def _alone(block: Block, line: str) -> Block:
    """The role that a block shows by itself."""
    if block.kind not in {"paragraph", "list-item"} or not line:
        return block
    if _kinds.is_furniture(line):
        return replace(block, kind="boilerplate", body=False)
    if block.kind == "paragraph" and _kinds.is_byline(line):
        return replace(block, kind="byline")
    if block.kind == "paragraph" and _kinds.is_caption(line):
        return replace(block, kind="caption")
    return block


def _mark_teasers(blocks: list[Block], words: Sequence[str]) -> None:
    index = 0
    while index < len(blocks):
        opener = index
        index += 1
        if blocks[opener].kind not in {"paragraph", "heading", "boilerplate"} or not _kinds.opens_teasers(
            words[opener]
        ):
            continue
        while index < len(blocks) and _goes_on(blocks[index], words[index]):
            index += 1
        if index > opener + 1:
            blocks[opener] = replace(blocks[opener], kind="boilerplate", body=False)
            # Headlines of other articles keep their kind: a source's are searched, and bear a claim out in part.
            for position in range(opener + 1, index):
                blocks[position] = replace(blocks[position], body=False)


def _goes_on(block: Block, line: str) -> bool:
    if block.kind in {"title", "table-row", "code", "footnote", "metadata"} or not line:
        return False
    if block.kind == "heading" and not _kinds.opens_teasers(line):
        return False  # the next section; "Notes" after "See also" is the article again
    return _kinds.is_teaser(line) and not (_ENTRY.search(line) and _YEAR.search(line))


_ARTICLE = 3
"""Paragraphs from which a text is long enough to end in the biography of its author."""


def _mark_biographies(blocks: list[Block], words: Sequence[str], authors: Sequence[str]) -> None:
    announced = 0
    for index, line in enumerate(words):
        if blocks[index].kind in {"heading", "paragraph"} and _kinds.opens_biographies(line):
            announced = 4
            blocks[index] = replace(blocks[index], kind="byline")
        elif announced and blocks[index].kind == "paragraph":
            blocks[index] = replace(blocks[index], kind="byline")
        elif announced and blocks[index].kind == "heading":
            announced = 0
        announced = max(0, announced - 1)
    if sum(block.kind in PROSE_KINDS and block.body for block in blocks) < _ARTICLE:
        return  # "Tolland is the largest lender to farmers." alone is what the text has to say, and nobody's biography
    seen = 0
    for index in range(len(blocks) - 1, -1, -1):
        block, line = blocks[index], words[index]
        if block.kind not in PROSE_KINDS or not block.body or (_ENTRY.search(line) and _YEAR.search(line)):
            continue
        name = _kinds.biography_of(line) if block.kind == "paragraph" else None
        seen += 1
        if name is None or seen > _ENDING:
            break
        others = [
            words[i] for i in range(index) if blocks[i].kind in PROSE_KINDS and _kinds.biography_of(words[i]) != name
        ]
        if any(name.casefold() == author.casefold() for author in authors) or not _kinds.mentions(name, others):
            blocks[index] = replace(block, kind="byline")
