"""A checkable fact without a source.

## What it does
Finds sentences that state a checkable fact (a number, a date, an event, a named law) and cite nothing: no citation of
their own, none in the rest of the paragraph that bears them out, and no source added in the claims file. Assessments,
opinions and the titles of references need no source.

## Why is this bad?
A reader cannot check it, and neither can this audit: the fact may be right, but nothing here shows it.

## Example
"The fares were frozen for four years under Resolution 17." with no citation and no link.

## Remedy
Cite a source in the text, or add one to the claim in the claims file:

    sources:
      - url: https://council.example.org/17

When the sentence names a law or a resolution, its own address is suggested there.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Related, Severity
from claimcheck.rules._case import Case, listed, said

ID = "uncited-claim"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for judged in case.judged:
        claim = judged.claim
        if judged.verdict != "uncited" or claim.class_ != "fact" or claim.kind != "statement":
            continue
        # With the network down, a citation elsewhere in the paragraph may bear the claim out all the same.
        elsewhere = ", only elsewhere in its paragraph" if claim.inherited else ""
        names = f"; it names {listed(claim.suggested)} itself" if claim.suggested else ""
        yield case.on_claim(
            ID,
            SEVERITY,
            claim,
            f"no source is cited for {said(claim)}{elsewhere}{names}",
            "cite one, or add one under sources: in the claims file",
            confidence="low" if claim.inherited else "medium",
            related=tuple(Related("a source that it names itself", url=url) for url in claim.suggested),
        )
