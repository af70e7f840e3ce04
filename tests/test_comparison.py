"""Two audits side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimcheck.comparison import compare
from claimcheck.model import (
    Audit,
    Claim,
    DocumentInfo,
    Finding,
    JudgedClaim,
    Location,
    Source,
    Span,
    Summary,
    ToolInfo,
)  # fmt: skip

URL = "https://a.example/x"
CLAIM = Claim("c1", "The ferry carried 41,000 cars.", Span(0, 30), 1, "essay.md", "The ferry carried 41,000 cars.")
PRINT = "a" * 20
NUMBER = Finding(
    "differing-number", "error", "m", Location("essay.md", 1), claim="c1", url=URL, fingerprint=PRINT
)  # fmt: skip


def audit(*findings: Finding, verdict: Any = "supported", source: Source | None = None, **changes: Any) -> Audit:
    judged = JudgedClaim(changes.pop("claim", CLAIM), verdict, changes.pop("reason", ""), 0.5)
    return Audit(
        ToolInfo("1", "2026-01-31", mode=changes.pop("mode", "online")),
        (DocumentInfo(changes.pop("document", "essay.md"), None, "", "text/markdown", "en", 1),),
        (judged,), (), (), (source or Source(URL, "ok", evidence="live"),), (),
        findings, Summary(1, 1, 0),
    )  # fmt: skip


def changes(old: Audit, new: Audit) -> list[tuple[str, str]]:
    return [(change.direction, change.what) for change in compare(old, new).findings]


def test_nothing_differs_between_equal_audits() -> None:
    found = compare(audit(NUMBER), audit(NUMBER))
    assert (found.findings, found.verdicts, found.sources, found.claims_added, found.notes) == ((), (), (), 0, ())


def test_findings_that_are_new_fixed_waived_open_again_or_raised() -> None:
    waived = replace(NUMBER, status="waived")
    assert changes(audit(), audit(NUMBER)) == [("worse", "new")]
    assert changes(audit(NUMBER), audit()) == [("better", "fixed")]
    assert changes(audit(NUMBER), audit(waived)) == [("better", "waived")]
    assert changes(audit(NUMBER), audit(replace(NUMBER, status="baseline"))) == [("better", "known")]
    assert changes(audit(waived), audit(NUMBER)) == [("worse", "open again")]
    assert changes(audit(replace(NUMBER, severity="note")), audit(NUMBER)) == [("worse", "raised")]
    assert changes(audit(), audit(waived)) == []


def test_lines_and_folders_may_move() -> None:
    moved = replace(NUMBER, location=Location("./texts/essay.md", 11))
    assert changes(audit(NUMBER), audit(moved, document="texts/essay.md")) == []


def test_what_nobody_could_look_for_is_not_fixed() -> None:
    down = Source(URL, "down")
    assert changes(audit(NUMBER), audit(source=down, verdict="unchecked")) == [("changed", "not looked for")]
    assert changes(audit(NUMBER), audit(document="other.md")) == [("changed", "no longer audited")]


def test_verdicts() -> None:
    def directions(old: Any, new: Any) -> list[str]:
        return [change.direction for change in compare(audit(verdict=old), audit(verdict=new)).verdicts]

    assert directions("supported", "contradicted") == ["worse"]
    assert directions("unsupported", "partial") == ["better"]
    assert directions("supported", "unchecked") == ["changed"]
    assert directions("supported", "supported") == []


def test_a_claim_with_other_words_is_another_claim() -> None:
    found = compare(audit(), audit(claim=replace(CLAIM, text="The ferry carried 14,000 cars.", id="c2")))
    assert (found.verdicts, found.claims_added, found.claims_removed) == ((), 1, 1)


def test_sources() -> None:
    before = Source(URL, "ok", evidence="live", sha256="1" * 64)
    for after, what in (
        (replace(before, sha256="2" * 64), ("its content changed",)),
        (Source(URL, "gone"), ("ok, now gone", "read from live, now from none")),
    ):
        (change,) = compare(audit(source=before), audit(source=after)).sources
        assert change.what == what
    other = replace(before, url="https://b.example")
    assert [change.what for change in compare(audit(source=before), audit(source=other)).sources] == [
        ("cited no longer",), ("cited now",),
    ]  # fmt: skip


def test_other_ways_of_auditing_are_noted() -> None:
    assert compare(audit(), audit(mode="offline")).notes == (
        "the two audits differ in their mode: online, then offline",
    )
