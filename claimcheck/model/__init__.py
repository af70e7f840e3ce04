"""The domain model: frozen values that every room shares. Imports nothing of ours."""

from claimcheck.model.audit import Audit, Summary, ToolInfo
from claimcheck.model.citations import Ambiguous, Citation, Dangling, Reference, Resolution, Resolved, Scope, Weak
from claimcheck.model.claims import (
    Claim,
    ClaimClass,
    Decision,
    DocumentInfo,
    Extraction,
    Modality,
    SourceEntry,
    Waiver,
)
from claimcheck.model.conflicts import Conflict, ConflictKind, ConflictLabel, Side
from claimcheck.model.facts import Date, Entity, Facts, Hedge, Instrument, Quantity, Quotation
from claimcheck.model.findings import (
    CONFIDENCES,
    SEVERITIES,
    Confidence,
    FailOn,
    Finding,
    FindingStatus,
    Location,
    Related,
    Severity,
    words_of,
)
from claimcheck.model.sources import OUTCOMES, Difference, EvidenceKind, Outcome, Pointer, Source
from claimcheck.model.text import (
    PROSE_KINDS,
    Aside,
    BibliographyFile,
    Block,
    BlockKind,
    Document,
    Link,
    Metadata,
    Remark,
    Sentence,
    SourceRecord,
    Span,
)
from claimcheck.model.verdicts import (
    Check,
    ClaimVerdict,
    Comparison,
    FactKind,
    JudgedClaim,
    Passage,
    Ruling,
    Verdict,
)

__all__ = [
    "CONFIDENCES", "OUTCOMES", "PROSE_KINDS", "SEVERITIES", "Ambiguous", "Aside", "Audit", "BibliographyFile",
    "Block", "BlockKind", "Check", "Citation", "Claim", "ClaimClass", "ClaimVerdict", "Comparison", "Confidence",
    "Conflict", "ConflictKind", "ConflictLabel", "Dangling", "Date", "Decision", "Difference", "Document",
    "DocumentInfo", "Entity", "EvidenceKind", "Extraction", "FactKind", "Facts", "FailOn", "Finding", "FindingStatus",
    "Hedge", "Instrument", "JudgedClaim", "Link", "Location", "Metadata", "Modality", "Outcome", "Passage", "Pointer",
    "Quantity", "Quotation", "Reference", "Related", "Remark", "Resolution", "Resolved", "Ruling", "Scope",
    "Sentence", "Severity", "Side", "Source", "SourceEntry", "SourceRecord", "Span", "Summary", "ToolInfo", "Verdict",
    "Waiver", "Weak", "words_of",
]  # fmt: skip
