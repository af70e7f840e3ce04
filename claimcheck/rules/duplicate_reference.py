"""Two entries for one source.

## What it does
Finds entries of a bibliography with the same address, or with the same title. The same title at two sites is often one
agency's text on both: it is reported with less confidence, since it is one source all the same.

## Why is this bad?
One source then looks like two that agree, and a citation may fit both.

## Example
"North Sea cable laid. Coast Weekly." and "North Sea cable laid. The Harbour Post.", both the agency's text.

## Remedy
Keep one entry and cite that; for an agency's text, cite the agency.
"""

from collections.abc import Iterator

from claimcheck.model import Confidence, Finding, Reference, Related, Severity
from claimcheck.rules._addresses import bare, host_of, is_host_name
from claimcheck.rules._case import Case, quoted, site
from claimcheck.rules._entries import is_entry, name_of

ID = "duplicate-reference"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for text in case.texts:
        by_address: dict[str, Reference] = {}
        by_title: dict[str, Reference] = {}
        for reference in filter(is_entry, text.references):
            address, title = bare(reference.url) if reference.url else "", _title(reference)
            twin = by_address.get(address) or by_title.get(title)
            if address:
                by_address.setdefault(address, reference)
            if title:
                by_title.setdefault(title, reference)
            if twin is None or _refers_back(reference, twin):
                continue
            same = bool(address) and by_address[address] is not reference
            apart = not same and host_of(twin) != host_of(reference)
            confidence: Confidence = "low" if apart else "high"
            what = "the address" if same else "the title"
            where = f" ({site(twin.url)} and {site(reference.url)})" if apart else ""
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"{quoted(name_of(reference))} has {what} of an earlier entry{where}",
                "keep one entry and cite that" if same else "keep one entry if both are the same text",
                confidence=confidence,
                related=(Related("the earlier entry", case.place(twin), twin.url, twin.text),),
            )


def _refers_back(reference: Reference, twin: Reference) -> bool:
    """True for notes that name an earlier one again, as notes do: "Ibid., 14", "Fabre, “Big Sacks,” 121"."""
    if reference.title and reference.title not in " ".join(reference.text.split()):
        return (reference.url or "\0") not in reference.text
    return reference.label is not None and not reference.url and len(reference.text) < len(twin.text)


def _title(reference: Reference) -> str:
    """The title to compare by; nothing for one that says too little ("Home", "coast.example.org")."""
    title = reference.title or ""
    words = "".join(character if character.isalnum() else " " for character in title.casefold()).split()
    return "" if len(words) < 3 or is_host_name(title, reference) else " ".join(words)
