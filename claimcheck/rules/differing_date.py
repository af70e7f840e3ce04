"""A date that is another one in the source.

## What it does
Reports dates of a claim that differ from the date its source gives for the same event. A year contains its months; a
month without a year differs from no year.

## Why is this bad?
A wrong date puts causes behind their effects.

## Example
The text says "4 June 2021", the page says "14 June 2021".

## Remedy
Correct the date, or cite a page that gives it.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted
from claimcheck.rules._rulings import clash, faults, report

ID = "differing-date"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged, check, fact in faults(case, ID):
        gives = quoted(fact.claim)[1:-1] if fact else "it"
        message = clash(fact, check, judged.claim)
        yield report(case, ID, SEVERITY, judged, check, message, f"correct the date, or cite a page that gives {gives}")
