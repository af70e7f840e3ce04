"""Errors that a person can mend.

::

    ClaimcheckError              message and remedy; exit 2 unless said otherwise
      UsageError                 a combination of options that makes no sense
      UnreadableText             a text that is missing, binary, empty or undecodable
      UnusableFile               a claims, lock or config file with mistakes: all of them, each with its line
      MissingExtra               a format that needs an optional dependency
      StoreError                 the evidence store or an output cannot be written (exit 3)

What one source does wrong is a value (``claimcheck.model.Source``), never an exception. A bug is none of these: the
crash guard of the command line reports it as a bug, with exit 3, never as a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class ClaimcheckError(Exception):
    """Something a person can mend: ``place`` is a file or ``file:line``, ``remedy`` says what to change."""

    exit_code = 2

    def __init__(self, message: str, *, place: str | None = None, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text}\n  = help: {self.remedy}" if self.remedy else text


class UsageError(ClaimcheckError):
    """Options or arguments that do not go together."""


class UnreadableText(ClaimcheckError):
    """A text under audit that cannot be read."""


class MissingExtra(ClaimcheckError):
    """A format whose reader needs an optional dependency."""


class StoreError(ClaimcheckError):
    """The evidence store, the lock or an output could not be written; the old file is untouched."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a file that people edit."""

    line: int
    message: str
    remedy: str | None = None


class UnusableFile(ClaimcheckError):
    """A claims, lock or config file with mistakes; every one of them is reported at once."""

    def __init__(self, path: str, mistakes: Sequence[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(mistakes)
        super().__init__(f"{len(self.mistakes)} mistake{'s' if len(self.mistakes) != 1 else ''}", place=path)

    def __str__(self) -> str:
        rows = []
        for mistake in self.mistakes:
            rows.append(f"{self.path}:{mistake.line}: {mistake.message}")
            if mistake.remedy:
                rows.append(f"  = help: {mistake.remedy}")
        return "\n".join(rows)
