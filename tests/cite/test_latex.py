"""Citations of LaTeX: keys, footnotes, links."""

from __future__ import annotations

import pytest

from tests.cite.samples import citing

LIST = r"""
\begin{thebibliography}{9}
\bibitem{moss18} P. Moss, \emph{Fares}, Tide Press, 2018.
\bibitem[Linde(2020)]{linde20} Linde, A. and M{\"u}ller, K. (2020).
\newblock Wells of the coast. \newblock \url{https://wells.example.org/2020}
\end{thebibliography}
"""


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (r"\cite{moss18}", ["moss18"]),
        (r"\citep[see][p.~3]{moss18, linde20}", ["moss18", "linde20"]),
        (r"\parencites[3]{moss18}[see][4]{linde20}", ["moss18", "linde20"]),
        (r"\textcite*{moss18} {\em said}", ["moss18"]),
        (r"\autocite(see)()[3]{moss18}", ["moss18"]),
        (r"\footcite[12]{moss18}", ["moss18"]),
        ("\\cite{moss18, % the old one\n linde20}", ["moss18", "linde20"]),
        (r"\citet[][hereafter \citetalias{moss18}]{moss18}", ["moss18"]),
        (r"\nocite{moss18}", []),
        (r"\setcitestyle{moss18}", []),
        (r"\footnote{See \cite{moss18}.}", ["moss18"]),
        (r"% \cite{moss18}", []),
        (r"\verb|\cite{moss18}|", []),
    ],
)
def test_keys(command: str, keys: list[str]) -> None:
    found = citing(f"The fare rose in 1911 {command}\n{LIST}", "tex")
    assert [(one.text, one.status, one.scope) for one in found.citations] == [
        (key, "resolved", "sentence") for key in keys
    ]


def test_entries_of_the_text_itself() -> None:
    found = citing(f"The fare rose \\cite{{moss18}}.\n{LIST}", "tex")
    moss, linde = found.references
    assert (moss.label, moss.year, moss.path) == ("moss18", "2018", None)
    assert (linde.authors, linde.url) == (("Linde, A.", "Müller, K."), "https://wells.example.org/2020")


def test_a_key_without_an_entry_dangles_even_if_an_author_fits() -> None:
    found = citing(f"The fare rose \\cite{{Moss2018}} and fell \\cite{{linde-20}}.\n{LIST}", "tex")
    assert [one.status for one in found.citations] == ["dangling", "dangling"]
    moss, linde = found.references
    assert [one.candidates for one in found.citations] == [(moss.id,), (linde.id,)]


def test_a_key_given_twice_is_ambiguous() -> None:
    entries = "\\bibitem{a} P. Moss, 2018.\\bibitem{a} A. Linde, 2020."
    text = f"The fare rose \\cite{{a}}.\n\\begin{{thebibliography}}{{9}}{entries}\\end{{thebibliography}}"
    (citation,) = citing(text, "tex").citations
    assert (citation.status, len(citation.candidates)) == ("ambiguous", 2)


def test_a_footnote_that_is_an_entry_is_one_source() -> None:
    text = "The fare rose.\\footnote{Moss, P. (2018). Fares. \\url{https://fares.example.org}} It fell in 1912."
    found = citing(text, "tex")
    (citation,) = found.citations
    assert citation.text.startswith("\\footnote{Moss")
    assert (citation.status, citation.scope) == ("resolved", "sentence")
    assert found.references[0].url == "https://fares.example.org"
    assert list(found.own) == [0]


def test_addresses_in_footnotes_and_links_in_the_text() -> None:
    text = (
        "The fare rose.\\footnote{See \\url{https://a.example.org/x\\_y} and "
        "\\href{https://b.example.org}{the tables}.} "
        "It fell, says \\href{https://c.example.org}{the line}.\\footnote{Only in winter.}"
    )
    found = citing(text, "tex")
    assert [(one.text, one.status) for one in found.citations] == [
        ("https://a.example.org/x\\_y", "resolved"), ("the tables", "resolved"), ("the line", "resolved")
    ]  # fmt: skip
    assert [one.url for one in found.references] == [
        "https://a.example.org/x_y", "https://b.example.org", "https://c.example.org"
    ]  # fmt: skip
    assert {at: len(keys) for at, keys in found.own.items()} == {0: 2, 1: 1}


@pytest.mark.parametrize(
    ("note", "scope"),
    [
        (r"The dam was built in 1931 by 300 men \cite{moss18}.", "orphan"),
        (r"\cite[p.~3]{moss18}", "sentence"),
        (r"See \cite{moss18} for the list of those who died.", "sentence"),
    ],
)
def test_what_a_note_says_itself_its_sources_vouch_for_alone(note: str, scope: str) -> None:
    found = citing(r"The valley is green.\footnote{" + note + "} Nobody lives there." + LIST, "tex")
    assert [one.scope for one in found.citations] == [scope]
