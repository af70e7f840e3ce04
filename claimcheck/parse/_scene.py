"""A text with its quotations, and its sentences with the quoted words blanked out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.model import Entity
from claimcheck.parse import _marks, entities
from claimcheck.parse._marks import Quoted

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"')\]\uffff]*)(?=\s+[\"'(\[]?[^\Wa-z_]|\s+\uffff|\s*\Z)|[\uffff](?=\s*\Z)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Capt|Rev|Hon|Adm|Maj|Jr|Sr|vs|No|Art|Inc|Ltd|Corp"
    r"|Co|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|pp?|vol|ed|fig|cf|para|ch|sec|art|al)|\b[A-Z])\.\Z"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation with the speaker that was found for it."""

    quoted: Quoted
    speaker: str | None


@dataclass(slots=True)
class Scene:
    """A text, its quotations, and a copy of the text in which quoted words are blanked."""

    text: str
    shadow: str
    quoted: Sequence[Quoted]
    paragraphs: Sequence[_marks.Paragraph]
    names: set[Quoted]
    """Those that look like names and titles: visible in the shadow."""
    raw: str
    """The text as written, for telling marks apart."""
    _entities: Sequence[Entity] | None = None
    _starts: list[int] = field(default_factory=list)
    _full_names: dict[str, str] = field(default_factory=dict)

    def mark(self, one: Quoted) -> str:
        """The opening mark of a quotation, as written."""
        return self.raw[one.outer_start]

    def know(self, found: Sequence[Entity]) -> None:
        """Take ``found`` as the names of the text."""
        self._entities = found
        self._starts = [entity.span.start for entity in found]
        self._full_names = {
            entity.text: entity.name
            for entity in found
            if entity.kind == "person" and " " in entity.name and " " not in entity.text
        }

    def entities(self, low: int, high: int) -> Sequence[Entity]:
        """Names that begin at ``low`` or later and before ``high``."""
        if self._entities is None:
            self.know(entities.find(self.text))
        assert self._entities is not None
        return self._entities[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def full_name(self, name: str) -> str:
        """The full name that the text gives for a surname; other names as they are."""
        if " " in name:
            return name
        self.entities(0, 0)
        return self._full_names.get(name, name)


def shadow_of(text: str, quoted: Sequence[Quoted]) -> str:
    """Quoted words, marks included, as U+FFFF: no verb in them is read as the narrator's."""
    pieces = []
    at = 0
    for one in quoted:
        pieces.append(text[at : one.outer_start])
        pieces.append("\uffff" * (one.outer_end - one.outer_start))
        at = one.outer_end
    pieces.append(text[at:])
    return "".join(pieces)


def sentence_start(shadow: str, low: int, at: int) -> int:
    """Where the sentence that runs up to ``at`` begins, not before ``low``."""
    start = max(low, at - 600)
    begin = start
    for match in _SENTENCE_END.finditer(shadow, start, at):
        if match.end() >= at:
            break
        if shadow[match.start()] == "." and _ABBREVIATED.search(
            shadow, max(start, match.start() - 8), match.start() + 1
        ):
            continue
        begin = match.end()
    while begin < at and shadow[begin].isspace():
        begin += 1
    return begin


def ends_in(text: str) -> int:
    """How many sentences end in ``text``."""
    return sum(
        not (text[match.start()] == "." and _ABBREVIATED.search(text, max(0, match.start() - 8), match.start() + 1))
        for match in _SENTENCE_END.finditer(text)
    )


def sentence_stop(shadow: str, at: int, high: int) -> int:
    limit = min(high, at + 400)
    for match in _SENTENCE_END.finditer(shadow, at, limit):
        if shadow[match.start()] == "." and _ABBREVIATED.search(shadow, max(at, match.start() - 8), match.start() + 1):
            continue
        return match.start()
    return limit


def is_name_in_passing(text: str, one: Quoted) -> bool:
    """A short title that its sentence runs through; with a comma inside the marks only behind a preposition."""
    if one.end - one.start >= 40 or not looks_like_title(text[one.start : one.end]):
        return False
    if text[one.end - 1] != ",":
        return True
    return (
        re.search(r"\b(?:of|like|in|on|from|for|with|as|than) \Z", text[max(0, one.outer_start - 8) : one.outer_start])
        is not None
    )


def looks_like_title(body: str) -> bool:
    """Capitals on every longer word, no end of a sentence, at most a dozen words."""
    body = body.strip(" ,")
    if not body or body[-1] in ".!?;…" or len(body) > 90:
        return False
    parts = _WORD.findall(body)
    if not parts or len(parts) > 12 or (body.isupper() and len(parts) > 1) or not any(len(part) > 3 for part in parts):
        return False
    return parts[0][0].isupper() and all(part[0].isupper() or part in _SMALL_WORDS for part in parts)


_SMALL_WORDS = frozenset(
    "a an the of and or but nor in on at to for from by with as de la le les du des und"
    " der die das von et y vs s".split()
)
