"""Bodies undone under a limit: a bomb never reaches more than one step of memory beyond what is allowed.

The HTTP client's own decoding hands over a whole chunk at once (a gzip bomb reached 130 MB before the first byte was
seen), so the raw bytes are undone here, at most ``STEP`` at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Protocol

STEP = 512 * 1024
"""Bytes that one decompression step may yield."""
_ZSTD_WINDOW = 8 * 1024 * 1024
"""RFC 8878: the largest window that a decoder for HTTP needs."""
_ZSTD_PIECE = 16
"""Input bytes a zstd step: four of them may become 128 KB, so 16 yield at most ``STEP``."""


class Undecodable(ValueError):
    """The body cannot be undone; the message says why."""


class Decoder(Protocol):
    """Undoes one content encoding."""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """What ``chunk`` becomes, in pieces of at most about ``STEP`` bytes."""
        ...

    def finish(self) -> None:
        """The body is over.

        Raises:
            Undecodable: it ends in the middle.
        """
        ...


class _Identity:
    def feed(self, chunk: bytes) -> Iterator[bytes]:
        yield chunk

    def finish(self) -> None:
        pass


class _Zlib:
    def __init__(self, name: str) -> None:
        self._name = name
        self._inner: Any = None
        self._head = b""
        self._began = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        if self._inner is None:
            self._head += chunk
            if len(self._head) < 2:
                return
            chunk, self._head = self._head, b""
            self._inner = self._start(chunk)
            self._began = True
        while chunk:
            if self._inner.eof:
                # A gzip body may have several members; anything else behind the end is padding, as in browsers.
                if self._name != "gzip" or not chunk.startswith(b"\x1f\x8b"):
                    return
                self._inner = self._start(chunk)
            try:
                piece = self._inner.decompress(chunk, STEP)
            except zlib.error as error:
                raise Undecodable(f"the {self._name} body is damaged ({error})") from None
            chunk = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
            if piece:
                yield piece
            elif not chunk:
                return

    def _start(self, head: bytes) -> Any:
        if self._name == "gzip":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        # "deflate" means zlib (RFC 9110), but some servers send the bare stream: the zlib header has a checksum.
        wrapped = head[0] & 0x0F == 8 and (head[0] * 256 + head[1]) % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)

    def finish(self) -> None:
        if self._head or (self._began and not self._inner.eof):
            raise Undecodable(f"the {self._name} body ends too early")


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._inner: Any = brotli.Decompressor()
        self._error = brotli.error
        self._began = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        if self._inner.is_finished():
            return
        self._began = self._began or bool(chunk)
        while True:
            try:
                # Half of STEP: it fills whole blocks and may go twice over what it is told.
                piece = self._inner.process(chunk, output_buffer_limit=STEP // 2)
            except self._error:
                raise Undecodable("the br body is damaged") from None
            if piece:
                yield piece
            # Not can_accept_more_data(): it is true as soon as the input is used up, with output still to come.
            if self._inner.is_finished() or not piece:
                return
            chunk = b""

    def finish(self) -> None:
        if self._began and not self._inner.is_finished():
            raise Undecodable("the br body ends too early")


class _Zstd:
    def __init__(self) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        self._inner: Any = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        self._began = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        for start in range(0, len(chunk), _ZSTD_PIECE):
            if self._inner.eof:
                return
            self._began = True
            try:
                piece = self._inner.decompress(chunk[start : start + _ZSTD_PIECE])
            except self._error as error:
                raise Undecodable(f"the zstd body is damaged ({error})") from None
            if piece:
                yield piece

    def finish(self) -> None:
        if self._began and not self._inner.eof:
            raise Undecodable("the zstd body ends too early")


def decoder(content_encoding: str) -> Decoder:
    """The decoder for a ``Content-Encoding`` header.

    Raises:
        Undecodable: the encoding is unknown, or there are several (nothing honest needs gzip inside br, and a nested
            bomb multiplies).
    """
    names = [name.strip().lower() for name in content_encoding.split(",")]
    names = [name for name in names if name not in {"", "identity", "none"}]
    if len(names) > 1:
        raise Undecodable(f"nested content encodings are refused ({len(names)} of them)")
    match names[0] if names else "identity":
        case "identity":
            return _Identity()
        case "gzip" | "x-gzip":
            return _Zlib("gzip")
        case "deflate":
            return _Zlib("deflate")
        case "br":
            return _Brotli()
        case "zstd":
            return _Zstd()
        case _:
            raise Undecodable("the content encoding is unknown")
