"""Reads a PDF in a process of its own: bytes on standard input, one JSON line a page on standard output.

PDFium is C++ over hostile bytes. It may crash, hang or eat memory, and then takes this process with it and not the
audit. Run by file name, so it imports nothing of the package. Lines of output:

* ``{"pages": n, "title": …, "author": …, "created": …, "modified": …}`` first, or ``{"error": …}`` alone, which is
  "encrypted" or "broken";
* ``{"page": i, "lines": [[text, hyphenated, left, right, bottom, height], …], "scanned": bool}`` for each page, lengths
  in points; ``hyphenated`` tells that the line ends within a word;
* ``{"end": true}`` last. What ends without it was cut short.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

_HYPHENS = "\ufffe\x02"  # PDFium's sign for a hyphen and a line end
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


def main(memory: int, seconds: float, characters: int) -> None:
    """Reads at most ``characters`` within ``seconds`` and ``memory`` bytes of address space."""
    _limit(memory, seconds)
    deadline = time.monotonic() + seconds * 0.9
    import pypdfium2

    data = sys.stdin.buffer.read()
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        _say({"error": "encrypted" if code == _PASSWORD_ERROR or "password" in str(error).lower() else "broken"})
        return
    about = document.get_metadata_dict()
    _say({"pages": pages, **{key.lower(): about.get(name) for key, name in _ABOUT.items()}})
    for number in range(pages):
        if time.monotonic() > deadline or characters <= 0:
            return
        try:
            page = _page(document, number)
        except (pypdfium2.PdfiumError, ValueError):
            page = {"page": number + 1, "lines": [], "scanned": True}
        characters -= sum(len(line[0]) for line in page["lines"])
        _say(page)
    _say({"end": True})


_ABOUT = {"title": "Title", "author": "Author", "created": "CreationDate", "modified": "ModDate"}


def _page(document: Any, number: int) -> dict[str, Any]:
    page = document[number]
    words = page.get_textpage()
    lines = [list(line) for line in _lines(words)]
    letters = sum(len(str(line[0])) for line in lines)
    scanned = letters < 20 and next(iter(page.get_objects(filter=[_IMAGE], max_depth=2)), None) is not None
    words.close()
    page.close()
    return {"page": number + 1, "lines": lines, "scanned": scanned}


def _lines(words: Any) -> Iterator[tuple[str, bool, float, float, float, float]]:
    text = words.get_text_range()
    placed = len(text) == words.count_chars()  # one code point a character, so positions can be asked for
    start = 0
    for index in range(len(text) + 1):
        ending = text[index] if index < len(text) else "\n"
        if ending not in _HYPHENS and ending not in "\r\n":
            continue
        line = text[start:index]
        lead = start + len(line) - len(line.lstrip())
        last = start + len(line.rstrip()) - 1
        if last >= lead:
            # Bullets come from fonts of their own size: a letter tells the height of the line.
            letter = next((i for i in range(lead, last + 1) if text[i].isalnum()), lead)
            box = _box(words, lead, letter, last) if placed else (0.0, 0.0, 0.0, 0.0)
            clean = "".join(c if c.isprintable() else " " for c in line).strip()
            if clean:
                yield (clean, ending in _HYPHENS, *box)
        start = index + 1


def _box(words: Any, first: int, letter: int, last: int) -> tuple[float, float, float, float]:
    left = words.get_charbox(first, loose=True)[0]
    _, bottom, _, top = words.get_charbox(letter, loose=True)
    right = words.get_charbox(last, loose=True)[2]
    return round(left, 1), round(right, 1), round(bottom, 1), round(top - bottom, 1)


def _limit(memory: int, seconds: float) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
