"""Pages handed to a web archive to be kept, when a person asks for it and never otherwise.

It tells the archive what a text cites that may not be published yet. Only addresses go out, nothing that a person set
for a host goes with them, and an address that is not on the public internet, or that is read with a login, stays here.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from claimcheck.sources import fetch, guard, hosts, visiting
from claimcheck.sources.archive import MEMENTO
from claimcheck.sources.client import Client
from claimcheck.sources.settings import Settings
from claimcheck.sources.store import Deposit, Store, now

GAP_S = 15.0
"""Seconds between two pages handed to one archive: the Internet Archive takes a few a minute from visitors."""
TIMEOUT_S = 120.0
"""Seconds for one page: the archive visits it while we wait."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one address: where its copy is, or why there is none."""

    url: str
    copy: str | None
    detail: str


def save(
    urls: Sequence[str],
    base: str,
    *,
    settings: Settings,
    store: Store,
    again: bool = False,
    progress: Callable[[Saved], None] | None = None,
) -> tuple[Saved, ...]:
    """Asks the archive at ``base`` to keep each of ``urls``, one after the other; notes in the store where the copy is.

    What was saved before is not saved again, unless ``again``.

    Raises:
        StoreError: the store cannot be written; what was noted before is kept.
    """
    # With no hosts, so that neither a cookie nor a key of the user can go along.
    alone = replace(settings, jobs=1, per_host=1, gap_s=GAP_S, timeout_s=TIMEOUT_S, robots=False, hosts={})
    return visiting.run(_save_all(tuple(dict.fromkeys(urls)), base, settings, alone, store, again, progress))


async def _save_all(
    urls: Sequence[str],
    base: str,
    settings: Settings,
    alone: Settings,
    store: Store,
    again: bool,
    progress: Callable[[Saved], None] | None,
) -> tuple[Saved, ...]:
    gate, found, closed = fetch.Gate(alone), list[Saved](), ""
    client = Client(
        user_agent=alone.user_agent, allow_net=alone.allow_net, connections=1, timeout_s=alone.timeout_s, hosts={}
    )
    async with client:
        for url in urls:
            known = None if again else _deposit(url, store)
            refusal = _refusal(url, settings)
            if known is not None:
                saved = Saved(url, known.url, f"saved on {known.at[:10]}")
            elif refusal or closed:
                saved = Saved(url, None, refusal or closed)
            else:
                saved, is_closed = await _save(url, base, client, gate, alone)
                closed = f"not asked: {saved.detail}" if is_closed else ""
            if saved.copy and known is None:
                store.note_deposit(url, Deposit(now(), saved.copy))
            found.append(saved)
            if progress is not None:
                progress(saved)
    return tuple(found)


def _deposit(url: str, store: Store) -> Deposit | None:
    record = store.record(url)
    return record.deposit if record else None


def _refusal(url: str, settings: Settings) -> str | None:
    """Why an address is not told to an archive."""
    try:
        address = guard.parse(url)
    except ValueError as error:
        return str(error)
    reason = guard.refuse(address, (), proxied=True)
    if reason is None and address.literal is None:
        reason = _private(address)
    if reason is not None:
        return f"not on the public internet: {reason}"
    own = hosts.settings_for(address, settings.hosts)
    if own is not None and own.headers:
        return f"{address.host} is read with headers of yours, and no archive has these"
    return None


def _private(address: guard.Address) -> str | None:
    try:
        answers = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None  # behind a proxy nothing can be looked up here; the archive looks for itself
    found = [place for *_, sockaddr in answers if (place := guard.read_ip(str(sockaddr[0]))) is not None]
    reason = guard.choose(found, address.port, ())
    return reason if isinstance(reason, str) else None


async def _save(url: str, base: str, client: Client, gate: fetch.Gate, settings: Settings) -> tuple[Saved, bool]:
    """What became of ``url``, and whether the archive wants to be left alone."""
    try:
        place = guard.parse(f"{base}{guard.parse(url).url}")
    except ValueError as error:
        return Saved(url, None, str(error)), False
    copies: list[str] = []

    def through(location: str) -> str | None:
        target = urljoin(place.url, location)
        try:
            inside = guard.parse(target).server == place.server
        except ValueError:
            return None
        if inside and MEMENTO.search(target):
            copies.append(target)  # the copy itself need not be read
            return None
        return target if inside else None

    errand = fetch.errand(place, None, settings, through=through)
    await fetch.run(errand, client, gate, settings)
    ending = errand.ending
    if isinstance(ending, fetch.Answer) and 200 <= ending.status < 300:
        through(ending.headers.get("content-location", ""))
    if copies:
        return Saved(url, copies[0], "saved"), False
    match ending:
        case fetch.Answer(status=status) if 200 <= status < 300:
            return Saved(url, None, "the archive took the address and does not say where the copy is"), False
        case fetch.Answer(status=status):
            return Saved(url, None, f"the archive refuses (HTTP {status})"), False
        case fetch.Failure() as failure:
            return Saved(url, None, f"the archive: {failure.detail}"), failure.transient
        case _:
            return Saved(url, None, "the archive gives no answer"), False
