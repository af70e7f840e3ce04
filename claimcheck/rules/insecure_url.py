"""An address without encryption.

## What it does
Lists references whose address begins with http:// instead of https://.

## Why is this bad?
What such a page says can be changed on its way to the reader, and most sites have an encrypted address by now.

## Example
"http://coast.example.org/cars"

## Remedy
Try the address with https:// and cite that.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import development, malformed, parsed
from claimcheck.rules._case import Case, quoted

ID = "insecure-url"
SEVERITY: Severity = "note"


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        url = reference.url or ""
        parts = parsed(url)
        if parts is None or parts.scheme.lower() != "http" or malformed(url) or development(url):
            continue
        yield case.on_reference(
            ID, SEVERITY, reference, f"{quoted(url)} is not encrypted", "cite the address that begins with https://"
        )
