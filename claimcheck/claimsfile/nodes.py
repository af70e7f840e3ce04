"""YAML text -> plain nodes with their places, under limits.

Only what a claims file needs is understood: maps, lists and scalars. Tags, anchors, aliases, a second document and
deep nesting are mistakes, so that no file can run code or grow in memory. Every mistake is collected with its line;
reading goes on after all of them but a broken syntax.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from claimcheck.errors import Mistake

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest claims file that is read: about 12,000 claims, a hundred times a long report."""
MOST_NODES = 1_000_000
"""Maps, lists and values of a file; a real one of the largest size has 600,000."""
DEEPEST = 12
"""Levels of nesting; the deepest place of a claims file (a fact of a claim) is at level 5."""
MOST_MISTAKES = 100
"""Mistakes listed one by one; what is more is only counted."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written. ``plain`` is false when it stands in quotes or in a block. Places are one-based."""

    value: str
    plain: bool
    line: int
    column: int = 1

    @property
    def empty(self) -> bool:
        """True for an unquoted ``null``, ``~`` or nothing at all."""
        return self.plain and self.value in {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Listing:
    """A list. Filled while it is composed, not changed afterwards."""

    line: int
    column: int = 1
    entries: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """A map. ``places`` holds the line of each key. Filled while it is composed, not changed afterwards."""

    line: int
    column: int = 1
    entries: dict[str, Node] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)


Node = Scalar | Listing | Record


def compose(text: str, mistakes: list[Mistake]) -> Node | None:
    """The tree of ``text``; what is wrong with it is added to ``mistakes``.

    ``None`` when there is nothing to read: an empty file, or one whose syntax is broken.
    """
    builder = _Builder(mistakes)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        mistakes.append(_broken(error))
        return None
    except ValueError:  # a lone surrogate: it cannot come from a file, only from a caller's string
        mistakes.append(Mistake(1, "holds characters that no file can hold", "save it as UTF-8"))
        return None
    return builder.root


def _broken(error: yaml.YAMLError) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    problem = " ".join(str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split())
    if "maximum nesting depth" in problem:  # PyYAML 6.0.4 looks ahead, and stops at 1,000 brackets by itself
        return _too_deep(line)
    return Mistake(
        line,
        f"is not YAML from here on: {problem}",
        'put text that holds ": " or " #", or that begins with a sign, in "double quotes"',
    )


def _too_deep(line: int) -> Mistake:
    return Mistake(line, f"is nested deeper than {DEEPEST} levels", "write it flat")


class _Builder:
    """Turns parse events into nodes, without recursion."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        self.root: Node | None = None
        self.open: list[Listing | Record] = []
        self.keys: list[Scalar | None] = []  # the key of each open record that waits for its value
        self.nodes = 0
        self.ignored = 0  # depth inside something that is skipped: a list used as a key

    def take(self, event: Any) -> bool:
        """Add one event; false when reading on makes no sense."""
        line = event.start_mark.line + 1
        column = event.start_mark.column + 1
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.mistakes.append(Mistake(line, f"holds more than {MOST_NODES:,} values", "split the claims file"))
            return False
        if isinstance(event, yaml.AliasEvent):
            self._refuse(line, f"alias *{event.anchor}", "write the value out")
            if not self.ignored:
                self._place(Scalar("", True, line, column))
            return True
        if isinstance(event, yaml.NodeEvent):
            if event.anchor:
                self._refuse(line, f"anchor &{event.anchor}", "leave it out; every entry stands for itself")
            tag = getattr(event, "tag", None)
            if tag:
                self._refuse(line, f"tag {tag}", "leave it out; values need no tags here")
        if isinstance(event, yaml.ScalarEvent):
            if not self.ignored:
                self._place(Scalar(event.value, not event.style, line, column))
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            if len(self.open) + self.ignored >= DEEPEST:
                self.mistakes.append(_too_deep(line))
                return False
            self._begin(Listing(line, column) if isinstance(event, yaml.SequenceStartEvent) else Record(line, column))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._finish()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.mistakes.append(Mistake(line, "a second YAML document begins here", "keep one document a file"))
            return False
        return True

    def _refuse(self, line: int, what: str, remedy: str) -> None:
        self.mistakes.append(Mistake(line, f"{what} is not allowed in a claims file", remedy))

    def _begin(self, node: Listing | Record) -> None:
        if self.ignored:
            self.ignored += 1
        elif self.open and isinstance(self.open[-1], Record) and self.keys[-1] is None:
            self.mistakes.append(Mistake(node.line, "a list or map cannot be a key", "use a word as the key"))
            self.ignored = 1
        else:
            self._place(node)
            self.open.append(node)
            self.keys.append(None)

    def _finish(self) -> None:
        if self.ignored:
            self.ignored -= 1
            if not self.ignored:
                self.keys[-1] = Scalar("", True, 0)
        else:
            self.open.pop()
            self.keys.pop()

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Listing):
            parent.entries.append(node)
            return
        key = self.keys[-1]
        if key is None:
            assert isinstance(node, Scalar)
            self.keys[-1] = node
            return
        self.keys[-1] = None
        if key.line == 0:  # the value of a key that was refused
            return
        if key.value in parent.entries:
            first = parent.places[key.value]
            self.mistakes.append(
                Mistake(key.line, f"key {key.value!r} stands here twice (first on line {first})", "keep one of them")
            )
            return
        parent.entries[key.value] = node
        parent.places[key.value] = key.line
