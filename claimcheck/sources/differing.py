"""What became of a page's passages since it was locked."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from claimcheck.model import PROSE_KINDS, Difference, Document, Span

MOST = 40
"""Differences that are told of one page."""
_LONGEST = 600
"""Characters of a passage that are told."""
_BLOCKS = 2_000
"""Paragraphs of a page that are compared; the time grows with the square."""


def differences(before: Document, now: Document, decided: Sequence[tuple[int, int]]) -> tuple[Difference, ...]:
    """Paragraphs that were changed, added or taken out, in page order.

    ``decided``: stretches of ``before`` that decided verdicts; what touches one of them is said first.
    """
    old, new = _paragraphs(before), _paragraphs(now)
    words = [[" ".join(span.of(document.text).split()) for span in spans] for document, spans in
             ((before, old), (now, new))]  # fmt: skip
    found: list[Difference] = []
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    for kind, first, past, new_first, new_past in matcher.get_opcodes():
        if kind == "equal":
            continue
        for offset in range(max(past - first, new_past - new_first)):
            was = words[0][first + offset] if first + offset < past else ""
            is_now = words[1][new_first + offset] if new_first + offset < new_past else ""
            place = old[first + offset] if was else None
            mattered = place is not None and any(place.overlaps(Span(*stretch)) for stretch in decided)
            found.append(Difference(was[:_LONGEST], is_now[:_LONGEST], mattered))
    return tuple(sorted(found, key=lambda one: not one.mattered)[:MOST])


def _paragraphs(document: Document) -> list[Span]:
    return [block.span for block in document.blocks if block.body and block.kind in PROSE_KINDS][:_BLOCKS]
