"""Pairs made by rule from pages: what a sentence of the page bears out, and what nearly says the same and is not.

Every falsification is also put on reworded sentences, so that other words are no sign of falsehood, nor the page's own
words one of truth.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from claimcheck.train.drafts import Forms, Word, draft, lowered, reword, written
from claimcheck.train.falsify import FALSIFICATIONS, Page, Scene, because, is_clause, unhedge


@dataclass(frozen=True, slots=True)
class Pair:
    """A made pair. ``kind`` says how; ``open``: not supported, and it may or may not be contradicted."""

    claim: str
    source: str
    label: str
    kind: str
    open: bool = False
    changed: tuple[tuple[int, int], ...] | None = None


# --- Pairs ----------------------------------------------------------------------------------------------------------


def pairs(page: Page, forms: Forms, order: random.Random, each: int) -> Iterator[Pair]:
    """About ``each`` pairs for every sentence of ``page`` that says something."""
    for at, sentence in enumerate(page.sentences):
        if not 6 <= len(sentence) <= 45 or not is_clause(sentence) or sentence.text.rstrip().endswith("?"):
            continue
        for _ in range(each):
            found = (
                _supported(page, at, forms, order) if order.random() < 0.45 else _unsupported(page, at, forms, order)
            )
            if found is not None and len(found.claim) > 15:
                yield found


def _window(page: Page, at: int, order: random.Random, *, without: bool = False) -> tuple[str, list[Doc]]:
    target, first, last = order.choice((25, 45, 60, 80, 100, 120)), at, at
    size = len(page.sentences[at])
    for _ in range(12):
        if size >= target:
            break
        if order.random() < 0.55 and first > 0:
            first -= 1
            size += len(page.sentences[first])
        elif last + 1 < len(page.sentences):
            last += 1
            size += len(page.sentences[last])
    near = [page.sentences[k] for k in range(first, last + 1) if not (without and k == at)]
    title = f"{page.title}. " if page.title and order.random() < 0.4 else ""
    return title + " ".join(s.text.strip() for s in near), near


def _supported(page: Page, at: int, forms: Forms, order: random.Random) -> Pair | None:
    source, near = _window(page, at, order)
    words = draft(page.sentences[at])
    kind = "verbatim"
    if order.random() < 0.9:
        words, taken = reword(words, forms, order, order.choice((1, 2, 2, 3, 3, 4)))
        kind = f"reworded-{taken}"
    if order.random() < 0.18 and at + 1 < len(page.sentences) and any(page.sentences[at + 1] is s for s in near):
        other = page.sentences[at + 1]
        if (
            is_clause(other)
            and len(other) < 25
            and len(words) < 25
            and other.text[:1] not in {'"', "“"}
            and words[-1].text == "."
        ):
            more, _ = reword(draft(other), forms, order, 2)
            words = (
                *words[:-2],
                replace(words[-2], space=""),
                Word(",", " "),
                Word(order.choice(("and", "while")), " "),
                lowered(more[0]),
                *more[1:],
            )
            kind = "merged"
    claim, _ = written(words)
    return Pair(claim, source, "supported", kind)


def _unsupported(page: Page, at: int, forms: Forms, order: random.Random) -> Pair | None:
    chance = order.random()
    if chance < 0.10:  # the sentence itself, or reworded, taken out of its window
        source, near = _window(page, at, order, without=True)
        if not near:
            return None
        words, _ = reword(draft(page.sentences[at]), forms, order, order.choice((0, 1, 2)))
        return Pair(written(words)[0], source, "unsupported", "removed")
    if chance < 0.14 and len(page.sentences) > 10:
        source, near = _window(page, (at + order.randrange(4, len(page.sentences) - 3)) % len(page.sentences), order)
        if any(page.sentences[at] is s for s in near):
            return None
        words, _ = reword(draft(page.sentences[at]), forms, order, order.choice((0, 1)))
        return Pair(written(words)[0], source, "unsupported", "elsewhere")
    source, near = _window(page, at, order)
    if chance < 0.22:
        return _embedded(page, at, source, forms, order)
    scene = Scene(page, at, near, forms, order)
    words, _ = reword(draft(page.sentences[at]), forms, order, order.choice((0, 0, 1, 1, 2, 2)))
    for falsify in order.choices([f for f, _ in FALSIFICATIONS], [w for _, w in FALSIFICATIONS], k=6):
        found = falsify(words, scene)
        if found is None:
            continue
        changed, label, is_open = found
        claim, spans = written(changed)
        if claim == written(words)[0]:
            continue
        marks = tuple(spans) if spans and falsify not in (unhedge, because) else None
        return Pair(claim, source, label, falsify.__name__, is_open, marks)
    return None


_FRAMES = (
    "It is not true that {}.", "{who} denied that {}.", "There is no evidence that {}.", "{who} asked whether {}.",
    "It would be different if {}.", "{who} hopes that one day {}.", "A rumour went round that {}, which {who} dismissed.",
    "Nobody could say whether {}.", "{who} had claimed that {}; this turned out to be false.", "Unless {}, nothing will change.",
    "{who} fears that {}.", "Critics allege that {}.", "{who} had expected that {}, but it came otherwise.",
)  # fmt: skip
_WHO = ("The company", "The ministry", "A spokesman", "The mayor", "Her lawyer", "The author", "Officials", "He", "She")


def _embedded(page: Page, at: int, source: str, forms: Forms, order: random.Random) -> Pair | None:
    """The sentence stands in the page only inside a denial, a question, a condition or a view."""
    sentence = page.sentences[at]
    text = sentence.text.strip()
    if len(sentence) > 26 or text[-1:] != "." or '"' in text or "“" in text or text not in source:
        return None
    words = draft(sentence)
    inner = "".join(w.text + w.space for w in (lowered(words[0]), *words[1:])).strip()[:-1]
    frame = order.choice(_FRAMES).format(inner, who=order.choice(_WHO))
    claim, _ = reword(words, forms, order, order.choice((0, 1, 2)))
    return Pair(written(claim)[0], source.replace(text, frame), "unsupported", "embedded", True)
