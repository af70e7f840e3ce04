"""What in a MediaWiki text is markup: templates, references, comments, links, tags; one pass, linear in the text.

Not mwparserfromhell, the field's parser: its nodes keep no places in the text, and 110 KB of unclosed ``<ref name="``
held it for more than 105 seconds in C code that no signal ends. Here every element that is never closed stays the text
it is, and what closes is found with a stack.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.model import Aside, Link, Span

ASIDE, MARK, ASIDE_END = "\ufdd0", "\ufdd1", "\ufdd2"
"""In ``Scan.flow``, in place of a character: of an aside, of other markup, a line end inside an aside. No text holds
them: they are noncharacters of Unicode."""
FILLERS = ASIDE + MARK + ASIDE_END

_VERBATIM = re.compile(
    r"<!--|<(nowiki|pre|math|chem|ce|syntaxhighlight|source|score|timeline|graph|hiero|templatedata|mapframe|maplink"
    r"|templatestyles|imagemap)\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"\n[ \t]*\n|\n|\{{2,}|\}{2,}|\[\[|\]\]|\[(?=(?:https?:|ftp:)?//[^\s\[\]])|\]"
    r"|<(?P<ref>ref)\b(?P<attributes>[^<>]{0,1000})>|<(?P<end>/ref)\s{0,9}>"
    r"|<(?P<listing>/?references)\b(?P<alone>[^<>]{0,300})>",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\bname\s*=\s*(?:\"([^\"]{1,200})\"|'([^']{1,200})'|([^\s\"'/]{1,200}(?:/(?!\s*$)[^\s\"'/]{1,200})?))",
    re.IGNORECASE,
)
_TEMPLATE_NAME = re.compile(r"[^|{}\[\]<>\n]{1,100}")
_ADDRESS = re.compile(r"(?:https?:|ftp:)?//[^\s\[\]<>\"|\ufdd0-\ufdd2]{1,2000}", re.IGNORECASE)
_LISTING = re.compile(
    r"reflist|references|notelist|notes\b|refs\b|listaref|référence|примечани|einzelnachweise", re.IGNORECASE
)
_REFS_FIELD = re.compile(r"\|\s*(?:refs|notes|références)\s*=", re.IGNORECASE)
_NAMESPACE = re.compile(r"[^\W\d_][\w -]{0,40}:(?=\S)")
_FILE = re.compile(
    r"\s*[^\W\d_][\w -]{0,40}:[^|\[\]\n]{1,300}"
    r"\.(?:jpe?g|png|svg|gif|webp|tiff?|xcf|djvu|pdf|og[agv]|opus|wav|mp[34]|mid|webm|stl)\s*(?=\||$)",
    re.IGNORECASE,
)
_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|mini(?:atur)?|vignette|miniatur|frame(?:d|less)?|border|left|right|center|centre|none|links|rechts"
    r"|gauche|droite|izquierda|derecha|upright(?:\s*=?\s*[\d.]*)?|hochkant[\s=\d.]*|(?:\d{0,4}x)?\d{1,4}\s*px|baseline|middle"
    r"|sub|super|top|bottom|text-top|text-bottom|\w{1,12}\s*=.{0,300})\s*",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN = re.compile(  # templates whose words the reader of the page reads: how many of their fields
    r"(?P<two>cvt|convert|langx?|lang-[\w-]+|ship|sclass2?|transl(?:iteration)?|tooltip2|unité|unité/2|unit|unidad)"
    r"|(?P<named>circa|c\.|ca\.|as of|since|uss|hms|ss|rms|us\$|a\$|ca\$|usd|gbp|eur|aud|cad|jpy|inr|cny|£|€|₹|¥)"
    r"|(?P<all>date-?|fecha|dts|nombre|harv(?:ard citation )?txt|harvcoltxt)"
    r"|(?P<value>formatnum:.*)"
    r"|(?P<one>nowrap|nobr|nobold|small|smaller|big|abbr|tooltip|val|num|quote|blockquote|cquote|quotation|zitat"
    r"|citation bloc|cita|interlanguage link|ill|illm|flag|sc|smallcaps|em|strong|visible anchor|va|anchored list"
    r"|nihongo|zh|not a typo|proper name|sic|typo|mvar|math|linktext|noitalic|large|center|centre|notatypo|zahl"
    r"|lien|lk)"
)
_SYMBOLS = {
    "ndash": "–",
    "snd": "–",
    "spnd": "–",
    "spaced ndash": "–",
    "en dash": "–",
    "mdash": "—",
    "em dash": "—",
    "'": "'",
    "'s": "'",
    "°": "°",
    "pi": "π",
    "minus": "−",
}
_JOINING = frozenset({"-", "–", "to", "to(-)", "and", "and(-)", "or", "by", "x", "×", "xx", "+/-", "±"})
_LONGEST_SHOWN = 5_000  # characters of a template whose words are read
_LONGEST_TARGET = 1_000  # characters of a link before its bar
_LONGEST_ADDRESS = 5_000  # characters of a link to an address, its words included
_LONGEST_FILE = 20_000  # characters of a link to a picture whose caption is read
_INLINE = re.compile(
    r"<(?P<script>su[bp])\b[^<>]{0,200}>(?P<number>[+−-]?[0-9]{1,4})</(?P=script)\s{0,9}>"
    r"|(?P<apostrophe>(?<=\b[^\W\d_])'(?=''[^'\n]{1,200}''(?!')))|(?P<quotes>'{2,})"
    r"|<(?P<tag>/?[A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,1000})?/?>|(?-i:__[A-Z]{3,22}__)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});)",
    re.IGNORECASE,
)
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_APART_TAGS = frozenset({"br", "p", "div", "hr", "li", "td", "tr", "th", "table", "blockquote", "center", "poem"})
_TRAIL = re.compile(
    rf"(?<=[^\W_]|['’])({MARK}{{1,400}})([^\W\d_]{{1,60}}[.,;:!?)\"”’»]{{0,4}})"
    rf"|(?<=[^\s{FILLERS}])({MARK}{{1,400}})([.,;:!?%)\"”’»–—-]{{1,4}})|([\"“«])({MARK}{{1,400}})(?=\w)"
)


@dataclass(frozen=True, slots=True)
class _Element:
    start: int
    end: int
    kind: Literal["template", "reference", "comment", "link", "address", "hidden", "literal", "mark"]
    name: str = ""
    body: Span | None = None
    """Content of a reference, words of a link, or what a literal shows."""
    defines: bool = False


@dataclass(slots=True)
class Markup:
    """A text with its markup told apart.

    ``flow`` has the length of the text: markup is fillers there, an entity its character followed by fillers, and line
    ends inside an element are none. ``pictures`` are the links to files, ``captions`` the words of those that begin a
    line; ``flow`` shows them, and the line parser leaves them out.
    """

    flow: str
    asides: list[Aside] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Span] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)


def scan(text: str) -> Markup:
    """The markup of ``text``; nothing of it is ever rewritten."""
    elements, opaque = _verbatim(text)
    masked = _filled(text, [(one.start, one.end) for one in opaque])
    elements += _paired(masked)
    elements.sort(key=lambda one: (one.start, -one.end))
    markup = _laid_out(text, masked, elements)
    flow = _TRAIL.sub(_drawn, _INLINE.sub(_inline, markup.flow))
    markup.flow = _TRAIL.sub(_drawn, flow)  # once more for what follows a word that was drawn
    return markup


def _drawn(match: re.Match[str]) -> str:
    """ "[[tide mill]]s" is one word: its rest is drawn up to it, as are stops, and the fillers stand behind."""
    first, second = match.group(*((1, 2) if match[1] else (3, 4) if match[3] else (5, 6)))
    return second + first


def _filled(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with ``spans`` (ascending, apart) as fillers."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], _filler(text[start:end])]
        position = end
    return "".join((*pieces, text[position:]))


def _filler(stretch: str, mark: str = ASIDE) -> str:
    return ASIDE_END.join(mark * len(line) for line in stretch.split("\n"))


# --- What is not parsed ---------------------------------------------------------------------------------------------


def _verbatim(text: str) -> tuple[list[_Element], list[_Element]]:
    """Comments and elements whose content is no wikitext; and those of them whose content is to be masked."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text  # "İ" has two letters in lower case
    found: list[_Element] = []
    unclosed: set[str] = set()
    position = 0
    while match := _VERBATIM.search(text, position):
        name = (match[1] or "").lower()
        closing = f"</{name}" if name else "-->"
        position = match.end()
        if match[0].endswith("/>"):
            found.append(_Element(match.start(), position, "hidden", name))
            continue
        at = -1 if closing in unclosed else lowered.find(closing, position)
        if at == -1:
            unclosed.add(closing)
            found.append(_Element(match.start(), position, "mark", name))
            continue
        end = at + len(closing) if not name else lowered.find(">", at) + 1
        end = end if end > at else at + len(closing)
        body = Span(position, at)
        kind: Literal["literal", "comment", "hidden"] = (
            "literal" if name in {"nowiki", "pre"} else "hidden" if name else "comment"
        )
        found.append(_Element(match.start(), end, kind, name, body))
        position = end
    return found, found


# --- What is opened and closed --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Open:
    kind: Literal["{", "[", "@", "<"]
    start: int
    inner: int
    name: str | None = None


def _paired(text: str) -> list[_Element]:
    """Templates, links and references of ``text``, in no order."""
    found: list[_Element] = []
    stack: list[_Open] = []
    count = {"{": 0, "[": 0, "@": 0, "<": 0}
    listing = False
    last_end = text.lower().rfind("</references")
    position = 0

    def pop() -> _Open:
        opened = stack.pop()
        count[opened.kind] -= 1
        return opened

    def push(opened: _Open) -> None:
        stack.append(opened)
        count[opened.kind] += 1

    def close(kind: str) -> _Open | None:
        """The innermost opening of ``kind``; what was opened inside it is none."""
        if not count[kind]:
            return None
        while (opened := pop()).kind != kind:
            pass
        return opened

    while match := _TOKEN.search(text, position):
        mark, start, position = match[0], match.start(), match.end()
        if mark[0] == "\n":
            # A link to an address ends with its line, any other with its paragraph.
            while stack and (stack[-1].kind == "@" or (stack[-1].kind == "[" and len(mark) > 1)):
                pop()
            if len(mark) > 1:
                position -= 1
        elif mark[0] == "{":
            for number in range(len(mark) // 2):
                at = start + 2 * number
                push(_Open("{", at, at + 2))
        elif mark[0] == "}":
            for number in range(len(mark) // 2):
                opened = close("{")
                if opened:
                    end = start + 2 * (number + 1)
                    found.append(_Element(opened.start, end, "template", _template_name(text, opened.inner)))
        elif mark == "[[":
            push(_Open("[", start, start + 2))
        elif mark == "[":
            push(_Open("@", start, start + 1))
        elif mark[0] == "]":
            if stack and stack[-1].kind == "@":
                opened = pop()
                found.append(_Element(opened.start, start + 1, "address"))
                position = start + 1
            elif mark == "]]" and stack and count["["] and _within_reach(stack):
                opened = close("[")
                if opened:
                    found.append(_Element(opened.start, position, "link"))
        elif match["ref"]:
            name = _named(match["attributes"])
            if match["attributes"].rstrip().endswith("/"):
                found.append(_Element(start, position, "reference", name or "", defines=listing))
                continue
            close("<")  # a reference in a reference: the outer one was never closed
            push(_Open("<", start, position, name))
        elif match["end"]:
            opened = close("<")
            if opened:
                body = _trimmed(text, opened.inner, start)
                found.append(_Element(opened.start, position, "reference", opened.name or "", body, listing))
        else:
            listing = match["listing"][0] != "/" and not match["alone"].rstrip().endswith("/") and start < last_end
    return found


def _within_reach(stack: list[_Open]) -> bool:
    """True when no template or reference was opened inside the innermost link: "[[a {{b ]] c}}" links nothing."""
    return next(one.kind for one in reversed(stack) if one.kind != "@") == "["


def _named(attributes: str) -> str | None:
    match = _NAME.search(attributes)
    return " ".join(next(group for group in match.groups() if group).split()) if match else None


def _template_name(text: str, start: int) -> str:
    match = _TEMPLATE_NAME.match(text, start)
    return " ".join(match[0].replace("_", " ").replace(ASIDE, " ").split()).casefold() if match else ""


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, max(start + lead, start + len(words.rstrip())))


# --- What of it is read ---------------------------------------------------------------------------------------------


def _laid_out(text: str, masked: str, elements: list[_Element]) -> Markup:
    """The elements, outer before inner, as fillers, links and asides."""
    markup = Markup("")
    masks: list[tuple[int, int, str]] = []
    hidden = 0
    hidden_by: _Element | None = None
    for one in elements:
        if one.start < hidden:
            _note(one, hidden_by, masked, markup)
            continue
        whole = True
        match one.kind:
            case "link":
                whole = not _lay_link(one, text, masked, masks, markup)
            case "address":
                whole = not _lay_address(one, masked, masks, markup)
            case "template":
                whole = not _lay_template(one, masked, masks, markup)
            case "literal":
                whole = not _lay_literal(one, masks, markup)
            case "mark":
                whole = False
                masks.append((one.start, one.end, MARK))
        if whole:
            _note(one, None, masked, markup)
            masks.append((one.start, one.end, ASIDE))
            hidden, hidden_by = one.end, one
    markup.flow = _masked(text, masks)
    markup.links.sort(key=lambda link: link.span)
    markup.asides.sort(key=lambda aside: (aside.span.start, -aside.span.end))
    return markup


def _note(one: _Element, around: _Element | None, text: str, markup: Markup) -> None:
    if one.kind not in {"reference", "template", "comment"}:
        return
    defines = one.defines
    if one.kind == "reference" and around is not None and around.kind == "template":
        defines = bool(_LISTING.match(around.name)) or bool(
            _REFS_FIELD.search(text, around.start, min(around.start + 300, one.start))
        )
    kind: Literal["reference", "template", "comment"] = (
        "reference" if one.kind == "reference" else "comment" if one.kind == "comment" else "template"
    )
    markup.asides.append(Aside(Span(one.start, one.end), kind, one.name or None, one.body, defines))


def _masked(text: str, masks: list[tuple[int, int, str]]) -> str:
    """``text`` with fillers under ``masks``; a longer string than one filler is what is shown there."""
    pieces: list[str] = []
    position = 0
    for start, end, filler in sorted(masks):
        if start < position:
            continue
        pieces += [text[position:start], filler if len(filler) > 1 else _filler(text[start:end], filler)]
        position = end
    return "".join((*pieces, text[position:]))


def _lay_link(one: _Element, text: str, masked: str, masks: list[tuple[int, int, str]], markup: Markup) -> bool:
    start, end = one.start + 2, one.end - 2
    if _FILE.match(masked, start, min(end, start + 400)):
        return _lay_picture(one, text, masked, masks, markup)
    bar = masked.find("|", start, min(end, start + _LONGEST_TARGET))
    if bar == -1 and _NAMESPACE.match(masked, start, end):
        line_start = text.rfind("\n", max(0, one.start - 2_000), one.start) + 1
        before = text[max(line_start, one.start - 200) : one.start].rsplit("]]", 1)[-1]
        line_end = text.find("\n", one.end, one.end + 2_000)
        behind = text[one.end : line_end if line_end != -1 else one.end + 2_000].strip()
        if not before.strip() and (not behind or behind.startswith(("[[", "<!--"))):
            return False  # a category, or the page in another language
    words = bar + 1 if bar != -1 and masked[bar + 1 : min(end, bar + 200)].strip() else start
    close = end if words > start or bar == -1 else bar  # "[[Gdansk (city)|]]": the target is what is shown
    if words == start and text.startswith(":", start):
        words += 1
    masks += [(one.start, words, MARK), (close, one.end, MARK)]
    return True


def _lay_picture(one: _Element, text: str, masked: str, masks: list[tuple[int, int, str]], markup: Markup) -> bool:
    """A picture that begins its line shows its caption; any other is hidden whole."""
    markup.pictures.append(Span(one.start, one.end))
    line_start = text.rfind("\n", max(0, one.start - 500), one.start) + 1
    if one.end - one.start > _LONGEST_FILE or text[line_start : one.start].strip(" \t:*"):
        return False
    fields = list(_fields(masked, one.start + 2, one.end - 2))[1:]
    caption = fields[-1] if fields and not _FILE_OPTION.fullmatch(fields[-1].of(masked)) else None
    caption = _trimmed(masked, caption.start, caption.end) if caption else None
    if caption is None or not len(caption):
        return False
    markup.captions.append(caption)
    masks += [(one.start, caption.start, ASIDE), (caption.end, one.end, ASIDE)]
    return True


def _lay_address(one: _Element, masked: str, masks: list[tuple[int, int, str]], markup: Markup) -> bool:
    address = _ADDRESS.match(masked, one.start + 1, one.end - 1)
    if address is None or one.end - one.start > _LONGEST_ADDRESS:
        return True  # brackets and nothing else: text
    url = address[0] if "://" in address[0][:8] else f"https:{address[0]}"
    words = _trimmed(masked, address.end(), one.end - 1)
    if len(words) and words.of(masked).strip(FILLERS + " "):
        markup.links.append(Link(words, url))
        masks += [(one.start, words.start, MARK), (words.end, one.end, MARK)]
    else:
        markup.links.append(Link(Span(address.start(), address.end()), url))
        masks.append((one.start, one.end, MARK))
    return True


def _lay_template(one: _Element, masked: str, masks: list[tuple[int, int, str]], markup: Markup) -> bool:
    """Shows the words of a template that has some, as far as they are its fields; the rest of it is an aside."""
    symbol = _SYMBOLS.get(one.name)
    if symbol:
        masks.append((one.start, one.end, symbol + MARK * (one.end - one.start - 1)))
        return True
    kind = _SHOWN.fullmatch(one.name)
    if kind is None or one.end - one.start > _LONGEST_SHOWN:
        return False
    fields = list(_fields(masked, one.start + 2, one.end - 2))
    plain = [span for span in fields[1:] if not re.match(r"\s*[\w -]{1,30}=", span.of(masked)) and len(span)]
    if kind.lastgroup == "value":
        spans = [Span(masked.index(":", one.start) + 1, fields[0].end)]
    elif kind.lastgroup == "all":
        spans = plain[:-1] if one.name.startswith("harv") else plain[:3]
    elif kind.lastgroup == "one":
        spans = (
            plain[:1]
            or [
                Span(span.start + match.end(), span.end)
                for span in fields[1:]
                if (match := re.match(r"\s*(?:text|quote|1|content)\s*=\s*", span.of(masked)))
            ][:1]
        )
    elif kind.lastgroup == "named":
        spans = [_trimmed(masked, fields[0].start, fields[0].end), *plain[:1]]
    elif one.name in {"lang", "langx"} or one.name.startswith("transl"):
        spans = plain[1:2] if len(plain) > 1 else plain[:1]
    elif one.name.startswith("lang"):
        spans = plain[:1]
    else:  # "3|km" and "3|to|5|km"
        spans = plain[: 4 if len(plain) > 3 and plain[1].of(masked).strip() in _JOINING else 2]
    if not spans:
        return False
    position = one.start
    for number, span in enumerate(spans):
        # A field that follows another stands apart from it: "3|km" is "3 km".
        masks.append((position, span.start, ASIDE if number else MARK))
        position = span.end
    masks.append((position, one.end, MARK))
    rest = Span(position, one.end)
    if one.name.startswith("harv"):
        markup.asides.append(Aside(Span(one.start, one.end), "template", one.name))
    elif len(rest) > 2:
        markup.asides.append(Aside(rest, "template"))
    return True


def _lay_literal(one: _Element, masks: list[tuple[int, int, str]], markup: Markup) -> bool:
    assert one.body is not None
    if one.name == "pre":
        markup.code.append(one.body)
        return False
    masks += [(one.start, one.body.start, MARK), (one.body.end, one.end, MARK)]
    return True


def _fields(text: str, start: int, end: int) -> Iterator[Span]:
    """The fields of a template or link between its brackets: parted by bars outside of inner brackets."""
    depth = 0
    begin = start
    for match in re.compile(r"\{\{|\}\}|\[\[|\]\]|\|").finditer(text, start, end):
        if match[0] == "|":
            if not depth:
                yield Span(begin, match.start())
                begin = match.end()
        else:
            depth += 1 if match[0] in {"{{", "[["} else -1
    yield Span(begin, end)


def _inline(match: re.Match[str]) -> str:
    """Tags, apostrophes and entities as fillers of their length."""
    length = len(match[0])
    if number := match["number"]:
        shown = number.translate(_SUPERSCRIPTS) if match["script"].lower() == "sup" else number
        return shown + MARK * (length - len(number))
    if match["apostrophe"]:
        return "'"  # in French, of an article before a word in italics
    if match["quotes"]:
        kept = (
            1 if length == 4 else max(0, length - 5)
        )  # of four the first is an apostrophe, of six and more the surplus
        return "'" * kept + MARK * (length - kept)
    if match["entity"]:
        character = html.unescape(match[0])
        if len(character) != 1:
            return match[0]
        shown = " " if character.isspace() else character if character.isprintable() else MARK
        return shown + MARK * (length - 1)
    name = (match["tag"] or "").lower().lstrip("/")
    return _filler(match[0], ASIDE if name in _APART_TAGS else MARK)
