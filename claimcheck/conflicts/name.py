"""One name in two spellings: "Orson Wells" beside "Orson Welles".

Never two people: a differing first name under one surname is a relative, unless both sentences tell the same story.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._topic import align
from claimcheck.extract.wordlist import wordlist
from claimcheck.parse import entities, thesaurus
from claimcheck.parse.words import STOP_WORDS

_FEWEST_LETTERS = 5
_RARE_LETTERS = 6  # of a single name without a second part to vouch for it
_SAME_STORY = 0.5  # coverage from which two sentences tell one story
_NAME = re.compile(
    r"[^\W\d_](?:[\w'’.-]*[^\W_])?(?: (?:(?:de|van|von|der|al|el|bin) )?[^\W\d_](?:[\w'’.-]*[^\W_])?){0,4}"
)
_TITLES = wordlist(
    """mr mrs ms dr sir lord lady prof professor president sheikh nurse coach captain general judge king queen
    prince princess saint st councillor senator striker"""
)
_ENDINGS = ("s", "es", "n", "an", "ian", "ese", "i", "ish", "er", "ers", "ans", "ians", "'s", "ic", "al", "e")


def clashes(assertions: Sequence[Assertion]) -> Iterator[Clash]:
    """Every pair of spellings of one name, each shown once, at its first places."""
    places: dict[str, list[Assertion]] = {}
    for assertion in assertions:
        for name in _names(assertion):
            places.setdefault(name, []).append(assertion)
    ordered = sorted(places)
    for a, b in _near(ordered):
        left = [place for place in places[a] if place not in places[b]]
        right = [place for place in places[b] if place not in places[a]]
        # "Aarhus (officially spelled Århus)": a sentence with both knows what it does.
        if not left or not right or len(left) + len(right) < len(places[a]) + len(places[b]):
            continue
        if _two_spellings(a, b, left, right):
            ours, theirs = _nearest(left, right)
            if theirs.key < ours.key:
                ours, theirs, a, b = theirs, ours, b, a
            yield Clash(
                kind="name",
                label="variant",
                left=ours,
                right=theirs,
                left_value=a,
                right_value=b,
                comparable=f'"{a}" and "{b}" differ in a letter or two',
                differ="two spellings of one name",
                reconcile="one spelling throughout, or a word that tells two people apart",
                topic=min(a, b),
            )


def _names(assertion: Assertion) -> set[str]:
    """The names of an assertion as written, without titles and possessive endings."""
    found = set()
    for entity in assertion.facts.entities:
        text = " ".join(entity.text.split())
        text = re.sub(r"['’]s$", "", text)
        parts = [
            part for part in text.split() if part.lower().strip(".") not in _TITLES and part.lower() not in STOP_WORDS
        ]
        if parts and any(len(part) >= _FEWEST_LETTERS for part in parts):
            found.add(" ".join(parts))
    return found


def _near(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that may be spellings of one: they share a word with one letter deleted, or all letters but one
    or two.
    """
    buckets: dict[str, set[str]] = {}
    for name in names:
        for part in name.split():
            plain = _plain(part)
            if len(plain) >= _FEWEST_LETTERS - 1:
                for key in _keys(plain):
                    buckets.setdefault(key, set()).add(name)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if 2 <= len(bucket) <= 60:
            ordered = sorted(bucket)
            for index, a in enumerate(ordered):
                for b in ordered[index + 1 :]:
                    if (a, b) not in seen:
                        seen.add((a, b))
                        yield a, b


def _keys(part: str) -> set[str]:
    """Skeletons that survive one or two slips of the pen: without vowels and doubles, and with any one letter left
    out.
    """
    skeleton = re.sub(r"(.)\1+", r"\1", part[:1] + re.sub(r"[aeiouyhw]", "", part[1:]))
    sound = re.sub(r"[aeiou]", "", _sound(part)[1:])
    return {f"~{skeleton}", f"^{_sound(part)[:1]}{sound}", *(part[:at] + part[at + 1 :] for at in range(len(part)))}


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph|v|w", "f"), ("ck|q|c(?=[aoukrlth])", "k"), ("x", "ks"), ("z|c", "s"), ("g(?=[ei])", "j"), ("y", "i"), (r"(?<=.)h|^h(?=[aeiou])", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def _sound(plain: str) -> str:
    """About how a name sounds: Katherine and Catherine, Stephen and Steven."""
    for pattern, sound in _SOUNDS:
        plain = pattern.sub(sound, plain)
    return plain


def _plain(part: str) -> str:
    """Letters only, lower case, accents apart and German umlauts spelled out."""
    lowered = (
        part.lower()
        .replace("ö", "oe")
        .replace("ä", "ae")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replace("ø", "oe")
        .replace("å", "aa")
    )
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lowered)
        if letter.isalpha() and not unicodedata.combining(letter)
    )


def _two_spellings(a: str, b: str, left: Sequence[Assertion], right: Sequence[Assertion]) -> bool:
    ours, theirs = a.split(), b.split()
    if entities.canonical(a) == entities.canonical(b) and _plain(a.replace(" ", "")) != _plain(b.replace(" ", "")):
        return False  # an alias that the table knows: DPRK and North Korea
    if len(ours) != len(theirs):
        return False
    differing = [(x, y) for x, y in zip(ours, theirs, strict=True) if _fold(x) != _fold(y)]
    if len(differing) == 0 or len(differing) > 2:
        return False
    vouched = len(differing) < len(ours)
    if not all(_slip(x, y, vouched=vouched) for x, y in differing):
        return False
    story = _story(left, right, frozenset(_fold(part) for part in (*ours, *theirs)))
    if differing[0][0] == ours[0] and _other_person(*differing[0]):
        return False
    if len(ours) > 1 and len(differing) < len(ours):
        first_differs = differing[0][0] == ours[0] and len(differing) == 1
        known = first_differs and _known(ours[0]) and _known(theirs[0])
        # "Geoffrey Tull" and "Jeffrey Tull": two first names are two people, unless one story is told of both.
        return story >= _SAME_STORY if first_differs or known else True
    if len(ours) > 1:
        return story >= _SAME_STORY
    x, y = ours[0], theirs[0]
    if _known(x) or _known(y):
        return False
    return story >= _SAME_STORY or (min(len(x), len(y)) >= _RARE_LETTERS and story >= 0.3) or story >= 0.4


def _other_person(x: str, y: str) -> bool:
    """Maria and Mario, Marlow and Barlow: one letter makes another name."""
    ours, theirs = _fold(x), _fold(y)
    if len(ours) != len(theirs):
        return False
    gendered = ours[:-1] == theirs[:-1] and ours[-1] in "aeiou" and theirs[-1] in "aeiou"
    return gendered or (ours[0] != theirs[0] and ours[1:] == theirs[1:] and _sound(ours) != _sound(theirs))


def _fold(part: str) -> str:
    return part.lower().replace("’", "'").strip(".'")


def _slip(x: str, y: str, *, vouched: bool) -> bool:
    """True for one or two edits between two words that are not two inflections of one.

    ``vouched``: another part of the name is the same in both, so that a dictionary word may be a slip for a name.
    """
    ours, theirs = _fold(x), _fold(y)
    if not ours[:1].isalpha() or not theirs[:1].isalpha() or any(map(str.isdigit, ours + theirs)):
        return False
    short, long = sorted((ours, theirs), key=len)
    if (
        long.startswith(short)
        and long[len(short) :] in _ENDINGS
        and not (long[len(short) :] in {"s", "e"} and _surname_like(x, y))
    ):
        return False  # Lorvia and Lorvian
    if _plain(x) == _plain(y):
        return ours != theirs
    if min(len(ours), len(theirs)) < _FEWEST_LETTERS - 1:
        return False
    allowed = 1 if min(len(ours), len(theirs)) < _RARE_LETTERS + 2 else 2
    if min(_edits(_plain(x), _plain(y)), _edits(_sound(_plain(x)), _sound(_plain(y)))) > allowed:
        return False
    # Marches and Marshes are words of their own; "Orson Wells" is a slip, though wells exist.
    return vouched or not (_known(x) and _known(y))


def _surname_like(x: str, y: str) -> bool:
    return not _known(x) and not _known(y) and x[:1].isupper() and y[:1].isupper()


def _known(word: str) -> bool:
    """True for a word or name that a dictionary holds: it is spelled as meant."""
    return (
        thesaurus.frequency(word.lower()) > 0
        or bool(thesaurus.lemmas(word.lower()))
        or entities.canonical(word) != word
    )


def _edits(a: str, b: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b, score_cutoff=3))


def _story(left: Sequence[Assertion], right: Sequence[Assertion], own: frozenset[str]) -> float:
    return max((_coverage(a, b, own) for a in left[:4] for b in right[:4]), default=0.0)


def _coverage(a: Assertion, b: Assertion, own: frozenset[str]) -> float:
    """How far two sentences tell one story, the two spellings apart."""
    topic = align(a, b)
    shared = [pair for pair in topic.shared if pair[0].lower not in own]
    left, right = ([word for word in words if word.lower not in own] for words in (topic.left_only, topic.right_only))
    return len(shared) / max(1, len(shared) + min(len(left), len(right)))


def _nearest(left: Sequence[Assertion], right: Sequence[Assertion]) -> tuple[Assertion, Assertion]:
    pairs = [(a, b) for a in left[:4] for b in right[:4]]
    return max(pairs, key=lambda pair: (align(*pair).coverage, -pairs.index(pair)))
