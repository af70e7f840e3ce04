"""Every sign that two assertions do not speak of one fact at one time: what keeps the detectors silent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from claimcheck.conflicts import _lexicon, _moments
from claimcheck.conflicts._assertion import Assertion, is_person
from claimcheck.conflicts._reading import Reading, Word
from claimcheck.conflicts._topic import Topic, akin, akin_words, same_name
from claimcheck.extract.verbs import BE
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse import entities, thesaurus
from claimcheck.parse.words import STOP_WORDS, stem

Sort = Literal["mode", "ahead", "revision", "time", "scope", "part", "name"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that sets two assertions apart, with the words that say so."""

    sort: Sort
    words: str
    pair: frozenset[str] = frozenset()
    """Stems of the two words that differ, where it is two words."""


def apart(
    topic: Topic, *, apart_from: frozenset[Sort] = frozenset(), but: frozenset[str] = frozenset()
) -> Difference | None:
    """The first difference that is none of the sorts in ``apart_from``; ``None`` when the two speak of one fact.

    ``but`` holds the stems of two words that clash themselves, so that their difference sets nothing apart.
    """
    return next(
        (found for found in _differences(topic) if found.sort not in apart_from and (not but or found.pair != but)),
        None,
    )


def _differences(topic: Topic) -> Iterator[Difference]:
    yield from _modes(topic.left, topic.right)
    yield from _modes(topic.right, topic.left)
    yield from _revision(topic.left, topic.right)
    yield from _times(topic.left, topic.right)
    yield from _contrasts(topic)
    yield from _modifiers(topic)
    yield from _numbered(topic)
    yield from _restricted(topic)
    yield from _places(topic)
    yield from _parts(topic)
    names = different_names(topic)
    if names is not None:
        yield Difference("name", f"they name different things ({names[0]} / {names[1]})")


# --- Mode
# ---------------------------------------------------------------------------------------------------------------

_CONDITION = re.compile(
    r"^when(?:ever)?\b[^,]{1,80}?\b(?:is|are|does|do)\b|^(?:if|unless|should|had|were|in case|provided|supposing|suppose)\b|\b(?:if|unless|in the event|provided"
    r" that|as long as|were it|had it)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:was|were|is|are) to (?!blame\b)[a-z]+\b|\b(?:[Ww]ill|shall|would|could|may|might|going to|forecasts?"
    r"|forecasted|predict(?:s|ed)?|projects|projected|expects?|expected|anticipat\w+|plans? to|planned|"
    r"intend\w*|to live|designed (?:to|for)|built for|made for|meant for|wants? to|wanted to|proposal|proposes|proposed|supposed to|scheduled|due to|due (?:back )?in|promis\w+|hopes?|hoped|budgeted"
    r"|aims?|aimed|likely|target)\b"
)


_COMING = re.compile(
    r"\b(?:next|coming) (?:week|month|year|season|spring|summer|autumn|winter)\b|\btomorrow\b", re.IGNORECASE
)


def looks_ahead(assertion: Assertion) -> bool:
    """True for a forecast, a plan or a possibility."""
    return assertion.modality == "forecast" or bool(_AHEAD.search(assertion.prose) or _COMING.search(assertion.prose))


def _modes(one: Assertion, other: Assertion) -> Iterator[Difference]:
    if _CONDITION.search(one.prose) and not _CONDITION.search(other.prose):
        yield Difference("mode", "one of them stands under a condition")
    if one.prose.rstrip(" \"'”’").endswith("?"):
        yield Difference("mode", "one of them asks")
    if looks_ahead(one) and not looks_ahead(other):
        yield Difference("ahead", "one of them looks ahead")


def _revision(left: Assertion, right: Assertion) -> Iterator[Difference]:
    ours, theirs = (side.once(_stages) for side in (left, right))
    # "initial reports" on both sides are one stage; on one side the other may be the later figure.
    if ours != theirs:
        yield Difference("revision", f'one of them speaks of a revision ("{min(ours ^ theirs)}")')


_STAGE = re.compile(
    r"\bat first\b|\bfirst (?=(?:put|said|reported|thought|gave|given|estimated|announced|believed|counted|told|feared|reckoned)\b)"
    r"|\bearl(?:y|ier|iest) (?=(?:report|measurement|estimate|count|figure|result|version|edition|test|account|draft|statement)s?\b)"
    r"|\b(?:after|on|following) (?:an? |the )?(?:\w+ )?(?:review|recount|recalculation|reanalysis|audit)\b|\bsettled on\b|\bnewer\b|\bturned out\b|\b(?:been|were) counted twice\b|\bin (?:fact|truth|reality)\b|\bactually\b|\bnot [^,.;]{1,40}, (?:but|as)\b|\brather than\b",
    re.IGNORECASE,
)


def _stages(side: Assertion) -> frozenset[str]:
    """Words of a revision: "at first", "corrected", "newer"."""
    found = {word.lower for word in side.reading.words} & _lexicon.REVISING
    return frozenset({*found, *(match.group().lower().strip() for match in _STAGE.finditer(side.prose))})


# --- Time
# ----------------------------------------------------------------------------------------------------------------

_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_CYCLES = (
    re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE),
    re.compile(
        r"\b(January|February|March|April|(?<=[Ii]n )May|(?<=[Oo]f )May|(?<=\d )May|May(?= \d)|June|July|August"
        r"|September|October|November|December)\b"
    ),
    re.compile(r"\b(winter|summer|spring|autumn)s?\b", re.IGNORECASE),
    re.compile(r"\b(dawn|sunrise|morning|noon|midday|afternoon|dusk|sunset|evening|night|midnight)s?\b", re.IGNORECASE),
)
_LATER = re.compile(
    r"(?<!not )\b(?:a|the) (?:day|week|month|year|decade|century) (?:later|earlier|before|after)\b|\b\w+ (?:days|weeks"
    r"|months|years|decades) (?:later|earlier)\b|"
    r"\b(?:following|previous|next) (?:day|week|month|year|season)\b",
    re.IGNORECASE,
)


_ADJUNCT = re.compile(
    r"\b(?:when|before|after|once|while|by the time|during|as an?|at the (?:start|beginning|end|height|peak"
    r"|outbreak|time|age|opening)|"
    r"on the (?:night|day|eve|morning) (?:of|that|when)|in (?:his|her|its|their) (?:childhood|youth|old age|prime)"
    r"|at (?:dawn|noon|dusk|midnight|birth|sea level|launch|takeover)|"
    r"by (?:noon|dawn|nightfall|then))\b(?:[^,;.]|(?<=\d)[,.](?=\d)){0,60}",
    re.IGNORECASE,
)
_TIMELESS = re.compile(
    r"\b(?:never|always|ever|no more than|at most|at its peak|in all|in total|altogether)\b", re.IGNORECASE
)


def unlike_moments(left: Assertion, right: Assertion) -> bool:
    """True when the figures of the two belong to different moments: "before the fire", "when he left", or on one side
    only.
    """
    if _TIMELESS.search(left.prose) or _TIMELESS.search(right.prose):
        return False
    ours, theirs = (_adjuncts(side) for side in (left, right))
    if not ours and not theirs:
        return False
    if ours and theirs:
        inside = [
            {stem(word) for word in re.findall(r"\w+", " ".join(side).lower())} - _MARKERS for side in (ours, theirs)
        ]
        return not inside[0] & inside[1]
    (adjunct, *_), other = (ours, right) if ours else (theirs, left)
    # "on the night it fell" is no other moment where the other place tells the same in its own words.
    told = {stem(word) for word in re.findall(r"[^\W\d_]+", adjunct.lower())} - _MARKERS
    return not any(
        akin_words(word, word, term.lower, term.stem)
        for word in told
        for term in other.reading.words
        if term.tag != "stop"
    )


def _adjuncts(side: Assertion) -> list[str]:
    """Its expressions of a moment, those apart that tell the figure itself ("after officials said that 300 had
    come").
    """
    figures = [quantity.text for quantity in side.facts.quantities]
    found = [match.group() for match in _ADJUNCT.finditer(side.prose)]
    if side.prose.lower().startswith(("it was", "it took")):  # "It was an hour before help came": how long it took
        found = [adjunct for adjunct in found if not adjunct.lower().startswith("before")]
    return [adjunct for adjunct in found if not any(figure in adjunct for figure in figures)]


_MARKERS = frozenset(
    stem(word) for word in STOP_WORDS | wordlist("start beginning end height peak time age night day opening")
)


_PHASE = re.compile(
    r"\b(first|second|third|fourth|fifth|opening|early|last|final|closing|previous|following|next|this|past|coming) "
    r"(?:\w{2,6} )?(second|minute|hour|day|night|weekend|week|month|year|decade|century|season|quarter|half|stage|phase|leg|round)s?\b",
    re.IGNORECASE,
)


_ONE_OF_SEVERAL = re.compile(
    r"\b(?:in|during|after|before|at|on|from) (?:the|his|her|its|their) (?:very )?"
    r"(first|second|third|fourth|fifth|sixth|last|next|previous|earlier|later) ([a-z-]{3,})",
    re.IGNORECASE,
)


def _phases(side: Assertion) -> frozenset[str]:
    """The stretch of a longer time, or the one of several, that it speaks of: "in the first week", "after the second raid"."""
    found = [match for pattern in (_PHASE, _ONE_OF_SEVERAL) for match in pattern.finditer(side.prose)]
    return frozenset(" ".join(part.lower() for part in match.groups()) for match in found)


def _times(left: Assertion, right: Assertion) -> Iterator[Difference]:
    ours, theirs = left.once(_phases), right.once(_phases)
    told = {word.stem for side in (left, right) if not side.once(_phases) for word in side.reading.words}
    for phase in sorted(ours ^ theirs):
        if stem(phase.split()[0]) not in told:  # "on opening day" is the day that it opened
            yield Difference("time", f'one of them is about the "{phase}"')
    if different_dates(left, right):
        yield Difference("time", "they are about different times")
    for cycle in _CYCLES:
        mine, others = ({match.lower() for match in cycle.findall(side.prose)} for side in (left, right))
        if mine and others and not mine & others:
            yield Difference("time", f'they are about different times ("{min(mine)}" and "{min(others)}")')
    fronts = _front(left.reading), _front(right.reading)
    if fronts[0] is not None and fronts[1] is not None and not akin(fronts[0], fronts[1]):
        yield Difference("time", f'they are about different circumstances ("{fronts[0].text}" and "{fronts[1].text}")')
    again = [bool(_AGAIN.search(side.prose)) for side in (left, right)]
    if again[0] != again[1]:
        yield Difference("time", "one of them says that it changed")
    if bool(_LATER.search(left.prose)) != bool(_LATER.search(right.prose)):
        yield Difference("time", "one of them is about a later or an earlier time")


_AGAIN = re.compile(r"\b(?:again|anew|no longer|any ?more|used to|once more)\b", re.IGNORECASE)
_PRESENT = wordlist("is are has have does do")


def _front(reading: Reading) -> Word | None:
    """The noun of an adverbial that opens the sentence: "At full time", "Under the old law"; names are places."""
    first = reading.groups[0] if reading.groups else None
    if first is None or first.prep is None or first.start > 2:
        return None
    head = reading.words[first.head]
    return head if head.tag == "noun" and head.lower not in _FRAMES else None


_FRAMES = wordlist("study survey report trial end course total fact account case")


def different_dates(left: Assertion, right: Assertion) -> bool:
    """True when both state a time and no time of one fits a time of the other."""
    ours, theirs = left.facts.dates, right.facts.dates
    if ours and theirs:
        found = [_moments.agree(a.edtf, b.edtf) for a in ours for b in theirs]
        if True in found:
            return False
        if False in found:
            return True
    ours_years, theirs_years = set(_YEAR.findall(left.prose)), set(_YEAR.findall(right.prose))
    if ours_years and theirs_years and not ours_years & theirs_years and not (ours and theirs):
        return True
    return _then_and_now(left, right) or _then_and_now(right, left)


def _then_and_now(then: Assertion, now: Assertion) -> bool:
    """True for "in 1970", or a past without a date, against "today"."""
    present = {word.lower for word in now.reading.words} & _lexicon.NOW
    if not present or {word.lower for word in then.reading.words} & _lexicon.NOW:
        return False
    return not now.facts.dates and not any(word.lower in _PRESENT for word in then.reading.words)


# --- Scope
# ---------------------------------------------------------------------------------------------------------------

# Said on one side only, these make its figure a figure about a part, a stage or a side of the thing.
_ONE_SIDED = wordlist(
    """woman women women's men men's girl boy girls boys child children adult adults teenager teenagers pensioner
    pensioners alone draft interim preliminary provisional initial initially wholesale retail net gross eastern
    western northern southern north south east west upper lower inner outer away female male junior senior
    minimum maximum average median officer officers urban rural former"""
)
_PARTIAL = wordlist("alone including included another rest neighbouring neighboring again anew")


def _contrasts(topic: Topic) -> Iterator[Difference]:
    rows = _lexicon.contrasts()
    ours, theirs = (
        {word.stem: word for word in side.reading.words if word.tag != "stop"} for side in (topic.left, topic.right)
    )
    by_row: dict[int, set[str]] = {}
    for key in theirs.keys() & rows.keys():
        for row in rows[key]:
            by_row.setdefault(row, set()).add(key)
    for stem_ in sorted(ours.keys() & rows.keys()):
        for row in sorted(rows[stem_] & by_row.keys()):
            mine = {key for key in ours if row in rows.get(key, frozenset())}
            if not mine & by_row[row]:
                other = min(by_row[row])
                yield Difference(
                    "scope",
                    f'they differ in scope ("{ours[stem_].text}" and "{theirs[other].text}")',
                    frozenset({stem_, other}),
                )


def _modifiers(topic: Topic) -> Iterator[Difference]:
    """ "the north gate" and "the south gate", "exports of steel" and "exports of all goods": one noun, two things."""
    left_only, right_only = {word.start for word in topic.left_only}, {word.start for word in topic.right_only}
    for a, b in topic.shared:
        if a.tag != "noun" or b.tag != "noun":
            continue
        ours = [word for word in _modifiers_of(topic.left.reading, a) if _counts(topic.left, word)]
        theirs = [word for word in _modifiers_of(topic.right.reading, b) if _counts(topic.right, word)]
        if not ours or not theirs:
            continue
        if all(word.start in left_only for word in ours) and all(word.start in right_only for word in theirs):
            yield Difference("scope", f'they differ in scope ("{ours[0].text}" and "{theirs[0].text}")')


def _counts(side: Assertion, word: Word) -> bool:
    return any(term.start == word.start for term in side.terms.content)


_TIMES = wordlist(
    """spring summer autumn fall winter morning afternoon evening night dawn noon dusk year month week day century decade
    minute hour moment end start beginning middle course"""
)
_PLACING = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "under",
        "among",
        "for",
        "from",
        "to",
        "into",
        "through",
        "along",
        "across",
        "with",
        "against",
        "by",
    }
)


def _numbered(topic: Topic) -> Iterator[Difference]:
    """ "Version 1.8" and "Version 1.9", "Ward 3" and "Ward 9": the number is a part of the name."""
    ours, theirs = topic.left.once(_designations), topic.right.once(_designations)
    for noun in sorted(ours.keys() & theirs.keys()):
        if not ours[noun] & theirs[noun]:
            yield Difference(
                "scope", f'they differ in scope ("{noun} {min(ours[noun])}" and "{noun} {min(theirs[noun])}")'
            )


def _designations(side: Assertion) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for before, word in itertools.pairwise(side.reading.words):
        number = word.tag == "num" and word.text[0].isdigit() and not re.fullmatch(r"1\d\d\d|20\d\d", word.text)
        if number and before.tag in {"noun", "name"} and before.end + 1 == word.start:
            found.setdefault(before.lower, set()).add(word.text)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


_RESTRICTING = re.compile(r"[^\W\d_,]\s(?:who|that|which)\s+((?:[\w'’-]+\s*){1,6})")


_BOUNDS = re.compile(
    r"\b(over|under|above|below|aged|older than|younger than)( (?:the age of )?)"
    r"(\d{1,3}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|twelve|fifteen|sixteen|eighteen)(?![,.]?\d)(?= *(?:[.,;]|$|and\b|who\b|years old))"
)


def _restricted(topic: Topic) -> Iterator[Difference]:
    """ "Patients who stop taking it" and "patients who keep taking it": two groups."""
    bounds = [{match[1] + match[3] for match in _BOUNDS.finditer(side.prose)} for side in (topic.left, topic.right)]
    if bounds[0] != bounds[1]:  # "men over sixty"
        yield Difference("scope", "they differ in scope (an age or a size)")
    ours, theirs = (side.once(_restriction) for side in (topic.left, topic.right))
    alone = ours - theirs, theirs - ours
    if all(alone) and not any(akin_words(x, x, y, y) for x in alone[0] for y in alone[1]):
        yield Difference("scope", f'they differ in scope ("{min(ours - theirs)}" and "{min(theirs - ours)}")')


def _restriction(side: Assertion) -> frozenset[str]:
    """Stems of the verbs by which a relative clause without a comma says which people or things are meant."""
    found: set[str] = set()
    for match in _RESTRICTING.finditer(side.prose):
        before = side.prose[: match.start() + 1].rsplit(" ", 1)[-1].lower()
        if is_person(before) or before in {"those", "people", "ones"}:
            spots = range(match.start(1), match.end(1))
            found |= {
                word.stem for word in side.reading.words if word.start in spots and word.tag in {"verb", "ing", "part"}
            }
    return frozenset(found)


def _places(topic: Topic) -> Iterator[Difference]:
    """ "in the towns" and "in the villages": the same preposition, and nothing in common behind it."""
    ours, theirs = _placed(topic.left, topic.left_only), _placed(topic.right, topic.right_only)
    deeds = _doings(topic.left, topic.left_only), _doings(topic.right, topic.right_only)
    for prep in sorted(deeds[0].keys() & deeds[1].keys()):
        yield Difference("scope", f'they differ in scope ("{prep} {deeds[0][prep]}" and "{prep} {deeds[1][prep]}")')
    for prep in sorted(ours.keys() & theirs.keys()):
        # Where one of several places is shared, the rest are details.
        if not _shares_place(topic, prep):
            yield Difference("scope", f'they differ in scope ("{prep} {ours[prep]}" and "{prep} {theirs[prep]}")')


def _placed(side: Assertion, words: Sequence[Word]) -> dict[str, str]:
    lacking = {word.start for word in words}
    reading = side.reading
    return {
        group.prep: reading.text(group)
        for group in reading.groups
        if group.prep in _PLACING
        and reading.words[group.head].start in lacking
        and reading.words[group.head].tag in {"noun", "name"}
        and reading.words[group.head].lower not in _TIMES
    }  # fmt: skip


def _doings(side: Assertion, words: Sequence[Word]) -> dict[str, str]:
    """ "For felling the limes": what a preposition governs may be a deed."""
    lacking = {word.start for word in words}
    reading = side.reading
    return {
        before.lower: word.text
        for before, word in itertools.pairwise(reading.words)
        if before.lower in {"for", "by", "after", "before", "in", "on"} and word.tag == "ing" and word.start in lacking
    }


def _shares_place(topic: Topic, prep: str) -> bool:
    aligned = {a.start for a, _ in topic.shared}
    reading = topic.left.reading
    return any(group.prep == prep and reading.words[group.head].start in aligned for group in reading.groups)


def _modifiers_of(reading: Reading, noun: Word) -> list[Word]:
    """The words that say which one: before the noun in its group, and the head of an of-phrase behind it."""
    for number, group in enumerate(reading.groups):
        if reading.words[group.head] is not noun and reading.words[group.head].start != noun.start:
            continue
        inside = [
            word
            for word in reading.words[group.start : group.head]
            if word.tag in {"noun", "name", "adj"} and word.lower not in _EMPTY
        ]
        following = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
        if following is not None and following.prep == "of" and following.start <= group.end + 2:
            inside.append(reading.words[following.head])
        return [word for word in inside if word.lower not in _lexicon_degrees()]
    return []


_EMPTY = wordlist(
    "own same whole entire total other such many several new old own few more most very only certain particular"
    " late then"
)


@cache
def _lexicon_degrees() -> frozenset[str]:
    return wordlist("first last largest biggest oldest longest highest deepest tallest most least main leading")


def _parts(topic: Topic) -> Iterator[Difference]:
    for side, words in ((topic.left, topic.left_only), (topic.right, topic.right_only)):
        for word in words:
            if word.lower in _ONE_SIDED and _limits(side.reading, word):
                yield Difference("part", f'one of them is about a part ("{word.text}")')
    for side, words in ((topic.left, topic.left_only), (topic.right, topic.right_only)):
        lacking = {word.start for word in words}
        for group in side.reading.groups:
            before = side.reading.words[group.start - 2].lower if group.start > 1 else ""
            if before in BE:
                continue  # "is among the states that": it is one of them, and spoken of whole
            if group.prep in {"among", "amongst"} and side.reading.words[group.head].start in lacking:
                yield Difference("part", f'one of them is about a part ("among {side.reading.text(group)}")')
    ours, theirs = ({word.lower for word in side.reading.words} & _PARTIAL for side in (topic.left, topic.right))
    if ours != theirs:
        yield Difference("part", f'one of them is about a part ("{min(ours ^ theirs)}")')


def _limits(reading: Reading, word: Word) -> bool:
    """True for "the women's race", "in children": the word says of whom, and is not what is counted."""
    for group in reading.groups:
        inside = reading.words[group.start : group.end]
        if any(other.start == word.start for other in inside):
            is_head = reading.words[group.head].start == word.start
            return not is_head or word.owner or group.prep in {"among", "in", "for", "of", "by", "amongst"}
    return True


def different_names(topic: Topic) -> tuple[str, str] | None:
    """A name of either side that the other lacks, when both have one."""
    ours, theirs = _own_names(topic.left, topic.right), _own_names(topic.right, topic.left)
    return (ours[0], theirs[0]) if ours and theirs else None


def _own_names(side: Assertion, other: Assertion) -> list[str]:
    """Names of ``side``, its speaker apart, that the other side does not have in any form.

    "Hill Street" is no form of "Mill Street": a word in common makes two names one only where one of them says no more.
    """
    words = frozenset(word.lower for word in other.reading.words)
    framed = (side.terms.attribution.speaker if side.terms.attribution else None) or frozenset()
    speaking = {word.lower for word in side.reading.words if word.stem in framed}
    mates = [(mate.name, _parts_of(mate.text)) for mate in other.facts.entities]
    found = []
    for entity in side.facts.entities:
        parts = _parts_of(entity.text)
        if not parts or speaking & set(parts) or any(entities.same(entity.name, name) for name, _ in mates):
            continue
        if not any(_occurs(part, words) for part in parts) or _only_by_kind(parts, mates, words):
            found.append(entity.text)
    return found


def _only_by_kind(parts: tuple[str, ...], mates: Sequence[tuple[str, tuple[str, ...]]], words: frozenset[str]) -> bool:
    """True when all that the other side has of the name is the word that it ends in, in another name."""
    if len(parts) < 2 or any(_occurs(part, words) for part in parts[:-1]):
        return False
    holding = [mate for _, mate in mates if any(same_name(parts[-1], part) for part in mate)]
    return bool(holding) and all(len(mate) > 1 and mate[-1] == parts[-1] for mate in holding)


@lru_cache(maxsize=1 << 14)
def _parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, a title or calling in front of it left out: "Sergeant Bryce", "Striker Samir Oke"."""
    parts = [part for part in re.findall(r"[^\W\d_]+", name.lower()) if len(part) > 2]
    while len(parts) > 1 and is_person(parts[0]) and thesaurus.parts_of_speech(parts[0]):
        del parts[0]
    return tuple(parts)


def _occurs(part: str, words: frozenset[str]) -> bool:
    return part in words or any(same_name(part, word) for word in words)
