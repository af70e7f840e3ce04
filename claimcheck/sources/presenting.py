"""From what the store and the lock hold to a ``Source``: no network, so that a replayed audit says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claimcheck.config import Host
from claimcheck.model import EvidenceKind, Outcome, Source
from claimcheck.sources import guard, outcomes
from claimcheck.sources.hosts import overruled
from claimcheck.sources.likeness import Cited
from claimcheck.sources.lock import Line
from claimcheck.sources.reading import Page, ReadBytes, read_page, title_of
from claimcheck.sources.store import Record, Store, Stored

PASSING: frozenset[Outcome] = frozenset({"down", "throttled", "blocked", "unsafe"})
"""Outcomes of one attempt; they say nothing of the page."""
WHOLE: frozenset[Outcome] = frozenset({"ok", "moved"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """What sources are read from and with: ``read`` stands in for the readers, ``hosts`` is what a person decided."""

    store: Store
    read: ReadBytes | None = None
    hosts: Mapping[str, Host] = field(default_factory=dict)

    def open(self, copy: Stored) -> Page | None:
        """The page of a stored copy; ``None`` when its bytes are missing or damaged."""
        body = self.store.load(copy.sha256)
        if body is None:
            return None
        place = copy.final_url or copy.url
        return read_page(body, media_type=copy.media_type or "", charset=copy.charset, url=place, read=self.read)

    def judged(self, visit: Stored) -> Outcome:
        """The outcome that counts."""
        return overruled(visit.url, visit.outcome, self.hosts)

    def counted(self, url: str, outcome: Outcome, detail: str) -> tuple[Outcome, str]:
        """The outcome that counts for a page that was not read, and its reason."""
        counts = overruled(url, outcome, self.hosts)
        if counts == outcome or counts in {*WHOLE, "front-page", "abstract-only"}:  # there is nothing to hold
            return outcome, detail
        return counts, taken_for(detail, counts)


def present(
    url: str,
    visit: Stored,
    page: Page,
    cited: Cited,
    shelf: Shelf,
    *,
    evidence: EvidenceKind | None = None,
    outcome: Outcome | None = None,
    detail: str | None = None,
) -> Source:
    """The source that ``visit`` and its ``page`` make, which is ``cited`` so."""
    found: Outcome = outcome or shelf.judged(visit)
    kind: EvidenceKind = evidence or (visit.evidence if visit.sha256 else "none")
    why = visit.detail if detail is None else detail
    if outcome is None and found != visit.outcome:
        why = taken_for(why, found)
    if page.document is None and found in {"ok", "moved", "front-page", "abstract-only"}:
        found, why = page.refusal or ("undecodable", "the stored page cannot be read")
    if kind == "live" and found in WHOLE and page.document is not None:
        another = cited.another(page.document, page.signs, redirected=_is_led_on(visit))
        if another is not None and overruled(visit.url, "wrong-page", shelf.hosts) == "wrong-page":
            found, why = "wrong-page", another
    usable = found in {*WHOLE, "front-page", "abstract-only"} or kind in {"archive", "manual"}
    metadata = page.document.metadata if page.document else None
    return Source(
        url=url,
        outcome=found,
        detail=why,
        evidence=kind if usable and page.document is not None else "none",
        final_url=visit.final_url,
        http_status=visit.http_status,
        title=title_of(page) or visit.title,
        published=(metadata.published or None) if metadata else None,
        media_type=visit.media_type,
        sha256=visit.sha256,
        fetched_at=visit.fetched_at,
        document=page.document,
    )


def taken_for(detail: str, counts: Outcome) -> str:
    """A reason, with what a person decided."""
    return f'{detail + "; " if detail else ""}taken for "{counts}" as the settings of this host say'


def _is_led_on(visit: Stored) -> bool:
    """True when the page that answered is at another place than the cited one."""
    try:
        return not outcomes.is_same_place(guard.parse(visit.url), guard.parse(visit.final_url or visit.url))
    except ValueError:
        return False


def from_record(url: str, record: Record | None, shelf: Shelf, cited: Cited, why_not: str) -> Source:
    """The source as the store has it; ``why_not`` ends the reason when it has none.

    A failed attempt is no answer: only a page that was read, or a server that said "gone", is replayed.
    """
    if record is None or record.last is None or shelf.judged(record.last) in PASSING:
        alone = instead(url, None, record, shelf, cited)
        if alone is not None:
            return alone
        tried = record.failures[-1] if record and record.failures else None
        past = f" (the last attempt, {tried.at[:10]}: {tried.detail})" if tried else ""
        return Source(url, "not-stored", f"not stored{past}, and {why_not}")
    last = record.last
    stands = shelf.judged(last) in WHOLE and record.manual is None
    whole = None if stands else instead(url, last, record, shelf, cited)
    if whole is not None:
        return whole
    if last.sha256 is None:
        return Source(
            url, *shelf.counted(url, last.outcome, last.detail), final_url=last.final_url,
            http_status=last.http_status, media_type=last.media_type, fetched_at=last.fetched_at,
        )  # fmt: skip
    page = shelf.open(last)
    if page is None:
        return Source(url, "not-stored", f"the stored bytes are damaged or missing, and {why_not}")
    return present(url, last, page, cited, shelf)


def instead(
    url: str,
    last: Stored | None,
    record: Record | None,
    shelf: Shelf,
    cited: Cited,
    *,
    failed: tuple[Outcome, str] | None = None,
) -> Source | None:
    """A copy that stands in for the live page: one added by hand, else the last one that was whole, else an archive's.

    The outcome stays that of the latest visit (or of ``failed``, an attempt just made), so that the copy does not hide
    that the page is gone or walled.
    """
    if record is None:
        return None
    for copy in (record.manual, record.kept, record.archived):
        if copy is None or (copy is record.kept and (shelf.judged(copy) not in WHOLE or copy == last)):
            continue
        if copy is record.archived and failed is None and last is None and not record.failures:
            continue
        page = shelf.open(copy)
        if page is None or page.document is None:
            continue
        kind: EvidenceKind = "manual" if copy is record.manual else "archive"
        words = f"read in the copy kept on {(copy.fetched_at or '')[:10]}" if copy is record.kept else copy.detail
        outcome, why = failed or ((last.outcome, last.detail) if last else (copy.outcome, ""))
        if copy is record.archived and failed is None and last is None:
            outcome, why = record.failures[-1].outcome, record.failures[-1].detail
        if failed is None and last is None and copy is record.kept:
            return present(url, copy, page, cited, shelf)  # nothing went wrong since: the copy is simply the page
        said = f"{why}; {words}" if why else words
        return replace(
            present(url, copy, page, cited, shelf, evidence=kind, outcome=outcome, detail=said),
            http_status=last.http_status if last else copy.http_status,
        )
    return None


def from_lock(url: str, line: Line | None, shelf: Shelf, cited: Cited, why_not: str) -> Source:
    """The source exactly as the lock has it, for ``--frozen``."""
    if line is None:
        return Source(url, "not-stored", f"not in the lock, and {why_not}")
    record = shelf.store.record(url)
    filed = _filed(line, record)
    detail = filed.detail if filed else ""
    if line.sha256 is None:
        return Source(
            url, line.outcome, detail or "as recorded in the lock", final_url=line.final_url or line.url,
            http_status=line.http_status, title=line.title, media_type=line.media_type,
            fetched_at=filed.fetched_at if filed else None,
        )  # fmt: skip
    if not shelf.store.holds(line.sha256):
        held = {copy.sha256 for copy in record.copies()} if record else set()
        if held - {line.sha256}:
            why = f"the stored page is not the one of the lock (digest {line.sha256[:12]}…), and {why_not}"
        else:
            why = f"in the lock, but its bytes are not in the store, and {why_not}"
        return Source(url, "not-stored", why)
    visit = Stored(
        url=line.url, outcome=line.outcome, detail=detail, evidence=line.evidence, final_url=line.final_url or line.url,
        http_status=line.http_status or (200 if line.evidence != "manual" else None), media_type=line.media_type,
        charset=line.charset, title=line.title, sha256=line.sha256, fetched_at=filed.fetched_at if filed else None,
    )  # fmt: skip
    page = shelf.open(visit) or Page(None)
    outcome = line.outcome if line.evidence != "live" else None
    return present(url, visit, page, cited, shelf, evidence=line.evidence, outcome=outcome)


def _filed(line: Line, record: Record | None) -> Stored | None:
    """The visit of the store that the line speaks of: where its reason and its date are found."""
    if record is None:
        return None
    visits = [visit for visit in (record.manual, record.kept, record.archived, record.last) if visit is not None]
    same = [visit for visit in visits if visit.sha256 == line.sha256]
    return next((visit for visit in same if visit.outcome == line.outcome), same[0] if same else None)
