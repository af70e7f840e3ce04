"""Scores citation resolution on the labelled cases.

Run ``python -m tests.eval.score_citations`` for the open half, errors and all, and with ``--sealed`` for the totals of
the sealed half, whose cases are never printed. A citation is right when its span, its status and its references (or
candidates) are. A *silent wrong link* is a resolved citation whose references are not the labelled ones.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from claimcheck.bibliographies import bibliography
from claimcheck.cite import Citing, cite
from claimcheck.model import Citation, Document, Reference, Span
from claimcheck.readers import read_bytes
from claimcheck.segment import sentences

EVAL = Path(__file__).parent
MEDIA_TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "tex": "text/x-tex",
    "wiki": "text/x-wiki",
}


@dataclass
class Score:
    """Counts over a set of cases; ``errors`` holds one line for each mistake."""

    citations: int = 0
    spans: int = 0
    right: int = 0
    scopes: int = 0
    silent_wrong: int = 0
    spurious: int = 0
    references: int = 0
    references_found: int = 0
    urls: int = 0
    years: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        return self.right / self.citations if self.citations else 1.0

    def totals(self) -> str:
        return (
            f"citations {self.citations}: spans {self.spans}, status and references {self.right} "
            f"({self.accuracy:.1%}), scope {self.scopes}; "
            f"silent wrong links {self.silent_wrong}, spurious {self.spurious}; "
            f"references {self.references}: found {self.references_found}, url {self.urls}, year {self.years}"
        )


def load(half: str) -> list[dict[str, Any]]:
    """The cases of the ``open`` or ``sealed`` half."""
    lines = (EVAL / half / "citations.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def read(case: Mapping[str, Any]) -> Document:
    suffix = case["format"] if case["format"] in {"md", "html", "tex"} else "txt"
    return read_bytes(case["text"].encode(), path=f"{case['id']}.{suffix}", media_type=MEDIA_TYPES[case["format"]])


def score(cases: Sequence[Mapping[str, Any]]) -> Score:
    total = Score()
    for case in cases:
        document = read(case)
        citing = cite(document, sentences(document), bibliography(document))
        _score_case(case, document, citing, total)
    return total


def _score_case(case: Mapping[str, Any], document: Document, citing: Citing, total: Score) -> None:
    where = _Places(case["text"], document.text)
    keys: dict[str, str] = {}
    for label in case["references"]:
        total.references += 1
        found = _reference_at(where, label["starts"], citing, taken=keys)
        if found is None:
            total.errors.append(f"{case['id']} {case['style']}: no reference {label['starts']!r}")
            continue
        keys[found.id] = label["key"]
        total.references_found += 1
        total.urls += found.url == label["url"]
        if found.url != label["url"]:
            total.errors.append(f"{case['id']}: url of {label['starts']!r} is {found.url!r}, not {label['url']!r}")
        year = re.sub(r"(?<=\d{4})[a-z]$", "", found.year or "") or None
        total.years += year == label["year"]
        if year != label["year"]:
            total.errors.append(f"{case['id']}: year of {label['starts']!r} is {found.year!r}, not {label['year']!r}")
    left = list(citing.citations)
    for label in case["citations"]:
        total.citations += 1
        span = where.nth(label["text"], label["nth"])
        match = next((one for one in left if one.span == span), None)
        if match is None:
            near = next((one.text for one in left if span and one.span.overlaps(span)), None)
            total.errors.append(
                f"{case['id']} {case['style']}: missed {label['text']!r} ({label['status']}); instead {near!r}"
            )
            continue
        left.remove(match)
        total.spans += 1
        total.scopes += match.scope == label["scope"]
        if match.scope != label["scope"]:
            total.errors.append(f"{case['id']}: scope of {label['text']!r} is {match.scope}, not {label['scope']}")
        linked = [keys.get(one, one) for one in match.references]
        if match.status == "resolved" and linked != label["references"]:
            total.silent_wrong += 1
        if _is_right(match, label, keys):
            total.right += 1
        else:
            named = linked or [keys.get(one, one) for one in match.candidates]
            total.errors.append(
                f"{case['id']} {case['style']}: {label['text']!r} is {match.status} {named}, "
                f"not {label['status']} {label['references'] or label['candidates']}"
            )
    total.spurious += len(left)
    total.silent_wrong += sum(one.status == "resolved" and not _overlaps_label(one, case, where) for one in left)
    total.errors += [f"{case['id']} {case['style']}: spurious {one.text!r} ({one.status})" for one in left]


def _overlaps_label(one: Citation, case: Mapping[str, Any], where: _Places) -> bool:
    """A resolved citation whose span is only a little off links no wrong reference."""
    spans = [where.nth(label["text"], label["nth"]) for label in case["citations"]]
    return any(span is not None and span.overlaps(one.span) for span in spans)


def _is_right(match: Citation, label: Mapping[str, Any], keys: Mapping[str, str]) -> bool:
    if match.status != str(label["status"]):
        return False
    if match.status == "resolved":
        return [keys.get(one, one) for one in match.references] == list(label["references"])
    if match.status == "dangling":
        return True  # suggestions are free
    return {keys.get(one, one) for one in match.candidates} == set(label["candidates"])


def _reference_at(where: _Places, starts: str, citing: Citing, *, taken: Mapping[str, str]) -> Reference | None:
    """The reference that begins with ``starts``; its number or label may stand before it."""
    for span in where.all(starts):
        for reference in citing.references:
            if (
                reference.id not in taken
                and reference.span.start <= span.start < reference.span.end
                and span.start - reference.span.start <= 60
            ):
                return reference
    return None


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""The HTML reader shows a raised number as such; its source has plain digits in a ``sup`` element."""


class _Places:
    """Where stretches of the case's source stand in the text as read (the same, but for HTML)."""

    def __init__(self, source: str, text: str) -> None:
        self._source = source
        self._map = {i: i for i in range(len(source) + 1)} if source == text else dict(_aligned(source, text))

    def nth(self, words: str, nth: int) -> Span | None:
        start = -1
        for _ in range(nth):
            start = self._source.find(words, start + 1)
            if start == -1:
                return None
        return self._span(start, words)

    def all(self, words: str) -> Iterator[Span]:
        start = self._source.find(words)
        while start != -1:
            span = self._span(start, words)
            if span:
                yield span
            start = self._source.find(words, start + 1)

    def _span(self, start: int, words: str) -> Span | None:
        inside = [self._map[i] for i in range(start, start + len(words)) if i in self._map]
        return Span(inside[0], inside[-1] + 1) if inside else None


def _aligned(source: str, text: str) -> Iterator[tuple[int, int]]:
    """Pairs of offsets of the visible characters of an HTML source and of the text that was rendered from it."""
    visible = [
        i
        for i, c in enumerate(re.sub(r"<[^>]*>", lambda match: "\0" * len(match.group()), source))
        if c not in "\0 \n\t"
    ]
    shown = [i for i, c in enumerate(text) if not c.isspace()]
    a, b = "".join(source[i] for i in visible), "".join(text[i] for i in shown).translate(RAISED)
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            yield visible[block.a + n], shown[block.b + n]


def main(arguments: Sequence[str]) -> None:
    half = "sealed" if "--sealed" in arguments else "open"
    result = score(load(half))
    if half == "open":
        print("\n".join(result.errors))
    print(f"{half} half: {result.totals()}")


if __name__ == "__main__":
    main(sys.argv[1:])
