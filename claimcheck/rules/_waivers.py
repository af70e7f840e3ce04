"""A person's waivers, held against the findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from claimcheck import catalogue
from claimcheck.model import Claim, Document, Extraction, Finding, Location, Span, Waiver
from claimcheck.rules._case import Case, WaiverUse
from claimcheck.rules._inline import waivers_in


@dataclass(frozen=True, slots=True)
class OnClaim:
    """A waiver on a claim of a claims file."""

    text: Extraction
    claim: Claim
    waiver: Waiver

    def concerns(self, finding: Finding) -> bool:
        text, claim = self.text, self.claim
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

    def claims(self) -> Iterator[Claim]:
        yield self.claim


@dataclass(frozen=True)  # without slots: cached_property keeps its values in the instance's __dict__
class InText:
    """A waiver in a comment of the text, about ``span`` (``None``: all of it)."""

    text: Extraction
    document: Document
    waiver: Waiver
    span: Span | None
    place: Location

    def concerns(self, finding: Finding) -> bool:
        if any(related.location and self._holds(related.location) for related in finding.related):
            return True
        if self._holds(finding.location):
            return True
        if finding.location.document not in self._files:
            return False
        if finding.claim is not None:
            return finding.claim in self._claims
        return finding.reference is not None and (self.span is None or finding.reference in self._cited)

    def claims(self) -> Iterator[Claim]:
        for claim in self.text.claims:
            if self.span is None or claim.span.overlaps(self.span):
                yield claim

    def _holds(self, place: Location) -> bool:
        if place.document != self.document.path:
            return False
        if self.span is None:
            return True
        return place.start is not None and self.span.start <= place.start < self.span.end

    @cached_property
    def _files(self) -> frozenset[str | None]:
        """Where its text is spoken of: itself, its claims file, and its bibliography files."""
        return frozenset(
            {self.document.path, self.text.claims_path, *(one.path for one in self.text.references if one.path)}
        )

    @cached_property
    def _claims(self) -> frozenset[str]:
        return frozenset(claim.id for claim in self.claims())

    @cached_property
    def _cited(self) -> frozenset[str]:
        held = (one for one in self.text.citations if self.span is None or one.span.overlaps(self.span))
        return frozenset(key for citation in held for key in citation.references)


Held = OnClaim | InText


def waive(case: Case, findings: Iterable[Finding], ran: frozenset[str]) -> tuple[list[Finding], tuple[WaiverUse, ...]]:
    """The findings, those waived marked so, and what became of every waiver."""
    held = tuple(_held(case))
    by_rule: dict[str, list[int]] = defaultdict(list)
    by_claim: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        by_rule[one.waiver.rule].append(number)
        for claim in one.claims():
            by_claim[one.waiver.rule, claim.id].append(number)
    matched = [0] * len(held)
    marked = []
    for finding in findings:
        elsewhere = finding.claim is None or any(related.location for related in finding.related)
        near = by_rule.get(finding.rule) if elsewhere else by_claim.get((finding.rule, finding.claim or ""))
        for number in near or ():
            one = held[number]
            if not one.concerns(finding):
                continue
            matched[number] += 1
            if not _expired(one.waiver, case.as_of) and finding.status == "open":
                finding = replace(finding, status="waived", waiver=one.waiver.reason)
        marked.append(finding)
    return marked, tuple(_use(case, one, matched[number], ran) for number, one in enumerate(held))


def _held(case: Case) -> Iterator[Held]:
    for text in case.texts:
        for claim in text.claims:
            for waiver in claim.waivers:
                yield OnClaim(text, claim, waiver)
        document = case.documents.get(text.document.path)
        if document is None:
            continue
        for found in waivers_in(document):
            yield InText(text, document, found.waiver, found.span, found.place)


def _use(case: Case, one: Held, matched: int, ran: frozenset[str]) -> WaiverUse:
    waiver = one.waiver
    about = one.claim if isinstance(one, OnClaim) else None
    if isinstance(one, OnClaim):
        place, words = case.entry_place(one.text, one.claim, waiver.line), one.claim.text
    else:
        place, words = one.place, one.span.of(one.document.prose) if one.span else ""
    tested = waiver.rule in ran and _tested(case, one)
    return WaiverUse(waiver, place, about, words, matched, _expired(waiver, case.as_of), tested)


def _expired(waiver: Waiver, today: date) -> bool:
    """True after the last day on which the waiver holds."""
    return waiver.until is not None and waiver.until < today.isoformat()


def _same_place(place: Location, claim: Claim) -> bool:
    if place.start is None:
        return (place.line, place.column) == (claim.line, claim.column)
    return (place.start, place.end) == (claim.span.start, claim.span.end)


def _tested(case: Case, one: Held) -> bool:
    """True when this audit could tell whether the rule applies: what the rule needs was read."""
    if not getattr(catalogue.load("rules", one.waiver.rule), "READS_SOURCES", False):
        return True
    judged = [case.judged_by_id.get((claim.document, claim.id)) for claim in one.claims()]
    if not judged and isinstance(one, InText):
        return all(source.outcome not in UNREAD for source in case.sources.values())
    if isinstance(one, OnClaim) and judged[0] is None:
        return False
    checks = (check for entry in judged if entry is not None for check in entry.checks)
    return all(check.ruling.verdict != "unchecked" for check in checks)


UNREAD = frozenset({"not-stored", "down", "throttled", "blocked", "budget"})
"""Outcomes after which nobody can say what a source is like."""
