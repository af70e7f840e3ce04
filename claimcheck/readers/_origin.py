"""Where in the file each line of a rendered page came from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.readers._render import Row

_MARKUP = re.compile(r"<[^<>]{0,5000}>")
_PLAIN = re.compile(r"[^&<>\"'\n\u00a0]+")  # what editors seldom write as an entity, and what they never do
_ASCII = re.compile(r"[^&<>\u0080-\uffff\"'\n]+")
_UNSEEN = re.compile(r"<(?:!--|script\b|style\b|head(?=[\s>]))", re.IGNORECASE)
_CLOSINGS = {  # by the first three characters of what they close
    "<!-": re.compile("-->"),
    "<sc": re.compile("</script", re.IGNORECASE),
    "<st": re.compile("</style", re.IGNORECASE),
    "<he": re.compile("</head", re.IGNORECASE),
}
_LONGEST = 60  # characters of a line that are looked for


def source_lines(source: str, rows: Sequence[Row]) -> tuple[int, ...]:
    """The one-based line of ``source`` at which each line of the rendered text begins.

    The parser keeps no positions, so each row is looked for in turn, behind the row before it, in the source without
    its tags, scripts and comments. A row that is not found (all entities) takes the line of the row before.
    """
    visible = _visible(source.replace("\r\n", "\n").replace("\r", "\n"))
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", visible))
    found: list[int] = []
    position, line = 0, 0
    for row in rows:
        needle, at = "", -1
        for pattern in (_PLAIN, _ASCII):
            needle = max(pattern.findall(row.raw), key=len, default="").strip()[:_LONGEST]
            at = visible.find(needle, position) if needle else -1
            if at != -1:
                break
        if at != -1:
            position = at + len(needle)
            while line + 1 < len(starts) and starts[line + 1] <= at:
                line += 1
        found.extend([line + 1] * (row.text.count("\n") + 1))
    return (*found, line + 1)


def _visible(source: str) -> str:
    """``source`` of the same length with scripts, styles, comments and tags blanked; line ends stay."""
    pieces: list[str] = []
    position = 0
    for opening in _UNSEEN.finditer(source):
        if opening.start() < position:
            continue
        pieces.append(_MARKUP.sub(_blank, source[position : opening.start()]))
        closing = _CLOSINGS[opening[0][:3].lower()].search(source, opening.end())
        position = closing.end() if closing else len(source)
        pieces.append(_blanked(source[opening.start() : position]))
    pieces.append(_MARKUP.sub(_blank, source[position:]))
    return "".join(pieces)


def _blank(match: re.Match[str]) -> str:
    return _blanked(match[0])


def _blanked(stretch: str) -> str:
    return "\n".join(" " * len(line) for line in stretch.split("\n"))
