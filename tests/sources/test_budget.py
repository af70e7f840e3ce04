"""A run's budget: what is not reached is said, never counted as an answer; and what a refresh says of the lock."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from claimcheck.sources import Budget

from .conftest import FAST, Desk, Request, Web, answer, article


def test_requests_are_counted_with_their_redirects(web: Web, desk: Desk) -> None:
    for name in "abc":
        web[f"/{name}"] = article()
    web["/old"] = answer("", "301 Moved", {"Location": "/a"})
    urls = [web.url(path) for path in ("/old", "/b", "/c")]
    settings = replace(FAST, jobs=1, budget=Budget(requests=3))
    found = desk.fetch(*urls, settings=settings)
    assert len(web.requests) == 3
    assert [source.outcome for source in found].count("budget") == 1
    (left,) = (source for source in found if source.outcome == "budget")
    assert left.detail == "the requests for this run (--max-requests 3) were used up"
    assert not left.readable
    record = desk.store.record(left.url)
    assert record is None or record.failures == ()  # nobody asked, so nothing failed
    assert left.url not in [line.url for line in desk.lock.updated(found, desk.store).lines]


def test_time_ends_what_is_under_way_and_what_waits(web: Web, desk: Desk) -> None:
    async def slow(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    web["/slow"], web["/busy"] = slow, answer("", "503 Busy", {"Retry-After": "1"})
    settings = replace(FAST, timeout_s=10.0, longest_wait_s=60.0, total_wait_s=60.0, budget=Budget(seconds=0.6))
    slow_one, busy = desk.fetch(web.url("/slow"), web.url("/busy"), settings=settings)
    assert slow_one.outcome == "budget"
    assert "--max-time 0.6" in slow_one.detail
    assert busy.outcome == "down"  # it was asked, and it was down


def test_a_page_that_is_not_reached_is_read_as_it_was_kept(web: Web, desk: Desk) -> None:
    web["/a"], web["/b"] = article(), article()
    desk.fetch(web.url("/a"))
    settings = replace(FAST, jobs=1, budget=Budget(requests=1))
    _, kept = desk.fetch(web.url("/b"), web.url("/a"), settings=settings)
    assert (kept.outcome, kept.evidence, kept.readable) == ("budget", "archive", True)
    assert "copy kept on" in kept.detail


def test_a_refresh_tells_what_changed_since_the_lock(web: Web, desk: Desk) -> None:
    for name in "abcd":
        web[f"/{name}"] = article()
    urls = [web.url(f"/{name}") for name in "abcd"]
    desk.lock = desk.lock.updated(desk.fetch(*urls), desk.store)
    web["/a"], web["/b"], web["/c"] = article("Another title"), answer("", "404 Not Found"), answer("", "500 Oops")
    web["/e"] = article()
    found = desk.fetch(*urls, web.url("/e"), settings=replace(FAST, refresh=True))
    assert desk.lock.news(found) == (
        f"changed since the lock: {urls[0]}",
        f"ok in the lock, now gone: {urls[1]}",
        f"could not be looked at again: {urls[2]} (down)",
        f"new since the lock: {web.url('/e')} (ok)",
    )
    assert desk.lock.news(found[3:4]) == ()
