"""LaTeX: the file untouched, its markup blanked in ``prose``; links, footnotes, bibliography files with places."""

from __future__ import annotations

import hashlib
import re

from claimcheck.model import BibliographyFile, Document, Metadata
from claimcheck.readers._beside import names_in
from claimcheck.readers._dates import iso_date
from claimcheck.readers._decode import decode
from claimcheck.readers._language import language_of
from claimcheck.readers._refusal import refuse_blank
from claimcheck.readers._roles import assign_roles
from claimcheck.readers._texcommands import LANGUAGES
from claimcheck.readers._texmarkup import people_of, scan

MEDIA_TYPES = ("text/x-tex", "application/x-tex", "application/x-latex", "text/x-latex")
SUFFIXES = (".tex", ".latex", ".ltx")

_BABEL = re.compile(r"\\usepackage\s{0,3}\[([^\]]{1,200})\]\s{0,3}\{(?:babel|polyglossia)\}")
_MAIN_LANGUAGE = re.compile(r"\\setdefaultlanguage\s{0,3}(?:\[[^\]]{0,100}\])?\s{0,3}\{(\w{1,30})\}")
_PREAMBLE = 20_000  # characters in which the language is named


def read(data: bytes, *, path: str, url: str | None = None, charset: str | None = None) -> Document:
    """A LaTeX text as a document.

    ``text`` is the decoded file. ``prose`` has its length and its line ends: commands, comments, the preamble,
    mathematics, figures, tables and the content of footnotes are blank there, and accents, dashes and quotation marks
    are the characters that are printed. A number alone in a formula is prose. Nothing is expanded and nothing is
    included; the files that the text names for its sources are listed in ``bibliographies``, unread.

    Raises:
        UnreadableText: the bytes are text in no known encoding, or hold nothing but white space.
    """
    text = decode(data, path=path, declared=charset)
    refuse_blank(text, path)
    markup = scan(text)
    prose = markup.prose
    authors = tuple(people_of(markup.people))
    blocks = assign_roles([one for one in markup.blocks if len(one.span)], prose, authors)
    title = next((" ".join(block.span.of(prose).split()) for block in blocks if block.kind == "title"), None)
    return Document(
        path=path,
        text=text,
        prose=prose,
        media_type=MEDIA_TYPES[0],
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        links=tuple(markup.links),
        asides=tuple(markup.asides),
        bibliographies=tuple(BibliographyFile(name, span) for name, span in names_in(text)),
        title=title or None,
        language=language_of(prose, declared=markup.language or _language(text[:_PREAMBLE])),
        metadata=Metadata(authors=authors, published=iso_date(markup.date), canonical_url=url),
        complete=False,  # what macros print, notes, tables and the files of \\input are not read as prose
    )


def _language(head: str) -> str | None:
    """The last language that babel is given is the main one."""
    named = _BABEL.search(head) or _MAIN_LANGUAGE.search(head)
    known = [LANGUAGES[one.strip()] for one in named[1].split(",") if one.strip() in LANGUAGES] if named else []
    return known[-1] if known else None
