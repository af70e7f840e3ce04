"""An archive's list of what it has of a page (CDX), for when its TimeGate leads to no copy.

A TimeGate knows one nearest copy, and that one may be a redirect or an error page of a bad day. The list says which
copies were whole pages, and the one nearest the day of retrieval is taken among those.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

from claimcheck.sources import archive, fetch, guard, outcomes
from claimcheck.sources.client import Client
from claimcheck.sources.settings import Settings

TRIED = 2
"""Copies that are opened of one page: the archive is a guest-house, and the third nearest is hardly better."""
_ROWS = 50
"""Rows asked for; the list comes nearest first from archives that can sort it."""
_LONGEST = 1024 * 1024
"""Bytes of a list that are read."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One copy that the list names: the 14 digits of its instant, and the address it was taken of."""

    stamp: str
    taken: datetime
    original: str

    def url(self, base: str) -> str:
        """Where the archive at ``base`` shows it in its raw form."""
        return f"{base}{self.stamp}id_/{self.original}"


async def ask(
    address: guard.Address, accessed: str | None, index: str, client: Client, gate: fetch.Gate, settings: Settings
) -> tuple[Capture, ...] | fetch.Failure:
    """Whole copies of ``address`` that the list at ``index`` names, nearest to the ISO date ``accessed`` first.

    Without a date the latest is nearest. A failure says that the list could not be had.
    """
    day = archive.day_of(accessed)
    wish = datetime.now(UTC) if day == date.max else datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    words = {
        "url": quote(address.url, safe=""), "output": "json", "fl": "timestamp,original,statuscode",
        "filter": "statuscode:200", "sort": "closest", "closest": wish.strftime("%Y%m%d%H%M%S"), "limit": str(_ROWS),
    }  # fmt: skip
    mark = "&" if "?" in index else "?"
    question = "&".join(f"{name}={value}" for name, value in words.items())
    ending = await archive.visit(f"{index}{mark}{question}", client, gate, settings)
    if isinstance(ending, fetch.Failure):
        return ending
    if not isinstance(ending, fetch.Answer) or ending.status != 200:
        return ()
    found = {row.stamp: row for row in _read(ending.body.whole()[:_LONGEST]) if _is_of(row, address)}
    return tuple(sorted(found.values(), key=lambda row: (abs(row.taken - wish), row.stamp)))


def _is_of(row: Capture, address: guard.Address) -> bool:
    """True for a copy of the page itself: a list may name pages that only begin like it."""
    try:
        return outcomes.is_same_place(guard.parse(row.original), address)
    except ValueError:
        return False


def _read(body: bytes) -> Iterator[Capture]:
    """The rows with status 200: one JSON array with its heading, or an object a line, as servers have it."""
    for row in _rows(body.decode("utf-8", "replace")):
        stamp, original = str(row.get("timestamp", "")), str(row.get("original") or row.get("url") or "")
        taken = archive.stamped(stamp) if len(stamp) == 14 else None
        if taken is not None and str(row.get("statuscode") or row.get("status")) == "200":
            yield Capture(stamp, taken, original)


def _rows(text: str) -> Iterator[dict[str, Any]]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    if isinstance(whole, list) and whole and isinstance(whole[0], list):
        for row in whole[1:]:
            if isinstance(row, list):
                yield dict(zip(map(str, whole[0]), row, strict=False))
        return
    for line in text.splitlines():
        start = line.find("{")  # some write the key and the instant before the object
        try:
            row = json.loads(line[start:]) if start >= 0 else None
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            prefix = line[:start].split()
            yield {"timestamp": prefix[1], **row} if len(prefix) == 2 else row
