"""Opposite statements of one subject: "won every match of the season" against "lost the last match of the season"."""

from __future__ import annotations

import re

from claimcheck.conflicts import _lexicon
from claimcheck.conflicts._apart import Sort, apart
from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._reading import Action, Reading, Word
from claimcheck.conflicts._topic import Topic, akin_words
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse import dates, thesaurus
from claimcheck.parse.words import opposite_meaning

_COVERED = 0.5
# Verbs of many meanings: that some sense of "made" excludes some sense of "paid" means nothing.
_LOOSE = wordlist(
    "make use take get give hold have go run lead keep set turn work see come do put show use find leave enter"
    " pass stand"
)


def clash(topic: Topic) -> Clash | None:
    """Two verbs or qualities that exclude each other, said of the same subject at the same time."""
    if topic.left.terms.deictic or topic.right.terms.deictic or topic.coverage < _COVERED or topic.mutual < _COVERED:
        return None
    for ours in topic.left.once(_predicates):
        for theirs in topic.right.once(_predicates):
            if not _exclude(ours, theirs) or not _same_subject(topic, ours, theirs) or _also(topic, ours, theirs):
                continue
            if _apart(topic, ours, theirs):
                return None
            left, right = topic.left.reading.words[ours.at], topic.right.reading.words[theirs.at]
            return Clash(
                kind="statement",
                label="conflict",
                left=topic.left,
                right=topic.right,
                left_value=left.text,
                right_value=right.text,
                comparable=f"both speak of {', '.join(topic.words[:4])}",
                differ=f'"{left.text}" and "{right.text}" exclude each other',
                reconcile="a different time, said in the text",
                topic=min(left.stem, right.stem),
            )
    return None


def _predicates(assertion: Assertion) -> tuple[Action, ...]:
    """Verbs that are asserted, and qualities after a form of "be"."""
    reading = assertion.reading
    found = [
        action
        for action in reading.actions
        if not action.modal
        and not action.negated
        and not (reading.words[action.at].lower.endswith("er") and _compares(reading, action.at))
    ]
    complements = _lexicon.opposed_words()
    for at, word in enumerate(reading.words):
        if reading.words[at + 1 : at + 2] and reading.words[at + 1].lower == "than":
            continue
        if word.lower.endswith(("est", "er")) and thesaurus.parts_of_speech(word.lower).get("a"):
            continue  # "the shortest man" may stand six feet tall
        if (
            (
                word.tag in {"adj", "noun"}
                and at
                and any(
                    before.tag == "aux" or before.lower in {"be", "still"}
                    for before in reading.words[max(0, at - 2) : at]
                )
            )
            or word.lower in {"unbeaten", "alive", "intact"}
            or (word.stem in complements and _after_linking(reading, at))
        ):
            found.append(Action(at, word.stem, word.lower, negated=False, passive=False, finite=True, modal=False))
    return tuple(found)


def _compares(reading: Reading, at: int) -> bool:
    return at + 1 < len(reading.words) and reading.words[at + 1].lower == "than"


_WHOLLY = wordlist("unbeaten intact unharmed undamaged unhurt untouched")
_LINKING = wordlist("""stay remain keep leave find declare hold deem pronounce rule prove become stand judge""")


def _after_linking(reading: Reading, at: int) -> bool:
    """True for "stayed open", "found him guilty": the word qualifies what the verb is about."""
    return any(
        action.lemma in _LINKING and 0 < at - action.at <= 6 and not action.negated for action in reading.actions
    )


def _also(topic: Topic, a: Action, b: Action) -> bool:
    """True when a side says both: "opened in 1950 and closed in 1983"."""
    return _says_too(topic.left, a, b) or _says_too(topic.right, b, a)


_AFTERWARDS = re.compile(r"\b(?:later|afterwards|subsequently|then|eventually)\b")


def _says_too(side: Assertion, own: Action, other: Action) -> bool:
    """True when ``side`` has a deed like ``other`` besides its own; "and died nine years later" is another time."""
    return any(
        akin_words(other.lemma, other.stem, action.lemma, action.stem)
        for action in side.reading.actions
        if action.at != own.at
        and not (action.at > own.at and _AFTERWARDS.search(side.prose[side.reading.words[action.at].end :]))
    )


def _exclude(a: Action, b: Action) -> bool:
    if a.stem == b.stem:
        return False
    if (a.stem, b.stem) in _lexicon.opposed_pairs():
        return True
    if _prefixed(a.lemma, b.lemma) or _prefixed(b.lemma, a.lemma):
        return True
    if thesaurus.opposed(a.lemma, b.lemma) and not {a.lemma, b.lemma} & _LOOSE:
        return True
    loose = a.lemma in _LOOSE or b.lemma in _LOOSE
    return a.finite and b.finite and not loose and opposite_meaning(a.lemma, b.lemma)


_PREFIX = re.compile(r"(?:un|in|im|il|ir|non|dis|mis)-?(?=[a-z]{4})")


def _prefixed(word: str, other: str) -> bool:
    """True for "unharmed" and "harmed", "illegal" and "legal"."""
    match = _PREFIX.match(word)
    return match is not None and word[match.end() :].strip("-") == other and bool(thesaurus.lemmas(other))


def _same_subject(topic: Topic, a: Action, b: Action) -> bool:
    """True when both predicates have the same subject, and their objects, where both have one, are not different
    things.
    """
    ours, theirs = _subject(topic.left.reading, a), _subject(topic.right.reading, b)
    pairs = {(left.start, right.start) for left, right in topic.shared}
    if not any((left.start, right.start) in pairs for left in ours for right in theirs):
        return False
    if _counted_apart(topic, a, b):
        return False
    left_objects, right_objects = _objects(topic.left.reading, a), _objects(topic.right.reading, b)
    aligned_left, aligned_right = {left.start for left, _ in topic.shared}, {right.start for _, right in topic.shared}
    if not left_objects or not right_objects:
        return True
    return any(word.start in aligned_left for word in left_objects) and any(
        word.start in aligned_right for word in right_objects
    )


def _counted_apart(topic: Topic, a: Action, b: Action) -> bool:
    """True for "owns 40 ships" and "sold nine ships"; "lost a third of its value" counts nothing."""
    if {a.lemma, b.lemma} & _WHOLLY:
        return False  # "unbeaten", "lost four matches"
    numbers = [_numbers(side.reading, action) for side, action in ((topic.left, a), (topic.right, b))]
    if numbers[0] == numbers[1]:
        numbers = [_counts_subject(side.reading, action) for side, action in ((topic.left, a), (topic.right, b))]
    return bool(numbers[0] or numbers[1]) and numbers[0] != numbers[1]


def _counts_subject(reading: Reading, action: Action) -> set[str]:
    """Numbers in its subject: three councillors voted against, six for."""
    groups = [group for group in reading.groups if group.prep is None and group.end <= action.at]
    inside = reading.words[groups[-1].start : groups[-1].end] if groups else ()
    return {word.lower for word in inside if word.tag == "num" and not re.fullmatch(r"1\d\d\d|20\d\d", word.text)}


def _numbers(reading: Reading, action: Action) -> set[str]:
    words = reading.words
    return {
        words[at].lower
        for at in range(action.at + 1, min(action.at + 4, len(words) - 1))
        if words[at].tag == "num"
        and not re.fullmatch(r"1\d\d\d|20\d\d", words[at].text)
        and not words[at].text[0].isupper()
        and words[at + 1].tag in {"noun", "adj", "name"}
    }


def _subject(reading: Reading, action: Action) -> list[Word]:
    groups = [group for group in reading.groups if group.end <= action.at and group.prep in {None, "of"}]
    if (action.passive or not groups) and reading.words[0].lower != "there":
        # "the tribunal banned Levant" and "Levant was cleared": the one it is done to is what both speak of.
        return [
            word
            for word in reading.words
            if word.tag in {"noun", "name"} and word.start < reading.words[action.at].start
        ]
    following = [group for group in reading.groups if group.start > action.at and group.prep is None][:1]
    if reading.words[0].lower == "there":  # "there was a fall in demand"
        following = [group for group in reading.groups if group.start > action.at and group.prep in {"in", "of"}][:2]
    return [
        word
        for group in (*groups[-3:], *following)
        for word in reading.words[group.start : group.end]
        if word.tag in {"noun", "name"}
    ]


def _objects(reading: Reading, action: Action) -> list[Word]:
    following = [group for group in reading.groups if group.start > action.at]
    direct = [group for group in following[:1] if group.prep is None and group.start - action.at <= 2]
    direct += [group for group in following[1:2] if direct and group.prep == "of"]
    return [reading.words[group.head] for group in direct if reading.words[group.head].tag in {"noun", "name"}]


def _apart(topic: Topic, a: Action, b: Action) -> bool:
    parts = frozenset[Sort]({"part"})
    gone, alive = (topic.left, topic.right) if a.stem in _lexicon.IRREVERSIBLE else (topic.right, topic.left)
    final = (a.stem in _lexicon.IRREVERSIBLE) != (b.stem in _lexicon.IRREVERSIBLE)
    if not final or not gone.facts.dates or not alive.facts.dates:
        return apart(topic, apart_from=parts, but=frozenset({a.stem, b.stem})) is not None
    # Who died in March cannot lead a parade in June; who led one in January can have died in March.
    ended, seen = gone.facts.dates[0].edtf, alive.facts.dates[0].edtf
    spans = dates.bounds(ended), dates.bounds(seen)
    if spans[0] is not None and spans[1] is not None:
        return not spans[0][1] < spans[1][0]
    months = _month(ended), _month(seen)
    if months[0] is None or months[1] is None or months[0] >= months[1]:
        return True
    return apart(topic, apart_from=parts | {"time"}) is not None


def _month(edtf: str) -> int | None:
    """The month of "XXXX-03" or "2021-03-05"."""
    parts = edtf.split("-")
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None
