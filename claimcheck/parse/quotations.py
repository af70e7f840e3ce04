"""Quoted speech and writing, each with who said it.

A speaker is read from the clause the quotation stands in: before it ("Lund told reporters: ..."), behind it ("..., said
Lund, the mayor"), in the middle of it, or from "according to". A quotation that goes on keeps its speaker; "she said"
takes the person named before, when only one fits. Titles of works, words as words and scare quotes are no quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.model import Entity, Quotation, Span
from claimcheck.parse import _marks, words
from claimcheck.parse._antecedents import antecedent, is_anybody, name_of, person_before
from claimcheck.parse._attribution import BY, ahead, behind, owned_words
from claimcheck.parse._marks import Quoted
from claimcheck.parse._nounphrases import PRONOUNS, noun_phrase, plausible
from claimcheck.parse._scene import (
    Scene,
    Spoken,
    ends_in,
    is_name_in_passing,
    looks_like_title,
    sentence_start,
    sentence_stop,
    shadow_of,
)
from claimcheck.parse._speech import NAMING, PURE_SPEECH, SAYING, SPEECH_NOUNS
from claimcheck.parse._subjects import Subject, leading

# Directly before the mark: the quotation is a name, a title, or a word as a word.
_WORD_AS_WORD = re.compile(
    r"\b(?:so-called|known as|known locally as|also called|nicknamed|dubbed|codenamed|code-named|named|titled"
    r"|entitled|headlined|christened"
    r"|the (?:word|term|phrase|name|label|expression|title|nickname|epithet|adjective|noun|verb|letter|prefix"
    r"|suffix|question of|idea of|concept of"
    r"|notion of)s?|means?|meaning|spelled|spelt|pronounced|translates? (?:as|to)|translated as|literally"
    r"|i\.e\.|called a|called an"
    r"|called the|as an?|as the|(?:film|movie|novel|book|song|album|single|play|series|episode|show|documentary"
    r"|article|essay|paper|poem"
    r"|painting|chapter|track|sitcom|musical|opera|report|exhibition|game|podcast|column|entry|file|folder"
    r"|button|tab|hit|ballad|anthem"
    r"|programme|program|ship|boat|yacht|operation|short story|story|memoir|report titled"
    r"|released (?:abroad )?as|under the (?:name|title|headline|heading|banner|rubric)s?))"
    r",? ?\Z",
    re.IGNORECASE,
)
_WORK_BEHIND = re.compile(
    r"\s*(?:episode|film|movie|novel|book|song|album|single|series|show|play|documentary|poem|painting)s?\b"
)
_WAS_SAID = re.compile(
    r"(?:was|were|is|are|has been|have been) (?P<never>(?:never|not|often|once|first|reportedly|famously"
    r"|frequently|usually|widely|commonly|also|sometimes|generally) )*(?:said|spoken|uttered|written|quoted"
    r"|chanted|shouted|attributed)\b"
)
_DASH_NAME = re.compile(
    r"\s*[—–~-]{1,2}\s*(?P<who>(?:[A-Z]|(?:the|an?|some|my|our) )[^.;:\n,]{1,80}(?:, [^.;:\n]{1,60})?)\Z"
)
_GESTURE = re.compile(
    r"\b(?:shrugged|smiled|laughed|nodded|sighed|paused|hesitated|grinned|frowned|winced|disagreed|agreed"
    r"|shakes|shook|was (?:blunt|clear|adamant|defiant"
    r"|unrepentant|unmoved|unconvinced|sceptical|skeptical|emphatic|furious|philosophical|more cautious"
    r"|less sure|in no doubt|unimpressed|delighted)"
    r"|is (?:blunt|clear|adamant|unrepentant|unconvinced|sceptical|skeptical|not so sure|less sure|in no doubt"
    r"|unimpressed)|had no (?:doubts?|regrets)"
    r"|has no (?:doubts?|regrets)|remembers|recalls|waved|pointed|leaned|turned|looked|gestured|spoke|(?:was"
    r"|were|is|when|been) (?:asked|pressed|challenged|questioned)|went further|did not mince|raised"
    r"|closed (?:his|her))\b"
)
_OWNED_QUESTION = re.compile(
    r"(?:'s|s'|\b(?:His|Her|Its|Their)) (?:[\w-]+ ){0,2}?(?:" + "|".join(sorted(SPEECH_NOUNS)) + r")s?\?\Z"
)
_SAME_CLAUSE = re.compile(r"[,;]?\s*(?:and|but|or|nor|while)\b(?: that)?(?: [a-z'-]+){0,7}\s*\Z")
_INVERTED_FRENCH = re.compile(r",? ?\w+(?:-t)?-(?P<who>il|elle|on|ils|elles)\b")
# (Hemingway), (Osei 2018, p. 4), (Hale, 1999): the source of what was just quoted.
_SOURCE_BEHIND = re.compile(
    r"\s?\((?P<who>[A-Z][\w'-]+(?:(?:,? (?:and|&)|,)? (?:[A-Z][\w'.-]*|et al\.?|van|von"
    r"|de)){0,4}|(?:Participant|Respondent|Interviewee|Informant|Patient|Teacher|Student|P)[ -]?\d{1,3})"
    r"(?:,? (?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)[^()]{0,40})?\)"
)
_VERB_FIRST = re.compile(
    r"[\s,;]*(?:(?:and|but|or|then|also|now|later|still|has|had|who|which|once|before|after|while|\w+ly) )*([a-z]+)\b"
)
_GENERIC = frozenset(
    "they we people one you some many locals residents fans economists scientists others everyone nobody who".split()
)


@dataclass(slots=True)
class _Reading:
    """A quotation while its speaker is looked for."""

    quoted: Quoted
    speaker: str | None = None
    certain: bool = False
    """Something in the sentence says that the words are quoted: a verb of saying, a colon, "according to"."""
    verb: str | None = None
    """Base form of the verb."""
    generic: bool = False
    behind: bool = False
    """The speaker stands behind the quotation, so what follows may go on from there."""
    alone: bool = False
    """A sentence of its own: nothing else stands in its sentence."""
    owned_by: str = ""
    """Whose words they are by a possessive alone: "Keating's ..." """
    name_like: bool = False
    """The words before it announce a name or a word as a word."""


def find(text: str, offset: int = 0, named: Sequence[Entity] | None = None) -> tuple[Quotation, ...]:
    """The quotations of ``text`` in order, without quotations inside quotations.

    ``named`` are the entities of ``text`` where they are known already; their spans are shifted by ``offset``, too.

    ``speaker`` is a name or noun phrase as written, a full name where the text gives one for a surname or pronoun,
    and ``None`` where the text does not say with certainty who speaks.
    """
    quoted = _marks.pairs(text)
    if not quoted:
        return ()
    flat = words.plain(text)
    # 'head of the "Iran Cartoon" association, said': a name in quotation marks is part of its sentence
    names = {one for one in quoted if is_name_in_passing(text, one)}
    scene = Scene(
        flat, shadow_of(flat, [one for one in quoted if one not in names]), quoted, _marks.paragraphs(text), names, text
    )
    if named is not None and not offset:
        scene.know(named)
    readings: list[_Reading] = []
    for index, one in enumerate(quoted):
        readings.append(_read(scene, index, one, readings))
    _look_back(scene, readings)
    return tuple(
        Quotation(
            text[one.quoted.start : one.quoted.end],
            _AS.sub("", one.speaker) if one.speaker else None,
            Span(one.quoted.start + offset, one.quoted.end + offset),
        )
        for one in readings
        if _is_quotation(flat, one) and not _is_argument(flat, one)
    )


def _look_back(scene: Scene, readings: list[_Reading]) -> None:
    """Speakers that only a later quotation names: the last of several paragraphs, or the second half of a sentence."""
    for later, one in zip(reversed(readings), reversed(readings[:-1]), strict=False):
        halved = (
            not one.certain
            and later.certain
            and one.quoted.paragraph == later.quoted.paragraph
            and scene.text[one.quoted.end - 1] == ","
            and not ends_in(scene.shadow[one.quoted.outer_end : later.quoted.outer_start])
        )  # "The market," (he pauses) "is a mood," says ...
        if ((not one.quoted.closed and one.speaker is None) or halved) and later.speaker:
            _go_on(one, later)


def _read(scene: Scene, index: int, one: Quoted, earlier: list[_Reading]) -> _Reading:
    reading = _Reading(one)
    shadow = scene.shadow
    paragraph = scene.paragraphs[one.paragraph]
    previous = next((entry for entry in reversed(earlier[-4:]) if entry.quoted not in scene.names), None)
    previous = previous if previous and previous.quoted.paragraph == one.paragraph else None
    low = previous.quoted.outer_end if previous else paragraph.start
    # a sentence that begins before the last quotation ends is cut there, so it need not be looked for further back
    back = max(paragraph.start, previous.quoted.outer_start - 20) if previous else paragraph.start
    start = max(sentence_start(shadow, back, one.outer_start), low)
    following = next(
        (entry.outer_start for entry in scene.quoted[index + 1 : index + 5] if entry not in scene.names), len(shadow)
    )
    stop = sentence_stop(shadow, one.outer_end, min(following, paragraph.end))
    before, after = shadow[start : one.outer_start], shadow[one.outer_end : stop]
    if start == paragraph.start and not before.strip() and one.paragraph:
        above = scene.paragraphs[one.paragraph - 1]
        if shadow[above.start : above.end].rstrip().endswith(":"):  # "it contains the following statement:"
            before = shadow[sentence_start(shadow, above.start, above.end) : above.end]
    ends = scene.text[one.end - 1 : one.end]
    continued = previous is not None and start <= low and not before.strip(" ,;:\uffff—–-")
    if _WORD_AS_WORD.search(before[-60:]) or (
        _WORK_BEHIND.match(after) and looks_like_title(scene.text[one.start : one.end])
    ):
        reading.name_like = True
    if cjk := _CJK_BEHIND.match(after) or _CJK_AHEAD.search(before):
        reading.certain, reading.speaker = True, cjk["who"].removesuffix("さん")
        return reading
    if said := _WAS_SAID.match(after.lstrip(" ,")):
        reading.certain = True
        tail = after.lstrip(" ,")[said.end() :]
        to = re.match(r" to (?P<who>[^.;:]{2,80})", tail) if "attributed" in said.group() else None
        by = to or (None if said["never"] and said["never"].strip() in ("never", "not") else BY.match(tail))
        reading.speaker = name_of(scene, noun_phrase(by["who"])) if by else None
        return reading
    subject = None
    if french := _INVERTED_FRENCH.match(after.lstrip(" ,")):
        reading.certain = True
        pronoun = "she" if french["who"].startswith("elle") else "he" if french["who"] == "il" else "they"
        _settle(scene, reading, Subject(pronoun, "say", position=600), start, earlier)
        return reading
    behind_first = ends in ",?!…—–-" or after.lstrip()[:1] == ","
    if behind_first or (ends != "." and not before.strip()):
        subject = behind(after, ends, scene.mark(one), scene.text[one.start : one.end])
        reading.behind = subject is not None
        if subject is not None:
            subject = replace(subject, position=600)  # a pronoun means somebody named before the quotation
    if subject is None or (not behind_first and before.strip()):
        own_verb = start <= low and _verb_first(before)
        if own_verb and previous is not None and previous.certain and not previous.behind:
            _go_on(reading, previous)
            return reading
        lead = ahead(before, after)
        reading.certain = reading.certain or lead.certain
        reading.owned_by = lead.owner
        reading.name_like = reading.name_like and not lead.cited
        if lead.subject is not None and not (subject is not None and behind_first):
            subject = lead.subject
    if (
        subject is None
        and not reading.certain
        and (source := _SOURCE_BEHIND.match(shadow, one.outer_end, min(one.outer_end + 160, paragraph.end)))
    ):
        subject = Subject(source["who"].strip(" ,"), "write")
    alone = not before.strip(" *•>-")
    reading.alone = alone and not after.strip(" .")
    speech_like = one.end - one.start > (5 if alone else 12) and (scene.text[one.start].isupper() or alone)
    if (
        subject is None
        and not reading.certain
        and speech_like
        and (dash := _DASH_NAME.match(shadow, one.outer_end, stop))
    ):
        subject = Subject(noun_phrase(dash["who"]) or "", "say")
    if subject is None and previous is not None and previous.behind and previous.certain:
        between = shadow[previous.quoted.outer_end : one.outer_start]
        if not ends_in(between.rstrip()[:-1]):
            _go_on(reading, previous)
            return reading
    if subject is None and not reading.certain and previous is not None and previous.certain and previous.speaker:
        about = leading(before)
        if about is not None and about.phrase.lower() in ("he", "she"):
            _go_on(reading, previous)  # 'She would see it done again, "by somebody else".'
            return reading
    if subject is None and not reading.certain and not reading.owned_by:
        _continue(scene, reading, earlier, before, continued, start)
        return reading
    long_enough = len(scene.text[one.start : one.end].split()) >= 4
    if subject is None and reading.owned_by and not reading.certain and long_enough:
        subject = Subject(reading.owned_by, "say")
    if subject is not None:
        reading.certain = True
        reading.verb = subject.verb
        if subject.relative and len(scene.text[one.start : one.end].split()) <= 3 and not _specific(subject.phrase):
            reading.name_like = True  # "participants who answered ..."
        _settle(scene, reading, subject, start, earlier)
    return reading


def _go_on(reading: _Reading, previous: _Reading) -> None:
    """The speaker of ``previous`` speaks here too."""
    reading.speaker, reading.certain, reading.verb = previous.speaker, True, previous.verb


def _specific(phrase: str) -> bool:
    first = phrase.split(" ")[0].lower() if phrase else ""
    return first in ("the", "a", "an", "one", "his", "her", "my", "our", "this", "that") or (
        phrase[:1].isupper() and " " in phrase
    )


# "As Osei argued: ...", "What Osei meant"
_AS = re.compile(
    r"\A(?:As|In|What|Like|For|With|That|If|When|While|But|And|Thus|Yet|So|To|Of|By|On|At|From|Since|Because"
    r"|Although|Though|Where) (?=[A-Z])"
)


def _settle(scene: Scene, reading: _Reading, subject: Subject, start: int, earlier: list[_Reading]) -> None:
    """Turn the words that stand for the speaker into a name."""
    phrase = _AS.sub("", subject.phrase)
    phrase = _FOREIGN_PRONOUNS.get(phrase.lower(), phrase)
    lower = phrase.lower()
    if not plausible(phrase):
        return
    reading.generic = lower.partition(" ")[0] in _GENERIC
    if _EPITHET.fullmatch(phrase):
        person = person_before(scene, start)
        reading.speaker = person or name_of(scene, phrase)
        return
    if lower == "i" and (label := _LABEL.match(scene.shadow, scene.shadow.rfind("\n", 0, start) + 1)):
        reading.speaker = name_of(scene, label["who"])  # "THE WITNESS: I said to him"
        return
    if lower in PRONOUNS:
        previous = Spoken(earlier[-1].quoted, earlier[-1].speaker) if earlier else None
        reading.speaker = antecedent(scene, lower, subject, start, reading.quoted, previous)
        return
    reading.speaker = name_of(scene, phrase)


_FOREIGN_PRONOUNS = {
    **dict.fromkeys("er il él lui han hij ele".split(), "he"),
    **dict.fromkeys("sie elle ella lei hun zij ela".split(), "she"),
}
_LABEL = re.compile(r"(?P<who>[A-Z][A-Z.' -]{1,40}[A-Z]): ")
_EPITHET = re.compile(r"[Tt]he \d{1,3}-year-old(?: [^,]{1,40})?")  # somebody named just before
_COORDINATED = frozenset(("and", "or", "but", "then", "nor", "and then", "and also", "and even"))


def _verb_first(before: str) -> bool:
    """ "..., now says they are": the subject stands before the last quotation."""
    match = _VERB_FIRST.match(before)
    return match is not None and (SAYING.get(match[1]) or NAMING.get(match[1]) or ("", ""))[1] in (
        "past",
        "present",
        "ing",
    )


def _continue(
    scene: Scene, reading: _Reading, earlier: list[_Reading], before: str, continued: bool, start: int
) -> None:
    """A quotation without an attribution of its own: the same speaker goes on, or a gesture says who speaks."""
    one = reading.quoted
    previous = earlier[-1] if earlier else None
    link = before.strip(" ,;:\uffff—–-'\"(").lower()
    if previous is not None and previous.certain and previous.quoted.paragraph == one.paragraph:
        coordinated = link in _COORDINATED and not before.strip().startswith(".")
        if coordinated or _SAME_CLAUSE.match(before) or _verb_first(before):
            _go_on(reading, previous)
            return
    if link:
        return
    paragraph = scene.paragraphs[one.paragraph]
    sentence_like = scene.text[one.start : one.start + 1].isupper() or continued
    if previous is not None and previous.speaker and sentence_like:
        between = scene.shadow[previous.quoted.outer_end : one.outer_start]
        gap = one.paragraph - previous.quoted.paragraph
        stops = ends_in(between.strip())
        if (
            gap == 0
            and previous.certain
            and (stops <= 1 or (reading.alone and stops <= 3 and _is_empty(scene, previous.quoted, one)))
        ):
            _go_on(reading, previous)
            return
        alone = not scene.shadow[paragraph.start : paragraph.end].strip(" \n\uffff")
        others = {entry.speaker for entry in earlier[-3:]}
        if gap == 1 and (not previous.quoted.closed or (alone and len(others) == 1 and previous.certain)):
            _go_on(reading, previous)
            return
    if paragraph.start == one.outer_start and one.paragraph and reading.alone and not _is_spoken_before(earlier, one):
        above = scene.paragraphs[one.paragraph - 1]
        begin = sentence_start(scene.shadow, above.start, above.end)
        sentence = scene.shadow[begin : above.end].rstrip()
        if "\uffff" not in sentence and _RECALLS.search(sentence) and (subject := leading(sentence)):
            reading.certain, reading.verb = True, "say"
            _settle(scene, reading, subject, begin, earlier)
            return
    if paragraph.start < one.outer_start and sentence_like:
        lead = scene.shadow[max(paragraph.start, start - 300) : start].rstrip()
        if not lead.strip("\uffff "):
            return  # quotations all the way
        begin = sentence_start(scene.shadow, max(paragraph.start, start - 300), max(paragraph.start, start - 1))
        sentence = scene.shadow[begin:start].rstrip()
        if (
            sentence.endswith("?")
            and _OWNED_QUESTION.search(sentence)
            and (owned := owned_words(sentence.rstrip("?"), True))
        ):
            reading.certain, reading.verb = True, "say"
            _settle(scene, reading, owned, begin, earlier)
        elif lead and _GESTURE.search(sentence) and (subject := leading(sentence)):
            reading.certain, reading.verb = True, "say"
            _settle(scene, reading, subject, begin, earlier)


_RECALLS = re.compile(
    r"\b(?:recall(?:s|ed)|remember(?:s|ed)|describe[sd]|explain(?:s|ed)|t(?:ells|old)|report(?:s|ed)|put it"
    r"|sp(?:eaks|oke))\b"
)


def _is_spoken_before(earlier: list[_Reading], one: Quoted) -> bool:
    """Whether a quotation with a speaker stands in the paragraph before, which then goes on here."""
    return bool(earlier) and earlier[-1].quoted.paragraph >= one.paragraph - 1 and earlier[-1].speaker is not None


def _is_empty(scene: Scene, previous: Quoted, one: Quoted) -> bool:
    """Whether nobody else is named, and nobody does anything, between two quotations."""
    between = scene.shadow[previous.outer_end : one.outer_start]
    attributed = between.partition(". ")
    begin = previous.outer_end + len(attributed[0]) + len(attributed[1])
    return not _GESTURE.search(attributed[2]) and not is_anybody(scene, begin, one.outer_start)


_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CJK_BEHIND = re.compile(r"と、?(?P<who>[^。、「」]{1,20}?)(?:さん|氏)?(?:は|が)(?:語|述べ|話|言|発言|指摘|説明|答|訴)")
_CJK_AHEAD = re.compile(
    r"(?P<who>[\u4e00-\u9fff·]{2,14}?)(?:说|表示|称|指出|强调|认为|写道|說|稱|さん?は|氏は|は、?)[:,]?\Z"
)


_CODE_SIGN = re.compile(r"[_\\/=<>{}$@#|~^+*`\d]|[a-z][A-Z]|\w\(|\w\.\w|^-|^.$|::")
_MARKUP = re.compile(r"\$\{|\w\(\)|</?\w+>|\w=\w")


def is_code(body: str) -> bool:
    """Whether quoted words are a value, a path, a command or an address: nobody speaks "uncaughtException" or "-t"."""
    tokens = [token for token in body.split() if any(map(str.isalpha, token)) or len(token) == 1]
    coded = sum(_CODE_SIGN.search(token.strip(".,;:!?()[]'\"")) is not None for token in tokens)
    if len(body.split()) == 1:
        return coded > 0 and not body[:1].isdigit()
    return 3 * coded >= len(tokens) + 2 or (_MARKUP.search(body) is not None and len(tokens) < 12)


def _is_argument(text: str, one: _Reading) -> bool:
    """Whether one word is what a function is called with: "on('exit')"."""
    start = one.quoted.outer_start
    called = start > 1 and text[start - 1] == "(" and (text[start - 2].isalnum() or text[start - 2] == "_")
    return called and " " not in text[one.quoted.start : one.quoted.end]


def _is_quotation(text: str, one: _Reading) -> bool:
    body = text[one.quoted.start : one.quoted.end]
    count = len(body.split())
    if _UNSPACED.search(body):
        return len(body) >= 4 or one.certain
    if not any(map(str.isalnum, body)) or is_code(body):
        return False
    if one.verb == "introduce" and count == 1 and body[-1] not in ".!?":
        return False  # "Key Type: 'spki'"
    if one.verb in PURE_SPEECH and one.certain and not one.name_like:
        return not (one.generic and count == 1)
    called = one.certain and one.verb in NAMING and body[:1].islower() and count > 2
    if one.name_like and not called and (count <= 6 or looks_like_title(body)):
        return False
    if (
        one.verb == "read"
        and one.certain
        and one.speaker
        and one.speaker[:1].islower()
        | ("'" in one.speaker)
        | (one.speaker.split(" ")[0] in ("The", "A", "An", "His", "Her", "Its", "One", "Another"))
    ):
        return True  # what a sign or a shirt reads may be in capitals
    if looks_like_title(body) and not (one.certain and (count > 6 or body.endswith(","))):
        return False
    if one.certain:
        if one.verb in NAMING and (count == 1 and (one.generic or one.speaker is None)):
            return False
        return count > 1 or one.speaker is not None
    return (
        count >= 6
        or (one.alone and body[-1] in ".!?" and body[:1].isupper())
        or (count >= 3 and body[-1] in ".!?," and body[:1].isupper())
    )
