"""Which texts an audit is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import claimsfile, intake
from claimcheck.errors import UnreadableText
from claimcheck.extract import extract
from claimcheck.readers import read_file

TEXT = "The bridge at Arnmouth opened on 3 May 2021. It cost 41 million euros.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two texts, something hidden, something else, and the claims file of the first text."""
    (tmp_path / "b.md").write_text(TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "data.csv").write_text("1,2\n")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "settings.yaml").write_text("colour: blue\n")
    (tmp_path / "claims").mkdir()
    monkeypatch.chdir(tmp_path)
    claimsfile.write(extract(read_file("a.txt")), "claims/a.yaml")
    return tmp_path


def test_a_folder_gives_its_texts_and_claims_files_in_order(folder: Path) -> None:
    assert intake.files(["."]) == ("a.txt", "b.md", "claims/a.yaml")


def test_a_path_named_twice_is_read_once(folder: Path) -> None:
    assert intake.files(["a.txt", "a.txt"]) == ("a.txt",)


def test_a_folder_without_texts_is_an_error(folder: Path) -> None:
    (folder / "hollow").mkdir()
    with pytest.raises(UnreadableText, match="no text") as caught:
        intake.files(["hollow"])
    assert ".md" in str(caught.value)


def test_a_text_is_joined_with_its_claims_file_and_audited_once(folder: Path) -> None:
    path = Path("claims/a.yaml")
    path.write_text(path.read_text().replace("    sources: []", '    sources: [{url: "https://a.example/x"}]', 1))
    found = list(intake.texts(["."], Path("claims")))
    assert [text.extraction.document.path for text in found] == ["a.txt", "b.md"]
    assert any(claim.sources for claim in found[0].extraction.claims)


def test_a_claims_file_whose_text_is_gone_stands_for_it(folder: Path) -> None:
    Path("a.txt").unlink()
    (found,) = intake.texts(["claims"], Path("claims"))
    assert found.document is None
    assert {claim.document for claim in found.extraction.claims} == {"claims/a.yaml"}


def test_a_claims_file_by_itself_finds_its_text_beside_it(folder: Path) -> None:
    (found,) = intake.texts(["claims/a.yaml"], Path("claims"))
    assert found.document is not None
    claim = found.extraction.claims[0]
    assert claim.span.of(found.document.text) == claim.text


def test_a_pattern_that_no_shell_expanded_means_its_files(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "c.txt").write_text(TEXT)
    assert intake.files(["**/*.txt", "b.md"]) == ("a.txt", "deep/c.txt", "b.md")
    with pytest.raises(UnreadableText, match="no file matches"):
        intake.files(["*.docx"])


def test_a_file_whose_name_looks_like_a_pattern_is_itself(folder: Path) -> None:
    (folder / "draft[1].txt").write_text(TEXT)
    assert intake.files(["draft[1].txt"]) == ("draft[1].txt",)


def test_the_chapters_of_a_latex_text_are_audited_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ch").mkdir()
    Path("book.tex").write_text(
        "\\documentclass{book}\\input{macros}\\begin{document}The dam opened in 1931. \\include{ch/one}"
        "\\include{ch/lost}\\bibliography{refs}\\end{document}"
    )
    Path("macros.tex").write_text("\\newcommand{\\x}{y}\n")
    Path("ch/one.tex").write_text("The flood of 1953 killed 1,836 people \\cite{lund}.\n")
    Path("refs.bib").write_text("@book{lund, author={Lund, A.}, title={Dams}, year={1999}}\n")
    found = list(intake.texts(["book.tex"], Path("claims")))
    assert [text.extraction.document.path for text in found] == ["book.tex", "ch/one.tex"]
    assert [one.status for one in found[1].extraction.citations] == ["resolved"]
