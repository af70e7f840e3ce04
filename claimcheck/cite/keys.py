"""One citation key as written -> name, year, locator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from claimcheck.cite import names, years
from claimcheck.cite.addresses import HOST
from claimcheck.cite.lexicon import JOINING
from claimcheck.cite.locators import is_locator
from claimcheck.model import Span

Kind = Literal[
    "dated",  # name and year: "Brown & Clark, 2021", "keia.org, n.d.", "A Title, 2020", "Brown (2021)"
    "year",  # a further year of the key before it: the "2009" of "(Delvaux, 2004, 2009)"
    "undated",  # a name or title and perhaps a page: "Brecknell 14", "UNEP/LAG/2004/7, annex II"
    "label",  # numbers and keys: "3", "2–4", "[^2]", "@weir1999", "Quill:2015", a wiki element
    "url",  # an address or the words of a link
    "ibid",
    "op-cit",
    "page",  # a page alone, whose author stands in the sentence: MLA's "(51)"
]
Certainty = Literal[
    "sure",  # a citation, whatever it resolves to
    "styled",  # a citation if others of its family resolve in this text
    "known",  # a citation only if it resolves
]


@dataclass(frozen=True, slots=True)
class Key:
    """A citation key found in the text; ``span`` is the key alone, ``outer`` also its brackets.

    ``labels`` are the entries' labels it names; ``first`` is false for one that shares its bracket with an earlier.
    """

    kind: Kind
    span: Span
    outer: Span
    certainty: Certainty = "sure"
    family: str = ""
    name: str = ""
    year: str | None = None
    locator: str = ""
    labels: tuple[str, ...] = ()
    url: str = ""


LEAD_IN = re.compile(
    r"[\s,:،]{0,6}(?:(?:but |and |or )?(?:see|siehe|vgl|voir|véase|vedi|ver|см|ср|cf|cp|compare|contra|per"
    r"|after|following|source|sources|quelle|fuente|e\.\s?g|i\.\s?e|z\.\s?B|u\.\s?a|p\. ex"
    r"|for (?:example|instance|details|a review|an overview|more)|as (?:cited|quoted|reported|discussed|noted"
    r"|argued|shown|described) (?:in|by)|(?:qtd\.?|cited|quoted|reviewed|discussed|reported|quoted|zitiert"
    r"|zit) (?:in|by|nach)|apud"
    r"|adapted from|according to|based on|data from|figures? from|reference|references|refs?|例如|参见|參見|见"
    r"|見|如|另见|참조|참고|انظر|ينظر)"
    r"(?:[ ,]*(?:also|auch|aussi|también|anche|также|e\.g\.?|i\.e\.?|for example|in particular|esp\."
    r"|especially|z\.B\.))*"
    r"(?:[.,:：]+\s*|\s+)(?:,\s*)?|also\s+|(?:and|or|&)\s+)",
    re.IGNORECASE,
)
_CITED_IN = re.compile(
    r"[\s,;(]{1,4}(?:as )?(?:cited|quoted|discussed|zit\.|zitiert) (?:in|by|nach)\s+|\s{1,3}apud\s+", re.IGNORECASE
)
_YEAR_LINK = re.compile(rf"\s*(?:,|،|，|&|{names.AND}|/|–|-)\s*$")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr"
    r"|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember"
    r"|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo"
    r"|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|spring|summer|autumn|fall|winter|early|late|mid|since|until|circa|q[1-4]|fy|est|founded|born|died|age"
    r"|aged|figure|fig|table|chapter|section|appendix|box|day|week|round|level)\b\.?",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(
    rf"(?:\b{_MONTH.pattern}[\s,]{{0,4}}(?:\d{{1,2}}(?:st|nd|rd|th)?,?)?|\d{{1,2}}[./-]\d{{1,2}}[./-]?"
    rf"|\d{{1,2}}\.?\s+{_MONTH.pattern},?)\s*$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:ibid(?:em)?|idem|id\.|ebd(?:a|\.)|ebenda|там же|то же|上同|同上|위의 (?:글|책)|المرجع نفسه|المصدر نفسه)\.?",
    re.IGNORECASE,
)
_OP_CIT = re.compile(
    r"[\s,،]{0,4}\b(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|a\.\s?a\.\s?O\.|указ\. соч\.|цит\. соч\."
    r"|مرجع سابق)",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[A-Z][A-Z0-9.]{0,9}(?:(?:/[\w.]+){2,8}|/[A-Z][A-Z.]{0,6}\d{1,4})(?:\s\(\d{4}\))?")
_QUOTED_TITLE = re.compile(r"[\"“„«‘'].{2,300}?[\"”“»’']", re.DOTALL)
_ONE_WORK = 3  # years between the first and the last volume of one work, "2019–2020"
_PAGE = re.compile(r"[\s,:]{1,4}(?:pp?\.\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,\s?\d{1,4}(?:[-–]\d{1,4})?)*\s*$")


def strip_lead(text: str) -> int:
    """Length of the lead-ins ("see also", "cf.", "e.g.,") and white space before a key."""
    start = 0
    for _ in range(4):
        match = LEAD_IN.match(text, start)
        if not match:
            break
        start = match.end()
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def dated_keys(text: str, offset: int, outer: Span) -> list[Key]:
    """The keys of one part of a bracket that names a year; empty when it names none.

    The year is the last one that is set off from the name and followed by nothing but a locator: a title may hold
    years and commas of its own.
    """
    secondary = list(_CITED_IN.finditer(text))
    if secondary and years.YEAR.search(text, secondary[-1].end()):
        start = secondary[-1].end()
        return dated_keys(text[start:], offset + start, outer)
    lead = strip_lead(text)
    text, offset = text[lead:].rstrip(), offset + lead
    found = list(years.YEAR.finditer(text))[-12:]
    for at in range(len(found) - 1, -1, -1):
        split = _split_at(text, found, at)
        if split:
            name_end, first, last, end = split
            return _make_dated(text, offset, outer, found[first : last + 1], name_end, end)
    return []


def _split_at(text: str, found: list[re.Match[str]], last: int) -> tuple[int, int, int, int] | None:
    """Where the name ends, the first and last year of the chain, and where the key ends; ``None`` if it is no key."""
    rest = text[found[last].end() :]
    rest = re.sub(r"^[)\]]", "", rest)
    closing = len(text) - found[last].end() - len(rest)
    end = found[last].end() + closing
    if rest.strip():
        locator = is_locator(rest)
        if locator:
            end += len(rest.rstrip())
        elif not re.match(r"\s*[,،，:]", rest):
            return None
    first = last
    while (
        first
        and _may_chain(text[: found[first - 1].start()])
        and _YEAR_LINK.fullmatch(text[found[first - 1].end() : found[first].start()])
    ):
        first -= 1
    before = text[: found[first].start()]
    # "pp. 1990-1995" is no year.
    if re.search(r"(?:\bpp?\.?|\bS\.|[-–—/№#$€£])\s*$", before):
        return None
    name = before.rstrip(" ,،，:([")
    return (len(name), first, last, end) if name.strip() else None


def _may_chain(before: str) -> bool:
    """May a year after ``before`` be one of several? In "the year 2018, 2020" the first belongs to the title."""
    if re.search(rf"(?:[,،，;&/–-]|\b{names.AND}|\d{{4}}[a-z]?)\s*$", before[-12:]) or before.rstrip().endswith(
        (".", ")", "]")
    ):
        return True
    words = before.split()
    return bool(words) and len(words) <= 6 and (words[-1][0].isupper() or names.is_caseless(words[-1][0]))


def _make_dated(text: str, offset: int, outer: Span, chain: list[re.Match[str]], name_end: int, end: int) -> list[Key]:
    name = text[:name_end]
    before_year = text[name_end : chain[0].start()]
    certainty = certainty_of(
        name,
        has_comma="," in before_year or "،" in before_year or "，" in before_year,
        has_locator=end > chain[-1].end() + 1,
    )
    if years.is_undated(chain[0].group()):
        certainty = "sure"
    linked = [text[a.end() : b.start()] for a, b in pairwise(chain)]
    if any(link.strip() in {"-", "–", "—"} for link in linked) and _length(chain) > _ONE_WORK:
        return []  # "(Jakob Brenner, 1790–1861)"
    if any("/" in link or "–" in link or link.strip() == "-" for link in linked):  # 1904/1987, 2019–2020: one work
        year = chain[-1].group().strip()
        return [
            Key("dated", Span(offset, offset + end), outer, certainty, "dated", name, year, text[chain[-1].end() : end])
        ]
    keys = []
    for number, match in enumerate(chain):
        is_last = number == len(chain) - 1
        stop = end if is_last else match.end()
        kind: Kind = "year" if number else "dated"
        start = match.start() if number else 0
        keys.append(
            Key(
                kind,
                Span(offset + start, offset + stop),
                outer,
                certainty,
                "dated",
                name,
                match.group().strip(),
                text[match.end() : stop],
            )
        )
    letters = (
        re.match(r"((?:\s*[,&]\s*[a-z](?![\w.]))+)", text[chain[-1].end() :])
        if years.letter_of(chain[-1].group())
        else None
    )
    if letters:  # "2017a, b"
        first = keys[-1]
        keys[-1] = Key(
            first.kind, Span(first.span.start, offset + chain[-1].end()), outer, certainty, "dated", name, first.year
        )
        for match in re.finditer(r"[a-z]", letters.group()):
            at = offset + chain[-1].end() + match.start()
            year = (years.number_of(first.year) or "") + match.group()
            keys.append(Key("year", Span(at, at + 1), outer, certainty, "dated", name, year))
    return keys


def _length(chain: list[re.Match[str]]) -> int:
    """Years between the first and the last of a chain."""
    numbers = [int(number) for match in chain if (number := years.number_of(match.group()))]
    return max(numbers) - min(numbers) if numbers else 0


def certainty_of(name: str, *, has_comma: bool, has_locator: bool) -> Certainty:
    """How sure a name before a year is a citation: "(Paris, 12 May 2020)" and "(in London, 2012)" are none."""
    name = name.strip()
    if HOST.fullmatch(name):
        return "sure"
    if _DATE_TAIL.search(name[-40:]) or not any(c.isalpha() for c in name) or len(name) > 400:
        return "known"
    first = name.lstrip("\"“„«‘'¿¡([")[:1]
    starts_well = (
        first.isupper() or first.isdigit() or names.is_caseless(first) or bool(re.match(names.PARTICLE + r"\s", name))
    )
    if not starts_well:
        return "known"
    words = name.split()
    if has_comma:
        # "(Brown, 2020)", and titles; a lower-case clause ("He moved to Rome, 2020") is indistinguishable and kept too.
        return "sure"
    capital = all(word[0].isupper() or word.lower() in JOINING or names.is_caseless(word) for word in words)
    if not capital or len(words) > 9:
        return "known"
    if len(words) > 7:
        return "styled"
    several = has_locator or bool(names.ET_AL.search(name)) or len(names.people(name).persons) > 1
    return "sure" if several else "styled"


def undated_key(text: str, offset: int, outer: Span) -> Key | None:
    """A part of a bracket without a year as a key, if it has the shape of one."""
    lead = strip_lead(text)
    text, offset = text[lead:].rstrip(), offset + lead
    if not text or len(text) > 400:
        return None
    span = Span(offset, offset + len(text))
    footer = _FOOTER.match(text)
    if footer and (not text[footer.end() :].strip(" .,") or is_locator(text[footer.end() :])):
        return Key("ibid", span, outer, "sure", "ibid", locator=text[footer.end() :])
    earlier = _OP_CIT.search(text)
    if earlier and earlier.start():
        return Key("op-cit", span, outer, "sure", "ibid", name=text[: earlier.start()], locator=text[earlier.end() :])
    symbol = _SYMBOL.match(text)
    if symbol and (symbol.end() == len(text) or is_locator(text[symbol.end() :])):
        return Key("undated", span, outer, "styled", "symbol", name=symbol.group(), locator=text[symbol.end() :])
    if re.search(r"\w\)?\s+v(?:s?\.)?\s+[^\W\d_a-z]", text):
        return Key("undated", span, outer, "styled", "symbol", name=text)
    for comma in list(re.finditer(r"[,:，،]\s", text))[:6]:
        if is_locator(text[comma.start() :]) and len(text[: comma.start()].split()) > 2:
            return Key(
                "undated", span, outer, "known", "page", name=text[: comma.start()], locator=text[comma.start() :]
            )
    page = _PAGE.search(text)
    if page and page.start() and any(c.isalpha() for c in text[: page.start()]):
        name = text[: page.start()]
        words = re.sub(r"[\"“].*", "", name).split()
        is_name = (
            0 < len(words) <= 6
            and all(word[0].isupper() or word.lower() in JOINING for word in words)
            and not _MONTH.match(name)
        )
        return Key("undated", span, outer, "styled" if is_name else "known", "page", name=name, locator=page.group())
    return Key("undated", span, outer, "known", "undated", name=text)
