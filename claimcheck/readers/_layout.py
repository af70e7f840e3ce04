"""Lines of a paged document, with their places on the page, to paragraphs, headings and running heads."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from claimcheck.model import BlockKind
from claimcheck.readers import _kinds

_EDGE = 2  # lines at the top and bottom of a page that may be a running head
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von)\s*\d{1,4})?$|[-–—]\s*\d{1,4}\s*[-–—]$",
    re.IGNORECASE,
)
_APART = 1.35  # times the usual distance of lines: a new paragraph
_LARGER = 1.15  # times the usual height: a heading
_SHORT = 0.85  # of the column: a last line


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, whether it ends within a word, and its place in points from the lower left corner."""

    words: str
    hyphenated: bool
    left: float
    right: float
    bottom: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one page that belong together."""

    lines: tuple[Line, ...]
    kind: BlockKind
    page: int
    running: bool = False
    """A running head or a page number."""


def paragraphs(pages: Sequence[tuple[int, Sequence[Line]]]) -> list[Paragraph]:
    """The paragraphs of all pages, in reading order as the PDF gives it."""
    everything = [line for _, lines in pages for line in lines]
    usual = median([line.height for line in everything if len(line.words) > 20] or [0.0])
    heads = _running_heads(pages)
    found: list[Paragraph] = []
    for number, lines in pages:
        body: list[Line] = []
        for index, line in enumerate(lines):
            at_edge = index < _EDGE or index >= len(lines) - _EDGE
            # What is set larger than the text is a title, though later pages repeat it small.
            if (
                at_edge
                and line.height <= _LARGER * usual
                and (_folded(line.words) in heads or _PAGE_NUMBER.match(line.words))
            ):
                found += _grouped(body, number, usual)
                found.append(Paragraph((line,), "boilerplate", number, running=True))
                body = []
            else:
                body.append(line)
        found += _grouped(body, number, usual)
    return found


def _folded(words: str) -> str:
    return re.sub(r"\d+", "#", words).casefold()


def _running_heads(pages: Sequence[tuple[int, Sequence[Line]]]) -> frozenset[str]:
    """Lines that stand at the edge of many pages, numbers aside."""
    seen: Counter[str] = Counter()
    for _, lines in pages:
        seen.update({_folded(line.words) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    return frozenset(words for words, count in seen.items() if count >= max(3, len(pages) * 0.4))


def _grouped(lines: Sequence[Line], page: int, usual: float) -> Iterator[Paragraph]:
    if not lines:
        return
    gaps = [a.bottom - b.bottom for a, b in itertools.pairwise(lines) if 0 < a.bottom - b.bottom < 4 * max(a.height, 1)]
    gap = median(gaps) if gaps else 0.0
    width = max((line.right - line.left for line in lines), default=0.0)
    group = [lines[0]]
    for line, after in itertools.pairwise(lines):
        if _ends(line, after, group[0], gap, width):
            yield _paragraph(group, page, usual)
            group = [after]
        else:
            group.append(after)
    yield _paragraph(group, page, usual)


def _ends(line: Line, after: Line, first: Line, gap: float, width: float) -> bool:
    """True when ``after`` begins a new paragraph behind ``line``."""
    if line.hyphenated:
        return False
    if _kinds.marker_length(after.words):
        return True
    closed = _kinds.is_closed(line.words)
    if not line.height or not after.height:  # no places known: words alone decide
        return closed and len(line.words) < 50
    if abs(line.height - after.height) > 0.12 * max(line.height, after.height):
        return True
    distance = line.bottom - after.bottom
    if distance < -line.height:  # up: the next column, in which a paragraph may go on
        return closed
    if gap and distance > _APART * gap:
        return True
    if after.left > line.left + 0.8 * line.height and after.left < line.left + 6 * line.height and closed:
        return True  # a first line drawn in
    if after.left < line.left - 0.8 * line.height and len(line.words) > 20 and closed and first.left < line.left:
        return True  # drawn out again: the next entry of a bibliography
    return closed and line.right - line.left < _SHORT * width and len(line.words) < 0.9 * len(after.words) + 20


def _paragraph(lines: Sequence[Line], page: int, usual: float) -> Paragraph:
    words = " ".join(line.words for line in lines)
    larger = usual and lines[0].height > _LARGER * usual
    kind: BlockKind = "paragraph"
    if len(words) <= 200 and larger and not _kinds.is_closed(words.rstrip("?!")):
        kind = "heading"
    elif (
        len(lines) == 1
        and _kinds.is_headline(words)
        and not re.search(r"\d{3}", words)
        and lines[0].height >= usual > 0
    ):
        kind = "heading" if re.match(r"(?:\d+(?:\.\d+)*\.?\s+)?[A-Z]", words) and len(words) <= 60 else "paragraph"
    elif _kinds.marker_length(words):
        kind = "list-item"
    return Paragraph(tuple(lines), kind, page)
