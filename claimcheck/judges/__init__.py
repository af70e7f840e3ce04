"""Holds a claim against a source: supported, partial, contradicted or unsupported, and by which passage.

Every member of this room looks at one kind of fact and yields comparisons over an aligned passage (``judge``); this
file lays the claim over the passages, joins what the members say, and words the ruling. No member can clear what
another one found to differ.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from claimcheck import catalogue, passages
from claimcheck.judges import _explain, _weighing
from claimcheck.judges._align import Alignment, align, anchors
from claimcheck.judges._choice import EMBEDDED, FACTS, FACTS_ALONE, Choice, models
from claimcheck.judges._names import names
from claimcheck.judges._parts import Part, split, uncited
from claimcheck.judges._weighing import Examined, Signals
from claimcheck.judges.quotation import judge as judge_quotations
from claimcheck.model import Claim, Comparison, Document, Passage, Quantity, Ruling, Span, Verdict
from claimcheck.parse import entities, thesaurus
from claimcheck.parse.words import fold
from claimcheck.passages import Index, Line

__all__ = [
    "EMBEDDED",
    "FACTS",
    "JUDGES",
    "Choice",
    "Finding",
    "claim_of",
    "document_of",
    "models",
    "rule",
    "signals",
    "verify",
]

JUDGES = catalogue.names("judges")
"""Names of the judges; each is a file of this room."""

NAME = "facts/1"
"""What a ruling says it was made by."""

# Shares of the claim's words that the passage must bear out. Set on the labelled cases so that no faithful claim is
# called contradicted and an absent one is not called supported; between the two lies "partial".
SUPPORTS = 0.66
SUPPORTS_WITH_FACT = 0.5
"""The same where a number, date or quotation of the claim stands in the passage: few words agree by chance then."""
SUGGESTS = 0.45
CONTRADICTS = 0.5
ANCHORS = 0.3
"""Share of them that the sentence itself must hold, without its context, to contradict."""
SPEAKS = 0.27
"""Share that it must hold to bear anything out, when no fact agrees."""
SLOTTED = 0.42
"""The same for another name in the claim's slot, which its judge has already held to the rest of the sentence."""
LITERAL = 0.3
"""Share of the claim's words that must stand in the source as such, to contradict: words that only mean something like
them ("finished", "wouldn't stop") may speak of anything."""
SURELY = 0.75
"""Coverage from which on a short sentence may contradict that has little but the verb: "She never married."."""
HOME = 0.3

Judge = Callable[[Alignment], Iterator[Comparison]]


@cache
def _judges() -> tuple[Judge, ...]:
    """The members that compare one kind of fact over an alignment; quotations are looked up on the whole page."""
    members = catalogue.members("judges")
    return tuple(cast(Judge, member.judge) for name, member in members.items() if name != "quotation")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one part of a claim comes to, over one anchor."""

    part: Part
    verdict: Verdict
    coverage: float
    line: Line | None
    facts: tuple[Comparison, ...] = ()
    strength: float = 0.0
    """How much of the claim the anchor holds by itself, 0 to 1."""
    verbal: float = 0.0
    """Share of the claim's verbs that the anchor has, 0 to 1."""
    context: bool = False
    """True when the lines before the anchor were needed."""

    @property
    def differing(self) -> tuple[Comparison, ...]:
        return tuple(fact for fact in self.facts if fact.agrees is False)

    @property
    def absent(self) -> tuple[Comparison, ...]:
        return tuple(fact for fact in self.facts if fact.agrees is None)


def rule(claim: Claim, document: Document, choice: Choice = FACTS_ALONE) -> Ruling:
    """The ruling of one source, read as ``document``, on ``claim``.

    Raises:
        ClaimcheckError: the judge that was chosen is a folder without a model that runs.
    """
    examined = _examine(claim, document)
    return examined if isinstance(examined, Ruling) else _weighing.weigh(examined, choice.model)


def signals(claim: Claim, document: Document, choice: Choice) -> tuple[Ruling, Signals] | None:
    """What the ruling is weighed by, with what the facts alone would say; ``None`` where there is nothing to weigh."""
    examined = _examine(claim, document)
    if isinstance(examined, Ruling):
        return None
    return examined.ruling, _weighing.signals(examined, choice.model)


def _examine(claim: Claim, document: Document) -> Ruling | Examined:
    index = passages.index(document)
    text = uncited(claim.prose or claim.text).strip()
    identical = index.holds_sentence(text)
    if identical is not None:
        return _identical(index, *identical)
    parts = split(text)
    strict = claim.modality == "asserted"
    if not parts:
        return Ruling(
            "unsupported", "not-mentioned", 0.0, judge=NAME, explanation="The claim has no words to look for."
        )
    findings = tuple(_fair(_names_its_people(_judge(part, index, strict), index)) for part in parts)
    return Examined(text, _ruling(findings, index), findings, index)


def verify(claim_text: str, source_text: str, choice: Choice = FACTS_ALONE) -> Ruling:
    """The ruling of a plain-text source on a claim in words.

    Raises:
        UnreadableText: the source is empty.
    """
    return rule(claim_of(claim_text), document_of(source_text), choice)


def claim_of(text: str) -> Claim:
    """A claim that stands alone, in no document."""
    from claimcheck.parse import stance

    prose = " ".join(text.split())
    return Claim(
        id="claim",
        text=text,
        span=Span(0, len(text)),
        line=1,
        document="",
        prose=prose,
        modality=stance.modality_of_claim(prose),
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def document_of(text: str) -> Document:
    """A plain-text document of ``text``."""
    from claimcheck.readers import text as reader

    return reader.read(text.encode("utf-8", "surrogatepass"), path="-", charset="utf-8")


def _identical(index: Index, first: Line, last: Line) -> Ruling:
    passage = index.passage(first.index, last.index, 1.0)
    words = Comparison("words", passage.text, passage.text, agrees=True)
    if not first.body:
        return Ruling("partial", "outside-body", 0.5, passage, (words,), NAME, _explain.outside(passage))
    return Ruling("supported", "verbatim", 1.0, passage, (words,), NAME, "The page says it in the same words.")


# --- One part -------------------------------------------------------------------------------------------------------


def _judge(part: Part, index: Index, strict: bool) -> Finding:
    lines = list(anchors(part, index))
    quoted = tuple(judge_quotations(part, index))
    for comparison, line in quoted:
        if comparison.agrees is None:
            return Finding(part, "unsupported", 0.0, None, (comparison,))
        if line is not None and line not in lines:
            lines.insert(0, line)
    said = tuple(comparison for comparison, _ in quoted)
    findings = []
    for line in lines:
        if any(at is not None and at is not line for _, at in quoted):
            continue
        findings.append(_over(part, index, line, said, strict))
    if not findings:
        return Finding(part, "unsupported", 0.0, None, said)
    return _choose(findings)


def _choose(findings: Sequence[Finding]) -> Finding:
    """The finding that decides, of those over several sentences.

    The sentence that holds most of the claim by itself is its home. What clashes there is not mended by a neighbour
    that leans on it; only a sentence that holds as much by itself may agree instead.
    """
    home = max(findings, key=lambda finding: (finding.strength, finding.coverage))
    clash = home.verdict != "supported" and bool(home.differing) and home.strength >= HOME
    supporting = [
        finding
        for finding in findings
        if finding.verdict == "supported"
        and finding.strength >= (0.9 if clash else 0.5 if home.verdict == "supported" else 0.8) * home.strength
    ]
    clashing = [
        f
        for f in findings
        if f.verdict == "contradicted" and f.strength >= (0.6 if f.verbal >= 0.8 else 0.85) * home.strength
    ]
    if not supporting:  # "It is about 70 per cent complete", right after the sentence that names what
        clashing += [f for f in findings if f.verdict == "contradicted" and _beside(f, home) and f.coverage >= SURELY]
    denying = clashing + [f for f in findings if f.differing and f.verbal >= 0.8 and f.strength >= 0.6 * home.strength]
    if supporting and denying:
        # "The port has not answered it" against a sentence about the port that answers nothing
        nearest = max(denying, key=lambda finding: finding.verbal)
        supporting = [finding for finding in supporting if finding.verbal >= nearest.verbal - 0.2]
        if not supporting and nearest.verdict == "contradicted":
            return nearest
    if supporting:
        return max(supporting, key=lambda finding: finding.strength + finding.coverage)
    if clashing:
        return max(clashing, key=lambda finding: finding.coverage)
    if clash:
        return home
    fitting = [f for f in findings if f.verdict == "partial" and f.strength >= 0.5 * home.strength]
    if fitting:
        return max(fitting, key=lambda finding: (finding.line is not None and finding.line.body, finding.coverage))
    return home if home.verdict == "unsupported" else replace(home, verdict="unsupported")


def _beside(finding: Finding, home: Finding) -> bool:
    """Whether the finding's sentence stands right beside the home sentence and differs from the claim by a figure."""
    if finding.line is None or home.line is None or finding.line.paragraph != home.line.paragraph:
        return False
    figures = any(fact.kind in {"quantity", "date"} for fact in finding.differing)
    return figures and abs(finding.line.index - home.line.index) == 1


def _over(part: Part, index: Index, line: Line, said: tuple[Comparison, ...], strict: bool) -> Finding:
    alignment = align(part, index, line)
    facts = (*said, *(fact for judge in _judges() for fact in judge(alignment)))
    if not strict:  # a forecast or a judgement is held against whether the source says so, whoever says it there
        facts = tuple(fact for fact in facts if fact.kind != "modality" or fact.source != "reported")
    agreeing = sum(1.0 for fact in facts if fact.agrees and fact.kind in {"quantity", "date", "quotation"})
    words = sum(alignment.weights)
    coverage = (alignment.coverage * words + 0.8 * agreeing) / (words + 0.8 * agreeing) if words + agreeing else 0.0
    here = " ".join(line.text.split())
    stated = len([fact for fact in facts if fact.kind in {"quantity", "date"}])
    held = len({f.source for f in facts if f.kind in {"quantity", "date"} and f.source and f.source in here})
    strength = (alignment.strength * words + 0.8 * held) / (words + 0.8 * stated) if words + stated else 0.0
    verdict = _verdict(alignment, facts, coverage)
    if not line.body:
        verdict = "partial" if verdict in {"supported", "partial"} else "unsupported"
    context = any(match.line is not None and match.line < line.index for match in alignment.matches)
    return Finding(part, verdict, coverage, line, facts, strength, alignment.verbal, context)


_READINGS = frozenset({"modality", "role", "polarity", "order"})
"""Kinds of difference that rest on how two sentences are read. Beside another mood of the verb they are too unsure to
accuse: "told members that it would require" beside "wants"."""


def _literal(alignment: Alignment) -> float:
    """Share of the words of the claim's part that the line and its neighbours hold as such, not by a word like them."""
    held = [match for match in alignment.matches if match.page is not None and match.page.stem == match.word.stem]
    return len(held) / len(alignment.matches) if alignment.matches else 0.0


_ACCUSING = frozenset(
    {"quantity", "date", "quotation", "speaker", "entity", "role", "polarity", "direction", "superlative", "order"}
)
"""Kinds of difference that contradict; the others (modality, scope) only fail to bear out."""


def _verdict(alignment: Alignment, facts: Sequence[Comparison], coverage: float) -> Verdict:
    differing = [fact for fact in facts if fact.agrees is False]
    absent = [fact for fact in facts if fact.agrees is None]
    if differing:
        quoted = any(fact.kind in {"quotation", "speaker"} for fact in differing)
        modes = {fact.source for fact in differing if fact.kind == "modality"}
        if not quoted and modes & _UNREAL:
            # "The race was run on 15 April" against "does not plan to run the London race next weekend": what is
            # planned or supposed has another date or direction than what happened, and clashes with nothing.
            differing = [fact for fact in differing if fact.kind not in {"date", "direction", "polarity"}]
        stray = any(fact.kind == "quantity" and fact.source for fact in absent)  # the number stands elsewhere
        if stray or not _happens(alignment):
            differing = [fact for fact in differing if fact.kind != "date"]
        known = {fact.claim for fact in differing}
        stranger = any(fact.kind == "entity" and fact.claim not in known for fact in absent) or (
            not _named(alignment) and not any(fact.kind in {"entity", "role"} for fact in differing)
        )  # a sentence about somebody else says nothing of this one
        kinds = {fact.kind for fact in differing}
        if quoted or (
            not stranger
            and not ("modality" in kinds and kinds <= _READINGS)
            and _literal(alignment) >= LITERAL
            and coverage >= (CONTRADICTS if not {"entity", "role"} & {fact.kind for fact in differing} else SLOTTED)
            and (alignment.anchored >= ANCHORS or (alignment.verbal >= 0.9 and coverage >= SURELY))
            and any(_accuses(fact) for fact in differing)
        ):
            return "contradicted"
        return "unsupported"
    if any(fact.kind == "quantity" and fact.source for fact in absent):
        return "unsupported"  # the number stands elsewhere on the page, of something else
    stated = any(fact.agrees and fact.kind in {"quantity", "date", "quotation"} for fact in facts)
    if _lacks_point(alignment, absent) and not stated:
        return "unsupported"
    speaks = stated or (alignment.strength >= SPEAKS and _holds_thing(alignment))
    if speaks and coverage >= (SUPPORTS_WITH_FACT if stated and alignment.anchored >= ANCHORS else SUPPORTS):
        return "partial" if absent else "supported"
    if speaks and coverage >= SUGGESTS:
        return "partial"
    return "unsupported"


_UNREAL = frozenset({"forecast", "possible", "conditional", "question"})
"""Modes in which a page says nothing of what happened."""


_SAME = 0.5  # credit from which on a word of the page means what the claim's word means


def _holds_thing(alignment: Alignment) -> bool:
    """Whether any thing or name of the claim stands in the passage: "closely" says nothing of a bridge that closed."""
    things = [match for match in alignment.matches if match.word.part in {"noun", "name"}]
    return not things or any(match.page is not None and match.credit >= _SAME for match in things)


def _happens(alignment: Alignment) -> bool:
    """Whether the anchor has a verb of the claim as a verb: "140 runners fell ill in 2017" dates no "race was run".

    A claim whose verb is a form of "be" has none to look for.
    """
    verbs = [word for word in alignment.part.reading.words if word.part == "verb" and not word.auxiliary]
    return not verbs or any(word in verbs and page.part == "verb" for word, page, _ in alignment.pairs)


def _named(alignment: Alignment) -> bool:
    """Whether the anchor or what it leans on has the claim's subject, where that is a name."""
    reading = alignment.part.reading
    verb = next((number for number, word in enumerate(reading.words) if word.part == "verb" or word.auxiliary), 0)
    subjects = {
        word.start
        for name in names(reading)
        if name.last < verb and name.place == "free"
        for word in name.key
        if not word.minor
    }
    return all(
        match.line is not None and match.line <= alignment.anchor.index and match.credit >= 0.5
        for match in alignment.matches
        if match.word.start in subjects and match.word.clause >= 0
    )


def _lacks_point(alignment: Alignment, absent: Sequence[Comparison]) -> bool:
    """Whether a number that the main clause turns on is absent: without it the rest bears nothing out.

    A number in a stretch of its own (", at an average depth of 60 metres") is a part that may be missing.
    """
    reading = alignment.part.reading
    verb = next((word for word in reading.words if word.part == "verb" or word.auxiliary), None)
    numbers = {fact.claim for fact in absent if fact.kind == "quantity"}
    if not numbers or verb is None:
        return False
    spans = [
        quantity.span
        for quantity in alignment.part.facts.quantities
        if any(quantity.text in number for number in numbers) and not _derived(quantity)
    ]
    return any(
        word.segment == verb.segment for word in reading.words for span in spans if span.start <= word.start < span.end
    )


def _derived(quantity: Quantity) -> bool:
    """Whether a reader may have reckoned it from the page's numbers: "almost two thirds" from 31 of 48."""
    return quantity.unit == "ratio" or (quantity.unit == "percent" and quantity.hedge != "exact")


def _accuses(fact: Comparison) -> bool:
    if fact.kind == "scope":
        return bool(fact.source and any(letter.isdigit() for letter in fact.source))
    return fact.kind in _ACCUSING


# --- Joining --------------------------------------------------------------------------------------------------------


def _joined(findings: Sequence[Finding]) -> Verdict:
    verdicts = {finding.verdict for finding in findings}
    if "contradicted" in verdicts:
        return "contradicted"
    if verdicts == {"supported"}:
        return "supported"
    if verdicts & {"supported", "partial"}:
        return "partial"
    return "unsupported"


def _fair(finding: Finding) -> Finding:
    """No part is accused over a capital that only begins its sentence: "Joblessness fell" names nobody."""
    words = {fact.claim for fact in finding.differing if fact.kind == "entity"}
    if finding.verdict != "contradicted" or len(words) != len(finding.differing):
        return finding
    opens = finding.part.text.split(" ", 1)[0]
    if words == {opens} and ("n" in thesaurus.parts_of_speech(opens.lower()) or _ABSTRACT.search(opens)):
        return replace(finding, verdict="unsupported")
    return finding


_ABSTRACT = re.compile(r"(?:ness|ment|tion|sion|ity|ism|ance|ence|ship|age|ing)s?$")
_PRONOUN = re.compile(r"\W*(?:he|she|they|his|her|their|the)\b", re.IGNORECASE)


def _names_its_people(finding: Finding, index: Index) -> Finding:
    """A part is borne out only where its people are named: another person's office or deed does not do for them.

    They may be named in the paragraph of the passage, or in the one before it where the passage says "he" or "the ...".
    """
    if finding.verdict != "supported" or finding.line is None:
        return finding
    reach = 1 if _PRONOUN.match(finding.line.text) else 0
    near = {finding.line.paragraph - step for step in range(reach + 1)}
    words = fold(" ".join(line.text for line in index.sentences if line.paragraph in near))
    missing = tuple(
        Comparison("entity", person.text, None, agrees=None)
        for person in entities.find(finding.part.text)
        if person.kind == "person" and " " in person.text and fold(person.text.split()[-1]) not in words
    )
    if not missing:
        return finding
    return replace(finding, verdict="partial", facts=(*finding.facts, *missing))


def _ruling(findings: Sequence[Finding], index: Index) -> Ruling:
    verdict = _joined(findings)
    telling = _telling(findings, verdict)
    evidence = _evidence(telling, index)
    facts = tuple(dict.fromkeys(fact for finding in findings for fact in finding.facts))
    reason = _explain.reason(verdict, findings, telling)
    if len(findings) > 1:
        facts = (
            *facts,
            *(Comparison("words", f.part.text, None, agrees=None) for f in findings if f.verdict == "unsupported"),
        )
    return Ruling(verdict, reason, 0.0, evidence, facts, NAME, _explain.sentence(verdict, findings, telling, evidence))


def _telling(findings: Sequence[Finding], verdict: Verdict) -> Finding:
    """The part that decides."""
    if verdict == "partial":
        return max(findings, key=lambda finding: (finding.verdict in {"supported", "partial"}, finding.coverage))
    return next((finding for finding in findings if finding.verdict == verdict), findings[0])


def _evidence(finding: Finding, index: Index) -> Passage | None:
    if finding.line is None or finding.coverage < 0.25:
        return None
    first = last = finding.line.index
    if finding.context and first and index.sentences[first - 1].paragraph == finding.line.paragraph:
        first -= 1
    return replace(index.passage(first, last, finding.coverage), body=finding.line.body)
