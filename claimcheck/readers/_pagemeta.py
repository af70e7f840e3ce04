"""What a web page says about itself: JSON-LD, meta elements, ``<time>``, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from claimcheck.model import Metadata
from claimcheck.readers._dates import iso_date

_LARGEST_SCRIPT = 500_000  # characters of a JSON-LD block that is parsed
_DEEPEST = 6  # levels of nesting that are searched for the article
_TYPES = re.compile(
    r"article|posting|report|webpage|scholarly|newsarticle|book|dataset|legislation|pressrelease|creativework",
    re.IGNORECASE,
)
_PAGE_TYPES = re.compile(r"webpage", re.IGNORECASE)
_TITLES = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHORS = (
    "citation_author",
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
)
_SITES = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_PUBLISHED = (
    "article:published_time", "citation_publication_date", "citation_online_date", "citation_date", "og:published_time",
    "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "publish-date", "pubdate", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/|$|-)")
_SEPARATORS = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class PageInfo:
    """Title, language as declared, base for relative links, and the rest as ``Metadata``."""

    title: str | None
    language: str | None
    base: str | None
    metadata: Metadata


def page_info(tree: Any, url: str | None) -> PageInfo:
    """What a parsed page (a selectolax parser) says about itself; ``url`` is where it was fetched."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    article = next((entry for entry in linked if not _PAGE_TYPES.search(_type(entry))), linked[0] if linked else {})
    base = _attribute(tree, "base[href]", "href")
    base = _joined(url, base) if base else url
    canonical = _attribute(tree, "link[rel~=canonical]", "href") or _first(meta, ("og:url",))
    site = _first(meta, _SITES) or _name(article.get("publisher")) or _name(article.get("isPartOf"))
    html = tree.root
    return PageInfo(
        title=_title(tree, meta, article, site),
        language=(html.attributes.get("lang") or html.attributes.get("xml:lang")) if html is not None else None,
        base=base,
        metadata=Metadata(
            authors=_authors(meta, article, linked),
            site=site,
            published=_date(article, linked, ("datePublished", "dateCreated", "uploadDate"))
            or _first_date(meta, _PUBLISHED)
            or _timed(tree)
            or _dated_path(url or canonical),
            modified=_date(article, linked, ("dateModified",)) or _first_date(meta, _MODIFIED),
            canonical_url=_joined(base, canonical) if canonical else url,
            free_to_read=_free(linked),
        ),
    )


def _meta(tree: Any) -> dict[str, list[str]]:
    """Contents of the page's meta elements by lower-case name, property or itemprop."""
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        content = " ".join((attributes.get("content") or "").split())
        for key in ("name", "property", "itemprop"):
            name = (attributes.get(key) or "").lower()
            if name and content:
                found.setdefault(name, []).append(content[:2_000])
    return found


def _first(meta: dict[str, list[str]], names: Sequence[str]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _first_date(meta: dict[str, list[str]], names: Sequence[str]) -> str | None:
    return next((date for name in names for value in meta.get(name, ()) if (date := iso_date(value))), None)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles and pages that the JSON-LD describes, the page's own first."""
    for node in tree.css('script[type="application/ld+json"]'):
        source = node.text(deep=True) or ""
        if len(source) > _LARGEST_SCRIPT:
            continue
        try:
            value = json.loads(
                source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False
            )
        except (ValueError, RecursionError):
            continue
        yield from _articles(value, 0)


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value[:50]:
            yield from _articles(part, depth + 1)
    elif isinstance(value, dict):
        if _TYPES.search(_type(value)):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (dict, list)):
                yield from _articles(value[key], depth + 1)


def _type(entry: dict[str, Any]) -> str:
    kind = entry.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _name(value: Any) -> str | None:
    """The name of a person or organisation, however it was written down."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list):
            value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _authors(meta: dict[str, list[str]], article: dict[str, Any], linked: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    stated = (
        article.get("author") or article.get("creator") or next((e["author"] for e in linked if e.get("author")), None)
    )
    listed = stated if isinstance(stated, list) else [stated]
    names = [name for entry in listed[:50] if (name := _name(entry))]
    if not names:
        key = next((name for name in _AUTHORS if name in meta), None)
        values = meta[key] if key else []
        names = [
            part.strip() for value in values for part in re.split(r"\s*;\s*|\s+(?:and|&)\s+|,\s+(?=\w+\s\w)", value)
        ]
    cleaned = (re.sub(r"^(?:by|von|par|por)\s+", "", name, flags=re.IGNORECASE) for name in names)
    # A profile's address is no name: article:author often holds one.
    return tuple(dict.fromkeys(name for name in cleaned if name and "://" not in name and len(name) < 120))


def _date(article: dict[str, Any], linked: Sequence[dict[str, Any]], keys: Sequence[str]) -> str | None:
    for entry in (article, *linked):
        for key in keys:
            if isinstance(entry.get(key), str) and (date := iso_date(entry[key])):
                return date
    return None


def _timed(tree: Any) -> str | None:
    for selector in (
        "time[pubdate]",
        "time[itemprop=datePublished]",
        "[itemprop=datePublished]",
        "article time",
        "header time",
        "time",
    ):
        node = tree.css_first(selector)
        if node is not None:
            stamp = node.attributes.get("datetime") or node.attributes.get("content") or node.text(deep=True)[:100]
            if date := iso_date(stamp):
                return date
    return None


def _dated_path(url: str | None) -> str | None:
    """The date in /2024/11/12/ of an address, the last resort: archives number their pages so, too."""
    match = _DATED_PATH.search(urlsplit(url).path) if url and "://" in url[:12] else None
    return iso_date("-".join(match.groups())) if match else None


def _free(linked: Sequence[dict[str, Any]]) -> bool | None:
    for entry in linked:
        value = entry.get("isAccessibleForFree")
        if value is not None:
            return (
                str(value).strip().lower() not in {"false", "0", "no"} if isinstance(value, (str, bool, int)) else None
            )
    return None


def _title(tree: Any, meta: dict[str, list[str]], article: dict[str, Any], site: str | None) -> str | None:
    heading = tree.css_first("article h1, main h1") or tree.css_first("h1")
    headline = " ".join(heading.text(deep=True, separator=" ").split()) if heading is not None else ""
    node = tree.css_first("head > title") or tree.css_first("title")
    whole = " ".join(node.text(deep=True).split()) if node is not None else ""
    stated = _first(meta, _TITLES) or (article["headline"] if isinstance(article.get("headline"), str) else None)
    if not stated and headline and headline in whole:
        stated = headline
    title = " ".join((stated or whole or headline).split())[:500]
    return _without_site(title, headline, site) or headline or None


def _without_site(title: str, headline: str, site: str | None) -> str:
    """The title without " | The Gazette" at its end: where that is the site's name, or what the headline lacks."""
    cuts = list(_SEPARATORS.finditer(title))
    for cut in cuts[-2:]:
        head, tail = title[: cut.start()], title[cut.end() :]
        if (site and _folded(tail).startswith(_folded(site))) or (
            len(headline) > 10 and _folded(head) == _folded(headline)
        ):
            return head
    return title


def _folded(words: str) -> str:
    return re.sub(r"[^\w]+", "", words).casefold()


def _attribute(tree: Any, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    value = node.attributes.get(name) if node is not None else None
    return value.strip() or None if value else None


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address)
    except ValueError:
        return address
