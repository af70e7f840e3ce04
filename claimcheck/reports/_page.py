"""Words of texts and pages inside an HTML page: shown, never obeyed.

Everything here gives ``Markup`` that is safe in the body of a page. Attributes take plain strings, which the templates
escape; addresses pass ``href`` first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; a browser reads 0x80-0x9f of old pages in its own way
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what changes the direction of the words around it
    "\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f"  # line separators, annotations, tags
    "\ud800-\udfff"  # halves of characters, which UTF-8 cannot hold
    "]"
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\xa0]{1,4000}", re.IGNORECASE)

Mark = tuple[int, int, str]
"""A stretch of a string to mark: start, end (exclusive), class."""


def visible(text: str) -> Markup:
    """``text`` escaped, every control and direction character of it shown by its number instead of taking effect."""
    from markupsafe import Markup, escape

    if not _UNSEEN.search(text):
        return escape(text)
    return Markup("").join(
        Markup('<span class="unseen" title="{}">{}</span>').format(_name(piece), f"U+{ord(piece):04X}")
        if _UNSEEN.fullmatch(piece)
        else escape(piece)
        for piece in re.split(f"({_UNSEEN.pattern})", text)
        if piece
    )


def line(text: str | None, limit: int | None = None) -> Markup:
    """``text`` on one line, visible, cut with an ellipsis after ``limit`` characters."""
    folded = " ".join((text or "").split())
    if limit is not None and len(folded) > limit:
        folded = folded[: limit - 1].rstrip() + "…"
    return visible(folded)


def href(url: str | None) -> str | None:
    """``url`` when a reader may follow it: ``http`` or ``https``, and nothing in it that hides where it leads."""
    if url and _ADDRESS.fullmatch(url) and not _UNSEEN.search(url):
        return url
    return None


def find(words: Iterable[tuple[str | None, str]], text: str) -> tuple[Mark, ...]:
    """The first place of each of ``words`` (with its class) in ``text``, whatever its case and white space."""
    marks: list[Mark] = []
    for wanted, class_ in words:
        parts = (wanted or "").split()
        if not parts:
            continue
        pattern = r"\s+".join(map(re.escape, parts))
        edges = r"(?<!\w){}(?!\w)" if re.match(r"\w", parts[0]) and re.search(r"\w$", parts[-1]) else "{}"
        for match in re.finditer(edges.format(pattern), text, re.IGNORECASE):
            if not any(match.start() < end and start < match.end() for start, end, _ in marks):
                marks.append((match.start(), match.end(), class_))
                break
    return tuple(sorted(marks))


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """``text``, visible, with its marks; they do not overlap."""
    from markupsafe import Markup

    return Markup("").join(_marked(text, sorted(marks)))


def _marked(text: str, marks: Iterable[Mark]) -> Iterator[Markup]:
    from markupsafe import Markup

    position = 0
    for start, end, class_ in marks:
        yield visible(text[position:start])
        yield Markup('<b class="{}">{}</b>').format(class_, visible(text[start:end]))
        position = end
    yield visible(text[position:])


def _name(character: str) -> str:
    return unicodedata.name(character, "a character that cannot be seen")
