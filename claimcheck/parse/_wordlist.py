"""Word lists as they read best: words between white space."""

from __future__ import annotations


def wordlist(*tables: str) -> frozenset[str]:
    """The words of ``tables``."""
    return frozenset(word for table in tables for word in table.split())
