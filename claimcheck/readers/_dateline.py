"""The day of publication as a page shows it to its readers, for pages whose markup does not tell it.

Of 181 news pages 23 tell no date in their markup; the lines around the headline date 18 of these, none of them wrongly.
htmldate dates all 23, but four too early, by a day to three years (it takes the date of a photograph, or of the event),
and a source dated too early is accused of speaking of what had not happened yet. So it is no fallback here
(``python -m tests.benchmarks.dates``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Block
from claimcheck.readers import _kinds
from claimcheck.readers._dates import iso_date

_BELOW, _ABOVE = 8, 3
"""Lines looked at below and above the headline."""
_LONGEST = 160
"""Characters of a line that may date the page; behind two longer ones the article has begun."""
_WORDS, _SMALL = 12, 2
"""Words of such a line, and those in small letters among them: names and a date hold few, sentences many."""
_EARLIEST = "1990"
"""The first year of the web: "11 November 1918" below a headline is what the page speaks of."""
_KINDS = frozenset({"paragraph", "byline", "heading"})
"""Not rows of a table, where the date is one of the things that the page is about."""
_WORD = re.compile(r"\b[^\W\d_]{2,}\b")
_UPDATED = re.compile(r"\b(?:updated|modified|edited|changed|corrected|aktualisiert|actualizado)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)


def published(blocks: Sequence[Block], text: str) -> str | None:
    """The ISO date in a line that dates the page; ``None`` for none. Lines below the headline come first."""
    title = next((at for at, block in enumerate(blocks) if block.kind == "title"), None)
    if title is None:
        title = next((at for at, block in enumerate(blocks) if block.body), len(blocks))
    long = 0
    for block in blocks[title + 1 : title + 1 + _BELOW]:
        long += block.span.end - block.span.start > _LONGEST
        if long > 1:
            break
        if date := _dated(block, text):
            return date
    above = (_dated(block, text) for block in reversed(blocks[max(0, title - _ABOVE) : title]))
    return next((date for date in above if date), None)


def _dated(block: Block, text: str) -> str | None:
    line = block.span.of(text)
    if block.kind not in _KINDS or len(line) > _LONGEST or _kinds.is_caption(line):
        return None
    date = iso_date(line)
    if date is None or len(date) < len("2024-01-01") or date < _EARLIEST:
        return None
    if _UPDATED.search(line) and not _PUBLISHED.search(line):
        return None
    words = _WORD.findall(line)
    return date if len(words) <= _WORDS and sum(map(str.islower, words)) <= _SMALL else None
