"""What one line or paragraph is: byline, caption, page furniture, biography, heading, list item.

Every test is narrow on purpose. A paragraph taken for furniture is never checked, and nobody notices; furniture taken
for a paragraph costs a person one glance. All patterns look at a bounded head of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.readers._dates import iso_date

_HEAD = 400  # characters of a line that the patterns look at
_PARTICLE = r"(?:(?:de|van|von|der|den|la|el|al|bin|da|di|du|le|y)[ \u00a0]+){0,2}"
_NAME = rf"[^\W\d_a-z][\w.'’\-]*(?:[ \u00a0]+{_PARTICLE}[^\W\d_a-z][\w.'’\-]*){{1,4}}"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日)"
)
_CLOCK = r"(?:[,\s|·•–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"

_ROLE = (
    r"(?:writer|journalist|reporter|editor|columnist|correspondent|contributor|blogger|author|novelist|producer|commentator"
    r"|professor|lecturer|fellow|researcher|scholar|scientist|historian|economist|analyst|student|candidate|graduate|teacher"
    r"|director|president|chair(?:man|woman|person)?|founder|co-founder|partner|attorney|lawyer|senator|ambassador|consultant"
    r"|physician|doctor|nurse|engineer|strategist|intern|expert)"
)

_AUTHOR = re.compile(
    rf"(?:(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Ww]ords|[Tt]ext|[Aa]nalysis|[Oo]pinion)\s+)?"
    rf"(?:[Bb]y|BY|Von|Par|Por|Di|Door|Av|Af)[:\s]\s*(?P<names>{_NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|&)\s+){_NAME}){{0,5}})"
    r"(?P<rest>\s*(?:[,|·•–—/(-].{0,100})?)$"
)
_SPOKEN_FOR = re.compile(r"(?P<names>[^\W\d_a-z][^\W\d_a-z.'’\-]+(?: [^\W\d_a-z][^\W\d_a-z.'’\-]*){1,3}):\s+(?=\S)")
_STAMP = re.compile(
    r"(?:(?:first\s+|originally\s+)?(?:published|posted|updated|last\s+(?:updated|modified|edited|changed)|modified"
    r"|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|дата публикации|опубликовано)\b[:\s])",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b\d{1,3}\s+(?:minutes?|hours?|days?|weeks?|months?)\s+ago\b", re.IGNORECASE)
_DATE_ALONE = re.compile(rf"(?:date:\s*)?{_DATE}{_CLOCK}[.\s]*$", re.IGNORECASE)
_READING_TIME = re.compile(r"(?:reading time:?\s*)?\d{1,3}[\s-]min(?:ute)?s?(?:\s+read(?:ing)?)?\.?$", re.IGNORECASE)
_DATELINE_MONTH = re.compile(rf"\b{_MONTH}\b|day\b", re.IGNORECASE)

_CAPTION = re.compile(
    r"(?:(?:(?:file|cover|lead|feature[d]?|header)\s+)?(?:photo(?:graph|s)?|image|picture|illustration|graphic"
    r"|video still|caption|photo credits?|image credits?|credits?|foto|bild)"
    r"(?:\s+(?:by|courtesy(?: of)?|via)\b|\s*:|\s*/)"
    r"|(?:figure|fig\.|table|chart|map|exhibit|abbildung|tabelle)\s+\d{1,3}[a-z]?\s*[:.–—|]\s)",
    re.IGNORECASE,
)
_AGENCY_CREDIT = re.compile(
    r"[(/|©]\s*(?:getty(?: images)?|ap(?: photo)?|reuters|afp|epa|dpa|tass|yonhap|shutterstock|unsplash|bloomberg"
    r"|anadolu(?: agency)?|zuma(?: press)?|alamy|wikimedia(?: commons)?|istock)\b[^.!?]{0,60}\)?\.?$",
    re.IGNORECASE,
)

_FURNITURE = re.compile(
    r"""(?:
      (?:please\s+)?(?:sign\s?up|subscribe|register)\b.{0,200}\b(?:newsletters?|inbox|e-?mails?|alerts|account|free\s+trial
        |access|here|below|today|now)\b
    | (?:get|receive)\b.{0,120}\b(?:inbox|newsletter)\b
    | subscribe[.!]?$ | newsletter[.!]?$ | sign\s?(?:up|in)[.!]?$ | log\s?in[.!]?$
    | (?:follow|find|like|join|connect\s+with)\s+(?:us|me|our|@?\w+(?:\s\w+)?)\s+on\s+(?:facebook|twitter|x|instagram
        |linkedin|telegram|threads|bluesky|mastodon|youtube|tiktok|whatsapp)\b
    | share\s+(?:this|on|via|the)\b.{0,60}$ | share[:.!]?$ | (?:print|e-?mail|save|bookmark)\s+this\b.{0,40}$
    | (?:this\s+(?:web)?site|we|our\s+(?:web)?site)\s+uses?\s+cookies\b
    | (?:by\s+(?:continuing|using)\b.{0,80}\b(?:cookies|terms|privacy)\b)
    | accept\s+(?:all\s+)?cookies | cookie\s+(?:settings|preferences|policy) | privacy\s+policy
    | terms\s+(?:of|and|&)\s.{0,40}$
    | advertisement[.:]?$ | sponsored(?:\s+content)?[.:]?$ | story\s+continues\s+below\b
    | article\s+continues\s+(?:below|after)\b
    | skip\s+to\s+(?:main\s+)?content | click\s+here\s+(?:to|for)\b | back\s+to\s+top | scroll\s+to\s+continue
    | (?:©|\(c\)|copyright)\s*(?:©\s*)?(?:19|20)\d\d\b | all\s+rights\s+reserved
    | listen\s+to\s+(?:this|the)\s+(?:article|story) | leave\s+a\s+(?:comment|reply)
    | (?:\d+\s+)?comments?(?:\s+\(\d+\))?$
    | (?:support|donate\s+to)\s+(?:us|our\s+(?:work|journalism|reporting))\b
    | become\s+a\s+(?:member|subscriber|supporter)\b
    | have\s+(?:a\s+tip|an\s+opinion)\b.{0,20}\?
    | (?:read|learn|see|watch|view)\s+(?:more|next|also|all)\s*(?:[:>»…→].{0,200})?$
    | (?:also\s+read|lire\s+aussi|lesen\s+sie\s+auch|mehr\s+zum\s+thema|leer\s+también|читайте\s+также)\b.{0,200}$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TEASERS = re.compile(
    r"""(?:
      related(?:\s+(?:stories|story|articles?|content|coverage|reading|topics|posts|news|links|items))?
    | (?:read|see|explore|watch)\s+(?:more|next|also)(?:\s+(?:from|on|about|in)\s+.{1,60})?
    | more\s+(?:from|on|about|in|by)\s+.{1,60} | more\s+(?:stories|news|articles|coverage)
    | (?:you|we)\s+(?:may|might|also)\s+(?:also\s+)?(?:like|think).{0,40}
    | recommended(?:\s+(?:for\s+you|stories|reading|articles))?
    | (?:most|top)\s+(?:read|popular|viewed|shared|stories) | trending(?:\s+now)? | popular(?:\s+(?:stories|posts|now))?
    | editor[s'’]{0,2}\s+(?:picks?|choice) | don['’]?t\s+miss | up\s+next | latest(?:\s+(?:news|stories|from\b.{1,40}))?
    | (?:lesen|lire|leer|leggi|читайте)\s+(?:sie\s+)?(?:auch|aussi|también|anche|также) | mehr\s+zum\s+thema
    )\s*[:.…→>]?$""",
    re.IGNORECASE | re.VERBOSE,
)

_BIOGRAPHY = re.compile(
    rf"(?:about the authors?:?\s+)?(?:(?i:dr|prof|professor|mr|ms|mrs|sir)\.?\s+)?(?P<name>{_NAME})"
    rf"(?:,\s[^.;]{{1,60}},)?\s+"
    rf"(?:is|was|are|has\s+been|works\s+as)\s+(?:now\s+|currently\s+|also\s+)?(?:(?:an?|the|one\s+of\s+the)\s+)?"
    rf"(?:[\w'’&.-]+,?\s+){{0,8}}?{_ROLE}s?\b"
)
_ABOUT = re.compile(r"(?:about\s+the\s+(?:authors?|writers?|contributors?)|contributors?)\s*:?$", re.IGNORECASE)

_BULLET = re.compile(r"[-*+•‣◦▪●○·–—]\s+(?=\S)")
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|\[\d{1,4}\]|\(?[a-z]\)|[ivx]{1,5}[.)])\s+(?=\S)")
_CLOSED = re.compile(  # "…war.", "…war.”", "…war.³", "…war.12", "…war.[4]", "…war. (Roe, 2020)"
    r"[.!?…。！？؟।]['\"’”»)\]]*(?:[⁰¹²³⁴-⁹*†‡§]{1,3}|\[[^\[\]]{1,12}\]){0,4}$|(?<=[^\W\d_]{2}[.!?])\d{1,3}\)?$|[.!?]['\"’”]?\s\([^()]{1,160}\)$"
)
_TWO_SENTENCES = re.compile(r"(?:[^\W\d_A-Z]{3}|\))[.!?]['\"’”)]*(?:[⁰¹²³⁴-⁹]|\[\d+\])*\s+[^\W\d_a-z]")
_RULE = re.compile(r"\s*([=\-~*_#^+.])(?:\s*\1){2,}\s*$")

_LETTER_SPACE = 90  # characters of the longest line that is still a heading
_TEASER = 160  # characters of the longest line that is still a headline in a list of teasers


def is_closed(line: str) -> bool:
    """True for a line that ends a sentence."""
    return bool(_CLOSED.search(line[-170:]))


def is_finished(line: str) -> bool:
    """True for a line that ends a sentence or, as entries of a bibliography do, in an address."""
    return is_closed(line) or "://" in line.rsplit(None, 1)[-1]


def is_title(line: str) -> bool:
    """True for a line that can be a headline: one sentence at most, without a full stop."""
    if line.count("(") > line.count(")"):
        return False  # the first line of a wrapped paragraph
    if not line or line.endswith((".", ":", ";", ",", "。")) or (is_closed(line) and line[-1] not in "?!？！"):
        return False
    return not _TWO_SENTENCES.search(line)


def is_rule(line: str) -> bool:
    """True for a line of dashes, stars or the like, which separates and says nothing."""
    return bool(_RULE.match(line[:200]))


def authors_of(line: str) -> tuple[str, ...]:
    """The names of a byline: ("Jane Roe", "Ali Khan") for "By Jane Roe and Ali Khan | 3 May 2024"."""
    match = _AUTHOR.match(line[:_HEAD])
    names = re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|&)\s+", match["names"]) if match else []
    return tuple(name for name in names if not re.search(rf"\b{_ROLE}s?$", name, re.IGNORECASE))  # "…, Staff Writer"


def is_byline(line: str) -> bool:
    """True for a line that names authors, a date of publication or a reading time, and nothing else."""
    line = line[:_HEAD]
    if len(line) > 200 or (is_closed(line) and len(line) > 60):
        return False
    author = _AUTHOR.match(line)
    # "By Monday Evening" names no author.
    if author and not _DATELINE_MONTH.search(author["names"].split(",")[0]):
        return True
    # "Published estimates range from 3,000 to 5,000" carries numbers and no date.
    is_stamp = _STAMP.match(line) and len(line) <= 140 and (iso_date(line) or _AGO.search(line))
    return bool(is_stamp or _DATE_ALONE.match(line) or _READING_TIME.match(line))


def leading_byline(paragraph: str) -> int:
    """Length of the byline that a paragraph opens with ("JANE ROE: When the…"), white space included; else 0.

    Only capitals count: "Jane Roe: I disagree" is a turn of an interview.
    """
    match = _SPOKEN_FOR.match(paragraph[:120])
    return match.end() if match and not any(c.islower() for c in match["names"]) else 0


def is_caption(line: str) -> bool:
    """True for a line that captions or credits a picture."""
    line = line[:_HEAD]
    if len(line) > 300:
        return False
    return bool(_CAPTION.match(line)) or (len(line) <= 250 and bool(_AGENCY_CREDIT.search(line[-90:])))


def is_furniture(line: str) -> bool:
    """True for a line that belongs to the page and not to the article: newsletter, sharing, cookies, copyright."""
    return len(line) <= 320 and bool(_FURNITURE.match(line))


def opens_teasers(line: str) -> bool:
    """True for "Related stories", "More from …", "Most read": what follows are other articles' headlines."""
    return len(line) <= 80 and bool(_TEASERS.match(line))


def is_teaser(line: str) -> bool:
    """True for what can stand in a list of teasers: a headline, a date, a byline; not a paragraph."""
    return len(line) <= _TEASER and not re.search(r"[.!?]['\"’”)]*\s+\S.*\.['\"’”)]*$|[^.]{60}\.$", line)


def opens_biographies(line: str) -> bool:
    """True for the heading "About the author"."""
    return len(line) <= 60 and bool(_ABOUT.match(line))


def biography_of(paragraph: str) -> str | None:
    """The name of whom a biography line is about ("Jane Roe is a staff writer at…"), else ``None``.

    The shape alone proves nothing ("Jane Roe is a professor at Yale." may be the article's news): ask also where the
    paragraph stands and whether the article itself speaks of that person.
    """
    match = _BIOGRAPHY.match(paragraph[:_HEAD]) if len(paragraph) <= 1_200 else None
    return match["name"] if match else None


def is_headline(line: str) -> bool:
    """True for a short line without the punctuation of a sentence."""
    return (
        1 < len(line) <= _LETTER_SPACE
        and len(line.split()) <= 14
        and line[-1] not in ".:;,。"
        and line.count("(") <= line.count(")")
        and not re.search(r"\)[.!?]\s", line)
        and not line[0].islower()
    )


def marker_length(line: str) -> int:
    """Length of the bullet or number that opens a list item, white space included; 0 for any other line."""
    match = _BULLET.match(line[:20]) or _NUMBERED.match(line[:20])
    return match.end() if match else 0


def mentions(name: str, texts: Iterable[str]) -> bool:
    """True when the last word of ``name`` occurs in one of ``texts``."""
    surname = re.compile(rf"\b{re.escape(name.split()[-1])}\b", re.IGNORECASE)
    return any(surname.search(text) for text in texts)
