"""LaTeX: prose without its commands, citations by key, entries of a file beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import readers
from claimcheck.extract import extract

PAPER = r"""\documentclass{article}
\title{Ferries of the sound} \author{Ada Linde}
\begin{document}
\maketitle
% It carried 99,000 dogs.
The line carried 41,200 passengers in 2019 \citep[p.~12]{linde2020}. \citet{moss2018} put the fare at 4.50 euros.
Nobody counted the dogs of 2017 \cite{nobody1999,moss2018}.
\bibliography{refs}
\end{document}
"""
ENTRIES = """@article{linde2020, author={Linde, Ada and Br{\\"u}ck, Jo}, title={Passengers of the sound}, year={2020},
  doi={10.1234/fs.2020.1}}
@misc{moss2018, author={Moss, P.}, title={Fares}, year={2018}, url={https://fares.example.org/2018}}
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(ENTRIES)
    (tmp_path / "paper.tex").write_text(PAPER)
    return tmp_path / "paper.tex"


def test_the_prose_holds_no_commands_and_no_comments(paper: Path) -> None:
    document = readers.read_file(str(paper))
    assert document.text == PAPER
    assert len(document.prose) == len(PAPER)
    assert "citep" not in document.prose
    assert "dogs." not in document.prose.splitlines()[4]
    assert "41,200 passengers" in document.prose


def test_keys_resolve_to_the_entries_of_the_file_beside(paper: Path) -> None:
    found = extract(readers.read_file(str(paper)))
    assert [(citation.text, citation.status) for citation in found.citations] == [
        ("linde2020", "resolved"), ("moss2018", "resolved"), ("nobody1999", "dangling"), ("moss2018", "resolved")
    ]  # fmt: skip
    linde, moss = found.references
    assert linde.url == "https://doi.org/10.1234/fs.2020.1"
    assert linde.authors == ("Linde, Ada", "Brück, Jo")
    assert (moss.url, moss.year) == ("https://fares.example.org/2018", "2018")
    assert (Path(moss.path or "").name, moss.line) == ("refs.bib", 3)


def test_a_missing_bibliography_is_no_crash(paper: Path) -> None:
    (paper.parent / "refs.bib").unlink()
    found = extract(readers.read_file(str(paper)))
    assert {citation.status for citation in found.citations} == {"dangling"}


@pytest.mark.parametrize("seed", ["{", "}", "\\begin{a}", "\\cite{", "$", "%", "\\", "\\footnote{", "\\verb|"])
def test_what_never_closes_is_read_all_the_same(seed: str) -> None:
    document = readers.read_bytes(("The port was built in 1890. " + seed * 20_000).encode(), path="a.tex")
    assert len(document.prose) == len(document.text)
