"""An address that cannot be one.

## What it does
Finds addresses of references without a scheme or a host, with white space in them, with a second address pasted into
the path, or with the full stop of the sentence at their end.

## Why is this bad?
Nobody can open it, and what it is cited for cannot be checked.

## Example
"https://coast.example.org/cars/https%3A%2F%2Fcoast.example.org%2Fcars"

## Remedy
Open the page and copy its address again.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import malformed
from claimcheck.rules._case import Case, quoted

ID = "malformed-url"
SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        problem = malformed(reference.url) if reference.url else None
        if problem is not None:
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"{quoted(reference.url or '', 200)} is no address of a page: {problem}",
                "open the page and copy its address again",
            )
