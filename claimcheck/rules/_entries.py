"""Bibliography entries as rules see them."""

from __future__ import annotations

import re

from claimcheck.model import Reference


def is_entry(reference: Reference) -> bool:
    """True for an entry of a bibliography; false for the target of a link in running text.

    The same link twice in an article is no fault, the same entry twice in a bibliography is one.
    """
    if reference.text.strip() == (reference.url or "").strip():
        return False
    if reference.url and reference.url not in reference.text:
        return bool(reference.title or reference.accessed or reference.authors)
    return bool(reference.url or reference.year or reference.accessed or reference.authors)


def year_of(reference: Reference) -> int | None:
    """The year of an entry as a number: 2021 for "2021a"."""
    match = re.match(r"\s*((?:1[5-9]|20)\d\d)(?!\d)", reference.year or "")
    return int(match[1]) if match else None


def name_of(reference: Reference) -> str:
    """What a person calls the entry: its title, else the beginning of its words."""
    title = (reference.title or "").strip(" .")
    return title or " ".join(reference.text.split()) or reference.url or reference.id
