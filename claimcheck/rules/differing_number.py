"""A number that is another one in the source.

## What it does
Reports numbers of a claim that differ from the number its source gives for the same thing. Rounding, hedges ("about",
"up to") and other units are taken into account.

## Why is this bad?
Figures are what readers remember and repeat.

## Example
The text says "about 41,000 cars", the page says "14,000 cars".

## Remedy
Correct the figure, or cite a page that gives it. If the figure has changed since, say of when it is.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted
from claimcheck.rules._rulings import clash, faults, report

ID = "differing-number"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged, check, fact in faults(case, ID):
        gives = quoted(fact.claim)[1:-1] if fact else "it"
        message = clash(fact, check, judged.claim)
        yield report(
            case, ID, SEVERITY, judged, check, message, f"correct the figure, or cite a page that gives {gives}"
        )
