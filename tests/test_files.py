"""Writing: an old file survives until the new one is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.files import check_writable, save


def test_text_is_written_as_utf8_with_its_own_newlines(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    save("naïve\r\n", path)
    assert path.read_bytes() == "naïve\r\n".encode()


def test_a_full_disk_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.yaml"
    save("old", path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device") as caught:
        save("new", path)
    assert "the old file is untouched" in str(caught.value)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["claims.yaml"]


def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.yaml"
    save("old", path)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save("new", path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No such file or directory") as caught:
        save("x", tmp_path / "nowhere" / "report.json")
    assert caught.value.exit_code == 3


def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root ignores file permissions")
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="Permission denied"):
        save("x", tmp_path / "report.json")


def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save("x", tmp_path / "report.json")
    finally:
        os.umask(before)
    assert (tmp_path / "report.json").stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save("report", pipe)
    assert os.read(reader, 100) == b"report"
    os.close(reader)
    assert pipe.is_fifo()


def test_what_cannot_be_written_is_known_before(tmp_path: Path) -> None:
    check_writable(tmp_path / "new.json")
    for bad in (tmp_path, tmp_path / "nowhere" / "new.json"):
        with pytest.raises(StoreError, match="cannot be written"):
            check_writable(bad)
    assert not list(tmp_path.iterdir())
