"""Who is named beside a quotation: the grammar of "said Lund", "Lund, the mayor, told reporters:", "according to"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.parse import entities, thesaurus
from claimcheck.parse._nounphrases import ADVERBS, PRONOUNS, noun_phrase
from claimcheck.parse._speech import ENGLISH, NAMING, SAYING, SPEECH_NOUNS
from claimcheck.parse._subjects import Subject, after_foreign_verb, after_verb, before_verb, leading

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ACCORDING = re.compile(
    r"\b(?:(?:according to|in the words of|to quote|to borrow a phrase from|as told by|in the view of"
    r"|in the opinion of|quoting|citing|attributed to"
    r"|paraphrasing|selon|laut|según|enligt|ifølge|secondo|segundo|volgens|per) |so (?=(?:der|die|das|ein|eine)\b)"
    r"|under (?=(?:article|section|rule|clause|paragraph)\b))",
    re.IGNORECASE,
)
_PUT_IT = re.compile(
    r"\bas (?P<who>[^,.;:]{2,60}?(?:, [^,.;:]{2,60},)?) (?:once |later |himself |herself )?"
    r"(?:puts?|put|has put|has|had|would have) it\b",
    re.IGNORECASE,
)
_QUOTED_AS = re.compile(
    r"\b(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|remembers?|recalls?"
    r"|reported) (?P<who>[^,.;:]{2,80}?) as (?:saying|telling|warning)\b"
)
_PASSIVE_BY = re.compile(
    r"\b(?:called|described|dubbed|labelled|labeled|branded|dismissed|hailed|praised|condemned|characterised"
    r"|characterized"
    r"|denounced|derided|criticised|criticized|portrayed|told|warned|asked|accused"
    r"|mocked) by (?P<who>[^,.;:]{2,80}?)(?: as| that| to|,|\Z)"
)
_OWNED_NOUN = re.compile(
    r"\b(?P<owner>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ii]ts|[Oo]ne|[Tt]his"
    r"|[Tt]hat) (?:[\w'-]+ ){0,4}?[\w-]+?|[A-Z][\w.-]*?(?: [A-Z][\w.-]*?){0,4})(?:'s"
    r"|s') (?:[\w-]+ ){0,2}?(?P<noun>" + "|".join(sorted(SPEECH_NOUNS)) + r")s?\b"
)
_PRONOUN_NOUN = re.compile(
    r"\b(?P<owner>his|her|its|their|my|our) (?:[\w-]+ ){0,2}?(?P<noun>" + "|".join(sorted(SPEECH_NOUNS)) + r")s?\b",
    re.IGNORECASE,
)
_NOUN_THAT = re.compile(
    r"(?:'s|s'|\b(?:his|her|its|their|my|our)) (?:[\w-]+ ){0,2}?(?:"
    + "|".join(sorted(SPEECH_NOUNS))
    + r")s?(?: (?:that|of|to|for|about)\b[^,;:.]{0,60})?\Z",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(
    r"\b(?:words|verdict|advice|view|claim|warning|message|motto|slogan|promise|phrase) (?:of"
    r"|from) (?P<owner>[^,.;:]{2,60}?)(?: (?:is|was|are|were)\b|\Z)",
    re.IGNORECASE,
)
_IS_BEHIND = re.compile(r"\b(?:is|was|are|were|reads?|remains?|ran|runs|came|went)\b[^.;]{0,40}\Z")
_REST_HAS_SUBJECT = re.compile(r", (?:and|but|while|whereas|as|though|although) (?:the|a|an|[A-Z])")
_IS_PROMISE = re.compile(
    r": (?P<owner>(?:the|a|his|her|[A-Z])[^,.;:]{0,50})'s (?:" + "|".join(sorted(SPEECH_NOUNS)) + r")\b"
)
_FROM = re.compile(r"(?:(?:And|But|Then|Next|Now|Finally),? )?[Ff]rom (?P<who>[^,;:]{2,60})\Z")
_FOR_WHOM = re.compile(
    r"(?:\A|[;:] )(?:[Ff]or|[Tt]o) (?P<who>(?:[A-Z]|his |her |its |the )[^,;:]{1,40}), [^,;:]{0,60}\b(?:was|is"
    r"|were|are)\Z"
)
_OPENS_WITH = re.compile(
    r"(?P<who>(?:The|A|An|His|Her|Its|[A-Z]\w+'s) [\w' -]{1,40}?) (?:opens|opened|begins|began|starts|started"
    r"|ends|ended|closes|closed)"
    r" with(?: the (?:lines?|words?|sentence|question|phrase))?\Z"
)
_MEANT_BY = re.compile(r"\bwhat (?P<who>[^,.;:]{2,60}?) (?:meant|means|mean|calls?|called) by\Z")
_NOTICE = re.compile(
    r"\b(?:by|with|on|from|to|is|was) (?P<who>(?:an?|the) (?:[\w-]+ ){0,2}?(?:sign|notice|message|poster|note"
    r"|banner|letter|text|voice|placard|plaque|slogan|card))\Z"
)
_ALL_SAID = re.compile(
    r"(?:that |this |which |it )?(?:was|is|were|are) (?:all|how|what|the most"
    r"|the best) (?P<who>[^.;:]{2,60}?) (?:would say|could say|had to say|has to say|said|says|say"
    r"|sums?(?: it)? up|summed(?: it)? up|describes|described|sees|saw|remembers|recalls|explains|explained"
    r"|puts? it|put it|described it|replied|managed|offered|wrote|answered|told)\b"
    r"|(?P<text>(?:the|an?|its|his|her) [\w-]+(?: [\w-]+)?) (?:runs|ran|goes|went|begins|began|ends|ended"
    r"|concludes|concluded)\b"
    r"|(?:came|comes|was|is) (?:the|her|his|a|an|their) (?:[\w-]+ )?(?:reply|answer|response|retort|verdict|cry"
    r"|shout)\b(?: (?:from|of) (?P<from>[^.;:,]{2,60}))?"
    r"|(?:goes|went|runs|ran|reads) (?P<saying>(?:the|an?|one) [^.;:,]{2,60})"
)
_COLLOQUIAL = re.compile(r" (?:goes|go|went|(?:was|were|is|are|am|be) (?:all |just )?like)\Z")
_WAS_OWNED = re.compile(r"(?:is|was|are|were|became|remained) (?=(?:his|her|its|their|the|[A-Z]|[a-z]+ [A-Z]))")
_NAMING_ONLY = frozenset("call dub label brand term rate".split())
_OWNER = re.compile(r"(?P<owner>[A-Z][^,.;:]{1,60})'s\Z")
_WAS_THE = re.compile(
    r"(?:was|is|were) (?:the|an?) (?:[\w-]+ ){0,2}?(?:response|answer|verdict|reply|message|advice|motto|cry"
    r"|chant|slogan|excuse|explanation)\b"
    r"(?: (?:of|from) (?P<who>[^.;:,]{2,60}))?"
)
_INSERTED = re.compile(r", (?P<verb>[a-z]+) (?P<who>[^,;:]{2,60}),(?=\Z| [^,;:]*\Z)")
_INSERTABLE = frozenset(
    "say write argue insist claim add note admit explain complain declare announce conclude quip joke muse".split()
)
BY = re.compile(r"[,\s]*by (?P<who>[^.;:]{2,80})")


_WRITTEN_BY = re.compile(
    r"(?:an?|the|its|his|her|this) (?:[\w-]+ ){0,3}?(?:report|study|survey|analysis|review|audit|letter|statement"
    r"|paper|memo|note|account) (?:by|from) (?P<who>[^,;:]{2,80})"
)
_NO_ATTRIBUTION = frozenset("and but or as when while because which that to in for if so than nobody".split())


def behind(after: str, ends: str, marks: str = '"', inner: str = "") -> Subject | None:
    """The speaker named behind a quotation: "said Lund", "Lund, the mayor, said", "according to Lund"."""
    if promise := _IS_PROMISE.match(after):
        return Subject(promise["owner"], "say")
    body = after.lstrip(" ,—–-")
    if after[:1] in "?!" and ends.isalnum():
        body = after[1:].lstrip(" ,")  # sloppy: the question mark stands outside
    if not body or body[0] in ".;:)":
        return None
    if match := _ACCORDING.match(body):
        phrase = noun_phrase(body[match.end() :])
        return Subject(phrase, "say") if phrase else None
    if match := _PUT_IT.match(body):
        return Subject(match["who"].strip(" ,"), "say")
    if match := _QUOTED_AS.search(body[:120]):
        return Subject(noun_phrase(match["who"]), "say")
    if match := _ALL_SAID.match(body):
        return Subject(noun_phrase(match["who"] or match["saying"] or match["text"] or match["from"] or ""), "say")
    if match := _WAS_THE.match(body):
        return Subject(noun_phrase(match["who"]) if match["who"] else "", "say")
    if _WAS_OWNED.match(body) and (owned := owned_words(body.rstrip(" ."), True)):
        return owned
    first = WORD.match(body)
    if not first:
        return None
    word = first.group().lower()
    if word in _NO_ATTRIBUTION:
        return None
    if found := after_verb(body):
        return found
    foreign = marks in "«»„" or not inner.isascii()
    if (
        foreign
        and (word in ("a", "ha", "hat", "har") or not entities.is_ordinary(word))
        and (found := after_foreign_verb(body))
    ):
        return found
    return before_verb(body, whole=True)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What stands before a quotation says about its speaker."""

    subject: Subject | None = None
    certain: bool = False
    """Without a subject: the words are quoted all the same ("was described as", a colon)."""
    owner: str = ""
    """Whose words they are by a possessive alone: "Keating's ..." """
    cited: bool = False
    """Introduced by "according to" and the like: the words before it name a source, not a title."""


def ahead(before: str, after: str) -> Ahead:
    """The speaker named before a quotation in its sentence; ``after`` is what follows it there."""
    body = before.rstrip()
    if not body:
        return Ahead()
    colon = body.endswith(":")
    clause = body.rstrip(" ,:—–-(")
    if cited := _cited(clause):
        return cited
    if phrase := _stated(body, clause, colon):
        return Ahead(phrase)
    if (colloquial := _COLLOQUIAL.search(body.rstrip(" ,"))) and (
        found := before_verb(body[: colloquial.start()] + " said", whole=False)
    ):
        return Ahead(found)
    for inverted in re.finditer(r", (?P<verb>[^\W\d_]+) ", clause):
        # "Als die Fähre ausfiel, schrieb Kapitän Holm:"
        if (
            inverted["verb"] in SAYING
            and inverted["verb"] not in ENGLISH
            and (found := after_verb(clause[inverted.end("verb") - len(inverted["verb"]) :]))
        ):
            return Ahead(found)
    subject = before_verb(clause, whole=False)
    if subject is None and body.endswith(",") and (found := _inverted(body)):
        return Ahead(found)
    if subject is not None and subject.passive:
        if match := BY.match(after):
            return Ahead(Subject(noun_phrase(match["who"]), subject.verb))
        if colon and (owned := owned_words(clause, colon)):
            return Ahead(owned)  # "I am reminded of the words of Mary Ellis:"
        return Ahead(certain=(subject.verb in SAYING or subject.verb in NAMING) and subject.verb not in _NAMING_ONLY)
    if subject is not None and not _REST_HAS_SUBJECT.search(subject.rest):
        return Ahead(subject)
    if owned := owned_words(clause, colon):
        return Ahead(owned)
    if not colon:
        owner = _OWNER.search(clause)
        return Ahead(_trailing(after), owner=noun_phrase(owner["owner"], last=True) if owner else "")
    introduced = leading(clause)
    if introduced is not None and not _may_speak(introduced.phrase):
        introduced = None
    return Ahead(replace(introduced, verb="introduce") if introduced else None, certain=True)


def _may_speak(phrase: str) -> bool:
    """Whether a colon after its clause makes ``phrase`` a speaker: a name, a pronoun, "the coach"; not "things"."""
    first, *rest = phrase.split() or [""]
    if first.lower() in _NOBODY or (rest and _is_abstract(phrase)):
        return False
    return bool(rest) or first.lower() in PRONOUNS or (first[:1].isupper() and not entities.is_ordinary(first.lower()))


def _is_abstract(phrase: str) -> bool:
    """Whether a lower-case phrase with "of" is headed by what neither speaks nor is read: "the level of democracy"."""
    head, of, _ = phrase.partition(" of ")
    word = head.split()[-1].lower()
    if not of or not phrase[1:].islower() or word in SPEECH_NOUNS:
        return False
    senses = thesaurus.kinds(word)
    known = [entry.senses["n"][0] for kind in ("person", "group") if (entry := thesaurus.entry(kind)) is not None]
    return bool(senses) and not any(sense in senses for sense in known)


_NOBODY = frozenset("this that these those hence thus so such there here default".split())


def _cited(clause: str) -> Ahead | None:
    """ "quoted Lund as saying", "was described by Lund as", "as Lund put it", "according to Lund" """
    if (match := _last(_QUOTED_AS, clause)) and len(clause) - match.end() < 60:
        return Ahead(Subject(noun_phrase(match["who"]), "say"))
    if match := _last(_PASSIVE_BY, clause):
        return Ahead(Subject(noun_phrase(match["who"]), "call"))
    if match := _PUT_IT.search(clause):
        return Ahead(Subject(match["who"].strip(" ,"), "say"))
    if (match := _last(_ACCORDING, clause)) and (written := _WRITTEN_BY.match(clause, match.end())):
        return Ahead(Subject(noun_phrase(written["who"]), "say"), cited=True)
    if (match := _last(_ACCORDING, clause)) and (phrase := noun_phrase(clause[match.end() :])):
        rest = clause[match.end() + len(phrase) :]
        law = phrase.split(" ")[0].lower() in ("article", "section", "rule", "clause", "paragraph")
        if law or not any(word.lower() in SAYING for word in WORD.findall(rest)):
            return Ahead(Subject(phrase, "say"), cited=True)
    return None


def _stated(body: str, clause: str, colon: bool) -> Subject | None:
    """ "The case, said Lund, was", "what Lund meant by", "From the ministry:", "greeted by a sign:" """
    inserted = _INSERTED.search(body)
    if (
        inserted
        and SAYING.get(inserted["verb"], ("", ""))[0] in _INSERTABLE
        and (phrase := noun_phrase(inserted["who"]))
        and phrase.lower() not in ADVERBS
    ):
        return Subject(phrase, "say")
    if match := _MEANT_BY.search(clause) or (_FROM.match(clause) if colon else None) or _FOR_WHOM.search(clause):
        return Subject(noun_phrase(match["who"]), "say")
    if match := _OPENS_WITH.match(clause):
        return Subject(noun_phrase(match["who"]), "say")
    if colon and (match := _NOTICE.search(clause)):
        return Subject(match["who"], "say")
    return None


def _trailing(after: str) -> Subject | None:
    """ "Mr Blunt was ... with the outcome, he said": the sentence ends in its attribution."""
    for comma_here in re.finditer(r", (?=[a-z]+ )", after):
        if inverted := after_verb(after[comma_here.end() :]):
            return inverted
    head, comma, tail = after.rstrip(" .").rpartition(", ")
    if not comma or len(tail.split()) > 12 or not head.strip():
        return None
    if match := _ACCORDING.match(tail):
        phrase = noun_phrase(tail[match.end() :])
        return Subject(phrase, "say") if phrase else None
    found = before_verb(tail, whole=True)
    if found and found.verb in ("say", "add", "tell", "explain", "note", "write"):
        return replace(found, position=600)  # a pronoun here means somebody named before it in the sentence
    return None


def _inverted(body: str) -> Subject | None:
    """ "It is, said the weary mediator, ..." """
    for match in reversed(list(re.finditer(r"(?:, |\A)(?=[^\W\d_]+ )", body[-120:]))):
        found = after_verb(body[-120:][match.end() :].rstrip(","))
        if found:
            return found
    return None


_OWNING = {"his": "he", "her": "she", "its": "it", "their": "they", "my": "i", "our": "we"}


def owned_words(clause: str, colon: bool) -> Subject | None:
    """ "The leaflet's advice, in capitals, is", "Her answer:", "The motto of the club is", "Nietzsche's line that" """
    tail = clause[-200:] if len(clause) <= 200 else clause[-200:].partition(" ")[2]
    if not colon and any(
        word.lower() in SAYING and word.islower() and SAYING[word][1] == "past" for word in WORD.findall(clause)
    ):
        return None
    if not colon and not _IS_BEHIND.search(clause) and not _NOUN_THAT.search(tail):
        return None
    if match := _PRONOUN_NOUN.search(tail):
        return Subject(_OWNING[match["owner"].lower()], "say", position=len(clause) - len(tail) + match.start())
    if match := _OWNED_NOUN.search(tail):
        return Subject(match["owner"], "say")
    if match := _NOUN_OF.search(tail):
        return Subject(noun_phrase(match["owner"]), "say")
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=re.Match.start, default=None)
