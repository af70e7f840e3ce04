"""From a document to its claims: every sentence weighed, the check-worthy ones with facts, citations and a lasting
id.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import ModuleType

from claimcheck import cite, segment
from claimcheck.extract._body import Body, read_body
from claimcheck.extract._furniture import biographies, furniture
from claimcheck.extract._language import language_of
from claimcheck.extract._split import split
from claimcheck.extract._titles import asserts, title_span
from claimcheck.extract._unclear import unclear
from claimcheck.extract._worth import Weight, weigh
from claimcheck.model import PROSE_KINDS, Claim, Document, DocumentInfo, Extraction, Facts, Reference, Sentence, Span
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


def extract(document: Document) -> Extraction:
    """Everything checkable in ``document``: claims in reading order, then the reference titles that assert something."""
    sentences = segment.sentences(document)
    bibliography = segment.bibliography(document)
    citing = cite.cite(document, sentences, bibliography)
    spans = {citation.id: citation.span for citation in citing.citations}
    outside = bibliography.blocks | biographies(document)
    body = read_body(document, spans.values(), outside)
    drafts: list[Claim] = []
    for index, sentence in enumerate(sentences):
        if sentence.paragraph not in outside and _may_claim(sentence, body):
            cited = _Cited(citing.own.get(index, ()), citing.inherited.get(index, ()), spans)
            drafts.extend(_sentence_claims(body, sentence, cited))
    drafts.extend(_title_claims(body, citing.references))
    claims = _identify(drafts, document)
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


def _may_claim(sentence: Sentence, body: Body) -> bool:
    """False for what stands outside the running text, for page furniture, and for a sentence of citations alone."""
    if sentence.block.kind not in PROSE_KINDS or not sentence.block.body:
        return False
    words = sentence.span.of(body.prose)
    return any(map(str.isalnum, words)) and not furniture(sentence.span.of(body.document.prose))


def _sentence_claims(body: Body, sentence: Sentence, cited: _Cited) -> Iterator[Claim]:
    """The sentence as one claim, or as several where each part is worth checking on its own."""
    whole = _draft(body, sentence.span, cited)
    if whole.class_ in _SELECTED:
        spans = [span.shifted(sentence.span.start) for span in split(sentence.span.of(body.prose))]
        parts = [_draft(body, _trimmed(body, span), _of_part(cited, span)) for span in spans] if len(spans) > 1 else []
        if parts and all(part.class_ in _SELECTED for part in parts):
            yield from parts
            return
    yield whole


def _of_part(cited: _Cited, part: Span) -> _Cited:
    """The citations that stand in the part; where none does, those of the sentence: one at its end vouches for all."""
    inside = tuple(key for key in cited.own if part.contains(cited.spans[key]))
    return replace(cited, own=inside or cited.own)


def _trimmed(body: Body, span: Span) -> Span:
    """``span`` without white space at its ends in the text as read."""
    words = span.of(body.document.text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _draft(body: Body, span: Span, cited: _Cited) -> Claim:
    """A claim without its id."""
    prose = span.of(body.prose)
    facts = body.facts_in(span)
    modality = modality_of_claim(prose)
    weight = weigh(prose, facts, offset=span.start, cites=bool(cited.own), modality=modality)
    return replace(
        _place(body.document, span, facts, weight),
        modality=modality,
        unclear=unclear(prose, facts, span.start),
        citations=cited.own,
        inherited=cited.inherited,
    )


def _place(document: Document, span: Span, facts: Facts, weight: Weight) -> Claim:
    words = span.of(document.text)
    return Claim(
        id="",
        text=words,
        span=span,
        line=document.line_of(span.start),
        document=document.path,
        prose=" ".join(span.of(document.prose).split()),
        class_=weight.class_,
        column=document.column_of(span.start),
        page=document.page_of(span.start),
        reasons=weight.reasons,
        facts=facts,
        digest=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
        suggested=tuple(dict.fromkeys(entry.url for entry in facts.instruments if entry.url)),
    )


# --- Titles of references -------------------------------------------------------------------------------------------


def _title_claims(body: Body, references: Sequence[Reference]) -> Iterator[Claim]:
    document = body.document
    for reference in references:
        span = title_span(reference, document.text)
        if span is None:
            continue
        prose = span.of(document.prose)
        facts = body.facts_of(prose, span.start)
        if asserts(prose, facts):
            weight = Weight("fact", 2, ("+2 the title of a cited source that asserts something",))
            claim = _place(document, span, facts, weight)
            yield replace(claim, kind="reference-title", reference=reference.id, modality=modality_of_claim(prose))


# --- Identity -------------------------------------------------------------------------------------------------------


def _identify(drafts: Sequence[Claim], document: Document) -> list[Claim]:
    """Ids from the document's name and the claim's words alone: an edit elsewhere in the text changes none of them."""
    stem = PurePath(document.path).stem
    seen: Counter[tuple[str, str]] = Counter()
    taken: set[str] = set()
    named: list[Claim] = []
    for draft in drafts:
        words = " ".join(fold(draft.text).lower().split())
        repeat = seen[draft.kind, words]
        seen[draft.kind, words] += 1
        while (key := _key(stem, draft.kind, words, repeat)) in taken:
            repeat += 1
        taken.add(key)
        named.append(replace(draft, id=key))
    return named


def _key(stem: str, kind: str, words: str, repeat: int) -> str:
    content = "\x1f".join((stem, kind, words, str(repeat)))
    return "c-" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class _Room(ModuleType):
    """This package is callable: ``claimcheck.extract(text)`` is the public function, and the room keeps its name."""

    def __call__(self, text: str, *, path: str = "text.txt") -> Extraction:
        return extract(read_bytes(text.encode("utf-8", "surrogatepass"), path=path, charset="utf-8"))


sys.modules[__name__].__class__ = _Room
