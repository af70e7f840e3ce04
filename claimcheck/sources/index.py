"""The index of the evidence store: one SQLite file, a row a URL.

SQLite's write-ahead log makes a kill at any moment harmless and lets two audits share a store: a change is in the file
whole or not at all, and one process waits for the other. A change reads and writes inside one transaction, so that two
processes that note a failure of one page both count.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimcheck.errors import StoreError

WAIT_S = 60.0
"""Seconds to wait for another process that is writing."""
_SCHEMA = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS records (url TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (sha256 TEXT, first INTEGER, past INTEGER, verdict TEXT, claim TEXT,
                                     PRIMARY KEY (sha256, first, past, claim)) WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""


class Index:
    """Rows by URL in the file ``path``, which is made at the first change. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._open: sqlite3.Connection | None = None
        self._writes = self._made = False

    def get(self, url: str) -> str | None:
        """The record of ``url``.

        Raises:
            StoreError: the index is damaged or cannot be opened.
        """
        with self._reading() as base:
            row = base.execute("SELECT record FROM records WHERE url = ?", (_key(url),)).fetchone() if base else None
        return row[0] if row else None

    def all(self) -> tuple[tuple[str, str], ...]:
        """Every (URL, record), by URL.

        Raises:
            StoreError: the index is damaged or cannot be opened.
        """
        with self._reading() as base:
            return tuple(base.execute("SELECT url, record FROM records ORDER BY url")) if base else ()

    def change(self, url: str, edit: Callable[[str | None], str]) -> None:
        """Replaces the record of ``url`` by what ``edit`` makes of it, in one transaction.

        Raises:
            StoreError: it could not be written; what was there before is untouched.
        """
        with self._writing() as base:
            row = base.execute("SELECT record FROM records WHERE url = ?", (_key(url),)).fetchone()
            record = edit(row[0] if row else None)
            base.execute("INSERT OR REPLACE INTO records VALUES (?, ?)", (_key(url), record))

    def passages(self, sha256: str) -> tuple[tuple[int, int, str, str], ...]:
        """Stretches (start, end) of the page with this digest that decided a verdict, with the verdict and the claim.

        Raises:
            StoreError: the index is damaged or cannot be opened.
        """
        with self._reading() as base:
            question = "SELECT first, past, verdict, claim FROM passages WHERE sha256 = ? ORDER BY first, past, claim"
            return tuple(base.execute(question, (sha256,))) if base else ()

    def mark(self, rows: Sequence[tuple[str, int, int, str, str]]) -> None:
        """Notes (digest, start, end, verdict, claim) of passages that decided; those of the same pages are forgotten.

        Raises:
            StoreError: it could not be written.
        """
        with self._writing() as base:
            base.executemany("DELETE FROM passages WHERE sha256 = ?", [(sha,) for sha in {row[0] for row in rows}])
            base.executemany("INSERT OR REPLACE INTO passages VALUES (?, ?, ?, ?, ?)", rows)

    def check(self) -> str | None:
        """What is wrong with the file itself; ``None`` when it is whole or does not exist."""
        try:
            with self._reading() as base:
                found = base.execute("PRAGMA quick_check").fetchone()[0] if base else "ok"
        except StoreError as error:
            return error.message
        return None if found == "ok" else str(found)

    def close(self) -> None:
        """Closes the file; the next use opens it again."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    # -- the connection --------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        with self._lock, self._errors("read"):
            base = self._open or (self._connect(write=False) if self.path.is_file() else None)
            if base is not None and not self._made:
                # A process was killed between making the file and making its tables, or is doing so just now.
                self.close()
                base = None
            yield base

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._errors("written"):
            base = self._open if self._open is not None and self._writes else self._connect(write=True)
            _patiently(base, "BEGIN IMMEDIATE")
            try:
                yield base
                base.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    base.execute("ROLLBACK")
                raise

    def _connect(self, *, write: bool) -> sqlite3.Connection:
        self.close()
        if write:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        # A store on a read-only disk has no place for the log; nobody else can be writing there.
        modes = ("rwc",) if write else ("rw", "ro", "ro&immutable=1")
        for mode in modes:
            address = f"{self.path.absolute().as_uri()}?mode={mode}"
            base = sqlite3.connect(address, uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
            try:
                if mode in {"rwc", "rw"}:
                    _patiently(base, "PRAGMA journal_mode = WAL")
                    base.execute("PRAGMA synchronous = NORMAL")
                known = base.execute("PRAGMA user_version").fetchone()[0]
                if write and known == 0:
                    base.executescript(_SCHEMA)
                self._made = write or known > 0
                break
            except BaseException as error:
                base.close()
                if mode == modes[-1] or not isinstance(error, sqlite3.OperationalError):
                    raise
        self._open, self._writes = base, write
        weakref.finalize(self, base.close)
        return base

    @contextlib.contextmanager
    def _errors(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
            reason = getattr(error, "strerror", None) or str(error)
            raise StoreError(
                f"the index of the evidence store could not be {doing} ({reason})",
                place=str(self.path),
                remedy="move it away and fetch again; the kept pages beside it are untouched"
                if damaged
                else "free some disk space and check that the folder may be written; nothing that was there is lost",
            ) from error


def _patiently(base: sqlite3.Connection, statement: str) -> None:
    """Executes ``statement``, again while another process holds the file.

    SQLite's own wait does not cover the change to the write-ahead log: of two processes that make a store at the same
    moment, one was told at once that the database is locked.
    """
    until = time.monotonic() + WAIT_S
    while True:
        try:
            base.execute(statement)
        except sqlite3.OperationalError as error:
            if (
                error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
                or time.monotonic() > until
            ):
                raise
            time.sleep(0.01)
        else:
            return


def _key(url: str) -> str:
    return url.encode("utf-8", "replace").decode("utf-8")
