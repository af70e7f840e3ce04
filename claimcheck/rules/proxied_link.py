"""An address that leads through a library's door.

## What it does
Finds addresses of library proxies and link resolvers (EZproxy, OpenURL, EBSCOhost).

## Why is this bad?
It opens for members of one library only.

## Example
"https://www-journal-example-org.ezproxy.university.example/article/12"

## Remedy
Cite the page of the publisher, best by its DOI.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import proxied
from claimcheck.rules._case import Case, quoted

ID = "proxied-link"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        host = proxied(reference.url) if reference.url else None
        if host is not None:
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"{quoted(host)} opens for members of a library only",
                "cite the publisher's page, best by its DOI",
            )
