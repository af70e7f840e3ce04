"""Named legal texts and documents, and their addresses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.parse import instruments
from claimcheck.parse._legal_texts import year_of_resolution


def named(text: str) -> list[tuple[str, str, str | None]]:
    found = instruments.find(text)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
    return [(one.text, one.name, one.url) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "name", "url"),
    [
        ("It breaks UN Security Council (UNSC) Resolution 2270.", "UN Security Council (UNSC) Resolution 2270",
         "UN Security Council Resolution 2270", "https://undocs.org/S/RES/2270(2016)"),
        ("under S/RES/1718 (2006) states must", "S/RES/1718 (2006)", "UN Security Council Resolution 1718 (2006)",
         "https://undocs.org/S/RES/1718(2006)"),
        ("General Assembly resolution 77/1 was adopted", "General Assembly resolution 77/1",
         "UN General Assembly Resolution 77/1", "https://undocs.org/A/RES/77/1"),
        ("Resolution 242 of the Security Council", "Resolution 242 of the Security Council",
         "UN Security Council Resolution 242", "https://undocs.org/S/RES/242(1967)"),
        ("Article 51 of the UN Charter preserves it", "Article 51 of the UN Charter", "UN Charter, Article 51",
         "https://www.un.org/en/about-us/un-charter"),
        ("NATO's Article 5 was invoked once", "NATO's Article 5", "North Atlantic Treaty, Article 5",
         "https://www.nato.int/cps/en/natolive/official_texts_17120.htm"),
        ("Signing the Paris climate accord", "Paris climate accord", "Paris Agreement",
         "https://unfccc.int/process-and-meetings/the-paris-agreement"),
        ("Regulation (EU) 2016/679 applies", "Regulation (EU) 2016/679", "Regulation (EU) 2016/679",
         "https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
        ("Regulation (EU) No 1215/2012 applies", "Regulation (EU) No 1215/2012", "Regulation (EU) No 1215/2012",
         "https://eur-lex.europa.eu/eli/reg/2012/1215/oj"),
        ("Directive 95/46/EC was repealed", "Directive 95/46/EC", "Directive 95/46/EC",
         "https://eur-lex.europa.eu/eli/dir/1995/46/oj"),
        ("charged under 18 U.S.C. § 1343 with fraud", "18 U.S.C. § 1343", "18 U.S.C. § 1343",
         "https://www.govinfo.gov/link/uscode/18/1343"),
        ("Public Law 117-58 directs it", "Public Law 117-58", "Public Law 117-58",
         "https://www.govinfo.gov/link/plaw/117/public/58"),
        ("see https://doi.org/10.1000/182.", "https://doi.org/10.1000/182", "doi:10.1000/182",
         "https://doi.org/10.1000/182"),
        ("(arXiv:2106.09685v2)", "arXiv:2106.09685v2", "arXiv:2106.09685v2", "https://arxiv.org/abs/2106.09685v2"),
        ("the First Amendment protects it", "the First Amendment", "First Amendment to the United States Constitution",
         "https://constitution.congress.gov/constitution/amendment-1/"),
        ("section 18 of the Offences Against the Person Act 1861",
        "section 18 of the Offences Against the Person Act 1861",
         "Offences Against the Person Act 1861, section 18", None),
        ("In Hartley v. Dunmore County the court held", "Hartley v. Dunmore County", "Hartley v. Dunmore County", None),
        ("Executive Order 13224 names them", "Executive Order 13224", "Executive Order 13224", None),
        ("the Vienna Convention on Diplomatic Relations", "Vienna Convention on Diplomatic Relations",
         "Vienna Convention on Diplomatic Relations",
         "https://legal.un.org/ilc/texts/instruments/english/conventions/9_1_1961.pdf"),
    ],
)  # fmt: skip
def test_one_instrument(text: str, words: str, name: str, url: str | None) -> None:
    assert named(text) == [(words, name, url)]


def test_a_list_of_resolutions() -> None:
    found = named("Security Council Resolutions 1718, 1874 and 2270 stand.")
    assert [name for _, name, _ in found] == [
        f"UN Security Council Resolution {number}" for number in (1718, 1874, 2270)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "England v Australia drew a record crowd.",
        "The agreement was signed, and the act amused them.",
        "He reached an agreement with 300 farmers under a licence.",
        "The ministers met the press on Monday.",
        "A peace treaty and a trade agreement are planned.",
    ],
)
def test_what_names_no_instrument(text: str) -> None:
    assert named(text) == []


def test_a_bare_resolution_needs_its_council() -> None:
    assert named("The town passed Resolution 1204 on Monday.") == [("Resolution 1204", "Resolution 1204", None)]
    text = "The UN acted. Resolution 1973 followed."
    assert named(text)[0][2] == "https://undocs.org/S/RES/1973(2011)"


@pytest.mark.parametrize(
    ("number", "year"),
    [(1, 1946), (82, 1950), (242, 1967), (338, 1973), (425, 1978), (678, 1990), (1244, 1999), (1325, 2000),
    (1373, 2001),
     (1540, 2004), (1973, 2011), (2231, 2015), (2334, 2016), (2397, 2017), (2721, 2023), (2728, 2024), (2787, 2025)],
)  # fmt: skip
def test_years_of_resolutions(number: int, year: int) -> None:
    assert year_of_resolution(number) == year


def test_a_year_that_is_not_certain_is_not_given() -> None:
    assert year_of_resolution(0) is None
    assert year_of_resolution(9_999) is None
    assert named("Security Council Resolution 9999")[0][2] is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("UN Security Council Resolution 2270 (2016)", "UNSC resolution 2270"),
        ("S/RES/2270 (2016)", "Security Council Resolution 2270"),
        ("the UN Charter", "the Charter of the United Nations"),
        ("Paris Agreement", "Paris climate accord"),
        ("Roe v. Wade", "Roe v. Wade (1973)"),
        ("https://doi.org/10.1000/ABC", "doi:10.1000/abc"),
    ],
)
def test_two_names_of_one_text_share_a_key(a: str, b: str) -> None:
    (first,), (second,) = instruments.find(f"see {a} now"), instruments.find(f"see {b} now")
    assert instruments.key(first) == instruments.key(second)


@pytest.mark.parametrize(
    "words",
    [
        "Article 8(2) of the Convention",
        "section 14 of the 2018 Act",
        "Rule 26(b)(1)",
        "the 123 Agreement",
        "Article 4 of the treaty",
        "2022 National Security Strategy",
    ],
)
def test_texts_named_in_short(words: str) -> None:
    assert [one.text for one in instruments.find(f"It is settled by {words}, they say.")] == [words]


def test_articles_and_texts_are_kept_apart() -> None:
    keys = {
        instruments.key(instruments.find(text)[0])
        for text in ("UN Charter", "Article 2 of the UN Charter", "Article 51 of the UN Charter",
        "Resolution 2270 of the Security Council")
    }  # fmt: skip
    assert len(keys) == 4
    assert "unsc:2270" in keys


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="Resolution of the UNArticle5/()[]§.,v \nActTreaty10-é中\u0000", max_size=150))
def test_any_text_is_read_and_spans_slice_back(text: str) -> None:
    for one in instruments.find(text, 7):
        assert text[one.span.start - 7 : one.span.end - 7] == one.text
        assert instruments.key(one)


@pytest.mark.parametrize(
    "piece", ["Of The Act ", "Treaty on the ", "A v. B ", "Article 5 of the ", "10.1234/", "S/RES/"]
)
def test_hostile_input_costs_linear_time(piece: str) -> None:
    instruments.find(piece * (200_000 // len(piece)))
