"""PDF: pages, hyphens, running heads, and a worker that may fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Document
from claimcheck.readers import Refusal
from claimcheck.readers import pdf as reader
from tests.readers.pdf_samples import pdf

HEAD = "Annual Report of the Harbor Board"
FIRST = """\
The coun-
cil said on Monday that capa-
city, which was low, rose by 38 percent.

Demand fell in the Asia-
Pacific region, and the well-known yard closed. It had been a well-
known yard for 40 years."""
LINES = [
    [HEAD, "", *FIRST.splitlines(), "1"],
    [HEAD, "", "The second page is about 12 boats.", "2"],
    [HEAD, "", "The third page is about 13 boats.", "3"],
]


@pytest.fixture(scope="module")
def report() -> Document:
    info = "/Title (Harbor Report) /Author (Jane Roe) /CreationDate (D:20240503120000Z)"
    return reader.read(pdf(LINES, info), path="report.pdf")


def test_words_that_a_line_end_divides_are_whole_in_prose(report: Document) -> None:
    assert len(report.prose) == len(report.text)
    assert "The coun-\ncil said on Monday that capa-\ncity, which" in report.text
    assert "The council   said on Monday that capacity,   which" in report.prose


def test_compounds_keep_their_hyphen(report: Document) -> None:
    assert "the Asia-Pacific  region" in report.prose
    assert "a well-known  yard" in report.prose


def test_pages_are_kept(report: Document) -> None:
    pages = {block.page: block.span.of(report.text) for block in report.blocks if block.kind == "paragraph"}
    assert pages[2] == "The second page is about 12 boats."
    assert report.page_of(report.text.index("13 boats")) == 3
    assert report.text.count("\f") == 2


def test_running_heads_and_page_numbers_are_no_body(report: Document) -> None:
    outside = [block.span.of(report.text) for block in report.blocks if not block.body]
    assert outside == [HEAD, "1", HEAD, "2", HEAD, "3"]


def test_what_the_file_says_of_itself(report: Document) -> None:
    assert report.title == "Harbor Report"
    assert report.metadata.authors == ("Jane Roe",)
    assert report.metadata.published is None  # a PDF knows when it was made, not when it was published
    assert report.metadata.modified == "2024-05-03"
    assert report.media_type == "application/pdf"
    assert report.complete


def test_a_scan_needs_text_recognition() -> None:
    with pytest.raises(Refusal, match="images") as refused:
        reader.read(pdf([[], []]), path="scan.pdf")
    assert refused.value.reason == "needs-ocr"


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing more", pdf(LINES)[:400], b"%PDF-"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        reader.read(data, path="bad.pdf")
    assert refused.value.reason in {"broken", "needs-ocr"}


def worker(tmp_path: Path, source: str) -> Path:
    file = tmp_path / "worker.py"
    file.write_text("import json, os, sys, time\nsys.stdin.buffer.read()\n" + source, encoding="utf-8")
    return file


PAGE = 'print(json.dumps({"pages": 2}), flush=True)\nprint(json.dumps({"page": 1, "scanned": False, "lines": [' \
       '["Forty boats were lost in the storm.", False, 72.0, 300.0, 700.0, 11.0]]}), flush=True)\n'  # fmt: skip


def test_a_worker_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_WORKER", worker(tmp_path, "time.sleep(600)\n"))
    monkeypatch.setattr(reader, "_GRACE", 0.3)
    with pytest.raises(Refusal, match="longer than") as refused:
        reader.read(b"%PDF-1.4", path="slow.pdf", seconds=0.2)
    assert refused.value.reason == "too-slow"


def test_a_worker_that_crashes_is_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_WORKER", worker(tmp_path, "os.abort()\n"))
    with pytest.raises(Refusal, match="crashed its parser"):
        reader.read(b"%PDF-1.4", path="crash.pdf")


def test_pages_read_before_a_crash_are_kept_but_their_silence_means_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_WORKER", worker(tmp_path, PAGE + "os.abort()\n"))
    document = reader.read(b"%PDF-1.4", path="crash.pdf")
    assert document.text.strip() == "Forty boats were lost in the storm."
    assert not document.complete


def test_a_worker_that_answers_before_it_has_read_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "worker.py"
    file.write_text('print(\'{"error": "encrypted"}\')\n', encoding="utf-8")
    monkeypatch.setattr(reader, "_WORKER", file)
    with pytest.raises(Refusal, match="password") as refused:
        reader.read(b"%PDF-1.4" + b"x" * 2_000_000, path="locked.pdf")
    assert refused.value.reason == "encrypted"
