"""Page furniture as an author.

## What it does
Finds authors that are words of a page and no names: "Editor, M.", "News, A.", "Published, H.".

## Why is this bad?
A citation tool took a line of the page for a name. The reader looks for a person who does not exist.

## Example
"Published, H. Cable laid. (2024). Harbour Post." for a page that says "Published 9:04 by Harbour Post".

## Remedy
Name the author that the page names, or the organisation, or begin with the title.
"""

import re
from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, quoted

ID = "misparsed-author"
SEVERITY: Severity = "warning"

_FURNITURE = frozenset(
    {
        "admin", "administrator", "author", "authors", "by", "contributor", "correspondent", "desk", "edited", "editor",
        "editorial", "editors", "guest", "news", "newsroom", "posted", "publisher", "published", "reporter", "share",
        "staff", "subscribe", "team", "updated", "user", "webmaster", "writer", "written",
    }
)  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        for author in reference.authors:
            if _is_furniture(author):
                yield case.on_reference(
                    ID,
                    SEVERITY,
                    reference,
                    f"the author {quoted(author)} is a word of the page, not a name",
                    "name the author that the page names, or the organisation, or begin with the title",
                    confidence="medium",
                )
                break


def _is_furniture(author: str) -> bool:
    """True for a word of a page alone or with an initial. "Staff, John" may be a person, "Staff, J." hardly is."""
    words = re.findall(r"[^\s,;.&]+", author)
    names = [word for word in words if len(word) > 1]
    return bool(words) and len(words) <= 3 and len(names) == 1 and names[0].casefold() in _FURNITURE
