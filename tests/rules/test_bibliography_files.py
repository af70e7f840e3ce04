"""Findings about entries that stand in a file beside the text: each names that file, and its line there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck import claimsfile, intake
from claimcheck.model import Finding
from claimcheck.rules import Case, run

ENTRIES = """@misc{linde2020, title={Wells of the coast}, author={Linde, Ada}, year={2020},
  url={https://wells.example.org/2020}}
@misc{moss2018, title={Fares of the sound}, author={Moss, P.}, year={2018}, url={fares.example.org/2018}}
@misc{again, title={Wells of the coast}, author={Linde, Ada}, year={2020},
  url={https://wells.example.org/2020}}
@misc{idle, title={Idle tides}, author={Holm, B.}, year={2001}, url={https://tides.example.org/2001}}
"""
TEXT = (
    "---\nbibliography: refs.bib\n---\n\nThe fare rose 5 % in 1911 [@linde2020; @moss2018]. It fell in 1912 [@again].\n"
)


def findings(folder: Path, *names: str) -> list[Finding]:
    texts = tuple(intake.texts([str(folder / name) for name in names], folder / "claims"))
    documents = {text.document.path: text.document for text in texts if text.document}
    return list(run(Case(date(2025, 3, 1), tuple(text.extraction for text in texts), documents=documents)))


def places(found: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [
        (finding.rule, Path(finding.location.document).name, finding.location.line, finding.location.column)
        for finding in found
        if finding.rule != "uncited-claim"
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(ENTRIES)
    (tmp_path / "a.md").write_text(TEXT)
    return tmp_path


def test_entries_are_shown_in_their_file(folder: Path) -> None:
    found = findings(folder, "a.md")
    assert places(found) == [
        ("malformed-url", "refs.bib", 3, 1),
        ("duplicate-reference", "refs.bib", 4, 1),
        ("unused-reference", "refs.bib", 6, 1),
    ]
    for finding in found:
        start, end = finding.location.start, finding.location.end
        assert start is not None
        assert ENTRIES[start:end].startswith("@misc{")


def test_two_texts_share_a_file(folder: Path) -> None:
    (folder / "b.md").write_text(TEXT.replace("@again", "@idle"))
    assert places(findings(folder, "a.md", "b.md")) == [
        ("malformed-url", "refs.bib", 3, 1),
        ("duplicate-reference", "refs.bib", 4, 1),
    ]


def test_a_missing_file_is_told_once_with_what_waits_for_it(folder: Path) -> None:
    (folder / "refs.bib").unlink()
    (finding,) = [one for one in findings(folder, "a.md") if one.rule == "dangling-citation"]
    assert finding.message.endswith(
        'refs.bib" was not read: there is no such file; 3 citations name no entry that was read'
    )
    assert (finding.location.line, finding.location.column) == (2, 15)
    assert [one.message for one in finding.related] == ['"@linde2020"', '"@moss2018"', '"@again"']


def test_a_missing_entry_is_told_where_it_is_cited(folder: Path) -> None:
    (folder / "a.md").write_text(TEXT.replace("@again", "@gone1999"))
    (finding,) = [one for one in findings(folder, "a.md") if one.rule == "dangling-citation"]
    assert finding.message == '"@gone1999" names no entry of the bibliography'
    assert finding.location.line == 5


def test_latex_without_any_list(folder: Path) -> None:
    (folder / "c.tex").write_text("The fare rose 5\\% in 1911 \\cite{a,b}. It fell in 1912 \\cite{c}.\n")
    (finding,) = [one for one in findings(folder, "c.tex") if one.rule == "dangling-citation"]
    assert finding.message.startswith("the text lists no sources and names no bibliography file: 3 citations")


def test_the_claims_file_keeps_the_file_of_an_entry(folder: Path) -> None:
    (folder / "claims").mkdir()
    kept = folder / "claims" / "a.yaml"
    (text,) = intake.texts([str(folder / "a.md")], folder / "claims")
    kept.write_text(claimsfile.dumps(text.extraction))
    again = claimsfile.read(str(kept))
    assert [one.path for one in again.references] == [str(folder / "refs.bib")] * 4
    expected = places(findings(folder, "a.md"))
    assert expected[0] == ("malformed-url", "refs.bib", 3, 1)
    assert places(findings(folder, "claims/a.yaml")) == expected
    waived = kept.read_text().replace(
        "    citations: [", "    waivers: [{rule: malformed-url, reason: print}]\n    citations: [", 1
    )
    kept.write_text(waived)
    found = [one for one in findings(folder, "a.md") if one.rule == "malformed-url"]
    assert [(one.status, one.waiver) for one in found] == [("waived", "print")]
    (folder / "a.md").unlink()
    alone = places(findings(folder, "claims/a.yaml"))
    assert {(rule, name) for rule, name, _, _ in alone} == {(rule, "a.yaml") for rule, _, _, _ in expected}
