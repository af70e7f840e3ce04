"""Verdicts: of one source on one claim, and on the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.citations import Status
from claimcheck.model.claims import Claim
from claimcheck.model.sources import EvidenceKind, Outcome
from claimcheck.model.text import Span

Verdict = Literal["supported", "partial", "contradicted", "unsupported", "unchecked"]
ClaimVerdict = Literal["supported", "partial", "contradicted", "disputed", "unsupported", "unchecked", "uncited"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source, with how well it fits a claim (0 to 1). ``body``: inside the article's main text."""

    text: str
    span: Span
    score: float
    body: bool = True
    page: int | None = None


FactKind = Literal[
    "quantity", "date", "quotation", "speaker", "entity", "role", "polarity", "direction", "modality", "scope",
    "superlative", "instrument", "order", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact of the claim held against the passage. ``agrees`` is ``None`` when the passage does not mention it."""

    kind: FactKind
    claim: str
    source: str | None
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict of one source on one claim. ``score`` is the probability that the source supports it, 0 to 1."""

    verdict: Verdict
    reason: str
    score: float
    evidence: Passage | None = None
    facts: tuple[Comparison, ...] = ()
    judge: str = ""
    explanation: str = ""
    """One plain sentence: *the text says "about 3,000", the page says "10,000"*."""


@dataclass(frozen=True, slots=True)
class Check:
    """One claim held against one of its sources."""

    reference: str | None
    url: str | None
    outcome: Outcome
    ruling: Ruling
    own: bool = True
    """False when the citation is inherited from the rest of the paragraph."""
    citation: str | None = None
    status: Status = "resolved"
    published: str | None = None
    """Date of the source's figures (publication or modification), ISO."""
    evidence: EvidenceKind = "none"
    copy_of: str | None = None
    """The URL of another cited source with the same text."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with its verdict and every check that led to it."""

    claim: Claim
    verdict: ClaimVerdict
    reason: str
    score: float
    checks: tuple[Check, ...] = ()
