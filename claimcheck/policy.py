"""What an audit's owner has decided: which rules hold where, which sources count, and what makes a run fail."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from claimcheck.model import Claim, Confidence, Severity

CLAIM_KINDS = ("statement", "quantity", "date", "quotation", "forecast", "assessment", "legal")
"""Kinds of claims for which a number of sources may be required: any statement, one with such a fact in it, one that is
told as a forecast, an assessment or a legal conclusion."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for some files or some hosts, beside what holds everywhere.

    ``patterns`` are paths (``drafts/**``, ``*.wiki``, ``archive``) or hosts (``example.org``, ``example.org/blog``).
    """

    patterns: tuple[str, ...]
    select: tuple[str, ...] = ()
    """Only these rules report there; empty: all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Which sources count. All lists hold hosts, each with everything below it, and are empty by default."""

    trusted: tuple[str, ...] = ()
    """Exempt from ``refused``."""
    trusted_only: bool = False
    """Refuse every host that is not trusted."""
    refused: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """Sites on which the texts under audit appear themselves."""
    required: Mapping[str, int] = field(default_factory=dict)
    """How many sources a claim of each kind must name, where it is more than one."""

    def refuses(self, url: str) -> bool:
        if _host_and_path(url) is None or any(host_matches(pattern, url) for pattern in self.trusted):
            return False  # a book is on no host
        return self.trusted_only or any(host_matches(pattern, url) for pattern in self.refused)

    def owns(self, url: str) -> bool:
        return any(host_matches(pattern, url) for pattern in self.own)

    def requires(self, claim: Claim) -> int:
        """How many sources ``claim`` must name; 0 when nothing is required."""
        return max((self.required.get(kind, 0) for kind in kinds(claim)), default=0)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a run fails."""

    confidence: Confidence = "low"
    """Open findings that are less sure than this are shown, and fail no run."""
    findings: int = 0
    """Open findings at or above ``fail-on`` that are let pass."""
    unchecked: float = 1.0
    """Exit 3 when a larger share of the claims, 0 to 1, was left unchecked."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The decisions of one project."""

    files: tuple[Scope, ...] = ()
    hosts: tuple[Scope, ...] = ()
    sources: Sourcing = field(default_factory=Sourcing)
    thresholds: Thresholds = field(default_factory=Thresholds)


def kinds(claim: Claim) -> tuple[str, ...]:
    """Which of ``CLAIM_KINDS`` a claim is; none for the title of a reference."""
    if claim.kind != "statement":
        return ()
    facts = (("quantity", claim.facts.quantities), ("date", claim.facts.dates), ("quotation", claim.facts.quotations))
    return ("statement", *(name for name, found in facts if found), claim.modality)


# --- Matching -----------------------------------------------------------------------------------------------------


def path_matches(pattern: str, path: str) -> bool:
    """Whether ``path`` (slashes, from the settings' folder) is meant by ``pattern``.

    ``*`` stands for a name or a part of it, ``**`` for any folders. A pattern without a slash means a file or folder of
    that name anywhere; a folder means everything in it.
    """
    return _path_pattern(pattern).fullmatch(path) is not None


@lru_cache(maxsize=1 << 10)
def _path_pattern(pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./").strip("/"))
    meaning = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    middle = "".join(meaning.get(part, re.escape(part)) for part in parts)
    return re.compile(f"{'' if anchored else '(?:.*/)?'}{middle}(?:/.*)?", re.DOTALL)


def from_root(path: str, root: os.PathLike[str] | str) -> str:
    """``path`` as seen from the folder ``root``, with slashes."""
    try:
        return os.path.relpath(path, root).replace(os.sep, "/")
    except ValueError:  # another drive, or a NUL
        return path.replace(os.sep, "/")


def host_matches(pattern: str, url: str) -> bool:
    """Whether ``url`` lies on the host of ``pattern`` or below it (``example.org`` means www.example.org too).

    What follows a slash in ``pattern`` must begin the path of ``url``, whole folders at a time.
    """
    host, _, folder = pattern.partition("/")
    place = _host_and_path(url)
    if place is None:
        return False
    theirs, path = place
    wanted = ascii_host(host)
    if theirs != wanted and not theirs.endswith(f".{wanted}"):
        return False
    folder = folder.strip("/")
    return not folder or path.strip("/") == folder or path.lstrip("/").startswith(f"{folder}/")


@lru_cache(maxsize=1 << 12)
def _host_and_path(url: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return (ascii_host(host), parts.path) if host else None


@lru_cache(maxsize=1 << 12)
def ascii_host(host: str) -> str:
    """One form for one host: "Bücher.example." and "xn--bcher-kva.example" are the same."""
    bare = host.strip().rstrip(".").lower().removeprefix("*.")
    if bare.isascii():
        return bare
    import idna

    try:
        return idna.encode(bare, uts46=True).decode("ascii")
    except idna.IDNAError:
        return bare


def check_host(value: str) -> str:
    """A host, perhaps with the beginning of a path.

    Raises:
        ValueError: it is none.
    """
    host, _, folder = value.strip().partition("/")
    if "://" in value or not host or re.search(r"[\s:@?#]", value) or re.search(r"[*?#]", folder):
        raise ValueError(f"{value!r} is not a host; write example.org, or example.org/blog for a part of it")
    return value.strip()
