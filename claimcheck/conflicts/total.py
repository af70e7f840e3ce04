"""Parts that exceed their stated total, and shares of one whole that exceed a hundred percent.

Only an excess is certain: a list of parts may be incomplete, never too long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.conflicts import _lexicon
from claimcheck.conflicts._apart import apart
from claimcheck.conflicts._assertion import Assertion, is_body, is_person, position
from claimcheck.conflicts._clash import Clash
from claimcheck.conflicts._measure import measures
from claimcheck.conflicts._topic import Topic, akin, akin_words
from claimcheck.model import Quantity
from claimcheck.parse import thesaurus
from claimcheck.parse.words import stem

_SLACK = 1.005  # a sum of rounded shares may exceed its total by half a percent
_COVERED = 0.2
_LIST = re.compile(
    r"^[\s)]*(?:[\w'’-]+[\s(]+){0,4}?[\w'’-]*(?:\s*\)?\s*,\s*(?:and\s+)?|\s*\)?\s+and\s+)(?:a further |another |(?:[\w'’-]+[\s(]+){1,4})?$"
)
_OTHER_PART = re.compile(
    r"\b(?:another|a further|the other|other than|apart from|quite apart|distinct|separate(?:ly)?|the rest"
    r"|remaining|besides|on top of|in addition)\b",
    re.IGNORECASE,
)
_STATED_TOTAL = re.compile(
    r"\b(?:total|in all|altogether|c[ao]me to|comes to|reached|amounted to|exactly|in total|sum|combined|overall|employs?|lost|has|have|had|won|staff of"
    r"|members|came home|consist(?:s|ed)? of|compris(?:es?|ed)|numbers?|counts?|sum|adds? up to|made up of)\b",
    re.IGNORECASE,
)
_OVERLAPPING = re.compile(
    r"\b(?:of (?:them|whom|which|these|those)|both|overlap\w*|multiple|more than one|several answers|at least one"
    r"|respectively|rose|fell|from \S+ to|than|compared|versus|against|up from|down from)\b",
    re.IGNORECASE,
)
# Parts that no dictionary calls kinds of their whole.
_KINDS_OF = {
    stem(whole): frozenset(stem(part) for part in parts.split())
    for whole, parts in {
        "medals": "gold silver bronze", "votes": "yes no abstention", "casualties": "killed wounded missing dead",
        "games": "win draw defeat loss", "matches": "win draw defeat loss", "goals": "penalty header",
    }.items()
}  # fmt: skip
# The parts are all there are, so that a sum below the total clashes as well.
_SCALED = re.compile(r"(?:million|billion|trillion|bn|m)$", re.IGNORECASE)
_EXHAUSTIVE = re.compile(
    r"\b(?:entirely|exclusively|solely|wholly|all of (?:them|which|it)|only|no others?|nothing else)\b", re.IGNORECASE
)


def clash(topic: Topic) -> Clash | None:
    """Parts in one place that exceed the total in the other, or shares of one whole over a hundred."""
    return _shares(topic) or _parts(topic) or _parts(topic.swapped())


def alone(assertion: Assertion) -> Clash | None:
    """Parts that exceed their total, or a hundred percent, within one sentence."""
    quantities = assertion.facts.quantities
    off = _off_base(assertion)
    if off is not None:
        return off
    shares = [quantity for quantity in quantities if quantity.unit == "percent"]
    opposed = (
        len(shares) in {2, 3}
        and len(set(_BASES.findall(assertion.prose))) < 2
        and any(
            one.search(assertion.prose) and other.search(assertion.prose)
            for one, other in zip(_SIDES[::2], _SIDES[1::2], strict=True)
        )
    )
    if not opposed and _OVERLAPPING.search(assertion.prose):
        return None
    if not opposed:
        shares = [quantity for quantity in listed(assertion) if quantity.unit == "percent"]
    if ((len(shares) >= 3 and all(_one_base(assertion, shares))) or opposed) and _sum(shares) > 100 * _SLACK:
        return _found(assertion, assertion, f"{_sum(shares):g} percent", "100 percent", "shares of one whole", shares)
    parts = [quantity for quantity in listed(assertion) if quantity.unit is None]
    wholes = [
        quantity
        for quantity in quantities
        if quantity not in parts and quantity.hedge == "exact" and quantity.unit is None
    ]
    for whole in wholes:
        if (
            len(parts) >= 2
            and _before(assertion, whole, parts[0])
            and (_made_of(whole, parts) or _spelled_out(assertion, whole, parts[0]))
            and _sum(parts) > (whole.high or 0) * _SLACK
            and (whole.high or 0) > max(_value(p) for p in parts)
        ):
            return _found(assertion, assertion, f"{_sum(parts):,g}", whole.text, "parts of one total", parts)
    return None


_SHARE_OF_BASE = re.compile(
    r"\b(?P<part>\d[\d,]*)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|these\s+)?(?P<base>\d[\d,]*)\b[^.;()%]{0,60}?"
    r"(?:\(|,\s+or\s+|,\s+that\s+is\s+)(?:about\s+|around\s+|some\s+|nearly\s+)?(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)",
    re.IGNORECASE,
)


def _off_base(assertion: Assertion) -> Clash | None:
    """A share that its own base denies: "40 of the 80 patients (60 percent)"."""
    match = _SHARE_OF_BASE.search(assertion.prose)
    if match is None:
        return None
    part, base = (float(match[name].replace(",", "").rstrip(".") or 0) for name in ("part", "base"))
    share = float(match["share"])
    if not base or part > base or abs(100 * part / base - share) <= max(1.0, 0.03 * share):
        return None
    return _found(assertion, assertion, match["share"] + " percent", f"{match['part']} of {match['base']}", "a share and its base", (), f"{100 * part / base:.3g} percent")  # fmt: skip


def _spelled_out(assertion: Assertion, whole: Quantity, part: Quantity) -> bool:
    """True for "900 men: 500 infantry, ...": a colon opens the parts."""
    at = position(assertion.prose, whole)
    if re.fullmatch(r"of (?:the|its|their|these|those) ", assertion.prose[:at].lower()):
        return True  # "Of the 120 delegates, 70 voted for it and 65 against"
    start = at + len(whole.text)
    return (
        re.fullmatch(
            r"\s*(?:[\w'’-]+\s*){0,3}(?::|\b(?:include[sd]?|including|consist(?:s|ed)? of|compris(?:es?|ed|ing)|made up of|namely))\s*",
            assertion.prose[start : position(assertion.prose, part)],
        )
        is not None
    )


def _before(assertion: Assertion, whole: Quantity, part: Quantity) -> bool:
    return 0 <= position(assertion.prose, whole) < position(assertion.prose, part)


def _composition(assertion: Assertion) -> tuple[str, str] | None:
    """(whole, part) of "the sample is 62 percent quartz" and "feldspar makes up 55 percent of the sample"."""
    share = next((quantity for quantity in assertion.facts.quantities if quantity.unit == "percent"), None)
    if share is None:
        return None
    reading, at = assertion.reading, position(assertion.prose, share)
    group = next((group for group in reading.groups if reading.words[group.end - 1].end > at), None)
    before = [found for found in reading.groups if reading.words[found.end - 1].end <= at and found.prep is None]
    if group is None or not before:
        return None
    subject = reading.words[before[-1].head].stem
    following = next((found for found in reading.groups if found.start > group.start and found.prep == "of"), None)
    if reading.words[group.head].lower not in {"percent", "cent"} and reading.words[group.start].start <= at:
        verb = next((action for action in reading.actions if action.finite), None)
        if verb is not None and verb.lemma in {"be", "contain"} and not is_person(reading.words[group.head].lower):
            return subject, reading.words[group.head].stem
        return None
    if following is None or is_person(reading.words[before[-1].head].lower) or not _MAKING_UP.search(assertion.prose):
        return None
    owner = [word for word in reading.words[following.start : following.head] if word.owner]
    return (owner[-1] if owner else reading.words[following.head]).stem, subject  # "of the alloy's weight"


_BASES = re.compile(r"(?:%|percent|per cent) of (?:the |all |its )?(\w+)")
_MAKING_UP = re.compile(r"\b(?:makes?|made|making) up\b|\bby (?:weight|mass|volume)\b|\bconsists? of\b", re.IGNORECASE)


def _shares(topic: Topic) -> Clash | None:
    ours, theirs = (
        [measure.quantity for measure in measures(side) if measure.quantity.unit == "percent" and measure.rate is None]
        for side in (topic.left, topic.right)
    )
    if any(_value(share) > 100 for share in (*ours, *theirs)):
        return None
    if len(ours) != 1 or len(theirs) != 1 or not _distinct(topic):
        return None
    total = _value(ours[0]) + _value(theirs[0])
    if (
        total <= 100 * _SLACK
        or not any(a.tag in {"noun", "name"} for a, _ in topic.shared)
        or topic.coverage < _COVERED
    ):
        return None
    if apart_from_parts(topic):
        return None
    return _found(
        topic.left,
        topic.right,
        ours[0].text,
        theirs[0].text,
        "shares of one whole that are said to be distinct",
        [*ours, *theirs],
        f"{total:g} percent",
    )


_NONE: frozenset[int] = frozenset()
_SIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bfor\b",
        r"\bagainst\b",
        r"\b(?:men|male|boys)\b",
        r"\b(?:women|female|girls)\b",
        r"\byes\b",
        r"\bno\b",
        r"\b(?:back|backs|support|supports|favour|favor|approve)\b",
        r"\b(?:oppose|opposes|reject|rejects|disapprove)\b",
    )
)


def _distinct(topic: Topic) -> bool:
    """True when the shares cannot overlap: "another 51 percent", or one for and one against."""
    left, right = topic.left.prose, topic.right.prose
    made = topic.left.once(_composition), topic.right.once(_composition)
    if made[0] is not None and made[1] is not None and made[0][0] == made[1][0] and made[0][1] != made[1][1]:
        return True
    if _OTHER_PART.search(left) or _OTHER_PART.search(right):
        return True
    rows = _lexicon.contrasts()
    ours, theirs = ({word.stem for word in words} for words in (topic.left_only, topic.right_only))
    if any(rows.get(x, _NONE) & rows.get(y, _NONE) for x in ours for y in theirs):
        return True  # "the old layout" and "the new layout"
    for one, other in zip(_SIDES[::2], _SIDES[1::2], strict=True):
        for a, b in ((left, right), (right, left)):
            if one.search(a) and other.search(b) and not other.search(a) and not one.search(b):
                return True
    return False


def _parts(topic: Topic) -> Clash | None:
    """Left states the total, right lists the parts."""
    parts = [quantity for quantity in listed(topic.right) if quantity.unit != "percent" and quantity.hedge == "exact"]
    if len(parts) < 2 or _OVERLAPPING.search(topic.right.prose) or topic.coverage < _COVERED or not topic.shared:
        return None
    for whole in topic.left.facts.quantities:
        if whole.hedge != "exact" or whole.high is None or not _is_total(topic.left, whole):
            continue
        if len(topic.left.facts.quantities) > 2:
            continue  # which of several numbers is the total cannot be told
        if any(part.unit not in {None, whole.unit} for part in parts) or all(part.unit != whole.unit for part in parts):
            continue
        if any(whole.high <= _value(part) for part in parts):
            continue
        short = _sum(parts) * _SLACK < whole.high and _complete(topic, len(parts))
        if _sum(parts) <= whole.high * _SLACK and not short:
            continue
        if not _parts_of(topic, whole, parts) or apart_from_parts(topic):
            continue
        return _found(
            topic.left,
            topic.right,
            whole.text,
            " + ".join(part.text for part in parts),
            "parts and their total",
            parts,
            f"{_sum(parts):,g}",
        )
    return None


_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _complete(topic: Topic, parts: int) -> bool:
    """True when the text says that the parts are all: "earned entirely by its two divisions", and two are listed."""
    counted = {_COUNTS[word.lower] for side in (topic.left, topic.right) for word in side.reading.words if word.lower in _COUNTS}  # fmt: skip
    return bool(_EXHAUSTIVE.search(topic.left.prose)) and counted == {parts}


_DEFINITE = re.compile(r"(?:\bthe|\bits|\bhis|\bher|\btheir|['’]s?|\ball)\s*$", re.IGNORECASE)


def _is_total(assertion: Assertion, whole: Quantity) -> bool:
    at = position(assertion.prose, whole)
    stated = _STATED_TOTAL.search(assertion.prose) or _DEFINITE.search(assertion.prose[:at])
    return bool(stated) or len(assertion.facts.quantities) == 1


def _parts_of(topic: Topic, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True when the parts are kinds of what is counted, are listed beside the total, or carry no noun of their own."""
    nouns = [stem(part.counted.split()[-1]) for part in parts if part.counted]
    named = {word.stem for word in topic.left.reading.words}
    groups = [group for part in parts if (group := _group_of(topic.right, part)) is not None]
    if (
        whole.counted
        and len(groups) == len(parts)
        and all(stem(whole.counted.split()[-1]) in group for group in groups)
    ):
        return True  # "18 fossil fish" are fossils
    if whole.unit is not None or (len(parts) >= 3 and _one_holder(topic, whole)):
        return True
    amount = whole.counted is None or _SCALED.search(whole.text) is not None
    if amount and not nouns and (topic.things >= 2 or any(a.tag == "name" for a, _ in topic.shared)):
        return True  # "sold its plants for 90 million", "got 45 million for one and 38 million for the other"
    if _made_of(whole, parts) or (nouns and all(noun in named for noun in nouns)):
        return True
    opening = re.match(r"of (?:the|its|his|her|their)\b", topic.right.prose, re.IGNORECASE)
    if opening is None or not topic.right.reading.groups:
        return False
    # "Of the convoy's dead, 30 ...": what is divided is what the total counts, or what befell it.
    divided = topic.right.reading.words[topic.right.reading.groups[0].head]
    return any(akin(word, divided) for word in topic.left.reading.words if word.tag in {"noun", "verb", "part"})


def _one_holder(topic: Topic, whole: Quantity) -> bool:
    """ "The choir has 60 voices", "in the choir sing 25 sopranos, 20 altos and 31 basses": one thing and all that it
    holds.
    """
    at = position(topic.left.prose, whole)
    held = any(
        action.lemma in {"have", "hold", "number", "count", "employ", "comprise"}
        for action in topic.left.reading.actions
    )
    first = topic.left.reading.groups[0] if topic.left.reading.groups else None
    if not held or first is None or topic.left.reading.words[first.head].start > at:
        return False
    holder = topic.left.reading.words[first.head]
    other = topic.aligned_left(holder)
    return other is not None and holder.tag in {"noun", "name"}


def _group_of(assertion: Assertion, part: Quantity) -> frozenset[str] | None:
    """Stems of the noun group that the number stands in."""
    at, reading = position(assertion.prose, part), assertion.reading
    for group in reading.groups:
        if reading.words[group.start].start <= at < reading.words[group.end - 1].end:
            return frozenset(word.stem for word in reading.words[group.start : group.end])
    return None


def _made_of(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    if not whole.counted:
        return False
    counted = stem(whole.counted.split()[-1])
    nouns = [stem(part.counted.split()[-1]) for part in parts if part.counted]
    kinds = _KINDS_OF.get(counted, frozenset())
    return bool(nouns) and all(
        noun == counted or noun in kinds or akin_words(noun, noun, counted, counted) or _kind_of(noun, counted)
        for noun in nouns
    )


def _kind_of(part: str, whole: str) -> bool:
    """True for doctors of people, frigates of ships: the dictionary has the one as a kind of the other."""
    if whole in _EVERYBODY:
        return is_person(part) or is_body(part)
    return thesaurus.bears_out(whole, part) >= _NARROWER


_NARROWER = 0.6
_EVERYBODY = frozenset(
    stem(word)
    for word in """people person staff employee member man casualty victim patient worker passenger visitor pupil student
    guest delegate voter resident""".split()
)


def apart_from_parts(topic: Topic) -> bool:
    """True when time, scope or mode differ; "another" and "apart from" are what makes the shares distinct, so they do
    not count.
    """
    return apart(topic, apart_from=frozenset({"part", "scope", "name"})) is not None


def listed(assertion: Assertion) -> list[Quantity]:
    """The longest run of quantities that stand in one enumeration: "20 doctors, 50 nurses and 15 porters"."""
    best: list[Quantity] = []
    run: list[Quantity] = []
    end = 0
    for quantity in assertion.facts.quantities:
        at = position(assertion.prose, quantity)
        between = assertion.prose[end:at] if run and at >= end else ""
        if run and not (_LIST.match(between) and quantity.unit == run[-1].unit):
            run = []
        run.append(quantity)
        end = at + len(quantity.text)
        if len(run) > len(best):
            best = list(run)
    return best if len(best) >= 2 else []


def _one_base(assertion: Assertion, shares: Sequence[Quantity]) -> list[bool]:
    base = re.search(r"\bof (?:the|all|its|their|those|these|[\w'’]+['’]s)\b", assertion.prose, re.IGNORECASE)
    return [base is not None and share.hedge in {"exact", "approx"} for share in shares]


def _value(quantity: Quantity) -> float:
    return quantity.stated or 0.0


def _sum(parts: Sequence[Quantity]) -> float:
    return sum(map(_value, parts))


def _found(
    left: Assertion,
    right: Assertion,
    ours: str,
    theirs: str,
    what: str,
    parts: Sequence[Quantity],
    total: str | None = None,
) -> Clash:
    return Clash(
        kind="total",
        label="conflict",
        left=left,
        right=right,
        left_value=ours,
        right_value=theirs,
        comparable=f"both give {what}",
        differ=f"{' + '.join(part.text for part in parts)} come to {total or ours}",
        reconcile="parts that overlap, or a wider total, said in the text",
        topic="total",
    )
