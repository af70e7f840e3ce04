"""SARIF 2.1.0."""

from __future__ import annotations

import json
import warnings
from typing import Any

from claimcheck.model import Audit
from claimcheck.reports import sarif
from tests.reports.sample import audit


def log(finished: Audit | None = None) -> dict[str, Any]:
    """The rendered log, checked against the schema first."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the generated schema classes use names that pydantic warns of
        from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
    text = sarif.render(finished or audit())
    Log.model_validate_json(text)
    parsed: dict[str, Any] = json.loads(text)
    return parsed


def test_a_finding_becomes_a_result_with_its_region_and_rule() -> None:
    (run,) = log()["runs"]
    result = run["results"][0]
    assert result["ruleId"] == "reversed-meaning"
    assert result["level"] == "error"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "reversed-meaning"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 12, "startColumn": 1, "charOffset": 0, "charLength": 64}
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["partialFingerprints"] == {"claimcheck/v1": "a" * 16}
    assert "Ferry traffic fell" in result["relatedLocations"][0]["message"]["text"]


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    waived = next(result for result in log()["runs"][0]["results"] if result["ruleId"] == "insecure-url")
    assert waived["suppressions"][0]["justification"] == "the site has no https"


def test_what_was_not_checked_is_a_notification() -> None:
    (invocation,) = log()["runs"][0]["invocations"]
    assert any("could not be checked" in note["message"]["text"] for note in invocation["toolExecutionNotifications"])
