"""Words: folding that keeps offsets, tokens, stems, and which words mean the same or the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from claimcheck.model import Span
from claimcheck.parse import _lexicon

_FOLDED: dict[int, str] = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼʹ`´＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»‹›〝〞「」『』＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " "),
    **dict.fromkeys(map(ord, "\u202f\u205f\u3000"), " "),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in (0xFF02, 0xFF07, 0xFF0D)},
    **{zero + digit: str(digit) for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50) for digit in range(10)},
    ord("。"): ".",
    ord("、"): ",",
    ord("⁄"): "/",
    ord("·"): "·",
}


def plain(text: str) -> str:
    """``text`` with typographic quotes, dashes, spaces and full-width forms as ASCII; same length, same case."""
    return text if text.isascii() else _FOREIGN.sub(_plain_stretch, text)


# Translating only what may change is ten times as fast as asking for every letter. "`" is the one ASCII character of
# the table.
_FOREIGN = re.compile(r"[^\x00-_a-\x7f]+")


def _plain_stretch(match: re.Match[str]) -> str:
    return match[0].translate(_FOLDED)


_STRETCH = 1 << 16


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of consecutive stretches of some 65,000 characters that end before white space, or where the text
    does. What is listed for one at a time takes no memory for all of a long text.
    """
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + _STRETCH)
        stop = space.start() if space else len(text)
        yield start, stop
        start = stop


_SPACE = re.compile(r"\s")


def fold(text: str) -> str:
    """:func:`plain` in lower case, where lower case has the same length ("İ" stays); offsets keep their meaning."""
    text = plain(text)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number: ``text`` as written, ``lower`` folded, ``stem`` what inflected forms share."""

    text: str
    lower: str
    stem: str
    span: Span


# One character is one word in scripts that put no spaces between words.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e4e"
    "\u200c\u200d\u00ad"
)
_LETTERS = rf"[^\W_{_UNSPACED}]+(?:[{_MARKS}]+[^\W_{_UNSPACED}]*)*"
_WORD = re.compile(
    rf"(?:[A-Za-z]\.){{2,8}}|\d+(?:[.,]\d+)+(?![^\W\d_])|{_LETTERS}(?:'{_LETTERS})*|[{_UNSPACED}]",
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The words and numbers of ``text`` in order; hyphens separate ("Moscow-based" gives two), apostrophes do not."""
    folded = fold(text)
    found = []
    for match in _WORD.finditer(folded):
        start, end = match.span()
        lower = match.group()
        found.append(Token(text[start:end], lower, stem(lower), Span(start + offset, end + offset)))
    return tuple(found)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _snowball() -> _Stemmer:
    import snowballstemmer  # 14 ms: only when a word is stemmed

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer


def _split(table: str) -> dict[str, str]:
    forms = {}
    for entry in table.replace("\n", " ").split("|"):
        base, _, rest = entry.partition(":")
        forms.update(dict.fromkeys(rest.split(), base.strip()))
    return forms


_IRREGULAR: Mapping[str, str] = _split(_lexicon.IRREGULAR.replace("\n", "|"))
_SPELLING: Mapping[str, str] = dict(pair.split(":") for pair in _lexicon.SPELLING.split())
# "-ise" is the British spelling of "-ize" except in these stems.
_TRUE_ISE = re.compile(
    r"(?:adv|comprom|compr|conc|dem|desp|dev|disgu|enterpr|exc|exerc|expert|franch|improv|prec|prem|prom|ra|reprise|rev"
    r"|superv|surpr|telev|treat|w|merchand|parad|pra|no|po|cru|bru|ar|likew|otherw|pr|appra|chast|advert)is"
)
_ISE = re.compile(r"([a-z]{2,})is(e|ed|es|er|ers|ing|ation|ations|ational)\Z")
_OUR = re.compile(
    r"(col|lab|hon|fav|neighb|behavi|harb|rum|hum|arm|vap|endeav|flav|tum|vig|rig|od|parl|sav|savi|splend|val|cand|ard"
    r"|demean)our"
)
_YSE = re.compile(r"(anal|paral|catal)ys(e|ed|es|ing)\Z")


def _base(word: str) -> str:
    """American spelling and base form of a lower-case word; other words as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SPELLING:
        return _SPELLING[word]
    word = _OUR.sub(r"\1or", word, count=1) if "our" in word and _OUR.match(word) else word
    for ending in ("s", "ed", "ing"):
        body = word.removesuffix(ending)
        if body != word and body in _SPELLING:
            return _SPELLING[body] + ending
    if (match := _ISE.match(word)) and len(word) > 5 and not _TRUE_ISE.match(word):
        return f"{match[1]}iz{match[2]}"
    if match := _YSE.match(word):
        return f"{match[1]}yz{match[2]}"
    return word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the inflected forms of an English word share: "rose", "risen" and "rising" have one stem.

    A possessive ending is cut, British spelling is read as American, the commas of a number are dropped. Words of
    other scripts are only folded.
    """
    word = fold(word)
    if word.endswith("'s"):
        word = word[:-2]
    elif word.endswith("'"):
        word = word[:-1]
    if not word.isascii() or len(word) > 40:
        return word
    if _GROUPED.fullmatch(word):
        return word.replace(",", "")
    if not word.isalpha():
        return word
    return _snowball().stemWord(_base(word))


STOP_WORDS: frozenset[str] = frozenset(
    """a about above across after again against ago all almost along already also although always am amid among an and
    another any anybody anyone anything are aren't around as at away be because been before being below beside besides
    between beyond both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each
    either else enough even ever every everybody everyone everything few for from further had hadn't has hasn't have
    haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in
    indeed instead into is isn't it it's its itself just least less let's many may me might mine more moreover most much
    must my myself neither never nevertheless no nobody none nor not nothing now of off often on once one only onto or
    other others otherwise ought our ours ourselves out over own per perhaps quite rather really s same shall she she'd
    she'll she's should shouldn't since so some somebody someone something sometimes still such t than that that's the
    their theirs them themselves then there there's therefore these they they'd they'll they're they've this those
    though through throughout thus to together too toward towards under unless until up upon us very via was wasn't we
    we'd we'll we're we've were weren't what what's whatever when whenever where whereas wherever whether which while
    who who's whoever whom whose why will with within without won't would wouldn't yet you you'd you'll you're you've
    your yours yourself yourselves""".split()
)
"""Words that carry no subject matter. Negations are among them: polarity is read by ``parse.stance``."""


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of ``text`` that are no stop words; numbers are kept."""
    return frozenset(token.stem for token in tokens(text) if token.lower not in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class _Meanings:
    groups: Mapping[str, frozenset[str]]
    """Stem -> names of the groups it belongs to."""
    opposite: Mapping[str, frozenset[str]]
    """Group -> groups it excludes."""
    prefixed: frozenset[tuple[str, str]]


@cache
def _meanings() -> _Meanings:
    groups: dict[str, set[str]] = {}
    for name, words in _lexicon.CONCEPTS.items():
        for word in words.split():
            groups.setdefault(stem(word), set()).add(name)
    opposite: dict[str, set[str]] = {}
    for pair in _lexicon.OPPOSITES.split():
        left, right = pair.split("/")
        opposite.setdefault(left, set()).add(right)
        opposite.setdefault(right, set()).add(left)
    prefixed = set()
    for entry in re.finditer(r"(\w+):([^:]*)(?=\n\w+:|\Z)", _lexicon.PREFIXED):
        for word in entry[2].split():
            for negated in (entry[1] + word, f"{entry[1]}-{word}"):
                prefixed.add((stem(word), stem(negated)))
    return _Meanings(
        {key: frozenset(value) for key, value in groups.items()},
        {key: frozenset(value) for key, value in opposite.items()},
        frozenset(prefixed),
    )


def meanings(word: str) -> frozenset[str]:
    """Names of the word groups that a word (or stem) belongs to; empty for a word that no group holds."""
    known = _meanings().groups
    word = fold(word)
    return known.get(stem(word)) or known.get(word) or frozenset()


SYNONYMS: Mapping[str, str] = _lexicon.CONCEPTS
"""Group name -> its base forms, separated by spaces."""


@lru_cache(maxsize=1 << 16)
def same_meaning(a: str, b: str) -> bool:
    """Whether two words (or stems) may stand for each other in a report: "troops" and "soldiers"."""
    if a == b or stem(a) == stem(b):
        return True
    return not meanings(a).isdisjoint(meanings(b))


@lru_cache(maxsize=1 << 16)
def opposite_meaning(a: str, b: str) -> bool:
    """Whether two words (or stems) exclude each other when said of the same thing: "rose" and "fell".

    Meaningful for words that take the same place in two sentences; "first" and "last" in different places of one
    sentence clash with nothing.
    """
    if same_meaning(a, b):
        return False
    known = _meanings()
    pair = (stem(a), stem(b))
    if pair in known.prefixed or pair[::-1] in known.prefixed or (a, b) in known.prefixed or (b, a) in known.prefixed:
        return True
    theirs = meanings(b)
    return any(not known.opposite.get(group, frozenset()).isdisjoint(theirs) for group in meanings(a))
