"""Precision and recall of quotations, and of quotations with their speaker, on labelled cases.

    python -m tests.eval.score_quotations

For the open half every error is printed, for the sealed half totals only: its cases are not to be seen while the
grammar is worked on. A speaker is right when both name nobody, when ``entities.same`` holds, or when the words of one
are a stretch of the words of the other ("Maria Lund" in "Maria Lund, the ministry's spokeswoman"), articles left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.model import Quotation
from claimcheck.parse import entities, quotations, words

FOLDER = Path(__file__).parent


@dataclass(slots=True)
class Score:
    """Counts over one set of cases."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    """Quotations found with their exact words."""
    right_speaker: int = 0
    """Of these, with the right speaker."""

    def rates(self) -> dict[str, float]:
        """Precision and recall of quotations, and of quotations with speaker, 0 to 1."""
        return {
            "precision": self.right / (self.found or 1),
            "recall": self.right / (self.labelled or 1),
            "speaker_precision": self.right_speaker / (self.found or 1),
            "speaker_recall": self.right_speaker / (self.labelled or 1),
        }


def _bare(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", words.fold(name)) if word not in ("the", "a", "an", "s")]


def same_speaker(found: str | None, labelled: str | None) -> bool:
    """Whether the speaker that was found is the labelled one."""
    if found is None or labelled is None:
        return found is labelled
    if entities.same(found, labelled):
        return True
    short, long = sorted((_bare(found), _bare(labelled)), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def score(cases: list[dict[str, Any]], *, show: bool) -> Score:
    """Scores ``quotations.find`` on cases of the form ``{"id", "text", "quotations": [{"text", "speaker"}]}``."""
    total = Score()
    for case in cases:
        found: list[Quotation] = list(quotations.find(case["text"]))
        labelled = list(case["quotations"])
        total.found += len(found)
        total.labelled += len(labelled)
        errors = []
        for label in labelled:
            match = next((one for one in found if one.text.strip() == label["text"].strip()), None)
            if match is None:
                errors.append(f"missed  {label['text']!r} by {label['speaker']!r}")
                continue
            found.remove(match)
            total.right += 1
            if same_speaker(match.speaker, label["speaker"]):
                total.right_speaker += 1
            else:
                errors.append(f"speaker {match.speaker!r}, not {label['speaker']!r}: {label['text']!r}")
        errors.extend(f"extra   {one.text!r} by {one.speaker!r}" for one in found)
        if show and errors:
            print(f"{case['id']}: {case['text']}")
            for error in errors:
                print(f"    {error}")
    return total


def load(half: str) -> list[dict[str, Any]]:
    """The cases of one half ("open", "sealed"); empty when there are none."""
    path = FOLDER / half / "quotations.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    for half in ("open", "sealed"):
        cases = load(half)
        if cases:
            total = score(cases, show=half == "open")
            rates = ", ".join(f"{name} {value:.3f}" for name, value in total.rates().items())
            print(f"{half}: {len(cases)} cases, {total.labelled} quotations; {rates}")


if __name__ == "__main__":
    main()
