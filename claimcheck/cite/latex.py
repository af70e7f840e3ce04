"""LaTeX: the keys of ``\\cite`` and its kin, and footnotes that name a source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claimcheck.cite.bibliography import opens_dated
from claimcheck.cite.keys import Key
from claimcheck.cite.scan import Scan
from claimcheck.model import Aside, Document, Span
from claimcheck.parse import tex

MEDIA_TYPE = "text/x-tex"
_OPTION = r"(?:\s{0,3}(?:\([^()]{0,200}\)|\[(?:[^\[\]{}]|\{[^{}]{0,200}\}){0,300}\])){0,4}"
_CITE = re.compile(
    r"\\(?:verb|lstinline)\*?(?P<fence>[^A-Za-z\s*{\[])[^\n]{0,2000}?(?P=fence)|"  # which TeX does not read
    rf"\\(?P<name>[A-Za-z]{{0,20}}[cC]ite[A-Za-z]{{0,14}})\*?(?P<groups>(?:{_OPTION}\s{{0,3}}\{{[^{{}}]{{1,4000}}\}}){{1,20}})"
)
_GROUP = re.compile(r"(?:^|(?<=\}))" + _OPTION + r"\s{0,3}\{(?P<keys>[^{}]*)\}")
_KEY = re.compile(r"[^,\s][^,]*")
_COMMENT = re.compile(r"%[^\n]*")
_NO_KEY = re.compile(r"[#\\*{}]")
_PLAIN_LINK = re.compile(r"\\href\s{0,3}\{([^{}\s]{1,2000})\}\s{0,3}\{([^{}]{1,600})\}")
_LONGEST_NOTE = 1_500  # characters of a footnote that may be one source


def keys(scan: Scan) -> Iterator[Key]:
    """The citations that LaTeX's commands make. The span of a key is the key alone, without its braces."""
    if "\\" not in scan.text:
        return
    for note in _sources(scan.document):
        if scan.claim(note.span):
            yield Key("label", note.span, note.span, family="note", labels=(f"<@{note.span.start}",))
    for match in _CITE.finditer(scan.text):
        outer = Span(*match.span())
        if match["name"] and tex.cites(match["name"]) and scan.claim(outer):
            yield from _keys_of(match, outer)
    if scan.document.media_type != MEDIA_TYPE:  # the reader of LaTeX has found the links
        for match in _PLAIN_LINK.finditer(scan.text):
            if scan.claim(Span(*match.span())):
                yield Key("url", Span(*match.span(2)), Span(*match.span()), family="link", url=match[1])


def _keys_of(match: re.Match[str], outer: Span) -> Iterator[Key]:
    """The keys of one command; only the plural forms ("\\cites") have several groups of them."""
    groups = list(_GROUP.finditer(match["groups"]))
    for group in groups if match["name"].lower().endswith("s") else groups[:1]:
        at = match.start("groups") + group.start("keys")
        bare = _COMMENT.sub(lambda comment: " " * len(comment[0]), group["keys"])
        for part in _KEY.finditer(bare):
            key = part[0].rstrip()
            if not _NO_KEY.search(key):  # "\\cite{#1}" in a macro
                span = Span(at + part.start(), at + part.start() + len(key))
                yield Key("label", span, outer, family="latex", labels=(key,))


def entries(document: Document) -> Iterator[tuple[Span, tuple[str, ...], str | None]]:
    """The footnotes that name one source each: span, labels, and the address where it stands in a command."""
    for note in _sources(document):
        assert note.body is not None
        addresses = _addresses(document, note.body)
        yield note.body, (f"<@{note.span.start}",), addresses[0] if addresses else None


def _sources(document: Document) -> Iterator[Aside]:
    """Footnotes that are an entry and cite none by key: they open with an author, and name a year.

    The addresses in any other footnote are links of the sentence that it stands in.
    """
    for aside in document.asides:
        if aside.kind != "note" or aside.body is None or len(aside.body) > _LONGEST_NOTE:
            continue
        words = aside.body.of(document.text)
        if any(match["name"] and tex.cites(match["name"]) for match in _CITE.finditer(words)):
            continue
        if opens_dated(tex.words(words)):
            yield aside


def _addresses(document: Document, span: Span) -> list[str]:
    at = bisect_left(document.links, span.start, key=lambda link: link.span.start)
    found = []
    while at < len(document.links) and document.links[at].span.start < span.end:
        found.append(document.links[at].url)
        at += 1
    return found
