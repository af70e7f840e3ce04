"""JSON: records as rows, long strings as paragraphs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Block, BlockKind, Document, Metadata, Span
from claimcheck.readers._decode import decode
from claimcheck.readers._language import language_of
from claimcheck.readers._refusal import Refusal, refuse_blank

MEDIA_TYPES = ("application/json", "application/ld+json", "application/geo+json", "application/feed+json")
SUFFIXES: tuple[str, ...] = ()

_ROW = 200  # characters from which a string is a paragraph and not a cell
_DEEPEST = 100
_TITLES = ("title", "headline", "name")


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """Data as a document: one row "key: value; key: value" for each object, in the order of the file.

    ``text`` is rendered. A file of one JSON value a line is read as a list of them.

    Raises:
        UnreadableText: it is not JSON, or holds no value.
    """
    source = decode(data, path=path, declared=charset)
    refuse_blank(source, path)
    value = _loaded(source, path)
    parts: list[str] = []
    blocks: list[Block] = []
    offset = 0
    for kind, line in _rows(value, (), 0):
        words = " ".join(line.split())
        if words:
            blocks.append(Block(Span(offset, offset + len(words)), kind))
            parts.append(words)
            offset += len(words) + 1
    text = "\n".join(parts) + "\n"
    refuse_blank(text, path, "it holds no value")
    title = next((value[key] for key in _TITLES if isinstance(value.get(key), str)), None) if _is_map(value) else None
    return Document(
        path=path, text=text, prose=text, media_type="application/json", sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(blocks), title=" ".join(title.split())[:500] if title else None, language=language_of(text),
        metadata=Metadata(canonical_url=url),
    )  # fmt: skip


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _loaded(source: str, path: str) -> Any:
    try:
        return json.loads(source)
    except RecursionError:
        pass
    except ValueError:
        try:
            return [json.loads(line) for line in source.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            pass
    raise Refusal("broken", "it is not JSON", place=path, remedy="give its words as a text file")


def _rows(value: Any, keys: tuple[str, ...], depth: int) -> Iterator[tuple[BlockKind, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        cells = [(str(key), _cell(part)) for key, part in value.items()]
        row = [f"{key}: {cell}" for key, cell in cells if cell is not None and len(cell) < _ROW]
        if row:
            yield "table-row", "; ".join(row)
        for (key, cell), part in zip(cells, value.values(), strict=True):
            if cell is None:
                yield from _rows(part, (*keys, key), depth + 1)
            elif len(cell) >= _ROW:
                yield "paragraph", cell
    elif isinstance(value, list):
        for part in value:
            yield from _rows(part, keys, depth + 1)
    elif (cell := _cell(value)) is not None:
        kind: BlockKind = "paragraph" if len(cell) >= _ROW else "table-row"
        yield kind, f"{keys[-1]}: {cell}" if keys and kind == "table-row" else cell


def _cell(value: Any) -> str | None:
    """A value that fits a cell; ``None`` for lists and objects."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return repr(value)
        case _:
            return None
