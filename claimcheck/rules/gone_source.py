"""A source that is no longer there.

## What it does
Finds references whose page is gone: the server says so (404, 410), or it shows a page that says so ("not found"). A
copy from an archive may still bear the claim out; the dead link is reported all the same, as a warning where a person
has filed a copy (`claimcheck sources add`).

## Why is this bad?
A reader who follows the link finds nothing.

## Example
"https://coast.example.org/cars", which answers "404 Not Found".

## Remedy
Cite an archived copy, the page's new address, or another source. `claimcheck sources add URL FILE` files a copy that
you saved.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted
from claimcheck.rules._reading import SAVE_A_COPY

ID = "gone-source"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for cited in case.cited_sources:
        source = cited.source
        if source.outcome not in {"gone", "soft404"}:
            continue
        detail = f": {quoted(source.detail, 200)[1:-1]}" if source.detail else ""
        copy = {"archive": " (an archived copy was read)", "manual": " (a copy added by hand was read)"}
        yield case.on_source(
            ID,
            "warning" if source.evidence == "manual" else SEVERITY,
            cited,
            f"{quoted(source.url, 200)} is gone{detail}{copy.get(source.evidence, '')}",
            "cite an archived copy, its new address, or another source"
            + ("" if source.evidence == "manual" else f"; {SAVE_A_COPY}"),
            confidence="medium" if source.outcome == "soft404" else "high",
        )
