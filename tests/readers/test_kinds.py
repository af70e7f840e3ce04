"""What one line is."""

from __future__ import annotations

import pytest

from claimcheck.readers import _kinds


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By JANE ROE", ("JANE ROE",)),
        ("By Jane Roe and Ali Khan | 3 May 2024", ("Jane Roe", "Ali Khan")),
        ("by Maria de la Cruz, Staff Writer", ("Maria de la Cruz",)),
        ("Written by Jane O’Neil-Roe, Tom Ash, and Li Wei", ("Jane O’Neil-Roe", "Tom Ash", "Li Wei")),
        ("Von Jürgen Groß – 3. Mai 2024", ("Jürgen Groß",)),
    ],
)
def test_bylines_name_authors(line: str, authors: tuple[str, ...]) -> None:
    assert _kinds.is_byline(line)
    assert _kinds.authors_of(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2024",
        "Updated 3 May 2024, 14:05 GMT",
        "Posted 3 hours ago",
        "5 min read",
        "Last modified: 2024-05-03",
        "3.5.2024",
    ],
)
def test_stamps_are_bylines(line: str) -> None:
    assert _kinds.is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Evening",
        "By 2024 the lake was gone.",
        "By the time Jane Roe arrived, the boats were gone.",
        "Updated rules cap emissions at 40 tons.",
        "In May 2024 the lake was gone",
        "Posted prices rose by 3 percent in 2024.",
    ],
)
def test_sentences_are_no_bylines(line: str) -> None:
    assert not _kinds.is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Roe",
        "Image credit: NASA",
        "Photograph by Tom Ash",
        "Figure 3. Boats lost by year",
        "The dam in May (Tom Ash/Getty Images)",
    ],
)
def test_captions(line: str) -> None:
    assert _kinds.is_caption(line)


@pytest.mark.parametrize(
    "line", ["Photo finish in the 400 metres", "Figure 3 shows that 40 boats were lost.", "He told Reuters so."]
)
def test_no_captions(line: str) -> None:
    assert not _kinds.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Subscribe to get the latest in your inbox every day.",
        "Follow us on Twitter and Facebook",
        "Read more: Why ferries are back",
        "We use cookies to make this site better.",
        "© 2024 Harbor Gazette",
        "Advertisement",
        "Leave a comment",
    ],
)
def test_furniture(line: str) -> None:
    assert _kinds.is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Related stories", "RELATED:", "More from the Gazette", "You may also like", "Most read"]
)
def test_openers_of_teasers(line: str) -> None:
    assert _kinds.opens_teasers(line)


@pytest.mark.parametrize("line", ["Related work", "More than 40 boats", "Related costs rose.", "Most read the law so."])
def test_no_openers_of_teasers(line: str) -> None:
    assert not _kinds.opens_teasers(line)


@pytest.mark.parametrize(
    "line",
    [
        "It ended.",
        "It ended.”",
        "It ended.³",
        "It ended.[4][5]",
        "It ended. (Roe, 2020)",
        "So it ended?",
        "終わった。",
    ],
)
def test_closed_lines(line: str) -> None:
    assert _kinds.is_closed(line)


@pytest.mark.parametrize("line", ["The Dam of Ost", "Part 3:", "as the county said,", "the year (2020)"])
def test_open_lines(line: str) -> None:
    assert not _kinds.is_closed(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ida Moss is a staff writer for the Valley Times.", "Ida Moss"),
        ("Dr. Ida Moss is professor of hydrology at the state university.", "Ida Moss"),
        ("Ida Moss, a native of Ost, was the paper’s longtime science editor.", "Ida Moss"),
        ("The dam is a work of Ida Moss.", None),
        ("Ida Moss lost her well in 2019.", None),
        ("It is a student newspaper.", None),
    ],
)
def test_biographies(line: str, name: str | None) -> None:
    assert _kinds.biography_of(line) == name
