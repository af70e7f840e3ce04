"""Stored pages as WARC 1.1 (ISO 28500), which web archives and their viewers read.

Written by hand: the format is a handful of header lines, and a library for it would have to be installed by everybody
for a command that few need. A test reads the files back with one.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from http import HTTPStatus
from typing import BinaryIO

from claimcheck import __version__
from claimcheck.sources.body import Body
from claimcheck.sources.store import Stored

_PHRASES = {status.value: status.phrase for status in HTTPStatus}
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]{1,80}")
_UNDONE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that no longer hold: bodies are kept with their encoding undone."""


def write_warc(stream: BinaryIO, pages: Iterable[tuple[Stored, Body]], *, name: str) -> int:
    """Writes ``pages`` to ``stream``, each record compressed alone; returns how many.

    Live copies become ``response`` records, copies added by hand ``resource`` records. Ids and dates follow from the
    evidence, so that the same evidence gives the same file.
    """
    about = f"software: claimcheck/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    head = [("WARC-Type", "warcinfo"), ("WARC-Filename", name), ("Content-Type", "application/warc-fields")]
    _write(stream, head, about, identity=name, date="1970-01-01T00:00:00Z")
    count = 0
    for copy, body in pages:
        fields = [("WARC-Target-URI", copy.final_url or copy.url), ("WARC-Payload-Digest", _sha1(body.pieces()))]
        fields.append(("Claimcheck-SHA-256", body.sha256))
        if (copy.final_url or copy.url) != copy.url:
            fields.append(("Claimcheck-Cited-URI", copy.url))
        if copy.evidence == "manual":
            kind = [("WARC-Type", "resource"), ("Content-Type", copy.media_type or "application/octet-stream")]
            start = b""
        else:
            kind = [("WARC-Type", "response"), ("Content-Type", "application/http; msgtype=response")]
            start = _http_head(copy, body.size)
        identity = f"{copy.url} {body.sha256} {copy.evidence} {copy.outcome}"
        date = copy.fetched_at or "1970-01-01T00:00:00Z"
        _write(stream, [*kind, *fields], start, body, identity=identity, date=date)
        count += 1
    return count


def _http_head(copy: Stored, length: int) -> bytes:
    status = copy.http_status or 200
    lines = [f"HTTP/1.1 {status} {_PHRASES.get(status, 'Unknown')}"]
    lines += [f"{name}: {value}" for name, value in copy.headers if _HEADER.fullmatch(name) and name not in _UNDONE]
    lines.append(f"content-length: {length}")
    return ("\r\n".join(_line(line) for line in lines) + "\r\n\r\n").encode("utf-8", "replace")


def _write(
    stream: BinaryIO,
    fields: Sequence[tuple[str, str]],
    start: bytes,
    rest: Body | None = None,
    *,
    identity: str,
    date: str,
) -> None:
    def block() -> Iterator[bytes]:
        yield start
        if rest is not None:
            yield from rest.pieces()

    head = [
        "WARC/1.1",
        *(f"{name}: {value}" for name, value in fields),
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}>",
        f"WARC-Date: {date}",
        f"WARC-Block-Digest: {_sha1(block())}",
        f"Content-Length: {len(start) + (rest.size if rest is not None else 0)}",
    ]
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as record:
        record.write(("\r\n".join(_line(line) for line in head) + "\r\n\r\n").encode("utf-8", "replace"))
        for piece in block():
            record.write(piece)
        record.write(b"\r\n\r\n")


def _line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)


def _sha1(pieces: Iterable[bytes]) -> str:
    # The digest that readers of WARC check; what vouches for the bytes is the SHA-256 beside it.
    digest = hashlib.sha1(usedforsecurity=False)
    for piece in pieces:
        digest.update(piece)
    return "sha1:" + base64.b32encode(digest.digest()).decode("ascii")
