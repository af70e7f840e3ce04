"""A citation that fits several entries equally.

## What it does
Finds in-text citations that two or more entries fit, with nothing to tell them apart. None of them is taken: a claim
that is held against the wrong page gets a wrong verdict.

## Why is this bad?
The reader has to guess which source is meant, and may find a page that says something else.

## Example
"(coast.example.org, n.d.)" with two entries of coast.example.org.

## Remedy
Make the citation tell them apart (a letter after the year, the title), or name the right one in the claims file under
`confirmed:`.
"""

from collections.abc import Iterator

from claimcheck.model import Ambiguous, Finding, Severity
from claimcheck.rules._candidates import confirmed, entries, names, remedy
from claimcheck.rules._case import Case, counted, quoted

ID = "ambiguous-citation"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for text, citation in case.citations:
        if not isinstance(citation.resolution, Ambiguous) or confirmed(case, citation):
            continue
        yield case.on_citation(
            ID,
            SEVERITY,
            citation,
            f"{quoted(citation.text)} fits {counted(len(citation.candidates), 'entry')}: {names(text, citation)}",
            remedy(case, citation, "tell them apart in the citation"),
            related=entries(case, text, citation),
        )
