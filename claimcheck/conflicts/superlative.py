"""One rank, two holders: "Pelham is the largest crater of the moon" against "the largest crater of the moon is Odo".

Every telling of a rank is cut in three: the scale ("largest", "no crater is larger than"), the matter that is ranked
(all other words of its clause) and the holder. Two ranks are one where neither matter says anything that the other
lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.conflicts import _moments
from claimcheck.conflicts._apart import apart
from claimcheck.conflicts._assertion import Assertion, is_person, terms
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._deeds import says_little
from claimcheck.conflicts._reading import Action, Group, Reading, Word, read
from claimcheck.conflicts._topic import Topic, akin, same_name
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Date
from claimcheck.parse import thesaurus

_FIRST, _LARGE, _ANY = "first", "large", "any"
_SCALES = {  # degrees that are no plain comparison of an adjective, and adjectives that rank alike -> scale
    **dict.fromkeys(("first", "earliest", "early"), _FIRST),
    **dict.fromkeys(("large", "big", "great", "main", "leading", "chief", "principal", "top", "much", "most", "commonest", "many", "bestselling", "best-selling"), _LARGE),
    **dict.fromkeys(("last", "latest", "late"), "last"), **dict.fromkeys(("only", "sole"), "only"),
    **dict.fromkeys(("tall", "high"), "high"), **dict.fromkeys(("small", "few", "little", "least"), "small"),
    "northernmost": "north", "southernmost": "south", "easternmost": "east", "westernmost": "west", "more": _ANY,
}  # fmt: skip
_DEGREES = wordlist("first last only sole main leading chief principal top most least bestselling best-selling best worst northernmost southernmost easternmost westernmost")  # fmt: skip
_LINKS = wordlist("be remain become stay rank")
_SEXES = wordlist(
    "woman women man men girl girls boy boys child children adult adults teenager teenagers pensioner pensioners civilian civilians"
)
_HAVING = wordlist("have boast hold own keep")
_PERFORMING = wordlist("perform carry_out do make conduct undertake lead build hold win publish")
_PLACING = frozenset({"at", "in", "by", "with"})
_TIMES = wordlist("second minute hour day night week weekend month year decade century season time quarter half round leg stage")  # fmt: skip
# "One of the largest" ranks nobody; "the largest so far" may be outdone.
_QUALIFIED = re.compile(
    r"\b(?:one of|among|second|third|fourth|fifth|joint|jointly|equal|so far|until|yet|then|at the time|outside|apart"
    r" from|except|after)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:before|than|as|not|ahead of|unlike|over|beat(?:ing)?|rather than|instead of)\W+(?:[\w.'’-]+\W+){0,2}$",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"(?: [\w.'’-]+){0,2} included\b")
_NEGATIVE = re.compile(r"\b(?:no|none|nobody|nothing|never|neither)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:(?:than|as)\b[^,;.]{0,20}?\b)?(?:any|every|all)(?: the)? other\b|\ball the others\b|\banyone else\b",
    re.IGNORECASE,
)
_COVERED = 0.3


@dataclass(frozen=True, slots=True)
class Rank:
    """Who holds a rank: the ``holder`` of ``scale`` among what the words of ``matter`` say."""

    scale: str
    matter: tuple[Word, ...]
    holder: tuple[Word, ...]
    text: str
    held: str = "is"
    """``is`` the thing itself or who did it, ``has`` whom or where it belongs to."""
    head: int = -1
    """Where the noun stands that is ranked: "the first *chemist* to isolate it"."""
    negative: bool = False
    """Told by "no company employs more": the first noun is the kind of thing that the holder is."""


def clash(topic: Topic) -> Clash | None:
    """Two holders of one rank."""
    for ours in topic.left.once(ranks):
        for theirs in topic.right.once(ranks):
            if not _one_rank(topic, ours, theirs) or not _other_holder(topic, ours, theirs):
                continue
            if _apart(topic, ours):
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
                topic=" ".join([ours.scale, *sorted(word.stem for word in ours.matter)]),
            )
    return None


def _apart(topic: Topic, rank: Rank) -> bool:
    if _QUALIFIED.search(topic.left.prose) or _QUALIFIED.search(topic.right.prose):
        return True
    dated = _scope_dates(topic.left), _scope_dates(topic.right)
    # The year of a "first" is part of the claim; the year of a "largest" says when it held.
    if rank.scale != _FIRST and (bool(dated[0]) != bool(dated[1]) or (all(dated) and not _meet(*dated))):
        return True
    return apart(topic, apart_from=frozenset({"time", "name", "part", "scope"})) is not None


def _meet(ours: Sequence[Date], theirs: Sequence[Date]) -> bool:
    return any(_moments.agree(a.edtf, b.edtf) for a in ours for b in theirs)


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


def ranks(assertion: Assertion) -> tuple[Rank, ...]:
    """The ranks that an assertion gives to somebody or something."""
    reading = read(_ASIDE.sub(" ", assertion.prose)) if _ASIDE.search(assertion.prose) else assertion.reading
    return tuple(rank for rank in _ranks(reading) if rank.holder and rank.matter)


_ASIDE = re.compile(
    r", (?:which|who|whose|founded|built|opened|established|completed|at \d|with \d)\b[^,]{1,80},(?= (?:is|was|are|were|has|had|remains)\b)"
)


def _ranks(reading: Reading) -> Iterator[Rank]:
    end = _main_end(reading)
    for at, word in enumerate(reading.words[:end]):
        scale = _superlative(reading, at)
        if scale is not None and (found := _told(reading, at, scale, end)) is not None:
            yield found
        if word.tag == "verb" and _OTHERS.match(reading.prose, word.end + 1):  # "overtops every other building"
            found = _rank(reading, _ANY, at, _first_group(reading, 0, at), end, None)
            if found is not None:
                yield found
        scale = _comparative(word)
        if scale is not None and (found := _outranked(reading, at, scale, end)) is not None:
            yield found


def _told_actions(reading: Reading) -> list[Action]:
    """Its finite verbs, that of "geologists say" left out."""
    framed = terms(reading.prose).attribution
    skip = framed.words if framed is not None else frozenset()
    return [action for action in reading.actions if action.finite and action.at not in skip]


def _main_end(reading: Reading) -> int:
    """Where the main clause ends: at a comma with no verb or rank ahead of it the opening adverbial ends instead."""
    for at, word in enumerate(reading.words):
        bounds = word.text in {",", ";", ":", "—", "–"} or word.lower in {"when", "after", "because", "while"}
        if bounds and any(action.at < at for action in _told_actions(reading)):
            return at
    return len(reading.words)


@lru_cache(maxsize=1 << 14)
def _degree(lower: str, ending: str) -> str | None:
    """The adjective of "largest" (or of "larger", by ``ending``), as the dictionary knows it."""
    if not lower.endswith(ending) or len(lower) < len(ending) + 3:
        return None
    found = {part: base for part, base in thesaurus.lemmas(lower) if part in "ar" and base != lower}
    return found.get("a") or found.get("r")


def _superlative(reading: Reading, at: int) -> str | None:
    words = reading.words
    lower = words[at].lower
    base = lower if lower in _DEGREES else _degree(lower, "est")
    if base is None or words[at].tag == "name" or not _definite(reading, at):
        return None
    if base in {"most", "least"} and at + 1 < len(words) and words[at + 1].tag in {"adj", "part"}:
        return f"{base} {words[at + 1].lower}"
    return _SCALES.get(base, base)


def _definite(reading: Reading, at: int) -> bool:
    """True for "the largest", "its largest", "Marr's largest" and "was first isolated"."""
    words = reading.words
    head = next((group for group in reading.groups if group.start <= at < group.end), None)
    if head is not None and (words[head.head].lower in _TIMES or words[head.head].lower.rstrip("s") in _TIMES):
        return False  # "the first week"
    before = words[at - 1] if at else None
    if before is None:
        return True
    if words[at].lower == "first" and (before.tag in {"aux", "verb", "name", "noun"}):
        return True
    start = head.start if head is not None else at - 1
    return any(
        word.lower in {"the", "its", "their", "his", "her"} or word.owner for word in words[min(start, at - 1) : at]
    )


def _comparative(word: Word) -> str | None:
    if word.lower in {"more", "fewer"}:
        return _ANY if word.lower == "more" else "small"
    base = _degree(word.lower, "er") if word.tag != "name" else None
    return _SCALES.get(base, base) if base is not None else None


def _told(reading: Reading, at: int, scale: str, end: int) -> Rank | None:
    """The rank told by a superlative: the other side of the copula holds it, or who did it first."""
    words = reading.words
    group = next((group for group in reading.groups if group.start <= at < group.end), None)
    if group is not None and group.prep not in {None, "as"}:
        return None
    before = next((action for action in reversed(_told_actions(reading)) if action.at < at), None)
    named = next((other for other in reading.groups if group is not None and other.start == group.end + 1), None)
    apposed = named is not None and group is not None and before is None and words[group.end].text == ","
    calls = apposed and named is not None and named.prep is None
    if calls and named is not None and group is not None and _holder_named(words, named):
        return _rank(reading, scale, at, named, group.end, None)  # "the region's biggest bank, Tamar Savings, has"
    after = next(
        (action for action in reading.actions if at < action.at < end and action.finite and action.lemma in _LINKS),
        None,
    )
    if (
        scale == _FIRST
        and words[at].tag == "adv"
        and at
        and words[at - 1].tag != "det"
        and (group is None or words[group.head].start < words[at].start)
    ):
        return _done_first(reading, at, end)
    if before is not None and before.lemma in _LINKS:
        return _rank(reading, scale, at, _first_group(reading, 0, before.at), end, before)
    if before is not None and before.lemma in _HAVING and group is not None and group.prep is None:
        return _rank(reading, scale, at, _first_group(reading, 0, before.at), end, before, "has")
    if before is None and after is not None:
        following = next((other for other in reading.groups if other.start > after.at), None)
        held = "has" if following is not None and following.prep in _PLACING else "is"
        return _rank(reading, scale, at, following, end, after, held)
    if before is not None and before.lemma in _PERFORMING and scale in {_FIRST, "last", "only"} and not before.passive:
        return _rank(reading, scale, at, _first_group(reading, 0, before.at), end, before, "by")
    after_verb = next((action for action in reading.actions if at < action.at < end and action.finite), None)
    if before is None and scale in {_FIRST, "last", "only"}:  # "the first operation was performed at St Blaise's"
        place = next(
            (other for other in reading.groups if other.start > at and other.end <= end and other.prep in {"at", "by"}),
            None,
        )
        # That it "was performed" or "took place" says no more than that there was one.
        return _rank(
            reading, scale, at, place, end, after_verb, "by" if place is not None and place.prep == "by" else "has"
        )
    return None


def _holder_named(words: Sequence[Word], group: Group) -> bool:
    return any(word.tag == "name" for word in words[group.start : group.end])


def _done_first(reading: Reading, at: int, end: int) -> Rank | None:
    """ "Ferrane was first isolated by Rousse", "Egede first isolated ferrane"."""
    action = next((action for action in reading.actions if abs(action.at - at) <= 2), None)
    if action is None or action.negated:
        return None
    if not action.passive:
        return _rank(reading, _FIRST, at, _first_group(reading, 0, at), end, None)
    by = next(
        (group for group in reading.groups if group.start > action.at and group.prep == "by" and group.end <= end), None
    )
    return _rank(reading, _FIRST, at, by, end, None) if by is not None else None


def _outranked(reading: Reading, at: int, scale: str, end: int) -> Rank | None:
    """ "No bank is larger than X", "X is larger than any other bank", "more died of X than of any other cause"."""
    words, prose = reading.words, reading.prose
    than = next((index for index in range(at + 1, min(end, at + 12)) if words[index].lower == "than"), None)
    if than is None:
        return None
    ahead = prose[: words[at].start]
    if _NEGATIVE.search(ahead):
        holder = next((group for group in reading.groups if group.start > than), None)
        if than + 1 < len(words) and words[than + 1].lower in {"that", "those"}:  # "bloodier than that of Kray"
            holder = next((group for group in reading.groups if group.start > than + 2), None)
        found = _rank(reading, scale, at, holder, than, None)
        return replace(found, negative=True) if found is not None else None
    if not _OTHERS.match(prose, words[than].start):
        return None
    if words[at].lower == "more" and at <= 1:  # "More patients died of X than of any other cause"
        holder = next(
            (group for group in reversed(reading.groups) if group.end <= than and group.prep is not None), None
        )
    else:
        verb = next((action.at for action in reading.actions if action.finite), at)
        holder = _first_group(reading, 0, verb)
    return _rank(reading, scale, at, holder, end, None)


def _first_group(reading: Reading, start: int, end: int) -> Group | None:
    """The last noun group without a preposition between the two words: the subject."""
    found = [group for group in reading.groups if start <= group.start and group.end <= end and group.prep is None]
    return found[-1] if found else None


_EMPTY = wordlist("other others any every else ever same number such people person one age size included take place")


def _rank(
    reading: Reading, scale: str, at: int, holder: Group | None, end: int, link: Action | None, held: str = "is"
) -> Rank | None:
    if holder is None:
        return None
    words = reading.words
    held_by = range(holder.start, holder.end)
    named = _holder_words(reading, holder)
    if not named or any(words[index].tag == "pron" for index in held_by):
        return None
    # "the port of Lisse": what follows with "of" belongs to the holder where the holder stands behind the copula.
    beyond = next((group for group in reading.groups if group.start == holder.end + 1 and group.prep == "of"), None)
    tail: Iterable[int] = ()
    after_link = link is not None and holder.start > link.at
    of_name = beyond is not None and words[beyond.head].tag == "name" and not any(word.tag == "name" for word in named)
    if beyond is not None and (after_link or of_name):
        tail = range(beyond.start, beyond.end)
        named = (*named, *_holder_words(reading, beyond))
    measured = {index for group in reading.groups for index in range(group.start, group.end) if any(word.tag == "num" and not word.lower[:4].isdecimal() for word in words[group.start : group.end])}  # fmt: skip
    aside = {*held_by, *tail, at, *measured, *((link.at,) if link is not None else ())}
    carrying = {word.start for word in terms(reading.prose).content}
    matter = tuple(
        word
        for index, word in enumerate(words[:end])
        if index not in aside and word.start in carrying and word.tag in {"noun", "name", "adj", "verb", "part", "ing"}
        and word.lower not in _EMPTY and thesaurus.frequency(word.lower) < 9
    )  # fmt: skip
    last = max(index for index in range(end) if index not in aside or index == at)
    head = next((word.start for word in words[at + 1 : at + 6] if word.tag == "noun"), -1)
    text = reading.prose[words[at].start : words[max(at, min(last, at + 4))].end]
    return Rank(scale, matter, named, text, held, head)


def _holder_words(reading: Reading, group: Group) -> tuple[Word, ...]:
    """The words that name the holder; "a bank" and "11 miles" name none."""
    inside = reading.words[group.start : group.end]
    if inside[0].lower in {"a", "an", "no"}:
        return ()
    names = tuple(word for word in inside if word.tag == "name" or word.tag == "num")
    if names and any(word.tag == "name" for word in names):
        return tuple(word for word in inside if word.tag in {"name", "noun", "num"})
    return tuple(word for word in inside if (word.tag in {"noun", "adj", "num"} and not word.lower.isdecimal()) or (len(word.lower) == 4 and word.lower.isdecimal()))  # fmt: skip


# --- One rank?
# -----------------------------------------------------------------------------------------------------------------------


def _one_rank(topic: Topic, a: Rank, b: Rank) -> bool:
    if a.scale != b.scale and _ANY not in {a.scale, b.scale}:
        return False
    if a.held != b.held or topic.coverage < _COVERED:
        return False
    shared = [word for word in a.matter if any(akin(word, other) for other in b.matter)]
    if not any(word.tag in {"noun", "name"} for word in shared):
        return False
    return not _beyond(a, b, topic.right) and not _beyond(b, a, topic.left)


def _beyond(rank: Rank, other: Rank, side: Assertion) -> list[Word]:
    """What the matter of ``rank`` says that the other one does not: another kind of thing, a narrower scope."""
    known = (*other.matter, *other.holder)
    missing = [word for word in rank.matter if not any(akin(word, mate) for mate in known)]
    missing = [word for word in missing if not any(word.stem == mate.stem for mate in side.reading.words)]
    # "More died of it than of any other cause": the verb tells the scale.
    missing = [word for word in missing if not (word.tag == "verb" and (says_little(word.lower) or rank.scale == _ANY))]
    if rank.negative and missing and missing[0] is rank.matter[0] and _named_by_deed(rank, other):
        del missing[0]
    # "The first chemist to isolate it" is the first to isolate it; "the first woman" need not be. "The moon Thessa" is Thessa.
    named = {word.start for word in rank.matter if word.tag == "name"}
    return [
        word
        for word in missing
        if not (word.start == rank.head and is_person(word.lower) and (word.lower not in _SEXES or other.negative))
        and word.end + 1 not in named
    ]


def _named_by_deed(rank: Rank, other: Rank) -> bool:
    """True for "employs more people" beside "the biggest employer"."""
    verbs = [word for word in rank.matter if word.tag == "verb"]
    return any(akin(verb, mate) and mate.tag == "noun" for verb in verbs for mate in other.matter)


def _other_holder(topic: Topic, a: Rank, b: Rank) -> bool:
    ours, theirs = _own(a.holder, b.holder), _own(b.holder, a.holder)
    # Where one place has both, as in "X, also called Y", it must set them apart: "well before Lisse".
    return bool(ours and theirs) and not _has_both(topic.right, ours) and not _has_both(topic.left, theirs)


def _own(holder: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    """What names the holder and not the other one: of "Lake Oum" beside "Lake Tarsis" the second word."""
    naming = tuple(word for word in holder if word.tag in {"name", "num"} or len(word.text) == 1) or holder
    return tuple(word for word in naming if not any(akin(word, mate) or word.stem == mate.stem for mate in other))


def _has_both(side: Assertion, holder: Sequence[Word]) -> bool:
    for word in holder:
        for other in side.reading.words:
            same = other.stem == word.stem or (word.tag == other.tag == "name" and same_name(word.lower, other.lower))
            if same and not _BESIDE.search(side.prose[: other.start]) and not _INCLUDED.match(side.prose[other.end :]):
                return True
    return False


def _text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)
