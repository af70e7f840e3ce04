"""From the rulings of single sources to the verdict on a claim.

``hold`` holds a claim against every source it cites; ``conclude`` joins the rulings as the contract says. A source that
was not read gives no verdict: it is ``unchecked``, with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.model import (
    Check,
    Citation,
    Claim,
    ClaimVerdict,
    Dangling,
    Document,
    JudgedClaim,
    Reference,
    Resolved,
    Ruling,
    Source,
    Weak,
)

_FIGURE = re.compile(r"\d[\d.,]*\d")
"""A figure of two digits or more: a single digit stands in any markup."""
Judge = Callable[[Claim, Document], Ruling]
"""One source's document held against one claim."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything a claim may be held against: citations and references by id, sources by URL as cited."""

    citations: Mapping[str, Citation]
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    language: str | None = None
    """Language of the text, when known."""


def hold(claim: Claim, shelf: Shelf, judge: Judge) -> JudgedClaim:
    """The claim with its verdict and the check of each source that it cites."""
    return conclude(claim, tuple(_checks(claim, shelf, judge)))


def _checks(claim: Claim, shelf: Shelf, judge: Judge) -> Iterator[Check]:
    seen: set[str] = set()
    for entry in claim.sources:
        if entry.url not in seen:
            seen.add(entry.url)
            yield _check(claim, shelf, judge, url=entry.url)
    if claim.reference is not None:
        reference = shelf.references[claim.reference]
        yield _check(claim, shelf, judge, url=reference.url, reference=reference.id)
    for citation_id, own in (*((key, True) for key in claim.citations), *((key, False) for key in claim.inherited)):
        citation = shelf.citations[citation_id]
        confirmed = tuple(key for key in citation.candidates if key in claim.confirmed)
        if isinstance(citation.resolution, Resolved) or confirmed:
            for key in citation.references or confirmed:
                reference = shelf.references[key]
                if (reference.url or key) in seen:
                    continue
                seen.add(reference.url or key)
                yield _check(claim, shelf, judge, url=reference.url, reference=key, citation=citation, own=own)
        else:
            yield _unresolved(citation, shelf, own)


def _unresolved(citation: Citation, shelf: Shelf, own: bool) -> Check:
    key: str | None = None
    url: str | None = None
    match citation.resolution:
        case Weak(candidate):
            key, url = candidate, shelf.references[candidate].url
            reason, words = "weak-citation", f'"{citation.text}" fits one entry, and not for certain'
        case Dangling():
            reason, words = "dangling-citation", f'"{citation.text}" names no entry of the bibliography'
        case _:
            reason, words = "ambiguous-citation", f'"{citation.text}" fits {len(citation.candidates)} entries'
    return Check(
        reference=key,
        url=url,
        outcome="no-url",
        ruling=Ruling("unchecked", reason, 0.0, explanation=words),
        own=own,
        citation=citation.id,
        status=citation.status,
    )


def _check(
    claim: Claim,
    shelf: Shelf,
    judge: Judge,
    *,
    url: str | None,
    reference: str | None = None,
    citation: Citation | None = None,
    own: bool = True,
) -> Check:
    source = shelf.sources.get(url) if url else None
    if source is None:
        source = Source(url, "not-stored") if url else Source("", "no-url", "the entry names no address")
    return Check(
        reference=reference,
        url=url,
        outcome=source.outcome,
        ruling=rule(claim, source, shelf.language, judge),
        own=own,
        citation=citation.id if citation else None,
        status=citation.status if citation else "resolved",
        published=source.published,
        evidence=source.evidence,
        copy_of=source.copy_of,
    )


def rule(claim: Claim, source: Source, language: str | None, judge: Judge) -> Ruling:
    """What one source says of a claim: the judge's ruling where it was read, else ``unchecked`` with the reason."""
    if not source.readable or source.document is None:
        return Ruling("unchecked", source.outcome, 0.0, explanation=source.detail)
    theirs = source.document.language
    if language and theirs and language != theirs:
        words = f"the text is in {language!r} and the page in {theirs!r}"
        return Ruling("unchecked", "language", 0.0, explanation=words)
    ruling = judge(claim, source.document)
    if ruling.verdict not in {"supported", "unchecked"} and _hides_a_figure(source.document, ruling):
        words = "a figure of the claim stands in a part of the page that is not read as prose: a note, a template, code"
        return replace(ruling, verdict="unchecked", reason="read-in-part", explanation=words)
    if ruling.verdict == "unsupported" and not source.silence_counts:
        reason = source.outcome if source.document.complete else "read-in-part"
        words = "what was read does not mention it, and it may stand in what was not read"
        return replace(ruling, verdict="unchecked", reason=reason, explanation=words)
    return ruling


def _hides_a_figure(document: Document, ruling: Ruling) -> bool:
    """Whether a figure that fails the claim stands in ``document`` where its prose is blank, and nowhere in its prose.

    "The flood killed 300 in Ely" accuses nobody of 4,312 deaths while the infobox above it gives these.
    """
    if document.prose == document.text:
        return False
    failed = (fact.claim for fact in ruling.facts if fact.kind == "quantity" and not fact.agrees)
    for figure in sorted({figure for words in failed for figure in _FIGURE.findall(words)}):
        whole = re.compile(rf"(?<![\w/&.,-]){re.escape(figure)}(?![\w/=&-]|[.,]\d)")
        if not whole.search(document.prose) and whole.search(document.text):
            return True
    return False


# --- The verdict on a claim ---------------------------------------------------------------------------------------


def conclude(claim: Claim, checks: Sequence[Check]) -> JudgedClaim:
    """Join the rulings: the claim's own citations first, then what it inherits from the rest of its paragraph."""
    own = _originals([check for check in checks if check.own])
    inherited = [check for check in checks if not check.own]
    if not own:
        verdict, reason, score = _inherited(inherited)
        return JudgedClaim(claim, verdict, reason, score, tuple(checks))
    outdated = _outdated(own)
    if outdated:
        checks = [_mark_outdated(check) if check in outdated else check for check in checks]
        own = [check for check in own if check not in outdated]
    verdict, reason, score = _joined(own)
    return JudgedClaim(claim, verdict, reason, score, tuple(checks))


def _originals(checks: Sequence[Check]) -> list[Check]:
    """The checks without those of copies that say the same: one agency's report on three sites is one source."""
    held = {(check.url, check.ruling.verdict) for check in checks}
    kept = []
    for check in checks:
        if check.copy_of is None or (check.copy_of, check.ruling.verdict) not in held:
            kept.append(check)
            held.add((check.copy_of, check.ruling.verdict))
    return kept


def _joined(own: Sequence[Check]) -> tuple[ClaimVerdict, str, float]:
    by_verdict: dict[str, list[Check]] = {}
    for check in own:
        by_verdict.setdefault(check.ruling.verdict, []).append(check)
    score = max((check.ruling.score for check in own if check.ruling.verdict != "unchecked"), default=0.0)
    supported, contradicted = by_verdict.get("supported", []), by_verdict.get("contradicted", [])
    if supported and contradicted:
        return "disputed", "its sources disagree", score
    if supported:
        return "supported", supported[0].ruling.reason, score
    if contradicted:
        return "contradicted", contradicted[0].ruling.reason, score
    partial = by_verdict.get("partial", [])
    if partial:
        if len(partial) > 1 and _cover(partial):
            return "supported", "its sources together bear it out", score
        return "partial", partial[0].ruling.reason, score
    unread = by_verdict.get("unchecked", [])
    if unread:
        reasons = dict.fromkeys(check.ruling.reason for check in unread)
        return "unchecked", ", ".join(reasons), score
    return "unsupported", own[0].ruling.reason, score


def _inherited(checks: Sequence[Check]) -> tuple[ClaimVerdict, str, float]:
    decisive = [check for check in checks if check.ruling.verdict in {"supported", "contradicted"}]
    if decisive:
        verdict, _, score = _joined(decisive)
        return verdict, "by a citation of its paragraph", score
    if checks:
        return "uncited", "no citation of its own; those of its paragraph do not decide it", 0.0
    return "uncited", "no citation", 0.0


def _cover(partial: Sequence[Check]) -> bool:
    """True when every part that one source leaves out is borne out by another."""
    missing = [{fact.claim for fact in check.ruling.facts if fact.agrees is None} for check in partial]
    return all(missing) and not set.intersection(*missing)


def _outdated(own: Sequence[Check]) -> list[Check]:
    """Contradictions by figure alone from sources newer than every source that bears the claim out."""
    supporting = [check.published for check in own if check.ruling.verdict == "supported"]
    if not supporting or not all(supporting):
        return []
    newest = max(date for date in supporting if date)
    return [
        check
        for check in own
        if check.ruling.verdict == "contradicted"
        and check.published is not None
        and check.published[:10] > newest[:10]
        and {fact.kind for fact in check.ruling.facts if fact.agrees is False} == {"quantity"}
    ]


def _mark_outdated(check: Check) -> Check:
    return replace(check, ruling=replace(check.ruling, verdict="unsupported", reason="outdated"))
