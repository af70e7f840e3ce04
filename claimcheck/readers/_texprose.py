"""Prose of a LaTeX text: of the length of the source, its markup blank, its characters as they are printed."""

from __future__ import annotations

import re

_JOINED = re.compile(r"[\w’'-]*[.,;:!?)”’]{0,3}")
_TAILS = frozenset("%°”’)'-–.,;:!?\u202f")  # what may end a word, or part it from the rest of it
_FAR = 12  # blanks behind a word beyond which it is not drawn together with what follows
_NO_LINE_END = re.compile(r"[^\n\r]")


class Prose:
    """Written from left to right. A word that markup divides is drawn together, its blanks behind it: ``M\\"uller`` is
    "Müller" and two blanks, ``\\emph{word}s`` begins where "word" does.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._owed = 0  # blanks that stand behind the word that is being written
        self._last = ""

    def show(self, words: str, length: int) -> None:
        """``words``, printed for a stretch of ``length`` characters of the source, which is no shorter."""
        words = words[:length]
        if self._owed > _FAR:
            self._pay()
        if not words:
            self.hide(" " * length)
            return
        if self._in_word() and (self._owed or len(words) < length):
            joined = _JOINED.match(words)
            head = joined[0] if joined else ""
            if head:
                self._write(head)
            if rest := words[len(head) :]:
                if not head and not words[0].isspace() and not self._owed:
                    self._write(rest)  # "5\%"
                    self._owed += length - len(words)
                    return
                self._pay()
                self._write(rest)
            self._owed += length - len(words)
            return
        self._pay()
        # Where a word begins the blanks go before it, so that it stands where its letters do: "\$5".
        self._pieces.append(" " * (length - len(words)))
        self._write(words)

    def hide(self, source: str) -> None:
        """Blanks for ``source``; its line ends stay."""
        if self._in_word() and "\n" not in source and "\r" not in source:
            self._owed += len(source)
            return
        self._pay()
        self._pieces.append(_NO_LINE_END.sub(" ", source))
        self._last = " " if source else self._last

    def text(self) -> str:
        self._pay()
        return "".join(self._pieces)

    def _in_word(self) -> bool:
        return self._last.isalnum() or self._last in _TAILS

    def _write(self, words: str) -> None:
        self._pieces.append(words)
        self._last = words[-1]

    def _pay(self) -> None:
        if self._owed:
            self._pieces.append(" " * self._owed)
            self._owed = 0
            self._last = " "
