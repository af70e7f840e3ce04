"""What holds for every report: it can be written whatever a text, a page or another version's audit says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from claimcheck import catalogue
from claimcheck.interchange import audit_from_json, audit_json
from tests.reports.sample import audit

HOSTILE = (
    "</script><svg onload=alert(1)>", "\u202eabc\x00\x1b[31m", "lone \ud800 half", "=1+1\r\n::error::x", "",
    "`code` | [link](javascript:x)", "http://[bad", "https://x.example/ y", "\u2028", "x" * 3_000, "{{ 7 * 7 }}",
)  # fmt: skip
FREE = frozenset(
    "rule version as_of text message url title detail path document reason claim source explanation help waiver value "
    "published sha256 container reasons notes reference".split()
)


def free(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of an audit's JSON that hold words of somebody else."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from free(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from free(inner, (*path, index))
    elif isinstance(value, str) and next(key for key in reversed(path) if isinstance(key, str)) in FREE:
        yield path


@pytest.mark.parametrize("name", catalogue.names("reports"))
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_everywhere(name: str, words: str) -> None:
    changed = json.loads(json.dumps(audit_json(audit())))
    for *path, last in free(changed):
        place = changed
        for key in path:
            place = place[key]
        place[last] = words
    report = catalogue.load("reports", name).render(audit_from_json(changed))
    report.encode("utf-8")
    assert report == catalogue.load("reports", name).render(audit_from_json(changed))
    assert not any(sign in report for sign in "\x00\x1b\u202e") or name in {"json", "jsonl"}
    assert report.endswith("\n")
