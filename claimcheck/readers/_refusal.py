"""Why a file or body could not be read, as a value the caller can act on."""

from __future__ import annotations

from typing import Literal

from claimcheck.errors import UnreadableText

Reason = Literal[
    "missing",  # no such file
    "folder",  # a folder where a file was asked for
    "forbidden",  # the operating system refuses to open it
    "too-big",  # over MAX_BYTES
    "empty",  # no bytes, or white space only
    "binary",  # not text at all
    "undecodable",  # text in no encoding that fits
    "unsupported-type",  # a format without a reader
    "needs-ocr",  # an image, or a scan without a text layer
    "encrypted",  # a PDF that asks for a password
    "broken",  # a file that is damaged, or that stopped its parser
    "too-slow",  # the parser ran into its time limit
]


class Refusal(UnreadableText):
    """A text that cannot be read; ``reason`` lets the fetcher turn the same refusal of a source into an outcome."""

    def __init__(self, reason: Reason, message: str, *, place: str, remedy: str) -> None:
        super().__init__(message, place=place, remedy=remedy)
        self.reason: Reason = reason


def refuse_blank(text: str, path: str, message: str = "the file is empty") -> None:
    """Refuses a text that holds nothing to read.

    Raises:
        Refusal: ``text`` is empty or white space ("empty").
    """
    if not text or text.isspace():
        raise Refusal("empty", message, place=path, remedy="check that the text was saved, then try again")
