"""An entry of the bibliography that nothing cites.

## What it does
Lists entries that no citation leads to, not even as one of several candidates. A bibliography that is not cited at all
is reported once.

## Why is this bad?
It lends the text a source that bears out no sentence of it; or its citation has been lost in editing.

## Example
"Aas, B. Roads. (2018)." in the bibliography, and no "(Aas, 2018)" in the text.

## Remedy
Cite it where it bears something out, or take it out.
"""

from collections.abc import Iterator

from claimcheck.model import Extraction, Finding, Severity
from claimcheck.rules._case import Case, counted, quoted
from claimcheck.rules._entries import is_entry, name_of

ID = "unused-reference"
SEVERITY: Severity = "note"


def check(case: Case) -> Iterator[Finding]:
    cited = [_used(text) for text in case.texts]
    # Several texts may share a bibliography file: its entry is told once, and only when none of them cites it.
    settled: set[tuple[str | None, str]] = {
        (one.path, one.text)
        for text, used in zip(case.texts, cited, strict=True)
        for one in text.references
        if one.path and one.id in used
    }
    for text, used in zip(case.texts, cited, strict=True):
        unused = [reference for reference in text.references if reference.id not in used and is_entry(reference)]
        unused = [one for one in unused if not one.path or (one.path, one.text) not in settled]
        settled.update((one.path, one.text) for one in unused if one.path)
        if not text.citations and len(unused) > 1:
            yield case.on_reference(
                ID,
                SEVERITY,
                unused[0],
                f"the text cites none of its {counted(len(unused), 'reference')}",
                "cite each where it bears something out",
            )
            continue
        for reference in unused:
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"nothing cites {quoted(name_of(reference))}",
                "cite it where it bears something out, or take it out",
            )


def _used(text: Extraction) -> set[str]:
    """Ids of the references that the text cites or may cite."""
    used = {key for citation in text.citations for key in (*citation.references, *citation.candidates)}
    return used | {key for claim in text.claims for key in claim.confirmed}
