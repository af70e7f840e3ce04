"""Text fragments: ``#:~:text=`` in an address quotes the words of the page that the author means."""

from __future__ import annotations

import re
from urllib.parse import unquote

from claimcheck.model import Document, Pointer

MOST = 20
"""Directives that are read of one address."""
_WORD = re.compile(r"\w+")


def pointers(fragment: str, document: Document) -> tuple[Pointer, ...]:
    """What the fragment of an address quotes, each with its place in ``document.text`` where it stands there.

    ``text=[before-,]first[,last][,-after]`` quotes from ``first`` to ``last``; capitals, punctuation and white space
    do not count.
    """
    directives = fragment.partition(":~:")[2].split("&")
    quoted = [found for found in map(_quoted, directives[:MOST]) if found is not None]
    if not quoted:
        return ()
    places = [(match.start(), match.end()) for match in _WORD.finditer(document.text)]
    words = [document.text[start:end].casefold() for start, end in places]
    return tuple(_found(before, first, last, after, places, words) for before, first, last, after in quoted)


def _quoted(directive: str) -> tuple[list[str], list[str], list[str], list[str]] | None:
    if not directive.startswith("text="):
        return None
    parts = directive[5:].split(",")
    before = parts.pop(0)[:-1] if parts[0].endswith("-") and len(parts) > 1 else ""
    after = parts.pop()[1:] if parts[-1].startswith("-") and len(parts) > 1 else ""
    first, last = parts[0], parts[1] if len(parts) > 1 else ""
    read = [_WORD.findall(unquote(part, errors="replace").casefold()) for part in (before, first, last, after)]
    return (read[0], read[1], read[2], read[3]) if read[1] else None


def _found(
    before: list[str],
    first: list[str],
    last: list[str],
    after: list[str],
    places: list[tuple[int, int]],
    words: list[str],
) -> Pointer:
    shown = " ".join(first) + (f" … {' '.join(last)}" if last else "")
    start = 0
    for _ in range(50):  # a prefix that fits the fiftieth place is no prefix
        start = _index(words, [*before, *first], start)
        if start < 0:
            return Pointer(shown)
        begin = start + len(before)
        end = begin + len(first)
        if last:
            place = _index(words, [*last, *after], end)
            end = place + len(last) if place >= 0 else -1
        elif after and words[end : end + len(after)] != after:
            end = -1
        if end >= 0:
            return Pointer(shown, places[begin][0], places[end - 1][1])
        start += 1
    return Pointer(shown)


def _index(words: list[str], wanted: list[str], start: int) -> int:
    """Where ``wanted`` stands in ``words`` from ``start`` on; -1 for nowhere."""
    while True:
        try:
            start = words.index(wanted[0], start)
        except ValueError:
            return -1
        if words[start : start + len(wanted)] == wanted:
            return start
        start += 1
