"""Workflow commands of GitHub Actions: an annotation at the line of each open finding, and a job summary.

Errors come first: GitHub shows ten annotations of each level for a step, and keeps the others in the log. The job
summary is the Markdown report; it goes to the file that ``GITHUB_STEP_SUMMARY`` names, and nowhere when it names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimcheck.errors import StoreError
from claimcheck.model import SEVERITIES, Audit, Finding
from claimcheck.reports import markdown
from claimcheck.reports._wording import (
    caution,
    count,
    finding_counts,
    one_line,
    relative,
    verdict_counts,
)

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
SUMMARY_BYTES = 1_048_576
"""What GitHub takes for the summaries of one step (1 MiB); with one byte more it shows none of it."""


def render(audit: Audit) -> str:
    """One workflow command a line for each open finding, then the counts."""
    shown = [finding for finding in audit.findings if finding.status == "open"]
    shown.sort(key=lambda finding: -SEVERITIES.index(finding.severity))
    lines = [_annotation(finding) for finding in shown]
    lines += [_plain(f"note: {one_line(note)}") for note in caution(audit)]
    counts = verdict_counts(audit)
    lines.append(_plain(f"{count(audit.summary.claims, 'claim')}{': ' + counts if counts else ''}"))
    lines.append(_plain(f"{finding_counts(audit.findings)}; as of {one_line(audit.tool.as_of)}"))
    return "\n".join(lines) + "\n"


def publish(audit: Audit, environment: Mapping[str, str]) -> None:
    """Add the Markdown report to the job summary, cut where GitHub's limit is reached.

    Raises:
        StoreError: the file that ``GITHUB_STEP_SUMMARY`` names cannot be written.
    """
    name = environment.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        # An earlier command of the step may have written there: the limit holds for both together.
        with Path(name).open("ab") as file:
            file.write(summary(audit, SUMMARY_BYTES - file.tell()))
    except OSError as error:
        raise StoreError(
            f"the job summary cannot be written: {error.strerror}",
            place=name,
            remedy="unset GITHUB_STEP_SUMMARY, or name a file that can be written",
        ) from None


def summary(audit: Audit, limit: int) -> bytes:
    """The Markdown report as UTF-8 in at most ``limit`` bytes; where it is cut, it says so."""
    parts = [part.encode("utf-8", "replace") for part in _parts(markdown.render(audit))]
    if sum(map(len, parts)) <= limit:
        return b"".join(parts)
    # Worst first is the report's own order: what is cut off matters least.
    kept, size = 0, len(_cut(parts))
    while kept < len(parts) and size + len(parts[kept]) <= limit:
        size += len(parts[kept])
        kept += 1
    cut = _cut(parts[kept:])
    return b"".join(parts[:kept]) + cut if len(cut) <= limit else b""


def _parts(report: str) -> Iterator[str]:
    """The report in pieces that make sense alone: one finding, one conflict, one row of the long tables at its end."""
    for part in re.split(r"(?m)^(?=##+ )", report):
        if part.startswith(("## All claims", "## Sources")):
            yield from re.split(r"(?m)^(?=\| (?!Verdict|Outcome))", part)
        else:
            yield part


def _cut(left: list[bytes]) -> bytes:
    findings = sum(part.startswith(b"### `") for part in left)
    what = f"{count(findings, 'finding')} and the tables" if findings else "a part of the tables"
    return (
        f"\n\n> **Cut here.** GitHub takes 1 MiB of summary for a step: {what} did not fit. The whole report comes "
        "with `--output markdown:report.md` or `--output html:report.html`.\n"
    ).encode()


def _annotation(finding: Finding) -> str:
    place = finding.location
    words = [one_line(finding.message)]
    words += [f'{one_line(entry.message)}: "{one_line(entry.text, 300)}"' for entry in finding.related if entry.text]
    words += [one_line(entry.url) for entry in finding.related if entry.url]
    if finding.help:
        words.append(f"help: {one_line(finding.help)}")
    where = {
        "file": relative(place.document),
        "line": str(place.line),
        "col": str(place.column),
        "title": one_line(finding.rule),
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(chr(10).join(words))}"


def _data(text: str) -> str:
    """The message of a command; the runner undoes just these."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(line: str) -> str:
    """A line of the log that is no command: the runner takes ``::`` at its start and ``##[`` anywhere for one."""
    return line.replace("##[", "## [").replace("::", ": :")
