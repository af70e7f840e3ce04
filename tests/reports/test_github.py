"""Workflow commands and the job summary of GitHub Actions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimcheck.model import Finding, Location
from claimcheck.reports import github, markdown
from tests.reports.sample import audit


def finding(message: str, document: str = "article.md") -> Finding:
    return Finding("uncited-claim", "warning", message, Location(document, 3, 4))


def test_an_annotation_at_its_line_with_both_sides() -> None:
    first, second, *rest = github.render(audit()).splitlines()
    assert first.startswith(
        '::error file=article.md,line=12,col=1,title=reversed-meaning::the text says "rose", the page says "fell"%0A'
    )
    assert "Ferry traffic fell to 365,000 passengers" in first
    assert second.startswith("::warning file=article.md,line=30,col=1,title=uncited-claim::")
    assert not any("insecure-url" in line for line in rest)  # it is waived
    assert not any(line.startswith("::") for line in rest)


def test_errors_come_first() -> None:
    warning, error = finding("no source"), audit().findings[0]
    lines = github.render(replace(audit(), findings=(warning, error))).splitlines()
    assert lines[0].startswith("::error ")
    assert lines[1].startswith("::warning ")


def test_words_of_a_page_are_no_command() -> None:
    hostile = finding("100%\n::add-mask::x\r::set-env name=A::b ##[add-path]/x", "a,b:c%.md")
    hostile = replace(hostile, help="y")
    lines = github.render(replace(audit(), findings=(hostile,))).splitlines()
    assert lines[0].startswith("::warning file=a%2Cb%3Ac%25.md,line=3,col=4,title=uncited-claim::100%25 ::add-mask::x")
    assert sum(line.startswith("::") for line in lines) == 1
    noted = replace(audit(), findings=(), tool=replace(audit().tool, notes=("::error::x ##[add-path]/x",)))
    assert not any("::" in line or "##[" in line for line in github.render(noted).splitlines())


def test_the_job_summary_is_the_markdown_report(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("## Tests\n", encoding="utf-8")
    github.publish(audit(), {"GITHUB_STEP_SUMMARY": str(path)})
    assert path.read_text(encoding="utf-8") == "## Tests\n" + markdown.render(audit())
    github.publish(audit(), {})


def test_a_summary_over_the_limit_is_cut_between_findings_and_says_so(tmp_path: Path) -> None:
    many = replace(audit(), findings=tuple(finding(f"no source for sentence {n} " + "é" * 600) for n in range(2_000)))
    path = tmp_path / "summary.md"
    path.write_bytes(b"x" * 5_000)
    github.publish(many, {"GITHUB_STEP_SUMMARY": str(path)})
    text = path.read_bytes().decode("utf-8")
    assert 1_000_000 < path.stat().st_size <= github.SUMMARY_BYTES
    shown = text.count("### `uncited-claim`")
    assert 0 < shown < 2_000
    assert f"{2_000 - shown} findings and the tables did not fit" in text.splitlines()[-1]
    path.write_bytes(b"x" * github.SUMMARY_BYTES)
    github.publish(many, {"GITHUB_STEP_SUMMARY": str(path)})
    assert path.stat().st_size == github.SUMMARY_BYTES
