"""Ids come from content: an edit elsewhere changes none of them."""

from __future__ import annotations

import re

from tests.cite.samples import citing

ENTRIES = "\n\nReferences\n\nHart, L. (2001). Eggs. River.\nLund, E. (1999). Bread. River Press.\n"
TEXT = f"Eggs cost more (Hart, 2001). Bread does too (Lund, 1999), and eggs do (Hart, 2001).{ENTRIES}"


def test_shape_and_uniqueness() -> None:
    found = citing(TEXT)
    ids = [one.id for one in found.citations] + [one.id for one in found.references]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[rk]-[0-9a-f]{6}(-\d+)?", one) for one in ids)


def test_an_edit_elsewhere_changes_no_id() -> None:
    edited = TEXT.replace("Eggs cost more", "Everybody knows that eggs have cost a lot more").replace(
        "Eggs. River", "Eggs. River"
    )
    assert [one.id for one in citing(edited).citations] == [one.id for one in citing(TEXT).citations]
    assert [one.id for one in citing(edited).references] == [one.id for one in citing(TEXT).references]


def test_twin_entries_get_ordinals() -> None:
    found = citing("Eggs (Hart, 2001).\n\nReferences\n\nHart, L. (2001). Eggs. River.\nHart, L. (2001). Eggs. River.\n")
    assert len({one.id for one in found.references}) == 2
    assert found.citations[0].status == "ambiguous"
