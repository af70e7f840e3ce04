"""The audited texts themselves, read again where they are at hand.

A finished audit says what a text is (path, digest) and never what it holds. Reports that show it, or that count in it,
read the file once more (what came from standard input is still in memory in the run that read it), and only if it is,
byte for byte, what was audited: offsets into another text would point at the wrong words.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from claimcheck import readers
from claimcheck.errors import UnreadableText
from claimcheck.model import Audit, Document, DocumentInfo

PLAIN = frozenset({"text/plain", "text/markdown", "text/x-tex", "text/x-wiki"})


def at_hand(audit: Audit) -> dict[str, Document | str]:
    """Each document of the audit by path: the text, or why it cannot be shown, in words."""
    return {document.path: _read(document) for document in audit.documents}


def is_plain(document: Document) -> bool:
    """True when lines and columns of the text are those of the file."""
    return document.media_type in PLAIN and document.lines is None


def _read(info: DocumentInfo) -> Document | str:
    file = Path(info.path)
    try:
        if info.path == "-":
            return _as_audited(info, readers.standard_input(), "it was read from standard input")
        # A finished audit may come from anywhere: what it names is opened only if it is a regular file.
        if not file.is_file():
            return "its file is not at hand"
        if file.stat().st_size > readers.MAX_BYTES:
            return "its file is too large"
        data = file.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return "its file cannot be opened"
    return _as_audited(info, data, "its file has changed since the audit")


def _as_audited(info: DocumentInfo, data: bytes | None, otherwise: str) -> Document | str:
    if data is None or sha256(data).hexdigest() != info.sha256:
        return otherwise
    try:
        return readers.read_bytes(data, path=info.path)
    except UnreadableText as error:
        return f"its file cannot be read: {error.message}"
