"""The entries of a bibliography, indexed by every key a citation may use, so that a link costs no all-pairs search."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from claimcheck.cite import names
from claimcheck.cite.bibliography import Entry
from claimcheck.cite.names import Person, fold
from claimcheck.parse.entities import canonical

_PREFIX = 2  # words by which an entry's opening is looked up
_RARE = 40  # entries that may share a word that still narrows a search
_NEAR_TITLE = 93.0  # per cent of equal letters of two titles, see resolve
_READ = 1_500  # characters of an entry in which an editor is looked for
_EDITED = re.compile(
    r"\b(?:[Ee]dited by|[Ee]d\. by|[Hh]rsg\.? v(?:on|\.)"
    r"|[Hh]erausgegeben von|éd\. par|a cura di) (?P<after>[^\d:;\n]{3,80})"
    r"|\b[Ii]n:? (?P<before>[^\d:;()\n]{3,80}) \((?:[Ee]ds?|[Hh]rsg|[Hh]gg?|dirs?|coords?|comps?)\b"
)
_SHORTEST_EDITED = 4  # letters of the shortest surname in which one wrong letter is still recognised


class Index:
    """Looks entries up; every method returns them in the order of the bibliography."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_label = _grouped((label, entry) for entry in self.entries for label in entry.labels)
        self._by_address = _grouped((entry.address, entry) for entry in self.entries if entry.address)
        self._by_host = _grouped((entry.host, entry) for entry in self.entries if entry.host)
        self._by_head = _grouped((entry.head, entry) for entry in self.entries if entry.head)
        self._by_title = _grouped((entry.title, entry) for entry in self.entries if entry.title)
        self._by_first = _grouped((key, entry) for entry in self.entries for key in _exact_names(entry))
        self._by_variant = _grouped((key, entry) for entry in self.entries for key in _loose_names(entry))
        self._by_coauthor = _grouped((one.surname, entry) for entry in self.entries for one in entry.persons[1:])
        self._by_container = _grouped((entry.container, entry) for entry in self.entries if entry.container)

    def labelled(self, label: str) -> tuple[Entry, ...]:
        return self._by_label.get(label, ())

    def at_address(self, address: str) -> tuple[Entry, ...]:
        return self._by_address.get(address, ())

    def on_host(self, host: str) -> tuple[Entry, ...]:
        """Entries whose address is on ``host``, or that are named by it."""
        return _merged(
            self._by_host.get(host, ()), self._by_head.get(fold(host), ()), self._by_head.get(fold(f"www.{host}"), ())
        )

    def headed(self, folded: str) -> tuple[Entry, ...]:
        return self._by_head.get(folded, ())

    def titled(self, folded: str) -> tuple[Entry, ...]:
        return self._by_title.get(folded, ())

    def in_container(self, folded: str) -> tuple[Entry, ...]:
        return self._by_container.get(folded, ())

    def first_named(self, surname: str) -> tuple[Entry, ...]:
        """Entries whose first author, or organisation, is exactly that."""
        return self._by_first.get(surname, ())

    def loosely_named(self, surname: str) -> tuple[Entry, ...]:
        """Entries whose first author may go by that: "García" for "García Márquez", "王" for "王海宁"."""
        return self._by_variant.get(surname, ())

    def also_called(self, name: str) -> tuple[Entry, ...]:
        """Entries of the body that goes by that name too: UNICEF is the United Nations Children's Fund."""
        return self._by_alias.get(fold(canonical(name)), ())

    def also_by(self, surname: str) -> tuple[Entry, ...]:
        """Entries that name that author, but not first."""
        return self._by_coauthor.get(surname, ())

    def opening(self, folded: str) -> tuple[Entry, ...]:
        """Entries that begin with those words, whole words only."""
        words = folded.split(" ", _PREFIX)
        near = self._by_opening.get(" ".join(words[:_PREFIX]), ()) if len(words) >= _PREFIX else ()
        return tuple(entry for entry in near if f"{entry.opening} ".startswith(f"{folded} "))

    def title_opening(self, folded: str) -> tuple[Entry, ...]:
        """Entries whose title begins with those words, whole words only."""
        near = self._by_title_word.get(folded.split(" ", 1)[0], ())
        return tuple(entry for entry in near if f"{entry.title} ".startswith(f"{folded} "))

    def with_acronym(self, folded: str) -> tuple[Entry, ...]:
        return self._by_acronym.get(folded, ())

    def of_year(self, number: str) -> tuple[Entry, ...]:
        return self._by_year.get(number, ())

    def near_name(self, surname: str) -> tuple[Entry, ...]:
        """Entries whose first author is one letter away."""
        if len(surname) < _SHORTEST_EDITED:
            return ()
        near = [self._by_deletion.get(key, ()) for key in _deletions(surname)]
        return tuple(
            entry for entry in _merged(*near) if any(names.one_edit(surname, key) for key in _exact_names(entry))
        )

    def near_title(self, folded: str) -> tuple[Entry, ...]:
        """Entries whose title or head is nearly ``folded`` and names the same numbers."""
        from rapidfuzz import fuzz

        numbers = re.findall(r"\d+", folded)
        scored = []
        for entry in self.sharing(folded):
            best = max(
                (
                    fuzz.ratio(folded, other)
                    for other in (entry.title, entry.head)
                    if re.findall(r"\d+", other) == numbers
                ),
                default=0.0,
            )
            if best >= _NEAR_TITLE:
                scored.append((best, entry))
        return tuple(entry for _, entry in sorted(scored, key=lambda pair: pair[1].order))

    def sharing(self, folded: str) -> tuple[Entry, ...]:
        """Entries that share one of the three rarest words of ``folded``."""
        known = sorted((len(self._by_word[word]), word) for word in set(folded.split()[:60]) if word in self._by_word)
        return _merged(*(self._by_word[word] for count, word in known[:3] if count <= _RARE))

    def knows(self, surname: str) -> bool:
        """True when some entry has that name for its author."""
        return surname in self._by_first or surname in self._by_variant

    @cached_property
    def _by_alias(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (fold(canonical(entry.organisation)), entry)
            for entry in self.entries
            if entry.organisation and len(entry.organisation) <= 150
        )

    def edited_by(self, surname: str) -> tuple[Entry, ...]:
        """Entries in a collection that has that editor."""
        return self._by_editor.get(surname, ())

    @cached_property
    def _by_editor(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (fold(word), entry)
            for entry in self.entries
            for match in _EDITED.finditer(entry.reference.text[:_READ])
            for word in re.findall(r"[^\W\d_a-z][\w'’-]{2,}", match["after"] or match["before"])
        )

    def lists_symbols(self, body: str) -> bool:
        """True when an entry is headed by a document symbol of that body: "CCR/GS/14" for "CCR"."""
        return any(re.match(rf"\W{{0,3}}(?:\w/)?{re.escape(body)}/", one.reference.text) for one in self.entries)

    @cached_property
    def has_keys(self) -> bool:
        """True when entries are named by keys that the author made up, as LaTeX and pandoc cite them."""
        return bool(self._by_key)

    def keyed(self, label: str) -> tuple[Entry, ...]:
        """Entries whose key is that but for capitals and signs."""
        return self._by_key.get(_bare_key(label), ())

    @cached_property
    def _by_key(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (_bare_key(label), entry)
            for entry in self.entries
            for label in entry.labels
            if label[0].isalpha() and len(label) > 1
        )

    @cached_property
    def numbered_chapters(self) -> tuple[int, ...]:
        """The chapters that close with a list of their own, numbered from 1."""
        return tuple(sorted({entry.chapter for entry in self.labelled("1")}))

    @cached_property
    def is_listed(self) -> bool:
        """True when the text lists sources; false when all it has are links in running text."""
        return any(entry.opening for entry in self.entries)

    @cached_property
    def has_numbers(self) -> bool:
        """True when at least two entries, or the only one, carry a number."""
        count = sum(any(label.isdigit() for label in entry.labels) for entry in self.entries)
        return count >= min(2, len(self.entries)) and count > 0

    @cached_property
    def has_names(self) -> bool:
        """True when entries are labelled by letters and a year ("Har01")."""
        return any(
            re.fullmatch(r"[A-Z][A-Za-z+]{1,9}\d{2}(?:\d{2})?[a-z]?", label)
            for entry in self.entries
            for label in entry.labels
        )

    def has_label_like(self, label: str) -> bool:
        """True when an entry is labelled by the same letters and another number: "S7" where there is "S1"."""
        letters = label.rstrip("0123456789")
        return bool(letters) and letters != label and letters in self._letters

    @cached_property
    def _letters(self) -> frozenset[str]:
        labels = (label for entry in self.entries for label in entry.labels)
        return frozenset(bare for label in labels if (bare := label.rstrip("0123456789")) != label and len(bare) <= 3)

    @cached_property
    def highest(self) -> int:
        return max(
            (int(label) for entry in self.entries for label in entry.labels if label.isdigit() and len(label) <= 5),
            default=0,
        )

    @cached_property
    def _by_opening(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped((" ".join(entry.opening.split(" ", _PREFIX)[:_PREFIX]), entry) for entry in self.entries)

    @cached_property
    def _by_title_word(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped((entry.title.split(" ", 1)[0], entry) for entry in self.entries if entry.title)

    @cached_property
    def _by_acronym(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (acronym, entry)
            for entry in self.entries
            if entry.organisation and len(entry.organisation) <= 150
            for acronym in names.acronyms(entry.organisation)
        )

    def with_short_acronym(self, folded: str) -> tuple[Entry, ...]:
        return self._by_short_acronym.get(folded, ())

    @cached_property
    def _by_short_acronym(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (names.short_acronym(one.organisation), one)
            for one in self.entries
            if one.organisation and len(one.organisation) <= 150
        )

    @cached_property
    def _by_year(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped((entry.number, entry) for entry in self.entries if entry.number)

    @cached_property
    def _by_deletion(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (key, entry)
            for entry in self.entries
            for surname in _exact_names(entry)
            if _SHORTEST_EDITED <= len(surname) <= 40
            for key in _deletions(surname)
        )

    @cached_property
    def _by_word(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(
            (word, entry) for entry in self.entries for word in set(entry.title.split() + entry.head.split()[:60])
        )


def _exact_names(entry: Entry) -> tuple[str, ...]:
    if entry.persons:
        first = entry.persons[0]
        return tuple(dict.fromkeys((first.surname, first.full)))
    name = fold(entry.organisation)
    bare = name.removeprefix("the ")
    return tuple(dict.fromkeys(one for one in (name, bare) if one))


def _loose_names(entry: Entry) -> tuple[str, ...]:
    if entry.persons:
        return entry.persons[0].variants
    if len(entry.organisation) > 60 or entry.is_titled:
        return ()
    one = names.person(entry.organisation)
    # "Hu Lan" may be cited as "Hu"; of "World Bank" no word alone is its name.
    return one.variants if one and names.is_personal(entry.organisation) else ()


def _bare_key(label: str) -> str:
    return re.sub(r"[\W_]", "", label).casefold()


def _deletions(word: str) -> Iterator[str]:
    word = word[:40]
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    groups: defaultdict[str, dict[int, Entry]] = defaultdict(dict)
    for key, entry in pairs:
        if key:
            groups[key][entry.order] = entry
    return {key: tuple(found.values()) for key, found in groups.items()}


def _merged(*groups: Iterable[Entry]) -> tuple[Entry, ...]:
    found = {entry.order: entry for group in groups for entry in group}
    return tuple(found[order] for order in sorted(found))


def same_person(cited: Person, listed: Person) -> bool:
    """Does the person of a citation name the person of an entry?"""
    if (
        cited.given
        and listed.given
        and not (listed.given.startswith(cited.given) or cited.given.startswith(listed.given))
    ):
        return False
    if cited.surname in (listed.surname, listed.full) or cited.full == listed.full or cited.surname in listed.variants:
        return True
    return any(surname == listed.surname and listed.given.startswith(initial) for surname, initial in spelt_out(cited))


def spelt_out(cited: Person) -> Iterator[tuple[str, str]]:
    """Surname and initial of a name in full: "Arthur Brecknell", and "Zhang Wei" the other way round."""
    words = cited.full.split()
    if len(words) > 1 and not cited.given and " " in cited.surname and cited.variants:
        yield cited.variants[0], words[0][0]
        if len(words) == 2:
            yield words[0], words[1][0]
