"""An audit that looked at nothing.

## What it does
Says so when an audit found no claim at all, or when a text has five citations or more and none of them leads to a
reference. An audit without a network is no such case: its claims are counted as unchecked.

## Why is this bad?
A report without findings looks like a clean text. Nothing checked is never clean.

## Example
An article whose body was not recognised, or a bibliography in a form that is not read.

## Remedy
See with `claimcheck text FILE` what was read of the file, and with `claimcheck extract FILE` what was found in it.
"""

from collections.abc import Iterator

from claimcheck.model import Extraction, Finding, Location, Severity
from claimcheck.rules._case import Case, counted, fingerprint

ID = "nothing-checked"
SEVERITY: Severity = "error"

MANY = 5
"""Citations from which on it is no accident that none is resolved."""


def check(case: Case) -> Iterator[Finding]:
    claims = sum(claim.class_ in {"fact", "cited"} for text in case.texts for claim in text.claims)
    for text in case.texts:
        resolved = sum(citation.status == "resolved" for citation in text.citations)
        if not claims:
            yield _finding(text, "no claim was found: nothing was checked")
        elif len(text.citations) >= MANY and not resolved:
            number = counted(len(text.citations), "citation")
            yield _finding(text, f"none of {number} leads to a reference: what they cite was not checked")
    if not case.texts:
        yield Finding(ID, SEVERITY, "there was no text: nothing was checked", Location(".", 1), help="name a text")


def _finding(text: Extraction, message: str) -> Finding:
    path = text.document.path if text.claims_path is None or text.claims else text.claims_path
    help = "see what was read with claimcheck text, and what was found with claimcheck extract"
    return Finding(
        ID, SEVERITY, message, Location(path, 1), help=help, fingerprint=fingerprint(ID, path, "")
    )  # fmt: skip
