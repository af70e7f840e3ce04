from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.cite.bibliography import Entry, iso_of, read, split_label
from claimcheck.model import Reference, Span


def entry(text: str, before: Entry | None = None) -> Entry:
    return read(Reference("r-1", text, Span(0, len(text))), before=before)


@pytest.mark.parametrize(
    ("text", "authors", "year", "title"),
    [
        (
            "Corrie, A. (2020). Relapse in nail biters. Habit, 9, 1-12.",
            ["Corrie, A."],
            "2020",
            "Relapse in nail biters",
        ),
        ("Sandoval, P. (2021, May 6). Who pays? Notebook.", ["Sandoval, P."], "2021", "Who pays?"),
        ("Solberg, H. (2017b). Threads in dry soil. Gazette.", ["Solberg, H."], "2017b", "Threads in dry soil"),
        ("Ayers, Polly. 1978. *Late on Purpose*. York: Signal Box.", ["Ayers, Polly"], "1978", "Late on Purpose"),
        ("Bellamy, K 2014, 'Meals at the quay', Nutrition, vol. 8.", ["Bellamy, K"], "2014", "Meals at the quay"),
        ("Dockers' Federation 2016, Feeding the shift, viewed 2 June 2020", [], "2016", "Feeding the shift"),
        (
            "Abara N, Tew S. Honey: a protocol. J Dress Care. 2010;4(1):2-8.",
            ["Abara N", "Tew S"],
            "2010",
            "Honey: a protocol",
        ),
        ('M. Achebe, "Wet locks," J. Courier Eng., vol. 1, pp. 3–9, 2020.', ["M. Achebe"], "2020", "Wet locks"),
        ("Editor, M. Mill sold to rival. (2024). The Courier.", ["Editor, M."], "2024", "Mill sold to rival"),
        (
            "Is our water safe? What the tests found. (2022). The Post.",
            [],
            "2022",
            "Is our water safe? What the tests found",
        ),
        (
            ". (2024). journals.example.org. Retrieved May 3, 2024, from https://journals.example.org/1",
            [],
            "2024",
            None,
        ),
        ("王海宁（2020）。夜班与公交。城市交通札记，4，1-9。", ["王海宁"], "2020", "夜班与公交"),
        ("Brandt, Ilse: Glocken im Feuer. Köln 1978.", ["Brandt, Ilse"], "1978", "Glocken im Feuer"),
        ("UNEP/LAG/2004/7. Text of the treaty.", [], "2004", "UNEP/LAG/2004/7"),
    ],
)
def test_fields(text: str, authors: list[str], year: str | None, title: str | None) -> None:
    found = entry(text).reference
    assert (list(found.authors), found.year, found.title) == (authors, year, title)


def test_templates_and_bibtex_state_their_fields() -> None:
    wiki = entry(
        "{{cite web |last=Huber |first=Anna |title=Die Rinne |url=https://rinne.example.org |date=2014}}"
    ).reference
    assert (wiki.authors, wiki.title, wiki.year, wiki.url) == (
        ("Huber, Anna",),
        "Die Rinne",
        "2014",
        "https://rinne.example.org",
    )
    bib = entry(
        "@book{hart01, author = {Hart, Louis and Moe, Ann}, title = {The {Second} Mill}, year = 2001}"
    ).reference
    assert (bib.authors, bib.title, bib.year) == (("Hart, Louis", "Moe, Ann"), "The Second Mill", "2001")


def test_a_dash_repeats_the_author_and_ibid_the_source() -> None:
    first = entry("Hart, Louis. 2001. Eggs. Boston: River. https://eggs.example.org")
    again = entry("———. 2004. Bread. Boston: River.", before=first)
    assert (again.reference.authors, again.reference.year, again.reference.title) == (("Hart, Louis",), "2004", "Bread")
    same = entry("Ibid., 4.", before=first)
    assert (same.reference.title, same.reference.url) == ("Eggs", "https://eggs.example.org")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[3] Roe, J. Eggs.", "3"),
        ("3. Roe, J. Eggs.", "3"),
        ("［3］王海宁", "3"),
        ("¹² Roe, Eggs", "12"),
        ("③ Roe, Eggs", "3"),
        ("[^note]: Roe, Eggs", "note"),
        ("@roe2001: Roe, J. Eggs", "roe2001"),
        ("1984. A novel", ""),
        ("[Eggs](https://eggs.example.org)", ""),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert split_label(text)[0] == label


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("November 12, 2024, from", "2024-11-12"),
        ("2 June 2020", "2020-06-02"),
        ("3.5.2020", "2020-05-03"),
        ("12.03.2021", "2021-03-12"),
        ("2014-05-06", "2014-05-06"),
        ("soon", None),
        ("2020-99-99", "2020"),
    ],
)
def test_access_dates(written: str, iso: str | None) -> None:
    assert iso_of(written) == iso


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_any_text_can_be_an_entry(text: str) -> None:
    assert entry(text).reference.text == text
