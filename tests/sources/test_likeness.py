"""Pages that are like the cited one: never read in its place, and named with title and date side by side."""

from __future__ import annotations

import pytest

from claimcheck.model import Document, Metadata, Source
from claimcheck.sources import Wanted
from claimcheck.sources.copies import name_copies
from claimcheck.sources.likeness import compared, other_edition

from .conftest import ARTICLE, Desk, Web, answer

TITLE = "Port Ellery moves more containers than ever"


def page(title: str = TITLE, published: str = "", body: str = "", head: str = "") -> bytes:
    dated = f'<meta property="article:published_time" content="{published}">' if published else ""
    html = ARTICLE.format(title=title).replace("</head>", f"{dated}{head}</head>").replace("<p>By Ines", f"{body}<p>By")
    return answer(html.replace(", 4 March 2024", ""))


def test_copies_are_named_with_title_and_date_side_by_side(web: Web, desk: Desk) -> None:
    web["/a"] = page(published="2024-03-04")
    web["/b"] = page(published="2024-03-06", body="<p>From our agencies.</p>")
    web["/c"] = page("Boxes galore on the eastern quay of Port Ellery", published="2024-03-04")
    web["/d"] = page()
    _, two, three, four = desk.fetch(*map(web.url, ("/a", "/b", "/c", "/d")))
    origin = f"carries the text of {web.url('/a')}"
    assert two.detail == f"{origin} (the same title, published 2 days earlier)"
    assert f'titled "{TITLE}" and not "Boxes galore' in three.detail
    assert "published on the same day" in three.detail
    assert four.detail == f"{origin} (the same title, published 2024-03-04)"


def test_an_unread_page_is_never_read_in_one_that_is_like_it(web: Web, desk: Desk) -> None:
    web["/a"] = answer("", "404 Not Found")
    web["/b"] = page(published="2024-03-06")
    web["/c"] = page("The mayor opened the new baths on Friday")
    cited = Wanted(web.url("/a"), TITLE, "2024-03-04")
    gone, *_ = desk.fetch(cited, web.url("/c"), web.url("/b"))
    assert (gone.outcome, gone.readable, gone.document) == ("gone", False, None)
    said = "the same title, published 2 days after the day of retrieval"
    assert gone.detail == f"HTTP 404; {web.url('/b')} is like it, and not read in its place ({said})"
    assert "is like it" not in desk.fetch(Wanted(web.url("/a"), "Quay"), web.url("/b"))[0].detail


def test_the_edition_of_another_year_is_another_page(web: Web, desk: Desk) -> None:
    web["/report-2023"] = answer("", "301 Moved", {"Location": "/report-2024"})
    web["/report-2024"] = page("Containers of Port Ellery in 2024", published="2024-03-04")
    cited = Wanted(web.url("/report-2023"), "Containers of Port Ellery in 2023", "2023-05-01")
    (source,) = desk.fetch(cited)
    assert (source.outcome, source.readable) == ("wrong-page", False)
    assert source.detail == (
        'the page is titled "Containers of Port Ellery in 2024", the reference "Containers of Port Ellery in 2023"'
    )
    assert desk.fetch(web.url("/report-2023"))[0].outcome == "moved"


def document(title: str, published: str | None = None) -> Document:
    return Document("x", "text", "text", "text/html", "", (), title=title, metadata=Metadata(published=published))


OTHER = ("Key figures on rail freight 2022", "Key figures on rail freight 2023")


@pytest.mark.parametrize(
    ("cited", "accessed", "shown", "published", "redirected", "another"),
    [
        (*OTHER[:1], None, OTHER[1], None, True, True),
        (*OTHER[:1], "2022-06-01", OTHER[1], "2023-06-01", False, True),
        # A page that says another year at its own address, or a younger page: either alone proves nothing.
        (*OTHER[:1], None, OTHER[1], None, False, False),
        (*OTHER[:1], "2022-06-01", OTHER[0], "2023-06-01", True, False),
        # A new headline at a new address, of the day on which it was read.
        ("Minister resigns over the ferry", "2023-05-04", "Ferry row: who comes next?", "2023-05-04", True, False),
        ("Minister resigns over the ferry", "2023-05-04", "Ferry row: who comes next?", "2024-02-01", True, True),
        ("Minister resigns over the ferry", "2023-05-04", "Ferry row: who comes next?", "2024-02-01", False, False),
        # Years on both sides that only overlap, and titles too short to compare.
        ("Rail freight 2020 to 2022 in figures", None, "Rail freight 2022 to 2024 in figures", None, True, False),
        ("Budget 2022", None, "Budget 2023", None, True, False),
        ("", None, "", None, True, False),
    ],
)
def test_two_signs_make_another_page_and_one_does_not(
    cited: str, accessed: str | None, shown: str, published: str | None, redirected: bool, another: bool
) -> None:
    found = other_edition(cited, accessed, document(shown, published), redirected=redirected)
    assert (found is not None) == another


def test_a_page_that_names_another_site_as_its_original_is_called_so(web: Web, desk: Desk) -> None:
    web["/a"] = page(head='<link rel="canonical" href="https://courier.example/quay">')
    web["/b"] = page("Another", head=f'<link rel="canonical" href="{web.url("/baths")}">')
    one, two = desk.fetch(web.url("/a"), web.url("/b"))
    assert one.detail == "names https://courier.example/quay as its original"
    assert "names" not in two.detail


@pytest.mark.parametrize(
    ("mine", "other", "said"),
    [
        (("A", "2024-01-02"), ("B", "2024-01-01"), 'titled "B" and not "A", published 1 day earlier'),
        ((None, None), (None, None), "without a title, undated"),
        ((TITLE, "2024"), (TITLE + " - Ellery Post", "2024-01-01T10:00"), "published 2024-01-01"),
    ],
)
def test_the_comparison_in_words(
    mine: tuple[str | None, str | None], other: tuple[str | None, str | None], said: str
) -> None:
    assert said in compared(*mine, Source("http://b", "ok", title=other[0], published=other[1]))


def test_no_source_no_copy() -> None:
    assert name_copies({}) == {}
