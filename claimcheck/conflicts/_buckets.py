"""Which assertions are worth holding against each other: near linear in their number, never all pairs.

Every assertion posts itself under the pairs of its rarest words, and for each number under its counted noun with every
two names that it mentions. Two assertions meet where they share such a key. In an archive most of those that share
one still speak of other names or other years; they are told apart before they are read. A key that too many share is
split by one further word, and a note says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from sys import intern

from claimcheck.conflicts._assertion import Assertion
from claimcheck.parse.words import STOP_WORDS, fold, stem

LARGEST = 2_000  # assertions under one key
FEW = 500  # assertions up to which every pair of a bucket is held against each other
_ANCHORS = 7  # rarest words of an assertion that make its keys: 21 pairs
_RARE = 40  # assertions, or one in 200: a word that more of them share makes no key with another such word
_NAMES = 6  # of an assertion that make keys with a counted noun: 15 pairs
_SMALL = 60  # assertions up to which all pairs of a bucket are compared
_NEIGHBOURS = 24  # places that one place is compared with inside a larger bucket
_GROUPS = 16  # of other names or years in a bucket, up to which each is held against each
_SLOTS = 1 << 24  # counters of keys: most keys of an archive stand under one assertion only, and are not kept

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs as indexes into the assertions, in order, and notes on keys that had to be split."""

    pairs: tuple[tuple[int, int], ...]
    notes: tuple[str, ...]


def candidates(assertions: Sequence[Assertion], ranked: Callable[[Assertion], bool]) -> Pairs:
    """Pairs that share two rare words, or a counted noun between the same two names.

    ``ranked`` tells the places that may clash although each names somebody else: superlatives and quotations.
    """
    words = [_telling(assertion.prose) for assertion in assertions]
    counts = Counter(word for group in words for word in group)
    anchors = _anchors(words, counts)
    del words
    common = frozenset(word for word, count in counts.items() if count > max(_RARE, len(assertions) // 200))
    found: set[int] = set()
    notes: set[str] = set()
    meets = _all_pairs if len(assertions) <= FEW else _pairs_of_an_archive(assertions, ranked)
    width = len(assertions)
    for key, members in _keyed(assertions, anchors, common).items():
        for bucket in _split(key, members, anchors, notes):
            found.update(left * width + right for left, right in meets(bucket))
    return Pairs(tuple(divmod(pair, width) for pair in sorted(found)), tuple(sorted(notes)))


# --- Keys
# -----------------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _telling(prose: str) -> tuple[str, ...]:
    return tuple({key for word in _WORD.findall(prose) for key in _keys(word)})


@lru_cache(maxsize=1 << 18)
def _keys(word: str) -> tuple[str, ...]:
    """The stem of a word, and what its other forms share: heavier and heaviest, Lorvia and Lorvians."""
    lower = fold(word).removesuffix("'s")
    if lower in STOP_WORDS or len(lower) < 3:
        return ()
    found = [intern(stem(lower))]
    if len(lower) > 5 and lower.endswith(("er", "est")):
        found.append(intern("~" + lower[:4]))
    if word[0].isupper() and len(lower) > 4:
        found.append(intern("^" + lower[:5]))
    return tuple(found)


def _anchors(words: Sequence[Key], counts: Counter[str]) -> list[Key]:
    """The rarest words of each assertion that at least one other shares, rarest first."""
    return [
        tuple(sorted((word for word in group if counts[word] > 1), key=lambda word: (counts[word], word))[:_ANCHORS])
        for group in words
    ]


def _keyed(assertions: Sequence[Assertion], anchors: Sequence[Key], common: frozenset[str]) -> dict[Key, list[int]]:
    """The keys that two assertions share, with the assertions under each."""
    archive = len(assertions) > FEW
    seen = bytearray(_SLOTS)
    for index, assertion in enumerate(assertions):
        for key in _keys_of(assertion, anchors[index], common, archive):
            slot = hash(key) % _SLOTS
            if seen[slot] < 2:
                seen[slot] += 1
    keyed: dict[Key, list[int]] = {}
    for index, assertion in enumerate(assertions):
        for key in _keys_of(assertion, anchors[index], common, archive):
            if seen[hash(key) % _SLOTS] > 1:
                keyed.setdefault(key, []).append(index)
    return {key: members for key, members in keyed.items() if len(members) > 1}


def _keys_of(assertion: Assertion, anchors: Key, common: frozenset[str], archive: bool) -> Iterator[Key]:
    for pair in combinations(sorted(anchors), 2):
        one, other = pair
        if one in common and other in common:
            continue  # "soldiers" and "sent" make no topic in an archive of war reports
        if not archive:  # a text may share one name and call the deed otherwise
            yield pair
            continue
        if (one[0] == "^" and other.startswith(one[1:])) or (other[0] == "~" and one.startswith(other[1:])):
            continue  # two keys of one word
        yield pair
    yield from _counting(assertion)


def _counting(assertion: Assertion) -> Iterator[Key]:
    """What is counted (or the unit) with every two names: ("#troop", "north korea", "russia")."""
    quantities = assertion.facts.quantities
    if not quantities:
        return
    names = sorted({entity.name.lower() for entity in assertion.facts.entities})[:_NAMES]
    nouns = sorted({quantity.unit or _counted(quantity.counted or "") for quantity in quantities})
    for noun in nouns:
        for one, other in combinations(names, 2):
            yield noun, one, other


@lru_cache(maxsize=1 << 14)
def _counted(noun: str) -> str:
    return intern("#" + (stem(noun.split()[-1]) if noun else ""))


# --- Pairs
# ----------------------------------------------------------------------------------------------------------------


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


def _all_pairs(members: list[int]) -> Iterator[tuple[int, int]]:
    return combinations(members, 2)


def _pairs_of_an_archive(
    assertions: Sequence[Assertion], ranked: Callable[[Assertion], bool]
) -> Callable[[list[int]], Iterator[tuple[int, int]]]:
    """Pairs of a bucket of which one names nobody whom the other does not, in no other years."""
    groups_of = [(assertion.name_stubs, assertion.figured_years) for assertion in assertions]
    lists = [index for index, assertion in enumerate(assertions) if ranked(assertion)]
    ranks = frozenset(lists)

    def pairs(members: list[int]) -> Iterator[tuple[int, int]]:
        groups: dict[tuple[frozenset[str], frozenset[str]], list[int]] = {}
        for index in members:
            groups.setdefault(groups_of[index], []).append(index)
        for group in groups.values():
            yield from _near(group, assertions)
        if len(groups) <= _GROUPS:
            for one, other in combinations(groups, 2):
                if _may_meet(one, other):
                    yield from _across(groups[one], groups[other])
        else:
            yield from _by_years(groups)
        yield from _near([index for index in members if index in ranks], assertions)

    return pairs


def _may_meet(one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]) -> bool:
    (ours, our_years), (theirs, their_years) = one, other
    if our_years and their_years and not our_years & their_years:
        return False
    return ours <= theirs or theirs <= ours


def _by_years(groups: dict[tuple[frozenset[str], frozenset[str]], list[int]]) -> Iterator[tuple[int, int]]:
    """Across many groups: those without a year, and those of the same names, with the groups of some year."""
    named: dict[frozenset[str], list[tuple[frozenset[str], list[int]]]] = {}
    for (stubs, years), members in groups.items():
        named.setdefault(stubs, []).append((years, members))
    for rows in named.values():
        undated = [members for years, members in rows if not years]
        for members, (years, others) in product(undated, rows[:_SMALL]):
            if years:
                yield from _across(members, others)


def _across(ours: list[int], theirs: list[int]) -> Iterator[tuple[int, int]]:
    for one in ours[:_NEIGHBOURS]:
        for other in theirs[:_NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def _near(members: list[int], assertions: Sequence[Assertion]) -> Iterator[tuple[int, int]]:
    """All pairs of a few; of many, each place with its neighbours by value and with the extremes."""
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
