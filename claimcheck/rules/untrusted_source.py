"""A source on a site that is not accepted.

## What it does
Finds sources on hosts that the settings refuse, by their own address or by the one they lead to. No host is refused
until the settings say so:

    [sources]
    refused = ["wikipedia.org", "fandom.com", "content-farm.example"]
    trusted = ["de.wikipedia.org"]     # an exception from the list above
    # trusted-only = true              # or the other way round: only what is trusted is accepted

## Why is this bad?
Anybody can have written it, or nobody did; what it says is often copied from where the text itself should look.

## Example
A figure from an encyclopedia that everybody edits, in a house that cites the office of statistics.

## Remedy
Cite the source behind it, or trust the site in the settings.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted, site

ID = "untrusted-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    refuses = case.policy.sources.refuses
    for cited in case.cited_sources:
        url, end = cited.source.url, cited.source.final_url
        if refuses(url):
            message = f"{quoted(url, 200)} is on {site(url)}, which is not accepted as a source"
        elif end and refuses(end):
            message = f"{quoted(url, 200)} leads to {site(end)}, which is not accepted as a source"
        else:
            continue
        yield case.on_source(
            ID, SEVERITY, cited, message, "cite the source behind it, or trust the site under [sources] in the settings"
        )
