"""A finished audit."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.model.citations import Citation, Reference
from claimcheck.model.claims import DocumentInfo
from claimcheck.model.conflicts import Conflict
from claimcheck.model.findings import Confidence, FailOn, Finding
from claimcheck.model.sources import Source
from claimcheck.model.verdicts import JudgedClaim


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """What made the audit and under which settings: enough to make it again."""

    version: str
    as_of: str
    """ISO date that decides what has expired."""
    judges: tuple[str, ...] = ()
    mode: str = "online"
    """``online``, ``offline`` or ``frozen``."""
    notes: tuple[str, ...] = ()
    """What the reader must know of this run ("nothing was fetched: --offline")."""
    changed_since: str | None = None
    """The commit since which claims had to change to be audited; ``None`` when all were."""
    fail_on: FailOn | None = None
    """The severity from which on an open finding fails the run; ``None`` in an audit of a version that kept it not."""
    confidence: Confidence = "low"
    """Findings that are less sure than this fail no run."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. ``checked`` claims have at least one source that was read and judged."""

    claims: int
    checked: int
    unchecked: int
    by_verdict: dict[str, int] = field(default_factory=dict)
    by_rule: dict[str, int] = field(default_factory=dict)
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything a report needs; each report format renders the same finished audit."""

    tool: ToolInfo
    documents: tuple[DocumentInfo, ...]
    claims: tuple[JudgedClaim, ...]
    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]
    sources: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Finding, ...]
    summary: Summary
