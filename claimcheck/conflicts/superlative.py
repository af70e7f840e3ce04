"""One rank, two holders: "Pelham is the largest crater of the moon" against "the largest crater of the moon is Odo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.conflicts import _moments
from claimcheck.conflicts._apart import apart
from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._reading import Group, Reading, Word
from claimcheck.conflicts._topic import Topic, akin
from claimcheck.extract.verbs import AUXILIARIES, BE
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Date

_DEGREES = {  # superlative -> the scale it stands on
    "first": "first", "earliest": "first", "oldest": "old", "largest": "large", "biggest": "large", "greatest": "large", "main": "large",
    "leading": "large", "chief": "large", "top": "large", "principal": "large", "most": "large", "commonest": "large", "smallest": "small", "longest": "long", "shortest": "short",
    "tallest": "high", "highest": "high", "deepest": "deep", "fastest": "fast", "slowest": "slow", "youngest": "young", "richest": "rich",
    "poorest": "poor", "heaviest": "heavy", "lightest": "light", "hottest": "hot", "coldest": "cold", "wettest": "wet", "driest": "dry", "busiest": "busy", "newest": "new",
    "last": "last", "latest": "last", "only": "only", "sole": "only", "nearest": "near", "brightest": "bright", "best-selling": "large", "bestselling": "large",
    "widest": "wide", "strongest": "strong", "deadliest": "deadly", "costliest": "costly", "cheapest": "cheap", "fewest": "small", "northernmost": "north",
    "southernmost": "south", "easternmost": "east", "westernmost": "west", "lowest": "low", "worst": "bad", "best": "good",
}  # fmt: skip
_SCALES = {  # verb or comparative that outranks all others -> scale
    "overtop": "high", "tower": "high", "taller": "high", "higher": "high", "larger": "large", "bigger": "large", "more": "large", "older": "old",
    "deeper": "deep", "longer": "long", "faster": "fast", "richer": "rich", "heavier": "heavy", "earlier": "first", "outrank": "large", "exceed": "large",
    "surpass": "large", "fewer": "small", "smaller": "small", "younger": "young", "hotter": "hot", "colder": "cold", "greater": "large", "brighter": "bright",
}  # fmt: skip
_OUTRANKS = re.compile(
    r"\b(?:than|as)\s+(?:of\s+|from\s+|in\s+)?any\s+other\b|\bevery other\b|\ball (?:the )?other\b|\bany other\b"
    r"|^no\s+(?:other\s+)?[\w' -]{2,60}?\b(?:more|\w+er)\b|\bno (?:other )?[\w' -]{2,40}\b(?:more|\w+er)\b[\w'"
    r" -]{0,60}\bthan\b",
    re.IGNORECASE,
)
_NO_OTHER = re.compile(
    r"\bno\s+(?:other\s+)?[\w' -]{2,60}?\s(more|fewer|\w+er)\b[\w,' -]{0,60}?\bthan\s+(?:the\s+)?", re.IGNORECASE
)
_OUTDOING = re.compile(r"out[a-z]{4,}s?$")
_NEVER = re.compile(r"\bnever\s+[\w' -]{2,60}?\s(more|fewer|\w+er)\b[\w,' -]{0,60}?\bthan\s+(?:the\s+)?", re.IGNORECASE)
_ANY_OTHER = re.compile(
    r"\b(?:than\s+(?:of\s+|from\s+|in\s+)?any\s+other|every\s+other|all\s+(?:the\s+)?other|any\s+other)\b",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"\b(?:by|measured by|in terms of|one of|among the \w+est|second|third|fourth|fifth|joint|equal|per|so far"
    r"|until|yet|then|outside|after)\b",
    re.IGNORECASE,
)
_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Rank:
    """Who holds a rank: ``scale`` of what ``heads`` in what ``scope``."""

    scale: str
    head: Word | None
    scope: tuple[Word, ...]
    holder: tuple[Word, ...]
    text: str
    held: str = "is"
    """How it is held: ``is`` the thing itself, ``has`` who or where it belongs to, ``by`` who did it."""


def clash(topic: Topic) -> Clash | None:
    """Two holders of one rank."""
    for ours in topic.left.once(ranks):
        for theirs in topic.right.once(ranks):
            if not _one_rank(topic, ours, theirs) or not _other_holder(topic, ours, theirs):
                continue
            if _apart(topic):
                return None
            return Clash(
                kind="superlative",
                label="conflict",
                left=topic.left,
                right=topic.right,
                left_value=_text(ours.holder),
                right_value=_text(theirs.holder),
                comparable=f"both name the holder of one rank: {ours.text}",
                differ=f"{_text(ours.holder)} against {_text(theirs.holder)}",
                reconcile="a different measure, time or scope, said in the text",
                topic=f"{ours.scale} {ours.head.stem if ours.head else ''}",
            )
    return None


def _apart(topic: Topic) -> bool:
    if _QUALIFIED.search(topic.left.prose) or _QUALIFIED.search(topic.right.prose):
        return True
    dated = _scope_dates(topic.left), _scope_dates(topic.right)
    # The year of a "first" is part of the claim; the year of a "largest" says when it held.
    scales = {rank.scale for rank in (*topic.left.once(ranks), *topic.right.once(ranks))}
    if (
        "first" not in scales
        and all(dated)
        and not any(_moments.agree(a.edtf, b.edtf) for a in dated[0] for b in dated[1])
    ):
        return True
    if "first" not in scales and bool(dated[0]) != bool(dated[1]):
        return True
    return apart(topic, apart_from=frozenset({"time", "name", "part", "scope"})) is not None


def _scope_dates(assertion: Assertion) -> tuple[Date, ...]:
    """Dates that say when the rank was held, not when its holder was made: "the tenor, cast in 1702" has none."""
    found = []
    for date in assertion.facts.dates:
        before = assertion.prose[: max(0, assertion.prose.find(date.text))]
        if re.search(r"(?:^|[^,]\s)(?:in|during|since|until|as of|by)\s+$", before, re.IGNORECASE) and not re.search(
            r",\s+\w+(?:ed|lt|st|wn)?\s+in\s+$", before
        ):
            found.append(date)
    return tuple(found)


# --- Ranks of one assertion
# -------------------------------------------------------------------------------------------------------


def ranks(assertion: Assertion) -> list[Rank]:
    """The ranks that an assertion gives to somebody or something."""
    return [*_superlatives(assertion.reading), *_comparatives(assertion.reading)]


def _superlatives(reading: Reading) -> Iterator[Rank]:
    words = reading.words
    for number, group in enumerate(reading.groups):
        spots = [at for at in range(group.start, group.end) if words[at].lower in _DEGREES]
        if not spots:
            continue
        at = spots[0]
        definite = (
            any(
                words[index].lower in {"the", "its", "their", "his", "her"} or words[index].owner
                for index in range(group.start, at)
            )
            or group.start == at
        )
        if not definite:
            continue
        scope, head = _scope(reading, number, at)
        last = scope[-1] if scope else None
        end = max(
            [
                group.end,
                *(index + 1 for index, word in enumerate(words) if last is not None and word.start == last.start),
            ]
        )
        holder, held = _holder(reading, group, end, words[at].lower)
        if holder:
            inside = [
                word
                for word in words[group.start : group.end]
                if word.tag in {"noun", "name", "adj"} and word.lower not in _DEGREES and word is not head
            ]
            if head is None and held == "is" and holder[-1].tag in {"noun", "name"}:
                head = next((word for word in holder if word.lower in _LANDMARKS), None) or (
                    holder[-1] if holder[-1].tag == "noun" else None
                )
            yield Rank(_DEGREES[words[at].lower], head, (*inside, *scope), holder, reading.text(group), held)


def _scope(reading: Reading, number: int, at: int) -> tuple[tuple[Word, ...], Word | None]:
    """The words of the of- and in-phrases after the superlative, and what it ranks."""
    words, group = reading.words, reading.groups[number]
    head: Word | None = words[group.head] if group.head > at else None
    scope: list[Word] = []
    end = group.end
    for following in reading.groups[number + 1 :]:
        if following.start != end + 1 or following.prep not in {"of", "in", "on", "for", "among", "at"}:
            break
        inside = [word for word in words[following.start : following.end] if word.tag in {"noun", "name", "adj"}]
        if head is None and following.prep == "of":  # "the largest of Thessa's craters"
            head = words[following.head]
            inside = [word for word in inside if word is not head]
        scope.extend(inside)
        end = following.end
    while end < len(words) and words[end].tag == "adv":
        end += 1
    if end + 1 < len(words) and words[end].tag == "to":  # "the first woman to climb Mount Orran"
        verb = next((at for at in range(end + 1, min(end + 4, len(words))) if words[at].tag == "verb"), end + 1)
        scope.append(words[verb])
        climbed = next((other for other in reading.groups if other.start in {verb + 1, verb + 2}), None)
        if climbed is not None:
            scope.extend(word for word in words[climbed.start : climbed.end] if word.tag in {"noun", "name", "adj"})
    return tuple(scope), head


_LANDMARKS = wordlist("lake mount river cape island castle bridge church school hill port fort mill")
_HAVING = wordlist("has have had boasts boasted holds owns owned")


def _holder(reading: Reading, group: Group, end: int, degree: str) -> tuple[tuple[Word, ...], str]:
    """The other side of the copula, or where and by whom it was done."""
    words = reading.words
    if group.prep == "as":  # "had Bell & Sons as its first listed company"
        objects = [candidate for candidate in reading.groups if candidate.end < group.start and candidate.prep is None]
        return (_names(reading, objects[-1]) if objects else ()), "is"
    after = next((action for action in reading.actions if action.at >= end and action.finite), None)
    before = [action for action in reading.actions if action.at < group.start and action.finite]
    if before and any(words[at].tag == "pron" for at in range(max(0, before[-1].at - 2), before[-1].at)):
        return (), "is"  # "it holds the largest colony": what "it" is stands elsewhere
    if before and words[before[-1].at].lower in {"is", "was", "are", "were", "remains", "remained", "became"}:
        subject = [
            candidate for candidate in reading.groups if candidate.end <= before[-1].at and candidate.prep is None
        ]
        return (_names(reading, subject[-1]) if subject else ()), "is"
    if before and words[before[-1].at].lower in _HAVING and group.prep is None:
        subject = [
            candidate for candidate in reading.groups if candidate.end <= before[-1].at and candidate.prep is None
        ]
        return (_names(reading, subject[-1]) if subject else ()), "has"
    if after is None:
        return (), "is"
    following = [candidate for candidate in reading.groups if candidate.start > after.at]
    if words[after.at].lower in {"is", "was", "are", "were"} and following and following[0].prep in {None, "at", "in"}:
        return _names(reading, following[0]), "is" if following[0].prep is None else "has"
    place = next(
        (
            candidate
            for candidate in following
            if candidate.prep in {"at", "by", "in"} and words[candidate.head].tag == "name"
        ),
        None,
    )
    if place is None or degree not in {"first", "earliest", "last", "only"}:
        return (), "is"
    return _names(reading, place), "by" if place.prep == "by" else "has"


def _scale(word: str) -> str:
    """The scale of a comparative; "more" fits any: "more deaths" are the deadliest, "more jobs" the largest employer."""
    return "any" if word == "more" else _SCALES.get(word, word.removesuffix("er"))


def _comparatives(reading: Reading) -> Iterator[Rank]:
    """ "no bank lent more than X", "X overtops every other building", "more died of X than of any other cause"."""
    prose, words = reading.prose, reading.words
    if match := _NO_OTHER.search(prose) or _NEVER.search(prose):
        following = [group for group in reading.groups if words[group.end - 1].end > match.end()]
        of_whom = bool(following) and words[following[0].start].lower in {"that", "those"} and len(following) > 1
        holder = following[1] if of_whom else following[0] if following else None
        if holder is not None:
            never = match.group().lower().startswith("never")
            start = 0 if never else match.start()
            inside = [
                word
                for word in words
                if start < word.start + never < match.end() and word.tag in {"noun", "name", "verb"}
            ]
            # "No company employs more people": what kind of thing the holder is, and whom it is measured
            # in, is left aside.
            scope = tuple(
                word for word in inside[0 if never else 1 :] if word.lower not in {"people", "persons", "others"}
            )
            yield Rank(
                _scale(match[1].lower()),
                None,
                scope,
                _names(reading, holder),
                prose[match.start() : match.end()].strip(),
                "has" if of_whom else "is",
            )
        return
    match = _ANY_OTHER.search(prose)
    if match is None:
        return
    scale = next(
        (_scale(key) for word in words if (key := word.lower) in _SCALES or (key := word.stem) in _SCALES), None
    )
    if scale is None and any(_OUTDOING.match(word.lower) and word.tag == "verb" for word in words):
        scale = "any"  # "outshines every other star"
    verb = next((action for action in reading.actions if action.finite), None)
    if scale is None or verb is None:
        return
    rest = tuple(word for word in words if word.start >= match.end() and word.tag in {"noun", "name"})
    if words[verb.at].start < match.start() and any(word.lower == "more" for word in words[: verb.at]):
        # "More patients died of X than of any other cause": X is the holder, the rest is the scope.
        held = [
            group
            for group in reading.groups
            if group.start > verb.at
            and words[group.end - 1].end <= match.start()
            and group.prep in {"of", "from", "in", "by"}
        ]
        if held:
            scope = (*(word for word in words[: verb.at + 1] if word.tag in {"noun", "name", "verb"}), *rest)
            yield Rank(scale, None, scope, _names(reading, held[0]), prose)
        return
    subject = [group for group in reading.groups if group.end <= verb.at and group.prep is None]
    if subject:
        yield Rank(scale, rest[0] if rest else None, rest[1:], _names(reading, subject[-1]), prose)


def _names(reading: Reading, group: Group | None) -> tuple[Word, ...]:
    if group is None:
        return ()
    inside = reading.words[group.start : group.end]
    if any(word.tag == "num" and not (len(word.lower) == 4 and word.lower.isdigit()) for word in inside):
        return ()  # "the nearest school is 11 miles away"
    return tuple(
        word for word in inside if word.tag in {"name", "noun"} or (word.tag == "num" and len(word.lower) == 4)
    )


# --- One rank?
# -----------------------------------------------------------------------------------------------------------------------


def _one_rank(topic: Topic, a: Rank, b: Rank) -> bool:
    if (a.scale != b.scale and "any" not in {a.scale, b.scale}) or a.held != b.held or topic.coverage < _COVERED - 0.1:
        return False
    if (
        a.head is not None
        and b.head is not None
        and not akin(a.head, b.head)
        and not {a.head.lower, b.head.lower} & _ANYONE
    ):
        return False
    ours, theirs = _matter(a), _matter(b)
    missing_ours = [
        word for word in ours if not any(akin(word, other) for other in (*theirs, *topic.right.terms.content))
    ]
    missing_theirs = [
        word for word in theirs if not any(akin(word, other) for other in (*ours, *topic.left.terms.content))
    ]
    return (not missing_ours and not missing_theirs) or (
        not missing_theirs and a.head is not None and b.head is None and len(missing_ours) <= 0
    )


def _matter(rank: Rank) -> list[Word]:
    head = [rank.head] if rank.head is not None else []
    named = {word.start for word in rank.scope if word.tag == "name"}
    # Of "the moon Thessa" the name is enough.
    carrying = {"noun", "name", "adj", "verb"}
    return [
        word
        for word in (*head, *rank.scope)
        if word.tag in carrying and word.end + 1 not in named and word.lower not in _VERBS | _ANYONE
    ]


_ANYONE = wordlist("person people one")
_VERBS = AUXILIARIES | BE


def _other_holder(topic: Topic, a: Rank, b: Rank) -> bool:
    years = [{word.lower for word in rank.holder if word.tag == "num"} for rank in (a, b)]
    if years[0] and years[1]:
        return not years[0] & years[1]
    ours = [word for word in a.holder if word.tag == "name"] or list(a.holder)
    theirs = [word for word in b.holder if word.tag == "name"] or list(b.holder)
    if any(akin(x, y) for x in ours for y in theirs):
        return False
    # "X, also called Y": the other holder stands in the same place as an alias.
    return not any(
        word.stem == other.stem
        for word in ours
        for other in topic.right.reading.words
        if "known as" in topic.right.prose
    )


def _text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)
