"""Which pages carry the same text: an agency's report on several hosts is one source, not several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from zlib import crc32

from claimcheck.model import PROSE_KINDS, Document, Source
from claimcheck.sources import guard
from claimcheck.sources.likeness import Cited, compared, is_like
from claimcheck.sources.wording import plain

RUN = 8
"""Words in a row that two texts share by copying, hardly by chance."""
FEWEST_WORDS = 60
SHARE = 0.6
"""Of the shorter text's runs, how many the other must hold; outlets cut an agency's last paragraphs and add a first."""
_COMMON = 40
"""A run on more pages than this is a site's own furniture."""
_SAMPLE = 4
"""Runs that begin with one word in so many are looked at, the same words everywhere."""
_WORD = re.compile(r"\w{1,40}")


def name_copies(sources: Mapping[str, Source], ways: Mapping[str, Cited] | None = None) -> dict[str, Source]:
    """The sources, those that carry the text of an earlier one marked with its URL (``copy_of``).

    A page that could not be read is never read in another one. ``ways`` says how each URL is cited: one that is like it
    by its title is named beside it, with title and date compared, so that a person can look.
    """
    found = _marked(sources)
    for url, source in found.items():
        if source.copy_of is not None:
            origin = found[source.copy_of]
            said = f"carries the text of {origin.url} ({compared(source.title, source.published, origin)})"
            found[url] = replace(source, detail=_joined(source.detail, said))
        elif (original := _original(source)) is not None:
            found[url] = replace(source, detail=_joined(source.detail, f"names {plain(original)} as its original"))
    for url, cited in (ways or {}).items():
        if url in found and not found[url].readable:
            like = _like(cited, url, found)
            if like is not None:
                title, other = like
                words = compared(title, cited.accessed, other, day="the day of retrieval" if cited.accessed else "")
                said = f"{other.url} is like it, and not read in its place ({words})"
                found[url] = replace(found[url], detail=_joined(found[url].detail, said))
    return found


def _like(cited: Cited, url: str, sources: Mapping[str, Source]) -> tuple[str, Source] | None:
    """The first source that is like the page cited at ``url`` by its title, and the title that it is like."""
    for other, source in sources.items():
        if other != url and source.readable:
            title = next((title for title in cited.titles if is_like(title, source)), None)
            if title is not None:
                return title, source
    return None


def _original(source: Source) -> str | None:
    """The page of another site that the page itself names as its original."""
    named = source.document.metadata.canonical_url if source.document and source.readable else None
    places = (source.url, source.final_url or source.url)  # a copy in an archive names the page that it is a copy of
    return named if named and all(_site(named) != _site(place) for place in places) else None


def _site(url: str) -> str:
    try:
        return ".".join(guard.parse(url).host.split(".")[-2:])
    except ValueError:
        return ""


def _joined(one: str, other: str) -> str:
    return f"{one}; {other}" if one else other


def _marked(sources: Mapping[str, Source]) -> dict[str, Source]:
    found = dict(sources)
    places = {source.final_url: url for url, source in sources.items() if source.final_url}
    for url, source in sources.items():
        named = source.document.metadata.canonical_url if source.document and source.readable else None
        other = places.get(named) if named and named != source.final_url else None
        # Two pages that name each other have no original; none of them may vanish as the copy of the other.
        if other is not None and found[other].copy_of is None and not _is_same_page(source, sources[other]):
            found[url] = replace(source, copy_of=other)  # the page itself names the cited page as its original
    runs = {url: _runs(source.document) for url, source in sources.items() if source.document and source.readable}
    pages: dict[int, list[str]] = {}
    for url, own in runs.items():
        if found[url].copy_of is not None:
            continue
        shared = Counter(other for run in own for other in pages.get(run, ()) if len(pages[run]) <= _COMMON)
        for other, count in shared.most_common(5):
            if _is_same_page(sources[url], sources[other]):
                continue
            if count >= SHARE * min(len(own), len(runs[other])):
                origin = found[other].copy_of or other
                if origin != url:
                    found[url] = replace(found[url], copy_of=origin)
                break
        for run in own:
            pages.setdefault(run, []).append(url)
    return found


def _is_same_page(one: Source, other: Source) -> bool:
    """True for one page under two addresses (a fragment, http and https): that is no copy, but the page itself."""
    return one.final_url is not None and one.final_url == other.final_url


def _runs(document: Document) -> frozenset[int]:
    blocks = [block for block in document.blocks if block.body and block.kind in PROSE_KINDS]
    text = " ".join(block.span.of(document.prose) for block in blocks)
    words = _WORD.findall(text[:400_000].casefold())
    if len(words) < FEWEST_WORDS:
        return frozenset()
    chosen = {word: crc32(word.encode("utf-8", "replace")) % _SAMPLE == 0 for word in set(words)}
    return frozenset(hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1) if chosen[words[at]])
