"""Tokens for the number and date grammars: words, runs of digits and single signs, with what glues them together."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from operator import add

from claimcheck.parse import words
from claimcheck.parse._masks import masked

# Vulgar fractions and superscripts count as letters for `\w`; here each is a sign of its own, so that "km²" and
# "troops¹²" end where the word ends. A small "l" before digits and a capital "O" after them are what a scanner makes
# of 1 and 0 ("l4th of June", "1O 019").
_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒²³¹⁰-₟"
_TOKEN = re.compile(rf"[^\W\d_{_SIGNS}]+(?:'[^\W\d_{_SIGNS}]+)*|\d+|\S")
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|[0-9]+|\S")  # the same in ASCII, in half the time
# Each alternative begins with its letter, so that the search skips to the next; what stands before is looked back at.
_SCANNED = re.compile(
    r"O(?<=\dO)O{0,8}(?![A-Za-z])|O(?<=\d,O)OO(?!\w)|O(?<=\d,O)(?=\d{2}(?!\w))"
    r"|l(?<!\wl)(?=\d|,\d{3}|st\b)|l(?<=\dl)(?=st\b|\d)|o(?<=\do)(?=th\b|\d)|·(?<=\d·)(?=\d)"
)
_AHEAD = 12
_BLOCK = 256
_FEW_WORDS = 8
SENTENCE_ENDS = frozenset(".!?;:")


# "R250m" and "N500bn" look like the names of roads; the scale says that they are rand and naira.
_LETTER_MONEY = re.compile(r"[RNP](?<![\w-].)\d{1,3}(?:[,.]\d{1,3}){0,4} ?(?:m|bn|tn|million|billion|trillion)(?!\w)")


def _with_letter_money(flat: str, blanked: str) -> str:
    """``blanked`` with the amounts put back that one letter marks as money."""
    pieces, at = [], 0
    for match in _LETTER_MONEY.finditer(flat):
        pieces += [blanked[at : match.start()], match[0]]
        at = match.end()
    return "".join([*pieces, blanked[at:]]) if pieces else blanked


# "48,5 km" against "48.5" and "1,234": which of the two signs is the decimal one in a paragraph?
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?= ?(?:%|[^\W\d_]|€))(?! (?:and|or)\b)")
_POINT_DECIMAL = re.compile(r"(?<![\d.,])(?:\d{1,4}\.\d{1,2}|\d{1,3},\d{3})(?![\d.,]?\d)")
_THREE_PLACES = re.compile(r"(?<![\d.,])\d{1,3}\.\d{2}[1-9](?![.,]?\d)")


def _zero_or_one(match: re.Match[str]) -> str:
    written = match[0]
    return {"l": "1", "·": "."}.get(written, "0" * len(written))  # "3·42" has the old decimal point


class Tokens:
    """The tokens of one text as parallel lists: ``text`` (scanned digits repaired), ``lower``, ``start``, ``end``.

    ``digit`` says which tokens are runs of digits. ``plain`` is the text with identifiers blanked and typographic forms
    folded, ``raw`` the text as it was; offsets hold in both. The lists end in empty tokens, so that a grammar may look
    some way ahead without asking for the end; the token before the first is one of them, too.
    """

    __slots__ = ("_decimal_sign", "digit", "end", "lower", "plain", "raw", "size", "start", "text")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._decimal_sign: tuple[int, int, str] = (0, -1, "")
        flat = _SCANNED.sub(_zero_or_one, words.plain(raw))
        self.plain = _with_letter_money(flat, masked(flat))
        text: list[str] = []
        start: array[int] = array("Q")
        seen: dict[str, str] = {}  # every word is kept once, however often it stands in the text
        for low, high in words.stretches(self.plain):
            pattern = _ASCII_TOKEN if self.plain[low:high].isascii() else _TOKEN
            found = pattern.findall(self.plain, low, high)
            text.extend(map(seen.setdefault, found, found))
            start.extend([match.start() for match in pattern.finditer(self.plain, low, high)])
        self.size = len(text)
        end = array("Q", map(add, start, map(len, text)))
        text += [""] * _AHEAD
        start.extend([len(raw) + 9] * _AHEAD)
        end.extend([len(raw) + 9] * _AHEAD)
        lower = {token: token.lower() for token in seen} | {"": ""}
        digits = {token for token in seen if token.isdecimal()}
        self.text = text
        self.lower = [lower[token] for token in text]
        self.digit = [token in digits for token in text]
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
        """Whether a blank line or the end of a block lies before token ``index``: no phrase reaches across it."""
        start, end = self.end[index - 1] if index else 0, min(self.start[index], len(self.plain))
        if end - start == 1:
            return self.plain[start] == "\u2029"
        return end > start and (self.plain.count("\n", start, end) > 1 or self.plain.find("\u2029", start, end) >= 0)

    def monotonous(self) -> list[bool]:
        """Which tokens lie in blocks that say nothing: the same few words over and over.

        They are not read: a file of zeros and ones tells nobody anything, and would take longer than all the rest. A
        long table is read to its end, since a figure that was skipped would count as one that is not there.
        """
        dull: list[bool] = []
        for low in range(0, self.size, _BLOCK):
            high = min(low + _BLOCK, self.size)
            few = high - low == _BLOCK and len(set(self.lower[low:high])) <= _FEW_WORDS
            dull += [few] * (high - low)
        return dull

    def decimal_sign(self, index: int) -> str:
        """What the paragraph of token ``index`` writes before decimals, where it shows that: "," or "." or nothing.

        "48,5 km²" makes "1.231 m" more than a thousand; beside "15.766 points", "14.600" are no thousands.
        """
        at = self.start[index]
        low, high, sign = self._decimal_sign
        if not low <= at < high:
            low = self.plain.rfind("\n\n", 0, at) + 1
            high = self.plain.find("\n\n", at)
            high = len(self.plain) if high == -1 else high
            points = _POINT_DECIMAL.search(self.plain, low, high)
            if not points and _COMMA_DECIMAL.search(self.plain, low, high):
                sign = ","
            else:
                sign = "." if _THREE_PLACES.search(self.plain, low, high) else ""
            self._decimal_sign = low, high, sign
        return sign

    def between(self, first: int, last: int) -> str:
        """The masked text from token ``first`` to before token ``last``."""
        return self.plain[self.start[first] : self.end[last - 1]]


@lru_cache(maxsize=1)
def read(text: str) -> Tokens:
    """The tokens of ``text``; the dates and the quantities of one text are asked for right after each other."""
    return Tokens(text)
