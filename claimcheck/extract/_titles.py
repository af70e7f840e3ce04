"""Reference titles that assert something are claims: a headline may be the only place where a figure stands."""

from __future__ import annotations

import re

from claimcheck.extract.verbs import Verb, finite_verbs
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Facts, Reference, Span
from claimcheck.parse.thesaurus import parts_of_speech

_ASKING = re.compile(r"^(?:how|why|what|when|where|who|which|should|can|could|would|is|are|does|do)\b", re.IGNORECASE)
_NEXT = re.compile(r"\W{0,3}\b(of|for|and|in|by|to|from|at|on|between|among)\b")
_VAGUE = wordlist("""be have do show mean matter need can could may might shift change tell explain think say see""")


def title_span(reference: Reference, text: str) -> Span | None:
    """Where the title stands in its entry; ``None`` when it is not there word for word (white space apart).

    The title of an entry in a bibliography file is no claim of this text: it has no place in it.
    """
    if not reference.title or reference.path:
        return None
    words = reference.title.split()
    pattern = r"\s+".join(map(re.escape, words))
    match = re.compile(pattern).search(text, reference.span.start, reference.span.end)
    return Span(*match.span()) if match else None


def _is_noun(verb: Verb, title: str) -> bool:
    """True for what is a plural noun rather than a verb: "salmon counts for 2022", "water levels in the Rhine"."""
    word, following = verb.span.of(title), _NEXT.match(title, verb.span.end)
    if verb.tense != "present" or not word.endswith("s"):
        return False
    kinds = parts_of_speech(word)
    if following is None or "n" not in kinds:
        return False
    return following[1] in {"of", "for", "and"} or kinds["n"] > kinds.get("v", 0)


def asserts(title: str, facts: Facts) -> bool:
    """True for a title with a finite verb that holds a number or a date, or tells of an event.

    "Refinery fire kills nine" does; "Refinery fires: a history", "Who pays for the fire?" and "Why fires spread" do
    not.
    """
    if title.rstrip(" .").endswith("?") or _ASKING.match(title):
        return False
    # Headlines are in the present and often in capitals: "Council APPROVES Budget" reads like "council approves
    # budget".
    lower = title.lower()
    verbs = [verb for verb in finite_verbs(lower) if verb.tense != "modal" and not _is_noun(verb, lower)]
    if not verbs:
        return False
    return bool(facts.quantities or facts.dates) or any(verb.base not in _VAGUE for verb in verbs)
