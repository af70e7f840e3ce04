"""Numbers in words that are names, idioms or the pronoun "one"; and whether "half" or "a third" is a share."""

from __future__ import annotations

from claimcheck.parse._hedges import HEDGE_WORDS
from claimcheck.parse._labels import LABELS, label_of_list
from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import is_plural_noun, may_be_noun
from claimcheck.parse._numbers import SMALL, Numeral
from claimcheck.parse._occasions import is_clock
from claimcheck.parse._phrases import counts_many
from claimcheck.parse._wordlist import wordlist

# Hyphened compounds of a number that count something: "a five-member panel". "Two-faced" does not.
COMPOUNDS = wordlist(
    """
    carrier vessel brigade battalion missile reactor turbine candidate child cylinder engine deck lane block course
    act stage member person man woman page seat mile point storey story bedroom part goal game match country nation
    run vote room door car vehicle ship boat bed seater week episode volume judge justice city metre meter kilometre
    kilometer strong odd plus inch foot pound tonne ton dollar euro team player hour minute second day month year
    decade century set hole lap gun bird horse acre ward unit truck lorry aircraft aeroplane plane tank magnitude
    shot wicket over try question item word song chapter paragraph line letter digit storeyed storied bedroomed
    """
)
# "one-way", "two-tone", "three-piece suite": small numbers that describe and count nothing.
_IDIOMATIC = wordlist(
    """
    way off time piece tone star some size fits nil love eyed sided all shot step stop hand sum track dimension by
    """
)
_NOT_COUNTED = wordlist("something fold love iron bit carat calibre caliber gauge degree day speed k d ply minus")
# "one" before these stands for somebody, or is half of an idiom.
_AFTER_ONE = wordlist(
    """
    day another thing side hand way such who that which whose whom can could may might must will would should is was
    has had does did of and or by to in at for with on from as than if when where but not point time moment respect
    sense reason so too also never always else final good lucky size eye last end stage corner word go fell man's
    woman's person's
    """
)
_BEFORE_ONE = wordlist(
    """
    no any every this that each which some such the number a another everyone anyone someone single old new good big
    little first last right wrong other same
    """
)
# "One night in May" tells when, and counts no nights.
_ONE_TIME = wordlist(
    """
    night morning evening afternoon summer winter spring autumn weekend monday tuesday wednesday thursday friday
    saturday sunday christmas
    """
)
_DEGREES = frozenset({"very", "rather", "fairly", "quite", "slightly", "extremely", "badly"})
_STRESSING_ONE = wordlist("only just least exactly most than")
_COUNTING_ONE = wordlist("in for within after last every per")


def counts_in_compound(t: Tokens, i: int, *, tens: bool) -> bool:
    """Whether a hyphened word counts: "a 12-member panel", "a 30-bed ward"; not "a 7-iron", "two-faced"."""
    word = t.lower[i]
    if word in COMPOUNDS or is_plural_noun(word):
        return True
    if not t.is_word(i) or word in _NOT_COUNTED or not may_be_noun(word) or word.endswith(("ed", "er")):
        return False
    return tens or not (word in _IDIOMATIC or word.endswith(("fold", "al", "ly", "dom")) or t.text[i] != word)


def is_no_count(t: Tokens, first: int, last: int, numeral: Numeral, unit: str | None) -> bool:
    """Whether the number in words at the tokens ``first`` to before ``last`` counts nothing."""
    if _is_title(t, first, last, numeral, unit) or (unit is None and _is_idiom(t, first, last, numeral)):
        return True
    if t.glued(first) and t.text[first - 1] == "-":
        return True  # "forty-one" is read from "forty"; "mid-forties", "one-to-one" count nothing
    alone = last == first + 1
    labelled = alone and numeral.kind == "words" and (t.lower[first - 1] in LABELS or t.lower[first - 1] == "group")
    if labelled and not counts_many(t, last):
        return True
    listed = alone and numeral.kind == "words" and t.lower[first - 1] in {"and", "or", ",", "&"}
    if listed and t.lower[first - 2] in SMALL and label_of_list(t, first, last):
        return True  # "counts one, three and four"
    if numeral.kind == "words" and not numeral.scaled and alone and t.lower[last] in SMALL and numeral.low >= 10:
        return True  # "nineteen eighty-four"
    compound = unit is None and t.text[last] == "-" and t.glued(last) and t.glued(last + 1)
    if compound and not counts_in_compound(t, last + 1, tens=False):
        return True
    if is_clock(t, first, last, numeral, unit):
        return True
    match t.lower[first]:
        case "zero":
            # "zero-hours contracts"; "zero casualties" are counted.
            return (unit is None or "-" in t.between(first, last)) and not counts_many(t, last)
        case "one" if alone and numeral.kind == "words" and unit is None:
            return _is_pronoun(t, first)
        case "one" if last == first + 2 and unit in {"day", "s", "min"}:
            # "one day soon", "one minute he was there"
            return t.lower[first - 1] not in HEDGE_WORDS | _COUNTING_ONE | {"just", "only", "than", "of"}
    return False


def _is_title(t: Tokens, first: int, last: int, numeral: Numeral, unit: str | None) -> bool:
    """ "The Five Eyes", "Formula One", "the Gang of Four", "One Hundred Years of Solitude"."""
    title = t.text[last][:1].isupper() or t.text[last - 1][:1].isupper()
    return t.is_name(first) and (unit is None or title) and (title or not numeral.scaled)


def _is_idiom(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """ "Ten to one", "the last four", "thanks a million", "cut in two", "two by two", "half past eight"."""
    word, before, after = t.lower[first], t.lower[first - 1], t.lower[last]
    if after == "to" and t.lower[last + 1] == "one" and not counts_many(t, last + 2):
        return True
    if (after == "by" and t.lower[last + 1] == word) or (before == "by" and t.lower[first - 2] == word):
        return True
    if before == "thanks" or (after == "at" and t.lower[last + 1 : last + 3] == ["a", "time"]):
        return True
    if counts_many(t, last):
        return False
    if before in {"past", "to"} and t.lower[first - 2] in {"half", "quarter", "minutes"}:
        return True
    if before in {"last", "final"} and numeral.low in {4, 8, 16, 32}:
        return True
    return before == "in" and numeral.low == 2 and not may_be_noun(after)


def _is_pronoun(t: Tokens, first: int) -> bool:
    before, after, second = t.lower[first - 1], t.lower[first + 1], t.lower[first + 2]
    if before == "than" and (after.endswith("ed") or after in {"born", "made", "built", "from", "with", "that", "who"}):
        return True  # "11 years less than one born here"
    if before == "only" and t.lower[first - 2] in {"the", "my", "our", "your"}:
        return True  # "the only one on the island"
    if before in _STRESSING_ONE and after not in {"another", "of"}:
        return False
    if after == "for" and second in {"every", "each"}:
        return False  # "one for every 30 metres"
    timed = t.is_word(first + 2) and (second in _ONE_TIME or second in {"day", "time"})
    if before in {",", "and", "but"} and after.endswith(("ed", "ly")) and _counts_on(t, first):
        return False  # "22 abstained, one voted against", "two were hurt, one badly"
    if timed and (may_be_noun(after) or after == "more"):
        return before not in _COUNTING_ONE - {"last"}  # "one fine day", "one more time"
    if after in _ONE_TIME or (after == "occasion" and before == "on"):
        return before not in _COUNTING_ONE
    if before in _BEFORE_ONE or after in _AFTER_ONE or not t.is_word(first + 1):
        return True
    if after in {"more", "less", "fewer"}:
        return not may_be_noun(second) and second not in {".", ";", ")"}
    if after in _DEGREES:
        return not t.is_word(first + 2)
    if after.endswith(("n't", "'d", "'ll", "'re", "'ve", "ing")) or is_plural_noun(after):
        return True  # "one doesn't walk out", "one cites the same study"
    if after.endswith("ed"):
        return not may_be_noun(second) or not t.is_word(first + 2)
    return not may_be_noun(after)


def _counts_on(t: Tokens, first: int) -> bool:
    """Whether another number stands shortly before in the sentence."""
    for step in range(first - 2, max(-1, first - 10), -1):
        if t.text[step] in {".", ";", "!", "?"}:
            return False
        if t.is_number(step) or t.lower[step] in SMALL:
            return True
    return False


# -- fractions --------------------------------------------------------------------------------------------------------

_COMPARING = wordlist("less more fewer higher lower larger smaller cheaper longer shorter faster slower bigger")
_SCARCELY = frozenset({"scarcely", "barely", "hardly", "perhaps", "maybe", "fully", "only"})
_OF_WHICH = (["of", "which"], ["of", "whom"], ["of", "that"], ["of", "it"], ["of", "them"])
_RANKED = wordlist(
    """
    first second other this that latter top bottom better northern southern eastern western upper lower back front
    last next
    """
)
_BEFORE_SHARE = wordlist("by than only just least")
_AFTER_HALF = wordlist("of the its his her their our my these those all that were are have had what")


def is_share(t: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether "half", "a third" or "three quarters" at ``i`` is a share, no rank, quarter-year or half of a match."""
    word, before, after = t.lower[i], t.lower[i - 1], t.lower[numeral.last]
    if t.glued(numeral.last) and t.text[numeral.last] == "-":
        return False
    if after == "past" or (after == "to" and t.lower[numeral.last + 1] in SMALL):
        return False  # "half past six", "a quarter to nine"
    hedged = before in HEDGE_WORDS or before in _BEFORE_SHARE
    if word == "half":
        # "the louder half", "the northern half", "first-half goals"
        comparative = before.endswith("er") and before not in {"over", "under"}
        if before in _RANKED or comparative or (t.glued(i) and t.text[i - 1] == "-") or before in {"a", "one's", "in"}:
            return False
        if after == "a" and t.lower[numeral.last + 1] == "point":
            return True
        if before in _SCARCELY and any(t.lower[step : step + 2] in _OF_WHICH for step in range(max(0, i - 5), i)):
            return True  # "1,500 men, of whom scarcely half came back"
        return hedged or after in _AFTER_HALF or (before in {"was", "is"} and after in {".", ",", ";"})
    if word in {"a", "an"}:
        if before == "over" and t.lower[i + 1] == "quarter" and after != "of":
            return False  # three months
        if after in {".", ";", ")"} and any(t.lower[step : step + 2] in _OF_WHICH for step in range(max(0, i - 8), i)):
            return True  # "£145,000, of which the parish is paying a tenth"
        if after == "of" or after in _COMPARING or after in {"were", "are", "have", "say", "as"}:
            return True
        return (hedged or before in {"down", "up"}) and not (t.is_word(numeral.last) and may_be_noun(after))
    if word in SMALL and t.text[i + 1] != "-" and t.lower[i + 1] in {"quarters", "quarter"}:
        return after == "of" or hedged or not t.is_word(numeral.last)
    return True
