"""Conflicts between claims, reference titles and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.text import Span

ConflictKind = Literal[
    "quantity", "date", "polarity", "role", "name", "quotation", "superlative", "total", "statement"
]  # fmt: skip
ConflictLabel = Literal["conflict", "tension", "variant"]


@dataclass(frozen=True, slots=True)
class Side:
    """One place of a conflict. Exactly one of ``claim``, ``reference`` and ``source`` names what says it."""

    text: str
    value: str
    document: str
    line: int
    span: Span
    column: int = 1
    claim: str | None = None
    reference: str | None = None
    source: str | None = None
    odd: bool = False
    """True for the side that disagrees with the others."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cluster of sides that cannot (``conflict``) or may not (``tension``) all hold; ``variant`` is a spelling."""

    id: str
    kind: ConflictKind
    label: ConflictLabel
    sides: tuple[Side, ...]
    message: str
    reasons: tuple[str, ...] = ()
    """What makes the sides comparable, which values clash, what would reconcile them."""
