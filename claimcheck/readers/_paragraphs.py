"""Paragraphs of plain text: where a line end is only a wrap, and where it ends a paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Span
from claimcheck.readers import _kinds

_WIDEST = 130  # characters of the widest column that people wrap by hand
_NARROWEST = 30  # a shorter line was ended by its author
_NEARLY = 0.85  # of the column: nobody breaks a sentence there on purpose
_PAIRS = 3  # wrapped line ends that a file must show before its longest line counts as its column


@dataclass(frozen=True, slots=True)
class Line:
    """A line without white space at its ends; ``indent`` is what stood before it, in characters."""

    span: Span
    words: str
    indent: int
    apart: bool
    """True for the first line after a blank line or a rule, and for the first of the text."""
    underlined: bool = False

    @property
    def marker(self) -> int:
        return _kinds.marker_length(self.words)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``span`` leaves out a bullet or number at its start (``marker`` characters)."""

    span: Span
    lines: tuple[Line, ...]
    marker: int = 0

    @property
    def apart(self) -> bool:
        return self.lines[0].apart


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text`` in order."""
    groups = list(_groups(text))
    column = _column(groups)
    return [_paragraph(lines) for group in groups for lines in _split(group, column)]


def _groups(text: str) -> Iterator[list[Line]]:
    """Runs of lines without a blank line or a rule between them."""
    group: list[Line] = []
    apart = True
    offset = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if not words or _kinds.is_rule(words):
            if words and group:  # a rule under a line makes it a heading (reStructuredText, Setext)
                last = group.pop()
                group.append(Line(last.span, last.words, last.indent, last.apart, underlined=len(group) == 0))
            if group:
                yield group
            group, apart = [], True
        else:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            group.append(Line(Span(start, start + len(words)), words, indent, apart))
            apart = False
        offset += len(raw)
    if group:
        yield group


def _pairs(groups: Sequence[Sequence[Line]]) -> Iterator[tuple[Line, Line]]:
    for group in groups:
        yield from itertools.pairwise(group)


def _column(groups: Sequence[Sequence[Line]]) -> int:
    """The column at which the file was wrapped; 0 when its line ends are its author's own."""
    # An address makes a line as long as it is, wherever the column ends.
    pairs = [(line, after) for line, after in _pairs(groups) if "://" not in line.words]
    widths = sorted(line.indent + len(line.words) for line, _ in pairs)
    if len(widths) < _PAIRS:
        return 0
    column = widths[min(len(widths) - 1, int(len(widths) * 0.97))]
    if not _NARROWEST < column <= _WIDEST:
        return 0
    forced = sum(_is_forced(line, after, column) for line, after in pairs)
    running = sum(not _kinds.is_closed(line.words) for line, _ in pairs)
    return column if forced >= _PAIRS and forced >= 0.5 * len(pairs) and running >= 0.4 * len(pairs) else 0


def _is_forced(line: Line, after: Line, column: int) -> bool:
    """True when the next line's first word would not have fitted any more."""
    return line.indent + len(line.words) + 1 + len(after.words.split(None, 1)[0]) > column


def _split(group: list[Line], column: int) -> Iterator[list[Line]]:
    hanging = _is_hanging(group)
    lines = [group[0]]
    for line, after in itertools.pairwise(group):
        if _continues(lines[0], line, after, column, hanging):
            lines.append(after)
        else:
            yield lines
            lines = [after]
    yield lines


def _continues(first: Line, line: Line, after: Line, column: int, hanging: bool) -> bool:
    """True when ``after`` goes on where ``line`` was only wrapped; ``first`` begins the paragraph."""
    if after.marker:
        # A bullet; but "- " and "12) " may also be what a wrap brought to the start of a line.
        wrapped = bool(column) and _is_forced(line, after, column) and after.indent == line.indent
        return wrapped and not first.marker and not _kinds.is_closed(line.words)
    if len(line.words) > _WIDEST:
        return False  # nobody wraps that wide: each line is a paragraph
    # "keia.org. (2024)…" begins an entry in lower case; the entry before it ends in a URL, which is no open sentence.
    is_open = not _kinds.is_closed(line.words) and "://" not in line.words.rsplit(None, 1)[-1]
    if is_open and (after.words[0].islower() or after.words[0] in "([,;") and len(line.words) >= _NARROWEST:
        return True
    if hanging:
        return after.indent > first.indent
    if after.indent > line.indent + 1 and not first.marker:
        return False  # a first line drawn in
    if first.marker and after.indent > first.indent and is_open:
        return True
    if not column:
        return False
    return _is_forced(line, after, column) or (is_open and line.indent + len(line.words) >= _NEARLY * column)


def _is_hanging(group: Sequence[Line]) -> bool:
    """True for entries whose later lines are drawn in, false for paragraphs whose first line is.

    Both mix two indents. What tells them apart is where sentences end: before a line drawn in, or before one drawn out.
    """
    if group[0].indent >= max(line.indent for line in group):
        return False
    inward = [line for line, after in itertools.pairwise(group) if after.indent > line.indent]
    ended = sum(_kinds.is_closed(line.words) for line in inward)
    return ended * 2 <= len(inward)


def _paragraph(lines: list[Line]) -> Paragraph:
    marker = lines[0].marker
    return Paragraph(Span(lines[0].span.start + marker, lines[-1].span.end), tuple(lines), marker)
