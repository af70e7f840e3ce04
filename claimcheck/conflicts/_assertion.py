"""What one place asserts, ready to be held against other places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from claimcheck.conflicts._reading import Action, Reading, Word, read
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Claim, Extraction, Facts, Modality, Quantity, Reference, Side
from claimcheck.parse.words import STOP_WORDS

_DEICTIC = wordlist("he she it they his her its their him them this these")
_EXPLETIVE = re.compile(
    r"it (?:was|is) (?:not until|only|in|on|at|[A-Z]|the|an?)\b|it (?:was|is) \w+ who\b|it (?:takes|took)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_STUB = 5  # letters
_FRAME = wordlist(
    """according account accordance fact figure number total people mr mrs ms dr sir professor time times way thing
    say tell exactly roughly nearly almost approximately entirely completely separately merely simply actually""",
    """second seconds minute minutes hour hours day days week weeks month months year years decade decades kilometre kilometres
    kilometer kilometers metre metres meter meters centimetre centimetres millimetre millimetres mile miles yard yards foot
    feet inch inches tonne tonnes ton tons kilogram kilograms gram grams pound pounds ounce ounces litre litres liter liters
    gallon gallons pint pints hectare hectares acre acres dollar dollars euro euros crown crowns kroner krona yen won pence
    percent percentage degree degrees celsius fahrenheit""",
)


_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Assertion:
    """One place with what it says. ``side`` names the place; its ``value`` is filled in by the detector that uses it."""

    side: Side
    prose: str
    facts: Facts
    modality: Modality
    published: str | None = None
    """Year of a reference title, where its entry gives one."""
    _made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Assertion], _Made]) -> _Made:
        """What ``make`` reads in it, made once: every place is held against many others."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]  # what this very function made

    @cached_property
    def key(self) -> tuple[str, int, int, str]:
        """Order in the texts: by document, then by place, so that results do not depend on the order of the input."""
        return (
            self.side.document,
            self.side.span.start,
            self.side.span.end,
            self.side.claim or self.side.reference or "",
        )

    @cached_property
    def reading(self) -> Reading:
        return _read(self.prose)

    @cached_property
    def terms(self) -> Terms:
        return terms(self.prose)

    @cached_property
    def name_stubs(self) -> frozenset[str]:
        """The first letters of the words of its names, lower case: "lorvi" of Lorvia and of Lorvians."""
        names = {name for entity in self.facts.entities for name in (entity.name, entity.text)}
        return frozenset(part.lower()[:_STUB] for name in names for part in name.split())

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it writes, as four digits."""
        return frozenset(_YEAR.findall(self.prose))

    def at(self, value: str) -> Side:
        """Its side, showing ``value``."""
        return replace(self.side, value=value)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it. ``speaker`` is ``None`` for "is believed to be"; ``words`` are the indexes that belong to the
    frame.
    """

    speaker: frozenset[str] | None
    words: frozenset[int]
    estimate: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an assertion that carry its subject matter, and what frames them."""

    content: tuple[Word, ...]
    stems: frozenset[str]
    names: frozenset[str]
    """Stems of the words written as names."""
    attribution: Attribution | None
    deictic: bool
    """True when its subject is a pronoun: what it speaks of stands in another sentence."""


@lru_cache(maxsize=1 << 15)
def _read(prose: str) -> Reading:
    return read(prose)


@lru_cache(maxsize=1 << 15)
def terms(prose: str) -> Terms:
    """The terms of one sentence."""
    reading = _read(prose)
    attribution = _attribution(reading)
    framed = attribution.words if attribution else frozenset()
    content = tuple(word for at, word in enumerate(reading.words) if at not in framed and _carries(word))
    first = next((word for word in reading.words if word.tag != "stop"), None)
    expletive = _EXPLETIVE.match(prose) is not None
    return Terms(
        content,
        frozenset(word.stem for word in content),
        frozenset(word.stem for word in content if word.tag == "name"),
        attribution,
        first is not None and first.lower in _DEICTIC and not expletive,
    )


def _carries(word: Word) -> bool:
    if word.tag in {"stop", "num", "det", "prep", "conj", "pron", "rel", "aux", "neg", "to"}:
        return False
    if word.tag == "name":
        return len(word.lower) > 1 and word.lower not in _FRAME
    return word.lower not in STOP_WORDS and word.lower not in _FRAME and len(word.lower) > 1


# --- Who says it
# ---------------------------------------------------------------------------------------------------------

_CLAUSAL = wordlist(
    """say tell claim argue insist boast warn announce declare state report find show suggest indicate conclude
    confirm note add admit fear think believe suspect reckon"""
)
_ESTIMATES = wordlist(
    """estimate expect believe think reckon project predict forecast fear suspect value judge calculate anticipate
    guess claim boast warn suggest indicate consider point"""
)
_DISTANCED = wordlist(
    """believe think say estimate expect report rumour rumor suppose presume understand fear allege"""
)


def _attribution(reading: Reading) -> Attribution | None:
    words = reading.words
    for index, word in enumerate(words[:-1]):
        if word.lower == "according" and words[index + 1].lower == "to":
            end = _group_end(reading, index + 2)
            return Attribution(_stems(words[index + 2 : end]), frozenset(range(index, end)), estimate=True)
    for action in reading.actions:
        if (
            action.lemma in _DISTANCED
            and action.passive
            and action.at + 1 < len(words)
            and words[action.at + 1].tag == "to"
        ):
            return Attribution(None, frozenset({action.at}), estimate=True)
        if action.lemma not in _CLAUSAL | _ESTIMATES:
            continue
        if action.passive or not _opens_clause(reading, action):
            continue
        subject = _subject_span(reading, action.at)
        if subject is None:
            continue
        start, end = subject
        frame = frozenset(range(start, action.at + 1))
        return Attribution(_stems(words[start:end]), frame, estimate=action.lemma in _ESTIMATES | {"say", "point"})
    return None


def _opens_clause(reading: Reading, action: Action) -> bool:
    """True for a verb whose object is a statement ("says 40 men were killed"), not a thing ("reported a loss")."""
    words = reading.words
    after = words[action.at + 1] if action.at + 1 < len(words) else None
    if after is None or after.tag == "stop":
        return after is None or after.text in {".", ",", ":"}
    if after.lower in {"that", "how"} or action.lemma in _ESTIMATES:
        return True
    # A finite verb in what follows: the reported clause.
    return any(other.finite and other.at > action.at for other in reading.actions)


def _subject_span(reading: Reading, at: int) -> tuple[int, int] | None:
    """The noun group (with its of-phrases) that ends right before the verb group at ``at``, or follows it ("said
    Roe").
    """
    words = reading.words
    end = at
    while end > 0 and words[end - 1].tag in {"aux", "adv", "neg"}:
        end -= 1
    groups = [group for group in reading.groups if group.end <= end]
    if not groups or groups[-1].end != end:
        return None
    index = len(groups) - 1
    while (
        index > 0
        and groups[index].prep in {"of", "from", "at", "in", "for"}
        and groups[index - 1].end == groups[index].start - 1
    ):
        index -= 1
    return groups[index].start, end


def _group_end(reading: Reading, start: int) -> int:
    end = start
    for group in reading.groups:
        if group.start == end or (group.start == end + 1 and group.prep in {"of", "for", "at", "in"} and end > start):
            end = group.end
    return max(end, min(start + 1, len(reading.words)))


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if _carries(word))


# --- From extractions
# ------------------------------------------------------------------------------------------------------


def assertions(extractions: Sequence[Extraction]) -> tuple[Assertion, ...]:
    """Every claim and every reference title of ``extractions``, in the order of the texts."""
    return _ordered(entry for extraction in extractions for entry in _of(extraction))


def mentions(extractions: Sequence[Extraction]) -> tuple[Assertion, ...]:
    """The sentences that were not selected: they assert nothing that is checked, and may spell a name otherwise."""
    return _ordered(_from_claim(claim, None) for extraction in extractions for claim in extraction.unselected)


def _ordered(found: Iterable[Assertion]) -> tuple[Assertion, ...]:
    unique = {entry.key: entry for entry in found}
    return tuple(unique[key] for key in sorted(unique))


def _of(extraction: Extraction) -> Iterator[Assertion]:
    years = {reference.id: reference.year for reference in extraction.references}
    titled: set[str] = set()
    for claim in extraction.claims:
        if claim.reference is not None:
            titled.add(claim.reference)
        yield _from_claim(claim, years.get(claim.reference or ""))
    for reference in extraction.references:
        if reference.id not in titled and reference.title and len(reference.title.split()) > 2:
            yield _from_title(reference, extraction.document.path)


def _from_claim(claim: Claim, year: str | None) -> Assertion:
    side = Side(
        text=claim.text,
        value="",
        document=claim.document,
        line=claim.line,
        span=claim.span,
        column=claim.column,
        claim=claim.id,
        reference=claim.reference,
    )
    return Assertion(side, claim.prose or " ".join(claim.text.split()), claim.facts, claim.modality, year)


def _from_title(reference: Reference, path: str) -> Assertion:
    from claimcheck import parse

    title = " ".join((reference.title or "").split())
    side = Side(
        text=title,
        value="",
        document=reference.document or path,
        line=reference.line or 1,
        span=reference.span,
        reference=reference.id,
    )
    return Assertion(side, title, parse.facts(title, 0), "asserted", reference.year)


def position(prose: str, quantity: Quantity) -> int:
    """Where the number stands in ``prose``; -1 when a person's restatement writes it otherwise."""
    return prose.find(" ".join(quantity.text.split()))
