"""A claim on which its own sources disagree.

## What it does
Reports claims that one cited source bears out and another contradicts.

## Why is this bad?
The text cites both as witnesses for the same sentence.

## Example
"The ferry carried 41,000 cars (Dahl, 2020; Aas, 2021)": one page says 41,000, the other 14,000 for the same year.

## Remedy
Find out which holds. Say that they differ, or cite only the one that is right.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted, said, site
from claimcheck.rules._rulings import evidence, is_outdated, rule_of

ID = "disputed-claim"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged in case.judged:
        if judged.verdict != "disputed":
            continue
        support = [check for check in judged.checks if check.ruling.verdict == "supported"]
        against = [
            check for check in judged.checks if check.ruling.verdict == "contradicted" and not is_outdated(check)
        ]
        if not support or not against:
            continue
        fault = rule_of(against[0])
        fact = fault[1] if fault else None
        says = f", {site(against[0].url)} says {quoted(fact.source)}" if fact and fact.source else ""
        yield case.on_claim(
            ID,
            SEVERITY,
            judged.claim,
            f"{site(support[0].url)} bears out {quoted(fact.claim) if says and fact else said(judged.claim)}"
            + (says or f", {site(against[0].url)} contradicts it"),
            "find out which holds; say that they differ, or cite the one that is right",
            url=against[0].url,
            reference=against[0].reference,
            confidence="medium",
            related=tuple(related for check in (*support, *against) for related in evidence(check)),
        )
