"""``claimcheck extract`` and ``claimcheck text``."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from claimcheck.interchange import schema
from tests.cli.conftest import Program


def test_json_keeps_to_the_schema_and_slices_back(claimcheck: Program, article: Path) -> None:
    extraction = json.loads(claimcheck("extract", article.name, "--format", "json", "--output", "-").stdout)
    Draft202012Validator(schema("extract")).validate(extraction)
    text = claimcheck("text", article.name).stdout
    assert text == article.read_text(encoding="utf-8")
    for kind in ("claims", "citations", "references"):
        assert extraction[kind]
        for entry in extraction[kind]:
            assert text[entry["start"] : entry["end"]] == entry["text"]


def test_what_a_person_edited_stays(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    assert claimcheck("extract", article.name).returncode == 0
    path = tmp_path / "claims" / "bridge.yaml"
    edited = path.read_text(encoding="utf-8").replace(
        "    sources: []", '    sources:\n      - {url: "https://council.example/minutes"}', 1
    )
    path.write_text(edited, encoding="utf-8")
    article.write_text(article.read_text(encoding="utf-8").replace("# The bridge", "# A bridge"), encoding="utf-8")
    claimcheck("extract", article.name)
    assert "https://council.example/minutes" in path.read_text(encoding="utf-8")


def test_all_lists_what_was_not_selected(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "view.txt").write_text("What a lovely bridge it is. It opened on 3 May 2021.\n", encoding="utf-8")
    some = json.loads(claimcheck("extract", "view.txt", "-f", "json").stdout)["claims"]
    every = json.loads(claimcheck("extract", "view.txt", "-f", "json", "--all").stdout)["claims"]
    assert {claim["class"] for claim in some} <= {"fact", "cited"}
    assert len(every) > len(some)
    assert {claim["class"] for claim in every} & {"opinion", "minor"}


def test_standard_input(claimcheck: Program) -> None:
    finished = claimcheck("extract", "-", "-f", "json", stdin="The dam at Orrin holds 12 million cubic metres.\n")
    (claim,) = json.loads(finished.stdout)["claims"]
    assert claim["quantities"][0]["low"] == 12_000_000


def test_a_claims_file_is_no_text(claimcheck: Program, article: Path) -> None:
    claimcheck("extract", article.name)
    finished = claimcheck("extract", "claims/bridge.yaml")
    assert finished.returncode == 2
    assert "no text among the paths" in finished.stderr
