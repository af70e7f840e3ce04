"""What looks like a number and is a name: blanked before the quantities and dates are read.

"Resolution 2270", "Su-35", "F-16", "38th parallel", "10.30 p.m.", "won 3-1", "(Lund, 2020)", "[1-3]", "+47 22 00 00
00".
Every number is looked at once, by what stands glued to it and which word precedes it; so the cost is linear and a
new identifier word is one entry in a set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.parse import words
from claimcheck.parse._calendar import MONTHS
from claimcheck.parse._lines import matches
from claimcheck.parse._names import is_ordinary
from claimcheck.parse._nouns import is_counted_plural, noun_rather_than

# Number follows in any letter case: "article 5", "phase 3".
_NAMING = frozenset(
    """resolution resolutions article articles section sections chapter chapters paragraph paragraphs subsection clause
    clauses table tables figure figures page pages appendix annex footnote footnotes verse room flight flights platform
    js ios macos linux ubuntu kernel
    phase step stage grade level category type tier version lesson episode season appendix exhibit schedule
    protocol directive regulation decree ordinance recital subparagraph chapter psalm covid catch apartment
    suite highway interstate gate docket reactor equation lemma theorem corollary
    batch spf number recipe puzzle""".split()
)
# Names whose number would be read as a year or a range: "Vision 2030", "the Act 1861", "Boeing 737-800". For other
# capitals the grammar knows that a number behind them names.
_CAPITAL_NAMING = frozenset(
    "Act Law Bill Order Rule Agenda Vision Horizon Expo Euro Year Windows Leopard Boeing Airbus".split()
)
# A full stop belongs to the word: "p. 12", "No. 5", "art. 3".
_DOTTED = frozenset(
    """p pp no nos nr vol vols ch chs fig figs art arts sec secs para paras cl ed eds v ver l ll n nn eq eqs app tab
    tabs
    res reg dir str sect subsec rev op bk pt div rte hwy apt rm ste ext tel ph fax""".split()
)
_PLURAL = frozenset(
    """resolutions articles sections chapters paragraphs clauses tables figures pages footnotes flights pp nos vols chs
    figs arts secs paras eds ll nn eqs tabs rooms phases steps stages types recitals verses cases orders rules acts
    schedules exhibits laws propositions parts amendments routes titles measures""".split()
)
_PLURAL_NAMING = _PLURAL - {
    "rooms", "phases", "steps", "stages", "types", "cases", "orders", "rules", "acts", "laws", "measures", "parts",
}  # fmt: skip
_PLATFORMS = frozenset("python android windows".split())
_CALLING = frozenset("call called dial dialled dialed phone phoned ring rang text tel fax telephone hotline".split())

# "EUR5m" and "Rs500" are money, "Q3", "H1" and "FY2023" are dates: letters glued to digits that name nothing.
_NO_NAME_PREFIX = frozenset(
    """eur usd gbp jpy chf cny rmb inr rub krw sek nok dkk pln czk huf try aud cad nzd sgd hkd brl mxn zar ngn kes
    rs rp rm kr fr dm sfr us a c hk nz s r x q h fy cy ca n circa in since by from until during of to and the about
    over""".split()
) - {"a", "c", "s", "r", "x", "n"}
# "mid-2020", "under-30s", "top-10": the hyphen joins a modifier to a real number.
_NO_NAME_MODIFIER = frozenset(
    """mid pre post early late sub non circa ex top roughly about around near nearly almost over up plus minus
    the january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec spring summer autumn fall winter a an to of and by age aged""".split()
)
_NAMED_LOWER = frozenset("covid catch under".split())

_RING_BEFORE = re.compile(r"\b(?:ring|call|phone|dial|text)\b[^.;:]{0,30} on \Z")
_CLUSTER = re.compile(r"\d+(?:[.,:/\-][0-9]+)*")
_GLUED_BEFORE = re.compile(r"[A-Za-z#@][A-Za-z0-9&#@]*(?:-[A-Za-z0-9]+)*\Z")
_SYMBOL_BEFORE = re.compile(r"(?<![0-9°])[A-Z]{1,12}(?:/[A-Z0-9.]{1,12}){0,4}/\Z")
_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z][A-Za-z]*\Z")
_HYPHENED_BEFORE = re.compile(r"([A-Za-z]+(?:-?[A-Za-z0-9]+)?)-\Z")
_WORD_BEFORE = re.compile(r"(?:\A|[^\w])([A-Za-z]+)( ?\.|)(?: ?\(|[ ]{0,2})\Z")
_SUFFIX = re.compile(r"\.?[A-Za-z_]|\(")
_GLUED_AFTER = re.compile(r"[A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*")
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)\b")
_PARTS_AFTER = re.compile(r"(?:[a-z]\b)?(?:\((?:[0-9]{1,3}|[a-zA-Z]{1,4})\))*(?:-?[A-Z]{1,3}\b)?(?: ?bis\b| ?ter\b)?")
_AMOUNT_AFTER = re.compile(
    r" ?%| ?-?(?:per ?cent|percent|million|billion|trillion|thousand|hundred|m|bn|k)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?\Z")
_VERSE = re.compile(r"[0-9]{1,3}:[0-9]{1,3}(?:-[0-9]{1,3})?\Z")
_CLOCK_AFTER = re.compile(
    r" ?(?:[ap]\.m\.|[ap]m\b|o'clock\b|(?:gmt|utc|bst|cet|cest|est|edt|pst|pdt|kst|jst|ist|msk)\b)"
    r"(?: ?(?:gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|pt|kst|jst|ist|msk)\b)?",
    re.IGNORECASE,
)
_HOURS_AFTER = re.compile(r" ?(?:hours?|hrs)\b")
_ASTEROID_AFTER = re.compile(r" [A-Z]{2}[0-9]{1,3}\b")
_WICKETS = re.compile(r"(?:10|[0-9])[ ]for[ ][0-9]{1,3}(?=[,.;]| in| from| off| and| at| against|\Z)")
_WICKETS_BEFORE = re.compile(r"(?:with|took|takes|taking|figures of|best of|at) \Z")
_LISTING = frozenset((", ", " and ", " or ", " to ", "-", ", and ", " & ", " through "))
# "Articles 5 and 6 of", but "Articles 5 and 300 people"
_COUNTS_SOMETHING = re.compile(
    r" ?[%°]| (?!(?:and|or|to|of|in|on|at|as|is|are|was|were|has|have|had|do|does|did|not|shall|may|must|will"
    r"|would|by|for|from|with|under|respectively"
    r"|which|that|when|where|if|but|stand|apply|provide|require|prohibit)\b)[a-z]{3,}"
)
_NEXT_WORDS = re.compile(r" ?[%°]|(?: [a-z-]{3,20}){1,2}")
# "%20" in an address, "wait4(" in code, "parser.c:1187", "db1:5432".
_ESCAPED = re.compile(r"(?<![\d )])%\Z|(?:\A|\s)%\Z")
_LINE_OF_FILE = re.compile(r"[A-Za-z_][\w/-]*[._0-9]\w*:\Z")
_REQUIRED = re.compile(r"(?:[a-z][\w.-]{2,}|\d,)(?:[=~!]=|[<>]=?)\Z")
_COMPARED = re.compile(r",[<>]=?[0-9]")  # "Python >=2.7,<3.5"
_INITIAL = re.compile(r"(?:\A|[\s(,])[A-Z]\. ?\Z")
_LETTERED = re.compile(r"(?:\A|[\s(,])[A-Z]\.\Z")  # "section A.2.11"
_SPACED_NUMBER = re.compile(r"\b[Nn] ?o ?\. ?\Z")
_BRITISH_CODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? \Z")
_BRITISH_TAIL = re.compile(r"[0-9][A-Z]{2}\b")
_RUN = re.compile(r"[0-9]{1,4}(?: [0-9]{1,2}){2,40}(?![0-9]|[.,][0-9]| ?%| [0-9])")
_BLOCK_OF = re.compile(r" block of [A-Z]")
_RATIO_BEFORE = re.compile(
    r"(?:ratio|odds|scale|proportion)s?(?: of| is| was|:)? (?:about |around |roughly )?\Z", re.IGNORECASE
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]+)?\Z")
_DOTTED_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})\Z|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}\Z")
_VERSION = re.compile(r"[0-9]+\.[0-9]+(?:\.[0-9]+)+\Z")
_DASHED_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\Z|[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{4}|[0-9]{2})\Z")
_DASHED = re.compile(r"[0-9]+(?:-[0-9]+){2,}\Z")
_PHONE = re.compile(
    r"\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{1,5}\)?){2,6}"  # +47 22 00 00 00
    r"|\([0-9]{3,5}\) ?[0-9]{3,4}[ .-]?[0-9]{3,4}"  # (555) 010-0199
    r"|0[0-9]{1,4}[ -][0-9]{3,4}[ -]?[0-9]{3,5}\b"  # 020 7946 0000
    r"|0[0-9](?:[ .-][0-9]{2}){3,5}\b"  # 04 99 55 01 22
)
_HOURS = re.compile(r"(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9] ?h(?:rs?)?\b| ?h ?[0-5][0-9]\b)")  # "9.47 h", "19 h 30"
_AT = re.compile(r"\b(?:at|until|till|from|to|by|um|ab|bis|à|dès|alle|a las) \Z", re.IGNORECASE)
_SPACED_SCORE = re.compile(r"[0-9]{1,2} [-–] [0-9]{1,2}(?![0-9.,%])")
_PLAYED = re.compile(
    r"\b(?:game|match|tie|derby|final|won|lost|drew|beat|finn?ished|ended|score[ds]?|leading|trailing)\b[^.;:]{0,24}\Z",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?:\A|\n) ?[-–—] ?\Z")  # "- 112 -" at the head of a page
_RULED_OFF = re.compile(r" ?[-–—](?=\s|\Z)")
_LOCAL_PHONE = re.compile(r"[0-9]{3}-0[0-9]{3}\Z")
_SCORE = re.compile(r"([0-9]{1,3})-([0-9]{1,3})\Z")
_SCORE_BEFORE = re.compile(
    r"\b(?:wins?|won|winning|beat|beats|beating|beaten|los[et]|loses|losing|loss|defeat(?:s|ed|ing)?|dr[ae]w[ns]?"
    r"|drawing|tied?|score[sd]?|leads?|led|leading|trail(?:s|ed|ing)?|victory|crushed|thrashed|edged|ended"
    r"|finished|final"
    r"|down|up|ahead|behind|level|bury|buried|stunned|downed|hammered|held|outlasted|sank|run|drubbing"
    r"|rout(?:ed)?|vot(?:e|es|ed|ing)|passed|approved|set|sets|tally|result|ruled"
    r"|[0-9]-[0-9],?)\b[^.;:!?\d]{0,40}(?:[0-9]{1,3}-[0-9]{1,3}(?: \([0-9-]+\))?,? (?:and )?)*\Z",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(
    r"(?:\Z|[.,;:!?)\n]| (?:on|at|in|to|that|over|against|after|with|and|thanks|from|for|by|when|as|but|before"
    r"|run|win|victory"
    r"|defeat|loss|draw|tie|lead|deficit|advantage|rout|drubbing|thrashing|home|away|aggregate|ruling|decision|vote"
    r"|majority|margin|scoreline|upset|triumph|success|record|last|yesterday|here|there|up|down|ahead|late|early"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_STREET_AFTER = re.compile(
    r"[A-Za-z]?(?: [A-Z][A-Za-z'.]{1,20}){1,4} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Square|Terrace"
    r"|Way|Row|Quay|Crescent|Gardens|Parkway)\b|(?:bis)? (?:rue|via|calle|rua|ulica|ulitsa) [a-zA-Z]"
)
_POSTCODE_BEFORE = re.compile(r"\b[A-Z]{2} \Z")
_TECHNICAL = re.compile(
    r"(?:7-Eleven|[2-7]G|[2-4]D|401\(k\)|4x4|2FA|49ers|76ers|[48]K (?=TV|video|screen|display|camera))(?![\w])"
)
_SLASHED_NAMES = frozenset({"9/11", "24/7", "7/7"})
_POSITION = re.compile(
    r"\d{1,3}(?:°|º| deg) ?\d{1,2}(?:[.,]\d{1,4})?(?:'|′| min)? ?(?:\d{1,2}(?:[.,]\d{1,3})?(?:\"|″|'') ?)?[NSEW]\b"
)
# "J. Chem. Phys. 12, 345-9 (1999)": volume and pages of an article.
_JOURNAL = re.compile(r"(?<=[.a-z] )\d{1,4}(?: ?\(\d{1,3}\))?, (?:e?\d{1,6})(?:-\d{1,6})? \((?:19|20)\d\d\)")
_PARALLEL_AFTER = re.compile(r"(?:st|nd|rd|th) (?:parallel|meridian)\b")
_LIST_MARK = re.compile(r"(?:\A|\n)[ \t]{0,4}[0-9]{1,3}[.)](?=[ \t])")
_COUNTED_WORDS = (
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|Twenty)\b"
)
_WORD_NAMES = re.compile(
    r"\b(?:World War|Formula|Chapter|Article|Section|Phase|Part|Act|Air Force|Channel|Level|Big|Tier|Type|Apollo|Title"
    r"|Volume|Season|Episode|Stage|Platform|Group of(?= [STE])|phase|stage|chapter|article|section|tier|type|level|day"
    r"|season|episode|number|round|Day|Round|grade|step) " + _COUNTED_WORDS
)
_LEGAL_HINTS = (
    "U.S.", "Pub", "H.R.", "A/", "S/", "E/", "(EU", "(EC", "(EEC", "F.2d", "F.3d", "F.4th", "UKSC", "UKHL", "EWCA",
    "EWHC", "CSIH", "/EU", "/EC", "/EEC", "/CFSP", "C-", "T-", "S. Ct", "S.Ct", "Vict.", "Geo.", "Will.", "Edw.",
    "Eliz.", "Hen.",
)  # fmt: skip
_LEGAL = re.compile(
    r"\b[0-9]{1,3} U\.S\.(?:C\.)?(?: ?§§?)? ?[0-9]{1,5}[a-z]?(?:\([0-9a-zA-Z]{1,3}\))*"
    r"|\bPub(?:lic|\.) ?L(?:aw|\.) ?(?:No\. ?)?[0-9]{1,3}-[0-9]{1,4}"
    r"|\bH\.R\. ?[0-9]{1,5}"
    r"|\b[ASE]/(?:RES|PV|HRC|C\.[0-9])?/?[A-Z0-9./-]{1,30}[0-9](?: ?\([0-9IVXLC-]{1,12}\))?"
    r"|\((?:EU|EC|EEC|Euratom)\)(?: No\.?)? ?[0-9]{1,4}/[0-9]{2,4}"
    r"|\b[0-9]{2,4}/[0-9]{1,4}/(?:EU|EC|EEC|CFSP)\b"
    r"|\b[0-9]{1,4} F\.(?:[23]d|4th) [0-9]{1,4}|\b[0-9]{1,3} S\. ?Ct\. [0-9]{1,4}"
    r"|\[[0-9]{4}\] (?:UKSC|UKHL|EWCA|EWHC|CSIH)(?: (?:Civ|Crim))? [0-9]{1,4}"
    r"|\b[CT]-[0-9]{1,4}/[0-9]{2}(?: P)?\b"
    r"|\b[0-9]{1,2}(?: ?(?:&|and) ?[0-9]{1,2})? (?:Vict|Geo|Will|Edw|Eliz|Hen)\.?,?(?: ?(?:[IVX]{1,5}|[1-8])\b\.?)?"
    r",? ?(?:c|cap|ch)\.? ?[0-9]{1,4}\b"
)

_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”\]]{1,2000}|\bwww\.[^\s<>\"“”)\]]{1,500}"
    r"|\b10\.[0-9]{4,9}/[^\s<>\"“”]{1,200}|\barXiv: ?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?"
    r"|\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,5}"
    r"|\bISBN(?:-1[03])?:? ?[0-9][0-9Xx -]{8,20}|\bISSN:? ?[0-9]{4}-[0-9]{3}[0-9Xx]"
)
_ADDRESS_HINTS = ("://", "www.", "10.", "rXiv", "@", "ISBN", "ISSN")
_BRACKET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,200}\)){2,1500}+\)|\[[^\[\]\n]{1,200}\]")
_YEAR = r"(?:1[5-9]|20)[0-9]{2}[a-z]?"
_WHEN = rf"(?:{_YEAR}|n\.d\.(?:-?[a-z])?|in press|forthcoming|undated)"
_KEY_END = re.compile(
    rf",? {_WHEN}(?:[,/] ?{_WHEN}){{0,6}}(?:[,:] ?(?:pp?\.|paras?\.|ch\.|§+|secs?\.|vol\.|figs?\.|at|chapter"
    rf"|table|page|fn\.?)? ?"
    r"[0-9IVXLC]{1,8}(?:-[0-9]{1,6})?)?\Z"
)
_KEY_START = re.compile(r"(?:see also|see|e\.g\.|cf\.|i\.e\.|also|and|but see),? ", re.IGNORECASE)
_DATE_KEY = re.compile(
    r"(?:.{0,40}\b)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|since|until|in|from|of|by|between|and)\.?"
    r"(?: [0-9]{1,2}(?:st|nd|rd|th)?)?\Z",
    re.IGNORECASE,
)
_BARE_KEY = re.compile(r"[A-Z][\w'-]+(?:,? (?:and|&|et al\.?|von|van|de|[A-Z][\w'.-]*)){0,6}\Z")
_PAGE_KEY = re.compile(r"[A-Z][\w'-]+(?: (?:and|&) [A-Z][\w'-]+| et al\.)? [0-9]{1,4}(?:-[0-9]{1,4})?\Z")
_NUMERIC_KEY = re.compile(r"\^?[0-9]{1,3}(?: ?[,;-] ?[0-9]{1,3}){0,30}\Z|@.+\Z|\^[\w-]+\Z")
_YEAR_ONLY = re.compile(rf"{_YEAR}(?:[,:] ?(?:pp?\. ?)?[0-9]{{1,4}}(?:-[0-9]{{1,4}})?)?\Z")
_LOCATOR = re.compile(rf"{_YEAR},? (?:pp?\.|ch\.|chs\.|chap\.|§|vol\.|fig\.|table|n\.) ?[0-9IVXLC]")
_NARRATIVE_BEFORE = re.compile(
    r"(?:\b(?:[Ff]ollowing|[Ss]ee|[Pp]ace|[Cc]ontra|[Cc]f\.?|[Pp]er|[Bb]uilding on|[Ee]xtending|[Aa]dapted from)"
    r" (?:[A-Z]\.? )*[A-Z][\w'-]+"
    r"|et al\.?|[A-Z][\w'-]+ (?:and|&) [A-Z][\w'-]+)(?:'s)? \Z"
)
_NARRATIVE_AFTER = re.compile(
    r" (?:shows?|finds?|found|argues?|argued|reports?|reported|notes?|noted|suggests?|suggested|demonstrates?"
    r"|concludes?"
    r"|concluded|claims?|proposes?|proposed|observes?|observed|estimates?|estimated|describes?|described)\b"
)

_Stretch = tuple[int, int]


def _is_key(segment: str) -> bool:
    """Whether a part of a bracket names a source: "Lund & Berg, 2020a, p. 4", "keia.org, n.d."."""
    segment = segment.strip()
    if start := _KEY_START.match(segment):
        segment = segment[start.end() :]
    end = _KEY_END.search(segment[-90:])
    if not end:
        return False
    key = segment[: max(len(segment) - 90, 0) + end.start()].strip()
    if not key or _DATE_KEY.match(key[-60:]):
        return False
    if end.group().startswith(","):
        return not key[0].islower() or "." in key.split(" ")[0]
    return _BARE_KEY.match(key) is not None


def _citations(text: str) -> Iterator[_Stretch]:
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        inner = text[start + 1 : end - 1]
        if text[start] == "[":
            if _NUMERIC_KEY.match(inner):
                yield start, end
        elif inner[0] in "12" and _LOCATOR.match(inner):
            yield start, end  # "following Scott (1998, ch. 2)"
        elif inner[0] in "12" and _YEAR_ONLY.match(inner):
            before = text[max(0, start - 60) : start]
            if (
                inner[4:5].isalpha()
                or _NARRATIVE_BEFORE.search(before)
                or (_NARRATIVE_AFTER.match(text, end) and before[-1:] == " ")
            ):
                yield start, end
        elif ("n.d." in inner or inner[-1:].isdigit() or inner[-1:].islower() or ";" in inner) and (
            all(_is_key(part) for part in inner.split(";")) or _PAGE_KEY.match(inner)
        ):
            yield start, end


def _addresses(text: str) -> Iterator[_Stretch]:
    for match in matches(_ADDRESS, text, *_ADDRESS_HINTS):
        yield match.start(), match.start() + len(match.group().rstrip(".,;:!?)'"))


def _expand(text: str, end: int) -> int:
    """End of an identifier whose number ends at ``end``: letters and sub-parts glued to it."""
    parts = _PARTS_AFTER.match(text, end)
    return parts.end() if parts else end


def _by_word(text: str, window: str, start: int, end: int) -> tuple[_Stretch, bool] | None:
    """The identifier that the word before a number makes of it, and whether the word is a plural."""
    before = _WORD_BEFORE.search(window)
    if not before:
        return None
    word, dot = before.groups()
    lower = word.lower()
    dot = dot.strip()
    spaced = window[-1] in " ("
    named = (
        (dot and lower in _DOTTED)
        or (spaced and not dot and (lower in _NAMING or lower in _PLURAL_NAMING))
        or (spaced and not dot and word in _CAPITAL_NAMING)
        or (spaced and word == "No" and text[start:end] in ("10", "11") and not text.startswith("-", end))
        or (spaced and lower in _CALLING and end - start >= 3 and text[start:end].isdigit())
        or (spaced and lower == "on" and end - start == 3 and _RING_BEFORE.search(window))
        or (spaced and lower in _PLATFORMS and "." in text[start:end])
        or (dot and lower.endswith("str"))
        or (spaced and lower == "reference" and end - start >= 3 and text[start:end].isdigit())
        or (spaced and not dot and len(word) > 2 and _CAMEL.match(word) and "," not in text[start:end])
    )
    if not named or _AMOUNT_AFTER.match(text, end):
        return None
    return (start - len(window) + before.start(1), _expand(text, end)), lower in _PLURAL


def _glued(text: str, window: str, start: int, end: int) -> _Stretch | None:
    """An identifier whose letters touch its digits: "MH370", "Su-35", "H5N1"; not "EUR5m", "mid-2020", "Q3"."""
    last = window[-1]
    if last == "-":
        before = _HYPHENED_BEFORE.search(window)
        if not before:
            return None
        word = before[1]
        if word.lower() in _NO_NAME_MODIFIER or len(word) > 14:
            return None
        if word.islower() and (word not in _NAMED_LOWER or text[end : end + 1] == "s"):
            return None
        begin = start - len(window) + before.start()
    else:
        glued = _GLUED_BEFORE.search(window)
        if not glued:
            return None
        word = glued.group()
        begin = start - len(window) + glued.start()
        if word.isalpha() and begin > 1 and text[begin - 1] == "-" and text[begin - 2].isdigit():
            return begin, end  # "4.0.1-rc2"
        # "seized12 pistols", "july1994": a missing space, no name; "bzip2", "la464" and "bred3.c" are names.
        lacks_blank = word.islower() and (
            word in MONTHS or (len(word) > 1 and is_ordinary(word) and not _SUFFIX.match(text, end))
        )
        if word.lower() in _NO_NAME_PREFIX or lacks_blank or _ORDINAL_AFTER.match(text, end):
            numbered = (
                lacks_blank and end - start <= 2 and (noun_rather_than(word) == "noun" or is_counted_plural(word))
            )
            if not numbered or _counts_after(text, end) or word.lower() in _NO_NAME_PREFIX or word in MONTHS:
                return None
            return begin, end  # "squid3", "users2"
        if word in {"km", "cm", "mm"} and text[start:end] in {"2", "3"}:
            return begin, end  # "77 per km2"
        if word in {"h", "m", "ft"} and text[begin - 1 : begin].isdigit():
            return None  # "2m14s", "6ft2in"
    after = _GLUED_AFTER.match(text, end)
    return begin, after.end() if after else end


def _counts_after(text: str, end: int) -> bool:
    """Whether something is counted at ``end``, or a measure taken: "Articles 5 and 300 people", "seized12 pistols"."""
    words = _NEXT_WORDS.match(text, end)
    if not words or not _COUNTS_SOMETHING.match(text, end):
        return False
    return words[0].strip() in ("%", "°") or any(map(is_counted_plural, words[0].split()))


def _in_code(text: str, window: str, start: int, end: int) -> bool:
    """Whether signs of code touch the digits: "%20", "parser.c:1187", "django==4.2", "K. 466", "No . 14"."""
    last = window[-1:]
    if _COMPARED.match(text, end):
        return last in ("=", " ")
    if last == "%":
        return _ESCAPED.search(window) is not None
    if last == ":":
        return _LINE_OF_FILE.search(window) is not None
    if last and last in "=<>":
        required = _REQUIRED.search(window)
        if required is None:
            return False
        return window[-2] in "=~!" or "." in text[start:end] or any(map(str.isdigit, required[0]))
    if last and last in "\"'":
        return window[-2:-1] == "="
    if last == "." and "." in text[start:end]:
        return _LETTERED.search(window) is not None
    if end - start <= 3 and last in (" ", "."):
        named = _INITIAL.search(window) or _SPACED_NUMBER.search(window)
        return named is not None and text[start:end].isdigit() and not _counts_after(text, end)
    return False


def _looks(text: str, window: str, start: int, end: int) -> _Stretch | None:
    """An identifier by the shape of its digits: clock time, version, phone number, score, address."""
    digits = text[start:end]
    if ":" in digits:
        if (_CLOCK.match(digits) or _VERSE.match(digits)) and not _RATIO_BEFORE.search(window):
            if not _CLOCK.match(digits) and digits.split(":")[1] in ("1", "2", "3", "5", "10"):
                return None  # "2:1" is a ratio
            after = _CLOCK_AFTER.match(text, end)
            return start, after.end() if after else end
        return None
    if len(digits) <= 5 and (after := _CLOCK_AFTER.match(text, end)):
        return start, after.end()
    if len(digits) == 4 and digits.isdigit():
        if digits[0] == "0":
            after = _HOURS_AFTER.match(text, end)
            return start, after.end() if after else end
        if after := _ASTEROID_AFTER.match(text, end):
            return start, after.end()
    if digits in _SLASHED_NAMES:
        return start, end
    if digits.count(".") >= 2 and _VERSION.match(digits) and not (_GROUPED.match(digits) or _DOTTED_DATE.match(digits)):
        return start, end
    if "-" in digits:
        if _LOCAL_PHONE.match(digits):
            return start, end
        if _DASHED.match(digits) and not _DASHED_DATE.match(digits):
            return start, end
        score = _SCORE.match(digits)
        if score and _SCORE_AFTER.match(text, end) and not _AMOUNT_AFTER.match(text, end):
            tail = text[end : end + 12].lstrip().split(" ")[0].strip(".,;:!?)")
            if tail in _RESULTS or _SCORE_BEFORE.search(window):
                return start, end
        return None
    if len(digits) <= 5 and digits.isdigit():
        if after := _STREET_AFTER.match(text, end):
            return start, after.end()
        if after := _PARALLEL_AFTER.match(text, end):
            return start, after.end()
        if len(digits) == 5 and _POSTCODE_BEFORE.search(window):
            return start, end
        if digits.endswith("00") and _BLOCK_OF.match(text, end):
            return start, end  # "the 1600 block of Vine Street"
        if len(digits) == 1 and _BRITISH_CODE.search(window) and (code := _BRITISH_TAIL.match(text, start)):
            return start, code.end()
        if run := _RUN.match(text, start):
            return run.span()  # scores, bytes, a telephone number; the figures of a table are longer
    if (hours := _HOURS.match(text, start)) and _AT.search(window):
        return start, hours.end()
    if len(digits) <= 2 and (spaced := _SPACED_SCORE.match(text, start)) and _PLAYED.search(window):
        return start, spaced.end()
    if digits.isdigit() and _PAGE_NUMBER.search(window) and _RULED_OFF.match(text, end):
        return start, end
    if len(digits) <= 2 and (wickets := _WICKETS.match(text, start)) and _WICKETS_BEFORE.search(window):
        return start, wickets.end()
    technical = _TECHNICAL.match(text, start)
    return (start, technical.end()) if technical else None


_RESULTS = frozenset(
    "win victory defeat loss draw tie rout drubbing thrashing ruling vote scoreline upset triumph aggregate lead"
    " deficit advantage majority margin run".split()
)


def _identifiers(text: str) -> Iterator[_Stretch]:
    done = 0
    listed = -1  # end of the last number of a plural identifier: "Articles 5, 6 and 7"
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        window = text[max(0, start - 48) : start]
        last = window[-1:]
        phone = (
            _PHONE.match(text, start - 1 if last in ("+", "(") and last else start)
            if last in ("+", "(") or text[start] == "0"
            else None
        )
        stretch: _Stretch | None = None
        plural = False
        if phone and sum(map(str.isdigit, phone.group())) >= 8:
            stretch = phone.span()
        elif last in ("#", "§", "№", "¶", "@") and last:
            stretch = (start - 1, _expand(text, end))
        elif window[-2:-1] in ("§", "№", "¶") and last == " ":
            stretch = (start - 2, _expand(text, end))
            plural = window.endswith("§§ ")
        elif last == "/" and (symbol := _SYMBOL_BEFORE.search(window)):
            stretch = (start - len(window) + symbol.start(), end)
        elif last and last.isascii() and (last.isalpha() or last == "-"):
            stretch = _glued(text, window, start, end)
        elif listed >= 0 and text[listed:start] in _LISTING and not _counts_after(text, end):
            stretch, plural = (start, _expand(text, end)), True
        elif _in_code(text, window, start, end):
            stretch = (start, end)
        elif by_word := _by_word(text, window, start, end):
            stretch, plural = by_word
        if stretch is None:
            stretch = _looks(text, window, start, end)
        if stretch is None:
            listed = -1
            continue
        yield stretch
        done = stretch[1]
        listed = done if plural else -1


def _blank(text: str, stretches: Iterable[_Stretch]) -> str:
    pieces = []
    at = 0
    for start, end in sorted(stretches):
        if end <= at:
            continue
        start = max(start, at)
        pieces.append(text[at:start])
        pieces.append("".join("\n" if letter == "\n" else " " for letter in text[start:end]))
        at = end
    if not pieces:
        return text
    pieces.append(text[at:])
    return "".join(pieces)


def _sources(flat: str) -> Iterator[_Stretch]:
    """What names a source: citation groups, URLs, e-mail addresses, DOIs and ISBNs."""
    yield from _citations(flat)
    yield from _addresses(flat)


def _names(flat: str) -> Iterator[_Stretch]:
    """What holds digits and counts nothing."""
    yield from (match.span() for match in matches(_LEGAL, flat, *_LEGAL_HINTS))
    yield from (match.span() for match in _LIST_MARK.finditer(flat))
    yield from (match.span() for match in _WORD_NAMES.finditer(flat))
    yield from (match.span() for match in matches(_JOURNAL, flat, " (19", " (20"))
    yield from (match.span() for match in matches(_POSITION, flat, "°", "º"))
    yield from _identifiers(flat)


def without_citations(text: str) -> str:
    """``text``, same length, with citation groups, URLs, e-mail addresses, DOIs and ISBNs blanked."""
    return _blank(text, _sources(words.plain(text)))


def masked(text: str) -> str:
    """``text``, same length, with everything blanked that holds digits and is no number: see the module's head.

    Dates and years stay. Blank means spaces; line feeds stay.
    """
    flat = words.plain(text)
    sources = list(_sources(flat))
    return _blank(text, [*sources, *_names(_blank(flat, sources))])
