"""What kind of thing a body is: its first bytes before its label, because servers label carelessly."""

from __future__ import annotations

import re

HTML = frozenset({"text/html", "application/xhtml+xml"})
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf'\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"MZ\x90", "application/vnd.microsoft.portable-executable"),
    (b"\x7fELF", "application/x-elf"),
)
_LOOKS_HTML = re.compile(
    rb"\s{0,500}(?:<!--.{0,2000}?-->\s{0,500})?<(?:!doctype\s+html|html|head|body|title|meta|script|h1|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,100}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}")
_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE)
_UNSURE = frozenset({
    "", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown", "text/plain",
    "application/download", "application/force-download", "application/x-download", "application/zip",
})  # fmt: skip


def declared(content_type: str) -> tuple[str, str | None]:
    """Media type ("" when none or nonsense) and charset of a ``Content-Type`` header."""
    value = content_type.split(",")[0]
    found = _TYPE.match(value.strip().lower())
    charset = _CHARSET.search(value)
    return found[0] if found else "", charset[1] if charset else None


_CONTROLS = bytes(set(range(1, 32)) - set(b"\t\n\r\f\x0b\x1b\x08")) + b"\x7f"
_SPECKS = 0.02


def is_noise(body: bytes) -> bool:
    """True for bytes that are no markup in any charset: more than specks of control characters (NUL is in UTF-16)."""
    head = body[: 64 * 1024]
    return len(head) - len(head.translate(None, _CONTROLS)) > _SPECKS * len(head)


_SEVEN_BIT = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?(?:unicode-1-1-)?utf-7\b", re.IGNORECASE)
_SHIFTED = re.compile(rb"\+[A-Za-z0-9/]{2,400}-")


def is_utf7(body: bytes, charset: str | None) -> bool:
    """True for a page that calls itself UTF-7 and uses it.

    No browser reads it (it hides markup from filters), so nobody has read "Autorit+AOk-" there; and read as ASCII every
    name and quotation with an accent would seem to be missing.
    """
    label = f"charset={charset or ''}".encode("ascii", "replace")
    named = _SEVEN_BIT.match(label) or _SEVEN_BIT.search(body[:4096])
    return bool(named) and body[:65_536].isascii() and _SHIFTED.search(body) is not None


def sniff(body: bytes, content_type: str) -> str:
    """The media type of ``body``."""
    label, _ = declared(content_type)
    head = body[:1024]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return "video/mp4"
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            # A Word document is a ZIP archive: there the label knows more.
            packed = media_type == "application/zip" and label not in _UNSURE and not label.startswith("text/")
            return label if packed else media_type
    if b"%PDF-" in head and (label == "application/pdf" or label in _UNSURE):
        return "application/pdf"  # readers of PDF allow a kilobyte of rubbish in front
    if label in HTML:
        return label
    if (label in _UNSURE or label == "text/xml") and _LOOKS_HTML.match(body[:4096]):
        return "text/html"
    if label in {"", "application/octet-stream", "binary/octet-stream"} and b"\x00" not in head:
        return "text/plain"
    return label or "application/octet-stream"
