"""A web archive asked for the copy of a page that is gone: Memento (RFC 7089), which most archives speak.

The archive is asked for the copy nearest the day on which the author read the page, and for its raw form: without the
archive's own banner and links. Nothing is ever sent to be saved.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime

from claimcheck.model import Outcome
from claimcheck.sources import fetch, guard, outcomes
from claimcheck.sources.body import Body
from claimcheck.sources.client import Client
from claimcheck.sources.reading import ReadBytes, examine
from claimcheck.sources.settings import Settings
from claimcheck.sources.store import Record, Stored

WANTED: frozenset[Outcome] = frozenset({"gone", "soft404", "blocked", "wall", "down"})
"""Outcomes of the live page for which the archive is asked."""
_WHOLE: frozenset[Outcome] = frozenset({"ok", "moved"})
_MEMENTO = re.compile(r"/(\d{14})([a-z]{2}_)?/(https?:/{1,2}.{1,8000})", re.IGNORECASE | re.DOTALL)
_ASKED = "accept-datetime"


@dataclass(frozen=True, slots=True)
class Copy:
    """What an archive had: the visit to file and its bytes."""

    visit: Stored
    body: Body


def has_asked(record: Record | None, accessed: str | None) -> bool:
    """True when the copy for that day is in the store already."""
    return record is not None and record.archived is not None and (_ASKED, accessed or "") in record.archived.headers


async def ask(
    address: guard.Address, accessed: str | None, base: str, client: Client, gate: fetch.Gate, settings: Settings
) -> fetch.Ending | None:
    """How asking the archive at ``base`` for ``address`` ended; ``accessed`` is the ISO date wanted, if known."""
    gate_url = guard.parse(f"{base}{address.url}")
    day = _day(accessed)
    # Noon, so that a copy of the same day is nearest whatever the hour of the author's visit.
    wanted = {"Accept-Datetime": format_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), usegmt=True)}

    def raw(location: str) -> str | None:
        """The next address inside the archive, in its raw form; ``None`` for one that leads out of it."""
        inside = location.startswith("/") and not location.startswith("//")
        with contextlib.suppress(ValueError):
            inside = inside or guard.parse(location).server == gate_url.server
        return _MEMENTO.sub(r"/\1id_/\3", location, count=1) if inside else None

    errand = fetch.errand(gate_url, None, settings, headers=wanted if day != date.max else {}, through=raw)
    await fetch.run(errand, client, gate, settings)
    return errand.ending


def read(
    ending: fetch.Ending | None,
    address: guard.Address,
    accessed: str | None,
    titles: Sequence[str],
    reader: ReadBytes | None,
) -> Copy | None:
    """The copy that an answer holds; ``None`` when it is no whole copy of the page cited under ``titles``."""
    if not isinstance(ending, fetch.Answer) or not 200 <= ending.status < 300:
        return None
    taken = _instant(ending.headers.get("memento-datetime"))
    found = _MEMENTO.search(ending.final.url)
    if taken is None:
        return None
    original = address
    if found:
        try:
            original = guard.parse(re.sub(r"^(https?:)/(?!/)", r"\1//", found[3]))
        except ValueError:
            return None
    visit, body, page = examine(address, replace(ending, final=original, permanent=False), reader)
    if visit.outcome not in _WHOLE or body is None or page.document is None:
        return None
    document = page.document
    if titles and all(outcomes.is_other_page(title, document, page.signs) for title in titles):
        return None  # the domain had another owner by then
    detail = (
        f"read in the archived copy of {taken.date().isoformat()} at {ending.final.host}{_distance(taken, accessed)}"
    )
    visit = replace(
        visit, outcome="ok", detail=detail, evidence="archive", final_url=ending.final.url, etag=None,
        last_modified=None, hops=ending.hops, headers=(*visit.headers, (_ASKED, accessed or "")),
    )  # fmt: skip
    return Copy(visit, body)


def _day(accessed: str | None) -> date:
    """The first day that an ISO date, month or year means; ``date.max`` for none."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?.{0,20}", accessed or "")
    try:
        return date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)) if parts else date.max
    except ValueError:
        return date.max


def _instant(value: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime((value or "")[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _distance(taken: datetime, accessed: str | None) -> str:
    day = _day(accessed)
    if day == date.max:
        return ""
    days = (taken.date() - day).days
    if not days:
        return ", the day of retrieval"
    unit = "day" if abs(days) == 1 else "days"
    return f", {abs(days):,} {unit} {'after' if days > 0 else 'before'} the day of retrieval"
