"""Which reader reads what, and what is said when none can."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from claimcheck import catalogue, readers
from claimcheck.errors import UnreadableText
from claimcheck.readers import Refusal, read_bytes, read_file, suffixes

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
ZIP = b"PK\x03\x04" + b"\x00" * 26


def refusal(data: bytes, path: str = "page", media_type: str | None = None) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read_bytes(data, path=path, media_type=media_type)
    assert refused.value.remedy
    assert refused.value.place == path
    return refused.value


def test_every_reader_says_what_it_reads() -> None:
    for name, reader in catalogue.members("readers").items():
        assert reader.MEDIA_TYPES, name
        assert all(suffix.startswith(".") for suffix in reader.SUFFIXES), name
    assert {".txt", ".md", ".html", ".pdf", ".docx", ".wiki"} <= suffixes()


@pytest.mark.parametrize(
    ("data", "path", "declared", "found"),
    [
        (b"Forty boats were lost.", "a.txt", None, "text/plain"),
        (b"# Boats\n\nForty were lost.", "a.md", None, "text/markdown"),
        (b"<p>Forty boats were lost.</p>", "a.html", None, "text/html"),
        (b"<!DOCTYPE html><p>Forty boats were lost.</p>", "a", None, "text/html"),
        (b"\n<!-- saved --><html><p>Forty boats were lost.</p>", "saved.txt", None, "text/html"),
        (b"<html><p>Forty boats were lost.</p>", "notes.md", None, "text/markdown"),
        (b"<p>Forty boats.</p>", "https://a.example/x", "text/html; charset=utf-8", "text/html"),
        (b"<p>Forty boats.</p>", "https://a.example/x", "application/xhtml+xml", "text/html"),
        (b"<html><p>Forty boats.</p>", "https://a.example/x", "text/plain", "text/html"),
        (b"Forty boats were lost.", "https://a.example/x", "application/octet-stream", "text/plain"),
        (b"# Boats", "https://a.example/x.md", "text/plain", "text/markdown"),
        (b"Forty boats were lost.", "README", None, "text/plain"),
        (b"BM is short for benchmark.", "a.txt", None, "text/plain"),
        (b"A file that begins with %PDF-1.4 is a PDF.", "a.txt", None, "text/plain"),
        ("Forty boats were lost.".encode("utf-16-le"), "a.txt", None, "text/plain"),
    ],
)
def test_the_right_reader_is_found(data: bytes, path: str, declared: str | None, found: str) -> None:
    document = read_bytes(data, path=path, media_type=declared)
    assert document.media_type == found
    assert document.path == path


@pytest.mark.parametrize(
    ("data", "media_type", "reason"),
    [
        (b"", None, "empty"),
        (b" \n ", None, "empty"),
        (PNG, None, "needs-ocr"),
        (PNG, "text/html", "needs-ocr"),
        (b"text \x00\x01\x02 and bytes", None, "binary"),
        (bytes(range(1, 32)) * 20, None, "binary"),
        (b"\x7fELF" + b"\x00" * 50, None, "unsupported-type"),
        (ZIP, None, "unsupported-type"),
        (b'{"a": 1}', "application/x-unheard-of", "unsupported-type"),
        (b"%PDF-1.4 cut", None, "broken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, media_type: str | None, reason: str) -> None:
    assert refusal(data, media_type=media_type).reason == reason


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "boats.txt"
    file.write_bytes(b"\xef\xbb\xbfForty boats were lost.\r\n")
    document = read_file(str(file))
    assert document.text == "Forty boats were lost.\r\n"
    assert document.path == str(file)
    assert len(document.sha256) == 64


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Vierzig Boote — verloren.".encode())))
    document = read_file("-")
    assert document.text == "Vierzig Boote — verloren."
    assert document.path == "-"


def test_a_missing_file_names_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "essay.md").write_text("x")
    (tmp_path / "esay.txt").write_text("x")
    (tmp_path / "unlike.txt").write_text("x")
    with pytest.raises(UnreadableText, match="no such file") as refused:
        read_file(str(tmp_path / "essay.txt"))
    assert refused.value.remedy == "did you mean esay.txt or essay.md?"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText) as refused:
        read_file(str(tmp_path / "nowhere" / "essay.txt"))
    assert "there is no folder" in str(refused.value.remedy)


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_file(str(tmp_path))
    assert refused.value.reason == "folder"


def test_an_impossible_name_is_no_crash() -> None:
    with pytest.raises(UnreadableText):
        read_file("a\x00b.txt")


def test_a_device_without_end_is_not_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/dev/zero").exists():
        return
    monkeypatch.setattr(readers, "MAX_BYTES", 1_000_000)
    with pytest.raises(Refusal) as refused:
        read_file("/dev/zero")
    assert refused.value.reason == "too-big"
