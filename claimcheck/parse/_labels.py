"""Words that make the number after them a name: "room 10", "phase two", "weeks 4, 8 and 12", "at junction 21"."""

from __future__ import annotations

from claimcheck.parse import thesaurus
from claimcheck.parse._hedges import HEDGE_WORDS
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_counted_plural, is_plural_noun, may_be_noun, noun_rather_than, rarely_verb
from claimcheck.parse._numbers import SMALL
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
    schedule count
    volume book plan square cloud season episode series year id ending receipt account camera studio cell block gear
    part mark index ref unit top gas claim claims column columns button course heading bearing rating slide dial ep
    ps lvl
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
        if t.lower[start - 1] not in _JOINTS or not (t.is_number(start - 2) or t.lower[start - 2] in SMALL):
            break
        start -= 2
    word = t.lower[start - 1]
    if t.lower[last] in {"were", "are", "have"} and start == first and not word.endswith("s"):
        return False  # "At the count 88 were for": many are told of
    before = t.lower[start - 2] if start > 1 else ""
    alone = start == first and not (t.lower[last] in _JOINTS and t.is_number(last + 1)) and last == first + 1
    if before in _POINTING or (word in {"number", "numbered"} and is_plural_noun(before) and alone):
        return False  # "last year 19 died", "guests numbered 120"
    if word == "." and t.lower[first - 1] == "to" and _edition_before(t, start):
        return True  # "from version 3.11 to 3.12"
    if word == "size" or (word in {"by", "sa", "nc", "nd"} and t.text[start - 1].isupper()):
        return True  # "the size 42 boots", "CC BY 4.0"
    if word in {"is", "was", ":"} and t.lower[start - 2] in _CODES:
        return True  # "the access code is 774 201"
    if word in _EDITIONS and "." in t.between(first, last):
        return True  # "revision 2.1 boards"
    if word in LABELS:
        return not counts_many(t, last) or _is_verb_here(t, last) or (start < first and word in {"number", "numbers"})
    if counts_many(t, last) and not (_is_verb_here(t, last) and noun_rather_than(word) in {"noun", "unknown"}):
        return False
    if word in _POINTS_IN_TIME or numbers_things(t, start - 1):
        return True
    listed = start < first or "-" in t.text[first:last] or (t.lower[last] in _JOINTS and t.is_number(last + 1))
    listed = listed or any(joint in t.lower[first:last] for joint in ("to", "through"))
    if listed and word.endswith("s") and (word[:-1] in LABELS or _names_several(t, start, last)):
        return True
    return _stands_behind_noun(t, start, last)


_POINTING = wordlist("last this that next every each")
_JOINTS = frozenset({",", "and", "or", "to", "-", "&", "through"})
_ENDING = wordlist(
    "on in at from with for and or but to by when where which that if as because is was has does can will again"
)
_ENDING_SIGNS = frozenset(".,;:)]}\"'!?/&")
_PLURAL_VERBS = wordlist("are were have had do did")
_DETERMINERS = wordlist("the a an this that his her its their our my your each every one")


def _edition_before(t: Tokens, dot: int) -> bool:
    """Whether the decimal whose point stands before ``dot`` is the number of an edition."""
    return dot > 3 and t.is_number(dot - 2) and t.lower[dot - 3] in _EDITIONS


def _names_several(t: Tokens, start: int, last: int) -> bool:
    """Whether a plural noun numbers what its list names: "exercises 4 to 9", "theorems 3 and 4"; no "costs 4 to 9"."""
    word = t.lower[start - 1]
    before = t.lower[start - 2] if start > 1 else ""
    one = next((base for part, base in thesaurus.lemmas(word) if part == "n" and base != word), word[:-1])
    kind = noun_rather_than(one)
    if kind in {None, "unknown"} or one in _SIZES:
        return False
    if kind == "noun" and t.lower[last - 2] in _JOINTS - {",", "to", "-"}:
        return True  # "warnings 2 and 3 cover the valley"
    if not (_ends_phrase(t, last) or t.lower[last] in _PLURAL_VERBS):
        return False
    return (
        kind == "noun"
        or t.begins_sentence(start - 1)
        or before in _PREPOSITIONS | _DETERMINERS
        or t.begins_sentence(start - 2)
    )


def _stands_behind_noun(t: Tokens, start: int, last: int) -> bool:
    """Whether a singular noun right before names by number: "serotype 26", "the house 12, building 2", "openssl 3".

    A number that a clause begins with is none ("In the attack 12 died"), nor one that the noun governs as a verb
    ("they house 12").
    """
    word = t.lower[start - 1]
    small = t.is_word(start - 1) and (t.text[start - 1] == word or t.begins_sentence(start - 1))
    kind = noun_rather_than(word) if small else None
    if kind is None or word in _SIZES or word in HEDGE_WORDS or t.breaks(start) or t.glued(start):
        return False
    whole = "." not in t.text[start:last] or kind == "unknown"
    ended = _ends_phrase(t, last) or (
        kind == "unknown" and noun_rather_than(t.lower[last]) == "noun" and _ends_phrase(t, last + 1)
    )  # "grit 240 paper"
    if not whole or "," in t.between(start, last) or not ended:
        return False
    before = t.lower[start - 2] if start > 1 else ""
    if _is_participle(t, start - 1) or goes_without_verb(t, start):
        return False
    if before in _DETERMINERS and start > 2 and t.lower[start - 3] in _PREPOSITIONS and t.begins_sentence(start - 3):
        return t.text[last] in {".", ")", "", ";"}
    if kind == "either":
        return not (before.endswith("s") or before in _NOT_BEFORE_NOUN or t.text[start - 2][:1].isupper())
    return before not in _NOT_BEFORE_NOUN or (before == "to" and rarely_verb(word))


_COMMON = 4  # from here on a word in -ing is a thing before it is a deed: ", building 2"


def _is_participle(t: Tokens, i: int) -> bool:
    """Whether a noun by its looks is the form of a verb here: ", killing 6", "my grandfather shot 2"."""
    word, before = t.lower[i], t.lower[i - 1] if i else ""
    if word.endswith("ing"):
        found = thesaurus.entry(word)
        return before == "," and (found is None or found.tagged.get("n", 0) < _COMMON)
    if before in _DETERMINERS or before in _PREPOSITIONS or i < 2:
        return False
    return not word.endswith("s") and any(part == "v" and base != word for part, base in thesaurus.lemmas(word))


def goes_without_verb(t: Tokens, start: int) -> bool:
    """Whether the verb is left out: "the tower has 18 floors, the annex 6"."""
    if t.lower[start - 2] != "the" or t.lower[start - 3] not in {",", "and", "but", ";"}:
        return False
    numbers = (step for step in range(start - 3, max(-1, start - 14), -1) if t.is_number(step))
    return any(counts_many(t, step + 1) or t.lower[step + 1] in {",", "and", "but", ";"} for step in numbers)


_NOT_BEFORE_NOUN = wordlist(
    """
    i you we they he she it who which that to can could may might must shall should will would do does did not never
    also people men women
    """
)


def _ends_phrase(t: Tokens, i: int) -> bool:
    """Whether nothing is counted at ``i``: a stop, a preposition, a verb in the singular."""
    word = t.lower[i]
    if word in _ENDING_SIGNS or word in _ENDING or not word:
        return True
    if _is_verb_here(t, i):
        return True
    return t.is_word(i) and word.endswith("s") and not is_counted_plural(word) and may_be_noun(word)


def _is_verb_here(t: Tokens, i: int) -> bool:
    """Whether a word in -s is the verb of what is numbered, for an object follows: "sheet 6 shows four holes"."""
    word, after = t.lower[i], t.lower[i + 1]
    if not word.endswith("s") or not (after in _DETERMINERS or after in SMALL or after == "with" or t.digit[i + 1]):
        return False
    return any(part == "v" for part, _ in thesaurus.lemmas(word))


def measures(word: str) -> bool:
    """Whether a label before a colon announces an amount or a name and no year: "size: 1651", "votes: 1998"."""
    return (word in LABELS or word in _SIZES or is_counted_plural(word)) and word.removesuffix("s") not in _DATED


_DATED = wordlist("year season series edition")


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


def is_size(word: str) -> bool:
    """Whether a noun has a number as its value, and not as its name: "population 400", "pulse 112"."""
    return word in _SIZES


_CODES = wordlist("code pin passcode password extension id cabin")
_EDITIONS = wordlist("version revision release build edition")
_SIZES = wordlist(
    """
    age aged ages population attendance circulation headcount staff crew total average median mean score ratio record
    majority number minimum maximum worth cost hurt beat about almost around nearly roughly exactly perhaps minus plus
    times magnitude temperature weight height length depth pulse strength complement capacity enrolment membership
    estimated barely hardly scarcely merely fully well least most half double triple another nearby fewer fellow extra
    further range target toll dose turnout fee fare price value quota sum rent salary profit loss yield tempo speed
    """
)
