"""The bibliography files that belong to a text: those that it names, and one of its own name beside it.

A text is not to be trusted: only regular files inside its own folder are opened, never one behind an absolute path,
behind ".." or behind a link that leads out of the folder. What is not opened stays in the result with its reason.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from claimcheck.errors import UnreadableText
from claimcheck.model import BibliographyFile, Document, SourceRecord, Span
from claimcheck.readers import _bibtex, _csl
from claimcheck.readers._decode import decode
from claimcheck.readers._places import Places

_LARGEST = 32_000_000  # bytes of a bibliography file: 60,000 entries
_MOST = 30  # files that one text may name
_PART = 2_000_000  # bytes of a file that a LaTeX text includes
_NEIGHBOURS = 60  # LaTeX files of a folder among which the one that includes a chapter is looked for
_SUFFIXES = {".bib": "bibtex", ".bibtex": "bibtex", ".biblatex": "bibtex", ".json": "json", ".yaml": "yaml",
             ".yml": "yaml", ".bbl": "bbl"}  # fmt: skip
_TEX = frozenset({".tex", ".ltx", ".latex"})
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_NAMES = re.compile(
    r"\\(bibliography|addbibresource|addglobalbib|addsectionbib)\s{0,3}(?:\[[^\]]{0,200}\])?\s{0,3}\{([^{}]{1,2000})\}"
)
_INCLUDES = re.compile(r"\\(?:input|include|subfile|subfileinclude)\s{0,3}\{\s{0,3}([^{}\s]{1,300})\s{0,3}\}")
_ITEM = re.compile(r"\\bibitem\s*(?:\[(?:[^\[\]{}]|\{[^{}]{0,300}\}){0,300}\])?\s*\{([^{}\s]{1,200})\}\s*")
_ITEM_END = re.compile(r"\\end\{thebibliography\}|\\bibitem\b")


def names_in(text: str) -> Iterator[tuple[str, Span]]:
    """The bibliography files that a LaTeX text names, each with the place of its name; comments are none."""
    for match in _NAMES.finditer(_bare(text)):
        for part in re.finditer(r"[^,\s][^,]*", match[2]):
            written = part[0].strip()
            start = match.start(2) + part.start()
            suffixed = written if match[1] != "bibliography" or written.endswith(".bib") else f"{written}.bib"
            yield suffixed, Span(start, start + len(written))


def _bare(text: str) -> str:
    """``text``, of the same length, without what TeX's comments hold."""
    return _COMMENT.sub(lambda match: " " * len(match[0]), text) if "%" in text else text


def included(path: str) -> tuple[str, ...]:
    """The files inside its folder that the LaTeX text at ``path`` is made of, in the order it names them."""
    if Path(path).suffix.lower() not in _TEX:
        return ()
    folder = _Folder(Path(path).parent)
    text = folder.open(Path(path).name)
    return tuple(shown for shown, _ in folder.parts(text)) if isinstance(text, str) else ()


def attach(document: Document) -> Document:
    """``document`` with the records of its bibliography files."""
    named = list(document.bibliographies[:_MOST])
    if document.path == "-":
        lost = tuple(replace(one, problem="a text on standard input has no folder") for one in named)
        return replace(document, bibliographies=lost) if lost else document
    folder = _Folder(Path(document.path).parent)
    if Path(document.path).suffix.lower() in _TEX:
        _read_tex(document, named, folder)
    else:
        for one in named:
            folder.read(one.path, one.named)
    if not named and not folder.files and not document.records:
        beside = Path(document.path).with_suffix(".bib")
        if beside.is_file():
            folder.read(beside.name, None)
    if not folder.files and not folder.records:
        return document
    return replace(
        document,
        records=(*document.records, *folder.records),
        bibliographies=tuple(folder.files),
    )


def _read_tex(document: Document, named: Sequence[BibliographyFile], folder: _Folder) -> None:
    """What a LaTeX text names, what the files name that it includes, and what the text names that includes it."""
    for one in named:
        folder.read(one.path, one.named)
    for path, text in folder.parts(document.text):
        for written, _ in names_in(text):
            folder.read(written, None)
        folder.records += bibitems(text, path)
    stem = Path(document.path).stem
    missing = any(one.problem for one in folder.files)
    if (missing or not folder.files) and not folder.records and "\\bibitem" not in document.text:
        compiled = folder.open(f"{stem}.bbl")
        if isinstance(compiled, str) and (found := bibitems(compiled, folder.shown(f"{stem}.bbl"))):
            folder.files = [BibliographyFile(folder.shown(f"{stem}.bbl"))]
            folder.records += found
    if not folder.files and not folder.records and "\\documentclass" not in document.text:
        _read_whole(document, folder)


def _read_whole(document: Document, folder: _Folder) -> None:
    """A chapter has no bibliography: that of the text which includes it, in its folder or in the one above."""
    chapter = Path(document.path)
    for place in (folder, _Folder(folder.place.parent if folder.place.name not in {"", ".."} else folder.place / "..")):
        for name in sorted(place.names())[:_NEIGHBOURS]:
            text = place.open(name) if name != chapter.name or place is not folder else None
            if not isinstance(text, str) or "\\documentclass" not in text:
                continue
            included = {_with_tex(one[1]) for one in _INCLUDES.finditer(_bare(text))}
            if not any((place.place / one).resolve() == chapter.resolve() for one in included):
                continue
            for written, _ in names_in(text):
                place.read(written, None)
            place.records += bibitems(text, place.shown(name))
            folder.files, folder.records = place.files, place.records
            return


def bibitems(text: str, path: str) -> list[SourceRecord]:
    """The entries of ``thebibliography``; what they say is left to be read from their words."""
    places, bare = Places(text), _bare(text)
    found = []
    for match in _ITEM.finditer(bare):
        stop = _ITEM_END.search(bare, match.end())
        end = match.end() + len(text[match.end() : stop.start() if stop else len(text)].rstrip())
        line, column = places.of(match.end())
        span = Span(match.end(), end)
        found.append(SourceRecord(match[1], span.of(text), span, line, column, path))
    return found


def _with_tex(name: str) -> str:
    return name if Path(name).suffix.lower() in _TEX else f"{name}.tex"


@dataclass
class _Folder:
    """The folder of a text: what may be opened in it, and what was."""

    place: Path
    files: list[BibliographyFile] = field(default_factory=list)
    records: list[SourceRecord] = field(default_factory=list)

    def shown(self, name: str) -> str:
        """The path of a file as a person opens it from where the text was opened."""
        return os.path.normpath(self.place / name)

    def names(self) -> Iterator[str]:
        try:
            for entry in os.scandir(self.place):
                if Path(entry.name).suffix.lower() in _TEX:
                    yield entry.name
        except OSError:
            return

    def parts(self, text: str) -> Iterator[tuple[str, str]]:
        """The files that a LaTeX text includes, and those that they include, each once, with their paths."""
        waiting = [text]
        seen: set[str] = set()
        while waiting and len(seen) < _MOST:
            for match in _INCLUDES.finditer(_bare(waiting.pop())):
                name = _with_tex(match[1])
                if name in seen or len(seen) >= _MOST:
                    continue
                seen.add(name)
                part = self.open(name, most=_PART)
                if isinstance(part, str):
                    waiting.append(part)
                    yield self.shown(name), part

    def read(self, name: str, named: Span | None) -> None:
        """Reads one bibliography file, once; what hinders it is kept."""
        if any(one.path == self.shown(name) for one in self.files):
            return
        text = self.open(name)
        if not isinstance(text, str):
            # The text may say "library" for "library.bib".
            other = self.open(f"{name}.bib") if not Path(name).suffix else text
            name, text = (f"{name}.bib", other) if isinstance(other, str) else (name, text)
        path = self.shown(name)
        problem = text.why if isinstance(text, _Shut) else None
        if isinstance(text, str):
            try:
                self.records += _records(text, path)
            except _csl.BrokenRecords as error:
                self.records += error.records
                problem = str(error)
        self.files.append(BibliographyFile(path if _is_inside(name) else name, named, problem))

    def open(self, name: str, *, most: int = _LARGEST) -> str | _Shut:
        """The words of a file of this folder, or why they are not read."""
        if "://" in name:
            return _Shut("it is an address; only files beside the text are opened")
        if not _is_inside(name):
            return _Shut("it lies outside the folder of the text and is not opened")
        file = self.place / name
        try:
            if not file.exists():
                return _Shut("there is no such file")
            if not file.is_file():
                return _Shut("it is no regular file")
            if not file.resolve().is_relative_to(self.place.resolve()):
                return _Shut("it is a link that leads out of the folder of the text")
            with file.open("rb") as stream:
                data = stream.read(most + 1)
        except (OSError, ValueError) as error:
            return _Shut(f"it cannot be opened: {getattr(error, 'strerror', None) or error}")
        if len(data) > most:
            return _Shut(f"it is larger than {most:,} bytes")
        if b"\x00" in data[:65_536] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return _Shut("it is not text")
        try:
            return decode(data, path=str(file))
        except UnreadableText as error:
            return _Shut(error.message)


@dataclass(frozen=True, slots=True)
class _Shut:
    """A file that was not read."""

    why: str


def _is_inside(name: str) -> bool:
    """False for absolute paths of any system, for "..", and for a home directory."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    absolute = PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or PureWindowsPath(name).root
    return bool(parts) and not absolute and ".." not in parts and not name.startswith("~") and "\0" not in name


def _records(text: str, path: str) -> Sequence[SourceRecord]:
    match _SUFFIXES.get(Path(path).suffix.lower()):
        case "json":
            return _csl.from_json(text, path)
        case "yaml":
            return _csl.from_yaml(text, path)
        case "bbl":
            return bibitems(text, path)
        case "bibtex":
            return _bibtex.records(text, path)
        case _:
            raise _csl.BrokenRecords(f"its format is not read; {', '.join(sorted(_SUFFIXES))} are")
