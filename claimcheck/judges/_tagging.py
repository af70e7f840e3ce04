"""Parts of speech, as far as a dictionary and the words around a word tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._words import NUMBER_WORDS, PARTICLES, UNITS, Part, Word
from claimcheck.parse import thesaurus, words


def tag(text: str, quoted: Sequence[tuple[int, int]]) -> list[Word]:
    tokens = words.tokens(text)
    capitals = {token.lower for token in tokens if token.text[:1].isupper() and not _opens(text, token.span.start)}
    found: list[Word] = []
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        lower = token.lower.removesuffix("'s").removesuffix("'")
        part, base = _part(text, token, lower, found, following.text if following else "", capitals)
        found.append(
            Word(
                token.text,
                lower,
                words.stem(lower),
                token.span.start,
                token.span.end,
                part,
                base,
                quoted=any(start <= token.span.start < end for start, end in quoted),
                auxiliary=lower in lexicon.AUXILIARIES and lower not in {"may", "can", "will", "might"},
            )
        )
    return _settle(found)


def _opens(text: str, start: int) -> bool:
    """Whether the word at ``start`` opens a sentence or a quotation, so that its capital means nothing."""
    before = text[:start].rstrip(" \t\n\"'([")
    return not before or before[-1] in ".!?:;—" or text[start - 1 : start] == '"'


def _part(
    text: str, token: words.Token, lower: str, before: Sequence[Word], following: str, capitals: set[str]
) -> tuple[Part, str]:
    previous = before[-1] if before else None
    if lower[:1].isdigit():
        return "number", lower
    if lower in lexicon.CALENDAR and (
        token.text[:1].isupper() or lower in {"today", "yesterday", "tomorrow", "tonight"}
    ):
        if lower != "may" and lower != "march":
            return "calendar", lower
        if previous is None or previous.part != "name":
            return "calendar", lower
    capital = token.text[:1].isupper()
    if capital and not _is_function(lower):
        opens = _opens(text, token.span.start)
        shouting = token.text.isupper() and len(token.text) > 1
        known = thesaurus.parts_of_speech(lower)
        if not opens or not known or lower in capitals or (shouting and not known):
            return "name", lower
        if (
            following[:1].isupper()
            and following.lower() not in lexicon.CALENDAR
            and (lower in lexicon.TITLES or "n" in known)
        ):
            return "name", lower
    if _is_function(lower):
        return "function", lower
    kinds = dict(thesaurus.parts_of_speech(lower))
    if not kinds:
        return _by_shape(lower), lower
    return _in_context(lower, kinds, previous)


def _is_function(lower: str) -> bool:
    return (
        lower in lexicon.DETERMINERS
        or lower in lexicon.PRONOUNS
        or lower in lexicon.PREPOSITIONS
        or lower in lexicon.CONJUNCTIONS
        or lower in lexicon.AUXILIARIES
        or lower in lexicon.SUBORDINATORS
        or lower in words.STOP_WORDS
        or lower in lexicon.NEGATORS
    )


def _by_shape(lower: str) -> Part:
    if lower.endswith("ly"):
        return "adverb"
    if lower.endswith(("ing", "ed")) and len(lower) > 5:
        return "verb"
    return "noun"


def _in_context(lower: str, kinds: dict[thesaurus.PartOfSpeech, int], previous: Word | None) -> tuple[Part, str]:
    verb = next((base for part, base in thesaurus.lemmas(lower) if part == "v"), lower)
    inflected = verb != lower
    if previous is not None:
        word = previous.lower
        opens = word in {"to", "n't", "not", "did", "does", "do"} or word in lexicon.MODALS
        if "v" in kinds and opens and not (word == "to" and inflected):
            return "verb", verb
        if (
            "v" in kinds
            and inflected
            and (
                word in lexicon.BE
                or word in lexicon.HAVE
                or word in {"he", "she", "they", "it", "who", "which", "we", "i", "that"}
            )
        ):
            return "verb", verb
        if "v" in kinds and word in {"they", "we", "i", "you", "who"}:
            return "verb", verb
        if word in lexicon.DETERMINERS and word not in {"that", "which", "all", "more", "most", "both", "less"}:
            kinds.pop("v", None) if "n" in kinds or "a" in kinds else None
        elif previous.part == "adjective" or word in lexicon.PREPOSITIONS - {
            "to",
            "than",
            "up",
            "down",
            "like",
            "as",
            "since",
            "until",
        }:
            if "n" in kinds and not (inflected and lower.endswith("ing")):
                kinds["v"] = kinds.get("v", 0) - 3
        elif previous.part in {"noun", "name"} and "v" in kinds and inflected and not lower.endswith("s"):
            kinds["v"] += 4
    if inflected and not lower.endswith("s") and "v" in kinds:
        kinds["v"] += 1
    best = max(kinds, key=lambda part: (kinds[part], part == "n"))
    names: dict[str, Part] = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb"}
    return names[best], verb if best == "v" else lower


def _settle(found: list[Word]) -> list[Word]:
    """Number words become numbers where they count ("three people", "four of the six"), not where they stand alone."""
    settled: list[Word] = []
    for word in found:
        if word.lower in UNITS or (word.part != "name" and word.lower in NUMBER_WORDS and word.lower != "one"):
            word = replace(word, part="number", base=word.lower)
        elif word.lower == "longer" and settled and settled[-1].lower == "no":
            word = replace(word, part="function", base=word.lower)
        elif word.part == "name" and len(word.lower) == 1:
            word = replace(word, part="number", base=word.lower)  # "zone R", "54 °F"
        settled.append(word)
    for index, word in enumerate(settled[:-1]):
        joined = f"{word.base}_{settled[index + 1].lower}"
        particle = settled[index + 1].lower in PARTICLES
        if (
            word.part == "verb"
            and particle
            and (settled[index + 1].lower != "in" or thesaurus.entry(joined) is not None)
        ):
            settled[index] = replace(word, phrasal=joined)
        if word.part == "name" and settled[index + 1].part == "name" and settled[index + 1].start - word.end <= 2:
            settled[index] = replace(word, minor=True)
    return settled
