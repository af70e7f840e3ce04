from __future__ import annotations

import pytest

from claimcheck.cite.keys import certainty_of, dated_keys, undated_key
from claimcheck.model import Span

OUTER = Span(0, 99)


def keys(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[key.span.start : key.span.end], key.name, key.year) for key in dated_keys(text, 0, OUTER)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see also Brown, 2020, pp. 12-14", [("Brown, 2020, pp. 12-14", "Brown", "2020")]),
        ("e.g., Brown & Clark, 2021a", [("Brown & Clark, 2021a", "Brown & Clark", "2021a")]),
        ("Kessler 1992, 40", [("Kessler 1992, 40", "Kessler", "1992")]),
        ("Morosin 1960: 22–23, 40", [("Morosin 1960: 22–23, 40", "Morosin", "1960")]),
        ("Delvaux, 2004, 2009", [("Delvaux, 2004", "Delvaux", "2004"), ("2009", "Delvaux", "2009")]),
        ("Koch et al. 2012a, b", [("Koch et al. 2012a", "Koch et al.", "2012a"), ("b", "Koch et al.", "2012b")]),
        (
            "Options for 2020, Costs, and Risks, 2024",
            [("Options for 2020, Costs, and Risks, 2024", "Options for 2020, Costs, and Risks", "2024")],
        ),
        ("Up to 10,000 gone, n.d.", [("Up to 10,000 gone, n.d.", "Up to 10,000 gone", "n.d.")]),
        ("Kant, 1781/1998", [("Kant, 1781/1998", "Kant", "1998")]),
        ("Marsh, 1920, as cited in Bell, 1999", [("Bell, 1999", "Bell", "1999")]),
        ("강수빈, 2014, 55쪽", [("강수빈, 2014, 55쪽", "강수빈", "2014")]),
        ("王，2020", [("王，2020", "王", "2020")]),
        ("vgl. Maier 1999, S. 33 f.", [("Maier 1999, S. 33 f.", "Maier", "1999")]),
        ("Brown, 2020, emphasis added", [("Brown, 2020", "Brown", "2020")]),
        ("ten minutes", []),
        ("pp. 1990-1995", []),
    ],
)
def test_dated_keys(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize("name", ["10,000 in", "Paris, 12 May", "May", "in London", "a strange"])
def test_dates_and_clauses_are_no_sure_citation(name: str) -> None:
    assert certainty_of(name, has_comma=False, has_locator=False) == "known"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ibid., p. 5", "ibid"),
        ("ebd., S. 5", "ibid"),
        ("Tasso, op. cit., p. 60", "op-cit"),
        ("UNEP/LAG/2011/3, annex II", "undated"),
        ("Brecknell 30", "undated"),
    ],
)
def test_undated_keys(text: str, kind: str) -> None:
    key = undated_key(text, 0, OUTER)
    assert key is not None
    assert key.kind == kind
