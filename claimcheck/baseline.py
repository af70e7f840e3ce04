"""``claimcheck.baseline``: findings that are known, so that an old archive can be put under audit and fail on new ones.

The first line names the format, every other one is a finding as a JSON object; lines are sorted, so that two branches
merge and a diff shows what was mended. A finding is known by its fingerprint, which stays when lines move.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path, PurePath

from claimcheck import catalogue
from claimcheck.config import Config
from claimcheck.errors import Mistake, UnusableFile
from claimcheck.model import Audit, Finding, words_of
from claimcheck.policy import from_root
from claimcheck.summary import summarise

FORMAT = "claimcheck/baseline/1"
NEVER = frozenset({"nothing-checked", "expired-waiver", "unused-waiver", "malformed-waiver"})
"""Rules whose findings are never known: recorded once, they would hide for good that nobody looks any more."""
_UNREAD = frozenset({"not-stored", "down", "throttled", "blocked", "budget"})
"""Outcomes after which nobody can say whether a finding is still there."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One known finding. ``document`` is the path of its text from the settings' folder."""

    document: str
    rule: str
    fingerprint: str
    message: str = field(compare=False)
    url: str | None = field(default=None, compare=False)


def read(path: Path) -> tuple[Known, ...]:
    """The known findings; none when there is no such file.

    Raises:
        UnusableFile: it has mistakes; all of them, with their lines.
    """
    remedy = "restore it from version control, or write it anew with claimcheck baseline"
    try:
        rows = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise UnusableFile(str(path), [Mistake(1, f"cannot be read ({error.strerror or error})")]) from None
    except UnicodeDecodeError:
        raise UnusableFile(str(path), [Mistake(1, "is not UTF-8 text", remedy)]) from None
    entries: list[Known] = []
    mistakes: list[Mistake] = []
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        if re.match(r"<{7}|={7}|>{7}|\|{7}", row):
            mistakes.append(Mistake(number, "a conflict of a merge is left", "keep both sides, delete the marker"))
            continue
        try:
            value = json.loads(row)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            mistakes.append(Mistake(number, "is not a JSON object", remedy))
        elif "format" in value:
            if value["format"] != FORMAT:
                mistakes.append(Mistake(number, f"unknown format {value['format']!r}", f"this version reads {FORMAT}"))
        elif not all(isinstance(value.get(key), str) for key in ("document", "rule", "fingerprint")):
            mistakes.append(Mistake(number, "lacks its document, rule or fingerprint", remedy))
        else:
            message, url = str(value.get("message", "")), value.get("url")
            entries.append(
                Known(value["document"], value["rule"], value["fingerprint"], message, str(url) if url else None)
            )
    if mistakes:
        raise UnusableFile(str(path), mistakes)
    return tuple(sorted(entries))


def dumps(entries: Iterable[Known]) -> str:
    """The text of the file."""
    rows = [json.dumps({"format": FORMAT})]
    for one in sorted(entries, key=lambda one: (one, one.message)):
        values = {"document": one.document, "rule": one.rule, "fingerprint": one.fingerprint, "message": one.message}
        rows.append(json.dumps(values | ({"url": one.url} if one.url else {}), ensure_ascii=False))
    return "\n".join(rows) + "\n"


def applied(audit: Audit, config: Config) -> Audit:
    """``audit`` with its known findings marked so, a note on those that are gone, and its summary made anew.

    The same fault on the same words twice in a text is known as often as it is recorded; what is more is open.
    """
    known = read(config.baseline_file)
    if not known:
        return audit
    matched = dict(_matched(audit, known, config))
    findings = tuple(
        replace(finding, status="baseline") if number in matched else finding
        for number, finding in enumerate(audit.findings)
    )
    notes = (*audit.tool.notes, *_note(_gone(audit, known, config)))
    return replace(
        audit,
        tool=replace(audit.tool, notes=notes),
        findings=findings,
        summary=summarise(audit.claims, findings, config, audit.sources),
    )


def renewed(audit: Audit, known: Sequence[Known], config: Config) -> tuple[Known, ...]:
    """What the file says from now on: the open findings of ``audit``, and the known ones that it could not look for."""
    place = _Place(audit, config)
    found = [
        Known(place.of(finding), finding.rule, finding.words, finding.message, finding.url)
        for finding in audit.findings
        if finding.status == "open" and finding.rule not in NEVER
    ]
    matched = Counter(entry for _, entry in _matched(audit, known, config))
    left = Counter(known) - matched - Counter(_gone(audit, known, config))
    return tuple(sorted((*found, *left.elements())))


def _matched(audit: Audit, known: Sequence[Known], config: Config) -> Iterator[tuple[int, Known]]:
    """Which finding (by its number) is which known one."""
    place = _Place(audit, config)
    left: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for entry in sorted(known):
        # A text that was moved to another folder under its own name keeps its findings.
        moved = not (config.root / entry.document).exists()
        left["" if moved else entry.document, words_of(entry.fingerprint)].append(entry)
    for number, finding in enumerate(audit.findings):
        if finding.status != "open" or finding.rule in NEVER:
            continue
        for document in (place.of(finding), ""):
            entries = left.get((document, finding.words))
            if entries:
                yield number, entries.pop(0)
                break


def _gone(audit: Audit, known: Sequence[Known], config: Config) -> tuple[Known, ...]:
    """The known findings that this run looked for and did not find, and those of texts that are no longer there."""
    left = Counter(known) - Counter(entry for _, entry in _matched(audit, known, config))
    place, sight = _Place(audit, config), Sight(audit)

    def is_gone(entry: Known) -> bool:
        if entry.document not in place.documents:
            return not (config.root / entry.document).exists()
        ran = entry.rule not in config.ignore and (not config.select or entry.rule in config.select)
        if not ran or config.changed_since is not None:
            return False
        return sight.reaches(entry.rule, entry.url, entry.document)

    return tuple(entry for entry in left.elements() if is_gone(entry))


def _note(gone: Sequence[Known]) -> tuple[str, ...]:
    if not gone:
        return ()
    some = ", ".join(f"{entry.rule} in {entry.document}" for entry in sorted(gone)[:3])
    more = f" and {len(gone) - 3} more" if len(gone) > 3 else ""
    noun = "1 finding of the baseline is" if len(gone) == 1 else f"{len(gone)} findings of the baseline are"
    return (f"{noun} no longer found ({some}{more}): claimcheck baseline takes them out",)


class Sight:
    """Tells a finding that is gone from one that nobody could look for, because its source was not read this time."""

    def __init__(self, audit: Audit) -> None:
        self._sources = {source.url: source for source in audit.sources}
        self._unchecked = {
            PurePath(judged.claim.document).stem for judged in audit.claims if judged.verdict == "unchecked"
        }

    def reaches(self, rule: str, url: str | None, document: str) -> bool:
        """Whether the audit would have found the fault ``rule`` of the source at ``url`` in ``document``."""
        if rule not in catalogue.names("rules"):
            return True  # a rule of another version finds nothing any more
        if not getattr(catalogue.load("rules", rule), "READS_SOURCES", False):
            return True
        source = self._sources.get(url) if url else None
        if source is not None:
            return source.outcome not in _UNREAD or source.evidence != "none"
        return PurePath(document).stem not in self._unchecked


class _Place:
    """Names the text of a finding: the same whether it is shown in the text or in its claims file."""

    def __init__(self, audit: Audit, config: Config) -> None:
        self._root = config.root
        paths = {document.path for document in audit.documents}
        self._texts: dict[str, list[str]] = defaultdict(list)
        for path in sorted(paths):
            self._texts[PurePath(path).stem].append(path)
        self._owners: dict[str, set[str]] = defaultdict(set)
        for judged in audit.claims:
            self._owners[judged.claim.id].add(judged.claim.document)
        self._paths = frozenset(paths | {reference.path for reference in audit.references if reference.path})
        self.documents = frozenset(from_root(path, self._root) for path in self._paths)

    def of(self, finding: Finding) -> str:
        path = finding.location.document
        if path in self._paths:
            return from_root(path, self._root)
        # In a claims file. Texts of one name in several folders are told apart by the claim, else by their folders:
        # claims/2024/index.yaml is about 2024/index.md.
        owners = self._owners.get(finding.claim or "", set()) & self._paths
        named = sorted(owners) if len(owners) == 1 else self._texts.get(PurePath(path).stem, [path])
        folders = PurePath(path).parent.parts
        same = max(named, key=lambda one: _alike(PurePath(one).parent.parts, folders))
        return from_root(same, self._root)


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many folders are the same, counted from the file upwards."""
    pairs = zip(reversed(ours), reversed(theirs), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
