"""An archive whose TimeGate has no copy, and whose list (CDX) has some."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from claimcheck.sources import Source, Wanted

from .conftest import FAST, Desk, Request, Route, Web, answer, article

HEAD = ["timestamp", "original", "statuscode"]
MEMENTO = {"Memento-Datetime": "Fri, 10 Jan 2020 08:00:00 GMT"}


class Routes(dict[str, Route]):
    """Every question to the list has a path of its own."""

    def get(self, path: str, default: Route) -> Route:  # type: ignore[override]
        return super().get("/cdx" if path.startswith("/cdx?") else path, default)


class Archive:
    """Answers 404 at its TimeGate, and lists the rows it is given."""

    def __init__(self, web: Web, rows: list[list[str]], body: bytes | None = None) -> None:
        self.web, self.rows, self.body = web, rows, body
        self.page = web.url("/a")
        self.asked: list[dict[str, list[str]]] = []
        web["/a"] = answer("", "404 Not Found")
        for stamp in {row[0] for row in rows}:
            web[f"/web/{stamp}id_/{self.page}"] = article(f"Port Ellery in {stamp[:4]}")

    async def answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        self.asked.append(parse_qs(urlsplit(request.path).query))
        body = json.dumps([HEAD, *self.rows]).encode() if self.body is None else self.body
        writer.write(answer(body, headers={"Content-Type": "application/json"}))

    def read(self, desk: Desk, accessed: str | None = "2020-01-13", title: str | None = None) -> Source:
        self.web.routes = Routes(self.web.routes | {"/cdx": self.answer})
        settings = replace(FAST, archive=self.web.url("/web/"), archive_index=self.web.url("/cdx"))
        return desk.fetch(Wanted(self.page, title, accessed), settings=settings)[0]


def test_the_whole_copy_nearest_the_day_of_retrieval_is_found_in_the_list(web: Web, desk: Desk) -> None:
    page = web.url("/a")
    rows = [["20180101000000", page, "200"], ["20200112000000", page, "302"], ["20200105080000", page, "200"],
            ["20200111000000", web.url("/another"), "200"], ["20230601000000", page, "200"]]  # fmt: skip
    archive = Archive(web, rows)
    source = archive.read(desk)
    assert (source.outcome, source.evidence, source.readable) == ("gone", "archive", True)
    assert source.title == "Port Ellery in 2020"
    assert source.final_url == web.url(f"/web/20200105080000id_/{page}")
    assert "archived copy of 2020-01-05 at 127.0.0.1, 8 days before the day of retrieval" in source.detail
    (asked,) = archive.asked
    assert asked["url"] == [page]
    assert asked["filter"] == ["statuscode:200"]
    assert asked["closest"] == ["20200113120000"]
    assert web.asked(f"/web/{page}") == 1  # the TimeGate comes first
    assert archive.read(desk) == source
    assert len(archive.asked) == 1  # for the same day the copy in the store will do
    assert desk.store.verify() == ()


def test_without_a_day_the_latest_copy_is_taken(web: Web, desk: Desk) -> None:
    page = web.url("/a")
    archive = Archive(web, [["20180101000000", page, "200"], ["20230601000000", page, "200"]])
    assert archive.read(desk, accessed=None).title == "Port Ellery in 2023"


def test_a_list_of_an_object_a_line_is_read(web: Web, desk: Desk) -> None:
    rows = [["20200105080000", web.url("/a"), "200"]]
    line = json.dumps({"url": web.url("/a"), "status": "200"})
    archive = Archive(web, rows, f"org,example)/a 20200105080000 {line}\nnot an object {{\n".encode())
    assert archive.read(desk).title == "Port Ellery in 2020"


def test_a_second_copy_is_tried_where_the_first_is_no_page_and_no_third(web: Web, desk: Desk) -> None:
    page = web.url("/a")
    rows = [[f"202001{day}080000", page, "200"] for day in ("12", "10", "08")]
    archive = Archive(web, rows)
    notice = answer("<title>Page not found</title><p>Sorry.")
    web[f"/web/20200112080000id_/{page}"] = notice
    source = archive.read(desk)
    assert "copy of 2020-01-10" in source.detail
    web[f"/web/20200110080000id_/{page}"] = notice
    assert "copy of 2020-01-10" in archive.read(desk, "2020-01-14").detail  # the one in the store stays
    assert web.asked(f"/web/20200108080000id_/{page}") == 0


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"[[]]", b"nonsense", b"[" * 5000, b'[["timestamp"], 4, ["x"]]', b'{"timestamp": 4}', b"\xff"]
)
def test_a_list_that_says_nothing_gives_nothing(web: Web, desk: Desk, body: bytes) -> None:
    source = Archive(web, [], body).read(desk)
    assert (source.outcome, source.evidence, source.detail) == ("gone", "none", "HTTP 404")


def test_a_copy_of_another_page_is_no_evidence(web: Web, desk: Desk) -> None:
    archive = Archive(web, [["20200105080000", web.url("/a"), "200"]])
    assert archive.read(desk, title="Ministers weigh referendum on monarchy").evidence == "none"


def test_an_address_at_the_limit_of_length_ends_nothing(web: Web, desk: Desk) -> None:
    url = web.url("/" + "a" * 7_950)
    settings = replace(FAST, archive=web.url("/web/"), archive_index=web.url("/cdx"))
    (source,) = desk.fetch(url, settings=settings)
    assert (source.outcome, source.evidence) == ("gone", "none")
