"""The same words from two mouths, or one saying in two wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from claimcheck.conflicts._apart import apart
from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._topic import Topic
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Quotation, Span
from claimcheck.parse import entities
from claimcheck.parse.words import STOP_WORDS, tokens

_SAME = 0.95
_NEARLY = 0.75  # with one occasion told in nearly the same words, enough without a speaker
_ALTERED = 0.6  # similarity from which two wordings by one speaker on one occasion are one saying
_ALTERED_UNIQUE = 0.2  # where the text says that there is only one such line
_ONE_OCCASION = 0.7
_OCCASION = 0.5
_FEWEST = 3  # words
_WHOLE = 6  # words from which a part of a longer quotation is that quotation
_MOST = 200  # words of a quotation that is compared
# There is only one of these, so that two wordings clash.
_UNIQUE = re.compile(
    r"\b(?:single (?:line|word|sentence)|one-line|one line|only (?:line|words|sentence)|motto|slogan|inscriptions?|inscribed"
    r"|epitaph|in (?:its|his|her|their) entirety|"
    r"(?:final|last|first|opening|closing) (?:sentence|line|words|message|letter|entry|order|wish)|order of the day|"
    r"(?:beg[ai]n|open|end|close|conclude)(?:s|d|ed)? with|letter (?:ends|begins|closes|opens)|opens with the line|full text"
    r"|reads? in full|"
    r"headline|telegram|plaque|warning|label|placard|banner|headstone|gravestone|sign (?:says|reads|read)|caption"
    r"|clause \d+|article \d+|oath|"
    r"(?:entire|whole) statement|(?:written|carved|engraved|painted|chalked|stamped|embroidered|printed) (?:on"
    r"|over|above|below|across|into|in))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]{6,1200}?)[\"“”»]")
_SAID = (
    r"(?:said|says|told|wrote|writes|called|calls|remarked|declared|announced|coined|uttered|shouted|replied|added|muttered|promised|warned|insisted|"
    r"argued|joked|quipped|recalled|stated|observed|exclaimed|claimed|tweeted|posted|asked|sighed|boasted|spoke|whispered|described|dismissed)"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Prof|Professor|President|Councillor|Senator|Judge|General|Coach|Captain|Minister|Mayor)\.? )?"
_NAME = rf"{_TITLE}[A-Z][\w'’-]+(?: (?:de |van |von |al-)?[A-Z][\w'’-]+){{0,3}}"
_ROLE = r"(?:(?:the |a |an )(?:[a-z-]+ ){1,4})?"
_CLEFT = re.compile(
    rf"\b[Ii]t was (?:{_ROLE}|(?:the |his |her )[\w'’ -]{{2,40}}, )({_NAME}),?(?: not [^,]{{1,60}},)? (?:who|that|whom)\b"
)
_BEFORE_VERB = re.compile(rf"({_NAME})(?:,[^,]{{1,60}},)?\s+(?:\w+ly\s+|had\s+|once\s+|first\s+|also\s+)?{_SAID}\b")
_AFTER_VERB = re.compile(rf"\b{_SAID}\s+{_ROLE}({_NAME})")
_BY = re.compile(
    rf"\b(?:spoken|uttered|coined|said|written|shouted|penned|composed)\b[^.;]{{0,60}}?\bby (?:{_ROLE}|(?:his|her|their) [a-z]+ )({_NAME})"
    rf"|\b(?:[Ww]ords|[Pp]hrase|[Ll]ine|[Rr]emark|[Mm]otto) of {_ROLE}({_NAME})|\b[Aa]s {_ROLE}({_NAME}) (?:put it|said|wrote)"
)
_TITLES = wordlist(
    "sir lord lady prof professor president councillor senator judge general coach captain minister mayor the mrs"
)


def clash(topic: Topic) -> Clash | None:
    """One saying with two speakers, or in two wordings."""
    for ours in topic.left.once(quoted):
        for theirs in topic.right.once(quoted):
            found = _compare(topic, ours, theirs)
            if found is not None:
                return found
    return None


def _one_only(assertion: Assertion) -> bool:
    """True where the words outside the quotation marks say that there is one such line only: a motto, last words."""
    return _UNIQUE.search(re.sub(r"[\"“„«][^\"“”„«»]{0,1200}[\"”»]", ' " ', assertion.prose)) is not None


def quoted(assertion: Assertion) -> list[Quotation]:
    """Its quotations, and the inscriptions, mottos and labels that are nobody's speech."""
    return [*assertion.facts.quotations, *_inscribed(assertion)]


def _inscribed(assertion: Assertion) -> Iterator[Quotation]:
    known = {" ".join(quotation.text.split()).strip(" ,.") for quotation in assertion.facts.quotations}
    for match in _QUOTED.finditer(assertion.prose):
        if len(match[1].split()) >= _FEWEST and match[1].strip(" ,.") not in known:
            yield Quotation(match[1], None, Span(match.start(1), match.end(1)))


def _compare(topic: Topic, a: Quotation, b: Quotation) -> Clash | None:
    lengths = [len(quotation.text.split()) for quotation in (a, b)]
    unique = topic.left.once(_one_only) and topic.right.once(_one_only)
    if (min(lengths) < _FEWEST and not unique) or max(lengths) > _MOST:
        return None
    likeness = _likeness(a.text, b.text)
    ours, theirs = speaker(topic.left, a), speaker(topic.right, b)
    one_mouth = ours is not None and theirs is not None and _one_person(ours, theirs)
    two_mouths = ours is not None and theirs is not None and not _one_person(ours, theirs)
    if likeness >= _SAME:
        fragment = lengths[0] != lengths[1] and min(lengths) < _WHOLE
        if not two_mouths or min(lengths) <= _FEWEST or (fragment and not unique):
            return None  # "the principle of authority" is anybody's phrase
        return _found(topic, ours or "", theirs or "", f'the words "{a.text}"', "two speakers of the same words")
    if two_mouths or apart(topic, apart_from=frozenset({"name", "scope", "part", "mode"})) is not None:
        return None
    occasion = _occasion(topic)
    told_alike = likeness >= _NEARLY and occasion >= _ONE_OCCASION
    alike = likeness >= (_ALTERED_UNIQUE if unique else _ALTERED) and occasion >= _OCCASION
    if one_mouth and not unique and not _same_occasion(topic, ours or ""):
        return None  # "We were robbed", "We were lucky": one speaker says many things
    named = one_mouth and _same_occasion(topic, ours or "")
    if alike and (unique or told_alike or named):
        return _found(topic, f'"{a.text}"', f'"{b.text}"', "one saying on one occasion", "two wordings")
    return None


def _same_occasion(topic: Topic, name: str) -> bool:
    """True when both tell when, where or to whom it was said, and tell the same."""
    inside = {
        token.stem
        for side in (topic.left, topic.right)
        for quotation in side.once(quoted)
        for token in tokens(quotation.text)
    }
    known = {token.stem for token in tokens(name)} | inside
    said = re.compile(_SAID + r"$")
    shared = [a for a, _ in topic.shared if a.stem not in known and a.tag in {"noun", "name"}]
    rests = [
        [
            word
            for word in words
            if word.stem not in known and word.tag in {"noun", "name"} and not said.match(word.lower)
        ]
        for words in (topic.left_only, topic.right_only)
    ]
    return bool(shared) and not (rests[0] and rests[1])


def _occasion(topic: Topic) -> float:
    """Share of the words outside the quotation marks that both have: is it one occasion?"""
    inside = {
        token.stem
        for side in (topic.left, topic.right)
        for quotation in side.once(quoted)
        for token in tokens(quotation.text)
    }
    shared = [pair for pair in topic.shared if pair[0].stem not in inside]
    left = [word for word in topic.left_only if word.stem not in inside]
    right = [word for word in topic.right_only if word.stem not in inside]
    return len(shared) / max(1, len(shared) + min(len(left), len(right)))


def _likeness(a: str, b: str) -> float:
    """1 for the same words, letter case and punctuation apart; falls with every word that differs."""
    ours, theirs = [token.lower for token in tokens(a)], [token.lower for token in tokens(b)]
    if ours == theirs:
        return 1.0
    short, long = sorted((ours, theirs), key=len)
    joined = " ".join(short)
    if joined in " ".join(long) and not {"not", "never", "no", "but"} & (set(long) - set(short)):
        return 1.0  # a quotation cut short is the same quotation
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def speaker(assertion: Assertion, quotation: Quotation) -> str | None:
    """Who says it, as a name; ``None`` where no name is near."""
    prose = assertion.prose
    cleft = _CLEFT.search(prose)
    if cleft:
        return cleft[1]
    known = quotation.speaker
    if known and known[:1].isupper() and known.lower() not in STOP_WORDS:
        return known
    at = max(prose.find(quotation.text), 0)
    end = at + len(quotation.text)
    before = list(_BEFORE_VERB.finditer(prose, 0, at))
    if before:
        return before[-1][1]
    after = _BEFORE_VERB.search(prose, end) or _AFTER_VERB.search(prose, end) or _BY.search(prose)
    return next((name for name in after.groups() if name), None) if after else None


def _one_person(a: str, b: str) -> bool:
    ours, theirs = ({part.lower() for part in re.findall(r"[^\W\d_]{3,}", name)} - _TITLES for name in (a, b))
    if ours - theirs and theirs - ours:
        return False  # "Cornelius Haft", "Agathe Haft"
    return bool(ours & theirs) or not ours or not theirs or entities.same(a, b)


def _found(topic: Topic, left: str, right: str, what: str, differ: str) -> Clash:
    return Clash(
        kind="quotation",
        label="conflict",
        left=topic.left,
        right=topic.right,
        left_value=left,
        right_value=right,
        comparable=f"both give {what}",
        differ=f"{differ}: {left} against {right}",
        reconcile="two occasions, said in the text, or the original wording",
        topic="quotation",
    )
