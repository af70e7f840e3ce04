"""``claimcheck verify``: one claim, many pairs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.interchange import schema
from tests.cli.conftest import Program

PAGE = """Ferry year ends quietly

The two ferries of Port Ellery carried 365,000 passengers in 2023. Traffic fell by eleven percent from the year before.
The landing stage on the south quay was closed for five months.
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return "page.txt"


@pytest.mark.parametrize(
    ("claim", "verdict", "code"),
    [
        ("The two ferries of Port Ellery carried 365,000 passengers in 2023.", "supported", 0),
        ("The two ferries of Port Ellery carried 465,000 passengers in 2023.", "contradicted", 1),
        ("The lighthouse keeper retired after forty years.", "unsupported", 1),
    ],
)
def test_one_claim(claimcheck: Program, page: str, claim: str, verdict: str, code: int) -> None:
    finished = claimcheck("verify", "--claim", claim, "--source", page, "--format", "json")
    ruling = json.loads(finished.stdout)
    Draft202012Validator(schema("verify")).validate(ruling)
    assert (ruling["verdict"], finished.returncode) == (verdict, code)
    assert 0 <= ruling["score"] <= 1
    shown = claimcheck("verify", "--claim", claim, "--source", page)
    assert shown.stdout.startswith(verdict)
    assert shown.returncode == code


def test_an_address_that_cannot_be_read_is_unchecked(claimcheck: Program, tmp_path: Path) -> None:
    finished = claimcheck("verify", "--claim", "It rained.", "--source", "http://127.0.0.1:9/x")
    assert finished.returncode == 3
    assert finished.stdout.startswith("unchecked (unsafe)")


def test_pairs_come_back_in_order(claimcheck: Program, tmp_path: Path) -> None:
    pairs = [
        {"id": "b", "claim": "Traffic fell by eleven percent from the year before.", "source": PAGE},
        {"id": 7, "claim": "Traffic rose by eleven percent from the year before.", "source": PAGE},
    ]
    lines = "".join(json.dumps(pair) + "\n" for pair in pairs)
    finished = claimcheck("verify", "--pairs", "-", "--format", "jsonl", stdin=lines)
    rulings = [json.loads(line) for line in finished.stdout.splitlines()]
    assert [(ruling["id"], ruling["verdict"]) for ruling in rulings] == [("b", "supported"), (7, "contradicted")]
    assert finished.returncode == 0


def test_every_bad_line_of_pairs_is_named(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_text('{"id": 1, "claim": "x"}\n{not json\n{"id": 2, "claim": "", "source": "y"}\n')
    finished = claimcheck("verify", "--pairs", "pairs.jsonl")
    assert finished.returncode == 2
    assert [f"pairs.jsonl:{number}:" in finished.stderr for number in (1, 2, 3)] == [True, True, True]


@pytest.mark.parametrize("arguments", [(), ("--claim", "x"), ("--claim", " ", "--source", "a"), ("--pairs", "nowhere")])
def test_wrong_usage_exits_2(claimcheck: Program, arguments: tuple[str, ...]) -> None:
    assert claimcheck("verify", *arguments).returncode == 2


def test_a_single_check_leaves_the_lock_alone(claimcheck: Program, tmp_path: Path) -> None:
    claimcheck("verify", "--claim", "It rained.", "--source", "http://127.0.0.1:9/x")
    assert not (tmp_path / "claimcheck.lock").exists()
