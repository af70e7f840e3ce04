"""``--judge``: the facts alone, the model that comes along, a folder of one's own."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Program
from tests.entailment import tiny

PAGE = (
    "News of Velm\n\nThe mill at Velm was shut in 1998. It had forty workers, most of whom found work at the bakery.\n"
)
PAIRS = [
    {"id": 1, "claim": "The bakery took in people who had lost their jobs at the mill.", "source": PAGE},
    {"id": 2, "claim": "The mill at Velm was shut in 1988.", "source": PAGE},
    {"id": 3, "claim": "The mill at Velm was shut in 1998.", "source": PAGE},
]
LINES = "".join(json.dumps(pair) + "\n" for pair in PAIRS)


def test_the_facts_alone_are_said_to_have_judged(claimcheck: Program) -> None:
    finished = claimcheck("verify", "--pairs", "-", "--judge", "facts", stdin=LINES)
    assert finished.returncode == 0
    assert "judged by the facts alone, as asked" in finished.stderr


def test_the_same_bytes_twice_and_nothing_to_say(claimcheck: Program) -> None:
    first = claimcheck("verify", "--pairs", "-", "--judge", "embedded", stdin=LINES)
    again = claimcheck("verify", "--pairs", "-", stdin=LINES)
    assert first.stdout == again.stdout
    assert first.stderr == again.stderr == ""


def test_no_judge_supports_a_claim_whose_facts_fail(claimcheck: Program, tmp_path: Path) -> None:
    folder = tiny.write(tmp_path / "own")  # finds support in every passage that has "shut"
    for judge in ("facts", "embedded", str(folder)):
        finished = claimcheck("verify", "--pairs", "-", "--judge", judge, stdin=LINES)
        rulings = {found["id"]: found["verdict"] for found in map(json.loads, finished.stdout.splitlines())}
        expected = {"contradicted", "unsupported"} if judge == str(folder) else {"contradicted"}
        assert rulings[2] in expected
        assert rulings[3] == "supported"


def test_a_folder_without_a_model_is_wrong_usage_and_says_what_belongs_there(
    claimcheck: Program, tmp_path: Path
) -> None:
    finished = claimcheck("verify", "--pairs", "-", "--judge", "nowhere", stdin=LINES)
    assert finished.returncode == 2
    assert "model.onnx" in finished.stderr


def test_an_audit_says_which_judge_ruled(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("The mill at Velm was shut in 1998 (https://velm.example/mill).\n")
    finished = claimcheck("audit", "text.md", "--offline", "--judge", "facts", "--format", "json")
    assert "judged by the facts alone, as asked" in json.loads(finished.stdout)["tool"]["notes"]


def test_the_settings_may_name_a_folder_beside_them(claimcheck: Program, tmp_path: Path) -> None:
    tiny.write(tmp_path / "models" / "own")
    (tmp_path / "claimcheck.toml").write_text('judge = "models/own"\n')
    finished = claimcheck("verify", "--pairs", "-", stdin=LINES)
    assert finished.returncode == 0, finished.stderr
