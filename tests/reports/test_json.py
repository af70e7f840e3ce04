"""The audit as JSON keeps to its schema and comes back whole."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from claimcheck.interchange import audit_from_json, schema
from claimcheck.reports import json as report
from tests.reports.sample import audit


def test_it_keeps_to_the_schema() -> None:
    Draft202012Validator(schema("audit")).validate(json.loads(report.render(audit())))


def test_a_finished_audit_read_back_renders_the_same() -> None:
    text = report.render(audit())
    assert report.render(audit_from_json(json.loads(text))) == text
