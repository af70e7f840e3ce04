"""A small web on loopback, well-behaved and hostile pages alike, and an environment without proxies."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path

import pytest

from claimcheck.sources import Lock, Settings, Source, Store, Wanted, gather

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR")

ARTICLE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/login">Log in</a> Already a subscriber?</nav>
<main><article><h1>{title}</h1><p>By Ines Marlowe, 4 March 2024</p>
<p>The harbour authority of Port Ellery said on Monday that 412 containers had left the eastern quay since January,
almost twice as many as in the same weeks of the year before, and that two more cranes would be ordered in May.</p>
<p>Shipping agents in the town welcomed the figures but warned that the single railway line inland is now the narrowest
part of the whole route. Trains of forty wagons wait up to nine hours for a free path, according to the line's
operator, which has asked the ministry for a second track since 2019.</p>
<p>The ministry replied that it would publish a study of the costs before the summer. A spokeswoman added that none of
the four variants under discussion had been ruled out, and that the town council would be heard in each case.</p>
<p>Residents of the quay complain about noise at night. A petition with 1,900 signatures asks for a closing time of
eleven in the evening, which the harbour authority calls impossible while ships arrive with the tide.</p>
</article></main></body></html>"""


@dataclass
class Request:
    path: str
    headers: dict[str, str]


Route = bytes | Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


def answer(
    body: bytes | str = b"", status: str = "200 OK", headers: dict[str, str] | None = None, *, length: bool = True
) -> bytes:
    """A whole HTTP answer."""
    data = body.encode() if isinstance(body, str) else body
    fields = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
    if length:
        fields.setdefault("Content-Length", str(len(data)))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{head}Connection: close\r\n\r\n".encode("latin-1") + data


def article(title: str = "Port Ellery moves more containers than ever", **headers: str) -> bytes:
    """A news page whose text is whole."""
    return answer(
        ARTICLE.format(title=title), headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


@dataclass
class Web:
    """Routes by path ("/a" or "/a?q"); every request is written down, and how many were under way at once."""

    routes: dict[str, Route] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    most_at_once: int = 0
    _now: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def __setitem__(self, path: str, route: Route) -> None:
        self.routes[path] = route

    def asked(self, path: str) -> int:
        return sum(1 for request in self.requests if request.path == path)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            head = await reader.readexactly(1)
            if head == b"\x16":  # a TLS greeting on a port that knows only plain HTTP
                writer.write(answer("", "400 Bad Request"))
                return
            head += await reader.readuntil(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            fields = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
            request = Request(lines[0].split(" ")[1], {name.lower(): value for name, value in fields.items()})
            self.requests.append(request)
            route = self.routes.get(request.path, answer("<h1>Nothing here</h1>", "404 Not Found"))
            if isinstance(route, bytes):
                writer.write(route)
                await writer.drain()
            else:
                await route(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._now -= 1
            writer.close()
            with contextlib.suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def running() -> Iterator[Web]:
    """A web server on 127.0.0.1 in a thread of its own."""
    served = Web()
    started = threading.Event()
    stop: list[Callable[[], object]] = []

    async def run() -> None:
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        server = await asyncio.start_server(served.serve, "127.0.0.1", 0)
        served.port = server.sockets[0].getsockname()[1]
        stop.append(lambda: loop.call_soon_threadsafe(over.set))
        started.set()
        await over.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert started.wait(5)
    yield served
    stop[0]()
    thread.join(5)


@pytest.fixture
def web() -> Iterator[Web]:
    yield from running()


FAST = Settings(
    allow_net=(ip_network("127.0.0.1/32"),),
    timeout_s=2.0,
    retries=1,
    backoff_s=0.01,
    longest_wait_s=1.0,
    total_wait_s=2.0,
    gap_s=0.0,
)


@dataclass
class Desk:
    """Settings, store and lock of one test, and the shortest way to fetch with them."""

    store: Store
    lock: Lock
    settings: Settings = FAST

    def fetch(self, *urls: str | Wanted, settings: Settings | None = None) -> list[Source]:
        wanted = [url if isinstance(url, Wanted) else Wanted(url) for url in urls]
        found = gather(wanted, settings=settings or self.settings, store=self.store, lock=self.lock)
        return [found[one.url] for one in wanted]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Store(tmp_path / "store"), Lock(tmp_path / "claimcheck.lock"))
