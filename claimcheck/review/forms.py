"""What a browser sends from a form, read strictly: fields by name, and at most one file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

MOST_FIELDS = 50
_BOUNDARY = re.compile(r'multipart/form-data;\s*boundary="?([0-9A-Za-z\'()+_,./:=? -]{1,70})"?\s*')
_DISPOSITION = re.compile(
    r'content-disposition:\s*form-data;\s*name="([^"]*)"(?:;\s*filename="([^"]*)")?', re.IGNORECASE
)


class Malformed(Exception):
    """A body that is no form."""


@dataclass(frozen=True, slots=True)
class Form:
    """Fields by name (the first of each), and the file, when one was chosen: its name and its bytes."""

    fields: dict[str, str] = field(default_factory=dict)
    file: tuple[str, bytes] | None = None

    def get(self, name: str) -> str:
        return self.fields.get(name, "")


def read(content_type: str, body: bytes) -> Form:
    """The form in ``body``.

    Raises:
        Malformed: it is none.
    """
    kind = content_type.strip()
    try:
        if kind.split(";")[0].strip().lower() == "application/x-www-form-urlencoded":
            pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
            return Form(dict(reversed(pairs)))
        match = _BOUNDARY.fullmatch(kind)
        if match is None:
            raise Malformed("no kind of form")
        return _parts(body, match[1].encode("ascii"))
    except ValueError:  # UnicodeError is one
        raise Malformed("broken form") from None


def _parts(body: bytes, boundary: bytes) -> Form:
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if len(pieces) < 2 or pieces[0] or not pieces[-1].startswith(b"--") or len(pieces) > MOST_FIELDS:
        raise Malformed("broken form")
    fields: dict[str, str] = {}
    file = None
    for piece in pieces[1:-1]:
        head, separator, content = piece.partition(b"\r\n\r\n")
        lines = head.decode("utf-8").split("\r\n")
        match = next((found for line in lines if (found := _DISPOSITION.match(line))), None)
        if not separator or match is None:
            raise Malformed("broken form")
        if match[2] is None:
            fields.setdefault(match[1], content.decode("utf-8"))
        elif match[2] and file is None:
            # Only the last part of the name is used, and only to tell what kind of file it is.
            file = (re.split(r"[\\/]", match[2])[-1].replace("\0", "")[:200] or "copy", content)
    return Form(fields, file)
