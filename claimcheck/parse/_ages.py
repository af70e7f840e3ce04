"""Ages: "Pope Francis, 88,", "Osei (52)", "aged 19", "most of them over sixty", "At 91, she still rows"."""

from __future__ import annotations

from claimcheck.parse._hedges import Hedging
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import PEOPLE, is_counted_plural, may_be_noun
from claimcheck.parse._numbers import SMALL
from claimcheck.parse._wordlist import wordlist

_OLDEST = 115
_SUBJECTS = wordlist("he she i who")
_LOOSENING = wordlist("between about around just only under over from nearly almost")
_AFTER_AGE = frozenset(
    {",", ")", ";", ".", "and", "who", "when", "from", "of", "at", "in", "was", "on", "then", "with", ""}
)
_AFTER_PREDICATE = _AFTER_AGE - {"who", "from", "of", "was", "with"} | {":", "?", "!"}
PERSONS = wordlist(
    """
    man woman boy girl child lad lass mother father grandmother grandfather widow widower son daughter wife husband
    bride groom girlfriend boyfriend brother sister youth teenager pensioner person baby toddler infant gentleman
    lady fellow nan gran granny mum dad nephew niece uncle aunt cousin twins triplets brothers sisters siblings
    sons daughters cousins
    """
)
_YOUNG = wordlist("boys girls men women children lads youths teenagers pupils students boy girl man woman child")
_PARENTS = wordlist("mother father parent grandmother grandfather mum dad")
_TURNS_OF_LIFE = wordlist(
    """
    died dies dead retired retire married joined left moved emigrated enlisted orphaned widowed debuted graduated
    """
)
_LEVELS = wordlist("stands stood stand remains remained put puts")
_NO_AGENTS = wordlist(
    """
    number order power layer cluster quarter letter corner chapter paper factor river matter character average
    multiplier transfer remainder divider border offer answer member winner holder owner scorer prayer tower counter
    register tanker container roster buyer seller maker producer importer exporter user consumer calendar monster
    killer loser disaster computer theater error floor door sector vector color tumor major minor collector majority
    """
)


def is_age(t: Tokens, first: int, last: int, low: float, high: float) -> bool:
    """Whether the bare number at the tokens ``first`` to before ``last`` is somebody's age."""
    if not 0 < low <= high <= _OLDEST:
        return False
    if _named_age(t, first, last):
        return True
    if low != int(low):
        return False
    return (
        _beside_person(t, first, last, low)
        or _said_of_person(t, first, last, low)
        or _at_turn_of_life(t, first, last, low)
        or _bounded(t, first, last, low)
    )


def _named_age(t: Tokens, first: int, last: int) -> bool:
    """ "aged 19", "aged between 15 and 49", "the age of 5", "children ages 2 to 4"; no "aged 40 bottles"."""
    j = first - 2 if t.lower[first - 1] in _LOOSENING else first - 1
    if t.lower[j] in {"aged", "ages", "age"}:
        return not (may_be_noun(t.lower[last]) and is_counted_plural(t.lower[last]))
    return t.lower[j] == "of" and t.lower[j - 1] in {"age", "ages"}


def _beside_person(t: Tokens, first: int, last: int, low: float) -> bool:
    """ "Zofia Brandt, 77,", "Osei (52)", "the driver, 33,", "the twins, eight,"; no volume with its pages."""
    before, after = t.lower[first - 1], t.lower[last]
    if before == "," and after == "and" and t.lower[first - 2] in PERSONS:
        return not _counts(t, last + 1)
    if before == "," and after in {",", ")", ";"}:
        if t.lower[first - 2] not in PERSONS and not (t.is_number(first) and _person(t, first - 2)):
            return False
        return not (t.is_number(last + 1) or t.lower[last + 1] in SMALL)
    if not t.is_number(first):
        return False
    if before == "," and after == ".":
        return t.is_name(first - 2) and t.is_name(first - 3)
    if before == "(" and after in {")", ","}:
        return low >= 5 and t.is_word(first - 2) and t.text[first - 2].istitle()
    return False


def _said_of_person(t: Tokens, first: int, last: int, low: float) -> bool:
    """ "turned 18", "she was nineteen when", "a great-grandmother of 46", "two boys of about 14"."""
    before, after = t.lower[first - 1], t.lower[last]
    if before in {"turned", "turning", "turns"}:
        return after in (_AFTER_AGE | _SUBJECTS) - {"of", "from"}
    counts = t.is_word(last) and is_counted_plural(after)
    if before in {"was", "is", "am", "were", "are"} and (
        after in _AFTER_PREDICATE or (t.lower[first - 3] == "when" and not counts)
    ):
        subject = t.lower[first - 2]
        if subject in _SUBJECTS | PERSONS or (t.is_name(first - 2) and after == "when"):
            return True
        if t.lower[first - 3] == "when" and subject in {"he", "she", "i"} and low < 100:
            return True
        # "The retailer's founder, Zofia Brandt, is 77": a name between commas.
        return subject == "," and t.is_name(first - 3) and t.is_name(first - 4) and low >= 10
    if before == "and" and after == "when":
        return True
    at = first - 3 if before in {"about", "around"} else first - 2
    if t.lower[at + 1] != "of" or (t.is_word(last) and may_be_noun(after) and not after.endswith("ed")):
        return False
    if t.lower[at] in _YOUNG:
        return low >= 2
    return before == "of" and low >= (15 if t.lower[at] in _PARENTS else 4) and _is_person(t, at)


def _at_turn_of_life(t: Tokens, first: int, last: int, low: float) -> bool:
    """ "died at 74", "moved to Leeds at 14 and", "At 91, Beppe Rinaldi still climbs"."""
    if t.lower[first - 1] != "at":
        return False
    if t.lower[last] in _SUBJECTS and t.begins_sentence(first - 1):
        return low >= 5  # "At 86 he still swims"
    if t.lower[first - 2] in _LEVELS or (t.lower[last] not in _AFTER_AGE and not (t.lower[last] == "to" and low > 12)):
        return False
    if t.begins_sentence(first - 1):
        return low >= 5 and t.lower[last] == "," and (t.lower[last + 1] in _SUBJECTS or t.text[last + 1].istitle())
    return low >= 10 and any(t.lower[step] in _TURNS_OF_LIFE for step in range(max(0, first - 5), first - 1))


def _bounded(t: Tokens, first: int, last: int, low: float) -> bool:
    """ "the over-75s", "children under five", "most of them over sixty", "65 and over", "18 or older"."""
    before, after = t.lower[first - 1], t.lower[last]
    if after in {"or", "and"} and t.lower[last + 1] in {"older", "younger"}:
        return True
    if after == "and" and t.lower[last + 1] in {"over", "under"} and not t.is_word(last + 2):
        return low >= 5
    if t.glued(last) and after == "s" and before in {"over", "under", "-"}:
        return True
    if before == "before" and (after.endswith("ed") or not (t.is_word(last) and may_be_noun(after))):
        return low >= 13 and t.lower[first - 2].endswith("ing")  # "quitting before 40"
    if before not in {"over", "under", "aged"} or _counts(t, last):
        return False
    at = first - 3 if t.text[first - 2] == "(" else first - 2
    if t.lower[at] in PEOPLE or t.lower[at] in PERSONS:
        return True
    if t.lower[first - 2] in {"all", "most", "many", "mostly"}:
        return low >= 10
    return any(t.lower[first - step] in {"who", "whom", "them", "those"} for step in (2, 3, 4))


def _is_person(t: Tokens, i: int) -> bool:
    """Whether "a ... of 46" at ``i`` is told of a person: "a great-grandmother of", "one broker, a woman of"."""
    word = t.lower[i]
    if not t.is_word(i):
        return False
    if word in PERSONS or word.endswith(("man", "woman")):
        return word not in {"german", "roman", "human"}
    if not word.endswith(("er", "or", "ist")) or word in _NO_AGENTS:
        return False
    return any(t.lower[i - step] in {"a", "an"} for step in (1, 2))


def _counts(t: Tokens, i: int) -> bool:
    return t.is_word(i) and (is_counted_plural(t.lower[i]) or is_counted_plural(t.lower[i + 1]))


def _person(t: Tokens, i: int) -> bool:
    """Whether a word before ", 33," can name a person: a name, or a singular noun like "driver"."""
    if not t.is_word(i):
        return False
    if t.text[i][:1].isupper():
        return True
    return may_be_noun(t.lower[i]) and not is_counted_plural(t.lower[i]) and not t.lower[i].endswith(("ed", "ing"))


def age_hedge(t: Tokens, first: int) -> Hedging | None:
    """ "over the age of 50", "after the age of 50", "under the age of five", "under-18s"."""
    j = first - 1
    if t.lower[j] == "of" and t.lower[j - 1] in {"age", "ages"}:
        j -= 2
        if t.lower[j] == "the":
            j -= 1
    elif t.lower[j] == "-":
        j -= 1
    elif t.lower[j] != "before":
        return None
    if t.lower[j] in {"over", "after", "above", "beyond", "past"}:
        return Hedging("over", j)
    if t.lower[j] in {"under", "below", "before"}:
        return Hedging("up-to", j)
    return None
