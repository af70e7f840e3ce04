"""Copies of one text, text fragments, and what changed since the lock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.model import Document
from claimcheck.readers import read_bytes
from claimcheck.sources import Wanted
from claimcheck.sources.differing import differences
from claimcheck.sources.pointing import pointers

from .conftest import ARTICLE, FAST, Desk, Web, answer, article

AGENCY = ARTICLE.format(title="Port Ellery moves more containers than ever")
OTHER = (
    "<p>The mayor opened the new baths on Friday after nine years of building, and two hundred children swam in them "
    "before the ribbon was cut. The baths cost eleven million, twice what the council had voted for, because the old "
    "foundations had to come out. Bathers pay four crowns, pupils one. The old baths by the mill become a library, and "
    "the mill race that fed them will turn a small wheel again, as it did until the flood of the year before.</p>"
)
THIRD = (
    "<p>Cranes are painted blue because a harbour master, long dead, had a brother who sold paint. Nobody has dared to "
    "change it, although the makers deliver them in yellow and the painting takes two men a week for each of the nine. "
    "A count of the tins in the shed came to forty, and the storekeeper says that it will do for six years.</p>"
)
FURNITURE = "<p>Copyright of the Ellery Courier. All of its reports may be read freely at home and in schools.</p>"


def desk_with(web: Web, desk: Desk, **pages: str) -> dict[str, str | None]:
    for name, html in pages.items():
        web[f"/{name}"] = answer(html)
    sources = desk.fetch(*(web.url(f"/{name}") for name in pages))
    return {source.url.rpartition("/")[2]: source.copy_of and source.copy_of.rpartition("/")[2] for source in sources}


def test_an_agency_s_text_on_several_sites_is_one_source(web: Web, desk: Desk) -> None:
    other_outlet = AGENCY.replace("<h1>", "<p>Ellery Post, from agencies.</p><h1>").replace("Residents of", "People of")
    shortened = AGENCY.partition("<p>Residents")[0] + "</article></main></body></html>"
    own = f"<title>Baths</title><body><h1>Baths open</h1>{OTHER}{FURNITURE}</body>"
    furniture = f"<title>Quay</title><body><h1>Quay</h1>{THIRD}{FURNITURE}</body>"
    found = desk_with(web, desk, a=AGENCY, b=other_outlet, c=shortened, d=own, e=furniture)
    assert found == {"a": None, "b": "a", "c": "a", "d": None, "e": None}


def test_a_short_page_and_the_page_itself_are_no_copies(web: Web, desk: Desk) -> None:
    short = "<title>Quay</title><body><p>In all 412 containers left the quay on Monday.</p></body>"
    assert desk_with(web, desk, a=short, b=short) == {"a": None, "b": None}
    web["/x"] = article()
    one, two = desk.fetch(web.url("/x#top"), web.url("/x#end"))
    assert (one.copy_of, two.copy_of) == (None, None)


def test_a_page_that_names_another_cited_page_as_its_original_is_its_copy(web: Web, desk: Desk) -> None:
    text = "<p>Mayor Ada Holm opened 2 baths on Friday.</p>"
    print_version = f"<title>Baths</title><link rel=canonical href=/baths><body>{text}</body>"
    found = desk_with(web, desk, print=print_version, baths=f"<title>Baths</title><body>{OTHER}</body>")
    assert found == {"print": "baths", "baths": None}
    one, two = print_version.replace("/baths", "/two"), print_version.replace("/baths", "/one")
    each_other = desk_with(web, desk, one=one, two=two)
    assert each_other == {"one": "two", "two": None}


def text(words: str) -> Document:
    return read_bytes(words.encode(), path="page.txt")


PAGE = text(
    "The quay\n\nIn all, 412 containers left the “eastern” quay. In all 500 came back.\n\nThe café closed at noon.\n"
)


@pytest.mark.parametrize(
    ("fragment", "stands"),
    [
        (":~:text=412%20containers%20left", "412 containers left"),
        ("top:~:text=IN%20ALL%20412%20containers", "In all, 412 containers"),
        (":~:text=in%20all-,500,-came", "500"),
        (":~:text=412,caf%C3%A9", "412 containers left the “eastern” quay. In all 500 came back.\n\nThe café"),
        (":~:text=the%20%22eastern%22%20quay", "the “eastern” quay"),
        (":~:text=413%20containers", None),
        (":~:text=came%20back,in%20all", None),
        (":~:text=in%20all-,412,-came", None),
    ],
)
def test_a_text_fragment_is_a_quotation(fragment: str, stands: str | None) -> None:
    (pointer,) = pointers(fragment, PAGE)
    place = None if pointer.start is None else PAGE.text[pointer.start : pointer.end]
    assert place == stands


@pytest.mark.parametrize("fragment", ["", "part", ":~:", ":~:text=", ":~:text=%FF,-", ":~:selector=x", ":~:text=,,,"])
def test_other_fragments_quote_nothing(fragment: str) -> None:
    assert all(pointer.start is None for pointer in pointers(fragment, PAGE))


def test_a_source_says_whether_its_address_quotes_it_rightly(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    right, wrong = desk.fetch(web.url("/a#:~:text=412%20containers"), web.url("/a#:~:text=413%20containers"))
    assert [pointer.start is not None for pointer in (*right.pointers, *wrong.pointers)] == [True, False]
    assert web.asked("/a") == 1


def test_what_changed_is_told_paragraph_by_paragraph_what_decided_first() -> None:
    before = text("The quay\n\nTrains wait nine hours.\n\nIn all 412 containers left.\n\nNobody was hurt.\n")
    now = text("The quay\n\nTrains wait ten hours.\n\nIn all 214 containers left.\n\nNobody was hurt.\n\nCorrected.\n")
    place = before.text.index("412")
    found = differences(before, now, [(place, place + 3)])
    assert [(one.before, one.now, one.mattered) for one in found] == [
        ("In all 412 containers left.", "In all 214 containers left.", True),
        ("Trains wait nine hours.", "Trains wait ten hours.", False),
        ("", "Corrected.", False),
    ]


def test_a_changed_source_carries_its_differences(web: Web, desk: Desk, tmp_path: Path) -> None:
    web["/a"] = answer(AGENCY)
    (first,) = desk.fetch(Wanted(web.url("/a")))
    desk.lock = desk.lock.updated([first], desk.store)
    assert first.document is not None
    place = first.document.text.index("412")
    desk.store.mark_passages([(first.sha256 or "", place, place + 14, "supported", "c-1")])
    assert desk.store.passages(first.sha256) == ((place, place + 14, "supported", "c-1"),)
    web["/a"] = answer(AGENCY.replace("412", "214"))
    (second,) = desk.fetch(web.url("/a"))
    assert second.changed
    (difference,) = second.differences
    assert "412 containers" in difference.before
    assert "214 containers" in difference.now
    assert difference.mattered
    assert desk.fetch(web.url("/a"), settings=replace(FAST, mode="frozen"))[0].differences == ()
