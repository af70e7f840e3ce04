"""Online, offline, frozen: what is stored, what is replayed, and what is never done."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.sources import Failure, Settings, Source, Wanted, gather, notes, read_local

from .conftest import FAST, Desk, Request, Web, answer, article

OFFLINE = replace(FAST, mode="offline")
FROZEN = replace(FAST, mode="frozen")


def settle(desk: Desk, sources: list[Source]) -> None:
    """What the pipeline does after an audit."""
    desk.lock = desk.lock.updated(sources, desk.store)
    desk.lock.write()


def test_offline_uses_what_is_stored_and_fetches_nothing(web: Web, desk: Desk) -> None:
    web["/a"], web["/404"] = article(), answer("", "404 Not Found")
    online = desk.fetch(web.url("/a"), web.url("/404"))
    asked = len(web.requests)
    stored, gone, other = desk.fetch(web.url("/a"), web.url("/404"), web.url("/b"), settings=OFFLINE)
    assert [stored, gone] == online
    assert (other.outcome, other.detail) == ("not-stored", "not stored, and --offline forbids fetching")
    assert len(web.requests) == asked


def test_a_failed_attempt_is_no_answer_offline_but_is_told(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "500 Oops")
    desk.fetch(web.url("/a"))
    (source,) = desk.fetch(web.url("/a"), settings=OFFLINE)
    assert source.outcome == "not-stored"
    assert "HTTP 500" in source.detail


def test_failures_are_not_remembered_against_a_page(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "500 Oops")
    assert desk.fetch(web.url("/a"))[0].outcome == "down"
    web["/a"] = article()
    assert desk.fetch(web.url("/a"))[0].outcome == "ok"
    record = desk.store.record(web.url("/a"))
    assert record is not None
    assert record.failures == ()


def test_malformed_urls_are_told_in_every_mode_and_front_pages_are_just_not_stored(desk: Desk) -> None:
    for settings in (FAST, OFFLINE, FROZEN):
        (bad,) = desk.fetch("www.example.org/no-scheme", settings=settings)
        assert (bad.outcome, bad.evidence) == ("no-url", "none")
    for settings in (OFFLINE, FROZEN):
        (front,) = desk.fetch("https://example.org/", settings=settings)
        assert front.outcome == "not-stored"


def test_an_unchanged_page_costs_no_body(web: Web, desk: Desk) -> None:
    async def validated(request: Request, writer: asyncio.StreamWriter) -> None:
        if request.headers.get("if-none-match") == '"v1"' and request.headers.get("if-modified-since"):
            writer.write(answer("", "304 Not Modified", length=False))
        else:
            writer.write(article(ETag='"v1"', Last_Modified="Mon, 04 Mar 2024 10:00:00 GMT"))

    web["/a"], web["/old"] = validated, answer("", "301 Moved", {"Location": "/a"})
    first = desk.fetch(web.url("/a"), web.url("/old"))
    again = desk.fetch(web.url("/a"), web.url("/old"))
    assert again == first
    assert [source.outcome for source in again] == ["ok", "moved"]
    assert all("if-none-match" in request.headers for request in web.requests[-1:])
    desk.fetch(web.url("/a"), settings=replace(FAST, refresh=True))
    assert "if-none-match" not in web.requests[-1].headers


def test_an_unchanged_page_whose_bytes_are_damaged_here_is_fetched_whole(web: Web, desk: Desk) -> None:
    async def known(request: Request, writer: asyncio.StreamWriter) -> None:
        same = request.headers.get("if-none-match") == '"1"'
        writer.write(answer("", "304 Not Modified") if same else article(ETag='"1"'))

    web["/a"] = known
    (first,) = desk.fetch(web.url("/a"))
    for path in (desk.store.root / "objects").glob("*/*.zst"):
        path.write_bytes(path.read_bytes()[:-3] + b"???")
    assert desk.fetch(web.url("/a"))[0].document == first.document
    assert web.asked("/a") == 3
    assert desk.store.verify() == ()


def test_evidence_once_read_outlives_the_page(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    (before,) = desk.fetch(web.url("/a"))
    turns = {
        "gone": answer("", "404 Not Found"),
        "down": answer("", "500 Oops"),
        "blocked": answer("", "403 No"),
        "soft404": answer("<title>Page not found</title><p>Sorry.</p>"),
    }
    for outcome, turn in turns.items():
        web["/a"] = turn
        (after,) = desk.fetch(web.url("/a"))
        assert (after.outcome, after.evidence, after.sha256) == (outcome, "archive", before.sha256)
        assert after.readable
        assert "copy kept on" in after.detail
    (offline,) = desk.fetch(web.url("/a"), settings=OFFLINE)
    assert (offline.outcome, offline.evidence) == ("soft404", "archive")


def test_an_abstract_kept_is_no_whole_copy(web: Web, desk: Desk) -> None:
    web["/"] = article()
    desk.fetch(web.url("/"))
    web["/"] = answer("", "404 Not Found")
    (source,) = desk.fetch(web.url("/"))
    assert (source.outcome, source.evidence) == ("gone", "none")


def test_failures_for_weeks_mean_gone(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "500 Oops")
    for day in ("2024-01-01", "2024-01-05"):
        desk.store.note_failure(web.url("/a"), Failure(f"{day}T10:00:00Z", "down", "HTTP 500"))
    (source,) = desk.fetch(web.url("/a"))
    assert source.outcome == "gone"
    assert "3 days since 2024-01-01" in source.detail


def test_a_copy_added_by_hand_speaks_and_the_wall_stays_reported(web: Web, desk: Desk, tmp_path: Path) -> None:
    web["/a"] = answer("<title>Quay</title><p>Subscribe to continue reading.</p>")
    saved = tmp_path / "print.txt"
    saved.write_text("Quay record\n\nIn all 412 containers left the eastern quay.\n", encoding="utf-8")
    desk.store.add_manual(web.url("/a"), saved)
    (offline,) = desk.fetch(web.url("/a"), settings=OFFLINE)
    (online,) = desk.fetch(web.url("/a"))
    settle(desk, [online])
    (frozen,) = desk.fetch(web.url("/a"), settings=FROZEN)
    assert (offline.outcome, offline.evidence) == ("ok", "manual")
    assert (online.outcome, online.evidence, online.readable) == ("wall", "manual", True)
    assert (frozen.outcome, frozen.evidence, frozen.sha256) == ("wall", "manual", online.sha256)
    assert online.document is not None
    assert "412 containers" in online.document.text


def test_frozen_says_the_same_without_asking_anyone(web: Web, desk: Desk) -> None:
    web["/a"], web["/b"], web["/404"] = (
        article(),
        answer("", "301 Moved", {"Location": "/a"}),
        answer("", "404 Not Found"),
    )
    web["/wall"] = answer("<title>Quay</title><p>Subscribe to continue reading.</p>")
    urls = [web.url(path) for path in ("/a", "/b", "/404", "/wall")]
    online = desk.fetch(*urls)
    settle(desk, online)
    asked = len(web.requests)
    frozen = desk.fetch(*urls, web.url("/new"), settings=FROZEN)
    assert frozen[:-1] == online
    assert (frozen[-1].outcome, frozen[-1].detail) == ("not-stored", "not in the lock, and --frozen forbids fetching")
    assert frozen == desk.fetch(*urls, web.url("/new"), settings=FROZEN)
    assert len(web.requests) == asked


def test_frozen_goes_by_the_bytes_of_the_lock(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    (first,) = desk.fetch(web.url("/a"))
    settle(desk, [first])
    web["/a"] = article("Port Ellery counts again")
    (second,) = desk.fetch(web.url("/a"))
    assert second.changed
    (frozen,) = desk.fetch(web.url("/a"), settings=FROZEN)
    assert (frozen.sha256, frozen.title, frozen.changed) == (first.sha256, first.title, False)
    desk.store._object_path(first.sha256 or "").unlink()
    (lost,) = desk.fetch(web.url("/a"), settings=FROZEN)
    assert lost.outcome == "not-stored"
    assert "not the one of the lock" in lost.detail


def test_damaged_evidence_is_not_used(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    sources = desk.fetch(web.url("/a"))
    settle(desk, sources)
    path = desk.store._object_path(sources[0].sha256 or "")
    path.write_bytes(path.read_bytes()[:-9])
    for settings in (OFFLINE, FROZEN):
        (source,) = desk.fetch(web.url("/a"), settings=settings)
        assert (source.outcome, source.evidence) == ("not-stored", "none")


def test_no_socket_and_no_http_client_without_fetching(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
import claimcheck.sources as sources
assert "httpx" not in sys.modules and "httpcore" not in sys.modules
import socket
def refuse(*a, **k): raise SystemExit("a socket was opened")
socket.socket = socket.getaddrinfo = socket.create_connection = refuse
store, lock = sources.Store(Path(sys.argv[1])), sources.Lock.read(Path(sys.argv[1]) / "claimcheck.lock")
for mode in ("offline", "frozen"):
    found = sources.gather([sources.Wanted("https://example.org/a"), sources.Wanted("nonsense")],
                           settings=sources.Settings(mode=mode), store=store, lock=lock)
    assert [source.outcome for source in found.values()] == ["not-stored", "no-url"]
assert "httpx" not in sys.modules and "asyncio" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True)


def test_an_interruption_keeps_what_was_fetched(web: Web, desk: Desk) -> None:
    script = """
import sys, signal
from ipaddress import ip_network
from pathlib import Path
from claimcheck.sources import *
base, root = sys.argv[1:]
seen = []
def progress(source):
    seen.append(source)
    if len(seen) == 2:
        signal.raise_signal(signal.SIGINT)
settings = Settings(allow_net=(ip_network("127.0.0.1/32"),))
wanted = [Wanted(base + path) for path in ("/a", "/b", "/never")]
try:
    gather(wanted, settings=settings, store=Store(Path(root)), progress=progress)
except KeyboardInterrupt:
    assert len(seen) == 2
    raise SystemExit(130)
"""

    async def never(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(20)

    web["/a"], web["/b"], web["/never"] = article(), article(), never
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script, web.url(""), str(desk.store.root)], cwd=root, timeout=15)
    assert done.returncode == 130
    assert len(desk.store.entries()) == 2
    assert desk.store.verify() == ()


def test_a_full_disk_ends_the_run_with_an_error_and_keeps_the_store(
    web: Web, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    web["/a"], web["/b"] = article(), article("Other news from the quay")
    desk.fetch(web.url("/a"))

    def full(self: Path, target: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match="No space left"):
        desk.fetch(web.url("/a"), web.url("/b"))
    monkeypatch.undo()
    assert [record.url for record in desk.store.entries()] == [web.url("/a")]
    assert desk.store.verify() == ()
    assert list(desk.store.root.rglob("*.part")) == []


def test_a_mistake_of_ours_is_no_outcome(web: Web, desk: Desk) -> None:
    def broken(data: bytes, **_: object) -> object:
        raise RuntimeError("a bug")

    web["/a"] = article()
    with pytest.raises(RuntimeError, match="a bug"):
        gather([Wanted(web.url("/a"))], settings=FAST, store=desk.store, read=broken)  # type: ignore[arg-type]


def test_progress_hears_of_every_source_once(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    heard: list[str] = []
    wanted = [Wanted(web.url("/a")), Wanted("nonsense"), Wanted(web.url("/a#x")), Wanted(web.url("/a"))]
    found = gather(wanted, settings=FAST, store=desk.store, progress=lambda source: heard.append(source.url))
    assert list(found) == [web.url("/a"), "nonsense", web.url("/a#x")]
    assert sorted(heard) == sorted(found)


def test_gather_works_inside_a_running_loop(web: Web, desk: Desk) -> None:
    web["/a"] = article()

    async def notebook() -> list[Source]:
        return desk.fetch(web.url("/a"))

    assert asyncio.run(notebook())[0].outcome == "ok"


def test_two_runs_at_once_share_a_store(web: Web, desk: Desk) -> None:
    for number in range(8):
        web[f"/{number}"] = article(f"Quay report number {number}")
    urls = [web.url(path) for path in web.routes]
    threads = [threading.Thread(target=desk.fetch, args=urls) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(desk.store.entries()) == 8
    assert desk.store.verify() == ()


def test_a_local_file_is_a_source(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("The quay\n\nIn all 412 containers left.\n", encoding="utf-8")
    source = read_local(str(path))
    assert (source.outcome, source.evidence, source.readable, source.silence_counts) == ("ok", "manual", True, True)


def test_a_report_is_told_how_the_sources_were_had(monkeypatch: pytest.MonkeyPatch) -> None:
    assert notes(Settings()) == ()
    assert "--offline" in notes(Settings(mode="offline"))[0]
    assert "--frozen" in notes(Settings(mode="frozen"))[0]
    monkeypatch.setenv("HTTPS_PROXY", "http://someone:secret@10.0.0.1:3128")
    (note,) = notes(Settings())
    assert "proxy" in note
    assert "secret" not in note


def test_records_hold_no_cookie(web: Web, desk: Desk) -> None:
    web["/a"] = article(Set_Cookie="session=abc123; Path=/", X_Secret="abc123")
    desk.fetch(web.url("/a"))
    record = desk.store.record(web.url("/a"))
    assert record is not None
    assert record.last is not None
    assert record.last.http_status == 200
    assert all(b"abc123" not in path.read_bytes() for path in desk.store.root.rglob("*") if path.is_file())
