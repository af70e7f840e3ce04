"""Extraction beside the nearest packages, on the labelled cases of ``tests/eval`` and in one run.

    pip install quantulum3 text2num dateparser citesure claim-verifier
    python -m tests.benchmarks.peers            # the sealed half
    python -m tests.benchmarks.peers open

Each peer is judged as kindly as its interface allows. A quantity counts as found when the place overlaps and the value
(for a range either end) is right; units, hedges and counted nouns are not asked of a peer. A date counts when the
stated parts agree. A link counts when it leads from a citation to its reference; rapidfuzz is even given the citations
and the entries of the label, and the threshold that serves it best on these very cases. A peer that is not installed
is named as such.
"""

from __future__ import annotations

import importlib
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.parse import dates, quantities
from tests.eval import score_citations, score_facts

Spans = list[tuple[int, int, Any]]


@dataclass(frozen=True)
class Row:
    """One line of a table: what was right, of how many that were said, of how many that are labelled."""

    name: str
    right: int
    said: int
    labelled: int
    note: str = ""

    def __str__(self) -> str:
        precision = self.right / self.said if self.said else 0.0
        recall = self.right / self.labelled if self.labelled else 0.0
        return f"  {self.name:34} precision {precision:6.1%}  recall {recall:6.1%}  {self.note}"


def _package(name: str) -> Any:
    """The package, or ``None`` where it is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except ImportError:
        return None


# --- facts --------------------------------------------------------------------------------------------------------


def _quantulum(text: str) -> Spans:
    parser = importlib.import_module("quantulum3.parser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [(*found.span, found.value) for found in parser.parse(text)]


def _text2num(text: str) -> Spans:
    """Numbers in words become digits; the digits are then read where they stand, word by word."""
    package = importlib.import_module("text_to_num")
    words = [(match.start(), match.end(), match.group()) for match in re.finditer(r"\S+", text)]
    found: Spans = []
    turned = package.alpha2digit(text, "en")
    # Words that stayed the same keep their order: what lies between two of them was one number.
    numbers = [match.group() for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", turned)]
    at = 0
    for number in numbers:
        value = float(number.replace(",", ""))
        for index in range(at, len(words)):
            for length in (6, 5, 4, 3, 2, 1):
                piece = words[index : index + length]
                written = " ".join(word for *_, word in piece).strip(".,;:()\"'")
                if len(piece) == length and package.alpha2digit(written, "en").replace(",", "") == f"{value:g}":
                    found.append((piece[0][0], piece[-1][1], value))
                    at = index + length
                    break
            else:
                continue
            break
    return found


def _ours(text: str) -> Spans:
    return [(one.span.start, one.span.end, (one.low, one.high)) for one in quantities.find(text)]


def _same_value(label: Mapping[str, Any], said: Any) -> bool:
    values = said if isinstance(said, tuple) else (said,)
    wanted = [value for value in (label["low"], label["high"]) if value is not None]
    # A percentage or a share may be given as written or as a fraction.
    wanted += [100 * value for value in wanted] if label["unit"] == "ratio" else []
    return any(
        value is not None and abs(value - one) <= 1e-3 * max(1.0, abs(one))
        for value in values
        for one in wanted
    )  # fmt: skip


def _facts(half: str) -> Iterator[str]:
    peers: list[tuple[str, str, Callable[[str], Spans]]] = [
        ("claimcheck", "claimcheck", _ours),
        ("quantulum3", "quantulum3", _quantulum),
        ("text2num", "text_to_num", _text2num),
    ]
    cases = score_facts.cases(half)
    yield f"quantities of {len(cases)} sentences (value and place)"
    for name, package, find in peers:
        if _package(package) is None:
            yield f"  {name:34} not installed"
            continue
        right = said = labelled = traps = 0
        for case in cases:
            found = find(case["text"])
            said += len(found)
            labelled += len(case["quantities"])
            left = list(found)
            for label in case["quantities"]:
                start = case["text"].find(label["text"])
                match = next(
                    (
                        one
                        for one in left
                        if one[0] < start + len(label["text"]) and start < one[1] and _same_value(label, one[2])
                    ),
                    None,
                )
                if match:
                    left.remove(match)
                    right += 1
            traps += sum(_in_trap(case, one) for one in left)
        yield str(Row(name, right, said, labelled, f"identifiers read as quantities {traps}"))


def _in_trap(case: Mapping[str, Any], found: tuple[int, int, Any]) -> bool:
    text = case["text"]
    for trap in case["traps"]:
        start = text.find(trap)
        if start < found[1] and found[0] < start + len(trap):
            return True
    return False


def _dateparser(text: str) -> list[tuple[int, int, str]]:
    search = importlib.import_module("dateparser.search")
    found, at = [], 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for written, moment in search.search_dates(text, languages=["en"]) or ():
            start = text.find(written, at)
            at = start + len(written)
            found.append((start, at, moment.date().isoformat()))
    return found


def _days(half: str) -> Iterator[str]:
    cases = [case for case in score_facts.cases(half) if case["dates"]]
    yield f"dates of {len(cases)} sentences that hold one"
    peers: list[tuple[str, str, Callable[[str], list[tuple[int, int, str]]]]] = [
        (
            "claimcheck",
            "claimcheck",
            lambda text: [(one.span.start, one.span.end, one.edtf) for one in dates.find(text)],
        ),
        ("dateparser (search_dates)", "dateparser", _dateparser),
    ]
    for name, package, find in peers:
        if _package(package) is None:
            yield f"  {name:34} not installed"
            continue
        right = said = labelled = 0
        for case in cases:
            left = find(case["text"])
            said += len(left)
            labelled += len(case["dates"])
            for label in case["dates"]:
                start = case["text"].find(label["text"])
                match = next(
                    (
                        one
                        for one in left
                        if one[0] < start + len(label["text"]) and start < one[1] and _same_date(label["edtf"], one[2])
                    ),
                    None,
                )
                if match:
                    left.remove(match)
                    right += 1
        yield str(Row(name, right, said, labelled))


def _same_date(edtf: str, said: str) -> bool:
    """``said`` may be a whole day that a date library filled in: only the stated parts are compared."""
    return edtf == said or (bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf)) and said.startswith(edtf))


# --- citations ----------------------------------------------------------------------------------------------------


def _links(half: str) -> Iterator[str]:
    cases = score_citations.load(half)
    labels = [label for case in cases for label in case["citations"]]
    resolved = sum(label["status"] == "resolved" for label in labels)
    yield f"links of {len(labels)} citations in {len(cases)} documents, {resolved} of them to one reference"
    ours = score_citations.score(cases)
    yield f"  {'claimcheck':34} right {ours.right}/{ours.citations} with status, wrong links {ours.silent_wrong}"
    if _package("citesure") is None:
        yield f"  {'citesure':34} not installed"
    else:
        right, said = _citesure(cases)
        yield f"  {'citesure':34} right {right}/{resolved}, wrong links {said - right}"
    if _package("claimverify") is None:
        yield f"  {'claim-verifier':34} not installed"
    else:
        right, said = _claimverify(cases)
        yield f"  {'claim-verifier':34} right {right}/{resolved}, wrong links {said - right}"
    yield from _rapidfuzz(cases, resolved)


def _entry(case: Mapping[str, Any], starts: str) -> str:
    """The line of an entry that begins with ``starts``."""
    at = case["text"].find(starts)
    end = case["text"].find("\n", at)
    return str(case["text"][at : end if end != -1 else None])


def _citesure(cases: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    extract = importlib.import_module("citesure.citations").extract_citations
    right = said = 0
    for case in cases:
        urls = {label["key"]: label["url"] for label in case["references"]}
        found = extract(case["text"])
        said += len(found)
        for label in case["citations"]:
            if label["status"] != "resolved":
                continue
            wanted = {urls.get(key) for key in label["references"]} - {None}
            match = next(
                (
                    one
                    for one in found
                    if one.url in wanted and (one.citation_id == label["text"] or label["text"] in one.claim)
                ),
                None,
            )
            if match:
                found.remove(match)
                right += 1
    return right, said


def _claimverify(cases: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    package = importlib.import_module("claimverify.extract")
    right = said = 0
    for case in cases:
        body, listed = package.split_sections(case["text"])
        entries = package.parse_references(listed)
        starts = {label["key"]: label["starts"] for label in case["references"]}
        links = []
        for claim in package.extract_claims(body):
            for key in claim.cites:
                chosen = package.pick_reference([entry for entry in entries if entry.key == key.key], key)
                if chosen:
                    links.append((key, chosen.entry))
        said += len(links)
        for label in case["citations"]:
            if label["status"] != "resolved" or len(label["references"]) != 1:
                continue
            begin = " ".join(starts[label["references"][0]].split())
            match = next(
                (
                    link
                    for link in links
                    if link[0].surname.lower() in label["text"].lower()
                    and link[0].year in label["text"]
                    and link[1].startswith(begin[:30])
                ),
                None,
            )
            if match:
                links.remove(match)
                right += 1
    return right, said


def _rapidfuzz(cases: Sequence[Mapping[str, Any]], resolved: int) -> Iterator[str]:
    fuzz = importlib.import_module("rapidfuzz.fuzz")
    best: tuple[int, int, str] | None = None
    for scorer in ("ratio", "partial_ratio", "token_set_ratio", "partial_token_set_ratio", "WRatio"):
        scored = list(_fuzzy(cases, getattr(fuzz, scorer)))
        for threshold in range(40, 101, 2):
            linked = [(score, is_right) for score, is_right in scored if score >= threshold]
            right = sum(is_right for _, is_right in linked)
            row = (right, right - len(linked), f"{scorer} at {threshold}")
            if best is None or row > best:
                best = row
    if best:
        yield f"  {f'rapidfuzz {best[2]} (given the keys)':34} right {best[0]}/{resolved}, wrong links {-best[1]}"


def _fuzzy(cases: Sequence[Mapping[str, Any]], scorer: Callable[[str, str], float]) -> Iterable[tuple[float, bool]]:
    """For each citation the score of its best entry, and whether that is the right one."""
    for case in cases:
        entries = {label["key"]: _entry(case, label["starts"]) for label in case["references"]}
        for label in case["citations"]:
            scored = [(scorer(label["text"].lower(), entry.lower()), key) for key, entry in entries.items()]
            if scored:
                score, key = max(scored)
                yield score, label["status"] == "resolved" and label["references"] == [key]


def main(arguments: Sequence[str]) -> None:
    half = arguments[0] if arguments else "sealed"
    for table in (_facts(half), _days(half), _links(half)):
        for line in table:
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
