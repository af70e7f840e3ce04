"""The bytes of a page on their way: small ones in memory, large ones in an unnamed file.

A PDF of 100 MB passes through the fetcher, the store and its reader without ever being whole in this process. The file
has no name, so that a killed run leaves nothing behind.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from typing import IO

KEPT = 512 * 1024
"""Bytes up to which a body stays in memory."""
HEAD = 256 * 1024
"""Bytes at the beginning that can be looked at without reading the file: enough for signs of what it is."""
PIECE = 256 * 1024


class Body:
    """What is written piece by piece and then read. ``size`` is in bytes, ``sha256`` the digest of all of them."""

    def __init__(self, data: bytes = b"") -> None:
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=KEPT)  # noqa: SIM115 - it outlives this call
        self._digest = hashlib.sha256()
        self.size = 0
        self.head = b""
        if data:
            self.write(data)

    def write(self, piece: bytes) -> None:
        """Adds ``piece`` at the end."""
        if len(self.head) < HEAD:
            self.head += piece[: HEAD - len(self.head)]
        self._file.write(piece)
        self._digest.update(piece)
        self.size += len(piece)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def pieces(self) -> Iterator[bytes]:
        """All bytes from the beginning, ``PIECE`` at a time."""
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece

    def whole(self) -> bytes:
        """All bytes at once: only for what is known to be small."""
        self._file.seek(0)
        return self._file.read()

    def is_blank(self) -> bool:
        """True when it holds nothing but white space and NULs."""
        return not any(piece.strip(b" \t\r\n\x00") for piece in self.pieces())

    def file(self) -> IO[bytes]:
        """The bytes as a file at its beginning, with a descriptor that a child process can inherit."""
        if isinstance(self._file, tempfile.SpooledTemporaryFile):
            self._file.rollover()
        self._file.seek(0)
        self._file.flush()
        return self._file

    def close(self) -> None:
        """Lets go of the bytes."""
        self._file.close()

    def __del__(self) -> None:
        self._file.close()
