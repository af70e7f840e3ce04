"""Words to values: one grammar for each kind of fact, used on the text under audit and on its sources alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.model import Facts, Instrument, Span
from claimcheck.parse import dates, entities, instruments, quantities, quotations
from claimcheck.parse._masks import masked, without_citations

__all__ = ["facts", "masked", "within", "without_citations"]


def facts(text: str, offset: int = 0) -> Facts:
    """Every quantity, date, quotation, named instrument and entity of ``text``; ``offset`` is added to the spans.

    A whole text gives more than its sentences one by one: surnames get the full name, "she said" the person named
    before. Cut it with :func:`within`. Authors in citation groups are no entities; what is part of a named instrument
    ("Paris" of the Paris Agreement) is none either.
    """
    named = instruments.find(text, offset)
    ends = [instrument.span.end for instrument in named]
    found = entities.find(without_citations(text), offset)
    return Facts(
        quantities.find(text, offset),
        dates.find(text, offset),
        quotations.find(text, offset, found),
        named,
        tuple(entity for entity in found if not _lies_in(entity.span, named, ends)),
    )


def _lies_in(span: Span, named: Sequence[Instrument], ends: Sequence[int]) -> bool:
    """Whether one of the instruments, which are in order and do not overlap, holds ``span``."""
    index = bisect_left(ends, span.end)
    return index < len(named) and named[index].span.contains(span)


def within(whole: Facts, span: Span) -> Facts:
    """Those of ``whole`` that lie inside ``span``; a quotation also when it only overlaps it."""
    return Facts(
        tuple(fact for fact in whole.quantities if span.contains(fact.span)),
        tuple(fact for fact in whole.dates if span.contains(fact.span)),
        tuple(fact for fact in whole.quotations if span.overlaps(fact.span)),
        tuple(fact for fact in whole.instruments if span.contains(fact.span)),
        tuple(fact for fact in whole.entities if span.contains(fact.span)),
    )
