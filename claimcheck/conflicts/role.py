"""Who did it to whom, told both ways: "United sold him to City" against "City sold him to United".

Each clause is read as relations from its subject to every other part: to the object, "from B", "to B", "by B" turned
round. The same
relation with its ends exchanged is a clash, unless the deed is mutual ("met") or is done again and again ("beat").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.conflicts import _lexicon
from claimcheck.conflicts._apart import Sort, apart
from claimcheck.conflicts._assertion import Assertion, is_person
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._reading import Action, Group, Reading, Word
from claimcheck.conflicts._topic import Topic, akin_words
from claimcheck.extract.verbs import BE
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse.words import stem

_COVERED = 0.55
_RETOLD = 0.8  # coverage from which a deed that may be repeated is one deed
_WITNESSED = 3  # things from which two tellings of an unlisted deed are one deed: the two ends and one more
_PASSING = "passes to"
# Done again and again between the same two: only one stated time makes two tellings one deed.
_REPEATED = wordlist(
    """attack beat defeat raid bomb shell shoot hit strike win arrest overtake pass send pay interview chase sell buy visit
    call write praise criticise criticize accuse thank help follow trail lead knock outplay rout thrash warn tell ask"""
)
_LOOSE = frozenset(
    {
        "in",
        "at",
        "on",
        "during",
        "after",
        "before",
        "since",
        "until",
        "as",
        "than",
        "over",
        "about",
        "within",
        "per",
        "like",
    }
)
_TITLES = wordlist(
    """mr mrs ms dr doctor sir lord lady prof professor president general marshal colonel captain councillor senator judge
    minister mayor king queen prince duke count bishop coach nurse sister brother uncle aunt chief inspector sergeant"""
)
_WORKING = wordlist("be work serve act become remain")


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` does it to ``target``. ``verb`` and ``link`` ("from", "" for the object) name the relation."""

    verb: str
    link: str
    source: tuple[Word, ...]
    target: tuple[Word, ...]
    thing: tuple[Word, ...] = ()
    """What passes between them, where the clause names it."""


def clash(topic: Topic) -> Clash | None:
    """One relation told in both directions."""
    if topic.coverage < _COVERED or topic.mutual < _COVERED or _other_figure(topic):
        return None
    for ours in topic.left.once(relations):
        for theirs in topic.right.once(relations):
            if not _one_kind(ours, theirs) or not _exchanged(topic, ours, theirs) or not _one_deed(topic, ours):
                continue
            repeated = ours.verb in _REPEATED and not topic.left.facts.dates
            excused: frozenset[Sort] = frozenset({"name"} if repeated else {"name", "scope"})
            if apart(topic, apart_from=excused) is not None:
                return None
            return Clash(
                kind="role",
                label="conflict",
                left=topic.left,
                right=topic.right,
                left_value=_told(ours),
                right_value=_told(theirs),
                comparable=f"both tell who did it to whom: {', '.join(topic.words[:4])}",
                differ=f"{_told(ours)} against {_told(theirs)}",
                reconcile="two occasions, each with its date in the text",
                topic=min(_text(ours.source), _text(ours.target)),
            )
    return None


def exchanged(topic: Topic) -> bool:
    """True when the two tell one relation in both directions: what A sent to B and what B sent to A are two things."""
    return any(
        _one_kind(ours, theirs) and _exchanged(topic, ours, theirs)
        for ours in topic.left.once(relations)
        for theirs in topic.right.once(relations)
    )


def _other_figure(topic: Topic) -> bool:
    """True where each counts what passed, and the counts differ: two deeds."""
    ours, theirs = ({found.stated for found in side.facts.quantities} for side in (topic.left, topic.right))
    return bool(ours and theirs) and not ours & theirs


def _one_kind(a: Relation, b: Relation) -> bool:
    if a.link != b.link:
        return False
    if a.verb == b.verb:
        return True
    kinds = _lexicon.directed()
    ours, theirs = stem(a.verb), stem(b.verb)
    return bool(kinds.get(ours, frozenset()) & kinds.get(theirs, frozenset())) or akin_words(
        a.verb, ours, b.verb, theirs
    )


def _exchanged(topic: Topic, a: Relation, b: Relation) -> bool:
    pairs = {(left.start, right.start) for left, right in topic.shared}
    # Of "Rosa Tamm" and "Hilde Tamm" the second word tells nobody apart.
    kin = (
        {word.stem for word in (*a.source, *a.target)}
        & {word.stem for word in b.source}
        & {word.stem for word in a.source}
    )
    if kin and any(word.stem not in kin for word in a.source) and any(word.stem not in kin for word in b.source):
        a = replace(a, source=tuple(word for word in a.source if word.stem not in kin))
        b = replace(b, source=tuple(word for word in b.source if word.stem not in kin))

    def meets(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
        return any((x.start, y.start) in pairs or x.stem == y.stem for x in ours for y in theirs)

    crossed = meets(a.source, b.target) and meets(a.target, b.source)
    other_thing = bool(a.thing and b.thing) and not meets(a.thing, b.thing)
    return crossed and not other_thing and not meets(a.source, b.source) and not meets(a.target, b.target)


def _one_deed(topic: Topic, relation: Relation) -> bool:
    """True when the deed can have been done once only, or the two tellings agree on its time or in nearly all else."""
    known = relation.link == "" and (relation.verb == _PASSING or stem(relation.verb) in _lexicon.directed())
    if not known and topic.things < _WITNESSED and not topic.left.facts.dates:
        return False  # "Lasko supports Weiss", "Weiss supports Lasko": both may be so
    if relation.verb not in _REPEATED:
        return True
    return bool(topic.left.facts.dates and topic.right.facts.dates) or topic.coverage >= _RETOLD


# --- Relations of one assertion
# -----------------------------------------------------------------------------------------------


def relations(assertion: Assertion) -> tuple[Relation, ...]:
    """The directed relations that an assertion tells, as far as a shallow reading shows them."""
    return tuple(_relations(assertion))


def _relations(assertion: Assertion) -> Iterator[Relation]:
    reading = assertion.reading
    yield from _nominal(reading)
    for action in reading.actions:
        subject = _subject(reading, action)
        if action.negated or action.modal or not subject or action.lemma in {"be", "have", "do"}:
            continue
        complements = tuple(_complements(reading, action)) or tuple(_pronoun(reading, action, subject))
        if (deed := _idiom(reading, complements, action)) is not None:  # "took her neighbour to court"
            action, complements = replace(action, lemma=deed), complements[:1]
        if action.passive and (passed := _passed(reading, action, complements)) is not None:
            yield replace(passed, thing=subject)
        thing = next((_words(reading, group) for group, link in complements if not link), ())
        for group, link in complements:
            for relation in _relation(reading, action, subject, group, link):
                yield replace(relation, thing=thing) if link else relation


def _passed(reading: Reading, action: Action, complements: Sequence[tuple[Group, str]]) -> Relation | None:
    """ "Were sold to City by United": from one to the other, as the two prepositions say."""
    ends = {link: _words(reading, _named(reading, group)) for group, link in complements}
    way = _lexicon.TRANSFERS.get(action.lemma)
    agent, other = ends.get("by"), ends.get("to" if way == "out" else "from")
    if not agent or not other or way is None:
        return None
    return Relation(_PASSING, "", *((agent, other) if way == "out" else (other, agent)))


def _idiom(reading: Reading, complements: Sequence[tuple[Group, str]], action: Action) -> str | None:
    """The one verb that stands for a verb with an object and a fixed phrase."""
    return next(
        (
            verb
            for group, link in complements[1:]
            if (verb := _lexicon.IDIOMS.get((action.lemma, link, reading.words[group.head].lower))) is not None
        ),
        None,
    )


def _pronoun(reading: Reading, action: Action, subject: tuple[Word, ...]) -> Iterator[tuple[Group, str]]:
    """ "Lives on the beetle and kills it": the last thing named before that is not the subject."""
    after = reading.words[action.at + 1] if action.at + 1 < len(reading.words) else None
    if after is None or after.lower not in {"it", "him", "her", "them"}:
        return
    spots = {word.start for word in subject}
    before = [
        group
        for group in reading.groups
        if group.end <= action.at and not spots & {word.start for word in reading.words[group.start : group.end]}
    ]
    if before:
        yield before[-1], ""


def _relation(
    reading: Reading, action: Action, subject: tuple[Word, ...], group: Group, link: str
) -> Iterator[Relation]:
    other = _words(reading, _named(reading, group))
    if not other:
        return
    verb = action.lemma
    if action.passive:
        if link == "by":  # "Lindgren was knocked out by Okoro"
            yield Relation(verb, "", other, subject)
        elif link:
            yield Relation(f"be {verb}", link, subject, other)
        return
    turned = _lexicon.TURNED.get((verb, link))
    if turned is not None:  # "studied under Stern": Stern taught
        yield Relation(turned, "", other, subject)
        return
    way = _lexicon.TRANSFERS.get(verb)
    if (way == "out" and link == "to") or (way == "in" and link == "from"):
        yield Relation(_PASSING, "", *((subject, other) if way == "out" else (other, subject)))
    elif link or verb not in _lexicon.SYMMETRIC:
        yield Relation(verb, link, subject, other)


def _subject(reading: Reading, action: Action) -> tuple[Word, ...]:
    """The noun group that the verb belongs to; of "It was Gorr that started the war, invading Tessaly" it is Gorr."""
    start = action.at
    while start and reading.words[start - 1].tag in {"aux", "adv", "neg"}:
        start -= 1
    groups = [group for group in reading.groups if group.end <= start and reading.words[group.head].lower != "that"]
    if not groups:
        return ()
    cleft = reading.words[0].lower == "it" and len(reading.words) > 2 and reading.words[1].lower in BE
    if start and reading.words[start - 1].lower in (
        {"who", "which", "that"} if cleft else {"who", "which"}
    ):  # "won by Dray, who beat Hope"
        return _words(reading, groups[-1])
    if action.finite or action.passive:
        last = len(groups) - 1
        while last > 0 and groups[last].prep is not None:
            last -= 1
        # "Mr Pike, the surgeon, reported": a title beside a name is the same person.
        apposed = last > 0 and reading.words[groups[last].start - 1].text == "," and groups[last - 1].prep is None
        named = [group for group in groups[max(0, last - 1) : last + 1] if _has_name(reading, group)] if apposed else []
        return _words(reading, named[-1] if named else groups[last])
    return _words(reading, next((group for group in groups if group.prep is None), groups[0]))


def _named(reading: Reading, group: Group) -> Group:
    """The group itself, or the name right behind it: "to his aunt, Mrs Gantry"."""
    following = next((other for other in reading.groups if other.start == group.end + 1), None)
    apposed = following is not None and following.prep is None and reading.words[group.end].text == ","
    return (
        following
        if apposed and following is not None and _has_name(reading, following) and not _has_name(reading, group)
        else group
    )


def _has_name(reading: Reading, group: Group) -> bool:
    return any(word.tag == "name" for word in reading.words[group.start : group.end])


def _complements(reading: Reading, action: Action) -> Iterator[tuple[Group, str]]:
    """The noun groups that the verb governs, each with its preposition ("" for the object), up to the next finite
    verb.
    """
    stop = next((other.at for other in reading.actions if other.at > action.at and other.finite), len(reading.words))
    after = [group for group in reading.groups if action.at < group.start < stop]
    for number, group in enumerate(after):
        if group.prep is None and number <= 1 and group.start - action.at <= (2 if number == 0 else 40):
            yield group, "" if number == 0 else "then"
        elif group.prep == "of" and number:
            # "removed the appendix of Sander": Sander is whom it is done to. "on the orders of Dietz": by
            # way of the noun.
            head = reading.words[after[number - 1].head]
            if is_person(head.lower) and after[number - 1].prep is None:
                continue  # "coached the son of Prins": not Prins
            link = "" if after[number - 1].prep is None else f"{after[number - 1].prep} {head.stem} of"
            yield group, link
        elif group.prep in {"up", "off", "down", "away"} and number == 0 and group.start - action.at <= 3:
            yield group, ""  # "swallowed up its rival"
        elif group.prep in {"on", "upon", "against"} and number == 0 and group.start - action.at <= 3:
            yield group, ""
        elif group.prep is not None and group.prep not in _LOOSE:
            yield group, group.prep


def _words(reading: Reading, group: Group | None) -> tuple[Word, ...]:
    """The names of a group, or its head noun; an owner ("the island's beetles") is not who did it."""
    if group is None:
        return ()
    inside = reading.words[group.start : group.end]
    names = tuple(word for word in inside if word.tag == "name" and not word.owner and word.lower not in _TITLES)
    if names:
        return names
    head = reading.words[group.head]
    return (head,) if head.tag == "noun" else ()


def _nominal(reading: Reading) -> Iterator[Relation]:
    """ "Ilvia was the lender and Marrano the borrower", "Thorne was the assistant of Mertz"."""
    ends: dict[str, dict[int, tuple[Word, ...]]] = {}
    for number, group in enumerate(reading.groups):
        word = reading.words[group.head]
        role = _lexicon.NOMINAL_ROLES.get(word.lower)
        holder = _bearer(reading, number)
        following = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
        linked = following is not None and following.prep in {"of", "to", "for"} and following.start - group.end <= 2
        if holder and linked and following is not None:
            other = _words(reading, following)
            if role is not None:
                yield Relation(role[0], "", *((holder, other) if role[1] == 0 else (other, holder)))
            elif other:
                yield Relation(word.lower, "of", holder, other)
        if role is not None and holder:
            ends.setdefault(role[0], {})[role[1]] = holder
    for kind, sides in ends.items():
        if 0 in sides and 1 in sides:
            yield Relation(kind, "", sides[0], sides[1])


def _bearer(reading: Reading, number: int) -> tuple[Word, ...]:
    """Who bears the noun: the subject of "was the lender", "worked as assistant", or the name right before "the
    borrower".
    """
    group = reading.groups[number]
    before = [
        action
        for action in reading.actions
        if action.at < group.start and action.lemma in _WORKING and not action.negated
    ]
    if before and group.start - before[-1].at <= 3 and group.prep in {None, "as"}:
        return _subject(reading, before[-1])
    previous = reading.groups[number - 1] if number else None
    if previous is not None and previous.end == group.start and _has_name(reading, previous):
        return _words(reading, previous)
    return ()


def _told(relation: Relation) -> str:
    link = f" {relation.link}" if relation.link and relation.link != "then" else ""
    return f"{_text(relation.source)} {relation.verb}{link} {_text(relation.target)}"


def _text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text.removesuffix("'s") for word in words)
