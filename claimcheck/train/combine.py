"""Fits the combination of all signals to labelled claims: ``python -m claimcheck.train.combine CASES MODEL [PAGES]``.

A ridge logistic regression, once without the model's signals and once with them. What it reports is reckoned on pages
that the fit had not seen (ten parts by page); what it writes is fitted on all.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck import judges
from claimcheck.judges import Choice
from claimcheck.judges._weighing import Combination, Signals, Weights, decide
from claimcheck.model import Ruling

RIDGE = 10.0
"""Pulls the weights of standardised signals towards 0, as ten labelled cases would: some signals are rare."""
PARTS = 10
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled claim with what the facts say of it and the signals."""

    page: str
    label: str
    accepted: frozenset[str]
    ruling: Ruling
    signals: Signals


def cases(folder: Path, choice: Choice) -> Iterator[Case]:
    """The cases of ``verify.jsonl`` with the pages of ``pages.jsonl``; those that the page says verbatim are left out."""
    pages = {row["page"]: judges.document_of(row["text"]) for row in _rows(folder / "pages.jsonl")}
    for row in _rows(folder / "verify.jsonl"):
        found = judges.signals(judges.claim_of(row["claim"]), pages[row["page"]], choice)
        if found is not None:
            yield Case(row["page"], row["label"], frozenset(row["accept"]), *found)


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


def right(known: Sequence[Case], support: Numbers, against: Numbers, rule: Combination) -> Counts:
    """What the rule makes of the cases."""
    counts: Counter[str] = Counter()
    for case, yes, no in zip(known, support, against, strict=True):
        verdict = decide(case.ruling, yes, no, rule)
        counts["right"] += verdict in case.accepted
        if case.label == "supported":
            counts[f"faithful {verdict}"] += 1
        elif verdict == "supported":
            counts["wrongly supported"] += 1
        if verdict == "contradicted":
            counts["contradicted"] += 1
            counts["contradicted wrongly"] += verdict not in case.accepted
    return counts


Counts = Mapping[str, int]
PRECISE = 0.97
"""Share of the contradictions that must be right, and one faithful claim in 200 may be accused, when thresholds are set:
the bar is 95 % on claims that were not seen."""


def thresholds(known: Sequence[Case], support: Numbers, against: Numbers, best: Combination) -> Combination:
    """The thresholds that leave most cases right among those that accuse precisely, one after the other."""
    grids = {
        "spares": [-1.0, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9],
        "accuses": [2.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6],
        "lifts": [2.0, 0.8, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3],
        "fills_in": [2.0, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5],
        "holds_back": [-1.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35],
    }
    for _ in range(2):
        for name, grid in grids.items():
            tried = [Combination(**{**_fields(best), name: value}) for value in grid]
            best = max(tried, key=lambda rule: _worth(right(known, support, against, rule)))
    return best


def _fields(rule: Combination) -> dict[str, Any]:
    return {field.name: getattr(rule, field.name) for field in fields(rule)}


def _worth(counts: Counts) -> tuple[float, float]:
    """What thresholds are chosen by: no false accusations first, then cases right, where a claim that passes wrongly
    costs three quarters of a case more, and a faithful one that is called unsupported a whole one."""
    wrongly = counts["contradicted wrongly"] - (1 - PRECISE) * counts["contradicted"]
    accused = counts["faithful contradicted"] - 0.005 * sum(counts[key] for key in counts if key.startswith("faithful"))
    return -max(0.0, wrongly, accused), (
        counts["right"] - 0.75 * counts["wrongly supported"] - counts["faithful unsupported"]
    )


def main(folder: str, model: str, fresh: str = "") -> None:
    """Print how well the signals do on unseen pages, alone and together, and write ``combiner.json``.

    The thresholds are set on the pages whose name matches the pattern ``fresh``: those that no grammar was mended on,
    since on the others the facts accuse more surely than they will on a text of tomorrow.
    """
    known = list(cases(Path(folder), Choice(model)))
    names = sorted({name for case in known for name in case.signals})
    learnt = [name for name in names if name.endswith(("entailed", "against"))]
    facts = [name for name in names if name not in learnt]
    pages = [case.page for case in known]
    truth = {label: np.array([float(case.label == label) for case in known]) for label in ("supported", "contradicted")}
    written: dict[str, object] = {}
    for kind, chosen in (("facts", facts), ("model", learnt), ("entailment", names)):
        rows = np.array([[case.signals.get(name, 0.0) for name in chosen] for case in known])
        chances = {label: unseen(rows, truth[label], pages) for label in truth}
        for label, found in chances.items():
            print(
                f"{kind}, {label}: area {area(found, truth[label]):.3f}, error {calibration(found, truth[label]):.3f}"
            )
        weights = {label: _weights(*fit(rows, truth[label]), chosen) for label in truth}
        rule, support, against = (
            Combination(weights["supported"], weights["contradicted"]),
            chances["supported"],
            chances["contradicted"],
        )
        if kind == "entailment":
            print(f"by the facts {dict(right(known, support, against, rule))}")
            new = [number for number, case in enumerate(known) if re.match(fresh, case.page)]
            unmended = [known[number] for number in new]
            print(f"by the facts, fresh pages {dict(right(unmended, support[new], against[new], rule))}")
            rule = thresholds(unmended, support[new], against[new], rule)
            print(f"with the model, fresh pages {dict(right(unmended, support[new], against[new], rule))}")
            print(f"with the model {dict(right(known, support, against, rule))}")
        written[kind] = asdict(rule)
    del written["model"]
    target = Path(judges.__file__).with_name("combiner.json")
    target.write_text(json.dumps(written, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _weights(bias: float, weights: Numbers, names: Sequence[str]) -> Weights:
    return Weights(round(bias, 4), {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)})


if __name__ == "__main__":
    main(*sys.argv[1:])
