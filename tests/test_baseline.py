"""Known findings: what is marked, what is gone, what the file says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck import baseline
from claimcheck.baseline import Known
from claimcheck.config import Config
from claimcheck.errors import UnusableFile
from claimcheck.model import Audit, DocumentInfo, Finding, Location, Severity, Source, Summary, ToolInfo

URL = "https://a.example/x"


def found(rule: str, words: str, document: str = "essay.md", line: int = 1, severity: Severity = "error") -> Finding:
    print_of = {"a": "aaaaaaaaaaaaaaaaaaaa", "b": "bbbbbbbbbbbbbbbbbbbb"}[words]
    return Finding(rule, severity, f"{rule} on {words}", Location(document, line), url=URL, fingerprint=print_of)


def audit(*findings: Finding, document: str = "essay.md", outcome: str = "ok") -> Audit:
    return Audit(
        ToolInfo("1", "2026-01-31"),
        (DocumentInfo(document, None, "", "text/markdown", "en", 1),),
        (), (), (), (Source(URL, outcome, evidence="live" if outcome == "ok" else "none"),), (),  # type: ignore[arg-type]
        tuple(findings),
        Summary(0, 0, 0, exit_code=1),
    )  # fmt: skip


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "essay.md").write_text("x")
    return Config(root=tmp_path)


def placed(config: Config, *findings: Finding, name: str = "essay.md", outcome: str = "ok") -> Audit:
    path = str(config.root / name)
    return audit(
        *(replace(one, location=replace(one.location, document=path)) for one in findings),
        document=path,
        outcome=outcome,
    )


def record(config: Config, finished: Audit) -> tuple[Known, ...]:
    known = baseline.renewed(finished, baseline.read(config.baseline_file), config)
    config.baseline_file.write_text(baseline.dumps(known), encoding="utf-8")
    return known


GONE, OTHER = found("gone-source", "a"), found("malformed-url", "b")


def test_known_findings_fail_no_run_and_new_ones_do(config: Config) -> None:
    record(config, placed(config, GONE))
    same = baseline.applied(placed(config, replace(GONE, location=Location("essay.md", 11))), config)
    assert ([one.status for one in same.findings], same.summary.exit_code) == (["baseline"], 0)
    more = baseline.applied(placed(config, GONE, OTHER), config)
    assert ([one.status for one in more.findings], more.summary.exit_code) == (["baseline", "open"], 1)


def test_the_same_fault_again_is_new(config: Config) -> None:
    record(config, placed(config, GONE))
    again = replace(GONE, fingerprint=GONE.fingerprint + "-2", location=Location("essay.md", 9))
    twice = baseline.applied(placed(config, GONE, again), config)
    assert [one.status for one in twice.findings] == ["baseline", "open"]


def test_equal_findings_of_two_texts_are_apart(config: Config) -> None:
    (config.root / "old").mkdir()
    (config.root / "old" / "essay.md").write_text("x")
    record(config, placed(config, GONE, name="old/essay.md"))
    assert [one.status for one in baseline.applied(placed(config, GONE), config).findings] == ["open"]


def test_a_text_that_was_moved_keeps_its_findings(config: Config) -> None:
    record(config, placed(config, GONE))
    (config.root / "essay.md").rename(config.root / "piece")
    (config.root / "new").mkdir()
    (config.root / "piece").rename(config.root / "new" / "essay.md")
    moved = baseline.applied(placed(config, GONE, name="new/essay.md"), config)
    assert [one.status for one in moved.findings] == ["baseline"]
    assert moved.tool.notes == ()


def test_what_is_no_longer_found_is_said_and_taken_out(config: Config) -> None:
    record(config, placed(config, GONE, OTHER))
    mended = baseline.applied(placed(config, OTHER), config)
    assert mended.tool.notes == (
        "1 finding of the baseline is no longer found (gone-source in essay.md): claimcheck baseline takes them out",
    )
    assert [entry.rule for entry in record(config, placed(config, OTHER))] == ["malformed-url"]


def test_what_nobody_could_look_for_is_not_called_gone(config: Config) -> None:
    record(config, placed(config, GONE, OTHER))
    for finished, settings in (
        (placed(config, OTHER, outcome="not-stored"), config),
        (placed(config, OTHER), replace(config, ignore=("gone-source",))),
        (placed(config, OTHER), replace(config, select=("malformed-url",))),
        (placed(config, OTHER), replace(config, changed_since="main")),
        (placed(config, name="other.md"), config),
    ):
        assert baseline.applied(finished, settings).tool.notes == ()
        assert GONE.rule in [
            entry.rule for entry in baseline.renewed(finished, baseline.read(config.baseline_file), settings)
        ]


def test_waived_findings_and_an_empty_audit_are_never_known(config: Config) -> None:
    waived = replace(GONE, status="waived")
    empty = found("nothing-checked", "b")
    assert record(config, placed(config, waived, empty)) == ()


def test_the_file_is_sorted_and_stays_the_same(config: Config) -> None:
    first = baseline.dumps(record(config, placed(config, GONE, OTHER)))
    assert first == baseline.dumps(record(config, placed(config, OTHER, GONE)))
    rows = [json.loads(row) for row in first.splitlines()]
    assert rows[0] == {"format": "claimcheck/baseline/1"}
    assert [row["rule"] for row in rows[1:]] == ["gone-source", "malformed-url"]


def test_every_mistake_of_the_file_is_told(config: Config) -> None:
    config.baseline_file.write_text('{"format": "claimcheck/baseline/9"}\n<<<<<<< ours\n[]\n{"rule": "gone-source"}\n')
    with pytest.raises(UnusableFile) as caught:
        baseline.read(config.baseline_file)
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 2, 3, 4]
