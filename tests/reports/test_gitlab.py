"""GitLab code quality."""

from __future__ import annotations

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from claimcheck.reports import gitlab
from tests.reports.sample import audit

# What GitLab documents for its code quality report.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_open_findings_become_issues_with_fingerprints_of_their_own() -> None:
    first = replace(audit().findings[0], location=replace(audit().findings[0].location, document="./texts/article.md"))
    twice = replace(audit(), findings=(first, first, *audit().findings[1:]))
    issues = json.loads(gitlab.render(twice))
    Draft202012Validator(SCHEMA).validate(issues)
    assert [issue["check_name"] for issue in issues] == ["reversed-meaning", "reversed-meaning", "uncited-claim"]
    assert [issue["severity"] for issue in issues] == ["critical", "critical", "minor"]
    assert issues[0]["location"] == {"path": "texts/article.md", "lines": {"begin": 12}}
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert issues[0]["fingerprint"] == "a" * 16


def test_no_finding_is_an_empty_list() -> None:
    assert json.loads(gitlab.render(replace(audit(), findings=()))) == []
