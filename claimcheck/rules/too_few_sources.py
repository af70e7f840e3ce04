"""A claim with fewer sources than its kind requires.

## What it does
Counts the sources that a claim names itself, in its citations and under `sources:` in the claims file, where the
settings require a number of them. Sources that the settings refuse do not count, nor do the text's own pages; a
citation counts even if it was not resolved. A claim that names none is `uncited-claim`. Nothing is required until the
settings say so:

    [sources.required]
    quotation = 1
    quantity = 2       # statement, date, forecast, assessment and legal are the other kinds

## Why is this bad?
A house that wants two sources for each figure has a reason.

## Example
"The ferry carried 41,000 cars (Dahl, 2020)", where two sources are required for each number.

## Remedy
Cite another source.
"""

from collections.abc import Iterator

from claimcheck.model import Claim, Extraction, Finding, Severity
from claimcheck.policy import Sourcing
from claimcheck.rules._addresses import bare
from claimcheck.rules._case import Case, counted, said

ID = "too-few-sources"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    sourcing = case.policy.sources
    if not sourcing.required:
        return
    for judged in case.judged:
        claim, text = judged.claim, case.text_of(judged.claim)
        if text is None or not (claim.citations or claim.sources):
            continue
        required, named = sourcing.requires(claim), len(_named(claim, text, sourcing))
        if named < required:
            words = f"{said(claim)} names {counted(named, 'source')} that counts, and {required} are required"
            yield case.on_claim(
                ID, SEVERITY, claim, words.replace("sources that counts", "sources that count"), "cite another source"
            )


def _named(claim: Claim, text: Extraction, sourcing: Sourcing) -> set[str]:
    """The sources that count: one name for each."""
    addresses = {reference.id: reference.url for reference in text.references}
    names = {entry.url for entry in claim.sources}
    for citation in text.citations:
        if citation.id in claim.citations:
            confirmed = tuple(key for key in citation.candidates if key in claim.confirmed)
            # One that fits several entries is one source, whichever it is.
            names.update(addresses.get(key) or key for key in citation.references or confirmed or (citation.text,))
    return {bare(name) for name in names if not (sourcing.refuses(name) or sourcing.owns(name))}
