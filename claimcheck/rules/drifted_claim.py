"""A rewording that has lost a fact.

## What it does
Reads the numbers, dates, quotations and named instruments of a reworded claim again, and compares them with those
stored beside it from the sentence in the text.

## Why is this bad?
The claim that is checked is then no longer the one that the text makes.

## Example
The sentence has "about 41,000 cars in 2019", the rewording "14,000 cars in 2019".

## Remedy
Correct the rewording. If it leaves a fact out on purpose, delete that fact from the claim.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, listed, quoted
from claimcheck.rules._drift import lost

ID = "drifted-claim"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for text in case.texts:
        for claim in text.claims:
            if not claim.edited or claim.stated is None or claim.class_ in {"minor", "opinion"}:
                continue
            gone = lost(claim.stated, claim.text)
            if gone:
                yield case.on_claim(
                    ID,
                    SEVERITY,
                    claim,
                    f"the sentence has {listed([quoted(fact, 60) for fact in gone])}, the rewording "
                    f"{quoted(claim.text)} has not",
                    "correct the rewording, or delete the fact from the claim if it is left out on purpose",
                    confidence="medium",
                    at=case.entry_place(text, claim),
                )
