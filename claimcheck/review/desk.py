"""The open findings of one audit, and the claims files that their decisions go into."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from claimcheck import claimsfile, files, intake, sources
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError, UnusableFile
from claimcheck.model import (
    SEVERITIES,
    Audit,
    Claim,
    Decision,
    Document,
    Finding,
    JudgedClaim,
    Source,
)
from claimcheck.model.claims import DecisionKind
from claimcheck.reports import _texts
from claimcheck.reports.html import Card, cards_of
from claimcheck.review.decisions import Given, Refused, made, taken_back

NO_FILE = "none"
"""Stands for the digest of a claims file that is not there yet."""
_BOM = b"\xef\xbb\xbf"


class Changed(Exception):
    """A claims file is not what it was when the page was shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One open finding on the way through, numbered from 1."""

    number: int
    finding: Finding
    card: Card
    """The claim's card with this finding alone, or the card of the finding itself."""
    judged: JudgedClaim | None
    """Whose claim a decision is written to: its own, or one that cites the reference; ``None`` where there is none."""

    @property
    def claim(self) -> Claim | None:
        return self.judged.claim if self.judged else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A claims file as it is now."""

    path: str
    digest: str
    claims: Mapping[str, Claim] = field(default_factory=dict)
    problem: str = ""
    """Why it cannot be used, in words."""


@dataclass(frozen=True, slots=True)
class Made:
    """A decision with where it stands: what is needed to take it back."""

    sheet: Sheet
    claim: Claim
    decision: Decision


@dataclass(frozen=True, slots=True)
class Look:
    """All claims files of a review at one moment."""

    desk: Desk
    sheets: Mapping[str, Sheet]

    def sheet(self, entry: Entry) -> Sheet:
        return self.sheets[self.desk.path_of(entry)]

    def claim(self, entry: Entry) -> Claim | None:
        """The claim as the claims file has it by now, else as it was audited."""
        return self.sheet(entry).claims.get(entry.claim.id, entry.claim) if entry.claim else None

    def decisions(self, entry: Entry) -> tuple[Decision, ...]:
        """What was decided on this finding, the oldest first."""
        claim = self.claim(entry)
        return tuple(one for one in claim.decisions if entry.finding.is_meant(one.finding)) if claim else ()

    def waiver(self, entry: Entry) -> str | None:
        """The reason of a waiver of this finding, whoever wrote it into the claims file."""
        claim, today = self.claim(entry), self.desk.audit.tool.as_of
        waivers = (one for one in claim.waivers if one.rule == entry.finding.rule) if claim else ()
        return next((one.reason for one in waivers if one.until is None or one.until >= today), None)

    def settled(self, entry: Entry) -> bool:
        """True when somebody decided something about this finding."""
        return bool(self.decisions(entry)) or self.waiver(entry) is not None

    def made(self) -> tuple[Made, ...]:
        """Every decision in the claims files, the newest first."""
        found = (
            Made(sheet, claim, one)
            for sheet in self.sheets.values()
            for claim in sheet.claims.values()
            for one in claim.decisions
        )
        return tuple(sorted(found, key=lambda one: one.decision.at, reverse=True))

    def latest(self) -> Made | None:
        """The last decision of the person who sits here: what undo takes back."""
        return next((one for one in self.made() if one.decision.by == self.desk.by), None)


class Desk:
    """Everything that one review needs. Safe to use from several threads."""

    def __init__(self, audit: Audit, config: Config, *, paths: Sequence[str], by: str) -> None:
        self.audit = audit
        self.by = by
        self.config = config
        self.texts: Mapping[str, Document | str] = _texts.at_hand(audit)
        self.entries = tuple(_entries(audit))
        self._kept = _claims_files(paths)
        documents = (*(one.path for one in audit.documents), *(judged.claim.document for judged in audit.claims))
        self._paths = tuple(
            dict.fromkeys((*map(self._path, documents), *(self.path_of(entry) for entry in self.entries)))
        )
        self._known: dict[str, Sheet] = {}
        self._pages: dict[str, Source] = {source.url: source for source in audit.sources if source.document}
        self._lock = threading.RLock()

    # --- Looking --------------------------------------------------------------------------------------------------

    def entry(self, number: int) -> Entry | None:
        return self.entries[number - 1] if 0 < number <= len(self.entries) else None

    def path_of(self, entry: Entry) -> str:
        """The claims file that decisions on this finding go into."""
        return self._path(entry.claim.document if entry.claim else entry.finding.location.document)

    def _path(self, document: str) -> str:
        return self._kept.get(document) or claimsfile.default_path(document, str(self.config.claims_folder))

    def look(self) -> Look:
        """The claims files as they are now, each read once."""
        return Look(self, {path: self._sheet(path) for path in self._paths})

    def _sheet(self, path: str) -> Sheet:
        data = _bytes(path)
        digest = NO_FILE if data is None else sha256(data).hexdigest()
        known = self._known.get(path)
        if known is None or known.digest != digest:
            known = self._known[path] = _sheet(path, digest, data)
        return known

    def page(self, url: str) -> Source | None:
        """The source at ``url`` as it is stored; ``None`` when nothing of it can be read."""
        if url not in self._pages:
            store = sources.Store(self.config.store_folder)
            settings = sources.Settings(mode="offline")
            self._pages[url] = sources.gather([sources.Wanted(url)], settings=settings, store=store)[url]
        source = self._pages[url]
        return source if source.document is not None else None

    # --- Deciding -------------------------------------------------------------------------------------------------

    def decide(self, entry: Entry, did: DecisionKind, given: Given, *, digest: str, url: str | None = None,
               copy: tuple[str, bytes] | None = None) -> None:  # fmt: skip
        """Write one decision. ``digest`` is of the claims file as it was shown; ``copy`` is the name and bytes of a
        saved page.

        Raises:
            Changed: the claims file has changed since.
            Refused: the decision cannot be taken as it was given.
            ClaimcheckError: the copy cannot be read, or something cannot be written.
        """
        finding = entry.finding
        with self._lock:
            claim = self._current(entry, digest)
            decision = Decision(did, finding.rule, self.by, self._now(), finding.fingerprint, url or None)
            if did == "filed":
                made(claim, decision, given)  # refused before anything is stored
                decision = self._file(decision, copy)
            try:
                self._write(self.path_of(entry), made(claim, decision, given), digest)
            except BaseException:
                self._unfile(decision)
                raise

    def take_back(self, path: str, name: str, at: str, *, digest: str) -> Decision:
        """Undo the decision of the instant ``at`` on the claim with the id ``name`` in the claims file ``path``.

        Raises:
            Changed: the claims file has changed since it was shown.
            Refused: there is no such decision, or a later one builds on it.
            ClaimcheckError: the claims file cannot be written.
        """
        with self._lock:
            sheet = self.look().sheets.get(path)
            if sheet is None or sheet.digest != digest:
                raise Changed
            claim = sheet.claims.get(name)
            decision = next((one for one in claim.decisions if one.at == at), None) if claim else None
            if claim is None or decision is None:
                raise Refused("that decision is not there any more")
            self._write(path, taken_back(claim, decision), digest)
            self._unfile(decision)
            return decision

    def _current(self, entry: Entry, digest: str) -> Claim:
        look = self.look()
        sheet = look.sheet(entry)
        if sheet.digest != digest:
            raise Changed
        if sheet.problem:
            raise Refused(f"the claims file cannot be used: {sheet.problem}")
        claim = look.claim(entry)
        if claim is None:
            raise Refused("no claim cites this, so there is no place for a decision: mend the text")
        return claim

    def _write(self, path: str, claim: Claim, digest: str) -> None:
        if digest == NO_FILE:
            self._first(path, claim)
            return
        data = _bytes(path)
        if data is None or sha256(data).hexdigest() != digest:
            raise Changed
        ids = [judged.claim.id for judged in self.audit.claims if judged.claim.document == claim.document]
        known = self._sheet(path).claims
        before = ids[: ids.index(claim.id)] if claim.id in ids else []
        behind = next((name for name in reversed(before) if name in known), None)
        content = claimsfile.edited(data.decode("utf-8-sig"), path, claim, behind=behind)
        mark = _BOM if data.startswith(_BOM) else b""
        files.save(mark + content.encode(), Path(path).resolve())

    def _first(self, path: str, claim: Claim) -> None:
        """The claims file as ``extract`` writes it, with the first decision in it."""
        text = next(iter(intake.texts([claim.document], self.config.claims_folder)))
        same = [one for one in text.extraction.claims if one.id == claim.id and one.digest == claim.digest]
        if not same:
            raise Refused("the text has changed since the audit: audit it again")
        found = same[0]
        decided = replace(
            found, text=claim.text, edited=claim.text != found.text, sources=claim.sources, waivers=claim.waivers,
            decisions=claim.decisions,
        )  # fmt: skip
        claims = tuple(decided if one is found else one for one in text.extraction.claims)
        claimsfile.write(replace(text.extraction, claims=claims), path)

    def _now(self) -> str:
        """This instant, and later than every decision there is: undo goes by it."""
        now = datetime.now(UTC)
        last = next((one.decision.at for one in self.look().made()), "")
        if last >= _stamp(now):
            with suppress(ValueError):  # somebody wrote it by hand
                now = datetime.fromisoformat(last) + timedelta(milliseconds=1)
        return _stamp(now)

    def _file(self, decision: Decision, copy: tuple[str, bytes] | None) -> Decision:
        if copy is None or not copy[1]:
            raise Refused("the saved copy is missing: choose a file")
        name, data = copy
        store = sources.Store(self.config.store_folder)
        url = decision.url or ""
        record = store.record(url)
        stored = store.file_copy(url, data, name)
        self._pages.pop(url, None)
        earlier = record.manual.sha256 if record and record.manual else None
        return replace(decision, sha256=stored.sha256, was=earlier if earlier != stored.sha256 else None)

    def _unfile(self, decision: Decision) -> None:
        if decision.did == "filed" and decision.url and decision.sha256:
            sources.Store(self.config.store_folder).take_back(decision.url, decision.sha256, decision.was)
            self._pages.pop(decision.url, None)


def _stamp(instant: datetime) -> str:
    return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _bytes(path: str) -> bytes | None:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ClaimcheckError(f"cannot be read: {error}", place=path) from None


def _sheet(path: str, digest: str, data: bytes | None) -> Sheet:
    if data is None:
        return Sheet(path, digest)
    try:
        found = claimsfile.loads(data.decode("utf-8-sig"), path)
    except UnusableFile as error:
        return Sheet(path, digest, problem=str(error))
    except UnicodeDecodeError:
        return Sheet(path, digest, problem="it is not UTF-8")
    return Sheet(path, digest, {claim.id: claim for claim in found.claims})


def _claims_files(paths: Sequence[str]) -> dict[str, str]:
    """Document as the audit names it -> the claims file that was given for it, where one was."""
    kept: dict[str, str] = {}
    for path in intake.files(paths):
        if Path(path).suffix.lower() in intake.CLAIMS_SUFFIXES:
            kept[path] = path
            text = claimsfile.text_path(claimsfile.read(path))
            if text is not None:
                kept[text] = path
    return kept


def _entries(audit: Audit) -> Iterator[Entry]:
    cards, loose = cards_of(audit)
    paths = {document.path: number for number, document in enumerate(audit.documents)}
    claims = {card.number: card for card in cards.values()}
    open_: list[tuple[tuple[int, int, int, int], Finding, Card, JudgedClaim | None]] = []
    for card in (*claims.values(), *(card for found in loose.values() for card in found)):
        for finding in card.findings:
            if finding.status != "open":
                continue
            judged = card.judged or _citing(audit, finding)
            place = finding.location
            order = (paths.get(place.document, len(paths)), card.judged is None, place.line)
            rank = -SEVERITIES.index(finding.severity)
            open_.append(((*order, rank), finding, replace(card, findings=(finding,)), judged))
    open_.sort(key=lambda one: one[0])
    for number, (_, finding, card, judged) in enumerate(open_, 1):
        yield Entry(number, finding, card, judged)


def _citing(audit: Audit, finding: Finding) -> JudgedClaim | None:
    """The first claim that cites the reference which a finding is about: there it can be waived."""
    if finding.reference is None:
        return None
    keys = {
        citation.id
        for citation in audit.citations
        if finding.reference in citation.references and citation.document == finding.location.document
    }
    for judged in audit.claims:
        if judged.claim.document == finding.location.document and (
            judged.claim.reference == finding.reference or keys & set(judged.claim.citations)
        ):
            return judged
    return None
