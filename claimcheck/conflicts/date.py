"""Two dates for one event: "opened on 1 May 2013" against "opened on 20 September 2013"."""

from __future__ import annotations

import re

from claimcheck.conflicts import _lexicon, _moments
from claimcheck.conflicts._apart import apart
from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._reading import Action, Reading
from claimcheck.conflicts._topic import Topic, akin_words
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Date
from claimcheck.parse import words

_COVERED = 0.5
_MUTUAL = 0.5
_NAMED = 0.35  # enough where both name the subject and the deed
# A state holds at many times: "in 1990 the village had 900 people" dates no event.
_STATES = wordlist(
    """be have hold own contain live stand belong employ earn number count measure know include remain stay work serve last
    lie keep cost total play sell make use run lead rule teach grow want like need think feel"""
)
_HAPPENING = wordlist("happen see come occur witness record mark do perform conduct undertake make hold carry owe")
# Done or suffered again and again: another date is another time.
_AGAIN = wordlist(
    """beat defeat win lose draw meet visit play attack raid bomb speak say tell warn rise fall sail travel perform vote fine raise cut
    burst flood strike erupt score write call fight clash protest demonstrate report climb drop increase decrease hit shell sue"""
)
_RETOLD = 0.75
# Events that come round again: a year beside one of these names which of them is meant, and dates no event.
_RECURRING = re.compile(
    r"\b(?:finals?|congress|congresses|shows?|festivals?|games|cups?|championships?|tournaments?|opens?|talks|rounds?|battles?|wars?|elections?|seasons?|"
    r"editions?|conferences?|summits?|meetings?|expeditions?|races?|match|matches|series|census|censuses|surveys?|reports?|budgets?|fairs?|exhibitions?|"
    r"olympics|league|derby|marathon|tour|concerts?|strikes?|floods?|earthquakes?|eruptions?|elections?|reviews?|studies|study|trials?|treaty|accord)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|next|previous|last|another|again|later|earlier|annual|every)\b",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"^It was (?:not until |not before |only |in |on )?.{3,60}? that\b", re.IGNORECASE)
# The deadline, start or end of a period, not the day of an event.
_BOUNDING = wordlist("since until till by before after from to through for")


def clash(topic: Topic) -> Clash | None:
    """The clash of dates between two assertions about one event."""
    ours, theirs = topic.left.facts.dates, topic.right.facts.dates
    if not ours or not theirs:
        return None
    if _two_occasions(topic):
        return None
    compared = [(a, b, _moments.agree(a.edtf, b.edtf)) for a in ours for b in theirs]
    if any(agree for _, _, agree in compared):
        return None
    for a, b, agree in compared:
        if (
            agree is not False
            or _an_age_apart(a, b)
            or not _dates_event(topic.left, a)
            or not _dates_event(topic.right, b)
        ):
            continue
        event = _event(topic, a, b)
        if event is None or apart(topic, apart_from=frozenset({"time"})) is not None:
            continue
        return Clash(
            kind="date",
            label="conflict",
            left=topic.left,
            right=topic.right,
            left_value=a.text,
            right_value=b.text,
            comparable=f"both date one event: {', '.join(topic.words[:4])} ({event})",
            differ=f"{a.edtf} against {b.edtf}",
            reconcile="two events, or another stage of one (signed, in force), said in the text",
            topic=event,
        )
    return None


_PERFECT = re.compile(r"\b(?:has|have) (?:\w+ )?been \w+(?:ed|en|wn|t)\b")
_AGE = 30
"""Years after which "opened" is said of another opening, unless only one digit differs."""


def _an_age_apart(a: Date, b: Date) -> bool:
    years = [date.edtf[:4] for date in (a, b)]
    if not all(year.isdigit() for year in years) or _slip_of_the_pen((a.edtf, b.edtf)):
        return False
    return abs(int(years[0]) - int(years[1])) > _AGE


def _two_occasions(topic: Topic) -> bool:
    """True where more than the date is different: another number, or the same names the other way round.

    "Sent 3,000 men in 2019" and "sent 12,000 men in 2022" are two deeds, and so is what A ratified and what B ratified.
    """
    left, right = topic.left.facts, topic.right.facts
    ours, theirs = ({found.stated for found in facts.quantities} for facts in (left, right))
    if ours and theirs and not ours & theirs:
        return True
    voices = {
        next((action.passive for action in side.reading.actions if action.finite), None)
        for side in (topic.left, topic.right)
    }
    if len(voices) > 1:
        return False  # "Nilsen described the fungus", "the fungus was described by Nilsen"
    first, other = (_doers(side) for side in (topic.left, topic.right))
    named = [{entity.name for entity in facts.entities} for facts in (left, right)]
    return bool(first and other) and not first & other and first <= named[1] and other <= named[0]


def _doers(assertion: Assertion) -> set[str]:
    """Names in its subject, the first noun group that no preposition governs."""
    reading = assertion.reading
    group = next((group for group in reading.groups if group.prep is None), None)
    if group is None:
        return set()
    if reading.words[group.head].tag != "name":
        return set()  # "the Lisbon office"
    start, end = reading.words[group.start].start, reading.words[group.end - 1].end
    return {
        entity.name
        for entity in assertion.facts.entities
        if (at := assertion.prose.find(entity.text)) >= start and at < end
    }


def _dates_event(assertion: Assertion, date: Date) -> bool:
    """True when the date says when something happened, and not which of several or since when."""
    at = assertion.prose.find(" ".join(date.text.split()))
    if at < 0:
        return False
    before, after = assertion.prose[:at].split(), assertion.prose[at + len(date.text) :]
    if (
        before
        and before[-1].lower().strip(",(") in _BOUNDING
        and not (before[-1].lower() == "since" and _PERFECT.search(assertion.prose))
        and before[-2:-1] not in (["dates"], ["dated"], ["date"])
        and not re.search(r"\bnot (?:until|before|till)\b", assertion.prose[:at].lower())
    ):
        return False
    if re.match(r"\s*:", after):
        return False  # "8 February 1916: transferred to ..." is an entry of a chronicle
    # "the 2019 final", "the final of 2019": the year picks one of a row.
    if len(date.edtf) == 4 and re.match(r"['’]?s?\s+(?:[\w-]+\s+){0,2}?" + _RECURRING.pattern, after, re.IGNORECASE):
        return False
    return not (
        before[-1:] in (["of"], ["in"])
        and before[-2:-1]
        and _RECURRING.fullmatch(before[-2].strip(","))
        and len(date.edtf) == 4
    )


def _event(topic: Topic, a: Date, b: Date) -> str | None:
    """What happened, in one word, when both sides say the same of the same subject; else ``None``."""
    if topic.left.terms.deictic or topic.right.terms.deictic or topic.coverage < _NAMED:
        return None
    if not any(left.tag in {"name", "noun"} for left, _ in topic.shared):
        return None
    for ours in _verbs(topic.left.reading, topic.left.prose.find(a.text)):
        for theirs in _verbs(topic.right.reading, topic.right.prose.find(b.text)):
            if (event := _one_event(topic, ours, theirs, (a.edtf, b.edtf))) is not None:
                return event
    return None


_UNIQUE = wordlist("first last only final")


def _one_event(topic: Topic, ours: Action, theirs: Action, dates: tuple[str, str]) -> str | None:
    if ours.negated != theirs.negated or _other_phase(ours, theirs):
        return None
    unique = any(word.lower in _UNIQUE for word, _ in topic.shared)  # "struck its last coin" was done once
    if not unique and (ours.lemma in _AGAIN or theirs.lemma in _AGAIN):
        return None
    one_deed = _one_deed(topic, ours, theirs, dates)
    named = any(left.tag == "name" for left, _ in topic.shared)
    if (
        not one_deed
        or topic.coverage < (_NAMED if named else _COVERED)
        or topic.mutual < _MUTUAL
        or not _same_subject(topic, ours, theirs)
    ):
        return None
    return ours.lemma if ours.lemma not in _HAPPENING else theirs.lemma


def _slip_of_the_pen(pair: tuple[str, str]) -> bool:
    """True for two dates that differ in one part or one digit: one event, misdated, rather than two on two such days."""
    ours, theirs = (date.split("-") for date in pair)
    if len(ours) != len(theirs) or "XXXX" in ours[0] + theirs[0]:
        return False
    differing = [(x, y) for x, y in zip(ours, theirs, strict=True) if x != y]
    return len(differing) == 1 and (len(ours) == 3 or sum(x != y for x, y in zip(*differing[0], strict=False)) == 1)


def _one_deed(topic: Topic, a: Action, b: Action, dates: tuple[str, str]) -> bool:
    """True for one verb in two words, or a verb and its noun: "was pulled down" and "the demolition took place"."""
    if a.lemma in _STATES or b.lemma in _STATES:
        return False
    happening = a.lemma in _HAPPENING, b.lemma in _HAPPENING
    if all(happening):
        return topic.coverage >= _RETOLD
    if any(happening):
        deed, place = (b, topic.left) if happening[0] else (a, topic.right)
        told = any(akin_words(deed.lemma, deed.stem, word.lower, word.stem) for word in place.terms.content)
        return told or (topic.alike and topic.things >= 3)
    if akin_words(a.lemma, a.stem, b.lemma, b.stem):
        return True
    known_apart = (
        words.meanings(a.lemma) and words.meanings(b.lemma) and not (topic.mutual >= _RETOLD and topic.things >= 3)
    )
    if topic.alike and (not known_apart or _slip_of_the_pen(dates)):
        return True
    ours, theirs = topic.left.terms.content, topic.right.terms.content
    # "first traded", "the day of its flotation": the deed of one side is named by a noun of the other.
    told = any(akin_words(a.lemma, a.stem, word.lower, word.stem) and word.tag == "noun" for word in theirs)
    return told or any(akin_words(b.lemma, b.stem, word.lower, word.stem) and word.tag == "noun" for word in ours)


def _verbs(reading: Reading, at: int) -> tuple[Action, ...]:
    """The verb that the date belongs to, and the one of a clause with "when" behind it, which tells the same day."""
    main = _verb(reading, at)
    found = [main] if main is not None else []
    if main is not None and main.lemma == "date":  # "the record that she set dates from 1991"
        found += [action for action in reading.actions if action.at < main.at and action.finite][-1:]
    when = next(
        (index for index, word in enumerate(reading.words) if word.lower == "when" and word.start > at >= 0), None
    )
    if when is not None:
        found += [action for action in reading.actions if action.at > when and action.finite][:1]
    return tuple(found)


def _verb(reading: Reading, at: int) -> Action | None:
    """The verb that the date at offset ``at`` belongs to: the nearest finite one before it, else after it."""
    if at < 0:
        return None
    cleft = _CLEFT.match(reading.prose)
    if cleft:
        return next(
            (action for action in reading.actions if action.finite and reading.words[action.at].start >= cleft.end()),
            None,
        )
    actions = [action for action in reading.actions if action.finite or action.passive]
    before = [action for action in actions if reading.words[action.at].start < at]
    after = [action for action in actions if reading.words[action.at].start > at]
    return before[-1] if before else after[0] if after else None


def _other_phase(a: Action, b: Action) -> bool:
    """True when the verbs name two stages of a thing: signed and ratified, opened and closed."""
    if akin_words(a.lemma, a.stem, b.lemma, b.stem):
        return False
    rows = _lexicon.phases()
    return bool(rows.get(a.stem, frozenset()) & rows.get(b.stem, frozenset()))


def _same_subject(topic: Topic, a: Action, b: Action) -> bool:
    """False for "the museum's new wing opened" beside "the museum opened"."""
    heads = [_subject_head(topic.left.reading, a), _subject_head(topic.right.reading, b)]
    left_only, right_only = {word.start for word in topic.left_only}, {word.start for word in topic.right_only}
    return not (heads[0] in left_only and heads[1] in right_only and not (a.passive or b.passive))


def _subject_head(reading: Reading, action: Action) -> int | None:
    groups = [group for group in reading.groups if group.end <= action.at and group.prep is None]
    return reading.words[groups[-1].head].start if groups else None
