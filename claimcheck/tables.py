"""Checks of a settings file: each turns a value as written into a setting, or says what it must be.

A check raises a ``ValueError`` that says what the value must be; a check of a table raises ``Faults``, all of them at
once, each with its path of keys, from which ``Places`` tells the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

Check = Callable[[Any], Any]
Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: the keys that lead to it, numbers for places in a list."""

    keys: Keys
    message: str
    remedy: str | None = None


class Faults(ValueError):
    """Every mistake of one table."""

    def __init__(self, faults: Collection[Fault]) -> None:
        super().__init__(f"{len(faults)} mistakes")
        self.faults = tuple(faults)


def table(checks: Mapping[str, Check], example: str = "") -> Check:
    """A table with these keys and no others; keys of the result have underscores."""

    def check(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"must be a table{f' such as {example}' if example else ''}")
        found: dict[str, Any] = {}
        faults: list[Fault] = []
        for key, entry in value.items():
            if key not in checks:
                faults.append(Fault((key,), f"unknown key {key!r}", _nearest(key, checks)))
                continue
            try:
                found[key.replace("-", "_")] = checks[key](entry)
            except ValueError as error:
                faults += _under(key, error)
        if faults:
            raise Faults(faults)
        return found

    return check


def entries(check: Check, example: str) -> Check:
    """A list whose entries each pass ``check``."""

    def every(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"must be a list such as {example}")
        found: list[Any] = []
        faults: list[Fault] = []
        for number, entry in enumerate(value):
            try:
                found.append(check(entry))
            except Faults as error:
                faults += _under(number, error)
        if faults:
            raise Faults(faults)
        return tuple(found)

    return every


def named(check_name: Check, check_value: Check, example: str) -> Check:
    """A table of names that a person chooses from a catalogue, each with one value."""

    def check(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"must be a table such as {example}")
        faults: list[Fault] = []
        for name, entry in value.items():
            for test, tested in ((check_name, name), (check_value, entry)):
                try:
                    test(tested)
                except ValueError as error:
                    faults.append(Fault((name,), f"{name}: {error}" if test is check_value else str(error)))
        if faults:
            raise Faults(faults)
        return dict(value)

    return check


def _under(key: str | int, error: ValueError) -> list[Fault]:
    if isinstance(error, Faults):
        return [replace(fault, keys=(key, *fault.keys)) for fault in error.faults]
    return [Fault((key,), f"{key}: {error}")]


def _nearest(key: str, known: Collection[str]) -> str:
    near = get_close_matches(key, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(sorted(known))}"


def choice(*allowed: str) -> Check:
    def check(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return str(value)

    return check


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def number(low: float, high: float, kind: type = float) -> Check:
    """A number from ``low`` to ``high``, both included; with ``int`` a whole one."""

    def check(value: Any) -> float:
        whole = isinstance(value, int) or (isinstance(value, float) and kind is float)
        if isinstance(value, bool) or not whole or not low <= value <= high:
            raise ValueError(f"must be a {'whole ' if kind is int else ''}number from {low:g} to {high:g}")
        return kind(value)  # type: ignore[no-any-return]

    return check


def words(check: Callable[[str], str], example: str) -> Check:
    """A list of texts, each passed through ``check``."""

    def every(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise ValueError(f"must be a list such as {example}")
        return tuple(check(word) for word in value)

    return every


# --- Where a key stands -------------------------------------------------------------------------------------------

_HEADER = re.compile(r"\s{0,80}(\[{1,2})([^\[\]=]{1,400})\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(
    r"""\s{0,80}((?:["'][^"']{1,200}["']|[\w-]{1,200})(?:\s?\.\s?(?:["'][^"']{1,200}["']|[\w-]{1,200})){0,8})\s*="""
)


class Places:
    """The lines of the keys in a TOML file, below the table named by ``under``."""

    def __init__(self, source: str, under: tuple[str, ...] = ()) -> None:
        self._lines: dict[Keys, int] = {}
        table: Keys = ()
        counts: dict[Keys, int] = {}
        for line, row in enumerate(source.splitlines(), 1):
            header, key = _HEADER.match(row), _KEY.match(row)
            if header:
                table = ()
                for part in _parts(header[2]):
                    table = (*table, part)
                    if table in counts:
                        table = (*table, counts[table])
                if header[1] == "[[":
                    bare = table[:-1] if table and isinstance(table[-1], int) else table
                    counts[bare] = counts.get(bare, -1) + 1
                    table = (*bare, counts[bare])
                self._note(table, under, line)
            elif key:
                self._note((*table, *_parts(key[1])), under, line)

    def _note(self, keys: Keys, under: tuple[str, ...], line: int) -> None:
        if keys[: len(under)] == under:
            self._lines.setdefault(keys[len(under) :], line)

    def line(self, keys: Keys) -> int:
        """The line of ``keys``, or of the nearest table or list around it."""
        while keys and keys not in self._lines:
            keys = keys[:-1]
        return self._lines.get(keys, 1)


def _parts(name: str) -> list[str]:
    return [part.strip().strip("\"'") for part in name.split(".")]
