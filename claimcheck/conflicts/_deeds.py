"""Do two numbers belong to one deed? 12,000 *sent* and 3,000 *deployed* do; 400 *enrolled* and 32 *died* do not.

The language has too many verbs to list which stand for each other. So it is told the other way round: deeds of one
class may be told in each other's words, deeds of two classes are two deeds, and a verb of no class says nothing either
way, which the rest of the sentences must decide.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from claimcheck.conflicts._measure import Measure
from claimcheck.conflicts._reading import Reading
from claimcheck.conflicts._topic import Topic, akin_words
from claimcheck.extract.verbs import base_of
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse.words import stem

Kinship = Literal["same", "unknown", "other"]

_CLASSES = """
die kill perish drown execute murder claim starve freeze assassinate massacre slay suffocate
injure wound hurt maim burn
sicken infect catch contract
recover heal cure survive save rescue
enrol enroll recruit join sign hire appoint employ volunteer register train draft mobilise mobilize engage admit accept
leave drop_out withdraw pull_out flee quit resign retire dismiss fire sack desert emigrate evacuate displace expel lose cut shed go axe
arrive return land immigrate enter
arrest detain capture jail imprison seize take
charge convict sentence indict prosecute
release free acquit
buy purchase acquire import order
sell export auction trade
lend borrow owe
pay spend cost charge fine award grant donate give receive earn raise fetch invest collect order cut save lose contribute win
profit make earn
win score take
lose concede draw
build open found launch create start establish complete erect
plant sow
close demolish destroy burn damage collapse sink wreck flatten shut scrap cancel crash strike
attend watch see gather march protest join participate draw enter ride run start attract turn_out
vote support back approve favour
oppose reject refuse decline
produce make print manufacture brew mine harvest yield generate grow
eat drink consume use burn
rise grow increase climb gain raise
fall drop decline shrink lower cut lose reduce
send deploy dispatch station ship deliver carry transport post move transfer
need want lack miss require seek
test examine screen
treat vaccinate operate
find discover detect identify count record see report
steal rob loot take
publish issue write
marry
apply
"""
# Verbs that only put the number beside its noun: they tell no deed from another.
_LIGHT = wordlist(
    """be have hold stand lie reach come total number contain count measure run last stretch extend work amount
    exist live circle orbit surround grow serve defend guard man staff fit shelter house hold fill own possess keep
    include comprise consist give put make take
    seat weigh remain carry cover boast offer see watch attend sit rise tower receive say report find show
    estimate believe think date get do"""
)
# Deeds that leave as many of the counted as there are: soldiers sent to a place are the soldiers it has.
_STANDING = wordlist("join attend enter participate find discover identify employ deploy station post keep need")
_CURRENCY = wordlist("crown kroner krona krone dollar euro pound yen won rupee franc mark peso rouble ruble lira dinar")
_PRICING = wordlist(
    "finish close end open trade change stand go be cost pay fetch sell buy value raise price reach come total charge spend"
)
_MEASURING = frozenset(
    stem(word)
    for word in """distance total length height depth width pressure population price cost sum area number level rate value size weight age
    speed temperature figure record maximum minimum capacity toll turnout attendance revenue profit loss budget range fee bill debt deficit
    mass time crowd loan bond share income salary gap""".split()
)


@cache
def _classes() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_CLASSES.strip().splitlines()):
        for verb in row.split():
            found.setdefault(verb, set()).add(number)
            found.setdefault(stem(verb), set()).add(number)
    return {verb: frozenset(rows) for verb, rows in found.items()}


_NONE: frozenset[int] = frozenset()


def kinship(topic: Topic, a: Measure, b: Measure) -> Kinship:
    """Whether the two numbers belong to one deed, as far as their verbs tell."""
    if a.deed is None or b.deed is None or a.deed == b.deed:
        return "same"
    money = a.quantity.unit is not None or (a.counted or "") in _CURRENCY or (a.counted is None and b.counted is None)
    priced = money and lemma(a) in _PRICING and lemma(b) in _PRICING
    if priced or akin_words(lemma(a), a.deed, lemma(b), b.deed):
        return "same"
    told = _told_too(topic, a), _told_too(topic.swapped(), b)
    if all(told) or (told[0] and light(b)) or (told[1] and light(a)):
        return "same"  # "were burned out in the ambush", "the ambush left 21 of them burned out"
    ours, theirs = _classes().get(lemma(a), _NONE), _classes().get(lemma(b), _NONE)
    if light(a) and light(b):
        return "same"
    if ours & theirs:
        return "same"
    if light(a) or light(b):
        event, classes = (b, theirs) if light(a) else (a, ours)
        if lemma(event) in _STANDING:
            return "same"  # "600 marched", "2,500 joined the march"
        bare = event.quantity.counted is None and event.quantity.unit is None
        if event.quantity.unit is None and not bare:
            return "other" if classes else "unknown"
        currency = event.quantity.unit is not None and len(event.quantity.unit) == 3 and event.quantity.unit.isupper()
        # What somebody is worth is no rival of what he gave.
        return "other" if (currency or bare) and not topic.alike else "unknown"
    if _suffers(topic.left.reading, a) != _suffers(topic.right.reading, b) and not (ours or theirs):
        return "other"  # "treated 300 children", "two children fell ill"
    if ours and theirs:
        return "other"
    return "unknown"


def lemma(measure: Measure) -> str:
    """Base form of the verb that the number belongs to, or the stem of its noun."""
    return measure.verb.lemma if measure.verb is not None else measure.deed or ""


def light(measure: Measure) -> bool:
    """True where the verb only puts the number beside its noun."""
    return measure.verb.lemma in _LIGHT if measure.verb is not None else measure.deed in _MEASURING


def says_little(verb: str) -> bool:
    """True for a verb that only joins: "goes deeper than" says "is deeper than"."""
    return (base_of(verb) or verb) in _LIGHT | {"go", "become"}


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


def _suffers(reading: Reading, measure: Measure) -> bool:
    """True when what is counted suffers the deed: the object of a verb, or the subject of a passive."""
    if measure.verb is None:
        return True
    before = measure.at < reading.words[measure.verb.at].start
    return before == measure.verb.passive
