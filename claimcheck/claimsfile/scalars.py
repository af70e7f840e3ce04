"""Strings as YAML scalars that read back as the same strings, in every reader of YAML 1.1 and 1.2.

Plain where nothing can be mistaken, folded blocks for long text, double quotes for the rest: ``NO``, ``1e3`` and
``2024-01-01`` are text in a claims file and stay text in an editor's other tools.
"""

from __future__ import annotations

import re
from functools import lru_cache

WIDTH = 100
"""Columns after which text is folded."""

_WORDS = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"}
)  # fmt: skip
"""Words that one reader of YAML or another takes for a truth value, nothing, or a number."""

# Not allowed raw: controls, line breaks that only YAML sees (U+0085, U+2028, U+2029), byte-order marks, non-characters,
# and the bidirectional overrides, which can make an editor show other words than those that are read.
_ESCAPED = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = re.compile(r"(?:[^\W\d_]|\.{0,2}/|[+-][0-9]{1,3} [^\W\d_])[^\n]*")
_SHORT = {"\0": "\\0", "\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def clean(text: str) -> str:
    """``text`` without lone surrogates, which no file can hold; U+FFFD takes their place."""
    return _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=1 << 13)  # units, names and reasons come again and again
def inline(text: str, *, flow: bool = False) -> str:
    """``text`` on one line; ``flow``: inside ``{}`` or ``[]``."""
    text = clean(text)
    return text if _is_plain(text, flow) else _quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    return bool(
        _PLAIN.fullmatch(text)
        and text.lower() not in _WORDS
        and not _ESCAPED.search(text)
        and ": " not in text
        and " #" not in text
        and text[-1] not in ": \u00a0"
        and not (flow and re.search(r"[,\[\]{}:?#&*!|>'\"%@`]", text))
    )


def _quoted(text: str) -> str:
    if re.search(r'["\\]', text) and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"  # without a backslash before each quotation mark
    text = "".join(_SHORT.get(character, character) for character in text)
    return '"' + _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + '"'


def block(text: str, indent: int) -> str:
    """``text`` as the value of a key, its further lines indented by ``indent`` columns; may span several lines."""
    text = clean(text)
    lines = text.split("\n")
    if _ESCAPED.search(text.replace("\n", "")) or any(line != line.strip(" ") for line in lines) or not lines[0]:
        return _quoted(text)
    margin = " " * indent
    if len(lines) == 1:
        short = inline(text)
        if indent + len(short) <= WIDTH or len(folded := _folded(text, WIDTH - indent)) == 1:
            return short
        return ">-\n" + "\n".join(margin + line for line in folded)
    if not lines[-1]:
        return _quoted(text)
    return "|-\n" + "\n".join(margin + line if line else "" for line in lines)


def _folded(text: str, width: int) -> list[str]:
    """``text`` broken at single spaces: a reader puts one space back for each break."""
    lines, current = [], ""
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", text):
        if current and len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*lines, current]
