"""Lists of sources that no heading shows."""

from __future__ import annotations

import pytest

from claimcheck.cite import tail
from claimcheck.model import Span
from tests.cite.samples import citing, outcomes


@pytest.mark.parametrize(
    "entries",
    [
        "Abel, A. (2001) Cracks. Leeds: Road.\nBond, B. (2005) Frost. York: Tar.\n",
        "Abel, Anna. Cracks. Road Press, 2001.\nBond, Bert, and Carl Cane. Frost. Tar UP, 2005.\n",
        '* * *\n\nAbel, Anna. 2001. Cracks. Leeds: Road.\nBond, Bert. 2005. "Frost." Roads 3: 1-9.\n',
    ],
)
def test_a_closing_run_of_entries(entries: str) -> None:
    found = citing(
        f"Roads crack in winter, as everyone knows (Abel 2001). Others blame the sun (Bond 2005).\n\n{entries}"
    )
    assert [reference.text[:5] for reference in found.references] == ["Abel,", "Bond,"]


def test_a_closing_run_of_numbers() -> None:
    text = (
        "Roads crack in winter, as everyone knows [1]. Others blame the sun [2].\n\n[1] A. Abel, "
        "Cracks, 2001.\n[2] Minutes of the road board.\n"
    )
    assert [one[1] for one in outcomes(text)] == ["resolved", "resolved"]


def test_prose_with_years_is_no_list() -> None:
    text = (
        "The road was built in 1990 by Anna Abel.\n\nIt was mended in 2001, and again in 2005.\n\nIn "
        "2010 it was closed.\n"
    )
    assert citing(text).references == ()


def test_notes_before_a_bibliography() -> None:
    text = (
        "Eggs cost more, as everyone who buys them knows.[1] Bread does too.[2]\n\nNotes\n\n1. Louis "
        "Hart, Eggs (Boston: River, 2001), 3.\n"
        "2. Interview with a baker.\n\nBibliography\n\nHart, Louis. Eggs. Boston: River, 2001.\n"
    )
    assert [one[:2] for one in outcomes(text)] == [("1", "resolved"), ("2", "resolved")]


def test_lines_of_one_paragraph_are_entries() -> None:
    text = (
        'Lund, E. (1999). Bread. https://bread.example.org\n"Milk Facts." Milk Web, 2011.\nRoe, J. '
        "(2001). Eggs and\nmore eggs. Press."
    )
    parts = tail.split(text, Span(0, len(text)))
    assert [part.of(text).splitlines()[0] for part in parts] == [
        "Lund, E. (1999). Bread. https://bread.example.org",
        '"Milk Facts." Milk Web, 2011.',
        "Roe, J. (2001). Eggs and",
    ]
