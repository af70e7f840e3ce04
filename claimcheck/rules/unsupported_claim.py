"""A claim that none of its sources bears out.

## What it does
Reports claims whose sources were all read, whole and in the language of the text, and say nothing that bears the claim
out. It is reported once a claim. A source that could not be read never leads here.

## Why is this bad?
The reader is sent to a page that does not say it.

## Example
"The ferry carried 41,000 cars (Dahl, 2020)", and the page is about buses.

## Remedy
Cite the page that says it, or reword the sentence to what the page says.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, counted, listed, said, site
from claimcheck.rules._rulings import confidence, evidence, rule_of

ID = "unsupported-claim"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged in case.judged:
        # A page that does not repeat its own title is no fault of the text (see retitled-source).
        if judged.verdict != "unsupported" or judged.claim.kind == "reference-title":
            continue
        rules = [rule_of(check) for check in judged.checks]
        silent = [check for check, rule in zip(judged.checks, rules, strict=True) if rule == (ID, None)]
        if not silent or any(rule is not None and rule[0] != ID for rule in rules):
            continue
        sites = list(dict.fromkeys(site(check.url) for check in silent))
        pages = listed(sites) if len(sites) <= 3 else counted(len(sites), "source")
        yield case.on_claim(
            ID,
            SEVERITY,
            judged.claim,
            f"the text says {said(judged.claim)}, {pages} {'does' if len(sites) == 1 else 'do'} not bear it out",
            "cite the page that says it, or say what the page says",
            url=silent[0].url,
            reference=silent[0].reference,
            confidence=confidence(silent[0]),
            related=tuple(related for check in silent for related in evidence(check)),
        )
