"""A Word file opened: its parts, unpacked within bounds and parsed as XML that may define no entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from claimcheck.readers._refusal import Refusal

LARGEST = 96_000_000
"""Bytes of XML, all parts together, beyond which a file is refused. A book of a thousand pages has 20 to 40 million."""
ELEMENTS = 5_000_000
"""Elements beyond which a file is refused; a book of a thousand pages has 1 to 3 million."""
CHARACTERS = 24_000_000
"""Characters between tags beyond which a file is refused; a book of a thousand pages has 3 million."""

_SMALL = 16_000_000  # bytes of a part that is kept as a tree (styles, lists, relationships)
_SMALL_ELEMENTS = 400_000
_CHUNK = 65_536  # bytes
_RESAVE = "open it in a word processor and save it again as .docx"

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship of a part leads: a part's name, or an address when ``external``."""

    kind: str
    """Last word of its type: "hyperlink", "footnotes"."""
    target: str
    external: bool


class Package:
    """The parts of one file. Reading them counts against limits that hold for all together."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._left = LARGEST
        self._elements = ELEMENTS
        self._characters = CHARACTERS
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError):
            raise self.broken() from None
        self._names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in self._zip.namelist()}

    def broken(self, message: str = "the Word file is damaged") -> Refusal:
        return Refusal("broken", message, place=self._path, remedy=_RESAVE)

    def has(self, name: str) -> bool:
        return name.casefold() in self._names

    def holds(self, folder: str) -> bool:
        """Whether any part lies in ``folder``."""
        return any(name.startswith(f"{folder}/") for name in self._names)

    def parse(self, name: str, start: Start, end: End, characters: Characters) -> None:
        """Hands the elements of a part over as they come; names and attributes are "namespace local".

        Raises:
            Refusal: the part is missing, damaged, encrypted, too big, or declares a document type.
        """
        self._parse(name, start, end, characters, self._left, self._elements)

    def tree(self, name: str) -> Element | None:
        """A small part as a tree whose tags and attributes have no namespaces; ``None`` where there is none to read."""
        if not self.has(name):
            return None
        builder = TreeBuilder()

        def start(tag: str, attributes: dict[str, str]) -> None:
            builder.start(_local(tag), {_local(key): value for key, value in attributes.items()})

        def end(tag: str) -> None:
            builder.end(_local(tag))

        try:
            self._parse(name, start, end, builder.data, _SMALL, _SMALL_ELEMENTS)
            return builder.close()
        except Refusal as refusal:
            if refusal.reason == "broken":
                return None  # without its styles a text can still be read
            raise

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of the part ``name`` by their ids; "" asks for those of the whole file."""
        folder, _, base = name.rpartition("/")
        root = self.tree(f"{folder}/_rels/{base}.rels".lstrip("/"))
        found: dict[str, Relation] = {}
        for one in root.iter("Relationship") if root is not None else ():
            external = one.get("TargetMode") == "External"
            target = one.get("Target") or ""
            target = target if external else _joined(folder, target)
            found[one.get("Id") or ""] = Relation((one.get("Type") or "").rpartition("/")[2], target, external)
        return found

    def _parse(
        self, name: str, start: Start, end: End, characters: Characters, most_bytes: int, most_elements: int
    ) -> None:
        written = self._names.get(name.casefold())
        if written is None:
            raise self.broken(f"the Word file lacks its part {name}")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        left = min(most_elements, self._elements)

        def counted(tag: str, attributes: dict[str, str]) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise self._too_big()
            start(tag, attributes)

        def measured(words: str) -> None:
            self._characters -= len(words)
            if self._characters < 0:
                raise self._too_big()
            characters(words)

        def refuse(*_: object) -> None:
            raise self.broken("the Word file declares a document type, which no word processor writes")

        parser.StartElementHandler = counted
        parser.EndElementHandler = end
        parser.CharacterDataHandler = measured
        parser.StartDoctypeDeclHandler = refuse
        before = left
        room = min(most_bytes, self._left)
        try:
            info = self._zip.getinfo(written)
            if info.flag_bits & 1:
                raise Refusal(
                    "encrypted", "it asks for a password", place=self._path, remedy="save a copy without a password"
                )
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    room -= len(chunk)
                    self._left -= len(chunk)
                    if room < 0:
                        raise self._too_big()
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, NotImplementedError, OSError, ValueError):
            # ValueError: an encoding that Python does not know
            raise self.broken() from None
        finally:
            self._elements -= before - left

    def _too_big(self) -> Refusal:
        return Refusal(
            "too-big",
            f"it unpacks to more than {LARGEST:,} bytes, {ELEMENTS:,} elements or {CHARACTERS:,} characters",
            place=self._path,
            remedy="split the text into parts, or save it as plain text",
        )


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts: list[str] = []
    for part in (*PurePosixPath(folder).parts, *target.replace("\\", "/").split("/")):
        if part == "..":
            parts[-1:] = []
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
