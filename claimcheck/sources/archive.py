"""A web archive asked for the copy of a page that is gone: Memento (RFC 7089), which most archives speak.

The archive is asked for the copy nearest the day on which the author read the page, and for its raw form: without the
archive's own banner and links. Where this way leads to no copy, ``captures`` has another one. Nothing is ever sent to
be saved here: see ``saving``.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime

from claimcheck.model import Outcome
from claimcheck.sources import fetch, guard, outcomes
from claimcheck.sources.body import Body
from claimcheck.sources.client import Client
from claimcheck.sources.likeness import Cited
from claimcheck.sources.reading import ReadBytes, examine
from claimcheck.sources.settings import Settings
from claimcheck.sources.store import Record, Stored

WANTED: frozenset[Outcome] = frozenset({"gone", "soft404", "blocked", "wall", "down"})
"""Outcomes of the live page for which the archive is asked."""
_WHOLE: frozenset[Outcome] = frozenset({"ok", "moved"})
MEMENTO = re.compile(r"/(\d{14})([a-z]{2}_)?/(https?:/{1,2}.{1,8000})", re.IGNORECASE | re.DOTALL)
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
    day = day_of(accessed)
    # Noon, so that a copy of the same day is nearest whatever the hour of the author's visit.
    wanted = {"Accept-Datetime": format_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), usegmt=True)}
    return await visit(f"{base}{address.url}", client, gate, settings, headers=wanted if day != date.max else {})


async def visit(
    url: str,
    client: Client,
    gate: fetch.Gate,
    settings: Settings,
    *,
    headers: Mapping[str, str] | None = None,
) -> fetch.Ending | None:
    """How a visit to ``url`` in an archive ended: copies are read in their raw form, and no way leads out of it."""
    try:
        place = guard.parse(url)
    except ValueError as error:  # an address at the limit of length is over it behind the archive's own
        return fetch.Failure("no-url", str(error))

    def raw(location: str) -> str | None:
        """The next address inside the archive, in its raw form; ``None`` for one that leads out of it."""
        inside = location.startswith("/") and not location.startswith("//")
        with contextlib.suppress(ValueError):
            inside = inside or guard.parse(location).server == place.server
        return MEMENTO.sub(r"/\1id_/\3", location, count=1) if inside else None

    errand = fetch.errand(place, None, settings, headers=headers, through=raw)
    await fetch.run(errand, client, gate, settings)
    return errand.ending


def read(
    ending: fetch.Ending | None,
    address: guard.Address,
    cited: Cited,
    reader: ReadBytes | None,
    *,
    listed: bool = False,
) -> Copy | None:
    """The copy that an answer holds; ``None`` when it is no whole copy of the page that is ``cited``.

    ``listed``: the archive's index names it, so that its address tells when it was taken if no header does.
    """
    if not isinstance(ending, fetch.Answer) or not 200 <= ending.status < 300:
        return None
    taken = _instant(ending.headers.get("memento-datetime"))
    found = MEMENTO.search(ending.final.url)
    if taken is None and listed and found:
        taken = stamped(found[1])
    if taken is None:
        return None
    original = address
    if found:
        try:
            original = guard.parse(re.sub(r"^(https?:)/(?!/)", r"\1//", found[3]))
        except ValueError:
            return None
    seen, body, page = examine(address, replace(ending, final=original, permanent=False), reader)
    if seen.outcome not in _WHOLE or body is None or page.document is None:
        return None
    document = page.document
    if cited.another(document, page.signs, redirected=not outcomes.is_same_place(address, original)):
        return None  # the domain had another owner by then, or the link led on to another page
    distance = _distance(taken, cited.accessed)
    detail = f"read in the archived copy of {taken.date().isoformat()} at {ending.final.host}{distance}"
    seen = replace(
        seen, outcome="ok", detail=detail, evidence="archive", final_url=ending.final.url, etag=None,
        last_modified=None, hops=ending.hops, headers=(*seen.headers, (_ASKED, cited.accessed or "")),
    )  # fmt: skip
    return Copy(seen, body)


def day_of(accessed: str | None) -> date:
    """The first day that an ISO date, month or year means; ``date.max`` for none."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?.{0,20}", accessed or "")
    try:
        return date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)) if parts else date.max
    except ValueError:
        return date.max


def stamped(stamp: str) -> datetime | None:
    """The instant that 14 digits of an archive name (``20200110080000``); ``None`` for digits that name none."""
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _instant(value: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime((value or "")[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _distance(taken: datetime, accessed: str | None) -> str:
    day = day_of(accessed)
    if day == date.max:
        return ""
    days = (taken.date() - day).days
    if not days:
        return ", the day of retrieval"
    unit = "day" if abs(days) == 1 else "days"
    return f", {abs(days):,} {unit} {'after' if days > 0 else 'before'} the day of retrieval"
