"""Do two assertions speak of the same thing? Their words aligned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.conflicts import _lexicon
from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._reading import Word
from claimcheck.extract.verbs import base_of
from claimcheck.parse import thesaurus
from claimcheck.parse.words import same_meaning

_WEIGHT = {"name": 1.5, "noun": 1.0, "verb": 0.7, "part": 0.6, "ing": 0.6, "adj": 0.5, "adv": 0.2}
_ALIKE = 0.7
_LEAST_SHARED_PREFIX = 5  # letters: Lorvia, Lorvian, Lorvians


@dataclass(frozen=True, slots=True)
class Topic:
    """Two assertions word by word: what they share, and what only one of them says."""

    left: Assertion
    right: Assertion
    shared: tuple[tuple[Word, Word], ...]
    left_only: tuple[Word, ...]
    right_only: tuple[Word, ...]

    @property
    def coverage(self) -> float:
        """Share of the subject matter of the shorter assertion that the other one has as well, 0 to 1."""
        common = self.weight
        ours, theirs = common + _weight(self.left_only), common + _weight(self.right_only)
        return common / max(min(ours, theirs), 0.1)

    @property
    def weight(self) -> float:
        return sum((_weigh(a) + _weigh(b)) / 2 for a, b in self.shared)

    @property
    def mutual(self) -> float:
        """Share of the things (nouns and names) of the *longer* assertion that both have, 0 to 1."""
        common = sum(1.5 if a.tag == "name" else 1.0 for a, b in self.shared if _is_thing(a) or _is_thing(b))
        ours, theirs = (common + _things(words) for words in (self.left_only, self.right_only))
        return common / max(ours, theirs, 0.1)

    @property
    def things(self) -> int:
        """How many things both speak of; a name of several words is one."""
        named = [(a, b) for a, b in self.shared if _is_thing(a) or _is_thing(b)]
        ends = {a.end for a, _ in named if a.tag == "name"}
        return sum(not (a.tag == "name" and a.start - 1 in ends) for a, _ in named)

    @property
    def alike(self) -> bool:
        """True when each side has nearly all the things of the other: one matter, in whatever words for its verbs."""
        return (self.mutual >= _ALIKE and self.things >= 2) or (self.mutual >= _ALIKE - 0.1 and self.things >= 3)

    @property
    def words(self) -> tuple[str, ...]:
        """What both speak of, for a person to read: names in common, then the other words as the left side has them."""
        theirs = {entity.name for entity in self.right.facts.entities}
        names = [entity.name for entity in self.left.facts.entities if entity.name in theirs]
        inside = {part.lower() for name in names for part in name.split()}
        ordered = sorted(self.shared, key=lambda pair: (-_weigh(pair[0]), pair[0].start))
        rest = [left.text for left, _ in ordered if not any(same_name(left.lower, part) for part in inside)]
        return tuple(dict.fromkeys((*names, *rest)))

    def aligned_left(self, word: Word) -> Word | None:
        return next((b for a, b in self.shared if a.start == word.start), None)

    def aligned_right(self, word: Word) -> Word | None:
        return next((a for a, b in self.shared if b.start == word.start), None)

    def swapped(self) -> Topic:
        return Topic(self.right, self.left, tuple((b, a) for a, b in self.shared), self.right_only, self.left_only)


def _is_thing(word: Word) -> bool:
    return word.tag in {"noun", "name"}


def _things(words: Iterable[Word]) -> float:
    return sum(1.5 if word.tag == "name" else 1.0 for word in words if _is_thing(word))


def _weigh(word: Word) -> float:
    weight = _WEIGHT.get(word.tag, 0.5)
    if word.tag in {"noun", "adj"} and thesaurus.frequency(word.lower) >= 8:
        weight *= 0.6
    return weight


def _weight(words: Iterable[Word]) -> float:
    return sum(map(_weigh, words))


def align(left: Assertion, right: Assertion) -> Topic:
    """The words of ``left`` that ``right`` has too, in the same or another form, or in a word of the same meaning."""
    ours, theirs = list(left.terms.content), list(right.terms.content)
    by_stem: dict[str, list[Word]] = {}
    for word in theirs:
        by_stem.setdefault(word.stem, []).append(word)
    shared: list[tuple[Word, Word]] = []
    used: set[int] = set()
    rest: list[Word] = []
    for word in ours:
        match = next((other for other in by_stem.get(word.stem, ()) if other.start not in used), None)
        if match is None and word.stem in by_stem:
            match = by_stem[word.stem][0]
        if match is None:
            rest.append(word)
        else:
            used.add(match.start)
            shared.append((word, match))
    left_only: list[Word] = []
    for word in rest:
        match = next((other for other in theirs if other.start not in used and akin(word, other)), None)
        if match is None:
            left_only.append(word)
        else:
            used.add(match.start)
            shared.append((word, match))
    # Words of the other side's "X found that" are known to it; they are no subject matter, and nothing that it lacks.
    known_left, known_right = {other.stem for _, other in shared} | _framed(left), _framed(right)
    known_left, known_right = known_left | _framed(right), known_right | _framed(left)
    right_only = [word for word in theirs if word.start not in used and word.stem not in known_left]
    left_only = [word for word in left_only if word.stem not in known_right]
    return Topic(left, right, tuple(shared), tuple(left_only), tuple(right_only))


def _framed(assertion: Assertion) -> frozenset[str]:
    attribution = assertion.terms.attribution
    return (attribution.speaker if attribution else None) or frozenset()


def akin(a: Word, b: Word) -> bool:
    """True when the two words may name the same thing or deed."""
    if (a.tag == "name") != (b.tag == "name") and a.stem != b.stem:
        # A name beside an ordinary word: only "Lorvian" beside "lorvian's" spellings, never a synonym.
        return same_name(a.lower, b.lower)
    if a.tag == "name":
        return same_name(a.lower, b.lower)
    return akin_words(a.lower, a.stem, b.lower, b.stem)


@lru_cache(maxsize=1 << 16)
def same_name(a: str, b: str) -> bool:
    """True for one name in two forms: "Lorvia" and "Lorvian"."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return (
        len(short) >= _LEAST_SHARED_PREFIX
        and long.startswith(short[: max(_LEAST_SHARED_PREFIX, len(short) - 1)])
        and len(long) - len(short) <= 2
    )


def _doer(verb: str, noun: str) -> bool:
    """True for "lent" and "lender"."""
    base = base_of(verb) if noun.endswith(("er", "or", "ers", "ors")) else None
    return base is not None and noun.rstrip("s")[:-2].startswith(base.rstrip("e")) and len(noun) - len(base) <= 3


@lru_cache(maxsize=1 << 16)
def akin_words(a: str, a_stem: str, b: str, b_stem: str) -> bool:
    if a_stem == b_stem:
        return True
    families = _lexicon.families()
    if families.get(a_stem, frozenset()) & families.get(b_stem, frozenset()):
        return True
    if same_meaning(a_stem, b_stem) or same_meaning(a, b) or _doer(a, b) or _doer(b, a):
        return True
    return max(thesaurus.bears_out(a, b), thesaurus.bears_out(b, a)) >= 0.8
