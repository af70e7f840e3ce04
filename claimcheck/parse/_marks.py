"""Pairs of quotation marks: curly, straight, guillemets, German, single with apostrophes, and unclosed paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST = 5_000
"""Characters a quotation may have."""
_LONGEST_SINGLE = 1_500

_DOUBLE = re.compile("``|''|‘‘|’’|,,(?=\\w)|[\"“”„‟＂]")
_ANGLED = re.compile("[«»‹›]")
_CORNERS = re.compile("[「」『』]")
_SINGLE = re.compile("[‘‚'`]")
_CLOSERS = re.compile("['’‘\n]")  # what may close a single quotation, or end it unclosed
_BREAK = re.compile(r"\n[ \t]*\n\s*|\u2029\s*")
_LINE = re.compile(r"\n+")
_OPENING_MARKS = "\"“„«»‘'"
# "'em", "'90s", "'tis": an apostrophe stands for what was left out.
_ELISION = re.compile(r"['’‘](?:em|tis|twas|til|cause|bout|n|round|[0-9]{2}s?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks: ``start`` and ``end`` without the marks, ``outer`` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    """False when the paragraph ends without a closing mark: the same speaker goes on in the next one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    at: int
    mark: str
    paragraph: int


def paragraphs(text: str) -> list[Paragraph]:
    """Paragraphs by blank lines; in a text without blank lines every line is one."""
    pattern = _BREAK if _BREAK.search(text) else _LINE
    found = []
    at = 0
    for match in pattern.finditer(text):
        if match.start() > at:
            found.append(Paragraph(at, match.start()))
        at = match.end()
    if at < len(text):
        found.append(Paragraph(at, len(text)))
    return found


def _opens(text: str, at: int, width: int, end: int, loose: bool) -> bool:
    """By its neighbours a mark can only open: white space or a bracket before (``loose``: or comma), a word behind."""
    before = text[at - 1] if at else " "
    after = text[at + width] if at + width < end else " "
    allowed = before.isspace() or before in "([{—–-/" or (loose and before in ",;:.")
    return allowed and not after.isspace() and after not in ".,;:!?)]"


def _closes(text: str, at: int, width: int, end: int) -> bool:
    """By its neighbours a mark can only close."""
    before = text[at - 1] if at else " "
    after = text[at + width] if at + width < end else " "
    return not before.isspace() and before not in "([{—–" and (after.isspace() or after in ".,;:!?)]}—–-")


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit() and (at + 1 >= len(text) or not text[at + 1].isalnum())


def pairs(text: str) -> list[Quoted]:
    """Outermost quotations of ``text`` in order."""
    found: list[Quoted] = []
    parts = paragraphs(text)
    # Finnish and Swedish open and close with the same mark.
    same_curly = "”" in text and not any(mark in text for mark in '“„‟"')
    pending: _Open | None = None  # an opening mark that the paragraph before did not close
    for number, paragraph in enumerate(parts):
        here, left_open, pending_close = _doubles(text, paragraph, number, pending, same_curly)
        if pending is not None:
            if pending_close is not None and pending_close - pending.at <= _LONGEST:
                found.append(
                    _trimmed(
                        text,
                        pending.at + len(pending.mark),
                        pending_close,
                        pending.at,
                        pending_close + 1,
                        pending.paragraph,
                    )
                )
            elif unclosed := _unclosed(text, parts, pending):
                found.append(unclosed)
        pending = left_open
        for pattern, reverse in ((_ANGLED, True), (_CORNERS, False)):
            here.extend(_angled(text, paragraph, number, pattern, reverse))
        here.extend(_singles(text, paragraph, number, here, pending))
        if pending is not None and (number + 1 == len(parts) or text[parts[number + 1].start] in _OPENING_MARKS):
            if unclosed := _unclosed(text, parts, pending):
                here.append(unclosed)
            pending = None
        found.extend(here)
    return _outermost(found)


def _outermost(found: list[Quoted]) -> list[Quoted]:
    kept: list[Quoted] = []
    for one in sorted(found, key=lambda quoted: (quoted.outer_start, -quoted.outer_end)):
        if not kept or one.outer_start >= kept[-1].outer_end:
            kept.append(one)
    return kept


def _unclosed(text: str, parts: list[Paragraph], opened: _Open) -> Quoted | None:
    """A quotation that runs to the end of its paragraph, when it looks meant: it begins it, or the next one goes on."""
    paragraph = parts[opened.paragraph]
    begins = not text[paragraph.start : opened.at].strip()
    follows = opened.paragraph + 1 < len(parts) and text[parts[opened.paragraph + 1].start] in _OPENING_MARKS
    start = opened.at + len(opened.mark)
    words = text[start : min(paragraph.end, start + 200)].split()
    if not (begins or follows) or len(words) < 4 or paragraph.end - start > _LONGEST:
        return None
    stop = start + len(text[start : paragraph.end].rstrip())
    return Quoted(start, stop, opened.at, stop, opened.paragraph, closed=False)


def _doubles(
    text: str, paragraph: Paragraph, number: int, pending: _Open | None, same_curly: bool
) -> tuple[list[Quoted], _Open | None, int | None]:
    """Pairs of double marks of every kind, the mark left open, and a closing mark that belongs to ``pending``.

    Marks that look the same on both sides are told apart by their neighbours, else they close what is open; a stack
    keeps nested quotations inside their outer one.
    """
    end = paragraph.end
    stack: list[_Open] = []
    found: list[Quoted] = []
    pending_close: int | None = None
    marks = [(match.start(), match.group()) for match in _DOUBLE.finditer(text, paragraph.start, end)]
    for at, mark in marks:
        width = len(mark)
        if mark in ("„", "‟", ",,", "``", "‘‘"):
            opening = True
        elif mark == "“":
            opening = not (stack and stack[-1].mark in ("„", "‟", ",,"))
        elif mark in ("’’", "”") and not same_curly:
            opening = False
        else:
            if mark == '"' and not stack and _is_inch(text, at) and not _opens(text, at, width, end, loose=False):
                continue
            if _opens(text, at, width, end, loose=not stack):
                opening = not (stack and _closes(text, at, width, end))
            else:
                opening = not stack and not (_closes(text, at, width, end) and at > paragraph.start)
                if not stack and not opening:
                    continue
        if opening:
            stack.append(_Open(at, mark, number))
            continue
        if not stack:
            if pending is not None and pending_close is None and mark == "”" and not found:
                pending_close = at
            continue
        opened = stack.pop()
        start = opened.at + len(opened.mark)
        if 0 < at - start <= _LONGEST:
            found.append(_trimmed(text, start, at, opened.at, at + width, number))
    return found, stack[0] if stack and not (found and found[-1].outer_start > stack[0].at) else None, pending_close


def _trimmed(text: str, start: int, end: int, outer_start: int, outer_end: int, number: int) -> Quoted:
    """White space inside the marks (French, sloppy typing) is no part of the quotation."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, outer_start, outer_end, number)


def _angled(text: str, paragraph: Paragraph, number: int, pattern: re.Pattern[str], reverse: bool) -> Iterator[Quoted]:
    """Guillemets in either direction (« French », »German«) and corner brackets."""
    marks = [(match.start(), match.group()) for match in pattern.finditer(text, paragraph.start, paragraph.end)]
    if len(marks) < 2:
        return
    first_at, first = marks[0]
    reversed_here = (
        reverse
        and first in "»›"
        and (first_at == paragraph.start or _opens(text, first_at, 1, paragraph.end, loose=True))
    )
    openers = ("»›" if reversed_here else "«‹") if reverse else "「『"
    stack: list[int] = []
    for at, mark in marks:
        if mark in openers:
            stack.append(at)
        elif stack:
            opened = stack.pop()
            if not stack and 1 < at - opened <= _LONGEST:
                yield _trimmed(text, opened + 1, at, opened, at + 1, number)


def _singles(
    text: str, paragraph: Paragraph, number: int, doubles: list[Quoted], pending: _Open | None
) -> Iterator[Quoted]:
    """Quotations in single marks outside double ones."""
    end = paragraph.end
    taken = sorted((one.outer_start, one.outer_end) for one in doubles)
    done = paragraph.start
    index = 0
    for match in _SINGLE.finditer(text, paragraph.start, end):
        at, mark = match.start(), match.group()
        while index < len(taken) and taken[index][1] <= at:
            index += 1
        inside = index < len(taken) and taken[index][0] <= at
        if at < done or inside or (pending is not None and at > pending.at):
            continue
        if mark in "'`" and not _opens(text, at, 1, end, loose=True):
            continue
        if _ELISION.match(text, at) or text[at + 1 : at + 2] == mark:
            continue
        close = _single_close(text, at, end, "’‘" if mark == "‚" else "’" if mark == "‘" else "'’")
        if close is not None and close > at + 1:
            yield _trimmed(text, at + 1, close, at, close + 1, number)
            done = close + 1


def _single_close(text: str, opener: int, end: int, marks: str) -> int | None:
    """Position of the mark that closes a single quotation opened at ``opener``; apostrophes do not."""
    plain: int | None = None
    for match in _CLOSERS.finditer(text, opener + 1, min(end, opener + _LONGEST_SINGLE)):
        at, letter = match.start(), match[0]
        if letter in marks:
            before = text[at - 1]
            after = text[at + 1] if at + 1 < end else " "
            if letter == "'" and _opens(text, at, 1, end, loose=False) and not _ELISION.match(text, at):
                break
            if not after.isalnum() and not before.isspace():
                if before in ",.?!…—–;":
                    return at
                # "the troops' morale": a plural possessive, unless nothing else closes.
                possessive = before == "s" and after == " " and text[at + 2 : at + 3].islower()
                if not possessive:
                    return at
                if plain is None:
                    plain = at
        elif (letter == "‘" and "’" in marks) or (letter == "\n" and text[at + 1 : at + 2] in ("‘", "'")):
            break
    return plain
