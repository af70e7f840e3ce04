"""Entries that state their fields: wiki citation templates, BibTeX; and the plain words of marked-up entries."""

from __future__ import annotations

import re

from claimcheck.parse import tex

_TEX = re.compile(r"\\(?:[A-Za-z]|[`'^\"=.~&%$#_{}])")
_TAG = re.compile(r"<(?!https?:|www\.)/?[a-zA-Z!][^<>]{0,300}>")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,300})\]\]")
_OUTER_LINK = re.compile(r"\[(https?://[^\s\]]{1,2000})\s+([^\[\]]{1,300})\]")
_MARKDOWN_LINK = re.compile(
    r"\[([^\[\]]{1,300})\]\(<?(https?://[^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,500})?)>?(?:\s+\"[^\"]{0,300}\")?\)"
)
_EMPHASIS_START = re.compile(r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])")
_EMPHASIS_END = re.compile(r"(?<=[^\s*])[*_]{1,3}(?![\w*_])")
_WIKI_EMPHASIS = re.compile(r"'{2,5}([^'\n]{1,300}(?:'[^'\n]{1,300}){0,5})'{2,5}")
_ITALIC_TAG = re.compile(r"<(?:i|em|cite)\b[^<>]{0,200}>", re.IGNORECASE)
_LATEX_EMPHASIS = re.compile(r"\\(?:emph|textit|textsl)\s{0,3}(?=\{)|\\newblock\s{0,3}\\(?:em|it)\b")
_TEMPLATE = re.compile(r"\{\{\s*([^\W\d_][^{}|\[\]<>]{1,60})\|")
_CITING = re.compile(r"(?:v?cite|citation|harvard citation)\b", re.IGNORECASE)
_INNER_TEMPLATE = re.compile(r"\{\{([^{}]{0,1000})\}\}")
_TEMPLATES = 5  # of an entry, among which the one that states its fields is looked for
_WIKI_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_FIELDS_ABROAD = {
    field: name
    for name, fields in {
        "title": "titel titre título titulo titolo tytuł nimeke otsikko заглавие название",
        "author": "autor auteur autore författare forfatter tekijä автор",
        "last": "nom apellidos apellido cognome nachname efternamn nazwisko",
        "first": "prénom nombre nome vorname förnamn imię",
        "date": "datum fecha data dato pvm дата",
        "year": "año ano jahr année anno år rok vuosi год",
        "access-date": "zugriff abruf fechaacceso accesso consulté hämtdatum viitattu archiviert-am",
        "publisher": "verlag editorial éditeur editore editora förlag wydawnictwo julkaisija издательство",
        "journal": "sammelwerk périodique periódico rivista zeitschrift publicación tidning издание",
        "url": "lien zugriff-url ссылка",
    }.items()
    for field in fields.split()
}
"""Names of fields in the citation templates of other Wikipedias."""
_CANONICAL = {
    "arxiv": "https://arxiv.org/abs/{}",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{}/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
}
"""Where an entry without address or DOI leads by its number."""
_BIBTEX = re.compile(r"@([a-zA-Z]{3,20})\s*\{\s*([^,\s{}]{1,120})\s*,")
_BIBTEX_FIELD = re.compile(
    r"(\w{2,20})\s*=\s*(?:\{((?:[^{}]|\{[^{}]{0,300}\}){0,2000})\}|\"([^\"]{0,2000})\"|(\d{1,8}))"
)


def plain(text: str) -> str:
    """An entry's words without LaTeX, HTML, wiki and Markdown markup; the addresses stay.

    A star remains where emphasis begins: in "Moss, *Wells" the second word is no given name.
    """
    behind: list[str] = []  # addresses of words go to the end: "[url Mill burns], Daily Post" reads on
    text = _MARKDOWN_LINK.sub(lambda match: _set_aside(behind, match[2], match[1]), text)
    text = _OUTER_LINK.sub(lambda match: _set_aside(behind, match[1], match[2]), text)
    text = _WIKI_LINK.sub(r"\1", text)
    text = _LATEX_EMPHASIS.sub("*", text)
    text = tex.words(text) if _TEX.search(text) else text
    text = re.sub(r"<((?:https?://|www\.)[^<>\s]{1,2000})>", r" \1 ", text)
    text = _TAG.sub("", _ITALIC_TAG.sub(" *", text))
    text = _WIKI_EMPHASIS.sub(r"*\1", text)
    text = _EMPHASIS_END.sub("", _EMPHASIS_START.sub("*", text))
    return " ".join([*text.split(), *behind])


def _set_aside(behind: list[str], url: str, words: str) -> str:
    behind.append(url)
    return words


def fields_of(text: str) -> dict[str, str]:
    """Field names (lower case) and values of a wiki citation template or a BibTeX entry; empty for any other entry."""
    if "{{" in text and (stated := _template_fields(text)):
        return stated
    match = _BIBTEX.search(text)
    if not match:
        return {}
    found = {
        name.lower(): braced or quoted or number
        for name, braced, quoted, number in _BIBTEX_FIELD.findall(text[match.end() :])
    }
    return {name: " ".join(value.replace("{", "").replace("}", "").split()) for name, value in found.items()}


def bibtex_key(text: str) -> str | None:
    match = _BIBTEX.search(text[:400])
    return match.group(2) if match else None


def _template_fields(text: str) -> dict[str, str]:
    """Fields of the first template in ``text`` that cites; empty when none does."""
    for number, match in enumerate(_TEMPLATE.finditer(text)):
        if number == _TEMPLATES:
            break
        found = _stated(text[match.end() :])
        if _CITING.match(match[1]) or (found.get("title") and len(found) > 2):
            return found
    return {}


def _stated(text: str) -> dict[str, str]:
    """The named fields up to the end of a template whose first bar stands before ``text``."""
    text = _WIKI_LINK.sub(r"\1", _WIKI_COMMENT.sub("", text))
    for _ in range(3):  # templates in templates
        text = _INNER_TEMPLATE.sub(lambda match: match[1].rsplit("|", 1)[-1] if "=" not in match[1] else "", text)
    found: dict[str, str] = {}
    for part in text.split("}}", 1)[0].split("|")[:60]:
        name, equals, value = part.partition("=")
        if equals and value.strip():
            name = name.strip().lower()
            found.setdefault(_FIELDS_ABROAD.get(name, name), value.strip())
    if not found.get("url") and not found.get("doi"):
        for name, address in _CANONICAL.items():
            number = found.get(name, "").removeprefix("PMC")
            if re.fullmatch(r"[\w./-]{3,40}", number):
                found["url"] = address.format(number)
                break
    return found
