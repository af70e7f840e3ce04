"""Settings tables: checks, and the line of each key."""

from __future__ import annotations

import pytest

from claimcheck import tables

SOURCE = """\
top = 1
[sources]
refused = ["a.example"]
[sources.required]
quotation = 2
[[files]]
paths = ["a"]
[[files]]
"paths" = ["b"]
[files.severity]
x = "note"
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("top",), 1),
        (("sources", "refused"), 3),
        (("sources", "required", "quotation"), 5),
        (("files", 0, "paths"), 7),
        (("files", 1, "paths"), 9),
        (("files", 1, "severity", "x"), 11),
        (("files", 1, "ignore"), 8),
        (("nothing",), 1),
    ],
)
def test_a_key_is_found_where_it_stands(keys: tables.Keys, line: int) -> None:
    assert tables.Places(SOURCE).line(keys) == line


def test_a_key_is_found_below_its_table() -> None:
    source = "[tool.other]\ntop = 1\n[tool.claimcheck]\ntop = 1\n[[tool.claimcheck.files]]\npaths = 1\n"
    places = tables.Places(source, ("tool", "claimcheck"))
    assert (places.line(("top",)), places.line(("files", 0, "paths"))) == (4, 6)


def test_every_fault_of_a_table_is_told_with_its_keys() -> None:
    check = tables.table({"jobs": tables.number(1, 9, int), "inner": tables.table({"flag": tables.flag})})
    with pytest.raises(tables.Faults) as caught:
        check({"job": 1, "jobs": 1.5, "inner": {"flag": "yes"}})
    assert [fault.keys for fault in caught.value.faults] == [("job",), ("jobs",), ("inner", "flag")]
    assert caught.value.faults[0].remedy == "did you mean 'jobs'?"
