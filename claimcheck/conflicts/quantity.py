"""Numbers that cannot both be right: "approximately 3,000 troops" against "12,000 troops"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from claimcheck.conflicts._apart import Sort, apart, unlike_moments
from claimcheck.conflicts._assertion import Assertion, position, terms
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._lexicon import families
from claimcheck.conflicts._reading import Action, Group, Reading
from claimcheck.conflicts._topic import Topic, akin_words
from claimcheck.extract.verbs import third_person
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import ConflictLabel, Quantity
from claimcheck.parse import quantities, units, words
from claimcheck.parse.words import stem

_ROUNDING = 0.05  # of the larger bound, where either figure is hedged
_MAGNITUDES = 2.0  # expected magnitudes further apart than this are a tension even where the intervals overlap
_MUTUAL = 0.5  # of the things of the longer assertion
_RETOLD = 0.85  # from which two verbs that some list knows apart may still tell one deed
_COVERED = 0.5  # of the shorter assertion's subject matter
_SUBJECT = 1.0  # weight of the shared words besides the counted noun: at least one good noun
# Verbs that only put the number beside its noun: they tell no deed from another.
_LIGHT = wordlist(
    """be have hold stand lie reach come total number contain count measure run last stretch extend work amount
    exist live circle orbit surround grow serve defend guard man staff fit shelter house hold fill own possess keep
    include comprise consist give put make take
    seat weigh remain carry cover boast offer see watch attend sit rise tower receive say report find show
    estimate believe think date get do"""
)
# Deeds that take a part of those there are: a number of theirs is no rival of the number of all.
_COUNTING = wordlist(
    """die kill injure wound arrest enrol enroll join hire dismiss leave buy sell build destroy win lose open close marry treat infect
    evacuate flee return arrive rescue train recruit deploy post send lend borrow donate vote support oppose plant
    harvest import export
    produce collect fall rise grow drop cut raise close demolish damage survive recover charge convict release escape
    save add move sicken
    volunteer apply register refuse retire resign miss scrap cancel approve reject issue publish order give receive pay spend"""
)
_NEVER_MORE = re.compile(r"\b(?:never|not)\b[^,;]{0,60}\b(?:more than|over|above|exceed\w*)\s*$", re.IGNORECASE)
_CURRENCY = wordlist("crown kroner krona krone dollar euro pound yen won rupee franc mark peso rouble ruble lira dinar")
_PRICING = wordlist(
    "finish close end open trade change stand go be cost pay fetch sell buy value raise price reach come total charge spend"
)
_JOINING = wordlist("join attend enter participate")
_MEASURING = frozenset(
    stem(word)
    for word in """distance total length height depth width pressure population price cost sum area number level rate value size weight age
    speed temperature figure record maximum minimum capacity toll turnout attendance revenue profit loss budget range fee bill debt deficit""".split()
)
_NONE: frozenset[int] = frozenset()
_GENERAL = frozenset(stem(word) for word in "people person individual human".split())
# Groups that are a part of the people, whatever the people: their number is no rival of the number of all.
_SUBGROUPS = frozenset(
    stem(word)
    for word in """woman man child girl boy adult officer nurse household family member customer patient case teenager pensioner
    student councillor official doctor survivor""".split()
)
_ATTRIBUTES: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "long length runs run stretches stretch extends extend", "wide width broad breadth",
        "high tall height altitude elevation stands rises towers", "deep depth", "weigh weighs weight weighed heavy mass scales",
        "old age aged dated ago", "cost costs price priced", "area covers", "wingspan", "diameter", "thick thickness", "fast speed",
        "revenue turnover sales", "profit earnings earned", "loss losses deficit", "debt debts owe owes", "salary pay wage", "budget",
        "turnout", "unemployment jobless", "inflation", "growth grew", "margin", "dividend", "efficacy effective", "coverage",
    )
)  # fmt: skip
_AGE = next(number for number, row in enumerate(_ATTRIBUTES) if "aged" in row)
_RATE = re.compile(
    r"^\W{0,2}(?:of [a-z]+\W)?(?:(?!for |in |of |after |within |during |over |from |to )[a-z]+\W){0,3}?(?:per|a|an|each|every|in"
    r" every|out of every|out of)\s(?:second|minute|hour|day|night|week|month|quarter|season|year|shift|game|match"
    r"|head|person|"
    r"share|barrel|tonne|ton|gram|kilogram|kilo|litre|liter|square|100|1,000|10,000|100,000|hundred|thousand)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|each|(?:in|over|within) (?:the (?:course|space) of )?(?:a|one|any) (?:single |typical )?)(?: ?)(?:day|week|month|quarter|season|year|shift)(?= the\b|,|\.|$)",
    re.IGNORECASE,
)
_AVERAGED = re.compile(
    r"\b(?:averag\w+|on average|per (?:head|capita|person)|each (?:day|week|month|year|season|shift)|a (?:day|week"
    r"|month|year|game|head|shift))\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"^\s*(?:of|out of)\s+(?:the|these|those|all|[\w'’]+['’]s)\b", re.IGNORECASE)
_PARTED = re.compile(r"^(?:of|among|out of)\s+(?:the|its|his|her|their|these|those|all|[\w'’]+['’]s?)\b", re.IGNORECASE)
_NUMBER = r"(?:about |around |some |nearly |over |just |only )?(?:[$£€]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a hundred|zero|nil|none)\b)"
_CHANGING = re.compile(
    rf"\bfrom\s+{_NUMBER}[^.;]{{0,50}}?\bto\b|"
    r"\b(?:went|up|down|increase[ds]?|rise|rose|fell|grew|dropped|cut|raised|lowered)\b(?:\s+\w+){0,4}?\s+from\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in its place: the verb it belongs to, what it measures and whether it is a rate or a part."""

    quantity: Quantity
    at: int
    counted: str | None
    attribute: int | None
    verb: Action | None
    deed: str | None
    """Stem of the verb, or of the verbal noun it follows ("the introduction of 300 soldiers")."""
    rate: str | None
    partial: bool


def _measures(assertion: Assertion) -> tuple[Measure, ...]:
    """Its numbers; of "six of the twenty volunteers" the first only."""
    found: list[Measure] = []
    for quantity in assertion.facts.quantities:
        measure = _measure(assertion.prose, quantity, assertion.reading)
        before = found[-1] if found else None
        between = assertion.prose[before.at + len(before.quantity.text) : measure.at] if before is not None else ""
        if before is None or quantity.unit is not None or not re.fullmatch(r" (?:of|out of) (?:the |these |those |all |its |their |his |her )?", between):  # fmt: skip
            found.append(measure)
    return tuple(found)


def _measure(prose: str, quantity: Quantity, reading: Reading) -> Measure:
    at = max(position_in(prose, quantity), 0)
    end = at + len(quantity.text)
    after = prose[end : end + 60]
    verb, deed = _deed(reading, at)
    if quantity.counted is None and quantity.unit is None:
        quantity, verb, deed = _numbered(reading, quantity, at, verb, deed)
    elif quantity.counted is not None and quantity.unit is None and _SCALED.search(quantity.text):
        # "loans of 65 million" counts no loans.
        behind = prose.find(quantity.counted.split()[-1], end)
        if behind < 0 and re.search(r"\b(?:of|at|worth)\s+(?:[a-z]+ ){0,3}$", prose[max(0, at - 30) : at]):
            quantity = replace(quantity, counted=None)
    counted = stem(quantity.counted.split()[-1]) if quantity.counted else None
    rate = _RATE.match(after) or _EVERY.search(prose)
    partial = bool(_OF_WHOLE.match(after) or (_PARTED.match(prose) and at > 0))
    if quantity.unit is not None:
        partial = False
    if quantity.hedge in {"over", "at-least"} and _NEVER_MORE.search(prose[:at]):
        # "never held more than 4,000": a ceiling.
        quantity = replace(quantity, low=0.0, high=quantity.low, hedge="up-to")
    return Measure(
        quantity,
        at,
        counted,
        _AGE if quantity.unit == "year" and "year" not in quantity.text.lower() else _attribute(prose),
        verb,
        deed,
        rate.group().split()[-1].lower() if rate else None,
        partial,
    )


_SCALED = re.compile(r"(?:million|billion|trillion|thousand|bn|m|k)$", re.IGNORECASE)
_TALLIES = wordlist("number total toll figure count tally sum")


def _numbered(
    reading: Reading, quantity: Quantity, at: int, verb: Action | None, deed: str | None
) -> tuple[Quantity, Action | None, str | None]:
    """ "Puts the number of civilians killed by the shelling at 26": what is counted, and its deed, stand before."""
    words = reading.words
    for number, group in enumerate(reading.groups[:-1]):
        following = reading.groups[number + 1]
        if (
            words[group.head].lower in _TALLIES
            and following.prep == "of"
            and following.start <= group.end + 1
            and words[following.end - 1].end < at
        ):
            behind = next((action for action in reading.actions if action.at == following.end), None)
            found = behind if behind is not None and words[behind.at].start < at else None
            noun = words[following.head].text
            return replace(quantity, counted=noun), found or verb, found.stem if found is not None else deed
    return quantity, verb, deed


def position_in(prose: str, quantity: Quantity) -> int:
    return position(prose, quantity)


def _attribute(prose: str) -> int | None:
    words = set(re.findall(r"[a-z]+", prose.lower()))
    found = [number for number, row in enumerate(_ATTRIBUTES) if words & row]
    return found[0] if len(found) == 1 else None


def _deed(reading: Reading, at: int) -> tuple[Action | None, str | None]:
    """The verb that the number at offset ``at`` belongs to: before it in its clause, else after it."""
    words = reading.words
    index = next((i for i, word in enumerate(words) if word.end > at), len(words) - 1)
    hedge = _HEDGING.search(reading.prose[max(0, at - 40) : at])
    start = at - len(hedge.group()) if hedge else at
    ahead = [word for word in words if word.end <= start][-2:]
    if ahead and ahead[-1].lower == "with":
        return None, "number"  # "left port with 120 people": it had them
    if len(ahead) == 2 and ahead[1].lower == "of" and ahead[0].tag == "noun":
        return None, ahead[0].stem
    framed = terms(reading.prose).attribution
    skip = framed.words if framed else frozenset()
    before = [
        action
        for action in reading.actions
        if action.at < index and action.at not in skip and not _parted(reading, action.at, index)
    ]
    after = [
        action
        for action in reading.actions
        if action.at > index and action.at not in skip and not _parted(reading, index, action.at)
    ]
    verb = before[-1] if before else after[0] if after else None
    if verb is not None and verb.lemma in {"leave", "see", "have", "get"} and verb.at < index:
        # "left 21 vehicles burned out", "saw 40 people arrested": the deed stands behind.
        group = next((group for group in reading.groups if group.start <= index < group.end), None)
        done = next((action for action in reading.actions if group is not None and action.at == group.end), None)
        verb = done if done is not None and not done.finite else verb
    return verb, verb.stem if verb else None


def _parted(reading: Reading, start: int, end: int) -> bool:
    """True when a clause ends between the two words."""
    return any(
        word.text in {";", ":", ",", "—", "–"}
        or word.lower in {"that", "which", "who", "as", "after", "before", "when", "while", "where"}
        for word in reading.words[start + 1 : end]
        if word.tag != "num"
    )


def measures(assertion: Assertion) -> tuple[Measure, ...]:
    """Its quantities in their places."""
    return assertion.once(_measures)


def clash(topic: Topic) -> Clash | None:
    """The clash of numbers between two assertions, if there is one and nothing else sets the two apart."""
    ours, theirs = measures(topic.left), measures(topic.right)
    pairs = [(a, b) for a in ours for b in theirs if _same_thing(a, b)]
    if not pairs or _two_occasions(topic.left, topic.right):
        return None
    compared = [(a, b, _agree(a.quantity, b.quantity)) for a, b in pairs]
    if any(agree and not _stretched(a.quantity, b.quantity) for a, b, agree in compared):
        return None
    if _number_in_common(topic, ours, theirs):
        return None
    if _CHANGING.search(topic.left.prose) or _CHANGING.search(topic.right.prose):
        # "fell from 900 to 250": either figure may be the one that the other place means.
        return None
    for a, b, agree in compared:
        label = _label(topic, a, b, agree)
        if label is None or not _comparable(topic, a, b) or unlike_moments(topic.left, topic.right):
            continue
        if _of_a_part(topic, a, b) or apart(topic, apart_from=_allowed(topic, a, b, label)) is not None:
            return None
        return _found(topic, a, b, label)
    return None


def _allowed(topic: Topic, a: Measure, b: Measure, label: ConflictLabel) -> frozenset[Sort]:
    """Differences that do not keep two figures apart.

    "May hold up to 4,000" is one more estimate, not a forecast, where both sides are estimates. A tension between the
    same two names may mention a further place: it says that both may hold.
    """
    if topic.left.terms.attribution is not None and topic.right.terms.attribution is not None:
        return frozenset({"ahead"})
    return frozenset({"ahead", "name"}) if label == "tension" and _same_pair(topic, a, b) else frozenset()


_OCCASION = re.compile(
    r"\b(first|second|third|last|this|next|previous|opening|inaugural|final|original|initial)\s"
    r"(?:year|season|month|week|quarter|edition|day|budget|estimate|draft|phase|round|half)\b",
    re.IGNORECASE,
)


def _two_occasions(left: Assertion, right: Assertion) -> bool:
    """True for "its first year" beside "last year", or beside a year with a date."""
    ours, theirs = _occasions(left), _occasions(right)
    if ours and theirs:
        return ours != theirs
    return bool((ours and right.facts.dates) or (theirs and left.facts.dates))


def _occasions(assertion: Assertion) -> frozenset[str]:
    """Which of several it speaks of: "in its first year", "last year", "the first budget"."""
    return frozenset(match[1].lower() for match in _OCCASION.finditer(assertion.prose))


def _number_in_common(topic: Topic, ours: Sequence[Measure], theirs: Sequence[Measure]) -> bool:
    """True when a place that states several numbers states the other place's number too, under whatever noun.

    "Mori, long credited with 101 caps, has 98" beside "Mori was capped 98 times".
    """
    if len(ours) == len(theirs) == 1:
        return False
    for a in ours:
        for b in theirs:
            one_kind = (a.quantity.unit is None) == (b.quantity.unit is None)
            if (
                one_kind
                and a.quantity.stated == b.quantity.stated
                and a.quantity.stated is not None
                and not _is_name(topic, a, b)
            ):
                return True
    return False


def _is_name(topic: Topic, a: Measure, b: Measure) -> bool:
    """True for "sample 14" on both sides: the number belongs to the name."""
    before = [
        re.search(r"([^\W\d_]+)\s*$", side.prose[: measure.at]) for side, measure in ((topic.left, a), (topic.right, b))
    ]
    return bool(before[0] and before[1] and before[0][1].lower() == before[1][1].lower() and a.counted is None)


def _agree(a: Quantity, b: Quantity) -> bool | None:
    """Whether one of the two bears the other out; neither is the source here, so either way round will do."""
    found = {quantities.compare(a, b), quantities.compare(b, a)}
    return True if True in found else False if False in found else None


def _same_thing(a: Measure, b: Measure) -> bool:
    """True when the two numbers count or measure the same kind of thing."""
    ours, theirs = a.quantity, b.quantity
    if (ours.unit is None) != (theirs.unit is None):
        return False
    if ours.unit is not None and theirs.unit is not None:
        if _dimension(ours.unit) != _dimension(theirs.unit):
            return False
    elif not _counted_alike(ours, theirs):
        return False
    if a.attribute is not None and b.attribute is not None and a.attribute != b.attribute:
        return False
    if _AGE in {a.attribute, b.attribute} and _is_age(a) != _is_age(b):
        return False  # "was 41", "served for 19 years"
    return (a.rate is None) == (b.rate is None) and (a.rate == b.rate) and a.partial == b.partial


def _is_age(measure: Measure) -> bool:
    return measure.attribute == _AGE or (measure.verb is not None and measure.verb.lemma == "be")


@lru_cache(maxsize=4096)
def _dimension(unit: str) -> str:
    return units.to_base(1.0, unit)[1]


def _counted_alike(a: Quantity, b: Quantity) -> bool:
    if a.counted is None or b.counted is None:
        return a.counted is None and b.counted is None
    ours, theirs = a.counted.split()[-1], b.counted.split()[-1]
    left, right = stem(ours), stem(theirs)
    if left == right or families().get(left, _NONE) & families().get(right, _NONE):
        return True
    if left in _GENERAL or right in _GENERAL:
        other = right if left in _GENERAL else left
        return other not in _SUBGROUPS and _is_person(ours if right in _GENERAL else theirs)
    if left in _SUBGROUPS or right in _SUBGROUPS:
        return False
    return akin_words(ours, left, theirs, right)


def _is_person(noun: str) -> bool:
    return akin_words("people", stem("people"), noun, stem(noun)) or noun.endswith(
        ("ers", "ors", "ists", "ants", "ents", "ians")
    )


# --- Comparable?
# ------------------------------------------------------------------------------------------------------------


def _comparable(topic: Topic, a: Measure, b: Measure) -> bool:
    left, right = topic.left, topic.right
    if bool(_AVERAGED.search(left.prose)) != bool(_AVERAGED.search(right.prose)):
        return False
    if a.quantity.unit is None and a.counted is None and not _bare_alike(topic, a, b):
        return False
    tenses = {_tense(left.reading, a), _tense(right.reading, b)}
    if tenses == {"past", "present"} and _light(a) and _light(b):
        return False  # "a ticket cost 2 crowns", "a ticket costs 9": then and now
    kinship = _deeds(topic, a, b)
    if a.quantity.unit is not None and (a.attribute is None) != (b.attribute is None) and not topic.alike:
        return False  # "90 metres deep", "400 metres from the church"
    if kinship == "other" or (kinship == "unknown" and not topic.alike):
        return False
    share = a.quantity.unit in {"percent", "ratio"}
    if kinship == "unknown" and a.quantity.unit is not None and topic.mutual < _RETOLD:
        return False  # "took six years to build", "stood for ninety years"
    if share and kinship == "unknown" and topic.things < 3:
        return False  # "31 percent of adults smoke", "12 percent of adults drink"
    return _covered(topic, a, b) or (kinship == "same" and _same_pair(topic, a, b))


def _bare_alike(topic: Topic, a: Measure, b: Measure) -> bool:
    """Numbers without noun and unit ("a fee of 9 million"): of one order of words, about one thing that is no person."""
    scales = [re.search(r"[a-z]+$", measure.quantity.text.lower()) for measure in (a, b)]
    if bool(scales[0]) != bool(scales[1]):
        return False
    return any(left.tag == "noun" and right.tag == "noun" for left, right in topic.shared)


def _deeds(topic: Topic, a: Measure, b: Measure) -> Literal["same", "unknown", "other"]:
    """Whether the two numbers belong to one deed: 12,000 *sent* and 3,000 *deployed* do, 400 *enrolled* and 32 *died*
    do not.
    """
    if a.deed is None or b.deed is None or a.deed == b.deed:
        return "same"
    money = a.quantity.unit is not None or (a.counted or "") in _CURRENCY
    priced = money and _lemma(a) in _PRICING and _lemma(b) in _PRICING
    if priced or akin_words(_lemma(a), a.deed, _lemma(b), b.deed):
        return "same"
    told = _told_too(topic, a), _told_too(topic.swapped(), b)
    if all(told) or (told[0] and _light(b)) or (told[1] and _light(a)):
        return "same"  # "were burned out in the ambush", "the ambush left 21 of them burned out"
    light = _light(a), _light(b)
    if all(light):
        return "same"
    if any(light):
        event = b if light[0] else a
        joined = (a if light[0] else b).verb
        if joined is not None and joined.lemma in _JOINING:
            return "same"  # "600 marched", "2,500 joined the march"
        money = event.quantity.unit is not None and len(event.quantity.unit) == 3 and event.quantity.unit.isupper()
        if money or (event.quantity.counted is None and event.quantity.unit is None):
            return "other"  # what somebody is worth is no rival of what he gave
        return "other" if event.quantity.unit is None and _lemma(event) in _COUNTING else "unknown"
    if _position(topic.left.reading, a) != _position(topic.right.reading, b):
        return "other"  # "treated 300 children", "two children fell ill"
    known = [words.meanings(_lemma(measure)) or families().get(measure.deed or "", _NONE) for measure in (a, b)]
    counts = a.quantity.unit is None and None not in {a.verb, b.verb}
    if all(known) and (
        (counts and _lemma(a) in _COUNTING)
        or (counts and _lemma(b) in _COUNTING)
        or topic.mutual < _RETOLD
        or topic.things < 3
    ):
        return "other"
    return "unknown"


def _told_too(topic: Topic, a: Measure) -> bool:
    """True when the deed of the left number, or its object beside the number, stands on the right side as well."""
    if a.verb is None:
        return False
    reading = topic.left.reading
    verb = reading.words[a.verb.at]
    if topic.aligned_left(verb) is not None:
        return True
    following = [group for group in reading.groups if group.start > a.verb.at and group.prep is None]
    objects = [
        group
        for group in following[:2]
        if not any(word.tag == "num" for word in reading.words[group.start : group.end])
    ]
    return any(topic.aligned_left(reading.words[group.head]) is not None for group in objects)


def _position(reading: Reading, measure: Measure) -> bool:
    """True when what is counted suffers the deed: the object of a verb, or the subject of a passive."""
    if measure.verb is None:
        return True
    before = measure.at < reading.words[measure.verb.at].start
    return before == measure.verb.passive


def _lemma(measure: Measure) -> str:
    return measure.verb.lemma if measure.verb is not None else measure.deed or ""


def _tense(reading: Reading, measure: Measure) -> str | None:
    """ "past" or "present", as far as the verb form shows it."""
    if measure.verb is None:
        return None
    inside = reading.words[max(0, measure.verb.at - 3) : measure.verb.at + 1]
    group = [word.text.lower().split()[0] for word in inside if word.tag in {"aux", "verb"}]
    if not group or any(word in {"will", "would", "could", "may", "might", "can"} for word in group):
        return None
    if group[0] in {"was", "were", "had", "did"}:
        return "past"
    if group[0] in {"is", "are", "has", "have", "does", "do"}:
        return "present"
    if " " in reading.words[measure.verb.at].text:
        return None
    return "present" if group[0] == measure.verb.lemma or group[0] == third_person(measure.verb.lemma) else "past"


def _light(measure: Measure) -> bool:
    return measure.verb.lemma in _LIGHT if measure.verb is not None else measure.deed in _MEASURING


def _of_a_part(topic: Topic, a: Measure, b: Measure) -> bool:
    """True for "the Sorve plant of Harbin Glass employs 700" beside "Harbin Glass employs 1,200"."""
    return _belongs(topic, a, b) or _belongs(topic.swapped(), b, a)


def _belongs(topic: Topic, a: Measure, b: Measure) -> bool:
    """True when the left subject is something of the right one: its head is new, and what owns it is the right
    subject.
    """
    ours, theirs = _subject(topic.left.reading, a), _subject(topic.right.reading, b)
    if ours is None or theirs is None:
        return False
    lacking = {word.start for word in topic.left_only}
    if topic.left.reading.words[ours.head].start not in lacking:
        return False
    number = topic.left.reading.groups.index(ours)
    following = topic.left.reading.groups[number + 1] if number + 1 < len(topic.left.reading.groups) else None
    owner = [word for word in topic.left.reading.words[ours.start : ours.head] if word.owner]
    if following is not None and following.prep == "of" and following.start <= ours.end + 2:
        owner += topic.left.reading.words[following.start : following.end]
    subject = {word.start for word in topic.right.reading.words[theirs.start : theirs.end]}
    return any((other := topic.aligned_left(word)) is not None and other.start in subject for word in owner)


def _subject(reading: Reading, measure: Measure) -> Group | None:
    if measure.verb is None:
        return None
    before = [group for group in reading.groups if group.end <= measure.verb.at and group.prep is None]
    return before[-1] if before else None


def _covered(topic: Topic, a: Measure, b: Measure) -> bool:
    """True when the two say much the same around the number."""
    counted = {a.counted, b.counted} - {None}
    besides = [
        pair
        for pair in topic.shared
        if pair[0].stem not in counted and pair[1].stem not in counted and pair[0].tag in {"noun", "name"}
    ]
    if len(besides) < 1 or (topic.left.terms.deictic or topic.right.terms.deictic):
        return False
    return topic.coverage >= _COVERED and topic.mutual >= _MUTUAL


def _same_pair(topic: Topic, a: Measure, b: Measure) -> bool:
    """True when both count the same noun for the same deed between the same two names: "North Korea", "Russia",
    "troops".
    """
    names = {entity.name for entity in topic.left.facts.entities} & {
        entity.name for entity in topic.right.facts.entities
    }
    if len(names) < 2 or a.counted is None or a.counted != b.counted:
        return False
    return a.deed is not None and b.deed is not None and not _light(a) and not _light(b)


# --- How bad?
# ----------------------------------------------------------------------------------------------------------------


def _label(topic: Topic, a: Measure, b: Measure, agree: bool | None) -> ConflictLabel | None:
    disjoint = _disjoint(a.quantity, b.quantity) and agree is not True
    if disjoint:
        return "tension" if _rivals(topic, a, b) else "conflict"
    return "tension" if _stretched(a.quantity, b.quantity) else None


def _rivals(topic: Topic, a: Measure, b: Measure) -> bool:
    """True for one side's estimate against another's, or a ceiling somebody names against a figure: both may be meant
    in good faith.
    """
    ours, theirs = topic.left.terms.attribution, topic.right.terms.attribution
    if ours and theirs:
        return ours.speaker is None or theirs.speaker is None or not (ours.speaker & theirs.speaker)
    one = ours or theirs
    ceiling = (a if ours else b).quantity.hedge == "up-to"
    return one is not None and (one.estimate or ceiling)


def _disjoint(a: Quantity, b: Quantity) -> bool:
    low, high = sorted((_interval(a), _interval(b)))
    gap = high[0] - low[1]
    # "Just under 800" and "at least 810" are rounded to meet.
    slack = 0.0 if a.hedge == b.hedge == "exact" else _ROUNDING * max(abs(high[0]), abs(low[1]))
    return gap > slack


def _interval(quantity: Quantity) -> tuple[float, float]:
    low = float("-inf") if quantity.low is None else _base(quantity.low, quantity.unit)
    high = float("inf") if quantity.high is None else _base(quantity.high, quantity.unit)
    return low, high


def _base(value: float, unit: str | None) -> float:
    return value if unit is None else units.to_base(value, unit)[0]


def _expected(quantity: Quantity) -> float | None:
    """The middle of what the words lead a reader to expect, in base units."""
    low, high = quantities.expected(quantity)
    known = [_base(value, quantity.unit) for value in (low, high) if value is not None]
    return sum(known) / len(known) if known else None


def _stretched(a: Quantity, b: Quantity) -> bool:
    """True where only a ceiling lets both hold: "up to 10,000" beside "about 3,000"."""
    if "up-to" not in {a.hedge, b.hedge} or "vague" in {a.hedge, b.hedge}:
        return False
    ours, theirs = _expected(a), _expected(b)
    return bool(ours and theirs and max(ours, theirs) > _MAGNITUDES * min(ours, theirs))


def _found(topic: Topic, a: Measure, b: Measure, label: ConflictLabel) -> Clash:
    noun = a.quantity.counted or a.quantity.unit or "the figure"
    others = [word for word in topic.words if word.lower() != noun][:4]
    return Clash(
        kind="quantity",
        label=label,
        left=topic.left,
        right=topic.right,
        left_value=worded(topic.left.prose, a.quantity),
        right_value=worded(topic.right.prose, b.quantity),
        comparable=f"both {'count' if a.quantity.unit is None else 'measure in'} {noun}: {', '.join(others)}",
        differ=f"{_range(a.quantity)} against {_range(b.quantity)}",
        reconcile="a different time, place or scope, stated in the text, or one corrected figure",
        topic=f"{a.counted or a.quantity.unit}",
        disjoint=_disjoint(a.quantity, b.quantity),
    )


_HEDGING = re.compile(
    r"(?:\b(?:about|approximately|around|roughly|some|nearly|almost|just (?:under|over)|close to|up to|as (?:many"
    r"|much) as|at (?:least|most)|no (?:more|fewer|less) than|"
    r"more than|fewer than|less than|over|under|exactly|between|barely|only|an estimated|at most|a maximum of)\s+)+$",
    re.IGNORECASE,
)


def worded(prose: str, quantity: Quantity) -> str:
    """The number with its hedge as written: "approximately 3,000"."""
    at = position(prose, quantity)
    if at < 0:
        return quantity.text
    hedge = _HEDGING.search(prose[max(0, at - 40) : at])
    start = at - len(hedge.group()) if hedge else at
    end = at + len(quantity.text)
    return prose[start:end]


def _range(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return quantity.text
    if low is None:
        return f"at most {high:,.10g}"
    if high is None:
        return f"at least {low:,.10g}"
    return f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
