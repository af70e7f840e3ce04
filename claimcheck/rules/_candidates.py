"""The entries that a citation might mean, for a person to choose from."""

from claimcheck.model import Citation, Extraction, Related
from claimcheck.rules._case import Case, listed, quoted
from claimcheck.rules._entries import name_of


def names(text: Extraction, citation: Citation) -> str:
    """The candidates by name, in a sentence; nothing when there are none."""
    known = {reference.id: reference for reference in text.references}
    meant = [known[key] for key in citation.candidates if key in known]
    shown = [quoted(name_of(reference), 70) for reference in meant]
    if len(set(shown)) < len(shown):  # two entries called "coast.example.org": their addresses tell them apart
        shown = [quoted(reference.url or reference.text, 120) for reference in meant]
    return listed(shown) if shown else ""


def entries(case: Case, text: Extraction, citation: Citation) -> tuple[Related, ...]:
    """The candidates with their places."""
    known = {reference.id: reference for reference in text.references}
    return tuple(
        Related(f"perhaps {key}", case.place(known[key]), known[key].url, known[key].text)
        for key in citation.candidates
        if key in known
    )


def remedy(case: Case, citation: Citation, first: str) -> str:
    """How to say which is meant: in the text, or, where a claim holds the citation, in the claims file."""
    if case.owner(citation) is None or not citation.candidates:
        return first
    more = " (or the other one)" if len(citation.candidates) > 1 else ""
    return f"{first}, or write confirmed: [{citation.candidates[0]}]{more} on the claim in the claims file"


def confirmed(case: Case, citation: Citation) -> bool:
    """True when a person has said in the claims file which of the candidates is meant."""
    owner = case.owner(citation)
    return owner is not None and not set(owner.confirmed).isdisjoint(citation.candidates)
