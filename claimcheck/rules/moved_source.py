"""A source that has moved.

## What it does
Lists references whose address leads on to another one, for good.

## Why is this bad?
The old address will not lead on for ever.

## Example
"https://coast.example.org/cars", which leads to "https://coast.example.org/archive/2020/cars".

## Remedy
Cite the new address.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted

ID = "moved-source"
SEVERITY: Severity = "note"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for cited in case.cited_sources:
        source = cited.source
        if source.outcome == "moved" and source.final_url:
            yield case.on_source(
                ID,
                SEVERITY,
                cited,
                f"{quoted(source.url, 200)} has moved to {quoted(source.final_url, 200)}",
                "cite the new address",
            )
