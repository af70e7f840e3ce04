"""A web archive on loopback that is asked to keep pages."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from claimcheck.config import Host
from claimcheck.sources import Store, saving
from claimcheck.sources.saving import Saved

from .conftest import FAST, Desk, Request, Web, answer

PAGE = "http://93.184.216.34/report?year=2024"
STAMP = "20240501100000"


def save(web: Web, desk: Desk, *urls: str, again: bool = False, hosts: dict[str, Host] | None = None) -> list[Saved]:
    settings = FAST if hosts is None else replace(FAST, hosts=hosts)
    base = web.url("/save/")
    return list(saving.save(urls, base, settings=settings, store=desk.store, again=again))


def kept(web: Web, page: str = PAGE) -> str:
    return web.url(f"/web/{STAMP}/{page}")


@pytest.mark.parametrize("way", ["redirect", "redirect inside", "header"])
def test_the_address_of_the_copy_is_recorded_and_the_copy_not_fetched(web: Web, desk: Desk, way: str) -> None:
    place = f"/web/{STAMP}/{PAGE}"
    web[f"/save/{PAGE}"] = {
        "redirect": answer("", "302 Found", {"Location": web.url(place)}),
        "redirect inside": answer("", "302 Found", {"Location": place}),
        "header": answer("<p>Saved.", headers={"Content-Location": place}),
    }[way]
    assert save(web, desk, PAGE) == [Saved(PAGE, kept(web), "saved")]
    record = desk.store.record(PAGE)
    assert record is not None
    assert record.deposit is not None
    assert record.deposit.url == kept(web)
    assert web.asked(place) == 0
    assert Store(desk.store.root).record(PAGE) == record
    assert desk.store.verify() == ()


def test_what_was_saved_is_not_saved_again_unasked(web: Web, desk: Desk) -> None:
    web[f"/save/{PAGE}"] = answer("", "302 Found", {"Location": kept(web)})
    save(web, desk, PAGE, PAGE)
    assert save(web, desk, PAGE)[0].detail.startswith("saved on ")
    assert web.asked(f"/save/{PAGE}") == 1
    save(web, desk, PAGE, again=True)
    assert web.asked(f"/save/{PAGE}") == 2


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://10.1.2.3/board-minutes", "not on the public internet"), ("http://localhost/a", "public internet"),
        ("http://wiki.intranet/a", "not on the public internet"), ("http://93.184.216.34:8080/", "neither 80 nor 443"),
        ("https://me:secret@93.184.216.34/", "user name or password"), ("mailto:a@example.org", "only http"),
        ("https://93.184.216.35/paid", "headers of yours"),
    ],
)  # fmt: skip
def test_what_is_nobody_else_s_business_is_not_told(web: Web, desk: Desk, url: str, why: str) -> None:
    hosts = {"93.184.216.35": Host(headers={"Cookie": "PAID"})}
    (saved,) = save(web, desk, url, hosts=hosts)
    assert saved.copy is None
    assert why in saved.detail
    assert web.requests == []


def test_no_credentials_of_the_user_go_along(web: Web, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVE_KEY", "LOW secret")
    web[f"/save/{PAGE}"] = answer("", "302 Found", {"Location": kept(web)})
    save(web, desk, PAGE, hosts={"127.0.0.1": Host(headers={"Authorization": "ARCHIVE_KEY"})})
    (request,) = web.requests
    assert not {"authorization", "cookie", "referer"} & request.headers.keys()


def test_an_archive_that_wants_to_be_left_alone_is(web: Web, desk: Desk) -> None:
    others = [f"http://93.184.216.34/{number}" for number in range(3)]
    web[f"/save/{others[0]}"] = answer("", "429 Slow down", {"Retry-After": "600"})
    found = save(web, desk, *others)
    assert [saved.copy for saved in found] == [None] * 3
    assert "10 minutes" in found[0].detail
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (answer("", "403 No"), "HTTP 403"), (answer("<p>Working on it."), "does not say where"),
        (answer("", "302 Found", {"Location": "http://127.0.0.2:9/"}), "out of the archive"),
        (answer("", "302 Found", {"Location": f"http://93.184.216.99/web/{STAMP}/{PAGE}"}), "out of the archive"),
    ],
)  # fmt: skip
def test_what_the_archive_did_not_keep_is_not_called_saved(web: Web, desk: Desk, reply: bytes, why: str) -> None:
    web[f"/save/{PAGE}"] = reply
    (saved,) = save(web, desk, PAGE)
    assert saved.copy is None
    assert why in saved.detail
    assert desk.store.record(PAGE) is None


def test_pages_are_handed_over_one_by_one(web: Web, desk: Desk) -> None:
    async def slowly(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        target = request.path.removeprefix("/save/")
        writer.write(answer("", "302 Found", {"Location": kept(web, target)}))

    pages = [f"http://93.184.216.34/{number}" for number in range(5)]
    for page in pages:
        web[f"/save/{page}"] = slowly
    assert [saved.copy for saved in save(web, desk, *pages)] == [kept(web, page) for page in pages]
    assert web.most_at_once == 1
