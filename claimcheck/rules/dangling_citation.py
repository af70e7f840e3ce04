"""A citation that names no entry of the bibliography.

## What it does
Finds in-text citations that match no entry: not by author and year, not by title, not by site, not by number or key.
Where a bibliography file was not read, or a LaTeX text names none, that is told once, with what it leaves dangling.

## Why is this bad?
The reader is sent to a source that is not there. What the sentence says cannot be checked.

## Example
"(Jensen, 2021)" in a text whose bibliography has "Jansson, P. (2021)" and nothing of Jensen.

## Remedy
Add the missing entry, or correct the citation to the name that the entry has. The nearest entries are listed.
"""

from collections.abc import Iterator, Sequence

from claimcheck.model import Citation, Dangling, Document, Extraction, Finding, Location, Related, Severity
from claimcheck.rules._candidates import entries, names
from claimcheck.rules._case import Case, counted, fingerprint, quoted

ID = "dangling-citation"
SEVERITY: Severity = "error"

_SHOWN = 10  # citations that are listed beside the file that they wait for


def check(case: Case) -> Iterator[Finding]:
    for text in case.texts:
        dangling = [citation for citation in text.citations if isinstance(citation.resolution, Dangling)]
        document = case.documents.get(text.document.path)
        if dangling and document is not None and (lost := tuple(_lost(case, text, document, dangling))):
            yield from lost
            continue
        for citation in dangling:
            near = names(text, citation)
            hint = f"; near it: {near}" if near else ""
            yield case.on_citation(
                ID,
                SEVERITY,
                citation,
                f"{quoted(citation.text)} names no entry of the bibliography",
                f"add the entry, or cite one that is there{hint}",
                related=entries(case, text, citation),
            )


def _lost(case: Case, text: Extraction, document: Document, dangling: Sequence[Citation]) -> Iterator[Finding]:
    """One finding for each bibliography that was not read: forty citations that wait for it are one fault."""
    waiting = tuple(Related(quoted(one.text, 60), case.place(one)) for one in dangling[:_SHOWN])
    number = f"{counted(len(dangling), 'citation')} {'names' if len(dangling) == 1 else 'name'} no entry that was read"
    for file in document.bibliographies:
        if file.problem:
            yield Finding(
                ID,
                SEVERITY,
                f"{quoted(file.path)} was not read: {file.problem}; {number}",
                _place(document, file.named.start if file.named else dangling[0].span.start),
                related=waiting,
                help="put the file into the folder of the text and name it there, or mend it",
                fingerprint=fingerprint(ID, document.path, file.path),
            )
    keyed = document.media_type == "text/x-tex" and not any(one.label for one in text.references)
    if keyed and not document.bibliographies and not document.records:
        yield Finding(
            ID,
            SEVERITY,
            f"the text lists no sources and names no bibliography file: {number}",
            _place(document, dangling[0].span.start),
            related=waiting[1:],
            help="name the file with \\bibliography or \\addbibresource, or put one of the text's name beside it",
            fingerprint=fingerprint(ID, document.path, ""),
        )


def _place(document: Document, offset: int) -> Location:
    return Location(document.path, document.line_of(offset), document.column_of(offset), offset, offset)
