"""From what the store and the lock hold to a ``Source``: no network, so that a replayed audit says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model import EvidenceKind, Outcome, Source
from claimcheck.sources import outcomes
from claimcheck.sources.body import Body
from claimcheck.sources.lock import Line
from claimcheck.sources.reading import Page, ReadBytes, read_page, title_of
from claimcheck.sources.store import Record, Store, Stored

PASSING: frozenset[Outcome] = frozenset({"down", "throttled", "blocked", "unsafe"})
"""Outcomes of one attempt; they say nothing of the page."""
WHOLE: frozenset[Outcome] = frozenset({"ok", "moved"})


def present(
    url: str,
    visit: Stored,
    page: Page,
    titles: Sequence[str],
    *,
    evidence: EvidenceKind | None = None,
    outcome: Outcome | None = None,
    detail: str | None = None,
) -> Source:
    """The source that ``visit`` and its ``page`` make. ``titles`` are the titles under which it is cited."""
    found: Outcome = outcome or visit.outcome
    kind: EvidenceKind = evidence or (visit.evidence if visit.sha256 else "none")
    why = visit.detail if detail is None else detail
    if page.document is None and found in {"ok", "moved", "front-page", "abstract-only"}:
        found, why = page.refusal or ("undecodable", "the stored page cannot be read")
    if kind == "live" and found in WHOLE and page.document is not None and titles:
        others = [title for title in titles if outcomes.is_other_page(title, page.document, page.signs)]
        if len(others) == len(titles):
            found, why = (
                "wrong-page",
                f'the page is titled "{title_of(page)}" and its text lacks the cited title\'s words',
            )
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


def from_record(
    url: str, record: Record | None, store: Store, titles: Sequence[str], why_not: str, read: ReadBytes | None
) -> Source:
    """The source as the store has it; ``why_not`` ends the reason when it has none.

    A failed attempt is no answer: only a page that was read, or a server that said "gone", is replayed.
    """
    if record is None or record.last is None or record.last.outcome in PASSING:
        alone = instead(url, None, record, store, titles, read)
        if alone is not None:
            return alone
        tried = record.failures[-1] if record and record.failures else None
        past = f" (the last attempt, {tried.at[:10]}: {tried.detail})" if tried else ""
        return Source(url, "not-stored", f"not stored{past}, and {why_not}")
    last = record.last
    whole = instead(url, last, record, store, titles, read) if record.manual or last.outcome not in WHOLE else None
    if whole is not None:
        return whole
    if last.sha256 is None:
        return Source(
            url, last.outcome, last.detail, final_url=last.final_url, http_status=last.http_status,
            media_type=last.media_type, fetched_at=last.fetched_at,
        )  # fmt: skip
    body = store.load(last.sha256)
    if body is None:
        return Source(url, "not-stored", f"the stored bytes are damaged or missing, and {why_not}")
    return present(url, last, open_copy(last, body, read), titles)


def instead(
    url: str,
    last: Stored | None,
    record: Record | None,
    store: Store,
    titles: Sequence[str],
    read: ReadBytes | None,
    *,
    failed: tuple[Outcome, str] | None = None,
) -> Source | None:
    """A copy that stands in for the live page: one added by hand, else the last one that was whole.

    The outcome stays that of the latest visit (or of ``failed``, an attempt just made), so that the copy does not hide
    that the page is gone or walled.
    """
    if record is None:
        return None
    for copy in (record.manual, record.kept):
        if copy is None or (copy is not record.manual and (copy.outcome not in WHOLE or copy == last)):
            continue
        body = store.load(copy.sha256)
        if body is None:
            continue
        page = open_copy(copy, body, read)
        if page.document is None:
            continue
        if copy is record.manual:
            kind: EvidenceKind = "manual"
            words = copy.detail
        else:
            kind = "archive"
            words = f"read in the copy kept on {(copy.fetched_at or '')[:10]}"
        outcome, why = failed or ((last.outcome, last.detail) if last else (copy.outcome, ""))
        if failed is None and last is None and copy is not record.manual:
            return present(url, copy, page, titles)  # nothing went wrong since: the copy is simply the page
        said = f"{why}; {words}" if why else words
        return replace(
            present(url, copy, page, titles, evidence=kind, outcome=outcome, detail=said),
            http_status=last.http_status if last else copy.http_status,
        )
    return None


def open_copy(copy: Stored, body: Body, read: ReadBytes | None) -> Page:
    """The page of a stored copy."""
    return read_page(
        body, media_type=copy.media_type or "", charset=copy.charset, url=copy.final_url or copy.url, read=read
    )


def from_lock(
    url: str, line: Line | None, store: Store, titles: Sequence[str], why_not: str, read: ReadBytes | None
) -> Source:
    """The source exactly as the lock has it, for ``--frozen``."""
    if line is None:
        return Source(url, "not-stored", f"not in the lock, and {why_not}")
    record = store.record(url)
    filed = _filed(line, record)
    detail = filed.detail if filed else ""
    if line.sha256 is None:
        return Source(
            url, line.outcome, detail or "as recorded in the lock", final_url=line.final_url or line.url,
            http_status=line.http_status, title=line.title, media_type=line.media_type,
            fetched_at=filed.fetched_at if filed else None,
        )  # fmt: skip
    body = store.load(line.sha256)
    if body is None:
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
    return present(url, visit, open_copy(visit, body, read), titles, evidence=line.evidence)


def _filed(line: Line, record: Record | None) -> Stored | None:
    """The visit of the store that the line speaks of: where its reason and its date are found."""
    if record is None:
        return None
    visits = [visit for visit in (record.manual, record.kept, record.last) if visit is not None]
    same = [visit for visit in visits if visit.sha256 == line.sha256]
    return next((visit for visit in same if visit.outcome == line.outcome), same[0] if same else None)
