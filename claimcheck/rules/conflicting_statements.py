"""Two places that say opposite things.

## What it does
Finds statements that cannot both hold: one affirms what the other denies, who did it to whom is swapped, two things are
each "the first", one quotation has two speakers or two wordings.

## Why is this bad?
A reader who believes the one is misled by the other.

## Example
"The council has approved the fares" and, further on, "the fares, which the council has not approved".

## Remedy
Find out which holds, or say when each did.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._sides import clusters

ID = "conflicting-statements"
SEVERITY: Severity = "error"

_KINDS = frozenset({"polarity", "role", "superlative", "statement", "quotation"})


def check(case: Case) -> Iterator[Finding]:
    yield from clusters(
        case,
        ID,
        SEVERITY,
        lambda conflict: conflict.kind in _KINDS and conflict.label != "variant",
        "find out which holds, or say when each did",
    )
