"""Names as keys: folding, lists of persons in entries and in citations, acronyms.

Both sides of a link, the entry and the citation, are read by these functions, so that a difference between two
readers cannot look like a difference between two texts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.cite.lexicon import BODY_WORDS, CITIES, COMPOUND_SURNAMES, SMALL_WORDS
from claimcheck.parse.entities import find

_PLAIN = str.maketrans("øłđðþıæœ", "oldðþiae", "")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ‘`´](?=\w|$|\s)")
_WORD = re.compile(r"[^\W_]+")

UPPER = r"[^\W\d_a-zß-öø-ÿа-яё]"
"""A letter that is not a common lower-case one: capitals and the letters of scripts without case."""
LETTERS = r"[\w'’ʼ`.-]"
PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|des|la|le|ten|ter|zu|zur|af|av|al|el|bin|ibn|ben|y)"

AND = r"(?:and|und|et|y|e|en|og|och|i|a|и|та|й|ve|oraz|és|ja|și|και|dan|và)"
"""The word between two names."""

ET_AL = re.compile(
    r"[\s,،、]{0,6}(?:\bet\.?\s*al\b\.?|\band (?:others|colleagues|co-?workers)\b|\bu\.\s?a\.|\bи др\.?"
    r"|\bта ін\.?|\be\.\s?a\.|\ba kol\.|\bi in\.|\bym\.|\bvd\.|\bet coll?\.|\by cols?\.|وآخرون|وآخرين|等(?:人)?|他|ほか|ら|\s외$|\bm\.\s?fl\."
    r"|\by otros\b|\bmfl\b)\s*$",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"\s*(?:[,;]\s*)?(?:&|\b{AND}\b)\s+|\s*[;/、·・，;؛]\s*|\s*[,،]\s*(?:&\s*)?"
    r"|(?<=\w)\s+و(?=\w{2})"
    r"|(?<=[\u3400-\u9fff]{2})[和与與及](?=[\u3400-\u9fff]{2})"
    r"|(?<=[가-힣])[와과]\s+(?=[가-힣])"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}$")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+$")
_HANGUL = re.compile(r"[가-힣]+$")


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation. All fields are folded; ``given`` holds initials only ("am"), maybe none."""

    surname: str
    given: str = ""
    full: str = ""
    variants: tuple[str, ...] = ()
    """Other words it may be cited by: the first word of "Hu Lan", of "García Márquez"."""


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a citation key. ``others`` is true for "et al."."""

    persons: tuple[Person, ...]
    others: bool = False


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Words of ``text`` without case, accents, punctuation and widths, joined by one space. Not length-keeping."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))
    # Decomposed before the plain letters are put in: "ǣ" is an "æ" with a mark.
    text = unicodedata.normalize("NFD", text.casefold()).translate(_PLAIN)
    # Marks of Indic scripts are vowels; what may go are the accents and points of scripts that write without them too.
    text = "".join(
        c for c in text if not (unicodedata.category(c) == "Mn" and (c < "\u0900" or c > "\u2fff" or c == "\u200d"))
    )
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text)))


def is_caseless(text: str) -> bool:
    """True when the letters of ``text`` know no case (Han, Hangul, kana, Arabic, Hebrew, …)."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and not any(c.isupper() or c.islower() for c in letters)


def script_of(text: str) -> str:
    """First word of the Unicode name of the first letter ("LATIN", "HANGUL"); empty without letters."""
    for c in text:
        if c.isalpha():
            return unicodedata.name(c, "?").split(" ", 1)[0].split("-", 1)[0]
    return ""


def person(name: str) -> Person | None:
    """One person as written: "Zhang, X.", "J. Castell", "Hedda Vance", "Abara N", "王海宁", "World Bank"."""
    name = name.strip(" \t\n.,،:;")
    if not name or not any(c.isalpha() for c in name):
        return None
    for comma in (",", "،"):
        if comma in name:
            surname, given = name.split(comma, 1)
            folded = fold(surname)
            return Person(folded, _initials_of(given), fold(f"{surname} {given}"), _parts(folded)) if folded else None
    full = fold(name)
    if not full:
        return None
    if _HAN.match(name):
        if name[:2] in COMPOUND_SURNAMES and len(name) > 2:
            return Person(full, "", full, (fold(name[:2]),))
        # Chinese surnames have one character, Japanese ones mostly two ("山田太郎"), some three ("長谷部薫").
        return Person(full, "", full, tuple(fold(name[:length]) for length in (1, 2, 3) if length < len(name)))
    if _HANGUL.match(name):
        return Person(full, "", full, (name[0],) if 3 <= len(name) <= 4 else ())
    words = name.split()
    if len(words) == 1:
        return Person(full, "", full)
    lead = 0
    while lead < len(words) - 1 and _is_initials(words[lead]):
        lead += 1
    if lead:  # "J. Castell"
        surname = fold(" ".join(words[lead:]))
        return Person(surname, fold(" ".join(words[:lead])).replace(" ", "")[:4], full, _parts(surname))
    tail = len(words)
    while tail > 1 and _is_initials(words[tail - 1]):
        tail -= 1
    if tail < len(words):  # "Abara N", "Баранов О."
        surname = fold(" ".join(words[:tail]))
        return Person(surname, fold(" ".join(words[tail:])).replace(" ", "")[:4], full, _parts(surname))
    start = len(words) - 1
    while start and words[start - 1].lower() in _PARTICLES:
        start -= 1
    surname = fold(" ".join(words[start:]))
    if start == 0:
        return Person(full, "", full, _parts(full))
    first = fold(words[0])
    # Which of two words is the surname cannot be told ("Hu Lan"): the whole is the name, either word a variant.
    return Person(full, "", full, tuple(dict.fromkeys((surname, *((first,) if len(words) == 2 else ())))))


_PARTICLES = frozenset(PARTICLE[3:-1].split("|"))


def _is_initials(word: str) -> bool:
    bare = word.replace(".", "").replace("-", "")
    if not bare or not bare.isalpha() or not bare.isupper():
        return False
    return len(bare) <= 3 if "." in word else len(bare) <= 2


def _initials_of(given: str) -> str:
    words = re.findall(r"[^\W\d_]+", given)[:4]
    if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) <= 3:
        return fold(words[0])
    return "".join(fold(word)[:1] for word in words)


def _parts(surname: str) -> tuple[str, ...]:
    """ "garcia marquez" is cited as "garcia" too, "van der berg" as "berg"."""
    words = surname.split()
    if len(words) < 2:
        return ()
    if words[0] in _PARTICLES:
        bare = [word for word in words if word not in _PARTICLES]
        return (" ".join(bare),) if bare else ()
    return (words[0], words[-1])


def people(name: str) -> People:
    """The persons of a citation key: "Brown & Clark", "Zhang, X.", "Castell and Ure's", "حداد وبركات"."""
    name = re.sub(r"['’]s?$", "", name.strip()).removeprefix("By ")
    shortened = ET_AL.sub("", name)
    others = shortened != name
    persons: list[Person] = []
    pieces = [piece.strip() for piece in _AND.split(shortened) if piece and piece.strip()]
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        if following and _is_given(following) and not _is_given(piece):  # "Zhang, X."
            piece = f"{piece}, {following}"
            index += 1
        one = person(piece)
        if one:
            persons.append(one)
        index += 1
    return People(tuple(persons), others)


def _is_given(piece: str) -> bool:
    return len(piece) <= 12 and all(_is_initials(word) for word in piece.split()) and bool(_INITIALS.match(piece))


@lru_cache(maxsize=8_192)
def acronyms(name: str) -> frozenset[str]:
    """Folded acronyms of an organisation: initials with and without small words, and one it states in brackets."""
    found = {fold(inner) for inner in re.findall(r"[(\[]([^\W\d_][\w.&-]{1,11})[)\]]", name)}
    bare = re.sub(r"[(\[][^)\]]*[)\]]", " ", name)
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", bare) if word]
    if 2 <= len(words) <= 12 and any(word[0].isupper() for word in words):
        content = [word for word in words if word.casefold() not in SMALL_WORDS]
        capital = [word for word in words if word[0].isupper()]
        hyphened = [word for word in re.findall(r"[^\W\d_][\w'’-]*", bare) if word.casefold() not in SMALL_WORDS]
        for chosen in (words, content, capital, hyphened):
            if len(chosen) >= 2:
                found.add("".join(fold(word)[:1] for word in chosen))
    return frozenset(one for one in found if len(one) >= 2)


def short_acronym(name: str) -> str:
    """The acronym without its last letter: the Centers for Disease Control and Prevention are the CDC."""
    longest = sorted(acronyms(name), key=lambda one: (len(one), one))
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", name) if word.casefold() not in SMALL_WORDS]
    content = "".join(fold(word)[:1] for word in words)
    return content[:-1] if len(content) >= 4 and content in longest else ""


def is_acronym(name: str) -> bool:
    """True for "NATO", "IIW", "U.N.", "BfArM"."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 10 and bare.isalnum() and sum(c.isupper() for c in bare) >= max(2, len(bare) // 2)


def one_edit(a: str, b: str) -> bool:
    """True when one letter was added, left out, replaced, or two neighbours were swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and len(rest_a) > 1 and rest_a[2:] == rest_b[2:])
    )


def is_place(name: str) -> bool:
    """True for the name of a country, a capital or another large city, and for nothing that only may be one."""
    name = name.strip()
    return name in CITIES or (
        len(name) <= 40 and not is_acronym(name) and [entity.kind for entity in find(name)] == ["place"]
    )


def is_personal(name: str) -> bool:
    """Could two or three words without a comma be a person's name? "Hu Lan", not "World Bank"."""
    words = name.replace(".", " ").split()
    return (
        2 <= len(words) <= 3
        and all(word[0].isupper() or is_caseless(word) for word in words)
        and not any(fold(word) in BODY_WORDS or any(c.isdigit() for c in word) for word in words)
        and not any(word.isupper() and len(word) > 2 for word in words)
    )


def is_personal_list(name: str) -> bool:
    """Does every name of a list have at most four words, all but particles with a capital?"""
    pieces = [
        piece for piece in _AND.split(ET_AL.sub("", re.sub(r"['’]s?$", "", name.strip()))) if piece and piece.strip()
    ]
    return bool(pieces) and all(
        len(piece.split()) <= 4
        and all(word[0].isupper() or word in _PARTICLES or is_caseless(word) for word in piece.split())
        for piece in pieces
    )
