"""Superlatives: the largest, the second largest, or one of the largest?"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._reading import Reading
from claimcheck.model import Comparison
from claimcheck.parse import thesaurus, words


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """The same superlative needs the same rank: "second largest" does not bear out "largest"."""
    yield from _ordinals(alignment)
    theirs = dict(_superlatives(alignment.reading))
    for stem, rank in _superlatives(alignment.part.reading):
        alike = next((other for other in theirs if words.same_meaning(stem, other) or _near(stem, other)), None)
        if alike is not None:
            theirs[stem] = theirs[alike]
            agrees = theirs[stem] == rank or rank == "one of"  # the largest is one of the largest
            yield Comparison("superlative", f"{rank} {stem}".strip(), f"{theirs[stem]} {stem}".strip(), agrees=agrees)
            continue
        opposite = next((other for other in theirs if words.opposite_meaning(stem, other)), None)
        if opposite is not None and rank == theirs[opposite]:
            yield Comparison("superlative", stem, opposite, agrees=False)
        elif not _compares(alignment):
            yield Comparison("superlative", f"{rank} {stem}".strip(), None, agrees=None)


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())


_SURE = 0.7
"""Share of the claim that the sentence must hold for another ordinal to contradict: a fifth season is no fourth."""
_SPANS = frozenset(["week", "half", "quarter", "day", "month", "year", "century", "decade", "time", "place"])


def _ordinals(alignment: Alignment) -> Iterator[Comparison]:
    """The first or the second woman: an ordinal before a word that the page has with another ordinal, or with none."""
    ours, theirs = alignment.part.reading.words, alignment.reading.words
    for index, word in enumerate(ours[:-1]):
        if word.lower not in _ORDINALS or word.quoted or word.negated:
            continue
        noun = next(
            (other for other in ours[index + 1 : index + 3] if other.part in {"noun", "adjective", "name"}), None
        )
        page = alignment.page_word(noun) if noun is not None else None
        if page is None or ours[index + 1].lower in _SPANS:
            continue
        at = theirs.index(page)
        before = [other.lower for other in theirs[max(0, at - 2) : at] if other.lower in _ORDINALS]
        if noun is None:
            continue
        if before and word.lower not in before and word.lower not in {other.lower for other in theirs}:
            yield Comparison(
                "superlative",
                f"{word.lower} {noun.lower}",
                f"{before[-1]} {page.lower}",
                agrees=False if alignment.copied >= _SURE else None,
            )
        elif not before and word.lower not in {"first", "last"} and word.lower not in {other.lower for other in theirs}:
            yield Comparison("superlative", f"{word.lower} {noun.lower}", None, agrees=None)


def _superlatives(reading: Reading) -> Iterator[tuple[str, str]]:
    for index, word in enumerate(reading.words):
        if word.quoted or word.part in {"name", "calendar", "verb"}:
            continue
        before = [other.lower for other in reading.words[max(0, index - 4) : index]]
        shape = word.lower.endswith("est") and len(word.lower) > 5 and word.part in {"adjective", "adverb", "noun"}
        determined = (
            bool({"the", "its", "their", "his", "her"} & set(before))
            or any(b in lexicon.SUPERLATIVE_SHIFTS for b in before)
            or any(b.endswith("'s") for b in before)
        )
        if not (
            shape
            and determined
            and word.lower
            not in {
                "interest",
                "request",
                "protest",
                "harvest",
                "forest",
                "arrest",
                "honest",
                "modest",
                "conquest",
                "earnest",
                "tempest",
                "midwest",
                "northwest",
                "southwest",
            }
        ):
            continue
        rank = ""
        for other in before:
            if other in lexicon.SUPERLATIVE_SHIFTS and other != "among":
                rank = other
        if before[-3:-1] == ["one", "of"] or before[-4:-2] == ["one", "of"] or "among" in before:
            rank = "one of"
        yield _root(word.lower), rank


def _root(lower: str) -> str:
    """The adjective without "-est"; as the dictionary has it where it does."""
    return next((base for part, base in thesaurus.lemmas(lower) if part == "a" and base != lower), lower[:-3])


def _near(stem: str, other: str) -> bool:
    return thesaurus.bears_out(stem, other) >= thesaurus.NARROWER


def _compares(alignment: Alignment) -> bool:
    """A page that compares in other words ("more than any other", "a record") may mean the superlative."""
    lower = {word.lower for word in alignment.reading.words}
    return bool(lower & {"record", "unprecedented", "never", "any", "ever", "most", "top", "first", "since", "all"})
