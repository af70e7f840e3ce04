"""Locators: what follows a year or a name in a key and points into the work (", p. 3", ": 22–23, 40")."""

from __future__ import annotations

import re

from claimcheck.cite.lexicon import LOCATOR_JOINERS, LOCATOR_NUMBERS, LOCATOR_WORDS

_LONGEST = 120  # characters
_TOKEN = re.compile(r"[^\s,،，;:：.&–—-]+")
_NUMBER = re.compile(
    r"(?:§+|¶|第|ص|n|p|pp|f|s)?\d[\w/()]{0,12}(?:쪽|면|페이지|页|頁|章|节|節|条|條)?|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}"
    r"|[A-Za-z]",
    re.ASCII,
)


def is_locator(text: str) -> bool:
    """Is ``text``, separator and all, a locator? It is read word by word, so that it costs no more than its length."""
    if len(text) > _LONGEST:
        return False
    words = [word for word in _TOKEN.findall(text.replace("§", " § ").replace("¶", " ¶ ")) if word]
    if not words or not text[:1] or text[0].isalpha():
        return False
    points = False
    after_word = False
    for word in words:
        folded = word.strip("()[]'’\"").casefold()
        if folded in LOCATOR_WORDS:
            after_word = True
            points = points or folded == "passim"
        elif _is_number(word) or (after_word and folded in LOCATOR_NUMBERS):
            points, after_word = True, False
        elif folded in LOCATOR_JOINERS:
            points = points or folded == "passim"
        else:
            return False
    return points


def _is_number(word: str) -> bool:
    bare = word.strip("()[]'’\"")
    return bool(_NUMBER.fullmatch(bare)) or (bare[:1].isdecimal() and len(bare) <= 16) or _is_counted(bare)


def _is_counted(word: str) -> bool:
    """ "第12页", "55쪽"."""
    return bool(re.fullmatch(r"第?\d{1,5}(?:[-–~]\d{1,5})?(?:쪽|면|페이지|页|頁|章|节|節|条|條)", word))
