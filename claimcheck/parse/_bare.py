"""Bare numbers: digits with no unit, currency, scale, separator or hedge count only where the words show what.

"killed 14", "14 were hurt", "a crew of 14", "rose to 14", "14 of 20" count; "windows 11", "the 108 ambulance",
"amendment 14 passed", "sent to 90210", "Upgrade to 2.6" name. What stands before decides, and after a determiner what
stands behind. No list says which nouns take numbers: a singular noun before digits, or behind them, is named by them.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.parse import _hedges, _measures, thesaurus
from claimcheck.parse._calendar import DAYS, MONTHS
from claimcheck.parse._labels import LABELS, goes_without_verb, is_size
from claimcheck.parse._lex import SENTENCE_ENDS, Tokens
from claimcheck.parse._nouns import (
    COLLECTIVE,
    NOMINAL,
    is_adverb,
    is_counted_plural,
    is_plural_noun,
    may_be_noun,
    noun_rather_than,
)
from claimcheck.parse._numbers import SMALL
from claimcheck.parse._occasions import COEFFICIENTS, LEVELS
from claimcheck.parse._phrases import counts_many
from claimcheck.parse._spread import CHANGING, SPANNING
from claimcheck.parse._understood import STATISTICS
from claimcheck.parse._wordlist import wordlist

_ARTICLES = wordlist("the this that")
_ONE_THING = wordlist("a an each every another's")
_SOME = wordlist("some several many most all few half each none any both one two three")
_OWNERS = wordlist("his her its their our my your whose")
_COPULAS = wordlist("is was are were be been being became becomes become am s")
_MODALS = wordlist(
    "to can could may might must shall should will would do does did not never i we you they who also cannot 'll n't"
)
_PLURAL_VERBS = wordlist("are were have had do did will would can could may might must shall should")
_RELATIVES = wordlist("who whom that which whose we he she they i you it the his her their it's")
_QUANTIFIERS = wordlist(
    """
    another further additional extra remaining other others only just all both even total still now some any no not
    merely barely hardly exactly almost nearly fully perhaps maybe least than more less fewer first last next top best
    past every then well one ones yet already once including excluding comprising plus minus times
    """
)
_RATES = wordlist("per a an each apiece more less fewer others other times in percent strong short off ahead behind")
# Beside the verbs of change, these lead to a number behind "to".
_GOALS = CHANGING | wordlist(
    """
    down back came come comes amount amounts amounted added adds add limited restricted confined brought bring brings
    took takes take close closer next moved ran runs equal corrected set put fixed restored adjusted given gave give
    sold awarded offered granted paid issued handed
    """
)
_EDITED = wordlist("upgrade update downgrade migrate port backport patch release ship support carry")


def counts_nothing(t: Tokens, first: int, last: int) -> bool:
    """Whether nothing shows that the digits at the tokens ``first`` to before ``last`` count something.

    The caller has seen that they have no unit, scale or grouping, and are no part of a range.
    """
    start = _opening(t, first)
    if _measures.exchange_rate(t, last, first):
        return False
    if _are_versions(t, start, first, last) or _is_key(t, first, last):
        return True
    if _hedges.before(t, first, last) or _hedges.following(t, last):
        return False
    if counts_many(t, last) or _is_count_of(t, last):
        return _is_letter(t, first - 1)
    if (
        t.text[first] == "1"
        and not _is_letter(t, first - 1)
        and _names_one(t, last)
        and t.lower[first - 1] not in _ARTICLES
    ):
        return first > 0 and _names_one(t, first - 1) and not t.breaks(first) and _behind_noun(t, first, last)
    if start < first and not _names_one(t, last):
        first = start
    if first and not t.breaks(first):
        return _names_behind(t, first, last)
    return last < t.size and not _opens_clause(t, last)


def _opening(t: Tokens, first: int) -> int:
    """Where the list of numbers begins that ``first`` belongs to: "6.15, 7.45 and 21.15"."""
    start = first
    for _ in range(12):
        step = start - 1
        if t.lower[step] in {"and", "or", "&"} and t.text[step - 1] == ",":
            step -= 1
        if t.lower[step] not in {",", "and", "or", "&", "to"} or not t.is_number(step - 1):
            return start
        start = step - 1
        while (
            start > first - 40
            and t.text[start - 1] in {".", ","}
            and t.glued(start)
            and t.glued(start - 1)
            and t.is_number(start - 2)
        ):
            start -= 2
    return start


def _are_versions(t: Tokens, start: int, first: int, last: int) -> bool:
    """Whether decimals tell editions or times of day: "3.9, 3.10 and 3.12", "from 2.4 to 2.6", "at 21.15"."""
    if last != first + 3 or t.text[first + 1] != ".":
        return False
    if not counts_many(t, last) and any(_is_edited(t.lower[step]) for step in _clause_before(t, start)):
        return True
    if len({len(t.text[step + 2]) for step in _decimals(t, start)}) > 1:
        return True
    timed = _is_hour(t, first) and t.lower[start - 1] in {"at", "until", "till"}
    return timed and not any(t.lower[step] in LEVELS - _COPULAS for step in range(max(0, start - 6), start))


def _is_edited(word: str) -> bool:
    """Whether a word tells of editions: "Upgrade from 2.4", "carried back to 5.15"."""
    return any(base in _EDITED for _, base in thesaurus.lemmas(word))


def _is_key(t: Tokens, first: int, last: int) -> bool:
    """Whether a single letter or a group that begins with 0 stands beside: "1 b, 2 c", "a) 1", "555 0142"."""
    if (
        len(t.text[last]) == 1
        and t.text[last].islower()
        and not (t.glued(last) or t.is_word(last + 1) or t.is_number(last + 1))
    ):
        return True
    if _is_decimal(t, first) and t.begins_sentence(first) and t.text[last][:1].isupper():
        return True  # "3.1 Data"
    if t.text[first - 1] == ")" and len(t.text[first - 2]) == 1 and t.is_word(first - 2) and t.text[first - 3] != "(":
        return True
    head = first
    while head > first - 5 and head and t.is_number(head - 1) and t.start[head] == t.end[head - 1] + 1:
        head -= 1
    before = t.start[head] - 2
    if before >= 0 and t.plain[before] == " " and t.raw[before].isdigit():
        return True  # behind digits that are blanked already
    return t.raw.startswith(" 0", t.end[last - 1]) and t.raw[t.end[last - 1] + 2 : t.end[last - 1] + 3].isdigit()


def are_hours(t: Tokens, first: int, last: int) -> bool:
    """Whether a range of decimals tells when: "between 9.15 and 10.45"; no "rose from 9.15 to 10.45"."""
    if not (_is_hour(t, first) and last == first + 7 and _is_hour(t, first + 4)):
        return False
    return not any(t.lower[step] in _VALUED for step in _clause_before(t, first))


_VALUED = (LEVELS | CHANGING | SPANNING) - _COPULAS


def _is_hour(t: Tokens, i: int) -> bool:
    """Whether the decimal at ``i`` can be a time of day."""
    if not (t.is_number(i) and _is_decimal(t, i) and len(t.text[i]) <= 2 and len(t.text[i + 2]) == 2):
        return False
    return int(t.text[i]) < 25 and int(t.text[i + 2]) < 60


def _decimals(t: Tokens, start: int) -> Iterator[int]:
    """Where the decimals of a list begin, from its start on: figures have the same places, editions have not."""
    step = start
    while step < start + 40 and t.is_number(step) and _is_decimal(t, step):
        yield step
        step += 3
        while t.lower[step] in {",", "and", "or", "&"}:
            step += 1


def _is_decimal(t: Tokens, i: int) -> bool:
    return t.text[i + 1] == "." and t.glued(i + 1) and t.glued(i + 2) and t.is_number(i + 2)


def _is_letter(t: Tokens, i: int) -> bool:
    """Whether a capital names together with the number behind it: "the A 380", "Night bus N 29"."""
    return i > 0 and len(t.text[i]) == 1 and t.text[i].isupper() and not t.begins_sentence(i)


def _is_count_of(t: Tokens, last: int) -> bool:
    """Whether the words behind the number count with it: "14 of 20", "3 dead", "15 a day", "6 more", "12-man"."""
    word = t.lower[last]
    if word in NOMINAL or word in COLLECTIVE or t.text[last] == "-":
        return True
    if word == "of" and not _names_one(t, last - 2):
        return t.is_number(last + 1) or t.lower[last + 1] in _PARTS or t.lower[last + 1] in SMALL
    return word in _RATES and (word not in {"a", "an", "in"} or may_be_noun(t.lower[last + 1]))


_PARTS = wordlist("the them these those which whom us you its his her their our my your all whose that it")


def _names_one(t: Tokens, i: int) -> bool:
    """Whether a thing in the singular stands at ``i``: "the 108 ambulance", "the 3.8 branch"."""
    return t.is_word(i) and not t.glued(i) and noun_rather_than(t.lower[i]) == "noun" and not is_plural_noun(t.lower[i])


def _names_behind(t: Tokens, first: int, last: int) -> bool:
    """Whether the words before the number make it a name."""
    before = t.lower[first - 1]
    if not t.is_word(first - 1):
        return _behind_sign(t, first, last)
    if before in _QUANTIFIERS or before.endswith("ly") or before in COEFFICIENTS or before in STATISTICS:
        return False
    if before in _ARTICLES:
        partitive = t.lower[first - 2] == "of" and t.lower[first - 3] in _SOME
        return not (partitive or _goes_on(t, last))
    if before in _ONE_THING:
        return not _is_decimal(t, first)
    if before in _OWNERS and _is_decimal(t, first) and noun_rather_than(t.lower[last]) == "either":
        return True  # "our 2.0 release"
    if before in _OWNERS or before in _COPULAS or before.endswith("'s"):
        return _names_one(t, last)
    match before:
        case "to":
            goal = any(t.lower[step] in _GOALS or t.digit[step] for step in _clause_before(t, first - 1))
            return not goal and t.lower[first - 2] != "votes"
        case "via" | "near" | "opposite" | "aboard" | "past" | "on":
            return _names_one(t, last) or len(t.text[first]) > (3 if before == "on" else 1)
        case "at" if not _is_decimal(t, first) and int(t.text[first][:3]) <= 12 and not t.is_word(last):
            return not any(t.lower[step] in LEVELS | CHANGING for step in _clause_before(t, first))  # "work at 7"
        case "and" | "or" | "but" | "that":
            return not _opens_clause(t, last) and not _counted_already(t, first)
        case _:
            pass
    if before in _PREPOSITIONS:
        return _names_one(t, last) or (len(t.text[first]) > 4 and not t.text[first].endswith("00"))
    return _behind_noun(t, first, last)


_PREPOSITIONS = wordlist(
    """
    of by from than against for with without in at into among between over under out versus vs v within after before
    since until till during through toward towards as if when while where because so what which whom that it them him
    her us me
    """
)


def _behind_sign(t: Tokens, first: int, last: int) -> bool:
    """Whether a number behind a comma, a bracket or a stop names."""
    sign = t.text[first - 1]
    if t.is_number(first - 1):
        return False  # a row of a table
    if sign in "#`":
        return not _opens_clause(t, last)
    if sign == "=" and t.glued(first) and t.glued(first - 1):
        return len(t.text[first - 2]) > 3 and t.text[first - 2].islower()  # "timeout=30"
    if sign in "-(":
        return False  # "magnitude-6.8", "11 tackles (10 solo)": what touches the digits is looked at elsewhere
    if sign in {'"', "'"}:
        return not t.glued(first) or t.text[last] == sign or sign == "'"  # the "billboard" 200, the '66 election
    if sign in SENTENCE_ENDS - {":", ";"}:
        return not _opens_clause(t, last)
    if sign == ":" and t.lower[first - 2] in LABELS and not is_size(t.lower[first - 2]):
        return True  # "Your reference: 77120"
    return _names_one(t, last)


def _opens_clause(t: Tokens, last: int) -> bool:
    """Whether the number is the subject of what follows: "14 were hurt", "48 cannon sank"; no "300 is a film"."""
    if _names_one(t, last) and not _is_plural_verb(t, last):
        last += 1  # who names a thing by its number says "the"
    return _is_plural_verb(t, last)


def _is_plural_verb(t: Tokens, i: int) -> bool:
    word = t.lower[i]
    if word in _PLURAL_VERBS:
        return True
    found = [base for part, base in thesaurus.lemmas(word) if part == "v"]
    if not found or not t.is_word(i) or word in {"is", "was", "has"} or (word.endswith("s") and word not in found):
        return False
    entry = thesaurus.entry(word)
    return word not in found or entry is None or entry.tagged.get("v", 0) > entry.tagged.get("n", 0)


def _goes_on(t: Tokens, last: int) -> bool:
    """Whether what "the 66" means is told behind it: "the 66 the navy says", "the 44 killed", "the 90 who set out"."""
    word = t.lower[last]
    if word in _PLURAL_VERBS - {"had", "will", "would", "can", "could", "may", "might", "must"} or word in _RELATIVES:
        return True
    if word in {"on", "in"}:
        return t.lower[last + 1] not in _ARTICLES | _OWNERS and not t.digit[last + 1]  # "on board", "in custody"
    if word in {"aboard", "still", "already", "then", "so"}:
        return True
    return word.endswith("ed") or any(part == "v" and base != word for part, base in thesaurus.lemmas(word))


def _clause_before(t: Tokens, first: int) -> Iterator[int]:
    """The tokens before ``first`` back to the last stop, at most fifteen."""
    for step in range(first - 1, max(-1, first - 16), -1):
        if t.text[step] in {".", ";", "!", "?"} and not t.glued(step + 1):
            return
        yield step


def _counted_already(t: Tokens, first: int) -> bool:
    """Whether another number stands shortly before, which this one goes on from: "12 bikes on sat and 9 on sun"."""
    return any(t.is_number(step) or t.lower[step] in SMALL for step in _clause_before(t, first - 1))


def _behind_noun(t: Tokens, first: int, last: int) -> bool:
    """Whether the word before is a thing that the number names, and no verb that governs it: "bill 96", "lift 1"."""
    word = t.lower[first - 1]
    if is_size(word) or word in MONTHS or word in DAYS or _is_verb(t, first - 1):
        return False
    if t.lower[first - 2] in {"a", "an"} and noun_rather_than(word) is None:
        return _names_one(t, last)  # "from a usual 6"
    if is_adverb(word):
        return False  # "so far 198"
    if _is_decimal(t, first) and t.text[first - 1].islower() and thesaurus.lemmas(word):
        return False  # "its beta 0.4"
    if is_counted_plural(word) and t.lower[first - 2] not in _PREPOSITIONS | {"on", "to"}:
        return False  # "Noes 97", but "on windows 8"
    if goes_without_verb(t, first):
        return False
    return not _leads_in(t, first) or not _opens_clause(t, last)


def _leads_in(t: Tokens, first: int) -> bool:
    """Whether the noun before ends what a sentence opens with: "In the siege 600 perished", "Last year 19 died"."""
    for step in range(first - 2, max(-1, first - 8), -1):
        if t.begins_sentence(step):
            return t.lower[step] in _OPENING
        if noun_rather_than(t.lower[step]) == "noun":
            return False  # "By the time engine 51 arrived"
        if not t.is_word(step):
            return False
    return False


_OPENING = _PREPOSITIONS | {"on", "near", "last", "this", "that", "next", "every", "each"}
_SAME_PAST = wordlist("cut hit set put let shut cost hurt beat split spread quit read shed cast lost met held")


_FREQUENT = 4  # "want 40", "get 2": such verbs stand without a subject in hasty writing


def _is_verb(t: Tokens, i: int) -> bool:
    """Whether the word at ``i`` is a finite verb or a participle here; a base form only behind "to", "we", "can"."""
    word = t.lower[i]
    forms = [base for part, base in thesaurus.lemmas(word) if part == "v"]
    if not forms or not t.is_word(i):
        return False
    before = t.lower[i - 1] if i else ""
    if before in _ONE_THING or (before in _ARTICLES and not (before != "the" and word.endswith("s"))):
        return False  # "the leaves", but "that leaves 4"
    if word not in forms or word in _SAME_PAST:
        return True
    if before in _MODALS or before.endswith(("n't", "'ll", "'d", "'ve", "'re")) or is_plural_noun(before):
        return i > 0
    found = thesaurus.entry(word)
    often, thing = (found.tagged.get("v", 0), found.tagged.get("n", 0)) if found else (0, 0)
    if before in {"and", "or", "but"}:
        return often > thing
    return often >= _FREQUENT and often > thing + 1 and not t.begins_sentence(i)
