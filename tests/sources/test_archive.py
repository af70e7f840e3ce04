"""A Memento archive on loopback, asked for pages that are gone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest

from claimcheck.sources import Settings, Source, Wanted

from .conftest import FAST, Desk, Request, Web, answer, article

OFFLINE = replace(FAST, mode="offline")
TAKEN = {"20200110080000": "Fri, 10 Jan 2020 08:00:00 GMT", "20230601120000": "Thu, 01 Jun 2023 12:00:00 GMT"}


class Archive:
    """Two copies of a page; the TimeGate leads to the nearer one."""

    def __init__(self, web: Web, page: str, copies: dict[str, bytes] | None = None) -> None:
        self.web, self.page = web, page
        self.wished: list[str] = []
        web[f"/web/{page}"] = self.choose
        for stamp, taken in TAKEN.items():
            body = (copies or {}).get(stamp) or article(f"Port Ellery in {stamp[:4]}", Memento_Datetime=taken)
            web[f"/web/{stamp}id_/{page}"] = body
            web[f"/web/{stamp}/{page}"] = answer("<p>The archive's own banner</p>", headers={"Memento-Datetime": taken})

    async def choose(self, request: Request, writer: asyncio.StreamWriter) -> None:
        wish = request.headers.get("accept-datetime")
        self.wished.append(wish or "")
        year = parsedate_to_datetime(wish).year if wish else 2023
        stamp = min(TAKEN, key=lambda one: abs(int(one[:4]) - year))
        writer.write(answer("", "302 Found", {"Location": self.web.url(f"/web/{stamp}/{self.page}")}))

    @property
    def settings(self) -> Settings:
        return replace(FAST, archive=self.web.url("/web/"))


def read(desk: Desk, archive: Archive, accessed: str | None = "2020-01-13", title: str | None = None) -> Source:
    return desk.fetch(Wanted(archive.page, title, accessed), settings=archive.settings)[0]


@pytest.mark.parametrize(
    ("live", "outcome"),
    [
        (answer("", "404 Not Found"), "gone"), (answer("", "403 No"), "blocked"), (answer("", "500 Oops"), "down"),
        (answer("<title>Log in</title><input type=password>"), "wall"),
        (answer("<title>Page not found</title><p>Sorry."), "soft404"),
    ],
)  # fmt: skip
def test_the_copy_nearest_the_day_of_retrieval_speaks_and_the_page_stays_gone(
    web: Web, desk: Desk, live: bytes, outcome: str
) -> None:
    web["/a"] = live
    archive = Archive(web, web.url("/a"))
    source = read(desk, archive)
    assert (source.outcome, source.evidence, source.readable) == (outcome, "archive", True)
    assert source.title == "Port Ellery in 2020"
    assert source.final_url == web.url(f"/web/20200110080000id_/{web.url('/a')}")
    assert "archived copy of 2020-01-10 at 127.0.0.1, 3 days before the day of retrieval" in source.detail
    assert source.document is not None
    assert "banner" not in source.document.text
    assert archive.wished == ["Mon, 13 Jan 2020 12:00:00 GMT"]
    (offline,) = desk.fetch(archive.page, settings=OFFLINE)
    assert (offline.outcome, offline.evidence, offline.sha256) == (outcome, "archive", source.sha256)
    assert desk.store.verify() == ()


def test_the_archive_is_asked_once_for_one_day_and_again_for_another(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "410 Gone")
    archive = Archive(web, web.url("/a"))
    first = read(desk, archive)
    assert read(desk, archive) == first
    assert len(archive.wished) == 1
    later = read(desk, archive, "2023-05-31")
    assert later.title == "Port Ellery in 2023"
    assert "1 day after" in later.detail
    assert read(desk, archive, None).evidence == "archive"
    assert archive.wished[2] == ""


def test_frozen_replays_an_archived_copy(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "404 Not Found")
    archive = Archive(web, web.url("/a"))
    source = read(desk, archive)
    desk.lock = desk.lock.updated([source], desk.store)
    (frozen,) = desk.fetch(archive.page, settings=replace(FAST, mode="frozen"))
    assert (frozen.outcome, frozen.evidence, frozen.sha256) == ("gone", "archive", source.sha256)
    assert frozen.document == source.document


def test_a_page_that_answers_is_not_looked_for_elsewhere(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    archive = Archive(web, web.url("/a"))
    assert read(desk, archive).evidence == "live"
    web["/a"] = answer("", "404 Not Found")
    assert "copy kept on" in read(desk, archive).detail
    assert archive.wished == []


NOTHING = {
    "a page that was gone when it was archived": answer(
        "<title>Page not found</title><p>Sorry.", headers={"Memento-Datetime": TAKEN["20200110080000"]}
    ),
    "an answer that is no memento": article("Port Ellery in 2020"),
    "an archived error": answer("", "404 Not Found", {"Memento-Datetime": TAKEN["20200110080000"]}),
    "a way out of the archive": answer("", "302 Found", {"Location": "http://127.0.0.2:9/a"}),
    "a broken body": answer("no", headers={"Content-Encoding": "gzip", "Memento-Datetime": TAKEN["20200110080000"]}),
}


@pytest.mark.parametrize("name", list(NOTHING))
def test_what_is_no_copy_of_the_page_is_no_evidence(web: Web, desk: Desk, name: str) -> None:
    web["/a"] = answer("", "404 Not Found")
    source = read(desk, Archive(web, web.url("/a"), {"20200110080000": NOTHING[name]}))
    assert (source.outcome, source.evidence, source.detail) == ("gone", "none", "HTTP 404")


def test_an_archived_page_of_another_owner_is_no_evidence(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "404 Not Found")
    source = read(desk, Archive(web, web.url("/a")), title="Ministers weigh referendum on monarchy")
    assert source.evidence == "none"


def test_an_archive_that_does_not_answer_changes_nothing_and_is_left_alone(web: Web, desk: Desk) -> None:
    for number in range(8):
        web[f"/{number}"] = answer("", "404 Not Found")
    settings = replace(FAST, archive="http://127.0.0.1:9/web/", jobs=1)
    sources = desk.fetch(*map(web.url, web.routes), settings=settings)
    assert {(source.outcome, source.evidence) for source in sources} == {("gone", "none")}
