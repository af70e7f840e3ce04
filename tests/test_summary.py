"""What an audit comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck import config
from claimcheck.model import (
    Audit,
    Claim,
    Confidence,
    Finding,
    JudgedClaim,
    Location,
    Severity,
    Source,
    Span,
    Summary,
    ToolInfo,
)
from claimcheck.policy import Policy, Thresholds
from claimcheck.summary import lenience, summarise

CLAIM = Claim("c1", "The ferry sank.", Span(0, 15), 1, "a.md", "The ferry sank.")


@pytest.mark.parametrize(
    ("fail_on", "severity", "status", "code"),
    [
        ("error", "error", "open", 1),
        ("error", "warning", "open", 0),
        ("warning", "warning", "open", 1),
        ("note", "note", "open", 1),
        ("never", "error", "open", 0),
        ("error", "error", "waived", 0),
    ],
)
def test_open_findings_decide_the_exit_code(fail_on: str, severity: Severity, status: str, code: int) -> None:
    finding = Finding("gone-source", severity, "gone", Location("a.md", 1), status=status)  # type: ignore[arg-type]
    settings = config.override(config.Config(), fail_on=fail_on)
    assert summarise([], [finding], settings).exit_code == code


@pytest.mark.parametrize(("confidence", "code"), [("high", 1), ("medium", 0), ("low", 0)])
def test_findings_that_are_not_sure_enough_fail_no_run(confidence: Confidence, code: int) -> None:
    finding = Finding("gone-source", "error", "gone", Location("a.md", 1), confidence)
    settings = config.Config(policy=Policy(thresholds=Thresholds(confidence="high")))
    assert summarise([], [finding], settings).exit_code == code


@pytest.mark.parametrize(("number", "code"), [(2, 0), (3, 1)])
def test_a_number_of_findings_may_be_let_pass(number: int, code: int) -> None:
    findings = [Finding("gone-source", "error", "gone", Location("a.md", line + 1)) for line in range(number)]
    settings = config.Config(policy=Policy(thresholds=Thresholds(findings=2)))
    assert summarise([], findings, settings).exit_code == code


def test_what_the_thresholds_let_pass_is_said() -> None:
    findings = (
        Finding("gone-source", "error", "gone", Location("a.md", 1), "low"),
        Finding("gone-source", "error", "gone", Location("a.md", 2)),
    )
    audit = Audit(ToolInfo("1", "2026-01-31"), (), (), (), (), (), (), findings, Summary(0, 0, 0))
    lenient = config.Config(policy=Policy(thresholds=Thresholds(confidence="medium", findings=1)))
    assert lenience(audit, lenient) == (
        "[thresholds] confidence = 'medium': 1 finding is less sure, and fails no run",
        "[thresholds] findings = 1: 1 finding is let pass",
    )
    assert lenience(audit, config.Config()) == ()


@pytest.mark.parametrize(("share", "code"), [(1.0, 0), (0.5, 0), (0.4, 3)])
def test_too_much_that_was_not_checked_is_not_finished(share: float, code: int) -> None:
    judged = [JudgedClaim(CLAIM, "unchecked", "", 0.0), JudgedClaim(CLAIM, "supported", "", 0.9)]
    settings = config.Config(policy=Policy(thresholds=Thresholds(unchecked=share)))
    assert summarise(judged, [], settings).exit_code == code


def test_strict_wants_everything_and_findings_come_first() -> None:
    settings = config.Config(strict=True)
    judged = [JudgedClaim(CLAIM, "supported", "", 0.9)]
    assert summarise(judged, [], settings).exit_code == 0
    assert summarise(judged, [], settings, [Source("https://a.example", "budget")]).exit_code == 3
    unchecked = [replace(judged[0], verdict="unchecked")]
    assert summarise(unchecked, [], settings).exit_code == 3
    finding = Finding("gone-source", "error", "gone", Location("a.md", 1))
    assert summarise(unchecked, [finding], settings).exit_code == 1
