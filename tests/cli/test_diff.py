"""``claimcheck diff``: words, JSON, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Program


def test_worse_fails_and_better_passes(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    audit = ("audit", article.name, "--offline", "--quiet", "--output")
    claimcheck(*audit, "json:old.json")
    words = article.read_text(encoding="utf-8")
    article.write_text(words.replace("(Lund, 2021). It", "(Moe, 1999). It"), encoding="utf-8")
    claimcheck(*audit, "json:new.json")
    worse = claimcheck("diff", "old.json", "new.json")
    assert worse.returncode == 1
    assert "  new: bridge.md:3:72: error[dangling-citation]" in worse.stdout
    assert worse.stdout.splitlines()[-1].startswith(
        "1 finding worse, 0 better; 0 verdicts and 0 sources changed; 1 claim new"
    )
    assert claimcheck("diff", "old.json", "new.json", "--fail-on", "never").returncode == 0
    better = claimcheck("diff", "new.json", "old.json", "--format", "json", "--output", "diff.json")
    assert better.returncode == 0
    found = json.loads((tmp_path / "diff.json").read_text(encoding="utf-8"))
    assert [(entry["direction"], entry["what"]) for entry in found["findings"]] == [("better", "fixed")]
    assert found["summary"]["exit_code"] == 0


def test_wrong_use_is_told(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    for arguments, words in (
        (("a.json", "a.json"), "the same file"),
        (("a.json", "nowhere.json"), "is not a finished audit"),
        (("a.json", "b.json", "--format", "html"), "write text or json"),
        (("a.json", "b.json", "--fail-on", "eror"), "is no severity"),
    ):
        finished = claimcheck("diff", *arguments)
        assert finished.returncode == 2
        assert words in finished.stderr
