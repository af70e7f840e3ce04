"""Numbers that cannot both be right: "approximately 3,000 troops" against "12,000 troops"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.conflicts._apart import Sort, apart, unlike_moments
from claimcheck.conflicts._assertion import Assertion, position
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._deeds import kinship, light
from claimcheck.conflicts._lexicon import families
from claimcheck.conflicts._measure import AGE, HEDGING, Measure, measures
from claimcheck.conflicts._reading import Group, Reading
from claimcheck.conflicts._topic import Topic, akin_words
from claimcheck.conflicts.role import exchanged
from claimcheck.extract.verbs import third_person
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import ConflictLabel, Quantity
from claimcheck.parse import quantities, units
from claimcheck.parse.words import stem

_ROUNDING = 0.05  # of the larger bound, where either figure is hedged
_MAGNITUDES = 2.0  # expected magnitudes further apart than this are a tension even where the intervals overlap
_MUTUAL = 0.5  # of the things of the longer assertion
_SETTING = 0.6
_PLAIN = wordlist("amount number sum total figure level rate share part place case")
_COVERED = 0.5  # of the shorter assertion's subject matter
_SUBJECT = 1.0  # weight of the shared words besides the counted noun: at least one good noun
_NONE: frozenset[int] = frozenset()
_GENERAL = frozenset(stem(word) for word in "people person individual human".split())
# Groups that are a part of the people, whatever the people: their number is no rival of the number of all.
_SUBGROUPS = frozenset(
    stem(word)
    for word in """woman man child girl boy adult officer nurse household family member customer patient case teenager pensioner
    student councillor official doctor survivor""".split()
)
_AVERAGED = re.compile(
    r"\b(?:averag\w+|on average|per (?:head|capita|person)|each (?:day|week|month|year|season|shift)|a (?:day|week"
    r"|month|year|game|head|shift))\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:about |around |some |nearly |over |just |only )?(?:[$£€]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a hundred|zero|nil|none)\b)"
_CHANGING = re.compile(
    rf"\bfrom\s+{_NUMBER}[^.;]{{0,50}}?\bto\b|"
    r"\b(?:went|up|down|increase[ds]?|rise|rose|fell|grew|dropped|cut|raised|lowered)\b(?:\s+\w+){0,4}?\s+from\b",
    re.IGNORECASE,
)


def clash(topic: Topic) -> Clash | None:
    """The clash of numbers between two assertions, if there is one and nothing else sets the two apart."""
    ours, theirs = measures(topic.left), measures(topic.right)
    pairs = [(a, b) for a in ours for b in theirs if _same_thing(a, b)]
    if not pairs or _two_occasions(topic.left, topic.right):
        return None
    compared = [(a, b, _agree(a.quantity, b.quantity)) for a, b in pairs]
    if _CHANGING.search(topic.left.prose) or _CHANGING.search(topic.right.prose):
        # "fell from 900 to 250": either figure may be the one that the other place means.
        return None
    several = [Counter(map(_kind, side)) for side in (ours, theirs)]
    agreed = {_kind(a) for a, b, agree in compared if agree and not _stretched(a.quantity, b.quantity)}
    for a, b, agree in compared:
        if several[0][_kind(a)] + several[1][_kind(b)] > 3 or (several[0][_kind(a)] > 1 and several[1][_kind(b)] > 1):
            continue  # which of several answers to which cannot be told
        if _kind(a) in agreed or _told_besides(topic, a, b, ours, theirs):
            continue
        label = _label(topic, a, b, agree)
        if label is None or not _comparable(topic, a, b) or unlike_moments(topic.left, topic.right):
            continue
        if (
            exchanged(topic)
            or _of_a_part(topic, a, b)
            or apart(topic, apart_from=_allowed(topic, a, b, label)) is not None
        ):
            return None
        return _found(topic, a, b, label)
    return None


def agree(left: Assertion, right: Assertion) -> bool:
    """True when the two state one number of one kind."""
    return any(
        _kind(a) == _kind(b) and a.quantity.stated is not None and a.quantity.stated == b.quantity.stated
        for a in measures(left)
        for b in measures(right)
    )


def _kind(measure: Measure) -> str:
    """What a number is a number of: its dimension, or its counted noun."""
    unit = measure.quantity.unit
    return _dimension(unit) if unit is not None else f"#{measure.counted or ''}"


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


def _told_besides(topic: Topic, a: Measure, b: Measure, ours: Sequence[Measure], theirs: Sequence[Measure]) -> bool:
    """True when one place states the other's number as well, under whatever noun.

    "Mori, long credited with 101 caps, has 98" beside "Mori was capped 98 times".
    """

    def states(measures_: Sequence[Measure], own: Measure, wanted: Measure) -> bool:
        return any(
            other is not own
            and (other.quantity.unit is None) == (wanted.quantity.unit is None)
            and other.quantity.stated is not None
            and other.quantity.stated == wanted.quantity.stated
            and not _is_name(topic, other, wanted)
            for other in measures_
        )

    return states(ours, a, b) or states(theirs, b, a)


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
        if _dimension(ours.unit) != _dimension(theirs.unit) or _other_stuff(a, b):
            return False
    elif not _counted_alike(ours, theirs):
        return False
    if a.attribute is not None and b.attribute is not None and a.attribute != b.attribute:
        return False
    if AGE in {a.attribute, b.attribute} and _is_age(a) != _is_age(b):
        return False  # "was 41", "served for 19 years"
    return (a.rate is None) == (b.rate is None) and (a.rate == b.rate)


def _other_stuff(a: Measure, b: Measure) -> bool:
    """True for "60 tonnes of flour" and "20 tonnes of medicine"."""
    if a.quantity.unit in {"percent", "ratio"} or not a.stuff or not b.stuff:
        return False
    return not akin_words(a.stuff, stem(a.stuff), b.stuff, stem(b.stuff))


_LASTING = frozenset(units.to_base(1.0, unit)[1] for unit in ("m", "kg"))


def _is_age(measure: Measure) -> bool:
    return measure.attribute == AGE or (measure.verb is not None and measure.verb.lemma == "be")


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
    found = {measure.verb.lemma for measure in (a, b) if measure.verb is not None} & _FINDING
    lasting = a.quantity.unit is not None and _dimension(a.quantity.unit) in _LASTING  # a meteorite keeps its weight
    if tenses == {"past", "present"} and light(a) and light(b) and not found and not lasting:
        return False  # "a ticket cost 2 crowns", "a ticket costs 9": then and now
    relation = kinship(topic, a, b)
    if a.partial != b.partial and (light(a) or light(b)):
        return False  # "40 of the seats", "has 600 seats"
    if a.quantity.unit is not None and (a.attribute is None) != (b.attribute is None) and not topic.alike:
        return False  # "90 metres deep", "400 metres from the church"
    if relation == "other":
        return False
    if relation == "unknown" and not _one_setting(topic, a, b):
        return False
    return _covered(topic, a, b) or (relation == "same" and _same_pair(topic, a, b))


_FINDING = wordlist("find see count record report estimate show measure get")


def _one_setting(topic: Topic, a: Measure, b: Measure) -> bool:
    """True when at most one side speaks of things that the other lacks, so that another verb is another word.

    "31 percent of adults smoke" and "12 percent of adults drink" have too little in common for that.
    """
    counted = {a.counted, b.counted}
    rests = [
        [
            word
            for word in words
            if word.tag in {"noun", "name"} and word.stem not in counted and word.lower not in _PLAIN
        ]
        for words in (topic.left_only, topic.right_only)
    ]
    besides = [pair for pair in topic.shared if pair[0].tag in {"noun", "name"} and pair[0].stem not in counted]
    named = any(left.tag == "name" for left, _ in besides)
    return not (rests[0] and rests[1]) and topic.mutual >= _SETTING and (len(besides) >= 2 or (named and topic.alike))


def _bare_alike(topic: Topic, a: Measure, b: Measure) -> bool:
    """Numbers without noun and unit ("a fee of 9 million"): of one order of words, about one thing that is no person."""
    scales = [re.search(r"[a-z]+$", measure.quantity.text.lower()) for measure in (a, b)]
    if bool(scales[0]) != bool(scales[1]):
        return False
    return topic.things >= 2 or any(left.tag == "noun" and right.tag == "noun" for left, right in topic.shared)


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
    return a.deed is not None and b.deed is not None and not light(a) and not light(b)


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
    one_side, other = (topic.left, topic.right) if ours else (topic.right, topic.left)
    heads = {one_side.reading.words[at].stem for at in one.words} if one is not None else set()
    if one is not None and one.speaker and heads & one.speaker & {word.stem for word in other.reading.words}:
        return False  # "according to the survey", "the survey lists"
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


def worded(prose: str, quantity: Quantity) -> str:
    """The number with its hedge as written: "approximately 3,000"."""
    at = position(prose, quantity)
    if at < 0:
        return quantity.text
    hedge = HEDGING.search(prose[max(0, at - 40) : at])
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
