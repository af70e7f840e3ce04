"""Numbers that belong to a clock, a match, a telephone, a formula or a law report, and count nothing."""

from __future__ import annotations

from claimcheck.parse._lex import Tokens
from claimcheck.parse._nouns import may_be_noun
from claimcheck.parse._numbers import SMALL, Numeral
from claimcheck.parse._phrases import counts_many
from claimcheck.parse._wordlist import wordlist

_APPOINTED = wordlist(
    """
    closed opened ended convened adjourned meet meeting met meets start starts started begin begins began open opens
    close closes leave leaves arrive arrives arrived dinner lunch breakfast join departs supper
    clock watch clocks train bus ferry
    """
)


# Names of coefficients, which numbers follow or precede as their values.
COEFFICIENTS = wordlist("era bmi iq ph gpa n hr rr or aor auc ci kappa alpha beta r eps")
# After these "at five" is an amount.
LEVELS = wordlist(
    """
    stood stand stands put puts set sets fixed priced valued estimated estimates capped peaked peaks remained remains
    averaged held holds steady kept pegged reckoned came comes running total totals number numbers odds rate rates
    counted counts limited level tied finished finishes scored record toll seats strength was is were are assessed
    """
)


_DAYTIMES = wordlist(
    """
    morning evening afternoon night tonight tomorrow yesterday noon midnight sharp monday tuesday wednesday thursday
    friday saturday sunday
    """
)


_DIALLING = wordlist("call calls dial dialling ring text phone telephone hotline helpline quote quoting tel sms")


_TEAMS = wordlist(
    "side team squad international internationals world championship captain coach match game final level tournament"
    " players player european cup s"
) - {"s"}


_PLAYED = wordlist("won beat beats beating wins defeated lost victory win prevailed")
_ODDS = wordlist("favourite favourites favorite favorites outsider outsiders")
_GUNS = wordlist(
    """
    calibre caliber rifle rifles pistol pistols revolver handgun handguns round rounds magnum bullet bullets cartridge
    cartridges casing casings ammunition ammo
    """
)
_ARTILLERY = _GUNS | wordlist("shell shells howitzer howitzers gun guns cannon cannons mortar mortars artillery")


def is_calibre(t: Tokens, last: int, unit: str | None) -> bool:
    """Whether the number names a bore: ".50-calibre", "a .22 rifle", "155mm shells"."""
    if unit == "mm":
        return t.lower[last] in _ARTILLERY
    if unit is None and t.lower[last - 3] in {"the", "a"} and last >= 3:
        return True  # "the .38 was loaded"
    return unit is None and (t.text[last] == "-" or t.lower[last] in _GUNS)


def is_clock(t: Tokens, first: int, last: int, numeral: Numeral, unit: str | None) -> bool:
    """An hour without "o'clock": "at about seven on Monday morning", "until nine", "closed at 20.45"."""
    if unit == "h" and t.text[first + 1] == "." and len(t.text[first + 2]) == 2:
        return t.lower[first - 1] in {"at", "until", "till"}  # "leaves at 9.47 h"
    if unit is None and last == first + 3 and t.text[first + 1] == "." and len(t.text[first + 2]) == 2:
        if t.lower[first - 1] in {"after", "before", "until", "till"} and t.text[first + 2] in {"00", "15", "30", "45"}:
            return len(t.text[first]) <= 2 and int(t.text[first]) < 25
        timed = t.lower[first - 1] in {"at", "from", "until", "till"}
        hour = timed and int(t.text[first][:3]) < 25 and int(t.text[first + 2]) < 60
        return hour and any(t.lower[step] in _APPOINTED for step in range(max(0, first - 9), first))
    if unit is None and first + 3 < last and _are_hours(t, first, last):
        return True
    if unit is not None or numeral.kind == "fraction" or not 1 <= numeral.low <= 12 or counts_many(t, last):
        return False
    at = first - 1
    while t.lower[at] in _NEARLY:
        at -= 1
    before, after = t.lower[at], t.lower[last]
    noun = t.is_word(last) and may_be_noun(after)
    if before == "or" and (t.is_number(first - 2) or t.text[first - 2] == ","):
        at = first - 3 if t.text[first - 2] == "," else first - 2
        if t.lower[at - 1] == "at" and (t.is_number(at) or t.lower[at] in SMALL):
            return any(t.lower[step] in _APPOINTED for step in range(max(0, at - 6), at))  # "leaves at six, or seven"
    if before == "from" and numeral.high <= 12 and t.lower[last - 2] in {"to", "-"} and not noun:
        return any(t.lower[step] in _WORKING for step in range(max(0, first - 5), min(t.size, last + 4)))
    if before == "by" and after == "the" and t.lower[first - 2] in {"and", ",", "but", ".", ""}:
        return True  # "and by six the square was empty"
    if before in {"until", "till"} or after in {"until", "till"}:
        return not noun
    if before == "at" and not t.is_word(last):
        if numeral.kind == "words" and not any(t.lower[step] in LEVELS for step in range(max(0, at - 6), at)):
            return True  # "woke at five"
        return any(t.lower[step] in _APPOINTED for step in range(max(0, at - 6), at))
    if after == "to" or before == "to":
        return not noun and _is_working_day(t, first, last)
    if before in {"at", "by", "before", "after"} and after in _JOINING_DAY:
        return any(t.lower[step] in _DAYTIMES for step in range(last, min(t.size, last + 4)))
    return False


_NEARLY = wordlist("about around roughly nearly almost exactly shortly just")
_JOINING_DAY = wordlist("on in that the this every tomorrow tonight sharp yesterday")


def _are_hours(t: Tokens, first: int, last: int) -> bool:
    """Whether "9.30-17.00" are hours of opening."""
    parts = [t.text[step] for step in range(first, last)]
    if [part for part in parts if not part.isdecimal()] != [".", "-", "."] or len(parts) != 7:
        return False
    hours = all(int(parts[step]) < 25 and len(parts[step + 2]) == 2 and int(parts[step + 2]) < 60 for step in (0, 4))
    return hours and any(t.lower[step] in _WORKING for step in range(max(0, first - 8), min(t.size, last + 4)))


def _is_working_day(t: Tokens, first: int, last: int) -> bool:
    """Whether "nine to five" are hours of work: a word of opening or working stands shortly before."""
    start = first if t.lower[last] == "to" else first - 2
    return any(t.lower[step] in _WORKING for step in range(max(0, start - 6), start))


_WORKING = wordlist(
    """
    work works worked working open opens opening hours shift shifts daily weekdays staffed closes breakfast lunch
    dinner served
    """
)


def belongs_to_match(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """Whether bare digits are part of a result, of odds or of a cup: "312 for 4", "28 to 21", "the last 16"."""
    before, after = t.lower[first - 1], t.lower[last]
    many = counts_many(t, last)
    if "over" in (after, before) and t.is_number(last + 1 if after == "over" else first - 2) and not many:
        return True  # a blood pressure of 90 over 60
    if (
        numeral.integer
        and before in {"a", "an"}
        and t.text[last] != "-"
        and not (t.is_word(last) and may_be_noun(after))
    ):
        return True  # "for a 65", a round of golf
    if after == "for" and t.is_number(last + 1) and len(t.text[last + 1]) <= 2 and not _may_follow(t, last + 2):
        return int(t.text[last + 1]) <= 10
    if before == "for" and t.is_number(first - 2) and numeral.low <= 10 and not _may_follow(t, last):
        return True
    if after in _ODDS or (before == "of" and t.lower[first - 2] == "round"):
        return True
    if not many and (before == "top" or (before in {"last", "final"} and numeral.low in {4, 8, 16, 32, 64, 128})):
        return True
    if before in {"under", "over"} and t.text[first - 2] == "-" and t.glued(first - 1):
        return True  # "a six-under 66"
    if (
        before == "-"
        and t.lower[first - 2] == "under"
        and any(t.lower[step] in _TEAMS for step in range(last, last + 4))
    ):
        return True  # an under-21 side
    return numeral.integer and (_in_result(t, first, last) or _match_play(t, first, last, numeral))


def _may_follow(t: Tokens, i: int) -> bool:
    """Whether a counted noun may begin at ``i``."""
    return t.is_word(i) and may_be_noun(t.lower[i])


def _in_result(t: Tokens, first: int, last: int) -> bool:
    """Whether "28 to 21" is a result: a verb of winning or losing right before it, and nothing counted."""
    if t.lower[last] == "to" and t.is_number(last + 1):
        start, end = first, last + 2
    elif t.lower[first - 1] == "to" and t.is_number(first - 2):
        start, end = first - 2, last
    else:
        return False
    if t.is_word(end) and may_be_noun(t.lower[end]):
        return False
    return any(t.lower[step] in _PLAYED for step in range(max(0, start - 4), start))


def _match_play(t: Tokens, first: int, last: int, numeral: Numeral) -> bool:
    """Whether "3 and 2" is a golfer's margin."""
    if numeral.low > 10:
        return False
    if t.lower[last] == "and" and t.is_number(last + 1):
        other, start, end = int(t.text[last + 1][:9]), first, last + 2
    elif t.lower[first - 1] == "and" and t.is_number(first - 2):
        other, start, end = int(t.text[first - 2][:9]), first - 2, last
    else:
        return False
    if other > 10 or (t.is_word(end) and may_be_noun(t.lower[end])):
        return False
    return any(t.lower[step] in _PLAYED for step in range(max(0, start - 6), start))


def is_dialled(t: Tokens, first: int) -> bool:
    """Whether the sentence asks to call or quote the number: "text HELP to 85258", "quoting reference 4471"."""
    for step in range(first - 1, max(-1, first - 9), -1):
        if t.text[step] in {".", "!", "?", ";"}:
            return False
        if t.lower[step] in _DIALLING:
            return True
    return False


def in_report(t: Tokens, last: int) -> bool:
    """Whether capitals and then another number follow: the volume of a law report, "213 U.N.T.S. 221"."""
    j = last
    capitals = 0
    while j < last + 10 and (t.text[j] in {".", "§"} or (t.text[j][:1].isupper() and len(t.text[j]) <= 5)):
        capitals += t.text[j][:1].isupper()
        j += 1
    if not capitals or t.text[last] == ".":
        return False
    if t.is_number(j):
        return not t.glued(j + 1) or not t.is_word(j + 1)
    gap = t.raw[t.end[j - 1] : min(t.start[j], len(t.raw))] if t.end[j - 1] <= len(t.raw) else ""
    return any(letter.isdecimal() for letter in gap)


def in_call(t: Tokens, first: int) -> bool:
    """Whether the number is an argument, as in "F(1, 38) = 4.2"."""
    for step in range(first - 1, max(-1, first - 6), -1):
        if t.text[step] == ")":
            return False
        if t.text[step] == "(":
            return t.glued(step) and t.is_word(step - 1) and len(t.text[step - 1]) <= 2
        if t.is_word(step):
            return False
    return False
