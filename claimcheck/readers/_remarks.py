"""Comments in a text that speak to claimcheck: ``<!-- claimcheck: … -->``, and ``% claimcheck: …`` in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Document, Remark

OPENING = re.compile(r"\s{0,80}claimcheck\s{0,8}:", re.IGNORECASE)
"""How the words of such a comment begin."""
_IN_MARKUP = re.compile(r"<!--(?=\s{0,80}claimcheck\s{0,8}:)", re.IGNORECASE)
_IN_TEX = re.compile(r"(?<!\\)%+(?=[ \t]{0,80}claimcheck[ \t]{0,8}:)([^\r\n]*)", re.IGNORECASE)
_LONGEST = 4_000  # characters; a comment that nobody closed ends there


def remarks(document: Document) -> tuple[Remark, ...]:
    """The remarks of a document whose ``text`` is the file itself; a web page's are found where it is rendered."""
    match document.media_type:
        case "text/markdown" | "text/x-wiki":
            return tuple(_in_markup(document))
        case "text/x-tex":
            found = _IN_TEX.finditer(document.text)
            return tuple(_remark(document, match.start(), match.end(), match[1]) for match in found)
        case _:
            return document.remarks


def words_of(comment: str) -> str | None:
    """What a comment says to claimcheck; ``None`` when it speaks to somebody else."""
    opening = OPENING.match(comment)
    return comment[opening.end() :].strip() if opening else None


def _in_markup(document: Document) -> Iterator[Remark]:
    text = document.text
    for match in _IN_MARKUP.finditer(text):
        block = document.block_at(match.start())
        nearby = max(0, match.start() - _LONGEST)
        line = max(nearby, text.rfind("\n", nearby, match.start()) + 1)
        if (block is not None and block.kind == "code") or text.count("`", line, match.start()) % 2:
            continue  # a manual that shows how a comment is written
        end = text.find("-->", match.end(), match.end() + _LONGEST)
        yield _remark(
            document, match.start(), end + 3 if end >= 0 else match.end(), text[match.end() : max(end, match.end())]
        )


def _remark(document: Document, start: int, end: int, comment: str) -> Remark:
    return Remark(words_of(comment) or "", start, end, document.line_of(start), document.column_of(start))
