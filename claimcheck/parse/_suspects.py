"""Digits that count nothing: names, ranks, list marks, citations. What the masks could not know."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.parse import _occasions, _pronouns, thesaurus
from claimcheck.parse._ages import PERSONS as _PERSONS
from claimcheck.parse._calendar import AMOUNT_NOUNS, DAYS, DEBT, MONTHS
from claimcheck.parse._hedges import HEDGE_WORDS
from claimcheck.parse._labels import label_of_list
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import (
    FUNCTION_WORDS,
    NOMINAL,
    is_adverb,
    is_counted_plural,
    may_be_noun,
    names_people,
    noun_rather_than,
)
from claimcheck.parse._numbers import SIGNS, Numeral
from claimcheck.parse._phrases import counts_many
from claimcheck.parse._understood import STATISTICS
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse.units import NAMES

_HYPHENS = "-‐‑"
_PREPOSITIONS = wordlist(
    """
    in at near from across around outside inside to by for with of on against between over through under within
    """
)
_MODIFIERS = wordlist(
    """
    mid pre post under over sub up top about around almost nearly aged age ages some just only by of to from than
    and or at in non magnitude
    """
)
_AMOUNTS = wordlist(
    """
    of to by reached cost costs paid totalled totaled hit some another than exceeded scored killed population
    numbered topped is was
    """
)
_SENTENCE_OPENERS = wordlist(
    """
    nearly almost roughly approximately exactly aged total all another these those each every last next first only
    just least additional further needing weighing costing killing using having including leaving bringing taking
    scoring buying selling adding covering flowing measuring spanning averaging totalling reaching employing worth
    meanwhile minus plus ayes noes yeas nays serves makes yields sleeps seats
    """
)
# Peoples and bands without a plural ending.
_PEOPLES = wordlist("taliban hezbollah mujahideen inuit maori sioux")
_MATERIALS = wordlist("omega carbon uranium vitamin covid caesium strontium")


def is_no_quantity(t: Tokens, first: int, last: int, numeral: Numeral, unit: str | None) -> bool:
    """Whether the number at the tokens ``first`` to before ``last`` is a name, rank, idiom or pronoun."""
    if numeral.kind == "vague":
        return t.is_name(first) and t.is_name(first - 1) and t.text[last][:1].isupper()
    if t.text[first] in SIGNS:
        touched = (t.glued(first) and not t.digit[first - 1]) or (t.glued(last) and t.is_word(last) and unit is None)
        return touched or _masked_neighbour(t, first, last)
    if t.text[first] == "." and t.glued(first + 1):
        return _occasions.is_calibre(t, last, unit)
    if t.text[last] in {"BP", "BC", "BCE", "AD", "CE"} and unit is None:
        return True  # "40,000 BP" tells when
    if unit == "mm" and _occasions.is_calibre(t, last, unit):
        return True
    if t.is_number(first):
        if _glued_before(t, first, unit) or _masked_neighbour(t, first, last) or _glued_after(t, first, last, unit):
            return True
        return unit is None and _is_bare_name(t, first, last, numeral)
    if t.text[first][:1].isupper() and _in_title(t, first, last):
        return True  # "Ninety Days", a novel
    return t.is_word(first) and _pronouns.is_no_count(t, first, last, numeral, unit)


# -- what touches the digits ------------------------------------------------------------------------------------------


def _glued_before(t: Tokens, first: int, unit: str | None) -> bool:
    """Letters or signs before the digits: "x2", "#12", "3:1", "p.8"; "seized12" only lacks a blank."""
    if not t.glued(first):
        return False
    sign, word_before = t.text[first - 1], t.is_word(first - 2)
    if sign == "/" and unit is not None and unit != "ratio" and word_before:
        return False  # "180C/160C"
    if sign == ":" and word_before and t.glued(first - 1) and unit is None:
        return t.text[first - 2].islower() and noun_rather_than(t.lower[first - 2]) is not None  # "unix:473"
    if sign in ":/=*":
        return t.is_number(first - 2) or (sign == "/" and word_before)
    if sign in "#@_&\\^?~" or (sign == "+" and unit is None):
        return True
    if sign in ".-" and t.glued(first - 1):
        if t.is_number(first - 2):
            return True
        if sign == ".":
            return word_before and len(t.text[first - 2]) <= 5 and t.lower[first - 2] not in HEDGE_WORDS
        return word_before and t.raw[t.start[first - 1]] in _HYPHENS and t.lower[first - 2] not in _MODIFIERS
    return t.is_word(first - 1) and not (sign.islower() and len(sign) > 1)


def _glued_after(t: Tokens, first: int, last: int, unit: str | None) -> bool:
    """Letters or signs after the digits: "3D", "80s", "3(5)", "17+1", "7-Eleven"; "12-member" counts."""
    if not t.glued(last):
        return False
    sign = t.text[last]
    digits_follow = t.glued(last + 1) and t.is_number(last + 1)
    if sign in "/:+":
        return digits_follow and not (sign == "/" and unit is not None)
    if sign in "_@\\^" or (sign == "(" and t.text[last + 2] == ")" and len(t.text[last + 1]) <= 3):
        return True
    if sign == "s" and t.text[first - 1] == "-" and t.lower[first - 2] in {"over", "under"}:
        return not (len(t.text[first]) <= 3 and 1 <= int(t.text[first]) <= 100)  # "over-70s"
    if (
        (sign == "s" or unit == "s")
        and t.is_word(first - 1)
        and len(t.text[first - 1]) > 1
        and t.text[first - 1].isupper()
    ):
        return True  # "HTTP 404s"
    if unit is not None:
        return False
    if t.is_word(last):
        # "14.6%of" and "200people" lack a blank; "5521B" and "49ers" do not.
        glue = sign in FUNCTION_WORDS or sign in NAMES or sign in NOMINAL or is_counted_plural(sign)
        return not (sign in {"ish", "odd", "plus"} or (sign.islower() and len(sign) > 2 and glue))
    if sign == "-" and t.glued(last + 1):
        if digits_follow:
            return True
        if t.text[last + 1][:1].isupper():
            return t.raw[t.start[last]] in _HYPHENS
        return not _pronouns.counts_in_compound(t, last + 1, tens=len(t.text[first]) > 1)
    return False


def _masked_neighbour(t: Tokens, first: int, last: int) -> bool:
    """Whether letters of a blanked identifier touch the digits: "4x100m", "9K720"."""
    start, end = t.start[first], t.end[last - 1]
    if start and t.raw[start - 1] in "-/." and start > 1 and not t.glued(first - 1):
        start -= 1  # "10b-5"
    while t.raw.startswith(".", end) and end < t.end[last - 1] + 3:
        end += 1  # "12.Nf3", "14...Qd7"
    before, after = t.raw[start - 1 : start] if start else "", t.raw[end : end + 1]
    return (before.isalnum() and t.plain[start - 1] == " ") or (after.isalnum() and t.plain[end] == " ")


# -- what stands around them ------------------------------------------------------------------------------------------


def _is_bare_name(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """Whether digits without a unit are a name, a rank, a citation or a list mark."""
    if _is_year_in_name(t, first, last, numeral) or _is_mark(t, first, last, numeral):
        return True
    grouped = "," in t.between(first, last)
    if not (numeral.integer or grouped) and _is_labelled(t, first, last, numeral):
        return True
    if not numeral.integer and (grouped or (numeral.low >= 1000 and not numeral.scaled)):
        return False  # nobody groups the digits of a name
    return (
        _is_labelled(t, first, last, numeral)
        or _occasions.belongs_to_match(t, first, last, numeral)
        or _occasions.is_clock(t, first, last, numeral, None)
        or _occasions.in_call(t, first)
        or _is_model(t, first, last, numeral)
        or _continues_identifiers(t, first, last)
        or _is_like_identifier(t, first, last)
        or _behind_name(t, first, last)
    )


def _is_year_in_name(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """Four digits that the date grammar left alone because they are part of a name: "its 2027 notes", "Vision 2030"."""
    if not (numeral.integer and 1000 <= numeral.low <= 2199 and len(t.text[first]) == 4):
        return False
    before = t.lower[first - 1]
    if t.lower[last] in DEBT:
        return True
    if counts_many(t, last):
        return False
    if before == "of":
        return t.lower[first - 2] not in AMOUNT_NOUNS
    return before not in HEDGE_WORDS and before not in _AMOUNTS


def _is_mark(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """A number in brackets or at the head of a list entry."""
    before, after = t.lower[first - 1], t.lower[last]
    if numeral.integer and _in_patent(t, first):
        signed = t.lower[first - 2] in {"the", "a", "an", "said", "each"} and may_be_noun(before)
        if signed or not counts_many(t, last):
            return True  # "the housing 101 encloses", "rollers (22, 24)"
    if _in_title(t, first, last) or _in_round_list(t, first, last):
        return True
    if before == "(" and after == ")":
        # "(52)" behind a name is an age, "nine (9) days" repeats, "(12)" counts an equation.
        return not (t.text[first - 2][:1].isupper() and t.is_word(first - 2) and 5 <= numeral.low <= 115)
    if not numeral.integer:
        return False
    if _in_long_list(t, first, last):
        return True
    if before in {"[", ",", "-", "and"} and _in_square_brackets(t, first):
        return True
    if numeral.low >= 100:
        return False
    heads = first == 0 or t.breaks(first) or "\n" in t.plain[t.end[first - 1] : t.start[first]]
    if heads and after in {".", ")"} and t.glued(last) and t.text[last + 1][:1].isupper():
        return True
    return _is_list_mark(t, first, last)


_RATED = frozenset({"graded", "rated", "ranked", "scale"})
_PATENT = re.compile(r"\b(?:wherein|embodiments?|FIGS?\b)")


def _in_patent(t: Tokens, first: int) -> bool:
    """Whether a patent is described near the number: its numbers after nouns are reference signs."""
    if not _mentions_patent(t.raw):
        return False
    at = t.start[first]
    return _PATENT.search(t.raw, max(0, at - 200), at + 120) is not None


@lru_cache(maxsize=1)
def _mentions_patent(text: str) -> bool:
    return _PATENT.search(text) is not None


def _in_title(t: Tokens, first: int, last: int) -> bool:
    """Whether the number is part of a short title in quotation marks: "9 to 5 Blues", "The 39 Steps"."""
    start = first - 1
    while start >= max(0, first - 5) and t.text[start] not in {'"', "'"}:
        start -= 1
    end = last
    while end < min(t.size, last + 5) and t.text[end] not in {'"', "'"}:
        end += 1
    if start < 0 or t.text[start] not in {'"', "'"} or t.text[end] not in {'"', "'"} or not t.glued(start + 1):
        return False
    inside = [step for step in range(start + 1, end) if t.is_word(step)]
    capitals = [step for step in inside if t.text[step][0].isupper()]
    return (
        bool(capitals)
        and len(inside) <= 6
        and all(step in capitals or t.lower[step] in FUNCTION_WORDS for step in inside)
    )


def _is_labelled(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """Whether the word before makes the number a name: "room 10", "s. 3", "Group of 77", "omega 3", "the 14 bus"."""
    before, after = t.lower[first - 1], t.lower[last]
    if label_of_list(t, first, last):
        return True
    if after == "or" and t.lower[last + 1] in {"later", "newer"}:
        return True  # "setuptools 65 or later"
    if before == "=" and ((len(t.text[first - 2]) == 1 and t.lower[first - 2] in "xyij") or t.text[first - 2] in "=!"):
        return True  # "x = 3", "is_w == 0"
    if after == "<" and t.text[last + 1] == "=":
        return True  # "0 <= offset"
    if before == ":" and after == "-" and t.text[last + 1][:1].isupper():
        return True  # "Stability: 1 - Experimental"
    if t.text[first - 2] == "-" and t.text[first - 3] == "-" and t.glued(first - 1):
        return True  # "--jobs 8"
    scaled = t.lower[first - 2] if before in {"of", "from"} else ""
    if before in _RATED or scaled == "scale" or (before == "from" and scaled in _RATED | {"scored"}):
        return True
    if t.text[first - 1] == "No" or (before == "of" and t.text[first - 2] == "Group"):
        return True
    if before in _MATERIALS:
        return True
    long = numeral.integer and len(t.text[first]) >= 3
    return long and not counts_many(t, last) and _occasions.is_dialled(t, first)


def _is_model(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """Whether the word after makes the number a name: "787 Dreamliner", "14 Rue Cler", "4K", "the 737 was grounded"."""
    before, after, follower = t.lower[first - 1], t.lower[last], t.text[last]
    if numeral.mantissa in {5, 10} and numeral.scaled and before in {"the", "a", "my"} and t.lower[last - 1] == "k":
        return not counts_many(t, last)  # a race of 10 km
    if t.raw[t.start[first] : t.end[last - 1]] == "3M" and not counts_many(t, last):
        return True  # the company
    few = t.is_word(last) and follower[:1].isupper() and not t.glued(last) and numeral.integer and numeral.low <= 4
    if few and ((numeral.low == 1 and is_counted_plural(after)) or t.is_number(last + 1)):
        return True  # "1 Thessalonians", "2 Kings 5"
    if numeral.mantissa in {2, 4, 5, 8} and numeral.scaled and t.raw[t.end[last - 1] - 1] == "K":
        return True
    if before in {"a", "an"} and numeral.integer and len(t.text[first]) == 3 and numeral.low % 10:
        # "a 529 plan", "a 911 call"; a number that counts is joined to its noun: "a 128-page book"
        lone = t.is_word(last) and not t.glued(last) and after not in _pronouns.COMPOUNDS
        if lone and noun_rather_than(after) in {"noun", "either"}:
            return True
    paired = after in {"and", "or"} and t.lower[last + 1] == "the"  # "the 45 and the 60"
    if before == "the" and (after in {"was", "is", "has"} or paired) and numeral.low > 1:
        return True
    if numeral.integer and _occasions.in_report(t, last):
        return True
    if after in _occasions.COEFFICIENTS:
        return False  # "a 2.93 ERA"
    named = t.is_word(last) and follower[0].isupper() and len(follower) > 1 and not t.glued(last) and not numeral.scaled
    if not named or counts_many(t, last) or after.endswith(("ese", "ish", "ch")) or t.lower[last + 1] in NOMINAL:
        return False
    return after not in _PEOPLES


def _stands_alone(t: Tokens, last: int) -> bool:
    """Whether nothing is counted at ``last``: a stop, or a verb in the singular."""
    return t.lower[last] in {".", ",", "is", "was", "has", ")", "", ";", '"'}


def _continues_identifiers(t: Tokens, first: int, last: int) -> bool:
    """Whether a bare number goes on a list of blanked identifiers: "call 988 or 999"."""
    counts = counts_many(t, last) and t.lower[last] not in {"buses", "trams", "trains"}
    if t.lower[first - 1] not in {"or", "and", ",", "&"} or counts:
        return False
    start = t.end[first - 2] if first > 1 else 0
    gap = t.raw[start : t.start[first - 1]]
    return any(letter.isdigit() for letter in gap)


_LONG = 5  # numbers of a list that counts nothing


def _in_long_list(t: Tokens, first: int, last: int) -> bool:
    """Whether the number is one of many that stand in a row and count nothing: the numbers drawn, the seats taken."""
    low, high, numbers = first, last, 1
    while numbers < 12 and t.text[low - 1] in {",", "and"} and t.is_number(low - 2):
        low, numbers = low - 2, numbers + 1
    while numbers < 24 and t.lower[high] in {",", "and", "or"} and t.is_number(high + 1):
        high, numbers = high + 2, numbers + 1
    if numbers < _LONG or t.lower[low - 1] in {"aged", "ages", "age"} or t.lower[high - 1] == "respectively":
        return False
    respective = t.lower[high] == "respectively" or t.lower[high + 1] == "respectively"
    return not (respective or counts_many(t, high) or t.lower[high] in NAMES or t.text[high] in {"%", "°"})


def _is_like_identifier(t: Tokens, first: int, last: int) -> bool:
    """Whether a name as long stands shortly before: "bug 440670 is a duplicate of 438871"."""
    width = len(t.text[first])
    if (
        last != first + 1
        or width < 5
        or not t.is_word(first - 1)
        or t.text[first].endswith("0")
        or counts_many(t, last)
    ):
        return False
    earlier = (step for step in range(max(1, first - 12), first) if t.digit[step] and len(t.text[step]) == width)
    return any(_behind_name(t, step, step + 1) or label_of_list(t, step, step + 1) for step in earlier)


def _in_round_list(t: Tokens, first: int, last: int) -> bool:
    """Whether a bracket holds nothing but whole numbers, as a citation does: "(10, 11)"; ages have people before."""
    low = first
    while t.text[low - 1] == "," and t.is_number(low - 2) and first - low < 20:
        low -= 2
    high = last
    while t.text[high] == "," and t.is_number(high + 1) and high - last < 20:
        high += 2
    if t.text[low - 1] != "(" or t.text[high] != ")" or high - low < 3 or t.glued(low - 1):
        return False
    return not (names_people(t.lower[low - 2]) or t.lower[low - 2] in _PERSONS)


def _in_square_brackets(t: Tokens, first: int) -> bool:
    """Whether the number belongs to a list in square brackets, a citation: "[15, 16, 23-27]"."""
    for step in range(first - 1, max(-1, first - 20), -1):
        if t.text[step] == "[":
            return True
        if not (t.is_number(step) or t.text[step] in {",", "-", ";", "and"}):
            return False
    return False


def _is_list_mark(t: Tokens, first: int, last: int) -> bool:
    """Whether a number stands alone between two stops, or before a bracket that nothing opened: "2.", "1) "."""
    if t.text[last] == "." and t.glued(last):
        if t.text[first - 1] == ":" and t.text[first] != "1":
            return False  # "Hens: 40. Ducks: 12.", but "Method: 1. Wash the rice"
        return t.text[first - 1] in {".", "!", "?", ":"} and not t.glued(first) and not t.is_number(first - 2)
    if t.text[last] == ")" and t.glued(last):
        return not any(t.text[step] == "(" for step in range(max(0, first - 12), first))
    return False


def _behind_name(t: Tokens, first: int, last: int) -> bool:
    """Whether the number goes with the capitalised word before it: "Apollo 13", "Lot 5"; not "In Kharkiv 12 people"."""
    if first == 0 or t.glued(first) or not t.is_word(first - 1) or t.breaks(first):
        return False
    name, lower = t.text[first - 1], t.lower[first - 1]
    if not name[0].isupper():
        return False
    if lower.endswith("'s"):
        # "Ocean's 11" against "Gaza's 36 hospitals" and "China's 1.4 billion"
        return (
            len(t.text[first]) <= 2
            and last == first + 1
            and not t.begins_sentence(first - 1)
            and _stands_alone(t, last)
        )
    hedge = lower in HEDGE_WORDS and (len(name) < 2 or not name.isupper())  # the hedge "max", the 737 MAX
    if lower in FUNCTION_WORDS or hedge or lower in DAYS or lower in MONTHS or lower.endswith("ly"):
        return False
    if t.begins_sentence(first - 1) and is_adverb(lower):
        return False  # "Altogether 19 were fined"
    if lower in _SENTENCE_OPENERS or lower in STATISTICS or lower in _occasions.COEFFICIENTS:
        return False
    follower = t.lower[last]
    if counts_many(t, last):
        if t.begins_sentence(first - 1) and noun_rather_than(lower) is None and ("v", lower) in thesaurus.lemmas(lower):
            return False  # "Beat 3 eggs"
        at = first - 2
        while at >= 0 and t.text[at][:1].isupper() and not t.begins_sentence(at):
            at -= 1
        leads = t.lower[at] in _PREPOSITIONS and (_opens_clause(t, at) or follower == "times")
        people = names_people(follower) or names_people(t.lower[last + 1])
        return not (
            leads or (people and noun_rather_than(lower) != "noun")
        )  # "Ward 7 patients", "In Kharkiv 12 people"
    return True


def _opens_clause(t: Tokens, at: int) -> bool:
    """Whether nothing but names and times stands before the preposition: "On Friday in Kharkiv 12 homes burned".

    Elsewhere what follows a name is named by it, too: "a fleet of Boeing 737 jets".
    """
    for step in range(at - 1, max(-1, at - 9), -1):
        if t.text[step] in {",", ";"} or t.lower[step] in {"that", "and", "but"} or t.begins_sentence(step + 1):
            return True
        name = t.text[step][:1].isupper() and not t.begins_sentence(step)
        if not (name or t.is_number(step) or t.lower[step] in FUNCTION_WORDS):
            return False
    return at <= 9
