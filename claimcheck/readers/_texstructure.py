"""Which brace closes which, and where each environment of a LaTeX text ends: one pass, however deep they nest.

pylatexenc reads 190 KB a second and calls itself for every level: 3,000 open braces end it. What a reader of running
text needs is less, and no more than this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

VERBATIM = frozenset(
    """verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim lstlisting minted alltt filecontents filecontents*
    comment spverbatim pycode sageblock luacode""".split()
)
"""Environments whose content TeX does not read as such."""
_SIGN = re.compile(
    r"\\(?:url|href|path|nolinkurl)\s{0,3}\{[^{}\n]{0,4000}\}"  # a "%" in an address begins no comment
    r"|\\(?P<edge>begin|end)\s{0,3}\{(?P<name>[^{}\n\\]{1,60})\}"
    r"|\\verb\*?(?P<fence>[^A-Za-z\s*])[^\n]{0,2000}?(?P=fence)"
    r"|\\(?P<off>iffalse)(?![A-Za-z])|\\.|%[^\n]*|(?P<brace>[{}])",
    re.DOTALL,
)


@dataclass(slots=True)
class Structure:
    """``braces``: offset of an opening brace -> of its closing one. ``environments``: offset of ``\\begin`` -> of the
    ``\\end`` that belongs to it. What has no partner is in neither. ``\\iffalse`` counts as one.
    """

    braces: dict[int, int] = field(default_factory=dict)
    environments: dict[int, int] = field(default_factory=dict)
    document: int | None = None
    """Where ``\\begin{document}`` ends."""
    end: int | None = None
    """Where ``\\end{document}`` begins."""


def structure_of(text: str) -> Structure:
    found = Structure()
    braces: list[int] = []
    environments: dict[str, list[int]] = {}
    absent: set[str] = set()
    at = 0
    while match := _SIGN.search(text, at):
        at = match.end()
        if match["brace"] == "{":
            braces.append(match.start())
        elif match["brace"]:
            if braces:
                found.braces[braces.pop()] = match.start()
        elif match["off"]:
            at = _past(text, "\\fi", at, absent)
            if at > match.end():
                found.environments[match.start()] = at
        elif match["edge"] == "begin":
            name = match["name"]
            if name in VERBATIM:
                stop = _past(text, f"\\end{{{name}}}", at, absent)
                if stop > at:
                    found.environments[match.start()] = stop - len(name) - 6
                at = stop
                continue
            if name == "document":
                found.document = found.document or match.end()
            environments.setdefault(name, []).append(match.start())
        elif match["edge"]:
            name = match["name"]
            if name == "document" and found.document is not None:
                found.end = match.start()
                return found
            if opened := environments.get(name):
                found.environments[opened.pop()] = match.start()
    return found


def _past(text: str, sign: str, at: int, absent: set[str]) -> int:
    """Behind the next ``sign``; ``at`` itself where there is none any more, which is looked for once only."""
    if sign in absent:
        return at
    found = text.find(sign, at)
    if found == -1:
        absent.add(sign)
        return at
    return found + len(sign)
