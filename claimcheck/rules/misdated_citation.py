"""A citation whose year is not the year of its entry.

## What it does
Finds citations that lead to one entry, or to a few, but give another year than it does, or "n.d." for a dated one.

## Why is this bad?
The reader cannot tell whether the same work is meant, or a later edition of it.

## Example
"(coast.example.org, n.d.)" for the entry "Counting cars. (2020)".

## Remedy
Give citation and entry the same year.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, listed, quoted

ID = "misdated-citation"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for text, citation in case.citations:
        if not citation.year_mismatch:
            continue
        known = {reference.id: reference for reference in text.references}
        meant = [known[key] for key in citation.references or citation.candidates if key in known]
        years = sorted({reference.year for reference in meant if reference.year})
        says = f"the entry says {quoted(listed(years))}" if years else "the entry has no year"
        if len(meant) > 1:
            says = f"its entries say {quoted(listed(years))}" if years else "its entries have no year"
        yield case.on_citation(
            ID,
            SEVERITY,
            citation,
            f"the citation says {quoted(citation.text)}, {says}",
            "give citation and entry the same year",
        )
