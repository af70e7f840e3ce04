"""A citation key -> the reference it names: resolved, weak, ambiguous or dangling. Never a silent guess.

The tries stand in order and the first that gives anything decides: label, host, exact title, near title, surnames,
acronym; then, shown to a person only (``weak``): a later author, the container, one letter, elimination. Within a try
an entry of equal year is preferred; one entry left is resolved, several are ambiguous.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.cite import names, years
from claimcheck.cite.addresses import HOST, address_of, host_of
from claimcheck.cite.bibliography import Entry
from claimcheck.cite.index import Index, same_person, spelt_out
from claimcheck.cite.keys import Key
from claimcheck.cite.lexicon import NAMELESS
from claimcheck.cite.locators import is_locator
from claimcheck.cite.names import fold, is_place
from claimcheck.model import Ambiguous, Dangling, Resolution, Resolved, Weak

_SUGGESTIONS = 3
_TITLE_LETTERS = 20  # a key longer than this may be a title with a slip in it
_SHORT_FORM = re.compile(r"[(（]\s?[\"“']?([^\W\d_][\w.&-]{1,11})[\"”']?\s?[)）]")
_LONG_FORM = 150  # characters before a short form in which it may be spelt out
_ABBREVIATION = re.compile(r"\s*[\[(][^\W\d_][\w.&-]{1,11}[\])]\s*")
_NAMES_FAMILIES = frozenset({"dated", "narrative"})
_NUMBER_FAMILIES = frozenset({"square", "raised", "note", "fragment", "label", "wiki", "latex", "pandoc"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one key resolved. ``year_mismatch``: the linked entry does not bear the year of the key."""

    key: Key
    resolution: Resolution
    year_mismatch: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    entries: tuple[Entry, ...] = ()
    mismatch: bool = False
    weak: bool = False


def resolve(keys: Sequence[Key], index: Index, prose: str, running: Sequence[int] = ()) -> list[Outcome]:
    """Every key that is a citation, with its resolution, in the order of the text.

    ``running``: where paragraphs of running text start, ascending; they count the chapters of ``Entry.chapter``.
    Keys that only might be citations are dropped when neither an entry nor the style of the text bears them out.
    """
    resolver = _Resolver(index, prose, running)
    outcomes: list[Outcome] = []
    for key in sorted(keys, key=lambda one: (one.span.start, one.span.end)):
        outcomes.append(resolver.outcome(key, outcomes))
    return _eliminated(_kept(outcomes, index), index)


class _Resolver:
    def __init__(self, index: Index, prose: str, running: Sequence[int]) -> None:
        self._index = index
        self._prose = prose
        self._running = running
        self._known: dict[tuple[str, str, str | None], _Found] = {}
        self._defined: dict[str, str] | None = None
        self._anchors: dict[str, Resolution | None] = {}

    def outcome(self, key: Key, earlier: Sequence[Outcome]) -> Outcome:
        match key.kind:
            case "label":
                return Outcome(key, self._labelled(key))
            case "url":
                return Outcome(key, self._addressed(key))
            case "ibid":
                return _same_as_before(key, earlier)
            case "op-cit":
                return Outcome(key, self._cited_before(key, earlier))
            case "dated" | "year":
                if key.labels and (anchored := self._anchored(key)):
                    return Outcome(key, anchored)
                return self._outcome_of(key, self._dated(key.name, key.year))
            case "undated":
                return self._outcome_of(key, self._undated(key.name))
            case "page":
                return self._outcome_of(key, _Found(self._by_persons(key.name, None)))

    def _anchored(self, key: Key) -> Resolution | None:
        """What the anchor of a wiki's short footnote leads to; found once, however often it is called."""
        label = key.labels[0]
        if label not in self._anchors:
            ids = tuple(entry.id for entry in self._index.labelled(label))
            self._anchors[label] = None if not ids else Resolved(ids) if len(ids) == 1 else Ambiguous(ids)
        return self._anchors[label]

    def _outcome_of(self, key: Key, found: _Found) -> Outcome:
        if not found.entries:
            return Outcome(key, Dangling(self._suggestions(key) if key.certainty != "known" else ()))
        ids = tuple(entry.id for entry in found.entries)
        if len(ids) > 1:
            return Outcome(key, Ambiguous(ids), found.mismatch)
        return Outcome(key, Weak(ids[0]) if found.weak else Resolved(ids), found.mismatch)

    def _labelled(self, key: Key) -> Resolution:
        if key.family in {"square", "round", "raised", "flat", "wiki"}:
            return self._numbered(key)
        for label in key.labels:
            entries = self._labelled_for(key, label)
            if entries:
                ids = tuple(entry.id for entry in entries)
                return Resolved(ids) if len(ids) == 1 else Ambiguous(ids)
        if key.family == "fragment" and not self._index.has_numbers and key.labels[0].isdigit():
            # An ordered list in HTML numbers its entries without writing the numbers.
            place = int(key.labels[0]) - 1
            if 0 <= place < len(self._index.entries):
                return Resolved((self._index.entries[place].id,))
        if key.family in {"pandoc", "latex"}:
            meant = self._mnemonic(key.labels[0])
            if not self._index.has_keys:
                return meant
            # Where entries have keys, LaTeX and pandoc go by these alone: another fitting entry is a suggestion.
            near = meant.references if isinstance(meant, Resolved) else self._near_keys(key.labels[0])
            return Dangling(near[:_SUGGESTIONS])
        return Dangling()

    def _numbered(self, key: Key) -> Resolution:
        found: list[str] = []
        for label in key.labels:
            entries = self._labelled_for(key, label)
            if len(entries) > 1:
                return Ambiguous(tuple(entry.id for entry in entries))
            if not entries:
                return Dangling(tuple(found[:_SUGGESTIONS]))
            found.append(entries[0].id)
        return Resolved(tuple(found))

    def _labelled_for(self, key: Key, label: str) -> tuple[Entry, ...]:
        """The entries with that label in the list that serves ``key``: the next one, where each chapter has its own.

        Of two lists with no text between them (notes, and then references) the one whose numbers look like the key.
        """
        entries = self._index.labelled(label)
        if label.isdigit() and len(self._index.numbered_chapters) > 1:
            here = bisect_right(self._running, key.span.start)
            chapters = self._index.numbered_chapters
            serving = next((chapter for chapter in chapters if chapter >= here), chapters[-1])
            entries = tuple(entry for entry in entries if entry.chapter == serving)
        if len(entries) < 2:
            return entries
        alike = tuple(entry for entry in entries if entry.reference.text.startswith("[") == (key.family == "square"))
        return alike if len(alike) == 1 else entries

    def _near_keys(self, label: str) -> tuple[str, ...]:
        """Entries whose key is ``label`` but for capitals and signs: "Weir-1999" for "weir1999"."""
        return tuple(entry.id for entry in self._index.keyed(label))

    def _mnemonic(self, label: str) -> Resolution:
        """ "weir1999" names Weir (1999) when no entry is labelled so and exactly one fits."""
        match = re.fullmatch(r"([^\W\d_]{2,40})[-_:.]?((?:1[4-9]|20)\d\d[a-z]?)(?![\d])[\w-]*", label)
        if not match:
            return Dangling()
        entries, mismatch = _of_year(self._index.first_named(fold(match[1])), match[2])
        if len(entries) == 1 and not mismatch:
            return Resolved((entries[0].id,))
        return Ambiguous(tuple(entry.id for entry in entries)) if entries and not mismatch else Dangling()

    def _addressed(self, key: Key) -> Resolution:
        for label in key.labels:
            if entries := self._index.labelled(label):
                return (
                    Resolved((entries[0].id,)) if len(entries) == 1 else Ambiguous(tuple(entry.id for entry in entries))
                )
        entries = self._index.at_address(address_of(key.url))
        if not entries:
            return Dangling()
        return Resolved((entries[0].id,)) if len(entries) == 1 else Ambiguous(tuple(entry.id for entry in entries))

    def _cited_before(self, key: Key, earlier: Sequence[Outcome]) -> Resolution:
        entries = self._undated(key.name).entries
        ids = {entry.id for entry in entries}
        if len(ids) > 1:
            for outcome in reversed(earlier[-400:]):
                if (
                    isinstance(outcome.resolution, Resolved)
                    and len(outcome.resolution.references) == 1
                    and outcome.resolution.references[0] in ids
                ):
                    return outcome.resolution
        return (
            Dangling()
            if not ids
            else Resolved(tuple(ids))
            if len(ids) == 1
            else Ambiguous(tuple(entry.id for entry in entries))
        )

    def _dated(self, name: str, year: str | None) -> _Found:
        if not self._index.entries:
            return _Found()
        memo = ("dated", name, year)
        if memo not in self._known:
            self._known[memo] = next((found for found in self._tries(name, year) if found.entries), _Found())
        return self._known[memo]

    def _tries(self, name: str, year: str | None) -> Iterator[_Found]:
        index, folded = self._index, fold(name)
        if not folded:
            return
        host = HOST.fullmatch(name.strip().lower())
        if host:
            yield _pick(index.on_host(host_of(host.group(1))), year)
            return
        if year:
            yield _Found(index.opening(f"{folded} {fold(year)}") if " " in folded and self._opens_title(folded) else ())
        spelt = _ABBREVIATION.sub(" ", name)
        if spelt != name and spelt.strip():  # "World Health Organization [WHO]"
            yield from self._tries(spelt, year)
        exact = {entry.order: entry for entry in (*index.headed(folded), *index.titled(folded))}
        titled = [entry for entry in exact.values() if entry.is_titled]
        yield _pick(titled, year, lenient=folded.count(" ") >= 2)
        yield _pick(exact.values(), year, lenient=folded.count(" ") >= 3 and bool(index.titled(folded)))
        is_quoted = name.strip()[:1] in '"“„«‘'
        if folded.count(" ") >= 2 or (is_quoted and len(folded) > 3):
            yield _pick(_authorless_first((*index.title_opening(folded), *index.opening(folded))), year)
        if len(folded) > _TITLE_LETTERS:
            yield _pick(_authorless_first(index.near_title(folded)), year)
        yield _pick(self._by_persons(name, year), year)
        yield _pick(self._by_acronym(name), year)
        yield _pick(index.also_called(name), year)
        yield from self._weak_tries(name, year)

    def _opens_title(self, folded: str) -> bool:
        return not self._index.first_named(folded)

    def _weak_tries(self, name: str, year: str | None) -> Iterator[_Found]:
        number = years.number_of(year)
        if not number:
            return
        index, cited = self._index, names.people(name)
        if len(cited.persons) == 1 and not cited.others:
            yield _weak(index.also_by(cited.persons[0].surname), year)
            yield _weak(index.edited_by(cited.persons[0].surname), year)
        yield _weak(index.in_container(fold(name)), year)
        if names.is_acronym(name.strip()):
            yield _weak(index.with_short_acronym(fold(name).replace(" ", "")), year)
        if cited.persons:
            near = [
                entry
                for entry in index.near_name(cited.persons[0].surname)
                if (
                    len(entry.persons) >= len(cited.persons)
                    and all(
                        same_person(one, two) or names.one_edit(one.surname, two.surname)
                        for one, two in zip(cited.persons[1:], entry.persons[1:], strict=False)
                    )
                )
                or (not entry.persons and len(cited.persons) == 1)
            ]
            yield _weak(near, year)

    def _by_persons(self, name: str, year: str | None) -> tuple[Entry, ...]:
        """Entries whose authors the name lists, the equal year preferred, then the equal number of authors."""
        cited = names.people(name)
        if not cited.persons or len(cited.persons) > 12:
            return ()
        first = cited.persons[0]
        exact = [
            *self._index.first_named(first.surname),
            *(self._index.first_named(first.full) if first.full != first.surname else ()),
        ]
        for pool in (exact, self._index.loosely_named(first.surname), self._spelt_out(first)):
            fitting = [entry for entry in dict.fromkeys(pool) if _authors_fit(cited, entry)]
            if year is not None:
                fitting = list(_of_year(fitting, year)[0])
            if fitting:
                return tuple(_nearest_in_number(cited, fitting))
        return ()

    def _spelt_out(self, person: names.Person) -> Iterable[Entry]:
        """ "Arthur Brecknell" for "Brecknell, A."; "Zhang Wei" for "Zhang, W." if nothing is by a Wei."""
        for surname, initial in spelt_out(person):
            found = [
                entry
                for entry in self._index.first_named(surname)
                if entry.persons and entry.persons[0].given.startswith(initial)
            ]
            if found:
                return found
        return ()

    def _by_acronym(self, name: str) -> tuple[Entry, ...]:
        bare = name.strip()
        if not names.is_acronym(bare):
            return ()
        folded = fold(bare).replace(" ", "")
        found = self._index.with_acronym(folded)
        return found or self._as_defined(folded)

    def _as_defined(self, acronym: str) -> tuple[Entry, ...]:
        """The entry of an organisation whose short form the text explains: "Lake Fisheries Commission (LFC)"."""
        if self._defined is None:
            self._defined = {}
            for match in _SHORT_FORM.finditer(self._prose):
                before = self._prose[max(0, match.start() - _LONG_FORM) : match.start()]
                self._defined.setdefault(fold(match[1]).replace(" ", ""), re.split(r"[();\n]", before)[-1])
        words = fold(self._defined.get(acronym, "")).split()
        for start in range(max(0, len(words) - 12), len(words)):
            found = self._index.first_named(" ".join(words[start:]))
            if found:
                return found
        return ()

    def _undated(self, name: str) -> _Found:
        if not self._index.entries:
            return _Found()
        memo = ("undated", name, None)
        if memo not in self._known:
            self._known[memo] = next((_Found(found) for found in self._undated_tries(name) if found), _Found())
        return self._known[memo]

    def _undated_tries(self, name: str) -> Iterator[tuple[Entry, ...]]:
        index = self._index
        for written in _with_and_without_locator(name):
            folded = fold(written)
            if not folded:
                continue
            host = HOST.fullmatch(written.strip().lower())
            if host:
                yield index.on_host(host_of(host.group(1)))
                return
            yield index.titled(folded)
            yield tuple(entry for entry in index.headed(folded) if entry.is_titled)
            if folded.count(" ") >= 2 or (folded.count(" ") and any(c.isdigit() for c in folded)):
                yield tuple(_authorless_first(index.opening(folded)))
            if written.strip()[:1] in '"“„«‘*_' or folded.count(" ") >= 2:
                yield tuple(_authorless_first(index.title_opening(folded)))
            author, title = _author_and_title(written)
            if title:
                by = self._by_any_number(author)
                yield tuple(entry for entry in by if f"{entry.title} ".startswith(f"{fold(title)} "))
                continue
            yield self._by_persons(written, None)
            yield self._by_acronym(written)
            yield index.also_called(written)

    def _by_any_number(self, author: str) -> tuple[Entry, ...]:
        cited = names.people(author)
        if not cited.persons:
            return ()
        return tuple(entry for entry in self._index.first_named(cited.persons[0].surname) if _authors_fit(cited, entry))

    def _suggestions(self, key: Key) -> tuple[str, ...]:
        """The nearest entries of a key that fits none: same author in another year, similar name, similar title."""
        from rapidfuzz import fuzz

        if not self._index.entries:
            return ()
        index, cited, folded = self._index, names.people(key.name), fold(key.name)
        near: list[Entry] = []
        if cited.persons:
            surname = cited.persons[0].surname
            near += [*index.first_named(surname), *index.near_name(surname), *index.also_by(surname)]
        scored = [(fuzz.ratio(folded, entry.title or entry.head), entry) for entry in index.sharing(folded)]
        near += [entry for score, entry in sorted(scored, key=lambda pair: (-pair[0], pair[1].order)) if score >= 60]
        return tuple(dict.fromkeys(entry.id for entry in near))[:_SUGGESTIONS]


def _of_year(entries: Iterable[Entry], year: str | None) -> tuple[tuple[Entry, ...], bool]:
    """The entries that ``year`` allows, and whether they bear another one or none.

    "n.d." excludes no entry: a text cites a host as undated that its bibliography dates.
    """
    pool = tuple(entries)
    if year is None or not pool:
        return pool, False
    number = years.number_of(year)
    if number is None:
        same = tuple(e for e in pool if (e.reference.year is None) == years.is_undated(year) and e.number is None)
        return (same, False) if same else (pool, True)
    equal = tuple(entry for entry in pool if entry.number == number)
    letter = years.letter_of(year)
    if equal:
        if not letter:
            return equal, False
        lettered = tuple(entry for entry in equal if entry.letter == letter)
        if lettered:
            return lettered, False
        bare = tuple(entry for entry in equal if not entry.letter)
        return bare, bool(bare)
    reprinted = tuple(entry for entry in pool if number in entry.mentioned)
    if reprinted:
        return reprinted, True
    undated = tuple(entry for entry in pool if entry.number is None)
    return undated, bool(undated)


def _pick(entries: Iterable[Entry], year: str | None, *, lenient: bool = False) -> _Found:
    """The entries of that year; ``lenient`` keeps a whole title that is cited with another year, and says so."""
    pool = tuple(entries)
    kept, mismatch = _of_year(pool, year)
    if not kept and lenient:
        return _Found(pool, mismatch=True)
    return _Found(kept, mismatch)


def _weak(entries: Iterable[Entry], year: str | None) -> _Found:
    number = years.number_of(year)
    kept = tuple(dict.fromkeys(entry for entry in entries if entry.number == number))
    letter = years.letter_of(year)
    kept = tuple(entry for entry in kept if not letter or entry.letter == letter)
    return _Found(kept, weak=True)


def _authors_fit(cited: names.People, entry: Entry) -> bool:
    if not entry.persons:
        return len(cited.persons) == 1
    if len(cited.persons) > len(entry.persons):
        return False
    return all(same_person(one, two) for one, two in zip(cited.persons, entry.persons, strict=False))


def _nearest_in_number(cited: names.People, entries: list[Entry]) -> list[Entry]:
    count = len(cited.persons)
    if cited.others:
        several = [entry for entry in entries if entry.others or len(entry.persons) > max(1, count)]
        more = [entry for entry in several if entry.others or len(entry.persons) > 2]
        return more or several or entries
    equal = [entry for entry in entries if max(1, len(entry.persons)) == count and not entry.others]
    return equal or entries


def _authorless_first(entries: Iterable[Entry]) -> list[Entry]:
    pool = list(dict.fromkeys(entries))
    return [entry for entry in pool if not entry.persons] or pool


def _with_and_without_locator(name: str) -> Iterator[str]:
    yield name
    for match in re.finditer(r"[,:，،]\s|\sat\s", name):
        if is_locator(name[match.start() :]) or re.fullmatch(
            r"(?:,| at)\s\[\d+\](?:[-–]\[\d+\])?", name[match.start() :]
        ):
            yield name[: match.start()]
            return


def _author_and_title(written: str) -> tuple[str, str]:
    """ "Osei, “Twin Names”" and "Osei, Reading": author and short title; ("", "") when it is neither."""
    match = re.match(r"([^,،\"“„«]{2,80})[,،]?\s*([\"“„«*_].{2,300}[\"”“»*_,]?)$", written, re.DOTALL) or re.match(
        r"([^,،]{2,80})[,،]\s+([^,]{3,200})$", written
    )
    if not match or len(match[2].strip(" .")) <= 3:
        return "", ""
    return match[1], match[2]


def _same_as_before(key: Key, earlier: Sequence[Outcome]) -> Outcome:
    """ "Ibid." means the citation before it; when that bracket held several, any of them may be meant."""
    if not earlier:
        return Outcome(key, Dangling())
    last = earlier[-1]
    group = []
    for outcome in reversed(earlier[-60:]):
        if outcome.key.outer != last.key.outer or outcome.key.outer == key.outer:
            break
        group.append(outcome)
    ids = tuple(dict.fromkeys(one for outcome in reversed(group) for one in _ids(outcome.resolution)))
    if len(group) <= 1 or len(ids) <= 1:
        return Outcome(key, last.resolution, last.year_mismatch)
    return Outcome(key, Ambiguous(ids))


def _ids(resolution: Resolution) -> tuple[str, ...]:
    match resolution:
        case Resolved(references):
            return references
        case Weak(candidate):
            return (candidate,)
        case Ambiguous(candidates):
            return candidates
        case Dangling():
            return ()


def _kept(outcomes: Sequence[Outcome], index: Index) -> list[Outcome]:
    """Drops what only looked like a citation."""
    hits: dict[str, int] = {}
    for outcome in outcomes:
        if not isinstance(outcome.resolution, Dangling):
            hits[outcome.key.family] = hits.get(outcome.key.family, 0) + 1
    named = hits.get("dated", 0) + hits.get("narrative", 0)
    numbered = sum(hits.get(family, 0) for family in _NUMBER_FAMILIES)
    keyed = any(outcome.key.family in {"latex", "pandoc"} for outcome in outcomes)  # "[12]" is an interval there
    sure = sum(_cites_persons(outcome.key) for outcome in outcomes)
    # "(Vienna, 1815; Aachen, 1818)": one place in a bracket makes the others places.
    places = {
        outcome.key.outer
        for outcome in outcomes
        if outcome.key.family in _NAMES_FAMILIES and not outcome.key.locator.strip()
        if isinstance(outcome.resolution, Dangling) and is_place(outcome.key.name)
    }
    kept = []
    for outcome in outcomes:
        key, dangles = outcome.key, isinstance(outcome.resolution, Dangling)
        match key.family:
            case "round":
                keep = hits.get("round", 0) > named and not (hits.get("square", 0) or hits.get("raised", 0))
            case "square":
                keep = index.has_numbers or not dangles or not (named or keyed)
            case "raised":
                keep = index.has_numbers
            case "fragment":
                keep = not dangles or hits.get("fragment", 0) > 0
            case "flat":
                keep = not numbered and not named and (not dangles or hits.get("flat", 0) > 1)
            case "page" | "undated":
                borne_out = bool(hits.get("page")) and not named
                keep = _speaks_for_itself(key) or borne_out if not dangles else borne_out and key.certainty == "styled"
            case "symbol":
                keep = bool(index.entries) if key.certainty == "styled" else not dangles
            case "dated" | "narrative":
                if not dangles:
                    keep = True
                elif key.outer in places:
                    keep = False
                elif key.certainty == "sure":
                    keep = named > 0 or (
                        not numbered
                        and (index.is_listed or (sure >= 2 and _cites_persons(key)) or _is_plain_citation(key))
                    )
                else:
                    keep = key.certainty == "styled" and named > 0
            case _:
                keep = key.certainty != "known" or not dangles
        if keep and not (key.certainty == "known" and isinstance(outcome.resolution, Weak)):
            kept.append(outcome)
    return kept


def _speaks_for_itself(key: Key) -> bool:
    """A host, a title of several words or in quotes: no page number and no style is needed to see a citation in it."""
    name = key.name.strip()
    return bool(HOST.fullmatch(name.lower())) or name[:1] in '"“„«' or name.count(" ") >= 2


def _cites_persons(key: Key) -> bool:
    """A name and year that a text without any list may mean as a citation: "Hale, 2010", not "House Bill 212, 2019"."""
    return (
        key.certainty == "sure"
        and key.family in _NAMES_FAMILIES
        and (names.is_personal_list(key.name) or bool(HOST.fullmatch(key.name.strip().lower())))
        and not any(map(str.isdigit, key.name))
        and not is_place(key.name)
    )


def _is_plain_citation(key: Key) -> bool:
    return (
        bool(names.ET_AL.search(key.name))
        or "&" in key.name
        or bool(key.locator.strip())
        or years.is_undated(key.year or "")
    )


def _eliminated(outcomes: list[Outcome], index: Index) -> list[Outcome]:
    """Makes a dangling name weak when one entry of its year is all that is left, and nothing speaks against it.

    "강여은, 2019" and a Korean thesis listed by its English title: the scripts differ, so that names cannot be
    compared. Names of one script that differ stay dangling.
    """
    named = {one for outcome in outcomes for one in _ids(outcome.resolution)}
    rivals: dict[str, set[str]] = {}
    for outcome in outcomes:
        if _may_be_eliminated(outcome):
            rivals.setdefault(years.number_of(outcome.key.year) or "", set()).add(fold(outcome.key.name))
    result = []
    for outcome in outcomes:
        number = years.number_of(outcome.key.year)
        if _may_be_eliminated(outcome) and number and len(rivals[number]) == 1:
            left = [entry for entry in index.of_year(number) if entry.id not in named]
            if len(left) == 1 and _may_be_by(outcome.key.name, left[0]):
                outcome = Outcome(outcome.key, Weak(left[0].id))
        result.append(outcome)
    return result


def _may_be_by(name: str, entry: Entry) -> bool:
    """Names in two scripts cannot be compared, and "Anonymous" is nobody's name."""
    if fold(name) in NAMELESS:
        return not entry.persons
    return names.script_of(entry.opening) != names.script_of(name)


def _may_be_eliminated(outcome: Outcome) -> bool:
    return (
        isinstance(outcome.resolution, Dangling)
        and outcome.key.family in _NAMES_FAMILIES
        and outcome.key.certainty != "known"
        and len(outcome.key.name.split()) <= 4
        and not HOST.fullmatch(outcome.key.name.strip().lower())
    )
