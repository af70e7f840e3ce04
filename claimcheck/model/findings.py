"""Findings: what a report tells a person to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""Weakest first."""
FailOn = Literal["error", "warning", "note", "never"]
"""The severity from which on a finding fails a run."""
Confidence = Literal["high", "medium", "low"]
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")
"""Least sure first."""
FindingStatus = Literal["open", "waived", "baseline"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place a person can open. ``line`` and ``column`` are one-based; ``start``/``end`` are code-point offsets."""

    document: str
    line: int
    column: int = 1
    start: int | None = None
    end: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A second place with a few words on it: "the page says 10,000"."""

    message: str
    location: Location | None = None
    url: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, at one place. ``fingerprint`` stays the same when lines move.

    It is ``WORDS[.FOLDER][-NUMBER]``: what the finding is about, the folder of its text (none at the root), and which
    of several it is on the same words.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    confidence: Confidence = "high"
    claim: str | None = None
    reference: str | None = None
    url: str | None = None
    related: tuple[Related, ...] = ()
    help: str = ""
    fingerprint: str = ""
    status: FindingStatus = "open"
    waiver: str | None = None
    """The reason given for waiving it."""

    @property
    def words(self) -> str:
        """What of the fingerprint stays when the text is moved to another folder."""
        return words_of(self.fingerprint)

    def is_meant(self, fingerprint: str) -> bool:
        """Whether a ``fingerprint`` that was written down in the claims file of the text is this finding's.

        The file is about one text: the folder may have changed, or not been written down at the time.
        """
        return _FOLDER.sub("", fingerprint) == _FOLDER.sub("", self.fingerprint)


_FOLDER = re.compile(r"\.[0-9a-f]+")


def words_of(fingerprint: str) -> str:
    """``fingerprint`` without its folder and its number."""
    return re.split(r"[.-]", fingerprint, maxsplit=1)[0]
