"""What nearly says the same as a sentence and is not borne out by it, by rule: one falsification each."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from claimcheck.parse import thesaurus
from claimcheck.train.drafts import (
    MONTHS,
    SMALL,
    TIGHT,
    Draft,
    Forms,
    Word,
    draft,
    inside,
    lowered,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's title and parsed sentences, in order."""

    title: str
    sentences: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a falsification may draw on: the sentence's window and the page."""

    page: Page
    at: int
    near: Sequence[Doc]
    """The sentences of the window, the claim's own among them."""
    forms: Forms
    order: random.Random


Falsified = tuple[Draft, str, bool] | None
"""Draft, label, open."""
Falsification = Callable[[Draft, Scene], Falsified]


def _put(words: Draft, index: int, text: str) -> Draft:
    return (*words[:index], replace(words[index], text=text, changed=True), *words[index + 1 :])


def number(words: Draft, scene: Scene) -> Falsified:
    """Another number, one of the window where there is one."""
    order = scene.order
    options = [
        (index, word)
        for index, word in enumerate(words)
        if word.token is not None and (TIGHT.fullmatch(word.text) or word.text.lower() in SMALL[2:])
    ]
    if not options:
        return None
    index, word = order.choice(options)
    text = word.text
    if text.lower() in SMALL:
        return _put(words, index, order.choice([w for w in SMALL[2:] if w != text.lower()])), "contradicted", False
    value = float(text.replace(",", ""))
    nearby = [
        t.text
        for s in scene.near
        for t in s
        if TIGHT.fullmatch(t.text) and abs(float(t.text.replace(",", "")) - value) > 0.07 * value
    ]
    if nearby and order.random() < 0.35:
        return _put(words, index, order.choice(nearby)), "contradicted", False
    if 1500 <= value <= 2100 and text.isdigit():
        return (
            _put(words, index, str(int(value) + order.choice((-1, 1)) * order.choice((1, 1, 2, 3, 5, 10, 20)))),
            "contradicted",
            False,
        )
    if order.random() < 0.4 and len(text) > 1:  # one digit, or two of them swapped
        digits = [k for k, letter in enumerate(text) if letter.isdigit()]
        for _ in range(5):
            spot = digits[0] if order.random() < 0.7 else order.choice(digits[: max(1, len(digits) - 1)])
            other = text[:spot] + order.choice("123456789") + text[spot + 1 :]
            if abs(float(other.replace(",", "")) - value) > 0.08 * value:
                return _put(words, index, other), "contradicted", False
    scale = order.choice((0.5, 0.6, 0.75, 0.8, 1.25, 1.4, 2, 3, 0.1, 10))
    shown = value * scale
    if "." in text:
        other = f"{shown:.{len(text.split('.')[1])}f}"
    else:
        other = f"{round(shown):,}" if "," in text or shown >= 10000 else str(round(shown))
    return (_put(words, index, other), "contradicted", False) if other != text else None


def moment(words: Draft, scene: Scene) -> Falsified:
    """Another month, weekday or year."""
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    seasons = "spring summer autumn winter".split()
    for index, word in enumerate(words):
        for family in (MONTHS, days, seasons):
            if word.text in family and word.token is not None and word.token.ent_type_ == "DATE":
                other = scene.order.choice([w for w in family if w != word.text])
                return _put(words, index, other), "contradicted", False
        if word.text.isdigit() and len(word.text) == 4 and 1700 < int(word.text) < 2100:
            return (
                _put(
                    words, index, str(int(word.text) + scene.order.choice((-1, 1)) * scene.order.choice((1, 2, 4, 10)))
                ),
                "contradicted",
                False,
            )
    return None


_NAMED = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT"}


def name(words: Draft, scene: Scene) -> Falsified:
    """Another name of the same kind, from the window, the page or elsewhere."""
    order = scene.order
    runs = _runs(words)
    if not runs:
        return None
    first, last, kind = order.choice(runs)
    ours = " ".join(w.text for w in words[first:last]).lower()
    near = [ent.text for s in scene.near for ent in s.ents if ent.label_ == kind]
    far = [ent.text for s in scene.page.sentences for ent in s.ents if ent.label_ == kind]
    for pool in (near, far, _STRANGERS.get(kind, []))[0 if order.random() < 0.7 else 2 :]:
        others = sorted({o for o in pool if not set(o.lower().split()) & set(ours.split()) and o[:1].isupper()})
        if others:
            other = order.choice(others)
            if words[first].text.lower() == "the" and not other.lower().startswith("the "):
                other = f"{words[first].text} {other}"
            new = Word(other, words[last - 1].space, words[first].token, True)
            return (*words[:first], new, *words[last:]), "contradicted", False
    return None


def _runs(words: Draft) -> list[tuple[int, int, str]]:
    runs: list[tuple[int, int, str]] = []
    for index, word in enumerate(words):
        token = word.token
        kind = token.ent_type_ if token is not None else ""
        if kind not in _NAMED or word.changed:
            continue
        if runs and runs[-1][1] == index and runs[-1][2] == kind and token is not None and token.ent_iob_ == "I":
            runs[-1] = (runs[-1][0], index + 1, kind)
        else:
            runs.append((index, index + 1, kind))
    return runs


_STRANGERS: dict[str, list[str]] = {}


def remember(page: Page) -> None:
    """Take the page's names for those of strangers."""
    for sentence in page.sentences:
        for ent in sentence.ents:
            if ent.label_ in _NAMED and len(ent.text) < 40:
                _STRANGERS.setdefault(ent.label_, []).append(ent.text)


def roles(words: Draft, scene: Scene) -> Falsified:
    """Who did it and to whom, exchanged: subject and object, or two names."""
    for verb in (word.token for word in words):
        if verb is None or verb.pos_ != "VERB" or verb.lemma_ in _EVEN:
            continue
        children = {child.dep_: child for child in verb.children}
        one = children.get("nsubj") or children.get("nsubjpass")
        two = children.get("dobj") or next(
            (
                g
                for c in verb.children
                if c.dep_ in {"agent", "prep"} and c.lower_ in {"by", "against", "from", "to"}
                for g in c.children
                if g.dep_ == "pobj"
            ),
            None,
        )
        if (
            one is None
            or two is None
            or "PRON" in {one.pos_, two.pos_}
            or one.ent_type_ in _TIMES
            or two.ent_type_ in _TIMES
        ):
            continue
        if two.like_num or any(t.like_num for t in two.children) or (one.ent_type_ == "") != (two.ent_type_ == ""):
            continue
        a, b = sorted(inside(words, one)), sorted(inside(words, two))
        if (
            not a
            or not b
            or a[-1] >= b[0]
            or a[-1] - a[0] >= len(a)
            or b[-1] - b[0] >= len(b)
            or max(len(a), len(b)) > 9
        ):
            continue
        first, second = [words[k] for k in a], [words[k] for k in b]
        first[0] = lowered(first[0]) if a[0] == 0 else first[0]
        tail, head = second[-1].space, first[-1].space
        second[-1], first[-1] = replace(second[-1], space=head), replace(first[-1], space=tail)
        second, first = ([replace(w, changed=True) for w in part] for part in (second, first))
        return (*words[: a[0]], *second, *words[a[-1] + 1 : b[0]], *first, *words[b[-1] + 1 :]), "contradicted", False
    return None


_EVEN = set("meet join marry be have include resemble accompany equal face involve concern play draw share".split())
_TIMES = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"}


def exchange(words: Draft, scene: Scene) -> Falsified:
    """Two names or two numbers of the sentence change places."""
    runs = _runs(words)
    numbers = [(k, k + 1, "number") for k, w in enumerate(words) if TIGHT.fullmatch(w.text)]
    for group in scene.order.sample((runs, numbers), 2):
        for i, one in enumerate(group):
            for two in group[i + 1 :]:
                if one[2] != two[2]:
                    continue
                a, b = [w.text for w in words[one[0] : one[1]]], [w.text for w in words[two[0] : two[1]]]
                between = [w.text.lower() for w in words[one[1] : two[0]]]
                if a == b or set(between) <= {"and", "or", ",", "with", "-", "–", "/", "&", "between", "to"}:
                    continue
                return (
                    *words[: one[0]], Word(" ".join(b), words[one[1] - 1].space, words[one[0]].token, True),
                    *words[one[1] : two[0]], Word(" ".join(a), words[two[1] - 1].space, words[two[0]].token, True),
                    *words[two[1] :],
                ), "contradicted", False  # fmt: skip
    return None


def deny(words: Draft, scene: Scene) -> Falsified:
    """A "not" put in, or taken out."""
    for index, word in enumerate(words):
        token = word.token
        if token is not None and token.dep_ == "neg" and token.lower_ in {"not", "n't", "n’t", "never"}:
            if token.lower_ in {"n't", "n’t"} and words[index - 1].text.lower() in {"wo", "ca", "sha"}:
                return None
            head = words[index - 1]
            return (
                (*words[: index - 1], replace(head, changed=True, space=" "), *words[index + 1 :]),
                "contradicted",
                False,
            )
    root = next((w.token for w in words if w.token is not None and w.token.dep_ == "ROOT"), None)
    if root is None:
        return None
    targets = [root, *(c for c in root.children if c.dep_ == "ccomp")]
    target = scene.order.choice(targets)
    helper = next(
        (c for c in target.children if c.dep_ in {"aux", "auxpass"} and c.lower_ != "to" and c.i < target.i), None
    )
    for index, word in enumerate(words):
        if word.token is None:
            continue
        if (helper is not None and word.token is helper) or (
            helper is None and word.token is target and target.lemma_ == "be" and word.text[0] not in "'’"
        ):
            return (
                (
                    *words[:index],
                    replace(word, space=" "),
                    Word(scene.order.choice(("not", "not", "never")), " ", None, True),
                    *words[index + 1 :],
                ),
                "contradicted",
                False,
            )
        if helper is None and word.token is target and target.tag_ in {"VBD", "VBZ", "VBP"} and target.lemma_ != "be":
            do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[target.tag_]
            return (
                (
                    *words[:index],
                    Word(do, " ", None, True),
                    Word("not", " ", None, True),
                    replace(word, text=target.lemma_, changed=True),
                    *words[index + 1 :],
                ),
                "contradicted",
                False,
            )
    return None


def opposite(words: Draft, scene: Scene) -> Falsified:
    """The opposite word: "rose" for "fell", "north" for "south", "before" for "after"."""
    options = []
    for index, word in enumerate(words):
        token = word.token
        if token is None or word.changed:
            continue
        if token.lower_ in _TURNED:
            options.append((index, _TURNED[token.lower_]))
            continue
        if token.pos_ not in {"VERB", "ADJ", "NOUN", "ADV"} or token.ent_type_ or not token.text.islower():
            continue
        found = thesaurus.entry(token.lemma_)
        for other in sorted(found.opposites) if found else ():
            form = scene.forms.inflect(other, token.tag_)
            if form and "_" not in form and thesaurus.frequency(other) >= 3:
                options.append((index, form))
    if not options:
        return None
    index, other = scene.order.choice(options)
    shown = other.capitalize() if words[index].text[:1].isupper() else other
    return _put(words, index, shown), "contradicted", False


_TURNED: dict[str, str] = {}
for _pair in """rose fell,increased decreased,increase decrease,grew shrank,gained lost,won lost,accepted rejected,
approved rejected,allowed banned,before after,above below,first last,largest smallest,highest lowest,more fewer,most least,
higher lower,up down,north south,northern southern,east west,eastern western,left right,opened closed,older younger,
oldest youngest,better worse,best worst,won lost,passed failed,started ended,began ended,bought sold,supported opposed,
confirmed denied,agreed refused,joined left,arrived departed,early late,increased fell,strong weak,longer shorter,
guilty innocent,men women,man woman,mother father,son daughter,husband wife,brother sister,boys girls,male female,
day night,morning evening,public private,urban rural,majority minority,minimum maximum,success failure,remembered forgot,
inside outside,hot cold,import export,imports exports,profit loss,winning losing,less more,faster slower,raised lowered,
rising falling,rise fall,gains losses,upper lower,cheaper dearer,hired fired,victory defeat,friend enemy,with without,
kilometres miles,kilometers miles,miles kilometres,million billion,billion million,days weeks,weeks months,months years,
years months,hours minutes,minutes hours,percent points,dollars euros,feet metres,meters feet,metres feet,daily weekly,
weekly monthly,annual monthly,annually monthly""".split(","):
    _a, _b = _pair.split()
    _TURNED.setdefault(_a, _b)
    _TURNED.setdefault(_b, _a)


def other_word(words: Draft, scene: Scene) -> Falsified:
    """A content word replaced by one of the same part of speech from the page."""
    options = [
        (k, w.token)
        for k, w in enumerate(words)
        if w.token is not None
        and w.token.pos_ in {"NOUN", "VERB", "ADJ"}
        and not w.token.ent_type_
        and w.token.text.islower()
        and w.token.lemma_ not in _DULL
    ]
    if not options:
        return None
    index, token = scene.order.choice(options)
    own = {t.lemma_ for s in (scene.page.sentences[scene.at],) for t in s}
    pool = [
        t.text for s in (scene.near if scene.order.random() < 0.6 else scene.page.sentences) for t in s
        if t.tag_ == token.tag_ and t.text.islower() and t.lemma_ not in own and t.lemma_ not in _DULL
        and thesaurus.bears_out(token.lower_, t.lower_) < 0.5
    ]  # fmt: skip
    if not pool:
        return None
    return _put(words, index, scene.order.choice(pool)), "unsupported", True


_DULL = set("be have do make take get say go come year day time thing way people person percent number".split())


def unhedge(words: Draft, scene: Scene) -> Falsified:
    """What may, could or is expected to happen, told as happened; what is said by some, told as so."""
    for index, word in enumerate(words):
        token = word.token
        if token is None:
            continue
        if (
            token.lower_ in {"may", "might", "could", "would", "can", "should"}
            and token.dep_ == "aux"
            and token.head.pos_ in {"VERB", "AUX"}
        ):
            verb = next((k for k in range(index + 1, min(index + 4, len(words))) if words[k].token is token.head), None)
            if verb is None or any(words[k].text in {"not", "n't", "have", "be"} for k in range(index, verb)):
                continue
            form = scene.forms.inflect(token.head.lemma_, "VBD")
            if form and token.head.lemma_ != "be":
                return (
                    (
                        *words[:index],
                        *words[index + 1 : verb],
                        replace(words[verb], text=form, changed=True),
                        *words[verb + 1 :],
                    ),
                    "unsupported",
                    False,
                )
        if token.lemma_ in _INTENT and token.pos_ == "VERB":
            goal = next((c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
            spot = next((k for k in range(index + 1, len(words)) if goal is not None and words[k].token is goal), None)
            form = scene.forms.inflect(goal.lemma_, "VBD") if goal is not None else None
            if spot is not None and form and spot - index <= 3:
                start = (
                    index - 1
                    if index and words[index - 1].text.lower() in {"is", "are", "was", "were", "has", "have", "had"}
                    else index
                )
                return (
                    (*words[:start], replace(words[spot], text=form, changed=True), *words[spot + 1 :]),
                    "unsupported",
                    False,
                )
        if token.lemma_ in _VIEWS and token.dep_ == "ROOT":
            held = next(
                (
                    c
                    for c in token.children
                    if c.dep_ == "ccomp" and any(g.dep_ == "nsubj" and g.pos_ != "PRON" for g in c.children)
                ),
                None,
            )
            if held is not None:
                kept = sorted(inside(words, held))
                body = [words[k] for k in kept if words[k].text not in {'"', "“", "”"}]
                while body and body[0].text.lower() in {"that", ",", "if", "whether"}:
                    body.pop(0)
                if len(body) >= 5:
                    return tuple(body), "unsupported", False
    return None


_INTENT = set("plan hope want intend aim try seek expect promise threaten propose refuse decline fail schedule".split())
_VIEWS = set(
    "believe think suggest claim allege hope fear deny doubt speculate wonder suspect argue predict expect".split()
)


def overreach(words: Draft, scene: Scene) -> Falsified:
    """Some becomes all, one of the becomes the only, an adjective gets a superlative."""
    for index, word in enumerate(words):
        if (
            word.text.lower() in {"some", "many", "most", "several", "few"}
            and word.token is not None
            and word.token.dep_ in {"amod", "det"}
        ):
            return _put(words, index, "All" if word.text[0].isupper() else "all"), "unsupported", False
    options = [
        k
        for k, w in enumerate(words)
        if w.token is not None
        and w.token.dep_ == "det"
        and w.text.lower() in {"a", "an", "the"}
        and w.token.head.tag_ == "NN"
        and w.token.head.ent_type_ == ""
    ]
    if not options:
        return None
    index = scene.order.choice(options)
    extra = scene.order.choice(("only", "first", "largest", "last", "most expensive", "best-known"))
    the = "The" if words[index].text[0].isupper() else "the"
    return (
        (*words[:index], replace(words[index], text=the, space=" "), Word(extra, " ", None, True), *words[index + 1 :]),
        "unsupported",
        True,
    )


def quotation(words: Draft, scene: Scene) -> Falsified:
    """One word inside quotation marks altered."""
    marks = [k for k, w in enumerate(words) if w.text in {'"', "“", "”"}]
    if len(marks) < 2 or marks[1] - marks[0] < 4:
        return None
    inside = words[marks[0] + 1 : marks[1]]
    changed = opposite(inside, scene) or other_word(inside, scene) or number(inside, scene)
    return ((*words[: marks[0] + 1], *changed[0], *words[marks[1] :]), "contradicted", False) if changed else None


def graft(words: Draft, scene: Scene) -> Falsified:
    """A phrase of another sentence hung onto this one."""
    own = {t.lemma_ for t in scene.page.sentences[scene.at]}
    pool = []
    for sentence in scene.page.sentences if scene.order.random() < 0.5 else scene.near:
        for token in sentence:
            if token.dep_ in {"prep", "advcl"} and token.head.pos_ == "VERB":
                under = list(token.subtree)
                fresh = [t for t in under if t.pos_ in {"NOUN", "PROPN", "NUM", "VERB"} and t.lemma_ not in own]
                if 2 <= len(under) <= 9 and fresh and not any(t.pos_ == "PRON" for t in under):
                    pool.append(under)
    if not pool:
        return None
    extra = [Word(t.text, t.whitespace_ or " ", None, True) for t in scene.order.choice(pool)]
    end = len(words) - (words[-1].text == ".")
    kept = list(words[:end])
    if not kept or kept[-1].text in {'"', "”"}:
        return None
    kept[-1] = replace(kept[-1], space=" ")
    extra[-1] = replace(extra[-1], space="")
    return (*kept, *extra, *words[end:]), "unsupported", False


def because(words: Draft, scene: Scene) -> Falsified:
    """Two facts that stand side by side, one made the cause of the other."""
    follows = scene.at + 1 < len(scene.page.sentences)
    other = scene.page.sentences[scene.at + 1] if follows else scene.page.sentences[scene.at - 1]
    if not any(other is s for s in scene.near) or len(other) > 22 or other.text[:1] in {'"', "“"}:
        return None
    if any(t.lower_ in {"because", "so", "therefore", "thus", "due", "since", "but"} for t in other) or not is_clause(
        other
    ):
        return None
    link = scene.order.choice(("because", "after which, as a result,", "since", "as a result of the fact that"))
    end = len(words) - (words[-1].text == ".")
    kept = list(words[:end])
    if not kept or len(kept) > 24 or kept[-1].text in {'"', "”"}:
        return None
    kept[-1] = replace(kept[-1], space=" ")
    extra = list(draft(other))
    extra[0] = lowered(extra[0])
    return (*kept, *(Word(w, " ", None, True) for w in link.split()), *extra), "unsupported", True


def is_clause(sentence: Doc) -> bool:
    root = next((t for t in sentence if t.dep_ == "ROOT"), None)
    return (
        root is not None
        and root.pos_ in {"VERB", "AUX"}
        and any(c.dep_ in {"nsubj", "nsubjpass"} for c in root.children)
    )


FALSIFICATIONS: tuple[tuple[Falsification, float], ...] = (
    (number, 2.0), (moment, 1.5), (name, 2.5), (roles, 2.5), (exchange, 1.5), (deny, 2.0), (opposite, 2.5),
    (other_word, 1.5), (unhedge, 2.5), (overreach, 1.0), (quotation, 1.5), (graft, 2.0), (because, 1.0),
)  # fmt: skip
