"""Citations that markup makes: links, footnote marks, wiki references, pandoc and LaTeX keys, bare addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.cite import latex, pandoc, tail, wiki, years
from claimcheck.cite.addresses import ARXIV, DOI, URL, trim_url
from claimcheck.cite.keys import Key
from claimcheck.cite.lexicon import PAGE_LINKS, UNITS
from claimcheck.cite.listed import Lists
from claimcheck.cite.scan import Scan
from claimcheck.model import Link, Span
from claimcheck.parse._lines import matches

_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,80})\](?!:)")
_REFERENCE_LINK = re.compile(r"(?<!!)\[(?!\^)([^\[\]\n]{1,400})\](?:\[([^\[\]\n]{0,200})\])")
_OUTER_LINK = re.compile(r"(?<!\[)\[(https?://[^\s\]]{1,2000})(?:[ \t]+([^\[\]\n]{1,400}))?\](?!\()")
_HARVARD_TEMPLATE = re.compile(r"\{\{\s*(?:sfn|sfnp|harv|harvnb|harvtxt|harvp)\s*\|([^{}]{1,400})\}\}", re.IGNORECASE)
_RAISED_TAG = re.compile(
    r"<sup\b[^<>]{0,100}>\s*(?:<a\b[^<>]{0,300}>)?\s*\[?([\d,;\s–-]{1,24})\]?\s*(?:</a>)?\s*</sup>", re.IGNORECASE
)
_CARET = re.compile(r"(?<=[\w.,;:!?\"”’)])\^(\d{1,3}(?:[,–-]\d{1,3}){0,6})\^?(?![\w^])")
_RAISED = re.compile(r"(?<=[\w.,;:!?\"”’»)\]。，、])(?:[⁰¹²³⁴-⁹](?:[⁰¹²³⁴-⁹,⁻˒˙‚ ⸴–-]{0,20}[⁰¹²³⁴-⁹])?|[①-⑳]+)")
_WRITTEN_DOI = re.compile(r"(?:\bdoi:?\s?|(?<![\w/.:-]))10\.\d{4,9}/[^\s<>\"“”；，。]+", re.IGNORECASE)
_UNSCHEMED = re.compile(
    r"(?<![\w@./:-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?:com|org|net|edu|gov|mil|int|info|io|news|eu|uk|de|fr"
    r"|nl|ch|at|se|no|dk|fi|it|es|pt|pl|cz|ru|ua|cn|jp|kr|in|au|ca|us|br)"
    r"/[^\s<>\"“”«»，。；、）（」』】|{}\\^`]{2,2000}",
)
_TWO_NUMBERS = re.compile(r"\[(\d{1,4})\]\[(\d{1,4})\]")
_OUTWARD = re.compile(r"(?:https?:|ftp:)?//|www\.|doi:", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:https?://)?[\w.-]+/?", re.IGNORECASE)
_DATE_BEHIND = re.compile(rf"\s*[,，،]?\s*{years.YEAR_PATTERN}", re.IGNORECASE)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_CIRCLED = re.compile(r"[①-⑳]")


def find(scan: Scan, lists: Lists) -> Iterator[Key]:
    """Markup citations outside the lists of sources; each claims its stretch of the text."""
    yield from wiki.keys(scan) if scan.document.media_type == wiki.MEDIA_TYPE else _wiki(scan, lists)
    yield from latex.keys(scan)
    if scan.document.media_type != latex.MEDIA_TYPE:
        yield from pandoc.keys(scan, lists.remarks)
        yield from _notes(scan)
    yield from _links(scan, lists.places)
    yield from _raised(scan)
    signs = {label for one in lists.sources for label in one.labels if not label.isalnum()}
    for match in tail.SIGN_MARK.finditer(scan.prose) if signs else ():
        if match[1] in signs and scan.claim(Span(*match.span())):
            yield Key("label", Span(*match.span()), Span(*match.span()), "styled", "fragment", labels=(match[1],))
    yield from _addresses(scan)


def _wiki(scan: Scan, lists: Lists) -> Iterator[Key]:
    for ref in lists.wiki:
        if ref.defines or not scan.claim(ref.span):
            continue
        label = f"<{ref.name}" if ref.name else f"<@{ref.span.start}"
        yield Key("label", ref.span, ref.span, family="wiki", labels=(label,))
    if "{{" in scan.text:
        for match in _HARVARD_TEMPLATE.finditer(scan.text):
            fields = [one.strip() for one in match.group(1).split("|")]
            plain = [one for one in fields if "=" not in one]
            if len(plain) >= 2 and scan.claim(Span(*match.span())):
                span = Span(*match.span())
                yield Key("dated", span, span, family="wiki", name=" & ".join(plain[:-1]), year=plain[-1])
    for match in _OUTER_LINK.finditer(scan.text):
        span = Span(*match.span(2)) if match.group(2) else Span(*match.span(1))
        if scan.is_open(span) and scan.claim(Span(*match.span())):
            yield Key("url", span, Span(*match.span()), family="link", url=match.group(1))


def _notes(scan: Scan) -> Iterator[Key]:
    for match in _NOTE_MARK.finditer(scan.text):
        span = Span(*match.span())
        if scan.claim(span):
            yield Key("label", span, span, family="note", labels=(f"^{match.group(1)}", match.group(1)))


def _links(scan: Scan, places: frozenset[int]) -> Iterator[Key]:
    if scan.is_markdown:
        for match in _REFERENCE_LINK.finditer(scan.text):
            span = Span(*match.span(1))
            label = " ".join((match.group(2) or match.group(1)).split()).casefold()
            if (
                not re.fullmatch(r"[\d,;\s–-]+", match.group(1))
                and scan.is_open(span)
                and scan.claim(Span(*match.span()))
            ):
                yield Key("label", span, Span(*match.span()), family="link", labels=(f"]{label}",))
    for link in scan.document.links:
        anchor = link.span.of(scan.text)
        bare = anchor.strip()
        if link.label and (link.target in places or (link.target is None and not link.url and not scan.is_markdown)):
            yield from _mark(scan, link)
            continue
        if (
            not bare
            or not (scan.is_fragment(link.url) or _OUTWARD.match(link.url))
            or bare.casefold() in PAGE_LINKS
            or link.url.startswith(("mailto:", "tel:", "javascript:", "data:"))
        ):
            continue
        start = link.span.start + len(anchor) - len(anchor.lstrip())
        span = Span(start, start + len(bare))
        if (link.label and link.label.startswith("^")) or re.fullmatch(r"\[\d{1,4}\]|[⁰¹²³⁴-⁹]{1,4}", bare):
            continue  # a footnote mark: read as a number below
        if (
            not scan.is_markdown
            and link.label
            and bare.isdecimal()
            and scan.prose[max(0, span.start - 1) : span.start] in {"[", ",", " "}
            and scan.prose[span.end : span.end + 1] in {"]", ","}
        ):
            continue
        if scan.is_fragment(link.url):
            yield from _fragment(scan, span, bare, link.url)
            continue
        pair = _TWO_NUMBERS.match(scan.text, span.start - 1) if scan.is_markdown and bare.isdecimal() else None
        if pair and scan.claim(Span(*pair.span())):  # "[2][3]" is meant as two, whatever Markdown makes of it
            for group in (1, 2):
                yield Key(
                    "label",
                    Span(*pair.span(group)),
                    Span(*pair.span()),
                    family="link",
                    labels=(f"]{pair[group]}", pair[group]),
                )
            continue
        outer = scan.outer_of_link(span)
        if URL.fullmatch(bare):
            span = Span(span.start, span.start + len(trim_url(bare)))
        if scan.claim(outer):
            yield Key(
                "url",
                span,
                outer,
                family="link",
                url=link.url,
                labels=(f"]{link.label.casefold()}",) if link.label else (),
            )


def _mark(scan: Scan, link: Link) -> Iterator[Key]:
    """A footnote mark that leads to its note; one that leads nowhere dangles where others lead somewhere."""
    label = link.label or ""
    inside = re.search(r"[^\s\[\]()]+", link.span.of(scan.text))
    if inside and scan.claim(link.span):
        span = Span(link.span.start + inside.start(), link.span.start + inside.end())
        where = (label,) if link.target is None else (f"#{link.target}",)
        yield Key("label", span, link.span, "styled", family="fragment", labels=where)


def _fragment(scan: Scan, span: Span, anchor: str, url: str) -> Iterator[Key]:
    """A link inside the page: a footnote mark when its words are a number or a sign, nothing otherwise."""
    number = re.fullmatch(r"[\[(]?\s*(\d{1,4}|[*†‡§a-z])\s*[\])]?", anchor)
    if not number:
        return
    key = Span(span.start + number.start(1), span.start + number.end(1))
    outer = Span(span.start, span.end)
    target = url.rsplit("#", 1)[-1]
    behind = re.search(r"(\d{1,4})$", target)
    labels = (
        (number.group(1),) if not behind or behind.group(1) == number.group(1) else (number.group(1), behind.group(1))
    )
    if scan.claim(outer):
        yield Key("label", key, outer, family="fragment", labels=labels)


def _raised(scan: Scan) -> Iterator[Key]:
    for match in matches(_RAISED_TAG, scan.text, "<sup", "<SUP"):
        if scan.claim(Span(*match.span())):
            yield from number_keys(match.group(1), match.start(1), Span(*match.span()), "raised")
    for match in matches(_CARET, scan.prose, "^"):  # pandoc's superscript, and what is typed for want of one
        power = re.search(r"(?:(?<!\w)\w|\d|\))$", scan.prose[max(0, match.start() - 2) : match.start()])  # x^2
        if not power and scan.claim(Span(*match.span())):
            yield from number_keys(match.group(1), match.start(1), Span(*match.span()), "raised")
    for match in () if scan.prose.isascii() else _RAISED.finditer(scan.prose):
        word = re.search(r"[\w/µ]+$", scan.prose[max(0, match.start() - 12) : match.start()])
        if word and (word.group() in UNITS or word.group()[-1].isdigit() or word.group().split("/")[-1] in UNITS):
            continue  # km², 10³, m/s²
        outer = Span(*match.span())
        if scan.claim(outer):
            for circled in _CIRCLED.finditer(match.group()):
                span = Span(match.start() + circled.start(), match.start() + circled.end())
                yield Key("label", span, outer, "styled", "raised", labels=(str(ord(circled.group()) - 0x245F),))
            yield from number_keys(match.group().translate(_DIGITS), match.start(), outer, "raised")


def number_keys(content: str, offset: int, outer: Span, family: str, *, locator: str = "") -> Iterator[Key]:
    """Keys of "1", "1,4", "1-3", "1, 3–5": a range is one key with several labels."""
    for match in re.finditer(r"([0-9]{1,5})(?:\s*[-–—‑−]\s*([0-9]{1,5}))?", content):
        low, high = int(match[1]), int(match[2] or match[1])
        labels = tuple(str(n) for n in range(low, high + 1)) if low <= high < low + 100 else (match[1],)
        span = Span(offset + match.start(), offset + match.end() + len(locator))
        yield Key("label", span, outer, "styled", family, locator=locator, labels=labels)


def _addresses(scan: Scan) -> Iterator[Key]:
    for match in matches(URL, scan.prose, "://", "www.", "WWW."):
        url = trim_url(match.group())
        span = Span(match.start(), match.start() + len(url))
        if _BARE_HOST.fullmatch(url) and _DATE_BEHIND.match(scan.prose, span.end):
            continue  # "(www.example.org, n.d.)" is a key with a host for a name
        if len(url) > 8 and scan.claim(span):
            yield Key("url", span, span, family="link", url=url)
    for match in matches(_UNSCHEMED, scan.prose, "/"):
        url = trim_url(match.group())
        span = Span(match.start(), match.start() + len(url))
        if scan.claim(span):
            yield Key("url", span, span, family="link", url=url)
    for match in matches(_WRITTEN_DOI, scan.prose, "10."):
        found = DOI.search(match.group())
        written = trim_url(match.group())
        span = Span(match.start(), match.start() + len(written))
        if found and scan.claim(span):
            yield Key("url", span, span, family="link", url="https://doi.org/" + trim_url(found.group(1)))
    for match in matches(ARXIV, scan.prose, "rxiv", "rXiv", "RXIV"):
        span = Span(*match.span())
        if scan.claim(span):
            yield Key("url", span, span, family="link", url=f"https://arxiv.org/abs/{match.group(1)}")
