"""Whom "she" and "the ministry" mean: from the words that stand for a speaker to a name, where it is certain."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model import Entity
from claimcheck.parse import _aliases, entities
from claimcheck.parse._marks import Quoted
from claimcheck.parse._nounphrases import PRONOUNS
from claimcheck.parse._scene import Scene, Spoken, sentence_start
from claimcheck.parse._subjects import FOREIGN_ARTICLES, Subject, leading


@lru_cache(maxsize=4096)
def _names_of(phrase: str) -> tuple[Entity, ...]:
    return entities.find(phrase)


def name_of(scene: Scene, phrase: str) -> str | None:
    """The person named in a noun phrase, with a full name where the text gives one; else the phrase itself."""
    if not phrase:
        return None
    found = _names_of(phrase)
    head, _, apposition = phrase.partition(", ")
    for part in (head, apposition):
        here = [
            entity for entity in found if entity.kind in ("person", "other") and part and part.endswith(entity.text)
        ]
        for entity in here:
            multi = " " in entity.text or part is head
            if multi and not re.search(
                r"\b(?:of|for|from|in|at|with|by|on|to|and|or|des|der|du|de|del|della)\b",
                part[: part.rfind(entity.text)],
            ):
                return scene.full_name(entity.text)
    if "(" in phrase:
        phrase = phrase.split("(")[0].strip()
    return phrase


def _gender(name: str) -> str | None:
    parts = name.split(" ")
    title = parts[0].rstrip(".")
    if title in ("Mrs", "Ms", "Miss", "Queen", "Dame", "Lady", "Princess", "Madam", "Sister"):
        return "she"
    if title in ("Mr", "King", "Sir", "Prince", "Pope", "Father", "Lord"):
        return "he"
    if parts[0] in _WOMEN:
        return "she"
    if len(parts) > 1 and parts[0] in _MEN:
        return "he"
    return None


_WOMEN = frozenset(_aliases.WOMEN.split())
_MEN = frozenset(_aliases.GIVEN_NAMES.split()) - _WOMEN


def antecedent(
    scene: Scene, pronoun: str, subject: Subject, start: int, here: Quoted, previous: Spoken | None
) -> str | None:
    """Who "she" is in the sentence that begins at ``start``: the speaker before, or the only person named just before.

    ``None`` when several fit, and for "I" and "we": that is the author of the text.
    """
    if pronoun in ("i", "we", "you", "one", "who"):
        return None
    near = previous is not None and here.paragraph - previous.quoted.paragraph <= 1
    if near and previous is not None and previous.speaker and _fits(previous.speaker, pronoun):
        since = previous.quoted.outer_end
        named_between = [
            entity
            for entity in scene.entities(since, start)
            if _may_be_person(scene, entity)
            and not entities.same(entity.name, previous.speaker)
            and _fits(entity.name, pronoun)
        ]
        if pronoun in ("it", "they") and (body := _named_body_before(scene, since, start)):
            return body
        own = _named_subject(scene, start, min(start + subject.position, here.outer_start))
        if not named_between and own and _fits(own, pronoun):
            return own
        if not named_between:
            return _person_by_role(scene, since, start) or previous.speaker
    at = min(start + subject.position, here.outer_start)
    if pronoun in ("he", "she"):
        return _person_before(scene, pronoun, at)
    return _body_before(scene, at)


def is_anybody(scene: Scene, begin: int, stop: int) -> bool:
    """Whether a person is named, or meant by role, between two offsets."""
    text = scene.shadow[begin:stop]
    return bool(_roles(text, "they")) or any(_may_be_person(scene, one) for one in scene.entities(begin, stop))


def _named_subject(scene: Scene, start: int, at: int) -> str | None:
    """The person with whom the sentence begins in which a pronoun stands at ``at``: "Lund apologised for what she"."""
    subject = leading(scene.shadow[start:at]) if at > start else None
    if subject is None:
        return None
    for entity in scene.entities(start, at):
        if _may_be_person(scene, entity) and subject.phrase.endswith(entity.text):
            return name_of(scene, subject.phrase)
    return None


def _named_body_before(scene: Scene, since: int, start: int) -> str | None:
    """The organisation that the sentence before ``start`` begins with and names, when it begins behind ``since``."""
    begin = sentence_start(scene.shadow, since, max(since, start - 1))
    subject = leading(scene.shadow[begin:start].lstrip("\uffff ,.")) if begin < start else None
    if subject is None or ", " not in subject.phrase:
        return None
    named = subject.phrase.rpartition(", ")[2]
    people = [one for one in scene.entities(begin, start) if one.kind == "person" and one.text in named]
    return None if people else named


def _fits(name: str, pronoun: str) -> bool:
    gender = _gender(name)
    if pronoun in ("he", "she"):
        return gender in (None, pronoun) and not name.lower().startswith(("the ministry", "the company", "officials"))
    return gender is None


def person_before(scene: Scene, at: int) -> str | None:
    """The person whom the sentence before ``at`` is about, whether he or she."""
    found = {one for pronoun in ("he", "she") if (one := _person_before(scene, pronoun, at))}
    return found.pop() if len(found) == 1 else None


def _person_before(scene: Scene, pronoun: str, at: int) -> str | None:
    """The person that "he" means: the subject of the nearest sentence that names one, or the only one it names."""
    stop = at
    for _ in range(5):
        begin = sentence_start(scene.shadow, max(0, at - 700), max(0, stop - 2))
        if begin >= stop:
            return None
        found = _in_sentence(scene, pronoun, begin, stop)
        if found is not None:
            return found or None
        if begin <= max(0, at - 700):
            return None
        stop = begin
    return None


def _in_sentence(scene: Scene, pronoun: str, begin: int, stop: int) -> str | None:
    """Who of a sentence fits ``pronoun``; empty when several do equally, ``None`` when nobody does."""
    people = [
        entity
        for entity in scene.entities(begin, stop)
        if entity.span.end <= stop and _may_be_person(scene, entity) and _fits(_titled(scene, entity), pronoun)
    ]
    people = [entity for entity in people if entity.kind == "person"] or people  # "Halfway up the stairs Mr Bloom"
    sentence = scene.shadow[begin:stop]
    roles = _roles(sentence, pronoun)
    subject = leading(sentence)
    if subject is not None:
        phrase = subject.phrase
        for entity in people:
            if phrase.endswith(entity.text):
                return entity.name
        if phrase in roles:
            return phrase
        if not people and _OLD.fullmatch(phrase):
            return phrase
    names = {entity.name for entity in people}
    if len(names) == 1:
        return names.pop()
    if names and not sentence[: people[0].span.start - begin].strip():
        return people[0].name  # it begins the sentence
    if names:
        sure = {name for name in names if _gender(name) == pronoun}
        return sure.pop() if len(sure) == 1 else ""
    if roles:
        return roles[0] if len({role.lower().split(" ")[-1] for role in roles}) == 1 else ""
    return None


_OLD = re.compile(r"(?:Old|Young|Little|Big|Poor|Aunt|Uncle|Granny|Grandma|Grandpa) [A-Z][\w'-]+")


def _may_be_person(scene: Scene, entity: Entity) -> bool:
    if scene.text[entity.span.start - 1 : entity.span.start] in ("'", '"') and entity.span.start:
        return False  # a title
    if entity.kind == "person":
        return True
    if entity.text.lower() in FOREIGN_ARTICLES:
        return False  # "La maire"
    parts = entity.text.split(" ")
    return (
        entity.kind == "other"
        and len(parts) <= 3
        and all(part.isalpha() and not entities.is_ordinary(part) for part in parts)
    )


def _titled(scene: Scene, entity: Entity) -> str:
    before = scene.text[max(0, entity.span.start - 5) : entity.span.start]
    match = re.search(r"(Mrs|Ms|Miss|Mr)\.? \Z", before)
    return f"{match[1]} {entity.name}" if match else entity.name


_ROLE = re.compile(
    r"\b((?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Mm]y|[Oo]ne) (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]*(?:man|woman|boy|girl"
    r"|general|mayor|judge|coach|captain|chief|person"
    r"|ambassador|envoy|witness|nurse|priest|king|queen|pilot|husband|wife|son|daughter|brother|sister|mother"
    r"|father|colleague|friend"
    r"|resident|student|pupil|patient|guide|clerk|secretary|chef|bishop|principal|landlady|president|defendant"
    r"|widow|aunt|uncle|cousin|constituent|client|agent"
    r"|candidate|diplomat|neighbour|neighbor|monk|nun|actress|waitress|hostess|[a-z]{2,}(?:er|or|ist|ian|ant"
    r"|ee)))\b(?:-in-law)?)"
)
_NO_ROLE = frozenset(
    """number water paper letter order matter winter summer river door floor error power corner dinner member other
    another
    never over under after either neither order cover letter offer answer quarter computer newspaper border factor
    sector
    minor major color paper chapter danger center theater weather whether together rather leather shelter shoulder tower
    finger flower computer barrier career motor mirror terror horror favor harbor labor honor humor rumor vapor
    committee
    coffee employee-owned degree fee tree agreement restaurant plant grant important significant instant distant
    elephant
    covenant warrant list ministerial register calendar dollar altar pillar collar solar""".split()
)
_SHE = re.compile(
    r"(?:woman|girl|wife|daughter|sister|mother|queen|widow|landlady|aunt|nun|actress|waitress|hostess|grandmother)\Z"
)
_HE = re.compile(r"(?:[^o]man|\Aman|boy|husband|son|brother|father|king|priest|monk|uncle|bishop)\Z")


def _roles(text: str, pronoun: str) -> list[str]:
    """Persons by role in ``text`` ("the porter") that a pronoun may mean; its gender alone where any has it."""
    found = [(match[1], match["noun"]) for match in _ROLE.finditer(text) if match["noun"] not in _NO_ROLE]
    fitting = [phrase for phrase, noun in found if not (_SHE if pronoun == "he" else _HE).search(noun)]
    sure = [phrase for phrase, noun in found if (_SHE if pronoun == "she" else _HE).search(noun)]
    return sure or fitting


def _person_by_role(scene: Scene, low: int, start: int) -> str | None:
    """The subject of the sentence before, when it is a person by role: "Her neighbour agreed." """
    begin = sentence_start(scene.shadow, low, max(low, start - 1))
    subject = leading(scene.shadow[begin:start])
    return (
        subject.phrase
        if subject and (match := _ROLE.fullmatch(subject.phrase)) and match["noun"] not in _NO_ROLE
        else None
    )


def _body_before(scene: Scene, at: int) -> str | None:
    """What "it" or "they" is: the subject of the sentence before."""
    low = max(0, at - 400)
    last = sentence_start(scene.shadow, low, max(low, at - 1))
    for begin in (last, sentence_start(scene.shadow, low, max(low, last - 2))):
        sentence = scene.shadow[begin:at].lstrip("\uffff ,")
        subject = leading(sentence)
        if subject and subject.phrase and subject.phrase.lower() not in PRONOUNS:
            return name_of(scene, subject.phrase)
    return None
