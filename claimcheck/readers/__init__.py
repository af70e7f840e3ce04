"""Bytes to documents, one file per format. Texts under audit and fetched sources go through the same readers.

A reader is a module of this room with ``MEDIA_TYPES``, ``SUFFIXES`` and
``read(data, *, path, url=None, charset=None) -> Document``; adding a format is adding that file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from itertools import islice
from pathlib import Path, PurePath
from types import ModuleType

from claimcheck import catalogue
from claimcheck.model import Document
from claimcheck.readers._beside import attach, included
from claimcheck.readers._refusal import Reason, Refusal, refuse_blank
from claimcheck.readers._remarks import remarks
from claimcheck.readers._sniff import media_type_of

__all__ = ["MAX_BYTES", "Reason", "Refusal", "parts", "read_bytes", "read_file", "suffixes"]

MAX_BYTES = 256_000_000
"""Bytes beyond which a file is not opened: no text is that long, and a device or a log would fill the memory."""

_NEIGHBOURS = 2_000  # names of a folder that are looked at for a suggestion


def read_file(path: str) -> Document:
    """The document in the file ``path``, with the records of its bibliography files; "-" reads standard input.

    Raises:
        UnreadableText: with its remedy; the raised ``Refusal`` also carries the reason as a value.
    """
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if path == "-" else _bytes_of(Path(path), path)
    if path == "-":
        _STANDARD_INPUT[:] = [data]
    if len(data) > MAX_BYTES:
        raise Refusal(
            "too-big", f"it is larger than {MAX_BYTES:,} bytes", place=path, remedy="split the text into parts"
        )
    return attach(read_bytes(data, path=path))


_STANDARD_INPUT: list[bytes] = []


def standard_input() -> bytes | None:
    """What was last read from standard input, which gives it only once; ``None`` when nothing was."""
    return _STANDARD_INPUT[0] if _STANDARD_INPUT else None


def read_bytes(
    data: bytes, *, path: str, media_type: str | None = None, charset: str | None = None, url: str | None = None
) -> Document:
    """The document in ``data``. ``media_type`` and ``charset`` are what a server declared; both are only believed as
    far as the bytes bear them out. ``url`` makes links absolute. ``path`` names the document in messages.

    Raises:
        UnreadableText: with its remedy; the raised ``Refusal`` also carries the reason as a value.
    """
    if not data:
        refuse_blank("", path)
    found = media_type_of(data, path=path, declared=media_type, readable=_suffix_types())
    reader = _readers().get(found)
    if reader is not None:
        document: Document = reader.read(data, path=path, url=url, charset=charset)
        return document if url else replace(document, remarks=remarks(document))
    match found.partition("/")[0]:
        case "image":
            raise Refusal("needs-ocr", "it is an image", place=path, remedy="give its words as a text file")
        case "binary":
            raise Refusal("binary", "it is not text", place=path, remedy=f"give one of {', '.join(sorted(suffixes()))}")
    raise Refusal(
        "unsupported-type",
        f"no reader for {found}",
        place=path,
        remedy=f"save it as one of {', '.join(sorted(suffixes()))}",
    )


def parts(path: str) -> tuple[str, ...]:
    """The files that a text is made of beside its own, where its format has such: ``\\input`` and ``\\include``."""
    return included(path)


def suffixes() -> frozenset[str]:
    """File name endings, dot included, of every format that can be read; what a folder is searched for."""
    return frozenset(_suffix_types())


@cache
def _readers() -> dict[str, ModuleType]:
    """Readers by media type."""
    return {kind: reader for reader in catalogue.members("readers").values() for kind in reader.MEDIA_TYPES}


@cache
def _suffix_types() -> dict[str, str]:
    """Media types by file name ending."""
    return {suffix: reader.MEDIA_TYPES[0] for reader in _readers().values() for suffix in reader.SUFFIXES}


def _bytes_of(file: Path, path: str) -> bytes:
    try:
        if file.is_dir():
            raise Refusal("folder", "it is a folder", place=path, remedy="name a file in it")
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refusal("missing", "no such file", place=path, remedy=_suggestion(file)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise Refusal("forbidden", f"cannot be opened: {reason}", place=path, remedy="check its permissions") from None


def _suggestion(file: Path) -> str:
    if not file.parent.is_dir():
        return f"there is no folder {file.parent}"
    names = [child.name for child in islice(_children(file.parent), _NEIGHBOURS)]
    stem = file.stem.casefold()
    near = [name for name in names if PurePath(name).stem.casefold() == stem]
    near += [name for name in get_close_matches(file.name, names, n=3) if name not in near]
    return f"did you mean {' or '.join(sorted(near[:3]))}?" if near else "check the spelling of its name"


def _children(folder: Path) -> Iterator[Path]:
    try:
        yield from folder.iterdir()
    except OSError:
        return
