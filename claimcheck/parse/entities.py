"""Named people, places and organisations: runs of capitals, an alias table, and acronyms that the text defines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from claimcheck.model import Entity, Span
from claimcheck.model.facts import EntityKind
from claimcheck.parse import _aliases as names
from claimcheck.parse import thesaurus, words
from claimcheck.parse._names import (
    FAMILY_FIRST,
    Gazetteer,
    canonical,
    gazetteer,
    given_names,
    initials,
    is_ordinary,
    key,
    readings,
    same,
)

__all__ = ["canonical", "find", "is_ordinary", "readings", "same"]

_UPPER = "".join(
    chr(code) for code in (*range(0x41, 0x590), *range(0x10A0, 0x10C6), *range(0x1E00, 0x2000)) if chr(code).isupper()
)
_TITLE_DOT = r"(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Capt|Rev|Hon|Adm|Maj|Mt|Ft)\."
_NAME = (
    rf"(?:{_TITLE_DOT}|(?:[A-Z]\.){{2,6}}|[{_UPPER}]\.(?= ?[{_UPPER}])"
    rf"|[{_UPPER}]\w*(?:['&-](?:(?:[A-Z]\.){{2,6}}|\w+))*)"
)
_JOIN = (
    r"(?:(?:of the|of|for the|for|on the|on|and|&|de la|de los|de|del|della|di|da|dos|das|do|du|van der|van den"
    r"|van de|van|von der"
    r"|von|der|den|ter|ten|la|le|el|bin|ibn|ben|abu|y|zu|af|av) )?(?:al-|el-|d')?"
)
# Longer runs are tables and headings in capitals; forty words keep the cost of a run bounded.
_RUN = re.compile(rf"{_NAME}(?:(?:[ \t]{{1,2}}|(?<=\w)\n){_JOIN}{_NAME}){{0,40}}")
_PIECE = re.compile(rf"(?P<join>{_JOIN})(?P<name>{_NAME})")
_CONDITIONAL = frozenset({"of", "of the", "for", "for the", "and", "&", "on", "on the"})
# A possessive that does not end the name.
_POSSESSIVE_INSIDE = re.compile(
    r"People's (?:Republic|Liberation|Party|Daily|Bank|Congress|Army)|Children's (?:Fund|Hospital)|Women's|Men's"
    r"|[A-Z][a-z]+'s (?:Hospital|College|Church|Cathedral|University)"
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof gen lt col sgt sen rep gov capt rev hon adm maj mt ft vs no jan"
    " feb mar apr jun jul aug sep sept oct nov "
    "dec inc ltd co corp eg ie etc cf al fig vol pp p art sec u.s u.k u.n e.g i.e a.m p.m".split()
)
_CALENDAR = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Christmas Easter Ramadan Spring Summer Autumn Winter""".split()
)
_NO_NAME = frozenset(
    "I AM PM OK TV CEO CFO COO CTO PhD MP MPs GDP FAQ PDF URL HTML DNA RNA HIV AIDS AI IT"
    " PR HR VAT DIY ID IQ MSc BSc MA BA "
    "UTC GMT BST EST A AD BC BCE CE II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX XXI".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your each every no any some both".split()
)
_PLACE_PREPOSITIONS = frozenset("in near outside across around throughout toward towards at to from into".split())
_SAYS_AFTER = re.compile(r",? (?:said|says|told|added|wrote|warned|argued|who|whose)\b")
_DEFINED = re.compile(r" ?\((?:the )?[\"']?([A-Z][A-Za-z&]{0,2}(?:\.?[A-Z]\.?){1,8}s?)[\"']?\)")
_OF_HEADS = names.ORGANISATION_HEADS | names.PLACE_HEADS | names.OF_HEADS
_ON_HEADS = frozenset(
    "Council Committee Commission Conference Institute Center Centre Panel Convention Treaty Forum".split()
)
_LOWER_TITLES = frozenset(
    """leader president premier chancellor minister mayor governor senator general king queen prince pope judge coach
    captain director chairman chairwoman chief boss spokesman spokeswoman spokesperson ambassador envoy professor lawyer
    attorney activist economist analyst author writer actor actress singer journalist secretary commander candidate mp
    founder owner scientist historian doctor striker goalkeeper midfielder defender manager wife husband son daughter
    brother sister father mother colleague officer nurse teacher resident billionaire""".split()
)

_OFFICES = frozenset(
    "State Defense Defence Health Education Energy Labor Commerce Agriculture Transportation War".split()
)

Segment = list[tuple[str, int, int, str]]
"""Words of one name: text, start, end, and the joining word before it."""


def _is_initial(text: str, start: int) -> bool:
    """Whether a capital at ``start`` may be there only because a sentence, quotation or heading begins."""
    if start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] == ","):
        return False
    at = start - 1
    quoted = False
    while at >= 0 and text[at] in " \t\"'([*_#>-":
        quoted = quoted or text[at] in "\"'("
        at -= 1
    if at < 0 or text[at] == "\n" or quoted:
        return True
    if text[at] in "!?:…•":
        return True
    if text[at] != ".":
        return False
    word_start = at
    while word_start > 0 and (text[word_start - 1].isalpha() or text[word_start - 1] == ".") and at - word_start < 12:
        word_start -= 1
    word = text[word_start:at].lower()
    return not (word in _ABBREVIATIONS or (len(word) == 1 and text[word_start].isupper()))


def _word_before(text: str, start: int) -> str:
    """The word that one space separates from ``start``, folded; empty at the start of a line."""
    if start < 2 or text[start - 1] != " ":
        return ""
    word = text[max(0, start - 15) : start - 1]
    word = word[word.rfind(" ") + 1 :]
    if word.isalpha():
        return word.lower()
    at = start - 2
    while at >= 0 and text[at].isalpha() and start - at < 16:
        at -= 1
    return text[at + 1 : start - 1].lower()


def _pieces(run: str, start: int) -> Segment:
    pieces: Segment = []
    for match in _PIECE.finditer(run):
        join = match["join"].strip()
        name, begin = match["name"], match.start("name")
        if join.endswith(("al-", "el-", "d'")):
            begin -= 3 if join.endswith("-") else 2
            name = run[begin : match.end("name")]
            join = join[:-3].strip() if join.endswith("-") else join[:-2].strip()
        end = match.end("name")
        if name.endswith(("'s", "'S")) and len(name) > 2 and not _POSSESSIVE_INSIDE.match(run, match.start("name")):
            name, end = name[:-2], end - 2
            pieces.append((name, start + begin, start + end, join))
            pieces.append(("", start + end, start + end, "'s"))  # a possessive ends the name
            continue
        if "-" in name and not name[name.rfind("-") + 1 :][:1].isupper():
            tail = name[name.rfind("-") + 1 :]
            if tail.islower() and len(tail) > 3 and is_ordinary(tail):  # "Moscow-based"
                name = name[: name.rfind("-")]
                pieces.append((name, start + begin, start + begin + len(name), join))
                pieces.append(("", start + end, start + end, "'s"))
                continue
        pieces.append((name, start + begin, start + end, join))
    return pieces


def _segments(pieces: Segment, text: str, headline: bool) -> Iterator[Segment]:
    """Cut a run of capitals into names: at possessives, at "and", at "of" that no institution stands before."""
    current: Segment = []
    for index, piece in enumerate(pieces):
        name, start, _, join = piece
        cut = False
        if not name:
            if current:
                yield current
            current = []
            continue
        if current and join in _CONDITIONAL:
            last = current[-1][0]
            if join in ("and", "&"):
                cut = not _joins_and(current, pieces[index:], join)
            elif join in ("on", "on the"):
                cut = (last not in _ON_HEADS or name in _CALENDAR) and not _is_known(current, piece)
            else:
                cut = last not in _OF_HEADS and not _is_known(current, piece)
                cut = cut and not (last == "Secretary" and name in _OFFICES)
        if current and "\n" in text[current[-1][2] : start] and not _is_known(current, piece):
            cut = True
        if headline and is_ordinary(name) and not _starts_known(pieces[index:]) and not _is_known(current, piece):
            if current:
                yield current
            current = []
            continue
        if cut and current:
            yield current
            current = []
        current.append(piece)
    if current:
        yield current


def _joins_and(current: Segment, rest: Segment, join: str) -> bool:
    if _is_known(current, rest[0]):
        return True
    if join == "&":
        return True
    if any(
        word in ("Department", "Ministry", "Committee", "Office", "Centre", "Center", "Agency", "Institute")
        for word, *_ in current
    ):
        return len(current) > 1 and is_ordinary(rest[0][0]) and rest[0][0] not in names.ORGANISATION_HEADS
    following = [piece[0] for piece in rest[:4] if piece[0] and (piece is rest[0] or not piece[3])]
    return (
        all(is_ordinary(word) for word, *_ in current)
        and following[-1] in names.ORGANISATION_HEADS
        and len(following) > 1
    )


def _is_known(current: Segment, piece: tuple[str, int, int, str]) -> bool:
    """Whether the words so far and the next one make a name of the alias table ("Bosnia and Herzegovina")."""
    table = gazetteer().canonical
    if not current:
        return False
    joined = piece[0]
    link = piece[3]
    for word, _, _, join in reversed(current[-4:]):
        joined = f"{word} {link} {joined}" if link and link != "'s" else f"{word} {joined}"
        link = join
        if joined in table:
            return True
    return False


def _starts_known(rest: Segment) -> bool:
    table = gazetteer().canonical
    joined = ""
    for word, _, _, join in rest[:5]:
        if not word:
            return False
        joined = f"{joined} {join} {word}".replace("  ", " ").strip() if joined else word
        if joined in table and (joined.isupper() or joined.lower() not in words.STOP_WORDS):
            return True
    return False


@dataclass(slots=True)
class _Candidate:
    start: int
    end: int
    name: str
    kind: EntityKind
    initial: bool
    """Might be an ordinary word that begins a sentence."""


class _Headlines:
    """Which lines of a text are headlines in capitals; asked from the first line to the last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = -1
        self.is_headline = False

    def hold(self, start: int) -> bool:
        """Whether the line of ``start`` is one."""
        if start > self.end:
            begin = self.text.rfind("\n", max(0, self.end), start) + 1 or max(0, self.end + 1)
            stop = self.text.find("\n", start)
            self.end = stop if stop >= 0 else len(self.text)
            line = self.text[begin : min(self.end, begin + 400)].rstrip()
            long_words = _LONG_WORD.findall(line)
            capitals = sum(word[0].isupper() for word in long_words)
            share = 0.9 if line.endswith(".") else 0.7
            self.is_headline = len(long_words) >= 4 and capitals >= share * len(long_words)
        return self.is_headline


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def _split_title(segment: Segment) -> tuple[Segment, Segment, bool]:
    """Words before a title, the name after it, and whether there was one: "Norwegian | Minister | Anna Berg"."""
    for index, (word, *_rest) in enumerate(segment):
        if word.rstrip(".") not in names.TITLES and word not in names.TITLE_PARTS:
            continue
        stop = index
        strong = False
        while stop < len(segment) and (
            (bare := segment[stop][0].rstrip(".")) in names.TITLES
            or bare in names.TITLE_PARTS
            or (strong and segment[stop][3] in ("of", "for") and bare in _OFFICES)
        ):
            strong = strong or bare in names.TITLES
            stop += 1
        if not strong:
            return segment, [], False
        rest = segment[stop:]
        if rest and rest[0][3] in ("of", "for", "of the", "for the"):
            # "Secretary of Agriculture Tom Berg" is rare; "President of Kenya" is the usual case.
            return segment[:index], rest, False
        if rest and is_ordinary(rest[0][0]) and len(rest) == 1 and not segment[index][0].endswith("."):
            return segment, [], False  # "General Assembly", "Justice Department"
        if index == 0 and any(word in names.ORGANISATION_HEADS or word in names.PLACE_HEADS for word, *_ in rest):
            return segment, [], False  # "Prince Edward Island", "Queen Mary University of London"
        return segment[:index], rest, True
    return segment, [], False


def _guess_kind(segment: Segment, text: str, titled: bool) -> EntityKind:
    parts = [word for word, *_ in segment]
    start, end = segment[0][1], segment[-1][2]
    before = _word_before(text, start)
    if titled or before in _LOWER_TITLES:
        return "person"
    if any(part in names.ORGANISATION_HEADS for part in parts) and len(parts) > 1:
        return "organisation"
    if len(parts) == 1:
        word = parts[0].replace(".", "")
        if word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
            return "organisation"
    if len(parts) > 1 and (parts[-1] in names.PLACE_HEADS or parts[0] in _PLACE_STARTS):
        return "place"
    if len(parts) > 1 and gazetteer().kinds.get(canonical(parts[-1])) == "place" and set(parts[:-1]) <= _COMPASS:
        return "place"
    if len(parts) > 1 and parts[0].lower() in given_names():
        return "person"
    if before in _PLACE_PREPOSITIONS:
        return "place"
    if _SAYS_AFTER.match(text, end) and len(parts) <= 4 and not any(map(is_ordinary, parts)):
        return "person"
    return "other"


_PLACE_STARTS = frozenset("Mount Lake Cape Fort Port Saint San St. St Los Santa Las Isle".split())
_COMPASS = frozenset(
    "North South East West Northeast Northwest Southeast Southwest Northern Southern Eastern Western Central Greater "
    "Sub-Saharan Upper Lower Inner Outer".split()
)
_BARE = frozenset("Western Eastern Northern Southern Northeast Northwest Southeast Southwest Northeastern".split())


_Known = tuple[int, int, str, int, int]


def _known_names(segment: Segment) -> list[_Known]:
    """Names of the alias table in a segment, longest first from the left: word range, canonical name, offsets.

    Hyphens may join two of them ("Moscow-Pyongyang", "North Korea-Russia").
    """
    table = gazetteer().canonical
    units: list[tuple[str, int, int, int, str]] = []  # text, start, end, index of its word, link before
    for index, (word, start, end, join) in enumerate(segment):
        if "-" in word and word not in table and canonical(word) not in gazetteer().kinds:
            at = start
            for number, part in enumerate(word.split("-")):
                units.append((part, at, at + len(part), index, "-" if number else join))
                at += len(part) + 1
        else:
            units.append((word, start, end, index, join))
    found = []
    at = 0
    while at < len(units):
        joined = ""
        best = None
        for stop in range(at, min(at + gazetteer().longest, len(units))):
            part, _, _, _, link = units[stop]
            joined = (
                part
                if stop == at
                else f"{joined}-{part}"
                if link == "-"
                else f"{joined} {link} {part}"
                if link
                else f"{joined} {part}"
            )
            name = table.get(joined)
            if name is None and joined.isupper() and len(joined) > 4:
                name = table.get(joined.title())
            if name:
                best = (units[at][3], units[stop][3] + 1, name, units[at][1], units[stop][2], stop + 1)
        if best:
            found.append(best[:5])
            at = best[5]
        else:
            at += 1
    return found


def _candidates(text: str) -> Iterator[_Candidate]:
    headlines = _Headlines(text)
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "@#/_"):
            continue
        run = match.group()
        initial = _is_initial(text, start)
        if initial and run in _COMMON_STARTS and run.isalpha():
            continue
        headline = not run.isalpha() and headlines.hold(start)
        says = _SAYS_AFTER.match(text, end) is not None
        for name, kind, low, high, unsure in _names_of(run, initial, headline, _introduced_by(text, start), says):
            yield _Candidate(start + low, start + high, name, kind, unsure)


def _introduced_by(text: str, start: int) -> str:
    """A word that stands for what the word before ``start`` says of a name behind it; empty when it says nothing."""
    before = _word_before(text, start)
    if before in _LOWER_TITLES:
        return "leader"
    if before in _PLACE_PREPOSITIONS:
        return "in"
    return "the" if before in _DETERMINERS else ""


@lru_cache(maxsize=1 << 14)
def _names_of(
    run: str, initial: bool, headline: bool, before: str, says: bool
) -> tuple[tuple[str, EntityKind, int, int, bool], ...]:
    """The names in one run of capitals, with offsets into it: name, kind, start, end, and whether it may be none.

    Nothing else of the text bears on them than what the arguments say, so a run that the text repeats is read once.
    """
    # The run with as much around it as :func:`_guess_kind` and :func:`_plain_name` look at.
    lead = f"{before} " if before else ""
    text = f"{lead}{run} said" if says else lead + run
    pieces = _pieces(run, len(lead))
    headline = headline and len(pieces) > 1
    if (
        not headline
        and len(pieces) >= 6
        and pieces[0][0] not in names.ORGANISATION_HEADS
        and pieces[1][0] not in names.ORGANISATION_HEADS
        and sum(map(is_ordinary, (p[0] for p in pieces if p[0]))) * 2 >= len(pieces)
    ):
        headline = True
    found: list[_Candidate] = []
    for number, segment in enumerate(_segments(pieces, text, headline)):
        found += _names_in(segment, text, initial and number == 0, gazetteer())
    return tuple((c.name, c.kind, c.start - len(lead), c.end - len(lead), c.initial) for c in found)


def _names_in(segment: Segment, text: str, initial: bool, table: Gazetteer) -> Iterator[_Candidate]:
    while segment and initial and len(segment) > 1 and segment[0][0] in _COMMON_STARTS:
        if segment[0][0] == "The" or not _starts_known(segment):
            segment = segment[1:]
            initial = False
        else:
            break
    while segment and segment[0][0] in _CALENDAR:
        segment = segment[1:]
        initial = False
    while len(segment) > 1 and segment[-1][0] in _CALENDAR and segment[-2][0].lower() not in given_names():
        segment = segment[:-1]
    while (
        len(segment) > 1
        and segment[-1][0].lower() in words.STOP_WORDS
        and segment[-1][0] not in table.canonical
        and segment[-1][0] not in _CALENDAR
    ):
        segment = segment[:-1]
    if (
        len(segment) > 1
        and re.fullmatch(r"[A-Z]\.", segment[0][0])
        and (segment[1][0].lower() in words.STOP_WORDS or _starts_known(segment[1:]))
    ):
        segment = segment[1:]  # an author's initial before a title: "Lund, H. North Korea Ratifies ..."
    if not segment:
        return
    known = _known_names(segment)
    whole = (
        known and known[0][0] == 0 and known[0][1] == len(segment) and known[0][3:] == (segment[0][1], segment[-1][2])
    )
    if not whole:
        left, right, titled = _split_title(segment)
        if titled or right:
            if left:
                yield from _names_in(left, text, initial, table)
            if right:
                yield from _named(right, _known_names(right), text, titled, initial=False, table=table)
            return
        if all(word.rstrip(".") in names.TITLES or word in names.TITLE_PARTS for word, *_ in segment):
            return
    yield from _named(segment, known, text, False, initial, table)


def _named(
    segment: Segment, known: list[_Known], text: str, titled: bool, initial: bool, table: Gazetteer
) -> Iterator[_Candidate]:
    covered = {index for first, stop, *_ in known for index in range(first, stop)}
    rest = [segment[index][0] for index in range(len(segment)) if index not in covered]
    lead_adjective = bool(known) and known[0][0] == 0 and text[known[0][3] : known[0][4]] in table.adjectives
    split = bool(known) and (
        not rest
        or len(known) > 1
        or (lead_adjective and rest[0].lower() in given_names() and len(rest) > 1)
        or (any("-" in segment[i][0] for i in range(known[0][0], known[0][1])) and len(known) > 1)
    )
    if split and not (titled and rest):
        for _, _, name, start, end in known:
            yield _Candidate(start, end, name, table.kinds.get(name, "other"), initial=False)
        leftover = [piece for index, piece in enumerate(segment) if index not in covered]
        contiguous = leftover and leftover[-1][1] - leftover[0][2] <= 40
        if leftover and contiguous and not all(is_ordinary(word) for word, *_ in leftover):
            yield from _plain_name(leftover, text, titled, False)
        return
    yield from _plain_name(segment, text, titled, initial)


def _plain_name(segment: Segment, text: str, titled: bool, initial: bool) -> Iterator[_Candidate]:
    parts = [word for word, *_ in segment]
    start, end = segment[0][1], segment[-1][2]
    if len(parts) == 1:
        word = parts[0]
        if word in _NO_NAME or word in _CALENDAR or word in _BARE or len(word.rstrip(".")) < 2 or word.startswith("I'"):
            return
        if word.lower() in words.STOP_WORDS and word not in gazetteer().canonical:
            return
        if not initial and is_ordinary(word) and not titled:
            letters = word.replace(".", "")
            if not (letters.isupper() and len(letters) <= 5) and _word_before(text, start) in _DETERMINERS:
                return
    name = " ".join(text[start:end].split())
    if name.isupper() and len(parts) > 1 and len(name) > 6:
        name = name.title()
    yield _Candidate(start, end, name, _guess_kind(segment, text, titled), initial and len(parts) == 1)


_COMMON_STARTS = frozenset(
    word.capitalize()
    for word in words.STOP_WORDS
    | frozenset(
        """yesterday today tomorrow meanwhile earlier later recently currently previously formerly eventually finally
        initially originally reportedly allegedly apparently notably perhaps maybe despite amid unlike like given
        several
        two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions asked according
        officials police critics experts scientists researchers residents witnesses troops soldiers voters people
        former current last next first second third following citing speaking responding adding including regarding
        concerning considering next additionally consequently similarly furthermore nonetheless nearly
        roughly""".split()
    )
)
_CASELESS = re.compile(r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


@cache
def _caseless_names() -> re.Pattern[str]:
    forms = [name for name in gazetteer().canonical if _CASELESS.match(name)]
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))


def _caseless(text: str) -> Iterator[_Candidate]:
    """Known names in scripts without capitals; in a mostly Latin text any stretch of such a script."""
    table = gazetteer()
    taken = []
    for match in _caseless_names().finditer(text):
        name = table.canonical[match.group()]
        taken.append(match.span())
        yield _Candidate(match.start(), match.end(), name, table.kinds.get(name, "other"), initial=False)
    runs = list(_CASELESS.finditer(text))
    if sum(len(run.group()) for run in runs) * 5 > len(text):
        return
    inside = {start for start, _ in taken}
    for run in runs:
        if 2 <= len(run.group()) <= 12 and not any(run.start() <= start < run.end() for start in inside):
            yield _Candidate(run.start(), run.end(), run.group(), "other", initial=False)


def find(text: str, offset: int = 0) -> tuple[Entity, ...]:
    """The named people, places and organisations of ``text`` in order; spans do not overlap.

    Months, weekdays, bare titles and ordinary words that only begin a sentence are none. A surname takes the full name
    that the same text gives ("Lund" after "Maria Lund"), an acronym the name that the text defines it by.
    """
    flat = words.plain(text)
    candidates = list(_candidates(flat))
    if not flat.isascii():
        candidates = sorted((*candidates, *_caseless(flat)), key=lambda candidate: candidate.start)
    sure = {flat[c.start : c.end] for c in candidates if not c.initial}
    lower: set[str] | None = None
    found: list[_Candidate] = []
    for candidate in candidates:
        word = flat[candidate.start : candidate.end]
        if candidate.initial and word not in sure and word not in gazetteer().canonical:
            if is_ordinary(word):
                continue
            if lower is None:
                lower = _lower_words(flat)
            if word.lower() in lower or word.endswith(("ing", "ly")):
                continue
        if found and candidate.start < found[-1].end:
            continue
        found.append(candidate)
    _unify(found, flat)
    return tuple(Entity(c.name, text[c.start : c.end], Span(c.start + offset, c.end + offset), c.kind) for c in found)


_LOWER = re.compile(r"(?<![^\W\d_])[a-z]{3,}")


def _lower_words(text: str) -> set[str]:
    found: set[str] = set()
    for start, stop in words.stretches(text):
        found.update(_LOWER.findall(text, start, stop))
    return found


def _is_heading(parts: list[str]) -> bool:
    """Whether capitalised words head a section and name nobody: "Disabling ECDH", "Installing Redis"."""
    first = parts[0].lower()
    return first.endswith("ing") and any(part == "v" and base != first for part, base in thesaurus.lemmas(first))


def _unify(found: list[_Candidate], text: str) -> None:
    """Give every candidate its canonical name: alias table, acronyms defined in the text, surnames of full names."""
    table = gazetteer()
    acronyms: dict[str, str] = {}
    surnames: dict[str, set[str]] = {}
    for candidate in found:
        name = table.canonical.get(candidate.name) or canonical(candidate.name)
        candidate.name = name
        candidate.kind = table.kinds.get(name, candidate.kind)
        if (
            text.startswith(("(", " ("), candidate.end)
            and (defined := _DEFINED.match(text, candidate.end))
            and " " in text[candidate.start : candidate.end]
        ):
            letters = defined[1].replace(".", "").lower()
            if letters in initials(key(text[candidate.start : candidate.end])) or letters.rstrip("s") in initials(
                key(name)
            ):
                acronyms.setdefault(defined[1], name)
        parts = name.split(" ")
        if name in table.kinds and candidate.kind != "person":
            continue
        if (candidate.kind == "person" and len(parts) > 1) or (
            candidate.kind == "other"
            and 2 <= len(parts) <= 3
            and not any(map(is_ordinary, parts))
            and not _is_heading(parts)
        ):
            surnames.setdefault(parts[-1], set()).add(name)
            if parts[0].lower() in FAMILY_FIRST:
                surnames.setdefault(parts[0], set()).add(name)
    people = {}
    for candidate in found:
        if candidate.name in acronyms:
            candidate.name = acronyms[candidate.name]
            candidate.kind = table.kinds.get(candidate.name, "organisation")
        elif candidate.name in surnames and candidate.name not in table.kinds and len(surnames[candidate.name]) == 1:
            (candidate.name,) = surnames[candidate.name]
            candidate.kind = "person"
            people[candidate.name] = True
    for candidate in found:
        if candidate.kind == "other" and candidate.name in people:
            candidate.kind = "person"
