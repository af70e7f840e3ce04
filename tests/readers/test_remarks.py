"""Comments that speak to claimcheck, in every format that has comments."""

from __future__ import annotations

import pytest

from claimcheck import readers


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("a.md", "The pier opened. <!-- claimcheck: allow x -->\n", [("allow x", 1, 18)]),
        ("a.md", "A.\n\n<!-- a note -->\n\n<!--\nClaimcheck: allow\nx\n-->\nThe pier opened.\n", [("allow\nx", 5, 1)]),
        ("a.md", "The pier opened.\n\n```\n<!-- claimcheck: allow x -->\n```\n", []),
        ("a.md", "Write `<!-- claimcheck: allow x -->` behind it.\n", []),
        ("a.md", "The pier opened. <!-- claimcheck: allow x", [("", 1, 18)]),
        ("a.wiki", "The pier opened. <!-- claimcheck: allow x -->\n", [("allow x", 1, 18)]),
        ("a.tex", "The pier opened. % claimcheck: allow x\nIt cost 5\\% claimcheck: no\n", [("allow x", 1, 18)]),
        ("a.txt", "The pier opened. <!-- claimcheck: allow x -->\n", []),
        (
            "a.html",
            "<html><body>\n<!-- other --><!-- claimcheck: allow y -->\n<p>The pier opened.\n"
            "<!-- claimcheck: allow x --> It is long.</p></body></html>",
            [("allow y", 2, 15), ("allow x", 4, 1)],
        ),
        (
            "a.html",
            "<!-- claimcheck: a -->\n<html><head><!-- claimcheck: b --></head>\n<body><p>The pier opened.</p></body>\n"
            "<!-- claimcheck: c --></html>\n <!-- claimcheck: d -->",
            [("a", 1, 1), ("b", 2, 13), ("c", 4, 1), ("d", 5, 2)],
        ),
    ],
)
def test_remarks_are_found_with_their_places(path: str, source: str, found: list[tuple[str, int, int]]) -> None:
    document = readers.read_bytes(source.encode(), path=path)
    assert [(remark.text, remark.line, remark.column) for remark in document.remarks] == found


def test_in_a_rendered_page_a_remark_stands_where_it_would_be_read() -> None:
    source = (
        b"<p>The pier opened.<!-- claimcheck: allow x --> It is long.</p><!-- claimcheck: allow y --><p>Next one.</p>"
    )
    document = readers.read_bytes(source, path="a.html")
    assert [document.text[remark.start :].split("\n")[0] for remark in document.remarks] == [
        " It is long.",
        "Next one.",
    ]


def test_a_fetched_page_says_nothing_to_us() -> None:
    source = b"<p>The pier opened.<!-- claimcheck: allow-file x reason: y --></p>"
    assert readers.read_bytes(source, path="https://a.example", url="https://a.example").remarks == ()


def test_a_long_text_of_openings_is_read_in_a_moment() -> None:
    source = b"The pier opened. " + b"<!-- claimcheck: " * 20_000
    assert len(readers.read_bytes(source, path="a.md").remarks) == 20_000
    page = b"<p>The pier opened.</p>" + b"<!-- claimcheck: x -->" * 20_000
    assert len(readers.read_bytes(page, path="a.html").remarks) == 20_000
