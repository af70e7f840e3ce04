"""Wording: stretches of the claim, causes and named legal texts that the page must give, not only suggest.

That one thing came after another does not say that it came because of it; another resolution does not bear out this
one.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.judges._align import Alignment
from claimcheck.judges._facts import facts
from claimcheck.judges._reading import read
from claimcheck.model import Comparison
from claimcheck.parse import instruments


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """A claimed cause that the passage does not give is absent; so is an instrument that it does not name."""
    part = alignment.part
    if not part.facts.quotations:  # around a quotation stands who said it, and when
        yield from _uncovered(alignment)
    if part.reading.causal and not (_gives_cause(alignment) and _covers_cause(alignment)):
        yield Comparison("words", "the cause", None, agrees=None)
    lines = (alignment.anchor, *alignment.context)
    theirs = {instruments.key(other) for line in lines for other in facts(line.text).instruments}
    for instrument in part.facts.instruments:
        key = instruments.key(instrument)
        if key in theirs:
            yield Comparison("instrument", instrument.name, instrument.name, agrees=True)
        else:
            yield Comparison("instrument", instrument.name, None, agrees=None)


def _gives_cause(alignment: Alignment) -> bool:
    return alignment.reading.causal or any(read(line.text).causal for line in alignment.context[:1])


def _covers_cause(alignment: Alignment) -> bool:
    """Whether the passage has what the claim gives as the cause: the words of the clause that "because" opens."""
    words = alignment.part.reading.words
    opener = next((word for word in words if word.lower in {"because", "due", "owing", "thanks"}), None)
    if opener is None:
        return True
    rows = [
        (match.credit if match.line is not None else 0.0, weight)
        for match, weight in zip(alignment.matches, alignment.weights, strict=True)
        if match.word.clause == opener.clause and match.word.start > opener.start
    ]
    total = sum(weight for _, weight in rows)
    return not total or sum(credit * weight for credit, weight in rows) >= _CAUSE * total


_CAUSE = 0.5
_HEAVY, _BARE = 1.4, 0.3
"""A stretch of the claim is missing when it weighs at least so much (a noun is about 1) and so little is borne out."""


def _uncovered(alignment: Alignment) -> Iterator[Comparison]:
    """A stretch between commas of which the page has nothing: ", after a petition by parents"."""
    stretches: dict[int, list[tuple[float, float, int, int]]] = {}
    for match, weight in zip(alignment.matches, alignment.weights, strict=True):
        if match.word.clause >= 0:
            credit = match.credit if match.line is not None else 0.0  # elsewhere on the page is not here
            row = (credit * weight, weight, match.word.start, match.word.end)
            stretches.setdefault(match.word.segment, []).append(row)
    if len(stretches) < 2:
        return
    for rows in stretches.values():
        weight = sum(row[1] for row in rows)
        if weight >= _HEAVY and sum(row[0] for row in rows) < _BARE * weight:
            yield Comparison("words", alignment.part.text[rows[0][2] : rows[-1][3]], None, agrees=None)
