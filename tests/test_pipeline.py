"""The main path from the library's side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import claimcheck

TEXT = (
    "The bridge at Arnmouth opened on 3 May 2021 (Lund, 2021).\n\nReferences\n\nLund, M. (2021). Bridge opens. {url}\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one text that cites a page nobody has fetched."""
    monkeypatch.chdir(tmp_path)
    Path("bridge.txt").write_text(TEXT.format(url="https://courier.example/bridge"))
    return tmp_path


def test_the_library_does_what_the_command_does(folder: Path) -> None:
    finished = claimcheck.audit(["bridge.txt"], mode="offline", store=folder / "store", as_of=date(2026, 1, 31))
    assert finished.tool.as_of == "2026-01-31"
    assert [source.outcome for source in finished.sources] == ["not-stored"]
    assert {judged.verdict for judged in finished.claims} == {"unchecked"}


def test_extract_and_verify_return_values(folder: Path) -> None:
    found = claimcheck.extract(TEXT.format(url="https://courier.example/bridge"))
    assert found.references[0].url == "https://courier.example/bridge"
    page = "The bridge at Arnmouth was opened on 3 May 2021 by the mayor."
    assert claimcheck.verify("The bridge at Arnmouth opened on 3 May 2021.", page).verdict == "supported"


def test_an_offline_audit_writes_nothing(folder: Path) -> None:
    claimcheck.audit(["bridge.txt"], mode="offline", store=folder / "store")
    assert sorted(path.name for path in folder.iterdir()) == ["bridge.txt"]
