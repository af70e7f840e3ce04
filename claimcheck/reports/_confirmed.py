"""Who confirmed a finding: a person looked at it in a review and agrees that it is one.

That changes nothing about a run: the finding stays open until the text is mended or the finding is waived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.model import Audit, Decision, Finding
from claimcheck.reports._wording import one_line

Confirmations = Mapping[int, tuple[Decision, ...]]
"""Decisions by the ``id()`` of the finding in the audit they were made from."""


def confirmations(audit: Audit) -> Confirmations:
    """What was confirmed of the findings of ``audit``, the oldest decision first."""
    made: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
    for judged in audit.claims:
        for decision in judged.claim.decisions:
            if decision.did == "accepted":
                made[decision.rule].append((judged.claim.document, decision))
    if not made:
        return {}
    texts = {judged.claim.document for judged in audit.claims}
    found = {id(finding): tuple(_of(finding, made[finding.rule], texts)) for finding in audit.findings}
    return {key: decisions for key, decisions in found.items() if decisions}


def _of(finding: Finding, made: Sequence[tuple[str, Decision]], texts: set[str]) -> Iterator[Decision]:
    place = finding.location.document
    for document, decision in made:
        # A finding on a claims file or a bibliography stands in none of the texts.
        if (document == place or place not in texts) and finding.is_meant(decision.finding):
            yield decision


def confirmed_by(decisions: Sequence[Decision]) -> str:
    """ "confirmed by Ada Quill on 2026-03-01"; empty when nobody did."""
    people = ", ".join(f"{one_line(one.by, 100)} on {one_line(one.at[:10])}" for one in decisions)
    return f"confirmed by {people}" if people else ""
