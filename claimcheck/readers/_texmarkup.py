"""LaTeX scanned once from left to right: blocks, prose, links, footnotes and comments. Nothing is expanded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimcheck.model import Aside, Block, BlockKind, Link, Span
from claimcheck.parse import tex
from claimcheck.readers import _texcommands as commands
from claimcheck.readers._texprose import Prose
from claimcheck.readers._texstructure import VERBATIM, Structure, structure_of

_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*)"
    r"|\\(?P<edge>begin|end)\s{0,3}\{(?P<environment>[^{}\n\\]{1,60})\}"
    r"|\\(?P<name>[A-Za-z@]+)\*?|\\(?P<sign>[^A-Za-z@])|(?P<math>\$\$?)|(?P<grouping>\{[,.]\})|(?P<brace>[{}])"
    r"|(?P<break>\n[ \t\r]*\n\s*)|(?P<mark>---?|``|''|~)|(?P<words>[^\\%${}\n~`'-]+|[\n`'-])",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"\s{0,3}\[(?:[^\[\]{}\\]|\\.|\{(?:[^{}\\]|\\.){0,500}\}){0,2000}\]", re.DOTALL)
_ADJACENT = re.compile(r"\[(?:[^\[\]{}\\\n]|\\.|\{(?:[^{}\\\n]|\\.){0,200}\}){0,500}\]", re.DOTALL)
_SPACE = re.compile(r"[ \t]{0,20}(?:\r?\n[ \t]{0,40})?(?=[{\[(])")
_ADDRESS = re.compile(r"\s{0,3}\{\s{0,3}([^{}]{0,4000}(?:\{[^{}]{0,200}\}[^{}]{0,500}){0,5})\}")
_ROUND = re.compile(r"\s{0,3}\([^()\n]{0,200}\)")
_DIMENSION = re.compile(
    r"[ \t]{0,3}=?[ \t]{0,3}-?(?:[\d.,]{1,8}[ \t]{0,2}(?:pt|em|ex|cm|mm|in|bp|pc|sp|mu)\b|\\[A-Za-z]{1,30})"
)
_DIMENSIONED = frozenset("vskip hskip kern mkern parskip parindent baselineskip looseness penalty".split())
_VERB = re.compile(r"([^A-Za-z\s*])[^\n]{0,2000}?\1")
_MACRO = re.compile(r"\s{0,3}\{?\s{0,3}\\[A-Za-z@]{1,60}\*?\s{0,3}\}?")
_PARAMETERS = re.compile(r"(?:\s{0,3}#\d){1,9}")
_LETTER_END = re.compile(r"(?:\{\}|[ \t](?=\w))?")
_DISPLAY_ENDS = {"$": "$", "$$": "$$", "(": "\\)", "[": "\\]"}
_LONGEST_FORMULA = 4_000  # characters in which the end of a formula is looked for
_LONGEST_ARGUMENT = 20_000  # characters of an argument; a brace that closes later was forgotten
_LONGEST_HEADING = 1_500
_LONGEST_NUMBER = 60  # characters of a formula that may be a mere number
_NUMBER_SIGNS = (
    (re.compile(r"\{,\}"), ","), (re.compile(r"\\[,;:! ]"), "\u202f"), (re.compile(r"\\%"), "%"),
    (re.compile(r"\\\$"), "$"), (re.compile(r"\\(?:approx|sim|simeq|thicksim)\b\s?"), "~"),
    (re.compile(r"\\pm\b\s?"), "±"), (re.compile(r"\\times\b"), "×"), (re.compile(r"--"), "–"),
    (re.compile(r"\\(?:leq?|leqslant)\b\s?"), "≤"), (re.compile(r"\\(?:geq?|geqslant)\b\s?"), "≥"),
    (re.compile(r"\^\{?\\circ\}?"), "°"), (re.compile(r"\\(?:text|mathrm|mathbf|textbf)\{([^{}\\]{0,20})\}"), r"\1"),
)  # fmt: skip
_NUMBER = re.compile(
    r"[~≤≥<>±+–-]?\s?[$€£]?\d[\d.,\u202f ]{0,20}(?:[–-]\d[\d.,\u202f]{0,20})?\s?[%°]?(?:\s?[KMBkmb]n?)?"
)


@dataclass(slots=True)
class Markup:
    """What the scan found. Filled in one pass, not changed afterwards."""

    prose: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    people: str = ""
    """What ``\\author`` holds, as written."""
    date: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """How what comes is to be taken."""

    hidden: bool = False
    counted: bool = False
    """True in a table: its words are no prose, but they make a block, which may cite."""
    kind: BlockKind = "paragraph"
    inside: bool = False
    """True in a footnote: its paragraphs end no block."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """An argument or environment that is open: where it closes, and what holds again then."""

    close: int
    before: _State
    ends_block: bool = False
    mark: str = ""
    """What is printed for the closing brace: a quotation mark."""


def scan(text: str) -> Markup:
    """The structure of a LaTeX text, and its prose."""
    return _Scan(text, structure_of(text)).run()


class _Scan:
    def __init__(self, text: str, structure: Structure) -> None:
        self.text = text
        self.structure = structure
        self.found = Markup()
        self.prose = Prose()
        self.state = _State()
        self.frames: list[_Frame] = []
        self.at = 0
        self.begun: int | None = None  # where the block that is being read begins
        self.ended = 0
        self.floor = 0  # end of the last block: blocks stand in no other
        self.lead: int | None = None  # where markup begins that touches the words to come: "\\textbf{"
        self.absent: dict[str, int] = {}  # ends of formulas that were looked for in vain, up to which offset

    def run(self) -> Markup:
        text, structure = self.text, self.structure
        stop = len(text) if structure.end is None else structure.end
        if structure.document is not None:
            self._aside(0, structure.document)
            self._push(structure.document, replace(self.state, hidden=True))
        while self.at < stop:
            while self.frames and self.frames[-1].close <= self.at:
                self._pop()
            match = _TOKEN.match(text, self.at, stop)
            if match is None:
                self._hide(self.at + 1)
            else:
                self._take(match)
        while self.frames:
            self._pop()
        self._end_block()
        if stop < len(text):
            self._aside(stop, len(text))
            self._hide(len(text))
        self.found.prose = self.prose.text()
        self.found.blocks.sort(key=lambda block: block.span)
        self.found.asides.sort(key=lambda aside: (aside.span.start, -aside.span.end))
        self.found.links.sort(key=lambda link: link.span)
        return self.found

    # Tokens

    def _take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        end = match.end()
        if self.begun is None and self.lead is None and (kind == "name" or match[0] == "{"):
            self.lead = match.start()
        match kind:
            case "words":
                self._words(match[0], end)
            case "name":
                self._command(match["name"], match.start(), end)
            case "environment":
                self._edge(match["edge"], match["environment"], match.start(), end)
            case "comment":
                self._aside(match.start(), end)
                self._hide(end)
            case "break":
                if not self.state.inside:
                    self._end_block()
                self._hide(end)
            case "mark":
                self._show(" " if match[0] == "~" else tex.mark_of(match[0]), end)
            case "grouping":  # "12{,}000": the braces keep TeX from setting a space
                self._show(match[0][1], end)
            case "math":
                self._formula(match[0], end)
            case "brace":
                if match[0] == "}" and self.begun is not None and self.ended == match.start():
                    self.ended = end
                self._hide(end)
            case _:
                self._sign(match["sign"], end)

    def _words(self, words: str, end: int) -> None:
        if words[0].isspace():
            self.lead = None
        if words.isspace():
            self._hide(end) if words == "\n" else self._show(words, end, is_content=False)
        else:
            self._show(words, end)

    def _sign(self, sign: str, end: int) -> None:
        if (accent := tex.ACCENTED.match(self.text, self.at)) is not None:
            self._show(tex.accented(accent), accent.end())
        elif sign in "([":
            self._formula(sign, end)
        elif sign == "\\":
            optional = _ADJACENT.match(self.text, end)
            self._show(" ", optional.end() if optional else end, is_content=False)
        else:
            shown = tex.SIGNS.get(sign, "")
            self._show(shown, end, is_content=not shown.isspace()) if shown else self._hide(end)

    def _formula(self, sign: str, end: int) -> None:
        """Mathematics is no prose, but a number in it is one: ``$12{,}000$``, ``$5\\%$``."""
        closing = _DISPLAY_ENDS[sign]
        if self.absent.get(closing, 0) > end:
            close = -1
        else:
            limit = min(len(self.text), end + _LONGEST_FORMULA)
            close = self._find_close(closing, end, limit)
            if close == -1:
                self.absent[closing] = limit if sign in "([" else end + 1
        if close == -1:
            self._show(sign, end) if sign == "$" else self._hide(end)  # "$5 and no more": a forgotten backslash
            return
        self._content(self.at, close + len(closing))
        self._show_number(self.text[end:close], end, close)
        self._hide(close + len(closing))

    def _find_close(self, closing: str, start: int, limit: int) -> int:
        """The sign that ends a formula; it is not escaped, and no blank line stands before it."""
        at = start
        while (found := self.text.find(closing, at, limit)) != -1:
            slashes = len(self.text[max(start, found - 20) : found]) - len(
                self.text[max(start, found - 20) : found].rstrip("\\")
            )
            if slashes % 2 == 0:
                break
            at = found + 1
        if found == -1:
            return -1
        blank = re.search(r"\n[ \t\r]*\n", self.text[start:found])
        return -1 if blank else found

    def _show_number(self, formula: str, start: int, close: int) -> None:
        shown = formula.strip()
        if len(shown) <= _LONGEST_NUMBER and not self.state.hidden:
            for pattern, replacement in _NUMBER_SIGNS:
                shown = pattern.sub(replacement, shown)
            shown = shown.strip()
            if _NUMBER.fullmatch(shown):
                exact = formula.find(shown)
                if exact >= 0:
                    self._hide(start + exact)
                    self._show(shown, start + exact + len(shown))
                else:
                    self._hide(start)
                    self._show(shown, close)
                return
        self._hide(close)

    # Commands

    def _command(self, name: str, start: int, end: int) -> None:
        if (accent := tex.ACCENTED.match(self.text, start)) is not None:
            self._show(tex.accented(accent), accent.end())
        elif tex.cites(name):
            self._cite(name, start, end)
        elif name in {"url", "path", "nolinkurl", "href", "doi"} and (address := _ADDRESS.match(self.text, end)):
            self._address(name, address)
        elif name in commands.NOTES and self._opens(self._past_options(end)):
            self._note(start, self._past_options(end))
        elif (kind := _kind_of(name)) and self._heading(end, kind, name):
            pass
        elif name in commands.QUOTING and (opened := self._opens(self._past_options(end))):
            brace = self._past_options(end)
            left, right = commands.QUOTING[name]
            self._show(left, brace + 1)
            self._push(opened, self.state, mark=right)
        elif name in {"num", "SI", "qty", "si", "unit", "SIrange", "qtyrange", "numrange"}:
            self._measure(name, end)
        elif name in {"verb", "lstinline", "mintinline"}:
            self._verbatim_words(end)
        elif name == "bibitem":
            self._bibitem(end)
        elif name == "iffalse":
            close = self.structure.environments.get(start, end)
            self._aside(start, close)
            self._hide(close)
        else:
            self._other(name, end)

    def _other(self, name: str, end: int) -> None:
        if name in commands.DEFINING:
            self._hide(self._past_definition(end))
            return
        if name in tex.LETTERS and name not in commands.BLANKS:
            tail = _LETTER_END.match(self.text, end)
            self._show(tex.LETTERS[name], tail.end() if tail else end)
            return
        if name in commands.BREAKS and not self.state.inside:
            self._end_block()
            if name == "item":
                end = optional.end() if (optional := _OPTIONAL.match(self.text, end)) else end
            self._hide(end)
            return
        if name == "selectlanguage" and (language := re.match(r"\s{0,3}\{(\w{1,20})\}", self.text[end : end + 40])):
            self.found.language = commands.LANGUAGES.get(language[1])
        count = commands.HIDDEN.get(name) or commands.FIRST_HIDDEN.get(name, 0)
        if count:
            end = self._past_arguments(end, count)
        elif name in _DIMENSIONED:
            end = dimension.end() if (dimension := _DIMENSION.match(self.text, end)) else end
        elif optional := _ADJACENT.match(self.text, end):
            end = optional.end()
        self._show(" ", end, is_content=False) if name in commands.BLANKS else self._hide(end)

    def _cite(self, name: str, start: int, end: int) -> None:
        """The whole command is blank; what it cites is read from the text."""
        many = name.lower().endswith("s")
        close = end
        for _ in range(20 if many else 1):
            at = close
            for pattern in (_ROUND, _ROUND, _OPTIONAL, _OPTIONAL) if many or close == end else ():
                at = option.end() if (option := pattern.match(self.text, at)) else at
            space = _SPACE.match(self.text, at)
            brace = space.end() if space else at
            stop = self._opens(brace)
            if not stop:
                break
            close = stop + 1
        if close > end:
            self._content(start, close)
        self._hide(close)

    def _address(self, name: str, address: re.Match[str]) -> None:
        url = tex.address_of(address[1])
        if name == "doi":
            url = f"https://doi.org/{url}"
        if name != "href":
            span = Span(address.start(1), address.start(1) + len(address[1].rstrip()))
            if len(span) and ("://" in url or url.startswith("www.")):
                self.found.links.append(Link(span, url))
            self._hide(span.start)
            self._show(self.text[span.start : span.end], span.end)
            self._hide(address.end())
            return
        self._hide(address.end())
        space = _SPACE.match(self.text, self.at)
        brace = space.end() if space else self.at
        if (close := self._opens(brace)) and url:
            inside = self.text[brace + 1 : close]
            lead, tail = len(inside) - len(inside.lstrip()), len(inside.rstrip())
            if tail > lead:
                self.found.links.append(Link(Span(brace + 1 + lead, brace + 1 + tail), url))
            self._hide(brace + 1)

    def _note(self, start: int, brace: int) -> None:
        close = self.structure.braces[brace]
        inside = self.text[brace + 1 : close]
        lead, tail = len(inside) - len(inside.lstrip()), len(inside.rstrip())
        if tail > lead and not self._in_preamble():
            body = Span(brace + 1 + lead, brace + 1 + tail)
            self.found.asides.append(Aside(Span(start, close + 1), "note", body=body))
        self._content(start, close + 1)
        self._hide(brace + 1)
        self._push(close, replace(self.state, hidden=True, counted=False, inside=True))

    def _heading(self, end: int, kind: BlockKind, name: str) -> bool:
        """A heading, title, byline or caption: a block of its own. False where its braces do not close."""
        brace = self._past_options(end)
        close = self._opens(brace)
        if not close or close - brace > _LONGEST_HEADING:
            return False
        if self.state.inside:
            return False
        self._end_block()
        if name == "author":
            self.found.people = self.text[brace + 1 : close]
        elif name == "date":
            self.found.date = self.text[brace + 1 : close]
        self._hide(brace + 1)
        self._push(close, _State(kind=kind), ends_block=True)
        return True

    def _measure(self, name: str, end: int) -> None:
        """siunitx: ``\\qty{5}{\\km}``, ``\\num{12000}``, ``\\SIrange{3}{5}{\\percent}``."""
        start, at = self.at, self._past_options(end)
        arguments: list[str] = []
        wanted = {"num": 1, "si": 1, "unit": 1, "SI": 2, "qty": 2, "numrange": 2}.get(name, 3)
        while len(arguments) < wanted and (close := self._opens(at)) and close - at < 200:
            arguments.append(self.text[at + 1 : close].strip())
            at = close + 1
            at = optional.end() if (optional := _ADJACENT.match(self.text, at)) else at
        if len(arguments) < wanted:
            self._hide(end)
            return
        unit = _unit(arguments.pop()) if name not in {"num", "numrange"} else ""
        number = "–".join(re.sub(r"\s", "", one) for one in arguments)
        shown = f"{number}{'' if unit in {'%', '°', ''} or not number else ' '}{unit}"
        exact = self.text.find(shown, start, at)
        if exact >= 0:
            self._hide(exact)
            self._show(shown, exact + len(shown))
            self._hide(at)
        else:
            self._show(shown, at)

    def _verbatim_words(self, end: int) -> None:
        end = self._past_options(end)
        fenced = _VERB.match(self.text, end)
        close = self._opens(end)
        self._content(self.at, end)
        self._hide(close + 1 if close else fenced.end() if fenced else end)

    def _bibitem(self, end: int) -> None:
        self._end_block()
        optional = _OPTIONAL.match(self.text, end)
        end = optional.end() if optional else end
        space = _SPACE.match(self.text, end)
        close = self._opens(space.end() if space else end)
        self._hide(close + 1 if close else end)

    # Environments

    def _edge(self, edge: str, name: str, start: int, end: int) -> None:
        close = self.structure.environments.get(start) if edge == "begin" else None
        if name in commands.FORMULAS:
            self._content(start, end)
            self._hide(close or end)
            return
        if edge == "end":
            if not self.state.inside:
                self._end_block()
            self._hide(end)
            return
        if name in VERBATIM or name in commands.PICTURES:
            self._end_block()
            close = close or end
            if name == "comment":
                self._aside(start, close)
            elif name in VERBATIM and not self.state.hidden and close > self.floor:
                self.found.blocks.append(Block(Span(max(start, self.floor), close), "code"))
                self.floor = close
            self._hide(close)
            return
        if not self.state.inside:
            self._end_block()
        inside = self._past_environment(name, end)
        state = self.state
        if name in commands.TABLES:
            state = replace(state, hidden=True, counted=not self._in_preamble(), kind="caption")
        elif name in commands.FLOATS:
            state = replace(state, hidden=True)
        elif name in commands.QUOTATIONS:
            state = replace(state, kind="quote")
        elif name in commands.LISTS or name == "thebibliography":
            state = replace(state, kind="list-item")
        elif name == "frame" and (title := self._opens(inside)):
            self._hide(inside + 1)
            self._push(title, _State(kind="heading"), ends_block=True)
            return
        self._hide(inside)
        if close and state != self.state:
            self._push(close, state, ends_block=True)

    def _past_environment(self, name: str, at: int) -> int:
        """Behind the arguments of ``\\begin{name}``: all that follow at once, but for a slide's title."""
        for _ in range(6):
            optional = _ADJACENT.match(self.text, at)
            close = self._opens(at)
            if optional:
                at = optional.end()
            elif close and name != "frame" and close - at < 200:
                at = close + 1
            else:
                break
        return at

    # Arguments

    def _opens(self, at: int) -> int:
        """Where the brace that opens at ``at`` closes; 0 where none opens, or none closes it soon."""
        close = self.structure.braces.get(at, 0)
        return close if close - at <= _LONGEST_ARGUMENT else 0

    def _past_options(self, at: int) -> int:
        """Behind the arguments in square brackets, at the brace that follows."""
        for _ in range(2):
            at = optional.end() if (optional := _OPTIONAL.match(self.text, at)) else at
        space = _SPACE.match(self.text, at)
        return space.end() if space else at

    def _past_arguments(self, at: int, count: int) -> int:
        end = at
        for _ in range(count):
            brace = self._past_options(end)
            close = self._opens(brace)
            if not close:
                break
            end = close + 1
        return optional.end() if end == at and (optional := _ADJACENT.match(self.text, at)) else end

    def _past_definition(self, at: int) -> int:
        macro = _MACRO.match(self.text, at)
        at = macro.end() if macro else at
        parameters = _PARAMETERS.match(self.text, at)
        return self._past_arguments(parameters.end() if parameters else at, 4)

    # Output

    def _push(self, close: int, state: _State, *, ends_block: bool = False, mark: str = "") -> None:
        if self.frames:
            close = min(close, self.frames[-1].close)
        self.frames.append(_Frame(close, self.state, ends_block, mark))
        self.lead = self.lead if not ends_block else None
        self.state = state

    def _pop(self) -> None:
        frame = self.frames.pop()
        if frame.ends_block:
            self._end_block()
        self.state = frame.before
        if frame.mark and frame.close == self.at:
            self._show(frame.mark, self.at + 1)

    def _in_preamble(self) -> bool:
        return self.structure.document is not None and self.at < self.structure.document

    def _show(self, words: str, end: int, *, is_content: bool = True) -> None:
        if self.state.hidden:
            if is_content and words.strip():
                self._content(self.at, end)
            self._hide(end)
            return
        if is_content and words.strip():
            lead = len(words) - len(words.lstrip()) if len(words) == end - self.at else 0
            self._content(self.at + lead, self.at + len(words.rstrip()) if lead or words[-1].isspace() else end)
        source = self.text[self.at : end]
        if "\n" in source and words != source:  # line ends stay: the words stand behind the last one, if they fit
            self._hide(self.at + source.rindex("\n") + 1)
            words = words.strip() if len(words.strip()) <= end - self.at else ""
        self.prose.show(words, end - self.at)
        self.at = end

    def _hide(self, end: int) -> None:
        if end > self.at:
            self.prose.hide(self.text[self.at : end])
            self.at = end

    def _content(self, start: int, end: int) -> None:
        """What stands from ``start`` to ``end`` belongs to the block."""
        if self.state.hidden and not self.state.counted:
            return
        if end <= self.floor:
            return
        if self.begun is None:
            self.begun = max(self.floor, start if self.lead is None else min(start, self.lead))
        self.ended = max(self.ended, end)

    def _end_block(self) -> None:
        if self.begun is not None:
            self.found.blocks.append(Block(Span(self.begun, self.ended), self.state.kind))
            self.floor = self.ended
        self.begun, self.ended, self.lead = None, 0, None

    def _aside(self, start: int, end: int) -> None:
        if end > start:
            self.found.asides.append(Aside(Span(start, end), "comment"))


def _kind_of(name: str) -> BlockKind | None:
    """What the argument of a command is, where it is a block of its own."""
    if name in commands.HEADINGS:
        return "heading"
    if name in commands.BYLINES or name == "subtitle":
        return "byline"
    return "title" if name == "title" else "caption" if name == "caption" else None


def _unit(written: str) -> str:
    """The symbol of a unit: "km" for ``\\kilo\\metre``."""
    names = re.findall(r"\\([A-Za-z]+)", written)
    return "".join(commands.UNITS.get(name, "") for name in names) if names else re.sub(r"[{}~\s]", "", written)


def people_of(written: str) -> Sequence[str]:
    """The names in ``\\author``: "Jane Roe" and "John Doe" of ``Jane Roe\\thanks{…}\\\\Kent \\and John Doe``."""
    found = []
    for part in re.split(r"\\(?:and|And|AND)\b", written)[:50]:
        bare = re.sub(r"\\(?:thanks|inst|footnote|orcidlink|email)\s?\{[^{}]{0,500}\}|\$[^$]{0,50}\$", "", part)
        name = tex.words(re.split(r"\\\\|\\(?:affil|institute)", bare)[0]).strip(" ,")
        found += [one for one in re.split(r",\s+|\s+and\s+", name) if 3 <= len(one) <= 60 and " " in one]
    return found
