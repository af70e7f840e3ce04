"""When two names are one: the alias table, canonical names, surnames, acronyms, capitals that stand for governments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claimcheck.model.facts import EntityKind
from claimcheck.parse import _aliases, words

# --- the alias table ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gazetteer:
    canonical: Mapping[str, str]
    """Any known name, as written -> canonical name."""
    kinds: Mapping[str, EntityKind]
    """Canonical name -> kind."""
    governments: Mapping[str, frozenset[str]]
    """Capital or seat -> what it may stand for."""
    adjectives: frozenset[str]
    longest: int
    """Words of the longest name."""


@cache
def gazetteer() -> Gazetteer:
    canonical: dict[str, str] = {}
    kinds: dict[str, EntityKind] = {}
    governments: dict[str, set[str]] = {}
    adjectives: set[str] = set()
    for line in _aliases.COUNTRIES.strip().split("\n"):
        country, others, peoples, capitals = line.split("|")
        kinds[country] = "place"
        for other in (country, *filter(None, others.split(","))):
            canonical[other] = country
        for people in filter(None, peoples.split(",")):
            canonical.setdefault(people, country)
            adjectives.add(people)
        for capital in filter(None, capitals.split(",")):
            canonical.setdefault(capital, capital)
            kinds.setdefault(capital, "place")
            governments.setdefault(capital, set()).add(country)
    for city, bodies in _aliases.SEATS.items():
        canonical.setdefault(city, city)
        kinds.setdefault(city, "place")
        governments.setdefault(city, set()).update(bodies)
    for group, kind in ((_aliases.ORGANISATIONS, "organisation"), (_aliases.PEOPLE, "person")):
        for line in group.strip().split("\n"):
            name, others = line.split("|")
            kinds[name] = kind  # type: ignore[assignment]  # mypy widens the literal of the tuple
            for other in (name, *filter(None, others.split(","))):
                canonical.setdefault(other, name)
    longest = max(len(name.split()) for name in canonical)
    return Gazetteer(
        canonical,
        kinds,
        {city: frozenset(bodies) for city, bodies in governments.items()},
        frozenset(adjectives),
        longest,
    )


@cache
def _ordinary_words() -> frozenset[str]:
    """Words that mostly stand in lower case in English prose (frequency of case in encyclopaedic and news text)."""
    return frozenset(Path(__file__).with_name("_ordinary_words.txt").read_text(encoding="ascii").split())


@lru_cache(maxsize=1 << 15)
def is_ordinary(word: str) -> bool:
    """Whether a capitalised word is, in lower case, a common English word or an inflected form of one."""
    word = words.fold(word)
    word = word.removesuffix("'s").removesuffix("'")
    known = _ordinary_words()
    if word in known or word in words.STOP_WORDS:
        return True
    for ending, replacements in _ENDINGS:
        if word.endswith(ending):
            body = word[: -len(ending)]
            if any(len(body) > 1 and body + new in known for new in replacements):
                return True
            if ending in ("ed", "ing") and len(body) > 3 and body[-1] == body[-2] and body[:-1] in known:
                return True
    if "-" in word:
        return all(is_ordinary(part) for part in word.split("-") if part)
    return False


_ENDINGS = (
    ("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ("ly", ("", "le")), ("ers", ("er", "e", "")), ("er", ("", "e")), ("est", ("", "e")), ("ness", ("",)),
)  # fmt: skip


_CORPORATE = frozenset(
    "inc ltd plc llc gmbh ag sa corp corporation company co group holdings nv bv spa ab asa oyj kk".split()
)


def _unaccented(text: str) -> str:
    text = (
        text.replace("ø", "o")
        .replace("Ø", "O")
        .replace("ł", "l")
        .replace("Ł", "L")
        .replace("ß", "ss")
        .replace("đ", "d")
    )
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _stripped(name: str) -> str:
    name = " ".join(words.plain(name).split()).strip(" ,;:.!?\"'()[]")
    name = name.removesuffix("'s")
    lower = name[:4].lower()
    return name[4:] if lower == "the " and len(name) > 4 else name


@lru_cache(maxsize=1 << 14)
def canonical(name: str) -> str:
    """The name under which a person, place or body is known here: "DPRK" and "North Korean" give "North Korea".

    Titles, "the", possessives and white space are cut. A capital stays itself: see :func:`readings`. A name that the
    alias table does not hold is returned cleaned.
    """
    table = gazetteer().canonical
    dotted = " ".join(words.plain(name).split())
    for form in (dotted, dotted.removesuffix("'s"), bare := _stripped(name), bare + "."):
        if form in table:
            return table[form]
    if bare.isupper() and len(bare) > 4 and bare.title() in table:
        return table[bare.title()]
    parts = bare.split(" ")
    while len(parts) > 1 and parts[0].rstrip(".").capitalize() in _aliases.TITLES | _aliases.TITLE_PARTS:
        if parts[0] in _aliases.TITLE_PARTS - _aliases.TITLES and not _has_title(parts[1:]):
            break
        if (len(parts) == 2 and is_ordinary(parts[1])) or any(
            part in _aliases.ORGANISATION_HEADS or part in _aliases.PLACE_HEADS for part in parts[1:]
        ):
            break  # "General Motors", "Queen Mary University"
        parts.pop(0)
    short = " ".join(parts)
    return table.get(short, short)


def _has_title(parts: list[str]) -> bool:
    return any(part.rstrip(".") in _aliases.TITLES for part in parts[:-1])


@lru_cache(maxsize=1 << 14)
def readings(name: str) -> frozenset[str]:
    """Canonical names that ``name`` may stand for: "Moscow" is itself and, as an agent, Russia."""
    main = canonical(name)
    return frozenset((main,)) | gazetteer().governments.get(main, frozenset())


def key(name: str) -> tuple[str, ...]:
    """Words of a name without case, accents, full stops and corporate endings; "-yy" and "-iy" give "-y"."""
    folded = _unaccented(words.fold(name)).replace(".", "")
    parts = [re.sub(r"(?:yy|iy|ij|yi|ii|iі)\Z", "y", part) for part in re.split(r"[\s-]+", folded) if part]
    while len(parts) > 1 and parts[-1] in _CORPORATE:
        parts.pop()
    return tuple(parts)


def initials(parts: tuple[str, ...]) -> set[str]:
    every = "".join(part[0] for part in parts)
    content = "".join(part[0] for part in parts if part not in words.STOP_WORDS)
    return {every, content}


FAMILY_FIRST = frozenset(
    "kim lee park choi moon yoon roh jang han xi li wang zhang chen liu mao deng hu zhao"
    " wu nguyen tran pham le abe".split()
)


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...], full_name: str) -> bool:
    """Whether ``short`` is the surname, given name or shortened form of the person or body ``full``."""
    known = gazetteer()
    organisation = any(part.capitalize() in _aliases.ORGANISATION_HEADS for part in full) or any(
        part in ("of", "for", "and") for part in full
    )
    if known.kinds.get(full_name) in ("place", "organisation"):
        return False
    if len(short) == 1:
        word = short[0]
        if organisation or word in _PLACE_WORDS:
            return False
        if len(word) < 2 or word.capitalize() in _aliases.PLACE_HEADS:
            return False
        if word == full[-1] or (word == full[0] and (word in FAMILY_FIRST or word in given_names())):
            return True
        # A given name that no list holds: "Elon" and "Elon Musk".
        return word == full[0] and len(full) == 2 and not is_ordinary(word) and not is_ordinary(full[1])
    if organisation:
        # "Supreme Court" and "U.S. Supreme Court": what is cut off is the country.
        rest = full[: -len(short)]
        return full[-len(short) :] == short and len(rest) <= 2 and canonical_ofkey(rest) in known.kinds
    if short == full[-len(short) :] and len(full) - len(short) <= 2:
        return short[0] in _PARTICLES or len(short) >= 2
    return _same_person(short, full)


def canonical_ofkey(parts: tuple[str, ...]) -> str:
    """Canonical name of a folded name ("u", "s" or "us" give "United States"), or the words themselves."""
    joined = " ".join(parts)
    for form in (joined.title(), joined.upper(), ".".join(joined.upper()) + "."):
        if form in gazetteer().canonical:
            return gazetteer().canonical[form]
    return joined


_PARTICLES = frozenset("de del della di da dos du van von der den ter ten la le el al bin ibn ben abu y zu".split())
_PLACE_WORDS = frozenset("north south east west korea new saint san santa los las".split())


@cache
def given_names() -> frozenset[str]:
    return frozenset(_unaccented(name.lower()) for name in _aliases.GIVEN_NAMES.split())


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Same surname, and given names that agree: "M. Lund", "Maria K. Lund" and "Maria Lund"; never "Eva Lund"."""
    if a[-1] != b[-1] or len(a) < 2 or len(b) < 2:
        return False
    first, second = a[0], b[0]
    if first == second:
        middle_a, middle_b = a[1:-1], b[1:-1]
        return not (middle_a and middle_b) or all(
            x[0] == y[0] and (len(x) == 1 or len(y) == 1 or x == y) for x, y in zip(middle_a, middle_b, strict=False)
        )
    return first[0] == second[0] and (len(first) == 1 or len(second) == 1)


@lru_cache(maxsize=1 << 15)
def same(a: str, b: str) -> bool:
    """Whether two names may name one person, place or body, as far as names can tell.

    True for aliases, spellings, a surname with its full name, an acronym with what it abbreviates, and a capital with
    its government ("Moscow", "Russia"). False for different given names, and for parts of place names ("Korea").
    """
    if not a.strip() or not b.strip():
        return False
    if not readings(a).isdisjoint(readings(b)):
        return True
    return _agree(canonical(a), canonical(b)) or _agree(_stripped(a), _stripped(b))


def _agree(name_a: str, name_b: str) -> bool:
    key_a, key_b = key(name_a), key(name_b)
    if not key_a or not key_b:
        return False
    if key_a == key_b or "".join(key_a) == "".join(key_b):
        return True
    if len(key_a) > len(key_b):
        key_a, key_b, name_a, name_b = key_b, key_a, name_b, name_a
    if len(key_a) == 1 and len(key_b) > 1 and 2 <= len(key_a[0]) <= 8 and name_a.replace(".", "").isupper():
        return key_a[0] in initials(key_b)
    known = gazetteer().kinds
    if known.get(name_a) in ("place", "organisation") and known.get(name_b) in ("place", "organisation"):
        return False
    if len(key_a) == len(key_b):
        return len(key_a) > 1 and _same_person(key_a, key_b)
    if known.get(name_a) == "place" and len(key_a) == 1 and key_b[0] not in given_names():
        return False
    return _is_short_form(key_a, key_b, name_b)
