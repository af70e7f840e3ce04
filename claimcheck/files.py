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
    try:
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:64]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
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


def _forget(aside: str | None) -> None:
    if aside is not None:
        Path(aside).unlink(missing_ok=True)
