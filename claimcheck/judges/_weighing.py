"""All signals on one scale: the chance that the source supports the claim, and what that may change.

The facts rule. What the model adds may lift a claim whose facts all stand from "in part" or "not" to "supported", and
may hold back a support that rests on shared words alone; it clears no fact that failed, fills in none that is absent,
and accuses nobody.
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
from claimcheck.model import Passage, Ruling
from claimcheck.passages import Index, Line

if TYPE_CHECKING:
    from claimcheck.entailment import Chances, Entailment
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
    """A logistic combination: a weight for each signal, and the chances from which it may speak."""

    bias: float
    weights: Mapping[str, float]
    lifts: float
    """From this chance of support on, a claim whose facts all stand is supported."""
    holds_back: float
    """Under this chance a support that rests on words alone is borne out in part at most."""


@cache
def combiner(kind: str) -> Weights:
    """The fitted numbers, ``facts`` or ``entailment``; ``combiner.json`` says what they were fitted on."""
    table = json.loads(files("claimcheck.judges").joinpath("combiner.json").read_text(encoding="utf-8"))[kind]
    return Weights(table["bias"], table["weights"], table["lifts"], table["holds_back"])


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
    if model is None or ruling.verdict == "contradicted":  # which no model may change, so none is asked
        return replace(ruling, score=_bounded(ruling, chance(signals(examined, None), combiner("facts"))))
    weights = combiner("entailment")
    support = chance(signals(examined, model), weights)
    ruling = replace(ruling, judge=f"{ruling.judge}+{model.name}")
    if support >= weights.lifts and may_lift(ruling):
        window = window_of(examined.findings, examined.index)
        evidence = window.passage if window is not None else ruling.evidence
        words = f'The page says, in other words: "{clip(evidence.text if evidence is not None else "")}".'
        ruling = replace(ruling, verdict="supported", reason="borne out", evidence=evidence, explanation=words)
    elif ruling.verdict == "supported" and support < weights.holds_back:
        words = "The page has the words of it and does not seem to say this."
        ruling = replace(ruling, verdict="unsupported", reason="insufficient", explanation=words)
    return replace(ruling, score=_bounded(ruling, support))


def signals(examined: Examined, model: Entailment | None) -> Signals:
    """Everything that the chance of support is reckoned from."""
    found = dict(symbolic(examined.ruling, examined.findings))
    if model is not None:
        window = window_of(examined.findings, examined.index)
        found.update(learnt(model.chances(examined.text, [window.text])[0] if window is not None else None))
    return found


def may_lift(ruling: Ruling) -> bool:
    """Whether nothing but wording is in doubt: no fact of the claim differs, and none that must be named is absent."""
    return (
        ruling.verdict in {"partial", "unsupported"}
        and ruling.reason != "outside-body"
        and ruling.evidence is not None
        and all(fact.agrees or (fact.agrees is None and fact.kind not in _NAMED) for fact in ruling.facts)
    )


_NAMED = frozenset({"quantity", "date", "quotation", "speaker", "entity", "instrument", "modality"})
"""Kinds of fact that the page must state in so many words: no model fills them in. What the page only reports somebody
to have said (``modality``) is no fact of the page either."""


def chance(signals: Signals, weights: Weights) -> float:
    """The chance of support, 0 to 1."""
    total = weights.bias + sum(weights.weights.get(name, 0.0) * value for name, value in signals.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def _bounded(ruling: Ruling, support: float) -> float:
    """Two digits, never so high that the score speaks against the verdict."""
    low, high = {"supported": (0.5, 1.0), "contradicted": (0.0, 0.3)}.get(ruling.verdict, (0.0, 0.7))
    return round(min(high, max(low, support)), 2)


# --- Signals --------------------------------------------------------------------------------------------------------


def symbolic(ruling: Ruling, findings: Sequence[Finding]) -> Iterator[tuple[str, float]]:
    """What the facts and the words say."""
    yield f"verdict-{ruling.verdict}", 1.0
    for name in ("coverage", "strength", "verbal"):
        yield name, min(getattr(finding, name) for finding in findings)
    yield "outside", float(any(finding.line is not None and not finding.line.body for finding in findings))
    facts = [fact for finding in findings for fact in finding.facts]
    yield "agreeing", min(3, sum(fact.agrees is True for fact in facts))
    yield "absent", min(3, sum(fact.agrees is None for fact in facts))
    yield "differing", min(2, sum(fact.agrees is False for fact in facts))
    yield "parts", min(3, len(findings) - 1)


def learnt(chances: Chances | None) -> Iterator[tuple[str, float]]:
    """What the model says of the window; it was not asked where the facts found no sentence to look at."""
    yield "entailed", -_LIMIT if chances is None else _odds(chances.supported)
    yield "against", 0.0 if chances is None else _odds(chances.contradicted)


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
