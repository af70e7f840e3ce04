"""The YAML or TOML head of a Markdown file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.readers._dates import iso_date

_HEAD = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(.{0,65536}?)(?:^|(?<=[\r\n]))(?:\1|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
_FIELD = re.compile(r"[A-Za-z_][\w-]*\s*[:=]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head says; ``length`` characters and ``lines`` lines of the file are it, none when there is no head."""

    length: int = 0
    lines: int = 0
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None


def front_matter(text: str) -> FrontMatter:
    """The head of ``text``; a head with mistakes counts as a head that says nothing."""
    match = _HEAD.match(text)
    # Two rulers around a paragraph are no head: a head names fields.
    if match is None or not (
        _FIELD.match(match[2].lstrip()) or not match[2].strip() or match[2].lstrip().startswith("#")
    ):
        return FrontMatter()
    fields = _fields(match[2], toml=match[1] == "+++")
    published = fields.get("date") or fields.get("published") or fields.get("pubdate")
    modified = (
        fields.get("modified") or fields.get("updated") or fields.get("lastmod") or fields.get("last_modified_at")
    )
    return FrontMatter(
        length=match.end(),
        lines=len(re.findall(r"\r\n|\n|\r", match[0])),
        title=_words(fields.get("title")),
        authors=_names(fields.get("author", fields.get("authors"))),
        published=iso_date(_words(published)),
        modified=iso_date(_words(modified)),
        language=_words(fields.get("lang") or fields.get("language")),
    )


def _fields(source: str, *, toml: bool) -> Mapping[str, Any]:
    if toml:
        try:
            value: Any = tomllib.loads(source.replace("\r\n", "\n"))
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
    else:
        import yaml

        try:
            # No tags are resolved beyond plain values, and aliases share what they name, so a bomb stays small here.
            value = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        except (yaml.YAMLError, ValueError, RecursionError):
            return {}
    return {str(key).lower(): entry for key, entry in value.items()} if isinstance(value, dict) else {}


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
