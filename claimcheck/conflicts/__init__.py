"""Claims held against claims and the titles of references, and cited sources against each other: symbolic, explainable, silent on look-alikes.

Users turn a detector off after a few false flags, so every detector asks first whether the two places speak of one
fact (``_topic``), and whatever sets them apart (``_apart``: time, scope, part, revision, condition, forecast) keeps it
silent. One file per kind of conflict; ``_buckets`` keeps the work near linear, ``_cluster`` makes one conflict of all
places of one fact.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations

from claimcheck.conflicts import date, name, polarity, quantity, quotation, role, statement, superlative, total
from claimcheck.conflicts._assertion import Assertion, assertions, mentions
from claimcheck.conflicts._buckets import FEW, candidates
from claimcheck.conflicts._cited import witnesses
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._cluster import clusters
from claimcheck.conflicts._topic import Topic, align
from claimcheck.model import Conflict, Extraction, Source

__all__ = ["Comparison", "compare", "find"]

# In this order: the first clash of a pair is its clash, and figures speak more surely than words.
_DETECTORS: tuple[Callable[[Topic], Clash | None], ...] = (
    total.clash,
    quotation.clash,
    quantity.clash,
    role.clash,
    superlative.clash,
    polarity.clash,
    statement.clash,
    date.clash,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found, and what a reader must know of the search ("2,400 places share ...")."""

    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...] = ()


def find(
    extractions: Sequence[Extraction], sources: Sequence[Source] = (), earlier: Sequence[Extraction] = ()
) -> tuple[Conflict, ...]:
    """Every conflict, tension and variant that a place of ``extractions`` takes part in.

    Its places are the claims and reference titles. They are held against each other and against the claims of
    ``earlier`` texts; two of the ``sources`` against each other where one claim cites both. The result does not depend
    on the order of anything.
    """
    return compare(extractions, sources, earlier).conflicts


def compare(
    extractions: Sequence[Extraction], sources: Sequence[Source] = (), earlier: Sequence[Extraction] = ()
) -> Comparison:
    """:func:`find`, with the notes of the search."""
    with _collector_at_rest():
        return _compare(extractions, sources, earlier)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """The small values of an archive hold no cycles, and the collector would look at millions of them again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _compare(extractions: Sequence[Extraction], sources: Sequence[Source], earlier: Sequence[Extraction]) -> Comparison:
    named = assertions(extractions, earlier)
    places = tuple(place for place in named if len(place.prose) <= _LONGEST)
    meetings = candidates(places, _ranked)
    spellings = (
        clash
        for clash in name.clashes((*named, *mentions(extractions)))
        if not (clash.left.earlier and clash.right.earlier)
    )
    found = (*_alone(places), *_clashes(places, meetings.pairs), *spellings, *_between_sources(extractions, sources))
    return Comparison(clusters(found), meetings.notes)


def _between_sources(extractions: Sequence[Extraction], sources: Sequence[Source]) -> Iterator[Clash]:
    """Clashes between what two sources say of the claim that cites both."""
    for heard in witnesses(extractions, sources):
        for one, other in combinations(heard.said, 2):
            said = {place.prose for place in (*one, *other)}
            for a in one:
                for b in other:
                    found = _held(a, b) if a.side.source != b.side.source and len(said) > 1 else None
                    if found is not None:
                        yield replace(found, about=heard.claim)


def _held(a: Assertion, b: Assertion) -> Clash | None:
    """The first clash of the two places, in the order of the detectors."""
    if a.prose == b.prose or not _may_clash(a, b, thorough=True):
        return None
    topic = align(a, b)
    return next((clash for detect in _DETECTORS if (clash := detect(topic)) is not None), None)


def _alone(places: Sequence[Assertion]) -> Iterator[Clash]:
    """Clashes within one sentence: parts that exceed their total."""
    for place in places:
        found = total.alone(place) if len(place.facts.quantities) > 1 and not place.earlier else None
        if found is not None:
            yield found


def _clashes(places: Sequence[Assertion], pairs: Sequence[tuple[int, int]]) -> Iterator[Clash]:
    thorough = len(places) <= FEW
    for left, right in pairs:
        a, b = places[left], places[right]
        if (a.earlier and b.earlier) or a.prose == b.prose or not _may_clash(a, b, thorough=thorough):
            continue
        topic = align(a, b)
        found = next((clash for detect in _DETECTORS if (clash := detect(topic)) is not None), None)
        if found is not None and not (found.kind == "quantity" and _agrees_beside(places, left, right)):
            yield found


def _agrees_beside(places: Sequence[Assertion], left: int, right: int) -> bool:
    """True when the rest of one place's sentence states the figure of the other.

    "Krume owns 310 shops, and 40 of them are abroad" is read as two places, and "40 shops abroad" is one of them.
    """
    return any(
        quantity.agree(beside, places[mate])
        for at, mate in ((left, right), (right, left))
        for beside in (*_joined(places, at, -1), *_joined(places, at, 1))
    )


def _joined(places: Sequence[Assertion], at: int, step: int) -> Iterator[Assertion]:
    """The other parts of the sentence that the place at ``at`` is a part of: a part lacks the mark that ends a sentence."""
    here = at
    while 0 <= here + step < len(places):
        first, second = sorted((here, here + step))
        if places[first].side.document != places[second].side.document or _ENDED.search(places[first].side.text):
            return
        here += step
        yield places[here]


_ENDED = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")


_LONGEST = 2_000  # characters of a sentence; what is longer is a table or a text without full stops
_COMMON = 2  # words, and
_SHARE = 0.2  # of the longer place
_RANKING = re.compile(
    r"[\"“”„«»]|est\b|\b(?:first|last|most|only|leading|main|other|never|more|worst|best|top|chief|no)\b", re.IGNORECASE
)
_WITH_US = re.compile(r"\b(?:I|us|(?i:me|my|we|our|you|your))\b")
_ENTRY = re.compile(r"^\s*\[|\bpp?\. ?\d|\b[Vv]ol\. ?\d|\bISBN\b|\bibid\b|\bop\. cit\b")  # a list of sources
_FIELD = re.compile(
    r"(?:^|[;,.(]\s?|\s)[^\W\d_][^:;,.]{0,40}?\s?:\s"
)  # "round: 4th; team: Rovers" is a record, not a sentence
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,1200}[\"”»]")


def _may_clash(a: Assertion, b: Assertion, *, thorough: bool) -> bool:
    """A first look, before the two are held against each other word by word.

    In an archive (not ``thorough``) two words must be the same as written; in a text or two, synonyms may do.
    """
    if a.side.reference and b.side.reference and not (a.facts.quantities and b.facts.quantities):
        return False  # two headlines without figures: "Russia ratifies" and "North Korea ratifies" are both true
    if not thorough and (not _same_names(a, b) or _years_apart(a, b)):
        return False
    if not (a.once(_asserts) and b.once(_asserts)):
        return False
    if thorough or a.once(_ranked) or b.once(_ranked):
        return True
    common = len(a.terms.stems & b.terms.stems)
    return common >= _COMMON and common >= _SHARE * max(len(a.terms.stems), len(b.terms.stems))


def _same_names(a: Assertion, b: Assertion) -> bool:
    """False when each has a name that the other lacks: different people and places, unless it is a rank or a saying."""
    ours, theirs = a.name_stubs, b.name_stubs
    if ours <= theirs or theirs <= ours:
        return True
    return a.once(_ranked) or b.once(_ranked)


def _years_apart(a: Assertion, b: Assertion) -> bool:
    """True for two figures of different years."""
    ours, theirs = a.years, b.years
    return bool(a.facts.quantities and b.facts.quantities and ours and theirs) and not ours & theirs


def _ranked(place: Assertion) -> bool:
    """True for a superlative or a quotation: there a second name is the clash itself."""
    if not _RANKING.search(place.prose):
        return False
    return bool(place.once(superlative.ranks) or place.once(quotation.quoted))


def _asserts(place: Assertion) -> bool:
    """False for fragments, tables and talk: they assert too little to be held against anything."""
    outside = _QUOTED.sub(" ", place.prose)
    if "|" in outside or _ENTRY.search(outside) or len(_FIELD.findall(outside)) > 1 or _WITH_US.search(outside):
        return False
    return any(action.finite for action in place.reading.actions) or bool(place.once(quotation.quoted))
