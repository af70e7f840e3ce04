"""The list of persons at the head of a bibliography entry, in whatever order a style writes them."""

from __future__ import annotations

import re

from claimcheck.cite import names
from claimcheck.cite.lexicon import BODY_WORDS
from claimcheck.cite.names import Person

_U = names.UPPER
_SURNAME = rf"(?:{names.PARTICLE}['’]?\s+){{0,3}}{_U}[\w'’ʼ-]*(?:[ ](?:{names.PARTICLE}\s+){{0,2}}{_U}[\w'’ʼ-]+){{0,2}}"
_INITIAL = rf"(?:{_U}\.[ -]?){{1,4}}|{_U}(?:[ -]{_U}){{0,2}}(?=[\s,.;&:(/]|$)|[A-Z]{{1,3}}(?=[\s,.;&:(/]|$)"
# Given names of scripts without case are one word here.
_CASED = r"[^\W\d_a-zß-öø-ÿа-яё\u0590-\u08ff\u0e00-\u0fff\u3040-\ud7ff]"
_GIVEN = rf"{_U}[\w'’ʼ-]+(?:[ ](?:{_CASED}\.|{_CASED}[\w'’ʼ-]+)){{0,2}}"
_INVERTED = re.compile(rf"(?P<surname>{_SURNAME})\s?[,،]\s?(?P<given>(?:{_INITIAL})(?:,? Jr\.?)?|{_GIVEN})")
_TRAILING = re.compile(
    rf"(?P<surname>{_U}[\w'’ʼ-]+(?: {_U}[\w'’ʼ-]+)?) (?P<given>(?:{_U}\.[ -]?){{1,3}}(?=\s*(?:[,;&(]|{names.AND}\s))"
    rf"|[A-Z]{{1,3}}(?=[,.;:]|\s*[(]|$)|(?:{_U}\.[ -]?){{1,3}})"
)
_CAPITALS = re.compile(  # "DELAUNOY Marthe (1979)"
    rf"(?P<surname>(?:{names.PARTICLE}['’]?\s+){{0,2}}{_CASED}{{2,}}(?:[ -]{_CASED}{{2,}}){{0,2}})"
    rf" (?P<given>{_CASED}[^\W\d_A-Z][\w'’ʼ-]*)"
)
_LEADING = re.compile(rf"(?P<given>(?:{_U}\.[ -]?){{1,4}}) ?(?P<surname>{_SURNAME})")
_DIRECT = re.compile(
    rf"(?P<given>{_U}[\w'’ʼ-]+(?: {_U}\.)?) (?P<surname>(?:{names.PARTICLE} ){{0,2}}{_U}[\w'’ʼ-]+(?:[ ]{_U}[\w'’ʼ-]+)?)"
)
_WHOLE = re.compile(r"[가-힣]{2,5}(?![가-힣])|[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff])")
_SEPARATOR = re.compile(
    rf"(?P<strong>\s*[,;،]?\s*(?:&|\\&|\b{names.AND}\b)\s+|\s*،?\s+و(?=\w))"
    r"|\s*[,;؛،，、·・/]\s*(?:\.\.\.\s*|…\s*)?|\s*(?P<eds>\((?:eds?|Hrsg)\.?\))"
)
_ARTICLE = re.compile(r"(?:The|A|An|Der|Die|Das|Le|La|Les|El|Los)(?:\s|$)")
_EDITORS = re.compile(r"\s*,?\s*\(?(?:eds?|hrsg|trans|dir|coords?|ред)\b\.?\)?", re.IGNORECASE)


def read_people(head: str) -> tuple[tuple[Person, ...], tuple[str, ...], int, bool]:
    """Persons at the start of an entry, as written, where they end (0: none), and whether "et al." follows."""
    persons: list[Person] = []
    written: list[str] = []
    position = end = 0
    pending = False  # an "and" that must be followed by a name
    others = initials = False
    patterns: tuple[re.Pattern[str], ...] = (_INVERTED, _TRAILING, _CAPITALS, _LEADING)
    listed_end, listed = 0, 0  # where the list ended before a name that only an "and" to come can vouch for
    while len(persons) < 40:
        one = _person_at(head, position, first=not persons, patterns=patterns)
        if one and persons and not pending and initials and not _is_initial(_given_of(head[position : one[1]])):
            break  # "Smith, J., Jones, K., Big Rivers, London": after initials a full name is the title
        if one is None and persons and (direct := _direct_at(head, position)):
            if not pending and not listed_end:
                listed_end, listed = end, len(persons)
            one = direct
        if one is None:
            break
        found, stop = one
        if not persons and not _WHOLE.match(head):
            # A list begun "L. Hart" goes on with initials first: what follows in another order is the title.
            patterns = (
                (_LEADING,)
                if _LEADING.match(head)
                else patterns
                if _INVERTED.match(head) or _TRAILING.match(head) or _CAPITALS.match(head)
                else ()
            )
        if not persons:
            initials = _is_initial(_given_of(head[:stop]))
        persons.append(found)
        written.append(head[position:stop].strip(" ,;،"))
        position = end = stop
        pending = False
        etc = re.match(
            r"[\s,،]{0,6}(?:et\.?\s*al\b\.?|and others\b|u\.\s?a\.|и др\.?|وآخرون|等|외(?=\W))",
            head[position : position + 20],
            re.IGNORECASE,
        )
        if etc:
            others, end = True, position + etc.end()
            break
        separator = _SEPARATOR.match(head, position)
        if not separator or separator.end() == position:
            break
        pending = bool(separator["strong"])
        if pending:
            listed_end = 0
        position = separator.end()
    if listed_end:  # "L. Hart, Second Mill, Riverside": what follows the author is the title
        persons, written, end, pending = persons[:listed], written[:listed], listed_end, False
    if pending or not persons:
        return (), (), 0, False
    editors = _EDITORS.match(head, end)
    if editors:
        end = editors.end()
    return (tuple(persons), tuple(written), end, others) if _ends_names(head, end) else ((), (), 0, False)


def _ends_names(head: str, end: int) -> bool:
    """True when a list of names may end here: "Institute, Oslo and the War" was none."""
    rest = head[end : end + 3]
    return (
        not rest.strip()
        or head[:end].rstrip()[-1] in ".)،"
        or rest.lstrip()[0] in ".,:;(（[\"“'‘«：，。—–-"
        or rest.lstrip()[0].isdigit()
    )


def _person_at(
    head: str, position: int, *, first: bool, patterns: tuple[re.Pattern[str], ...]
) -> tuple[Person, int] | None:
    whole = _WHOLE.match(head, position)
    if whole:
        made = names.person(whole.group())
        return (made, whole.end()) if made else None
    for pattern in patterns:
        match = pattern.match(head, position)
        if not match:
            continue
        given = match["given"]
        if pattern is _INVERTED and not _is_initial(given) and not _ends_full_given(head, match.end()):
            continue
        if (
            pattern is _INVERTED
            and not _is_initial(given)
            and any(names.fold(word) in BODY_WORDS for word in match["surname"].split())
        ):
            continue  # "Prairie Works Office, Annual Report"
        if pattern is _INVERTED and _ARTICLE.match(f"{given} "):
            continue  # "Hall, The Plan": a short title
        if pattern is not _INVERTED and not _ends_given(head, match.end()) and not match.group().rstrip().endswith("."):
            continue
        if pattern is _LEADING and names.ET_AL.search(match["surname"]):
            continue
        made = names.person(f"{match['surname']}, {given}")
        return (made, match.end()) if made else None
    return (
        _direct_at(head, position)
        if first and (match := _DIRECT.match(head, position)) and _is_direct(head, match)
        else None
    )


def _direct_at(head: str, position: int) -> tuple[Person, int] | None:
    """ "Sara Price" inside a list of names."""
    match = _DIRECT.match(head, position)
    if not match or not _ends_given(head, match.end()) or _ARTICLE.match(match["given"]):
        return None
    made = names.person(f"{match['surname']}, {match['given']}")
    return (made, match.end()) if made else None


def _given_of(name: str) -> str:
    """What stands behind the comma of "Smith, J."; empty for a name in another order."""
    return (
        re.split(r"[,،]", name.strip(" ,;،"), maxsplit=1)[1].strip() if re.search(r"[,،]", name.strip(" ,;،")) else ""
    )


def _is_initial(given: str) -> bool:
    return bool(re.fullmatch(_INITIAL + r"(?:,? Jr\.?)?", given))


def _ends_given(head: str, end: int) -> bool:
    return bool(re.match(rf"\s*(?:$|[.,:;،/&(（\[]|{names.AND}\b|و|\d{{4}})", head[end : end + 12]))


def _ends_full_given(head: str, end: int) -> bool:
    """After "Reed, Anna" a bracket may hold a year or "eds."; in "Anna Reed, Fens (London" it holds a place."""
    return bool(
        re.match(
            r"\s*(?:$|[.,:;،/&]|[(（\[]\s*(?:\d{4}|n\.|[Ee]ds?\b|[Hh]rsg|in press|s\.|o\.|б\.)|(?:and|und|et|y"
            r"|и|و)|\d{4})",
            head[end : end + 16],
        )
    )


def _is_direct(head: str, match: re.Match[str]) -> bool:
    """Is "Hedda Vance" at the head of an entry a person? Only when a title in quotes, or a capital, follows a comma."""
    rest = head[match.end() : match.end() + 12]
    return bool(re.match(rf"(?:,? (?:&|{names.AND}) {_U}|,\s+[\"“‘'„«*_]?{_U}[\w'’]|,\s*[\"“‘'„«])", rest))
