"""Costly patterns run where they may match: in the lines of a text that hold one of their hints."""

from __future__ import annotations

import re
from collections.abc import Iterator


def matches(pattern: re.Pattern[str], text: str, *hints: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` in the lines of ``text`` that hold one of ``hints``: most lines hold none."""
    places: set[int] = set()
    for hint in hints:
        at = text.find(hint)
        while at != -1:
            low = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            places.add(low)
            at = text.find(hint, end) if end != -1 else -1
    for low in sorted(places):
        end = text.find("\n", low)
        yield from pattern.finditer(text, low, end if end != -1 else len(text))
