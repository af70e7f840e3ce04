"""What kind of file some bytes are: by their first bytes, then by what was declared, then by the file name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from claimcheck.readers._decode import unmarked_utf16

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ", "application/x-executable"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_OFFICE = (  # the first entries of a zip tell which office format it is
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
    (b"mimetypeapplication/epub+zip", "application/epub+zip"),
)
_FOREIGN = {  # names of formats that may have no reader yet; the readers know their own
    ".json": "application/json", ".xml": "application/xml", ".rss": "application/rss+xml", ".csv": "text/csv",
    ".docx": _OFFICE[0][1], ".odt": _OFFICE[3][1], ".epub": _OFFICE[4][1], ".doc": "application/msword",
    ".rtf": "application/rtf",
}  # fmt: skip
_ALIASES = {
    "application/xhtml+xml": "text/html", "text/x-markdown": "text/markdown", "application/x-pdf": "application/pdf",
    "text/xml": "application/xml", "text/json": "application/json",
}  # fmt: skip
_VAGUE = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/force-download", "text/plain", "unknown"}
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIKI_SURE = re.compile(
    rb"<ref\b[^<>]{0,300}(?:/>|>[^<>]{1,1000}</ref>)|\{\{\s*(?:cite|citation|sfn|harvnb|reflist|infobox)\b",
    re.IGNORECASE,
)
_WIKI_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        rb"\[\[[^\[\]\n]{1,200}\]\]",
        rb"'''[^'\n]{1,200}'''",
        rb"^(={2,5})[^=\n][^\n]{0,200}[^=\n]\1[ \t\r]*$",
        rb"^\{\|",
        rb"\{\{[^{}|\n]{1,60}(?:\||\}\})",
        rb"\[https?://[^\s\[\]]{3,500} [^\[\]\n]{1,200}\]",
    )
)
_LATEX = re.compile(rb"(?:\s|%[^\n]{0,1000}\n){0,200}\\documentclass\s*[\[{]")
_XML = re.compile(rb"\s*<\?xml\b")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x08")) + b"\x7f"
_SAMPLE = 65_536  # bytes searched for what no text holds
_SPECKS = 0.02  # share of control characters beyond which bytes are no text


def media_type_of(data: bytes, *, path: str, declared: str | None, readable: Mapping[str, str]) -> str:
    """The media type of ``data``, lower case, without parameters; "binary/unknown" for what is no text.

    ``readable`` maps the file name endings that readers claim to their media types.

    Servers call PDF files text and web pages plain text, people save pages as .txt: what the bytes begin with goes
    first, then a declaration that says something, then the name.
    """
    if magic := _by_magic(data):
        return magic
    stated = (declared or "").partition(";")[0].strip().lower()
    stated = _ALIASES.get(stated, stated)
    suffix = PurePath(path.partition("?")[0]).suffix.lower()
    named = readable.get(suffix) or _FOREIGN.get(suffix, "")
    kind = stated if stated not in _VAGUE else ""
    if not kind and _PAGE.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) and named in {"", "text/plain", "text/html"}:
        return "text/html"
    if not kind and named in {"", "text/plain"} and "text/x-wiki" in readable.values() and _is_wikitext(data[:_SAMPLE]):
        return "text/x-wiki"
    if not kind and named in {"", "text/plain"} and _LATEX.match(data[:_SAMPLE]):
        return "text/x-tex"
    if not kind and not named and _XML.match(data[:200]):
        return "application/xml"
    kind = kind or named or "text/plain"
    if kind.startswith("text/") and kind != "text/html" and is_binary(data):
        return "binary/unknown"
    return kind


def is_binary(data: bytes) -> bool:
    """True for bytes that no person typed: a NUL outside UTF-16 and UTF-32, or many control characters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or unmarked_utf16(data):
        return False
    if b"\x00" in data:
        return True
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _SPECKS * len(sample)


def _is_wikitext(head: bytes) -> bool:
    """True for the markup of MediaWiki: a reference or citation template beside another sign, or three signs."""
    signs = sum(bool(sign.search(head)) for sign in _WIKI_SIGNS)
    return signs >= 3 or (signs > 0 and bool(_WIKI_SURE.search(head)))


def _by_magic(data: bytes) -> str | None:
    # PDFs may begin with other bytes, and texts may speak of "%PDF-".
    if data.lstrip()[:5] == b"%PDF-" or (b"%PDF-" in data[:1024] and b"endobj" in data):
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        head = data[:8192] + data[-65_536:]
        return next((kind for mark, kind in _OFFICE if mark in head), "application/zip")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in {b"ftypheic", b"ftypavif", b"ftypmif1"}:
        return "image/heif"
    for mark, kind in _MAGIC:
        # Two letters are no proof: "BM" and "MZ" also begin sentences.
        if data.startswith(mark) and (len(mark) > 2 or b"\x00" in data[:256]):
            return kind
    return None
