"""How a stretch of text asserts: affirmed or denied, as a fact or as less, in whose words, rising or falling.

Clauses are cut at marks and words that cut safely (stops, commas with a conjunction, "because", "which", the "that" of
a report), without a parser. Where a cut is not safe the clause stays long, and what it says of itself covers all of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.model import Modality, Quotation, Span
from claimcheck.parse import _lexicon, quotations, words
from claimcheck.parse._nounphrases import noun_phrase, plausible
from claimcheck.parse._speech import DENYING, FACTIVE, HOLDING, SAYING
from claimcheck.parse._subjects import before_verb
from claimcheck.parse.cues import Cue, words_of

ClauseModality = Literal["asserted", "possible", "forecast", "conditional", "question", "denied", "reported"]
"""What a clause claims to be. Of several that apply the one that asserts least: a reported possibility is
``possible``; ``Clause.speaker`` still says who reports it."""
Scope = Literal["all", "most", "some", "only", "none"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and how it asserts.

    ``polarity`` is -1 when the clause negates ("did not", "failed to", "without"), else 1. ``speaker`` is who says it,
    ``None`` for the text itself or an unnamed voice. ``direction`` is 1 for rising, -1 for falling, 0 for neither or
    both. ``scope`` is the widest quantifier that the clause names, if any.
    """

    span: Span
    polarity: Literal[1, -1]
    modality: ClauseModality
    speaker: str | None
    direction: Literal[1, 0, -1]
    scope: Scope | None


# --- how a whole claim asserts --------------------------------------------------------------------------------------

_LEGAL = Cue(
    r"\b(?:violat(?:e|es|ed|ing|ion|ions)|breach(?:es|ed|ing)?|contraven(?:es?|ed|ing|tions?)|infring(?:es?|ed|ing|ements?)|unlawful(?:ly)?"
    r"|illegal(?:ly)?"
    r"|compliance with|complies with|lawful(?:ly|ness)?|legality|unconstitutional|war crimes?"
    r"|acts? of aggression"
    r"|in accordance with (?:the )?(?:law|charter|treaty)|null and void)\b",
    "contravene contravenes contravened contravening contravention contraventions infringe infringes "
    "infringed infringing infringement infringements "
    "violate violates violated violating violation violations breach breaches breached breaching unlawful "
    "unlawfully illegal illegally compliance complies lawful lawfully lawfulness legality "
    "unconstitutional crime crimes aggression law charter treaty null",
    re.IGNORECASE,
)
_FORECAST = Cue(
    r"\b(?:will|won't|shall|is going to|are going to|(?:is|are|was|were) (?:set|due|expected|projected|forecast"
    r"|scheduled"
    r"|poised|about|bound|slated|on track|predicted|estimated) to|(?:plans?|intends?|aims?|hopes?|expects?|promises) to"
    r"|forecasts?|projections?|by (?:the year )?20[3-9][0-9])\b",
    "will won shall going set due expected projected forecast forecasts scheduled poised about bound "
    "slated track predicted estimated plan plans intend intends aim aims hope hopes expect expects "
    "promise promises projection projections year " + " ".join(map(str, range(2030, 2100))),
    re.IGNORECASE,
)
_ASSESSMENT = Cue(
    r"\b(?:could|may(?! \d)|might|would|should|can potentially|potential(?:ly)?|likely|unlikely|possibl[ey]"
    r"|probabl[ey]|perhaps"
    r"|appears? to|seems? to|suggests? that|indicates? that|signif(?:y|ies|ied)|underscores?|poses? (?:a|an"
    r"|substantial)"
    r"|significant(?:ly)?|important|crucial|pivotal|vital|essential|concerning|alarming|undermin(?:e|es|ing)"
    r"|threatens?|threat to|challenges? for|best|worst|arguably|clearly|reinforces?|emphasi[sz]es?|deeply|profound)\b",
    "could may might would should potential potentially likely unlikely possible possibly probable probably "
    "perhaps appear appears seem seems suggest suggests indicate indicates signify signifies signified "
    "underscore underscores pose poses significant significantly important crucial pivotal vital essential "
    "concerning alarming undermine undermines undermining threaten threatens threat challenge challenges best "
    "worst arguably clearly reinforce reinforces emphasise emphasize emphasises emphasizes deeply profound",
)


def modality_of_claim(text: str) -> Modality:
    """How the claim asserts; ``asserted`` unless its words say that it forecasts, assesses or judges by law."""
    text = words.plain(text)
    held = words_of(text.lower())
    if _LEGAL.search(text, held):
        return "legal"
    if _FORECAST.search(text, held):
        return "forecast"
    if _ASSESSMENT.search(text, held):
        return "assessment"
    return "asserted"


# --- clauses --------------------------------------------------------------------------------------------------------

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Inc|Ltd|Corp|No|vs|e\.g|i\.e|etc|al)|\b[A-Z])\Z"
)
_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s|\Z)|;|\n+")
# A clause begins at (or, for marks, behind) these.
_JOINT = re.compile(
    r"(?<=, )(?:and|but|or|yet|so|nor|while|whereas|although|though|because|since|as|which|who|whose|where|when"
    r"|if|unless|with|adding)\b"
    r"|(?<= )(?:but|while|whereas|although|though|because|unless|if|whether|when|after|before|until|which|who"
    r"|whose|where|despite)\b"
    r"|(?<=, )(?=(?:may|might|could|will|would|has|have|had|is|are|was|were|did|does|cannot|said|says)\b)"
    r"|(?<=: )(?=\S)|(?<=[—–]) ?(?=\S)|(?<= - )(?=\S)|(?<=\()(?=\S)"
)
_FRONTED = re.compile(
    r"\s*(?:If|Unless|When|While|Although|Though|Because|Since|After|Before|Until|Despite|As) [^,;:\n]{2,160}, "
)
_TELLING = re.compile(
    r"\b(?P<verb>[a-z]{3,14})(?: (?:reporters|journalists|parliament|me|him|her|them|us"
    r"|[A-Z]\w+))?(?P<that> that\b)?(?= )"
)
_STARTS_CLAUSE = re.compile(
    r" (?:the|a|an|he|she|it|they|we|i|you|there|this|these|those|his|her|its|their|our|no|some|many|most|all"
    r"|both|more|about|[A-Z0-9])",
    re.ASCII,
)
_BEHIND_NOUN = re.compile(
    r"\b(?:(?P<none>no (?:evidence|proof|sign|indication|truth|suggestion|record)|(?:not|\w+n't) (?:true"
    r"|the case)|untrue|myth|falsehood|false (?:claims?|reports?|rumou?rs?)"
    r"|den(?:ial|ials)|rejected (?:claims?|reports?|suggestions?|allegations?)|dismissed (?:claims?|reports?"
    r"|suggestions?|allegations?))"
    r"|(?P<said>claims?|reports?|allegations?|rumou?rs?|suggestions?|accusations?|belief|speculation|theory"
    r"|fears?|hopes?)) (?:that|of)\b"
)
_DENIED_DOING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out) (?=\w+ing\b|any\b|the\b|it\b|its\b|his\b|her\b|their\b)"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_TRAILING = re.compile(r", (?=[^,]{2,80}\Z)")
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|rumou?red|(?:is|are|was|were) (?:said"
    r"|believed|thought|reported|alleged|understood|rumou?red) to)\b"
)
_POSSIBLE = re.compile(
    r"\b(?:could|may(?! (?:\d|[A-Z]))|might|possibl[ey]|perhaps|maybe|probabl[ey]|likely|unlikely|potentially"
    r"|appears? to|seems? to|capable of)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|won't|shall|'ll|(?:is|are|was|were|be) (?:set|due|expected|projected|forecast|scheduled|poised"
    r"|slated|going|predicted|bound|likely) to"
    r"|(?:plan|plans|planned|intend|intends|intended|aim|aims|hope|hopes|hoped|expect|expects|expected|promise"
    r"|promises|promised|vow|vows|vowed|pledged|pledges"
    r"|threatens|threatened) to)\b"
)
_WOULD = re.compile(r"\b(?:would|wouldn't|were to|in the event of|provided that|as long as|otherwise)\b|'d (?=\w+ )")
_HAS_IF = re.compile(r"\b(?:[Ii]f|[Uu]nless)\b")
_IF = re.compile(r"(?:if|unless|in case|provided|assuming|should (?:the|a|it|he|she|they|[A-Z]))\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not(?! (?:only|just|least|merely|simply|to mention))|cannot|never|no(?! (?:doubt|less|more|fewer"
    r"|later|sooner|longer than|wonder)\b)(?!\.)"
    r"|none(?! other)|nobody|nothing(?! but)|nowhere|neither|nor|without|hardly|scarcely|barely|rarely|seldom"
    r"|(?<!a )few(?= )|(?<!a )little(?= (?:evidence|sign|doubt|support)))\b"
    r"|n't\b",
    re.IGNORECASE,
)
_FAILING = re.compile(
    r"\b(?:fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to|unable to|unwilling to"
    r"|lack(?:s|ed|ing)?|stopped short of|refrain(?:s|ed)? from"
    r"|avoid(?:s|ed)?|prevented|ruled out|stop(?:s|ped) \w+ing|no longer|ceased? to)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:go(?:es|ne)?|went|is|was|are|were|moved|pushed|edged) up\b|\b(?:all-time|record) highs?\b", re.IGNORECASE
)
_DOWN = re.compile(
    r"\b(?:go(?:es|ne)?|went|is|was|are|were|moved|pushed|edged|cut) down\b|\b(?:all-time|record) lows?\b",
    re.IGNORECASE,
)
_SCOPE_WORDS: tuple[tuple[Scope, str], ...] = (
    ("none", r"\b(?:none|nobody|no one|neither|nothing)\b|\bno (?=[a-z]+s\b)"),
    ("some", r"\bnot (?:all|every(?:one)?|everybody)\b"),
    ("only", r"\b(?:only|solely|exclusively)\b(?<!not only)"),
    (
        "most",
        r"(?<!the )(?<!at )\bmost (?:of|[a-z]+s)\b"
        r"|\b(?:majority|mostly|largely|mainly|(?:almost|nearly|virtually) (?:all|every))\b",
    ),
    (
        "all",
        r"(?<!at )(?<!after )(?<!above )\ball\b"
        r"|\b(?:every|each|entire|whole|everyone|everybody|always|both)\b",
    ),
    ("some", r"\b(?:some|several|many|certain|partly|partially|a (?:few|number|handful|minority))\b"),
)
_SCOPES = tuple((scope, re.compile(pattern, re.IGNORECASE)) for scope, pattern in _SCOPE_WORDS)


@cache
def _directions() -> tuple[frozenset[str], frozenset[str]]:
    """Stems of words of rising and of falling."""
    rising, falling = (
        frozenset(words.stem(word) for group in groups for word in _lexicon.CONCEPTS[group].split())
        for groups in (("rise", "raise"), ("fall", "lower"))
    )
    return rising - falling, falling - rising


def _direction(text: str) -> Literal[1, 0, -1]:
    rising, falling = _directions()
    stems = {words.stem(word) for word in re.findall(r"[^\W\d_]{3,}", text)}
    up = not stems.isdisjoint(rising) or _UP.search(text) is not None
    down = not stems.isdisjoint(falling) or _DOWN.search(text) is not None
    return 0 if up == down else 1 if up else -1


def _polarity(text: str) -> Literal[1, -1]:
    # "never failed to" affirms: a negation and a verb of failing undo each other.
    return -1 if (_NOT.search(text) is not None) != (_FAILING.search(text) is not None) else 1


def _scope(text: str) -> Scope | None:
    return next((scope for scope, pattern in _SCOPES if pattern.search(text)), None)


@dataclass(frozen=True, slots=True)
class _Voice:
    """In whose words a stretch stands, and how strongly."""

    modality: ClauseModality
    speaker: str | None


_OWN = _Voice("asserted", None)


class _Inside:
    """The quotations of one sentence, in order."""

    def __init__(self, quoted: Sequence[Quotation]) -> None:
        self.quoted = quoted
        self.starts = [quotation.span.start for quotation in quoted]
        self.ends = {quotation.span.end for quotation in quoted}

    def holds(self, at: int) -> bool:
        """Whether ``at`` lies in quoted words."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.quoted[index].span.end

    def begins(self, at: int) -> bool:
        index = bisect_left(self.starts, at)
        return index < len(self.starts) and self.starts[index] == at


def clauses(text: str, offset: int = 0) -> tuple[Clause, ...]:
    """The clauses of ``text`` in order; ``offset`` is added to their spans. Spans do not overlap."""
    flat = words.plain(text)
    quoted = quotations.find(text)
    found: list[Clause] = []
    starts = [quotation.span.start for quotation in quoted]
    for start, end, question in _sentences(flat, quoted):
        inside = _Inside(quoted[bisect_left(starts, start) : bisect_left(starts, end)])
        condition = _HAS_IF.search(flat, start, end) is not None
        for begin, stop, voice in _stretches(flat, start, end, inside):
            body = flat[begin:stop]
            if not any(map(str.isalnum, body)):
                continue
            begin += len(body) - len(body.lstrip(" ,;:\"'—–-()"))
            stop -= len(body) - len(body.rstrip(" ,;:\"'—–-()\n"))
            if begin >= stop:
                continue
            body = flat[begin:stop]
            found.append(
                Clause(
                    Span(begin + offset, stop + offset),
                    _polarity(body),
                    "question" if question else _modality(body, condition, voice),
                    voice.speaker,
                    _direction(body),
                    _scope(body),
                )
            )
    return tuple(found)


def _sentences(text: str, quoted: Sequence[Quotation]) -> Iterator[tuple[int, int, bool]]:
    """Start, end, and whether it asks; stops inside a quotation do not end the sentence around it."""
    start = 0
    at = 0
    for match in _STOP.finditer(text):
        while at < len(quoted) and quoted[at].span.end < match.start():
            at += 1
        if at < len(quoted) and quoted[at].span.start <= match.start() < quoted[at].span.end - 1:
            continue
        if match.group()[0] == "." and _ABBREVIATION.search(text, max(0, match.start() - 6), match.start()):
            continue
        if text[start : match.end()].strip():
            yield start, match.end(), "?" in match.group()
        start = match.end()
    if text[start:].strip():
        yield start, len(text), False


def _stretches(text: str, start: int, end: int, inside: _Inside) -> Iterator[tuple[int, int, _Voice]]:
    """Pieces of one sentence, each with its voice."""
    cuts: dict[int, _Voice | None] = {start: _OWN}
    sentence = text[start:end]
    whole = _attribution(sentence)
    for quotation in inside.quoted:
        cuts[quotation.span.start] = _Voice("reported", quotation.speaker)
        cuts[min(quotation.span.end, end)] = None  # back to the voice before
    for match in _JOINT.finditer(text, start, end):
        if not inside.holds(match.start()):
            cuts.setdefault(match.start(), None)
    if (fronted := _FRONTED.match(text, start, end)) and not (inside.starts and inside.starts[0] < fronted.end()):
        cuts.setdefault(fronted.end(), None)
    cuts.update(_reports(text, start, end, inside))
    order = sorted(cuts)
    current = _OWN
    before_quote = _OWN
    for index, at in enumerate(order):
        stop = order[index + 1] if index + 1 < len(order) else end
        given = cuts[at]
        if inside.begins(at):
            before_quote = current
        if given is not None:
            current = given
        elif at in inside.ends:
            current = before_quote
        elif text.startswith("but", at) and text[at - 2 : at] == ", ":
            current = _OWN  # ", but" ends what was reported
        if at == start and whole is not None and not inside.quoted:
            current = whole
        yield at, stop, current


def _attribution(sentence: str) -> _Voice | None:
    """The voice of a whole sentence: "according to Lund, ...", "..., Lund said", "reportedly"."""
    body = sentence.strip().rstrip(".!?\"' ")
    if match := _ACCORDING.search(body):
        speaker = noun_phrase(body[match.end() :])
        return _Voice("reported", speaker if speaker and plausible(speaker) else None)
    if match := _TRAILING.search(body):
        found = before_verb(body[match.end() :], whole=True)
        if found and found.verb in (
            "say",
            "tell",
            "add",
            "report",
            "claim",
            "note",
            "write",
            "announce",
            "state",
            "warn",
        ):
            return _Voice("reported", found.phrase)
    return None


def _reports(text: str, start: int, end: int, inside: _Inside) -> Iterator[tuple[int, _Voice]]:
    """Where a reported clause begins, with the one who reports it."""
    for match in _TELLING.finditer(text, start, end):
        verb = match["verb"]
        entry = SAYING.get(verb) or HOLDING.get(verb)
        if entry is None or inside.holds(match.start()):
            continue
        base, tense = entry
        if tense == "ing" or not (match["that"] or (base in _BARE and _STARTS_CLAUSE.match(text, match.end()))):
            continue
        subject = before_verb(text[max(start, match.start() - 300) : match.end("verb")], whole=False)
        if subject is None and not match["that"]:
            continue  # "said Maria Lund": the speaker stands behind the verb
        speaker = subject.phrase if subject and plausible(subject.phrase) else None
        if base in DENYING:
            yield match.end(), _Voice("denied", speaker)
        elif base in FACTIVE:
            yield match.end(), _Voice("asserted", speaker)
        else:
            yield match.end(), _Voice("reported", speaker)
    for match in _BEHIND_NOUN.finditer(text, start, end):
        yield match.end(), _Voice("denied" if match["none"] else "reported", None)
    for match in _DENIED_DOING.finditer(text, start, end):
        subject = before_verb(text[max(start, match.start() - 300) : match.end()].rstrip(), whole=False)
        yield match.end(), _Voice("denied", subject.phrase if subject and subject.phrase else None)


_BARE = frozenset(
    "say claim believe think argue tell insist warn add admit confirm deny hope fear feel"
    " know report suggest announce".split()
)
"""Verbs after which "that" may be left out."""


def _modality(body: str, condition: bool, voice: _Voice) -> ClauseModality:
    if voice.modality == "denied":
        return "denied"
    if body.startswith("whether"):
        return "question"
    conditional = _IF.match(body) is not None
    if conditional or _WOULD.search(body) or (condition and (_FUTURE.search(body) or _POSSIBLE.search(body))):
        return "conditional"
    if _POSSIBLE.search(body):
        return "possible"
    if _FUTURE.search(body):
        return "forecast"
    if voice.modality == "reported" or _HEARSAY.search(body):
        return "reported"
    return "asserted"
