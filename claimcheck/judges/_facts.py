"""The facts of a stretch of text, read once by the grammars that read claims and sources alike."""

from __future__ import annotations

from functools import lru_cache

from claimcheck import parse
from claimcheck.model import Facts


@lru_cache(maxsize=8192)
def facts(text: str) -> Facts:
    """Quantities, dates, quotations, instruments and names of ``text``; offsets count in ``text``."""
    return parse.facts(text)
