"""A possibility told as a fact.

## What it does
Reports claims that state as a fact what the source gives as possible, expected, conditional or somebody's view.

## Why is this bad?
"Could" became "did" on the way from the source to the text.

## Example
The text says "the fares reached 40 euros", the page says "the fares could reach 40 euros".

## Remedy
Put the hedge back, and say whose view it is.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._rulings import clash, faults, report

ID = "dropped-hedge"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged, check, fact in faults(case, ID):
        message = clash(fact, check, judged.claim)
        yield report(case, ID, SEVERITY, judged, check, message, "put the hedge back, and say whose view it is")
