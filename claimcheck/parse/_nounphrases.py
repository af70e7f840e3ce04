"""Noun phrases by their edges: where one begins and ends, as far as word lists can tell."""

from __future__ import annotations

import re

from claimcheck.parse import _lexicon
from claimcheck.parse._speech import HOLDING, NAMING, SAYING

PRONOUNS = frozenset("he she they it i we you who one".split())

TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
AUXILIARIES = frozenset(
    """has had have having was were is are am be been being will would could can may might must should shall did does do
    not never n't didn't hasn't hadn't wouldn't won't isn't wasn't""".split()
)
ADVERBS = frozenset(
    """also later then once now first again just even still always often only simply once earlier today yesterday twice
    soon ever sometimes already further instead merely perhaps too rather quite there here reportedly recently
    back""".split()
)
DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some any no every each another one two three
    four five
    six seven eight nine ten several many both few most all hundreds thousands dozens scores""".split()
)
ARTICLES = frozenset("the a an this these those his her its their our my your no any every each another".split())
PREPOSITIONS = frozenset(
    """of in on at for from with by to about over under after before during through into against among between without
    within despite amid as than like per via near around across since until upon toward towards above below beneath
    behind beside outside inside underneath beyond alongside""".split()
)
SUBORDINATORS = frozenset(
    """that what whether because when while after before as if although though unless until since where whereas
    which whom
    whose how why than so""".split()
)
INTRODUCTIONS = frozenset(
    """but and still yet so then later meanwhile however moreover furthermore today yesterday also instead even now
    nor or
    earlier eventually finally afterwards nevertheless nonetheless similarly likewise recently elsewhere indeed though
    well oh perhaps twice once sometimes often usually""".split()
)
PARTICIPLE_STARTS = frozenset(
    "asked speaking standing sitting writing responding replying referring commenting pressed"
    " questioned interviewed told given addressing".split()
)
_PAST_FORMS = frozenset(
    form
    for entry in _lexicon.IRREGULAR.replace("\n", "|").split("|")
    for form in entry.partition(":")[2].split()
    if entry.partition(":")[0].strip()
    not in ("man", "woman", "child", "person", "good", "bad", "life", "half", "datum", "medium")
)
_PRESENT = frozenset(
    """shakes shrugs smiles nods sighs laughs pauses hesitates grins frowns points waves leans turns looks knows thinks
    wants needs keeps takes makes gives puts goes comes stands sits remembers admits agrees disagrees sums
    beat put cut set hit let cost quit shut split spread hurt burst bet shed""".split()
)
_CUT = re.compile(r"[.;:!?\"(\uffff—–\n]|--")
_TIME = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{1,2})?(?:,? \d{4})?|(?:19|20)\d\d"
)
_LEADING_ADVERBIAL = re.compile(
    rf"(?:(?:on|in|by|since|until|late|early) (?:late |early |the )?(?:{_TIME})|(?:{_TIME})"
    r"|(?:in|through|at|via|from|during|for) (?:an?|the|his|her|its|their|one"
    r"|another) (?:[\w'-]+ ){0,2}?(?:statement|letter|speech|interview|post|tweet|e-?mail"
    r"|report|note|message|memo|article|essay|press conference|news conference|briefing|hearing|video|call|text"
    r"|ruling|judgment|book|memoir"
    r"|diary|editorial|column|paper|study|review|thread|broadcast|address|sermon|podcast|document|filing)"
    r"(?: (?:on|to|with|from|in|for|at|of) (?:the )?[\w'-]+(?: [A-Z][\w'-]+)*?)?"
    r"|(?:in|on|at|by|during) (?:that|this|the same|those) (?:very )?(?:week|month|year|night|morning|day|evening|time"
    r"|moment|summer|winter|spring|autumn|season|age|century)s?"
    r"|(?:last|this|next|earlier this|later that|later this|that) (?:week|month|year|night|morning|afternoon"
    r"|evening|day|summer|winter|spring|autumn)"
    r"|(?:minutes|hours|days|weeks|months|years|moments) (?:later|earlier|before))\b,? (?=\S)",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"(?:it|that) (?:was|is) (?:not )?(?=\S)", re.IGNORECASE)
NAME_ONLY = re.compile(
    r"(?:[A-Z][\w'.-]*)(?: (?:(?:van|von|der|den|de|del|della|di|da|bin|ibn|al|el|la|le|dos"
    r"|du) ){0,2}[A-Z][\w'.-]*){0,5}\Z"
)
NAME_BEHIND = re.compile(
    rf"{NAME_ONLY.pattern}|(?:[A-Z][\w'-]* ){{0,3}}(?:[a-z]+ ){{1,3}}[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){{1,3}}\Z"
)
"""A name that says who holds a role, perhaps with another role before it: "Lib Dem councillor Ruth Amory"."""
_PHRASE_STOP = re.compile(
    r" (?:who|which|that|when|while|as|because|after|before|during|but|adding|via|this|last|yesterday|today"
    r"|tomorrow|earlier|later|recently"
    rf"|said|says|say|told|wrote|was|is|were|are|has|had|have|will|would|could|and then|then|on|by|through|about"
    rf"|over|during|if|so"
    rf"|until|once|at last|{_TIME})\b"
)
_NAME_STOP = re.compile(r" (?:in|at|from|with|to|for|of|about|into|against|under|outside|near)\b")


def tokens_of(text: str) -> list[tuple[str, int, int]]:
    return [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)]


def verbish(word: str) -> bool:
    if not word[:1].islower():
        return False
    return (
        word in AUXILIARIES
        or word in _PAST_FORMS
        or word in _PRESENT
        or word in SAYING
        or word in NAMING
        or HOLDING.get(word, ("", "base"))[1] in ("past", "present")
        or (len(word) > 4 and word.endswith("ed"))
    )


def starts_phrase(word: str) -> bool:
    """Whether a noun phrase may begin with this word."""
    lower = word.lower()
    if lower in PREPOSITIONS or lower in SUBORDINATORS or lower in INTRODUCTIONS or word in AUXILIARIES:
        return False  # "Will" and "May" are names
    return lower not in PARTICIPLE_STARTS


def noun_phrase(text: str, last: bool = False) -> str:
    """The noun phrase at the start of ``text`` (at its end with ``last``), as written; empty when there is none.

    A common noun keeps a name behind a comma: "direktøren, Bent Holm".
    """
    if last:
        return last_phrase(text) or ""
    text = text.lstrip(" ,")
    cut = _CUT.search(guarded(text))
    text = text[: cut.start()] if cut else text
    chunks = text.split(", ")
    head = chunks[0].strip().rstrip(",")
    if stop := _PHRASE_STOP.search(head):
        head = head[: stop.start()]
    parts = head.split()
    if not parts or not starts_phrase(parts[0]):
        return ""
    if parts[0].lower() in PRONOUNS and (len(parts) == 1 or parts[0].lower() != "one"):
        return parts[0]
    named = _NAME_STOP.search(head)
    if named and ends_in_name(head[: named.start()]) and not re.search(r"\b(?:of|for)\b", head[: named.start()]):
        head = head[: named.start()]
    head = " ".join(head.split()[:14]).strip(" ,'")
    if len(chunks) > 1 and (not ends_in_name(head) or is_described(head)):
        name = chunks[1].strip(" ,'")
        if stop := _PHRASE_STOP.search(name):
            name = name[: stop.start()]
        if NAME_BEHIND.match(name):
            return f"{head}, {name}"
    return head


_DESCRIBED = re.compile(
    r"(?:the|a|an|his|her|its|their|our|my) [a-z][^,]{0,40} (?:of|for|at|in|from) [^,]{1,40}\Z", re.IGNORECASE
)


def is_described(phrase: str) -> bool:
    """ "the mayor of Dunlow": a role and where it is held, behind which a name says who holds it."""
    return bool(_DESCRIBED.match(phrase))


_NO_SPEAKER = frozenset(
    "please let note see click type press enter more less there this that what here sometimes thanks dear".split()
)


_HANDLE = re.compile(r"@\w+")  # "user @marsh_wren_88"


def plausible(phrase: str) -> bool:
    """Whether a stretch of words can be a speaker at all: no verb in it, nothing cut off at its ends."""
    parts = phrase.split()
    if not parts or len(parts) > 16 or any(sign in _HANDLE.sub("", phrase) for sign in "\n\u2029:=_<>{}"):
        return False
    last = parts[-1].strip("'")
    first = parts[0].lower()
    if (first in PRONOUNS - {"one"} and len(parts) > 1) or last.endswith("who's"):
        return False
    if len(parts) == 1 and (
        first in ADVERBS
        or first in INTRODUCTIONS
        or first in _NO_SPEAKER
        or (first.endswith("ly") and parts[0].islower())
    ):
        return False
    if (
        last in PREPOSITIONS
        or (last in ARTICLES and len(parts) > 1)
        or last in ("and", "or", "still", "also", "otherwise", "than")
    ):
        return False
    return not any(part in AUXILIARIES or part.endswith("n't") for part in parts)


def guarded(text: str) -> str:
    """Full stops of titles and initials do not end a phrase."""
    return re.sub(r"\b(Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Capt|Rev|Hon|Adm|Maj|[A-Z])\.", r"\1,", text)


def ends_in_name(phrase: str) -> bool:
    parts = phrase.split()
    return bool(parts) and parts[-1][:1].isupper()


def last_phrase(text: str) -> str | None:
    """The last noun phrase of ``text``: from its last determiner or run of capitals on."""
    found = tokens_of(text)
    best: int | None = None
    for index in range(len(found) - 1, -1, -1):
        word, start, _ = found[index]
        if word.lower() in DETERMINERS or word.lower() in PRONOUNS:
            previous = found[index - 1][0].lower() if index else ""
            best = start
            if previous in ("of", "for") and index > 1:
                continue  # "a spokesman for the army"
            break
        if word[0].isupper() and (index == 0 or not found[index - 1][0][0].isupper()):
            best = start
            previous = found[index - 1][0].lower() if index else ""
            if (
                previous
                and (previous in DETERMINERS or previous in ("of", "for") or not verbish(previous))
                and previous not in PREPOSITIONS - {"of", "for"}
            ):
                continue  # "the Oslo mayor", "UN envoy Hanna Virtanen"
            break
        if word in PREPOSITIONS - {"of", "for"} or verbish(word):
            break
    if best is None:
        return None
    phrase = text[best:].strip(" ,'")
    return phrase if phrase and len(phrase.split()) <= 14 else None


def without_introduction(part: str) -> tuple[str, int]:
    """``part`` without sentence adverbs, time phrases and "it was" at its start, and how much was cut."""
    cut = 0
    while True:
        lead = len(part[cut:]) - len(part[cut:].lstrip(" ,"))
        cut += lead
        rest = part[cut:]
        if match := _LEADING_ADVERBIAL.match(rest):
            cut += match.end()
            continue
        if match := _CLEFT.match(rest):
            cut += match.end()
            continue
        first = TOKEN.match(rest)
        if first and first.group().lower() in INTRODUCTIONS and first.end() < len(rest):
            cut += first.end()
            continue
        return rest, cut
