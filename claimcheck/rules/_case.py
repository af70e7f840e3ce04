"""What rules look at, and how they say what they found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import urlsplit

from claimcheck.model import (
    Citation,
    Claim,
    Confidence,
    Conflict,
    Document,
    Extraction,
    Finding,
    JudgedClaim,
    Location,
    Reference,
    Related,
    Severity,
    Source,
    SourceEntry,
    Waiver,
)
from claimcheck.policy import Policy


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What became of one waiver in this audit.

    ``about`` is the claim it stands on in a claims file, ``None`` for one in the text itself; ``words`` are what it is
    about, "" for a whole text. ``matched`` counts the findings that it is about. ``tested`` is false when this audit
    could not tell whether the rule applies: it did not run, or it needs sources that were not read.
    """

    waiver: Waiver
    place: Location
    about: Claim | None
    words: str
    matched: int
    expired: bool
    tested: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """One source where a text names it: in a reference, or under ``sources:`` of a claim in its claims file."""

    text: Extraction
    source: Source
    reference: Reference | None = None
    claim: Claim | None = None
    entry: SourceEntry | None = None


@dataclass(frozen=True)  # without slots: cached_property keeps its values in the instance's __dict__
class Case:
    """Everything an audit learned, for the rules to look at. Rules change nothing in it.

    ``documents`` holds the texts that are at hand, by path; without one, places are those in the claims file.
    ``select`` names the rules to run (empty: all) and ``ignore`` those to leave out; ``severity`` replaces the default
    severity of a rule; ``policy`` does the same for some files and some hosts, and says which sources count. ``as_of``
    decides which waivers have expired. ``uses`` is given to the rules about waivers only.
    """

    as_of: date
    texts: tuple[Extraction, ...] = ()
    claims: tuple[JudgedClaim, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    select: Collection[str] = ()
    ignore: Collection[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    uses: tuple[WaiverUse, ...] = ()
    frozen: bool = False
    """True when the lock alone decided which sources were read."""
    narrowed: bool = False
    """True when only the claims that changed were judged."""
    policy: Policy = field(default_factory=Policy)
    root: PurePath = field(default_factory=PurePath)
    """Folder from which the paths of the policy count."""

    # --- What there is --------------------------------------------------------------------------------------------

    @cached_property
    def citations(self) -> tuple[tuple[Extraction, Citation], ...]:
        return tuple((text, citation) for text in self.texts for citation in text.citations)

    @cached_property
    def references(self) -> tuple[tuple[Extraction, Reference], ...]:
        return tuple((text, reference) for text in self.texts for reference in text.references)

    @cached_property
    def judged(self) -> tuple[JudgedClaim, ...]:
        """The judged claims that a text still makes: neither stale nor dismissed as minor or as opinion."""
        stale = {(claim.document, claim.id) for text in self.texts for claim in text.claims if claim.id in text.stale}
        return tuple(
            judged
            for judged in self.claims
            if judged.claim.class_ in {"fact", "cited"} and (judged.claim.document, judged.claim.id) not in stale
        )

    @cached_property
    def judged_by_id(self) -> Mapping[tuple[str, str], JudgedClaim]:
        """The judged claims by document and id."""
        return {(judged.claim.document, judged.claim.id): judged for judged in self.judged}

    @cached_property
    def cited_sources(self) -> tuple[Cited, ...]:
        """Every source that was looked for, once for each reference and once for each text that adds it by hand."""
        return tuple(cited for text in self.texts for cited in self._cited(text))

    def _cited(self, text: Extraction) -> Iterator[Cited]:
        for reference in text.references:
            if reference.url and reference.url in self.sources:
                yield Cited(text, self.sources[reference.url], reference)
        seen: set[str] = set()
        for claim in text.claims:
            for entry in claim.sources:
                if entry.url in self.sources and entry.url not in seen:
                    seen.add(entry.url)
                    yield Cited(text, self.sources[entry.url], claim=claim, entry=entry)

    def text_of(self, claim: Claim) -> Extraction | None:
        return self._texts.get((claim.document, claim.id))

    @cached_property
    def _texts(self) -> dict[tuple[str, str], Extraction]:
        return {(claim.document, claim.id): text for text in self.texts for claim in text.claims}

    def owner(self, citation: Citation) -> Claim | None:
        """The first claim that ``citation`` stands in."""
        return self._owners.get((citation.document, citation.id))

    @cached_property
    def _owners(self) -> dict[tuple[str, str], Claim]:
        owners: dict[tuple[str, str], Claim] = {}
        for text in self.texts:
            documents = {citation.id: citation.document for citation in text.citations}
            for claim in text.claims:
                for name in claim.citations:
                    owners.setdefault((documents.get(name, ""), name), claim)
        return owners

    # --- Where it is ----------------------------------------------------------------------------------------------

    def place(self, entry: Claim | Citation | Reference) -> Location:
        """Where a person finds ``entry``: in its text or bibliography file, else in the claims file."""
        if isinstance(entry, Reference) and entry.path and entry.document not in self._claims_paths:
            return Location(entry.path, entry.line or 1, entry.column, entry.span.start, entry.span.end)
        document = self.documents.get(entry.document)
        if document is not None and entry.span.end <= len(document.text):
            start = entry.span.start
            return Location(
                entry.document,
                document.line_of(start),
                document.column_of(start),
                start,
                entry.span.end,
                document.page_of(start),
            )
        column = entry.column if isinstance(entry, Claim) else 1
        page = entry.page if isinstance(entry, Claim) else None
        if entry.document in self._claims_paths:
            return Location(entry.document, entry.line or 1, column)  # its offsets count in the text, not in this file
        return Location(entry.document, entry.line or 1, column, entry.span.start, entry.span.end, page)

    @cached_property
    def _claims_paths(self) -> frozenset[str]:
        return frozenset(text.claims_path for text in self.texts if text.claims_path)

    def entry_place(self, text: Extraction, claim: Claim, line: int | None = None) -> Location:
        """Where ``claim`` (or one ``line`` of it) stands in the claims file; in the text when there is no such file."""
        line = line or claim.entry_line
        if text.claims_path is None or line is None:
            return self.place(claim)
        return Location(text.claims_path, line)

    # --- What is found --------------------------------------------------------------------------------------------

    def on_claim(
        self, rule: str, severity: Severity, claim: Claim, message: str, help: str, *, url: str | None = None,
        reference: str | None = None, confidence: Confidence = "high", related: tuple[Related, ...] = (),
        at: Location | None = None,
    ) -> Finding:  # fmt: skip
        """A finding about a claim."""
        place = at or self.place(claim)
        return Finding(
            rule, severity, message, place, confidence, claim.id, reference or claim.reference, url, related, help,
            fingerprint(rule, claim.document, claim.text, url),
        )  # fmt: skip

    def on_waiver(self, rule: str, severity: Severity, use: WaiverUse, message: str, help: str) -> Finding:
        """A finding about a waiver, where it stands."""
        if use.about is not None:
            return self.on_claim(rule, severity, use.about, message, help, at=use.place)
        known = fingerprint(rule, use.place.document, use.waiver.rule, use.waiver.reason, use.words)
        return Finding(rule, severity, message, use.place, help=help, fingerprint=known)

    def on_citation(
        self, rule: str, severity: Severity, citation: Citation, message: str, help: str, *,
        confidence: Confidence = "high", related: tuple[Related, ...] = (),
    ) -> Finding:  # fmt: skip
        """A finding about an in-text citation, and the claim it stands in."""
        owner = self.owner(citation)
        return Finding(
            rule, severity, message, self.place(citation), confidence, owner.id if owner else None, None, None,
            related, help, fingerprint(rule, citation.document, citation.text),
        )  # fmt: skip

    def on_reference(
        self, rule: str, severity: Severity, reference: Reference, message: str, help: str, *,
        confidence: Confidence = "high", related: tuple[Related, ...] = (),
    ) -> Finding:  # fmt: skip
        """A finding about an entry of the bibliography."""
        return Finding(
            rule, severity, message, self.place(reference), confidence, None, reference.id, reference.url, related,
            help, fingerprint(rule, reference.document, reference.text),
        )  # fmt: skip

    def on_source(
        self, rule: str, severity: Severity, cited: Cited, message: str, help: str, *,
        confidence: Confidence = "high", related: tuple[Related, ...] = (),
    ) -> Finding:  # fmt: skip
        """A finding about a source, at the place that names it."""
        if cited.reference is not None:
            return self.on_reference(
                rule, severity, cited.reference, message, help, confidence=confidence, related=related
            )
        assert cited.claim is not None
        assert cited.entry is not None
        at = self.entry_place(cited.text, cited.claim, cited.entry.line)
        return self.on_claim(
            rule, severity, cited.claim, message, help, url=cited.entry.url, confidence=confidence, related=related,
            at=at,
        )  # fmt: skip


def fingerprint(rule: str, document: str, words: str, *more: str | None) -> str:
    """What a finding is known by when lines move: rule, name of the text without its suffix, and the words it is about.

    The suffix is left out so that a finding is the same in ``essay.txt`` and in ``claims/essay.yaml``.
    """
    parts = (rule, PurePath(document).stem, " ".join(words.split()).casefold(), *(part or "" for part in more))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


# --- Words for people ---------------------------------------------------------------------------------------------


def quoted(text: str, limit: int = 140) -> str:
    """``text`` between quotation marks, on one line, without control characters, cut after ``limit`` characters."""
    # Invisible characters of a hostile title could reorder or colour a terminal's line; ZWJ keeps emoji together.
    visible = "".join(
        character if character == "\u200d" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"} else " "
        for character in text[: limit * 8]
    )
    words = " ".join(visible.split())
    if len(words) > limit:
        words = words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f'"{words}"'


def said(claim: Claim) -> str:
    """The words of ``claim`` between quotation marks, without markup: nobody wants to read an address in them."""
    return quoted(claim.prose or claim.text)


def site(url: str | None) -> str:
    """The host of an address without ``www.``; the address itself when it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        host = None
    return re.sub(r"^www\.", "", host) if host else (url or "an entry without an address")


def listed(words: Collection[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def counted(number: int, noun: str) -> str:
    """``1 entry``, ``3 entries``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"
