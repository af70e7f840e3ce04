"""Words that make the number after them a name: "room 10", "phase two", "weeks 4, 8 and 12", "at junction 21"."""

from __future__ import annotations

from claimcheck.parse._hedges import HEDGE_WORDS
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_counted_plural, may_be_noun
from claimcheck.parse._phrases import counts_many
from claimcheck.parse._wordlist import wordlist

LABELS = wordlist(
    """
    number numbered room chapter page section article paragraph clause type grade level phase step stage version
    category tier flight route platform gate model figure table footnote appendix annex resolution reference row
    seat ward lot unit channel terminal junction exit bay pier berth question item protocol lesson verse hole ranked
    rank seed seeded ticket invoice bus tram line box port error bug build code extension ext pin track form rule
    squad shirt jersey hull serial sku para sch docket case file folio game round day week lap match chap psalm opus
    canto scene motion petition shaft locker pod sonnet act frame car marker hill height squadron size factor issue
    schedule
    volume book plan square cloud season episode series year id ending receipt account camera studio cell block gear
    part mark index ref unit top gas claim claims column columns button course heading bearing rating slide dial
    """
)
"""Words after which a number is a name: "room 10", "phase two"."""
_PREPOSITIONS = wordlist(
    "in at near from across around outside inside for with of on against between over through under within"
)
# "Fit cover 7": the number that a drawing gives a part.
_HANDLING = wordlist("fit refit remove replace tighten loosen insert attach detach press turn open close lift slide")
_POINTS_IN_TIME = frozenset({"weeks", "days", "months", "years", "visits", "times"})


def label_of_list(t: Tokens, first: int, last: int) -> bool:
    """Whether a word that numbers things stands before the number or its list: "room 12", "weeks 4, 8 and 12"."""
    start = first
    for _ in range(8):
        if t.lower[start - 1] not in {",", "and", "or", "to", "-", "&"} or not t.is_number(start - 2):
            break
        start -= 2
    word = t.lower[start - 1]
    if word in {"is", "was", ":"} and t.lower[start - 2] in _CODES:
        return True  # "the access code is 774 201"
    if word in _EDITIONS and "." in t.between(first, last):
        return True  # "revision 2.1 boards"
    if word in LABELS:
        return not counts_many(t, last) or (start < first and word in {"number", "numbers"})
    if counts_many(t, last):
        return False
    if word in _POINTS_IN_TIME or numbers_things(t, start - 1):
        return True
    listed = start < first or (t.lower[last] in {",", "and", "or", "to", "-"} and t.is_number(last + 1))
    return listed and word.endswith("s") and word[:-1] in LABELS


def numbers_things(t: Tokens, i: int) -> bool:
    """Whether the singular noun at ``i`` numbers what it names: "at junction 21", "on slide 7"; no "can seat 40"."""
    word, before = t.lower[i], t.lower[i - 1] if i else ""
    if not t.is_word(i) or t.text[i] != word or word in _SIZES or word in HEDGE_WORDS or not may_be_noun(word):
        return False
    if (
        is_counted_plural(word)
        or word.endswith(("ed", "ing", "est", "al", "ary", "ous", "ive", "ful", "n't"))
        or len(word) < 3
    ):
        return False
    return before in _PREPOSITIONS | _HANDLING and not t.breaks(i)


_CODES = wordlist("code pin passcode password extension id")
_EDITIONS = wordlist("version revision release build edition")
_SIZES = wordlist(
    """
    age aged ages population attendance circulation headcount staff crew total average median mean score ratio record
    majority number minimum maximum worth cost hurt beat about almost around nearly roughly exactly perhaps minus plus
    times magnitude temperature weight height length depth pulse strength complement capacity enrolment membership
    estimated barely hardly scarcely merely fully well least most half double triple another nearby fewer fellow extra
    further
    """
)
