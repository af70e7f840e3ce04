"""A quotation that reads otherwise in the source, or was said by somebody else.

## What it does
Compares words between quotation marks, and who said them, with the source. Typographic marks, ellipses and brackets
are taken into account.

## Why is this bad?
Quotation marks promise the exact words. One word can turn them round.

## Example
The text quotes "we will not raise the fares", the page has "we will now raise the fares".

## Remedy
Restore the words and the speaker, or take the quotation marks away.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._rulings import clash, faults, report

ID = "altered-quotation"
SEVERITY: Severity = "error"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for judged, check, fact in faults(case, ID):
        help = "name the speaker that the page names" if fact and fact.kind == "speaker" else (
            "restore the words, or take the quotation marks away"
        )  # fmt: skip
        yield report(case, ID, SEVERITY, judged, check, clash(fact, check, judged.claim), help)
