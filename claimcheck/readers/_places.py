"""Offsets of a file to lines and columns."""

from __future__ import annotations

from bisect import bisect_right


class Places:
    """Where the lines of one text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        position = text.find("\n")
        while position != -1:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``, both one-based."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
