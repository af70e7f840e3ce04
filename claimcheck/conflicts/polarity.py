"""One place affirms what the other denies: "has ratified the pact" against "has not ratified the pact".

The denial must be covered: every word that the "not" governs, with its subject, stands in the other place too. "Has
not released the
two journalists" denies nothing of "released the soldiers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.conflicts import _lexicon
from claimcheck.conflicts._apart import Sort, apart
from claimcheck.conflicts._assertion import Assertion, is_body, is_person
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._reading import Action, Group, Reading, Word
from claimcheck.conflicts._topic import Topic, akin
from claimcheck.extract.verbs import BE, base_of
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse import thesaurus
from claimcheck.parse.words import stem

_COVERED = 0.45
# What follows one of these says why, not what.
_CAUSES = wordlist("because despite owing due citing blaming thanks given")
# "No mammal has been found at Ulm": that it was looked for changes nothing.
_FOUND = wordlist("find see record observe exist know report detect meet occur be")
_EMPTY_VERBS = wordlist(
    """be have do make get receive give take find show come go see hold pay set issue contain own"""
)
_VOID = re.compile(
    r"\b(?:not|un)true\b|\bnot true\b|\bfalse\b|\bmyths?\b|\bden(?:y|ies|ied)\b|\brefut\w+|\bdistort\w*|\bbut rather\b|\bonly (?:certain|some)\b"
    r"|\bnot [^,.;]{1,40}\ball\b",
    re.IGNORECASE,
)
_PROVING = re.compile(
    r"\bno (?:doubt|fewer|less|more|later|longer|sooner|such)\b|\bnot (?:only|just|merely|simply|least"
    r"|surprisingly|all|every|until|yet|always|necessarily)\b"
    # "have never been this quiet" says that they are very quiet.
    r"|\bnever (?:\w{1,12} ){0,2}(?:this|that|so|as|more|less|such|better|worse)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """What an assertion denies: the ``core`` word with the words of its clause that it governs."""

    core: Word
    scope: tuple[Word, ...]
    subject: tuple[Word, ...]
    effect: bool
    """True for "made no difference to": it denies every change of what it governs."""


def clash(topic: Topic) -> Clash | None:
    """The denial of one side that the other affirms."""
    if topic.coverage < _COVERED or topic.mutual < _COVERED:
        return None
    if _VOID.search(topic.left.prose) or _VOID.search(topic.right.prose):
        return None  # "it is not true that he praised it" denies as well
    for side in (topic, topic.swapped()):
        ended = side.right.once(_ended) if _GOING_ON.search(side.left.prose) else ()
        for denial in (*side.right.once(_denied), *ended):
            affirmed = _affirmation(side, denial)
            if affirmed is None or not _same_matter(side, denial):
                continue
            excused: frozenset[Sort] = frozenset({"name", "time"} if _never(side.right, denial) else {"name"})
            if apart(topic, apart_from=excused) is not None:
                return None
            left, right = affirmed.text, _denied_words(side.right.reading, denial)
            swapped = side.left is not topic.left
            return Clash(
                kind="polarity",
                label="tension" if _disputed(topic) else "conflict",
                left=topic.left,
                right=topic.right,
                left_value=right if swapped else left,
                right_value=left if swapped else right,
                comparable=f"both speak of {', '.join(topic.words[:4])}",
                differ=f'"{left}" is affirmed and denied',
                reconcile="a different time or object, said in the text",
                topic=denial.core.stem,
            )
    return None


def _disputed(topic: Topic) -> bool:
    """True where one side claims what the other denies, or each has its own speaker: both may be meant in good faith."""
    ours, theirs = topic.left.terms.attribution, topic.right.terms.attribution
    if ours is None and theirs is None:
        return False
    if ours is not None and theirs is not None:
        return not (ours.speaker and theirs.speaker and ours.speaker & theirs.speaker)
    one = ours or theirs
    return one is not None and one.estimate


def _never(assertion: Assertion, denial: Denial) -> bool:
    """True for a denial of all times: "never went bankrupt", without a date in its clause."""
    words = assertion.reading.words
    at = next((index for index, word in enumerate(words) if word.start == denial.core.start), 0)
    if not any(word.lower == "never" for word in words[max(0, at - 4) : at]):
        return False
    end = next(
        (word.start for word in words[at:] if word.tag == "conj" or word.text in {",", ";"}), len(assertion.prose)
    )
    return not any(0 <= assertion.prose.find(date.text) < end for date in assertion.facts.dates)


# --- What is denied
# ----------------------------------------------------------------------------------------------------------


def _denied(assertion: Assertion) -> tuple[Denial, ...]:
    return (*_denials(assertion), *_declined(assertion.reading))


def _denials(assertion: Assertion) -> Iterator[Denial]:
    reading = assertion.reading
    if _PROVING.search(assertion.prose):
        return
    for action in reading.actions:
        denied = (action.negated or _nobody(reading, action)) and not _reported(assertion, action)
        forbidden = _nobody(reading, action) and reading.words[action.at - 1].lower == "may"
        if denied and (not action.modal or forbidden or _cannot(reading, action)) and not _relative(reading, action):
            yield from _denied_action(reading, action)
    for group in reading.groups:
        if group.negative and reading.words[group.head].tag in {"noun", "name"}:
            subject = _subject_before(reading, group.start)
            core = reading.words[group.head]
            if core.lower in _TRACES and (of := _next_group(reading, group)) is not None:
                core = reading.words[of.head]  # "no trace of mercury"
            inside = [word for word in reading.words[group.start : group.end] if _content(word) and word is not core]
            scope = (*inside, *_clause_after(reading, group.end))
            scope = tuple(word for word in scope if word is not core and word.lower not in _TRACES)
            yield Denial(core, scope, subject, core.lower in _lexicon.NO_EFFECT)
            yield from _by_nobody(reading, group, scope)


_TRACES = wordlist("trace sign evidence hint kind sort type form")


def _next_group(reading: Reading, group: Group) -> Group | None:
    return next(
        (other for other in reading.groups if other.prep == "of" and group.end <= other.start <= group.end + 2), None
    )


def _by_nobody(reading: Reading, group: Group, scope: tuple[Word, ...]) -> Iterator[Denial]:
    """ "No laboratory has replicated the experiment": nobody did it, where a laboratory or a team would have."""
    head = reading.words[group.head]
    action = next((action for action in reading.actions if action.at >= group.end), None)
    if any(other.finite and other.at < group.start for other in reading.actions):
        return  # "claims no authority over those that hold it"
    if action is None or group.prep is not None or not (is_person(head.lower) or is_body(head.lower)):
        return
    following = reading.words[action.at + 1] if action.at + 1 < len(reading.words) else None
    if action.lemma in {"succeed", "manage"} and following is not None:
        action = next((other for other in reading.actions if other.at > action.at), action)
    done = reading.words[action.at]
    yield Denial(done, tuple(word for word in scope if word.start > done.start), (), effect=False)


def _reported(assertion: Assertion, action: Action) -> bool:
    """True behind "those who argue that": somebody else's view, where it is not the frame of the whole sentence."""
    words, framed = assertion.reading.words, assertion.terms.attribution
    return framed is None and any(
        word.lower == "that" and at > 0 and base_of(words[at - 1].lower) in _VIEWS
        for at, word in enumerate(words[: action.at])
    )


_VIEWS = wordlist("argue claim say believe think insist assert maintain suggest allege contend assume fear hope deny")


def _cannot(reading: Reading, action: Action) -> bool:
    """ "Cannot" denies what is; "may not" and "would not" deny what may be."""
    group = {word.lower for word in reading.words[max(0, action.at - 4) : action.at]}
    return bool(group & {"cannot", "can't", "can", "couldn't"}) and not group & {
        "may",
        "might",
        "would",
        "should",
        "must",
        "will",
    }


def _relative(reading: Reading, action: Action) -> bool:
    """True for "those who had not reported any": it says of whom, it denies nothing."""
    start = action.at
    while start and reading.words[start - 1].tag in {"aux", "adv", "neg"}:
        start -= 1
    opening = {word.lower for word in reading.words[:start]}
    if opening & BE and opening & {"among", "one", "only"}:
        return False  # "is among the states that have never ratified it": of the subject it is denied
    return (
        start > 1
        and reading.words[start - 1].lower in {"who", "that", "which"}
        and reading.words[start - 2].text != ","
    )


def _nobody(reading: Reading, action: Action) -> bool:
    """True for "nobody had trained her", "neither of them came"."""
    start = action.at
    while start and reading.words[start - 1].tag in {"aux", "adv"}:
        start -= 1
    before = reading.words[start - 1] if start else None
    if before is None or not action.finite:
        return False
    if any(
        word.lower in {"none", "neither"} and word.tag in {"pron", "neg"} for word in reading.words[: min(start, 2)]
    ):
        return True  # "none of the directors knew"
    no_one = start > 1 and before.lower == "one" and reading.words[start - 2].lower == "no"
    return no_one or before.lower in {"nobody", "none", "neither", "nothing"}


def _denied_action(reading: Reading, action: Action) -> Iterator[Denial]:
    words = reading.words
    following = words[action.at + 1].lower if action.at + 1 < len(words) else ""
    if following == "no":
        return  # read as a negative noun group
    if following == "nothing":  # "were told nothing"
        yield Denial(words[action.at], _clause_after(reading, action.at + 2), _subject_before(reading, action.at), effect=False)  # fmt: skip
        return
    if following in {"that", "whether", "if", "how", "why"}:
        return  # "it has not been established that": what follows is not denied
    scope = _clause_after(reading, action.at + 1)
    subject = _subject_before(reading, action.at)
    if action.lemma in _EMPTY_VERBS:
        nouns = [word for word in scope if word.tag in {"noun", "name", "adj", "part"}]
        group = next((group for group in reading.groups if group.start > action.at), None)
        head = words[group.head] if group is not None and words[group.head] in nouns else (nouns[0] if nouns else None)
        if head is not None:
            yield Denial(head, tuple(word for word in scope if word is not head), subject, effect=False)
        return
    yield Denial(words[action.at], scope, subject, effect=False)


_DECLINING = wordlist("refuse decline fail neglect omit forget")
_UNABLE = wordlist("unable unwilling reluctant powerless")


def _declined(reading: Reading) -> Iterator[Denial]:
    """ "refused to pardon him", "does nothing to protect them", "left without a fine", "went unseen"."""
    words = reading.words
    for at, word in enumerate(words):
        seen = (
            word.lower.removeprefix("un") if word.lower.startswith("un") and word.tag in {"adj", "part", "verb"} else ""
        )
        linked = at > 0 and (words[at - 1].tag in {"aux", "adv"} or base_of(words[at - 1].lower) in _LINKING)
        if linked and seen.endswith(_PARTICIPLE) and any(part == "v" for part, _ in thesaurus.lemmas(seen)):
            core = replace(word, lower=seen, stem=stem(seen), tag="part")
            yield Denial(core, _clause_after(reading, at + 1), _subject_before(reading, at), effect=False)
    for at, word in enumerate(words[:-2]):
        opens = (
            (base_of(word.lower) in _DECLINING and word.tag in {"verb", "part", "aux"})
            or word.lower == "nothing"
            or word.lower in _UNABLE
        )
        if opens and words[at + 1].lower == "to" and base_of(words[at + 2].lower.split("_")[0]):
            yield Denial(words[at + 2], _clause_after(reading, at + 3), _subject_before(reading, at), effect=False)
    for group in reading.groups:
        head = words[group.head]
        if group.prep == "without" and head.tag == "noun":
            inside = [word for word in words[group.start : group.end] if _content(word) and word is not head]
            yield Denial(head, tuple(inside), _subject_before(reading, group.start - 1), effect=False)


_LINKING = wordlist("be remain stay go become appear seem look prove stand lie leave")
_PARTICIPLE = ("ed", "en", "wn", "id", "ld", "ght", "en")
_ENDING = wordlist("quit stop cease retire abandon")
_GOING_ON = re.compile(
    r"\b(?:after|afterwards|more|still|later|until|continued|went on|again|since|never stopped|kept)\b"
)


def _ended(assertion: Assertion) -> tuple[Denial, ...]:
    """What was done no more from then on: "gave up racing"."""
    return tuple(_given_up(assertion.reading))


def _given_up(reading: Reading) -> Iterator[Denial]:
    for action in reading.actions:
        following = reading.words[action.at + 1] if action.at + 1 < len(reading.words) else None
        if (
            action.lemma in _ENDING
            and action.finite
            and not action.negated
            and following is not None
            and following.tag == "ing"
        ):
            yield Denial(
                following, _clause_after(reading, action.at + 2), _subject_before(reading, action.at), effect=False
            )


def _clause_after(reading: Reading, start: int) -> tuple[Word, ...]:
    """The content words from ``start`` to the end of the clause."""
    found = []
    for at in range(start, len(reading.words)):
        word = reading.words[at]
        if word.text in {",", ";", ":", ".", "—", "–", "!", "?", '"', "”"} or word.tag == "rel":
            break
        if word.lower in _CAUSES:
            break
        if word.tag == "conj" and any(other.tag in {"verb", "aux"} for other in reading.words[at + 1 : at + 4]):
            break
        if _content(word):
            found.append(word)
    return tuple(found)


def _subject_before(reading: Reading, at: int) -> tuple[Word, ...]:
    groups = [group for group in reading.groups if group.end <= at and not _broken(reading, group.end, at)]
    if not groups:
        groups = [group for group in reading.groups if group.end <= at and group.prep is None][:1]
    return tuple(word for group in groups for word in reading.words[group.start : group.end] if _content(word))


def _broken(reading: Reading, start: int, end: int) -> bool:
    return any(word.text in {",", ";", ":"} for word in reading.words[start:end])


def _content(word: Word) -> bool:
    return word.tag in {"noun", "name", "verb", "part", "ing", "adj"} and len(word.lower) > 1


# --- Is it affirmed?
# ------------------------------------------------------------------------------------------------------------


def _affirmation(topic: Topic, denial: Denial) -> Word | None:
    """The word by which the left side affirms what the right side denies."""
    reading = topic.left.reading
    if denial.effect:
        return _change(topic, denial)
    negated = _under_negation(reading)
    for word in reading.words:
        known = _content(word) and word.start not in negated and _affirms(topic, word, denial.core)
        if known and _asserted(reading, word, denial):
            return word
    return None


def _asserted(reading: Reading, word: Word, denial: Denial) -> bool:
    """True for a word that its sentence states: a verb that is finite, or the object or complement of one.

    "Claims to be free" states no freedom, nor does "a solidarity corrupted by hierarchy" state that there is any.
    """
    words = reading.words
    at = next(index for index, other in enumerate(words) if other is word)
    action = next((action for action in reading.actions if action.at == at), None)
    if action is not None and word.tag != "ing":
        helped = at > 0 and words[at - 1].tag in {"aux", "adv"}
        able = any(other.lower == "can" for other in words[max(0, at - 3) : at])
        return not ((action.modal and not able) or action.negated) and (action.finite or (action.passive and helped))
    group = next((group for group in reading.groups if group.start <= at < group.end), None)
    verb = next((action for action in reversed(reading.actions) if action.at < at and action.finite), None)
    if verb is None:  # "Smoking is permitted"
        following = next((action for action in reading.actions if action.at > at and action.finite), None)
        if following is None or following.negated or following.modal:
            return False
        denied = {other.stem for other in denial.scope}  # "No journalist was admitted", "journalists were admitted"
        return following.lemma in _ALLOWING | _FOUND or following.stem in denied
    between = words[verb.at + 1 : at]
    if any(other.tag in {"ing", "verb", "part"} for other in between):
        return False  # "requested setting the bit": what the inner verb governs
    if (
        verb.negated
        or verb.modal
        or any(other.tag in {"rel", "conj", "to"} or other.text in {",", ";", ":"} for other in between)
    ):
        return False
    if group is None or verb.lemma in BE:
        return True
    direct = group.prep is None or (group.prep == "of" and words[group.start - 2].lower in _TRACES) or word.tag == "adj"
    return direct or verb.lemma in _FOUND or verb.lemma in _TESTING


_ALLOWING = wordlist("permit allow legalise legalize authorise authorize prohibit")
_TESTING = wordlist("test consist")


def _affirms(topic: Topic, word: Word, core: Word) -> bool:
    if word.stem == core.stem:
        return _of_one_kind(word, core)
    # Another word for it is enough only where the two speak of nothing else.
    return topic.alike and word.tag in {"verb", "part", "noun"} and akin(word, core)


def _of_one_kind(word: Word, core: Word) -> bool:
    """ "Relative" affirms no "relation"; "a listed building" affirms that it was listed."""
    if word.lower.endswith("ed") and core.lower.endswith("ed"):
        return True
    return (word.tag == "adj") == (core.tag == "adj")


def _change(topic: Topic, denial: Denial) -> Word | None:
    """A verb of change whose object is what "no effect on" governs."""
    stems = {word.stem for word in denial.scope}
    for action in topic.left.reading.actions:
        if action.negated or action.modal or action.lemma in _EMPTY_VERBS:
            continue
        after = {word.stem for word in _clause_after(topic.left.reading, action.at + 1)}
        if stems & after:
            return topic.left.reading.words[action.at]
    return None


def _under_negation(reading: Reading) -> set[int]:
    """Offsets of the words that the side itself denies."""
    found: set[int] = set()
    for action in reading.actions:
        if action.negated:
            found.add(reading.words[action.at].start)
            found |= {word.start for word in _clause_after(reading, action.at + 1)}
    for group in reading.groups:
        if group.negative:
            found |= {word.start for word in reading.words[group.start : group.end]}
    first = next((word for word in reading.words if word.tag != "stop"), None)
    if first is not None and first.lower in {"neither", "nor"}:  # "Neither can it be imposed"
        found |= {word.start for word in reading.words}
    for denial in _declined(reading):  # "refused to sign" affirms no signing
        found |= {denial.core.start, *(word.start for word in denial.scope)}
    return found


def _same_matter(topic: Topic, denial: Denial) -> bool:
    """True when the affirming side holds all that the denial governs, and both have a subject in common."""
    if topic.left.terms.deictic or topic.right.terms.deictic:
        return False
    aligned = {b.start for _, b in topic.shared}
    lacking = {word.start for word in topic.right_only}
    missing = [
        word
        for word in denial.scope
        if word.start in lacking and word.tag in {"noun", "name", "ing"} and base_of(word.lower) not in _FOUND
    ]
    missing = [word for word in missing if not _owned(topic.right.reading, word, aligned)]
    if denial.effect:
        missing = [word for word in missing if word.tag == "name"]
    if missing:
        return False
    if not denial.subject:
        return bool(aligned & {word.start for word in denial.scope})
    return any(word.start in aligned for word in denial.subject) or any(
        word.start in aligned for word in denial.scope if word.tag == "name"
    )


def _owned(reading: Reading, word: Word, aligned: set[int]) -> bool:
    """True for "in Quell's sample" where the other place has Quell."""
    group = next((group for group in reading.groups if reading.words[group.head].start == word.start), None)
    return group is not None and any(
        other.owner and other.start in aligned for other in reading.words[group.start : group.head]
    )


def _denied_words(reading: Reading, denial: Denial) -> str:
    """The denial as written, from its negation to its core or the end of its scope."""
    spots = [word.start for word in (denial.core, *denial.scope)]
    negations = [word for word in reading.words if word.tag == "neg" or word.lower == "no"]
    start = max((word.start for word in negations if word.start <= min(spots)), default=min(spots))
    end = max(word.end for word in (denial.core, *denial.scope[:3]))
    return reading.prose[start:end]
