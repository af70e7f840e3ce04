"""Which pages carry the same text: an agency's report on several hosts is one source, not several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from zlib import crc32

from claimcheck.model import PROSE_KINDS, Document, Source

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


def name_copies(sources: Mapping[str, Source]) -> dict[str, Source]:
    """The sources, those that carry the text of an earlier one marked with its URL (``copy_of``)."""
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
    starts = (at for at in range(len(words) - RUN + 1) if chosen[words[at]])
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode("utf-8", "replace")) for at in starts)
