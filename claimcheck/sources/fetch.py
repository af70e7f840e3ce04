"""One URL followed to its page: hop by hop, under limits of time, size and politeness.

Every way a visit can end is a value: an ``Answer`` (some page, whatever it says), ``Unchanged`` (the stored page still
stands) or a ``Failure``.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from claimcheck.model import Outcome
from claimcheck.sources import guard, hosts, media, outcomes, signs
from claimcheck.sources.body import Body
from claimcheck.sources.client import Chain, Client, Fault, Reply
from claimcheck.sources.decode import Undecodable, decoder
from claimcheck.sources.settings import Settings
from claimcheck.sources.store import Hop, Stored
from claimcheck.sources.wording import duration

if TYPE_CHECKING:
    from claimcheck.sources.robots import Robots

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
"""Answers that another try may better."""
ERROR_PAGE = 128 * 1024
"""Bytes read of a page that comes with an error status: enough to tell a bot check from a plain refusal."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A page, and the way to it. ``body`` has its content encoding undone."""

    final: guard.Address
    status: int
    headers: Mapping[str, str]
    body: Body
    hops: tuple[Hop, ...] = ()
    permanent: bool = False
    """True when there were redirects and all of them were permanent."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that the stored page still stands (HTTP 304)."""

    final: guard.Address
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Failure:
    """No page. ``wait_s`` is how long the server asks to stay away."""

    outcome: Outcome
    detail: str
    transient: bool = False
    wait_s: float | None = None
    status: int | None = None
    final: guard.Address | None = None
    hops: tuple[Hop, ...] = ()


Ending = Answer | Unchanged | Failure


class Gate:
    """Who may ask now: ``per_host`` requests to one server at a time, a gap between them, and ``jobs`` in all.

    The gate stands before the connection pool: requests that wait inside the pool hold up those to other hosts.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._all = asyncio.Semaphore(max(1, settings.jobs))
        self._servers: dict[str, _Server] = {}
        self.robots: Robots | None = None
        """Set when robots.txt is asked first."""

    def _server(self, address: guard.Address) -> _Server:
        if address.server not in self._servers:
            self._servers[address.server] = _Server(asyncio.Semaphore(max(1, self._settings.per_host)))
        return self._servers[address.server]

    @asynccontextmanager
    async def turn(self, address: guard.Address) -> AsyncIterator[None]:
        """Waits for a turn at ``address``'s server."""
        server = self._server(address)
        async with server.places:
            opened = address.literal is not None and guard.is_opened(address.literal, self._settings.allow_net)
            gap = max(server.gap, 0.0 if opened or guard.is_loopback(address) else self._settings.gap_s)
            now = time.monotonic()
            start = max(now, server.next_start)
            server.next_start = start + gap
            if start > now:
                await asyncio.sleep(start - now)
            async with self._all:
                yield

    def close_until(self, address: guard.Address, wait_s: float) -> None:
        """Notes that ``address``'s server asks to be left alone for ``wait_s`` seconds."""
        server = self._server(address)
        server.closed_until = max(server.closed_until, time.monotonic() + wait_s)

    def slow_down(self, address: guard.Address, gap_s: float) -> None:
        """Notes that ``address``'s server asks for ``gap_s`` seconds between two requests."""
        self._server(address).gap = gap_s

    def closed_for(self, address: guard.Address) -> float:
        """Seconds for which ``address``'s server still wants to be left alone."""
        return max(0.0, self._server(address).closed_until - time.monotonic())


@dataclass(slots=True)
class _Server:
    places: asyncio.Semaphore
    next_start: float = 0.0
    closed_until: float = 0.0
    gap: float = 0.0


@dataclass(slots=True)
class _Budget:
    """Time on the wire that is left for a URL."""

    left_s: float

    @asynccontextmanager
    async def spend(self, at_most_s: float) -> AsyncIterator[None]:
        start = time.monotonic()
        try:
            async with asyncio.timeout(max(0.01, min(self.left_s, at_most_s))):
                yield
        finally:
            self.left_s -= time.monotonic() - start


@dataclass(slots=True)
class Errand:
    """One URL to fetch, over all its tries. ``stored`` is the copy to ask about, ``None`` to fetch it whole."""

    address: guard.Address
    stored: Stored | None
    budget: _Budget
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent at every hop."""
    through: Callable[[str], str | None] | None = None
    """Rewrites each redirect's target; ``None`` ends the way there."""
    tries: int = 0
    waited_s: float = 0.0
    ending: Ending | None = field(default=None)


def errand(
    address: guard.Address,
    stored: Stored | None,
    settings: Settings,
    *,
    headers: Mapping[str, str] | None = None,
    through: Callable[[str], str | None] | None = None,
) -> Errand:
    """A fresh errand with the whole time budget."""
    return Errand(address, stored, _Budget(settings.timeout_s), headers or {}, through)


def next_wait(errand: Errand, settings: Settings) -> float | None:
    """Seconds to wait before ``errand`` is tried again; ``None`` when it is over.

    A server that asks for a day ("Retry-After: 86400") is not waited for at all: coming back after a minute would be
    neither polite nor of any use.
    """
    ending = errand.ending
    if not isinstance(ending, Failure) or not ending.transient:
        return None
    if errand.tries > settings.retries or errand.budget.left_s <= 0.05:
        return None
    asked = ending.wait_s or 0.0
    wait = asked + random.uniform(0, settings.backoff_s * 2 ** (errand.tries - 1))  # noqa: S311 - full jitter, no secret
    if asked > settings.longest_wait_s or errand.waited_s + wait > settings.total_wait_s:
        return None
    if wait >= settings.budget.left_s():
        return None
    return wait


async def run(errand: Errand, client: Client, gate: Gate, settings: Settings) -> None:
    """One try: sets ``errand.ending``. Nothing that a server does raises."""
    errand.tries += 1
    ending = await _follow(errand, client, gate, settings)
    if isinstance(ending, Failure) and ending.wait_s is not None:
        gate.close_until(ending.final or errand.address, ending.wait_s)
        if ending.wait_s > settings.longest_wait_s:
            ending = replace(
                ending,
                outcome="throttled",
                detail=f"{ending.detail}; the server asks to come back in {duration(ending.wait_s)}",
            )
    errand.ending = ending


async def _follow(errand: Errand, client: Client, gate: Gate, settings: Settings) -> Ending:
    address, hops, chain = errand.address, list[Hop](), Chain()
    permanent = at_home = True
    seen = {(address.url, "")}
    while True:
        # Once a redirect has led elsewhere, nothing that follows sees the credentials, not even the host itself: the
        # other one chose what it is asked.
        at_home = at_home and (not hops or address.host == errand.address.host)
        secrets = client.secrets_for(errand.address) if at_home and hosts.is_home(address, errand.address) else {}
        if gate.robots is not None and (refusal := await gate.robots.refusal(address, client, gate, settings)):
            return replace(refusal, hops=tuple(hops))
        try:
            async with gate.turn(address), errand.budget.spend(settings.budget.left_s()):
                if spent := settings.budget.ask():
                    return Failure("budget", spent, final=address, hops=tuple(hops))
                closed = gate.closed_for(address)
                if closed > 0 and errand.tries == 1:
                    # The host has just asked for a pause; asking it for its other pages now would earn a ban.
                    return Failure(
                        "throttled", f"{address.host} asked for a pause", True, closed, None, address, tuple(hops)
                    )
                step = await _ask(errand, address, client, chain, settings, {**errand.headers, **secrets})
        except TimeoutError:
            if settings.budget.left_s() <= 0:
                return Failure("budget", settings.budget.spent() or "", final=address, hops=tuple(hops))
            return _gave_up(address, hops, f"no complete answer within {duration(settings.timeout_s)}")
        except Fault as fault:
            where = "" if not hops else f"after {len(hops)} redirect{'s' if len(hops) > 1 else ''}: "
            return Failure(fault.outcome, where + fault.detail, fault.transient, final=address, hops=tuple(hops))
        if isinstance(step, Failure):
            return replace(step, final=address, hops=tuple(hops))
        if isinstance(step, Unchanged):
            return step
        if isinstance(step, Answer):
            return replace(step, hops=tuple(hops), permanent=permanent and bool(hops))
        hops.append(Hop(address.url, step.status))
        permanent = permanent and step.status in PERMANENT
        if len(hops) > settings.max_hops:
            return Failure("down", f"more than {settings.max_hops} redirects", final=address, hops=tuple(hops))
        location = _target(address, step.location) if errand.through is None else errand.through(step.location)
        if location is None:
            return Failure("down", "redirected out of the archive", final=address, hops=tuple(hops))
        try:
            address = guard.parse(_target(address, location))
        except guard.ForbiddenURL as error:
            return Failure(
                "unsafe", f"redirected to an address that is refused: {error}", final=address, hops=tuple(hops)
            )
        except guard.MalformedURL as error:
            return Failure(
                "down", f"redirected to something that is no address: {error}", final=address, hops=tuple(hops)
            )
        if (address.url, chain.state) in seen:
            return Failure("down", "the redirects run in a circle", final=address, hops=tuple(hops))
        seen.add((address.url, chain.state))


def _gave_up(address: guard.Address, hops: list[Hop], detail: str) -> Failure:
    return Failure("down", detail, transient=True, final=address, hops=tuple(hops))


def _target(base: guard.Address, location: str) -> str:
    location = location.strip()
    try:
        # Browsers mend spaces and drop line ends in a Location; everything else must be an address.
        return urljoin(base.url, re.sub(r"[\t\r\n]", "", location).replace(" ", "%20"))
    except ValueError:
        return location


@dataclass(frozen=True, slots=True)
class _Redirect:
    status: int
    location: str


async def _ask(
    errand: Errand,
    address: guard.Address,
    client: Client,
    chain: Chain,
    settings: Settings,
    headers_sent: Mapping[str, str],
) -> Answer | Unchanged | Failure | _Redirect:
    async with client.ask(address, chain, {**headers_sent, **_conditions(errand.stored, address)}) as reply:
        status, headers = reply.status, reply.headers
        if status == 304 and errand.stored is not None:
            if reply.http_version.startswith("HTTP/1"):
                async for _ in reply.raw:  # it has no body; read to its end, the connection serves the next page
                    break
            return Unchanged(address, headers)
        if status in REDIRECTS and headers.get("location", "").strip():
            return _Redirect(status, headers["location"])
        wait = retry_after(headers.get("retry-after")) if status in BUSY else None
        try:
            body = await _read(reply, settings)
        except (Undecodable, _TooBig, Fault) as error:
            if status < 400:
                if isinstance(error, Fault):
                    raise
                return Failure("undecodable" if isinstance(error, Undecodable) else "toobig", str(error), status=status)
            body = Body()  # the status says enough: a 404 whose page is damaged is a 404
    if status in BUSY and not (outcomes.is_challenged(headers) or signs.is_bot_check(body.head)):
        outcome: Outcome = "throttled" if status == 429 else "down"
        words = (
            "too many requests" if status == 429 else "the server has a fault" if status >= 500 else "no answer in time"
        )
        return Failure(outcome, f"HTTP {status}, {words}", True, wait, status)
    if 200 <= status < 300 and media.sniff(body.head, headers.get("content-type", "")) in media.HTML:
        forward = signs.refresh_header(headers.get("refresh", "")) or signs.refresh(body.head)
        if forward is not None and not _is_same(address, forward[1]):
            return _Redirect(200, forward[1])
    return Answer(address, status, headers, body)


def _is_same(address: guard.Address, target: str) -> bool:
    """True for a page that only reloads itself."""
    try:
        return guard.parse(_target(address, target)).url == address.url
    except ValueError:
        return False


def _conditions(stored: Stored | None, address: guard.Address) -> dict[str, str]:
    if stored is None or (stored.final_url or stored.url) != address.url:
        return {}
    headers = {}
    if stored.etag:
        headers["If-None-Match"] = stored.etag
    if stored.last_modified:
        headers["If-Modified-Since"] = stored.last_modified
    return headers


class _TooBig(Exception):
    """The body is over its limit."""


async def _read(reply: Reply, settings: Settings) -> Body:
    """The body, its encoding undone.

    Raises:
        Undecodable: it cannot be undone.
        Fault: it comes slower than ``settings.slowest`` allows.
        _TooBig: it is over the limit for its kind; reading stops there.
    """
    error_page = reply.status >= 400
    label, _ = media.declared(reply.headers.get("content-type", ""))
    limit = settings.pdf_bytes if label == "application/pdf" else settings.page_bytes
    announced = reply.headers.get("content-length", "")
    if (
        not error_page
        and announced.isascii()
        and announced.isdigit()
        and len(announced) < 19
        and int(announced) > settings.pdf_bytes
    ):
        raise _TooBig(f"the page is announced with {int(announced):,} bytes, more than {settings.pdf_bytes:,}")
    inner = decoder(reply.headers.get("content-encoding", ""))
    body = Body()
    raw_size, start = 0, time.monotonic()
    async for chunk in reply.raw:
        raw_size += len(chunk)
        for piece in inner.feed(chunk):
            if not body.size and piece.startswith(b"%PDF-"):
                limit = settings.pdf_bytes
            if error_page and body.size + len(piece) > ERROR_PAGE:
                return body
            if body.size + len(piece) > limit:
                raise _TooBig(f"the page is larger than {limit // (1024 * 1024) or 1} MB")
            body.write(piece)
            if body.size > 4 * 1024 * 1024:
                await asyncio.sleep(0)  # a bomb being undone must not stop the clock of the others
        if raw_size > limit:
            raise _TooBig(f"the page is larger than {limit // (1024 * 1024) or 1} MB")
        took = time.monotonic() - start
        if took > settings.patience_s and raw_size < took * settings.slowest:
            raise Fault("down", f"the page comes slower than {settings.slowest:,} bytes a second")
    if raw_size:
        inner.finish()
    return body


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a ``Retry-After`` header asks for (a number or a date); ``None`` for none or nonsense."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        when = parsedate_to_datetime(text[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    try:
        return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())
    except OverflowError:
        return None
