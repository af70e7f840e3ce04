"""All signals on one scale: the chances that the source supports the claim and that it contradicts it.

The facts rule. What the model adds may lift a claim of which no fact fails to "supported", may hold back a support that
rests on shared words, may spare a claim whose clash it does not see, and may see a clash that no grammar sees; it
clears no fact that failed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import TYPE_CHECKING

from claimcheck.judges._explain import clip
from claimcheck.model import Passage, Ruling, Verdict
from claimcheck.passages import Index, Line

if TYPE_CHECKING:
    from claimcheck.entailment import Entailment
    from claimcheck.judges import Finding

BEFORE, AFTER = 2, 1
"""Lines around an anchor: who "she" is stands before it, seldom behind it."""
WORDS = 110
"""Words in a window, headline included; the model was trained on such."""
_LIMIT = 6.0
"""Log odds beyond which a chance counts no more: the model is sure of much that is wrong."""

Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic combination: a weight for each signal."""

    bias: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Combination:
    """What gives the two chances, and from which chance on each may speak."""

    support: Weights
    contradiction: Weights
    lifts: float = 2.0
    """From this chance of support on, a claim of which no fact fails is supported."""
    fills_in: float = 2.0
    """The same where a number, date or name of the claim was not found."""
    holds_back: float = -1.0
    """Under this chance a support that rests on shared words alone is none."""
    accuses: float = 2.0
    """From this chance of contradiction on, a claim is contradicted without a fact that fails."""
    spares: float = -1.0
    """Under this chance of contradiction a claim is not contradicted, whatever differs."""


@cache
def combination(kind: str) -> Combination:
    """The fitted numbers, ``facts`` or ``entailment``; ``claimcheck.train.combine`` wrote ``combiner.json``."""
    table = json.loads(files("claimcheck.judges").joinpath("combiner.json").read_text(encoding="utf-8"))[kind]
    return Combination(Weights(**table.pop("support")), Weights(**table.pop("contradiction")), **table)


@dataclass(frozen=True, slots=True)
class Examined:
    """A claim held against a source by its facts: the ruling that they give, and what it rests on."""

    text: str
    ruling: Ruling
    findings: Sequence[Finding]
    index: Index


def weigh(examined: Examined, model: Entailment | None) -> Ruling:
    """The ruling with its score from all signals and, where there is a model, with what that may change."""
    ruling = examined.ruling
    rule = combination("facts" if model is None else "entailment")
    found = signals(examined, model)
    support, against = chance(found, rule.support), chance(found, rule.contradiction)
    if model is not None:
        verdict = decide(ruling, support, against, rule)
        ruling = replace(_worded(ruling, verdict, examined), judge=f"{ruling.judge}+{model.name}")
    return replace(ruling, score=_bounded(ruling, support))


def decide(ruling: Ruling, support: float, against: float, rule: Combination) -> Verdict:
    """The verdict that the chances leave of ``ruling``."""
    if ruling.reason == "outside-body" or ruling.evidence is None:
        return ruling.verdict
    if ruling.verdict == "contradicted":
        return "contradicted" if against >= rule.spares else "unsupported"
    if against >= rule.accuses:
        return "contradicted"
    if support >= lift_from(ruling, rule):
        return "supported"
    by_words = not any(fact.agrees and fact.kind in _TELLING for fact in ruling.facts)
    if ruling.verdict == "supported" and by_words and support < rule.holds_back:
        return "unsupported"
    return ruling.verdict


_TELLING = frozenset({"quantity", "date", "quotation"})
"""Kinds of fact that seldom agree by chance: a support that rests on one is not held back."""


def _worded(ruling: Ruling, verdict: Verdict, examined: Examined) -> Ruling:
    """``ruling`` with another verdict, said in words."""
    if verdict == ruling.verdict:
        return ruling
    if ruling.verdict == "contradicted":  # its sentence says what differs, and stays
        return replace(ruling, verdict=verdict, reason="insufficient")
    if verdict == "unsupported":
        words = "The page has the words of it and does not seem to say this."
        return replace(ruling, verdict=verdict, reason="insufficient", explanation=words)
    window = window_of(examined.findings, examined.index)
    evidence = window.passage if window is not None else ruling.evidence
    quoted = clip(evidence.text if evidence is not None else "")
    if verdict == "contradicted":
        words = f'The page seems to say otherwise: "{quoted}".'
        return replace(ruling, verdict=verdict, reason="differs", evidence=evidence, explanation=words)
    words = f'The page says, in other words: "{quoted}".'
    return replace(ruling, verdict=verdict, reason="borne out", evidence=evidence, explanation=words)


def signals(examined: Examined, model: Entailment | None) -> Signals:
    """Everything that the chances are reckoned from."""
    found = dict(symbolic(examined.ruling, examined.findings))
    if model is not None:
        found.update(learnt(examined, model))
    return found


def lift_from(ruling: Ruling, rule: Combination) -> float:
    """The chance of support from which on the model makes ``ruling`` a support; over 1 where it may not."""
    if any(fact.agrees is False or (fact.agrees is None and fact.kind in _LITERAL) for fact in ruling.facts):
        return 2.0
    if any(fact.agrees is None and fact.kind in _NAMED for fact in ruling.facts):
        return rule.fills_in
    return rule.lifts


_LITERAL = frozenset({"quotation", "speaker", "instrument", "modality"})
"""Kinds of fact that a page states in so many words or not at all: no model vouches for somebody's very words, nor that
the page itself says what it only reports somebody to have said (``modality``)."""
_NAMED = frozenset({"quantity", "date", "entity"})
"""Kinds that it mostly states so; "a quarter" may stand for 12 of 48."""


def chance(signals: Signals, weights: Weights) -> float:
    """The chance that the weights give, 0 to 1."""
    total = weights.bias + sum(weights.weights.get(name, 0.0) * value for name, value in signals.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _bounded(ruling: Ruling, support: float) -> float:
    """Two digits, never so high that the score speaks against the verdict."""
    low, high = {"supported": (0.51, 1.0), "contradicted": (0.0, 0.3)}.get(ruling.verdict, (0.0, 0.7))
    return round(min(high, max(low, support)), 2)


# --- Signals --------------------------------------------------------------------------------------------------------


def symbolic(ruling: Ruling, findings: Sequence[Finding]) -> Iterator[tuple[str, float]]:
    """What the facts and the words say."""
    yield f"verdict-{ruling.verdict}", 1.0
    for name in ("coverage", "strength", "verbal"):
        yield name, min(getattr(finding, name) for finding in findings)
    yield "outside", float(any(finding.line is not None and not finding.line.body for finding in findings))
    yield "words", len(" ".join(finding.part.text for finding in findings).split()) / 10
    yield "parts", min(3, len(findings) - 1)
    facts = [fact for finding in findings for fact in finding.facts]
    for outcome, name in ((True, "agreeing"), (None, "absent"), (False, "differing")):
        kinds = [fact.kind for fact in facts if fact.agrees is outcome]
        yield name, min(3, len(kinds))
        yield from ((f"{kind}-{name}", float(min(2, kinds.count(kind)))) for kind in sorted(set(kinds)))


def learnt(examined: Examined, model: Entailment) -> Iterator[tuple[str, float]]:
    """What the model says of the window, and of the part of the claim that fares worst in its own.

    It is not asked where the facts found no sentence to look at.
    """
    window = window_of(examined.findings, examined.index)
    heard = model.chances(examined.text, [window.text]) if window is not None else ()
    parts = [finding for finding in examined.findings if finding.line is not None]
    apart = heard
    if len(examined.findings) > 1 and parts:
        apart = tuple(
            model.chances(finding.part.text, [_around(finding.line, examined.index).text])[0]
            for finding in parts
            if finding.line is not None
        )
    yield "entailed", max((_odds(chances.supported) for chances in heard), default=-_LIMIT)
    yield "against", max((_odds(chances.contradicted) for chances in heard), default=0.0)
    yield "part-entailed", min((_odds(chances.supported) for chances in apart), default=-_LIMIT)
    yield "part-against", max((_odds(chances.contradicted) for chances in apart), default=0.0)


def _odds(share: float) -> float:
    return max(-_LIMIT, min(_LIMIT, log(max(share, 1e-9) / max(1 - share, 1e-9))))


# --- Windows --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the source, and its words as the model reads them: under the headline."""

    passage: Passage
    text: str


def window_of(findings: Sequence[Finding], index: Index) -> Window | None:
    """The stretch that the model is asked about: around the sentences that the facts chose.

    One is enough. The windows around the next best sentences add nothing on the labelled claims, and what is written
    elsewhere on a page then cannot change what the model says of this one.
    """
    homes = list(dict.fromkeys(finding.line for finding in findings if finding.line is not None))
    if not homes:
        return None
    return _around(homes[0], index) if len(homes) == 1 else _together(homes, index)


def _around(line: Line, index: Index) -> Window:
    lines = index.sentences
    first = last = line.index
    words = len(line.text.split())
    for step in [-1] * BEFORE + [1] * AFTER if line.kind != "table-row" else [-1]:
        at = first - 1 if step < 0 else last + 1
        if not 0 <= at < len(lines) or lines[at].body != line.body or lines[at].kind == "title":
            continue
        words += len(lines[at].text.split())
        if words > WORDS:
            break
        first, last = (at, last) if step < 0 else (first, at)
    return Window(index.passage(first, last, 1.0), _headed(lines[first : last + 1], index))


def _together(homes: Sequence[Line], index: Index) -> Window:
    """The sentences of all parts with the one before each, in the order of the page."""
    wanted = {at for line in homes for at in (line.index - 1, line.index) if at >= 0}
    kept: list[Line] = []
    words = 0
    for line in index.sentences:
        words += len(line.text.split()) if line.index in wanted else 0
        if line.index in wanted and line.kind != "title" and words <= WORDS:
            kept.append(line)
    first, last = min(line.index for line in homes), max(line.index for line in homes)
    return Window(index.passage(first, last, 1.0), _headed(kept or homes[:1], index))


def _headed(lines: Sequence[Line], index: Index) -> str:
    title = index.title
    head = [f"{title.text.rstrip('.')}."] if title is not None and title not in lines else []
    return " ".join(" ".join([*head, *(line.text for line in lines)]).split())
