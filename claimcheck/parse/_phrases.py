"""The words around a number: counted noun, age, magnitude, units understood from before, limits, the governing verb."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Hedge
from claimcheck.parse._hedges import Hedging
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import (
    COLLECTIVE,
    FUNCTION_WORDS,
    NOMINAL,
    PEOPLE,
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
    if t.lower[i] == "more" and not t.glued(i):
        return True
    for step in range(4):
        word = t.lower[i + step] if i + step < t.size else ""
        if is_counted_plural(word) and t.is_word(i + step):
            return True
        if not (t.is_word(i + step) and may_be_noun(word)):
            return False
    return False


def is_points(t: Tokens, last: int, previous_unit: str | None) -> bool:
    """Whether "points" are percentage points: percent was told before, or right after ("fell 11 points to 38%")."""
    if t.lower[last] not in {"points", "point"} or t.glued(last):
        return False
    if previous_unit in {"percent", "percentage-point"}:
        return True
    return t.lower[last + 1] in {"to", "in", ",", "since", "from"} and any(
        t.lower[step] in {"%", "percent"} or (t.lower[step] == "per" and t.lower[step + 1] == "cent")
        for step in range(last + 1, min(t.size, last + 9))
    )


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


def counted_again(
    t: Tokens, first: int, last: int, previous_last: int, noun: str | None, unit: str | None, previous_unit: str | None
) -> str | None:
    """The noun before, where the words lean on it: "67 votes to 48", "17 soldiers died; eight more"."""
    if noun is None or first - previous_last > 12:
        return None
    before, after = t.lower[first - 1], t.lower[last]
    if unit is None and previous_unit is None:
        if (before in {"to", "against", "from"} and first - previous_last <= 4) or after == "more":
            return noun
    elif unit == "percent" and before == "(" and first - previous_last <= 3:
        return noun
    return None


def is_multiple(t: Tokens, first: int) -> bool:
    """ "a book-to-bill of 1.2", "a debt-to-equity ratio of 0.8": one amount told in terms of another."""
    j = first - 1
    if t.lower[j] not in {"of", "at", "is", "was", "to"}:
        return False
    if t.lower[j - 1] == "ratio":
        return True
    return t.is_word(j - 1) and t.text[j - 2] == "-" and t.lower[j - 3] == "to" and t.text[j - 4] == "-"


# -- ages -------------------------------------------------------------------------------------------------------------

_SUBJECTS = wordlist("he she i who")
_AFTER_AGE = frozenset(
    {",", ")", ";", ".", "and", "who", "when", "from", "of", "at", "in", "was", "on", "then", "with", ""}
)


def is_age(t: Tokens, first: int, last: int, low: float, high: float) -> bool:
    """Whether a bare number is somebody's age: "Pope Francis, 88,", "Osei (52)", "aged 19", "she was nineteen when"."""
    if not 0 < low <= high <= 115:
        return False
    before, after = t.lower[first - 1], t.lower[last]
    if low != int(low):
        return before in {"age", "aged"}
    j = first - 1
    if before in {"between", "about", "around", "just", "only", "under", "over", "from", "nearly", "almost"}:
        j -= 1
    if before == "of" and t.lower[first - 2] in {"age", "ages"}:
        return True
    if t.lower[j] in {"aged", "ages", "age"} and not (may_be_noun(after) and is_counted_plural(after)):
        return True
    if before == "of" and t.lower[first - 2] in {"age", "ages"}:
        return True
    if t.lower[j] == "of" and t.lower[j - 1] in {"age", "ages"}:
        return True
    if before in {"turned", "turning", "turns"} and after in _AFTER_AGE:
        return True
    if t.glued(last) and after == "s" and t.lower[first - 1] in {"over", "under", "-"}:
        return True
    if before == "," and after in {",", ")", ";"} and t.is_number(first) and _person(t, first - 2):
        return not (t.is_number(last + 1) or t.lower[last + 1] in SMALL)  # a volume and its pages
    if before == "," and after == "." and t.is_name(first - 2) and t.is_number(first) and t.is_name(first - 3):
        return True
    if before == "(" and after in {")", ","} and t.is_number(first) and t.text[first - 2][:1].isupper() and low >= 5:
        return t.is_word(first - 2) and not t.text[first - 2].isupper()
    if before in {"was", "is", "am", "were", "are"} and after in {
        "when",
        "and",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        ")",
        "at",
        "then",
        "in",
        "",
        "on",
    }:
        subject = t.lower[first - 2]
        if subject in _SUBJECTS or (t.is_name(first - 2) and after == "when"):
            return True
        # "The retailer's founder, Zofia Brandt, is 77": a name between commas.
        return subject == "," and t.is_name(first - 3) and t.is_name(first - 4) and low >= 10
    if before in {"of", "about", "around"} and not (t.is_word(last) and is_counted_plural(after)):
        at = first - 2 if before == "of" else first - 3
        if t.lower[at + 1] == "of" and t.lower[at] in _YOUNG and low >= 2:
            return True  # "two boys of about 14"
    if (
        before == "of"
        and not (t.is_word(last) and may_be_noun(after))
        and low >= (15 if t.lower[first - 2] in _PARENTS else 4)
    ):
        return _is_person(t, first - 2)
    if before in {"over", "under", "aged"} and t.lower[first - 2] in PEOPLE and not _counts(t, last):
        return True
    if before == "and" and after == "when":
        return True
    if before == "at" and t.lower[first - 2] in {"died", "dies", "dead", "retired", "retire", "married"}:
        return after in _AFTER_AGE and low >= 10
    if after in {"or", "and"} and t.lower[last + 1] in {"older", "younger"}:
        return True
    if after == "and" and t.lower[last + 1] in {"over", "under"} and low >= 5 and not t.is_word(last + 2):
        return True
    if (
        before in {"over", "under"}
        and not _counts(t, last)
        and any(t.lower[first - step] in {"who", "whom"} for step in (2, 3, 4))
    ):
        return True
    if before == "," and after in {",", ")", ";"} and t.lower[first - 2] in _PERSONS and low < 100:
        return not (t.is_number(last + 1) or t.lower[last + 1] in SMALL)
    return False


_PERSONS = wordlist(
    """
    man woman boy girl child lad lass mother father grandmother grandfather widow widower son daughter wife husband
    bride groom girlfriend boyfriend brother sister youth teenager pensioner person baby toddler infant gentleman
    lady fellow nephew niece uncle aunt cousin
    """
)
_YOUNG = wordlist("boys girls men women children lads youths teenagers pupils students boy girl man woman child")
_PARENTS = wordlist("mother father parent grandmother grandfather mum dad")
_NO_AGENTS = wordlist(
    """
    number order power layer cluster quarter letter corner chapter paper factor river matter character average
    multiplier transfer remainder divider border offer answer member winner holder owner author leader scorer
    manager order prayer tower counter register tanker container roster buyer seller maker producer importer
    exporter user consumer calendar monster winner killer loser driver disaster computer theater error floor door
    sector vector color tumor major minor collector majority
    """
) - {"driver", "author", "leader", "manager"}


def _is_person(t: Tokens, i: int) -> bool:
    """Whether "a ... of 46" at ``i`` is told of a person: "a great-grandmother of", "one broker, a woman of"."""
    word = t.lower[i]
    if not t.is_word(i):
        return False
    if word in _PERSONS or word.endswith(("man", "woman")):
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
    elif t.lower[j] in {"aged", "age"}:
        return None
    else:
        return None
    if t.lower[j] in {"over", "after", "above", "beyond", "past"}:
        return Hedging("over", j)
    if t.lower[j] in {"under", "below", "before"}:
        return Hedging("up-to", j)
    return None


# -- units that the words leave out -----------------------------------------------------------------------------------


def is_magnitude(t: Tokens, first: int, last: int) -> bool:
    """ "a magnitude 6.4 earthquake", "of magnitude 7", "a 5.9-magnitude quake"."""
    if (
        t.lower[first - 1] == "magnitude"
        or (t.lower[first - 2] == "magnitude" and t.text[first - 1] == "-")
        or (t.lower[first - 1] == "of" and t.lower[first - 2] == "magnitude")
    ):
        return True
    if t.lower[last] == "on" and t.lower[last + 2] in {"richter", "moment"}:
        return True
    return t.lower[last] == "magnitude" or (t.lower[last] == "-" and t.lower[last + 1] == "magnitude")


STATISTICS = frozenset({"sd", "median", "mean", "average", "iqr", "se", "sem"})
_PRICED = wordlist(
    """
    cost costs costing charge charges charged fetch fetched pay paid pays price priced worth sell sold sells
    """
)


def inherits_unit(t: Tokens, first: int, last: int, unit: str | None, previous_last: int) -> bool:
    """Whether a bare number repeats the unit before it: "ranged to 38 µg/L, with a median of 4", "would cost 30"."""
    if unit is None or unit in {"magnitude", "ratio"} or first - previous_last > 25:
        return False
    if any(t.text[step] in {".", "!", "?"} and t.begins_sentence(step + 1) for step in range(previous_last, first)):
        return False
    if t.is_word(last) and t.glued(last):
        return False
    before, after = t.lower[first - 1], t.lower[last]
    if before in STATISTICS or (before in {"of", "=", ":", "is", "was"} and t.lower[first - 2] in STATISTICS):
        return True
    near = first - previous_last <= 3
    if len(unit) == 3 and unit.isupper():
        joined = before in {"and", "to", "from", "of", "than", "against", "versus", "about", "at"}
        if joined and first - previous_last <= 12 and not t.is_word(last - 1) and "." in t.between(first, last):
            return _ends_phrase(t, last)  # "paid €3.1 in May and 2.9 in June"
        return before in _PRICED or (before in {"to", "from", "of"} and near) or (near and _ends_phrase(t, last))
    if t.is_word(last) and may_be_noun(after) and after not in _EXTENT:
        return False
    if (
        unit == "year"
        and first - previous_last == 1
        and before in {",", "and"}
        and (_ends_phrase(t, last) or t.lower[last] == "and")
    ):
        return True  # "aged 6, 9 and 11"
    lasting = unit in {"year", "month", "week", "day", "h", "min", "s"}
    if lasting and before == "in" and t.lower[first - 2] in {"but", "and", "or", "not"}:
        return _ends_phrase(t, last)  # "not in ten years but in three"
    if before in {"to", "from", "than", "against", "versus"} and near:
        return not lasting or first - previous_last <= 2
    compared = before in {"from", "than", "against", "versus"} or (
        t.lower[first - 2] == "compared" and before in {"with", "to"}
    )
    if compared and first - previous_last <= 8 and not lasting:
        return True
    if before == "away" or (before in {"about", "at", "around", "averaging"} and not t.is_word(last) and not lasting):
        return True
    # "3.4 km long and 1.2 wide", "41 percent in May and 9 in June", "the north got 120 mm, the south 45."
    if t.text[first - 1] in {"and", "or", "but"}:
        return _ends_phrase(t, last) and after != "of"
    noun_before = t.is_word(first - 1) and may_be_noun(before) and t.text[first - 1].islower()
    return noun_before and first - previous_last <= 5 and after in {".", ";", ",", ")", ""} and not lasting


_EXTENT = wordlist("long wide deep high tall thick across away apart broad square short heavy previously")


def _ends_phrase(t: Tokens, last: int) -> bool:
    """Whether nothing that could be counted follows: a stop, a preposition, "wide", "last year"."""
    after = t.lower[last]
    return (
        after in {".", ",", ";", ")", "", "in", "at", "for", "on", "by", "with", "last", "this", "a", "per"}
        or after in _EXTENT
    )


# -- limits and verbs -------------------------------------------------------------------------------------------------


def limit_hedge(t: Tokens, first: int) -> Hedge | None:
    """ "The maximum penalty is twenty years", "Estimated cost: EUR 3.75m": a bound or guess told of the noun."""
    for step in range(first - 1, max(0, first - 6), -1):
        if not t.is_word(step):
            break
        if t.lower[step] == "to" and t.lower[step - 1] in {"estimated", "reckoned", "thought", "believed"}:
            return "approx" if t.lower[step - 1] in {"estimated", "reckoned"} else None
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
