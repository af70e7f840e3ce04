"""A dangling key tried against the pages that were fetched: "Jcookson" may be how a site signs its author's pieces.

What matches is shown to a person as ``weak``; it is never used silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.cite.keys import dated_keys
from claimcheck.model import Citation, Dangling, Metadata, Reference, Span, Weak
from claimcheck.parse.words import fold

_SHORTEST_NAME = 4
"""Letters of a name that is long enough to tell one page from another; "News" and "Admin" sign too many."""
_FURNITURE = frozenset(
    {"admin", "administrator", "editor", "editors", "editorial", "news", "newsroom", "staff", "team"}
)
"""Names that any site may sign with."""


def recognise(
    citations: Sequence[Citation], references: Sequence[Reference], pages: Mapping[str, Metadata]
) -> tuple[Citation, ...]:
    """``citations``, where a dangling key that names the author or the site of just one page is ``weak``.

    ``pages`` holds what each page that was read says of itself, by the address as cited.
    """
    signed = {
        reference.id: (reference.year or page.published, frozenset(_signatures(page)))
        for reference in references
        if reference.url and (page := pages.get(reference.url))
    }
    return tuple(_recognised(citation, signed) for citation in citations)


def _recognised(citation: Citation, signed: Mapping[str, tuple[str | None, frozenset[str]]]) -> Citation:
    if not isinstance(citation.resolution, Dangling):
        return citation
    keys = dated_keys(citation.text, 0, Span(0, len(citation.text)))
    name = _letters(keys[0].name if keys else citation.text)
    if len(name) < _SHORTEST_NAME or name in _FURNITURE:
        return citation
    year = keys[0].year if keys else None
    fits = [id_ for id_, (dated, names) in signed.items() if name in names and _same_year(year, dated)]
    return replace(citation, resolution=Weak(fits[0])) if len(fits) == 1 else citation


def _signatures(page: Metadata) -> Iterator[str]:
    """The names a page may be cited by, letters only: "jamescookson", "jcookson", "cooksonj", "cookson"."""
    if page.site:
        yield _letters(page.site)
    for author in page.authors:
        names = [letters for name in re.split(r"[\s.,_-]+", author) if (letters := _letters(name))]
        yield "".join(names)
        if len(names) > 1:
            first, last = names[0], names[-1]
            yield from (last, first[0] + last, last + first[0], last + first)


def _letters(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def _same_year(cited: str | None, dated: str | None) -> bool:
    """Whether both give the same year; a missing one never speaks against the other."""
    years = [found.group() for value in (cited, dated) if value and (found := re.search(r"\d{4}", value))]
    return len(set(years)) < 2
