"""Units that the words leave out: magnitudes, points, multiples, and what a number shares with the one before it."""

from __future__ import annotations

from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import may_be_noun
from claimcheck.parse._terms import TIMES
from claimcheck.parse._wordlist import wordlist

_REACH = 25
"""How many tokens on a number may still lean on the unit before it."""
STATISTICS = frozenset({"sd", "median", "mean", "average", "iqr", "se", "sem", "range"})
_AIMS = frozenset({"norm", "target", "limit", "goal", "minimum", "maximum", "record", "usual"})
# Words that show points to be percentage points when they stand near.
_SHARED = wordlist(
    """
    turnout margin margins growth share support approval unemployment inflation lead poll polls vote popularity
    rate rates yield yields swing occupancy participation mortality utilisation utilization churn majority
    """
)
_POLLED = wordlist("turnout poll polls polling election elections approval candidate voters margin")
_SCORED = wordlist("index dow nasdaq ftse dax nikkei sensex game games season team league score scored per match")
_PRICED = wordlist(
    """
    cost costs costing charge charges charged fetch fetched pay paid pays price priced worth sell sold sells
    """
)
_COMPARING = frozenset({"from", "than", "against", "versus"})
_DISTANCES = frozenset({"m", "km", "cm", "mm", "ft", "in", "mi", "yd"})
_PARALLEL = frozenset({"after", "at", "by", "for", "below", "above"})
_EXTENT = wordlist("long wide deep high tall thick across away apart broad square short heavy previously")
_CLOSING = _EXTENT | {".", ",", ";", ")", "", "in", "at", "for", "on", "by", "with", "last", "this", "a", "per"}


def is_magnitude(t: Tokens, first: int, last: int) -> bool:
    """ "a magnitude 6.4 earthquake", "of magnitude 7", "a 5.9-magnitude quake"."""
    if t.lower[first - 1] == "magnitude" or (t.lower[first - 2] == "magnitude" and t.lower[first - 1] in {"-", "of"}):
        return True
    if t.lower[first - 1] == "of" and t.lower[first - 2] == "magnitude":
        return True
    if t.lower[last] == "on" and t.lower[last + 2] in {"richter", "moment"}:
        return True
    return t.lower[last] == "magnitude" or (t.lower[last] == "-" and t.lower[last + 1] == "magnitude")


def points_after(t: Tokens, first: int, last: int, previous_unit: str | None) -> int | None:
    """The token after "points" that are percentage points: percent is told beside them, or the talk is of a share."""
    k = last + 1 if t.text[last] == "-" and t.glued(last) else last
    if t.lower[k] not in {"points", "point"} or (k == last and t.glued(k)):
        return None
    if previous_unit in {"percent", "percentage-point"}:
        return k + 1
    around = t.lower[max(0, first - 14) : min(t.size, last + 12)]
    if any(word in _SCORED for word in around):
        return None
    shares = _POLLED if k > last else _SHARED
    told = any(word in shares or word in {"%", "percent"} for word in around) or "per cent" in " ".join(around)
    return k + 1 if told else None


def is_multiple(t: Tokens, first: int) -> bool:
    """ "a book-to-bill of 1.2", "a hazard ratio of 0.8": one amount told in terms of another."""
    j = first - 1
    if t.lower[j] == "ratio":
        return True
    if t.lower[j] not in {"of", "at", "is", "was", "to"}:
        return False
    # "the ratio stood at 1.2", "the ratio fell to 0.8"
    if t.lower[j - 1] == "ratio" or (t.lower[j] in {"at", "to"} and t.lower[j - 2] == "ratio"):
        return True
    return t.is_word(j - 1) and t.text[j - 2] == "-" and t.lower[j - 3] == "to" and t.text[j - 4] == "-"


def inherits_unit(t: Tokens, at: int, first: int, last: int, unit: str, previous: tuple[int, int]) -> bool:
    """Whether a bare number repeats the unit before it: "ranged to 38 µg/L, with a median of 4", "would cost 30".

    ``at`` is the token where its hedge begins, ``previous`` the tokens of the number that has the unit.
    """
    gap = at - previous[1]
    if unit in {"magnitude", "ratio"} or gap > _REACH or (t.is_word(last) and t.glued(last)):
        return False
    if any(t.text[step] in {".", "!", "?"} and t.begins_sentence(step + 1) for step in range(previous[1], at)):
        return False
    if "p" in (t.lower[at - 1], t.lower[at - 2]) and t.text[first - 1] in {"<", "=", ">"}:
        return False  # a level of significance
    lasting = unit in TIMES
    before, after = t.lower[at - 1], t.lower[last]
    ends = after in _CLOSING or after.endswith("ed")
    if after == "of" and t.lower[last + 1] in {"them", "it", "which"}:
        parted = t.lower[previous[0] - 1] in {"in", "over", "for", "within", "during", "after"}
        return lasting and gap <= 4 and not parted  # "11,230 hours, 870 of them on type"
    noun = t.is_word(last) and may_be_noun(after) and after not in _EXTENT and not after.endswith("ed")
    if not noun and before in _PARALLEL and before == t.lower[previous[0] - 1]:
        return True  # "after 90 minutes it was goalless; after 120 it was"
    if before in {"of", "=", ":", "is", "was"} and t.lower[at - 2] in STATISTICS:
        # "against a five-year average of 18": the years say what was averaged.
        return not (lasting and t.text[previous[1] - 2] == "-")
    if before == "of" and t.lower[at - 2] in _AIMS:
        return unit in TIMES | _DISTANCES  # "46 days of demand, against a norm of 70"
    if ";" in t.text[previous[1] : at]:
        return False
    if before in STATISTICS:
        return True
    if len(unit) == 3 and unit.isupper():
        return _repeats_money(t, at, first, last, gap)
    if noun:
        return False
    if unit == "year" and gap == 1 and before in {",", "and"} and (ends or after == "and"):
        return True  # "aged 6, 9 and 11"
    if lasting and before == "in" and t.lower[at - 2] in {"but", "and", "or", "not"}:
        return ends  # "not in ten years but in three"
    if ends and any(t.lower[step : step + 2] == ["of", "which"] for step in range(previous[1], at)):
        return True  # "14 years, of which he has served nearly nine"
    if before == "by" and ends and gap == 1 and unit in _DISTANCES:
        return True  # "six feet by nine"
    told = t.lower[at - 2] if before in {"only", "just"} else before
    if told in {"by", "up", "down"} and ends and unit == "percent":
        return True  # "47 percent more, and wages have gone up by only 21"
    if (before in _COMPARING or before == "to") and gap <= 3:
        return not lasting or gap <= 2
    compared = before in _COMPARING or (t.lower[at - 2] == "compared" and before in {"with", "to"})
    if compared and gap <= 8 and not lasting:
        return True
    if before == "away" or (before in {"at", "averaging"} and not t.is_word(last) and not lasting):
        return True
    if at < first and not t.is_word(last) and not lasting and t.lower[first - 1] in {"about", "around"}:
        return True
    # "3.4 km long and 1.2 wide", "41 percent in May and 9 in June", "the north got 120 mm, the south 45."
    if before in {"and", "or", "but"}:
        return ends and after != "of"
    noun_before = (
        t.is_word(at - 1)
        and may_be_noun(before)
        and t.text[at - 1].islower()
        and t.lower[at - 2] in {"the", "and", "its", "with", "but", "a", "an"}
    )
    return noun_before and gap <= 5 and after in {".", ";", ",", ")", ""} and not lasting


def _repeats_money(t: Tokens, at: int, first: int, last: int, gap: int) -> bool:
    """ "paid €3.1 in May and 2.9 in June", "$2.4 billion, including 1.9 billion in buybacks", "would cost 30"."""
    before, ends = t.lower[at - 1], t.lower[last] in _CLOSING
    decimal = not t.is_word(last - 1) and "." in t.between(first, last)
    scaled = t.is_word(last - 1) and not t.glued(last - 1)
    if decimal and gap <= (20 if before == "at" else 12) and before in _COMPARING | {"and", "to", "of", "about", "at"}:
        return ends
    if scaled and gap <= 8 and before in _COMPARING | {"including", "to", "and", "or", "davon"}:
        return ends
    if before == "another" and t.lower[at - 2] in {"is", "was", "costs", "cost"}:
        return ends
    return before in _PRICED or (gap <= 3 and (before in {"to", "from", "of"} or (ends and not may_be_noun(before))))
