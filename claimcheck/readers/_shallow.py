"""Pages nested deeper than any real one, made shallow before they are parsed.

HTML parsers walk the open elements for every new one: 400 KB of ``<ul>`` cost lexbor 14 seconds, 1 MB a minute.
"""

from __future__ import annotations

import re
from collections import Counter

_MANY = 20_000  # tags below which no nesting costs more than half a second
_DEEPEST = 1_000  # browsers stop at 512
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})[^>]{0,4000}>?")
_NEVER_DEEP = frozenset({  # void elements, and those that end by themselves
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param",
    "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "rt", "rp", "html",
    "head", "body",
})  # fmt: skip


def shallow(source: str) -> str:
    """``source``, without the opening tags that would stand deeper than a thousand elements; words all stay."""
    if source.count("<") < _MANY:
        return source
    opened: Counter[str] = Counter()
    depth = 0
    pieces: list[str] = []
    position = 0
    for match in _TAG.finditer(source):
        name = match[2].lower()
        if name in _NEVER_DEEP:
            continue
        if match[1]:
            if opened[name]:
                opened[name] -= 1
                depth -= 1
        elif depth < _DEEPEST:
            opened[name] += 1
            depth += 1
        else:
            pieces.append(source[position : match.start()])
            position = match.end()
    return "".join((*pieces, source[position:])) if pieces else source
