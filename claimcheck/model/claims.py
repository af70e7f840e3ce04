"""Claims, and what an extraction of one text holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from claimcheck.model.citations import Citation, Reference
from claimcheck.model.facts import Facts
from claimcheck.model.text import Span

ClaimClass = Literal["fact", "cited", "minor", "opinion"]
ClaimKind = Literal["statement", "reference-title"]
Modality = Literal["asserted", "forecast", "assessment", "legal"]
"""A forecast, an assessment or a legal conclusion is only ever held against "does the source say so"."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source that a person put on a claim in the claims file; it counts as a citation of the claim."""

    url: str
    note: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's decision to accept findings of one rule on one claim, until an ISO date (``None``: for good)."""

    rule: str
    reason: str
    until: str | None = None
    line: int | None = None


DecisionKind = Literal["accepted", "waived", "restated", "sourced", "filed", "marked"]
"""What a person did about a finding: agreed with it, waived it, restated the claim, added a source to it, filed a saved
copy of a source, or marked the passage of a source that decides."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a finding, kept beside what it changed: it says who and when, and can be taken back."""

    did: DecisionKind
    rule: str
    """The rule of the finding."""
    by: str
    at: str
    """ISO 8601 UTC instant, with milliseconds."""
    finding: str = ""
    """Fingerprint of the finding."""
    url: str | None = None
    """The source that was added, filed or marked."""
    sha256: str | None = None
    """Of the copy that was filed."""
    was: str | None = None
    """What stood there before: the claim's words, the note of the source, the digest of the earlier copy."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable assertion.

    ``text`` is what is judged: the words of the document under ``span``, or a person's restatement of them in a
    claims file. ``digest`` is the SHA-256 (hex) of the document's words under ``span``. Offsets of ``facts`` count in
    the document, like ``span``. ``prose`` is ``text`` with markup blanked and white space folded.
    """

    id: str
    text: str
    span: Span
    line: int
    document: str
    prose: str
    class_: ClaimClass = "fact"
    kind: ClaimKind = "statement"
    column: int = 1
    page: int | None = None
    modality: Modality = "asserted"
    unclear: tuple[str, ...] = ()
    """Expressions whose reference is not certain ("the treaty", "they")."""
    reasons: tuple[str, ...] = ()
    """Why it was selected, in words."""
    facts: Facts = field(default_factory=Facts)
    citations: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    reference: str | None = None
    """For a reference title: the reference whose title it is."""
    digest: str = ""
    sources: tuple[SourceEntry, ...] = ()
    suggested: tuple[str, ...] = ()
    """Canonical addresses of the instruments it names; offered, never taken for citations."""
    waivers: tuple[Waiver, ...] = ()
    note: str | None = None
    confirmed: tuple[str, ...] = ()
    """Reference ids that a person confirmed for this claim's weak or ambiguous citations."""
    decisions: tuple[Decision, ...] = ()
    """What a person decided on its findings, the oldest first."""
    edited: bool = False
    """True when a person changed ``text`` in the claims file."""
    stated: Facts | None = None
    """Facts as stored in the claims file beside a restatement; ``None`` when the claim comes from the text itself."""
    text_line: int | None = None
    """Line of its sentence in the text, when ``line`` points into a claims file because the text is not at hand."""
    entry_line: int | None = None
    """Line of its entry in the claims file it was read from, whatever ``line`` points to."""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a report says of a text: never its content."""

    path: str
    title: str | None
    sha256: str
    media_type: str
    language: str | None
    characters: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was found in one text, or read back from its claims file."""

    document: DocumentInfo
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    unselected: tuple[Claim, ...] = ()
    """Sentences that were not selected (``minor``, ``opinion``), for ``extract --all``."""
    claims_path: str | None = None
    """Path of the claims file, when it was read from one."""
    stale: tuple[str, ...] = ()
    """Ids of claims whose sentence is no longer in the text (claims file only)."""
