"""Bytes to characters: byte-order marks, then valid UTF-8, then what was declared, then what is likely.

A declared charset is the third witness, not the first: servers announce ISO-8859-1 for everything, and pages keep a
``<meta charset>`` that the last editor's tool no longer honoured. Bytes that are valid UTF-8 and hold anything beyond
ASCII are UTF-8 whatever was declared.
"""

from __future__ import annotations

import codecs
import re

from claimcheck.readers._refusal import Refusal

_MARKS = (  # the longer mark first: UTF-32-LE begins like UTF-16-LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = "cp1252"  # what browsers read for ISO-8859-1 and ASCII alike
_CARELESS = frozenset({_WESTERN})  # declared without thought, so never believed alone
_SPOILT = 0.05  # share of replacement characters that a valid encoding may show (a body cut in two, one bad paste)
_FEW = 6  # so few bytes beyond ASCII tell a detector nothing
_SAMPLE = 65_536  # bytes shown to the detector
_ASCII = bytes(range(128))
_WIDER = {  # what browsers read for a label: the superset that people really write
    "iso8859-1": _WESTERN, "ascii": _WESTERN, "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "iso8859-9": "cp1254", "shift_jis": "cp932", "tis-620": "cp874",
}  # fmt: skip
_TRICKS = frozenset({  # not charsets of texts: a server that announces one would only rewrite what the page says
    "utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "idna", "punycode",
    "unicode-escape", "raw-unicode-escape",
})  # fmt: skip
_C1 = re.compile("[\x80-\x84\x86-\x9f]")  # controls that no person types; U+0085 is a line end
_ALIASES = {"windows-874": "cp874", "iso-8859-8-i": "iso8859-8", "x-mac-cyrillic": "mac_cyrillic", "x-sjis": "cp932"}


def decode(data: bytes, *, path: str, declared: str | None = None) -> str:
    """The characters of ``data`` without a byte-order mark, line ends untouched.

    Raises:
        Refusal: no encoding fits ("undecodable").
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _whole(data[len(mark) :].decode(encoding, "replace"), path)
    if wide := unmarked_utf16(data):
        return _whole(data.decode(wide, "replace"), path)
    codec = _codec(declared)
    if codec in {"iso2022_jp", "iso2022_kr", "hz"} and (b"\x1b$" in data or b"~{" in data):
        return _whole(data.decode(codec, "replace"), path)  # seven-bit encodings, which would pass for ASCII
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    beyond = data.translate(None, _ASCII)
    nearly = data.decode("utf-8", "replace")
    if nearly.count("\ufffd") <= max(1, _SPOILT * len(beyond)) and len(beyond) > 2:
        return nearly
    return _whole(data.decode(_likely(data, beyond, codec), "replace"), path)


def unmarked_utf16(data: bytes) -> str | None:
    """The UTF-16 variant of text saved without a mark: every other byte of its Latin letters is NUL."""
    head = data[:4096]
    if len(head) < 8 or len(head) % 2:
        head = head[:-1]
    if not head:
        return None
    even, odd = head[::2].count(0) * 2 / len(head), head[1::2].count(0) * 2 / len(head)
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return None


def _codec(name: str | None) -> str | None:
    """Python's codec for a charset label; ``None`` for no label, an unknown one and bytes-to-bytes codecs."""
    label = (name or "").strip().strip("\"'").lower()
    try:
        info = codecs.lookup(_ALIASES.get(label, label))
        b"a".decode(info.name)
    except (LookupError, ValueError):
        return None
    return None if info.name.replace("_", "-") in _TRICKS else _WIDER.get(info.name, info.name)


def _likely(data: bytes, beyond: bytes, declared: str | None) -> str:
    if declared and declared not in _CARELESS and _fits(data, declared):
        return declared
    if len(beyond) < _FEW:
        return declared or _WESTERN
    from resiliparse.parse.encoding import detect_encoding

    # The detector sees the foreign bytes in their lines, not a page's markup: kilobytes of tags drown them.
    lines = [line for line in data.splitlines() if len(line.translate(None, _ASCII)) > 1]
    sample = b"\n".join(lines)[:_SAMPLE]
    # html5_compatible would turn the detector's CP949 (Korean) into UTF-8, which these bytes are known not to be.
    detected = _codec(detect_encoding(sample, max_len=_SAMPLE, html5_compatible=False))
    if detected is None or detected == "utf-8" or not _fits(data, detected):
        return declared or _WESTERN
    return detected


def _fits(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec, "replace")
    except (LookupError, UnicodeError):
        return False
    return text.count("\ufffd") <= _SPOILT * max(20, len(data) // 50) and not _C1.search(text)


def _whole(text: str, path: str) -> str:
    text = text.removeprefix("\ufeff")
    if text.count("\ufffd") > _SPOILT * max(20, len(text)):
        raise Refusal(
            "undecodable",
            "its characters fit no encoding that claimcheck knows",
            place=path,
            remedy="save the file as UTF-8 and try again",
        )
    return text
