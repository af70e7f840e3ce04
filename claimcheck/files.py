"""Files written so that an old one survives until the new one is whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from claimcheck.errors import StoreError


def save(content: str | bytes, path: Path) -> None:
    """Write ``content`` (text as UTF-8) beside ``path``, then rename it over ``path``.

    Raises:
        StoreError: the folder is missing or read-only, or the disk is full; the old file is as it was.
    """
    aside: str | None = None
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # /dev/stdout or a named pipe: there is no old file to keep, and none to put there
            return
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:64]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(aside).chmod(0o666 & ~umask)
        Path(aside).replace(path)
    except OSError as error:
        _forget(aside)
        raise StoreError(
            f"cannot be written: {error.strerror}",
            place=str(path),
            remedy="name a folder that exists and can be written, with room on its disk; the old file is untouched",
        ) from None
    except BaseException:
        _forget(aside)
        raise


def check_writable(path: Path) -> None:
    """Nothing, when ``save`` can be expected to write ``path``; nothing is changed on the disk.

    Raises:
        StoreError: ``path`` is a folder, or stands in one that is missing or read-only.
    """
    remedy = "name a file in a folder that exists and can be written"
    if path.is_dir():
        raise StoreError("cannot be written: it is a folder", place=str(path), remedy=remedy)
    if not path.parent.is_dir():
        raise StoreError(f"cannot be written: there is no folder {path.parent}", place=str(path), remedy=remedy)
    if not os.access(path.parent if path.is_file() or not path.exists() else path, os.W_OK):
        raise StoreError("cannot be written: permission denied", place=str(path), remedy=remedy)


def _forget(aside: str | None) -> None:
    if aside is not None:
        Path(aside).unlink(missing_ok=True)
