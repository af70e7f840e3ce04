"""Where a number stands: what it counts, what it hangs on, how much of the claim stands beside it."""

from __future__ import annotations

from claimcheck.judges._align import Alignment
from claimcheck.judges._reading import Reading, Word, negators
from claimcheck.model import Quantity, Span
from claimcheck.parse import thesaurus, words
from claimcheck.passages import Line

_ANYBODY = frozenset({"people", "persons", "person", "individuals", "others", "staff", "men", "women"})


def slot(ours: Quantity, theirs: Quantity, alignment: Alignment, line: Line) -> float:
    """How much the surroundings of ``theirs`` are those of ``ours``: counted noun, aligned words of its stretch."""
    slot = 0.5 if ours.unit and theirs.unit else 0.0
    if counts_alike(ours, theirs, alignment):
        slot += 1.0
    elif ours.counted and theirs.counted:
        slot -= 0.2 if ours.unit else 0.7
    elif not (ours.unit or theirs.unit) and ours.role and theirs.role:
        slot += 0.3 if acts_alike(ours, theirs, alignment) else -0.4
    if line is not alignment.anchor:
        return slot
    clause, segment = place(theirs.span, alignment.reading)
    total = sum(weight for *_, weight in alignment.pairs) or 1.0
    near = sum(weight for _, page, weight in alignment.pairs if page.segment == segment) / total
    wide = sum(weight for _, page, weight in alignment.pairs if page.clause == clause) / total
    return slot + near + wide


def counts_alike(ours: Quantity, theirs: Quantity, alignment: Alignment) -> bool:
    return bool(ours.counted and theirs.counted and related(ours.counted, theirs.counted, alignment))


def acts_alike(ours: Quantity, theirs: Quantity, alignment: Alignment) -> bool:
    if ours.role and theirs.role and related(ours.role, theirs.role, alignment):
        return True
    # "lifejackets for 360" beside "lifejackets for only 260": the word that the number hangs on
    here, there = left(ours, alignment.part.reading), left(theirs, alignment.reading)
    return here is not None and there is not None and any(w is here and p is there for w, p, _ in alignment.pairs)


def left(quantity: Quantity, reading: Reading) -> Word | None:
    before = [word for word in reading.words if word.end <= quantity.span.start][-4:]
    clause, _ = place(quantity.span, reading)
    return next((word for word in reversed(before) if word.content and word.clause == clause), None)


def beside(theirs: Quantity, alignment: Alignment) -> float:
    """Share of the claim's weight aligned with words of the stretch that the page's number stands in."""
    _, segment = place(theirs.span, alignment.reading)
    total = sum(alignment.weights) or 1.0
    return sum(weight for _, page, weight in alignment.pairs if page.segment == segment) / total


def related(ours: str, theirs: str, alignment: Alignment) -> bool:
    if persons(ours) and persons(theirs) and {ours, theirs} & _ANYBODY:
        return True  # "2,900 people" bear out "nearly 3,000 visitors"
    for word in words.tokens(ours):
        near = alignment.index.relatives(word.lower)
        if any(near.get(other.lower, 0.0) >= 0.5 for other in words.tokens(theirs)):
            return True
    return False


def persons(counted: str) -> bool:
    """Whether a counted noun is people: a kind of person, by the dictionary."""
    person = {sense for sense, steps in thesaurus.kinds("person").items() if steps == 0}
    return counted in _ANYBODY or any(not person.isdisjoint(thesaurus.kinds(word)) for word in counted.split()[-1:])


def place(span: Span, reading: Reading) -> tuple[int, int]:
    for word in reading.words:
        if word.end > span.start:
            return word.clause, word.segment
    return -1, -1


def stated(quantity: Quantity, reading: Reading) -> bool:
    """Whether the number is stated as a fact: a number under "could" or "if" is nobody's number elsewhere."""
    at = next((word for word in reading.words if word.end > quantity.span.start), None)
    return at is None or at.mode in {"asserted", "reported"}


def denies(quantity: Quantity, alignment: Alignment) -> bool:
    clause, _ = place(quantity.span, alignment.part.reading)
    return negators(alignment.part.reading).get(clause, 0) > 0


def quoted(span: Span, reading: Reading) -> bool:
    return any(start <= span.start < end for start, end in reading.quoted)
