"""One name, spelled two ways.

## What it does
Lists names that differ by a letter or a mark and stand for the same person, place or thing.

## Why is this bad?
One spelling is wrong, and a search for the other does not find it.

## Example
"Kari Dahl" and "Kari Dahle" in one article.

## Remedy
Look the spelling up and use it everywhere.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._sides import clusters

ID = "inconsistent-name"
SEVERITY: Severity = "note"


def check(case: Case) -> Iterator[Finding]:
    yield from clusters(
        case,
        ID,
        SEVERITY,
        lambda conflict: conflict.kind == "name" or conflict.label == "variant",
        "look the spelling up and use it everywhere",
    )
