"""Is a sentence worth checking? An additive score whose every point has a printed reason.

Points are earned by what a page can bear out or deny (a number, a date, a quotation, an event with its names) and
lost by what no page
can (a value judgement, advice, a question, a hope). The score selects; it says nothing on whether the sentence is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.verbs import Verb, base_of, finite_verbs, is_base_form
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import ClaimClass, Facts, Modality
from claimcheck.parse import thesaurus

_TOLD = 9
"""Words from which an event is more than scenery ("Some neighbours shrugged.")."""
WORTHY = 2
"""Points from which a sentence is selected: two weak signs or one strong one, after deductions."""

_EVALUATIVE = wordlist(
    """absurd admirable alarming amazing appalling attractive awful bad beautiful bitter bold boldest
    brave brilliant careless catastrophic cheap clever concerning courageous cowardly crazy crucial cruel
    cynical dangerous deplorable deserve deserves dire disappointing disastrous disgraceful disgusting dismal
    dreadful easy elegant embarrassing encouraging essential excellent exciting fantastic fascinating     foolish
    fortunate fortunately genius glorious good gorgeous greedy grim happy heroic hideous honest
    honestly hopeful horrible humiliating ideal illegitimate immoral important impressive incredible inevitable
    inevitably inexcusable insane inspiring interesting ironic ironically irresponsible laughable lovely
    magnificent marvellous meaningful memorable mere merely misguided moral naive noble obvious obviously
    outrageous overdue pathetic perfect pointless poor powerful precious predictable pretty profound proud
    reckless regrettable remarkable remarkably ridiculous rotten sad sadly scandalous scary sensible
    shameful shameless shocking silly simply smart sorry spectacular splendid stunning stupid sublime
    superb surely surprising surprisingly tasty tempting terrible thoughtful thrilled tired tragic troubling
    true truly ugly unacceptable unfair unfortunate unfortunately unforgivable unjust unthinkable useful useless
    vain valuable vital weak welcome wicked wise wonderful worrying worse worst worthless wrong delighted
    delicious charming cosy dull boring fun glad folly nonsense madness tragedy triumph disgrace scandal shame
    joy miracle mistake pity betrayal foolishness arrogance hypocrisy"""
)
_STRENGTH = wordlist(
    """significant significantly substantial substantially considerable considerably pivotal key profound serious
    seriously strong stronger deep deeply vast robust enormous huge tremendous dramatic dramatically
    particularly especially strategic implications ramifications consequences challenges opportunities threat
    threats concern concerns risk risks influence"""
)
_HEDGES = wordlist(
    """apparently arguably conceivably doubtless likely maybe perhaps plausibly possibly potential potentially
    presumably probable probably seem seemed seemingly seems supposedly unlikely appear appears tend tends feel
    feels poised suggests suggest indicates indicate imply implies questions"""
)
_GENERIC = wordlist(
    """always anybody anyone everybody everyone everything generally many often     rarely sometimes somebody someone typically usually nothing whoever whatever """
)
_OPINING = wordlist(
    """believe call doubt dream fear feel guess hate hope imagine know like love prefer recommend regret suppose
    think trust understand urge want wish wonder"""
)
_STATIVE = wordlist(
    """be have do seem appear belong consist depend differ exist fear feel hate hope know lack like love matter
    mean need prefer remain stand tend think trust want wish worry sound suffice deserve keep stay let go get
    come make take give shrug laugh wait look watch walk talk"""
)
_SAYING = wordlist(
    """accuse acknowledge admit allege announce argue ask assert blame call cite claim complain conclude concede
    condemn confirm contend credit criticise criticize declare demand deny describe disclose estimate explain
    find forecast insist inform note observe pledge praise predict promise propose reiterate reject remark reply
    report request reveal rule say show state stress suggest tell testify threaten urge vow warn welcome write"""
)
_LEGAL = wordlist(
    """act ban banned bill charter clause constitution contract court decree illegal law lawful legal licence
    license mandate mandatory ordinance permit permitted prohibited prohibits provision ratified ratifies
    regulation resolution rule ruling sanction sanctions statute treaty unlawful verdict agreement"""
)
_INSTITUTIONS = wordlist(
    """administration agency airline army association authorities authority bank board bureau cabinet church club coalition
    college commission committee company congress council court department factory federation firm fund government group
    hospital institute jury legislature ministry mayor minister museum navy newspaper office owner parliament party
    plant
    police president prosecutor prosecutors regulator school senate society supplier team tribunal trust union university"""
)
_CHANGE_WORDS = re.compile(
    r"\b(?:doubled|tripled|trebled|quadrupled|halved|twice|threefold|tenfold|half|a third|two thirds|a quarter"
    r"|three quarters|"
    r"a tenth|a fifth|one in (?:\w+)|majority|all but|none of|only (?:one|two|three))\b"
)
_CALENDAR = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|"
    r"(?:last|next|this|that) (?:week|month|year|spring|summer|autumn|fall|winter|decade|century|night|season)|"
    r"(?:bronze|iron|stone|middle) ages?|(?:first|second) world war|"
    r"(?:\d{1,2}(?:st|nd|rd|th)|\w+teenth|twentieth|twenty-first) centur(?:y|ies)|(?:early|mid|late)[- ]\d{4}s?)\b"
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|(?:in|In|of|since"
    r"|until|by) May)\b"
)
_NORMATIVE = re.compile(
    r"\b(?:should|must|ought|needs? to|needs? (?:a|an|more|less|better)|ha(?:s|ve) to|had better|let us|let's"
    r"|deserves?|demands? that|"
    r"it is (?:time|high time)|we (?:urge|demand|call (?:on|for)|need|ask)|i (?:urge|ask))\b"
)
_POSSIBLE = re.compile(r"\b(?:could|may|might|would)\b(?! have been (?:built|founded|born))")
_FUTURE = re.compile(r"\b(?:will|shall|won't|is going to|are going to|'ll)\b")
_EXPLETIVE = re.compile(
    r"^(?:and |but |yet |so )?it (?:is|was|would be|will be|seems|appears|remains|has been|becomes)(?: \w+ly)? "
    r"(?!the\b|a\b|an\b|\d|located|based|owned|operated|one\b)\w+(?: and \w+)? (?:to|that|how|what|whether|when"
    r"|without|for|in this)\b|"
    r"^(?:and |but )?it is (?:widely|generally|often) (?:regarded|considered|seen|said|believed|thought)\b|"
    r"^there (?:is|are|can be|seems) (?:no|little|every|something|nothing|much|a lot)\b|^what (?:is|was|matters|we"
    r"|i|they)\b"
)
_META = re.compile(
    r"\b(?:this (?:essay|article|paper|chapter|section|column|post|study|report)|the (?:present|following)"
    r" (?:essay|article|paper|section)|"
    r"in this (?:essay|article|paper|chapter|section|post)|as (?:noted|argued|shown|discussed|we (?:saw|have seen))|"
    r"(?:in (?:conclusion|summary|short|sum|essence|the end)|to (?:conclude|sum up))\b)"
)
_STUDY_VERBS = re.compile(
    r"\b(?:draws? on|surveyed|interviewed|collected|analysed|analyzed|measured|recorded|found|counted|enrolled)\b"
)
_CONDITION = re.compile(
    r"^(?:but |and |yet |so )?(?:if|unless|should|had|were|imagine|suppose|provided|whether)\b|(?<!asked )(?<!know"
    r" )(?<!see )\b(?:if|unless)\b|\bas long as\b"
)
_FIRST = re.compile(r"\b(?:i|we|me|us|my|our|ours|mine|myself|ourselves)\b")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself)\b")
_ATTRIBUTED = re.compile(r"\b(?:according to|in the words of|as reported by|told|said|says)\b")
# "I said", "you told us", "many say": nobody in particular.
_SOMEBODY = re.compile(
    r"\b(?:i|we|you|many|some|people|one|nobody|everyone|critics|this|that|it|which|who)\s+(?:\w+ly\s+|often\s+|have\s+|has\s+)?"
    r"(?:say|said|says|tell|told|tells|argue|argued|argues|claim|claimed|claims|call|called|show|shows|note|noted|explain|know|report|suggest|suggests)\b"
)
_REPORTING = re.compile(
    r"\b(?:said|says|say|told|tells?|warn(?:s|ed)?|announce[sd]?|estimate[sd]?|claim(?:s|ed)?|confirm(?:s|ed)?|den(?:y|ies|ied)|insist(?:s|ed)?|"
    r"report(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|argue[sd]?|predict(?:s|ed)?|promise[sd]?|testif(?:y|ies"
    r"|ied)|according to)\b"
)
_UNIQUE = re.compile(
    r"\b(?:the|its|their|his|her|\w+'s) (?:\w+ )?(?:first|last|only|oldest|largest|smallest|highest|longest"
    r"|tallest|deepest|biggest|youngest|second|third)\b"
)
_DEFINITION = re.compile(
    r"\b(?:is|are|was|were) (?:an?|the|one of|part of|located|based|headed|led|home to|known as|made of|owned by"
    r"|named after|called)\b"
)
_COMPARATIVE = re.compile(
    r"\b(?:too \w+|so much|not only|nothing but|at best|at last|of course|after all|in fact|indeed)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_IMPERATIVE_OPENERS = re.compile(r"^(?:please|do not|don't|never|just|now|first|then|so|and|but|also|always)[, ]+")


@dataclass(frozen=True, slots=True)
class Weight:
    """The class of a sentence with its points; ``reasons`` read "+2 a number (\\"640 homes\\")"."""

    class_: ClaimClass
    points: int
    reasons: tuple[str, ...]


def weigh(prose: str, facts: Facts, *, offset: int = 0, cites: bool = False, modality: Modality = "asserted") -> Weight:
    """Weigh one sentence. ``prose`` has its citations blanked; ``cites`` says that it carries one of its own."""
    scored = tuple(_signals(prose, facts, offset))
    points = sum(value for value, _ in scored)
    reasons = tuple(f"{value:+d} {words}" for value, words in scored)
    deducted = any(value < 0 for value, _ in scored)
    addressed = any(words.startswith(("a question", "an instruction")) for _, words in scored)
    if cites and not addressed:
        reasons = ("+2 a citation of its own", *reasons)
        assessed = points < WORTHY or modality != "asserted"
        return Weight("cited" if assessed else "fact", points + 2, reasons)
    if points >= WORTHY:
        return Weight("fact", points, reasons)
    return Weight("opinion" if deducted else "minor", points, reasons)


def _signals(prose: str, facts: Facts, offset: int) -> Iterator[tuple[int, str]]:
    lowered = " ".join(prose.replace("’", "'").lower().split())
    spoken = bool(facts.quotations)
    own = _without_quotations(prose, facts, offset)
    own_lowered = " ".join(own.replace("’", "'").lower().split()) if spoken else lowered
    verbs = finite_verbs(own)
    yield from _substance(prose, lowered, facts, verbs)
    measured, named = bool(facts.dates or _number(facts)), bool(_names(prose, facts))
    yield from _judgement(own, own_lowered, verbs, spoken=spoken, measured=measured, named=named)


# --- What a page can bear out -------------------------------------------------------------------------------------


def _substance(prose: str, lowered: str, facts: Facts, verbs: tuple[Verb, ...]) -> Iterator[tuple[int, str]]:
    number = _number(facts)
    if number is not None:
        yield 2, f'a number ("{number}")'
    elif changed := _CHANGE_WORDS.search(lowered):
        yield 1, f'a measure in words ("{changed.group()}")'
    if facts.dates:
        yield 2, f'a date ("{facts.dates[0].text}")'
    elif month := _MONTH.search(prose):
        yield 1, f'a month ("{month.group()}")'
    elif when := _CALENDAR.search(lowered):
        yield 1, f'a time ("{when.group()}")'
    if facts.instruments:
        yield 2, f'a named document ("{facts.instruments[0].text}")'
    if facts.quotations:
        attributed = facts.quotations[0].speaker or any(verb.base in _SAYING for verb in verbs)
        yield (3, "a quotation with its speaker") if attributed else (1, "words in quotation marks")
    event = next((verb for verb in verbs if _is_event(verb)), None)
    if event is not None:
        # "was banned", "were dropped": done to somebody by somebody, so on record somewhere; "shrugged" may be scenery.
        yield (2 if event.passive else 1), f'an event ("{_word(prose, event)}")'
        if not event.passive and len(lowered.split()) >= _TOLD:
            yield 1, "an event told with its circumstances"
        if any(word in _INSTITUTIONS for word in _WORD.findall(lowered)[:4]):
            yield 1, "an act of an institution"
    names = _names(prose, facts)
    if names:
        yield 1, f"a name ({min(names)})"
    if len(names) >= 3:
        yield 1, "several names"
    saying = next(
        (verb for verb in verbs if verb.base in _SAYING and verb.tense in {"past", "perfect", "present"}), None
    )
    if not facts.quotations and (saying is not None or _ATTRIBUTED.search(lowered)):
        somebody = saying is not None and _SOMEBODY.search(lowered) is None
        if somebody or names:
            yield (2 if somebody and _REPORTING.search(lowered) else 1), "what somebody said"
    if unique := _UNIQUE.search(lowered):
        yield 1, f'a rank ("{unique.group()}")'
    if names and (definition := _DEFINITION.search(lowered)):
        yield 1, f'says what something is ("{definition.group()}")'
    legal = [word for word in _WORD.findall(lowered) if word in _LEGAL]
    if legal and not facts.instruments and verbs:
        subject = legal[0] in _WORD.findall(lowered)[:3]
        yield (2 if subject else 1), f'a rule or an agreement ("{legal[0]}")'


def _names(prose: str, facts: Facts) -> frozenset[str]:
    """Canonical names; a lone dictionary word that opens the sentence has its capital from there ("Tourism is")."""
    opening = prose[:40].split(" ", 1)[0]
    return frozenset(
        entity.name for entity in facts.entities if entity.text != opening or not thesaurus.lemmas(opening.lower())
    )


def _number(facts: Facts) -> str | None:
    for quantity in facts.quantities:
        # "the two countries", "one of them": small counts in words are grammar more often than measurements.
        small = quantity.unit is None and quantity.high is not None and quantity.high <= 2 and quantity.text.isalpha()
        if not small:
            return quantity.text
    return None


def _is_event(verb: Verb) -> bool:
    return verb.base not in _STATIVE and (verb.tense in {"past", "perfect"} or (verb.passive and verb.tense != "modal"))


# --- What no page can -----------------------------------------------------------------------------------------------


def _judgement(
    prose: str, lowered: str, verbs: tuple[Verb, ...], *, spoken: bool, measured: bool, named: bool
) -> Iterator[tuple[int, str]]:
    if prose.rstrip(" \"'”’)").endswith("?"):
        yield -4, "a question"
    if _imperative(lowered, verbs):
        yield -4, "an instruction to the reader"
    if normative := _NORMATIVE.search(lowered):
        yield -3, f'says what ought to be ("{normative.group()}")'
    elif possible := _POSSIBLE.search(lowered):
        yield (-1 if _ATTRIBUTED.search(lowered) else -2), f'says what may be ("{possible.group()}")'
    elif _FUTURE.search(lowered) and not named:
        yield -1, "looks ahead"
    if _CONDITION.search(lowered):
        yield -2, "under a condition"
    if _EXPLETIVE.search(lowered):
        yield -2, "a judgement in an impersonal form"
    if meta := _META.search(lowered):
        yield (0 if _STUDY_VERBS.search(lowered) else -3), f'speaks of the text itself ("{meta.group()}")'
    words = _WORD.findall(lowered)
    evaluative = [word for word in words if word in _EVALUATIVE]
    if evaluative:
        # Beside a figure the sentence may still be checked: "a shameful 640 homes were lost".
        yield -min(len(evaluative), 1 if measured else 2), f'an evaluation ("{evaluative[0]}")'
    strength = [word for word in words if word in _STRENGTH]
    if strength:
        yield -min(len(strength), 1 if measured else 2), f'a weight that is the author\'s ("{strength[0]}")'
    if hedged := next((word for word in words if word in _HEDGES), None):
        yield -1, f'hedged ("{hedged}")'
    if not spoken and (generic := next((word for word in words if word in _GENERIC), None)):
        yield -1, f'general ("{generic}")'
    if _FIRST.search(lowered):
        opining = any(verb.base in _OPINING for verb in verbs)
        if opining or not (measured or named):
            yield (-2 if opining else -1), "in the first person"
    if _SECOND.search(lowered):
        yield -1, "addresses the reader"
    if prose.rstrip().endswith("!"):
        yield -1, "an exclamation"
    if turn := _COMPARATIVE.search(lowered):
        yield -1, f'an argument ("{turn.group()}")'
    if not verbs and not any(map(base_of, words)):
        yield -1, "no verb"


def _imperative(lowered: str, verbs: tuple[Verb, ...]) -> bool:
    rest = _IMPERATIVE_OPENERS.sub("", lowered)
    first = _WORD.match(rest)
    if first is None or not is_base_form(first.group()):
        return False
    after = rest[first.end() :].lstrip(" ,")
    opens_object = bool(
        re.match(
            r"(?:the|a|an|it|them|me|us|this|that|these|those|your|yourself|to|for|up|out|no|in|at|on|more|with|what|when|how|if|free|\w+ing)\b|[.!:]",
            after,
        )
    )
    early = (
        bool(verbs)
        and verbs[0].span.start < first.end() + 25
        and not re.match(r"(?:the|a|an|your|it|yourself)\b", after)
    )
    return opens_object and not early


def _without_quotations(prose: str, facts: Facts, offset: int) -> str:
    """``prose`` with quoted words blanked: a speaker's judgement is not the author's."""
    if not facts.quotations:
        return prose
    letters = list(prose)
    for quotation in facts.quotations:
        start, end = max(0, quotation.span.start - offset), min(len(prose), quotation.span.end - offset)
        letters[start:end] = " " * max(0, end - start)
    return "".join(letters)


def _word(prose: str, verb: Verb) -> str:
    return verb.span.of(prose)
