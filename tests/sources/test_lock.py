from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import StoreError, UnusableFile
from claimcheck.model import OUTCOMES, Source
from claimcheck.sources import Line, Lock, Store

URL = "https://example.org/news/quay"
DIGEST = "a" * 64
HEAD = '{"format": "claimcheck/lock/1"}\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claimcheck.lock"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def source(url: str = URL, outcome: str = "ok", **values: object) -> Source:
    known: dict[str, object] = {
        "evidence": "live",
        "final_url": url,
        "http_status": 200,
        "sha256": DIGEST,
        "media_type": "text/html",
    }
    return Source(url, outcome, **{**known, **values})  # type: ignore[arg-type]


def test_a_lock_is_written_sorted_and_read_back(path: Path, store: Store) -> None:
    quay = source(URL + "/a#part", final_url=URL + "/new", title="Quay \u2028 record")
    lock = Lock.read(path).updated([source(URL + "/b", fetched_at="2024-05-01T10:00:00Z"), quay], store)
    assert lock.write()
    assert path.read_text() == HEAD + (
        f'{{"url": "{URL}/a", "outcome": "ok", "final_url": "{URL}/new", "sha256": "{DIGEST}", '
        '"media_type": "text/html", "title": "Quay \u2028 record"}\n'
        f'{{"url": "{URL}/b", "outcome": "ok", "sha256": "{DIGEST}", "media_type": "text/html"}}\n'
    )
    again = Lock.read(path)
    assert again.dumps() == lock.dumps()
    assert not again.updated([source(URL + "/b", fetched_at="2025-01-01T00:00:00Z")], store).write()
    assert again.get(URL + "/b#anywhere") == Line(URL + "/b", "ok", None, DIGEST, "text/html")


def test_a_bad_afternoon_does_not_touch_a_line(path: Path, store: Store) -> None:
    lock = Lock(path).updated([source()], store)
    failed = [
        source(outcome=outcome, sha256=None, evidence="none")
        for outcome in ("down", "throttled", "blocked", "not-stored")
    ]
    assert lock.updated(failed, store) == lock
    gone = lock.updated([source(outcome="gone", sha256=None, evidence="none", http_status=404)], store)
    assert gone.lines[0].outcome == "gone"
    other = lock.updated([source("https://example.org/x", outcome="down", sha256=None)], store)
    assert [line.outcome for line in other.lines] == ["ok", "down"]


def test_a_wrong_page_is_decided_anew(path: Path, store: Store) -> None:
    assert Lock(path).updated([source(outcome="wrong-page")], store).lines[0].outcome == "ok"


def test_no_lock_is_an_empty_lock(path: Path) -> None:
    assert Lock.read(path).lines == ()
    path.write_text("")
    assert Lock.read(path).lines == ()


def test_every_mistake_is_reported_with_its_line(path: Path) -> None:
    good = json.dumps({"url": URL, "outcome": "ok", "sha256": DIGEST})
    rows = [
        '{"format": "claimcheck/lock/1"}',
        good,
        good,
        json.dumps({"url": URL + "/1", "outcome": "fine", "sha256": DIGEST}),
        json.dumps({"url": URL + "/2", "outcome": "ok", "sha256": DIGEST[:-1]}),
        json.dumps({"url": URL + "/3", "outcome": "ok"}),
        "{",
        json.dumps({"outcome": "gone"}),
        "<<<<<<< HEAD",
        json.dumps({"url": URL + "/4", "outcome": "gone", "fetched": "today", "http_status": "404", "title": 4}),
        json.dumps({"url": URL + "/5#part", "outcome": "gone"}),
        json.dumps({"url": URL + "/6", "outcome": "gone", "evidence": "mine"}),
    ]
    path.write_text("\n".join(rows) + "\n")
    with pytest.raises(UnusableFile) as caught:
        Lock.read(path)
    assert [mistake.line for mistake in caught.value.mistakes] == [3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 11, 12]
    text = str(caught.value)
    assert f"{path}:3: {URL} has a line already (line 2)" in text
    assert "unknown outcome 'fine'" in text
    assert "64 hexadecimal digits" in text
    assert "conflict of a merge" in text


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"[1,2]\n", b'{"format": "claimcheck/lock/9"}\n', b"[" * 100_000])
def test_other_files_are_no_lock(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(UnusableFile):
        Lock.read(path)


def test_a_folder_is_no_lock(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="cannot be read"):
        Lock.read(tmp_path)


def test_a_lock_that_cannot_be_written_is_an_error_and_the_old_one_stays(
    path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    Lock(path).updated([source()], store).write()
    before = path.read_text()

    def full(self: Path, target: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match="No space left"):
        Lock(path).updated([source(title="New")], store).write()
    assert path.read_text() == before


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.sampled_from(OUTCOMES), TEXT, st.sampled_from(["live", "manual", "archive"])),
        max_size=8, unique_by=lambda row: row[0],
    )
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_locks_round_trip(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str, str, str]]) -> None:
    path = tmp_path_factory.getbasetemp() / "round.lock"
    lines = [
        Line(f"{URL}/{number:02}", outcome, None, DIGEST, "text/html", None, title or None, None, evidence)  # type: ignore[arg-type]
        for number, outcome, title, evidence in rows
    ]
    lock = Lock(path, tuple(sorted(lines, key=lambda line: line.url)))
    path.unlink(missing_ok=True)
    lock.write()
    assert Lock.read(path) == lock
