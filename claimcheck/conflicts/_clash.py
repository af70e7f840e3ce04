"""What a detector finds between two places."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.conflicts._assertion import Assertion
from claimcheck.model import ConflictKind, ConflictLabel


@dataclass(frozen=True, slots=True)
class Clash:
    """Two assertions that cannot, or may not, both hold. ``topic`` names the fact for the cluster ("troops: north
    korea, russia").

    ``comparable`` says why the two are about one fact, ``differ`` which values clash, ``reconcile`` what would make
    both right.
    """

    kind: ConflictKind
    label: ConflictLabel
    left: Assertion
    right: Assertion
    left_value: str
    right_value: str
    comparable: str
    differ: str
    reconcile: str
    topic: str = ""
    disjoint: bool = True
    """False where both values may hold and only what they lead one to expect differs."""
    about: Assertion | None = None
    """The claim that two sources are cited for, where it is they that clash."""
