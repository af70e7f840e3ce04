"""A claim of which its sources bear out a part.

## What it does
Reports claims of several parts (a number, a date, a name, two statements) of which the sources mention some and are
silent on others, and names what is missing.

## Why is this bad?
The part without a source travels on the credit of the other.

## Example
"The ferry carried 41,000 cars and made a profit (Dahl, 2020)", and the page gives the number alone.

## Remedy
Cite a source for the rest as well, or split the sentence.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, JudgedClaim, Severity
from claimcheck.rules._case import Case, listed, quoted, said, site
from claimcheck.rules._rulings import evidence

ID = "partial-claim"
SEVERITY: Severity = "warning"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged in case.judged:
        checks = [check for check in judged.checks if check.ruling.verdict == "partial"]
        if judged.verdict != "partial" or not checks or judged.claim.kind == "reference-title":
            continue
        missing = _missing(judged)
        best = checks[0]
        sites = listed(list(dict.fromkeys(site(check.url) for check in checks))[:3])
        what = f"nothing of {listed([quoted(part, 60) for part in missing[:4]])}" if missing else "only a part"
        verb = "say" if len(checks) > 1 else "says"
        message = f"the text says {said(judged.claim)}, {sites} {verb} {what}"
        help = "cite a source for the rest as well, or split the sentence"
        if not missing and any(fact.kind == "modality" and fact.agrees is None for fact in best.ruling.facts):
            message = f"the text says {said(judged.claim)} as a fact, {sites} {verb} that somebody says so"
            help = "say who says it, or cite a source that says it itself"
        if best.ruling.reason == "outside-body":
            message = f"{said(judged.claim)} stands on {sites} only outside the article itself"
        yield case.on_claim(
            ID,
            SEVERITY,
            judged.claim,
            message,
            help,
            url=best.url,
            reference=best.reference,
            confidence="medium",
            related=tuple(related for check in checks for related in evidence(check)),
        )


def _missing(judged: JudgedClaim) -> list[str]:
    """The parts that no partial source mentions."""
    silent = [
        {fact.claim: None for fact in check.ruling.facts if fact.agrees is None and fact.kind != "modality"}
        for check in judged.checks
        if check.ruling.verdict == "partial"
    ]
    return [part for part in silent[0] if all(part in other for other in silent)]
