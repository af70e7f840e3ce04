"""Values -> JSON of the contract."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from claimcheck.comparison import SCHEMA as DIFF
from claimcheck.comparison import Diff
from claimcheck.model import (
    Audit,
    Check,
    Citation,
    Claim,
    Comparison,
    Conflict,
    Decision,
    DocumentInfo,
    Extraction,
    Finding,
    JudgedClaim,
    Passage,
    Quantity,
    Reference,
    Related,
    Ruling,
    Side,
    Source,
    Span,
)

EXTRACT = "claimcheck/extract/1"
AUDIT = "claimcheck/audit/1"

Json = dict[str, Any]


def extract_json(extraction: Extraction, all_: bool = False) -> Json:
    """What ``extract --format json`` prints; ``all_`` adds the sentences that were not selected, in text order."""
    claims = [claim for claim in extraction.claims if all_ or claim.class_ in {"fact", "cited"}]
    if all_ and extraction.unselected:
        claims = sorted((*claims, *extraction.unselected), key=lambda claim: (claim.span, claim.id))
    return {
        "schema": EXTRACT,
        "document": _document(extraction.document),
        "claims": [_claim(claim) for claim in claims],
        "citations": [_citation(citation) for citation in extraction.citations],
        "references": [_reference(reference) for reference in extraction.references],
    }


def audit_json(audit: Audit) -> Json:
    """What ``audit --format json`` prints."""
    tool, summary = audit.tool, audit.summary
    return {
        "schema": AUDIT,
        "tool": {
            "name": "claimcheck",
            "version": tool.version,
            "as_of": tool.as_of,
            "judges": list(tool.judges),
            "mode": tool.mode,
            "notes": list(tool.notes),
            **({"changed_since": tool.changed_since} if tool.changed_since is not None else {}),
            **({"fail_on": tool.fail_on, "confidence": tool.confidence} if tool.fail_on is not None else {}),
        },
        "documents": [_document(document) for document in audit.documents],
        "claims": [_judged(judged) for judged in audit.claims],
        "references": [_reference(reference) for reference in audit.references],
        "citations": [_citation(citation) for citation in audit.citations],
        "sources": [_source(source) for source in audit.sources],
        "conflicts": [_conflict(conflict) for conflict in audit.conflicts],
        "findings": [_finding(finding) for finding in audit.findings],
        "summary": {
            "claims": summary.claims,
            "checked": summary.checked,
            "unchecked": summary.unchecked,
            "by_verdict": dict(summary.by_verdict),
            "by_rule": dict(summary.by_rule),
            "exit_code": summary.exit_code,
        },
    }


def ruling_json(id: object, ruling: Ruling) -> Json:
    """One line of ``verify``; ``id`` is given back as it came, and left out when it is ``None``."""
    named: Json = {} if id is None else {"id": id}
    return named | {
        "verdict": ruling.verdict,
        "score": _score(ruling.score),
        "reason": ruling.reason,
        "evidence": _evidence(ruling.evidence),
        "facts": [_comparison(fact) for fact in ruling.facts],
        "judge": ruling.judge,
        "explanation": ruling.explanation,
    }


def diff_json(found: Diff, exit_code: int) -> Json:
    """What ``diff --format json`` prints."""
    return {
        "schema": DIFF,
        "old": _audited(found.old),
        "new": _audited(found.new),
        "notes": list(found.notes),
        "findings": [
            {"direction": change.direction, "what": change.what, **_finding(change.finding)}
            for change in found.findings
        ],
        "verdicts": [
            {
                "direction": change.direction,
                "claim": change.new.claim.id,
                "document": change.new.claim.document,
                "line": change.new.claim.line,
                "column": change.new.claim.column,
                "text": change.new.claim.text,
                "old": {"verdict": change.old.verdict, "reason": change.old.reason},
                "new": {"verdict": change.new.verdict, "reason": change.new.reason},
            }
            for change in found.verdicts
        ],
        "sources": [{"url": change.url, "what": list(change.what)} for change in found.sources],
        "summary": {
            "worse": sum(change.direction == "worse" for change in found.findings),
            "better": sum(change.direction == "better" for change in found.findings),
            "verdicts": len(found.verdicts),
            "sources": len(found.sources),
            "claims_added": found.claims_added,
            "claims_removed": found.claims_removed,
            "exit_code": exit_code,
        },
    }


def _audited(audit: Audit) -> Json:
    return {"version": audit.tool.version, "as_of": audit.tool.as_of, "mode": audit.tool.mode}


def _number(value: float | None) -> int | float | None:
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _score(value: float) -> int | float | None:
    return _number(round(value, 2))


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _document(document: DocumentInfo) -> Json:
    return {
        "path": document.path,
        "title": document.title,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "language": document.language,
        "characters": document.characters,
    }


def _claim(claim: Claim) -> Json:
    facts = claim.facts
    return {
        "id": claim.id,
        "text": claim.text,
        **_span(claim.span),
        "line": claim.line,
        "page": claim.page,
        "class": claim.class_,
        "kind": claim.kind,
        "unclear": list(claim.unclear),
        "reasons": list(claim.reasons),
        "quantities": [_quantity(quantity) for quantity in facts.quantities],
        "dates": [{"edtf": date.edtf, "text": date.text, **_span(date.span)} for date in facts.dates],
        "quotations": [
            {"text": quotation.text, "speaker": quotation.speaker, **_span(quotation.span)}
            for quotation in facts.quotations
        ],
        "instruments": [
            {"name": entry.name, "url": entry.url, **_span(entry.span), "text": entry.text}
            for entry in facts.instruments
        ],
        "entities": [
            {"name": entity.name, "text": entity.text, **_span(entity.span), "kind": entity.kind}
            for entity in facts.entities
        ],
        "citations": list(claim.citations),
        "inherited": list(claim.inherited),
        "document": claim.document,
        "column": claim.column,
        "modality": claim.modality,
        "reference": claim.reference,
        "sha256": claim.digest,
        **dict(_persons(claim)),
    }


def _persons(claim: Claim) -> Iterator[tuple[str, Any]]:
    """What a person decided on a claim, and what is offered for it; only what there is."""
    if claim.prose != " ".join(claim.text.split()):
        yield "prose", claim.prose
    if claim.suggested:
        yield "suggested", list(claim.suggested)
    if claim.sources:
        yield "sources", [{"url": entry.url, "note": entry.note} for entry in claim.sources]
    if claim.waivers:
        yield "waivers", [{"rule": entry.rule, "reason": entry.reason, "until": entry.until} for entry in claim.waivers]
    if claim.note is not None:
        yield "note", claim.note
    if claim.confirmed:
        yield "confirmed", list(claim.confirmed)
    if claim.decisions:
        yield "decisions", [_decision(entry) for entry in claim.decisions]
    if claim.edited:
        yield "edited", True


def _decision(decision: Decision) -> Json:
    return {
        "did": decision.did,
        "rule": decision.rule,
        "by": decision.by,
        "at": decision.at,
        "finding": decision.finding,
        "url": decision.url,
        "sha256": decision.sha256,
        "was": decision.was,
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "counted": quantity.counted,
        "hedge": quantity.hedge,
        "role": quantity.role,
        "text": quantity.text,
        **_span(quantity.span),
    }


def _citation(citation: Citation) -> Json:
    return {
        "id": citation.id,
        "text": citation.text,
        **_span(citation.span),
        "scope": citation.scope,
        "status": citation.status,
        "references": list(citation.references),
        "candidates": list(citation.candidates),
        "year_mismatch": citation.year_mismatch,
        "document": citation.document,
        "line": citation.line,
        "group": citation.group,
    }


def _reference(reference: Reference) -> Json:
    return {
        "id": reference.id,
        "text": reference.text,
        **_span(reference.span),
        "title": reference.title,
        "authors": list(reference.authors),
        "year": reference.year,
        "url": reference.url,
        "accessed": reference.accessed,
        "container": reference.container,
        "label": reference.label,
        "document": reference.document,
        "line": reference.line,
        **({"path": reference.path, "column": reference.column} if reference.path is not None else {}),
    }


def _judged(judged: JudgedClaim) -> Json:
    return _claim(judged.claim) | {
        "verdict": judged.verdict,
        "reason": judged.reason,
        "score": _score(judged.score),
        "checks": [_check(check) for check in judged.checks],
    }


def _check(check: Check) -> Json:
    return {
        "reference": check.reference,
        "url": check.url,
        "outcome": check.outcome,
        "verdict": check.ruling.verdict,
        "reason": check.ruling.reason,
        "score": _score(check.ruling.score),
        "evidence": _evidence(check.ruling.evidence),
        "facts": [_comparison(fact) for fact in check.ruling.facts],
        "judge": check.ruling.judge,
        "explanation": check.ruling.explanation,
        "own": check.own,
        "citation": check.citation,
        "status": check.status,
        "published": check.published,
        "evidence_kind": check.evidence,
    }


def _evidence(passage: Passage | None) -> Json | None:
    if passage is None:
        return None
    return {
        "text": passage.text,
        **_span(passage.span),
        "score": _score(passage.score),
        "body": passage.body,
        "page": passage.page,
    }


def _comparison(fact: Comparison) -> Json:
    return {"kind": fact.kind, "claim": fact.claim, "source": fact.source, "agrees": fact.agrees}


def _source(source: Source) -> Json:
    return {
        "url": source.url,
        "final_url": source.final_url,
        "outcome": source.outcome,
        "evidence": source.evidence,
        "http_status": source.http_status,
        "title": source.title,
        "published": source.published,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "fetched_at": source.fetched_at,
        "detail": source.detail,
        "changed": source.changed,
        "copy_of": source.copy_of,
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "label": conflict.label,
        "sides": [_side(side) for side in conflict.sides],
        "message": conflict.message,
        "reasons": list(conflict.reasons),
    }


def _side(side: Side) -> Json:
    named = {key: getattr(side, key) for key in ("claim", "reference", "source") if getattr(side, key) is not None}
    return named | {
        "text": side.text,
        "value": side.value,
        "document": side.document,
        "line": side.line,
        "column": side.column,
        **_span(side.span),
        "odd": side.odd,
    }


def _finding(finding: Finding) -> Json:
    place = finding.location
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "document": place.document,
        "line": place.line,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "claim": finding.claim,
        "reference": finding.reference,
        "url": finding.url,
        "related": [_related(related) for related in finding.related],
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "status": finding.status,
        "page": place.page,
        "waiver": finding.waiver,
    }


def _related(related: Related) -> Json:
    place = related.location
    return {
        "message": related.message,
        "document": place.document if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "page": place.page if place else None,
        "url": related.url,
        "text": related.text,
    }
