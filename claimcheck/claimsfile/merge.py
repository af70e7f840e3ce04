"""Join what a person keeps in a claims file with a new extraction of the same text."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from claimcheck.claimsfile.load import folded
from claimcheck.claimsfile.locate import Finder, shifted
from claimcheck.model import (
    Ambiguous,
    Citation,
    Claim,
    Dangling,
    Document,
    Extraction,
    Reference,
    Resolution,
    Resolved,
    Weak,
)

Entry = TypeVar("Entry", Claim, Citation, Reference)


def merge(edited: Extraction, fresh: Extraction, document: Document) -> Extraction:
    """``fresh`` with everything that a person decided in ``edited``.

    A claim is known again by the words of its sentence (by their digest, or by the words with their white space
    folded), whatever moved around it. It keeps its id and a person's text, class, sources, waivers, note and
    confirmed references; a reworded claim keeps its stored facts as well. The order of ``edited`` stays; new claims go
    where they stand in the text. A claim whose sentence is gone is dropped, unless a person has worked on it: then it
    stays and is ``stale``. A claim on a sentence that is not selected (any more) stays too: a person may want it.
    """
    # Ids of references come first: claims and citations name them.
    reference_ids = _same_ids(edited.references, fresh.references, _reference_keys)
    owners = _owners(edited) | _owners(fresh)
    citation_ids = _same_ids(edited.citations, fresh.citations, lambda citation: _citation_keys(citation, owners))
    fresh = _renamed(fresh, reference_ids, citation_ids)
    gone = {entry.id for entry in edited.references} - {entry.id for entry in fresh.references}
    pairs = _pairs(edited.claims, fresh.claims)
    unselected = {claim.digest for claim in fresh.unselected}
    by_digest: dict[str, list[Claim]] = defaultdict(list)
    for claim in (*fresh.claims, *fresh.unselected):
        by_digest[claim.digest].append(claim)
    taken = {claim.id for claim in edited.claims}
    finder = Finder(document)
    kept: list[Claim] = []
    stale: list[str] = []
    places: dict[int, int] = {}  # index of a fresh claim -> index among the kept ones
    for number, claim in enumerate(edited.claims):
        claim = replace(claim, confirmed=tuple(name for name in claim.confirmed if name not in gone))
        if number in pairs:
            places[pairs[number]] = len(kept)
            kept.append(_joined(claim, fresh.claims[pairs[number]]))
        elif _worked_on(claim) or (claim.digest in unselected and claim.class_ in {"fact", "cited"}):
            # A second claim on a sentence (a person split it), or one on a sentence that is not selected any more.
            same = by_digest.get(claim.digest, ()) if claim.digest else ()
            if same:
                kept.append(_joined(claim, min(same, key=lambda other: abs(other.span.start - claim.span.start))))
                continue
            again = finder.find(claim)
            if again is None and claim.digest:
                stale.append(claim.id)
            kept.append(_unlinked(again or claim, fresh))
    claims = _inserted(kept, places, fresh.claims, taken)
    standing = {claim.digest for claim in claims}
    return replace(
        fresh,
        claims=claims,
        claims_path=edited.claims_path,
        stale=tuple(stale),
        unselected=tuple(_free(claim, taken) for claim in fresh.unselected if claim.digest not in standing),
    )


def _worked_on(claim: Claim) -> bool:
    """True when something in the claim is a person's."""
    return bool(claim.edited or claim.sources or claim.waivers or claim.note or claim.confirmed or claim.decisions)


def _joined(old: Claim, new: Claim) -> Claim:
    """``new`` as a person left it in ``old``."""
    joined = replace(
        new,
        id=old.id,
        class_=old.class_,
        sources=old.sources,
        waivers=old.waivers,
        note=old.note,
        confirmed=old.confirmed,
        decisions=old.decisions,
        entry_line=old.entry_line,
    )
    if not old.edited or folded(old.text) == folded(new.text):
        return joined
    facts = shifted(old.facts, new.span.start - old.span.start)
    return replace(
        joined,
        text=old.text,
        prose=old.prose,
        facts=facts,
        edited=True,
        stated=facts if old.stated is not None else None,
    )


def _unlinked(claim: Claim, fresh: Extraction) -> Claim:
    """``claim`` without the citations that the new extraction does not have."""
    citations = {citation.id for citation in fresh.citations}
    references = {reference.id for reference in fresh.references}
    return replace(
        claim,
        citations=tuple(name for name in claim.citations if name in citations),
        inherited=tuple(name for name in claim.inherited if name in citations),
        reference=claim.reference if claim.reference in references else None,
    )


# --- Which is which -----------------------------------------------------------------------------------------------


def _pairs(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, int]:
    """Index of an old claim -> index of the new one on the same sentence."""
    pairs: dict[int, int] = {}
    # Folded words, because a re-wrapped paragraph is no new one; a reworded claim is known by its digest alone.
    for key_of in (_digest_key, _words_key):
        ours = _grouped(old, key_of, frozenset(pairs))
        theirs = _grouped(new, key_of, frozenset(pairs.values()))
        for key, numbers in ours.items():
            indexes = theirs.get(key, [])
            if len(numbers) > len(indexes):  # one of several equal sentences is gone: not the one that was worked on
                numbers = sorted(numbers, key=lambda number: not _worked_on(old[number]))[: len(indexes)]
                numbers.sort(key=lambda number: old[number].span.start)
            pairs.update(zip(numbers, indexes, strict=False))
    return pairs


def _grouped(
    claims: Sequence[Claim], key_of: Callable[[Claim], tuple[str, str] | None], done: frozenset[int]
) -> dict[tuple[str, str], list[int]]:
    """Indexes of the claims on one sentence, in the order of the text."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in sorted(range(len(claims)), key=lambda number: claims[number].span.start):
        key = None if number in done else key_of(claims[number])
        if key is not None:
            groups[key].append(number)
    return groups


def _digest_key(claim: Claim) -> tuple[str, str] | None:
    return (claim.kind, claim.digest) if claim.digest else None


def _words_key(claim: Claim) -> tuple[str, str] | None:
    return None if claim.edited and claim.digest else (claim.kind, folded(claim.text))


def _same_ids(
    old: Sequence[Entry], new: Sequence[Entry], keys_of: Callable[[Entry], Iterable[tuple[str, ...]]]
) -> dict[str, str]:
    """Id in the new extraction -> id to write: the old one for an entry that was there, else one that is free."""
    ids: dict[str, str] = {}
    open_old: dict[str, tuple[tuple[str, ...], ...]] = {entry.id: tuple(keys_of(entry)) for entry in old}
    open_new: dict[str, tuple[tuple[str, ...], ...]] = {entry.id: tuple(keys_of(entry)) for entry in new}
    for rank in range(max((len(keys) for keys in (*open_old.values(), *open_new.values())), default=0)):
        waiting: dict[tuple[str, ...], deque[str]] = defaultdict(deque)
        for name, keys in open_old.items():
            if rank < len(keys):
                waiting[keys[rank]].append(name)
        for name, keys in tuple(open_new.items()):
            if rank < len(keys) and waiting[keys[rank]]:
                ids[name] = waiting[keys[rank]].popleft()
                del open_old[ids[name]], open_new[name]
    taken = {entry.id for entry in old}
    for name in open_new:
        ids[name] = free_id(name, taken)
        taken.add(ids[name])
    return ids


def _reference_keys(reference: Reference) -> tuple[tuple[str, ...], ...]:
    keys: list[tuple[str, ...]] = [("text", folded(reference.text))]
    keys.append(("url", reference.url or f"none:{reference.text}"))
    keys.append(("title", reference.title or f"none:{reference.text}", reference.year or ""))
    return tuple(keys)


def _owners(extraction: Extraction) -> dict[int, str]:
    """Identity of a citation -> digest of the sentence that it stands in."""
    sentences = {name: claim.digest for claim in extraction.claims for name in claim.citations}
    return {id(citation): sentences.get(citation.id, "") for citation in extraction.citations}


def _citation_keys(citation: Citation, owners: Mapping[int, str]) -> tuple[tuple[str, ...], ...]:
    # "Lund, 2020" may stand in ten sentences: the one in the same sentence is the same, else the one of the same scope.
    words = folded(citation.text)
    return ((words, citation.scope, owners[id(citation)]), (words, citation.scope), (words,))


def free_id(name: str, taken: set[str]) -> str:
    """``name``, or the next one of its kind that is not ``taken``: c12 after c11."""
    if name not in taken:
        return name
    match = re.fullmatch(r"(.*?)([0-9]{1,9})", name)
    if match is None:
        number = 2
        while f"{name}-{number}" in taken:
            number += 1
        return f"{name}-{number}"
    stem = match[1]
    numbers = [int(other[len(stem) :]) for other in taken if re.fullmatch(re.escape(stem) + r"[0-9]{1,9}", other)]
    return f"{stem}{max(numbers) + 1}"


def _renamed(fresh: Extraction, references: Mapping[str, str], citations: Mapping[str, str]) -> Extraction:
    """``fresh`` with other ids for its references and citations."""

    def refer(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(references.get(name, name) for name in names)

    def resolve(resolution: Resolution) -> Resolution:
        match resolution:
            case Resolved(names):
                return Resolved(refer(names))
            case Weak(name):
                return Weak(references.get(name, name))
            case Ambiguous(names):
                return Ambiguous(refer(names))
            case Dangling(names):
                return Dangling(refer(names))

    def cite(claim: Claim) -> Claim:
        return replace(
            claim,
            citations=tuple(citations.get(name, name) for name in claim.citations),
            inherited=tuple(citations.get(name, name) for name in claim.inherited),
            reference=None if claim.reference is None else references.get(claim.reference, claim.reference),
            confirmed=refer(claim.confirmed),
        )

    return replace(
        fresh,
        references=tuple(replace(entry, id=references[entry.id]) for entry in fresh.references),
        citations=tuple(
            replace(entry, id=citations[entry.id], resolution=resolve(entry.resolution)) for entry in fresh.citations
        ),
        claims=tuple(map(cite, fresh.claims)),
        unselected=tuple(map(cite, fresh.unselected)),
    )


def _free(claim: Claim, taken: set[str]) -> Claim:
    """``claim`` under an id that nothing else has."""
    name = free_id(claim.id, taken)
    taken.add(name)
    return replace(claim, id=name)


# --- Order --------------------------------------------------------------------------------------------------------


def _inserted(
    kept: Sequence[Claim], places: Mapping[int, int], fresh: Sequence[Claim], taken: set[str]
) -> tuple[Claim, ...]:
    """``kept`` with the new claims of ``fresh``, each behind the claim that precedes it in the text."""
    behind: dict[int, list[Claim]] = defaultdict(list)  # index among the kept ones -> new claims that follow it
    # What precedes every known one goes before the first of them; without any known one, to the end.
    anchor = places[min(places)] - 1 if places else len(kept) - 1
    for index, claim in enumerate(fresh):
        if index in places:
            anchor = places[index]
            continue
        behind[anchor].append(_free(claim, taken))
    claims = [*behind[-1]]
    for number, claim in enumerate(kept):
        claims.append(claim)
        claims += behind[number]
    return tuple(claims)
