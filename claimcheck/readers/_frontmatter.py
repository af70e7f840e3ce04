"""The YAML or TOML head of a Markdown file, and the YAML blocks that pandoc reads further down."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.model import BibliographyFile, SourceRecord, Span
from claimcheck.readers import _csl
from claimcheck.readers._dates import iso_date
from claimcheck.readers._yaml import BrokenYaml, Node, compose

_HEAD = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(.{0,4000000}?)(?:^|(?<=[\r\n]))(?:\1|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
_FIELD = re.compile(r"[A-Za-z_][\w-]*\s*[:=]", re.MULTILINE)
_LATER = re.compile(r"\n[ \t\r]*\n(---[ \t]*\r?\n)(?=(?:references|bibliography|nocite|csl)[ \t]*:)")
_LATER_END = re.compile(r"^(?:---|\.\.\.)[ \t\r]*$", re.MULTILINE)
_MOST_LATER = 20  # blocks of metadata behind the head


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head says; ``length`` characters and ``lines`` lines of the file are it, none when there is no head.

    ``bibliographies`` are the files that it names, unread, and ``records`` the sources that it describes itself; both
    also from the blocks of metadata further down, which ``later`` gives.
    """

    length: int = 0
    lines: int = 0
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    bibliographies: tuple[BibliographyFile, ...] = ()
    records: tuple[SourceRecord, ...] = ()
    later: tuple[Span, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """The head of ``text``; a head with mistakes counts as a head that says nothing."""
    match = _HEAD.match(text)
    # Two rulers around a paragraph are no head: a head names fields.
    if match is not None and not (
        _FIELD.match(match[2].lstrip()) or not match[2].strip() or match[2].lstrip().startswith("#")
    ):
        match = None
    sources: list[tuple[Node, int, str]] = []
    fields: Mapping[str, Any] = {}
    if match is not None and match[1] == "+++":
        fields = _toml(match[2])
    elif match is not None and (root := _yaml(match[2])) is not None and isinstance(root.value, dict):
        sources.append((root, match.start(2), match[2]))
        fields = {name.lower(): node.plain() for name, node in root.value.items() if name != "references"}
    later = tuple(_later(text, match.end() if match else 0))
    for span in later:
        start = text.index("\n", span.start) + 1
        source = re.sub(r"\n(?:---|\.\.\.)[ \t\r]*\Z", "", text[start : span.end])
        if (root := _yaml(source)) is not None:
            sources.append((root, start, source))
    published = fields.get("date") or fields.get("published") or fields.get("pubdate")
    modified = (
        fields.get("modified") or fields.get("updated") or fields.get("lastmod") or fields.get("last_modified_at")
    )
    return FrontMatter(
        length=match.end() if match else 0,
        lines=len(re.findall(r"\r\n|\n|\r", match[0])) if match else 0,
        title=_words(fields.get("title")),
        authors=_names(fields.get("author", fields.get("authors"))),
        published=iso_date(_words(published)),
        modified=iso_date(_words(modified)),
        language=_words(fields.get("lang") or fields.get("language")),
        bibliographies=tuple(one for root, at, _ in sources for one in _named(root, at)),
        records=tuple(
            record for root, at, source in sources for record in _csl.of_node(root, source, None, offset=at, whole=text)
        ),
        later=later,
    )


def _later(text: str, start: int) -> Iterator[Span]:
    """Blocks of metadata behind the head that describe sources; pandoc reads them wherever they stand."""
    for _ in range(_MOST_LATER):
        match = _LATER.search(text, max(0, start - 2))
        if match is None:
            return
        close = _LATER_END.search(text, match.end())
        start = close.end() if close else len(text)
        yield Span(match.start(1), match.start(1) + len(text[match.start(1) : start].rstrip()))


def _named(root: Node, offset: int) -> Iterator[BibliographyFile]:
    node = root.value.get("bibliography") if isinstance(root.value, dict) else None
    named = node.value if node is not None and isinstance(node.value, list) else [node] if node is not None else []
    for one in named:
        if isinstance(one.value, str) and one.value.strip():
            yield BibliographyFile(one.value.strip(), Span(one.start + offset, one.end + offset))


def _yaml(source: str) -> Node | None:
    try:
        return compose(source)
    except BrokenYaml:
        return None


def _toml(source: str) -> Mapping[str, Any]:
    try:
        value = tomllib.loads(source.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {key.lower(): entry for key, entry in value.items()}


def _words(value: Any) -> str | None:
    if isinstance(value, (str, int, float)) or hasattr(value, "isoformat"):
        return " ".join(str(value).split()) or None
    return None


def _names(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    names: list[str] = []
    for entry in listed[:100]:
        name = _words(entry.get("name") if isinstance(entry, dict) else entry)
        if name:
            names += re.split(r"\s*;\s*|\s+and\s+|\s+&\s+", name) if len(listed) == 1 else [name]
    return tuple(name for name in names if name)
