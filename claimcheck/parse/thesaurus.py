"""What words mean, as far as a dictionary knows: same word, same meaning, a kind of, the opposite.

Distilled from WordNet 3.0 (its licence stands at the head of ``thesaurus.txt.gz``). No judgement rests on it alone: it
finds the sentence that says the same in other words ("a milk depot" for "a dairy depot"), and the facts decide.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

PartOfSpeech = Literal["n", "v", "a", "r"]
"""Noun, verb, adjective, adverb."""

# How far a page word bears out a claim word, by relation. A page that says "octopus" bears out "animal" (a kind of);
# one that says "animal" bears out "octopus" only in part. Chosen by hand; only the order matters to the verdicts.
SAME, DERIVED, SYNONYM, NARROWER, BROADER, SIBLING = 1.0, 0.95, 0.85, 0.75, 0.5, 0.35

_STEPS_UP = 4  # "octopus" is three kept steps under "animal"; from five on everything is a "thing"
_SUFFIXES: tuple[tuple[PartOfSpeech, str, str], ...] = (
    ("n", "ies", "y"), ("n", "ses", "s"), ("n", "xes", "x"), ("n", "zes", "z"), ("n", "ches", "ch"),
    ("n", "shes", "sh"), ("n", "men", "man"), ("n", "s", ""),
    ("v", "ies", "y"), ("v", "es", "e"), ("v", "es", ""), ("v", "s", ""), ("v", "ied", "y"), ("v", "ed", "e"),
    ("v", "ed", ""), ("v", "ing", "e"), ("v", "ing", ""),
    ("a", "ier", "y"), ("a", "iest", "y"), ("a", "er", ""), ("a", "est", ""), ("a", "er", "e"), ("a", "est", "e"),
)  # fmt: skip
_BY_LAST_LETTER = {
    letter: tuple(entry for entry in _SUFFIXES if entry[1].endswith(letter))
    for letter in {suffix[-1] for _, suffix, _ in _SUFFIXES}
}
# British spellings of the pages against American ones of the claims: folded to one.
_SPELLING = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("tre", "ter"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One dictionary word. ``senses`` are sense numbers by part of speech, the most frequent first.

    ``tagged`` is the binary logarithm of how often the part of speech was met in WordNet's concordance, 0 to 9.
    ``frequency`` is half the binary logarithm of how often the word was met in running text, 0 to 9.
    """

    frequency: int
    senses: Mapping[PartOfSpeech, tuple[int, ...]]
    tagged: Mapping[PartOfSpeech, int]
    derived: frozenset[str]
    opposites: frozenset[str]


@cache
def _book() -> tuple[str, str, str]:
    """The words, what stands above their senses, and the irregular forms, as written: reading all of it takes long."""
    text = gzip.decompress(files("claimcheck.parse").joinpath("thesaurus.txt.gz").read_bytes()).decode("ascii")
    words, _, rest = text.partition("%words\n")[2].partition("%above\n")
    above, _, irregular = rest.partition("%irregular\n")
    return words, above, irregular


@cache
def _words() -> dict[str, str]:
    return {line[: line.index("\t")]: line for line in _book()[0].splitlines()}


@cache
def _above() -> dict[int, str]:
    lines = (line.partition("\t") for line in _book()[1].splitlines())
    return {int(number): parents for number, _, parents in lines}


@cache
def _irregular() -> dict[str, list[tuple[PartOfSpeech, str]]]:
    forms: dict[str, list[tuple[PartOfSpeech, str]]] = {}
    for line in _book()[2].splitlines():
        form, part, base = line.split("\t")
        forms.setdefault(form, []).append((part, base))  # type: ignore[arg-type]  # one of the four, by its making
    return forms


@lru_cache(maxsize=8192)
def entry(lemma: str) -> Entry | None:
    """The dictionary entry of a base form, lower case ("come_down" for a phrasal verb)."""
    line = _words().get(lemma)
    if line is None:
        return None
    _, frequency, *fields = line.split("\t")
    senses: dict[PartOfSpeech, tuple[int, ...]] = {}
    tagged: dict[PartOfSpeech, int] = {}
    derived: frozenset[str] = frozenset()
    opposites: frozenset[str] = frozenset()
    for field in fields:
        match field[0]:
            case "+":
                derived = frozenset(field[1:].split(","))
            case "!":
                opposites = frozenset(field[1:].split(","))
            case "n" | "v" | "a" | "r" as part:
                tagged[part] = int(field[1])
                senses[part] = tuple(map(int, field[3:].split(",")))
    return Entry(int(frequency), senses, tagged, derived, opposites)


@lru_cache(maxsize=16384)
def lemmas(word: str) -> tuple[tuple[PartOfSpeech, str], ...]:
    """The base forms that a lower-case word may be an inflection of: "fell" is ``v fall``, ``v fell``, ``n fell``."""
    return tuple(dict.fromkeys(_lemmas(word)))


def _lemmas(word: str) -> Iterator[tuple[PartOfSpeech, str]]:
    words, irregular = _words(), _irregular()
    for spelling in _spellings(word):
        for part, base in irregular.get(spelling, ()):
            if base in words:
                yield part, base
        found = entry(spelling) if spelling in words else None
        if found is not None:
            yield from ((part, spelling) for part in found.senses)
        for part, suffix, ending in _BY_LAST_LETTER.get(spelling[-1:], ()):
            if spelling.endswith(suffix) and len(spelling) > len(suffix) + 1:
                base = spelling[: len(spelling) - len(suffix)] + ending
                if _is(base, part):
                    yield part, base
        if spelling.endswith(("ed", "ing")) and len(spelling) > 5:  # stopped, running
            base = spelling.removesuffix("ed").removesuffix("ing")
            if base[-1] == base[-2:-1] and _is(base[:-1], "v"):
                yield "v", base[:-1]


def _is(lemma: str, part: PartOfSpeech) -> bool:
    found = entry(lemma) if lemma in _words() else None  # most guesses are none: they need no place in the cache
    return found is not None and part in found.senses


def _spellings(word: str) -> Iterator[str]:
    yield word
    if len(word) > 5:
        for british, american in _SPELLING:
            if british in word:
                yield word.replace(british, american)


@lru_cache(maxsize=8192)
def kinds(word: str) -> Mapping[int, int]:
    """Every sense that ``word`` may have or be a kind of, with the number of steps up to it (0: its own sense)."""
    steps: dict[int, int] = {}
    above = _above()
    for part, lemma in lemmas(word):
        found = entry(lemma)
        front = list(found.senses[part]) if found else []
        for distance in range(_STEPS_UP + 1 if part == "n" else 2):
            front = [sense for sense in dict.fromkeys(front) if steps.get(sense, 99) > distance]
            steps.update(dict.fromkeys(front, distance))
            front = [int(parent) for sense in front for parent in above.get(sense, "").split(",") if parent]
    return steps


@lru_cache(maxsize=65536)
def bears_out(claim_word: str, page_word: str) -> float:
    """How far ``page_word`` bears out ``claim_word`` (both lower case), 0 to 1."""
    if claim_word == page_word:
        return SAME
    ours, theirs = {base for _, base in lemmas(claim_word)}, {base for _, base in lemmas(page_word)}
    if ours & theirs:
        return SAME
    if any(_derived(base) & theirs for base in ours) or any(_derived(base) & ours for base in theirs):
        return DERIVED
    best = _related(claim_word, page_word)
    if best < SYNONYM:  # "injuries" against "hurt": by way of "injure"
        bridges = [(derived, page_word) for base in ours for derived in _derived(base)]
        bridges += [(claim_word, derived) for base in theirs for derived in _derived(base)]
        best = max([best, *(credit - 0.15 for pair in bridges if (credit := _related(*pair)) >= NARROWER)])
    return best


@lru_cache(maxsize=65536)
def _related(claim_word: str, page_word: str) -> float:
    claim, page = kinds(claim_word), kinds(page_word)
    best = 0.0
    for sense in claim.keys() & page.keys():
        up, down = claim[sense], page[sense]
        if up == 0 and down == 0:
            return SYNONYM
        if up == 0:
            best = max(best, NARROWER - 0.05 * (down - 1))
        elif down == 0:
            best = max(best, BROADER - 0.15 * (up - 1))
    return best


def _derived(lemma: str) -> frozenset[str]:
    found = entry(lemma)
    return found.derived if found else frozenset()


def relatives(lemma: str) -> frozenset[str]:
    """Base forms that a base form is derived from or that are derived from it: "injure" for "injury"."""
    return _derived(lemma)


@lru_cache(maxsize=16384)
def opposed(word: str, other: str) -> bool:
    """True when a dictionary calls the two opposites: "rise" and "fall", "won" and "lost"."""
    ours, theirs = {base for _, base in lemmas(word)}, {base for _, base in lemmas(other)}
    if ours & theirs:
        return False
    return any(_opposites(base) & theirs for base in ours) or any(_opposites(base) & ours for base in theirs)


def _opposites(lemma: str) -> frozenset[str]:
    found = entry(lemma)
    return found.opposites if found else frozenset()


@lru_cache(maxsize=8192)
def frequency(word: str) -> int:
    """How common a word is in running text, 0 (rare or unknown) to 9."""
    return max((found.frequency for _, base in lemmas(word) if (found := entry(base))), default=0)


@lru_cache(maxsize=8192)
def parts_of_speech(word: str) -> Mapping[PartOfSpeech, int]:
    """What a word may be, with the logarithm of how often it is that; empty for an unknown word."""
    best: dict[PartOfSpeech, int] = {}
    for part, base in lemmas(word):
        found = entry(base)
        if found is not None:
            best[part] = max(best.get(part, 0), found.tagged[part] + 1)
    return best
