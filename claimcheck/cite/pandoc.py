"""Pandoc's citations: ``[@key, p. 3; see @other]``, ``@key`` in the sentence, ``[-@key]``, and those in footnotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.cite import years
from claimcheck.cite.keys import Certainty, Key
from claimcheck.cite.scan import Scan
from claimcheck.model import Document, Span

KEY = re.compile(r"(?<![\w.@/])-?@(?:\{([^{}\s]{1,200})\}|(\w(?:[\w:.#$%&+?<>~/-]{0,150}\w)?))")
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|prp|def|exm|exr|alg|app)[:-]", re.IGNORECASE)
"""Names of figures and sections, which pandoc-crossref and Quarto write as citations are written."""
_GROUP = re.compile(r"\[([^\[\]]{1,1500})\]")
_NOTE = re.compile(r"^[ ]{0,3}\[\^([^\]\s]{1,80})\]:[ \t]*", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s]{1,80})\](?!:)")


@dataclass(frozen=True, slots=True)
class Remark:
    """A footnote that cites by key: what it cites stands behind the sentence that bears its mark."""

    mark: Span
    note: Span


def remarks(document: Document) -> tuple[Remark, ...]:
    """The footnotes of a Markdown text that cite by the keys of its bibliography, in the order of the notes."""
    text = document.text
    if document.media_type != "text/markdown" or not (document.records or document.bibliographies) or "[^" not in text:
        return ()
    marks: dict[str, Span] = {}
    for match in _MARK.finditer(text):
        marks.setdefault(match[1], Span(*match.span()))
    found = []
    for match in _NOTE.finditer(text):
        end = note_end(text, match.end())
        if match[1] in marks and KEY.search(text, match.end(), end):
            found.append(Remark(marks[match[1]], Span(match.start(), end)))
    return tuple(found)


def cites_by_key(document: Document, span: Span) -> bool:
    """True for a stretch with a key in it, in a text that has a bibliography of keys."""
    return bool(document.records or document.bibliographies) and bool(KEY.search(document.text, span.start, span.end))


def note_end(text: str, start: int) -> int:
    """End of a footnote's text: the next definition, blank line not followed by an indent, or the end."""
    position = start
    while True:
        line_end = text.find("\n", position)
        if line_end == -1:
            return len(text.rstrip())
        after = text[line_end + 1 : line_end + 5]
        if after.startswith(("    ", "\t")):
            position = line_end + 1
            continue
        if not after.strip(" ") or after.startswith(("\n", "[", "#", "-", "*")):
            return line_end
        position = line_end + 1


def keys(scan: Scan, notes: Sequence[Remark]) -> Iterator[Key]:
    """The citations by key. One in a footnote has the note's mark for its bracket: it stands where the mark does."""
    if "@" not in scan.text:
        return
    for remark in notes:
        scan.claim(remark.mark)
    starts = [remark.note.start for remark in notes]
    for key in _keys(scan):
        at = bisect_right(starts, key.span.start) - 1
        inside = at >= 0 and notes[at].note.contains(key.span)
        yield replace(key, outer=notes[at].mark) if inside else key


def _keys(scan: Scan) -> Iterator[Key]:
    for group in _GROUP.finditer(scan.text):
        if "@" not in group[1] or scan.text.startswith("(", group.end()):
            continue
        outer = Span(*group.span())
        found = []
        for part in re.finditer(r"[^;]+", group[1]):
            match = KEY.search(part[0])
            start = group.start(1) + part.start()
            if match and scan.prose[start + match.end() - 1] != " ":  # else it is code
                certainty: Certainty = "known" if _CROSS_REFERENCE.match(_label(match)) else "sure"
                span = Span(start + match.start(), start + len(part[0].rstrip()))
                found.append(Key("label", span, outer, certainty, "pandoc", labels=(_label(match),)))
        if found and scan.claim(outer):
            yield from found
    has_keys = bool(scan.document.records or scan.document.bibliographies)
    for match in KEY.finditer(scan.prose):
        span, label = Span(*match.span()), _label(match)
        if not scan.text.startswith("](", span.end) and scan.claim(span):
            # "@roe" may be a person's handle; in a text with a bibliography of keys "@roe2020" is none.
            sure = has_keys and years.NUMBER.search(label) and not _CROSS_REFERENCE.match(label)
            yield Key("label", span, span, "sure" if sure else "known", "pandoc", labels=(label,))


def _label(match: re.Match[str]) -> str:
    return match[1] or match[2]
