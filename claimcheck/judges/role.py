"""Roles: who did it to whom?

"A sued B" against "B sued A" and "A was sued by B"; "borrowed from A" against "A borrowed"; "from A to B" against "from
B to A".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._names import passive
from claimcheck.judges._reading import Reading, Word
from claimcheck.model import Comparison

_PARTIES = frozenset({"from", "to", "against", "with", "on", "over", "for", "of"})
"""Prepositions behind which the other party of a deed may stand: "borrowed from", "lost to", "won against"."""
_TELLING = frozenset({"say", "tell", "claim", "state", "add", "write", "think", "believe", "be", "have"})
_MUTUAL = frozenset(
    [
        "meet",
        "marry",
        "fight",
        "play",
        "agree",
        "cooperate",
        "merge",
        "talk",
        "share",
        "border",
        "equal",
        "differ",
        "work",
    ]
)
"""Verbs whose parties may change places."""
_BETWEEN = frozenset({"not", "never", "also", "once", "already", "still", "then", "later", "to", "had", "has", "since"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The words of who does it, and of everyone else who takes part."""

    doer: tuple[Word, ...]
    others: tuple[Word, ...]
    pronoun: bool = False
    """Whether the doer is a pronoun: somebody, but nobody who is named in the same clause."""


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """A clash when the doer on one side is the other party on the other side, and the doers are not the same."""
    if alignment.part.facts.quotations or alignment.anchor.kind == "table-row":
        return
    for verb, page_verb, _ in alignment.pairs:
        if verb.part != "verb" or page_verb.part != "verb" or verb.quoted or page_verb.quoted:
            continue
        if verb.base in _TELLING or verb.base in _MUTUAL:
            continue
        ours, theirs = parties(alignment.part.reading, verb), parties(alignment.reading, page_verb)
        converse = any({verb.base, page_verb.base} == set(pair) for pair in lexicon.CONVERSES)
        if converse or not ours.doer or not (theirs.doer or theirs.pronoun) or not _crossed(ours, theirs, alignment):
            continue
        said = " ".join(word.text for word in (*ours.doer, verb, *ours.others[:3]))
        yield Comparison("role", said, _clip(alignment), agrees=False)
        return
    yield from _exchanged(alignment)
    yield from _routes(alignment)


def _exchanged(alignment: Alignment) -> Iterator[Comparison]:
    """Two deeds whose doers have changed places: "the county withdrew after Norvind refused"."""
    stands = {word.start: page.start for word, page, _ in alignment.pairs}
    deeds = []
    for verb, page_verb, _ in alignment.pairs:
        if verb.part == page_verb.part == "verb" and not verb.quoted and verb.base not in _TELLING:
            ours = {stands[w.start] for w in parties(alignment.part.reading, verb).doer if w.start in stands}
            deeds.append((verb, ours, {w.start for w in parties(alignment.reading, page_verb).doer}))
    for verb, ours, theirs in deeds:
        for other, our_other, their_other in deeds:
            if (
                verb is not other
                and ours
                and our_other
                and not ours & theirs
                and ours & their_other
                and our_other & theirs
            ):
                yield Comparison("role", f"{verb.text}, {other.text}", _clip(alignment), agrees=False)
                return


def _crossed(ours: Parties, theirs: Parties, alignment: Alignment) -> bool:
    stands = {word.start: page.start for word, page, _ in alignment.pairs}
    our_doer, our_others = {w.start for w in ours.doer}, {w.start for w in ours.others}
    their_doer, their_others = {w.start for w in theirs.doer}, {w.start for w in theirs.others}
    doer_there = {stands[start] for start in our_doer if start in stands}
    others_there = {stands[start] for start in our_others if start in stands}
    if doer_there & their_doer:
        return False  # the same doer
    forth, back = bool(doer_there & their_others), bool(others_there & their_doer)
    if forth and theirs.pronoun:
        # "She blamed the firm, Harbour Linen" against "Harbour Linen blamed": whoever she is, she is not the firm
        named_doer = [word for word in ours.doer if word.part == "name"]
        return bool(named_doer) and all(stands.get(word.start) in their_others for word in named_doer)
    named = any(word.part == "name" for word in (*ours.doer, *theirs.doer))
    if forth and back:
        return named or alignment.anchored >= _SURE
    # "Museum A borrowed it from Museum B" against "B asked to borrow it": B alone has changed its place.
    named = any(word.part == "name" for word in (*theirs.doer, *ours.doer))
    return back and bool(theirs.doer) and (named or alignment.anchored >= _LIKELY)


_SURE, _LIKELY = 0.7, 0.5


def parties(reading: Reading, verb: Word) -> Parties:
    """Who does what ``verb`` says, and the other parties: its object, or who stands behind a preposition."""
    at = reading.words.index(verb)
    behind = _behind(reading, at)
    before = _subject(reading, at)
    if passive(reading, at):
        doer = next((phrase for preposition, phrase in behind if preposition == "by"), ())
        others = [before, *(phrase for preposition, phrase in behind if preposition in _PARTIES)]
    else:
        doer = before
        others = [phrase for preposition, phrase in behind if not preposition or preposition in _PARTIES]
    pronoun = not passive(reading, at) and not before and _pronoun_before(reading, at)
    return Parties(doer, tuple(word for phrase in others for word in phrase), pronoun)


def _pronoun_before(reading: Reading, at: int) -> bool:
    words = reading.words
    index = at - 1
    while index >= 0 and (words[index].auxiliary or words[index].part == "adverb" or words[index].lower in _BETWEEN):
        index -= 1
    return index >= 0 and words[index].lower in {"he", "she", "it", "they", "we", "i"}


def _subject(reading: Reading, at: int) -> tuple[Word, ...]:
    """The noun phrase before the verb; empty for a pronoun or where it is not clear."""
    words = reading.words
    index = at - 1
    if (
        index >= 0
        and words[index].lower == "to"
        and not any(word.lower in {"is", "are"} for word in words[index - 1 : index])
    ):
        return ()  # "used a part of his share to buy": who buys stands farther away
    while index >= 0 and (words[index].auxiliary or words[index].part == "adverb" or words[index].lower in _BETWEEN):
        index -= 1
    if index > 0 and words[index].lower in {"and", "but"}:
        # "Harbour Linen denied this and has sued": the subject of the verb before
        earlier = next((number for number in range(index - 1, -1, -1) if words[number].part == "verb"), None)
        return _subject(reading, earlier) if earlier is not None else ()
    if index >= 0 and words[index].lower in {"who", "which", "that"}:
        index -= 1
    elif index >= 0 and reading.text[words[index].end : words[index + 1].start].strip() == ",":
        # "Coldline, the supplier, has taken": past the apposition; "The supplier, Coldline, has": the name itself
        segment = words[index].segment
        commas = [n for n in range(1, index + 1) if "," in reading.text[words[n - 1].end : words[n].start]]
        if commas and words[commas[-1]].lower in lexicon.DETERMINERS | {"who", "which"} and commas[-1] > 0:
            outer = _phrase(reading, commas[-1] - 1)
            if outer:  # "Norvind, a company that wanted to buy the station, withdrew"
                return outer
        inside = [number for number in range(index, -1, -1) if words[number].segment == segment]
        verbal = any(words[n].part == "verb" and not words[n].lower.endswith(("ed", "ing")) for n in inside)
        if verbal:
            return ()
        own = _phrase(reading, index)
        outer = _phrase(reading, inside[-1] - 1) if inside[-1] > 0 else ()
        return (*outer, *own)
    return _phrase(reading, index) if index >= 0 else ()


def _phrase(reading: Reading, last: int) -> tuple[Word, ...]:
    """The noun phrase that ends with word number ``last``, with its "of" phrase: "the Ministry of Lands"."""
    words = reading.words
    found: list[Word] = []
    index = last
    while index >= 0:
        word = words[index]
        if index < last and reading.text[word.end : words[index + 1].start].strip() not in {"", "-", "."}:
            break
        if word.part in {"noun", "name", "adjective"}:
            found.append(word)
        elif not (word.lower in {"of", "the", "and"} or word.part == "number" or word.lower in lexicon.DETERMINERS):
            break
        index -= 1
    nouns = [word for word in found if (word.part in {"noun", "name"} and not word.minor) or word.part == "name"]
    return tuple(reversed(nouns))


def _behind(reading: Reading, at: int) -> list[tuple[str, tuple[Word, ...]]]:
    """The noun phrases behind the verb, each with its preposition ("" for the object)."""
    words = reading.words
    found: list[tuple[str, tuple[Word, ...]]] = []
    preposition = ""
    phrase: list[Word] = []
    for index in range(at + 1, min(len(words), at + 16)):
        word = words[index]
        gap = reading.text[words[index - 1].end : word.start]
        ends = any(mark in gap for mark in ";:()") or word.lower in {
            "who",
            "which",
            "that",
            "when",
            "after",
            "before",
            "because",
        }
        if ends or (word.part == "verb" and word.clause != words[at].clause) or word.auxiliary:
            break
        if word.lower in lexicon.PREPOSITIONS and not (word.lower == "of" and phrase):
            if phrase:
                found.append((preposition, tuple(phrase)))
            preposition, phrase = word.lower, []
        elif word.part in {"noun", "name"}:
            phrase.append(word)
    if phrase:
        found.append((preposition, tuple(phrase)))
    return found


def _routes(alignment: Alignment) -> Iterator[Comparison]:
    """The two ends of a way exchanged."""
    ours = alignment.part.reading
    swapped: dict[str, Word] = {}
    for word, page, _ in alignment.pairs:
        if word.part != "name" or page.part != "name":
            continue
        here, there = _hangs(ours.words, word), _hangs(alignment.reading.words, page)
        if {here, there} == {"from", "to"}:
            swapped[here] = word
    if len(swapped) == 2:
        said = " ".join(f"{preposition} {word.text}" for preposition, word in swapped.items())
        yield Comparison("role", said, _clip(alignment), agrees=False)


def _hangs(words: Sequence[Word], word: Word) -> str:
    """The preposition right before a name, past its determiner and other name words; "" if none."""
    for other in reversed(words[max(0, words.index(word) - 4) : words.index(word)]):
        if other.lower in lexicon.PREPOSITIONS:
            return other.lower
        if other.part not in {"name", "adjective"} and other.lower not in lexicon.DETERMINERS:
            return ""
    return ""


def _clip(alignment: Alignment) -> str:
    text = " ".join(alignment.anchor.text.split())
    return text if len(text) <= 120 else text[:117].rsplit(" ", 1)[0] + "…"
