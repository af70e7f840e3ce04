"""SARIF 2.1.0 (OASIS): findings for code scanning and editors."""

from __future__ import annotations

import inspect
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from claimcheck import catalogue
from claimcheck.model import Audit, Decision, Finding, Location, Related
from claimcheck.reports._confirmed import confirmations
from claimcheck.reports._wording import caution, fragment_link, one_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
INFORMATION = "https://github.com/claimcheck/claimcheck"


def render(audit: Audit) -> str:
    """One SARIF log with one run; offsets and columns count Unicode code points."""
    rules = sorted({finding.rule for finding in audit.findings})
    confirmed = confirmations(audit)
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "semanticVersion": one_line(audit.tool.version),
                "informationUri": INFORMATION,
                "rules": [_rule(name) for name in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "exitCode": audit.summary.exit_code,
                "toolExecutionNotifications": [
                    {"level": "note", "message": {"text": one_line(note)}} for note in caution(audit)
                ],
            }
        ],
        "results": [
            _result(finding, rules.index(finding.rule), confirmed.get(id(finding), ())) for finding in audit.findings
        ],
        "properties": {"asOf": one_line(audit.tool.as_of), "verdicts": audit.summary.by_verdict},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(name: str) -> dict[str, Any]:
    try:
        module = catalogue.load("rules", name)
    except KeyError:  # a finished audit of another version, which had a rule of that name
        return {"id": one_line(name)}
    text = inspect.cleandoc(module.__doc__ or name)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": text.split("\n", 1)[0]},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": module.SEVERITY},
    }


def _result(finding: Finding, index: int, confirmed: Sequence[Decision]) -> dict[str, Any]:
    text = one_line(finding.message)
    if finding.help:
        text += f"\n{one_line(finding.help)}"
    result: dict[str, Any] = {
        "ruleId": one_line(finding.rule),
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": text},
        "locations": [_location(finding.location)],
        "partialFingerprints": {"claimcheck/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence},
    }
    if confirmed:
        # SARIF has a word for "this is no problem" (an accepted suppression) and none for "yes, it is one".
        people = [{"by": one_line(one.by), "at": one_line(one.at)} for one in confirmed]
        result["properties"]["confirmed"] = people
    related = [_related(entry, number) for number, entry in enumerate(finding.related, 1)]
    if related:
        result["relatedLocations"] = related
    if finding.status != "open":
        justification = one_line(finding.waiver or "") or "in the baseline"
        result["suppressions"] = [{"kind": "external", "justification": justification}]
    return result


def _location(location: Location) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": location.line, "startColumn": location.column}
    if location.start is not None and location.end is not None:
        region |= {"charOffset": location.start, "charLength": location.end - location.start}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(location.document)}, "region": region}}


def _related(related: Related, number: int) -> dict[str, Any]:
    message = one_line(related.message)
    if related.text:
        message += f': "{one_line(related.text, 300)}"'
    entry: dict[str, Any] = {"id": number, "message": {"text": message}}
    if related.location is not None:
        entry |= _location(related.location)
    elif related.url:
        address = fragment_link(related.url, related.text)
        entry["physicalLocation"] = {
            "artifactLocation": {"uri": quote(address, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")}
        }
    return entry


def _uri(path: str) -> str:
    if path == "-":
        return "stdin"
    return quote(path.replace("\\", "/"), safe="/:", errors="replace")
