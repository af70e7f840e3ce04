"""Writing: readable, and the same values back."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimsfile
from claimcheck.claimsfile.nodes import Record, Scalar, compose
from claimcheck.claimsfile.scalars import block, clean, inline
from claimcheck.errors import Mistake, StoreError
from claimcheck.model import Extraction

from .samples import SURPRISES, document, extractions, ferry, portable, words

quick = settings(max_examples=60, deadline=None)


@given(extractions())
@quick
def test_what_is_written_reads_back(extraction: Extraction) -> None:
    written = claimsfile.dumps(extraction)
    again = claimsfile.loads(written)
    assert portable(again) == portable(extraction)
    # Written once more, what was read keeps the lines that its claims have in the text.
    assert claimsfile.dumps(again) == written


@given(extractions())
@quick
def test_any_other_reader_takes_it_for_the_same_text(extraction: Extraction) -> None:
    read = yaml.safe_load(claimsfile.dumps(extraction))
    assert read["schema"] == claimsfile.SCHEMA
    assert [entry["text"] for entry in read["claims"]] == [claim.text for claim in extraction.claims]
    assert [entry["id"] for entry in read["claims"]] == [claim.id for claim in extraction.claims]


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("text", SURPRISES)
def test_strings_that_look_like_something_else_stay_strings(text: str, flow: bool) -> None:
    written = f"{{key: {inline(text, flow=True)}}}" if flow else f"key: {block(text, 2)}"
    assert yaml.safe_load(written) == {"key": text}
    assert yaml.load(written, Loader=yaml.CSafeLoader) == {"key": text}
    mistakes: list[Mistake] = []
    node = compose(written, mistakes)
    assert not mistakes
    assert isinstance(node, Record)
    value = node.entries["key"]
    assert isinstance(value, Scalar)
    assert value.value == text
    assert not value.empty


@given(words, st.integers(0, 12))
@settings(max_examples=200, deadline=None)
def test_every_block_reads_back(text: str, indent: int) -> None:
    margin = " " * indent
    nested = f"{margin}key: {block(text, indent + 2)}\n{margin}next: 1\n"
    assert yaml.safe_load(nested)["key"] == text


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert clean("a\ud800b") == "a\ufffdb"
    odd = replace(ferry(), claims=(replace(ferry().claims[0], text="a \ud800 b"),))
    claimsfile.dumps(odd).encode()


def test_the_file_is_readable() -> None:
    assert claimsfile.dumps(ferry()).split("\n\n", 1)[1] == (
        "claims:\n"
        "  - id: c1\n"
        "    text: The ferry to Hitra carried about 41,000 cars in 2019 (Dahl, 2020).\n"
        '    sha256: "c9e123c8f35bd0f37b7af622b6cde760e6e25c1260bf0e25f545e941e68e6922"\n'
        "    class: cited\n"
        "    reasons: [a number, a citation]\n"
        "    quantities:\n"
        '      - {text: "41,000", at: 33-39, low: 32800, high: 49200, hedge: approx, counted: cars, role: carried}\n'
        "    dates:\n"
        '      - {edtf: "2019", at: 48-52}\n'
        "    entities:\n"
        "      - {name: Hitra, at: 13-18, kind: place}\n"
        "    citations: [k1]\n"
        "\n"
        "  - id: c2\n"
        "    text: >-\n"
        "      Resolution 17 of the county council froze the fares, and the fares stayed frozen for four\n"
        "      years.\n"
        '    sha256: "934177f99a717999d77e73dacce6899368b1abba46a954be38fb9c33d7e9cf44"\n'
        "    reasons: [a named instrument]\n"
        "    quantities:\n"
        "      - {text: four, at: 85-89, value: 4, unit: year}\n"
        "    instruments:\n"
        "      - {name: County Council Resolution 17, text: Resolution 17, at: 0-13,"
        ' url: "https://council.example.org/17"}\n'
        '    sources: []  # such as [{url: "https://council.example.org/17"}]\n'
        '    suggested: ["https://council.example.org/17"]\n'
        "\n"
        "citations:\n"
        '  - {id: k1, text: "Dahl, 2020", resolved: [r1]}\n'
        "\n"
        "references:\n"
        "  - id: r1\n"
        "    text: Dahl, K. Counting cars. (2020). Coast Weekly. https://coast.example.org/cars\n"
        "    title: Counting cars\n"
        '    authors: ["Dahl, K."]\n'
        '    year: "2020"\n'
        "    container: Coast Weekly\n"
        "    url: https://coast.example.org/cars\n"
        "\n"
        "# Where each stands in the text: characters since the end of the one before, its length, and lines below the "
        "one before.\n"
        "# Written by `claimcheck extract`; an entry without a place is looked for by its words.\n"
        "places:\n"
        "  claims:\n"
        "    c1: [0, 66, 0]\n"
        "    c2: [24, 96, 2]\n"
        "  citations:\n"
        "    k1: [54, 10]\n"
        "  references:\n"
        "    r1: [188, 76]\n"
    )


def test_the_first_line_names_the_schema_for_editors() -> None:
    assert claimsfile.dumps(ferry()).startswith("# yaml-language-server: $schema=")


def test_a_hostile_suggestion_cannot_leave_its_comment() -> None:
    claim = replace(ferry().claims[1], suggested=("https://x.example/\nclass: opinion",))
    read = claimsfile.loads(claimsfile.dumps(replace(ferry(), claims=(claim,))))
    assert read.claims[0].class_ == "fact"
    assert read.claims[0].suggested == claim.suggested


# --- On disk ------------------------------------------------------------------------------------------------------


def test_writing_twice_writes_once(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "ferry.yaml"
    assert claimsfile.write(ferry(), str(path))
    before = path.stat()
    assert not claimsfile.write(ferry(), str(path))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [entry.name for entry in path.parent.iterdir()] == ["ferry.yaml"]
    assert portable(claimsfile.read(str(path))) == portable(ferry())


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ferry.yaml"
    claimsfile.write(ferry(), str(path))
    old = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    changed = replace(ferry(), claims=())
    with pytest.raises(StoreError) as error:
        claimsfile.write(changed, str(path))
    assert error.value.exit_code == 3
    assert error.value.remedy
    assert path.read_bytes() == old
    assert [entry.name for entry in tmp_path.iterdir()] == ["ferry.yaml"]


def test_a_read_only_folder_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ferry.yaml"
    claimsfile.write(ferry(), str(path))

    def read_only(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", read_only)
    with pytest.raises(StoreError, match="cannot be written"):
        claimsfile.write(replace(ferry(), claims=()), str(path))
    assert portable(claimsfile.read(str(path))) == portable(ferry())


def test_a_folder_that_is_a_file_cannot_hold_a_claims_file(tmp_path: Path) -> None:
    (tmp_path / "claims").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        claimsfile.write(ferry(), str(tmp_path / "claims" / "ferry.yaml"))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    claimsfile.write(ferry(), str(tmp_path / "link.yaml"))
    assert (tmp_path / "link.yaml").is_symlink()
    assert claimsfile.is_claims_file(str(tmp_path / "real.yaml"))


def test_where_a_claims_file_lies(tmp_path: Path) -> None:
    assert claimsfile.default_path("essay.txt", "claims") == str(Path("claims") / "essay.yaml")
    assert claimsfile.default_path("texts/long.essay.md", "claims") == str(Path("claims") / "long.essay.yaml")
    assert claimsfile.default_path("-", "claims") == str(Path("claims") / "standard-input.yaml")
    other = tmp_path / "compose.yaml"
    other.write_text("services: {}\n")
    assert not claimsfile.is_claims_file(str(other))
    mistyped = tmp_path / "mistyped.yaml"
    mistyped.write_text("shema: claimchek/claims/1\ndocument: {path: a.txt}\nclaims: []\n")
    assert claimsfile.is_claims_file(str(mistyped))
    assert not claimsfile.is_claims_file(str(tmp_path / "missing.yaml"))


def test_the_text_is_found_beside_the_claims_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims" / "ferry.yaml"
    claimsfile.write(ferry(), str(path))
    read = claimsfile.read(str(path))
    assert claimsfile.text_path(read) is None
    (tmp_path / "ferry.txt").write_text(document().text)
    monkeypatch.chdir(tmp_path)
    assert claimsfile.text_path(read) == "ferry.txt"
    (tmp_path / "claims" / "ferry.txt").write_text(document().text)
    assert claimsfile.text_path(read) == str(tmp_path / "claims" / "ferry.txt")
