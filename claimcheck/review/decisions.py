"""What a decision does to a claim, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from claimcheck.claimsfile.fields import check_address
from claimcheck.model import Claim, Decision, SourceEntry, Waiver

LONGEST = 10_000
"""Characters of anything that is typed in."""


class Refused(Exception):
    """A decision that cannot be taken as it was given; the message is for the person who took it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave for a decision, beside the decision itself."""

    reason: str = ""
    until: str = ""
    text: str = ""
    note: str = ""
    passage: str = ""


def made(claim: Claim, decision: Decision, given: Given) -> Claim:
    """``claim`` after ``decision``.

    Raises:
        Refused: something is missing or malformed.
    """
    if any(len(words) > LONGEST for words in (given.reason, given.text, given.note, given.passage)):
        raise Refused(f"that is longer than {LONGEST:,} characters")
    match decision.did:
        case "waived":
            waiver = Waiver(decision.rule, _words(given.reason, "a reason"), _day(given.until))
            claim = replace(claim, waivers=(*claim.waivers, waiver))
        case "restated":
            text = _words(given.text, "what the claim says")
            if text == _words(claim.text, "a claim"):
                raise Refused("the claim says just that already")
            decision = replace(decision, was=claim.text)
            claim = replace(claim, text=text)
        case "sourced":
            url = _address(decision.url)
            if any(entry.url == url for entry in claim.sources):
                raise Refused("the claim has this source already")
            claim = replace(claim, sources=(*claim.sources, SourceEntry(url, given.note.strip() or None)))
        case "filed":
            _address(decision.url)
        case "marked":
            url, passage = _address(decision.url), _words(given.passage, "the words that decide")
            before = next((entry for entry in claim.sources if entry.url == url), None)
            decision = replace(decision, was=None if before is None else before.note or "")
            entry = SourceEntry(url, f"passage: {passage}")
            others = tuple(entry if one is before else one for one in claim.sources)
            claim = replace(claim, sources=others if before else (*others, entry))
        case "accepted":
            pass
    return replace(claim, decisions=(*claim.decisions, decision))


def taken_back(claim: Claim, decision: Decision) -> Claim:
    """``claim`` as if ``decision`` had not been taken.

    Raises:
        Refused: a later decision builds on it, or what it did is not there any more.
    """
    later = claim.decisions[claim.decisions.index(decision) + 1 :]
    if any(_same_thing(other, decision) for other in later):
        raise Refused("a later decision changed the same again: take that one back first")
    claim = replace(claim, decisions=tuple(one for one in claim.decisions if one is not decision))
    match decision.did:
        case "waived":
            place = max((n for n, one in enumerate(claim.waivers) if one.rule == decision.rule), default=None)
            if place is None:
                return claim
            return replace(claim, waivers=(*claim.waivers[:place], *claim.waivers[place + 1 :]))
        case "restated":
            return replace(claim, text=decision.was or claim.text)
        case "sourced":
            return replace(claim, sources=tuple(one for one in claim.sources if one.url != decision.url))
        case "marked" if decision.was is None:
            return replace(claim, sources=tuple(one for one in claim.sources if one.url != decision.url))
        case "marked":
            return replace(
                claim,
                sources=tuple(
                    replace(one, note=decision.was or None) if one.url == decision.url else one for one in claim.sources
                ),
            )
        case _:
            return claim


def _same_thing(one: Decision, other: Decision) -> bool:
    if one.did == "restated" or other.did == "restated":
        return one.did == other.did
    return one.url is not None and one.url == other.url


def _words(given: str, what: str) -> str:
    words = " ".join(given.split())
    if not words:
        raise Refused(f"{what} is missing")
    return words


def _day(given: str) -> str | None:
    if not given.strip():
        return None
    try:
        return date.fromisoformat(given.strip()).isoformat()
    except ValueError:
        raise Refused("the last day is no date: write it as 2027-01-31") from None


def _address(url: str | None) -> str:
    if not url:
        raise Refused("the address is missing: write all of it, such as https://example.org/report")
    problem = check_address(url)
    if problem:
        raise Refused(f"the address {problem}: write all of it, such as https://example.org/report")
    return url
