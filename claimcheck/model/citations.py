"""Bibliography entries, in-text citations, and how a citation resolves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.text import Span

Scope = Literal["sentence", "paragraph", "orphan"]
Status = Literal["resolved", "weak", "ambiguous", "dangling"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One source that a text names: a bibliography entry, a footnote, or the target of an inline link.

    ``span`` is the entry without white space at its ends (for a link: its anchor). ``year`` is as written ("2021a"),
    ``None`` for an undated entry. ``container`` is the journal, newspaper or site. ``label`` is the number or key by
    which citations name the entry ("3", "lund2020"). ``accessed`` is an ISO date.
    """

    id: str
    text: str
    span: Span
    title: str | None = None
    authors: tuple[str, ...] = ()
    year: str | None = None
    url: str | None = None
    accessed: str | None = None
    container: str | None = None
    label: str | None = None
    line: int | None = None
    document: str = ""
    """Path of the text or claims file that holds it."""
    path: str | None = None
    """The bibliography file that ``span``, ``line`` and ``column`` are places in; ``None`` for ``document`` itself."""
    column: int = 1
    """One-based; told only for an entry of a bibliography file."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Exactly one reading fits. Several references only for a numeric range such as [1-3]."""

    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weak:
    """One candidate is left, by elimination or a one-letter difference: shown to a person, never used silently."""

    candidate: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several entries fit equally."""

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dangling:
    """No entry fits; up to three suggestions, nearest first."""

    suggestions: tuple[str, ...] = ()


Resolution = Resolved | Weak | Ambiguous | Dangling


@dataclass(frozen=True, slots=True)
class Citation:
    """One key of an in-text citation; ``span`` covers the key alone, brackets left out."""

    id: str
    text: str
    span: Span
    scope: Scope
    resolution: Resolution
    year_mismatch: bool = False
    group: int = 0
    """Citations of one bracket share a group number."""
    line: int | None = None
    document: str = ""

    @property
    def status(self) -> Status:
        match self.resolution:
            case Resolved():
                return "resolved"
            case Weak():
                return "weak"
            case Ambiguous():
                return "ambiguous"
            case Dangling():
                return "dangling"

    @property
    def references(self) -> tuple[str, ...]:
        """Ids of the references it resolves to (empty unless resolved)."""
        return self.resolution.references if isinstance(self.resolution, Resolved) else ()

    @property
    def candidates(self) -> tuple[str, ...]:
        """Ids of the references it might mean, for a person to choose from."""
        match self.resolution:
            case Weak(candidate):
                return (candidate,)
            case Ambiguous(candidates):
                return candidates
            case Dangling(suggestions):
                return suggestions
            case Resolved():
                return ()
