"""A waiver that waives nothing.

## What it does
Finds waivers, in a claims file or in a comment of the text, whose rule finds nothing on what they are about. A waiver
that this audit could not test (its rule did not run, its sources were not read) is left alone.

## Why is this bad?
It would hide the fault if it ever came back.

## Example
`waivers: [{rule: uncited-claim, ...}]` on a claim that cites a source by now.

## Remedy
Delete the waiver.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted

ID = "unused-waiver"
SEVERITY: Severity = "warning"
ON_WAIVERS = True


def check(case: Case) -> Iterator[Finding]:
    for use in case.uses:
        if use.tested and not use.matched and not use.expired:
            about = f"on {quoted(use.words)}" if use.words else "in this text"
            yield case.on_waiver(
                ID, SEVERITY, use, f"nothing to waive: {use.waiver.rule} finds nothing {about}", "delete the waiver"
            )
