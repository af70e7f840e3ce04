"""Compound sentences split into atomic claims, only where the joint is safe.

A joint is a semicolon, or a comma with a conjunction, outside brackets and quotation marks, with a subject and a
finite verb of
its own on both sides. "It opened in 1958 and cost 11 million" stays whole: its second half has no subject.
"""

from __future__ import annotations

import re

from claimcheck.extract.verbs import PRONOUNS, first_verb
from claimcheck.extract.wordlist import wordlist
from claimcheck.model import Span

_JOINT = re.compile(r";\s+(?:(?:and|but|however|meanwhile)\s*,?\s+)?|,\s+(?:and|but|while|whereas|yet)\s+")
_OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "„": "“"}
_ENCLOSING = re.compile("[" + re.escape('"' + "".join({**_OPENING, **dict.fromkeys(_OPENING.values())})) + "]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*")
# A second half that begins with one of these leans on the first: for its subject, its time or its condition.
_LEANING = PRONOUNS | wordlist(
    """according after although because before both despite during each either especially even former how including
    its his her their latter most neither none not once one only others particularly possibly since so some such
    than then thereby therefore thus though to unless until what when where whether whose why with without"""
)
# A first half under one of these governs the second as well.
_GOVERNING = re.compile(
    r"^(?:if|unless|although|though|because|since|when|while|whereas|as|once|after|before|until|despite|given|should|had|were)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:said|says|say|told|claims?|claimed|argues?|argued|believes?|believed|warns?|warned|reported|insists?"
    r"|insisted|according to|that)\b",
    re.IGNORECASE,
)
_LEAST = 4  # words on either side
_MOST = 20  # joints; what has more is a list, and every part of it is weighed against all that follows


def split(prose: str) -> tuple[Span, ...]:
    """The atomic parts of a sentence as spans without white space at their ends; the whole sentence when unsure."""
    whole = (Span(0, len(prose)),)
    if len(prose) > 2_000:
        return whole
    joints = list(_JOINT.finditer(prose))
    if not 0 < len(joints) <= _MOST:
        return whole
    cuts = [joint for joint in joints if _depth(prose, joint.start()) == 0]
    parts: list[Span] = []
    start = 0
    for cut in cuts:
        rest = prose[cut.end() :]
        semicolon = cut.group().startswith(";")
        if _stands_alone(prose[start : cut.start()], first=True, lenient=semicolon) and _stands_alone(
            rest, first=False, lenient=semicolon
        ):
            parts.append(Span(start, cut.start()))
            start = cut.end()
    if not parts:
        return whole
    return (*parts, Span(start, len(prose)))


def _depth(prose: str, at: int) -> int:
    """How many brackets and quotation marks are open at ``at``."""
    closers: list[str] = []
    straight = False
    for match in _ENCLOSING.finditer(prose, 0, at + 1):
        character = match[0]
        if character == '"':
            straight = not straight
        elif closers and character == closers[-1]:
            closers.pop()
        elif character in _OPENING:
            closers.append(_OPENING[character])
    return len(closers) + straight


def _stands_alone(part: str, *, first: bool, lenient: bool) -> bool:
    """True when ``part`` has a subject of its own before its first finite verb and leans on nothing."""
    words = [match.group().lower() for match in _WORD.finditer(part)]
    if len(words) < _LEAST or (not first and words[0] in _LEANING):
        return False
    verb = first_verb(part)
    between = part[: verb.span.start] if verb else ""
    if not _WORD.search(between):
        return False
    if first:
        # "X said that A, and B": whether B is X's word or the author's cannot be told, so it stays with A.
        return not _GOVERNING.match(part) and (lenient or not _REPORTING.search(part))
    return lenient or not re.search(r"[,;:]", between)
