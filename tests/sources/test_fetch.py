"""Redirects, limits, politeness and faults, over real HTTP on loopback."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from ipaddress import ip_network

import brotli
import pytest
import zstandard

from claimcheck.errors import UsageError
from claimcheck.sources import Wanted
from claimcheck.sources.client import describe_tls
from claimcheck.sources.fetch import retry_after

from .conftest import ARTICLE, FAST, Desk, Request, Web, answer, article


def redirect(to: str, status: int = 302) -> bytes:
    return answer("", f"{status} Elsewhere", {"Location": to})


def test_a_page_is_read_and_kept(web: Web, desk: Desk) -> None:
    web["/news/quay"] = article()
    (source,) = desk.fetch(web.url("/news/quay#figures"))
    assert (source.outcome, source.evidence, source.http_status) == ("ok", "live", 200)
    assert source.title == "Port Ellery moves more containers than ever"
    assert source.document is not None
    assert "412 containers" in source.document.text
    assert web.requests[0].path == "/news/quay"
    assert web.requests[0].headers["user-agent"].startswith("claimcheck/")
    assert desk.store.body(source.sha256) == web.routes["/news/quay"].split(b"\r\n\r\n", 1)[1]  # type: ignore[union-attr]


def test_two_fragments_of_one_page_are_one_request_and_two_sources(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    one, two = desk.fetch(web.url("/a#top"), web.url("/a#end"))
    assert one.url.endswith("#top")
    assert two.url.endswith("#end")
    assert one.sha256 == two.sha256
    assert web.asked("/a") == 1


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_encoded_pages_are_read(web: Web, desk: Desk, encoding: str) -> None:
    pack = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
        "zstd": lambda data: zstandard.ZstdCompressor().compress(data),
    }[encoding]
    web["/a"] = answer(pack(ARTICLE.format(title="Quay").encode()), headers={"Content-Encoding": encoding})
    (source,) = desk.fetch(web.url("/a"))
    assert source.outcome == "ok"
    assert source.document is not None
    assert "412 containers" in source.document.text


# -- redirects ---------------------------------------------------------------------------------------------------------


def test_permanent_redirects_are_moved_and_temporary_ones_are_not(web: Web, desk: Desk) -> None:
    web["/old"] = redirect("/new", 301)
    web["/older"] = redirect("/old", 308)
    web["/shared"] = redirect("/new", 302)
    web["/mixed"] = redirect("/shared", 301)
    web["/new"] = article()
    outcomes = [source.outcome for source in desk.fetch(*map(web.url, ("/old", "/older", "/shared", "/mixed")))]
    assert outcomes == ["moved", "moved", "ok", "ok"]
    record = desk.store.record(web.url("/older"))
    assert record is not None
    assert record.last is not None
    assert [(hop.url, hop.status) for hop in record.last.hops] == [(web.url("/older"), 308), (web.url("/old"), 301)]
    assert record.last.final_url == web.url("/new")


def test_a_slash_at_the_end_is_no_move(web: Web, desk: Desk) -> None:
    web["/a"] = redirect("/a/", 301)
    web["/a/"] = article()
    (source,) = desk.fetch(web.url("/a"))
    assert source.outcome == "ok"
    assert source.final_url == web.url("/a/")


def test_circles_and_long_chains_end(web: Web, desk: Desk) -> None:
    web["/a"], web["/b"] = redirect("/b"), redirect("/a")
    web["/self"] = redirect("/self")
    for number in range(12):
        web[f"/chain{number}"] = redirect(f"/chain{number + 1}")
    circle, itself, chain = desk.fetch(*map(web.url, ("/a", "/self", "/chain0")))
    assert (circle.outcome, circle.detail) == ("down", "the redirects run in a circle")
    assert (itself.outcome, itself.detail) == ("down", "the redirects run in a circle")
    assert (chain.outcome, chain.detail) == ("down", "more than 10 redirects")
    assert web.asked("/chain11") == 0


def test_a_meta_refresh_is_followed_and_its_circle_ends(web: Web, desk: Desk) -> None:
    def forward(to: str, delay: int = 0) -> bytes:
        return answer(f'<html><head><meta http-equiv="Refresh" content="{delay}; url={to}"></head></html>')

    web["/go"], web["/there"] = forward("/there"), article()
    web["/a"], web["/b"] = forward("/b"), forward("'/a'")
    web["/reloads"] = answer(
        ARTICLE.format(title="Quay").replace("<head>", "<head><meta http-equiv=refresh content=600>")
    )
    followed, circle, reloads = desk.fetch(*map(web.url, ("/go", "/a", "/reloads")))
    assert (followed.outcome, followed.final_url) == ("ok", web.url("/there"))
    assert circle.outcome == "down"
    assert reloads.outcome == "ok"


def test_a_cookie_gate_opens(web: Web, desk: Desk) -> None:
    async def gate(request: Request, writer: asyncio.StreamWriter) -> None:
        if "seen=1" in request.headers.get("cookie", ""):
            writer.write(article())
        else:
            writer.write(answer("", "302 Found", {"Location": "/gate", "Set-Cookie": "seen=1; Path=/"}))

    web["/gate"] = gate
    web["/other"] = article()
    first, _ = desk.fetch(web.url("/gate"), web.url("/other"))
    assert first.outcome == "ok"
    assert all("cookie" not in request.headers for request in web.requests if request.path == "/other")


# -- the guard ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    """A listener on another loopback address that nobody may reach."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.2", 0))
        listener.listen()
        listener.settimeout(0.05)
        yield listener


def was_reached(canary: socket.socket) -> bool:
    try:
        canary.accept()[0].close()
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.2:{port}/",
        "http://2130706434:{port}/",
        "http://0x7f000002:{port}/",
        "http://[::ffff:127.0.0.2]:{port}/",
        "http://[64:ff9b::7f00:2]:{port}/",
        "//127.0.0.2:{port}/x",
        "http://user:pass@127.0.0.1/",
        "file:///etc/passwd",
        "ftp://127.0.0.2/",
    ],
)
def test_a_redirect_to_a_forbidden_address_is_not_followed(
    web: Web, desk: Desk, canary: socket.socket, target: str
) -> None:
    web["/a"] = redirect(target.format(port=canary.getsockname()[1]))
    (source,) = desk.fetch(web.url("/a"))
    assert source.outcome == "unsafe"
    assert source.evidence == "none"
    assert "pass@" not in source.detail
    assert not was_reached(canary)


def test_without_leave_this_machine_is_never_asked(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    sources = desk.fetch(
        web.url("/a"), web.url("/a", "localhost"), "http://127.0.0.1/a", "http://localhost/", "http://10.1.2.3/",
        "http://user:pw@127.0.0.1/", "file:///etc/passwd", settings=replace(FAST, allow_net=()),
    )  # fmt: skip
    assert {source.outcome for source in sources} == {"unsafe"}
    assert web.requests == []


def test_the_name_is_resolved_once_and_the_checked_address_is_connected_to(
    web: Web, desk: Desk, monkeypatch: pytest.MonkeyPatch, canary: socket.socket
) -> None:
    asked: list[str] = []
    answers = {
        "honest.example": ["127.0.0.1"],
        "rebinding.example": ["127.0.0.2"],
        "double.example": ["93.184.216.34", "127.0.0.2"],
    }

    async def resolve(self: object, host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        if host not in answers:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answers[host]]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    web["/a"] = article()
    port = canary.getsockname()[1]
    honest, rebinding, double = desk.fetch(
        web.url("/a", "honest.example"), f"http://rebinding.example:{port}/", f"http://double.example:{port}/"
    )
    assert honest.outcome == "ok"
    assert web.requests[0].headers["host"] == f"honest.example:{web.port}"
    assert (rebinding.outcome, double.outcome) == ("unsafe", "unsafe")
    assert asked.count("honest.example") == 1
    assert not was_reached(canary)


def test_a_proxy_of_the_environment_is_used_and_its_private_address_is_allowed(
    web: Web, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")
    monkeypatch.setenv("no_proxy", "direct.example")
    web["http://news.example/a"] = article()
    source, private = desk.fetch("http://news.example/a", "http://10.0.0.8/a", settings=replace(FAST, allow_net=()))
    assert source.outcome == "ok"
    assert private.outcome == "unsafe"
    assert len(web.requests) == 1


# -- limits ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_bombs_and_endless_pages_are_too_big(web: Web, desk: Desk, encoding: str) -> None:
    plain = b"<p>" + bytes(64 * 1024 * 1024)
    match encoding:
        case "gzip":
            body = gzip.compress(plain, 1)
        case "br":
            body = brotli.compress(plain, quality=1)
        case _:
            body = zstandard.ZstdCompressor().compress(plain)
    web["/bomb"] = answer(body, headers={"Content-Encoding": encoding})
    (source,) = desk.fetch(web.url("/bomb"))
    assert (source.outcome, source.detail) == ("toobig", "the page is larger than 20 MB")


def test_an_endless_page_ends(web: Web, desk: Desk) -> None:
    async def endless(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(length=False))
        while not writer.is_closing():
            writer.write(b"<p>and then</p>" * 2000)
            await writer.drain()

    web["/endless"] = endless
    (source,) = desk.fetch(web.url("/endless"), settings=replace(FAST, page_bytes=2 * 1024 * 1024))
    assert source.outcome == "toobig"


def test_a_dripping_page_is_given_up_in_time(web: Web, desk: Desk) -> None:
    async def drip(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(length=False))
        for _ in range(600):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async def slow_head(request: Request, writer: asyncio.StreamWriter) -> None:
        for letter in answer(length=False):
            writer.write(bytes([letter]))
            await writer.drain()
            await asyncio.sleep(0.05)

    web["/drip"], web["/head"] = drip, slow_head
    sources = desk.fetch(web.url("/drip"), web.url("/head"), settings=replace(FAST, timeout_s=0.5))
    assert [source.outcome for source in sources] == ["down", "down"]
    assert all("within" in source.detail for source in sources)


def test_damaged_bodies_say_what_is_wrong(web: Web, desk: Desk) -> None:
    page = ARTICLE.format(title="Quay").encode()
    web["/nested"] = answer(brotli.compress(gzip.compress(page)), headers={"Content-Encoding": "gzip, br"})
    web["/unknown"] = answer(page, headers={"Content-Encoding": "rot13"})
    web["/lie"] = answer(page, headers={"Content-Encoding": "gzip"})
    web["/cut"] = answer(gzip.compress(page)[:-40], headers={"Content-Encoding": "gzip"})
    web["/short"] = answer(page, headers={"Content-Length": str(len(page) + 500)})
    web["/empty"] = answer(b"")
    web["/blank"] = answer(b"  \n \n ")
    found = {source.url.rpartition("/")[2]: source for source in desk.fetch(*map(web.url, web.routes))}
    assert {name: source.outcome for name, source in found.items()} == {
        "nested": "undecodable", "unknown": "undecodable", "lie": "undecodable", "cut": "undecodable",
        "short": "down", "empty": "undecodable", "blank": "undecodable",
    }  # fmt: skip
    assert "nested" in found["nested"].detail
    assert found["cut"].detail == "the gzip body ends too early"
    assert found["short"].detail == "the connection closed before the page was complete"
    assert all(source.evidence == "none" for source in found.values())


def test_broken_http_is_down(web: Web, desk: Desk) -> None:
    web["/noise"] = b"SSH-2.0-OpenSSH_9.0\r\n\r\n"
    web["/flood"] = b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 900) for n in range(400)) + b"\r\n"
    web["/chunks"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n"
    web["/nothing"] = b""
    web["/nowhere"] = answer("", "302 Found", {"Location": "http://"})
    web["/unplaced"] = answer("<p>Hm.</p>", "302 Found")
    sources = desk.fetch(*map(web.url, web.routes))
    assert {source.outcome for source in sources} == {"down"}
    assert all(source.detail for source in sources)


def test_nobody_listening_is_down(desk: Desk) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        (source,) = desk.fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/a")
    assert source.outcome == "down"
    assert "refuses the connection" in source.detail


def test_a_name_that_does_not_exist_is_down(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(self: object, host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        raise socket.gaierror(socket.EAI_NONAME if host == "never.example" else socket.EAI_AGAIN, "no")

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    never, later = desk.fetch("https://never.example/a", "https://later.example/a")
    assert (never.outcome, never.detail) == ("down", "the host never.example does not exist (DNS)")
    assert (later.outcome, later.detail) == ("down", "the name later.example could not be looked up (DNS)")


def test_plain_http_on_a_tls_port_is_told(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    (source,) = desk.fetch(web.url("/a").replace("http:", "https:"))
    assert source.outcome == "down"
    assert source.detail.startswith("TLS: ")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (10, "expired"),
        (18, "self-signed"),
        (20, "incomplete or signed by an unknown"),
        (62, "another host"),
        (999, "not accepted"),
    ],
)
def test_certificate_faults_are_told_apart(code: int, words: str) -> None:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code, error.verify_message = code, "reason"
    assert words in describe_tls(error)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SSL_CERT_FILE", "/no/such/file.pem"), ("https_proxy", "ftp://proxy.example"), ("http_proxy", "http://[")],
)
def test_an_environment_that_cannot_be_used_is_an_error_with_a_remedy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError) as caught:
        desk.fetch("http://127.0.0.1:9/")
    assert "help: set" in str(caught.value)


# -- politeness --------------------------------------------------------------------------------------------------------


def test_two_at_a_time_for_one_host(web: Web, desk: Desk) -> None:
    async def slow(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(article())
        await writer.drain()

    for number in range(12):
        web[f"/page{number}"] = slow
    assert {source.outcome for source in desk.fetch(*map(web.url, web.routes))} == {"ok"}
    assert web.most_at_once == 2


def test_more_servers_than_connections_are_all_reached(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    urls = [web.url("/a", f"127.0.{number}.1") for number in range(60)]
    settings = replace(FAST, jobs=3, allow_net=(ip_network("127.0.0.0/8"),), retries=0)
    # Nothing listens on all but one of the addresses: connections to many servers come and go.
    outcomes = [source.outcome for source in desk.fetch(*urls, settings=settings)]
    assert outcomes == ["ok"] + ["down"] * 59


def test_a_busy_server_is_asked_again_after_all_others(web: Web, desk: Desk) -> None:
    async def busy(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(article() if web.asked("/busy") > 1 else answer("", "503 Busy"))

    web["/busy"], web["/b"], web["/c"] = busy, article(), article()
    assert [source.outcome for source in desk.fetch(*map(web.url, ("/busy", "/b", "/c")))] == ["ok", "ok", "ok"]
    assert [request.path for request in web.requests][-1] == "/busy"
    assert web.asked("/busy") == 2


def test_retry_after_is_kept_to(web: Web, desk: Desk) -> None:
    seen: list[float] = []

    async def limited(request: Request, writer: asyncio.StreamWriter) -> None:
        seen.append(time.monotonic())
        writer.write(article() if len(seen) > 1 else answer("", "429 Slow down", {"Retry-After": "1"}))

    web["/limited"] = limited
    (source,) = desk.fetch(web.url("/limited"))
    assert source.outcome == "ok"
    assert seen[1] - seen[0] >= 1


def test_a_server_that_asks_for_a_day_is_left_alone(web: Web, desk: Desk) -> None:
    for number in range(6):
        web[f"/{number}"] = answer("", "429 Slow down", {"Retry-After": "86400"})
    sources = desk.fetch(*map(web.url, web.routes))
    assert {source.outcome for source in sources} == {"throttled"}
    assert "24 hours" in sources[0].detail
    assert len(web.requests) <= 2


def test_lasting_trouble_keeps_its_reason(web: Web, desk: Desk) -> None:
    web["/500"] = answer("", "500 Oh")
    web["/429"] = answer("", "429 Slow down")
    down, throttled = desk.fetch(web.url("/500"), web.url("/429"))
    assert (down.outcome, down.detail, down.http_status) == ("down", "HTTP 500, the server has a fault", 500)
    assert (throttled.outcome, throttled.http_status) == ("throttled", 429)
    assert web.asked("/500") == 2


def test_retry_after_reads_numbers_and_dates_and_nothing_else() -> None:
    now = datetime(2024, 5, 1, 12, tzinfo=UTC)
    assert retry_after("120") == 120
    assert retry_after(format_datetime(datetime(2024, 5, 1, 12, 1, tzinfo=UTC), usegmt=True), now) == 60
    assert retry_after("Wed, 01 May 2023 12:00:00 GMT", now) == 0
    for nonsense in (None, "", "soon", "-5", "1e9", "Wed, 99 Foo 2024", "9" * 5000 + "x"):
        assert retry_after(nonsense, now) is None
    assert (retry_after("9" * 5000) or 0) > 1e9


def test_words_of_the_network_cannot_drive_a_terminal(web: Web, desk: Desk) -> None:
    web["/a"] = answer(ARTICLE.format(title="Quay \x1b]0;owned\x07 \x1b[2J\u202erecord \x9b31mred"))
    (source,) = desk.fetch(Wanted(web.url("/a")))
    assert source.title is not None
    assert source.title.startswith("Quay")
    assert not any(ord(character) < 32 or character in "\x1b\x9b\u202e" for character in source.title)
