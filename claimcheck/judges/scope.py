"""Scope: all, or only some?

"All 612 patients had a dose cut" against "of 612 patients, 230 had a dose cut"; "all engines" against "some of them".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._reading import Reading, Word
from claimcheck.model import Comparison


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """A claim about all of them needs a page that says all of them."""
    universal = _universal(alignment.part.reading)
    if universal is None:
        return
    if any(word.lower in lexicon.UNIVERSAL for word in alignment.reading.words):
        return
    noun = _noun(alignment.part.reading, universal)
    if noun is not None and not any(match.word is noun and match.line is not None for match in alignment.matches):
        return
    limit = _limit(alignment, noun)
    yield Comparison("scope", universal.lower, limit, agrees=False if limit else None)


_TIMES = frozenset(
    [
        "day",
        "year",
        "week",
        "month",
        "time",
        "hour",
        "night",
        "morning",
        "evening",
        "summer",
        "winter",
        "spring",
        "autumn",
    ]
)
"""After "every" they count times, not things."""


def _universal(reading: Reading) -> Word | None:
    for index, word in enumerate(reading.words):
        if word.quoted or word.lower not in lexicon.UNIVERSAL:
            continue
        before = reading.words[index - 1].lower if index else ""
        following = reading.words[index + 1] if index + 1 < len(reading.words) else None
        if before in {"at", "after", "above", "not", "in"}:
            continue  # "at all", "not all"
        if before == "of" and index > 1 and reading.words[index - 2].part in {"number", "adjective"}:
            continue  # "half of all adults"
        if (
            word.lower in {"each", "every", "both", "whole", "entire", "always"}
            and following is not None
            and (following.part == "calendar" or following.lower in _TIMES | {"other", "of"})
            and following.lower != "of"
        ):
            continue  # "every day" counts days
        if word.lower in {"each", "both"}:
            continue
        return word
    return None


def _noun(reading: Reading, universal: Word) -> Word | None:
    """What the word is about: the next noun."""
    at = reading.words.index(universal)
    return next((word for word in reading.words[at + 1 : at + 5] if word.part == "noun"), None)


def _limit(alignment: Alignment, noun: Word | None) -> str | None:
    """How the page limits it: "some", "230 of 612", "nineteen"."""
    page = alignment.page_word(noun) if noun is not None else None
    for index, word in enumerate(alignment.reading.words):
        if word.lower in lexicon.PARTIAL_SCOPE and word.clause in alignment.held:
            return word.lower
        following = alignment.reading.words[index + 1].lower if index + 1 < len(alignment.reading.words) else ""
        if word.counts and word.lower not in {"1", "one"}:
            near = page is not None and 1 <= alignment.reading.words.index(page) - index <= 2
            opens = index == 0 or noun is None  # "Eighteen have gone to a tank"
            if following == "of" or near or (opens and word.clause in alignment.held):
                return word.lower
        if word.lower == "not" and following in {"all", "every", "everyone", "everybody"}:
            return f"not {following}"
    return None
