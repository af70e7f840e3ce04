"""Typed fields of a claims file's entries; whatever does not fit becomes a mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import TypeVar, cast, get_args
from urllib.parse import urlsplit

from claimcheck.claimsfile.nodes import MOST_MISTAKES, Listing, Node, Record, Scalar
from claimcheck.errors import Mistake
from claimcheck.model import Span

Choice = TypeVar("Choice", bound=str)

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:[eE][-+]?[0-9]{1,3})?")
_SPAN = re.compile(r"(-?[0-9]{1,15})-(-?[0-9]{1,15})")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def shown(value: str) -> str:
    """``value`` in quotes, cut after 60 characters."""
    return repr(value if len(value) <= 60 else value[:57] + "...")


class Fields:
    """One entry of the file. ``name`` is how mistakes call it ("claim c3").

    Every method that does not find what it asks for notes a mistake and gives back nothing (``None`` or empty).
    """

    def __init__(self, record: Record, name: str, known: Iterable[str], mistakes: list[Mistake]) -> None:
        self.record = record
        self.name = name
        self.mistakes = mistakes
        known = dict.fromkeys(known)
        for key, line in record.places.items():
            if key not in known:
                remedy = self.nearest(key, known, f"the keys are {', '.join(known)}")
                self.note(line, f"unknown key {shown(key)}", remedy)

    def note(self, line: int, message: str, remedy: str | None = None) -> None:
        self.mistakes.append(Mistake(line, f"{self.name}: {message}", remedy))

    def nearest(self, word: str, known: Collection[str], otherwise: str) -> str:
        """A remedy for a word that is not known: the one that was probably meant."""
        # Comparing is slow: thousands of unknown words among thousands of ids would take hours.
        if len(self.mistakes) > MOST_MISTAKES or len(known) > 5000:
            return otherwise
        near = get_close_matches(word[:100], known, 1)
        return f"did you mean {near[0]!r}?" if near else otherwise

    def has(self, key: str) -> bool:
        return self._get(key) is not None

    def line(self, key: str) -> int:
        """Line of ``key``, or of the entry when it has no such key."""
        return self.record.places.get(key, self.record.line)

    def _get(self, key: str) -> Node | None:
        node = self.record.entries.get(key)
        return None if node is None or (isinstance(node, Scalar) and node.empty) else node

    def _scalar(self, key: str, kind: str) -> Scalar | None:
        node = self._get(key)
        if node is None or isinstance(node, Scalar):
            return node
        self.note(node.line, f"{key} is a {'list' if isinstance(node, Listing) else 'map'}", f"write {kind}")
        return None

    def text(self, key: str, example: str | None = None) -> str | None:
        """The words of ``key``. With an ``example`` it must be there."""
        scalar = self._scalar(key, "text")
        if scalar is not None:
            return scalar.value
        if example is not None and not isinstance(self._get(key), Listing | Record):
            self.note(self.line(key), f"{key} is missing", f"add one, such as `{key}: {example}`")
        return None

    def whole(self, key: str) -> int | None:
        """A whole number from 0 on."""
        scalar = self._scalar(key, "a whole number")
        if scalar is None:
            return None
        if not _WHOLE.fullmatch(scalar.value) or int(scalar.value) < 0:
            self.note(scalar.line, f"{key} is {shown(scalar.value)}", "write a whole number from 0 on")
            return None
        return int(scalar.value)

    def number(self, key: str) -> float | None:
        scalar = self._scalar(key, "a number")
        if scalar is None:
            return None
        if not _NUMBER.fullmatch(scalar.value) or abs(float(scalar.value)) == float("inf"):
            self.note(scalar.line, f"{key} is {shown(scalar.value)}", "write a number such as 3000 or 12.5")
            return None
        return float(scalar.value)

    def flag(self, key: str) -> bool:
        scalar = self._scalar(key, "true or false")
        if scalar is None or scalar.value == "false":
            return False
        if scalar.value != "true":
            self.note(scalar.line, f"{key} is {shown(scalar.value)}", "write true or false")
        return scalar.value == "true"

    def choice(self, key: str, kind: object, default: Choice) -> Choice:
        """One word of the ``Literal`` type ``kind``."""
        allowed: tuple[str, ...] = get_args(kind)
        scalar = self._scalar(key, f"one of {', '.join(allowed)}")
        if scalar is None:
            return default
        if scalar.value not in allowed:
            self.note(scalar.line, f"{key} is {shown(scalar.value)}", f"write one of {', '.join(allowed)}")
            return default
        return cast(Choice, scalar.value)

    def digest(self, key: str) -> str:
        value = self.text(key) or ""
        if value and not _DIGEST.fullmatch(value):
            self.note(self.line(key), f"{key} is no SHA-256", "leave it as `extract` wrote it: 64 hexadecimal digits")
            return ""
        return value

    def date(self, key: str) -> str | None:
        value = self.text(key)
        if value is None:
            return None
        try:
            if len(value) == 10:
                return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        self.note(self.line(key), f"{key} is {shown(value)}, which is no date", "write year-month-day: 2025-06-30")
        return None

    def span(self, key: str, base: int = 0) -> Span:
        """``start-end``, counted from ``base``."""
        value = self.text(key, "120-135")
        if value is None:
            return Span(base, base)
        match = _SPAN.fullmatch(value)
        if match is None:
            self.note(self.line(key), f"{key} is {shown(value)}", "write start-end, such as 120-135")
            return Span(base, base)
        start, end = int(match[1]), int(match[2])
        if end < start or start + base < 0:
            self.note(self.line(key), f"{key} ends before it starts: {value}", "write start-end, such as 120-135")
            return Span(base, base)
        return Span(start + base, end + base)

    def steps(self, key: str) -> tuple[int, ...]:
        """Two or three whole numbers, also negative ones; nothing when it is anything else."""
        node = self._get(key)
        values = (
            [entry.value for entry in node.entries if isinstance(entry, Scalar)] if isinstance(node, Listing) else []
        )
        if len(values) not in {2, 3} or not all(map(_WHOLE.fullmatch, values)):
            return ()
        return tuple(map(int, values))

    def listing(self, key: str) -> tuple[Node, ...]:
        """The entries of a list."""
        node = self._get(key)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            kind = "map" if isinstance(node, Record) else "text"
            self.note(node.line, f"{key} is a {kind}", f"write a list: `{key}: [...]` or one entry a line after `- `")
            return ()
        return tuple(node.entries)

    def scalars(self, key: str) -> Iterator[Scalar]:
        """The words of a list, with their lines."""
        for node in self.listing(key):
            if isinstance(node, Scalar) and not node.empty:
                yield node
            else:
                self.note(node.line, f"{key} holds something that is no text", "write one word or address an entry")

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(scalar.value for scalar in self.scalars(key))

    def records(self, key: str, known: Iterable[str], name: str) -> Iterator[Fields]:
        """The maps of a list; ``name`` says what each is."""
        for number, node in enumerate(self.listing(key), 1):
            if isinstance(node, Record):
                yield Fields(node, f"{self.name}, {name} {number}", known, self.mistakes)
            else:
                self.note(node.line, f"{key} holds something that is no map", f"write `- {{{next(iter(known))}: ...}}`")


def check_address(url: str) -> str | None:
    """What is wrong with ``url`` as the address of a source; ``None`` when nothing is."""
    if re.search(r"[\s\x00-\x1f]", url):
        return "holds white space"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "cannot be read as an address"
    if parts.scheme.lower() not in {"http", "https"}:
        return "does not begin with http:// or https://"
    return None if host else "names no host"
