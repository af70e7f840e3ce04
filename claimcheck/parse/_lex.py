"""Tokens for the number and date grammars: words, runs of digits and single signs, with what glues them together."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.parse import words
from claimcheck.parse._masks import masked

# Vulgar fractions and superscripts count as letters for `\w`; here each is a sign of its own, so that "km²" and
# "troops¹²" end where the word ends. A small "l" before digits and a capital "O" after them are what a scanner makes
# of 1 and 0 ("l4th of June", "1O 019").
_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒²³¹⁰-₟"
_TOKEN = re.compile(rf"[^\W\d_{_SIGNS}]+(?:'[^\W\d_{_SIGNS}]+)*|\d+|\S")
_SCANNED = re.compile(
    r"(?<=\d)O{1,9}(?![A-Za-z])|(?<=\d,)O{3}(?!\w)|(?<=\d,)O(?=\d{2}(?!\w))"
    r"|(?<!\w)l(?=\d|,\d{3}|st\b)|(?<=\d)o(?=th\b|\d)|(?<=\d)·(?=\d)"
)
_AHEAD = 12
# Folding only what is not ASCII is ten times as fast as translating every letter.
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
SENTENCE_ENDS = frozenset(".!?;:")


# "R250m" and "N500bn" look like the names of roads; the scale says that they are rand and naira.
_LETTER_MONEY = re.compile(r"(?<![\w-])[RNP]\d{1,3}(?:[,.]\d{1,3}){0,4} ?(?:m|bn|tn|million|billion|trillion)(?!\w)")


def _with_letter_money(flat: str, blanked: str) -> str:
    """``blanked`` with the amounts put back that one letter marks as money."""
    pieces, at = [], 0
    for match in _LETTER_MONEY.finditer(flat):
        pieces += [blanked[at : match.start()], match[0]]
        at = match.end()
    return "".join([*pieces, blanked[at:]]) if pieces else blanked


def _zero_or_one(match: re.Match[str]) -> str:
    written = match[0]
    return {"l": "1", "·": "."}.get(written, "0" * len(written))  # "3·42" has the old decimal point


class Tokens:
    """The tokens of one text as parallel lists: ``text`` (scanned digits repaired), ``lower``, ``start``, ``end``.

    ``digit`` says which tokens are runs of digits. ``plain`` is the text with identifiers blanked and typographic forms
    folded, ``raw`` the text as it was; offsets hold in both. The lists end in empty tokens, so that a grammar may look
    some way ahead without asking for the end; the token before the first is one of them, too.
    """

    __slots__ = ("digit", "end", "lower", "plain", "raw", "size", "start", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        plain = raw if raw.isascii() else _FOREIGN.sub(lambda match: words.plain(match[0]), raw)
        flat = _SCANNED.sub(_zero_or_one, plain)
        self.plain = _with_letter_money(flat, masked(flat))
        text: list[str] = []
        start: list[int] = []
        end: list[int] = []
        for match in _TOKEN.finditer(self.plain):
            text.append(match.group())
            start.append(match.start())
            end.append(match.end())
        self.size = len(text)
        text += [""] * _AHEAD
        start += [len(raw) + 9] * _AHEAD
        end += [len(raw) + 9] * _AHEAD
        self.text = text
        self.lower = [token.lower() for token in text]
        self.digit = [token.isdecimal() for token in text]
        self.start = start
        self.end = end

    def glued(self, index: int) -> bool:
        """Whether token ``index`` touches the token before it."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def is_number(self, index: int) -> bool:
        """Whether token ``index`` is a run of digits."""
        return index >= 0 and self.digit[index]

    def is_word(self, index: int) -> bool:
        return index >= 0 and self.text[index][:1].isalpha()

    def is_name(self, index: int) -> bool:
        """Whether token ``index`` is a capitalised word that does not begin a sentence."""
        return index >= 0 and self.text[index][:1].isupper() and not self.begins_sentence(index)

    def begins_sentence(self, index: int) -> bool:
        """Whether token ``index`` stands first, or right after the end of a sentence, a quotation mark or a break."""
        if index <= 0:
            return True
        before = self.text[index - 1]
        if before in SENTENCE_ENDS:
            # "Feb. 6", "U.S. 12": the stop of an abbreviation ends no sentence.
            return not (before == "." and index > 1 and self.glued(index - 1) and len(self.text[index - 2]) <= 3)
        return before in "\"'([•*-" or self.breaks(index)

    def breaks(self, index: int) -> bool:
        """Whether a blank line lies before token ``index``: no phrase reaches across it."""
        start, end = self.end[index - 1] if index else 0, self.start[index]
        return end - start > 1 and self.plain.count("\n", start, min(end, len(self.plain))) > 1

    def between(self, first: int, last: int) -> str:
        """The masked text from token ``first`` to before token ``last``."""
        return self.plain[self.start[first] : self.end[last - 1]]


@lru_cache(maxsize=1)
def read(text: str) -> Tokens:
    """The tokens of ``text``; the dates and the quantities of one text are asked for right after each other."""
    return Tokens(text)
