"""A claim cut into parts that can be judged one by one, at joints where nothing can go wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._reading import Reading, Word, read
from claimcheck.model import Facts
from claimcheck.parse import words

JOINTS = frozenset({"and", "but", "while", "whereas"})
_CITED = re.compile(
    r"\s*\((?=[^\W\d])[^()]{2,300}?,\s(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|in press)(?:,\s?pp?\.\s?[\d–-]{1,12})?\)"
    r"|\s*\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20}\]"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One assertion of a claim. ``lent`` are the subject words of the part before it, when it has none of its own."""

    text: str
    reading: Reading
    facts: Facts
    lent: tuple[Word, ...] = ()

    @property
    def content(self) -> tuple[Word, ...]:
        return self.reading.content


def uncited(text: str) -> str:
    """``text`` without in-text citations: "(Roe, 2021)" and "[3]" say nothing that a source could bear out."""
    return _CITED.sub("", text)


def split(text: str) -> tuple[Part, ...]:
    """The parts of a claim, in order; a claim without a safe joint is one part."""
    whole = read(text)
    cuts = [0, *_joints(text, whole), len(text)]
    pieces = [text[start:end].strip(" ,;") for start, end in pairwise(cuts)]
    pieces = [_without_joint(piece) if number else piece for number, piece in enumerate(pieces)]
    parts: list[Part] = []
    for piece in pieces:
        if not piece:
            continue
        reading = read(piece)
        lent: tuple[Word, ...] = ()
        if parts and not _has_subject(reading):
            lent = _subject(parts[0].reading)
        parts.append(Part(piece, reading, facts_of(piece), lent))
    return tuple(parts)


def facts_of(text: str) -> Facts:
    from claimcheck.judges._facts import facts

    return facts(text)


def _without_joint(piece: str) -> str:
    first, _, rest = piece.partition(" ")
    return rest.lstrip(", ") if first.lower().rstrip(",") in JOINTS else piece


def _joints(text: str, whole: Reading) -> Iterator[int]:
    last = 0
    for index, word in enumerate(whole.words):
        if word.quoted or index == 0:
            continue
        between = text[whole.words[index - 1].end : word.start]
        if ";" in between or (word.text[:1].isupper() and re.search(r"[.!?][\"')\]]*\s", between)):
            joint = not whole.words[index - 1].minor and len(whole.words[index - 1].text) > 2
        elif word.lower in JOINTS:
            joint = ("," in between or word.lower in {"and", "but"}) and _asserts(whole, index + 1)
        else:
            joint = False
        if joint and _weighs(whole, last, index) and _weighs(whole, index, len(whole.words)):
            last = index
            yield word.start


def _weighs(whole: Reading, start: int, end: int) -> bool:
    """Whether the words between two joints say enough to be judged alone: a verb, and something besides it."""
    stretch = whole.words[start:end]
    verb = any(_finite(word) for word in stretch)
    return (
        verb
        and sum(word.weight for word in stretch if word.part != "verb") + sum(word.part == "number" for word in stretch)
        >= 0.5
    )


def _finite(word: Word) -> bool:
    return (word.part == "verb" and not word.lower.endswith("ing")) or word.auxiliary


def _asserts(whole: Reading, index: int) -> bool:
    """Whether what follows the joint at ``index`` is a clause with its own finite verb, not a further noun."""
    following = whole.words[index:]
    if not following or following[0].lower in {"that", "whether", "to"} or following[0].lower in lexicon.SUBORDINATORS:
        return False
    previous_modal = any(
        word.lower in lexicon.MODALS or word.lower == "to" for word in whole.words[max(0, index - 6) : index]
    )
    for position, word in enumerate(following[:10]):
        if word.lower in lexicon.SUBORDINATORS:
            return False
        if word.auxiliary:
            return True
        if word.part == "verb" and not word.lower.endswith("ing"):
            # "cut or stopped", "hosed down, painted and reopened": verbs of one subject and tense stay together
            # unless the second has words of its own to judge.
            rest = [other for other in following[position + 1 :] if other.content or other.part == "number"]
            return (position > 0 or len(rest) >= 2) and not (position == 0 and previous_modal)
        if word.lower in lexicon.PREPOSITIONS and position == 0:
            return False
    return False


def _has_subject(reading: Reading) -> bool:
    for word in reading.words:
        if _finite(word):
            return False
        if word.part in {"noun", "name", "number"} or word.lower in lexicon.PRONOUNS:
            return True
    return True


def _subject(reading: Reading) -> tuple[Word, ...]:
    found = []
    for word in reading.words:
        if _finite(word):
            break
        if word.content:
            found.append(replace(word, clause=-1))
    return tuple(found[:4])


def stems(reading: Reading) -> frozenset[str]:
    """Stems of the content words."""
    return frozenset(words.stem(word.lower) for word in reading.content)
