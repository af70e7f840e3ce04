"""A claim that turns its source round.

## What it does
Reports claims that affirm what the source denies, that tell of a rise where the source has a fall, or that swap who did
something and to whom.

## Why is this bad?
The words are nearly the same and the meaning is the opposite: readers and search engines alike will overlook it.

## Example
The text says "fares rose", the page says "fares fell".

## Remedy
Read the passage and turn the sentence round.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._rulings import clash, faults, report

ID = "reversed-meaning"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged, check, fact in faults(case, ID):
        message = clash(fact, check, judged.claim)
        yield report(case, ID, SEVERITY, judged, check, message, "say what the page says, or cite one that says this")
