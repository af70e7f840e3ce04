"""TeX's ways of writing letters, dashes and quotation marks, as the characters they stand for.

The LaTeX reader, the BibTeX reader and the entries of ``thebibliography`` share it. Nothing is expanded: a command that
is not known here is left out and its arguments stay.
"""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""Accent commands and the combining character of each."""
LETTERS = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "EUR": "€", "texteuro": "€",
    "textsterling": "£", "textyen": "¥", "textcent": "¢", "textdollar": "$", "textpercent": "%", "textdegree": "°",
    "degree": "°", "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’", "lq": "‘",
    "rq": "’", "quotedblbase": "„", "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "guillemotleft": "«",
    "guillemotright": "»", "og": "«", "fg": "»", "textbackslash": "\\", "textasciitilde": "~", "textunderscore": "_",
    "textbar": "|", "slash": "/", "textregistered": "®", "texttrademark": "™", "textonehalf": "½", "textmu": "µ",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "textasciicircum": "^", "textless": "<", "textgreater": ">",
    "quad": " ", "qquad": " ", "thinspace": " ", "enspace": " ", "space": " ", "newline": " ",
    "textsuperscript": "", "textquotesingle": "'", "percent": "%",
}  # fmt: skip
"""Commands without arguments that stand for characters."""
SIGNS = {
    "%": "%", "&": "&", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", ",": "\u202f",
    ";": " ", ":": " ", "!": "", "/": "", "@": "", "-": "", "\\": " ", "(": "", ")": "", "[": "", "]": "", "|": "",
    "*": "", "+": "", ">": "", "<": "",
}  # fmt: skip
"""Control symbols that are no accents. ``\\,`` parts the thousands of a number."""
ACCENTED = re.compile(
    r"\\(?:(?P<sign>[`'^~=.\"])|(?P<letter>[uvHcdbkr])(?![A-Za-z]))\s{0,3}"
    r"(?:\{\s{0,3}(?:\\(?P<dotless>[ij])\s{0,3}|(?P<braced>[^\W\d_])?)\s{0,3}\}"
    r"|\\(?P<bare_dotless>[ij])(?![A-Za-z])(?:\{\}|[ \t](?=\w))?|(?P<bare>[^\W\d_]))"
)
"""An accent with the letter it stands on: ``\\'e``, ``\\"{u}``, ``\\v{c}``, ``\\'{\\i}``."""
_CITING = re.compile(r"[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,14}|[cC]iter")
_NOT_CITING = re.compile(
    r"(?:no|set|bib|re)cite\w*|citestyle|cite(?:index|tracker|reset|setup|type|count|name)\w*|Declare\w*|defcite\w*"
    r"|AtEveryCite\w*|AtNextCite\w*|mk\w*|(?:re)?newcite\w*|mincitenames|maxcitenames|ifcite\w*|citation|iffoot\w*"
)
_PIECE = re.compile(
    r"\\(?P<link>url|path|nolinkurl|doi)\s{0,3}\{(?P<address>[^{}]{0,4000})\}"
    r"|(?P<field>\\bib(?:info|field)\s{0,3}\{\w{1,30}\})|\\href\s{0,3}\{(?P<target>[^{}]{0,4000})\}"
    r"|\\(?P<name>[A-Za-z@]{1,40})\*?(?:[ \t]{0,4}\n?[ \t]{0,8})(?:\[[^\[\]{}]{0,200}\])?"
    r"|\\(?P<sign>[^A-Za-z])|(?P<dash>---?)|(?P<quote>``|''|,,|\"`|\"')|(?P<blank>[~])|(?P<mark>[{}$])",
    re.DOTALL,
)
_MARKS = {"``": "“", "''": "”", ",,": "„", '"`': "„", "\"'": "“", "--": "–", "---": "—"}


def accented(match: re.Match[str]) -> str:
    """The character that a match of :data:`ACCENTED` stands for: "é", or the bare letter where there is none."""
    letter = match["dotless"] or match["bare_dotless"] or match["braced"] or match["bare"] or ""
    mark = _ACCENTS.get(match["sign"] or match["letter"], "")
    return unicodedata.normalize("NFC", letter + mark) if letter else ""


def cites(command: str) -> bool:
    """True for the name of a command that cites: "cite", "citep", "parencite", "Textcite", "footcites"."""
    return bool(_CITING.fullmatch(command)) and not _NOT_CITING.fullmatch(command)


def mark_of(written: str) -> str:
    """The character of a dash or of quotation marks as TeX writes them."""
    return _MARKS.get(written, written)


def words(source: str) -> str:
    """``source`` as the printed page shows it, on one line. Addresses stay; those behind words stand at the end."""
    if not any(sign in source for sign in "\\{}~$`'-,\""):
        return " ".join(source.split())
    text = ACCENTED.sub(accented, source) if "\\" in source else source
    behind: list[str] = []
    return " ".join([*_PIECE.sub(lambda match: _shown(match, behind), text).split(), *behind])


def _shown(match: re.Match[str], behind: list[str]) -> str:
    if match["link"]:
        address = address_of(match["address"])
        return f" {address} " if match["link"] != "doi" else f" https://doi.org/{address} "
    if match["target"] is not None:
        behind.append(address_of(match["target"]))
        return ""
    if match["field"]:
        return ""
    if (name := match["name"]) is not None:
        return LETTERS.get(name, " " if match[0][-1:].isspace() or name == "newblock" else "")
    if (sign := match["sign"]) is not None:
        return SIGNS.get(sign, "")
    if match["blank"]:
        return " "
    return "" if match["mark"] else mark_of(match[0])


def address_of(written: str) -> str:
    """An address without TeX's escapes: "https://e.org/a_b%20c" for ``https://e.org/a\\_b\\%20c``."""
    plain = re.sub(r"\\(?:textasciitilde|~)(?:\{\}|\s)?|\{?\\(?:textasciitilde|sim)\s?\}?", "~", written)
    plain = re.sub(r"\\(?:textunderscore)(?:\{\}|\s)?", "_", plain)
    return "".join(re.sub(r"\\([%&$#_{}~^/.:-])", r"\1", plain).replace("{", "").replace("}", "").split())
