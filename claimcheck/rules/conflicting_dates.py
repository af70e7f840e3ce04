"""Two places that date one event differently.

## What it does
Finds dates of one event that cannot both hold. A year contains its months; a month without a year differs from no year.

## Why is this bad?
One of them is wrong.

## Example
"The bridge opened in June 2021" and, further on, "when the bridge opened in May 2021".

## Remedy
Look the date up and correct the other.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._sides import clusters

ID = "conflicting-dates"
SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    yield from clusters(
        case,
        ID,
        SEVERITY,
        lambda conflict: conflict.kind == "date" and conflict.label != "variant",
        "look the date up and correct the other",
    )
