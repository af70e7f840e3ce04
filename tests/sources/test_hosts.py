"""What a person decides for single hosts, and robots.txt for those who want it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.config import Host, load
from claimcheck.errors import UnusableFile, UsageError
from claimcheck.sources import Wanted, guard, hosts, notes

from .conftest import FAST, Desk, Request, Web, answer, article

SECRET = "token-4711"


@pytest.fixture
def keyed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COURIER_TOKEN", SECRET)
    desk.settings = replace(FAST, hosts={"127.0.0.1": Host({"Authorization": "COURIER_TOKEN"})})
    return desk


def sent(web: Web) -> dict[str, str | None]:
    return {request.path: request.headers.get("authorization") for request in web.requests}


def test_a_header_from_the_environment_goes_to_its_host_and_nowhere_else(web: Web, keyed: Desk) -> None:
    async def asks(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(article() if request.headers.get("authorization") == SECRET else answer("", "401 No"))

    web["/a"], web["/moved"] = asks, answer("", "302 Found", {"Location": "/a"})
    web["/away"] = answer("", "302 Found", {"Location": web.url("/seen", "localhost")})
    web["/seen"] = answer("", "302 Found", {"Location": web.url("/back")})
    web["/back"] = article()
    keyed.settings = replace(keyed.settings, allow_net=(*FAST.allow_net, *FAST.allow_net))
    outcomes = [source.outcome for source in keyed.fetch(*map(web.url, ("/a", "/moved", "/away")))]
    assert outcomes == ["ok", "ok", "ok"]
    assert sent(web) == {"/a": SECRET, "/moved": SECRET, "/away": SECRET, "/seen": None, "/back": None}


def test_a_secret_is_never_written(web: Web, keyed: Desk, tmp_path: Path) -> None:
    web["/a"], web["/b"] = article(), answer("", "500 Oops")
    sources = keyed.fetch(web.url("/a"), web.url("/b"))
    keyed.lock.updated(sources, keyed.store).write()
    keyed.store.export(tmp_path / "out.warc")
    assert sent(web)["/a"] == SECRET
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes()
    assert SECRET not in repr(sources) + repr(keyed.settings) + repr(notes(keyed.settings))


def test_another_port_and_plain_http_are_another_place() -> None:
    first = guard.parse("https://news.example/a")
    assert hosts.is_home(guard.parse("https://news.example/b"), first)
    assert hosts.is_home(first, guard.parse("http://news.example/a"))
    for other in ("http://news.example/a", "https://news.example:8443/a", "https://www.news.example/a"):
        assert not hosts.is_home(guard.parse(other), first)


def test_settings_go_by_the_nearest_name() -> None:
    known = {"*.example": Host({"A": "A"}), "news.example": Host({"B": "B"}), "news.example:8080": Host({"C": "C"})}
    names = {
        url: found.headers if (found := hosts.settings_for(guard.parse(url), known)) else None
        for url in ("https://news.example/", "http://news.example:8080/", "https://www.example/", "https://example/")
    }
    assert list(names.values()) == [{"B": "B"}, {"C": "C"}, {"A": "A"}, None]


def test_a_variable_that_is_not_set_is_told_and_a_bad_one_is_an_error(
    web: Web, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settings = replace(FAST, hosts={"127.0.0.1": Host({"Cookie": "COURIER_COOKIE"})})
    monkeypatch.delenv("COURIER_COOKIE", raising=False)
    assert notes(desk.settings) == (
        "127.0.0.1 is asked without Cookie: the environment variable COURIER_COOKIE is not set",
    )
    monkeypatch.setenv("COURIER_COOKIE", "a=1\r\nX-Evil: 1")
    with pytest.raises(UsageError, match="COURIER_COOKIE") as caught:
        desk.fetch(web.url("/a"))
    assert "a=1" not in str(caught.value)


def test_an_outcome_is_overruled_for_one_host(web: Web, desk: Desk) -> None:
    web["/a"] = answer("<title>Quay</title><p>Subscribe to continue reading.</p><p>412 containers left.</p>")
    web["/b"] = article()
    desk.settings = replace(FAST, hosts={"127.0.0.1": Host({}, {"wall": "ok", "wrong-page": "ok"})})
    wall, other = desk.fetch(web.url("/a"), Wanted(web.url("/b"), "Ministers weigh referendum on monarchy"))
    assert (wall.outcome, wall.evidence) == ("ok", "live")
    assert "settings of this host" in wall.detail
    assert other.outcome == "ok"
    desk.settings = replace(FAST, hosts={"127.0.0.1": Host({}, {"ok": "wall"})})
    (walled,) = desk.fetch(web.url("/b"))
    assert (walled.outcome, walled.readable) == ("wall", False)
    desk.settings = FAST
    assert desk.fetch(web.url("/a"))[0].outcome == "wall"


def test_a_refusal_in_other_words_is_taken_for_what_it_is(web: Web, desk: Desk) -> None:
    web["/a"], web["/b"] = answer("", "404 Not Found"), answer("", "403 No")
    challenge = "<title>Just a moment</title><h1>412 boxes</h1><p>Verifying you are human. Ray ID: 7f</p>"
    web["/c"] = answer(challenge)
    urls = [web.url(path) for path in ("/a", "/b", "/c")]
    assert [source.outcome for source in desk.fetch(*urls)] == ["gone", "blocked", "blocked"]
    desk.settings = replace(FAST, hosts={"127.0.0.1": Host({}, {"gone": "blocked", "blocked": "ok"})})
    gone, refused, shown = desk.fetch(*urls)
    assert (gone.outcome, gone.readable) == ("blocked", False)
    assert gone.detail == 'HTTP 404; taken for "blocked" as the settings of this host say'
    assert (refused.outcome, refused.readable) == ("blocked", False)  # there is no page that could be the page
    assert (shown.outcome, shown.evidence) == ("ok", "live")
    again = desk.fetch(*urls, settings=replace(desk.settings, mode="offline"))
    assert [source.outcome for source in again] == ["not-stored", "not-stored", "ok"]  # a refusal is no answer


CONFIG = """
archive = "https://archive.example/wayback"
robots = true
[access."news.example"]
headers = { Cookie = "COURIER_COOKIE" }
outcomes = { wall = "ok" }
"""


def test_the_settings_of_hosts_are_read(tmp_path: Path) -> None:
    file = tmp_path / "claimcheck.toml"
    file.write_text(CONFIG, encoding="utf-8")
    config = load(file=file)
    assert config.access == {"news.example": Host({"Cookie": "COURIER_COOKIE"}, {"wall": "ok"})}
    assert (config.archive_address, config.robots) == ("https://archive.example/wayback/", True)


@pytest.mark.parametrize(
    "text",
    [
        '[access."a.example"]\nheaders = { Cookie = "session=4711" }', "[access]\nx = 1", 'archive = "ftp://x"',
        '[access."a.example"]\nheaders = { Host = "X" }', '[access."a.example"]\noutcomes = { gone = "ok" }',
        '[access."a.example"]\ncookies = 1', '[access."a.example"]\noutcomes = { down = "moved" }',
    ],
)  # fmt: skip
def test_settings_of_hosts_that_cannot_be_used_are_mistakes(tmp_path: Path, text: str) -> None:
    file = tmp_path / "claimcheck.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableFile):
        load(file=file)


def test_no_archive_hears_of_an_intranet(tmp_path: Path) -> None:
    config = load(start=tmp_path)
    assert config.archive_address == "https://web.archive.org/web/"
    assert replace(config, allow_net=("10.0.0.0/8",)).archive_address is None
    assert replace(config, archive="none").archive_address is None


# -- robots.txt --------------------------------------------------------------------------------------------------------

ROBOTS = "User-agent: *\nDisallow: /closed\n\nUser-agent: claimcheck\nDisallow: /ours\nCrawl-delay: 0.3\n"
HEEDING = replace(FAST, robots=True)


def text(words: str, status: str = "200 OK") -> bytes:
    return answer(words, status, {"Content-Type": "text/plain"})


def test_robots_txt_is_not_asked_by_default(web: Web, desk: Desk) -> None:
    web["/robots.txt"], web["/a"] = text("User-agent: *\nDisallow: /"), article()
    assert desk.fetch(web.url("/a"))[0].outcome == "ok"
    assert web.asked("/robots.txt") == 0


def test_robots_txt_is_kept_to_on_request(web: Web, desk: Desk) -> None:
    web["/robots.txt"] = text(ROBOTS)
    web["/closed"] = web["/ours"] = web["/free"] = article()
    web["/led"] = answer("", "302 Found", {"Location": "/ours"})
    closed, ours, free, led = desk.fetch(*map(web.url, ("/closed", "/ours", "/free", "/led")), settings=HEEDING)
    assert [source.outcome for source in (closed, ours, free, led)] == ["ok", "blocked", "ok", "blocked"]
    assert "robots.txt of 127.0.0.1" in ours.detail
    assert web.asked("/robots.txt") == 1
    assert web.asked("/ours") == 0


@pytest.mark.parametrize(
    ("robots", "outcome"), [(text("", "404 No"), "ok"), (text("", "403 No"), "ok"), (text("", "500 Oops"), "down")]
)
def test_a_server_without_robots_txt_is_open_and_one_that_cannot_say_is_not(
    web: Web, desk: Desk, robots: bytes, outcome: str
) -> None:
    web["/robots.txt"], web["/a"] = robots, article()
    assert desk.fetch(web.url("/a"), settings=HEEDING)[0].outcome == outcome
