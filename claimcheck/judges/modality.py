"""Modality: is it stated as a fact, or as a possibility, a condition, a question, a denial or somebody's view?

"could reach up to 10,000" does not bear out "reached 10,000"; what "he denied" does not bear out that it happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._reading import Mode, Word, negators
from claimcheck.model import Comparison

# What a claim word in a mode needs from the page. A page that states a fact bears out that it is possible.
_BEARS_OUT: dict[Mode, frozenset[Mode]] = {
    "asserted": frozenset({"asserted"}),
    "reported": frozenset({"asserted", "reported", "alleged", "possible", "forecast"}),
    "alleged": frozenset({"asserted", "reported", "alleged", "possible", "forecast", "conditional"}),
    "forecast": frozenset({"asserted", "forecast", "reported"}),
    "possible": frozenset({"asserted", "possible", "forecast", "conditional", "reported", "alleged"}),
    "conditional": frozenset({"asserted", "possible", "forecast", "conditional", "reported", "alleged"}),
    "denied": frozenset({"denied", "asserted", "reported"}),
    "question": frozenset({"asserted", "question", "reported", "alleged", "possible", "forecast", "conditional"}),
}
_MOST = 0.5
"""Share of the aligned weight that must stand in another mode, where no verb of the claim is aligned."""
_SHARE = 0.3
_GRAVITY: tuple[Mode, ...] = (
    "asserted", "reported", "alleged", "forecast", "possible", "conditional", "question", "denied",
)  # fmt: skip
"""Of several modes on the page the one named is that farthest from a statement of fact."""
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|contradict(?:s|ed)?)\s+"
    r"(?:it|this|that|them|the (?:claim|report|allegation|suggestion|accusation|story|rumour|charge)s?)\b"
    r"|\b(?:not true|untrue|false|no (?:truth|evidence|record|link|sign))\b",
    re.IGNORECASE,
)


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """Holds the mode of the claim's verbs, else of all its words, against that of the words they are aligned with."""
    pairs = [(word, page, weight) for word, page, weight in alignment.pairs if not (word.quoted and page.quoted)]
    verbs = [pair for pair in pairs if pair[0].part == "verb" and pair[0].base not in _REPORTING and pair[2] >= 0.4]
    weighed = [*(verbs or pairs), *_numbers(alignment)]
    failing = _failing(weighed)
    if not failing:
        return
    share = sum(failing.values()) / sum(weight for *_, weight in weighed)
    main = next((word for word in alignment.part.reading.words if word.part == "verb" and word.weight >= 0.4), None)
    leads = any(word is main and page.mode not in _BEARS_OUT[word.mode] for word, page, _ in verbs)
    if share < _MOST and not leads:
        return
    ours, theirs = max(
        failing, key=lambda pair: (failing[pair] >= _SHARE * sum(failing.values()), _GRAVITY.index(pair[1]))
    )
    if ours == "denied" and negators(alignment.reading):
        return  # "denied that it would close" for "said it would not close"
    if theirs in {"reported", "alleged"}:
        if _same_speaker(alignment):
            return
        if _denied_next(alignment):
            theirs = "denied"
    yield Comparison("modality", ours, theirs, agrees=None if theirs == "reported" else False)


_REPORTING = lexicon.REPORTING | lexicon.ESTABLISHING | lexicon.DENYING


def _failing(pairs: Sequence[tuple[Word, Word, float]]) -> dict[tuple[Mode, Mode], float]:
    failing: dict[tuple[Mode, Mode], float] = {}
    for word, page, weight in pairs:
        if page.mode not in _BEARS_OUT[word.mode]:
            failing[word.mode, page.mode] = failing.get((word.mode, page.mode), 0.0) + weight
    return failing


def _denied_next(alignment: Alignment) -> bool:
    """Whether the sentence after a report takes it back: "The agency denied it", "has found no link"."""
    following = alignment.anchor.index + 1
    lines = alignment.index.sentences
    if following >= len(lines) or lines[following].paragraph != alignment.anchor.paragraph:
        return False
    return bool(_DENIAL.search(lines[following].text))


def _numbers(alignment: Alignment) -> Iterator[tuple[Word, Word, float]]:
    """Number words that both sides have."""
    ours = {word.stem: word for word in alignment.part.reading.words if word.counts}
    for page in alignment.reading.words:
        if page.counts and page.stem in ours:
            yield ours[page.stem], page, 0.8


def _same_speaker(alignment: Alignment) -> bool:
    """Whether the claim names whoever the page reports: "according to the ministry", "One of Dr Rowe's patients"."""
    if alignment.part.reading.attributed:
        return True
    ours = {word.stem for word in alignment.part.reading.words if word.content}
    return bool(ours & alignment.reading.speakers)
