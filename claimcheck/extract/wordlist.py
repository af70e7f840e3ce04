"""Word lists written as running text."""

from __future__ import annotations


def wordlist(*tables: str) -> frozenset[str]:
    """The words of ``tables``, which are separated by white space."""
    return frozenset(word for table in tables for word in table.split())
