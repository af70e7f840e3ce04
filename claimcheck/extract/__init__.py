"""From a document to its claims: every sentence weighed, the check-worthy ones with facts, citations and a lasting
id.
"""

from __future__ import annotations

import gc
import hashlib
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import ModuleType

from claimcheck import bibliographies, cite, segment
from claimcheck.extract._body import Body, read_body
from claimcheck.extract._furniture import biographies, furniture, registers
from claimcheck.extract._language import language_of
from claimcheck.extract._split import split
from claimcheck.extract._titles import asserts, title_span
from claimcheck.extract._unclear import unclear
from claimcheck.extract._worth import Weight, weigh
from claimcheck.model import (
    PROSE_KINDS,
    Claim,
    Document,
    DocumentInfo,
    Extraction,
    Facts,
    Modality,
    Reference,
    Sentence,
    Span,
)
from claimcheck.model.claims import ClaimKind
from claimcheck.parse.stance import modality_of_claim
from claimcheck.parse.words import fold
from claimcheck.readers import read_bytes

__all__ = ["extract"]

_SELECTED = frozenset({"fact", "cited"})


@dataclass(frozen=True, slots=True)
class _Cited:
    """The citations that a sentence owns, and those of the rest of its paragraph."""

    own: tuple[str, ...]
    inherited: tuple[str, ...]
    spans: dict[str, Span]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A stretch of the text as it was weighed, before it is a claim."""

    span: Span
    facts: Facts
    modality: Modality
    weight: Weight
    cited: _Cited
    reference: str | None = None
    """For the title of a source: its reference."""

    @property
    def kind(self) -> ClaimKind:
        return "reference-title" if self.reference else "statement"

    @property
    def selected(self) -> bool:
        return self.weight.class_ in _SELECTED


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Nobody looks for cyclic garbage meanwhile: extraction makes none, and the search goes over every fact again and
    again, a twelfth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_collection_paused()
def extract(document: Document) -> Extraction:
    """Everything checkable in ``document``: claims in reading order, then the reference titles that assert something."""
    sentences = segment.sentences(document)
    bibliography = bibliographies.bibliography(document)
    citing = cite.cite(document, sentences, bibliography)
    spans = {citation.id: citation.span for citation in citing.citations}
    outside = bibliography.blocks | citing.listed | biographies(document) | registers(document)
    body = read_body(document, spans.values(), outside)
    drafts: list[_Draft] = []
    for index, sentence in enumerate(sentences):
        if sentence.paragraph not in outside and _may_claim(sentence, body, cites=index in citing.own):
            cited = _Cited(citing.own.get(index, ()), citing.inherited.get(index, ()), spans)
            drafts.extend(_of_sentence(body, sentence, cited))
    drafts.extend(_of_titles(body, citing.references))
    claims = [_claim(body, draft, key) for draft, key in zip(drafts, _ids(drafts, document), strict=True)]
    return Extraction(
        document=DocumentInfo(
            path=document.path,
            title=document.title,
            sha256=document.sha256,
            media_type=document.media_type,
            language=document.language or language_of(document.prose),
            characters=len(document.text),
        ),
        claims=tuple(claim for claim in claims if claim.class_ in _SELECTED),
        citations=citing.citations,
        references=citing.references,
        unselected=tuple(claim for claim in claims if claim.class_ not in _SELECTED),
    )


# --- Sentences ------------------------------------------------------------------------------------------------------


def _may_claim(sentence: Sentence, body: Body, *, cites: bool) -> bool:
    """False for what stands outside the running text, for page furniture, a sentence of citations alone, one word."""
    if sentence.block.kind not in PROSE_KINDS or not sentence.block.body:
        return False
    words = sentence.span.of(body.prose)
    if not any(map(str.isalnum, words)) or furniture(sentence.span.of(body.document.prose)):
        return False
    # One word claims nothing; five signs of a script without spaces may.
    return cites or len(words.split(None, 1)) > 1 or not (words.isascii() or len(words) < 5)


def _of_sentence(body: Body, sentence: Sentence, cited: _Cited) -> Iterator[_Draft]:
    """The sentence as one claim, or as several where each part is worth checking on its own."""
    whole = _draft(body, sentence.span, cited)
    if whole.selected:
        spans = [span.shifted(sentence.span.start) for span in split(sentence.span.of(body.prose))]
        if len(spans) > 1:
            shares = _shared(cited, spans)
            parts = [_draft(body, _trimmed(body, span), share) for span, share in zip(spans, shares, strict=True)]
            if all(part.selected for part in parts):
                yield from parts
                return
    yield whole


def _shared(cited: _Cited, parts: Sequence[Span]) -> list[_Cited]:
    """What each part cites: the citations between its start and the next part's, else those of the part that follows.

    One at the end of the sentence vouches for every part before it that has none.
    """
    starts = [part.start for part in parts]
    own: list[tuple[str, ...]] = [() for _ in parts]
    for key in cited.own:
        own[max(0, bisect_right(starts, cited.spans[key].start) - 1)] += (key,)
    later = cited.own
    for at in range(len(parts) - 1, -1, -1):
        own[at] = later = own[at] or later
    return [replace(cited, own=keys) for keys in own]


def _trimmed(body: Body, span: Span) -> Span:
    """``span`` without white space at its ends in the text as read."""
    words = span.of(body.document.text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _draft(body: Body, span: Span, cited: _Cited) -> _Draft:
    prose = span.of(body.prose)
    facts = body.facts_in(span)
    modality = modality_of_claim(prose)
    weight = weigh(prose, facts, offset=span.start, cites=bool(cited.own), modality=modality)
    return _Draft(span, facts, modality, weight, cited)


def _claim(body: Body, draft: _Draft, key: str) -> Claim:
    document, span, facts = body.document, draft.span, draft.facts
    words = span.of(document.text)
    return Claim(
        id=key,
        text=words,
        span=span,
        line=document.line_of(span.start),
        document=document.path,
        prose=body.told(span),
        class_=draft.weight.class_,
        kind=draft.kind,
        column=document.column_of(span.start),
        page=document.page_of(span.start),
        modality=draft.modality,
        unclear=() if draft.reference else unclear(span.of(body.prose), facts, span.start),
        reasons=draft.weight.reasons,
        facts=facts,
        citations=draft.cited.own,
        inherited=draft.cited.inherited,
        reference=draft.reference,
        digest=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
        suggested=tuple(dict.fromkeys(entry.url for entry in facts.instruments if entry.url)),
    )


# --- Titles of references -------------------------------------------------------------------------------------------


def _of_titles(body: Body, references: Sequence[Reference]) -> Iterator[_Draft]:
    document = body.document
    for reference in references:
        span = title_span(reference, document.text)
        if span is None:
            continue
        prose = span.of(document.prose)
        facts = body.facts_of(prose, span.start)
        if asserts(prose, facts):
            weight = Weight("fact", 2, ("+2 the title of a cited source that asserts something",))
            yield _Draft(span, facts, modality_of_claim(prose), weight, _Cited((), (), {}), reference.id)


# --- Identity -------------------------------------------------------------------------------------------------------


def _ids(drafts: Sequence[_Draft], document: Document) -> Iterator[str]:
    """Ids from the document's name and the claim's words alone: an edit elsewhere in the text changes none of them."""
    stem = PurePath(document.path).stem
    seen: Counter[tuple[str, str]] = Counter()
    taken: set[str] = set()
    for draft in drafts:
        words = " ".join(fold(draft.span.of(document.text)).lower().split())
        repeat = seen[draft.kind, words]
        seen[draft.kind, words] += 1
        while (key := _key(stem, draft.kind, words, repeat)) in taken:
            repeat += 1
        taken.add(key)
        yield key


def _key(stem: str, kind: str, words: str, repeat: int) -> str:
    content = "\x1f".join((stem, kind, words, str(repeat)))
    return "c-" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class _Room(ModuleType):
    """This package is callable: ``claimcheck.extract(text)`` is the public function, and the room keeps its name."""

    def __call__(self, text: str, *, path: str = "text.txt") -> Extraction:
        return extract(read_bytes(text.encode("utf-8", "surrogatepass"), path=path, charset="utf-8"))


sys.modules[__name__].__class__ = _Room
