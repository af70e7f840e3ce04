"""Scores the quantity, date and instrument grammars against the labelled sentences of ``facts.jsonl``.

``python -m tests.eval.score_facts`` prints the totals of both halves and the errors of the open half; nothing of the
sealed half but its totals is ever printed.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.model import Span
from claimcheck.parse import dates, quantities

_HERE = Path(__file__).parent
Case = dict[str, Any]
_LITRES = {"l": "L", "ml": "mL", "hl": "hL"}
"""The litre has two symbols (SI Brochure, 9th edition, table 8)."""


@dataclass(slots=True)
class Tally:
    """Counts of one grammar over one half; ``errors`` are lines for a person, filled for the open half only."""

    right: int = 0
    found: int = 0
    labelled: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    def __str__(self) -> str:
        counts = f"({self.right} of {self.labelled} labelled, {self.found} found)"
        return f"precision {self.precision:6.1%}  recall {self.recall:6.1%}  {counts}"


@dataclass(slots=True)
class Scores:
    """What one half of ``facts.jsonl`` gives; accuracies are over the quantities that match."""

    quantities: Tally = field(default_factory=Tally)
    dates: Tally = field(default_factory=Tally)
    instruments: Tally = field(default_factory=Tally)
    hedges: int = 0
    counted: int = 0
    traps: int = 0
    """Labelled traps (identifiers, years, ordinals, scores, clock times) that were read as quantities."""
    all_traps: int = 0

    @property
    def hedge_accuracy(self) -> float:
        return self.hedges / self.quantities.right if self.quantities.right else 1.0

    @property
    def counted_accuracy(self) -> float:
        return self.counted / self.quantities.right if self.quantities.right else 1.0


def cases(half: str) -> list[Case]:
    """The labelled sentences of ``half`` ("open" or "sealed")."""
    lines = (_HERE / half / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _places(text: str, words: str) -> list[Span]:
    """Where ``words`` stand in ``text`` as words of their own; anywhere, if nowhere so."""
    spans, at = [], text.find(words)
    while at != -1:
        spans.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)

    def free(span: Span) -> bool:
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        return not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum())

    return [span for span in spans if free(span)] or spans


def _located(text: str, labels: Sequence[Case]) -> list[tuple[Case, list[Span]]]:
    """Labels with every place where their words stand: a label does not say which "two" of a sentence it means."""
    located = [(label, _places(text, label["text"])) for label in labels]
    for label, places in located:
        if not places:
            raise ValueError(f"the label {label['text']!r} is not in its sentence")
    return located


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 0.001 * max(abs(a), abs(b))


def _pairs(
    tally: Tally,
    labelled: Sequence[tuple[Case, list[Span]]],
    found: Sequence[Any],
    agree: Callable[[Case, Any], bool],
) -> Iterator[tuple[Case, Any]]:
    """Pairs of a label and the value that matches it, each used once; counts them, and notes what is left over."""
    tally.labelled += len(labelled)
    tally.found += len(found)
    left = list(found)
    for label, places in labelled:
        match = next((value for value in left if _overlaps(places, value.span) and agree(label, value)), None)
        if match is None:
            tally.errors.append(f"missed  {_label(label)}")
            continue
        left.remove(match)
        tally.right += 1
        yield label, match
    tally.errors += [f"extra   {_value(value)}" for value in left]


def _label(label: Case) -> str:
    return " ".join(f"{key}={value!r}" for key, value in label.items())


def _value(value: Any) -> str:
    names = ("text", "low", "high", "unit", "counted", "hedge", "edtf", "name")
    return " ".join(f"{name}={getattr(value, name)!r}" for name in names if hasattr(value, name))


def _instruments(text: str) -> tuple[Any, ...]:
    """What the instrument grammar finds."""
    return tuple(importlib.import_module("claimcheck.parse.instruments").find(text))


def score(half: str) -> Scores:
    """Scores of ``half``; its errors are noted only when it is the open one."""
    scores = Scores()
    for case in cases(half):
        text = case["text"]
        seen = [len(tally.errors) for tally in (scores.quantities, scores.dates, scores.instruments)]
        found = quantities.find(text)
        for label, value in _pairs(
            scores.quantities,
            _located(text, case["quantities"]),
            found,
            lambda label, value: (
                _near(label["low"], value.low)
                and _near(label["high"], value.high)
                and _LITRES.get(label["unit"], label["unit"]) == value.unit
            ),
        ):
            scores.hedges += label["hedge"] == value.hedge
            scores.counted += label["counted"] == value.counted
            if label["hedge"] != value.hedge or label["counted"] != value.counted:
                note = f"(hedge {value.hedge!r}, counted {value.counted!r} for {_label(label)})"
                scores.quantities.errors.append(note)
        for _ in _pairs(
            scores.dates,
            _located(text, case["dates"]),
            dates.find(text),
            lambda label, value: bool(label["edtf"] == value.edtf),
        ):
            pass
        for _ in _pairs(
            scores.instruments, _located(text, case["instruments"]), _instruments(text), lambda _label, _value: True
        ):
            pass
        trapped = [value for value in found if _trapped(text, case["traps"], case["quantities"], value.span)]
        scores.all_traps += len(case["traps"])
        scores.traps += len(trapped)
        scores.quantities.errors += [f"TRAP    {_value(value)}" for value in trapped]
        for tally, before in zip((scores.quantities, scores.dates, scores.instruments), seen, strict=True):
            if len(tally.errors) > before:
                tally.errors.insert(before, f"\n{case['id']} {text}")
    if half != "open":
        for tally in (scores.quantities, scores.dates, scores.instruments):
            tally.errors.clear()
    return scores


def _overlaps(places: Iterable[Span], span: Span) -> bool:
    return any(place.overlaps(span) for place in places)


def _trapped(text: str, traps: Iterable[str], labelled: Sequence[Case], span: Span) -> bool:
    """Whether ``span`` lies on a trap and on no labelled quantity."""
    if any(_overlaps(places, span) for _, places in _located(text, labelled)):
        return False
    return any(_overlaps(_places(text, trap), span) for trap in traps)


def report(half: str, *, errors: bool = False) -> str:
    """The totals of ``half`` as a person reads them; with ``errors`` also what went wrong, for the open half alone."""
    scores = score(half)
    tallies = {"quantities": scores.quantities, "dates": scores.dates, "instruments": scores.instruments}
    lines = [f"{half}: {name:<12} {tally}" for name, tally in tallies.items()]
    lines += [
        f"{half}: hedge right in {scores.hedge_accuracy:.1%}, counted noun in {scores.counted_accuracy:.1%} of them",
        f"{half}: {scores.traps} of {scores.all_traps} traps read as quantities",
    ]
    for name, tally in tallies.items():
        if errors and tally.errors:
            lines += [f"\n--- {name}", *tally.errors]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report("open", errors=True))
    print(report("sealed"))
