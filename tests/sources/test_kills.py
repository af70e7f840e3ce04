"""Kills, full disks, read-only folders, and several processes in one store."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.sources import Failure, Store, Stored

from .killing import ROOT, fetching, kill_often, kill_writers, locked

URL = "https://example.org/news/quay"
PAGE = b"<!doctype html><title>Quay</title><p>In all 412 containers left the quay.</p>"


def visit(url: str = URL) -> Stored:
    return Stored(url, "ok", final_url=url, http_status=200, media_type="text/html", fetched_at="2024-05-01T10:00:00Z")


def test_a_store_that_is_killed_in_the_making_loses_nothing_that_was_filed(tmp_path: Path) -> None:
    said, lost, problems = kill_writers(10, tmp_path)
    assert (lost, problems) == ([], [])
    assert said > 0


def test_fetching_that_is_killed_loses_nothing_and_ends_in_the_same_lock(tmp_path: Path) -> None:
    outcome = kill_often(3, tmp_path, work=fetching, say=locked)
    assert outcome.lost == []
    assert outcome.problems == []
    assert outcome.same_report


@pytest.mark.slow
def test_an_audit_that_is_killed_two_hundred_times_loses_nothing_and_says_the_same(tmp_path: Path) -> None:
    # pytest -m slow tests/sources/test_kills.py, or python -m tests.sources.killing
    outcome = kill_often(200, tmp_path, seed=2)
    assert (outcome.lost, outcome.problems, outcome.same_report) == ([], [], True)


WRITER = """
import sys
from claimcheck.sources import Failure, Store, Stored
from pathlib import Path
store, name = Store(Path(sys.argv[1])), sys.argv[2]
for number in range(40):
    store.note_failure("https://example.org/shared", Failure(f"20{number:02}-01-01T00:00:00Z", "down", name))
    store.put(Stored(f"https://example.org/{name}/{number}", "ok", final_url="x", http_status=200), name.encode() * 50)
"""


def test_two_processes_share_a_store(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "store")]
    writers = [subprocess.Popen([*command, name], cwd=ROOT) for name in ("one", "two")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    store = Store(tmp_path / "store")
    assert len(store.entries()) == 81
    record = store.record("https://example.org/shared")
    assert record is not None
    assert len({failure.at for failure in record.failures}) == 20
    assert store.verify() == ()


FILLER = """
import resource, sys, signal
from pathlib import Path
from claimcheck.errors import StoreError
from claimcheck.sources import Store, Stored
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
store = Store(Path(sys.argv[1]))
import os
try:
    for number in range(500):
        store.put(Stored(f"https://example.org/{number}", "ok", final_url="x", http_status=200), os.urandom(3000))
except StoreError as error:
    print(error)
    raise SystemExit(error.exit_code)
"""


def test_a_disk_that_is_full_is_a_clear_error_and_corrupts_nothing(tmp_path: Path) -> None:
    # A limit on the size of files stands in for the full disk: the index runs into it like into the end of the disk.
    command = [sys.executable, "-c", FILLER, str(tmp_path / "store")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 3, done.stderr
    assert "could not be written" in done.stdout
    assert "free some disk space" in done.stdout
    store = Store(tmp_path / "store")
    assert store.verify() == ()
    assert len(store.entries()) > 3
    store.put(visit(), PAGE)
    assert store.get(URL) is not None
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 60_000


@pytest.fixture
def read_only(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    store.put(visit(), PAGE)
    store.note_failure(URL, Failure("2024-05-02T10:00:00Z", "down", "HTTP 500"))
    store.close()
    for path in [store.root, *store.root.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return Store(tmp_path / "store")


@pytest.mark.skipif(os.geteuid() == 0, reason="root ignores file permissions")
def test_a_store_that_may_only_be_read_is_read(read_only: Store) -> None:
    copy = read_only.get(URL)
    assert copy is not None
    assert read_only.body(copy.sha256) == PAGE
    assert read_only.verify() == ()
    with pytest.raises(StoreError, match="could not be written"):
        read_only.put(visit(URL + "/2"), PAGE)


def test_an_index_without_its_tables_is_an_empty_one(tmp_path: Path) -> None:
    # What a kill leaves that falls between making the file and making what is in it.
    (tmp_path / "index.sqlite").touch()
    store = Store(tmp_path)
    assert (store.record(URL), store.entries(), store.verify()) == (None, (), ())
    store.put(visit(), PAGE)
    assert store.get(URL) is not None


def test_an_index_that_is_no_index_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(visit(), PAGE)
    store.close()
    for path in tmp_path.glob("index.sqlite*"):
        path.write_bytes(b"no index at all" * 400)
    damaged = Store(tmp_path)
    with pytest.raises(StoreError, match="move it away"):
        damaged.record(URL)
    assert [problem.place for problem in damaged.verify()] == ["index.sqlite"]
