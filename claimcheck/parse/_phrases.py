"""The words around a number: counted noun, age, magnitude, units understood from before, limits, the governing verb."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Hedge
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import (
    COLLECTIVE,
    FUNCTION_WORDS,
    NOMINAL,
    VERBS,
    is_counted_plural,
    is_plural_noun,
    may_be_noun,
    never_plural,
)
from claimcheck.parse._numbers import SMALL, Numeral
from claimcheck.parse._wordlist import wordlist

_REACH = 9
"""How many tokens to the right a counted noun is looked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The counted noun, lower case, and the token after it."""

    noun: str | None
    last: int


NOTHING = Phrase(None, 0)
_DETERMINERS = wordlist(
    """
    the a an its their his her our my your these those this that all both every each any some such no other whose
    """
)
_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_PRONOUNS = wordlist("them us you it these those which whom whose this that")


def counted(t: Tokens, last: int, unit: str | None, numeral: Numeral) -> Phrase:
    """What is counted, to the right of a number: "3,000 North Korean troops", "65% of new orders"."""
    share = unit in {"percent", "ratio"}
    if unit is not None and not share:
        return Phrase(None, last)
    i = last
    if t.lower[i] == "+":
        i += 1
    if t.lower[i] == "-" and t.glued(i) and t.lower[i + 1] in {"odd", "plus", "strong"}:
        i += 2
    if unit is None and t.text[i] == "-" and t.glued(i) and t.glued(i + 1) and t.is_word(i + 1):
        return (
            Phrase(t.lower[i + 1], i + 2)
            if t.lower[i + 1] not in {"strong", "odd"}
            else _noun_phrase(t, i + 2, last, single=False, share=False)
        )
    if t.lower[i] in {"or", "and"} and t.lower[i + 1] in {"more", "so", "fewer", "less", "over"}:
        i += 2  # "200 or so boats"
    through_of = share or numeral.kind == "vague" or numeral.scaled
    if t.lower[i] == "of":
        i += 1
        if t.lower[i] in _PRONOUNS and t.lower[i + 1] != "who" and not may_be_noun(t.lower[i + 1]):
            return Phrase(None, last)
        partitive = t.lower[i] in _DETERMINERS
        while t.lower[i] in _DETERMINERS:
            i += 1
        if not (through_of or partitive or t.is_number(i) or t.lower[i] in SMALL):
            return Phrase(None, last)
        while i < t.size and (t.lower[i].endswith("'s") or t.is_number(i) or t.lower[i] in SMALL or t.text[i] in ",."):
            if t.text[i] in ",." and not (t.glued(i) and t.is_number(i + 1)):
                break
            i += 1
    elif unit == "percent":
        return Phrase(None, last)
    elif t.lower[i] in {"the", "its", "their", "his", "her", "our"} and numeral.kind == "fraction":
        i += 1
    return _noun_phrase(t, i, last, single=numeral.low == 1 and numeral.kind != "fraction", share=share)


def _noun_phrase(t: Tokens, i: int, last: int, *, single: bool, share: bool) -> Phrase:
    """The head of the noun phrase at ``i``: the last word of its first run of plurals, else its last word."""
    words: list[tuple[str, int]] = []
    plural: tuple[str, int] | None = None
    j = i
    while j < min(t.size, i + _REACH) and not t.breaks(j):
        blanked = _blanked(t, j)
        if blanked and j >= i:
            # An identifier stands in the gap: "two Su-35 fighters", "88 F-35s".
            if plural:
                break
            words.append((blanked, j))
            if blanked.endswith("s"):
                plural = (blanked, j)
                break
        word = t.lower[j]
        if not t.is_word(j):
            if t.text[j] == "'" and words and plural:
                break
            if t.text[j] == "-" and t.glued(j) and t.glued(j + 1) and t.is_word(j + 1) and words:
                words.pop()
                plural = None
                j += 1
                continue
            break
        if word in NOMINAL and not words and not (may_be_noun(t.lower[j + 1]) and is_counted_plural(t.lower[j + 1])):
            return Phrase(word, j + 1)
        if word in {"more", "other", "additional", "extra", "new", "such", "further", "fewer", "less"} and not words:
            j += 1
            continue
        named = t.text[j][0].isupper() and word in _COMPASS  # "3,000 North Korean troops"
        if not (may_be_noun(word) or word in COLLECTIVE or named) or word in SMALL or (word == "others" and not words):
            break
        if word.endswith("'s") and not single:
            words.append((word, j + 1))
            j += 1
            continue
        if plural and not is_counted_plural(word):
            break
        if words and not plural and (word.endswith(("ed", "ing"))) and not is_counted_plural(t.lower[j + 1]):
            break
        if share and words and (never_plural(word) or (is_counted_plural(word) and _governs(t, j + 1))):
            break  # "5% of body weight lowers blood pressure", "40 percent of the range lies inside"
        if plural and not is_plural_noun(word):
            break
        words.append((word, j + 1))
        if is_counted_plural(word) and not (single and words):
            plural = (word, j + 1)
        elif single and words and len(words) > 1 and word.endswith("s"):
            words.pop()
            break
        j += 1
    if plural:
        return Phrase(plural[0], plural[1])
    words = [word for word in words if not word[0].endswith("'s")]
    if not words:
        return Phrase(None, last)
    head, after = words[-1]
    if not (single or share) and head not in COLLECTIVE and not _blanked(t, after - 1 if after > i else after):
        return Phrase(None, last)  # what is counted stands in the plural
    return Phrase(head, after)


def _governs(t: Tokens, i: int) -> bool:
    """Whether an object follows at ``i``, so that the word before it is a verb."""
    word = t.lower[i]
    return word in _DETERMINERS or (may_be_noun(word) and t.is_word(i) and not word.endswith(("ed", "ing")))


def _blanked(t: Tokens, j: int) -> str | None:
    """The identifier that was masked right before token ``j``, in lower case."""
    if j == 0:
        return None
    gap = t.raw[t.end[j - 1] : min(t.start[j], len(t.raw))].strip()
    return (
        gap.lower() if gap and len(gap) <= 20 and " " not in gap and any(letter.isalpha() for letter in gap) else None
    )


def counts_many(t: Tokens, i: int) -> bool:
    """Whether a plural noun is counted at ``i``, at most three words on: "2-3 new clinics"; or "more"."""
    if (t.lower[i] == "more" or t.lower[i] in NOMINAL) and not t.glued(i):
        return True
    for step in range(6):
        word = t.lower[i + step] if i + step < t.size else ""
        if is_counted_plural(word) and t.is_word(i + step):
            return True
        if step and word == "-" and t.glued(i + step) and t.glued(i + step + 1):
            continue  # "115-130 long-range missiles"
        hyphened = t.text[i + step + 1] == "-" and t.glued(i + step + 1)
        if not (t.is_word(i + step) and (may_be_noun(word) or hyphened)):
            return False
    return False


_STATED = wordlist(
    """
    median mean average total maximum minimum number range sum figure peak high low record rate level ratio share
    value price cost limit threshold target one all out because instead ahead short most some any each part much
    half majority score
    """
)
_STANDING = wordlist(
    """
    stood stands stand rose rises rise fell falls fall grew grows reached reaches hit hits totalled totaled totals
    was is were are climbed dropped slipped remains remained numbered topped exceeded declined increased jumped came
    comes
    """
)


def counted_before(t: Tokens, i: int) -> str | None:
    """A noun to the left that the number is the size of: "a population of", "Headcount stood at"."""
    if i >= 3 and t.lower[i - 1] == "=" and t.lower[i - 2] == "n" and t.text[i - 3] in "(,":
        return t.lower[i - 4] if is_counted_plural(t.lower[i - 4]) else None  # "respondents (n = 418)"
    if t.lower[i - 1] in {"population", "headcount", "attendance", "circulation"}:
        return t.lower[i - 1]  # "population 12,345"
    if i >= 2 and t.lower[i - 1] == "of" and t.is_word(i - 2):
        noun = t.lower[i - 2]
        if noun in SMALL or len(noun) < 3 or noun in _STATED or noun.endswith("ed"):
            return None
        return noun if may_be_noun(noun) else None
    if (
        i >= 3
        and t.lower[i - 1] in {"at", "to"}
        and t.lower[i - 2] in _STANDING
        and t.is_word(i - 3)
        and not t.is_name(i - 3)
    ):
        noun = t.lower[i - 3]
        return noun if may_be_noun(noun) and not is_counted_plural(noun) and noun not in _STATED else None
    return None


_OF_WHICH = [["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"]]


def counted_again(
    t: Tokens, first: int, last: int, previous_last: int, noun: str | None, unit: str | None, previous_unit: str | None
) -> str | None:
    """The noun before, where the words lean on it: "67 votes to 48", "17 soldiers died; eight more"."""
    if noun is None or first - previous_last > 12:
        return None
    before, after = t.lower[first - 1], t.lower[last]
    if unit is None:
        if after == "of" and t.lower[last + 1] in {"them", "which", "whom", "these", "those"}:
            return noun  # "12 mice, two of which died"
        if any(t.lower[step : step + 2] in _OF_WHICH for step in range(previous_last, first)):
            return noun  # "eleven powers, of which only two"
    if unit is None and previous_unit is None:
        if (before in {"to", "against", "from"} and first - previous_last <= 4) or after == "more":
            return noun
    elif unit == "percent" and before == "(" and first - previous_last <= 3:
        return noun
    return None


# -- limits and verbs -------------------------------------------------------------------------------------------------


def limit_hedge(t: Tokens, first: int) -> Hedge | None:
    """ "The maximum penalty is twenty years", "Estimated cost: EUR 3.75m": a bound or guess told of the noun."""
    for step in range(first - 1, max(0, first - 6), -1):
        if not t.is_word(step):
            break
        if t.lower[step] == "to" and t.lower[step - 1] in {"estimated", "reckoned", "thought", "believed"}:
            return "approx" if t.lower[step - 1] in {"estimated", "reckoned"} else None
    if t.lower[first - 1] in _BOUNDED and t.lower[first - 2] in {"minimum", "min", "maximum", "max"}:
        return "at-least" if t.lower[first - 2].startswith("min") else "up-to"  # "minimum stay 12 months"
    if t.lower[first - 1] not in {"is", "was", "of", ":", "at", "are", "were"} or first < 2:
        return None
    for step in range(first - 2, max(-1, first - 9), -1):
        word = t.lower[step]
        if word in {".", ";", ",", "and", "but", "or"} or t.is_number(step):
            return None
        if word in {"maximum", "max", "minimum", "min"}:
            # A lake's maximum depth is a value; a maximum penalty is a bound.
            bound = t.lower[step + 1] in _BOUNDED or t.lower[step + 2] in _BOUNDED
            return ("up-to" if word.startswith("max") else "at-least") if bound else None
        if word in {"estimated", "approximate", "estimate", "estimates"}:
            return "approx"
    return None


_BOUNDED = wordlist(
    """
    penalty sentence fine term punishment jail prison award loan grant payout stay dose age deposit stake
    """
)
_AUXILIARIES = wordlist("were was are is be been being had has have will would could may might must can did also not")
_GOVERNING = VERBS - _AUXILIARIES
_NO_VERBS = wordlist("hundred united need indeed speed seed feed breed red bed shed wed unlimited limited")


def _is_verb(word: str) -> bool:
    return word in _GOVERNING or (len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS)


def role(t: Tokens, first: int, last: int) -> str | None:
    """The verb that governs the number, lower case: to its left in the clause, else right after its noun."""
    for step in range(first - 1, max(-1, first - 7), -1):
        word = t.lower[step]
        if word in {",", ".", ";", ":", "(", "!", "?", "and", "but", "that", "which"}:
            break
        if _is_verb(word):
            return word
    for step in range(last, min(t.size, last + 5)):
        word = t.lower[step]
        if word in _AUXILIARIES:
            continue
        if _is_verb(word):
            return word
        if not t.is_word(step) or word in FUNCTION_WORDS - {"being", "now", "already"}:
            break
    return None
