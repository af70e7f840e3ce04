"""What paragraphs of a Word file are by their styles, and the numbers of its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from claimcheck.model import BlockKind

_KINDS: dict[BlockKind, re.Pattern[str]] = {
    "title": re.compile(r"(?:document )?title"),
    "heading": re.compile(r"heading \d|subtitle|(?:toc|bibliography|contents) heading"),
    "caption": re.compile(r"(?:image |table )?caption|illustration|figure|table"),
    "quote": re.compile(r"(?:intense )?quote|block text|quotations?"),
    "boilerplate": re.compile(r"toc \d|contents \d|table of \w+|index(?: \d| heading)?|header|footer"),
    "code": re.compile(r"html preformatted|preformatted text|source code|code|macro text"),
    "byline": re.compile(r"author|date|byline"),
}
_DEEPEST = 12  # styles on which a style is based, one on another
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST_MARKER = 40  # characters
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbering:
    """A place in a list: the list's id and the level, 0 to 8."""

    list: str
    level: int


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style makes of its paragraphs; ``None`` where it says nothing."""

    kind: BlockKind | None = None
    numbering: Numbering | None = None


def styles(root: Element | None) -> dict[str, Style]:
    """Paragraph styles by id; a style has what it is based on unless it says otherwise.

    Built-in styles keep their English names in every language of Word ("heading 1" has the id "berschrift1" in German).
    """
    written = {one.get("styleId") or "": one for one in _children(root, "style") if one.get("type") == "paragraph"}
    return {key: _style(key, written) for key in written}


def _style(key: str, written: dict[str, Element]) -> Style:
    kind: BlockKind | None = None
    numbering: Numbering | None = None
    for _ in range(_DEEPEST):
        one = written.get(key)
        if one is None:
            break
        kind = kind or _kind_of((_value(one, "name") or key).strip().lower())
        properties = one.find("pPr")
        if properties is not None:
            if kind is None and is_heading_level(_value(properties, "outlineLvl")):
                kind = "heading"
            numbering = numbering or _numbering_of(properties.find("numPr"))
        key = _value(one, "basedOn") or ""
    return Style(kind, numbering)


def _kind_of(name: str) -> BlockKind | None:
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(name)), None)


def is_heading_level(value: str | None) -> bool:
    """True for an outline level of headings; 9 is body text."""
    return value is not None and value.isdecimal() and int(value[:3]) < _LEVELS


def _numbering_of(element: Element | None) -> Numbering | None:
    if element is None:
        return None
    return numbering_of(_value(element, "numId"), _value(element, "ilvl"))


def numbering_of(number: str | None, level: str | None) -> Numbering | None:
    """``None`` where a paragraph is in no list."""
    if number is None:
        return None
    return Numbering(number, min(int(level), _LEVELS) if level and level.isdecimal() and len(level) < 4 else 0)


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    start: int = 1
    text: str = ""


class Lists:
    """Counts the items of lists as the word processor does when it shows them."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._sources: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        for one in _children(root, "abstractNum"):
            self._levels[one.get("abstractNumId") or ""] = dict(_levels(one))
        for one in _children(root, "num"):
            key = one.get("numId") or ""
            self._sources[key] = _value(one, "abstractNumId") or ""
            for override in one.findall("lvlOverride"):
                start = _value(override, "startOverride")
                if start is not None:
                    self._restarts.setdefault(key, {})[_number(override.get("ilvl"), 0)] = _number(start, 1)

    def marker(self, place: Numbering) -> str:
        """What stands before the next item at ``place``: "3.", "[12]", "b)", "•"; "" where nothing does."""
        source = self._sources.get(place.list)
        levels = self._levels.get(source, {}) if source is not None else {}
        level = levels.get(place.level)
        if source is None or level is None:
            return ""
        counts = self._counts.setdefault(source, [None] * (_LEVELS + 1))
        for at, start in self._restarts.pop(place.list, {}).items():
            if 0 <= at <= _LEVELS:
                counts[at] = start - 1
        before = counts[place.level]
        counts[place.level] = level.start if before is None else before + 1
        counts[place.level + 1 :] = [None] * (_LEVELS - place.level)
        if level.format == "bullet":
            return "•"
        if level.format == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            one = levels.get(at, _Level())
            count = counts[at]
            return numeral(one.start if count is None else count, one.format)

        return _PLACE.sub(shown, level.text)[:_LONGEST_MARKER].strip()


def numeral(number: int, written: str) -> str:
    """``number`` as Word's format of that name writes it: "iv" for lowerRoman, "c" for lowerLetter."""
    match written:
        case "lowerRoman" | "upperRoman" if 0 < number < 4_000:
            letters, left = "", number
            for value, sign in _ROMAN:
                letters += sign * (left // value)
                left %= value
            return letters if written == "lowerRoman" else letters.upper()
        case "lowerLetter" | "upperLetter" if number > 0:
            letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
            return letter if written == "lowerLetter" else letter.upper()
        case "decimalZero":
            return f"{number:02d}"
    return str(number)


def _levels(one: Element) -> Iterator[tuple[int, _Level]]:
    for level in one.findall("lvl"):
        yield (
            _number(level.get("ilvl"), 0),
            _Level(
                _value(level, "numFmt") or "decimal", _number(_value(level, "start"), 1), _value(level, "lvlText") or ""
            ),
        )


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 7 else otherwise


def _children(root: Element | None, tag: str) -> Iterator[Element]:
    yield from root.findall(tag) if root is not None else ()


def _value(element: Element, tag: str) -> str | None:
    found = element.find(tag)
    return found.get("val") if found is not None else None
