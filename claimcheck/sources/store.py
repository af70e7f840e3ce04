"""The evidence store: what was fetched, kept by content, so that a verdict can be looked at again years later.

::

    ROOT/objects/ab/abcdef...zst   the bytes of a page, named by the SHA-256 of what was read, compressed
    ROOT/index/12/1234....json     what is known of one URL, named by the SHA-256 of the URL

Every file is written aside and renamed, so a kill, a full disk or a second process at the same time leaves either the
old file or the new one. Bytes are written before the record that names them. Nothing here opens a connection.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claimcheck.errors import StoreError, UnreadableText, UsageError
from claimcheck.model import OUTCOMES, EvidenceKind, Outcome
from claimcheck.sources import guard

LARGEST = 100 * 1024 * 1024
"""Bytes of one stored page: the limit for a fetched PDF."""
KEPT_FAILURES = 20
"""Failures remembered of one URL, the latest ones."""
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
class Record:
    """Everything known of one URL.

    ``last`` is the latest visit that got a definite answer, ``kept`` the latest one whose page was usable (the same,
    unless the page has gone bad since), ``manual`` a copy that a person added. ``failures`` are those since ``last``.
    """

    url: str
    last: Stored | None = None
    kept: Stored | None = None
    manual: Stored | None = None
    failures: tuple[Failure, ...] = ()

    def copies(self) -> tuple[Stored, ...]:
        """Visits whose bytes are kept, without repetition."""
        return tuple(
            dict.fromkeys(copy for copy in (self.manual, self.kept, self.last) if copy is not None and copy.sha256)
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the store: ``place`` is a path below its root."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Store:
    """The evidence store in folder ``root``, which is made when something is first put there."""

    root: Path

    # -- reading ---------------------------------------------------------------------------------------------------

    def record(self, url: str) -> Record | None:
        """What is known of ``url``; ``None`` for nothing, or for a record that was damaged (see ``verify``)."""
        key = normal(url)
        try:
            record = _read_record(self._record_path(key))
        except (OSError, ValueError):
            return None
        return record if record.url == key else None

    def get(self, url: str) -> Stored | None:
        """The best copy of ``url``: one added by hand, else the latest usable one, else the latest visit."""
        record = self.record(url)
        return None if record is None else record.manual or record.kept or record.last

    def body(self, sha256: str | None) -> bytes | None:
        """The bytes with this digest; ``None`` when they are not there or are no longer what they were."""
        if not sha256:
            return None
        try:
            data = _decompress(self._object_path(sha256).read_bytes())
        except (OSError, ValueError):
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def entries(self) -> tuple[Record, ...]:
        """Every record, by URL; damaged ones are left out (see ``verify``)."""
        found: list[Record] = []
        for path in self._files("index", "*.json"):
            with contextlib.suppress(OSError, ValueError):
                found.append(_read_record(path))
        return tuple(sorted(found, key=lambda record: record.url))

    def verify(self) -> tuple[Problem, ...]:
        """Every problem: bytes that do not have their digest, records that cannot be read or name missing bytes."""
        problems: list[Problem] = []
        for path in self._files("objects", "*.zst"):
            place = path.relative_to(self.root).as_posix()
            try:
                digest = hashlib.sha256(_decompress(path.read_bytes())).hexdigest()
            except (OSError, ValueError) as error:
                problems.append(Problem(place, f"cannot be read ({error})"))
                continue
            if digest != path.stem:
                problems.append(Problem(place, f"the bytes have digest {digest[:12]}…, not the one of their name"))
        for path in self._files("index", "*.json"):
            place = path.relative_to(self.root).as_posix()
            try:
                record = _read_record(path)
            except (OSError, ValueError) as error:
                problems.append(Problem(place, f"cannot be read ({error})"))
                continue
            if self._record_path(record.url) != path:
                problems.append(Problem(place, f"holds the record of another URL ({record.url})"))
            problems.extend(
                Problem(place, f"the bytes of {record.url} are missing ({copy.sha256[:12]}…)")
                for copy in record.copies()
                if copy.sha256 and not self._object_path(copy.sha256).is_file()
            )
        return tuple(problems)

    # -- writing ---------------------------------------------------------------------------------------------------

    def put(self, stored: Stored, body: bytes | None) -> Stored:
        """Files a visit; returns it with the digest of ``body``.

        A usable page replaces the one before it. An unusable one (a paywall, a soft 404) is noted beside it, so that
        evidence once read is never lost to a page that went bad. The failures before are forgotten.

        Raises:
            StoreError: it could not be written; what was there before is untouched.
        """
        key = normal(stored.url)
        if body is not None:
            stored = replace(stored, sha256=self._write_object(body))
        stored = replace(stored, url=key)
        record = self.record(key) or Record(key)
        kept = stored if stored.outcome in USABLE and stored.sha256 else record.kept
        self._write_record(replace(record, last=stored, kept=kept, failures=()))
        return stored

    def note_failure(self, url: str, failure: Failure) -> Record:
        """Adds a failed attempt to the history of ``url``.

        Raises:
            StoreError: it could not be written.
        """
        key = normal(url)
        record = self.record(key) or Record(key)
        record = replace(record, failures=(*record.failures, failure)[-KEPT_FAILURES:])
        self._write_record(record)
        return record

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
        self._write_record(replace(self.record(key) or Record(key), manual=stored))
        return stored

    def take_back(self, url: str, sha256: str, earlier: str | None = None) -> bool:
        """Take the copy of ``url`` with this digest out of its record again; false when another is there by now.

        ``earlier`` is the digest of the copy that it replaced, which is put back. The bytes themselves are kept.

        Raises:
            StoreError: it could not be written.
        """
        record = self.record(url)
        if record is None or record.manual is None or record.manual.sha256 != sha256:
            return False
        self._write_record(replace(record, manual=None))
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

    def _pages(self) -> Iterator[tuple[Stored, bytes]]:
        for record in self.entries():
            for copy in record.copies():
                body = self.body(copy.sha256)
                if body is not None:
                    yield copy, body

    # -- files -----------------------------------------------------------------------------------------------------

    def _record_path(self, key: str) -> Path:
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self.root / "index" / name[:2] / f"{name}.json"

    def _object_path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("not a SHA-256 digest")  # never a path out of the store
        return self.root / "objects" / sha256[:2] / f"{sha256}.zst"

    def _files(self, folder: str, pattern: str) -> list[Path]:
        return sorted((self.root / folder).glob(f"*/{pattern}"))

    def _write_object(self, body: bytes) -> str:
        digest = hashlib.sha256(body).hexdigest()
        if self.body(digest) is None:
            import zstandard

            write_aside(self._object_path(digest), zstandard.ZstdCompressor(level=3).compress(body))
        return digest

    def _write_record(self, record: Record) -> None:
        text = json.dumps(asdict(record), ensure_ascii=False, indent=1, sort_keys=True)
        write_aside(self._record_path(record.url), text.encode("utf-8", "replace") + b"\n")


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
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        raise StoreError(
            f"could not be written ({error.strerror or error})",
            place=str(path),
            remedy="free some disk space and check that the folder may be written; nothing that was there is lost",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _decompress(data: bytes) -> bytes:
    import zstandard

    try:
        size = zstandard.frame_content_size(data)
        if size < 0 or size > LARGEST:
            raise ValueError("its size is not what a page may have")
        return zstandard.ZstdDecompressor().decompress(data, max_output_size=LARGEST)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from None


def _read_record(path: Path) -> Record:
    """The record in ``path``.

    Raises:
        ValueError: it is no record.
    """
    raw = json.loads(path.read_bytes())
    if not isinstance(raw, dict) or not isinstance(raw.get("url"), str):
        raise ValueError("not a record")
    failures = raw.get("failures") or []
    try:
        return Record(
            url=raw["url"],
            last=_read_stored(raw.get("last")),
            kept=_read_stored(raw.get("kept")),
            manual=_read_stored(raw.get("manual")),
            failures=tuple(Failure(**failure) for failure in failures),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a record ({error})") from None


_FIELDS = frozenset(entry.name for entry in fields(Stored))


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
