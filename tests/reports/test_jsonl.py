"""JSON Lines: each line is what the schema of the audit says of its kind."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from claimcheck.interchange import schema
from claimcheck.reports import jsonl
from tests.reports.sample import audit


def test_every_line_is_an_object_of_the_audit_and_the_summary_is_last() -> None:
    rows = [json.loads(line) for line in jsonl.render(audit()).splitlines()]
    assert [row["type"] for row in rows] == [
        "tool", "document", "claim", "claim", "claim", "reference", "citation", "source", "conflict",
        "finding", "finding", "finding", "summary",
    ]  # fmt: skip
    whole = schema("audit")
    lists = {name.removesuffix("s"): part for name, part in whole["properties"].items() if "items" in part}
    for row in rows:
        kind = row.pop("type")
        if kind in lists:
            Draft202012Validator(lists[kind]["items"] | {"$defs": whole["$defs"]}).validate(row)
