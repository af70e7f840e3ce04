"""JUnit XML as Jenkins reads it: a suite for each text, a test case for each claim, a failure for each failing finding.

A claim that nobody could check, or that cites nothing, is a skipped test, never a passed one. What fails the audit is a
failure: open findings from ``--fail-on`` on that are sure enough for the thresholds, and none where the run passed. All
others (warnings and notes by default, what is waived or in the baseline) are told in the output of their test case. A
finding that belongs to no claim is a case of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.model import Audit, Finding, JudgedClaim
from claimcheck.reports._wording import caution, failing, one_line, place_of, relative


def render(audit: Audit) -> str:
    """One ``testsuites`` element; no times, so that equal audits are equal bytes."""
    failed = frozenset(map(id, failing(audit)))
    root = Element("testsuites", name="claimcheck")
    documents = dict.fromkeys(document.path for document in audit.documents)
    documents.update(dict.fromkeys(judged.claim.document for judged in audit.claims))
    documents.update(dict.fromkeys(finding.location.document for finding in audit.findings))
    totals = [0, 0]
    for document in documents:
        suite = SubElement(root, "testsuite", name=_xml(relative(document)))
        for note in caution(audit):
            properties = suite.find("properties")
            properties = SubElement(suite, "properties") if properties is None else properties
            SubElement(properties, "property", name="note", value=_xml(one_line(note)))
        for case in _cases(audit, document, failed):
            suite.append(case)
        cases = suite.findall("testcase")
        failures = len(suite.findall("testcase/failure"))
        suite.set("tests", str(len(cases)))
        suite.set("failures", str(failures))
        suite.set("errors", "0")
        suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
        totals[0] += len(cases)
        totals[1] += failures
    root.set("tests", str(totals[0]))
    root.set("failures", str(totals[1]))
    root.set("errors", "0")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _cases(audit: Audit, document: str, failures: Collection[int]) -> Iterator[Element]:
    claims = {judged.claim.id: judged for judged in audit.claims if judged.claim.document == document}
    about: dict[str, list[Finding]] = {}
    loose: list[Finding] = []
    for finding in audit.findings:
        if finding.claim in claims and finding.location.document == document:
            about.setdefault(finding.claim, []).append(finding)
        elif finding.location.document == document:
            loose.append(finding)
    for judged in claims.values():
        name = f"{judged.claim.id} line {judged.claim.line}: {one_line(judged.claim.prose or judged.claim.text, 120)}"
        yield _case(name, document, about.get(judged.claim.id, []), failures, judged)
    for finding in loose:
        name = f"{one_line(finding.rule)} line {finding.location.line}: {one_line(finding.message, 120)}"
        yield _case(name, document, [finding], failures)


def _case(
    name: str, document: str, findings: Sequence[Finding], failures: Collection[int], judged: JudgedClaim | None = None
) -> Element:
    case = Element("testcase", name=_xml(name), classname=_xml(relative(document)))
    failed = [entry for entry in findings if id(entry) in failures]
    if failed:
        # Jenkins shows one failure a case: the others of the same claim stand in its text.
        failure = SubElement(case, "failure", type=one_line(failed[0].rule), message=_xml(one_line(failed[0].message)))
        failure.text = _xml("\n\n".join(_told(finding) for finding in failed))
    elif judged is not None and judged.verdict in {"unchecked", "uncited"}:
        SubElement(case, "skipped", message=_xml(f"{judged.verdict}: {one_line(judged.reason)}"))
    rest = [entry for entry in findings if entry not in failed]
    if rest:
        SubElement(case, "system-out").text = _xml("\n\n".join(_told(finding) for finding in rest))
    return case


def _told(finding: Finding) -> str:
    status = (
        ""
        if finding.status == "open"
        else f" ({finding.status}{f': {one_line(finding.waiver)}' if finding.waiver else ''})"
    )
    lines = [f"{place_of(finding)}: {finding.severity}[{one_line(finding.rule)}]{status}: {one_line(finding.message)}"]
    for related in finding.related:
        lines.append(f"  {one_line(related.message)}" + (f': "{one_line(related.text)}"' if related.text else ""))
        if related.url:
            lines.append(f"  {one_line(related.url)}")
    if finding.help:
        lines.append(f"  help: {one_line(finding.help)}")
    return "\n".join(lines)


def _xml(text: str) -> str:
    """``text`` without what XML 1.0 cannot hold, not even escaped."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
