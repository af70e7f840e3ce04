"""The table for spreadsheets."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.model import Finding, Location
from claimcheck.reports import csv as report
from tests.reports.sample import URL, audit

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", ' "=1+1', "a,=1+1", "a;=1+1", "a|@x", "＝1+1",
    '","=1+1', '";"=HYPERLINK(""https://x.example"")', "=cmd|' /C calc'!A0", "\n=1+1", "\u200b=1+1",
)  # fmt: skip


def hostile() -> str:
    """A table with a formula in every place that a text, a page or a file name reaches."""
    findings = tuple(
        Finding("uncited-claim", "warning", words, Location(words, 1), help=words, url=words) for words in FORMULAS
    )
    return report.render(replace(audit(), findings=(*findings, *audit().findings)))


def test_a_row_for_each_finding_with_both_sides() -> None:
    rows = list(csv.DictReader(io.StringIO(report.render(audit()), newline="")))
    assert [row["rule"] for row in rows] == ["reversed-meaning", "uncited-claim", "insecure-url", ""]
    first = rows[0]
    assert (first["the_text_says"], first["the_source_says"]) == ("rose", "fell")
    assert (first["verdict"], first["source"], first["line"]) == ("contradicted", URL, "12")
    assert rows[3]["verdict"] == "unchecked"  # a claim without a finding


def test_no_cell_begins_with_a_formula() -> None:
    for row in csv.reader(io.StringIO(hostile(), newline="")):
        assert len(row) == len(report.COLUMNS)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for cell in row), row


def test_other_separators_give_no_formula_either() -> None:
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(hostile(), newline=""), delimiter=separator):
            assert not any(cell.strip(' "').startswith(("=", "+", "@", "-")) for cell in row), row


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reads_no_formula(tmp_path: Path) -> None:
    (tmp_path / "audit.csv").write_text(hostile(), encoding="utf-8", newline="")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fods",
         "--outdir", str(tmp_path), str(tmp_path / "audit.csv")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    sheet = (tmp_path / "audit.fods").read_text(encoding="utf-8")
    assert "reversed-meaning" in sheet
    assert "table:formula" not in sheet
