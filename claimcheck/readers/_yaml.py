"""YAML of texts that nobody vouches for: plain values with their places, under limits and without recursion.

PyYAML's composer calls itself for each level: a line of 60,000 brackets ends the process, not the parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DEEPEST = 40  # levels; CSL needs 6
_TAGS = frozenset({"!", *(f"tag:yaml.org,2002:{name}" for name in "str int float bool null seq map timestamp".split())})
_MOST = 2_000_000  # events of a file


class BrokenYaml(ValueError):
    """The text is no YAML, or more of it than is read. ``line`` is one-based."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.line = line


@dataclass(slots=True)
class Node:
    """A value and the offsets where it stands; filled while it is composed, not changed afterwards."""

    start: int
    end: int
    value: str | list[Node] | dict[str, Node]
    is_plain: bool = field(default=False)
    """True for a scalar without quotes: there ``null`` is nothing."""

    def plain(self) -> Any:
        """Nested dicts, lists and strings; ``None`` for an unquoted ``null`` or nothing at all."""
        match self.value:
            case str(word):
                return None if self.is_plain and word in {"", "~", "null", "Null", "NULL"} else word
            case list(nodes):
                return [node.plain() for node in nodes]
            case dict(fields):
                return {name: node.plain() for name, node in fields.items()}


def compose(text: str) -> Node | None:
    """The first document of ``text``; ``None`` when it is empty. What an alias names is left out.

    Raises:
        BrokenYaml: with the line from which on it cannot be read.
    """
    import yaml

    open_: list[Node] = []
    keys: list[str | None] = []
    root: Node | None = None
    line = 1
    try:
        events: Iterator[Any] = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for number, event in enumerate(events):
            line = _start(event).line + 1
            if isinstance(event, yaml.CollectionEndEvent):
                done = open_.pop()
                keys.pop()
                done.end = done.start + len(text[done.start : _end(event).index].rstrip())
                if not open_:
                    return root
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            if number > _MOST or len(open_) >= _DEEPEST:
                raise BrokenYaml("it is nested too deeply or too long", line)
            tag = getattr(event, "tag", None)
            if tag is not None and tag not in _TAGS:
                raise BrokenYaml(f"the tag {tag} is not read", line)
            node = _node(event)
            root = root or node
            if open_:
                _put(open_[-1], keys, node)
            if isinstance(event, yaml.CollectionStartEvent):
                open_.append(node)
                keys.append(None)
            elif not open_:
                return root
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        raise BrokenYaml(problem, mark.line + 1 if mark else line) from None
    except ValueError as error:  # a lone surrogate
        raise error if isinstance(error, BrokenYaml) else BrokenYaml("it holds what no file can hold", line) from None
    return root


def _node(event: Any) -> Node:
    import yaml

    start, end = _start(event).index, _end(event).index
    if isinstance(event, yaml.ScalarEvent):
        return Node(start, end, event.value, event.style is None)
    if isinstance(event, yaml.MappingStartEvent):
        return Node(start, end, {})
    return Node(start, end, [] if isinstance(event, yaml.SequenceStartEvent) else "", is_plain=True)


def _put(around: Node, keys: list[str | None], node: Node) -> None:
    """Adds a node to what is open: in a map every first one is a key, of a key twice the first counts."""
    if isinstance(around.value, list):
        around.value.append(node)
    elif isinstance(around.value, dict):
        key = keys[-1]
        if key is None:
            keys[-1] = node.value if isinstance(node.value, str) else ""
        else:
            around.value.setdefault(key, node)
            keys[-1] = None


def _start(event: Any) -> Any:
    """Where an event of a parsed text begins: PyYAML's stubs allow for events made without a text."""
    return event.start_mark


def _end(event: Any) -> Any:
    """Where an event of a parsed text ends."""
    return event.end_mark
