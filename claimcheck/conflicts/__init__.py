"""Claims held against claims, and against the titles of the references: symbolic, explainable, silent on look-alikes.

Users turn a detector off after a few false flags, so every detector asks first whether the two places speak of one
fact (``_topic``), and
anything that sets them apart (time, place, scope, speaker, revision, condition, forecast) keeps it silent. One file
per kind of conflict;
``_buckets`` keeps the work near linear, ``_cluster`` makes one conflict of all places of one fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from claimcheck.conflicts import date, name, polarity, quantity, quotation, role, statement, superlative, total
from claimcheck.conflicts._assertion import Assertion, assertions, mentions
from claimcheck.conflicts._buckets import candidates
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._cluster import clusters
from claimcheck.conflicts._topic import Topic, align
from claimcheck.model import Conflict, Extraction, Source

__all__ = ["find"]

# In this order: the first clash of a pair is its clash, and figures speak more surely than words.
_DETECTORS: tuple[Callable[[Topic], Clash | None], ...] = (
    total.clash, quotation.clash, quantity.clash, role.clash, superlative.clash, polarity.clash, statement.clash, date.clash,
)  # fmt: skip


def find(extractions: Sequence[Extraction], sources: Sequence[Source] = ()) -> tuple[Conflict, ...]:
    """Every conflict, tension and variant between the claims and reference titles of ``extractions``.

    The result does not depend on their order. ``sources`` are accepted for the comparison of sources with each other
    and not read yet.
    """
    del sources
    places = assertions(extractions)
    return clusters((*_clashes(places), *name.clashes((*places, *mentions(extractions)))))


def _clashes(places: Sequence[Assertion]) -> Iterator[Clash]:
    for place in places:
        found = total.alone(place) if len(place.facts.quantities) > 1 else None
        if found is not None:
            yield found
    for left, right in candidates(places).pairs:
        a, b = places[left], places[right]
        if a.prose == b.prose or not _may_clash(a, b):
            continue
        topic = align(a, b)
        for detector in _DETECTORS:
            found = detector(topic)
            if found is not None:
                yield found
                break


_WITH_US = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b")


def _may_clash(a: Assertion, b: Assertion) -> bool:
    """A first look: fragments, tables and talk assert too little to be held against each other."""
    if a.side.reference and b.side.reference and not (a.facts.quantities and b.facts.quantities):
        return False  # two headlines without figures: "Russia ratifies" and "North Korea ratifies" are both true
    return all(_asserts(side) for side in (a, b))


def _asserts(place: Assertion) -> bool:
    outside = _QUOTED.sub(" ", place.prose)
    return (
        any(action.finite for action in place.reading.actions) and "|" not in outside and not _WITH_US.search(outside)
    )


_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,1200}[\"”»]")
