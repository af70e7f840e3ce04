"""Polarity: does the page say that it happened, or that it did not?

"Monitors have been able to visit" against "have not been able to visit"; "three people were hurt" against "nobody was
hurt". Two opposites cancel: "did not fail" is no denial of "succeeded".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._align import Alignment
from claimcheck.judges._limits import limited, qualified
from claimcheck.judges._reading import Reading, Word, negators, targets
from claimcheck.judges.role import parties
from claimcheck.model import Comparison

_DECISIVE = 0.45
"""Share of the aligned words that must stand under the other sign, when no negated word itself is aligned."""

_FULL = 0.9
"""Share of a negative claim that an affirmative sentence must hold to contradict it."""


def judge(alignment: Alignment) -> Iterator[Comparison]:
    """A clash when what one side negates is aligned with a word that the other side affirms."""
    ours, theirs = targets(alignment.part.reading), targets(alignment.reading)
    here, there = negators(alignment.part.reading), negators(alignment.reading)
    credits = {match.word.start: match.credit for match in alignment.matches if match.word.clause >= 0}
    clash = agree = 0.0
    clashing: tuple[Word, Word] | None = None
    direct = False
    for word, page, weight in alignment.pairs:
        if page.quoted or word.quoted or _pending(word, alignment.part.reading) or _pending(page, alignment.reading):
            continue
        if "denied" in {page.mode, word.mode} and page.negated == word.negated:
            continue  # what is denied is read by modality
        # A subject stands before its negation: "no effect on fruit set", "fruit set did not differ".
        if word.negated == page.negated or (here.get(word.clause) and here.get(word.clause) == there.get(page.clause)):
            agree += weight
            continue
        clash += weight
        sure = credits.get(word.start, 0.0) >= (0.95 if word.negated else 0.8) and word.part == page.part
        hit = (word in ours or page in theirs) and weight >= _TELLS and sure and _central(word, page, alignment)
        if clashing is None or (hit and not direct):
            clashing = (word, page)
        direct = direct or hit
    if clashing is not None and (direct or clash >= _DECISIVE * (clash + agree)):
        word, page = clashing
        ours_deny = word.negated
        sides = (alignment.part.reading, word), (alignment.reading, page)
        (denying, at), (affirming, to) = sides if ours_deny else sides[::-1]
        if limited(denying, at, affirming, to) or _both_ways(word, alignment):
            return
        # "cannot hand it on to somebody" is no contradiction of "passed on by gnats": what a claim denies may be the
        # one word that the page lacks.
        agrees = None if word.negated and alignment.copied < _FULL else False
        unsure = (
            _denies_in_words(to, affirming)
            or qualified(denying, at, affirming, to)
            or _others_deed(word, page, alignment)
        )
        if not direct or not _central(word, page, alignment) or unsure:
            agrees = None
        yield Comparison("polarity", _said(alignment.part.reading, word), _said(alignment.reading, page), agrees)
        return
    yield from _opposites(alignment)


def _others_deed(word: Word, page: Word, alignment: Alignment) -> bool:
    """Whether the page's clause is about somebody else: "the race ended" against "fourteen riders did not finish"."""
    if word.part != "verb" or page.part != "verb":
        return False
    ours, theirs = parties(alignment.part.reading, word).doer, parties(alignment.reading, page).doer
    if not theirs:
        theirs = _antecedent(page, alignment.reading)
        if not ours or not theirs:
            return False
    elif not ours or any(other.part == "name" for other in ours) != any(other.part == "name" for other in theirs):
        return False  # "Caldera" may be "the company"
    doers, stands = {other.start for other in theirs}, {other.start for other in ours}
    return not any(mine.start in stands and other.start in doers for mine, other, _ in alignment.pairs)


def _antecedent(page: Word, reading: Reading) -> tuple[Word, ...]:
    """What "who" or "which" stands for, where it opens the word's clause: the words before it, if they name nobody yet
    known ("one man on a unicycle, who would not stop")."""
    first = next(other for other in reading.words if other.clause == page.clause)
    at = reading.words.index(first)
    before = reading.words[max(0, at - 6) : at]
    if first.lower not in {"who", "which"} or not any(word.lower in {"a", "an", "one", "another"} for word in before):
        return ()
    return tuple(word for word in before if word.content)


def _both_ways(word: Word, alignment: Alignment) -> bool:
    """Whether the page's sentence says it both ways: "which had not approved one since 2019, approved it"."""
    return word.part == "verb" and any(
        page.stem == word.stem and page.negated == word.negated for page in alignment.reading.words
    )


def _central(word: Word, page: Word, alignment: Alignment) -> bool:
    """Whether the two clauses say most of what is aligned: a "not" in a side clause denies nothing.

    Names and reporting verbs are left out; where nearly all is covered, a smaller clause may carry the denial ("it was
    not certain that the weights were responsible").
    """
    telling = [
        (other, there, weight)
        for other, there, weight in alignment.pairs
        if other.part != "name" and other.base not in lexicon.REPORTING
    ]
    total = sum(weight for *_, weight in telling) or 1.0
    mine = sum(weight for other, _, weight in telling if other.clause == word.clause)
    theirs = sum(weight for _, other, weight in telling if other.clause == page.clause)
    share = _CENTRAL / 2 if alignment.anchored >= _COVERED else _CENTRAL
    return mine >= share * total and theirs >= share * total


def _denies_in_words(word: Word, reading: Reading) -> bool:
    """Whether the side without a "not" denies in other words: "turned down offers", "generated a lack of awareness"."""
    for index, other in enumerate(reading.words):
        telling = other.part != "noun" or other.lower in {"lack", "absence", "failure", "refusal", "denial"}
        if telling and other.clause == word.clause and other.base in lexicon.NEGATIVE_WORDS:
            following = reading.words[index + 1].lower if index + 1 < len(reading.words) else ""
            if other.lower != "against" or following.endswith("ing"):  # "cautions against comparing"
                return True
    return False


_COVERED = 0.72
_TELLS, _CENTRAL, _LIKELY = 0.5, 0.5, 0.45


def _opposites(alignment: Alignment) -> Iterator[Comparison]:
    """An opposite counts where the claim word has no better counterpart: "lost" against "won"."""
    total = sum(weight for *_, weight in alignment.pairs)
    for match in alignment.matches:
        if match.opposed is None or match.credit >= 0.5 or match.word.clause < 0:
            continue
        if match.word.part == "noun" and match.opposed.part == "noun":
            continue
        bases = {match.word.base, match.opposed.base}
        listed = frozenset(bases) in lexicon.OPPOSITE_VERBS
        if bases & (lexicon.LIGHT | lexicon.REPORTING | lexicon.ESTABLISHING) and not listed:
            continue
        if match.word.negated != match.opposed.negated or not _alike(match.word, match.opposed):
            continue
        negative = {match.word.base, match.opposed.base} & lexicon.NEGATIVE_WORDS
        if not negative and (
            _denies_in_words(match.word, alignment.part.reading) or _denies_in_words(match.opposed, alignment.reading)
        ):
            continue  # "scrapped plans to close" it
        if _another_time(match.word, match.opposed, alignment):
            continue  # "began on Monday and lasted four days", "ended on Thursday"
        if _converse(match.word, match.opposed) and not _same_doer(match.word, match.opposed, alignment):
            continue  # "A sold it to B", "B bought it from A"
        if (
            alignment.copied < _LIKELY
            or _limited(match.word, alignment.part.reading)
            or _limited(match.opposed, alignment.reading)
        ):
            continue
        if alignment.held.get(match.opposed.clause, 0.0) >= _CENTRAL * total:
            yield Comparison("polarity", match.word.lower, match.opposed.lower, agrees=False)
            return


def _alike(word: Word, page: Word) -> bool:
    """Whether both are verbs, or neither: "allowed" is no opposite of "the ban"."""
    return (word.part == "verb") == (page.part == "verb")


def _another_time(word: Word, page: Word, alignment: Alignment) -> bool:
    """Whether the claim speaks of a time that the page's clause does not name; opposites follow each other."""
    times = {
        other.lower
        for other in alignment.part.reading.words
        if other.part == "calendar" or (other.part == "number" and _year(other.lower))
    }
    said = {other.lower for other in alignment.reading.words if other.clause == page.clause}
    if times - said:
        return True
    phases = frozenset({word.base, page.base}) in lexicon.PHASES
    return phases and not times and alignment.copied < _PHASED


_PHASED = 0.85
"""Share of a claim without a time that the sentence must hold, for "arrived" to contradict "left"."""


def _year(lower: str) -> bool:
    return lower.isdigit() and len(lower) == 4


def _limited(word: Word, reading: Reading) -> bool:
    """Whether a limit in time stands in the clause: "open until 3 May" closes on 3 May."""
    return any(other.clause == word.clause and other.lower in {"until", "till", "since"} for other in reading.words)


def _converse(word: Word, page: Word) -> bool:
    return any({word.base, page.base} == set(pair) for pair in lexicon.CONVERSES)


def _same_doer(word: Word, page: Word, alignment: Alignment) -> bool:
    """Whether one and the same does what the converse verbs say: then they clash."""
    ours, theirs = parties(alignment.part.reading, word), parties(alignment.reading, page)
    doer = {other.start for other in theirs.doer}
    mine = {other.start for other in ours.doer}
    return any(a.start in mine and b.start in doer for a, b, _ in alignment.pairs)


def _pending(word: Word, reading: Reading) -> bool:
    """Whether the word stands after "before" or "until": "lost before it reached the field" has not reached it."""
    first = next(other for other in reading.words if other.clause == word.clause)
    return first.lower in {"before", "until"}


def _said(reading: Reading, word: Word) -> str:
    """The word with the few before it, where its negation stands."""
    at = reading.words.index(word)
    return " ".join(reading.text[reading.words[max(0, at - 4)].start : word.end].split())
