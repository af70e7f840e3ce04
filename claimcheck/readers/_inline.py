"""Where the syntax of Markdown's inline elements stands in the source, which markdown-it itself does not keep.

Each inline rule is wrapped: when it succeeds, the wrapper notes the stretch it consumed. What no rule claims as syntax
is prose.
"""

# ruff: noqa: ARG001  # the notes on all rules share one signature

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

_Rule = Callable[[StateInline, bool], bool]
_MARKS = "claimcheck_marks"  # key in markdown-it's environment
_MANY = 10_000
_TAG_ADDRESS = re.compile(r"<a\s[^>]{0,2000}?href\s*=\s*[\"']?([^\"'>\s]{1,4000})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link: the stretch of its visible words, its address, and its label where it has one."""

    start: int
    end: int
    url: str
    label: str | None = None
    note: bool = False
    """A footnote mark."""


@dataclass(slots=True)
class Marks:
    """What was found in one run of inline Markdown; offsets count in its content."""

    syntax: list[tuple[int, int]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    characters: list[tuple[int, str]] = field(default_factory=list)
    """Entities that stand for one character, and where they begin."""
    delimiters: list[tuple[int, int, Token]] = field(default_factory=list)
    tag: tuple[int, str] | None = None
    """End and address of the ``<a>`` that is open."""
    run: list[Token] | None = None
    """Keeps the run's token list alive: marks are found by its identity, which another list would inherit."""


def parser(source: str) -> MarkdownIt:
    """A parser for ``source``: CommonMark with tables, strikethrough and footnotes.

    ``marks_of`` tells what it found in an inline token. Links are not looked for in a source of ten thousand openings
    that mostly never close: nobody wrote it, and trying each of them costs a minute a megabyte.
    """
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    for rule in markdown.inline.ruler.__rules__:
        markdown.inline.ruler.at(rule.name, _noting(rule.name, rule.fn))
    markdown.inline.ruler2.after("emphasis", "claimcheck", _settle)
    markdown.core.ruler.disable("text_join")  # it would replace the token lists by which marks are found
    for opening, closing in (("[", "]"), ("](", ")")):
        if source.count(opening) > _MANY and source.count(closing) * 2 < source.count(opening):
            markdown.disable(["link", "image", "footnote_ref"])
    return markdown


def marks_of(token: Token, environment: dict[str, Any]) -> Marks:
    """The marks of an ``inline`` token."""
    marks: Marks = environment.get(_MARKS, {}).get(id(token.children), Marks())
    return marks


def _marks(state: StateInline) -> Marks:
    found: dict[int, Marks] = state.env.setdefault(_MARKS, {})
    return found.setdefault(id(state.tokens), Marks(run=state.tokens))


def _noting(name: str, rule: _Rule) -> _Rule:
    note = _NOTES.get(name)
    if note is None:
        return rule

    def noting(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            note(state, start, state.tokens[known:], _marks(state))
        return True

    return noting


def _note_delimiters(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    """Stars, underscores and tildes, which only later turn out to be emphasis or themselves."""
    position = state.pos
    for token in reversed(tokens):
        if position <= start or not token.content or set(token.content) != {state.src[position - 1]}:
            break
        marks.delimiters.append((position - len(token.content), position, token))
        position -= len(token.content)


def _note_link(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    close = state.md.helpers.parseLinkLabel(state, start)
    opening = next((token for token in tokens if token.type == "link_open"), None)
    if close < 0 or opening is None:
        return
    marks.syntax += [(start, start + 1), (close, state.pos)]
    label = None
    if state.pos == close + 1 or state.src.startswith("[", close + 1):
        label = state.src[close + 2 : state.pos - 1] or state.src[start + 1 : close]
    marks.anchors.append(Anchor(start + 1, close, str(opening.attrs.get("href", "")), label))


def _note_footnote(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    marks.syntax.append((start, state.pos))
    marks.anchors.append(Anchor(start + 2, state.pos - 1, "", state.src[start + 2 : state.pos - 1], note=True))


def _note_autolink(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    marks.syntax += [(start, start + 1), (state.pos - 1, state.pos)]
    url = next((str(token.attrs.get("href", "")) for token in tokens if token.type == "link_open"), "")
    marks.anchors.append(Anchor(start + 1, state.pos - 1, url))


def _note_code(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    if tokens and tokens[-1].type == "code_inline":  # else a lone backtick, which is text
        marks.syntax.append((start, state.pos))


def _note_all(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    marks.syntax.append((start, state.pos))


def _note_tag(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    marks.syntax.append((start, state.pos))
    tag = state.src[start : state.pos]
    if match := _TAG_ADDRESS.match(tag):
        marks.tag = (state.pos, match[1])
    elif tag.lower().startswith("</a") and marks.tag is not None:
        marks.anchors.append(Anchor(marks.tag[0], start, marks.tag[1]))
        marks.tag = None


def _note_escape(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    marks.syntax.append((start, start + 1))


def _note_entity(state: StateInline, start: int, tokens: list[Token], marks: Marks) -> None:
    special = next((token for token in tokens if token.type == "text_special"), None)
    if special is not None:
        marks.syntax.append((start, state.pos))
        if len(special.content) == 1 and special.content.isprintable():
            marks.characters.append((start, special.content))


def _settle(state: StateInline) -> None:
    """Delimiters that became emphasis are syntax; the others stay the characters they are."""
    marks = _marks(state)
    for start, end, token in marks.delimiters:
        if token.type != "text" or not token.content:
            marks.syntax.append((start, end))
    marks.delimiters.clear()


_NOTES: dict[str, Callable[[StateInline, int, list[Token], Marks], None]] = {
    "emphasis": _note_delimiters,
    "strikethrough": _note_delimiters,
    "link": _note_link,
    "footnote_ref": _note_footnote,
    "autolink": _note_autolink,
    "backticks": _note_code,
    "image": _note_all,
    "html_inline": _note_tag,
    "escape": _note_escape,
    "entity": _note_entity,
}
