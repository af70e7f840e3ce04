"""A source that says something else than when it was locked.

## What it does
Finds sources whose bytes differ from those in the lock file.

## Why is this bad?
What bore a claim out may have been taken back or corrected since.

## Example
A news page on which "41,000 cars" became "14,000 cars" with a correction below it.

## Remedy
Look at the verdicts of the claims that cite it, then accept the new content with `--refresh`.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted

ID = "changed-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for cited in case.cited_sources:
        if cited.source.changed:
            yield case.on_source(
                ID,
                SEVERITY,
                cited,
                f"{quoted(cited.source.url, 200)} has changed since it was locked",
                "look at the claims that cite it, then accept the new content with --refresh",
            )
