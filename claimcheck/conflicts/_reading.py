"""A shallow reading of one assertion: words with a part each, noun groups with their heads, verbs with their polarity.

No parser model: closed word classes, the verb finder of the extraction and capitals carry it. It reads far enough to
tell the
agent from the patient of a simple clause and what a "not" governs, and it says nothing where it is not sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from claimcheck.conflicts import _lexicon
from claimcheck.extract.verbs import AUXILIARIES, BE, base_of, finite_verbs
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse import thesaurus
from claimcheck.parse.words import STOP_WORDS, fold, stem

Tag = Literal[
    "det",
    "num",
    "noun",
    "name",
    "adj",
    "adv",
    "verb",
    "aux",
    "neg",
    "prep",
    "conj",
    "pron",
    "rel",
    "part",
    "ing",
    "to",
    "stop",
]

_TOKEN = re.compile(
    r"\d[\d,.]*\d|\d|[^\W\d_]+-in-law|[^\W\d_]+(?:['’-][^\W\d_]+)*\.?(?<=[A-Z]\.)|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]",
    re.UNICODE,
)
_CLOSED: dict[str, Tag] = {
    **dict.fromkeys("the a an this that these those every each all both some any its his her their our my your whose another such which".split(), "det"),
    **dict.fromkeys(
        """of in on at by for with from into onto over under between among against during after before since than per as about around
        across along behind beside below above beyond despite near off out outside inside past through throughout
        towards toward until upon
        via within without because unlike like except down up""".split(),
        "prep",
    ),
    **dict.fromkeys("and or but nor yet while whereas although though if unless when where so".split(), "conj"),
    **dict.fromkeys("i we you he she it they me us him them himself herself itself themselves everyone nobody none someone there what one".split(), "pron"),
    **dict.fromkeys("who whom".split(), "rel"),
    **dict.fromkeys("not never no n't neither hardly barely scarcely".split(), "neg"),
    "to": "to",
}  # fmt: skip
_NUMBER_WORDS = wordlist(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion dozen dozens half third quarter pair couple"""
)
_CALENDAR = wordlist(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday"""
)
_ADVERBS = wordlist(
    """again ago already also apart away back even ever far here just later long more most much nearly now often
    once only perhaps quite rather roughly so some soon still then there today together too very well yesterday
    yet almost about approximately exactly entirely together first last"""
)
_PARTICIPLES = ("ed", "en", "wn", "nt", "ut", "ld", "ght", "lt", "ung", "un", "um")
_ADJECTIVE = re.compile(r"(?:ous|ful|less|ive|able|ible|ary|ic|ical|ish)$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark. ``stem`` is shared by the inflected forms; ``owner`` marks a possessive ("Thessa's")."""

    text: str
    lower: str
    stem: str
    tag: Tag
    start: int
    end: int
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group by word index, end exclusive. ``head`` is its last noun; ``prep`` the preposition that governs it."""

    start: int
    end: int
    head: int
    prep: str | None
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """A verb by word index. ``negated`` covers "not", "never" and an object under "no"."""

    at: int
    stem: str
    lemma: str
    negated: bool
    passive: bool
    finite: bool
    modal: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one assertion says, word by word."""

    prose: str
    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    actions: tuple[Action, ...]

    def text(self, group: Group) -> str:
        """The words of a noun group as written, without a leading article."""
        start = group.start
        while start < group.head and self.words[start].tag == "det":
            start += 1
        return self.prose[self.words[start].start : self.words[group.end - 1].end]


def read(prose: str) -> Reading:
    """Read ``prose``, one sentence with its white space folded."""
    words = _phrased(_with_verbs(_settled(_hedged(prose, _tagged(prose)))))
    groups = _groups(words)
    return Reading(prose, words, groups, _actions(words))


# --- Words ------------------------------------------------------------------------------------------------------------


def _tagged(prose: str) -> list[Word]:
    spans = iter([(verb.span.start, verb.span.end) for verb in finite_verbs(prose)])
    found: list[Word] = []
    current = next(spans, None)
    for match in _TOKEN.finditer(prose):
        text = match.group().replace("’", "'")
        start, end = match.span()
        while current and start >= current[1]:
            current = next(spans, None)
        in_verb = current is not None and current[0] <= start < current[1]
        last = in_verb and current is not None and end >= current[1]
        owner = text.lower().endswith(("'s", "s'")) and not in_verb
        lower = fold(text)
        lower = lower.removesuffix("'s")
        found.append(Word(text, lower, _stem(lower), _tag(text, lower, found, in_verb, last), start, end, owner))
    return found


_HEDGE = re.compile(
    r"\b(?:(?:no|not) (?:more|fewer|less|longer|later) than|(?:more|fewer|less|other) than|at (?:least|most|best)|up to|as (?:many|much|few|little) as|upwards of"
    r"|in excess of|close to|well (?:over|under|above|below))(?= (?:[$€£\d]|an? )| \w+)",
    re.IGNORECASE,
)


def _hedged(prose: str, words: list[Word]) -> list[Word]:
    """``words`` with "no more than", "as many as" before a number as adverbs: they name nothing and deny nothing."""
    for match in _HEDGE.finditer(prose):
        inside = [at for at, word in enumerate(words) if match.start() <= word.start < match.end()]
        if inside and inside[-1] + 1 < len(words) and words[inside[-1] + 1].tag in {"num", "det"}:
            for at in inside:
                words[at] = replace(words[at], tag="adv")
    return words


def _with_verbs(words: list[Word]) -> list[Word]:
    """A clause without any verb has one that was read as a noun: "spokesmen claim to", "the skeletons lie on"."""
    start = 0
    for end in range(len(words) + 1):
        if end < len(words) and not _bounds_clause(words[end]):
            continue
        told = [at for at in range(start, end) if words[at].tag in {"verb", "aux"}]
        if len(told) == 1 and words[told[0]].lower in _TELLING:  # "residents say lorries pass through"
            spots = [at for at in range(told[0] + 2, end) if _may_be_verb(words, told[0] + 1, at)]
            if spots:
                words[spots[0]] = replace(words[spots[0]], tag="verb")
        if not told:
            spots = [at for at in range(start + 1, end) if _may_be_verb(words, start, at)]
            at = next((at for at in spots if words[at].lower in _TELLING), spots[0] if spots else None)
            if at is not None:
                words[at] = replace(words[at], tag="verb")
        elif (at := _saying(words, start, end)) is not None:
            words[at] = replace(words[at], tag="verb")
        for at in range(start + 1, end - 1):  # "and kills it"
            ahead, word, behind = words[at - 1 : at + 2]
            if ahead.lower in {"and", "or", "but"} and word.tag == "noun" and behind.tag == "pron" and _lemma(word.lower) != word.lower:  # fmt: skip
                words[at] = replace(word, tag="verb")
        start = end + 1
    return words


def _bounds_clause(word: Word) -> bool:
    return word.tag == "rel" or word.text in {",", ";", ":"} or word.lower in {"that", "which", "when", "while", "after", "before", "where", "because"}  # fmt: skip


def _may_be_verb(words: list[Word], start: int, at: int) -> bool:
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    if word.tag != "noun" or before.tag not in {"noun", "name", "pron", "adv"}:
        return False
    forms = {base for part, base in thesaurus.lemmas(word.lower) if part == "v"}
    plural = any(other.lower.endswith("s") and other.tag in {"noun", "name"} for other in words[start:at])
    agrees = plural if word.lower in forms else bool(forms)
    return agrees and (after is None or after.tag in {"det", "num", "to", "prep", "pron", "adv", "stop", "name"})


def _saying(words: list[Word], start: int, end: int) -> int | None:
    """Where "say" stands between a plural and a clause with a verb of its own: "witnesses say about ten men came"."""
    return next((at for at in range(start + 1, min(end, start + 9)) if words[at].tag == "noun" and words[at].lower in _TELLING and _may_be_verb(words, start, at)), None)  # fmt: skip


_TELLING = wordlist("say claim fear estimate report believe think reckon doubt suspect argue warn")


def _settled(words: list[Word]) -> list[Word]:
    """Second thoughts, with the next word known: in "acoustic monitoring shows" the second word is a noun."""
    for at, word in enumerate(words[:-1]):
        follows = words[at + 1].tag in {"verb", "aux"}
        if word.tag == "ing" and follows and at and words[at - 1].tag not in {"prep", "stop"}:
            words[at] = replace(word, tag="noun")
        elif word.tag in {"part", "adj"} and follows and at == 0:
            words[at] = replace(word, tag="name")
        elif at == 0 and word.tag in {"noun", "adj"} and words[1].tag == "name" and not _calls(word.lower):
            words[at] = replace(word, tag="name")  # "Rosa Tamm", "Harbour Trust"
        elif (
            word.tag == "adj"
            and at
            and words[at - 1].tag == "det"
            and words[at + 1].tag in {"stop", "prep", "aux", "verb"}
            and "n" in thesaurus.parts_of_speech(word.lower)
        ):
            words[at] = replace(word, tag="noun")  # "in the final"
        elif word.lower in _MODALS and words[at + 1].tag == "noun" and _verb_form(words[at + 1].lower):
            words[at], words[at + 1] = replace(word, tag="aux"), replace(words[at + 1], tag="verb")
    return words


@lru_cache(maxsize=1 << 16)
def _stem(lower: str) -> str:
    return stem(lower)


_MODALS = wordlist("may might can could will would shall should must cannot")


def _verb_form(lower: str) -> bool:
    return any(part == "v" and base == lower for part, base in thesaurus.lemmas(lower))


@lru_cache(maxsize=1 << 14)
def _calls(lower: str) -> bool:
    """True for "striker", "economist", "general": what the one named is."""
    people = next(sense for sense, steps in thesaurus.kinds("person").items() if steps == 0)
    return people in thesaurus.kinds(lower)


def _tag(text: str, lower: str, before: list[Word], in_verb: bool, last: bool) -> Tag:
    previous = before[-1].tag if before else None
    if not text[0].isalnum():
        return "stop"
    if text[0].isdigit() or lower in _NUMBER_WORDS or (text[0].isupper() and lower in _CALENDAR):
        return "num"
    if lower in {"not", "never", "neither", "hardly", "scarcely"} or lower.endswith("n't"):
        return "neg"
    named = text[0].isupper() and bool(before) and before[-1].text not in {".", ":", '"', "“", "'", "‘"}
    counted = previous in {"adj", "num", "det"} and lower.endswith("s") and "n" in thesaurus.parts_of_speech(lower)
    if (
        in_verb and not named and not (counted and last and lower not in AUXILIARIES | BE)
    ):  # "40 foreign recruits"  # "the Gasworks Ground was": no grinding
        return "verb" if last and lower not in AUXILIARIES else "aux"
    if lower == "no":
        return "det"
    capital = text[0].isupper() and bool(before) and before[-1].text not in {".", ":", '"', "“", "'", "‘"}
    if capital and lower != "i":
        return "name"
    if lower in _CLOSED:
        return _CLOSED[lower]
    if lower in BE or lower in AUXILIARIES:
        return "aux"
    if text[0].isupper() and not _ordinary(lower):
        return "name"
    if lower in _ADVERBS or (
        lower.endswith("ly") and len(lower) > 4 and previous != "det" and "n" not in thesaurus.parts_of_speech(lower)
    ):
        return "adv"
    parts = thesaurus.parts_of_speech(lower)
    if lower.endswith("ing") and len(lower) > 5 and previous not in {"det", "adj", "num"} and "v" in parts:
        return "ing"
    if lower.endswith(_PARTICIPLES) and base_of(lower) not in {None, lower} and previous != "to":
        return "part" if previous not in {"det", "adj", "num"} else "adj"
    if previous in {"to", "aux"} and base_of(lower) == lower:
        return "verb"
    if (
        previous == "aux"
        and not lower.endswith("s")
        and any(part == "v" and base != lower for part, base in thesaurus.lemmas(lower))
    ):
        return "verb"  # "has repaid"
    if not parts:
        return "adj" if _ADJECTIVE.search(lower) and len(lower) > 5 else "noun"
    best = max(parts, key=lambda part: (parts[part], part == "n"))
    if best == "v" and ("n" in parts or "a" in parts or previous not in {"noun", "name", "pron", "adv"}):
        best = "n" if parts.get("n", 0) >= parts.get("a", 0) else "a"
    return {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}[best]  # type: ignore[return-value]


@lru_cache(maxsize=1 << 14)
def _ordinary(lower: str) -> bool:
    """True for a word that a dictionary holds: capital only because it opens the sentence."""
    return lower in STOP_WORDS or bool(base_of(lower)) or bool(thesaurus.lemmas(lower))


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in _lexicon.PHRASES.replace("\n", "|").split("|"):
        words, _, meaning = row.partition(">")
        if meaning:
            parts = tuple(words.split())
            found.setdefault(parts[0], []).append((parts, meaning.strip()))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _phrased(words: list[Word]) -> tuple[Word, ...]:
    """``words`` with expressions of several words read as one: "took effect" is one verb."""
    known = _phrases()
    result: list[Word] = []
    index = 0
    while index < len(words):
        for parts, meaning in known.get(words[index].lower, ()):
            window = words[index : index + len(parts)]
            if len(window) == len(parts) and all(
                part in {".", word.lower} and word.tag != "stop" for part, word in zip(parts, window, strict=True)
            ):
                text = " ".join(word.text for word in window)
                tag: Tag = (
                    "noun"
                    if meaning in {"percent", "alive", "second"}
                    else "adv"
                    if meaning == "permanently"
                    else "verb"
                )
                result.append(Word(text, meaning, _stem(meaning), tag, window[0].start, window[-1].end))
                index += len(parts)
                break
        else:
            particle = _particle(words, index)
            result.append(words[index] if particle is None else particle)
            index += 1 if particle is None else 2
    return tuple(result)


_PARTICLES = wordlist("up off out down away back over")


def _particle(words: list[Word], index: int) -> Word | None:
    """The verb at ``index`` with the particle behind it as one word, where a dictionary has the two as one verb."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else None
    if word.tag not in {"verb", "part"} or after is None or after.lower not in _PARTICLES or after.tag == "name":
        return None
    following = words[index + 2] if index + 2 < len(words) else None
    if following is not None and following.lower in {"of", "to"}:
        return None  # "up to 40", "out of the war"
    lemma = f"{_lemma(word.lower)}_{after.lower}"
    if thesaurus.entry(lemma) is None:
        return None
    return Word(f"{word.text} {after.text}", lemma, lemma, word.tag, word.start, after.end)


# --- Noun groups and verbs
# ----------------------------------------------------------------------------------------------

_IN_GROUP = frozenset({"det", "num", "noun", "name", "adj"})


def _groups(words: tuple[Word, ...]) -> tuple[Group, ...]:
    found: list[Group] = []
    index = 0
    while index < len(words):
        word = words[index]
        fits = word.tag in _IN_GROUP or (
            word.tag == "part" and index + 1 < len(words) and words[index + 1].tag in {"noun", "name"}
        )
        if not fits:
            index += 1
            continue
        start = index
        while index < len(words):
            word = words[index]
            follows = words[index + 1].tag if index + 1 < len(words) else "stop"
            joined = word.tag in {"part", "ing", "adv"} and follows in {"noun", "name", "adj"} and index > start
            hyphen = word.text in {"-", "&"} and index > start and follows in _IN_GROUP
            if word.tag == "det" and index > start and words[index - 1].tag != "det":
                break
            if _ends_date(words, start, index):
                break
            if word.tag not in _IN_GROUP and not joined and not hyphen and index > start:
                break
            index += 1
        heads = [at for at in range(start, index) if words[at].tag in {"noun", "name"}]
        head = (
            heads[-1]
            if heads
            else next((at for at in range(index - 1, start - 1, -1) if words[at].tag in {"num", "adj"}), start)
        )
        ahead = start - 1
        while ahead > 0 and words[ahead].tag == "adv":
            ahead -= 1
        before = words[ahead] if start else None
        prep = before.lower if before is not None and before.tag in {"prep", "to"} else None
        swallowed = _swallowed_subject(words, start, index) if prep is not None else None
        if swallowed is not None:  # "At half-time Rovers led"
            found.append(Group(start, swallowed, swallowed - 1, prep))
            found.append(Group(swallowed, index, head, None))
            continue
        found.append(Group(start, index, head, prep, any(words[at].lower == "no" for at in range(start, index))))
    return tuple(found)


def _swallowed_subject(words: tuple[Word, ...], start: int, end: int) -> int | None:
    """Where a name begins that follows the noun of an opening adverbial without a comma and has a verb behind it."""
    if start > 2 or end >= len(words) or words[end].tag not in {"verb", "aux"}:
        return None
    return next((at for at in range(start + 1, end) if words[at].tag == "name" and words[at - 1].tag == "noun"), None)


def _ends_date(words: tuple[Word, ...], start: int, index: int) -> bool:
    """True after "in 2008" or "on 4 March": what follows is the next group, not a part of the date."""
    if (
        index == start
        or start == 0
        or words[start - 1].tag != "prep"
        or any(word.tag != "num" for word in words[start:index])
    ):
        return False
    last = words[index - 1].lower
    return words[index].tag in {"name", "noun"} and (
        last in _CALENDAR or (len(last) == 4 and last.isdigit() and last[:2] in _CENTURIES)
    )


_CENTURIES = frozenset(map(str, range(10, 21)))


def _actions(words: tuple[Word, ...]) -> tuple[Action, ...]:
    found = []
    for at, word in enumerate(words):
        if word.tag not in {"verb", "part", "ing"} and not (word.tag == "aux" and _main(words, at)):
            continue
        group = _auxiliaries(words, at)
        negated = any(words[index].tag == "neg" or words[index].lower == "cannot" for index in group) or (
            at + 1 < len(words) and words[at + 1].lower in {"not", "never"}
        )
        negated = negated or _negative_object(words, at)
        be = any(words[index].lower in BE for index in group)
        passive = (
            word.tag in {"verb", "part"} and be and _is_participle(word.lower) and not word.lower.endswith("ing")
        ) or (word.tag == "part" and not group)
        modal = any(
            words[index].lower in {"could", "may", "might", "would", "should", "must", "will", "shall", "can"}
            for index in group
        )
        opening = min(group, default=at)
        infinitive = opening > 0 and words[opening - 1].tag == "to"
        finite = word.tag in {"verb", "aux"} and not infinitive
        found.append(Action(at, word.stem, _lemma(word.lower), negated, passive, finite, modal))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _lemma(lower: str) -> str:
    """Base form of a verb; a word that is more often a noun ("fears") is asked of the dictionary."""
    known = base_of(lower)
    if known is not None:
        return known
    return next((base for part, base in thesaurus.lemmas(lower) if part == "v"), lower)


def _main(words: tuple[Word, ...], at: int) -> bool:
    """True for a form of be, have or do that no other verb follows: the verb of its clause itself."""
    return not any(words[index].tag in {"verb", "part", "aux"} for index in range(at + 1, min(at + 3, len(words))))


def _auxiliaries(words: tuple[Word, ...], at: int) -> list[int]:
    found = []
    index = at - 1
    while index >= 0 and words[index].tag in {"aux", "neg", "adv"}:
        found.append(index)
        index -= 1
    return found


def _negative_object(words: tuple[Word, ...], at: int) -> bool:
    return (
        at + 1 < len(words)
        and words[at + 1].lower in {"no", "nothing", "nobody", "none"}
        and words[at + 1].tag != "stop"
    )


def _is_participle(lower: str) -> bool:
    return (
        lower.endswith(("ed", "en", "wn", "nt", "ut", "ld", "ght", "lt", "id", "ne", "de", "un", "um"))
        or base_of(lower) is not None
    )
