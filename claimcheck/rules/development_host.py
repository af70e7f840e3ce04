"""A source on a host that is not meant for the public.

## What it does
Finds references to hosts under development (dev, staging, test, preview) and to addresses inside a private network.

## Why is this bad?
Such a host shows drafts and test data, and it vanishes without a word.

## Example
"https://dev-tides.example.org/"

## Remedy
Cite the page on the public site.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import development
from claimcheck.rules._case import Case, quoted

ID = "development-host"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        host = development(reference.url) if reference.url else None
        if host is not None:
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"{quoted(host)} is a development host",
                "cite the page on the public site",
            )
