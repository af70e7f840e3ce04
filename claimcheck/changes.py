"""What changed in the texts since a commit of their git repository: the claims that ``--changed-since`` audits.

A claim is unchanged when the older version of its text, read by the same readers, has a claim of the same words with
the same citations, references, added sources and waivers. Lines may have moved, and the file may have been renamed.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from claimcheck import claimsfile, readers
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.extract import extract
from claimcheck.history import Repository
from claimcheck.intake import Text
from claimcheck.model import Citation, Claim, Conflict, Document, Extraction, Finding, Location, Reference, Span
from claimcheck.rules import waivers_in

Entry = TypeVar("Entry", Claim, Citation, Reference)


@dataclass(frozen=True, slots=True)
class Changed:
    """What is new in one text: ids, and the stretches they stand in.

    ``at_all``: its file is not as it was; ``new``: it was not there.
    """

    at_all: bool = False
    new: bool = False
    claims: frozenset[str] = frozenset()
    citations: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be audited: everything, or (``ref`` is given) what changed, by the paths of the texts."""

    ref: str | None = None
    texts: Mapping[str, Changed] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def narrow(self, extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
        """The extractions with the claims to audit, and the references that these and the audit itself need."""
        if self.ref is None:
            return tuple(extractions)
        return tuple(_narrowed(one, self.texts.get(one.document.path, Changed())) for one in extractions)

    def findings(self, findings: Sequence[Finding], extractions: Sequence[Extraction]) -> tuple[Finding, ...]:
        """The findings that are about what changed; of a conflict, either side may have."""
        if self.ref is None:
            return tuple(findings)
        owners: dict[str, list[Changed]] = defaultdict(list)
        for one in extractions:
            changed = self.texts.get(one.document.path, Changed())
            for path in {one.document.path, one.claims_path, *(entry.path for entry in one.references)} - {None}:
                owners[str(path)].append(changed)
        return tuple(finding for finding in findings if _is_new(finding, owners))

    def conflicts(self, conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
        if self.ref is None:
            return tuple(conflicts)
        claims = {name for changed in self.texts.values() for name in changed.claims}
        references = {name for changed in self.texts.values() for name in changed.references}
        return tuple(
            conflict
            for conflict in conflicts
            if any(side.claim in claims or side.reference in references for side in conflict.sides)
        )


def since(texts: Sequence[Text], config: Config) -> Changes:
    """What changed since ``config.changed_since``; everything when that is not given.

    The texts are compared with the last commit that HEAD has in common with it, as a pull request is.

    Raises:
        UsageError: a text lies outside the repository, or the commit is unknown.
    """
    ref = config.changed_since
    if ref is None or not texts:
        return Changes(ref)
    paths = [text.document.path if text.document else text.extraction.claims_path or "" for text in texts]
    if "-" in paths:
        raise UsageError("--changed-since needs files, not standard input", remedy="name the text's file")
    repository = Repository.around(paths[0])
    for path in paths:
        if repository.name(path) is None:
            raise UsageError(f"{path} lies outside the repository {repository.top}", remedy="audit it by itself")
    base, notes = repository.base(ref)
    past = _Past(repository, base)
    with tempfile.TemporaryDirectory(prefix="claimcheck-since-") as folder:
        changed = {text.extraction.document.path: past.compare(text, config, Path(folder)) for text in texts}
    total = sum(len(text.extraction.claims) for text in texts)
    some = sum(len(one.claims) for one in changed.values())
    said = f"only what changed since {ref} was audited: {some} of {total} claims; the others were not judged again"
    if not any(one.at_all for one in changed.values()):
        said = f"no text changed since {ref}: none of {total} claims was judged again"
    return Changes(ref, changed, (said, *notes))


# --- What is about what changed -----------------------------------------------------------------------------------


def _narrowed(extraction: Extraction, changed: Changed) -> Extraction:
    claims = tuple(claim for claim in extraction.claims if claim.id in changed.claims)
    named = {key for claim in claims for key in (*claim.citations, *claim.inherited)}
    needed = set(changed.references)
    for citation in extraction.citations:
        if citation.id in named or citation.id in changed.citations:
            needed.update((*citation.references, *citation.candidates))
    needed.update(claim.reference for claim in claims if claim.reference)
    return replace(
        extraction, claims=claims, references=tuple(one for one in extraction.references if one.id in needed)
    )


def _is_new(finding: Finding, owners: Mapping[str, Sequence[Changed]]) -> bool:
    """Whether a finding is about something that changed, or about a whole text that did."""
    whole = finding.claim is None and finding.reference is None and finding.location.start is None
    for changed in owners.get(finding.location.document, ()):
        if finding.claim in changed.claims or finding.reference in changed.references:
            return True
        # A list of changes has no claims, and had none before: that it was edited is no reason to stop a commit.
        if whole and (changed.new or (changed.at_all and finding.rule != "nothing-checked")):
            return True
    places = (finding.location, *(related.location for related in finding.related if related.location))
    return any(_inside(place, changed) for place in places for changed in owners.get(place.document, ()))


def _inside(place: Location, changed: Changed) -> bool:
    if place.start is None or place.end is None:
        return False
    here = Span(place.start, max(place.end, place.start + 1))
    return any(span.overlaps(here) for span in changed.spans)


# --- Then and now -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Past:
    """The texts as they were at ``base``."""

    repository: Repository
    base: str

    def compare(self, text: Text, config: Config, folder: Path) -> Changed:
        """What is new in ``text``; ``folder`` is where files of then may be written."""
        now = text.extraction
        path = text.document.path if text.document else now.claims_path or ""
        kept = now.claims_path or claimsfile.default_path(path, str(config.claims_folder))
        beside = [one.path for one in text.document.bibliographies] if text.document else []
        if all(self.repository.is_unchanged(self.base, file) for file in (path, kept, *beside)):
            return Changed()
        then = self._then(text, kept, folder)
        if then is None:
            nothing = replace(now, claims=(), citations=(), references=())
            return replace(_new(now, text.document, nothing, None), new=True)
        return _new(now, text.document, *then)

    def _then(self, text: Text, kept: str, folder: Path) -> tuple[Extraction, Document | None] | None:
        """The text as it was, with what a person had decided then; ``None`` when there was no such text."""
        claims = self._written(kept, folder)
        known: Extraction | None = None
        try:
            known = claimsfile.read(str(claims)) if claims else None
        except ClaimcheckError:
            known = None  # it could not be used then either
        if text.document is None:
            return (known, None) if known else None
        path = self._written(text.document.path, folder)
        if path is None:
            return None
        try:
            document = readers.read_file(str(path))
            for file in document.bibliographies:
                beside = os.path.relpath(file.path, path.parent)
                self._written(os.path.join(os.path.dirname(text.document.path), beside), folder)
            if document.bibliographies:
                document = readers.read_file(str(path))
            old = extract(document)
            return (claimsfile.merge(known, old, document) if known else old), document
        except ClaimcheckError:
            return None

    def _written(self, path: str, folder: Path) -> Path | None:
        """The file as it was, in ``folder``, at the place that it has in the repository now."""
        name = self.repository.name(path)
        data = self.repository.file(self.base, name) if name else None
        if name is None or data is None:
            return None
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return target


def _new(now: Extraction, document: Document | None, old: Extraction, then: Document | None) -> Changed:
    keys = dict(zip((claim.id for claim in now.claims), _claim_keys(now, document), strict=True))
    claims = _fresh(now.claims, lambda claim: keys[claim.id], _claim_keys(old, then))
    citations = _fresh(now.citations, _citation_key(now), map(_citation_key(old), old.citations))
    references = _fresh(now.references, _reference_key, map(_reference_key, old.references))
    here = [claim.span for claim in claims if document is not None and claim.document == document.path]
    return Changed(
        at_all=True,
        claims=frozenset(claim.id for claim in claims),
        citations=frozenset(citation.id for citation in citations),
        references=frozenset(reference.id for reference in references),
        spans=(
            *here,
            *(citation.span for citation in citations),
            *(reference.span for reference in references if reference.path is None),
            *_comments(document, then, here),
        ),
    )


def _comments(document: Document | None, then: Document | None, claims: Sequence[Span]) -> Iterator[Span]:
    """Where waivers stand that are new, or are about a claim that is."""
    if document is None:
        return
    before = Counter(remark.text for remark in then.remarks) if then else Counter()
    for remark in document.remarks:
        if not before[remark.text]:
            yield Span(remark.start, remark.end)
        before[remark.text] -= 1
    for allowed in waivers_in(document):
        if any(allowed.concerns(span) for span in claims):
            yield Span(allowed.place.start or 0, allowed.place.end or 0)


def _fresh(entries: Sequence[Entry], key: Callable[[Entry], Hashable], before: Iterable[Hashable]) -> tuple[Entry, ...]:
    """The entries whose key is not among those of ``before``; the same words twice are two."""
    left = Counter(before)
    found = []
    for entry in entries:
        if left[key(entry)]:
            left[key(entry)] -= 1
        else:
            found.append(entry)
    return tuple(found)


def _folded(words: str) -> str:
    return " ".join(words.split())


def _reference_key(reference: Reference) -> Hashable:
    return _folded(reference.text), reference.url


def _citation_key(extraction: Extraction) -> Callable[[Citation], Hashable]:
    references = {reference.id: _reference_key(reference) for reference in extraction.references}

    def key(citation: Citation) -> Hashable:
        named = citation.references or citation.candidates
        return _folded(citation.text), citation.status, tuple(references.get(name) for name in named)

    return key


def _claim_keys(extraction: Extraction, document: Document | None) -> Iterator[Hashable]:
    key = _citation_key(extraction)
    citations = {citation.id: key(citation) for citation in extraction.citations}
    references = {reference.id: _reference_key(reference) for reference in extraction.references}
    allowed = tuple(waivers_in(document)) if document else ()
    for claim in extraction.claims:
        waivers = (*claim.waivers, *(one.waiver for one in allowed if one.concerns(claim.span)))
        yield (
            _folded(claim.text),
            claim.class_,
            # What the rest of the paragraph cites matters only to a sentence that cites nothing itself.
            tuple(citations.get(name) for name in claim.citations or claim.inherited),
            references.get(claim.reference or ""),
            tuple(entry.url for entry in claim.sources),
            tuple(sorted((one.rule, one.reason, one.until or "") for one in waivers)),
            tuple(references.get(name) for name in claim.confirmed),
        )
