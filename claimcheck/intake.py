"""Which texts an audit is about: paths to texts, each with the claims file that a person keeps for it."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck import claimsfile, readers
from claimcheck.errors import UnreadableText
from claimcheck.extract import extract
from claimcheck.model import PROSE_KINDS, Document, Extraction

CLAIMS_SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text under audit. ``document`` is ``None`` when only its claims file is at hand."""

    extraction: Extraction
    document: Document | None


def files(paths: Sequence[str]) -> tuple[str, ...]:
    """Every text and claims file under ``paths``, in the order given, folders and patterns in the order of names.

    The chapters that a LaTeX text includes follow it.

    Raises:
        UnreadableText: a path is missing, or a folder holds nothing that can be read.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path != "-" and Path(path).is_dir():
            inside = tuple(_walk(path))
            if not inside:
                raise UnreadableText(
                    "the folder holds no text and no claims file",
                    place=path,
                    remedy=f"texts end in {', '.join(sorted(readers.suffixes()))}; claims files in .yaml",
                )
            found.update(dict.fromkeys(inside))
        elif path != "-" and glob.has_magic(path) and not Path(path).exists():
            found.update(dict.fromkeys(_matching(path)))
        else:
            found[path] = None
            found.update(dict.fromkeys(one for one in readers.parts(path) if _says_anything(one)))
    return tuple(found)


def _says_anything(part: str) -> bool:
    """False for a chapter that is missing or holds macros alone."""
    try:
        document = readers.read_file(part)
    except UnreadableText:
        return False
    return any(block.body and block.kind in PROSE_KINDS for block in document.blocks)


def _matching(pattern: str) -> tuple[str, ...]:
    """The files that a pattern means where no shell expanded it; ``**`` stands for any folders."""
    matching = tuple(sorted(path for path in glob.iglob(pattern, recursive=True) if Path(path).is_file()))
    if not matching:
        raise UnreadableText("no file matches this pattern", place=pattern, remedy="** stands for folders of any depth")
    return matching


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.normpath(os.path.join(place, name))  # essay.md in ".", not ./essay.md
            suffix = os.path.splitext(name)[1].lower()
            if name.startswith("."):
                continue
            if suffix in readers.suffixes() or (suffix in CLAIMS_SUFFIXES and claimsfile.is_claims_file(path)):
                yield path


def texts(paths: Sequence[str], claims_folder: Path) -> Iterator[Text]:
    """The texts under ``paths``, each read once.

    A text is joined with its claims file when one lies in ``claims_folder`` or among ``paths``; a claims file whose
    text is not at hand stands for it.
    """
    listed = files(paths)
    claims_files = [path for path in listed if os.path.splitext(path)[1].lower() in CLAIMS_SUFFIXES]
    joined: set[str] = set()
    for path in listed:
        if path in claims_files:
            continue
        document = readers.read_file(path)
        fresh = extract(document)
        kept = claimsfile.default_path(path, str(claims_folder))
        if path != "-" and Path(kept).is_file():
            joined.add(os.path.realpath(kept))
            fresh = claimsfile.merge(claimsfile.read(kept), fresh, document)
        yield Text(fresh, document)
    for path in claims_files:
        if os.path.realpath(path) not in joined:
            yield _from_claims_file(path)


def _from_claims_file(path: str) -> Text:
    """A claims file by itself: its claims are placed in the text where that is at hand, else in the file."""
    kept = claimsfile.read(path)
    text = claimsfile.text_path(kept)
    if text is None:
        return Text(kept, None)
    document = readers.read_file(text)
    return Text(claimsfile.locate(kept, document), document)


def earlier(paths: Sequence[str], audited: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The claims files under ``paths``, those of the ``audited`` texts left out: what was claimed before.

    Raises:
        UnreadableText: a path is missing, or holds no claims file.
    """
    own = {os.path.realpath(path) for text in audited for path in (text.claims_path, text.document.path) if path}
    found: list[Extraction] = []
    for path in paths:
        listed = [name for name in files([path]) if os.path.splitext(name)[1].lower() in CLAIMS_SUFFIXES]
        if not listed:
            raise UnreadableText("holds no claims file", place=path, remedy="claims files end in .yaml")
        for name in listed:
            kept = claimsfile.read(name)
            text = claimsfile.text_path(kept)
            if os.path.realpath(name) not in own and (text is None or os.path.realpath(text) not in own):
                found.append(kept)
    return tuple(found)
