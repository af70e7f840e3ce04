"""A dangling key tried against what the fetched pages say of themselves."""

from __future__ import annotations

import pytest

from claimcheck.cite.pages import recognise
from claimcheck.model import Citation, Dangling, Metadata, Reference, Resolved, Span

PIER = Reference(
    "r-pier",
    "The pier reopens. https://harbour.example/pier",
    Span(60, 106),
    year="2024",
    url="https://harbour.example/pier",
)
FERRY = Reference("r-ferry", "Ferry times. https://ferry.example/", Span(110, 145), url="https://ferry.example/")
PAGES = {
    "https://harbour.example/pier": Metadata(authors=("Rosalind Okafor",), site="Harbour Desk", published="2024-05-02"),
    "https://ferry.example/": Metadata(authors=("News",), site="Ferry Line", published="2023-01-09"),
}


def _key(text: str) -> Citation:
    return Citation("k-1", text, Span(10, 10 + len(text)), "sentence", Dangling())


@pytest.mark.parametrize(
    "key",
    [
        "Rokafor, 2024",
        "Okafor, 2024",
        "R. Okafor, 2024",
        "okafor_r, n.d.",
        "Harbour Desk, 2024",
        "Rosalind Okafor (2024)",
    ],
)
def test_a_login_name_or_a_signature_is_weak(key: str) -> None:
    (found,) = recognise([_key(key)], [PIER, FERRY], PAGES)
    assert (found.status, found.candidates) == ("weak", ("r-pier",))


@pytest.mark.parametrize("key", ["Rokafor, 2019", "Okaforsen, 2024", "News, 2023", "Editor, 2024", "R., 2024", "2024"])
def test_another_year_another_name_or_furniture_stays_dangling(key: str) -> None:
    (found,) = recognise([_key(key)], [PIER, FERRY], PAGES)
    assert found.status == "dangling"


def test_a_name_that_two_pages_bear_stays_dangling() -> None:
    pages = {**PAGES, "https://ferry.example/": Metadata(authors=("Ruben Okafor",))}
    (found,) = recognise([_key("Okafor, 2024")], [PIER, FERRY], pages)
    assert found.status == "dangling"


def test_what_resolves_is_left_alone() -> None:
    resolved = Citation("k-1", "Okafor, 2024", Span(10, 22), "sentence", Resolved(("r-ferry",)))
    assert recognise([resolved], [PIER, FERRY], PAGES) == (resolved,)


def test_without_pages_nothing_changes() -> None:
    assert recognise([_key("Okafor, 2024")], [PIER, FERRY], {}) == (_key("Okafor, 2024"),)
