"""A claim whose sentence is no longer in the text.

## What it does
Finds claims of a claims file, with something of a person's in them, whose sentence was changed or taken out since.

## Why is this bad?
A restatement, a waiver or a source then belongs to a sentence that nobody reads any more.

## Example
A waived claim on "froze the fares for four years", and a text that now says "for five years".

## Remedy
Move what still holds to the claim on the new sentence, and delete this one.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted

ID = "stale-claim"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for text in case.texts:
        for claim in text.claims:
            if claim.id in text.stale:
                yield case.on_claim(
                    ID,
                    SEVERITY,
                    claim,
                    f"the sentence of claim {claim.id} is no longer in the text: {quoted(claim.text)}",
                    "move what still holds to the claim on the new sentence, and delete this one",
                    at=case.entry_place(text, claim),
                )
