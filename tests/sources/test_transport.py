"""TLS, HTTP/2 and proxies, over real connections on loopback."""

from __future__ import annotations

import asyncio
import base64
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from claimcheck.sources import guard
from claimcheck.sources.environment import proxies, proxy_for

from .conftest import ARTICLE, Desk, Web, answer, article

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
PAGE = ARTICLE.format(title="Quay").encode()


@contextmanager
def listening(talk: Talk, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port of a server in a thread of its own."""
    started, port = threading.Event(), [0]
    stop: list[Callable[[], object]] = []

    async def run() -> None:
        over, loop = asyncio.Event(), asyncio.get_running_loop()
        loop.set_exception_handler(lambda *_: None)  # a client that refuses our certificate is what we want
        server = await asyncio.start_server(talk, "127.0.0.1", 0, ssl=tls)
        port[0] = server.sockets[0].getsockname()[1]
        stop.append(lambda: loop.call_soon_threadsafe(over.set))
        started.set()
        await over.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert started.wait(5)
    yield port[0]
    stop[0]()
    thread.join(5)


async def speak_http1(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError, asyncio.IncompleteReadError):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(article("Quay"))
        await writer.drain()
    writer.close()


class Http2:
    """A server of HTTP/2 that counts connections and what is under way on them."""

    def __init__(self, ending: str = "") -> None:
        self.connections = self.most = self.now = 0
        self.ending = ending

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        talk = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        talk.initiate_connection()
        writer.write(talk.data_to_send())
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                for event in talk.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived) and event.stream_id is not None:
                        self.now += 1
                        self.most = max(self.most, self.now)
                        await asyncio.sleep(0.02)
                        await self.answer(talk, event.stream_id, writer)
                        self.now -= 1
                writer.write(talk.data_to_send())
                await writer.drain()
        writer.close()

    async def answer(self, talk: h2.connection.H2Connection, stream: int, writer: asyncio.StreamWriter) -> None:
        if self.ending == "goaway":
            talk.close_connection(error_code=2)
        elif self.ending == "reset":
            talk.reset_stream(stream, error_code=8)
        else:
            talk.send_headers(stream, [(":status", "200"), ("content-type", "text/html; charset=utf-8")])
            talk.send_data(stream, PAGE, end_stream=True)
        writer.write(talk.data_to_send())
        await writer.drain()


def test_pages_that_stand_unchanged_are_asked_for_on_one_connection(desk: Desk) -> None:
    connections = 0

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                known = b"if-none-match" in head.lower()
                page = article("Quay", ETag='"1"').replace(b"Connection: close\r\n", b"")
                writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n' if known else page)
                await writer.drain()
        writer.close()

    with listening(talk) as port:
        urls = [f"http://127.0.0.1:{port}/{number}" for number in range(8)]
        first = desk.fetch(*urls)
        connections = 0
        assert desk.fetch(*urls) == first
    assert connections <= 2


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return authority


def tls(cert: trustme.LeafCert, *protocols: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    cert.configure_cert(context)
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


def test_http_2_is_spoken_where_the_server_does(desk: Desk, trusting: trustme.CA) -> None:
    server = Http2()
    with listening(server.talk, tls(trusting.issue_cert("127.0.0.1"), "h2", "http/1.1")) as port:
        sources = desk.fetch(*(f"https://127.0.0.1:{port}/{number}" for number in range(8)))
    assert [source.outcome for source in sources] == ["ok"] * 8
    assert server.most <= 2
    assert server.connections <= 2


@pytest.mark.parametrize("ending", ["goaway", "reset"])
def test_http_2_that_breaks_off_is_down(desk: Desk, trusting: trustme.CA, ending: str) -> None:
    with listening(Http2(ending).talk, tls(trusting.issue_cert("127.0.0.1"), "h2")) as port:
        (source,) = desk.fetch(f"https://127.0.0.1:{port}/a")
    assert (source.outcome, source.evidence) == ("down", "none")
    assert source.detail


def test_tls_with_http_1(desk: Desk, trusting: trustme.CA) -> None:
    with listening(speak_http1, tls(trusting.issue_cert("127.0.0.1"))) as port:
        (source,) = desk.fetch(f"https://127.0.0.1:{port}/a")
    assert source.outcome == "ok"


def test_faults_of_certificates_are_told_apart(desk: Desk, trusting: trustme.CA) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    certificates = {
        "its certificate is for another": trusting.issue_cert("other.example"),
        "has expired": trusting.issue_cert(
            "127.0.0.1", not_after=long_ago, not_before=datetime(2019, 1, 1, tzinfo=UTC)
        ),
        "unknown authority": trustme.CA().issue_cert("127.0.0.1"),
    }
    for words, certificate in certificates.items():
        with listening(speak_http1, tls(certificate)) as port:
            (source,) = desk.fetch(f"https://127.0.0.1:{port}/a")
        assert source.outcome == "down"
        assert words in source.detail


# -- proxies -----------------------------------------------------------------------------------------------------------


class Proxy:
    """A forward proxy that answers every page itself, and says yes to every tunnel."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.authorised: list[str] = []
        self.location = ""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.asked.append(" ".join(head.split(" ")[:2]))
            self.authorised += [line for line in head.split("\r\n") if line.lower().startswith("proxy-authorization")]
            if self.location:
                writer.write(answer("", "302 Found", {"Location": self.location}))
            elif head.startswith("CONNECT"):
                writer.write(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
            else:
                writer.write(article("Quay"))
            await writer.drain()
        writer.close()


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    served = Proxy()
    with listening(served.talk) as port:
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, f"http://clerk:s3cret@127.0.0.1:{port}")
        yield served


def test_a_proxy_is_asked_and_does_the_resolving(desk: Desk, proxy: Proxy) -> None:
    (source,) = desk.fetch("http://quay.example/a")
    assert source.outcome == "ok"
    assert proxy.asked == ["GET http://quay.example/a"]
    assert base64.b64encode(b"clerk:s3cret").decode() in proxy.authorised[0]
    assert "s3cret" not in repr(source)


def test_a_proxy_that_refuses_is_down_and_keeps_its_password(desk: Desk, proxy: Proxy) -> None:
    (source,) = desk.fetch("https://quay.example/a")
    assert (source.outcome, proxy.asked) == ("down", ["CONNECT quay.example:443"])
    assert "proxy" in source.detail
    assert "s3cret" not in source.detail


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "http://[::1]:8080/", "http://printer/", "http://nas.local/x"])
def test_no_private_address_goes_through_a_proxy(desk: Desk, proxy: Proxy, url: str) -> None:
    (cited,) = desk.fetch(url)
    proxy.location = url
    (led,) = desk.fetch("http://quay.example/a")
    assert (cited.outcome, led.outcome) == ("unsafe", "unsafe")
    assert proxy.asked == ["GET http://quay.example/a"]


def test_this_machine_is_reached_directly(web: Web, desk: Desk, proxy: Proxy) -> None:
    web["/a"] = article()
    assert desk.fetch(web.url("/a"))[0].outcome == "ok"
    assert proxy.asked == []


def test_what_goes_past_a_proxy() -> None:
    found = proxies({"HTTP_PROXY": "http://p:1", "no_proxy": "intra.example, .lab.example,192.168.0.0/16,10.0.0.1"})
    for host, passes in {
        "intra.example": True, "a.intra.example": True, "a.lab.example": True, "192.168.3.4": True, "10.0.0.1": True,
        "xintra.example": False, "10.0.0.2": False, "quay.example": False,
    }.items():  # fmt: skip
        assert (proxy_for(guard.parse(f"http://{host}/"), found) is None) == passes
    assert proxies({"HTTP_PROXY": "http://p:1", "REQUEST_METHOD": "GET"}) == {}
