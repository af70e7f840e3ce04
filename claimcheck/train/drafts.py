"""A claim in the making: words of a parsed sentence, which of them were changed, and rewordings that keep the meaning.

The parses are spaCy's; a rewording that its parse does not carry is not tried.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the white space behind it; ``changed`` where the source does not bear it out."""

    text: str
    space: str
    token: Token | None = None
    changed: bool = False


Draft = tuple[Word, ...]


def draft(sentence: Doc) -> Draft:
    """The sentence itself."""
    return tuple(Word(token.text, token.whitespace_, token) for token in sentence)


def written(words: Draft) -> tuple[str, list[tuple[int, int]]]:
    """The claim with the spans of its changed words, tidied: a capital in front, a full stop behind, no lone commas."""
    kept = list(words)
    while kept and kept[0].text in {",", ";", ":", "-", "–", "—", "and", "but", "And", "But", "So", "Yet", "However"}:
        kept.pop(0)
    while kept and kept[-1].text in {",", ";", ":", "-", "–", "—", ".", "and"}:
        kept.pop()
    text, spans = "", []
    for number, word in enumerate(kept):
        if word.text == "," and number + 1 < len(kept) and kept[number + 1].text in {",", "."}:
            continue
        if word.text in {",", ".", ";", ":", ")", "%", "'s", "’s"}:
            text = text.rstrip()
        start = len(text)
        text += word.text
        if word.changed:
            spans.append((start, len(text)))
        text += word.space
    text = text.rstrip()
    if text and text[-1] not in '.!?"”':
        text += "."
    return text[:1].upper() + text[1:], spans


@dataclass
class Forms:
    """Inflected forms met in the corpus: ("give", "VBN") is "given"."""

    met: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def learn(self, sentence: Doc) -> None:
        for token in sentence:
            if token.tag_[:2] in {"VB", "NN", "JJ"} and token.text.islower():
                self.met.setdefault((token.lemma_, token.tag_), Counter())[token.text] += 1

    def inflect(self, lemma: str, tag: str) -> str | None:
        """``None`` where the form was never met."""
        if tag in {"VB", "NN", "JJ"}:
            return lemma
        known = self.met.get((lemma, tag))
        return known.most_common(1)[0][0] if known else None


Rewording = Callable[[Draft, Forms, random.Random], Draft | None]


def inside(words: Draft, head: Token) -> set[int]:
    """Indices into ``words`` of what hangs on ``head``."""
    under = {token.i for token in head.subtree}
    return {index for index, word in enumerate(words) if word.token is not None and word.token.i in under}


def _without(words: Draft, gone: set[int]) -> Draft:
    return tuple(word for index, word in enumerate(words) if index not in gone)


_SAFE = {"advcl", "relcl", "appos", "prep", "npadvmod", "advmod", "acl", "amod", "parataxis"}
_STEERING = set(
    """not never no n't nearly almost only if unless whether according allegedly reportedly perhaps probably possibly
    likely hardly barely about around roughly over under than up least most more less fewer without until before after
    except despite rather instead supposedly as""".split()
)


def shorten(words: Draft, _: Forms, order: random.Random) -> Draft | None:
    """Leave out a phrase that only adds: a relative clause, an apposition, an adverbial."""
    options = []
    for word in words:
        token = word.token
        if token is None or token.dep_ not in _SAFE or token.head is token:
            continue
        if token.head.tag_.startswith("JJ") or token.head.lemma_ in {"be", "go", "come", "live", "depend", "consist"}:
            continue
        under = list(token.subtree)
        if any(other.lower_ in _STEERING or other.dep_ in {"neg", "agent"} for other in under):
            continue
        closely = token.lower_ in {"of", "by", "to", "with", "than"} or token.head.pos_ != "VERB"
        nominal = token.head.pos_ in {"NOUN", "PROPN"} and token.lower_ not in {"of", "than"}
        if token.dep_ == "prep" and closely and not nominal:
            continue
        gone = inside(words, token)
        if 1 <= len(gone) <= len(words) // 2:
            options.append(gone)
    return _without(words, order.choice(options)) if options else None


def relocate(words: Draft, _: Forms, order: random.Random) -> Draft | None:
    """Move a leading adverbial to the end, or one at the end to the front."""
    root = next((word.token for word in words if word.token is not None and word.token.dep_ == "ROOT"), None)
    if root is None:
        return None
    end = len(words) - (words[-1].text == ".")
    for token in root.children:
        if token.dep_ not in {"prep", "advcl", "npadvmod"} or any(t.dep_ == "neg" for t in token.subtree):
            continue
        part = sorted(inside(words, token))
        if not part or part[-1] - part[0] != len(part) - 1 or len(part) > 14:
            continue
        moved = [words[index] for index in part]
        if part[0] == 0 and part[-1] + 1 < len(words) and words[part[-1] + 1].text == ",":
            rest = list(words[part[-1] + 2 : end])
            if not rest or rest[-1].text in {'"', "”"}:
                continue
            rest[-1] = replace(rest[-1], space=" ")
            moved[0] = lowered(moved[0])
            return (*rest, *moved, *words[end:])
        if part[-1] == end - 1 and part[0] > 4 and words[part[0] - 1].text not in {",", "and"}:
            rest = list(words[: part[0]])
            rest[0] = lowered(rest[0])
            moved[-1] = replace(moved[-1], space="")
            return (*moved, Word(",", " "), *rest, *words[end:])
    return None


def lowered(word: Word) -> Word:
    keep = word.token is not None and (word.token.pos_ == "PROPN" or word.token.ent_type_ or word.text == "I")
    return word if keep else replace(word, text=word.text[:1].lower() + word.text[1:])


def passive(words: Draft, forms: Forms, order: random.Random) -> Draft | None:
    """ "The court fined the firm" becomes "The firm was fined by the court"; and the other way round."""
    for index, word in enumerate(words):
        verb = word.token
        if verb is None or verb.pos_ != "VERB":
            continue
        children = {child.dep_: child for child in verb.children}
        if verb.tag_ in {"VBD", "VBZ", "VBP"} and {"nsubj", "dobj"} <= children.keys():
            if any(child.dep_ in {"aux", "neg", "dative", "xcomp", "ccomp", "prt", "conj"} for child in verb.children):
                continue
            participle = forms.inflect(verb.lemma_, "VBN")
            subject, target = children["nsubj"], children["dobj"]
            if participle is None or subject.pos_ == "PRON" or target.pos_ == "PRON" or verb.lemma_ in _NO_PASSIVE:
                continue
            one, two = sorted(inside(words, subject)), sorted(inside(words, target))
            if not one or not two or one[-1] >= index or two[0] <= index:
                continue
            plural = target.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in target.children)
            be = {"VBD": ("were", "was")}.get(verb.tag_, ("are", "is"))[0 if plural else 1]
            between = [k for k in range(one[-1] + 1, two[0]) if k != index]
            if any(k not in range(index + 1, two[0]) for k in between) or len(between) > 2 or one[0] > 12:
                continue
            middle = [words[k] for k in between]
            return (
                *(words[: one[0]]),
                *_spaced([words[k] for k in two], one[0] == 0),
                Word(be, " "), *middle, Word(participle, " ", verb), Word("by", " "),
                *_spaced([lowered(words[k]) for k in one], False),
                *words[two[-1] + 1 :],
            )  # fmt: skip
    return None


_NO_PASSIVE = set("have be become cost weigh resemble lack want like equal contain mean say tell think get fit".split())


def _spaced(words: Sequence[Word], _: bool) -> list[Word]:
    found = list(words)
    found[-1] = replace(found[-1], space=" ")
    return found


def synonym(words: Draft, forms: Forms, order: random.Random) -> Draft | None:
    """Another word of the same first sense for one or two content words."""
    options = [
        (index, other)
        for index, word in enumerate(words)
        if word.token is not None and not word.token.ent_type_ and word.text.islower()
        for other in SYNONYMS.get((word.token.lemma_, word.token.pos_), ())
        if forms.inflect(other, word.token.tag_)
    ]
    if not options:
        return None
    found = list(words)
    for index, other in order.sample(options, min(len(options), order.choice((1, 2, 3)))):
        token = found[index].token
        assert token is not None
        form = forms.inflect(other, token.tag_)
        if form:
            found[index] = replace(found[index], text=form)
            before = found[index - 1] if index else None
            if before is not None and before.text.lower() in {"a", "an"}:
                article = "an" if form[0] in "aeiou" else "a"
                found[index - 1] = replace(before, text=article if before.text.islower() else article.capitalize())
    return tuple(found)


# Pairs that stand for each other in reporting; both ways round, the sense checked by eye.
_PAIRS = """VERB: buy purchase, begin start, rise increase, fall decline, fall drop, say state, say tell, show reveal,
approve endorse, reject refuse, resign quit, demand call, build construct, get receive, help aid, kill slay, choose pick,
choose select, need require, obtain get, permit allow, injure hurt, injure wound, cut reduce, cut slash, shrink contract,
grow expand, soar surge, plunge plummet, ban prohibit, ban outlaw, accuse blame, hire employ, hire recruit, fire dismiss,
sack dismiss, arrest detain, hold keep, gather collect, gather assemble, discover find, locate find, examine inspect,
examine study, announce declare, halt stop, end finish, finish complete, close shut, aid assist, supply provide,
give provide, link connect, link tie, found establish, launch start, launch introduce, back support, oppose resist,
win secure, defeat beat, criticise condemn, criticize condemn, praise commend, warn caution, postpone delay, delay defer,
cancel scrap, abandon drop, fund finance, pay spend, earn make, damage harm, destroy wreck, repair fix, replace supplant,
remove withdraw, flee escape, seize capture, seize confiscate, agree consent, admit acknowledge, admit concede,
deny dispute, promise pledge, vow pledge, visit tour, teach instruct, write author, publish release, issue release,
hit strike, last endure, happen occur, remain stay, seem appear, try attempt, leave depart, reach attain, prove establish,
enhance improve, evaluate assess, measure gauge, use employ, use utilize, alter change, change modify, predict forecast
NOUN: company firm, business firm, corporation company, car automobile, film movie, house home, child kid, job post,
job position, doctor physician, lawyer attorney, money cash, rise increase, fall drop, decline fall, growth expansion,
cut reduction, plan scheme, plan proposal, law statute, rule regulation, result outcome, probe investigation,
inquiry investigation, study survey, boss chief, head chief, leader head, employee worker, staff personnel, pupil student,
town community, nation country, state country, illness disease, drug medicine, fire blaze, accident crash, ship vessel,
boat vessel, error mistake, fault defect, award prize, deal agreement, accord agreement, treaty pact, talk discussion,
meeting gathering, demonstration protest, poll survey, vote ballot, building structure, road street, area region,
zone area, goal aim, target goal, effect impact, cause reason, danger risk, threat danger, problem issue, aid help,
method technique, method approach, journalist reporter, author writer, actor performer, buyer purchaser, client customer,
price cost, income revenue, profit gain, loss deficit, debt liability, tax levy, fee charge, grant subsidy, battle fight,
war conflict, army military, soldier trooper, resident inhabitant, citizen national, migrant immigrant, murder killing,
theft robbery, jail prison, gun firearm, quantity amount, quarter fourth, half fifty, decade ten, start beginning
ADJ: big large, huge enormous, huge vast, small little, quick fast, rapid fast, rich wealthy, poor needy, ill sick,
important significant, main chief, main principal, key crucial, vital essential, new fresh, old ancient, famous renowned,
famous celebrated, dangerous risky, difficult hard, easy simple, strange odd, correct right, wrong incorrect,
complete total, whole entire, entire complete, present current, former previous, recent latest, annual yearly,
worldwide global, local regional, serious grave, severe serious, strong powerful, weak feeble, angry furious,
glad happy, sad unhappy, clever smart, quiet silent, unusual rare, typical usual, common widespread, sufficient enough
ADV: quickly rapidly, slowly gradually, nearly almost, often frequently, rarely seldom, mostly mainly, largely mainly,
totally completely, entirely completely, probably likely, also too, about roughly, approximately about, maybe perhaps,
currently now, previously earlier, immediately instantly, extremely very, sharply steeply, finally eventually"""
SYNONYMS: dict[tuple[str, str], tuple[str, ...]] = {}
for _line in re.split(r"\n(?=[A-Z]+:)", _PAIRS):
    _kind, _, _pairs = _line.partition(":")
    for _pair in _pairs.split(","):
        _one, _two = _pair.split()
        for _a, _b in ((_one, _two), (_two, _one)):
            SYNONYMS[_a, _kind] = (*SYNONYMS.get((_a, _kind), ()), _b)


def surname(words: Draft, _: Forms, order: random.Random) -> Draft | None:
    """ "Ann Reed" becomes "Reed"; "the United States" becomes "the US"."""
    for index, word in enumerate(words[:-1]):
        token = word.token
        if token is None or token.ent_type_ != "PERSON" or token.ent_iob_ != "B":
            continue
        after = words[index + 1]
        last = after.token
        third = words[index + 2].token if index + 2 < len(words) else None
        ends = third is None or third.ent_iob_ != "I"
        if last is not None and last.ent_iob_ == "I" and ends and last.text[:1].isupper():
            return (*words[:index], *words[index + 1 :])
    return None


TIGHT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
MONTHS = "January February March April May June July August September October November December".split()


def renumber(words: Draft, _: Forms, order: random.Random) -> Draft | None:
    """Write a number or a date another way, or round it with a hedge."""
    options = [
        (index, other)
        for index, word in enumerate(words)
        if word.token is not None
        for other in rewritten(
            word, words[index + 1] if index + 1 < len(words) else None, words[index - 1] if index else None
        )
    ]
    if not options:
        return None
    index, other = order.choice(options)
    return (*words[:index], replace(words[index], text=other), *words[index + 1 :])


def rewritten(word: Word, after: Word | None, before: Word | None) -> list[str]:
    text, found = word.text, []
    if word.token is None or word.token.like_num is False:
        return []
    if text.lower() in SMALL[2:]:
        return [str(SMALL.index(text.lower()))]
    if not TIGHT.fullmatch(text):
        return []
    value = float(text.replace(",", ""))
    dated = word.token.ent_type_ in {"DATE", "TIME"} or (1500 <= value <= 2100 and "," not in text)
    hedged = before is not None and before.text.lower() in {
        "about",
        "around",
        "nearly",
        "over",
        "than",
        "some",
        "least",
        "to",
        "almost",
        "$",
        "£",
        "€",
        "-",
        "/",
    }
    if dated:
        return []
    if text.isdigit() and 2 <= value <= 12:
        found.append(SMALL[int(value)])
    if value >= 1000 and value == int(value):
        plain = f"{int(value):,}"
        found.append(plain if plain != text else str(int(value)))
        if value % 100_000 == 0 and value >= 1_000_000:
            found.append(f"{value / 1e6:g} million")
    if not hedged and value >= 30:
        step = 10 ** (len(str(int(value))) - (1 if value < 1000 else 2))
        near = round(value / step) * step
        if near and near != value and abs(near - value) / value < 0.06:
            shown = f"{near:,}"
            found += [f"{hedge} {shown}" for hedge in ("about", "around", "roughly", "approximately", "some")]
            found += [f"{hedge} {shown}" for hedge in (("more than", "over") if near < value else ("nearly", "almost"))]
    return found


def say(words: Draft, _: Forms, order: random.Random) -> Draft | None:
    """ "Reed said it rained" becomes "According to Reed, it rained"."""
    root = next((w.token for w in words if w.token is not None and w.token.dep_ == "ROOT"), None)
    if root is None or root.lemma_ not in {
        "say",
        "state",
        "report",
        "argue",
        "write",
        "note",
        "explain",
        "tell",
        "add",
    }:
        return None
    children = {child.dep_: child for child in root.children}
    if not {"nsubj", "ccomp"} <= children.keys() or any(
        c.dep_ in {"neg", "aux", "dobj", "dative"} for c in root.children
    ):
        return None
    said = sorted(inside(words, children["ccomp"]))
    by = sorted(inside(words, children["nsubj"]))
    if not said or not by or set(said) & set(by) or children["nsubj"].pos_ == "PRON":
        return None
    if said[-1] - said[0] != len(said) - 1:
        return None
    body = [words[k] for k in said]
    while body and body[0].text.lower() in {"that", ",", '"', "“"} and body[0].text != '"':
        body.pop(0)
    if not body or sum(w.text in {'"', "“", "”"} for w in body) % 2:
        return None
    speaker = _spaced([words[k] for k in by], False)
    speaker[-1] = replace(speaker[-1], space="")
    if order.random() < 0.5:
        return (
            Word("According", " "),
            Word("to", " "),
            *[lowered(w) if n == 0 else w for n, w in enumerate(speaker)],
            Word(",", " "),
            *[lowered(w) if n == 0 else w for n, w in enumerate(body)],
        )
    verb = order.choice(("said", "stated", "reported"))
    return (
        *speaker[:-1],
        replace(speaker[-1], space=" "),
        Word(verb, " "),
        Word("that", " "),
        *[lowered(w) if n == 0 else w for n, w in enumerate(body)],
    )


REWORDINGS: tuple[tuple[Rewording, float], ...] = (
    (shorten, 3.0), (relocate, 1.5), (passive, 2.5), (synonym, 3.0), (surname, 1.0), (renumber, 2.0), (say, 1.5),
)  # fmt: skip


def reword(words: Draft, forms: Forms, order: random.Random, times: int) -> tuple[Draft, int]:
    """Apply up to ``times`` rewordings; how many took."""
    taken = 0
    for rewording in order.choices([r for r, _ in REWORDINGS], [w for _, w in REWORDINGS], k=times * 3):
        if taken == times:
            break
        found = rewording(words, forms, order)
        if found is not None and found != words and len(found) >= 5:
            words, taken = found, taken + 1
    return words, taken
