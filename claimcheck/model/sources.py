"""What became of a cited URL, and the page that was read there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from claimcheck.model.text import Document

Outcome = Literal[
    "ok", "moved", "gone", "soft404", "front-page", "wrong-page", "abstract-only", "blocked", "wall", "throttled",
    "down", "unsafe", "toobig", "undecodable", "needs-ocr", "unsupported-type", "no-url", "not-stored",
    "budget",
]  # fmt: skip
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
EvidenceKind = Literal["live", "archive", "manual", "none"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that a text fragment (``#:~:text=``) of an address quotes, and where they stand in ``Document.text``.

    ``start`` is ``None`` when the page does not hold them.
    """

    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph before and after a page changed; empty where there is none. ``mattered``: it decided a verdict."""

    before: str
    now: str
    mattered: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One cited URL and how the attempt to read it ended. ``fetched_at`` is an ISO 8601 UTC instant.

    ``document`` is the page as read, whenever a body could be read at all; ``readable`` says whether it may be held
    against a claim.
    """

    url: str
    outcome: Outcome
    detail: str = ""
    """Why, in words a person understands ("HTTP 404", "the page asks for a subscription")."""
    evidence: EvidenceKind = "none"
    final_url: str | None = None
    http_status: int | None = None
    title: str | None = None
    published: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    fetched_at: str | None = None
    document: Document | None = None
    changed: bool = False
    """True when the bytes differ from those of the lock."""
    differences: tuple[Difference, ...] = ()
    """What changed in the article since it was locked, what decided verdicts first; empty when the old page is lost."""
    copy_of: str | None = None
    """The URL of an earlier cited source that carries the same text: the two count as one."""
    pointers: tuple[Pointer, ...] = ()
    """What the address itself quotes from the page."""

    @property
    def readable(self) -> bool:
        """True when what the page says may be held against a claim."""
        if self.document is None:
            return False
        return self.evidence in {"archive", "manual"} or self.outcome in {"ok", "moved", "front-page", "abstract-only"}

    @property
    def silence_counts(self) -> bool:
        """True when a claim's absence from the page means "not mentioned"."""
        if not self.readable or self.document is None or not self.document.complete:
            return False
        return self.evidence in {"archive", "manual"} or self.outcome in {"ok", "moved"}
