"""Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.model import DocumentInfo, Location
from claimcheck.reports import rdjson
from tests.reports.sample import audit

POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "properties": {
        "path": {"type": "string"},
        "range": {
            "type": "object",
            "required": ["start"],
            "properties": {"start": POSITION, "end": POSITION},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
# The message DiagnosticResult of reviewdog's rdf.proto, as far as this report uses it.
SCHEMA = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}}},
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "location"],
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                            "additionalProperties": False,
                        },
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def result(text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(text)
    Draft202012Validator(SCHEMA).validate(parsed)
    return parsed


def test_open_findings_with_the_line_when_the_text_is_not_at_hand() -> None:
    diagnostics = result(rdjson.render(audit()))["diagnostics"]
    assert [entry["code"]["value"] for entry in diagnostics] == ["reversed-meaning", "uncited-claim"]
    assert diagnostics[0]["location"] == {"path": "article.md", "range": {"start": {"line": 12}}}
    assert "Ferry traffic fell" in diagnostics[0]["message"]


def test_columns_count_bytes_of_the_text_that_was_audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Überfahrten: a quiet year.\n\n« Dès 2021 », ferry traffic rose in 2023.\n"
    start = text.index("ferry")
    Path("ferries.txt").write_text(text, encoding="utf-8")
    place = Location("ferries.txt", 3, 15, start, len(text) - 1)
    finished = replace(
        audit(),
        documents=(
            DocumentInfo("ferries.txt", None, sha256(text.encode()).hexdigest(), "text/plain", "en", len(text)),
        ),
        findings=(replace(audit().findings[0], location=place),),
    )
    (found,) = result(rdjson.render(finished))["diagnostics"]
    line = text.splitlines()[2].encode()
    start_column = found["location"]["range"]["start"]["column"]
    assert line[start_column - 1 :].startswith(b"ferry traffic")
    assert found["location"]["range"]["end"] == {"line": 3, "column": len(line) + 1}
    Path("ferries.txt").write_text(text.replace("2021", "2020"), encoding="utf-8")
    (changed,) = result(rdjson.render(finished))["diagnostics"]
    assert changed["location"]["range"] == {"start": {"line": 3}}
