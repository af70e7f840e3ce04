"""Expressions whose meaning lies outside the sentence: "They", "the treaty", "this agreement".

A claim is held against a source by its own words. Where a subject points back to an earlier sentence, the claim says
so, so that
a person can restate it; nothing is filled in by guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Facts
from claimcheck.parse.cues import Cue, words_of

# Nouns that, after "the" or "this", usually name something introduced before.
_ANAPHORIC = (
    "accord|accords|act|agreement|alliance|amendment|announcement|attack|ban|bill|campaign|case|ceasefire|clause|collaboration|"
    "company|conflict|contract|cooperation|country|countries|crisis|cuts|deal|decision|decree|deployment|development|developments|"
    "dispute|document|effort|episode|event|events|figure|figures|finding|findings|firm|group|incident|increase|initiative|investigation|"
    "law|leader|leaders|measure|measures|meeting|merger|move|nation|nations|pact|partnership|plan|plans|policy|practice|"
    "process|programme|program|project|proposal|provision|relationship|report|resolution|rule|rules|ruling|sanctions|scheme|strike|study|summit|survey|"
    "system|talks|trend|treaty|trial|troops|vote|war|weapons"
)
# The first pronoun of a sentence; only where one of these stands may it be without a name.
_PRONOUN = Cue(r"\b(?:he|she|they|it|his|her|their|its|them|him)\b", "he she they", re.IGNORECASE)
_GROUP = re.compile(r"\w+ [a-z]+s\b(?! [a-z]+ing\b)")  # "these cuts"
_OPENING_PRONOUN = re.compile(
    r"^(?:(?:and|but|yet|so|then|still|also|meanwhile|however|moreover|additionally|furthermore|nevertheless|thus|therefore|instead|later|earlier|"
    r"in (?:turn|response|addition|contrast|part)|as a result|by then|at the (?:time|same time|very least)|for"
    r" (?:this|that) reason),?\s+)?"
    r"(they|it|he|she|this|that|these|those|both|neither|such)\b",
    re.IGNORECASE,
)
_POINTED = r"(?!['’]s?\s+[A-Z])(?!\s+(?:of|between|with|in|on|for|against|that|which|by|to|signed|at)\b)"
_DEMONSTRATIVE = Cue(
    rf"\b(?:this|these|those|such(?: an?)?|(?<=\bof )that|(?<=\bin )that|(?<=\bby )that|(?<=\bto )that|(?<=\bfor"
    rf" )that)\s+(?:[a-z-]+\s+){{0,2}}?"
    rf"(?:{_ANAPHORIC}|approach|shift|change|resurgence)\b(?!\s+between\b)",
    "this these those such that",
    re.IGNORECASE,
)
_DEFINITE = Cue(
    rf"\bthe\s+(?:(?:latter|former)(?!\s+[a-z]+\s+[a-z])|(?:(?:two|three|four|same|new|latest|resulting)\s+)?(?:{_ANAPHORIC}))\b{_POINTED}",
    "latter former " + _ANAPHORIC.replace("|", " "),
    re.IGNORECASE,
)
_BOTH = Cue(
    r"\b(?:both|the two)\s+(?:nations|countries|sides|parties|leaders|states|companies|firms|teams|groups|men|women)\b",
    "both two",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"^it\s+(?:is|was|has been|remains|seems|appears|takes|took|would be|will be|may be|became"
    r"|becomes)\s+(?:\w+ly\s+)?(?:not\s+)?"
    r"(?:\w+)(?:\s+and\s+\w+)?\s+(?:that|to|whether|how|when|why|for|who)\b|^it\s+(?:is|was)\s+(?:[A-Z]|in\b|on\b"
    r"|at\b|not until)|^it\s+(?:rained|snowed|took)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"\b(?:{_ANAPHORIC})\b", re.IGNORECASE)


def unclear(prose: str, facts: Facts, offset: int) -> tuple[str, ...]:
    """The expressions of a claim that need an earlier sentence to be understood, as written.

    ``facts`` have document offsets; ``offset`` is where ``prose`` begins in the document.
    """
    starts = sorted(entity.span.start - offset for entity in facts.entities)
    return tuple(dict.fromkeys(_expressions(prose, starts)))


def _expressions(prose: str, names: list[int]) -> Iterator[str]:
    held = words_of(prose.lower())
    opening = _OPENING_PRONOUN.match(prose)
    if opening and not (opening.group(1).lower() == "it" and _EXPLETIVE.match(prose[opening.start(1) :])):
        at = opening.start(1)
        word = opening.group(1).lower()
        noun = _DEMONSTRATIVE.pattern.match(prose, at) or _BOTH.pattern.match(prose, at)
        noun = noun or (_GROUP.match(prose, at) if word in {"such", "these", "those"} else None)
        if noun:
            yield noun.group()
        elif word in {"they", "it", "he", "she", "these", "those", "both", "neither"} or re.match(
            r"\s+(?:is|was|are|were|has|had|have|will|would|could|may|might|can|means|meant|\w+s|\w+ed)\b",
            prose[opening.end(1) :],
        ):
            yield opening.group(1)
    for cue in (_DEMONSTRATIVE, _DEFINITE, _BOTH):
        for match in cue.finditer(prose, held):
            head = match.group().split()[-1].lower()
            if (
                match.group().lower().startswith(("both", "the two"))
                and sum(name < match.start() for name in names) >= 2
            ):
                continue  # "between Ardel and Monte Alto, to the benefit of both states"
            if not _introduced(prose, head, match.start()) and not (match.start() == 0 and opening):
                yield match.group()
    if not opening:
        pronoun = _PRONOUN.search(prose, held)
        # A pronoun with nothing before it that it could stand for: "After she left, ...".
        if pronoun and pronoun.group().lower() in {"he", "she", "they"}:
            before = prose[: pronoun.start()]
            if not any(name < pronoun.start() for name in names) and not re.search(r"\b(?:the|an?|\w+s)\s+\w+", before):
                yield pronoun.group()


def _introduced(prose: str, head: str, at: int) -> bool:
    """True when the noun stands earlier in the same sentence, so that what "the treaty" means is certain."""
    singular = head.rstrip("s")
    return any(match.group().lower().rstrip("s") == singular for match in _HEAD.finditer(prose, 0, at))
