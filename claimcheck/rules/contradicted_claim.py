"""A claim that its source contradicts.

## What it does
Reports claims whose cited source says something that cannot hold beside them, where no more specific rule does
(differing-number, differing-date, altered-quotation, reversed-meaning, dropped-hedge).

## Why is this bad?
Either the text or the source is wrong, and the text names the source as its witness.

## Example
The text says "the ferry to Hitra", the page says "the ferry to Frøya".

## Remedy
Read the passage. Correct the sentence, or cite a source that bears it out.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._rulings import clash, faults, report

ID = "contradicted-claim"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged, check, fact in faults(case, ID):
        message = clash(fact, check, judged.claim)
        yield report(
            case, ID, SEVERITY, judged, check, message, "correct the sentence, or cite a source that bears it out"
        )
