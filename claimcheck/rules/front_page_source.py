"""A front page cited as a source.

## What it does
Finds references to a host alone, and pages that are gone in silence: their address now leads to the site's front page.

## Why is this bad?
A front page shows something else every day. It may happen to say what the text says, and it will not say it next week.

## Example
"Institute of Tides. (2024). https://tides.example.org/"

## Remedy
Cite the page that says it.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import is_front_page
from claimcheck.rules._case import Case, quoted, site

ID = "front-page-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        if reference.url and is_front_page(reference.url):
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"{quoted(reference.url)} is a front page",
                "cite the page that says it",
            )
    for cited in case.cited_sources:
        url, end = cited.source.url, cited.source.final_url
        if cited.source.outcome == "front-page" and not is_front_page(url):
            yield case.on_source(
                ID,
                SEVERITY,
                cited,
                f"{quoted(url, 200)} now leads to the front page of {site(end or url)}",
                "look for the page's new address, or cite an archived copy",
            )
