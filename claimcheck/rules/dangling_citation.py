"""A citation that names no entry of the bibliography.

## What it does
Finds in-text citations that match no entry: not by author and year, not by title, not by site, not by number.

## Why is this bad?
The reader is sent to a source that is not there. What the sentence says cannot be checked.

## Example
"(Jensen, 2021)" in a text whose bibliography has "Jansson, P. (2021)" and nothing of Jensen.

## Remedy
Add the missing entry, or correct the citation to the name that the entry has. The nearest entries are listed.
"""

from collections.abc import Iterator

from claimcheck.model import Dangling, Finding, Severity
from claimcheck.rules._candidates import entries, names
from claimcheck.rules._case import Case, quoted

ID = "dangling-citation"
SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    for text, citation in case.citations:
        if not isinstance(citation.resolution, Dangling):
            continue
        near = names(text, citation)
        hint = f"; near it: {near}" if near else ""
        yield case.on_citation(
            ID,
            SEVERITY,
            citation,
            f"{quoted(citation.text)} names no entry of the bibliography",
            f"add the entry, or cite one that is there{hint}",
            related=entries(case, text, citation),
        )
