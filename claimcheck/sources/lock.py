"""``claimcheck.lock``: which bytes the verdicts of a text rest on, one line a source, under version control.

The first line names the format, every other one is a JSON object; lines are sorted by URL, so that two branches merge.
No field changes while the page's bytes do not: dates of visits stay in the evidence store.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

from claimcheck.errors import Mistake, UnusableFile
from claimcheck.model import OUTCOMES, EvidenceKind, Outcome, Source
from claimcheck.sources.store import Store, normal, write_aside

FORMAT = "claimcheck/lock/1"
_PASSING: frozenset[Outcome] = frozenset({"down", "throttled", "blocked"})
"""Outcomes of a bad afternoon: they never replace a line that has evidence."""
_UNRECORDED: frozenset[Outcome] = frozenset({"not-stored", "no-url", "budget"})
_TEXT_FIELDS = ("url", "final_url", "media_type", "charset", "title")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Line:
    """One source of the lock. ``charset`` is what the server declared, needed to read the bytes the same way again."""

    url: str
    outcome: Outcome
    final_url: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    charset: str | None = None
    title: str | None = None
    http_status: int | None = None
    evidence: EvidenceKind = "live"


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock as read; ``updated`` gives a new one, ``write`` saves it."""

    path: Path
    lines: tuple[Line, ...] = ()

    @classmethod
    def read(cls, path: str | Path) -> Lock:
        """The lock at ``path``; an empty one when there is no such file.

        Raises:
            UnusableFile: it holds mistakes; all of them, each with its line.
        """
        place = Path(path)
        try:
            data = place.read_bytes()
        except FileNotFoundError:
            return cls(place)
        except OSError as error:
            raise UnusableFile(str(place), [Mistake(1, f"cannot be read ({error.strerror or error})")]) from None
        lines, mistakes = _parse(data)
        if mistakes:
            raise UnusableFile(str(place), mistakes)
        return cls(place, tuple(sorted(lines, key=lambda line: line.url)))

    def get(self, url: str) -> Line | None:
        """The line of ``url``, whatever its fragment."""
        key = normal(url)
        return next((line for line in self.lines if line.url == key), None)

    def updated(self, sources: Iterable[Source], store: Store) -> Lock:
        """This lock with the lines of ``sources`` put in; lines of other URLs stay.

        A source that could not be reached this time keeps the line it had. ``store`` is where they were filed.
        """
        lines = {line.url: line for line in self.lines}
        for source in sources:
            key = normal(source.url)
            before = lines.get(key)
            if source.outcome in _UNRECORDED or (before and before.sha256 and source.outcome in _PASSING):
                continue
            lines[key] = _line(key, source, store)
        return Lock(self.path, tuple(lines[key] for key in sorted(lines)))

    def news(self, sources: Iterable[Source]) -> tuple[str, ...]:
        """What ``sources`` say that the lock did not, in words: one line for each, none for what is as it was."""
        found: dict[str, str] = {}
        lines = {line.url: line for line in self.lines}
        for source in sources:
            before = lines.get(normal(source.url))
            if source.outcome in _UNRECORDED:
                continue
            if before is None:
                if self.lines:
                    found[source.url] = f"new since the lock: {source.url} ({source.outcome})"
            elif source.outcome in _PASSING:
                found[source.url] = f"could not be looked at again: {source.url} ({source.outcome})"
            elif source.changed:
                found[source.url] = f"changed since the lock: {source.url}"
            elif before.outcome != source.outcome and source.outcome != "wrong-page":
                found[source.url] = f"{before.outcome} in the lock, now {source.outcome}: {source.url}"
        return tuple(found.values())

    def dumps(self) -> str:
        """The text of the file."""
        rows = [json.dumps({"format": FORMAT})]
        for line in self.lines:
            values = {name: value for name, value in asdict(line).items() if value is not None}
            if values["evidence"] == "live":
                del values["evidence"]
            if values.get("http_status") == 200:
                del values["http_status"]
            if values.get("final_url") == line.url:
                del values["final_url"]
            rows.append(json.dumps(values, ensure_ascii=False))
        return "\n".join(rows) + "\n"

    def write(self) -> bool:
        """Writes the file, aside and renamed; False when it already says the same.

        Raises:
            StoreError: it could not be written; the old file is untouched.
        """
        data = self.dumps().encode("utf-8", "replace")
        try:
            if self.path.read_bytes() == data:
                return False
        except OSError:
            pass
        write_aside(self.path, data)
        return True


def _line(key: str, source: Source, store: Store) -> Line:
    record = store.record(key)
    copies = record.copies() if record else ()
    filed = next((copy for copy in copies if source.sha256 and copy.sha256 == source.sha256), None)
    outcome: Outcome = source.outcome
    if outcome == "wrong-page":
        # Whether a page is the cited one depends on the cited title, which a person may correct.
        outcome = filed.outcome if filed else "ok"
    evidence: EvidenceKind = "live" if source.evidence == "none" else source.evidence
    return Line(
        key, outcome, source.final_url, source.sha256, source.media_type, filed.charset if filed else None,
        source.title, source.http_status, evidence,
    )  # fmt: skip


def _parse(data: bytes) -> tuple[list[Line], list[Mistake]]:
    lines: list[Line] = []
    mistakes: list[Mistake] = []
    seen: dict[str, int] = {}
    try:
        rows = data.decode("utf-8-sig").split("\n")  # not at U+0085 or U+2028, which titles hold
    except UnicodeDecodeError:
        return [], [Mistake(1, "the lock is not UTF-8 text", "restore it from version control, or delete it")]
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            continue
        if re.match(r"<{7}|={7}|>{7}|\|{7}", row):
            mistakes.append(
                Mistake(number, "a conflict of a merge is left", "keep one of the two lines and delete the marker")
            )
            continue
        try:
            raw = json.loads(row)
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            mistakes.append(
                Mistake(number, "not a JSON object", "restore the line, or delete it and run the audit again")
            )
            continue
        if "format" in raw:
            if raw["format"] != FORMAT:
                mistakes.append(Mistake(number, f"unknown format {raw['format']!r}", f"this version reads {FORMAT}"))
            continue
        found = _mistakes(raw, number, seen)
        mistakes.extend(found)
        if not found:
            lines.append(Line(**raw))
    if lines and not mistakes and not any('"format"' in row for row in rows[:1]):
        mistakes.append(
            Mistake(1, "the first line does not name the format", f'the first line is {{"format": "{FORMAT}"}}')
        )
    return lines, mistakes


def _mistakes(raw: dict[str, Any], number: int, seen: dict[str, int]) -> list[Mistake]:
    found: list[Mistake] = []

    def complain(message: str, remedy: str | None = None) -> None:
        found.append(Mistake(number, message, remedy))

    url = raw.get("url")
    if not isinstance(url, str) or not url:
        complain("no url")
    elif url in seen:
        complain(f"{url} has a line already (line {seen[url]})", "delete one of the two")
    elif normal(url) != url:
        complain(f"{url} is not in normal form", f"write {normal(url)}")
    else:
        seen[url] = number
    outcome = raw.get("outcome")
    if outcome not in OUTCOMES:
        complain(f"unknown outcome {outcome!r}", f"one of {' '.join(OUTCOMES)}")
    digest = raw.get("sha256")
    if digest is not None and not (isinstance(digest, str) and _DIGEST.fullmatch(digest)):
        complain("sha256 is not 64 hexadecimal digits", "restore the line, or delete it and run the audit again")
    elif digest is None and outcome in {"ok", "moved"}:
        complain(f"outcome {outcome} without a sha256", "restore the line, or delete it and run the audit again")
    if raw.get("evidence", "live") not in get_args(EvidenceKind):
        complain(f"unknown evidence {raw['evidence']!r}", f"one of {' '.join(get_args(EvidenceKind))}")
    status = raw.get("http_status")
    if status is not None and (not isinstance(status, int) or isinstance(status, bool) or not 100 <= status <= 999):
        complain("http_status is no HTTP status")
    for name in _TEXT_FIELDS[1:]:
        if raw.get(name) is not None and not isinstance(raw[name], str):
            complain(f"{name} is not text")
    for name in raw.keys() - {"url", "outcome", "sha256", "evidence", "http_status", *_TEXT_FIELDS}:
        complain(f"unknown field {name!r}")
    return found
