"""An audit that looked at nothing.

## What it does
Says so, text by text:

- when no claim was found in a text (an error when there is none in any, else a warning);
- when a text has five citations or more and none of them leads to a reference;
- when some claims of a text cite a source, and not one of them was held against any. That is an error where this run
  did not look: nothing is stored (`--offline`), nothing is in the lock (`--frozen`), no network, addresses that are
  not public, a budget. Pages that answered and cannot be read (a wall, a page that is gone, print without an
  address) make it a warning, as long as something else was checked. Under `--changed-since` it is about the claims
  that changed, and only where this run did not look.

## Why is this bad?
A report without findings looks like a clean text. Nothing checked is never clean.

## Example
An article whose body was not recognised, a bibliography in a form that is not read, a lock that was not committed, or
an `--offline` run on a machine that has never fetched.

## Remedy
See with `claimcheck text FILE` what was read of the file, and with `claimcheck extract FILE` what was found in it. For
sources that are not stored, audit once without `--offline` and `--frozen`, and keep what that writes.
`claimcheck sources add URL FILE` files a copy of a page that cannot be fetched.
"""

from collections import Counter
from collections.abc import Iterator

from claimcheck.model import Claim, Extraction, Finding, JudgedClaim, Location, Severity
from claimcheck.rules._case import Case, counted, fingerprint, quoted
from claimcheck.rules._reading import SAVE_A_COPY

ID = "nothing-checked"
SEVERITY: Severity = "error"

MANY = 5
"""Citations from which on it is no accident that none is resolved."""
_READ = "see what was read with claimcheck text, and what was found with claimcheck extract"
_LOCK = "audit once without --frozen, and keep the lock that this writes"
_REMEDIES = {
    "not-stored": "fetch its sources once with claimcheck audit {}, without --offline: they are kept",
    "unsafe": "allow the network of its sources with --allow-net if it is your own",
    "budget": "give the run more time or more requests",
    "down": "see whether this machine reaches the network (a proxy?), and audit again",
    "throttled": "audit again later: what was fetched by then is kept",
}
"""Reasons for which a source was not looked at that lie with this run or its network, each with the way on."""


def check(case: Case) -> Iterator[Finding]:
    if not case.texts:
        yield Finding(ID, SEVERITY, "there was no text: nothing was checked", Location(".", 1), help="name a text")
    all_empty = not any(_asserts(claim) for text in case.texts for claim in text.claims)
    none_held = not any(_held(judged) for judged in case.judged)
    for text in case.texts:
        resolved = sum(citation.status == "resolved" for citation in text.citations)
        reasons = _unread(case, text)
        if not any(_asserts(claim) for claim in text.claims):
            message = "no claim was found: nothing was checked" if all_empty else "no claim was found in this text"
            yield _finding(case, text, message, _READ, SEVERITY if all_empty else "warning")
        elif len(text.citations) >= MANY and not resolved:
            number = counted(len(text.citations), "citation")
            yield _finding(case, text, f"none of {number} leads to a reference: what they cite was not checked", _READ)
        elif reasons:
            ours = reasons.keys() <= _REMEDIES.keys()
            if case.narrowed and not ours:
                continue  # a wall on the one page that a change cites is no fault of the change, and is told by itself
            ((most, _), *_) = reasons.most_common(1)
            help = _LOCK if most == "not-stored" and case.frozen else _REMEDIES.get(most, SAVE_A_COPY)
            help = help.format(quoted(text.document.path)[1:-1])
            told = ", ".join(f"{number} {reason}" for reason, number in reasons.most_common())
            message = f"no claim was held against a source ({told}): nothing was checked"
            severity: Severity = SEVERITY if ours or none_held else "warning"
            yield _finding(case, text, message, help, severity, _first(case, text) if case.narrowed else None)


def _asserts(claim: Claim) -> bool:
    """A title in a list of references is not what the text itself says."""
    return claim.kind == "statement" and claim.class_ in {"fact", "cited"}


def _held(judged: JudgedClaim) -> bool:
    return any(check.ruling.verdict != "unchecked" for check in judged.checks)


def _of(case: Case, text: Extraction) -> tuple[JudgedClaim, ...]:
    keys = ((claim.document, claim.id) for claim in text.claims if claim.kind == "statement")
    return tuple(case.judged_by_id[key] for key in keys if key in case.judged_by_id)


def _unread(case: Case, text: Extraction) -> Counter[str]:
    """Why each source of ``text`` was not held against a claim; empty when one was, or when the text cites none."""
    claims = _of(case, text)
    if any(map(_held, claims)):
        return Counter()
    why: dict[str | None, str] = {}
    for judged in claims:
        if judged.verdict == "unchecked":
            why.update((check.url or check.citation, check.ruling.reason) for check in judged.checks)
            if not judged.checks:
                why[judged.claim.id] = judged.reason  # the time was over before its turn
    return Counter(why.values())


def _first(case: Case, text: Extraction) -> Location | None:
    """Where the first claim stands that was not held against a source."""
    return next((case.place(judged.claim) for judged in _of(case, text) if judged.verdict == "unchecked"), None)


def _finding(
    case: Case, text: Extraction, message: str, help: str, severity: Severity = SEVERITY, at: Location | None = None
) -> Finding:
    at_hand = text.document.path in case.documents or text.claims_path is None
    path = text.document.path if at_hand else text.claims_path or text.document.path
    return Finding(ID, severity, message, at or Location(path, 1), help=help, fingerprint=fingerprint(ID, path, ""))
