"""The claims file: what was found in a text, as YAML that people edit and keep under version control."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from claimcheck import files
from claimcheck.claimsfile.dump import dumps
from claimcheck.claimsfile.edit import edited
from claimcheck.claimsfile.load import SCHEMA, loads, read
from claimcheck.claimsfile.locate import locate, text_path
from claimcheck.claimsfile.merge import merge
from claimcheck.errors import ClaimcheckError, StoreError
from claimcheck.model import Extraction

__all__ = [
    "SCHEMA", "default_path", "dumps", "edited", "is_claims_file", "loads", "locate", "merge", "read", "text_path",
    "write",
]  # fmt: skip


def write(extraction: Extraction, path: str) -> bool:
    """Write the claims file of ``extraction``; false when ``path`` already holds just that and was left alone.

    The new file is written aside and then renamed, so that a full disk or a kill leaves the old one whole.

    Raises:
        StoreError: it cannot be written.
    """
    content = dumps(extraction).encode()
    target = Path(path).resolve()  # a link stays a link
    try:
        if target.is_file() and target.read_bytes() == content:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(
            f"cannot be written: {reason}", place=path, remedy="name a folder that can be written with --claims"
        ) from None
    files.save(content, target)
    return True


def default_path(document_path: str, folder: str) -> str:
    """Where the claims file of a text lies: ``essay.txt`` has ``claims/essay.yaml``.

    Where that one is about another text of the same name, ``2024/essay.txt`` has ``claims/2024/essay.yaml``: two
    texts that share a file would each call the claims of the other stale.
    """
    name = "standard-input" if document_path == "-" else PurePath(document_path).stem
    plain = PurePath(folder, f"{name}.yaml")
    folders = [part for part in PurePath(document_path).parent.parts if part not in {"..", PurePath(part).anchor}]
    nested = PurePath(folder, *folders, f"{name}.yaml")
    if folders and (os.path.isfile(nested) or _is_of_another(str(plain), document_path)):
        return str(nested)
    return str(plain)


def _is_of_another(path: str, document_path: str) -> bool:
    """True when the claims file at ``path`` names a text that is there, and is not the one at ``document_path``."""
    try:
        theirs = text_path(read(path))
    except ClaimcheckError:
        return False
    return theirs is not None and os.path.realpath(theirs) != os.path.realpath(document_path)


def is_claims_file(path: str) -> bool:
    """True when the file looks like one near its beginning; false as well when it cannot be read.

    A mistyped schema must not make a claims file pass for something else: it would silently not be audited.
    """
    try:
        with open(path, "rb") as file:
            head = file.read(4096)
    except OSError:
        return False
    if b"claimcheck/claim" in head:
        return True
    lines = head.splitlines()
    return all(any(line.startswith(key) for line in lines) for key in (b"document:", b"claims:"))
