"""A citation that fits one entry only by elimination, spelling or signature.

## What it does
Lists in-text citations with one candidate that nothing speaks for but that no other is left, or that its name differs
by one letter, or whose name only the cited page itself gives, as its author or its site. Claims that rest on it stay
unchecked until a person confirms it.

## Why is this bad?
It is probably meant, and a guess all the same. Nobody should read a verdict that rests on it.

## Example
"(Dahll, 2020)" with the entry "Dahl, K. (2020)".

## Remedy
Correct the citation, or confirm the entry on the claim in the claims file: `confirmed: [r1]`.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity, Weak
from claimcheck.rules._candidates import confirmed, entries, names, remedy
from claimcheck.rules._case import Case, quoted

ID = "weak-citation"
SEVERITY: Severity = "note"


def check(case: Case) -> Iterator[Finding]:
    for text, citation in case.citations:
        if not isinstance(citation.resolution, Weak) or confirmed(case, citation):
            continue
        yield case.on_citation(
            ID,
            SEVERITY,
            citation,
            f"{quoted(citation.text)} may mean {names(text, citation) or citation.resolution.candidate}",
            remedy(case, citation, "correct the citation"),
            confidence="low",
            related=entries(case, text, citation),
        )
