"""Names in a sentence and the places they hold: subject, object, "in X", "X's"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._reading import Reading, Word
from claimcheck.parse import entities, thesaurus

Place = Literal["preposition", "possessive", "modifier", "free"]

LOCATIVE = frozenset({"in", "at", "near", "on", "outside", "around", "above", "off", "inside", "beneath", "under"})
_LINKS = frozenset(
    {
        "of",
        "for",
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "du",
        "da",
        "dos",
        "bin",
        "ibn",
        "al",
        "el",
        "the",
        "and",
        "di",
        "y",
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name words. ``first`` and ``last`` are word numbers; ``key`` leaves titles ("Dr") out."""

    text: str
    first: int
    last: int
    key: tuple[Word, ...]
    place: Place
    preposition: str = ""
    governors: tuple[Word, ...] = ()
    """The content words that the preposition or the possessive may hang on: the one before it, and the verb."""


@lru_cache(maxsize=8192)
def names(reading: Reading) -> tuple[Name, ...]:
    """The names of a sentence, in order."""
    found = []
    index = 0
    while index < len(reading.words):
        if reading.words[index].part != "name":
            index += 1
            continue
        last = _run(reading, index)
        found.append(_name(reading, index, last))
        index = last + 1
    return tuple(name for name in found if name.key)


def _run(reading: Reading, first: int) -> int:
    last = first
    words = reading.words
    while last + 1 < len(words):
        between = reading.text[words[last].end : words[last + 1].start]
        following = words[last + 1]
        if words[last].text.endswith(("'s", "’s")):
            break
        if following.part == "name" and between.strip() in {"", "-", "."} and following.quoted == words[last].quoted:
            last += 1
            continue
        # "University of Exeter", "Sons of the Plateau", "Bram de Wilt"
        reach = last + 1
        while (
            reach < len(words)
            and words[reach].lower in _LINKS - {"and"}
            and not reading.text[words[reach - 1].end : words[reach].start].strip()
        ):
            reach += 1
        if (
            last + 1 < reach < min(len(words), last + 4)
            and words[reach].part == "name"
            and not reading.text[words[reach - 1].end : words[reach].start].strip()
            and words[last + 1].lower != "the"
        ):
            last = reach
            continue
        break
    return last


def _name(reading: Reading, first: int, last: int) -> Name:
    words = reading.words
    run = words[first : last + 1]
    key = tuple(word for word in run if word.part == "name" and word.lower not in lexicon.TITLES)
    text = " ".join(reading.text[run[0].start : run[-1].end].split()).removesuffix("'s").removesuffix("’s")
    if words[last].text.endswith(("'s", "’s", "s'", "s’")) and last + 1 < len(words):
        return Name(text, first, last, key, "possessive", governors=_head_after(words, last + 1))
    preposition, governors = _preposition(reading, first)
    if preposition:
        return Name(text, first, last, key, "preposition", preposition, governors)
    following = words[last + 1] if last + 1 < len(words) else None
    if (
        following is not None
        and following.part == "noun"
        and not reading.text[words[last].end : following.start].strip()
    ):
        return Name(text, first, last, key, "modifier", governors=(following,))
    return Name(text, first, last, key, "free")


def _head_after(words: Sequence[Word], start: int) -> tuple[Word, ...]:
    head: tuple[Word, ...] = ()
    for word in words[start : start + 4]:
        if word.part == "noun":
            head = (word,)
        elif word.part not in {"adjective", "name", "number"}:
            break
    return head


def _preposition(reading: Reading, first: int) -> tuple[str, tuple[Word, ...]]:
    words = reading.words
    index = first - 1
    while index >= 0 and first - index <= 5:
        if reading.text[words[index].end : words[index + 1].start].strip():
            return "", ()
        word = words[index]
        if word.lower in lexicon.PREPOSITIONS and word.lower not in {
            "as",
            "like",
            "plus",
            "minus",
            "down",
            "up",
            "since",
        }:
            return word.lower, _governors(words, index)
        if word.part == "verb" or word.auxiliary or word.lower in lexicon.CONJUNCTIONS | lexicon.PRONOUNS:
            return "", ()
        index -= 1
    return "", ()


def _governors(words: Sequence[Word], index: int) -> tuple[Word, ...]:
    """The content word right before the preposition at ``index`` (not for "by"), and the verb of its clause."""
    before = [word for word in words[max(0, index - 4) : index] if word.content]
    verbs = [word for word in words[:index] if word.part == "verb" and word.clause == words[index].clause]
    nearest = before[-1:] if words[index].lower != "by" else []
    return tuple(dict.fromkeys([*nearest, *verbs[-1:]]))


def same(ours: Name, theirs: Name) -> bool:
    """Whether two names may be of one bearer: one is a part of the other, a spelling of it, an alias, an acronym."""
    here, there = {word.stem for word in ours.key}, {word.stem for word in theirs.key}
    if here <= there or there <= here or entities.same(ours.text, theirs.text):
        return True
    a, b = ours.key, theirs.key
    if a[-1].stem == b[-1].stem and len(a) > 1 and len(b) > 1:
        first, other = a[0].lower, b[0].lower  # "Tim Roth" and "Timothy Simon Roth", "J. Roe" and "John Roe"
        return first.startswith(other) or other.startswith(first) or (len(other) > 2 and first[:3] == other[:3])
    if min(len(a), len(b)) == 1 and _spelt_alike(a[-1].lower, b[-1].lower):
        return True
    return len(a) == len(b) and all(_spelt_alike(x.lower, y.lower) for x, y in zip(a, b, strict=True))


def _spelt_alike(a: str, b: str) -> bool:
    """A letter or two apart: "Paterson" and "Patterson" are rather a slip than two people."""
    from rapidfuzz.distance import Levenshtein

    shorter = min(len(a), len(b))
    if shorter < 5 or a[:3] != b[:3]:
        return a == b
    return bool(Levenshtein.distance(a, b) <= (2 if shorter >= 7 else 1))


def subject(reading: Reading, verb: int) -> Name | None:
    """The name that is the subject of the verb at word number ``verb``.

    ``None`` where the subject is a noun or a pronoun, or too far away to be sure.
    """
    words = reading.words
    index = verb - 1
    while index >= 0 and (words[index].auxiliary or words[index].part == "adverb" or words[index].lower in _BETWEEN):
        index -= 1
    if index < 0:
        return None
    if words[index].lower in {"who", "which", "that"} and index > 0:
        return _ending(reading, index - 1)
    if reading.text[words[index].end : words[index + 1].start].strip() == ",":
        # "The mayor, Josip Halm, said" and "Josip Halm, the mayor, said"
        apposition = [number for number in range(index, -1, -1) if words[number].segment == words[index].segment]
        if any(words[number].part == "verb" or words[number].auxiliary for number in apposition):
            return None
        name = _ending(reading, index)
        if name is not None and name.place in {"free", "modifier"}:
            return name
        return _ending(reading, apposition[-1] - 1)
    return _ending(reading, index)


_BETWEEN = frozenset("not never also once already still then later to had has".split())


def _ending(reading: Reading, index: int) -> Name | None:
    return next((name for name in names(reading) if name.last == index and name.place in {"free", "modifier"}), None)


def object_(reading: Reading, verb: int) -> Name | None:
    """The name that directly follows the verb, past a title or a common noun ("sued the builder Ann Roe")."""
    for name in names(reading):
        if verb < name.first <= verb + 5 and name.place == "free":
            between = reading.words[verb + 1 : name.first]
            if not any(word.part == "verb" or word.lower in lexicon.PREPOSITIONS for word in between):
                return name
    return None


def passive(reading: Reading, verb: int) -> bool:
    """Whether the verb is a passive participle: "was sued", "got hurt", "a film produced by"."""
    words = reading.words
    word = words[verb]
    if word.lower.endswith("ing"):
        return False
    following = words[verb + 1 : verb + 3]
    if len(following) == 2 and following[0].lower == "by" and following[1].part != "number":
        return True
    for other in reversed(words[max(0, verb - 4) : verb]):
        if other.lower in lexicon.BE or other.lower in {"got", "gets"}:
            return True
        if not (other.auxiliary or other.part in {"adverb", "function"}) or other.lower in lexicon.HAVE:
            return False
    return False


def likened(name: Name, other: Name) -> bool:
    """Whether both are names of their own or both dictionary words: "the Chief Secretary" may be Lorna Abiodun."""
    return any(not thesaurus.lemmas(word.lower) for word in name.key) == any(
        not thesaurus.lemmas(word.lower) for word in other.key
    )
