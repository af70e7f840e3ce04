"""Narrative citations: the name stands in the sentence and only the year in the bracket."""

from __future__ import annotations

import re
from bisect import bisect_right

from claimcheck.cite import names, years
from claimcheck.cite.bibliography import Entry
from claimcheck.cite.index import Index
from claimcheck.cite.keys import Certainty, Key, dated_keys
from claimcheck.cite.lexicon import ADVERBS, ARTICLES
from claimcheck.cite.names import fold
from claimcheck.cite.scan import Scan
from claimcheck.model import Span

NAME_WORD = re.compile(r"[^\s,;:!?()\[\]\"“”«»。，；：！？、（）؟؛،]+")
_REPORTING = re.compile(
    r"\s*,?\s*(?:\w+ly\s+|also\s+|have\s+|has\s+|had\s+|did\s+|do\s+|does\s+)?(?:argu|show|find|found|not"
    r"|claim|report|writ|wrot|sa(?:y|id|ys)|suggest|state|describ|observ|demonstrat|propos|conclud|estimat"
    r"|think|thought|"
    r"believ|film|record|measur|survey|stud|analy|examin|review|identif|document|call|defin|compar|test|call"
    r"|disagree|contend|contest|dissent|differ|caution|maintain|assert|recommend|stress|emphasi|discuss|explor|investigat"
    r"|(?:is|was|are|were|been)\s+(?:\w+ly\s+|often\s+)?(?:credited|cited|quoted|right|wrong|correct|alone|critical"
    r"|s[kc]eptical|careful|clear|explicit|known\s+for)"
    r"|joke|put|set|warn|point|treat|count|trac|see|saw|hold|held|insist|doubt|disput|reject|agree|"
    r"schreib|zeig|argument|meint|montr|affirm|soutien|muestra|sostien|pens|пишет|считает|показ|утвержд|отмеч"
    r"|указыва)\w*",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(  # "in Vertigo (1958)" names a film: "in" and "of" introduce nobody by themselves
    r"(?:\bas(?: in)?|\baccording to|\bsee(?: also)?|\bby|\bfollowing|\bper|\b(?:work|study|studies|findings|results"
    r"|analys[ei]s|model|data|method|account|reading|theory|survey|review)s? (?:of|from|in|by)"
    r"|мнению|словам|данным|laut"
    r"|nach|selon|según|segundo|secondo|podle|według|volgens|enligt|как|по)\s+$",
    re.IGNORECASE,
)
_NAME_WORDS = 3  # of the longest name that a page alone makes a citation
YEAR_FIRST = re.compile(rf"\s*(?:(?:see|siehe|cf\.)\s+)?(?P<year>{years.YEAR_PATTERN})", re.IGNORECASE)


def narrative_keys(scan: Scan, index: Index, span: Span, content: str) -> list[Key]:
    """ "Brown and Clark (2021)", "한지호(2020)", "Castell and Ure's (2003)": the name stands before the bracket."""
    first = YEAR_FIRST.match(content)
    if not first:
        return []
    tail = dated_keys("X, " + re.split(r"[;；]", content.strip(), maxsplit=1)[0].rstrip(), 0, span)
    if not tail or len(tail[0].name) != 1:
        return []
    trailing = content[first.end() :].strip()
    if trailing and not trailing.startswith((",", ";", "，", "；", ":", "：", "&", "and", "/", "–", "-", "[", "،")):
        return []  # "(2021 was a strange year)"
    if any(key.kind == "dated" and key.name != "X" for key in tail):
        return []
    name = name_before(scan, index, span, first["year"].strip())
    if name is None:
        return []
    start, words, certainty = name
    if not scan.is_open(Span(start, span.start)):
        return []
    if tail[-1].locator.strip() and (certainty == "styled" or words.count(" ") < _NAME_WORDS):
        certainty = "sure"  # who gives a page cites
    years_found = [key for key in tail if key.kind in {"dated", "year"}]
    parts = [content.strip()[key.span.start - 3 if key.kind == "year" else 0 : key.span.end - 3] for key in years_found]
    offset = span.start + 1 + len(content) - len(content.lstrip())
    if len(years_found) == 1 and ";" not in content and "；" not in content:
        return [
            Key(
                "dated",
                Span(start, span.end),
                Span(start, span.end),
                certainty,
                "narrative",
                words,
                years_found[0].year,
                years_found[0].locator,
            )
        ]
    made = [
        Key(
            "dated",
            Span(start, offset + len(parts[0])),
            Span(start, span.end),
            certainty,
            "narrative",
            words,
            years_found[0].year,
        )
    ]
    for key in years_found[1:]:
        at = offset + key.span.start - 3
        made.append(
            Key(
                "year",
                Span(at, offset + key.span.end - 3),
                Span(start, span.end),
                certainty,
                "narrative",
                words,
                key.year,
                key.locator,
            )
        )
    for part in re.finditer(r"[^;；]+", content):
        again = YEAR_FIRST.match(part.group())
        if part.start() and again:
            at = span.start + 1 + part.start() + again.start("year")
            end = span.start + 1 + part.start() + len(part.group().rstrip())
            if at > made[-1].span.end:
                made.append(
                    Key(
                        "year",
                        Span(at, end),
                        Span(start, span.end),
                        certainty,
                        "narrative",
                        words,
                        again["year"].strip(),
                    )
                )
    return made


def name_before(scan: Scan, index: Index, span: Span, year: str) -> tuple[int, str, Certainty] | None:
    """Where the name before a bracketed year starts, the name, and how sure it is one."""
    low = max(_paragraph_start(scan, span.start), span.start - 160)
    stretch = scan.prose[low : span.start]  # line ends inside a block are wraps
    stop = max(stretch.rfind(")"), stretch.rfind("）"), stretch.rfind(";"))
    low, stretch = low + stop + 1, stretch[stop + 1 :]
    stretch = stretch.rstrip()
    abbreviated = re.search(r"\s?\[[^\W\d_][\w.&-]{1,11}\]$", stretch)
    if abbreviated:  # "International Energy Agency [IEA] (2019)"
        found = name_before(scan, index, Span(low + abbreviated.start(), span.end), year)
        return (found[0], scan.prose[found[0] : span.start].rstrip(), found[2]) if found else None
    quoted = re.search(r"[\"“«*_]([^\"“”«»*_]{2,150})[\"”»*_]$", stretch)
    if quoted:
        return (low + quoted.start(), quoted.group(), "known")
    words = list(NAME_WORD.finditer(stretch))
    if not words or words[-1].end() < len(stretch.rstrip("'’")):
        return None
    last = words[-1].group()
    if names.is_caseless(last):
        return _caseless_before(index, words, stretch, low, year)
    first = len(words)
    while first and _may_name(words[first - 1].group()):
        gap = stretch[words[first - 1].end() : words[first].start()] if first < len(words) else ""
        if gap.strip() not in {"", ",", "،"} or len(words) - first >= 14:
            break
        first -= 1
    while first < len(words) and _opens_badly(words[first].group()):
        first += 1
    if first == len(words):
        return None
    return _best_suffix(index, words, first, stretch, low, scan.prose[span.end : span.end + 40])


def _paragraph_start(scan: Scan, offset: int) -> int:
    """Where a name before ``offset`` may begin: in its block, or in the line that was cut before it."""
    blocks = scan.document.blocks
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    start = blocks[at].span.start if at >= 0 else 0
    if at > 0 and scan.prose[blocks[at - 1].span.end : start].strip(" \t\r") == "\n":
        before = scan.prose[blocks[at - 1].span.start : blocks[at - 1].span.end]
        if before[-1:] not in ".!?:;。！？":
            return blocks[at - 1].span.start
    return start


def _best_suffix(
    index: Index, words: list[re.Match[str]], first: int, stretch: str, low: int, after: str
) -> tuple[int, str, Certainty] | None:
    starts = [
        at
        for at in range(first, len(words))
        if words[at].group()[0].isupper() or re.match(names.PARTICLE + "$", words[at].group())
    ]
    for at in starts:  # the longest name that an entry has
        name = stretch[words[at].start() :].rstrip("'’")
        if is_listed(index, name):
            return (
                low + words[at].start(),
                stretch[words[at].start() :],
                "known" if len(starts) == 1 and len(words) == 0 else "sure",
            )
    if not starts:
        return None
    at = starts[0]
    if (
        stretch[words[at].start() :].count(",")
        and " and " not in stretch[words[at].start() :]
        and "&" not in stretch[words[at].start() :]
    ):
        comma = stretch.rfind(",")
        at = next((one for one in starts if words[one].start() > comma), starts[-1])
    name = stretch[words[at].start() :]
    several = bool(names.ET_AL.search(name)) or bool(re.search(rf"\s(?:&|{names.AND})\s", name))
    count = len(name.split())
    introduced = (
        bool(re.search(r"['’]s?$", stretch))
        or bool(_INTRODUCED.search(stretch[: words[at].start()]))
        or bool(_REPORTING.match(after))
    )
    certainty: Certainty = "known"
    if several and count <= 8 and names.is_personal_list(name):
        certainty = "sure"
    elif count <= 3 and introduced:
        certainty = "styled"
    return low + words[at].start(), name, certainty


def _caseless_before(
    index: Index, words: list[re.Match[str]], stretch: str, low: int, year: str
) -> tuple[int, str, Certainty] | None:
    if re.search(r"[\u3400-\u9fff\u3040-\u30ff]$", stretch.rstrip("等人他ら")):
        run = re.search(r"[\u3400-\u9fff、·・和与與及]+$", stretch)
        if not run:
            return None
        text = run.group()
        for at in range(max(0, len(text) - 14), len(text)):
            name = text[at:]
            if is_listed(index, name) and any(entry.number == years.number_of(year) for entry in listed(index, name)):
                return low + run.start() + at, name, "known"
        return (low + run.start(), text, "styled") if len(text) <= 4 else None
    stop = [match.end() for match in re.finditer(r"[.!?؟]\s", stretch)]
    words = [
        word for word in words if word.start() >= (stop[-1] if stop else 0) and any(map(str.isalnum, word.group()))
    ]
    if not words:
        return None
    for count in range(min(6, len(words)), 0, -1):
        name = stretch[words[-count].start() :]
        if is_listed(index, name):
            return low + words[-count].start(), name, "sure"
    if any(c.isdigit() for c in words[-1].group()):
        return None
    count = 1
    if (
        (len(words) > 1 and re.search(r"[와과]$", words[-2].group()))
        or (len(words) > 1 and words[-1].group() in {"외", "وآخرون", "등"})
    ) or (len(words) > 1 and re.match(r"و\w{2}", words[-1].group())):
        count = 2
    name = stretch[words[-count].start() :]
    particle = re.match(r"و(?=\w{3})", name) if count == 1 else None
    start = words[-count].start() + (1 if particle and index.knows(fold(name[1:])) else 0)
    return low + start, stretch[start:], "styled"


def listed(index: Index, name: str) -> tuple[Entry, ...]:
    found = names.people(name)
    first = found.persons[0] if found.persons else None
    return (*index.first_named(first.surname), *index.loosely_named(first.surname)) if first else ()


def is_listed(index: Index, name: str) -> bool:
    """Does some entry have that name, whole, for its first author?"""
    if not index.entries:
        return False
    if index.headed(fold(name)) or index.with_acronym(fold(name)):
        return True
    found = names.people(name)
    if not found.persons:
        return False
    if len(found.persons) == 1 and not found.others and _is_spelt_out(index, name):
        return True
    return all(index.knows(one.surname) or index.also_by(one.surname) for one in found.persons) and index.knows(
        found.persons[0].surname
    )


def _is_spelt_out(index: Index, name: str) -> bool:
    """ "Anna Lind" for "Lind, A."; "Later Hart" for "Hart, L." is kept out by its first word."""
    words = re.sub(r"['’]s?$", "", name).split()
    if not 2 <= len(words) <= 3 or not names.is_personal(" ".join(words)) or fold(words[0]) in ADVERBS:
        return False
    return any(
        entry.persons and entry.persons[0].given.startswith(fold(words[0])[:1])
        for entry in index.first_named(fold(words[-1]))
        if fold(words[0])
    )


def _may_name(word: str) -> bool:
    bare = word.rstrip(".'’")
    return (
        bool(
            word[0].isupper()
            or bare
            in {
                "&",
                "al",
                "u",
                "др",
                "kol",
                "ym",
                "vd",
                "cols",
                "coll",
                "others",
                "colleagues",
                "of",
                "for",
                "the",
                "on",
            }
            or re.fullmatch(names.AND, bare)
            or re.fullmatch(names.PARTICLE + r"['’]?", word)
        )
        and not word[0].isdigit()
    )


def _opens_badly(word: str) -> bool:
    """Words that only look like part of a name: "As Clark", "In March", "and Brown"."""
    bare = word.casefold().rstrip(".'’")
    if re.fullmatch(names.PARTICLE, word) and not re.fullmatch(r"(?:y|do|al)", word):
        return False
    return (bare in ARTICLES and not (word.isupper() and len(word) > 1)) or bare in {
        "al",
        "et",
        "others",
        "colleagues",
        "др",
        "&",
    }
