"""Which records of its bibliography files belong to a text: a file is its own list, or a library that it draws on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from claimcheck.cite.keys import Key
from claimcheck.model import Document, SourceRecord

_OWN = 60  # entries of a file that is nobody's library; a long article cites as many


def belonging(document: Document, keys: Iterable[Key]) -> tuple[SourceRecord, ...]:
    """The records that count as the text's sources, in the order of their files.

    All of a file that bears the text's name, is short, or is cited for the most part. Of a library of thousands that
    serves many texts only what ``keys`` name: the rest is not printed, nothing is wrong with it here, and none of it is
    fetched.
    """
    if not document.records:
        return ()
    cited = {label for key in keys for label in key.labels}
    entries = Counter(record.path for record in document.records)
    used = Counter(record.path for record in document.records if record.key in cited)
    stem = PurePath(document.path).stem
    own = {
        path
        for path, count in entries.items()
        if path is None or count <= _OWN or 2 * used[path] >= count or PurePath(path).stem == stem
    }
    return tuple(record for record in document.records if record.path in own or record.key in cited)
