"""How long finding conflicts takes in an archive, and whether it finds what was planted there.

``python -m tests.benchmarks.conflicts [SIZE ...]`` (default 10,000 and 100,000). Claims are figures between two names,
with names and counted nouns drawn from Zipf's law, as in an archive of news: a few names are in every tenth claim. One
claim in two hundred has a counterpart with another number. Printed for each size: seconds of processor time, planted
conflicts found, megabytes at the peak, and the ratio of the cost of a claim to that of the size before.
On a sample every pair is held against every other, and what only that finds is counted.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from claimcheck import conflicts
from claimcheck.model import Claim, Conflict, Date, DocumentInfo, Entity, Extraction, Facts, Quantity, Span

_STARTS = "bal dor fen gim hux jor kep lum mox nid pol rav sil tam wex yar zul cro dra fro gla pri sto tre vla".split()
_ENDS = "ania burg dale ford grad ham ia land mar nesk ova polis stan ton vik wick".split()
_NOUNS = """soldiers trucks workers houses ships patients schools trees miners tanks nurses pupils bridges tonnes
    prisoners farmers visitors books engines rifles doctors sailors horses wells mills barrels machines letters boats
    tents shops clinics""".split()
_VERBS = ("sent", "delivered", "sold", "lent", "moved")
PLANTED = 200
"""One claim in so many has a counterpart that clashes with it."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Claims of many texts, and the ids of the pairs that clash by construction."""

    extraction: Extraction
    planted: frozenset[frozenset[str]]


def archive(size: int, seed: int = 1) -> Archive:
    """``size`` claims, those that were planted among them, in an order that says nothing."""
    chance = random.Random(seed)
    names = [f"{a.capitalize()}{b}{c}" for c in _ENDS for a in _STARTS for b in _STARTS]
    chance.shuffle(names)
    ranked = list(accumulate(1 / rank for rank in range(1, len(names) + 1)))
    nouns = list(accumulate(1 / rank for rank in range(1, len(_NOUNS) + 1)))
    rows: list[tuple[str, str, int, str, str, int, int]] = []
    planted: set[frozenset[str]] = set()
    taken: set[tuple[str, str, str, int]] = set()
    while len(rows) < size:
        left, right = chance.choices(names, cum_weights=ranked, k=2)
        (noun,) = chance.choices(_NOUNS, cum_weights=nouns)
        year, number = chance.randrange(1900, 2025), chance.randrange(100, 90_000)
        if left == right or (left, right, noun, year) in taken:
            continue  # two figures of one pair, noun and year clash: only those that are planted may
        taken.add((left, right, noun, year))
        at = len(rows)
        rows.append((left, right, number, noun, chance.choice(_VERBS), year, at))
        if at % PLANTED == 0 and len(rows) < size:
            rows.append((left, right, number * 7 + 13, noun, rows[-1][4], year, at + 1))
            planted.add(frozenset({f"c-{at:08x}", f"c-{at + 1:08x}"}))
    chance.shuffle(rows)
    claims = tuple(_claim(*row, place) for place, row in enumerate(rows))
    return Archive(
        Extraction(DocumentInfo("archive.txt", None, "", "text/plain", "en", 1), claims, (), ()), frozenset(planted)
    )


def _claim(left: str, right: str, number: int, noun: str, verb: str, year: int, key: int, place: int) -> Claim:
    figure = f"{number:,}"
    text = f"In {year} {left} {verb} {figure} {noun} to {right}."
    if key % 3 == 0:
        text = f"{left} {verb} {figure} {noun} to {right} in {year}."
    elif key % 3 == 1:
        text = f"{figure} {noun} were {verb} to {right} by {left} in {year}."
    start = text.index(figure)
    facts = Facts(
        quantities=(Quantity(number, number, None, noun, "exact", figure, Span(start, start + len(figure))),),
        dates=(Date(str(year), str(year), Span(text.index(str(year)), text.index(str(year)) + 4)),),
        entities=tuple(
            Entity(name, name, Span(text.index(name), text.index(name) + len(name))) for name in (left, right)
        ),
    )
    span = Span(place * 120, place * 120 + len(text))
    return Claim(f"c-{key:08x}", text, span, place + 1, "archive.txt", text, facts=facts)


def found_of(planted: frozenset[frozenset[str]], clusters: Sequence[Conflict]) -> int:
    """How many planted pairs stand in one cluster."""
    sides = [{side.claim for side in cluster.sides} for cluster in clusters if cluster.label == "conflict"]
    home: dict[str | None, list[int]] = {}
    for number, cluster in enumerate(sides):
        for claim in cluster:
            home.setdefault(claim, []).append(number)
    return sum(any(pair <= sides[number] for claim in pair for number in home.get(claim, ())) for pair in planted)


def missed(extraction: Extraction, clusters: Sequence[Conflict], size: int = 150) -> tuple[int, int]:
    """Conflicts found by holding every two claims of a sample against each other, and how many of them were missed.

    The sample is of one name, the most frequent, where claims have most in common.
    """
    counts = Counter(entity.name for claim in extraction.claims for entity in claim.facts.entities)
    ((name, _),) = counts.most_common(1)
    sample = [claim for claim in extraction.claims if any(entity.name == name for entity in claim.facts.entities)][
        :size
    ]
    every = set()
    for a, b in combinations(sample, 2):
        pair = Extraction(extraction.document, (a, b), (), ())
        every |= {
            frozenset(side.claim for side in one.sides) for one in conflicts.find([pair]) if one.label == "conflict"
        }
    known = [{side.claim for side in cluster.sides} for cluster in clusters]
    return len(every), sum(not any(pair <= cluster for cluster in known) for pair in every)


def lines(sizes: Sequence[int]) -> Iterator[str]:
    conflicts.find([archive(100).extraction])  # word lists are read once
    before: float | None = None
    for size in sizes:
        made = archive(size)
        began = time.process_time()
        compared = conflicts.compare([made.extraction])
        seconds = time.process_time() - began
        found = found_of(made.planted, compared.conflicts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = f"  a claim costs {seconds / size / before:.2f} of the size before" if before else ""
        others = sum(one.label == "conflict" for one in compared.conflicts) - found
        yield (
            f"{size:>9,} claims  {seconds:7.2f} s  planted found {found} of {len(made.planted)}  others {others}"
            f"  peak {peak:,.0f} MB{ratio}"
        )
        before = seconds / size
        if size == sizes[0]:
            pairs, lost = missed(made.extraction, compared.conflicts)
            yield f"          all pairs of 150 claims of one name: {pairs} conflicts, {lost} of them missed"


if __name__ == "__main__":
    for line in lines([int(size.replace(",", "")) for size in sys.argv[1:]] or [10_000, 100_000]):
        print(line, flush=True)
