"""LaTeX: prose without its commands, citations by key, entries of a file beside the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


# --- Prose ----------------------------------------------------------------------------------------------------------


def prose_of(source: str) -> str:
    document = readers.read_bytes(source.encode(), path="a.tex")
    assert len(document.prose) == len(document.text)
    assert [at for at, c in enumerate(document.text) if c == "\n"] == [
        at for at, c in enumerate(document.prose) if c == "\n"
    ]
    return " ".join(document.prose.split())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"The M\"uller index, Stra\ss e, na\"{\i}ve.", "The Müller index, Straße, naïve."),
        (r"Most \emph{ferry}s sank.", "Most ferrys sank."),
        (r"About 5\% of \$12 went \& stayed.", "About 5% of $12 went & stayed."),
        (r"``Never'', he said --- 3--9 times.", "“Never”, he said — 3–9 times."),
        (r"It cost $12{,}000$ or $5\%$, and 12{,}000 more.", "It cost 12,000 or 5%, and 12,000 more."),
        (r"Where $x^2 + y$ holds, \(z\) is \num{4500} and \qty{7}{\kilo\metre}.", "Where holds, is 4500 and 7 km."),
        (
            r"See \href{https://a.example/x}{the survey} at \url{https://b.example}.",
            "See the survey at https://b.example.",
        ),
        (r"\textcolor{red}{Twelve} boats\footnote{Or thirteen.} sank~\cite[p.~3]{a}.", "Twelve boats sank ."),
        (r"A \enquote{dead} port\index{port} \vspace{2em} reopened.", "A “dead” port reopened."),
        ("Ten boats % not eleven\nsank. \\iffalse Twelve. \\fi Then none.", "Ten boats sank. Then none."),
        (r"\newcommand{\x}[1]{9 #1} Ten \verb|99 boats| sank.", "Ten sank."),
        ("Ten\n\\begin{equation}\n9 = 9\n\\end{equation}\nboats sank.", "Ten boats sank."),
        (r"\unknown[opt]{Ten} boats \foo sank.", "Ten boats sank."),
        (r"It cost $5 and no more.", "It cost $5 and no more."),
    ],
)
def test_words_stand_where_they_are_printed(source: str, shown: str) -> None:
    assert prose_of(source) == shown


REPORT = r"""
\documentclass{article}
\usepackage[ngerman,english]{babel}
\newcommand{\mine}[1]{\cite{#1}}
\title{Ferries of the \emph{sound}\thanks{Paid by nobody.}}
\author{Ada Linde\thanks{Kent} \and J\"org Moss}
\date{12 May 2024}
\begin{document}
\maketitle
\section{Crossings}
The line opened in 1890.

\begin{figure}
\includegraphics{boats.png}
\caption{Boats in 1911 \cite{moss}.}
\end{figure}
\begin{quote}
It was cold.
\end{quote}
\begin{itemize}
\item The first boat sank in 1901.
\item[B] The second burnt.
\end{itemize}
\begin{table}
\begin{tabular}{lr} Year & Boats \\ 1911 & 12 \end{tabular}
\end{table}
\begin{verbatim}
12 boats \cite{none}
\end{verbatim}
\paragraph{Fares} They rose in 1912.
\begin{thebibliography}{9}
\bibitem{moss} P. Moss, Fares, 1918.
\end{thebibliography}
\end{document}
12 boats \cite{none}
"""


def test_what_each_stretch_is() -> None:
    document = readers.read_bytes(REPORT.encode(), path="a.tex")
    shown = [(block.kind, " ".join(block.span.of(document.prose).split())) for block in document.blocks]
    assert shown == [
        ("title", "Ferries of the sound"),
        ("byline", "Ada Linde Jörg Moss"),
        ("byline", "12 May 2024"),
        ("heading", "Crossings"),
        ("paragraph", "The line opened in 1890."),
        ("caption", "Boats in 1911 ."),
        ("quote", "It was cold."),
        ("list-item", "The first boat sank in 1901."),
        ("list-item", "The second burnt."),
        ("caption", ""),
        ("code", ""),
        ("heading", "Fares"),
        ("paragraph", "They rose in 1912."),
        ("list-item", "P. Moss, Fares, 1918."),
    ]
    assert document.title == "Ferries of the sound"
    assert document.metadata.authors == ("Ada Linde", "Jörg Moss")
    assert document.metadata.published == "2024-05-12"


def test_only_what_is_printed_cites() -> None:
    found = extract(readers.read_bytes(REPORT.encode(), path="a.tex"))
    assert [(one.text, one.status) for one in found.citations] == [("moss", "resolved")]
    assert [claim.prose for claim in found.claims] == [
        "The line opened in 1890.", "The first boat sank in 1901.", "The second burnt.", "They rose in 1912."
    ]  # fmt: skip


def test_a_fact_covers_what_is_written_for_it() -> None:
    text = r"The fare rose 5\% to $12{,}000$ crowns in 1911~\cite{moss}."
    found = extract(readers.read_bytes(text.encode(), path="a.tex"))
    (claim,) = found.claims
    quantities = {fact.text: fact.span.of(text) for fact in claim.facts.quantities}
    assert quantities == {"5%": r"5\%", "12,000": "$12{,}000$"}
    assert [fact.span.of(text) for fact in claim.facts.dates] == ["1911"]


def test_a_sentence_begins_and_ends_with_its_markup() -> None:
    text = r"\noindent\textbf{The port} lost 14 boats \emph{in 1911}. \textit{The line} lost 9 boats {\em in 1912}"
    found = extract(readers.read_bytes(text.encode(), path="a.tex"))
    assert [claim.text for claim in found.claims] == [
        r"\textbf{The port} lost 14 boats \emph{in 1911}.", r"\textit{The line} lost 9 boats {\em in 1912}"
    ]  # fmt: skip


def test_latex_is_known_by_its_first_command() -> None:
    assert readers.read_bytes(REPORT.encode(), path="-").media_type == "text/x-tex"
    assert readers.read_bytes(b"Write \\documentclass first.", path="-").media_type == "text/plain"


def test_a_megabyte_is_read() -> None:
    paragraph = (
        r"The fare \emph{rose} 5\% in \textbf{1911}~\cite[p.~3]{kNN}, to $12{,}000$ crowns.\footnote{See \url{https://a.example/NN}.}"
        "\n\n"
    )
    text = "".join(paragraph.replace("NN", str(n)) for n in range(8_000))
    document = readers.read_bytes(text.encode(), path="a.tex")
    assert len(document.blocks) == 8_000


@pytest.mark.parametrize(
    "seed", ["\\section{", "\\footnote{a}", "\\iffalse ", "\\(", "\\[", "$a ", "\\item[", "\\href{a}{", "\\'{", "%\n"]
)
def test_cost_grows_with_the_length_alone(seed: str) -> None:
    readers.read_bytes(("Ten boats sank. " + seed * (400_000 // len(seed))).encode(), path="a.tex")


PIECES = r"""{ } [ $ \( \[ % ~ --- `` '' \ \\ \cite{a,b} \footnote{ \section{ \title{ \caption{
\begin{figure} \end{figure} \begin{tabular}{l} \end{tabular} \begin{equation} \end{equation} \begin{document}
\end{document} \begin{verbatim} \end{verbatim} \item[x] \href{http://a.example}{ \url{http://a.example/%20} \verb|x|
\"u \'{e} \emph{ \textbf{12} 5\% $12{,}000$ \qty{5}{\km} \enquote{ \iffalse \fi \bibitem{a} \begin{thebibliography}{9}
\def\x#1{ \author{ word 14 boats""".split()


@given(st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n", "\r\n", "\u2028", "\ud800"]), max_size=60).map("".join))
@settings(max_examples=150)
def test_every_offset_holds_whatever_the_markup(source: str) -> None:
    source = f"In 1911 the port lost 14 boats. {source}"
    document = readers.read_bytes(source.encode("utf-8", "surrogatepass"), path="a.tex")
    assert len(document.prose) == len(document.text)
    ends = [[at for at, c in enumerate(text) if c == "\n"] for text in (document.text, document.prose)]
    assert ends[0] == ends[1]
    spans = [block.span for block in document.blocks]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    found = extract(document)
    places = [(one.span, one.text) for one in (*found.claims, *found.unselected)]
    places += [(one.span, one.text) for one in found.citations]
    places += [(one.span, one.text) for one in found.references]
    assert all(span.of(document.text) == text for span, text in places)
