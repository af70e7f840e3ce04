"""Fits the combination of all signals to labelled claims: ``python -m claimcheck.train.combine CASES MODEL``.

A ridge logistic regression, once without the model's signals and once with them. What it reports is reckoned on pages
that the fit had not seen (ten parts by page); what it writes is fitted on all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck import judges
from claimcheck.judges import Choice
from claimcheck.judges._weighing import Signals, may_lift

RIDGE = 3.0
"""Pulls the weights of standardised signals towards 0, as three labelled cases would."""
PARTS = 10
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled claim with what the facts say of it and the signals."""

    page: str
    supported: bool
    accepted: frozenset[str]
    verdict: str
    liftable: bool
    signals: Signals


def cases(folder: Path, choice: Choice) -> Iterator[Case]:
    """The cases of ``verify.jsonl`` with the pages of ``pages.jsonl``; those that the page says verbatim are left out."""
    pages = {row["page"]: judges.document_of(row["text"]) for row in _rows(folder / "pages.jsonl")}
    for row in _rows(folder / "verify.jsonl"):
        found = judges.signals(judges.claim_of(row["claim"]), pages[row["page"]], choice)
        if found is not None:
            ruling, signals = found
            yield Case(
                row["page"],
                row["label"] == "supported",
                frozenset(row["accept"]),
                ruling.verdict,
                may_lift(ruling),
                signals,
            )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def fit(rows: Numbers, truth: Numbers) -> tuple[float, Numbers]:
    """Bias and weights, by Newton's method."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    design = np.c_[np.ones(len(rows)), (rows - mean) / spread]
    ridge = np.eye(design.shape[1]) * RIDGE
    ridge[0, 0] = 0
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-design @ weights))
        curve = (design * (share * (1 - share))[:, None]).T @ design + ridge
        weights -= np.linalg.solve(curve, design.T @ (share - truth) + ridge @ weights)
    scaled = weights[1:] / spread
    return float(weights[0] - (scaled * mean).sum()), scaled


def unseen(rows: Numbers, truth: Numbers, pages: Sequence[str]) -> Numbers:
    """For each row its chance by a fit on other pages."""
    names = sorted(set(pages))
    np.random.default_rng(0).shuffle(names)
    part = np.array([names.index(page) % PARTS for page in pages])
    chances = np.zeros(len(rows))
    for number in range(PARTS):
        bias, weights = fit(rows[part != number], truth[part != number])
        chances[part == number] = 1 / (1 + np.exp(-(bias + rows[part == number] @ weights)))
    return chances


def area(chances: Numbers, truth: Numbers) -> float:
    """How often a supported claim has the higher chance of two (area under the curve), 0.5 to 1."""
    wins = [(a > b) + 0.5 * (a == b) for a in chances[truth == 1] for b in chances[truth == 0]]
    return float(np.mean(wins))


def calibration(chances: Numbers, truth: Numbers) -> float:
    """Expected calibration error over ten bins."""
    bins = np.minimum(9, (chances * 10).astype(int))
    return float(sum(abs(chances[bins == k].mean() - truth[bins == k].mean()) * np.mean(bins == k) for k in set(bins)))


def table(known: Sequence[Case], names: Sequence[str], lifts: float, holds_back: float) -> Mapping[str, object]:
    """The fitted numbers as they are stored."""
    rows = np.array([[case.signals.get(name, 0.0) for name in names] for case in known])
    bias, weights = fit(rows, np.array([float(case.supported) for case in known]))
    rounded = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return {"bias": round(bias, 4), "weights": rounded, "lifts": lifts, "holds_back": holds_back}


def right(known: Sequence[Case], chances: Numbers, lifts: float, holds_back: float) -> tuple[int, int, int, int]:
    """With the two thresholds in force: cases right, faithful ones supported and unsupported, others supported."""
    total = supported = rejected = false = 0
    for case, chance in zip(known, chances, strict=True):
        verdict = case.verdict
        if case.liftable and chance >= lifts:
            verdict = "supported"
        elif verdict == "supported" and chance < holds_back:
            verdict = "unsupported"
        total += verdict in case.accepted
        supported += case.supported and verdict == "supported"
        rejected += case.supported and verdict == "unsupported"
        false += not case.supported and verdict == "supported"
    return total, supported, rejected, false


LIFTS, HOLDS_BACK = 0.5, 0.0
"""Thresholds. A claim is lifted where the source more likely than not supports it; nothing is held back, since on the
labelled claims that costs more faithful claims than it stops false ones."""


def main(folder: str, model: str) -> None:
    """Print how well the signals do on unseen pages, alone and together, and write ``combiner.json``."""
    whole = list(cases(Path(folder), Choice(model)))
    names = sorted({name for case in whole for name in case.signals})
    learnt = [name for name in names if name.startswith(("entailed", "against"))]
    facts = [name for name in names if name not in learnt]
    known = [case for case in whole if case.verdict != "contradicted"]  # of the others the model is not asked
    truth, pages = np.array([float(case.supported) for case in known]), [case.page for case in known]
    for label, chosen in (("facts", facts), ("entailment", learnt), ("together", names)):
        rows = np.array([[case.signals.get(name, 0.0) for name in chosen] for case in known])
        chances = unseen(rows, truth, pages)
        print(f"{label}: area {area(chances, truth):.3f}, calibration error {calibration(chances, truth):.3f}")
    print(f"of {len(known)}: right, faithful supported, faithful unsupported, others supported")
    print(f"by the facts {right(known, chances, 2.0, -1.0)}")
    for threshold in np.arange(0.35, 0.8, 0.05):
        lifted, held = right(known, chances, threshold, -1.0), right(known, chances, 2.0, threshold - 0.2)
        print(f"lifts from {threshold:.2f} {lifted}, holds back under {threshold - 0.2:.2f} {held}")
    fitted = {"facts": table(whole, facts, 2.0, -1.0), "entailment": table(known, names, LIFTS, HOLDS_BACK)}
    target = Path(judges.__file__).with_name("combiner.json")
    target.write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
