"""Pairs of sentences that conflict, may both hold, spell a name two ways, or only look alike.

Each pair is one small text of two paragraphs. Run as ``python -m tests.eval.score_conflicts``. Prints every error of
the open half, and only
totals of the sealed half.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck import conflicts, readers
from claimcheck.extract import extract
from claimcheck.model import Conflict, Extraction

HERE = Path(__file__).parent
_STRENGTH = {"conflict": 3, "tension": 2, "variant": 1, "none": 0}


@dataclass
class Score:
    """Counts over one half, by label and by kind."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(label, what was said) -> pairs."""
    kinds: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(kind, label, what was said) -> pairs."""
    errors: list[str] = field(default_factory=list)

    def precision(self, label: str) -> float:
        said = sum(count for (_, found), count in self.pairs.items() if found == label)
        return self.pairs[label, label] / max(1, said)

    def recall(self, label: str) -> float:
        labelled = sum(count for (known, _), count in self.pairs.items() if known == label)
        return self.pairs[label, label] / max(1, labelled)

    def __str__(self) -> str:
        rows = [
            f"{label} precision {self.precision(label):.3f} recall {self.recall(label):.3f}"
            for label in ("conflict", "tension", "variant")
        ]
        false = sum(count for (known, found), count in self.pairs.items() if known == "none" and found != "none")
        quiet = sum(count for (known, _), count in self.pairs.items() if known == "none")
        return "  ".join(rows) + f"  flags on {quiet} look-alikes: {false}"

    def by_kind(self) -> str:
        """Pairs of each kind whose label was found."""
        found: Counter[tuple[str, str]] = Counter()
        right: Counter[tuple[str, str]] = Counter()
        for (kind, label, said), count in self.kinds.items():
            found[kind, label] += count
            right[kind, label] += count * (said == label)
        return "\n".join(
            f"    {kind:34} {label:9} {right[kind, label]:3} of {count:3}"
            for (kind, label), count in sorted(found.items())
        )


def score(path: Path) -> Score:
    """Score the pairs of ``path``, one JSON object a line."""
    total = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            _pair(json.loads(line), total)
    return total


def _pair(case: dict[str, str], total: Score) -> None:
    found = conflicts.find(_extractions(case))
    strongest = max(found, key=lambda conflict: _STRENGTH[conflict.label], default=None)
    said = strongest.label if strongest else "none"
    total.pairs[case["label"], said] += 1
    total.kinds[case["kind"], case["label"], said] += 1
    if said != case["label"]:
        total.errors.append(
            f"{case['id']} {case['kind']}: {case['label']}, said {said}{_why(strongest)}\n      {case['a']}\n     "
            f" {case['b']}"
        )


def _extractions(case: dict[str, str]) -> list[Extraction]:
    """Both sentences as one text of two paragraphs; whether they are worth checking is not asked here."""
    text = f"{case['a']}\n\n{case['b']}\n"
    document = readers.read_bytes(text.encode("utf-8"), path=f"{case['id']}.txt", media_type="text/plain")
    extraction = extract(document)
    claims = tuple(sorted((*extraction.claims, *extraction.unselected), key=lambda claim: claim.span))
    return [Extraction(extraction.document, claims, extraction.citations, extraction.references)]


def _why(found: Conflict | None) -> str:
    return f" ({found.kind}: {found.message}; {'; '.join(found.reasons)})" if found else ""


def main() -> None:
    opened = score(HERE / "open" / "conflicts.jsonl")
    wanted = sys.argv[1:]
    for error in opened.errors:
        if not wanted or any(word in error for word in wanted):
            print(f"  {error}")
    print(f"open    {opened}\n{opened.by_kind()}")
    sealed = HERE / "sealed" / "conflicts.jsonl"
    if sealed.exists():
        closed = score(sealed)
        print(f"sealed  {closed}\n{closed.by_kind()}")


if __name__ == "__main__":
    main()
