"""The evidence store: what was fetched, kept by content, so that a verdict can be looked at again years later.

::

    ROOT/objects/ab/abcdef...zst   the bytes of a page, named by the SHA-256 of what was read, compressed
    ROOT/index.sqlite              what is known of each URL

Pages are written aside and renamed, and the index is changed in transactions, so a kill, a full disk or a second
process at the same time leaves either the old state or the new one. Bytes are written before the record that names
them. Nothing here opens a connection.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claimcheck.errors import StoreError, UnreadableText, UsageError
from claimcheck.model import OUTCOMES, EvidenceKind, Outcome
from claimcheck.sources import guard
from claimcheck.sources.body import PIECE, Body
from claimcheck.sources.index import Index

LARGEST = 100 * 1024 * 1024
"""Bytes of one stored page: the limit for a fetched PDF."""
KEPT_FAILURES = 20
"""Failures remembered of one URL: the latest of each day, of the latest days."""
USABLE: frozenset[Outcome] = frozenset({"ok", "moved", "front-page", "abstract-only"})
"""Outcomes whose page may be held against a claim."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed: the address that answered, with its HTTP status (200 for a meta refresh)."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Stored:
    """One visit of a URL, or one copy added by hand. ``fetched_at`` is an ISO 8601 UTC instant.

    ``sha256`` names the bytes kept (``None``: none were kept). ``headers`` are those an archive needs; cookies and
    anything that identifies the visitor are never among them.
    """

    url: str
    outcome: Outcome
    detail: str = ""
    evidence: EvidenceKind = "live"
    final_url: str | None = None
    http_status: int | None = None
    media_type: str | None = None
    charset: str | None = None
    title: str | None = None
    sha256: str | None = None
    fetched_at: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    hops: tuple[Hop, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """One attempt that brought nothing to read."""

    at: str
    outcome: Outcome
    detail: str


@dataclass(frozen=True, slots=True)
class Deposit:
    """A copy that a web archive made at a person's request: when (ISO 8601 UTC) and its address there."""

    at: str
    url: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known of one URL.

    ``last`` is the latest visit that got a definite answer, ``kept`` the latest one whose page was usable (the same,
    unless the page has gone bad since), ``manual`` a copy that a person added, ``archived`` one that a web archive had.
    ``failures`` are those since ``last``. ``deposit`` is where a web archive keeps it at a person's request.
    """

    url: str
    last: Stored | None = None
    kept: Stored | None = None
    manual: Stored | None = None
    archived: Stored | None = None
    failures: tuple[Failure, ...] = ()
    deposit: Deposit | None = None

    def copies(self) -> tuple[Stored, ...]:
        """Visits whose bytes are kept, without repetition."""
        return tuple(
            dict.fromkeys(
                copy for copy in (self.manual, self.kept, self.archived, self.last) if copy is not None and copy.sha256
            )
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the store: ``place`` is a path below its root."""

    place: str
    message: str


class Store:
    """The evidence store in folder ``root``, which is made when something is first put there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._index = Index(root / "index.sqlite")

    # -- reading ---------------------------------------------------------------------------------------------------

    def record(self, url: str) -> Record | None:
        """What is known of ``url``; ``None`` for nothing, or for a record that was damaged (see ``verify``).

        Raises:
            StoreError: the index cannot be read.
        """
        key = normal(url)
        return _record_or_none(key, self._index.get(key))

    def get(self, url: str) -> Stored | None:
        """The best copy of ``url``: one added by hand, else the latest usable one, else the latest visit."""
        record = self.record(url)
        return None if record is None else record.manual or record.kept or record.archived or record.last

    def load(self, sha256: str | None) -> Body | None:
        """The page with this digest; ``None`` when it is not there or is no longer what it was."""
        if not sha256:
            return None
        body = Body()
        try:
            for piece in _undone(self._object_path(sha256)):
                body.write(piece)
        except (OSError, ValueError):
            return None
        return body if body.sha256 == sha256 else None

    def body(self, sha256: str | None) -> bytes | None:
        """The bytes of ``load``, all at once."""
        body = self.load(sha256)
        return None if body is None else body.whole()

    def holds(self, sha256: str | None) -> bool:
        """True when the bytes with this digest are there and are what they were."""
        if not sha256:
            return False
        try:
            return _digest(self._object_path(sha256)) == sha256
        except (OSError, ValueError):
            return False

    def lists(self, sha256: str | None) -> bool:
        """True when there is a file for this digest, whole or not."""
        return bool(sha256) and self._object_path(sha256 or "").is_file()

    def entries(self) -> tuple[Record, ...]:
        """Every record, by URL; damaged ones are left out (see ``verify``).

        Raises:
            StoreError: the index cannot be read.
        """
        found = (_record_or_none(url, text) for url, text in self._index.all())
        return tuple(record for record in found if record is not None)

    def verify(self) -> tuple[Problem, ...]:
        """Every problem: bytes that do not have their digest, records that cannot be read or name missing bytes."""
        problems: list[Problem] = []
        for path in sorted((self.root / "objects").glob("*/*.zst")):
            place = path.relative_to(self.root).as_posix()
            try:
                digest = _digest(path)
            except (OSError, ValueError) as error:
                problems.append(Problem(place, f"cannot be read ({error})"))
                continue
            if digest != path.stem:
                problems.append(Problem(place, f"the bytes have digest {digest[:12]}…, not the one of their name"))
        damage = self._index.check()
        if damage is not None:
            return (*problems, Problem(self._index.path.name, damage))
        for url, text in self._index.all():
            record = _record_or_none(url, text)
            if record is None:
                problems.append(Problem(self._index.path.name, f"the record of {url} cannot be read"))
                continue
            problems.extend(
                Problem(self._index.path.name, f"the bytes of {url} are missing ({copy.sha256[:12]}…)")
                for copy in record.copies()
                if copy.sha256 and not self._object_path(copy.sha256).is_file()
            )
        return tuple(problems)

    def passages(self, sha256: str | None) -> tuple[tuple[int, int, str, str], ...]:
        """(start, end, verdict, claim) of each stretch of this page's text that decided a verdict in the last audit."""
        return self._index.passages(sha256) if sha256 else ()

    # -- writing ---------------------------------------------------------------------------------------------------

    def put(self, stored: Stored, body: Body | bytes | None) -> Stored:
        """``file``, for those who need not know what else is known of the URL."""
        return self.file(stored, body)[0]

    def file(self, stored: Stored, body: Body | bytes | None) -> tuple[Stored, Record]:
        """Files a visit; returns it with the digest of ``body``, and everything that is known of its URL by now.

        A usable page replaces the one before it. An unusable one (a paywall, a soft 404) is noted beside it, so that
        evidence once read is never lost to a page that went bad. The failures before are forgotten.

        Raises:
            StoreError: it could not be written; what was there before is untouched.
        """
        if body is not None:
            stored = replace(stored, sha256=self._write_object(body))
        filed = replace(stored, url=normal(stored.url))

        def put(record: Record) -> Record:
            kept = filed if filed.outcome in USABLE and filed.sha256 else record.kept
            return replace(record, last=filed, kept=kept, failures=())

        return filed, self._change(filed.url, put)

    def put_archived(self, stored: Stored, body: Body | bytes) -> Stored:
        """Files the copy of a page that a web archive had; the visits of the live page stay as they are.

        Raises:
            StoreError: it could not be written; what was there before is untouched.
        """
        filed = replace(stored, url=normal(stored.url), sha256=self._write_object(body))
        self._change(filed.url, lambda record: replace(record, archived=filed))
        return filed

    def note_failure(self, url: str, failure: Failure) -> Record:
        """Adds a failed attempt to the history of ``url``.

        Raises:
            StoreError: it could not be written.
        """

        def note(record: Record) -> Record:
            # A page that is tried every minute must not push the other days out of its history.
            days = {entry.at[:10] + entry.outcome: entry for entry in (*record.failures, failure)}
            return replace(record, failures=tuple(days.values())[-KEPT_FAILURES:])

        return self._change(normal(url), note)

    def note_deposit(self, url: str, deposit: Deposit) -> None:
        """Notes where a web archive keeps ``url``.

        Raises:
            StoreError: it could not be written.
        """
        self._change(normal(url), lambda record: replace(record, deposit=deposit))

    def mark_passages(self, rows: Sequence[tuple[str, int, int, str, str]]) -> None:
        """Notes (digest, start, end, verdict, claim) of the passages that decided verdicts, for ``sources show``.

        Raises:
            StoreError: it could not be written.
        """
        if rows:
            self._index.mark(rows)

    def add_manual(self, url: str, file: str | Path) -> Stored:
        """Files the copy of ``url`` that a person saved (a paywalled page, a PDF, a print to text).

        Raises:
            UsageError: ``url`` is no web address.
            UnreadableText: ``file`` is missing, too big, or of a kind that cannot be read.
            StoreError: it could not be written.
        """
        _key(url)  # a wrong address is told before a wrong file
        path = Path(file)
        try:
            if path.stat().st_size > LARGEST:
                raise UnreadableText(
                    "the file is larger than 100 MB", place=str(path), remedy="save the page as PDF or text"
                )
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableText(
                f"the file cannot be read ({error.strerror or error})", place=str(path), remedy="check the path"
            ) from None
        return self.file_copy(url, data, str(path))

    def file_copy(self, url: str, data: bytes, path: str) -> Stored:
        """Files ``data`` as the copy of ``url`` that a person saved; ``path`` is what its file was called.

        Raises:
            UsageError: ``url`` is no web address.
            UnreadableText: ``data`` is of a kind that cannot be read.
            StoreError: it could not be written.
        """
        from claimcheck.readers import read_bytes

        key = _key(url)
        document = read_bytes(data, path=path, url=key)
        name = Path(path).name
        stored = Stored(
            key, "ok", f"copy added by hand from {name}", "manual", final_url=key, media_type=document.media_type,
            title=document.title, sha256=self._write_object(data), fetched_at=now(),
        )  # fmt: skip
        self._change(key, lambda record: replace(record, manual=stored))
        return stored

    def take_back(self, url: str, sha256: str, earlier: str | None = None) -> bool:
        """Take the copy of ``url`` with this digest out of its record again; false when another is there by now.

        ``earlier`` is the digest of the copy that it replaced, which is put back. The bytes themselves are kept.

        Raises:
            StoreError: it could not be written.
        """
        key = _key(url)
        record = self.record(key)
        if record is None or record.manual is None or record.manual.sha256 != sha256:
            return False
        self._change(key, lambda known: replace(known, manual=None))
        data = self.body(earlier)
        if data is not None:
            self.file_copy(url, data, "an earlier copy")
        return True

    def export(self, path: str | Path) -> int:
        """Writes every kept page to ``path`` as WARC 1.1; returns how many.

        Raises:
            StoreError: the file could not be written; an older one at that path is untouched.
        """
        from claimcheck.sources.archive_file import write_warc

        target = Path(path)
        with _aside(target) as stream:
            return write_warc(stream, self._pages(), name=target.name)

    def _pages(self) -> Iterator[tuple[Stored, Body]]:
        for record in self.entries():
            for copy in record.copies():
                body = self.load(copy.sha256)
                if body is not None:
                    yield copy, body

    def close(self) -> None:
        """Closes the index; the next use opens it again."""
        self._index.close()

    # -- files -----------------------------------------------------------------------------------------------------

    def _object_path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("not a SHA-256 digest")  # never a path out of the store
        return self.root / "objects" / sha256[:2] / f"{sha256}.zst"

    def _write_object(self, body: Body | bytes) -> str:
        body = Body(body) if isinstance(body, bytes) else body
        if not (self.lists(body.sha256) and self.holds(body.sha256)):
            import zstandard

            with _aside(self._object_path(body.sha256)) as stream:
                packer = zstandard.ZstdCompressor(level=3).compressobj(size=body.size)
                for piece in body.pieces():
                    stream.write(packer.compress(piece))
                stream.write(packer.flush())
        return body.sha256

    def _change(self, key: str, edit: Callable[[Record], Record]) -> Record:
        changed = Record(key)

        def rewrite(text: str | None) -> str:
            nonlocal changed
            changed = edit(_record_or_none(key, text) or Record(key))
            written = json.dumps(_fields(changed), ensure_ascii=False, sort_keys=True)
            return written.encode("utf-8", "replace").decode("utf-8")

        self._index.change(key, rewrite)
        return changed


def _key(url: str) -> str:
    try:
        return guard.parse(url).url
    except (guard.MalformedURL, guard.ForbiddenURL) as error:
        raise UsageError(f"not a web address: {url!r} ({error})", remedy="give the URL as the text cites it") from None


def normal(url: str) -> str:
    """The key of ``url``: its address without fragment, or the words themselves when they are no address."""
    try:
        return guard.parse(url).url
    except (guard.MalformedURL, guard.ForbiddenURL):
        return url.strip()


def now() -> str:
    """This instant, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write_aside(path: Path, data: bytes) -> None:
    """Writes ``data`` beside ``path`` and renames it there.

    Raises:
        StoreError: it could not be written; the old file is untouched.
    """
    with _aside(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def _aside(path: Path) -> Iterator[Any]:
    part = path.with_name(f".{path.name[:40]}.{os.getpid()}.{secrets.token_hex(4)}.part")
    try:
        try:
            opened = part.open("wb")
        except FileNotFoundError:  # asked for only when it fails: most folders are there
            path.parent.mkdir(parents=True, exist_ok=True)
            opened = part.open("wb")
        with opened as stream:
            yield stream
        part.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise StoreError(
            f"could not be written ({error.strerror or error})",
            place=str(path),
            remedy="free some disk space and check that the folder may be written; nothing that was there is lost",
        ) from error


def _undone(path: Path) -> Iterator[bytes]:
    """The bytes of an object, piece by piece.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no object.
    """
    import zstandard

    with path.open("rb") as stream:
        try:
            if not 0 <= zstandard.frame_content_size(stream.read(64)) <= LARGEST:
                raise ValueError("its size is not what a page may have")
            stream.seek(0)
            with zstandard.ZstdDecompressor().stream_reader(stream) as reader:
                while piece := reader.read(PIECE):
                    yield piece
        except zstandard.ZstdError as error:
            raise ValueError(str(error)) from None


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    for piece in _undone(path):
        digest.update(piece)
    return digest.hexdigest()


def _fields(value: Any) -> Any:
    """A record, or a part of it, as JSON holds it. ``asdict`` copies every string anew, and took half of a filing."""
    if isinstance(value, tuple):
        return [_fields(part) for part in value]
    names = _NAMES.get(type(value))
    return value if names is None else {name: _fields(getattr(value, name)) for name in names}


def _record_or_none(url: str, text: str | None) -> Record | None:
    try:
        record = _read_record(text) if text is not None else None
    except ValueError:
        return None
    return record if record is not None and record.url == url else None


def _read_record(text: str) -> Record:
    """The record in ``text``.

    Raises:
        ValueError: it is no record.
    """
    raw = json.loads(text)
    if not isinstance(raw, dict) or not isinstance(raw.get("url"), str):
        raise ValueError("not a record")
    failures = raw.get("failures") or []
    try:
        return Record(
            url=raw["url"],
            last=_read_stored(raw.get("last")),
            kept=_read_stored(raw.get("kept")),
            manual=_read_stored(raw.get("manual")),
            archived=_read_stored(raw.get("archived")),
            failures=tuple(Failure(**failure) for failure in failures),
            deposit=Deposit(**raw["deposit"]) if raw.get("deposit") else None,
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a record ({error})") from None


_NAMES = {kind: tuple(entry.name for entry in fields(kind)) for kind in (Record, Stored, Hop, Failure, Deposit)}
_FIELDS = frozenset(_NAMES[Stored])


def _read_stored(raw: Any) -> Stored | None:
    if raw is None:
        return None
    values = {name: value for name, value in raw.items() if name in _FIELDS}  # a newer version may know more
    values["hops"] = tuple(Hop(**hop) for hop in raw.get("hops") or ())
    values["headers"] = tuple((str(name), str(value)) for name, value in raw.get("headers") or ())
    stored = Stored(**values)
    if stored.outcome not in OUTCOMES:
        raise ValueError(f"unknown outcome {stored.outcome!r}")
    return stored
