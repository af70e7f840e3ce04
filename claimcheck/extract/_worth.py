"""Is a sentence worth checking? An additive score whose every point has a printed reason.

Points are earned by what a page can bear out or deny (a number, a date, a quotation, an event with its names) and
lost by what no page
can (a value judgement, advice, a question, a hope). The score selects; it says nothing on whether the sentence is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract._body import blanked
from claimcheck.extract.verbs import Verb, base_of, finite_verbs, is_base_form
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import ClaimClass, Entity, Facts, Modality
from claimcheck.parse import thesaurus
from claimcheck.parse.cues import Cue, words_of

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
_CHANGE_WORDS = Cue(
    r"\b(?:doubled|tripled|trebled|quadrupled|halved|twice|threefold|tenfold|half|a third|two thirds|a quarter"
    r"|three quarters|"
    r"a tenth|a fifth|one in (?:\w+)|majority|all but|none of|only (?:one|two|three))\b",
    "doubled tripled trebled quadrupled halved twice threefold tenfold half third thirds quarter quarters "
    "tenth fifth one majority all none only",
)
_CALENDAR = Cue(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|"
    r"(?:last|next|this|that) (?:week|month|year|spring|summer|autumn|fall|winter|decade|century|night|season)|"
    r"(?:bronze|iron|stone|middle) ages?|(?:first|second) world war|"
    r"(?:\d{1,2}(?:st|nd|rd|th)|\w+teenth|twentieth|twenty-first) centur(?:y|ies)|(?:early|mid|late)[- ]\d{4}s?)\b",
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight week month year "
    "spring summer autumn fall winter decade century centuries night season age ages war early mid late",
)
_MONTH = Cue(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|(?:in|In|of|since"
    r"|until|by) May)\b",
    "january february march april may june july august september october november december",
)
_NORMATIVE = Cue(
    r"\b(?:should|must|ought|needs? to|needs? (?:a|an|more|less|better)|ha(?:s|ve) to|had better|let us|let's"
    r"|deserves?|demands? that|"
    r"it is (?:time|high time)|we (?:urge|demand|call (?:on|for)|need|ask)|i (?:urge|ask))\b",
    "should must ought need needs has have better let deserve deserves demand demands time urge call ask",
)
_POSSIBLE = Cue(
    r"\b(?:could|may|might|would)\b(?! have been (?:built|founded|born))",
    "could may might would",
)
_FUTURE = Cue(
    r"\b(?:will|shall|won't|is going to|are going to|'ll)\b",
    "will shall won going ll",
)
_EXPLETIVE = Cue(
    r"^(?:and |but |yet |so )?it (?:is|was|would be|will be|seems|appears|remains|has been|becomes)(?: \w+ly)? "
    r"(?!the\b|a\b|an\b|\d|located|based|owned|operated|one\b)\w+(?: and \w+)? (?:to|that|how|what|whether|when"
    r"|without|for|in this)\b|"
    r"^(?:and |but )?it is (?:widely|generally|often) (?:regarded|considered|seen|said|believed|thought)\b|"
    r"^there (?:is|are|can be|seems) (?:no|little|every|something|nothing|much|a lot)\b|^what (?:is|was|matters|we"
    r"|i|they)\b",
    "it there what",
)
_META = Cue(
    r"\b(?:this (?:essay|article|paper|chapter|section|column|post|study|report)|the (?:present|following)"
    r" (?:essay|article|paper|section)|"
    r"in this (?:essay|article|paper|chapter|section|post)|as (?:noted|argued|shown|discussed|we (?:saw|have seen))|"
    r"in (?:conclusion|summary|short|sum|essence|the end)|to (?:conclude|sum up))\b",
    "essay article paper chapter section column post study report noted argued shown discussed saw seen "
    "conclusion summary short sum essence end conclude",
)
_STUDY_VERBS = re.compile(
    r"\b(?:draws? on|surveyed|interviewed|collected|analysed|analyzed|measured|recorded|found|counted|enrolled)\b"
)
_CONDITION = Cue(
    r"^(?:but |and |yet |so )?(?:if|unless|should|had|were|imagine|suppose|provided|whether)\b|(?<!asked )(?<!know"
    r" )(?<!see )\b(?:if|unless)\b|\bas long as\b",
    "if unless should had were imagine suppose provided whether long",
)
_FIRST = Cue(
    r"\b(?:i|we|me|us|my|our|ours|mine|myself|ourselves)\b",
    "i we me us my our ours mine myself ourselves",
)
_SECOND = Cue(
    r"\b(?:you|your|yours|yourself)\b",
    "you your yours yourself",
)
_ATTRIBUTED = Cue(
    r"\b(?:according to|in the words of|as reported by|told|said|says)\b",
    "according words reported told said says",
)
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
_UNIQUE = Cue(
    r"\b(?:the|its|their|his|her|\w+'s) (?:\w+ )?(?:first|last|only|oldest|largest|smallest|highest|longest"
    r"|tallest|deepest|biggest|youngest|second|third)\b",
    "first last only oldest largest smallest highest longest tallest deepest biggest youngest second third",
)
_DEFINITION = Cue(
    r"\b(?:is|are|was|were) (?:an?|the|one of|part of|located|based|headed|led|home to|known as|made of|owned by"
    r"|named after|called)\b",
    "is are was were",
)
_COMPARATIVE = Cue(
    r"\b(?:too \w+|so much|not only|nothing but|at best|at last|of course|after all|in fact|indeed)\b",
    "too much only nothing best last course all fact indeed",
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")  # the same in lower-case ASCII, in half the time
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
    says_nothing = points <= 0 and any(words == "no verb" for _, words in scored)
    if cites and not addressed and not says_nothing:
        reasons = ("+2 a citation of its own", *reasons)
        assessed = points < WORTHY or modality != "asserted"
        return Weight("cited" if assessed else "fact", points + 2, reasons)
    if points >= WORTHY:
        return Weight("fact", points, reasons)
    return Weight("opinion" if deducted else "minor", points, reasons)


class _Wording:
    """One sentence as it is searched: in lower case and with single spaces, as words, and as what Cues look up."""

    __slots__ = ("held", "lowered", "prose", "words")

    def __init__(self, prose: str) -> None:
        self.prose = prose
        lowered = prose.lower()
        self.lowered = " ".join(lowered.replace("’", "'").split())
        self.words = (_ASCII_WORD if lowered.isascii() else _WORD).findall(self.lowered)
        self.held = words_of(lowered).union(self.words)

    def among(self, words: frozenset[str]) -> list[str]:
        """Those of its words that are ``words``, in order."""
        return [] if words.isdisjoint(self.held) else [word for word in self.words if word in words]

    def finds(self, cue: Cue) -> re.Match[str] | None:
        return cue.search(self.lowered, self.held)


def _signals(prose: str, facts: Facts, offset: int) -> Iterator[tuple[int, str]]:
    wording = own = _Wording(prose)
    if facts.quotations:
        own = _Wording(_without_quotations(prose, facts, offset))
    verbs = finite_verbs(own.prose)
    names = _names(prose, facts, offset)
    number = _number(facts)
    yield from _substance(wording, facts, verbs, names, number)
    measured = bool(facts.dates or number)
    yield from _judgement(own, verbs, spoken=own is not wording, measured=measured, named=bool(names))


# --- What a page can bear out -------------------------------------------------------------------------------------


def _substance(
    wording: _Wording, facts: Facts, verbs: tuple[Verb, ...], names: frozenset[str], number: str | None
) -> Iterator[tuple[int, str]]:
    if number is not None:
        yield 2, f'a number ("{number}")'
    elif changed := wording.finds(_CHANGE_WORDS):
        yield 1, f'a measure in words ("{changed.group()}")'
    if facts.dates:
        yield 2, f'a date ("{facts.dates[0].text}")'
    elif month := _MONTH.search(wording.prose, wording.held):
        yield 1, f'a month ("{month.group()}")'
    elif when := wording.finds(_CALENDAR):
        yield 1, f'a time ("{when.group()}")'
    if facts.instruments:
        yield 2, f'a named document ("{facts.instruments[0].text}")'
    if facts.quotations:
        attributed = facts.quotations[0].speaker or any(verb.base in _SAYING for verb in verbs)
        yield (3, "a quotation with its speaker") if attributed else (1, "words in quotation marks")
    event = next((verb for verb in verbs if _is_event(verb) and not _describes(verb, verbs, wording.prose)), None)
    if event is not None:
        # "was banned", "were dropped": done to somebody by somebody, so on record somewhere; "shrugged" may be scenery.
        yield (2 if event.passive and event.tense != "copula" else 1), f'an event ("{event.span.of(wording.prose)}")'
        if not event.passive and wording.lowered.count(" ") + 1 >= _TOLD:
            yield 1, "an event told with its circumstances"
        if not _INSTITUTIONS.isdisjoint(wording.words[:4]):
            yield 1, "an act of an institution"
    if names:
        yield 1, f"a name ({min(names)})"
    if len(names) >= 3:
        yield 1, "several names"
    saying = next(
        (verb for verb in verbs if verb.base in _SAYING and verb.tense in {"past", "perfect", "present"}), None
    )
    if not facts.quotations and (saying is not None or wording.finds(_ATTRIBUTED)):
        somebody = saying is not None and _SOMEBODY.search(wording.lowered) is None
        if somebody or names:
            yield (2 if somebody and _REPORTING.search(wording.lowered) else 1), "what somebody said"
    if unique := wording.finds(_UNIQUE):
        yield 1, f'a rank ("{unique.group()}")'
    if names and (definition := wording.finds(_DEFINITION)):
        yield 1, f'says what something is ("{definition.group()}")'
    legal = wording.among(_LEGAL)
    if legal and not facts.instruments and verbs:
        subject = legal[0] in wording.words[:3]
        yield (2 if subject else 1), f'a rule or an agreement ("{legal[0]}")'


def _names(prose: str, facts: Facts, offset: int) -> frozenset[str]:
    """Canonical names; a lone dictionary word that opens the sentence has its capital from there ("Tourism is")."""
    opening = prose[:40].split(" ", 1)[0]
    return frozenset(
        entity.name
        for entity in facts.entities
        if not _is_label(entity, prose, offset) and (entity.text != opening or not thesaurus.lemmas(opening.lower()))
    )


def _is_label(entity: Entity, prose: str, offset: int) -> bool:
    """Whether ``entity`` heads what follows: "Changes: none", "Version: 2". A dictionary word alone names nobody there."""
    end = entity.span.end - offset
    return prose[end : end + 1] == ":" and bool(thesaurus.lemmas(entity.text.lower()))


def _number(facts: Facts) -> str | None:
    for quantity in facts.quantities:
        # "the two countries", "one of them": small counts in words are grammar more often than measurements.
        small = quantity.unit is None and quantity.high is not None and quantity.high <= 2 and quantity.text.isalpha()
        if not small:
            return quantity.text
    return None


_AGENT = re.compile(
    r"\s+(?:by(?! (?:about |around |over |some |only |just |nearly |almost )?(?:[\d$£€]|an?\b))|using|via)\b"
)


def _describes(verb: Verb, verbs: tuple[Verb, ...], prose: str) -> bool:
    """Whether a past form is a participle behind its noun: "the program developed by Osei can be used"."""
    if verb.passive or verb.tense != "past" or len(verbs) < 2 or " " in verb.span.of(prose):
        return False
    return _AGENT.match(prose, verb.span.end) is not None


def _is_event(verb: Verb) -> bool:
    return verb.base not in _STATIVE and (verb.tense in {"past", "perfect"} or (verb.passive and verb.tense != "modal"))


# --- What no page can -----------------------------------------------------------------------------------------------


def _judgement(
    wording: _Wording, verbs: tuple[Verb, ...], *, spoken: bool, measured: bool, named: bool
) -> Iterator[tuple[int, str]]:
    prose, finds = wording.prose, wording.finds
    if prose.rstrip(" \"'”’)").endswith("?"):
        yield -4, "a question"
    if _imperative(wording.lowered, verbs):
        yield -4, "an instruction to the reader"
    if normative := finds(_NORMATIVE):
        yield -3, f'says what ought to be ("{normative.group()}")'
    elif possible := finds(_POSSIBLE):
        yield (-1 if finds(_ATTRIBUTED) else -2), f'says what may be ("{possible.group()}")'
    elif not named and finds(_FUTURE):
        yield -1, "looks ahead"
    if finds(_CONDITION):
        yield -2, "under a condition"
    if finds(_EXPLETIVE):
        yield -2, "a judgement in an impersonal form"
    if meta := finds(_META):
        yield (0 if _STUDY_VERBS.search(wording.lowered) else -3), f'speaks of the text itself ("{meta.group()}")'
    if evaluative := wording.among(_EVALUATIVE):
        # Beside a figure the sentence may still be checked: "a shameful 640 homes were lost".
        yield -min(len(evaluative), 1 if measured else 2), f'an evaluation ("{evaluative[0]}")'
    if strength := wording.among(_STRENGTH):
        yield -min(len(strength), 1 if measured else 2), f'a weight that is the author\'s ("{strength[0]}")'
    if hedged := wording.among(_HEDGES):
        yield -1, f'hedged ("{hedged[0]}")'
    if not spoken and (generic := wording.among(_GENERIC)):
        yield -1, f'general ("{generic[0]}")'
    if finds(_FIRST):
        opining = any(verb.base in _OPINING for verb in verbs)
        if opining or not (measured or named):
            yield (-2 if opining else -1), "in the first person"
    if finds(_SECOND):
        yield -1, "addresses the reader"
    if prose.rstrip().endswith("!"):
        yield -1, "an exclamation"
    if turn := finds(_COMPARATIVE):
        yield -1, f'an argument ("{turn.group()}")'
    if not verbs and not any(map(base_of, wording.words)):
        yield -1, "no verb"


def _imperative(lowered: str, verbs: tuple[Verb, ...]) -> bool:
    opener = _IMPERATIVE_OPENERS.match(lowered)
    rest = lowered[opener.end() :] if opener else lowered
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
    spans = (quotation.span for quotation in facts.quotations)
    return blanked(prose, ((span.start - offset, span.end - offset) for span in spans))
