"""Who the subject of a verb of saying is, read from the words around it, without a parser.

Works on clauses in which quoted words are blanked. The noun phrase is returned as written; a phrase that cannot be
told apart from the rest of its sentence is ``None``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.parse._aliases import TITLES
from claimcheck.parse._nounphrases import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    NAME_BEHIND,
    NAME_ONLY,
    PARTICIPLE_STARTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TOKEN,
    ends_in_name,
    guarded,
    is_described,
    last_phrase,
    noun_phrase,
    starts_phrase,
    tokens_of,
    verbish,
    without_introduction,
)
from claimcheck.parse._speech import ENGLISH, HOLDING, NAMING, SAYING, VERBS


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase and the base form of its verb; ``rest`` is what stands between verb and quotation."""

    phrase: str
    verb: str
    passive: bool = False
    rest: str = ""
    relative: bool = False
    """The verb stands in a relative clause: "participants who answered"."""
    position: int = 0
    """Offset of the phrase in the clause, for finding what stands before it."""


_ASIDE = re.compile(r"\s*\([^()]{0,80}\)|\s*\[[^\[\]]{0,20}\]|, or so [^,]{2,40}(?=,)")
_ASIDE_STARTS = "|".join(
    sorted(
        (
            PREPOSITIONS
            | SUBORDINATORS
            | PARTICIPLE_STARTS
            | {"who", "flanked", "dressed", "wearing", "citing", "quoting"}
        )
        - {"of", "that"}
    )
)
_RELATIVE_ASIDE = re.compile(rf", (?:{_ASIDE_STARTS}|[a-z]+ing)\b[^,]{{0,160}}(?:,[^,]{{0,60}})?,\Z")


_LY_NOUNS = frozenset(
    "family assembly supply reply ally bully rally tally anomaly monopoly butterfly fly lily jelly belly".split()
)
_RELATIVE_TAIL = re.compile(
    r",? (?:who|which)(?: (?:last|this|next|earlier|year|week|month|night|morning|on|in|[A-Z]\w+day|(?:19"
    r"|20)\d\d|once|later|then|had|has|also|at|the|time))+\Z"
)


def _left_of(clause: str, verb_at: int, *, whole: bool, participle: bool = False) -> tuple[str, int] | None:
    """The subject that ends right before ``verb_at``, and its offset; ``whole``: nothing else may stand before it."""
    left = _ASIDE.sub("", clause[:verb_at]).rstrip()
    aside = _RELATIVE_ASIDE.search(left)
    if aside:
        left = left[: aside.start()] + ","
    relative = perfect = False
    while True:
        found = tokens_of(left[-60:])
        if not found:
            return None
        word = found[-1][0]
        lower = word.lower()
        at_end = left.endswith(word)
        adverb = (
            word in AUXILIARIES
            or lower in ADVERBS
            or (lower.endswith("ly") and word.islower() and word not in _LY_NOUNS)
        )
        if adverb and len(found) > 1 and found[-2][0].lower() in ARTICLES:
            adverb = False  # "a voice from the back shouted"
        if at_end and adverb and len(tokens_of(left)) > 1:
            left = left[: -len(word)].rstrip()
            perfect = lower in ("have", "be")
            continue
        if at_end and lower == "to" and perfect:
            left = left[: -len(word)].rstrip()
            if reported := re.search(
                r" (?:supposed|said|believed|alleged|reported|claimed|thought|known|understood|likely|rumou?red"
                r"|seems?)\Z",
                left,
            ):
                left = left[: reported.start()].rstrip()
            perfect = False
            continue
        if at_end and word in ("who", "which", "that") and len(tokens_of(left)) > 1:
            left = left[: -len(word)].rstrip(" ,")
            relative = True
            continue
        break
    if tail := _RELATIVE_TAIL.search(left):
        left = left[: tail.start()].rstrip(" ,")  # "the governor, who last year said"
        relative, at_end = True, False
    if lower in ("and", "but", "then", "or", "nor", "yet") and at_end:
        if whole:
            return None
        subject = leading(clause[:verb_at])
        return (subject.phrase, subject.position) if subject else None
    begin = _clause_start(left)
    if whole and begin > 0 and left[:begin].strip(" ,"):
        return None
    segment = left[begin:]
    trailing_comma = segment.endswith(",")
    if relative and not trailing_comma:
        bare = without_introduction(segment)[0].strip(" ,")
        phrase = last_phrase(bare)
        if not phrase and len(bare.split()) <= 4 and bare and starts_phrase(bare.split()[0]):
            phrase = bare
        return (phrase, begin) if phrase and not whole else None
    parts = [part for part in segment.rstrip(",").split(", ") if part.strip()]
    if not parts:
        return None
    if trailing_comma:
        if len(parts) == 1 and not aside and not relative and clause[:verb_at].rstrip().endswith(",") and participle:
            return None  # "the clip, captioned ...": what follows one comma is a participle
        return _with_apposition(parts, begin, whole)
    part = parts[-1]
    if whole and len(parts) > 1 and not (len(parts) == 2 and NAME_ONLY.match(parts[1].strip())):
        # "Lund, the mayor of Oslo said": the second comma is missing
        return _with_apposition(parts, begin, whole)
    rest, _ = without_introduction(part)
    joined = re.search(r"\A(?P<left>.*) (?:and|but|while) (?P<right>\S.*)\Z", rest)
    if (
        joined
        and any(verbish(word) for word, *_ in tokens_of(joined["left"]))
        and starts_phrase(joined["right"].split()[0])
    ):
        rest = joined["right"]
    found = tokens_of(rest)
    if not found:
        return None
    if not starts_phrase(found[0][0]) or any(word in AUXILIARIES for word, *_ in found[1:]) or len(found) > 14:
        if whole:
            return None
        phrase = last_phrase(rest)
        return (phrase, begin) if phrase else None
    if rest.lstrip().startswith("@"):
        return rest.strip(), begin  # a name on a network
    first = found[0][0]
    if not (first[0].isupper() or first[0].isdigit() or first.lower() in DETERMINERS | PRONOUNS):
        # a bare plural: "officials", "critics of the plan"; or the middle of a sentence
        middle = begin == 0 and len(parts) == 1 and not whole and clause.strip()[:1] != first[:1]
        if len(found) > 6 or (middle and not clause[:1].islower()):
            return None
    if whole and (parts[:-1] or (found[0][0].islower() and found[0][0].endswith("ing"))):
        return None
    return rest.strip(" ,'"), begin


def _with_apposition(parts: list[str], begin: int, whole: bool) -> tuple[str, int] | None:
    """ "Lund, the mayor, said", "The bank's governor, Lesetja Moyo, told": the head, a common noun with its name."""
    for index, part in enumerate(parts):
        rest, _ = without_introduction(part)
        found = tokens_of(rest)
        if not found:
            continue
        opening = found[0][0][0].isupper() and found[0][0].endswith("ing") and len(found) > 1  # "Marking the day, ..."
        if (
            opening
            or not starts_phrase(found[0][0])
            or len(found) > 14
            or any(word in AUXILIARIES for word, *_ in found)
        ):
            if whole:
                return None
            continue
        if (
            len(found) > 1
            and any(verbish(word) and word not in SAYING for word, *_ in found[1:])
            and not rest[:1].isupper()
        ):
            continue
        phrase = rest.strip(" ,'")
        if (
            (not ends_in_name(phrase) or phrase.split()[-1] in TITLES or is_described(phrase))
            and index + 1 < len(parts)
            and NAME_BEHIND.match(parts[index + 1].strip())
        ):
            phrase = f"{phrase}, {parts[index + 1].strip()}"
        return phrase, begin
    return None


def _clause_start(left: str) -> int:
    """Offset at which the clause that ends at the end of ``left`` begins."""
    begin = 0
    for match in re.finditer(r"[;:(—–\uffff]|--|\.\s", guarded(left)):
        begin = match.end()
    lower = ""
    for word, start, end in tokens_of(left):
        previous, lower = lower, word.lower()
        if start < begin or end >= len(left.rstrip(" ,")):
            continue
        if lower == "that" and previous in PREPOSITIONS:
            continue  # "the diary for that day"
        if lower in SUBORDINATORS and start > begin and word.islower():
            # "Lund, who says that the minister ..."; not the "as" of "as mayor"
            begin = end
        elif (lower in SUBORDINATORS and start == begin and lower in ("what", "as", "that", "which")) or (
            (lower in SAYING or lower in NAMING) and word.islower() and start > begin and _finite(left, start, lower)
        ):
            begin = end
    while begin < len(left) and left[begin] in " ,":
        begin += 1
    return begin


_WITH_BASE = frozenset(
    "who which people men women children police staff critics some many others most all"
    " both and or either they family government management".split()
)


_NOUNS_TOO = frozenset(
    """claim command report comment answer note call message question demand order promise post text rule state talk
    joke quote signal mention hint caution
    query advocate view think blog tweet print label brand term dub blame attack slam blast welcome ridicule recall
    remark reply retort sign threat
    treat list cast paint mock protest object laugh smile sigh roar shout cry whisper counter repeat stress fear hope
    ban permit bar vow pledge""".split()
)


def _finite(text: str, start: int, word: str) -> bool:
    """Whether a form of a verb of saying is used as a verb here: not "the claims", "to say", "recent reports of"."""
    before = tokens_of(text[max(0, start - 40) : start])
    previous = before[-1][0].lower() if before else ""
    tense = (SAYING.get(word) or NAMING.get(word) or HOLDING.get(word) or ("", "past"))[1]
    if previous == "to":
        return False
    if previous in ARTICLES or (tense == "base" and previous == "that"):
        return False
    if previous.endswith("'s") and tense != "ing" and tense != "past":
        return False
    verb_before = (
        (SAYING.get(previous) or NAMING.get(previous) or ("", "past"))[1] != "base"
        and bool(before)
        and verbish(before[-1][0])
    )
    if tense == "present" and verb_before and previous not in AUXILIARIES:
        return False  # "said rates had peaked"
    if tense == "base" and word in _NOUNS_TOO and previous and not previous.endswith("s"):
        # "a conference call as": only plurals, pronouns and auxiliaries go with this form
        return previous in _WITH_BASE or previous in PRONOUNS or previous in AUXILIARIES or previous in ADVERBS
    return not (previous in PREPOSITIONS and tense in ("base", "present"))


def _is_infinitive_speech(found: list[tuple[str, int, int]], index: int) -> bool:
    """ "went on to say", "was quick to add" """
    return index >= 2 and found[index - 1][0].lower() == "to"


# A law or contract speaks with verbs that a person does not quote with.
_LAYING_DOWN = frozenset(
    "require commit oblige guarantee protect prohibit permit allow bind entitle forbid ban promise find".split()
)
_DOCUMENT = re.compile(
    r"\b(?:article|section|clause|paragraph|act|treaty|constitution|charter|preamble|statute|agreement"
    r"|convention|directive"
    r"|regulation|contract|bill|law|guideline|guidance|policy|code|amendment|rule|protocol|resolution|order|lease"
    r"|licence|license|covenant|declaration|text|report|study|inquiry|review|audit|survey|paper|court|tribunal|judge"
    r"|jury|panel|inspector|auditor|ombudsman|watchdog|regulator)s?\b",
    re.IGNORECASE,
)
_OPINION = frozenset("think find consider judge".split())
_OPINION_REST = re.compile(
    r" (?:it|him|her|this|that|the (?:[\w-]+ )?(?:place|town|city|film|book|novel|symphony|music|album|show"
    r"|play|performance|evidence|idea|plan|report"
    r"|tower|building|food|result|decision|ruling|argument|design|style|work)) ?\Z"
)
_PERCEIVED = re.compile(r"\b(?:heard|hear|saw|seen|watched|caught|filmed|recorded|found)\b")
_HABITS = frozenset(
    "used likes liked went goes continued began continues proceeded chose loved loves likes had hastened".split()
)
_PERFECT = frozenset("a ont avait ha han hat haben hanno har heeft".split())
"""Auxiliaries of other languages right before what was said: "le préfet a dénoncé"."""
_AFTER_READING = frozenset(("", "that", "as", "simply", "only", "in", "him", "her", "me", "them", "us", "back"))
_AFTER_HOLDING = frozenset(("that", "as", ""))
_AFTER_SPEAKING = {"speak": ("of", "about"), "talk": ("of", "about"), "refer": ("to",)}


def before_verb(clause: str, *, whole: bool) -> Subject | None:
    """The subject of the last verb of saying in ``clause``; with ``whole`` of the first, which must begin it."""
    found = tokens_of(clause)
    order = range(len(found)) if whole else range(len(found) - 1, -1, -1)
    for index in order:
        word, start, end = found[index]
        lower = word.lower()
        if lower not in VERBS or (word[0].isupper() and index > 0):
            continue
        base, tense = VERBS[lower]
        rest = clause[end:]
        if len(rest) > 170 and not whole:
            break
        following = found[index + 1][0].lower() if index + 1 < len(found) else ""
        if (
            lower in HOLDING
            and lower not in SAYING
            and lower not in NAMING
            and following not in _AFTER_HOLDING
            and following not in _AFTER_SPEAKING.get(base, ())
        ):
            opinion = base in _OPINION and tense != "base" and _OPINION_REST.match(rest)
            if not opinion and not (base in _LAYING_DOWN and _DOCUMENT.search(clause[:start])):
                continue
        if base in ("read", "text", "message", "print", "question", "mean") and following not in _AFTER_READING:
            continue
        if (
            lower in ("like", "rule", "post", "order", "state", "note", "report", "question", "sign")
            and tense == "base"
            and index == 0
        ):
            continue
        if _is_infinitive_speech(found, index):
            writer = (
                _writer_before(clause[: found[index - 1][1]]) if not whole and base in ("say", "ask", "warn") else None
            )
            if writer is not None:
                return replace(writer, rest=rest)
            back = index - 3 if found[index - 2][0].lower() == "on" and index >= 3 else index - 2
            if found[back][0].lower() in _HABITS and (left := _left_of(clause, found[back][1], whole=whole)):
                return Subject(left[0], base, rest=rest, position=left[1])
            if whole:
                continue
            if found[index - 2][0].lower() in ("on", "quick", "went", "far", "continued", "as"):
                subject = leading(clause)
                return Subject(subject.phrase, base, rest=rest, position=subject.position) if subject else None
            if lower in NAMING or not rest.strip():
                subject = leading(clause)
                return Subject(subject.phrase, base, rest=rest, position=subject.position) if subject else None
            continue
        previous = found[index - 1][0].lower() if index else ""
        if lower not in ENGLISH and lower not in NAMING and previous in _PERFECT:
            start = found[index - 1][1]  # "le préfet a dénoncé"
        elif not _finite(clause, start, lower) or (base == "plead" and following == "guilty"):
            continue
        if tense == "ing":
            if rest[:1] == "," and {found[at][0].lower() for at in range(max(0, index - 2), index)} & DETERMINERS:
                continue  # "goes the local saying, ..."
            if previous in ("is", "are", "was", "were", "been", "kept", "keeps"):
                left = _left_of(clause, start, whole=whole)
            elif (
                (base in ("read", "say", "warn", "state", "declare", "proclaim") or _PERCEIVED.search(clause[:start]))
                and index
                and not clause[found[index - 1][2] : start].strip()
                and not whole
            ):
                written = _object_before(clause, found, index)  # "banners reading ..."
                left = (written, found[index - 1][1]) if written else None
            elif base in ("speak", "talk", "refer", "think"):
                continue
            else:
                subject = leading(clause[:start])
                left = (subject.phrase, subject.position) if subject and not whole else None
        else:
            passive = tense == "past" and _is_passive(found, index)
            if passive and not (whole and base == "quote"):
                if whole:
                    continue
                return Subject("", base, passive=True, rest=rest)
            left = _left_of(clause, start, whole=whole, participle=tense == "past" and lower.endswith("ed"))
        if left is None:
            if whole:
                return None
            continue
        phrase, position = left
        if len(phrase.split()) == 1 and phrase.lower() in ("there", "here", "this", "that", "which", "what"):
            continue
        relative = bool(index) and found[index - 1][0].lower() in ("who", "which", "that")
        return Subject(phrase, base, rest=rest, position=position, relative=relative)
    return None


def _writer_before(clause: str) -> Subject | None:
    """Who wrote in "the solicitor had written on 4 March to say"."""
    found = before_verb(clause, whole=False)
    return found if found and found.verb in ("write", "email", "post", "tweet", "text", "message") else None


def _object_before(clause: str, found: list[tuple[str, int, int]], index: int) -> str:
    """The noun phrase right before a participle: "a note saying", "banners reading"."""
    first = index - 1
    while first > 0 and not verbish(found[first - 1][0]) and found[first][0].lower() not in DETERMINERS:
        if clause[found[first - 1][2] : found[first][1]].strip():
            break
        first -= 1
    while first < index and (
        found[first][0].lower() in PREPOSITIONS or found[first][0].lower() in ("and", "or", "but")
    ):
        first += 1  # "with forecasters warning"
    return clause[found[first][1] : found[index][1]].strip(" ,")


def _is_passive(found: list[tuple[str, int, int]], index: int) -> bool:
    at = index - 1
    while at >= 0 and (
        found[at][0].lower().endswith("ly") or found[at][0].lower() in ADVERBS or found[at][0].lower() == "not"
    ):
        at -= 1
    return at >= 0 and found[at][0].lower() in ("was", "were", "is", "are", "been", "be", "being", "got", "get", "gets")


def after_verb(body: str) -> Subject | None:
    """The speaker behind a verb: "said Maria Lund, the mayor", "warned Nurse Carla Benítez"."""
    found = tokens_of(body[:80])
    index = 0
    while index < len(found) and (
        found[index][0].lower() in ADVERBS or (found[index][0].endswith("ly") and index == 0)
    ):
        index += 1
    if (
        index + 1 < len(found)
        and found[index][0] in ("a", "ha", "hat", "habe", "har", "aurait", "avait")
        and found[index + 1][0] in SAYING
    ):
        index += 1  # "a déclaré la ministre"
    if index >= len(found) or body[: found[0][1]].strip(" ,"):
        return None
    word, _, end = found[index]
    lower = word.lower()
    entry = (
        SAYING.get(lower)
        or (NAMING.get(lower) if lower.endswith("ed") else None)
        or (("think", "present") if lower in ("thinks", "thought") else None)
    )
    if entry is None or word[0].isupper() or entry[1] in ("ing", "base") or entry[0] == "tell":
        return None
    rest = body[end:]
    following = TOKEN.match(rest.lstrip())
    if not following or rest.lstrip()[:1] in ",.;:" or not rest[:1].isspace():
        return None
    first = following.group()
    if not starts_phrase(first) or first.lower() in ADVERBS or first.lower() in ("me", "him", "them", "us"):
        if first.lower() not in ADVERBS and not first.lower().endswith("ly"):
            return None
        rest = rest.lstrip()[following.end() :]
    words_behind = tokens_of(rest[:60])
    if len(words_behind) > 1 and words_behind[0][0].lower() in PRONOUNS and verbish(words_behind[1][0]):
        return None  # "..., now says they are": the pronoun begins what is said
    phrase = noun_phrase(rest if word.isascii() and lower in ENGLISH else _FOREIGN_STOP.split(rest, maxsplit=1)[0])
    return Subject(phrase, entry[0]) if phrase else None


_FOREIGN_STOP = re.compile(
    r" (?:am|beim?|im|vor|nach|gegenüber|gestern|heute|mittwochs?|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|devant|dans|lors|ayer|hoy|durante|ante|tras|ieri|oggi|davanti|ontem|hoje|i dag|i går)\b"
)
_FOR_NAME = re.compile(
    r"(?:For|To) (?P<who>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|St)\.? )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4})(?=,| the "
    r"| it | this | there | that | a )"
)


FOREIGN_ARTICLES = frozenset(
    "le la les un une el los las der die das ein eine il lo uno i gli o os as um uma de"
    " het een den det en ett m mme mr l".split()
)
_FOREIGN_INVERTED = re.compile(
    r"(?:(?:a|ha|hat|har|avait|aveva|s'est|s'était|se) )?(?P<verb>[^\W\d_]{3,})(?: (?:hier|ieri|ayer|gestern"
    r"|ontem|heute|aujourd'hui))? (?P<who>.{2,80})",
    re.IGNORECASE,
)


def after_foreign_verb(body: str) -> Subject | None:
    """The speaker behind a verb of another language: "advirtió la doctora Ruiz"."""
    match = _FOREIGN_INVERTED.match(body)
    if not match or not match["verb"].islower():
        return None
    phrase = noun_phrase(match["who"])
    first = phrase.split(" ")[0] if phrase else ""
    if first.lower().rstrip(".") in FOREIGN_ARTICLES or first[:1].isupper() or first.startswith(("l'", "L'")):
        return Subject(phrase, "say")
    return None


_APPOSED = re.compile(r", (?P<name>(?:[A-Z][\w'.-]*)(?: [A-Z][\w'.-]*){0,5}),")


def leading(clause: str) -> Subject | None:
    """The subject with which a sentence begins, up to its first verb: "Coach Dee Armitage was blunt"."""
    offset = 0
    clause = clause.rstrip()
    for stop_here in re.finditer(r"[;\uffff]|\.\s", guarded(clause)):
        offset = stop_here.end()
    if match := _FOR_NAME.match(clause[offset:]):
        return Subject(match["who"], "say", position=offset)
    body = clause[offset:]
    for part in body.split(", "):
        rest, cut = without_introduction(part)
        found = tokens_of(rest)
        if (
            found
            and starts_phrase(found[0][0])
            and not (found[0][0].lower().endswith("ing") and found[0][0][0].isupper() and len(found) > 1)
        ):
            stop = len(rest)
            for index, (word, start, _) in enumerate(found):
                if (
                    index
                    and found[index - 1][0].lower() not in ARTICLES
                    and (verbish(word) or word in ("who", "which", "that"))
                ):
                    stop = start
                    break
            phrase = rest[:stop].strip(" ,:'")
            if found[0][0].lower() in PRONOUNS - {"one"}:
                phrase = found[0][0]
            named = _APPOSED.match(body, offset + len(part) - (len(clause) - len(body)))
            if stop == len(rest) and named and (not ends_in_name(phrase) or phrase.split()[-1] in TITLES):
                phrase = f"{phrase}, {named['name']}"  # "The coroner, Dr Lund, recorded ..."
            if stop == len(rest) and len(phrase.split()) > 8:
                return None
            if phrase and len(phrase.split()) <= 12:
                if phrase.lower() in ("there", "this", "that", "what", "here"):
                    return None
                return Subject(phrase, "say", position=offset + cut)
            return None
        offset += len(part) + 2
    return None
