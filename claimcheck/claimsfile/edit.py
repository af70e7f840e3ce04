"""One claim's entry changed in the words of its file; every other character stays as a person wrote it.

Writing the whole file again would drop comments, blank lines and a person's own way of writing. So only the lines of
the keys that change are replaced, and the result is read back: unless it says exactly what was wanted, it is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import yaml

from claimcheck.claimsfile.dump import dumps, entry_lines, key_lines
from claimcheck.claimsfile.load import folded, loads
from claimcheck.errors import Mistake, UnusableFile
from claimcheck.model import Claim, Extraction

ORDER = (
    "id", "text", "prose", "sha256", "page", "stale", "class", "kind", "modality", "unclear", "reasons", "quantities",
    "dates", "quotations", "instruments", "entities", "citations", "inherited", "reference", "sources", "suggested",
    "waivers", "note", "confirmed", "decisions",
)  # fmt: skip
"""Keys of an entry as they are written; a new one goes behind those that stand before it here."""
EDITED = ("text", "sources", "waivers", "note", "decisions")
"""What a decision may change."""
LISTS = frozenset({"sources", "waivers", "decisions"})

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


def edited(content: str, path: str, claim: Claim, *, behind: str | None = None) -> str:
    """``content`` of the claims file ``path`` with the text, sources, waivers, note and decisions of ``claim``.

    A claim that the file does not hold yet gets a short entry, behind the claim with the id ``behind``: the rest of it
    is found again in the text by its digest.

    Raises:
        UnusableFile: the file has mistakes, or its entry is written in a way that cannot be changed safely.
    """
    before = loads(content, path)
    place = next((number for number, entry in enumerate(before.claims) if entry.id == claim.id), None)
    if place is None:
        return _added(content, path, before, claim, behind)
    old = before.claims[place]
    new = replace(old, **{key: getattr(claim, key) for key in EDITED})
    wanted = _said(replace(before, claims=(*before.claims[:place], new, *before.claims[place + 1 :])), place)
    file = _Entries(content)
    for result in (_by_key(file, place, old, new), _whole(file, place, new)):
        if result is not None and _reads_as(result, path, wanted, place):
            return result
    raise UnusableFile(
        path, [Mistake(old.entry_line or 1, f"claim {claim.id}: cannot be changed here", "change it by hand")]
    )


def _added(content: str, path: str, before: Extraction, claim: Claim, behind: str | None) -> str:
    short = Claim(
        claim.id, claim.text, claim.span, claim.line, path, claim.prose, class_=claim.class_, kind=claim.kind,
        digest=claim.digest, sources=claim.sources, waivers=claim.waivers, note=claim.note, decisions=claim.decisions,
        edited=True,
    )  # fmt: skip
    names = [entry.id for entry in before.claims]
    at = names.index(behind) + 1 if behind in names else len(names)
    lines = list(entry_lines(short))
    file = _Entries(content)
    if file.flow:
        key = file.lines[file.key_line]
        if "[]" not in key:
            raise UnusableFile(path, [Mistake(file.key_line + 1, "the list of claims is on one line", "extract again")])
        result = file.with_lines(file.key_line, file.key_line + 1, [key[: key.index("[]")].rstrip() + "\n", *lines])
    else:
        dash = file.dash
        where = file.begin(at) if at < len(names) else file.trimmed(file.begin(at - 1), file.stop, dash)
        spaced = [*lines, "\n"] if at < len(names) else ["\n", *lines]
        result = file.with_lines(where, where, _indented(spaced, 2, dash))
    after = loads(result, path).claims
    if [entry.id for entry in after] != [*names[:at], claim.id, *names[at:]]:
        raise UnusableFile(path, [Mistake(1, f"claim {claim.id} cannot be added here", "extract again")])
    return result


def _by_key(file: _Entries, place: int, old: Claim, new: Claim) -> str | None:
    """Only the lines of keys whose value changes."""
    node = file.nodes[place]
    if node.flow_style:
        return None
    changes: list[tuple[int, int, list[str]]] = []
    keys = {key.value: number for number, (key, _) in enumerate(node.value)}
    column = node.start_mark.column
    for key in EDITED:
        if getattr(old, key) == getattr(new, key):
            continue
        number = keys.get(key)
        if number is None:
            earlier = [keys[name] for name in ORDER[: ORDER.index(key)] if name in keys]
            where = file.region(place, max(earlier))[1]
            changes.append((where, where, _indented(key_lines(new, key), 4, column)))
            continue
        start, stop = file.region(place, number)
        change = _in_list(file, node, number, stop, key, old, new)
        if change is None:
            if not number:
                return None  # the first key shares its line with the dash
            change = (start, stop, _indented(key_lines(new, key), 4, column))
        changes.append(change)
    return file.with_changes(changes)


def _in_list(
    file: _Entries, node: Any, number: int, stop: int, key: str, old: Claim, new: Claim
) -> tuple[int, int, list[str]] | None:
    """An entry more or an entry less of a list that has one a line; ``None`` where that is not all."""
    value = node.value[number][1]
    if key not in LISTS or value.flow_style or not getattr(value, "value", None):
        return None
    ours, theirs = getattr(old, key), getattr(new, key)
    dash = value.start_mark.column
    if theirs[:-1] == ours:
        alone = key_lines(replace(new, **{key: theirs[-1:]}), key)[1:]
        return stop, stop, _indented(alone, 6, dash)
    gone = next((at for at in range(len(ours)) if theirs and (*ours[:at], *ours[at + 1 :]) == theirs), None)
    if gone is None:
        return None
    begin = value.value[gone].start_mark.line
    end = value.value[gone + 1].start_mark.line if gone + 1 < len(ours) else stop
    return begin, file.trimmed(begin, end, dash), []


def _whole(file: _Entries, place: int, new: Claim) -> str | None:
    """The whole entry, written anew: for one that a person wrote on one line."""
    start, dash = file.begin(place), file.dash
    if file.flow:
        return None
    stop = file.trimmed(start, file.begin(place + 1) if place + 1 < len(file.nodes) else file.stop, dash)
    return file.with_lines(start, stop, _indented(entry_lines(new), 2, dash))


def _said(extraction: Extraction, place: int) -> str:
    """What a file says, whatever it stores of the sentence whose words a person may have changed."""
    claim = extraction.claims[place]
    plain = replace(claim, prose=folded(claim.text), edited=True)
    return dumps(replace(extraction, claims=(*extraction.claims[:place], plain, *extraction.claims[place + 1 :])))


def _reads_as(content: str, path: str, wanted: str, place: int) -> bool:
    try:
        return _said(loads(content, path), place) == wanted
    except UnusableFile:
        return False


def _indented(lines: Iterable[str], by: int, to: int) -> list[str]:
    """``lines``, which are indented by ``by`` columns, by ``to`` of them."""
    return [" " * to + line[by:] if line.strip() else line for line in lines]


class _Entries:
    """The lines of a claims file, and where the entries of its claims stand. Lines count from 0."""

    def __init__(self, content: str) -> None:
        ends = [match.end() for match in _BREAK.finditer(content)]
        starts = [0, *ends]
        self.lines = [content[a:b] for a, b in zip(starts, [*ends, len(content)], strict=True)]
        if not self.lines[-1]:
            self.lines.pop()
        self.newline = "\r\n" if "\r\n" in content else "\n"
        root = yaml.compose(content, Loader=_LOADER)
        assert root is not None
        keys: Sequence[tuple[Any, Any]] = root.value
        at = next(number for number, (key, _) in enumerate(keys) if key.value == "claims")
        self.key_line: int = keys[at][0].start_mark.line
        self.flow: bool = bool(keys[at][1].flow_style) or not keys[at][1].value
        self.nodes: Sequence[Any] = keys[at][1].value or ()
        self.dash: int = keys[at][1].start_mark.column
        self.stop: int = keys[at + 1][0].start_mark.line if at + 1 < len(keys) else len(self.lines)

    def begin(self, place: int) -> int:
        return int(self.nodes[place].start_mark.line)

    def region(self, place: int, number: int) -> tuple[int, int]:
        """Lines of one key of an entry with its value: the first, and the one behind the last."""
        pairs = self.nodes[place].value
        start = pairs[number][0].start_mark.line
        if number + 1 < len(pairs):
            stop = pairs[number + 1][0].start_mark.line
        else:
            stop = self.begin(place + 1) if place + 1 < len(self.nodes) else self.stop
        return start, self.trimmed(start, stop, pairs[number][0].start_mark.column)

    def trimmed(self, start: int, stop: int, column: int) -> int:
        """``stop`` without the blank lines and the comments before it that belong to what follows."""
        while stop > start + 1:
            line = self.lines[stop - 1]
            words = line.lstrip(" ")
            if words.strip() and not (words.startswith("#") and len(line) - len(words) <= column):
                break
            stop -= 1
        return stop

    def with_lines(self, start: int, stop: int, lines: Iterable[str]) -> str:
        return self.with_changes([(start, stop, list(lines))])

    def with_changes(self, changes: Iterable[tuple[int, int, list[str]]]) -> str:
        kept = list(self.lines)
        # From the end; of two at one place the later first, so that they stand in their order.
        numbered = sorted(enumerate(changes), key=lambda one: (one[1][:2], one[0]), reverse=True)
        for _, (start, stop, lines) in numbered:
            kept[start:stop] = [line.removesuffix("\n") + self.newline if "\n" in line else line for line in lines]
        return "".join(line if _BREAK.search(line) else line + self.newline for line in kept[:-1]) + kept[-1]
