from __future__ import annotations

import contextlib
import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.sources.decode import STEP, Undecodable, decoder

ENCODERS = {
    "identity": lambda data: data,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": lambda data: zstandard.ZstdCompressor().compress(data),
}


def undo(encoding: str, chunks: list[bytes]) -> bytes:
    inner = decoder(encoding)
    found = b"".join(piece for chunk in chunks for piece in inner.feed(chunk))
    inner.finish()
    return found


@pytest.mark.parametrize("encoding", ENCODERS)
@given(data=st.binary(max_size=3000), cut=st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_what_is_encoded_comes_back_however_it_is_cut(encoding: str, data: bytes, cut: int) -> None:
    body = ENCODERS[encoding](data)
    assert undo(encoding, [body[start : start + cut] for start in range(0, len(body), cut)]) == data


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_comes_in_steps(encoding: str) -> None:
    body = ENCODERS[encoding](bytes(12 * STEP))
    seen = 0
    for piece in decoder(encoding).feed(body):
        assert len(piece) <= 2 * STEP
        seen += len(piece)
        if seen > 6 * STEP:
            break
    assert seen > 6 * STEP


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_cut_short_is_damaged(encoding: str) -> None:
    body = ENCODERS[encoding](bytes(range(256)) * 40)
    with pytest.raises(Undecodable, match="too early"):
        undo(encoding, [body[:-6]])


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_body_that_is_something_else_is_damaged(encoding: str) -> None:
    with pytest.raises(Undecodable):
        undo(encoding, [b"<!doctype html><p>The server forgot to compress this page.</p>" * 20])


def test_a_bare_deflate_stream_is_read_as_browsers_do() -> None:
    packer = zlib.compressobj(wbits=-15)
    assert undo("deflate", [packer.compress(b"plain words " * 50) + packer.flush()]) == b"plain words " * 50


def test_members_of_gzip_are_joined_and_padding_is_ignored() -> None:
    assert undo("gzip", [gzip.compress(b"one ") + gzip.compress(b"two"), b"\x00" * 64]) == b"one two"


@pytest.mark.parametrize("encoding", ["gzip, br", "br,gzip", "gzip, gzip", "compress", "aes128gcm", "gzip;q=1"])
def test_nested_and_unknown_encodings_are_refused(encoding: str) -> None:
    with pytest.raises(Undecodable):
        decoder(encoding)


@given(st.sampled_from(["gzip", "deflate", "br", "zstd"]), st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_bytes_crash_a_decoder(encoding: str, data: bytes) -> None:
    with contextlib.suppress(Undecodable):
        undo(encoding, [data[:7], data[7:]])
