"""An audit that looked at nothing.

## What it does
Says so when an audit found no claim at all, when a text has five citations or more and none of them leads to a
reference, and when under `--frozen` the lock holds none of the sources that a text cites. An audit with `--offline` is
no such case: its claims are counted as unchecked.

## Why is this bad?
A report without findings looks like a clean text. Nothing checked is never clean.

## Example
An article whose body was not recognised, a bibliography in a form that is not read, or a lock that was not committed.

## Remedy
See with `claimcheck text FILE` what was read of the file, and with `claimcheck extract FILE` what was found in it. For
the lock, audit once without `--frozen`, and keep what that writes.
"""

from collections.abc import Iterator

from claimcheck.model import Claim, Extraction, Finding, Location, Severity
from claimcheck.rules._case import Case, counted, fingerprint

ID = "nothing-checked"
SEVERITY: Severity = "error"

MANY = 5
"""Citations from which on it is no accident that none is resolved."""
_READ = "see what was read with claimcheck text, and what was found with claimcheck extract"
_LOCK = "audit once without --frozen, and keep the lock that this writes"


def check(case: Case) -> Iterator[Finding]:
    claims = sum(_asserts(claim) for text in case.texts for claim in text.claims)
    for text in case.texts:
        resolved = sum(citation.status == "resolved" for citation in text.citations)
        if not claims:
            yield _finding(text, "no claim was found: nothing was checked")
        elif len(text.citations) >= MANY and not resolved:
            number = counted(len(text.citations), "citation")
            yield _finding(text, f"none of {number} leads to a reference: what they cite was not checked")
        elif case.frozen and (missing := _missing(case, text)):
            message = f"the lock has nothing of what the text cites ({missing}): nothing was checked"
            yield _finding(text, message, _LOCK)
    if not case.texts:
        yield Finding(ID, SEVERITY, "there was no text: nothing was checked", Location(".", 1), help="name a text")


def _asserts(claim: Claim) -> bool:
    """A title in a list of references is not what the text itself says."""
    return claim.kind == "statement" and claim.class_ in {"fact", "cited"}


def _missing(case: Case, text: Extraction) -> str:
    """How many sources a text cites when the lock has none of them; empty when it has one, or the text cites none."""
    cited = [one.source.outcome for one in case.cited_sources if one.text is text]
    return counted(len(cited), "source") if cited and set(cited) == {"not-stored"} else ""


def _finding(text: Extraction, message: str, help: str = _READ) -> Finding:
    path = text.document.path if text.claims_path is None or text.claims else text.claims_path
    return Finding(
        ID, SEVERITY, message, Location(path, 1), help=help, fingerprint=fingerprint(ID, path, "")
    )  # fmt: skip
