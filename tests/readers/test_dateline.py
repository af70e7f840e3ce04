"""The day that a page shows beside its headline, where its markup tells none."""

from __future__ import annotations

import pytest

from claimcheck.readers import html

BODY = (
    "<p>The town council of Arnmouth voted for a second bridge after a debate of six hours, in which 14 of its members "
    "spoke, most of them twice, and a majority of three was found in the end.</p>"
) * 3


def published(around: str, above: str = "", head: str = "") -> str | None:
    page = (
        f"<html lang=en><title>A second bridge</title>{head}<body><main>{above}<h1>A second bridge</h1>{around}{BODY}"
    )
    return html.read(page.encode(), path="page.html", url="https://courier.example/bridge").metadata.published


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 18 November 2019", "2019-11-18"),
        ("Published 11:11 PM EST Nov 19, 2019", "2019-11-19"),
        ("By Ines Marlowe on Monday, November 18th, 2019 at 11:08 a.m.", "2019-11-18"),
        ("Courier News Agency | 4 March 2024, 9:02", "2024-03-04"),
        ("Posted May 2, 2023, updated May 9, 2023", "2023-05-02"),
        ("Last updated: 9 May 2023", None),
        ("The old bridge was closed on 4 June 2021", None),
        ("Work on the bridge began in May and ended on 4 June 2021.", None),
        ("Photo: the old bridge, 4 June 2021 (AP)", None),
        ("11 November 1918", None),
        ("03/04/2024", None),
        ("June 2021", None),
    ],
)
def test_a_line_below_the_headline_dates_the_page(line: str, day: str | None) -> None:
    assert published(f"<p>{line}</p>") == day


def test_what_the_markup_says_comes_first_and_an_empty_date_says_nothing() -> None:
    stamp = '<meta property="article:published_time" content="{}">'
    assert published("<p>4 March 2024</p>", head=stamp.format("2024-03-02T08:00")) == "2024-03-02"
    assert published("<p>4 March 2024</p>", head=stamp.format("0001-01-01T00:00:00Z")) == "2024-03-04"


def test_only_what_stands_close_to_the_headline_counts() -> None:
    assert published("", above="<p>4 March 2024</p>") == "2024-03-04"
    assert published(BODY + "<p>4 March 2024</p>") is None
    assert published("<table><tr><th>Opened</th><td>4 March 2024</td></tr></table>") is None
    assert published("<p>2 March 2024</p>", above="<p>4 March 2024</p>") == "2024-03-02"
