"""Patterns that are tried only where a sentence holds one of their words.

A sentence is asked some thirty questions ("does it look ahead?"), and nearly all of them with the answer no. Looking
its words up in a set says so twenty times as fast as searching it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_RUN = re.compile(r"\w+")
_ASCII_RUN = re.compile(r"[a-z0-9_]+")  # the same in lower-case ASCII, in half the time


@lru_cache(maxsize=4)  # one sentence after the other, asked by several rooms
def words_of(lowered: str) -> frozenset[str]:
    """The words of a lower-case text as :class:`Cue` counts them: "won't" gives "won" and "t"."""
    return frozenset((_ASCII_RUN if lowered.isascii() else _RUN).findall(lowered))


class Cue:
    """``pattern``, every match of which holds one of ``words`` (lower case, separated by white space) as a whole word.

    The searches take the :func:`words_of` a text that holds the searched one: a word too many costs time, no result.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, pattern: str, words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = re.compile(pattern, flags)
        self.words = frozenset(words.split())

    def search(self, text: str, held: frozenset[str]) -> re.Match[str] | None:
        return None if self.words.isdisjoint(held) else self.pattern.search(text)

    def finditer(self, text: str, held: frozenset[str]) -> Iterator[re.Match[str]]:
        return iter(()) if self.words.isdisjoint(held) else self.pattern.finditer(text)
