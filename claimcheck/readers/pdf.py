"""PDF: pages of text with their numbers, read in a process that may crash, hang or run out of memory alone."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimcheck.model import Block, Document, Metadata, Span
from claimcheck.readers import _kinds
from claimcheck.readers._dates import iso_date
from claimcheck.readers._language import language_of
from claimcheck.readers._layout import Line, Paragraph, paragraphs
from claimcheck.readers._refusal import Refusal
from claimcheck.readers._roles import assign_roles

MEDIA_TYPES = ("application/pdf",)
SUFFIXES = (".pdf",)

SECONDS = 60.0
"""Wall-clock time that one PDF may take; pages read by then are kept and the document is not ``complete``."""
MEMORY = 512 * 1024 * 1024
"""Bytes of address space for the process that reads it, where the system can limit that."""
CHARACTERS = 20_000_000
"""Characters after which reading stops; a compressed page can hold a bomb."""

_GRACE = 5.0  # seconds beyond its own limit that the process gets to start and to end
_SPARSE = 20  # characters a page: fewer are a scan's stamps, not its text
_JUNK_TITLE = re.compile(
    r"microsoft word|untitled|^slide \d|\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|rtf|odt)$|^\W*$|^[\w-]{0,4}\d{3,}$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


def read(
    data: bytes,
    *,
    path: str,
    url: str | None = None,
    charset: str | None = None,  # noqa: ARG001  # every reader takes one
    seconds: float = SECONDS,
) -> Document:
    """A PDF as a document; ``charset`` means nothing here.

    ``text`` is rendered: lines as they stand on the page, paragraphs apart by an empty line, pages by a form feed at
    the start of the next. A word that a line end divides keeps its hyphen and line end there; in ``prose`` its rest is
    drawn up to it and the blanks stand behind the whole word ("coun-\\ncil" is "council  "), so sentences keep their
    places, and a value at such a word may end up to two characters early. A compound ("Asia-\\nPacific", or one that
    the text writes with its hyphen elsewhere) keeps the hyphen.

    Raises:
        UnreadableText: it is damaged, encrypted, a scan without text, or took too long before its first page.
    """
    output = _extract(data, seconds)
    if output.error == "encrypted":
        raise Refusal("encrypted", "it asks for a password", place=path, remedy="save a copy without a password")
    if output.error or output.pages is None:
        raise Refusal(output.failure, f"the PDF could not be read: {output.reason}", place=path, remedy=_REMEDY)
    letters = sum(len(line.words) for _, lines in output.read for line in lines)
    if letters < _SPARSE * max(1, len(output.read)):
        if not output.read:
            raise Refusal(output.failure, f"the PDF could not be read: {output.reason}", place=path, remedy=_REMEDY)
        raise Refusal("needs-ocr", "its pages are images", place=path, remedy="run text recognition on it first")
    found = paragraphs(output.read)
    text, prose, blocks = _written(found)
    title = _title(output.about, found)
    about = output.about
    return Document(
        path=path,
        text=text,
        prose=prose,
        media_type="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=assign_roles(_with_title(blocks, prose, title), prose),
        title=title,
        language=language_of(prose),
        metadata=Metadata(
            authors=tuple(
                name for name in re.split(r"\s*;\s*|\s+and\s+", str(about.get("author") or "").strip()) if name
            ),
            modified=_stamp(about.get("modified")) or _stamp(about.get("created")),
            canonical_url=url,
        ),
        complete=output.ended and not output.scanned,
    )


_REMEDY = "open it in a viewer and save it again, or give its words as a text file"
_WORKER = Path(__file__).with_name("_pdf_worker.py")


@dataclass(slots=True)
class _Output:
    """What the worker said, line by line, until it ended or was ended."""

    pages: int | None = None
    about: dict[str, Any] = field(default_factory=dict)
    read: list[tuple[int, list[Line]]] = field(default_factory=list)
    scanned: bool = False
    ended: bool = False
    error: str | None = None
    failure: Any = "broken"
    reason: str = "its structure is damaged"


def _extract(data: bytes, seconds: float) -> _Output:
    # -P keeps this folder, which holds an html.py, off the module path of the worker.
    command = [sys.executable, "-P", "-X", "utf8", str(_WORKER), str(MEMORY), str(seconds), str(CHARACTERS)]
    output = _Output()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:  # noqa: S603
        try:
            said, _ = worker.communicate(data, timeout=seconds + _GRACE)
        except subprocess.TimeoutExpired:
            worker.kill()
            said, _ = worker.communicate()
            output.failure, output.reason = "too-slow", f"it took longer than {seconds:.0f} s"
        except BaseException:
            worker.kill()  # Ctrl-C must not leave a process behind
            raise
    if worker.returncode and output.failure != "too-slow":
        output.reason = "it crashed its parser or ran out of memory"
    for line in said.decode("utf-8", "replace").splitlines():
        try:
            message = json.loads(line)
        except ValueError:
            break  # cut off in the middle of a line
        _take(message, output)
    return output


def _take(message: dict[str, Any], output: _Output) -> None:
    if "error" in message:
        output.error = str(message["error"])
    elif "pages" in message:
        output.pages, output.about = int(message["pages"]), message
    elif "page" in message:
        output.read.append((int(message["page"]), [Line(*line) for line in message["lines"]]))
        output.scanned = output.scanned or bool(message["scanned"])
    elif message.get("end"):
        output.ended = True


def _written(found: Sequence[Paragraph]) -> tuple[str, str, list[Block]]:
    """Text, prose and blocks."""
    compounds = _compounds(found)
    texts: list[str] = []
    proses: list[str] = []
    blocks: list[Block] = []
    offset, page = 0, 1
    for number, paragraph in enumerate(found):
        gap = "" if not number else "\n\n"
        if paragraph.page > page:
            gap = (gap or "\n") + "\f" * min(paragraph.page - page, 1_000)
            page = paragraph.page
        text, prose = _joined(paragraph.lines, compounds)
        offset += len(gap)
        texts += [gap, text]
        proses += [gap, prose]
        marker = _kinds.marker_length(text[:60]) if paragraph.kind == "list-item" else 0
        blocks.append(
            Block(Span(offset + marker, offset + len(text)), paragraph.kind, not paragraph.running, paragraph.page)
        )
        offset += len(text)
    return "".join((*texts, "\n")), "".join((*proses, "\n")), blocks


def _compounds(found: Sequence[Paragraph]) -> frozenset[str]:
    """Words that the document writes with a hyphen inside a line."""
    return frozenset(
        word.casefold()
        for paragraph in found
        for line in paragraph.lines
        for word in re.findall(r"[^\W\d_]{1,30}(?:-[^\W\d_]{1,30})+", line.words)
    )


def _joined(lines: Sequence[Line], compounds: frozenset[str]) -> tuple[str, str]:
    text: list[str] = []
    prose: list[str] = []
    for index, line in enumerate(lines):
        words = line.words.rstrip("-\u2010\u00ad") + "-" if line.hyphenated else line.words
        text.append(words)
        before = lines[index - 1] if index else None
        if before is not None and before.hyphenated and prose:
            rest, _, others = words.partition(" ")
            head = prose.pop()[:-1]  # without its line end, which is written behind the word
            stem = re.split(r"[\s-]", head[:-1])[-1]
            keeps = not rest[:1].islower() or f"{stem}-{rest}".casefold().strip(".,;:!?") in compounds
            drawn = head if keeps else head[:-1]
            prose.append(drawn + rest + " " * (1 if keeps else 2) + (" " + others if others else ""))
        else:
            prose.append(words)
        if index + 1 < len(lines):
            text.append("\n")
            prose[-1] += "\n"
    return "".join(text), "".join(prose)


def _title(about: dict[str, Any], found: Sequence[Paragraph]) -> str | None:
    stated = " ".join(str(about.get("title") or "").split())
    if stated and not _JUNK_TITLE.search(stated) and len(stated) <= 300:
        return stated
    first = [p for p in found if p.page == 1 and not p.running][:8]
    heading = max((p for p in first if p.kind == "heading"), key=lambda p: p.lines[0].height, default=None)
    return " ".join(line.words for line in heading.lines) if heading else None


def _with_title(blocks: Sequence[Block], prose: str, title: str | None) -> list[Block]:
    wanted = re.sub(r"\W+", "", title or "").casefold()
    named = list(blocks)
    for index, block in enumerate(named[:20]):
        words = re.sub(r"\W+", "", block.span.of(prose)).casefold()
        if wanted and words == wanted and not _kinds.is_furniture(block.span.of(prose)):
            named[index] = replace(block, kind="title")
            break
    return named


def _stamp(value: Any) -> str | None:
    match = _STAMP.match(str(value or ""))
    return iso_date("-".join(match.groups())) if match else None
