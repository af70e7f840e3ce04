"""Scores the judges on the labelled claims: ``python -m tests.eval.score_verify [open|sealed ...] [--judge NAME]``.

A case is right when its verdict is among those accepted for it. For the open half every error is listed; for the
sealed half only totals are printed, so that nobody tunes to its cases.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck import judges
from claimcheck.model import Ruling

HERE = Path(__file__).parent
VERDICTS = ("supported", "partial", "contradicted", "unsupported")


@dataclass(frozen=True)
class Case:
    """One labelled claim with what the judges said of it."""

    id: str
    kind: str
    claim: str
    label: str
    accept: tuple[str, ...]
    ruling: Ruling

    @property
    def right(self) -> bool:
        return self.ruling.verdict in self.accept


@dataclass(frozen=True)
class Score:
    """Totals of one half."""

    cases: tuple[Case, ...]
    seconds: float

    @property
    def accuracy(self) -> float:
        return sum(case.right for case in self.cases) / len(self.cases)

    @property
    def faithful(self) -> tuple[Case, ...]:
        return tuple(case for case in self.cases if case.label == "supported")

    def accused(self) -> int:
        """Faithful cases judged contradicted: must be 0."""
        return sum(case.ruling.verdict == "contradicted" for case in self.faithful)

    def rejected(self) -> int:
        """Faithful cases judged unsupported: at most 4 %."""
        return sum(case.ruling.verdict == "unsupported" for case in self.faithful)

    def precision(self) -> float:
        """Of the cases judged contradicted, the share for which that is accepted."""
        accusing = [case for case in self.cases if case.ruling.verdict == "contradicted"]
        return sum(case.right for case in accusing) / len(accusing) if accusing else 1.0


def run(half: str, judge: str = judges.FACTS) -> Score:
    """Judge every case of the ``open`` or ``sealed`` half, by the facts alone or by another judge."""
    choice = judges.Choice(judge)
    pages = {row["page"]: row["text"] for row in _rows(HERE / half / "pages.jsonl")}
    documents = {name: judges.document_of(text) for name, text in pages.items()}
    start = time.perf_counter()
    cases = tuple(
        Case(
            row["id"], row["kind"], row["claim"], row["label"], tuple(row["accept"]),
            judges.rule(judges.claim_of(row["claim"]), documents[row["page"]], choice),
        )
        for row in _rows(HERE / half / "verify.jsonl")
    )  # fmt: skip
    return Score(cases, time.perf_counter() - start)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def show(half: str, score: Score) -> None:
    """Print totals; errors too for the open half."""
    total = len(score.cases)
    right = sum(case.right for case in score.cases)
    print(
        f"{half}: {right}/{total} right ({100 * score.accuracy:.1f} %), {1000 * score.seconds / total:.1f} ms a claim"
    )
    count = len(score.faithful)
    print(
        f"  faithful {count}: contradicted {score.accused()}, unsupported {score.rejected()} "
        f"({100 * score.rejected() / max(1, count):.1f} %), supported "
        f"{sum(case.ruling.verdict == 'supported' for case in score.faithful)}; "
        f"contradicted is right in {100 * score.precision():.1f} %"
    )
    kinds: dict[str, list[bool]] = defaultdict(list)
    for case in score.cases:
        kinds[case.kind].append(case.right)
    for kind, results in sorted(kinds.items()):
        print(f"    {kind:24} {sum(results):3}/{len(results)}")
    matrix: Counter[tuple[str, str]] = Counter((case.label, case.ruling.verdict) for case in score.cases)
    print(f"  {'label / verdict':16}" + "".join(f"{verdict:>14}" for verdict in VERDICTS))
    for label in VERDICTS:
        print(f"  {label:16}" + "".join(f"{matrix[label, verdict]:14}" for verdict in VERDICTS))
    if half != "open":
        return
    for case in score.cases:
        if not case.right:
            print(f"  ✗ {case.id} [{case.kind}] {case.claim}")
            got = f"{case.ruling.verdict} {case.ruling.score}: {case.ruling.explanation}"
            print(f"      wants {'/'.join(case.accept)}, got {got}")
            for fact in case.ruling.facts:
                print(f"        {fact.kind}: {fact.claim!r} / {fact.source!r} {fact.agrees}")


if __name__ == "__main__":
    words, judge = sys.argv[1:], judges.FACTS
    if "--judge" in words:
        at = words.index("--judge")
        judge = words[at + 1]
        del words[at : at + 2]
    for name in words or ["open", "sealed"]:
        show(name, run(name, judge))
