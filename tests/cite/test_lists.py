"""Lists of sources in odd places: notes of chapters, marks that are no numbers, pages with furniture around."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract
from tests.cite.samples import citing, outcomes, read


def test_each_chapter_has_its_own_notes() -> None:
    text = (
        "# Mills\n\n## One\n\nThe first mill burned.[1] Nobody rebuilt it.[3]\n\n### Notes\n\n[1] Parish book, 1901.\n"
        "\n## Two\n\nThe second mill stands.[1] It has two wheels.[2]\n\n### Notes\n\n[1] Mason's letter, 1922.\n"
        "[2] Survey, 2003.\n\n## Three\n\nThe third was never built.[3]\n\n### Notes\n\n[1] Plan of 1870.\n"
        "[2] Bill of 1871.\n[3] Diary, 1872.\n"
    )
    assert outcomes(text, "md") == [
        ("1", "resolved", "[1] Parish b"),
        ("3", "dangling", ""),  # not the third note of the last chapter
        ("1", "resolved", "[1] Mason's"),
        ("2", "resolved", "[2] Survey,"),
        ("3", "resolved", "[3] Diary, 1"),
    ]


def test_notes_marked_by_signs() -> None:
    text = "Membership fell to 90.* The board blames rain.†\n\n* Annual report, 2019.\n† Letter to members, 2019.\n"
    assert [one[:2] for one in outcomes(text)] == [("*", "resolved"), ("†", "resolved")]


def test_a_web_pages_note_is_found_by_where_its_mark_leads() -> None:
    page = (
        "<article><h1>Bees</h1><p>We lost 14 hives.<sup><a href='#x' id='bx'>a</a></sup> Mites did it."
        "<sup><a href='#y' id='by'>b</a></sup> So says <a href='https://bees.example.org'>the board</a>.</p>"
        "<div><p id='x'><a href='#bx'>a</a> Hive log.</p><p id='y'><a href='#by'>b</a> Vet's letter.</p></div>"
        "</article>"
    )
    found = citing(page, "html")
    assert [(one.text, one.status) for one in found.citations] == [
        ("a", "resolved"),
        ("b", "resolved"),
        ("the board", "resolved"),
    ]
    assert [one.url for one in found.references] == [None, None, "https://bees.example.org"]
    claims = extract(read(page, "html")).claims
    assert not any("Hive log" in claim.text for claim in claims)


def test_a_pages_footer_is_no_entry() -> None:
    page = (
        "<main><h1>Plastic</h1><p>Nets catch 4 tons a month [1], the river watch says in its log of the year.</p>"
        "<h2>References</h2><ol><li>River Watch, Net log, 2019.</li></ol></main>"
        "<footer><p>River Watch, Quay 4, founded 1998</p></footer>"
    )
    assert [one.text for one in citing(page, "html").references] == ["River Watch, Net log, 2019."]


def test_a_paragraph_above_a_list_without_heading_stays_text() -> None:
    text = (
        "Ticket prices rose by 22% in two years (harbour.example.com, 2023). The operator disagrees "
        "(Ferry Board, 2023).\n\n"
        "Ferry Board. (2023). Statement. Retrieved May 3, 2023, from https://ferry.example.com/88\n"
        "harbour.example.com. (2023). Retrieved May 3, 2023, from https://harbour.example.com/fares\n"
    )
    assert [one[1] for one in outcomes(text)] == ["resolved", "resolved"]


@pytest.mark.parametrize(
    "text",
    [
        "The congress met twice (Vienna, 1815; Aachen, 1818). Its host (Jakob Brenner, 1790-1861) died later.",
        "Read x[1] and buf[2] first; a[0] is the header. The interval [1, 2] is closed.\n\n"
        "1. Turn it off.\n2. Turn it on.",
        "Beat 3 eggs (gas mark 4).\n\nNotes\n1. Use ripe plums.\n2. Keeps for three days.",
        "In Vertigo (1958) the city is a trap. The cup was won twice (2011, 2014).",
        "The kiln was warm (M. Ashby, personal communication, May 4, 2019).",
    ],
)
def test_what_cites_nothing(text: str) -> None:
    found = citing(text)
    assert not found.references
    assert not found.citations


@pytest.mark.parametrize(
    ("heading", "entry"),
    [
        ("Sources and notes", "[1] Harvest bulletin, 2021."),
        ("Notes et références", "1. Cadastre de 1950."),
        ("Использованная литература", "1. Громов И. Лодки. Тверь, 2016."),
        ("参考文献・資料", "1) 田中一郎『線路』2018年。"),
        ("Annotated Bibliography", "[1] Carr, B. (1998). Walls of water."),
        ("Przypisy", "1. Rocznik, 1979."),
    ],
)
def test_headings(heading: str, entry: str) -> None:
    assert [one[:2] for one in outcomes(f"The yield fell by a tenth that year.[1]\n\n{heading}\n\n{entry}\n")] == [
        ("1", "resolved")
    ]
