"""A figure that a later source overtakes.

## What it does
Reports claims that are right at their source, while another cited source that was published later gives a different
figure. This is growth or revision, not disagreement: the claim stays supported.

## Why is this bad?
The text gives yesterday's figure beside a source that has today's.

## Example
"The ferry carried 41,000 cars (Dahl, 2020; Aas, 2023)": the page of 2023 says 52,000.

## Remedy
Give the newer figure, or say of when the older one is.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted, said, site
from claimcheck.rules._rulings import evidence, is_outdated

ID = "outdated-figure"
SEVERITY: Severity = "warning"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged in case.judged:
        for check in judged.checks:
            if not is_outdated(check):
                continue
            fact = next((fact for fact in check.ruling.facts if fact.agrees is False and fact.source), None)
            since = f" of {check.published[:10]}" if check.published else ""
            later = quoted(fact.source) if fact and fact.source else "another figure"
            yield case.on_claim(
                ID,
                SEVERITY,
                judged.claim,
                f"the text says {quoted(fact.claim) if fact else said(judged.claim)}, "
                f"the later page{since} at {site(check.url)} says {later}",
                "give the newer figure, or say of when the older one is",
                url=check.url,
                reference=check.reference,
                confidence="medium",
                related=evidence(check),
            )
