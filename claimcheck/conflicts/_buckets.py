"""Which assertions are worth holding against each other: near linear in their number, never all pairs.

Every assertion posts itself under the pairs of its rarest words, and for each number under its counted noun with
every two
names that it mentions. Two assertions meet where they share such a key. A key that too many share is split by one
further word, and a note says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.conflicts._assertion import Assertion
from claimcheck.parse.words import STOP_WORDS, stem, tokens

LARGEST = 2_000  # assertions under one key
_ANCHORS = 7  # rarest words of an assertion that make its keys: 21 pairs
_RARE = 40  # assertions, or one in 200: a word that more of them share makes no key with another such word
_NAMES = 6  # of an assertion that make keys with a counted noun: 15 pairs
_SMALL = 60  # assertions up to which all pairs of a bucket are compared
_NEIGHBOURS = 24  # places that one place is compared with inside a larger bucket

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs as indexes into the assertions, in order, and notes on keys that had to be split."""

    pairs: tuple[tuple[int, int], ...]
    notes: tuple[str, ...]


def candidates(assertions: Sequence[Assertion]) -> Pairs:
    """Pairs that share two rare words, or a counted noun between the same two names."""
    words = [_telling(assertion) for assertion in assertions]
    counts = Counter(word for group in words for word in group)
    anchors = _anchors(words, counts)
    common = frozenset(word for word, count in counts.items() if count > max(_RARE, len(assertions) // 200))
    found: set[tuple[int, int]] = set()
    notes: set[str] = set()
    for key, members in _keyed(assertions, anchors, common).items():
        for bucket in _split(key, members, anchors, notes):
            found.update(_pairs(bucket, assertions))
    return Pairs(tuple(sorted(found)), tuple(sorted(notes)))


def _anchors(words: Sequence[frozenset[str]], counts: Counter[str]) -> list[Key]:
    """The rarest words of each assertion that at least one other shares, rarest first."""
    return [
        tuple(sorted((word for word in group if counts[word] > 1), key=lambda word: (counts[word], word))[:_ANCHORS])
        for group in words
    ]


def _telling(assertion: Assertion) -> frozenset[str]:
    found = set()
    for token in tokens(assertion.prose):
        if token.lower in STOP_WORDS or len(token.lower) < 3:
            continue
        found.add(token.stem)
        if len(token.lower) > 5 and token.lower.endswith(("er", "est")):
            found.add("~" + token.lower[:4])  # heavier and heaviest
        if token.text[0].isupper() and len(token.lower) > 4:
            found.add("^" + token.lower[:5])  # Lorvia and Lorvians
    return frozenset(found)


def _keyed(assertions: Sequence[Assertion], anchors: Sequence[Key], common: frozenset[str]) -> dict[Key, list[int]]:
    keyed: dict[Key, list[int]] = {}
    for index, assertion in enumerate(assertions):
        for pair in combinations(sorted(anchors[index]), 2):
            if pair[0] in common and pair[1] in common:
                continue  # "soldiers" and "sent" make no topic in an archive of war reports
            keyed.setdefault(pair, []).append(index)
        for key in _counting(assertion):
            keyed.setdefault(key, []).append(index)
    return {key: members for key, members in keyed.items() if len(members) > 1}


def _counting(assertion: Assertion) -> Iterator[Key]:
    """What is counted (or the unit) with every two names: ("#troop", "north korea", "russia")."""
    if not assertion.facts.quantities:
        return
    names = sorted({entity.name.lower() for entity in assertion.facts.entities})[:_NAMES]
    counted = {
        "#" + (quantity.unit or (stem(quantity.counted.split()[-1]) if quantity.counted else ""))
        for quantity in assertion.facts.quantities
    }
    for noun in sorted(counted):
        for one, other in combinations(names, 2):
            yield noun, one, other


def _counted(assertions: Sequence[Assertion]) -> dict[tuple[str, ...], list[int]]:
    """Numbers under what they count between two names: "troops" of North Korea and Russia, however common the words."""
    keyed: dict[tuple[str, ...], list[int]] = {}
    for index, assertion in enumerate(assertions):
        names = sorted({entity.name.lower() for entity in assertion.facts.entities})[:_ANCHORS]
        nouns = {stem(found.counted.split()[-1]) for found in assertion.facts.quantities if found.counted}
        for noun in sorted(nouns):
            for pair in combinations(names, 2):
                keyed.setdefault((noun, *pair), []).append(index)
    return {key: members for key, members in keyed.items() if len(members) > 1}


def _split(key: Key, members: list[int], anchors: Sequence[Key], notes: set[str]) -> Iterator[list[int]]:
    """``members`` as they are, or by one further word where they are too many to compare."""
    if len(members) <= LARGEST:
        yield members
        return
    notes.add(f"{len(members):,} places share {' and '.join(key)}: compared only where they share one word more")
    further: dict[str, list[int]] = {}
    for index in members:
        for word in anchors[index]:
            if word not in key:
                further.setdefault(word, []).append(index)
    for bucket in further.values():
        yield bucket[:LARGEST]


def _pairs(members: list[int], assertions: Sequence[Assertion]) -> Iterator[tuple[int, int]]:
    """All pairs of a small bucket; of a large one, each place with its neighbours by value and with the extremes."""
    if len(members) <= _SMALL:
        yield from combinations(members, 2)
        return
    valued = [index for index in members if assertions[index].facts.quantities]
    valued.sort(key=lambda index: (_value(assertions[index]), index))
    for place, index in enumerate(valued):
        for mate in (*valued[place + 1 : place + 1 + _NEIGHBOURS], *valued[-2:], *valued[:2]):
            if mate != index:
                yield (index, mate) if index < mate else (mate, index)


def _value(assertion: Assertion) -> float:
    return next(
        (quantity.stated or quantity.low or quantity.high or 0.0 for quantity in assertion.facts.quantities), 0.0
    )
