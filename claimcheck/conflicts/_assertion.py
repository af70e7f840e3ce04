"""What one place asserts, ready to be held against other places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from sys import intern
from typing import TypeVar

from claimcheck.conflicts._reading import Action, Reading, Word, read
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Claim, Extraction, Facts, Modality, Quantity, Reference, Side
from claimcheck.parse import thesaurus
from claimcheck.parse.words import STOP_WORDS

_DEICTIC = wordlist("he she it they his her its their him them this these")
_SEASONS = wordlist("morning afternoon evening night week weekend month year spring summer autumn winter season time")
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
    """When a reference or a source was published, as a year or an ISO date, where that is known."""
    earlier: bool = False
    """True for a claim of an earlier text, which is held against the audited ones and not against other earlier ones."""
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
        return frozenset(
            stub for entity in self.facts.entities for name in {entity.name, entity.text} for stub in _stubs(name)
        )

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it writes, as four digits."""
        return frozenset(_YEAR.findall(self.prose))

    @property
    def figured_years(self) -> frozenset[str]:
        """Its years, where it gives a figure: two figures of different years are two facts."""
        return self.years if self.facts.quantities else frozenset()

    def at(self, value: str) -> Side:
        """Its side, showing ``value``."""
        return replace(self.side, value=value)


@lru_cache(maxsize=1 << 17)
def _stubs(name: str) -> tuple[str, ...]:
    return tuple(intern(part.lower()[:_STUB]) for part in name.split())


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
    second = reading.words[1] if len(reading.words) > 1 else None
    if first is not None and first.lower == "this" and second is not None and second.lower in _SEASONS:
        first = None  # "This winter ..." points at no other sentence
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
    confirm note add admit fear think believe suspect reckon maintain contend hold doubt deny concede accept assert stress write speak swear complain calculate
    assume imagine hope predict acknowledge allege"""
)
_ESTIMATES = wordlist(
    """estimate expect believe think reckon project predict forecast fear suspect value judge calculate anticipate
    guess claim boast warn suggest indicate consider point argue maintain contend doubt assume imagine hope allege assess insist"""
)
# "The ministry puts the number at 40": an estimate where what follows ends in a number.
_GAUGING = wordlist(
    "put estimate date value assess reckon cost set rate count attribute blame speak talk describe give measure gauge calculate judge"
)
_DISTANCED = wordlist(
    """believe think say estimate expect report rumour rumor suppose presume understand fear allege"""
)
_RECKONING = wordlist(
    "estimate guess count reckoning figure figures estimates calculation calculations view claim opinion belief tally"
)


def _attribution(reading: Reading) -> Attribution | None:
    words = reading.words
    for index, word in enumerate(words[:-1]):
        if word.lower == "according" and words[index + 1].lower == "to":
            end = _group_end(reading, index + 2)
            return Attribution(_stems(words[index + 2 : end]), frozenset(range(index, end)), estimate=True)
    for action in reading.actions:
        found = _framed(reading, action)
        if found is not None:
            return found
    return _reckoned(reading)


def _framed(reading: Reading, action: Action) -> Attribution | None:
    """Who says it, where ``action`` is the verb of saying, thinking or gauging."""
    words = reading.words
    following = words[action.at + 1] if action.at + 1 < len(words) else None
    if action.lemma in _DISTANCED and action.passive and following is not None and following.tag == "to":
        return Attribution(None, frozenset({action.at}), estimate=True)
    gauging = action.lemma in _GAUGING and _ends_in_number(reading, action)
    if not gauging and action.lemma not in _CLAUSAL | _ESTIMATES:
        return None
    if action.passive or not (gauging or _opens_clause(reading, action)):
        return None
    subject = _subject_span(reading, action.at)
    if subject is None:
        return None
    start, end = subject
    speaker = _stems(words[start:end])
    if gauging and action.lemma not in _ESTIMATES and not _may_speak(words[start:end]):
        return None
    estimate = action.lemma in _ESTIMATES
    # Of "managers at the Ferris hospital" the hospital may be what the figure is about.
    head = next((group.end for group in reading.groups if group.start == start), end)
    return Attribution(speaker, frozenset({*range(start, head), *range(end, action.at + 1)}), estimate)


def _ends_in_number(reading: Reading, action: Action) -> bool:
    """True for "puts the loss at 40 million", "dates the skull to 1200", "counted 300 people", "spoke of 12 dead"."""
    words = reading.words
    if action.lemma in {"attribute", "blame"}:
        return True
    linked = {"speak": {"of"}, "talk": {"of"}, "count": {""}}.get(action.lemma, {"at", "to", "as"})
    inside = [group for group in reading.groups if group.start > action.at][:4]
    return any(
        any(word.tag == "num" for word in words[group.start : group.end]) and (group.prep or "") in linked
        for group in inside
    )


_BODIES = wordlist(
    """police government ministry opposition union agency council company army force side press media team management board party court church bank
    association organisation organization office department treasury group charity administration institute university report inquiry survey study
    study analysis count census paper newspaper magazine mission crew staff camp laboratory firm state country nation camp lobby industry club federation society"""
)


def _may_speak(words: Sequence[Word]) -> bool:
    """True for people and bodies, which estimate; a fee or a bridge does not."""
    return any(word.tag == "name" or is_body(word.lower) or is_person(word.lower) for word in words)


def is_body(noun: str) -> bool:
    """True for a body of people, which acts and speaks like a person: a ministry, a team, a laboratory."""
    return noun in _BODIES or noun.removesuffix("s") in _BODIES


def _reckoned(reading: Reading) -> Attribution | None:
    """ "By the union's count", "the builders' own guess is that": a noun of reckoning and whose it is."""
    words = reading.words
    for group in reading.groups:
        if words[group.head].lower not in _RECKONING:
            continue
        inside = range(group.start, group.end)
        if any(words[at].owner for at in inside):
            return Attribution(_stems(words[group.start : group.head]), frozenset(inside), estimate=True)
        if group.start > 1 and words[group.start - 1].text == "'" and group.start - 2 >= 0:
            return Attribution(_stems(words[max(0, group.start - 3) : group.start]), frozenset({*inside, group.start - 2}), estimate=True)  # fmt: skip
    return None


@lru_cache(maxsize=1 << 14)
def is_person(noun: str) -> bool:
    """True when the dictionary knows the noun, in one of its first senses, as a kind of person or of group of people."""
    people = thesaurus.kinds("person").items()
    sense = next((number for number, steps in people if steps == 0), None)
    return sense is not None and sense in thesaurus.kinds(noun)


def _opens_clause(reading: Reading, action: Action) -> bool:
    """True for a verb whose object is a statement ("says 40 men were killed"), not a thing ("reported a loss")."""
    words = reading.words
    after = words[action.at + 1] if action.at + 1 < len(words) else None
    if after is None or after.tag == "stop":
        return after is None or after.text in {".", ",", ":"}
    if after.lower in {"that", "how"} or (
        action.lemma in _ESTIMATES and action.lemma not in {"claim", "insist", "value", "argue", "judge", "project"}
    ):
        return True
    if after.tag == "ing" and action.lemma in {"admit", "deny", "report", "acknowledge"}:
        return True
    if after.tag == "to" and action.lemma in {"claim", "expect", "hope", "estimate"}:
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


def assertions(extractions: Sequence[Extraction], earlier: Sequence[Extraction] = ()) -> tuple[Assertion, ...]:
    """Every claim and every reference title of ``extractions``, and every claim of ``earlier`` texts, in order."""
    audited = {entry.key: entry for extraction in extractions for entry in _of(extraction)}
    before = (assertion_of(claim) for extraction in earlier for claim in extraction.claims if claim.reference is None)
    return _ordered(
        (*audited.values(), *(replace(entry, earlier=True) for entry in before if entry.key not in audited))
    )


def assertion_of(claim: Claim) -> Assertion:
    """What one claim asserts."""
    return _from_claim(claim, None)


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
    text = " ".join(quantity.text.split())
    at = prose.find(text)
    while at > 0 and text[0].isdigit() and prose[at - 1].isdigit():
        at = prose.find(text, at + 1)  # the "8" of "18 wins and 8 defeats"
    return at
