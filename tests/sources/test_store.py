from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import StoreError, UnreadableText, UsageError
from claimcheck.model import OUTCOMES
from claimcheck.sources import Failure, Hop, Store, Stored

URL = "https://example.org/news/quay"
PAGE = b"<!doctype html><title>Quay</title><p>In all 412 containers left the quay.</p>"


def visit(url: str = URL, **values: object) -> Stored:
    known: dict[str, object] = {
        "outcome": "ok", "final_url": url, "http_status": 200, "media_type": "text/html", "charset": "utf-8",
        "fetched_at": "2024-05-01T10:00:00Z", "hops": (Hop(url, 301),), "headers": (("content-type", "text/html"),),
    }  # fmt: skip
    return Stored(url, **{**known, **values})  # type: ignore[arg-type]


def write_row(store: Store, url: str, text: str) -> None:
    with sqlite3.connect(store.root / "index.sqlite") as base:
        base.execute("INSERT OR REPLACE INTO records VALUES (?, ?)", (url, text))
    base.close()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "evidence")


def test_what_is_put_is_got_back(store: Store) -> None:
    put = store.put(visit(URL + "#part"), PAGE)
    assert put.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert store.get(URL) == put
    assert store.get("HTTPS://EXAMPLE.org:443/news/quay#other") == put
    assert store.body(put.sha256) == PAGE
    assert store.get("https://example.org/other") is None
    assert [record.url for record in store.entries()] == [URL]
    assert store.verify() == ()


def test_an_empty_store_is_quiet(store: Store) -> None:
    assert store.get(URL) is None
    assert store.entries() == ()
    assert store.verify() == ()
    assert store.body("../../etc/passwd") is None
    assert not store.root.exists()


@given(
    st.sampled_from(OUTCOMES), st.text(max_size=40), st.binary(max_size=200),
    st.none() | st.text(max_size=20), st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=3),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_records_round_trip(
    tmp_path_factory: pytest.TempPathFactory,
    outcome: str,
    detail: str,
    body: bytes,
    title: str | None,
    headers: list[tuple[str, str]],
) -> None:
    clean = [text.encode("utf-8", "replace").decode() for text in (detail, title or "")]
    store = Store(tmp_path_factory.getbasetemp() / "round-trip")
    put = store.put(visit(outcome=outcome, detail=clean[0], title=clean[1] or None), body)
    record = store.record(URL)
    assert record is not None
    assert record.last == put
    assert store.body(put.sha256) == body


def test_an_unusable_page_does_not_replace_a_usable_one(store: Store) -> None:
    good = store.put(visit(), PAGE)
    bad = store.put(visit(outcome="soft404"), b"<p>Page not found")
    record = store.record(URL)
    assert record is not None
    assert (record.kept, record.last) == (good, bad)
    assert store.get(URL) == good


def test_failures_are_history_until_a_page_answers(store: Store) -> None:
    for number in range(30):
        for hour in (10, 11):
            store.note_failure(URL, Failure(f"2024-05-{number + 1:02}T{hour}:00:00Z", "down", "HTTP 500"))
    record = store.record(URL)
    assert record is not None
    assert [failure.at for failure in record.failures] == [f"2024-05-{day:02}T11:00:00Z" for day in range(11, 31)]
    store.put(visit(), PAGE)
    record = store.record(URL)
    assert record is not None
    assert record.failures == ()


def test_every_kind_of_damage_is_found(store: Store) -> None:
    first, second, third = (store.put(visit(f"{URL}/{number}"), PAGE + bytes([number])) for number in (1, 2, 3))
    changed, lost = store._object_path(first.sha256 or ""), store._object_path(second.sha256 or "")
    changed.write_bytes(store._object_path(third.sha256 or "").read_bytes())
    lost.unlink()
    write_row(store, f"{URL}/3", '{"url": "https://example.org/news/quay/3", "last": {"outcome": "fine"}}')
    write_row(store, f"{URL}/4", store._index.get(f"{URL}/1") or "")
    problems = [problem.message for problem in store.verify()]
    assert len(problems) == 4
    assert any("digest" in message for message in problems)
    assert any("missing" in message for message in problems)
    assert sum("cannot be read" in message for message in problems) == 2
    assert store.body(first.sha256) is None
    assert store.get(f"{URL}/3") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"url": 7}', '{"url": "x", "last": 3}', '{"url":"x","failures":[1]}']
)
def test_no_record_crashes_the_store(store: Store, text: str) -> None:
    store.put(visit(), PAGE)
    write_row(store, URL, text)
    assert store.record(URL) is None
    assert store.entries() == ()
    assert len(store.verify()) == 1
    store.put(visit(), PAGE)
    assert store.verify() == ()


def test_a_copy_saved_by_hand_is_filed(store: Store, tmp_path: Path) -> None:
    saved = tmp_path / "quay.txt"
    saved.write_text("Quay record\n\nIn all 412 containers left the quay.\n", encoding="utf-8")
    store.put(visit(outcome="wall"), b"<p>Subscribe")
    put = store.add_manual(URL, saved)
    assert (put.evidence, put.media_type, put.title) == ("manual", "text/plain", "Quay record")
    assert store.get(URL) == put
    assert store.body(put.sha256) == saved.read_bytes()
    store.put(visit(), PAGE)
    assert store.get(URL) == put


def test_a_copy_that_cannot_be_filed_says_why(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="No such file"):
        store.add_manual(URL, tmp_path / "missing.pdf")
    with pytest.raises(UsageError, match="not a web address"):
        store.add_manual("example", tmp_path / "missing.pdf")
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(UnreadableText):
        store.add_manual(URL, empty)
    assert store.get(URL) is None


def test_a_store_that_cannot_be_written_keeps_what_it_has(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put = store.put(visit(), PAGE)
    monkeypatch.setattr(os, "getpid", lambda: "x" * 300)  # no file system takes the name of the file beside
    with pytest.raises(StoreError, match="could not be written") as caught:
        store.put(visit(outcome="soft404"), b"other")
    assert "nothing that was there is lost" in str(caught.value)
    assert store.get(URL) == put


def test_a_file_where_the_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StoreError):
        Store(tmp_path / "taken").put(visit(), PAGE)


def test_the_store_goes_out_as_warc(store: Store, tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    store.put(visit(headers=(("content-type", "text/html"), ("content-encoding", "br"))), PAGE)
    saved = tmp_path / "quay.txt"
    saved.write_text("In all 412 containers left the quay.\n", encoding="utf-8")
    store.add_manual(URL, saved)
    target = tmp_path / "evidence.warc.gz"
    assert store.export(target) == 2
    bodies = {}
    with target.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            if record.rec_type != "warcinfo":
                body = record.content_stream().read()
                assert record.rec_headers.get_header("Claimcheck-SHA-256") == hashlib.sha256(body).hexdigest()
                bodies[record.rec_type] = body
    assert bodies == {"response": PAGE, "resource": saved.read_bytes()}
    first = target.read_bytes()
    store.export(target)
    assert target.read_bytes() == first
