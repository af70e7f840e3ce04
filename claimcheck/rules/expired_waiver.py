"""A waiver whose time is over.

## What it does
Finds waivers, in a claims file or in a comment of the text, whose last day (`until`) lies before the day of the
audit. What they waived is open again.

## Why is this bad?
Somebody promised to look again by that day.

## Example
`until: 2024-12-31` in an audit of January 2025.

## Remedy
Look again: mend the fault, or give the waiver a new day and a reason that still holds.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted

ID = "expired-waiver"
SEVERITY: Severity = "warning"
ON_WAIVERS = True


def check(case: Case) -> Iterator[Finding]:
    for use in case.uses:
        if use.expired:
            yield case.on_waiver(
                ID,
                SEVERITY,
                use,
                f"the waiver of {use.waiver.rule} ended on {use.waiver.until}: {quoted(use.waiver.reason)}",
                "mend the fault, or give the waiver a new day and a reason that still holds",
            )
