"""Records of BibTeX and BibLaTeX files."""

from __future__ import annotations

import pytest

from claimcheck.model import SourceRecord
from claimcheck.readers import _bibtex


def one(source: str) -> SourceRecord:
    (record,) = _bibtex.records(source, "refs.bib")
    return record


def test_an_entry_with_its_place() -> None:
    source = (
        'A comment.\n\n  @article{linde2020,\n  author = {Linde, Ada and Br{\\"u}ck, Jo and others},\n'
        '  title = {The {Sound}} # " of " # ferries,\n  year = 2020, journal = "Fares \\& Tides",\n}\n'
    )
    record = one(source)
    assert record.span.of(source) == record.text
    assert record.text.startswith("@article{linde2020,")
    assert (record.key, record.line, record.column, record.path) == ("linde2020", 3, 3, "refs.bib")
    assert record.title == "The Sound of ferries"
    assert record.authors == ("Linde, Ada", "Brück, Jo")
    assert (record.year, record.container, record.url) == ("2020", "Fares & Tides", None)


def test_strings_are_put_in() -> None:
    records = _bibtex.records('@string{ft = "Fares" # { and Tides}}\n@article{a, journal = ft, title={B}}', "r.bib")
    assert [record.container for record in records] == ["Fares and Tides"]


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        (r"url = {https://wells.example.org/a\_b}", "https://wells.example.org/a_b"),
        ("doi = {10.1234/wells.7}", "https://doi.org/10.1234/wells.7"),
        ("doi = {https://doi.org/10.1234/wells.7}", "https://doi.org/10.1234/wells.7"),
        ("eprint = {2101.00001v2}, archivePrefix = {arXiv}", "https://arxiv.org/abs/2101.00001v2"),
        ("eprint = {hep-th/9901001}, eprinttype = {arxiv}", "https://arxiv.org/abs/hep-th/9901001"),
        ("eprint = {19282}, eprinttype = {pubmed}", None),
        (r"howpublished = {\url{https://wells.example.org}}", "https://wells.example.org"),
        ("note = {Available at https://wells.example.org/x.}", "https://wells.example.org/x"),
        ("journal = {arXiv preprint arXiv:2101.00001}", "https://arxiv.org/abs/2101.00001"),
        ("url = {https://wells.example.org}, doi = {10.1234/wells.7}", "https://wells.example.org"),
        ("pages = {3--9}", None),
    ],
)
def test_where_an_entry_leads(fields: str, url: str | None) -> None:
    assert one(f"@misc{{w, title = {{Wells}}, {fields}}}").url == url


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Ada Linde", ("Linde, Ada",)),
        ("Jan de Vries", ("de Vries, Jan",)),
        ("{World Bank} and Linde, A.", ("World Bank", "Linde, A.")),
        ("{Linde}, A.~B. and et al.", ("Linde, A. B.",)),
        ("{Sand and Gravel Board}", ("Sand and Gravel Board",)),
        ("family=Linde, given=Ada", ("Linde, Ada",)),
        ("Plato", ("Plato",)),
    ],
)
def test_people_and_bodies(author: str, authors: tuple[str, ...]) -> None:
    assert one(f"@misc{{w, title = {{W}}, author = {{{author}}}}}").authors == authors


def test_a_chapter_takes_the_year_of_its_volume_and_not_its_address() -> None:
    chapter, volume = _bibtex.records(
        "@incollection{c, title={Silt}, crossref={V}}\n@book{V, title={Tides}, year=1999, url={https://v.example.org}}",
        "r.bib",
    )
    assert (chapter.title, chapter.container, chapter.year, chapter.url) == ("Silt", "Tides", "1999", None)
    assert volume.url == "https://v.example.org"


def test_mistakes_keep_their_key_and_hide_no_other_entry() -> None:
    source = (
        "@misc{open, title = {never closed, year = 2001\n@misc{twice, title={A}, title={B}}\n"
        "@misc{same, title={C}}\n@misc{same, title={D}}\n"
    )
    records = _bibtex.records(source, "r.bib")
    assert [(record.key, record.title) for record in records] == [
        ("open", None), ("twice", "A"), ("same", "C"), ("same", "D")
    ]  # fmt: skip
    assert all(record.span.of(source) == record.text for record in records)


def test_mistakes_are_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    _bibtex.records("@misc{open, title = {x\n@misc{b, title={y}}", "r.bib")
    assert capfd.readouterr() == ("", "")


def test_a_megabyte_is_read() -> None:
    source = "".join(
        f"@article{{k{n}, author={{Linde, Ada and Moss, P.}}, title={{Tides {n}}}, year=2001, doi={{10.1/{n}}}}}\n"
        for n in range(11_000)
    )
    assert len(_bibtex.records(source, "r.bib")) == 11_000


@pytest.mark.parametrize(
    "source",
    [
        "@article{a, title={" + "{" * 100_000,
        "}" * 100_000,
        "@article{" * 20_000,
        '@article{a, title="' * 10_000,
        "@a{b,title=" + '"a" # ' * 50_000 + "}",
        "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}" for n in range(1, 60)) + "@a{b,title=s59}",
        "@a{b, author={" + "A and " * 50_000 + "}}",
        "@a{b, title={\0\ud800\u2028}}",
        "",
    ],
)
def test_hostile_files(source: str) -> None:
    for record in _bibtex.records(source, "r.bib"):
        assert record.span.of(source) == record.text
