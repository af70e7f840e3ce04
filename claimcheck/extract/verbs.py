"""Finite verbs of English prose, found without a tagger.

A finite verb is what tells an assertion from a phrase: "North pier reopens after nine years" asserts something,
"Nine years of the north pier" does not. Forms are recognised by a list of common verbs and the regular endings; a form
that may be a noun as well ("reports", "cost") counts only where its neighbours leave no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from typing import Literal

from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Span
from claimcheck.parse import thesaurus

Tense = Literal["past", "present", "perfect", "modal", "copula"]

MODALS = wordlist("can could may might must shall should will would ought cannot")
BE = wordlist("is are was were am be been being")
COPULAS = wordlist("is are was were am")
HAVE = wordlist("has have had")
DO = wordlist("does do did")
AUXILIARIES = COPULAS | HAVE | DO | MODALS
PRONOUNS = wordlist("i we you he she it they who which that this these those there")

_IRREGULAR = """arise arose arisen|awake awoke|bear bore borne|beat beat beaten|become became become|begin began begun|
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|
bring brought|build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|
come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|
grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|
know knew known|lay laid|lead led|leap leapt|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|
mean meant|meet met|mow mowed mown|overcome overcame|overtake overtook overtaken|pay paid|put put|quit quit|read read|ride rode ridden|
ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|
shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|
sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spill spilt|spin spun|split split|spread spread|
spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|swell swelled swollen|
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|
undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|
weep wept|win won|withdraw withdrew withdrawn|withhold withheld|write wrote written"""

_REGULAR = """abandon love hope look seem appreciate guess type hate thank smell please wonder wish amaze delight abolish accept accompany accuse achieve acknowledge acquire act adapt add adjourn admit adopt advance
advise affect agree aim air allege allow alter amend amount amplify announce annul appeal appear apply appoint approve argue arm
arrange arrest arrive ask assassinate assert assess assign assist assume attach attack attempt attend attract attribute authorise
authorize award back ban bar base battle believe belong benefit blame block bolster bomb boost borrow breach broadcast broker call
campaign cancel capture carry cause cease celebrate certify challenge champion change charge chart check circulate cite claim
clash classify clear climb close coach collapse collect combine commission commit compare compel compete complain complete
compose comprise conceal concede conclude condemn conduct confirm confiscate conquer consider consist constitute construct
consult contain contend continue contract contradict contribute control convene convert convict cooperate count cover crash
create credit cripple criticise criticize cross damage date debut decide declare decline dedicate defeat defect defend
define delay deliver demand demolish demonstrate deny depart depend deploy deport depose describe design destroy detain
detect deteriorate determine develop devote die differ direct disappear discharge disclose discontinue discover discuss
dismiss display displace dissolve distribute divide dominate donate double draft drop drown earn edit eject elect
eliminate embark emerge employ enable enact encounter end endorse enforce engage enjoy enlarge enlist enrol enroll ensure enter
erect erupt escape establish estimate evacuate evolve examine exceed exchange exclude execute exercise exhibit exist expand
expect expel expire explain explode explore export expose express extend face fail fault feature figure file fill finalise
finalize finance fine finish fire fix float flood focus follow force forecast form found function fund gain gather generate
govern grant guarantee guard guide halt halve handle happen harbour head help hire host house identify ignore illustrate impose
import imprison improve include increase incorporate indicate inaugurate infect inflict influence inform inherit initiate
injure innovate inquire insist inspect install instruct introduce invade invent invest investigate invite involve isolate
issue join judge jump justify kidnap kill label lack land last launch lease level levy licence license lift limit link list
live load locate lock loot lower maintain manage manufacture march mark marry match mature measure merge migrate mine
miss monitor mount move murder name need negotiate nominate note notice notify number obey object observe obtain occupy occur
offer open operate oppose order organise organize originate oust outnumber overhaul overrule oversee own pardon participate
partner pass patent patrol peak perform permit persuade pioneer place plan plant play plead pledge plunge point poison poll
possess post postpone pound pour praise predict prepare present preserve press presume prevail prevent price print process
proclaim produce profit progress prohibit project promise promote prompt propose prosecute protect protest prove provide
publish pull purchase pursue push qualify question race raid raise range rank rate ratify reach react reaffirm realise
realize rebuild recall receive recognise recognize recommend reconsider reconstruct record recover recruit reduce refer
refuse refute register regulate reign reinforce reject rejoin relate relaunch release relieve relocate rely remain remove
rename renew renovate reopen repair repay repeal repeat replace reply report represent request require rescue research reserve
reside resign resist resolve respond restore restrict resume retain retire retreat return reunite reveal reverse review revise
revive revoke reward risk rule sail sanction save scale schedule score scrap screen seal search secure seize select separate
serve settle share shell shelter shift ship shorten show shrug sign signal slash slip slow smuggle solve sort sound sponsor
stabilise stage star start state station stay stem step stop store storm strengthen stress stretch struggle study submit
succeed suffer suggest sue supply support surge surpass surrender surround survey survive suspect suspend sustain switch
tackle target tax tend term test testify thank threaten tie top topple total tour trace track trade train transfer transform
translate transmit travel treat trigger triple try tumble turn unify unite unveil update upgrade urge use vacate value vandalise
vanish veto view violate visit volunteer vote vow voyage wage wait walk want warn warrant wash watch weaken weigh welcome widen
wipe witness work worry worsen wound yield"""

# Bare and -s forms that are nouns at least as often: they count as verbs only after a pronoun or an adverb.
_NOUNS = wordlist(
    """act aim air appeal arm attack attempt award back ban bar base battle benefit blame block bomb boost breach
    broadcast call campaign cause challenge champion change charge chart check claim clash coach collapse
    commission compare contract control cost count cover crash credit cross damage date deal debut decline
    defect delay demand design display draft draw drink drive drop end estimate exchange exercise exhibit export
    face fall fault feature fight figure file fine fire fix flood focus force forecast form function fund gain
    grant guarantee guard guide halt hand head help hit hold host house import increase influence invite issue
    judge jump kill label lack land last launch lead lease lease level levy licence license lift limit link list
    load lock march mark match measure mine miss monitor mount move murder name need note notice number object
    offer open order own partner pass patent patrol peak place plan plant play pledge plunge point poison poll
    post pound praise present press price print process profit progress project promise prompt protest pull
    purchase push question quit race raid raise range rank rate read record release repair repeal report request
    research rescue reserve return review reward ride ring rise risk rule run sail sanction scale schedule score
    scrap screen seal search set share shed shell shelter shift ship show sign signal slip sort sound spend spin
    split sponsor spread spring stage stand star start state station stay stem step stop store storm stress
    stretch strike struggle study supply support surge survey suspect swing switch target tax term test tie top
    total tour trace track trade train transfer travel trigger triple try turn update upgrade use value veto
    view visit volunteer vote vow voyage wage wait walk want warrant wash watch wear welcome win wipe witness
    work worry wound yield found lay bear ground hurt left saw felt rose shot cut light let lie bet bid cast"""
)
_DETERMINERS = wordlist(
    """the a an this that these those his her its their our my your no any some each every all both few several
    many more most much another other such of in on at by for with from to into onto over under between among
    against during after before since per than as"""
)
_BEHIND_PAST = _DETERMINERS - {"by", "in", "at"}
_NOT_BEFORE_PAST = _DETERMINERS - {"that", "this", "these", "those", "all", "both", "many", "some"}
_NOT_BEFORE_S = _DETERMINERS - {"this", "that"}
_NUMBER_WORDS = wordlist(
    """two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million billion"""
)
_PREFIX = re.compile(r"(?:over|out|under|mis|fore|inter|re|un|dis)(?=[a-z]{4})")
_OBJECT_OPENERS = wordlist("the a an its his her their no all that up out off to from")
_PREPOSITIONS = wordlist("of in on at by for with from into over under between")
_CONTRACTED = wordlist("it he she that there what who here where")
_CUT_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}  # before "n't"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*|[^\w\s]", re.UNICODE)
_ASCII_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9][0-9,.]*|[^\w\s]")  # the same in ASCII, in half the time


@dataclass(frozen=True, slots=True)
class Verb:
    """One finite verb. ``base`` is its dictionary form where known, else the word; a copula's is "be"."""

    base: str
    tense: Tense
    span: Span
    passive: bool = False


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Word form -> (base, "base" | "s" | "past" | "participle" | "ing")."""
    forms: dict[str, tuple[str, str]] = {}
    for row in _IRREGULAR.replace("\n", "").split("|"):
        base, past, *rest = row.split()
        forms.setdefault(base, (base, "base"))
        forms.setdefault(third_person(base), (base, "s"))
        forms.setdefault(_gerund(base), (base, "ing"))
        forms[past] = (base, "past")
        for participle in rest:
            if participle not in forms:
                forms[participle] = (base, "participle")
    for base in _REGULAR.split():
        if base not in forms or forms[base][0] != base:
            forms.setdefault(base, (base, "base"))
        forms.setdefault(third_person(base), (base, "s"))
        forms.setdefault(_gerund(base), (base, "ing"))
        for past in _pasts(base):
            forms.setdefault(past, (base, "past"))
    return forms


def third_person(base: str) -> str:
    """ "holds" of "hold"."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ies"
    return base + "s"


def _gerund(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


def _pasts(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in "aeou":
        return (base[:-1] + "ied",)
    return base + "ed", base + base[-1] + "ed"


@lru_cache(maxsize=1 << 15)
def _form(word: str, *, object_follows: bool = False) -> tuple[str, str] | None:
    """The base and form of a verb form; a regular past that the lists lack is looked up in the dictionary."""
    known = _forms().get(word)
    if known is None and word.isalpha() and object_follows and ("v", word) in thesaurus.lemmas(word):
        return word, "base"  # "41 moons circle the planet": only after a plural, which the caller sees to
    if known is None and len(word) > 4 and word.endswith(("ed", "s")):
        parts = thesaurus.parts_of_speech(word)
        if word.endswith("s") and not word.endswith(("ss", "'s")) and "v" in parts and object_follows:
            # "The bakery rents its premises": an object follows.
            return next(base for part, base in thesaurus.lemmas(word) if part == "v"), "s"
        if parts.get("v", 0) > max(parts.get("a", 0), parts.get("n", 0)) and (word.endswith("ed") or "n" not in parts):
            return next(base for part, base in thesaurus.lemmas(word) if part == "v"), "past" if word.endswith(
                "ed"
            ) else "s"
        if not parts and (prefix := _PREFIX.match(word)):
            rest = _forms().get(word[prefix.end() :])
            if rest is not None and rest[1] in {"past", "s"}:
                return prefix.group() + rest[0], rest[1]
    return known


def base_of(word: str) -> str | None:
    """The dictionary form of a verb form; ``None`` when the word is no known verb form."""
    word = word.lower()
    if word in BE:
        return "be"
    if word in HAVE:
        return "have"
    if word in DO:
        return "do"
    known = _form(word)
    return known[0] if known else None


def is_base_form(word: str) -> bool:
    """True for a bare verb ("try", "consider"), as an imperative begins with one."""
    known = _forms().get(word.lower())
    return known is not None and known[1] == "base"


def finite_verbs(prose: str, offset: int = 0) -> tuple[Verb, ...]:
    """The finite verbs of ``prose`` in their order; spans are shifted by ``offset``."""
    return tuple(_verbs(prose, offset)) or tuple(_last_resort(prose, offset))


def first_verb(prose: str) -> Verb | None:
    """The first of :func:`finite_verbs`, without looking for more."""
    return next(_verbs(prose, 0), None) or next(_last_resort(prose, 0), None)


def _last_resort(prose: str, offset: int) -> Iterator[Verb]:
    """The one word that may be the verb, in a sentence that shows no other: "The line runs for 48 kilometres"."""
    found = list(_TOKEN.finditer(prose))
    for before, match, after in zip(found, found[1:], found[2:], strict=False):
        word, previous = match.group().lower(), before.group().lower()
        known = _forms().get(word)
        if (
            known is None
            or known[1] not in {"s", "past"}
            or not match.group().islower()
            or not after.group()[0].isalnum()
        ):
            continue
        if known[1] == "s" and previous in _NUMBER_WORDS:  # "Three reports on the cost"
            continue
        if previous.isalpha() and previous not in _DETERMINERS and previous not in PRONOUNS:
            yield Verb(
                known[0], "present" if known[1] == "s" else "past", Span(offset + match.start(), offset + match.end())
            )
            return


_AGAIN = wordlist("re co over out under mis pre un")  # "was re-elected", "co-founded"


def _verbs(prose: str, offset: int) -> Iterator[Verb]:
    lowered = _lower(prose)
    tokens = (_ASCII_TOKEN if lowered.isascii() else _TOKEN).findall(lowered)
    words = _without_months(prose, lowered, tokens) if "May" in prose or "March" in prose else tokens
    at = done = 0  # the tokens before number ``done`` end at ``at``
    chances = map(add, map(_chance, words), map(_opens_object, (*words[1:], "")))
    for index in [index for index, chance in enumerate(chances) if chance >= _PERHAPS]:
        if index < done:
            continue
        read = _verb_at(words, index)
        if read is None:
            continue
        base, tense, passive, last = read
        for token in tokens[done:index]:
            at = lowered.index(token, at) + len(token)
        start = lowered.index(tokens[index], at)
        if start > 1 and lowered[start - 1] == "-" and lowered[start - 2].isalnum() and tokens[index - 2] not in _AGAIN:
            done = index  # "a comma-separated list", "64-bit"
            continue
        for token in tokens[index : last + 1]:
            at = lowered.index(token, at) + len(token)
        done = last + 1
        yield Verb(base, tense, Span(offset + start, offset + at), passive)


def _lower(prose: str) -> str:
    """``prose`` in lower case, of the same length ("İ" stays), with straight apostrophes."""
    straight = prose.replace("’", "'")
    lowered = straight.lower()
    if len(lowered) == len(prose):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in straight)


def _without_months(prose: str, lowered: str, tokens: list[str]) -> list[str]:
    """``tokens`` with an empty one for each month: "1 May 2013", "in May", "March 4" hold no verbs."""
    words = list(tokens)
    at = 0
    for index, token in enumerate(tokens):
        at = lowered.index(token, at)
        if prose[at : at + len(token)] in {"May", "March"} and (index or "".join(tokens[1:2])[:1].isdigit()):
            words[index] = ""
        at += len(token)
    return words


_NEVER, _BEFORE_OBJECT, _PERHAPS = 0, 1, 2


@lru_cache(maxsize=1 << 15)
def _chance(word: str) -> int:
    """Whether a word may begin a verb, whatever its neighbours: what most words are not, asked once for each."""
    if word in AUXILIARIES or word in _forms() or "'" in word or word.endswith("ed"):
        return _PERHAPS
    if word.endswith("s") and _form(word) is not None:
        return _PERHAPS
    return _BEFORE_OBJECT if word.isalpha() else _NEVER


@lru_cache(maxsize=1 << 15)
def _opens_object(word: str) -> bool:
    """True for what may follow a bare verb: "the union reports *a* loss"."""
    return word != "to" and _objects(word)


def _verb_at(words: list[str], index: int) -> tuple[str, Tense, bool, int] | None:
    """Base, tense, passive and last token of the finite verb group that begins at ``index``."""
    word = words[index]
    bare = _CUT_SHORT.get(word[:-3], word[:-3]) if word.endswith("n't") else word
    if bare in AUXILIARIES:
        if bare in {"do", "have"} and index and words[index - 1] == "to":
            return None
        return _group(words, index, bare)
    if word.endswith("'s") and word[:-2] in _CONTRACTED:
        return _group(words, index, "is")
    if word.endswith(("'ve", "'re", "'ll", "'d", "'m")):
        return _group(words, index, {"e": "have", "m": "am"}.get(word[-1], "will" if word.endswith("l") else "are"))
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    known = _form(word, object_follows=_opens_object(after))
    if known is None:
        # An unlisted regular past ("the clerk misfiled the deed") is a verb between a noun and an object or adverb.
        regular = word.endswith("ed") and len(word) > 4 and index and _nounlike(before) and before not in BE
        if regular and after in _BEHIND_PAST:
            return word, "past", False, index
        return None
    base, form = known
    if form == "past":
        if not index or before in _NOT_BEFORE_PAST:
            return None
        if before.endswith(("'s", "s'")):  # "the navy's enhanced capabilities"
            return None
        if word in _NOUNS and base not in {"leave", "find"} and before not in PRONOUNS and before[-2:] != "ly":
            told = base != word and after[:1].isalnum() and (not after or after not in _PREPOSITIONS)
            return (base, "past", False, index) if told or after in _DETERMINERS or _objects(after) else None
        return base, "past", False, index
    if form == "s":
        if (
            not index
            or before[-1:].isdigit()
            or (base in _NOUNS and before not in PRONOUNS and before[-2:] != "ly" and not _objects(after))
        ):
            return None
        return (base, "present", False, index) if before not in _NOT_BEFORE_S else None
    if form == "base" and index:
        if before in {"i", "we", "you", "they", "who", "which", "that", "these", "those", "people"}:
            return base, "present", False, index
        plural = before.endswith("s") and not before.endswith(("ss", "us", "is", "'s")) and len(before) > 3
        if plural and (base not in _NOUNS or _objects(after)):
            return base, "present", False, index
    return None


def _group(words: list[str], index: int, first: str) -> tuple[str, Tense, bool, int]:
    """Reads on from an auxiliary: adverbs, further auxiliaries, then the main verb if there is one."""
    tense: Tense = "modal" if first in MODALS else "perfect" if first in HAVE else "copula" if first in BE else "past"
    if first in {"do", "does"}:
        tense = "present"
    last, passive = index, False
    seen_be = first in COPULAS
    position = index + 1
    while position < len(words) and position - index <= 5:
        word = words[position]
        if word in {
            "not",
            "n't",
            "also",
            "never",
            "still",
            "already",
            "been",
            "be",
            "being",
            "have",
            "only",
            "even",
            "yet",
        } or (word.endswith("ly") and len(word) > 4):
            seen_be = seen_be or word in {"been", "be", "being"}
            last = position if word in {"been", "be", "have"} else last
            position += 1
            continue
        known = _form(word)
        regular = word.endswith("ed") and len(word) > 4
        if (known and known[1] in {"past", "participle"}) or (regular and not known):
            passive = seen_be
            base = known[0] if known else word
            return base, ("past" if tense == "copula" and first in {"was", "were"} else tense), passive, position
        if known and (
            (known[1] == "ing" and seen_be) or (known[1] == "base" and tense in {"modal", "present", "past"})
        ):
            return known[0], ("present" if tense == "copula" else tense), False, position
        break
    base = "be" if seen_be else "have" if first in HAVE else "do" if first in DO else first
    return base, tense, passive, last


def _nounlike(word: str) -> bool:
    return word.isalpha() and word not in _DETERMINERS and word not in AUXILIARIES and word != "and"


def _objects(after: str) -> bool:
    """True when the next word opens an object or an adverbial: "the union reports *a* loss"."""
    return after in _OBJECT_OPENERS or after[:1].isdigit()
