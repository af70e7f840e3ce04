"""Two places that give different numbers for one thing.

## What it does
Finds numbers that cannot both hold: in two sentences, in a sentence and the title of a reference, in two texts, in two
sources, and parts that do not add up to their stated total. Different times, places, scopes and speakers are no
conflict. Figures that may both hold ("3,000" and "up to 10,000") are a tension, and reported as a warning.

## Why is this bad?
One of them is wrong, or the text does not say what sets them apart.

## Example
"The ferry carried about 41,000 cars in 2019", and four paragraphs on "the 52,000 cars of 2019".

## Remedy
Correct one, or say what each counts, when, and who says so.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._sides import clusters

ID = "conflicting-numbers"
SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    yield from clusters(
        case,
        ID,
        SEVERITY,
        lambda conflict: conflict.kind in {"quantity", "total"} and conflict.label != "variant",
        "correct one, or say what each counts, when, and who says so",
    )
