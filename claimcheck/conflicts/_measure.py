"""Numbers in their places: what each counts or measures, the deed it belongs to, whether it is a rate or a part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.conflicts._assertion import Assertion, position, terms
from claimcheck.conflicts._reading import Action, Reading
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Quantity
from claimcheck.parse.words import stem

_NEVER_MORE = re.compile(r"\b(?:never|not)\b[^,;]{0,60}\b(?:more than|over|above|exceed\w*)\s*$", re.IGNORECASE)
_ATTRIBUTES: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "long length runs run stretches stretch extends extend", "wide width broad breadth",
        "high tall height altitude elevation stands rises towers", "deep depth", "weigh weighs weight weighed heavy mass scales",
        "old age aged dated ago", "cost costs price priced", "area covers", "wingspan", "diameter across", "thick thickness", "fast speed",
        "revenue turnover sales", "profit earnings earned", "loss losses deficit", "debt debts owe owes", "salary pay wage", "budget",
        "turnout", "unemployment jobless", "inflation", "growth grew", "margin", "dividend", "efficacy effective", "coverage",
    )
)  # fmt: skip
AGE = next(number for number, row in enumerate(_ATTRIBUTES) if "aged" in row)
_RATE = re.compile(
    r"^\W{0,2}(?:of [a-z]+\W)?(?:(?!for |in |of |after |within |during |over |from |to )[a-z]+\W){0,3}?(?:per|a|an|each|every|in"
    r" every|out of every|out of)\s(?:second|minute|hour|day|night|week|month|quarter|season|year|shift|game|match"
    r"|head|person|"
    r"share|barrel|tonne|ton|gram|kilogram|kilo|litre|liter|square|100|1,000|10,000|100,000|hundred|thousand)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|each|(?:in|over|within) (?:the (?:course|space) of )?(?:a|one|any) (?:single |typical )?)(?: ?)(?:day|week|month|quarter|season|year|shift)(?= the\b|,|\.|$)",
    re.IGNORECASE,
)
_STUFF = re.compile(r"\s(?:worth\s)?of\s(?:[a-z-]+\s){0,1}?([a-z-]{3,})(?=[\s,.;]|$)", re.IGNORECASE)
_OF_WHOLE = re.compile(r"^\s*(?:of|out of)\s+(?:the|its|his|her|their|these|those|all|[\w'’]+['’]s)\b", re.IGNORECASE)
_PARTED = re.compile(r"^(?:of|among|out of)\s+(?:the|its|his|her|their|these|those|all|[\w'’]+['’]s?)\b", re.IGNORECASE)
HEDGING = re.compile(
    r"(?:\b(?:about|approximately|around|roughly|some|nearly|almost|just (?:under|over)|close to|up to|as (?:many"
    r"|much) as|at (?:least|most)|no (?:more|fewer|less) than|"
    r"more than|fewer than|less than|over|under|exactly|between|barely|only|an estimated|at most|a maximum of)\s+)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in its place: the verb it belongs to, what it measures and whether it is a rate or a part."""

    quantity: Quantity
    at: int
    counted: str | None
    attribute: int | None
    verb: Action | None
    deed: str | None
    """Stem of the verb, or of the verbal noun it follows ("the introduction of 300 soldiers")."""
    rate: str | None
    partial: bool
    stuff: str | None = None
    """What a weight or a volume is one of: "60 tonnes of flour"."""


def _measures(assertion: Assertion) -> tuple[Measure, ...]:
    """Its numbers; of "six of the twenty volunteers" the first only."""
    found: list[Measure] = []
    for quantity in assertion.facts.quantities:
        if _names_something(assertion, quantity):
            continue
        measure = _measure(assertion.prose, quantity, assertion.reading)
        before = found[-1] if found else None
        between = assertion.prose[before.at + len(before.quantity.text) : measure.at] if before is not None else ""
        if before is None or quantity.unit is not None or not re.fullmatch(r" (?:of|out of) (?:the |these |those |all |its |their |his |her )?", between):  # fmt: skip
            found.append(measure)
    return tuple(found)


_GLUED = frozenset("!#=+/\\_@~^*&<>")


def _names_something(assertion: Assertion, quantity: Quantity) -> bool:
    """True for a number that is part of a name: "issue!235", "tools 8.1"."""
    at = position(assertion.prose, quantity)
    if at <= 0:
        return False
    if assertion.prose[at - 1] in _GLUED:
        return True
    if quantity.unit is not None or quantity.counted is not None or SCALED.search(quantity.text):
        return False
    before = next((word for word in reversed(assertion.reading.words) if word.end == at - 1), None)
    return before is not None and before.tag in {"noun", "name"} and quantity.text[0].isdigit()


def _measure(prose: str, quantity: Quantity, reading: Reading) -> Measure:
    at = max(position(prose, quantity), 0)
    end = at + len(quantity.text)
    after = prose[end : end + 60]
    verb, deed = _deed(reading, at)
    if quantity.counted is None and quantity.unit is None:
        quantity, verb, deed = _numbered(reading, quantity, at, verb, deed)
    elif quantity.counted is not None and quantity.unit is None and SCALED.search(quantity.text):
        # "loans of 65 million" counts no loans.
        behind = prose.find(quantity.counted.split()[-1], end)
        if behind < 0 and re.search(r"\b(?:of|at|worth)\s+(?:[a-z]+ ){0,3}$", prose[max(0, at - 30) : at]):
            quantity = replace(quantity, counted=None)
    counted = stem(quantity.counted.split()[-1]) if quantity.counted else None
    if (quantity.unit == "percent" and _COMPARING.match(after)) or _QUANTILE.search(prose[:at]):
        return Measure(quantity, at, counted, _COMPARED, verb, deed, "than", partial=False)
    rate = _RATE.match(after) or _EVERY.search(prose)
    partial = bool(_OF_WHOLE.match(after) or (_PARTED.match(prose) and at > 0))
    if quantity.unit is not None:
        partial = quantity.unit not in {"percent", "ratio"} and re.match(r" of [\w ]{0,20}['’]s ", after) is not None
    if quantity.hedge in {"over", "at-least"} and _NEVER_MORE.search(prose[:at]):
        # "never held more than 4,000": a ceiling.
        quantity = replace(quantity, low=0.0, high=quantity.low, hedge="up-to")
    return Measure(
        quantity,
        at,
        counted,
        AGE if quantity.unit == "year" and "year" not in quantity.text.lower() else _attribute(prose),
        verb,
        deed,
        rate.group().split()[-1].lower() if rate else None,
        partial,
        stuff[1].lower() if quantity.unit is not None and (stuff := _STUFF.match(after)) else None,
    )


_FATES = wordlist("dead injured wounded homeless missing stranded jobless")
SCALED = re.compile(r"(?:million|billion|trillion|thousand|bn|m|k)$", re.IGNORECASE)
_OPENING = wordlist("begin start open launch leave depart sail")
_GATHERINGS = wordlist(
    """crowd audience force garrison staff army workforce crew band party team turnout attendance congregation membership
    population column convoy group fleet"""
)
_TALLIES = wordlist("number total toll figure count tally sum")


# "400 percent more than": no share. "The top 1 percent": no share of anything, but who.
_COMPARING = re.compile(
    r"\s+(?:more|less|fewer|higher|lower|larger|smaller|faster|slower|above|below)\b", re.IGNORECASE
)
_QUANTILE = re.compile(r"\b(?:top|bottom|richest|poorest|wealthiest|next|upper|lower)\s$", re.IGNORECASE)
_COMPARED = -1


def _numbered(
    reading: Reading, quantity: Quantity, at: int, verb: Action | None, deed: str | None
) -> tuple[Quantity, Action | None, str | None]:
    """ "Puts the number of civilians killed by the shelling at 26": what is counted, and its deed, stand before."""
    words = reading.words
    for number, group in enumerate(reading.groups[:-1]):
        following = reading.groups[number + 1]
        if (
            words[group.head].lower in _TALLIES
            and following.prep == "of"
            and following.start <= group.end + 1
            and words[following.end - 1].end < at
        ):
            behind = next((action for action in reading.actions if action.at == following.end), None)
            found = behind if behind is not None and words[behind.at].start < at else None
            noun = words[following.head].text
            return replace(quantity, counted=noun), found or verb, found.stem if found is not None else None
    ahead = [word for word in words if word.end <= at][-2:]
    if (
        len(ahead) == 2
        and ahead[1].lower == "of"
        and ahead[0].lower in _GATHERINGS
        and not SCALED.search(quantity.text)
    ):
        return replace(quantity, counted=ahead[0].text), verb, None  # "a crowd of 41,000"
    return quantity, verb, deed


_HEIGHT = next(number for number, row in enumerate(_ATTRIBUTES) if "altitude" in row)


def _attribute(prose: str) -> int | None:
    if "above sea level" in prose:
        return _HEIGHT
    words = set(re.findall(r"[a-z]+", prose.lower()))
    found = [number for number, row in enumerate(_ATTRIBUTES) if words & row]
    return found[0] if len(found) == 1 else None


def _deed(reading: Reading, at: int) -> tuple[Action | None, str | None]:
    """The verb that the number at offset ``at`` belongs to: before it in its clause, else after it."""
    words = reading.words
    index = next((i for i, word in enumerate(words) if word.end > at), len(words) - 1)
    hedge = HEDGING.search(reading.prose[max(0, at - 40) : at])
    start = at - len(hedge.group()) if hedge else at
    ahead = [word for word in words if word.end <= start][-2:]
    if ahead and ahead[-1].lower == "with":
        opened = next((action for action in reversed(reading.actions) if action.at < index), None)
        # "Began with 400 patients": there were so many. "Left port with 120 people": it had them.
        return None, "number" if opened is not None and opened.lemma in _OPENING else None
    if len(ahead) == 2 and ahead[1].lower == "of" and ahead[0].tag == "noun":
        return None, ahead[0].stem
    framed = terms(reading.prose).attribution
    skip = framed.words if framed else frozenset()
    before = [
        action
        for action in reading.actions
        if action.at < index and action.at not in skip and not _parted(reading, action.at, index)
    ]
    after = [
        action
        for action in reading.actions
        if action.at > index and action.at not in skip and not _parted(reading, index, action.at)
    ]
    verb = before[-1] if before else after[0] if after else None
    if verb is not None and verb.lemma in {"leave", "see", "have", "get"} and verb.at < index:
        # "left 21 vehicles burned out", "saw 40 people arrested": the deed stands behind.
        group = next((group for group in reading.groups if group.start <= index < group.end), None)
        done = next((action for action in reading.actions if group is not None and action.at == group.end), None)
        verb = done if done is not None and not done.finite else verb
        left = words[group.end - 1] if group is not None and done is None else None
        if verb is not None and verb.lemma == "leave" and left is not None and left.lower in _FATES:
            return None, left.stem  # "left nineteen dead"
    return verb, verb.stem if verb else None


def _parted(reading: Reading, start: int, end: int) -> bool:
    """True when a clause ends between the two words."""
    return any(
        word.text in {";", ":", ",", "—", "–"}
        or word.lower in {"that", "which", "who", "as", "after", "before", "when", "while", "where"}
        for word in reading.words[start + 1 : end]
        if word.tag != "num"
    )


def measures(assertion: Assertion) -> tuple[Measure, ...]:
    """Its quantities in their places."""
    return assertion.once(_measures)
