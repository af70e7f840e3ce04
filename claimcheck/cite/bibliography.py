"""One bibliography entry -> a :class:`Reference` and the keys that citations can name it by.

The parse is light on purpose: rule-based parsers that split every field reach a recall of 0.22 (arXiv 1802.01168), and
a link needs only the names at the head, the years, the title and the address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from claimcheck.cite import names, years
from claimcheck.cite.addresses import HOST, URL, address_of, find_url, host_of
from claimcheck.cite.authors import read_people
from claimcheck.cite.fields import fields_of, plain
from claimcheck.cite.lexicon import SMALL_WORDS
from claimcheck.cite.names import Person, fold
from claimcheck.model import Reference, SourceRecord

_LABEL = re.compile(
    r"\s*(?:\[\^(?P<note>[^\]\s]{1,60})\]:?"
    r"|[\[［【〔]@?(?P<square>[^\]］】〕\s]{1,60}|[^\]\s]{1,30} [^\]\s]{1,30}(?=\]:))[\]］】〕]:?(?![(\[])"
    r"|@(?P<key>[\w][\w:.+/-]{0,80}?):?(?=\s)"
    r"|[(（](?P<round>\d{1,4})[)）]"
    r"|(?:notes?\s|n\.\s?|no\.\s?|anm\.\s?)?(?P<number>\d{1,4})(?:[.)．、）](?!\d)|:(?=\s)|(?=\s{2,}|\t)"
    r"|\s[-–—](?=\s))"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,4}|[①-⑳])|(?P<bullet>[-*•–—#])(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BRACKET_YEAR = re.compile(
    rf"[(（\[]\s*(?P<year>{years.YEAR_PATTERN})(?P<more>[^()（）\[\]]{{0,60}})[)）\]]", re.IGNORECASE
)
_YEAR_IN_BRACKETS = re.compile(r"[\s.,]*" + _BRACKET_YEAR.pattern, re.IGNORECASE)
_BARE_YEAR = re.compile(
    rf"[\s.,:：]*[(（\[]?\s*(?P<year>{years.YEAR_PATTERN})\s*[)）\]]?(?=[\s.,:;：。，'‘“\"]|$)", re.IGNORECASE
)
_ACCESSED = re.compile(
    r"(?:\[?\b(?:retrieved|accessed|viewed|last (?:accessed|visited|checked)|visited|cited|consulted"
    r"|access(?:ed)? date|abgerufen|zugriff|letzter zugriff|aufgerufen|consulté(?:e)?|consultado(?: el)?"
    r"|дата обращения|geraadpleegd|consultato|hämtad)\b|访问(?:日期|于)?|검색일|접속일|\[引用日期|閲覧日"
    r"|تاريخ الاطلاع)[:\s]*(?:am |on |le |el |il |den |op )?(?P<date>[^\]\n]{0,32})",
    re.IGNORECASE,
)
_MONTHS = {
    month: number
    for number, group in enumerate(
        (
            "jan ene gen янв",
            "feb fév feb фев",
            "mar mär mars мар",
            "apr abr avr апр",
            "may mai maj mag мая май",
            "jun juin giu июн",
            "jul juil lug июл",
            "aug ago août авг",
            "sep set сен",
            "oct okt ott окт",
            "nov ноя",
            "dec dez dic déc дек",
        ),
        start=1,
    )
    for month in group.split()
}
_QUOTED = re.compile(
    r"[\"“„«「『《‘](?P<double>[^\"“”„«»「」『』《》\n]{2,400}?)[\"”“»」』》’](?!\w)"
    r"|(?<!\w)'(?P<single>[^\n]{2,400}?)'(?!\w)"
)
_TITLE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bvs)(?<!\bv)(?<!\bNo)(?<!\bDr)(?<!\bSt)(?<!\bMr)[.](?=\s|$)|(?<=[?!])\s(?=[A-Z\"“(])"
    r"|[。？！]|\.?\s*(?=https?://|www\.)"
)
_EDGES = " \t\r\n.,:;，。：()（）[]*_"

_ORGANISATION_YEAR = re.compile(
    rf"(?P<name>{names.UPPER}[^.,;:()\"“”\[\]\n]{{1,120}}?)(?:\.\s|\s|\s?[(（\[])(?P<year>(?:1[4-9]\d\d"
    rf"|20\d\d)[a-z]?|{years.UNDATED_PATTERN})[)）\]]?(?=[.,:。]|\s+[\w\"'“‘*])"
)
_BODY = re.compile(
    r"\b(?:Organi[sz]ation|Institut\w*|Ministry|Commission|Committee|Council|Union|Bank|University|Universität"
    r"|Université|Agency|Association|Department|Office|Federation|Authority"
    r"|Society|Foundation|Cent(?:er|re|rum)|Bureau|Board|Service|Trust|Programme|Network|Court|Academy|Fund"
    r"|Company|Corporation|Museum|Library|Observatory|Administration)s?\b"
)
_ONLY_YEAR = re.compile(r"(?:^|[.\s])[(（\[](?:1[4-9]|20)\d\d[a-z]?[)）\]][.,:：。]")
_BODY_FIRST = re.compile(r"(?P<name>[^.,:;\"“„«()\[\]\n]{3,90})(?:[.,:]\s+|\s+(?=[\"“„«]))(?=[^\W_a-z]|[\"“„«])")
"""A body and then a title: "Sarn Energy. “Annual report”", "Harbour Board, Minutes"."""
_CASE_NAME = re.compile(r"\w\)?\s+v\.?\s+[A-Z]")
_REPORTED = re.compile(r"\([^()]{0,60}\b(?:1[6-9]|20)\d\d\)")  # "(9th Cir. 2001)", the end of a case's name
_WAY_BACK = re.compile(r"[\^↑↩\ufe0e\s]*")  # the link from a footnote back to the text
_SAME_SOURCE = re.compile(r"(?:ibid(?:em)?\b|ebd\b|ebenda\b|там же\b|同上)", re.IGNORECASE)
_SAME_AUTHOR = re.compile(r"(?:[—–―_-]{2,}|———)\s*[.,]?\s*")
_FURNITURE = re.compile(
    r"(?P<name>[^\W\d_]\w{2,}(?: \w{2,}){0,2})\.\s+(?=[^\W\d_a-z]\w*:?\s+\w)"
)  # "Admin. Hens on strike. (2023)"
_CONTAINER_FIELDS = (
    "website",
    "work",
    "newspaper",
    "journal",
    "journaltitle",
    "magazine",
    "booktitle",
    "publisher",
    "agency",
)
_LONGEST = 4_000  # characters of an entry that are read
_LABEL_MARKS = 4  # brackets and stars that stand on one side of a label
_OPENING = 400  # characters of an entry that a citation may repeat


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference with the keys by which a citation can name it; all of them folded but ``year``."""

    reference: Reference
    persons: tuple[Person, ...] = ()
    others: bool = False
    """True when the entry itself says "et al."."""
    organisation: str = ""
    """What stands where an author would, as written, if no person could be read there."""
    head: str = ""
    title: str = ""
    opening: str = ""
    number: str | None = None
    letter: str = ""
    mentioned: frozenset[str] = field(default_factory=frozenset)
    """Every year the entry mentions outside its address and its access date."""
    host: str = ""
    address: str = ""
    container: str = ""
    labels: tuple[str, ...] = ()
    order: int = 0
    chapter: int = 0
    """How many paragraphs of running text stand before it: notes that a chapter closes with have one number."""

    @property
    def id(self) -> str:
        return self.reference.id

    @property
    def is_titled(self) -> bool:
        """True when what stands at the head is the title itself: nobody is named as the author."""
        return not self.persons and (not self.title or self.title == self.head)


def number_of_mark(mark: str) -> str:
    """Digits of a raised or circled number: "12" for "¹²", "3" for "③"."""
    return str(ord(mark) - 0x245F) if "①" <= mark <= "⑳" else mark.translate(_SUPERSCRIPTS)


def split_label(text: str) -> tuple[str, int, bool]:
    """Label at the head of an entry, where the entry proper begins, and whether the label is a plain number.

    Full-width digits are read as digits.
    """
    match = _LABEL.match(text[:140])
    if not match:
        return "", 0, False
    if match["bullet"]:
        label, start, is_number = split_label(text[match.end() :])
        return label, match.end() + start, is_number
    label = match["note"] or match["square"] or match["key"] or match["round"] or match["number"] or ""
    if match["raised"]:
        label = number_of_mark(match["raised"])
    if match["number"] and years.NUMBER.fullmatch(label):
        return "", 0, False
    return (str(int(label)) if label.isdecimal() else label), match.end(), label.isdecimal()


def opens_dated(text: str) -> bool:
    """Does ``text`` open like an entry: persons, and then a year or at least a title and a year at the end?"""
    head = _read_head(plain(text[:_OPENING]))
    # "한지호(2020)는 이를 부정한다": a particle or verb right behind the bracket makes it a sentence.
    if head.before_title and head.rest[:1].isalpha():
        return False
    return bool(head.persons) and head.year is not None and len(head.rest.strip(_EDGES)) > 3


@dataclass(frozen=True, slots=True)
class _Head:
    """How an entry begins: who, when, and where the rest starts."""

    persons: tuple[Person, ...] = ()
    authors: tuple[str, ...] = ()
    others: bool = False
    year: str | None = None
    year_at: int = -1
    rest: str = ""
    """What follows the author (and the year, when it stands there)."""
    before: str = ""
    """What stands before a year in brackets, or all up to the first sentence end."""
    before_title: bool = False
    """True when the year stands before the title (APA, Harvard, Chicago author-date)."""


def read(reference: Reference, *, order: int = 0, labels: tuple[str, ...] = (), before: Entry | None = None) -> Entry:
    """The entry under ``reference``: the same reference with its fields filled in, and its keys.

    ``reference`` needs ``id``, ``text`` and ``span``; a ``url`` or ``label`` it has is kept. ``before`` is the entry
    that a dash or "Ibid." refers back to.
    """
    source = reference.text[:_LONGEST]
    source = source[len(_WAY_BACK.match(source).group()) :]  # type: ignore[union-attr]  # it matches nothing, too
    label, start, is_number = split_label(source)
    if start and (source[0] != "(" or is_number):
        labels = (*labels, label) if label else labels
    else:
        start = _behind(source, labels[0]) if labels else 0  # "1 Anna Reed": only its row of numbers makes it a label
    source = source[start:].rstrip(" ↩↑\ufe0e^")
    stated = fields_of(source)
    entry = _from_fields(reference, source, stated, order) if stated else _from_prose(reference, source, order)
    if before is not None:
        entry = _referred_back(entry, source, before)
    shown = [one.lstrip("<^]") for one in labels if not one.startswith(("<@", "#"))]
    label_of = reference.label or (shown[0] if shown else None)
    return replace(entry, labels=tuple(dict.fromkeys(labels)), reference=replace(entry.reference, label=label_of))


def _behind(source: str, label: str) -> int:
    """Where the entry begins behind a label that is set off in some way ("**weir1999** – Weir"); 0 without it."""
    lead = len(source) - len(source.lstrip("`*_[({<@"))
    if lead > _LABEL_MARKS or not source.startswith(label, lead):
        return 0
    rest = source[lead + len(label) :]
    bare = rest.lstrip("`*_])}>:.,")
    if len(rest) - len(bare) > _LABEL_MARKS or not bare[:1].isspace():
        return 0
    bare = bare.lstrip()
    if bare[:1] and bare[0] in "-–—:=" and bare[1:2].isspace():
        bare = bare[1:].lstrip()
    return len(source) - len(bare) if bare else 0


def _referred_back(entry: Entry, source: str, before: Entry) -> Entry:
    """ "———. 2004." has the author of the entry before it, "Ibid., 4." is that entry once more."""
    if _SAME_SOURCE.match(source):
        earlier = before.reference
        filled = replace(
            entry.reference,
            title=earlier.title,
            authors=earlier.authors,
            year=earlier.year,
            url=entry.reference.url or earlier.url,
            container=earlier.container,
        )
        return replace(
            entry, reference=filled, persons=before.persons, host=before.host, title="", head="", number=before.number
        )
    dash = _SAME_AUTHOR.match(source)
    if not dash or not before.persons:
        return entry
    names_before = "; ".join(before.reference.authors)
    again = _from_prose(
        entry.reference, f"{before.reference.authors[0].rstrip('.')}. {source[dash.end() :].lstrip(' .,')}", entry.order
    )
    filled = replace(again.reference, authors=before.reference.authors)
    return replace(again, reference=filled, persons=before.persons, others=before.others) if names_before else entry


def _from_fields(reference: Reference, source: str, stated: dict[str, str], order: int) -> Entry:
    written = _stated_authors(stated)
    found = [names.person(one) for one in written]
    date = stated.get("date") or stated.get("year") or ""
    year = years.YEAR.search(date)
    url = stated.get("url") or (f"https://doi.org/{stated['doi']}" if stated.get("doi") else None) or find_url(source)
    title = _unmarked(plain(stated.get("title") or stated.get("script-title") or "")) or ""
    container = next((stated[key] for key in _CONTAINER_FIELDS if stated.get(key)), None)
    accessed = stated.get("access-date") or stated.get("accessdate") or stated.get("urldate")
    filled = replace(
        reference,
        title=title or None,
        authors=tuple(written),
        year=year.group() if year else None,
        url=reference.url or url,
        container=plain(container) if container else None,
        accessed=iso_of(accessed) if accessed else None,
    )
    return _entry(
        filled, tuple(one for one in found if one), False, "", fold(title), order, f"{' '.join(written)} {title} {date}"
    )


def _stated_authors(stated: dict[str, str]) -> list[str]:
    if stated.get("author") and " and " in stated["author"]:  # BibTeX
        return [one.strip() for one in stated["author"].split(" and ") if one.strip()]
    if stated.get("vauthors"):  # "Brown A, Clark BC"
        return [one.strip() for one in stated["vauthors"].split(",") if one.strip()][:20]
    written = []
    for suffix in ("", *map(str, range(1, 10))):
        last = stated.get(f"last{suffix}") or stated.get(f"surname{suffix}") or stated.get(f"author{suffix}")
        given = stated.get(f"first{suffix}") or stated.get(f"given{suffix}")
        if last:
            written.append(f"{last}, {given}" if given else last)
    return written


def _from_prose(reference: Reference, source: str, order: int) -> Entry:
    text = plain(source)
    head = _read_head(text)
    accessed = _ACCESSED.search(text)
    if head.year is None and (address := URL.search(text)):  # "https://…, 2014", but not "accessed in 2014"
        behind = text[address.end() : accessed.start() if accessed and accessed.start() > address.end() else None]
        head = replace(head, year=_last_year(behind))
    title = _unmarked(_title_of(head))
    url = reference.url or find_url(source)
    filled = replace(
        reference,
        title=title,
        authors=tuple(one.replace("*", "") for one in head.authors),
        year=None if head.year is None or years.is_undated(head.year) else head.year,
        url=url,
        accessed=iso_of(accessed["date"]) if accessed else None,
        container=_container_of(text.replace("*", ""), title),
    )
    organisation = "" if head.persons else head.before
    return _entry(filled, head.persons, head.others, organisation, fold(head.before), order, text)


def _unmarked(title: str | None) -> str | None:
    """Without the stars that mark where emphasis begins."""
    return (title.replace("*", "").strip() or None) if title else None


def _entry(
    reference: Reference, persons: tuple[Person, ...], others: bool, organisation: str, head: str, order: int, text: str
) -> Entry:
    accessed = _ACCESSED.search(text)
    dated = URL.sub(" ", text[: accessed.start()] if accessed else text)
    return Entry(
        reference=reference,
        persons=persons,
        others=others,
        organisation=organisation.strip(" \t\r\n.,:;，。：*_"),
        head=head,
        title=fold(reference.title or ""),
        opening=fold(text[:_OPENING]),
        number=years.number_of(reference.year),
        letter=years.letter_of(reference.year),
        mentioned=frozenset(years.NUMBER.findall(dated)),
        host=host_of(reference.url) if reference.url else "",
        address=address_of(reference.url) if reference.url else "",
        container=fold(reference.container or ""),
        order=order,
    )


def _read_head(text: str) -> _Head:
    cut = _cut_address(text)
    if _CASE_NAME.search(cut[:160]):  # a court case is its own title, year and report included
        reported = _REPORTED.search(cut, 0, 400)
        stop = None if reported else _TITLE_END.search(cut, 8)
        end = reported.end() if reported else stop.start() if stop else len(cut)
        return _Head((), (), False, _last_year(cut), -1, "", cut[:end])
    persons, authors, end, others = read_people(cut)
    if not persons and (direct := _org_before_year(cut)):
        return direct
    after = (_YEAR_IN_BRACKETS.match(cut, end) or _BARE_YEAR.match(cut, end)) if persons else None
    if after:
        rest = cut[after.end() :]
        return _Head(persons, authors, others, after["year"].strip(), after.start(), rest, cut[:end], before_title=True)
    bracket = _BRACKET_YEAR.search(cut)
    # "(2024)" or "(2021, May 6)" closes a head; "(Oslo: Fjordtrykk, 1966)" and "7 (1981): 40" stand inside an entry.
    if bracket and not _is_volume(cut, bracket):
        between = cut[end : bracket.start()]
        if persons and between.strip(_EDGES):
            return _Head(
                persons, authors, others, bracket["year"].strip(), bracket.start(), between, cut[: bracket.start()]
            )
        rest = cut[bracket.end() :]
        if not persons and not _names_body(between, rest):
            furniture = _FURNITURE.match(between)
            before = furniture["name"] if furniture else between
            rest = between[furniture.end() :] if furniture else between
            return _Head((), (), False, bracket["year"].strip(), bracket.start(), rest, before)
        if not between.strip(_EDGES) and not persons:
            return _Head((), (), False, bracket["year"].strip(), bracket.start(), "", "")
        return _Head(
            persons,
            authors,
            others,
            bracket["year"].strip(),
            bracket.start(),
            rest,
            cut[: bracket.start()],
            before_title=True,
        )
    year = _last_year(cut)
    body = _BODY_FIRST.match(cut) if not persons else None
    if (
        body
        and (cut[body.end()] in '"“„«' or _BODY.search(body["name"]))
        and _names_body(body["name"], cut[body.end() :])
    ):
        return _Head((), (), False, year, -1, cut[body.end() :], body["name"])
    first = _TITLE_END.search(cut, max(end, 1)) if not persons else None
    before = cut[: first.start()] if first else cut[: end or 200]
    return _Head(persons, authors, others, year, -1, cut[end:], before)


def _names_body(head: str, rest: str) -> bool:
    """Is the head of an entry a body ("World Bank. (2023). Smoke"), or is it the title ("Is it safe? (2022).")?"""
    head, rest = head.strip(_EDGES), rest.strip(_EDGES)
    if not head or not rest or _ACCESSED.match(rest) or fold(head) == fold(rest):
        return False
    if _BODY.search(head) and not re.search(r"[?!:|]", head):
        return True
    words = re.sub(r"[(\[][^()\[\]]{0,40}[)\]]", " ", head).split()  # "Bundesamt für Naturschutz (BfN)"
    if not words or len(words) > 5 or re.search(r"[?!:|]", head) or HOST.fullmatch(head):
        return False
    return all(word[0].isupper() or word.casefold() in SMALL_WORDS or names.is_caseless(word) for word in words)


def _org_before_year(cut: str) -> _Head | None:
    """ "Dockers' Federation 2016, Feeding the shift", "World Bank. 2023. Smoke": an organisation, then the year."""
    match = _ORGANISATION_YEAR.match(cut)
    if not match or match["name"].count(" ") > 12:
        return None
    rest = cut[match.end() :]
    if not rest.strip(_EDGES) or _ONLY_YEAR.search(rest, 0, 160):
        return None  # "Lagoon Protection Act 2012." is a title, year and all, and "Agenda 2030 Office. (2017)." a body
    return _Head((), (), False, match["year"], match.start("year"), rest, match["name"], before_title=True)


def _is_volume(text: str, bracket: re.Match[str]) -> bool:
    before, after = text[: bracket.start()].rstrip(), text[bracket.end() : bracket.end() + 2]
    return bool(re.search(r"\d$", before)) or (
        after.startswith(":") and bool(re.search(r"\d", after + text[bracket.end() : bracket.end() + 4]))
    )


def _cut_address(text: str) -> str:
    """The entry up to its address or its access date, whichever comes first; a leading address is kept."""
    stops = [match.start() for match in (URL.search(text, 12), _ACCESSED.search(text, 12)) if match]
    return text[: min(stops)] if stops else text


def _last_year(text: str) -> str | None:
    """The last year that is no page: not beside a dash or colon, not behind "pp."."""
    best = None
    for match in re.finditer(
        r"(?<![\d–—:/-])(?P<year>(?:1[4-9]\d\d|20\d\d)[a-z]?)(?![\d—]|[–-](?!\d\d(?!\d))|[a-zA-Z_])", text[:_LONGEST]
    ):
        if not re.search(r"(?:\bpp?\.|\bS\.|с\.|\bno\.|\bvol\.)\s*$", text[max(0, match.start() - 6) : match.start()]):
            best = match["year"]
    inside = re.search(r"/((?:19|20)\d\d)(?=/|\b)", URL.sub(" ", text[:120])) if best is None else None
    return inside[1] if inside else best  # "UNEP/GC/2004/7" is dated by its symbol


def _title_of(head: _Head) -> str | None:
    rest = head.rest if head.rest.strip(_EDGES) else ("" if head.persons else head.before)
    rest = rest.lstrip(" .,:;)]（）。，：*")
    if not rest and not head.before_title:
        rest = head.before.strip(_EDGES)
    if _CASE_NAME.search(head.before[:160]) and not head.persons:
        return head.before.strip(" .") or None
    if URL.match(rest):
        rest = URL.sub("", rest, count=1).lstrip(" >.,")  # a link definition: its title stands behind the address
    quoted = _QUOTED.search(rest[:600])
    if quoted and quoted.start() < 3:
        return (quoted["double"] or quoted["single"]).strip(" .,\u00a0") or None
    if head.year_at >= 0 and not head.before_title:
        return rest.rstrip(" .") or None
    end = _TITLE_END.search(rest)
    title = rest[: end.start() + (end.group()[:1] in "。？！" and end.group()[:1] != "。")] if end else rest
    place = re.search(r"\s\([^()]{0,80}\d{4}\)|,\s+\d|,\s(?:vol|no|pp)\.", title)
    if place and place.start() > 3:
        title = title[: place.start()]
    return title.strip(" .,;:") or None


def _container_of(text: str, title: str | None) -> str | None:
    """Journal, newspaper or site: what follows the title, up to the next stop."""
    if not title:
        return None
    at = text.find(title)
    if at < 0:
        return None
    rest = _cut_address(" " * 12 + text[at + len(title) :])[12:].lstrip(" .?!,;:'\"”’»")
    bracket = _BRACKET_YEAR.match(rest)
    if bracket:
        rest = rest[bracket.end() :].lstrip(" .,;:")
    rest = re.sub(r"^(?:In|in|Em|Dans)[:\s]\s*", "", rest)
    match = re.match(r"[^\W\d_](?:[^.,;:(]|\.(?=\w)|(?<=\b[A-Z])\.){1,80}", rest)
    name = match.group().strip() if match else ""
    return name if name and not _ACCESSED.match(name) and not years.YEAR.fullmatch(name) else None


def iso_of(date: str) -> str | None:
    """ISO 8601 date of an access date as bibliographies write it ("November 12, 2024", "3.5.2020", "2014-05-06")."""
    numbers = re.search(r"(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})", date)
    if numbers:
        return _iso(numbers[1], numbers[2], numbers[3])
    numbers = re.search(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", date)
    if numbers:
        return (
            _iso(numbers[3], numbers[2], numbers[1])
            if int(numbers[2]) <= 12
            else _iso(numbers[3], numbers[1], numbers[2])
        )
    year = years.NUMBER.search(date)
    month = next(
        (found for word in re.findall(r"[^\W\d_]{3,}", date) if (found := _MONTHS.get(word[:3].casefold()))), None
    )
    if not year or not month:
        return year.group() if year else None
    day = re.search(r"(?<!\d)(\d{1,2})(?!\d)", date)
    return _iso(year.group(), str(month), day[1]) if day else f"{year.group()}-{month:02d}"


def _iso(year: str, month: str, day: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return year
    return f"{year}-{int(month):02d}-{int(day):02d}"


def of_record(reference: Reference, record: SourceRecord, *, order: int) -> Entry:
    """The entry of a bibliography file: its fields are known. One that was too broken for that is read as prose."""
    if not (record.title or record.authors or record.year or record.url):
        return read(reference, order=order, labels=(record.key,))
    filled = replace(
        reference,
        title=record.title,
        authors=record.authors,
        year=record.year,
        url=record.url,
        accessed=record.accessed,
        container=record.container,
        label=record.key,
    )
    first = record.authors[0] if record.authors else ""
    is_body = "," not in first and " " in first
    persons = () if is_body else tuple(one for name in record.authors if "," in name and (one := names.person(name)))
    organisation = first if is_body or not persons else ""
    words = f"{'; '.join(record.authors)} {record.title or ''} {record.year or ''}"
    entry = _entry(filled, persons, False, organisation, fold(organisation or (record.title or "")), order, words)
    return replace(entry, labels=(record.key,))


def of_link(reference: Reference, *, order: int) -> Entry:
    """The target of a link in running text: its anchor is all that is known of it, and no title."""
    found = frozenset(years.NUMBER.findall(URL.sub(" ", reference.text)))
    number = next(iter(found)) if len(found) == 1 else None
    return Entry(
        reference=replace(reference, year=number),
        number=number,
        mentioned=found,
        host=host_of(reference.url or ""),
        address=address_of(reference.url or ""),
        order=order,
    )
