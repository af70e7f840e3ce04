"""Dates: the same day, month or year, as precisely as both sides say?

"On Monday" on a page counts from the day the page was published. A coarser date that contains the finer one agrees; a
date differs only from one that stands in the aligned clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as date_type
from datetime import timedelta

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._facts import facts
from claimcheck.judges._reading import Reading, negators, read
from claimcheck.model import Comparison, Date
from claimcheck.parse import dates
from claimcheck.passages import Line

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """One comparison a date of the claim, and one a weekday that is no date by itself."""
    part = alignment.part
    here = _dates(alignment.anchor, alignment)
    here = (*here, *_reckoned(here, alignment.reading))
    around = [date for line in (*alignment.context, *_near(alignment)) for date in _dates(line, alignment)]
    for date in part.facts.dates:
        if any(start <= date.span.start < end for start, end in part.reading.quoted):
            continue
        yield _compare(date, here, around, alignment)
    spans = [date.span for date in part.facts.dates]
    pages = {word.lower for word in alignment.reading.words if word.part == "calendar"}
    nearby = {word.lower for line in alignment.context for word in read(line.text).words if word.part == "calendar"}
    for word in part.reading.words:
        if word.part != "calendar" or word.quoted or any(span.start <= word.start < span.end for span in spans):
            continue
        kind = _WEEKDAYS if word.lower in _WEEKDAYS else _MONTHS
        if word.lower in pages or word.lower in nearby:
            yield Comparison("date", word.text, word.text, agrees=True)
        elif pages & kind and alignment.anchored >= _NEARLY_ALL and not _by_night(alignment):
            yield Comparison("date", word.text, min(pages & kind).capitalize(), agrees=False)
        else:
            yield Comparison("date", word.text, None, agrees=None)


def _near(alignment: Alignment) -> tuple[Line, ...]:
    """The sentence after the anchor; for a row the other rows of its table."""
    lines, at = alignment.index.sentences, alignment.anchor.index
    if alignment.anchor.kind == "table-row":
        return tuple(line for line in lines[max(0, at - 6) : at + 7] if line.kind == "table-row")
    following = lines[at + 1 : at + 2]
    return tuple(line for line in following if line.body and line.paragraph == alignment.anchor.paragraph)


def _dates(line: Line, alignment: Alignment) -> tuple[Date, ...]:
    published = alignment.index.published
    found = facts(line.text).dates
    if published is not None:
        resolved = dates.relative(line.text, published)
        found = (*found, *resolved, *_weeks_beside(resolved, published))
    return found


def _weeks_beside(resolved: tuple[Date, ...], published: str) -> Iterator[Date]:
    """A bare weekday may be the one before the day of publication or the one after it.

    "By Monday evening they had given" looks back, "who turns 36 on Tuesday" looks forward.
    """
    for found in resolved:
        if found.text.strip().lower().split()[-1] in _WEEKDAYS and len(found.edtf) == len("2010-11-09"):
            days = -7 if found.edtf > published else 7
            other = date_type.fromisoformat(found.edtf) + timedelta(days=days)
            yield Date(other.isoformat(), found.text, found.span)


def _reckoned(here: tuple[Date, ...], reading: Reading) -> Iterator[Date]:
    """The years that a lapse of years leads to from a date of the same sentence: "signed in 2004, ended nine years
    later"."""
    for lapse in _LAPSES.finditer(reading.text):
        count = _years(lapse)
        if count is None:
            continue
        way = lapse["way"].lower()
        turns = {"later": (1,), "on": (1,), "earlier": (-1,), "previously": (-1,)}.get(way, (1, -1))
        for date in here:
            if date.edtf[:4].isdigit():
                yield from (Date(f"{int(date.edtf[:4]) + turn * count:04d}", date.text, date.span) for turn in turns)


def _years(lapse: re.Match[str]) -> int | None:
    """The exact number of years, if it is one."""
    counted = facts(lapse["count"]).quantities
    if lapse["unit"].lower() != "year" or lapse["about"] or not counted or counted[0].low is None:
        return None
    return int(counted[0].low) if counted[0].low == counted[0].high else None


_LAPSES = re.compile(
    r"(?P<about>(?:about|around|some|almost|nearly|over|than)\s+)?(?P<count>\b[a-z\d-]+)\s+(?P<unit>year|decade|month|week|day|hour|centurie|century)s?\s+"
    r"(?P<way>later|earlier|after|before|previously|on)\b",
    re.IGNORECASE,
)


def _by_night(alignment: Alignment) -> bool:
    """Whether it happened in a night, which two days share."""
    said = {word.lower for word in (*alignment.part.reading.words, *alignment.reading.words)}
    return bool(said & {"night", "overnight", "midnight"})


def _compare(date: Date, here: tuple[Date, ...], around: list[Date], alignment: Alignment) -> Comparison:
    limit = _limit(date, alignment)
    verdicts = [(other, _within(date, other, limit) if limit else _agree(date, other)) for other in here]
    for other, agrees in verdicts:
        if agrees:
            return Comparison("date", date.text, other.text, agrees=True)
    elsewhere = next((other for other in around if _agree(date, other)), None)
    differing = [other for other, agrees in verdicts if agrees is False and _aligned(other, alignment)]
    if any(_years(lapse) is None for lapse in _LAPSES.finditer(alignment.reading.text)) or _by_night(alignment):
        differing = []
    if _of_another_event(date, alignment):
        differing = []
    settled = alignment.verbal >= _SETTLED or alignment.anchored >= _NEARLY_ALL
    if differing and (elsewhere is None or settled) and not _deictic(alignment) and not _denies(date, alignment):
        return Comparison("date", date.text, differing[0].text, agrees=False)
    if elsewhere is not None:
        return Comparison("date", date.text, elsewhere.text, agrees=True)
    return Comparison("date", date.text, None, agrees=None)


def _limit(date: Date, alignment: Alignment) -> int:
    """-1 where the claim says "before" or "by" the date, +1 for "after" or "since", 0 else."""
    before = [word.lower for word in alignment.part.reading.words if word.end <= date.span.start][-1:]
    return -1 if before in (["before"], ["by"], ["until"]) else 1 if before in (["after"], ["since"]) else 0


def _within(ours: Date, theirs: Date, limit: int) -> bool | None:
    """Whether the page's date keeps the claim's limit: 2001 is before 2005."""
    agrees = dates.compare(ours.edtf, theirs.edtf)
    mine, other = dates.bounds(ours.edtf), dates.bounds(theirs.edtf)
    if mine is None or other is None or "X" in theirs.edtf + ours.edtf:
        return agrees
    return other[0] <= mine[1] if limit < 0 else other[1] >= mine[0]


def _agree(ours: Date, theirs: Date) -> bool | None:
    """Whether the dates agree; a life or a period of the page says nothing of a day or year inside it."""
    agrees = dates.compare(ours.edtf, theirs.edtf)
    if agrees and "/" in ours.edtf and "/" in theirs.edtf:
        ends = zip(ours.edtf.split("/"), theirs.edtf.split("/"), strict=False)
        return all(dates.compare(mine, other) is not False for mine, other in ends if mine and other)
    if agrees and "/" in theirs.edtf and "/" not in ours.edtf:
        return None
    return agrees


def _deictic(alignment: Alignment) -> bool:
    """Whether the anchor has a date that only its day of publication would tell: "this year", "today"."""
    if alignment.index.published is not None:
        return False
    text = f" {' '.join(word.lower for word in alignment.reading.words)} "
    return any(f" {words} " in text for words in _RELATIVE)


_RELATIVE = ("this year", "last year", "this month", "last month", "this week", "today", "yesterday", "next year")


def _denies(date: Date, alignment: Alignment) -> bool:
    clause = next((word.clause for word in alignment.part.reading.words if word.end > date.span.start), -1)
    return negators(alignment.part.reading).get(clause, 0) > 0


def _aligned(date: Date, alignment: Alignment) -> bool:
    """Whether the date stands in a clause of the anchor that says a good share of the claim, its verb above all."""
    if _attributive(date, alignment.reading):
        return False
    clause = _clause(date, alignment.reading)
    telling = [
        (match.word, weight)
        for match, weight in zip(alignment.matches, alignment.weights, strict=True)
        if match.word.start not in alignment.topical
    ]
    total = sum(weight for _, weight in telling) or 1.0
    here = [
        (word, weight)
        for word, page, weight in alignment.pairs
        if page.clause == clause and word.start not in alignment.topical
    ]
    if alignment.anchored >= _MOST and _follows_verb(date, alignment):
        return True
    if sum(weight for _, weight in here) < _SHARE * total:
        return False
    # The event itself must be aligned, not only who took part: its verb, or nearly every word.
    sure = {match.word.start for match in alignment.matches if match.credit >= _SURE}
    verb = any(word.part == "verb" and word.base not in lexicon.REPORTING and word.start in sure for word, _ in here)
    return verb or alignment.anchored >= _NEARLY_ALL


def _of_another_event(date: Date, alignment: Alignment) -> bool:
    """Whether the claim dates something else than what the anchor tells.

    "Voted to build a pool, which may open in 2026" against "voted on Wednesday": that day is of the vote.
    """
    reading = alignment.part.reading
    clause = _clause(date, reading)
    verbs = [word for word in reading.words if word.part == "verb" and word.base not in lexicon.REPORTING]
    told = {match.word.start for match in alignment.matches if match.credit >= _SURE}
    own = [word.start in told for word in verbs if word.clause == clause]
    return bool(own) and not any(own) and any(word.start in told for word in verbs if word.clause != clause)


def _follows_verb(date: Date, alignment: Alignment) -> bool:
    """Whether the date stands right behind an aligned verb: "finished in 1909"."""
    before = [word for word in alignment.reading.words if word.end <= date.span.start][-3:]
    return any(page in before and word.part == "verb" for word, page, _ in alignment.pairs)


_SURE = 0.85
_SHARE, _MOST, _SETTLED, _NEARLY_ALL = 0.45, 0.55, 0.7, 0.75
"""Shares of the claim's words: in the date's clause, in the sentence with the date behind the verb, of its verbs where
a date beside the sentence must not settle it, in a sentence that is nearly the claim."""


def _attributive(date: Date, reading: Reading) -> bool:
    """Whether the date belongs to a noun, not to what happened: "the 1964 constitution"."""
    before = [word for word in reading.words if word.end <= date.span.start][-1:]
    after = [word for word in reading.words if word.start >= date.span.end][:1]
    determined = bool(before) and before[0].lower in {"the", "a", "an", "its", "their", "his", "her", "this", "that"}
    return determined and bool(after) and after[0].part in {"noun", "adjective", "name"}


def _clause(date: Date, reading: Reading) -> int:
    return next((word.clause for word in reading.words if word.end > date.span.start), -1)
