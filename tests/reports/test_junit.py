"""JUnit XML: what Jenkins accepts, and no claim passes that nobody checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import xmlschema

from claimcheck.model import Audit, Summary
from claimcheck.reports import junit
from tests.reports.sample import audit

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("junit.xsd"))


def suite(finished: Audit) -> ElementTree.Element:
    """The one suite of the rendered report, checked against the schema first."""
    text = junit.render(finished)
    SCHEMA.validate(text)
    (only,) = ElementTree.fromstring(text)
    return only


def test_a_contradicted_claim_fails_and_an_unchecked_one_is_skipped() -> None:
    report = suite(audit())
    assert {key: report.get(key) for key in ("name", "tests", "failures", "errors", "skipped")} == {
        "name": "article.md", "tests": "4", "failures": "1", "errors": "0", "skipped": "2",
    }  # fmt: skip
    ferry, budget, title, waived = report.findall("testcase")
    failure = ferry.find("failure")
    assert failure is not None
    assert failure.get("type") == "reversed-meaning"
    assert "Ferry traffic fell" in (failure.text or "")
    assert budget.find("skipped") is not None
    assert title.find("failure") is None  # a warning; the audit failed for its error
    assert title.find("skipped") is not None  # it cites nothing
    assert "warning[uncited-claim]" in title.findtext("system-out", "")
    assert "waived: the site has no https" in waived.findtext("system-out", "")


def test_what_fails_the_run_is_a_failure_and_nothing_else() -> None:
    def failures(*severities: str, exit_code: int = 1, **tool: Any) -> int:
        findings = tuple(
            replace(finding, confidence="high" if finding.severity == "error" else "medium")
            for finding in audit().findings
            if finding.severity in severities
        )
        run = replace(audit(), findings=findings, tool=replace(audit().tool, **tool))
        report = suite(replace(run, summary=replace(run.summary, exit_code=exit_code)))
        return int(report.get("failures", ""))

    assert failures("error", "warning", fail_on="error") == 1
    assert failures("error", "warning", fail_on="warning") == 2
    assert failures("error", "warning", fail_on="warning", confidence="high") == 1  # [thresholds] confidence
    assert failures("error", "warning", fail_on="error", exit_code=0) == 0  # [thresholds] findings = 1
    assert failures("error", "warning", fail_on="never", exit_code=0) == 0
    # An audit of before the threshold was part of it.
    assert failures("error", "warning") == failures("warning") == 1


def test_what_xml_cannot_hold_is_replaced() -> None:
    hostile = replace(audit().findings[0], message="a\x00b\ud800c\x1b[0m]]>&<", claim=None)
    assert "a\ufffdb\ufffdc" in junit.render(replace(audit(), findings=(hostile,)))
    suite(replace(audit(), findings=(hostile,)))


def test_an_audit_of_nothing_is_valid() -> None:
    nothing = replace(audit(), documents=(), claims=(), findings=(), summary=Summary(0, 0, 0))
    SCHEMA.validate(junit.render(nothing))
