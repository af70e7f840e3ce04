"""Which sentences are worth checking: precision and recall of ``fact`` and ``cited``, and how often the class is right.

Run as ``python -m tests.eval.score_worthiness``. Prints every error of the open half, and only totals of the sealed
half.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck import readers
from claimcheck.extract import extract
from claimcheck.model import Claim

HERE = Path(__file__).parent
_WORTHY = {"fact", "cited"}


@dataclass
class Score:
    """Counts over one half. ``right`` counts sentences whose class is exactly the labelled one."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0
    right: int = 0
    sentences: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.spurious)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.missed)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}  class"
            f" {self.right / max(1, self.sentences):.3f}  "
            f"({self.hits} worthy found, {self.missed} missed, {self.spurious} spurious; {self.sentences} sentences)"
        )


def score(path: Path) -> Score:
    """Score the documents of ``path``, one JSON object a line."""
    total = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            _document(json.loads(line), total)
    return total


def _document(case: dict[str, object], total: Score) -> None:
    text = str(case["text"])
    document = readers.read_bytes(text.encode("utf-8"), path=f"{case['id']}.txt", media_type="text/plain")
    extraction = extract(document)
    claims = [claim for claim in (*extraction.claims, *extraction.unselected) if claim.kind == "statement"]
    covered: set[str] = set()
    for words, start, label in _labelled(case, text):
        over = [claim for claim in claims if claim.span.start < start + len(words) and start < claim.span.end]
        covered.update(claim.id for claim in over)
        found = _class(over)
        total.sentences += 1
        total.right += found == label
        _count(total, label in _WORTHY, found in _WORTHY)
        if (label in _WORTHY) != (found in _WORTHY):
            reasons = "; ".join(over[0].reasons) if over else "not among the sentences"
            total.errors.append(
                f"{case['id']} {'missed' if label in _WORTHY else 'spurious'} ({label}, said {found}): {words}\n  "
                f"    {reasons}"
            )
    for claim in claims:
        if claim.id not in covered and claim.class_ in _WORTHY:
            total.spurious += 1
            total.errors.append(f"{case['id']} spurious (no labelled sentence): {claim.text}")


def _labelled(case: dict[str, object], text: str) -> Iterator[tuple[str, int, str]]:
    at = 0
    sentences = case["sentences"]
    assert isinstance(sentences, list)
    for sentence in sentences:
        words = str(sentence["text"])
        found = text.find(words, at)
        if found < 0:
            found = text.find(words)
        at = max(at, found)
        yield words, found, str(sentence["label"])


def _class(over: list[Claim]) -> str:
    classes = [claim.class_ for claim in over]
    return next((class_ for class_ in ("fact", "cited", "minor", "opinion") if class_ in classes), "none")


def _count(total: Score, worthy: bool, found: bool) -> None:
    total.hits += worthy and found
    total.missed += worthy and not found
    total.spurious += found and not worthy


def main() -> None:
    opened = score(HERE / "open" / "worthiness.jsonl")
    for error in opened.errors:
        print(f"  {error}")
    print(f"open    {opened}")
    sealed = HERE / "sealed" / "worthiness.jsonl"
    if sealed.exists():
        print(f"sealed  {score(sealed)}")


if __name__ == "__main__":
    main()
