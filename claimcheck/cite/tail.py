"""Entries that the layout of a text does not show as a bibliography, but their own shape does.

Two shapes are sure enough: a closing run of blocks that each open with an author and a year (Harvard, APA, Chicago),
and a closing run numbered 1, 2, 3, …. Beside them: a block between two entries, or right behind the last, that a reader
took for a heading ("AquaServe. Your bill explained. https://…").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.bibliographies import SAYS, cites, marked_numbers
from claimcheck.cite.addresses import URL
from claimcheck.cite.bibliography import opens_dated, split_label
from claimcheck.model import PROSE_KINDS, Block, Document, Span

_LONGEST = 900  # characters of an entry
_SHORT = 160  # characters of an entry of which only a year tells that it is one
_DATED = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OPENS_LIST = re.compile(
    r"(?:(?:sources?|references|bibliography|literature|quellen|literatur|fuentes|fonti|bronnen|источники|출처|来源|资料来源)"
    r"\s*[:：]|(?:references|bibliography|literatur|bibliographie|bibliografia)\.)\s*(?=\S)",
    re.IGNORECASE,
)
_AUTHOR_AND_YEAR = r"[^\n]+?(?:(?<=\.)(?=\s[^\W\d_][^.(\n]{2,60}\((?:1[5-9]|20)\d\d\))|$)"
_NAMES_SOURCES = re.compile(
    r"\b(?:referenc|bibliogr|literatur|sources?\b|cited|consulted|works|quellen|fuentes|bronnen|notes?\b"
    r"|endnotes|footnotes|reading|links\b|anmerkung|fußnote"
    r"|обзор|источник|литератур|примечан|bibliograf|références|riferimenti|kilder|källor)|文献|書目|书目|资料"
    r"|資料|参考|参照|注释|注釈|참고|출처|주석|문헌|مراجع|مصادر|هوامش",
    re.IGNORECASE,
)
_TITLED = re.compile(r"[^\n()]{3,250}?[.?!]?\s?[(（](?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)[)）]\s?[.,:：。]")
_ALPHA_LABEL = re.compile(r"\[[^\]\s]{1,40}\]\s+\S")
_QUOTED_TITLE = re.compile(r"[\"“„«*_][^\n]{3,200}[\"”«»*_].{0,200}\d{4}")
_DOCUMENT = re.compile(
    r"[A-Z][A-Z0-9.]{0,9}(?:/[\w.]{1,20}){2,8}[ .,]|[^\n.]{3,80}\sv\.?\s[^\n]{3,80}"
    r"|[^\n.]{3,60}\b(?:Act|Code|Treaty|Directive)\s\d{4}"
)
_MARK = re.compile(r"(?<=[\w.,;:!?\"”’)\[])(?:[⁰¹²³⁴-⁹]{1,3}|(?<=\[)\d{1,3}(?=[\],]))")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGN = re.compile(r"\s{0,4}([*†‡§¶]{1,3})[ \t]*(?=[^\s*†‡§¶])")
SIGN_MARK = re.compile(r"(?<=[\w.,;:!?\"”’»)])([*†‡§¶]{1,3})(?![\w*†‡§¶])")
"""A note's mark in running text."""
_BARE_NUMBER = re.compile(r"(\d{1,3})\s{1,4}(?=[^\W_a-z]|[\"“„«*_])")
_KINDS = PROSE_KINDS | {"heading"}


def closing_run(document: Document, end: int, *, is_listed: bool) -> list[tuple[Span, str | None]]:
    """Spans and labels of the entries in the blocks before ``end``.

    ``is_listed``: a list of sources was found from ``end`` on; then only numbered notes may stand before it.
    """
    blocks = [block for block in document.blocks[:end] if block.kind in _KINDS and block.body]
    if is_listed:
        return _numbered_run(document, blocks)
    inline = next((found for block in blocks[-1:-4:-1] if (found := _in_one_line(document, block))), [])
    if inline:
        return inline
    if document.media_type == "text/html":  # notes in an aside stand outside the body
        numbered = _numbered_run(
            document, [b for b in document.blocks[:end] if b.kind in _KINDS or b.kind == "boilerplate"]
        )
    else:
        numbered = _numbered_run(document, blocks)
    listed = _list_items(document) or numbered
    if listed:
        return listed
    run: list[tuple[Span, str | None]] = []
    dated = 0
    for block in reversed(blocks):
        if not _looks_listed(document, block):
            break
        run.append((block.span, None))
        text = block.span.of(document.text)
        dated += opens_dated(text) or bool(_DOCUMENT.match(text) or _TITLED.match(text))
    if len(run) >= 2 and dated * 2 >= len(run):
        return run[::-1]
    return []


def signed_notes(document: Document) -> list[tuple[Span, str]]:
    """The notes behind a text that are marked "*", "†", "‡" instead of being numbered."""
    found: list[tuple[Span, str]] = []
    for block in reversed(document.blocks):
        line_start = document.text.rfind("\n", 0, block.span.start) + 1
        match = _SIGN.match(document.text, max(line_start, block.span.start - 8), block.span.end)
        if not match or len(block.span) > _LONGEST or any(sign == match[1] for _, sign in found):
            break
        found.append((Span(match.end(), block.span.end), match[1]))
    first = min((span.start for span, _ in found), default=0)
    used = {match[1] for match in SIGN_MARK.finditer(document.prose, 0, first)}
    return found[::-1] if found and all(sign in used for _, sign in found) else []


def above(document: Document, first: int) -> list[Span]:
    """Entries right above block ``first``, where a list without a heading was seen to begin."""
    found: list[Span] = []
    for at in range(first - 1, -1, -1):
        block, below = document.blocks[at], document.blocks[at + 1].span
        line = block.span.of(document.text)[: _LONGEST + 1]
        if len(line) > _LONGEST or block.kind not in _KINDS or _is_heading(line):
            break
        adjacent = document.text[block.span.end : below.start].strip(" \t\r-*+•") == "\n"
        if not _looks_listed(document, block) and not (
            adjacent and len(line) <= 200 and not re.search(r"[(\[（]", line) and not SAYS.search(line)
        ):
            break
        found.append(block.span)
    return found[::-1]


def _is_heading(line: str) -> bool:
    words = line.strip(" \n*_#=~:：")
    return (
        len(words) <= 40
        and len(words.split()) <= 5
        and bool(_NAMES_SOURCES.search(words))
        and not words.endswith((".", ","))
    )


def _looks_listed(document: Document, block: Block) -> bool:
    """Could a block be an entry: an author and a year, an address and a year, or a title and "(year)."?"""
    text = block.span.of(document.text) if len(block.span) <= _LONGEST else ""
    if (
        not text.strip()
        or cites(text)
        or (block.kind == "heading" and not URL.search(text))
        or (text[0] in "(（" and text.rstrip(".")[-1] in ")）")
    ):
        return False  # a paragraph in brackets cites
    words = URL.sub("", text)
    if opens_dated(text) or (_DOCUMENT.match(text) and _DATED.search(words)):
        return True
    text = block.span.of(document.prose)  # the target of a link in running text makes no entry
    if len(text) > 400 or not text.strip() or (SAYS.search(words) and not URL.match(text.split()[-1])):
        return False
    named = bool(URL.search(text) or _TITLED.match(text)) and bool(_DATED.search(words))
    ends_with_address = bool(URL.search(text.split()[-1])) and len(words.split()) <= 30 and ". " in text
    return named or ends_with_address


def _in_one_line(document: Document, block: Block) -> list[tuple[Span, str | None]]:
    """A list in one paragraph: "Sources: Egg Board (2022), https://…; Bread Post (2021), …", or heading and lines."""
    text = block.span.of(document.text)
    if len(text) > 20_000:
        return []
    opening = _OPENS_LIST.match(text)
    separator = r"[^;；\n]+" if re.search(r"[;；\n]", text) else _AUTHOR_AND_YEAR
    if not opening:
        opening, separator = re.match(r"[^\n]{3,40}\n", text), r"[^\n]+"
        if not opening or not _NAMES_SOURCES.search(opening.group()) or len(opening.group().split()) > 5:
            return []
    found: list[tuple[Span, str | None]] = []
    for part in re.finditer(separator, text[opening.end() :]):
        words = part.group().strip()
        if not _DATED.search(words) and not URL.search(words):
            return []
        start = block.span.start + opening.end() + part.start() + len(part.group()) - len(part.group().lstrip())
        found.append((Span(start, start + len(words)), None))
    return found


def _list_items(document: Document) -> list[tuple[Span, str | None]]:
    """An ordered list that closes a web page whose text has footnote marks, one for each item at most."""
    if document.media_type != "text/html":
        return []
    items: list[Span] = []
    for block in reversed(document.blocks):  # an item that is one link counts as a menu's, and is no body
        if block.kind != "list-item":
            break
        items.append(block.span)
    marks = {int(mark.translate(_DIGITS)) for mark in _MARK.findall(document.text[: items[-1].start] if items else "")}
    if len(items) < 2 or not marks or max(marks) > len(items):
        return []
    return [(span, str(number)) for number, span in enumerate(reversed(items), start=1)]


def _numbered_run(document: Document, blocks: list[Block]) -> list[tuple[Span, str | None]]:
    found: list[tuple[Span, str | None]] = []
    for block in reversed(blocks):
        number, start = _number(document, block)
        if number is None or len(block.span) > _LONGEST or (found and number != int(found[-1][1] or 0) - 1):
            break
        found.append((Span(start, block.span.end), str(number)))
        if number == 1:
            marked = marked_numbers(document, found[-1][0].start) & {label for _, label in found}
            known = any(
                _DATED.search(span.of(document.text)) or URL.search(span.of(document.text)) for span, _ in found
            )
            return found[::-1] if marked and known else []
    return []


def _number(document: Document, block: Block) -> tuple[int | None, int]:
    """The number that opens a block or stands before it on its line, and where the entry begins."""
    line_start = document.text.rfind("\n", 0, block.span.start) + 1
    before = document.text[line_start : block.span.start]
    if before.strip():
        label, _, is_number = split_label(before[-40:].strip() + " x")
        if is_number:
            return int(label), block.span.start
    label, start, is_number = split_label(block.span.of(document.text)[:60])
    if not label.isdecimal():
        bare = _BARE_NUMBER.match(document.text, block.span.start, block.span.end)  # "1 Lamb v. Stone", "2 Ibid."
        return (int(bare[1]), bare.end()) if bare else (None, block.span.start)
    return int(label), block.span.start + start


def gaps(document: Document, listed: frozenset[int], entries: Sequence[Span]) -> list[tuple[Span, str | None]]:
    """Blocks inside the list, or right behind it, that the list left out, with their numbers.

    A reader may take an entry for a heading or for page furniture ("Share this article. (2022). https://…").
    """
    order = sorted(listed)
    starts = [span.start for span in entries]
    found: list[Span] = []

    def follows_entry(index: int) -> bool:
        before = document.blocks[index - 1].span
        at = bisect_left(starts, before.start)
        return (at < len(starts) and starts[at] < before.end) or (bool(found) and found[-1] == before)

    for first, after in pairwise(order):
        if after > first + 6 or any(_ends_list(document, index) for index in range(first + 1, after)):
            continue
        for index in range(first + 1, after):
            text = _entry_text(document, index)
            if text and (_DATED.search(text) or URL.search(text) or (len(text) <= 400 and len(text.split()) > 5)):
                found.append(document.blocks[index].span)
    index = order[-1] + 1 if order else len(document.blocks)
    while index < len(document.blocks) and follows_entry(index):
        block, before = document.blocks[index], document.blocks[index - 1].span
        text = _entry_text(document, index)
        alike = block.body and (block.kind == "list-item") == (document.blocks[index - 1].kind == "list-item")
        on_next_line = document.text[before.end : block.span.start].strip(" \t\r-*+•") == "\n"
        named = bool(URL.search(text) or _TITLED.match(text) or _DOCUMENT.match(text)) and text.count(". ") <= 6
        if not text or not (named or (alike and (on_next_line or opens_dated(text)))):
            break
        found.append(block.span)
        index += 1
    numbers = [_number(document, Block(span))[0] for span in found]
    return [(span, None if number is None else str(number)) for span, number in zip(found, numbers, strict=True)]


def _ends_list(document: Document, index: int) -> bool:
    """True for a heading of another section: what stands below it is no gap in the list."""
    block = document.blocks[index]
    return block.kind in {"heading", "title"} and not (_entry_text(document, index) and _is_entry(document, index))


def _is_entry(document: Document, index: int) -> bool:
    text = _entry_text(document, index)
    return bool(_DATED.search(text) or URL.search(text))


def _entry_text(document: Document, index: int) -> str:
    """The words of a block that may be an entry; empty for one that is too long or of another kind."""
    block = document.blocks[index]
    if block.kind in {"code", "metadata", "title"} or len(block.span) > _LONGEST:
        return ""
    text = block.span.of(document.text)
    return text if len(URL.sub("", text).split()) <= 60 else ""


def split(text: str, span: Span) -> list[Span]:
    """An entry that holds several lines, cut where a line begins another entry."""
    lines = [match for match in re.finditer(r"[^\n]+", text[span.start : span.end]) if match.group().strip()]
    if len(lines) < 2 or len(lines) > 2_000:
        return [span]
    starts = [span.start]
    so_far = lines[0].group()
    label = bool(_ALPHA_LABEL.match(so_far))
    for line in lines[1:]:
        words = line.group().strip()
        indented = len(line.group()) - len(line.group().lstrip()) > 1
        complete = so_far.rstrip()[-1] in '.)]»”"/。）」』' or bool(URL.search(so_far.split()[-1]))
        known = bool(_DATED.search(so_far) or URL.search(so_far))
        begins = (
            bool(_ALPHA_LABEL.match(words))
            if label
            else opens_dated(words)
            or bool(_TITLED.match(words) or _DOCUMENT.match(words) or _QUOTED_TITLE.match(words))
        )
        if begins and not indented and (label or (complete and known)):
            starts.append(span.start + line.start() + len(line.group()) - len(line.group().lstrip()))
            so_far = words
        else:
            so_far = f"{so_far} {words}"
    ends = [start + len(text[start:stop].rstrip()) for start, stop in zip(starts, [*starts[1:], span.end], strict=True)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
