"""Clauses of a sentence, and what stands under a negation in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._words import Word

_STRONG = re.compile(r"[.!?;:—()\[\]]|\s[-–—]\s|--")


def segment(text: str, found: list[Word]) -> list[Word]:
    """Number the clauses and the stretches between commas."""
    clause = segment = 0
    numbered: list[Word] = []
    for index, word in enumerate(found):
        if index:
            between = text[found[index - 1].end : word.start]
            if _STRONG.search(between) or '"' in between:
                clause += 1
                segment += 1
            elif "," in between:
                segment += 1
                if found[index - 1].lower not in _ASIDES and _starts_clause(text, found, index):
                    clause += 1
            elif word.lower in lexicon.SUBORDINATORS and word.lower not in {
                "as",
                "so",
                "since",
                "once",
                "before",
                "after",
                "until",
            }:
                if not (word.lower == "that" and _is_demonstrative(found, index)):
                    clause += 1
                    segment += 1
            elif (
                word.lower in {"before", "after", "until", "since", "once", "as"} and _has_verb(found, index + 1, 6)
            ) or (word.lower in {"and", "but", "or", "nor", "yet"} and _coordinates_clauses(found, index)):
                clause += 1
                segment += 1
        numbered.append(replace(word, clause=clause, segment=segment))
    return numbered


_ASIDES = frozenset({"however", "though", "moreover", "therefore", "meanwhile", "indeed", "instead", "too", "also"})
"""Words set off by commas inside a clause: "have not, however, recognised"."""


def _is_demonstrative(found: Sequence[Word], index: int) -> bool:
    """Whether "that" points ("that year") and opens no clause."""
    following = found[index + 1 : index + 3]
    previous = found[index - 1] if index else None
    if previous is not None and previous.lower in lexicon.PREPOSITIONS:
        return True
    return bool(following) and following[0].lower in {"year", "day", "time", "month", "week", "way"}


def _starts_clause(text: str, found: Sequence[Word], index: int) -> bool:
    """Whether what follows a comma is a clause: it opens like one, or has a verb of its own before the next comma."""
    word = found[index]
    if word.lower in lexicon.SUBORDINATORS or word.lower in {"and", "but", "or", "nor", "yet"}:
        return _has_verb(found, index + 1, 12)
    if word.lower in lexicon.PREPOSITIONS:
        return False
    for position in range(index, min(len(found), index + 9)):
        if position > index and re.search(r"[,;:()]", text[found[position - 1].end : found[position].start]):
            return False
        if found[position].part == "verb" or found[position].auxiliary:
            return True
    return False


def _coordinates_clauses(found: Sequence[Word], index: int) -> bool:
    """Whether "and" joins two verbs or sentences, not two nouns."""
    for word in found[index + 1 : index + 7]:
        if word.lower in {"and", "or", "but"}:
            return False
        if word.part == "verb" and not word.lower.endswith("ing"):
            return True
        if word.auxiliary:
            return True
        if word.lower in lexicon.PREPOSITIONS and word.lower not in {"up", "down", "of"}:
            return False
    return False


def _has_verb(found: Sequence[Word], start: int, limit: int) -> bool:
    return any(word.part == "verb" or word.auxiliary for word in found[start : start + limit])


# --- Negation ---


def negate(found: list[Word]) -> list[Word]:
    """Mark what stands under a negation of its own clause; two negations cancel."""
    negated = [False] * len(found)
    for index, word in enumerate(found):
        if not is_negator(found, index):
            continue
        # "nobody", "no school" and "neither" negate the verb that follows; "not" what follows it in the clause.
        for position in range(index + 1, len(found)):
            other = found[position]
            if other.clause != word.clause and not (
                word.lower in {"neither", "none", "nobody"} and position < index + 6
            ):
                break
            negated[position] = not negated[position]
        if word.lower in {"not", "never", "no", "nor"} or word.lower.endswith("n't"):
            # "was not" negates its own auxiliary too; the verb before "no" keeps its sign ("found no breach").
            pass
    return [replace(word, negated=sign) for word, sign in zip(found, negated, strict=True)]


def is_negator(found: Sequence[Word], index: int) -> bool:
    word = found[index]
    if word.part == "name":
        return False
    following = found[index + 1].lower if index + 1 < len(found) else ""
    ahead = {other.lower for other in found[index + 1 : index + 9] if not other.quoted}
    if (word.lower in {"not", "never", "cannot"} or word.lower.endswith("n't")) and ahead & {"until", "till"}:
        return False  # "was not opened until 1952" was opened in 1952
    if word.lower == "no" and (
        following[:1].isdigit() or (following in {"one", "cost", "longer"} and following != "longer")
    ):
        return following == "one"  # "no 1", "at no cost"
    if word.lower in {"cannot", "can't"} and following == "help":
        return False
    if word.lower == "nothing" and following in {"but", "except", "other"}:
        return False  # "nothing but satellites" are satellites only
    if word.lower.endswith("n't") or word.lower in lexicon.NEGATORS:
        if word.lower in {"no", "not"} and following in lexicon.NOT_NEGATING_NEXT:
            # "no longer" does negate, "no longer than" does not
            third = found[index + 2].lower if index + 2 < len(found) else ""
            return following == "longer" and third != "than" and word.lower == "no"
        if word.lower == "not" and following in {"every", "all", "everyone", "everybody"}:
            return False  # scope, read by its own judge
        return not (word.lower == "no" and following in {"one", "matter"} and following == "matter")
    if word.part == "verb" and word.base in {"fail", "refuse", "decline"} and following == "to":
        return True
    if word.part == "verb" and word.base == "lack":
        return True
    if word.lower in {"unable", "unlikely"} and following == "to":
        return True
    if word.base == "rule" and following == "out":
        return True
    return word.lower in {"instead", "rather"} and following in {"of", "than"}
