"""One sentence as the judges read it: words with their weight, clauses, what is negated and how it is asserted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.judges._assertion import assert_, is_causal
from claimcheck.judges._clauses import is_negator, negate, segment
from claimcheck.judges._tagging import tag
from claimcheck.judges._words import Mode, Part, Word
from claimcheck.parse import words

__all__ = ["Mode", "Part", "Reading", "Word", "negators", "read", "targets"]

_QUOTED = re.compile(r'"[^"]{1,2000}"')


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its words. ``speakers`` are the name or noun words that stand beside a reporting verb."""

    text: str
    words: tuple[Word, ...]
    question: bool
    causal: bool
    attributed: bool
    """True when a reporting verb or "according to" makes part of it somebody's words or view."""
    speakers: frozenset[str]
    quoted: tuple[tuple[int, int], ...]

    @property
    def content(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.content)


@lru_cache(maxsize=8192)
def read(text: str) -> Reading:
    """Read one sentence (or heading, or table row)."""
    folded = words.plain(text)
    quoted = tuple(match.span() for match in _QUOTED.finditer(folded))
    found = tag(folded, quoted)
    found = segment(folded, found)
    question = folded.rstrip("\"' )").endswith("?")
    found = negate(found)
    found, attributed, speakers = assert_(found, folded, question)
    causal = any(is_causal(found, index) for index in range(len(found)))
    return Reading(text, tuple(found), question, causal, attributed, speakers, quoted)


def negators(reading: Reading) -> dict[int, int]:
    """How many negations each clause has."""
    found: dict[int, int] = {}
    for index, word in enumerate(reading.words):
        if is_negator(reading.words, index):
            found[word.clause] = found.get(word.clause, 0) + 1
    return found


def targets(reading: Reading) -> frozenset[Word]:
    """The words that a negation denies directly: the first verb, adjective or noun that says something after it.

    "did not ask" denies "ask", "no difference" denies "difference", "not possible to be certain" both adjectives.
    """
    found: set[Word] = set()
    for index in range(len(reading.words)):
        if not is_negator(reading.words, index):
            continue
        for word in reading.words[index + 1 : index + 8]:
            if word.clause != reading.words[index].clause:
                break
            if not word.content or word.part == "adverb":
                continue
            found.add(word)
            if word.lower not in _ENABLING:
                break
    return frozenset(found)


_ENABLING = frozenset(
    "possible able likely sure allowed necessary clear known have make take get want need try".split()
)
"""Words that only carry on to what is denied: "not able to visit", "will not have a vote"."""
