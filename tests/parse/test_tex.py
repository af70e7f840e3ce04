"""TeX's letters, dashes and quotation marks."""

from __future__ import annotations

import pytest

from claimcheck.parse import tex


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"M{\"u}ller", "Müller"),
        (r"M\"uller and Caf\'e", "Müller and Café"),
        (r"na\"{\i}ve \v{C}apek, {\O}stergaard, Stra\ss e, {\L}ukasz", "naïve Čapek, Østergaard, Straße, Łukasz"),
        (r"{\'E}cole \c{c}a Erd{\H o}s", "École ça Erdős"),
        (r"``Twelve'' wells --- 3--9 of 5\% \& more", "“Twelve” wells — 3–9 of 5% & more"),
        (r"The {NASA} \textbf{big} \emph{dig}~map", "The NASA big dig map"),
        (r"see \url{https://wells.example.org/a\_b%20c}", "see https://wells.example.org/a_b%20c"),
        (r"A. Moss, \href{https://f.example.org}{Fares}, 1911", "A. Moss, Fares, 1911 https://f.example.org"),
        (r"12\,000", "12 000"),
        (r"\'", ""),
        (r"\unknown{words}", "words"),
    ],
)
def test_words_as_they_are_printed(source: str, shown: str) -> None:
    assert tex.words(source) == shown


def test_commands_that_cite() -> None:
    citing = "cite citep Citet citealt citeauthor parencite Textcite autocites footcite fullcite smartcite supercite"
    assert [name for name in citing.split() if not tex.cites(name)] == []
    others = "nocite citestyle setcitestyle defcitealias DeclareCiteCommand citation AtEveryCitekey section"
    assert [name for name in others.split() if tex.cites(name)] == []


@pytest.mark.parametrize(
    "source", ["\\'" * 200_000, "\\'{" * 100_000, "\\" * 400_000, "{" * 400_000, "\\href{" * 60_000]
)
def test_broken_markup_costs_no_more_than_its_length(source: str) -> None:
    tex.words(source)
