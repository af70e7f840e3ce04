"""Names: the same person, place or organisation in the same place of the sentence?

"The sports hall in Hostra" against "in Drennova, the sports hall"; "Oketch wrote the opinion" against "Amadi, who wrote
the opinion". Another name in the same place contradicts; a name that the passage does not have is only absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._names import LOCATIVE, Name, likened, names, object_, passive, same, subject
from claimcheck.judges._reading import Reading, negators, read
from claimcheck.model import Comparison, FactKind

_SLOT, _REST, _ALL = 0.6, 0.75, 0.85
"""Share of the claim's other words that the sentence must hold for another name to contradict: in the same slot of an
aligned word, at the head of the sentence, anywhere behind "in" or "at"."""


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """Every name of the claim that the anchor lacks, against the names that stand in its place."""
    ours = [name for name in names(alignment.part.reading) if not alignment.part.reading.words[name.first].quoted]
    theirs = names(alignment.reading)
    free = [
        name
        for name in theirs
        if not any(same(name, own) or _stands_for(own, name, alignment) or _kin(own, name) for own in ours)
    ]
    for name in ours:
        counterpart = next(
            (other for other in theirs if same(name, other) or _stands_for(name, other, alignment)), None
        )
        unsure = (
            bool(alignment.part.facts.quotations)
            or _negated(name, alignment)
            or (len(name.key) == 1 and name.key[0].text.isupper() and len(name.text) <= 4)
        )
        rival = None if unsure else _rival(name, counterpart, free, alignment)
        if rival is not None:
            yield Comparison(rival[1], name.text, rival[0].text, agrees=False)
        elif counterpart is not None or _words_present(name, alignment):
            yield Comparison("entity", name.text, (counterpart or name).text, agrees=True)
        elif not _known(name, alignment):
            yield Comparison("entity", name.text, None, agrees=None)


def _kin(name: Name, other: Name) -> bool:
    """Whether a word of one is formed from a word of the other: "San Diego", "a group of San Diegans"."""
    return any(
        len(a.lower) >= 4 and a.lower[:4] == b.lower[:4] and abs(len(a.lower) - len(b.lower)) <= 3
        for a in name.key
        for b in other.key
    )


def _negated(name: Name, alignment: Alignment) -> bool:
    """Whether the claim denies it of the name ("is not an album by Roe"): another name bears that out."""
    clause = alignment.part.reading.words[name.first].clause
    return negators(alignment.part.reading).get(clause, 0) > 0


def _stands_for(name: Name, other: Name, alignment: Alignment) -> bool:
    """Whether the claim's name is an acronym of a name on the page that ends in the other's last word."""
    return len(name.key) == 1 and other.key[-1].lower in alignment.index.stands_for(name.key[0].lower)


def _words_present(name: Name, alignment: Alignment) -> bool:
    """Whether the anchor has the name in another form ("Velmari" for "Velmar"): every word of it."""
    aligned = {word.start for word, _, _ in alignment.pairs}
    return all(word.start in aligned for word in name.key)


def _known(name: Name, alignment: Alignment) -> bool:
    """Whether the page has the name anywhere in its body."""
    return any(
        credit >= 0.8 and any(alignment.index.sentences[number].body for number in alignment.index.lines_with(word))
        for word, credit in alignment.index.relatives(name.key[-1].lower).items()
    ) or _aliased(name, alignment)


def _aliased(name: Name, alignment: Alignment) -> bool:
    lines = (alignment.anchor, *alignment.context)
    return any(same(name, other) for line in lines for other in names(read(line.text)))


def _near(name: Name, alignment: Alignment) -> bool:
    return any(same(name, other) for line in alignment.context for other in names(read(line.text)))


def _rival(
    name: Name, counterpart: Name | None, free: Sequence[Name], alignment: Alignment
) -> tuple[Name, FactKind] | None:
    """The name that stands where the claim has ``name``, with the kind of the difference."""
    found = _rival_argument(name, counterpart, free, alignment)
    if found is None and counterpart is None and not _words_present(name, alignment):
        found = _rival_place(name, free, alignment) or _rival_subject(name, free, alignment)
    return (found, "entity") if found is not None else None


def _rival_argument(name: Name, counterpart: Name | None, free: Sequence[Name], alignment: Alignment) -> Name | None:
    """Another subject or object of an aligned verb: strict, whatever the context says."""
    ours, theirs = alignment.part.reading, alignment.reading
    for verb, page_verb, _ in alignment.pairs:
        if verb.part != "verb" or page_verb.part != "verb":
            continue
        at, there = ours.words.index(verb), theirs.words.index(page_verb)
        if _agent(ours, at) is name:
            other = _agent(theirs, there)
            if other is None or other not in free:
                continue
            beside = (
                counterpart is not None
                and min(abs(counterpart.last - other.first), abs(other.last - counterpart.first)) <= 1
            )
            if counterpart is not None and _listed(counterpart, other, theirs):
                continue
            if not beside and (counterpart is not None or likened(name, other)):
                return other  # but not in "the Chief Secretary, Lorna Abiodun, announced"
        if passive(ours, at) != passive(theirs, there):
            continue
        if object_(ours, at) is name and counterpart is None:
            other = object_(theirs, there)
            if other is not None and other in free and other.place == "free" and likened(name, other):
                return other
    return None


def _agent(reading: Reading, verb: int) -> Name | None:
    """The name of who does it: the subject, or who stands behind "by" in a passive."""
    if not passive(reading, verb):
        return subject(reading, verb)
    behind = [name for name in names(reading) if name.preposition == "by" and verb < name.first <= verb + 14]
    return next((name for name in behind if not _qualifies(name, reading)), None)


def _qualifies(name: Name, reading: Reading) -> bool:
    """Whether the name only qualifies a noun: "by American singer Katy Perry"."""
    if name.last + 1 >= len(reading.words):
        return False
    following = reading.words[name.last + 1]
    return following.part in {"noun", "adjective"} and following.segment == reading.words[name.last].segment


def _listed(name: Name, other: Name, reading: Reading) -> bool:
    """Whether two names stand in one list: "by Ann Roe, John Doe and Max Poe"."""
    first, last = sorted((name, other), key=lambda each: each.first)
    between = reading.words[first.last + 1 : last.first]
    return all(word.part == "name" or word.lower in {"and", "or"} for word in between)


def _rival_place(name: Name, free: Sequence[Name], alignment: Alignment) -> Name | None:
    """Another name behind the same preposition or possessive of an aligned word; loosely, another place."""
    for other in free:
        if other.place != name.place or other.place not in {"preposition", "possessive"}:
            continue
        likewise = other.preposition == name.preposition or {other.preposition, name.preposition} <= LOCATIVE
        exact = other.preposition == name.preposition or likened(name, other)
        if likewise and exact and _hang_alike(name, other, alignment) and _rest(alignment) >= _SLOT:
            return other
    if _near(name, alignment):
        return None
    for other in free:
        if other.place != "preposition" or name.place != "preposition":
            continue
        places = {other.preposition, name.preposition} <= LOCATIVE and likened(name, other) and _rest(alignment) >= _ALL
        agents = other.preposition == name.preposition == "by" and _rest(alignment) >= _SLOT
        if places or agents:
            return other
    return None


def _rest(alignment: Alignment) -> float:
    """Share of the claim's other words, names left out, that the anchor itself has."""
    here = alignment.anchor.index
    words = alignment.part.reading.words
    # "the collector Rudolf von Hessler": what he is goes with the name
    beside = {words[name.first - 1].start for name in names(alignment.part.reading) if name.first}
    rest = [
        (match.credit if match.line == here else 0.0, weight)
        for match, weight in zip(alignment.matches, alignment.weights, strict=True)
        if match.word.part != "name" and match.word.clause >= 0 and match.word.start not in beside
    ]
    total = sum(weight for _, weight in rest)
    return sum(credit * weight for credit, weight in rest) / total if total >= 0.8 else 0.0


def _rival_subject(name: Name, free: Sequence[Name], alignment: Alignment) -> Name | None:
    """Another person at the head of a sentence that says all the rest, when the claim's is nowhere near."""
    ours, theirs = alignment.part.reading, alignment.reading
    verb = next((number for number, word in enumerate(ours.words) if word.part == "verb" or word.auxiliary), None)
    if verb is None or name.place != "free" or name.last >= verb or _near(name, alignment) or _meant(name, alignment):
        return None
    if any(word.lower in lexicon.PERSONAL for word in theirs.words[:4]) or _rest(alignment) < _REST:
        return None
    head = next((number for number, word in enumerate(theirs.words) if word.part == "verb" or word.auxiliary), 0)
    for other in free:
        titled = other.last - other.first + 1 > len(other.key)
        person = other.place == "free" and (titled or len(other.key) > 1) and likened(name, other)
        if person and other.last < head and not theirs.words[other.first].quoted:
            return other
    return None


def _meant(name: Name, alignment: Alignment) -> bool:
    """Whether the sentence may speak of the name without saying it: the page is about it, or it says "the monument"."""
    common = {word.stem for word in alignment.reading.words if word.part == "noun"}
    if any(word.stem in common for word in name.key):
        return True
    return len(alignment.index.lines_with(name.key[-1].lower)) >= _TOPIC


_TOPIC = 4
"""From so many sentences on, a name is what the page is about."""


def _hang_alike(name: Name, other: Name, alignment: Alignment) -> bool:
    """Whether the two names hang on aligned words; the word nearest to the claim's name must be aligned itself."""
    aligned = {word.start for word, _, _ in alignment.pairs}
    if not name.governors or name.governors[0].start not in aligned:
        return False
    ours = {word.start for word in name.governors}
    theirs = {word.start for word in other.governors}
    return any(word.start in ours and page.start in theirs for word, page, _ in alignment.pairs)
