"""A person's waivers, held against the findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from claimcheck import catalogue
from claimcheck.model import Claim, Extraction, Finding, JudgedClaim, Location, Waiver
from claimcheck.rules._case import Case, WaiverUse

_Held = tuple[Extraction, Claim, Waiver]


def waive(case: Case, findings: Iterable[Finding], ran: frozenset[str]) -> tuple[list[Finding], tuple[WaiverUse, ...]]:
    """The findings, those waived marked so, and what became of every waiver."""
    by_rule: dict[str, list[int]] = defaultdict(list)
    by_claim: dict[tuple[str, str], list[int]] = defaultdict(list)
    held: list[_Held] = []
    for text in case.texts:
        for claim in text.claims:
            for waiver in claim.waivers:
                by_rule[waiver.rule].append(len(held))
                by_claim[waiver.rule, claim.id].append(len(held))
                held.append((text, claim, waiver))
    matched = [0] * len(held)
    marked = []
    for finding in findings:
        elsewhere = finding.claim is None or any(related.location for related in finding.related)
        near = by_rule.get(finding.rule) if elsewhere else by_claim.get((finding.rule, finding.claim or ""))
        for number in near or ():
            text, claim, waiver = held[number]
            if not _concerns(finding, text, claim):
                continue
            matched[number] += 1
            if not _expired(waiver, case.as_of) and finding.status == "open":
                finding = replace(finding, status="waived", waiver=waiver.reason)
        marked.append(finding)
    judged = {(entry.claim.document, entry.claim.id): entry for entry in case.judged}
    uses = tuple(
        WaiverUse(
            text,
            claim,
            waiver,
            matched[number],
            _expired(waiver, case.as_of),
            waiver.rule in ran and _tested(waiver, judged.get((claim.document, claim.id))),
        )
        for number, (text, claim, waiver) in enumerate(held)
    )
    return marked, uses


def _expired(waiver: Waiver, today: date) -> bool:
    """True after the last day on which the waiver holds."""
    return waiver.until is not None and waiver.until < today.isoformat()


def _concerns(finding: Finding, text: Extraction, claim: Claim) -> bool:
    """True when a waiver on ``claim`` is about ``finding``."""
    documents = {claim.document, text.claims_path, *(one.path for one in text.references if one.path)}
    # The other side of a conflict is named by its place: a waiver may stand on either.
    for related in finding.related:
        place = related.location
        if place is not None and place.document in documents and _same_place(place, claim):
            return True
    if finding.location.document not in documents:
        return False
    if finding.claim is not None:
        return finding.claim == claim.id
    # A fault of a reference may be waived where the reference is cited.
    if finding.reference is None:
        return False
    own = {key for citation in text.citations if citation.id in claim.citations for key in citation.references}
    return finding.reference in own or finding.reference == claim.reference


def _same_place(place: Location, claim: Claim) -> bool:
    if place.start is None:
        return (place.line, place.column) == (claim.line, claim.column)
    return (place.start, place.end) == (claim.span.start, claim.span.end)


def _tested(waiver: Waiver, judged: JudgedClaim | None) -> bool:
    """True when this audit could tell whether the rule applies: what the rule needs was read."""
    if not getattr(catalogue.load("rules", waiver.rule), "READS_SOURCES", False):
        return True
    return judged is not None and all(check.ruling.verdict != "unchecked" for check in judged.checks)
