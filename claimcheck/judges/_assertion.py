"""How the words of a sentence are asserted: as fact, possibility, condition, question, denial or somebody's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._words import Mode, Word

_DENIED_NOUNS = frozenset(["that", "claims", "suggestions", "allegations", "reports", "accusations"])
_DENIED = _DENIED_NOUNS | {"having", "it", "this", "the", "any", "knowing", "being", "doing", "a", "an"}
"""What follows a verb of denial when it denies a statement; "rejected the offer" denies none."""
_OUTRIGHT = frozenset(["deny", "refute", "dispute", "rebut", "disavow"])
_VIEWING = frozenset(["take", "regard", "interpret", "view", "see"])
_JUDGING = frozenset(["call", "describe", "consider", "judge"])
_BARE = frozenset(
    "say think believe argue claim suspect insist reckon warn add predict fear hope guess doubt write tell promise "
    "suggest".split()
)
"""Verbs that take a clause without "that"."""


def assert_(found: list[Word], text: str, question: bool) -> tuple[list[Word], bool, frozenset[str]]:
    """The words with their modes, whether somebody's words or views are given, and the stems of who says them."""
    modes: list[Mode] = ["asserted"] * len(found)
    speakers: set[str] = set()
    attributed = any(word.quoted for word in found)
    _mark_conditions(found, modes, text)
    _mark_modals(found, modes)
    for index, word in enumerate(found):
        if word.quoted:
            continue
        if word.lower in lexicon.HEARSAY and not (word.part == "verb" and word.base in lexicon.REPORTING):
            that = next((i for i, other in enumerate(found[: index + 10]) if i > index and other.lower == "that"), None)
            if that is not None:
                _mark_report(found, modes, that, "alleged")
        elif word.lower == "according" and index + 1 < len(found) and found[index + 1].lower == "to":
            attributed = True
            speakers |= {other.stem for other in found[index + 2 : index + 10] if other.part in {"noun", "name"}}
            source = {other.lower for other in found[index + 2 : index + 8] if other.segment == word.segment}
            if not source & lexicon.EVIDENCE:
                _mark_according(found, modes, index, "alleged" if source & lexicon.HEARSAY else "reported")
        elif word.part == "verb":
            named = _mark_verb(found, modes, index)
            if named is not None:
                attributed = True
                speakers |= named
    _mark_quotes(found, modes)
    if question:
        modes = ["question"] * len(found)
    return [replace(word, mode=mode) for word, mode in zip(found, modes, strict=True)], attributed, frozenset(speakers)


def _mark_verb(found: Sequence[Word], modes: list[Mode], index: int) -> frozenset[str] | None:
    """Mark what a verb reports or denies; the stems of who says it, ``None`` if the verb gives nobody's words."""
    word = found[index]
    following = found[index + 1].lower if index + 1 < len(found) else ""
    if word.base in lexicon.REPORTING and _takes_clause(found, index):
        weak = word.base in lexicon.WEAK_REPORTS or _impersonal(found, index)
        _mark_report(found, modes, index, "alleged" if weak else "reported")
        return _beside(found, index)
    if word.base in lexicon.DENYING:
        denies = following in _DENIED or following.endswith("ing")
        if not denies or not (word.base in _OUTRIGHT or following in _DENIED_NOUNS):
            return None
        if not _denies_pronoun(found, index):
            _mark_report(found, modes, index, "denied")
        return _beside(found, index)
    if word.base in lexicon.SPEECH_ACTS or (word.base in lexicon.ESTABLISHING and _names_speaker(found, index)):
        return _beside(found, index)
    views = any(other.lower == "as" for other in found[index + 1 : index + 4])
    if word.base in _VIEWING and views and following in {"this", "it", "that", "them", "these"}:
        _mark_report(found, modes, index, "alleged")
    return None


def _takes_clause(found: Sequence[Word], index: int) -> bool:
    """Whether the reporting verb at ``index`` has words or a clause for its object, not a plain noun."""
    word = found[index]
    after = found[index + 1 : index + 14]
    to = bool(after) and after[0].lower == "to"
    if word.base in _JUDGING or any(other.lower == "that" for other in after[:6]):
        return True
    if to and any(other.lower in lexicon.BE for other in found[max(0, index - 3) : index]):
        return True  # "was once thought to hybridise"
    if any(other.quoted for other in found):
        return True
    # "…, she warned, …" and "…, said Halm." report what stands around them
    return word.base in _BARE and not (to and word.base in {"promise", "hope", "suggest"})


def _impersonal(found: Sequence[Word], index: int) -> bool:
    """Whether nobody in particular says it: "it is sometimes said that", "is said to have"."""
    before = {word.lower for word in found[max(0, index - 4) : index]}
    return bool(before & lexicon.BE) and _is_participle(found[index].lower)


def _is_participle(lower: str) -> bool:
    """Whether a reporting verb has the form of a participle."""
    return lower.endswith("ed") or lower in {"said", "thought", "told", "felt"}


def _denies_pronoun(found: Sequence[Word], index: int) -> bool:
    """Whether what is denied stands in another sentence: "denied this and has sued"."""
    following = found[index + 2] if index + 2 < len(found) else None
    return found[index + 1].lower in {"it", "this"} and (
        following is None or following.lower in {"and", "but"} or following.clause != found[index].clause
    )


def _names_speaker(found: Sequence[Word], index: int) -> bool:
    """Whether "noted", "found" or "conceded" gives somebody's statement: with "that", or at the end of the sentence."""
    return any(other.lower == "that" for other in found[index + 1 : index + 4]) or _is_parenthetic(found, index)


def _beside(found: Sequence[Word], index: int) -> frozenset[str]:
    """Stems of who says it: the name and the noun nearest before the verb, or right after it ("said Halm")."""
    near: list[Word] = []
    for part in ("name", "noun"):
        before = [
            word
            for word in found[max(0, index - 14) : index]
            if word.part == part
            and not word.quoted
            and word.clause >= found[index].clause - (index > 0 and _set_off(found, index))
        ]
        near += before[-1:]
    for word in found[index + 1 : index + 5]:
        if word.part == "name":
            near.append(word)
        elif word.lower not in lexicon.TITLES and word.lower not in {"the", "a", "an", "its", "his", "her"}:
            break
    return frozenset(word.stem for word in near if not word.minor)


def _set_off(found: Sequence[Word], index: int) -> bool:
    """Whether a comma parts the verb from its subject: "Ann Roe, the mayor, said"."""
    return found[index - 1].segment != found[index].segment


def _mark_report(found: Sequence[Word], modes: list[Mode], index: int, mode: Mode) -> None:
    """Mark the words of the report: what follows the verb, or what surrounds a verb in brackets or at the end."""
    word = found[index]
    end = index + 1
    if (
        index
        and found[index - 1].quoted
        and index + 1 < len(found)
        and found[index + 1].part in {"name", "function", "noun"}
    ):
        return  # '"…," said the mayor, who led the campaign': the quotation is the report
    parenthetic = _is_parenthetic(found, index)
    if parenthetic:
        for position, other in enumerate(found):
            if other.segment != word.segment and modes[position] == "asserted":
                modes[position] = mode
        return
    while end < len(found):
        other = found[end]
        if other.clause != found[end - 1].clause and end > index + 2:
            if other.lower in {"and", "but"} and end + 1 < len(found) and found[end + 1].lower != "that":
                nearby = found[end + 1 : end + 4]
                if (
                    mode == "denied"
                    or other.lower == "but"
                    or any(
                        near.part == "verb" and near.base in lexicon.REPORTING | lexicon.ESTABLISHING | lexicon.DENYING
                        for near in nearby
                    )
                ):
                    break
                if (
                    found[end + 1].part in {"name", "noun", "function"}
                    and other.segment != found[end - 1].segment
                    and found[index + 1].lower != "that"
                ):
                    break
            if other.lower in {"although", "though", "while", "whereas"}:
                break
        if mode in {"denied", "alleged"} or modes[end] == "asserted":
            modes[end] = mode
        end += 1


def _is_parenthetic(found: Sequence[Word], index: int) -> bool:
    """Whether the reporting verb stands in a stretch of its own: "X, he said, Y", "X, said Halm."."""
    word = found[index]
    stretch = [position for position, other in enumerate(found) if other.segment == word.segment]
    before, after = [found[i] for i in stretch if i < index], [found[i] for i in stretch if i > index]
    if stretch[0] == 0 or len(before) > 5 or len(after) > 6:
        return False
    if index + 1 < len(found) and found[index + 1].lower in {"that", "whether", "it", "they", "he", "she"}:
        return False
    if before and before[0].lower in lexicon.SUBORDINATORS | {"and", "but"}:
        return False
    if any(other.part == "verb" or other.auxiliary or other.lower in {"that", "to", "nothing"} for other in after):
        return False
    return not any(other.part == "verb" for other in before)


def _mark_according(found: Sequence[Word], modes: list[Mode], index: int, mode: Mode) -> None:
    for position in range(len(found)):
        if modes[position] == "asserted" and not (
            index <= position < index + 8 and found[position].segment == found[index].segment
        ):
            modes[position] = mode


def _mark_quotes(found: Sequence[Word], modes: list[Mode]) -> None:
    for position, word in enumerate(found):
        if word.quoted and modes[position] == "asserted":
            modes[position] = "reported"


def _mark_conditions(found: Sequence[Word], modes: list[Mode], text: str) -> None:
    """The if-clause, and the modal clause that hangs on it."""
    condition: set[int] = set()
    for index, word in enumerate(found):
        opens = index == 0 or found[index - 1].clause != word.clause
        inverted = (
            index == 0
            and word.lower in {"had", "should", "were"}
            and len(found) > 2
            and not text.rstrip().endswith("?")
        )
        if (
            word.lower in {"if", "unless", "whether"} or (word.lower in {"provided", "providing"} and opens) or inverted
        ) and not word.quoted:
            condition.add(word.clause)
    if not condition:
        return
    for position, word in enumerate(found):
        if word.clause in condition:
            modes[position] = "conditional"
    if not any(
        word.lower in {"if", "unless", "provided"} or (i == 0 and word.lower in {"had", "should", "were"})
        for i, word in enumerate(found)
    ):
        return  # "whether" makes no condition of the rest
    hanging = {
        word.clause for word in found if word.lower in lexicon.MODALS or word.lower == "only" or word.base == "expect"
    }
    hanging -= condition
    for position, word in enumerate(found):
        if word.clause in hanging:
            modes[position] = "conditional"
    main = condition and min(condition) == 0
    if main:  # "If the office approves, four more wards will …": what follows hangs on it as a whole
        for position in range(len(found)):
            if found[position].clause not in condition and not found[position].quoted and modes[position] == "asserted":
                modes[position] = "conditional" if hanging else modes[position]


def _mark_modals(found: Sequence[Word], modes: list[Mode]) -> None:
    for index, word in enumerate(found):
        mode: Mode | None = None
        start = index + 1
        following = found[index + 1].lower if index + 1 < len(found) else ""
        third = found[index + 2] if index + 2 < len(found) else None
        if word.lower == "would" and any(other.base in lexicon.REPORTING for other in found[:index]):
            mode = "forecast"  # "said that it would be painted" said that it will
        elif word.lower in lexicon.POSSIBLE_MODALS and word.part != "calendar":
            mode = "possible"
        elif (
            word.lower in lexicon.FUTURE_MODALS
            or word.lower.endswith("'ll")
            or (word.lower in lexicon.BE and following == "to" and third is not None and third.part == "verb")
            or (word.lower == "going" and following == "to" and third is not None and third.part == "verb")
        ):
            mode = "forecast"
        elif following == "to" and third is not None and (third.part == "verb" or third.auxiliary):
            if word.base in lexicon.FORECASTING or word.lower in lexicon.FORECASTING:
                mode = "forecast"
            elif word.base in lexicon.INTENDING or word.lower in lexicon.INTENDING or word.base in lexicon.POSING:
                mode = "possible"
        elif (
            word.part == "verb"
            and word.base in {"expect", "want", "ask", "urge", "allow", "order"}
            and not any(other.lower in {"that", "to"} for other in found[index + 1 : index + 2])
        ):
            # "expects that number to reach 15,000"
            to = next((i for i in range(index + 2, min(len(found) - 1, index + 7)) if found[i].lower == "to"), None)
            if to is not None and (found[to + 1].part == "verb" or found[to + 1].auxiliary):
                mode = "forecast" if word.base == "expect" else "possible"
                start = to
        elif word.lower in lexicon.HEDGES:
            mode = "possible"
            start = index
        elif word.base == "propose" and word.part == "verb":
            mode = "possible"
        if mode is None:
            continue
        for position in range(start, len(found)):
            if found[position].clause != word.clause and position > start:
                break
            if modes[position] == "asserted":
                modes[position] = mode


# --- Causes ---


def is_causal(found: Sequence[Word], index: int) -> bool:
    word = found[index]
    following = found[index + 1].lower if index + 1 < len(found) else ""
    if word.negated:
        return False  # "could not be attributed to the fund"
    if word.lower == "because":
        return True
    if word.lower in {"due", "owing", "thanks"} and following == "to":
        return not (index + 2 < len(found) and found[index + 2].part == "verb")
    if word.lower in {"therefore", "consequently", "hence"}:
        return True
    if word.part == "verb" and word.base in {"cause", "trigger", "spark", "prompt", "provoke", "blame", "attribute"}:
        return following not in {"no", "little", "few"}
    if word.part == "verb" and word.base in {"result", "lead", "stem"} and following in {"from", "in", "to"}:
        return True
    return (
        word.lower == "result"
        and index > 1
        and found[index - 1].lower in {"a", "the"}
        and found[index - 2].lower == "as"
    )
