"""Pages that are like one another: another page than the cited one, and copies told apart by title and date.

Either alone proves nothing: headlines are rewritten, titles are translated, reference titles are mangled, and a page is
dated anew when a comma in it was mended. So a page counts as another one only where two signs meet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from claimcheck.model import Document, Source
from claimcheck.sources.signs import Signs
from claimcheck.sources.wording import plain

ALIKE = 0.5
"""Of the words of two titles together, how many they must share to be named side by side."""
FEWEST = 3
"""Words of a title that say enough to compare it."""
_DAYS = 1
"""Days by which two dates may differ and mean the same day somewhere on earth."""
_WORDS = """
    the and for with from that this are was were has have had its his her their our your you who what when where why
    how not but into over after before about than then more most says say said will would could can may new news home
    page article report pdf com www org net und der die das les des une los las del
"""
_STOP = frozenset(_WORDS.split())
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Cited:
    """How texts cite a page: under which titles, and the ISO date on which its author read it."""

    titles: tuple[str, ...] = ()
    accessed: str | None = None

    def another(self, document: Document, signs: Signs | None, *, redirected: bool) -> str | None:
        """Why ``document`` is another page than the cited one, in words; ``None`` when one title may well mean it."""
        reasons = [
            _other_title(title, document, signs) or other_edition(title, self.accessed, document, redirected=redirected)
            for title in self.titles
        ]
        return None if None in reasons else next(iter(reasons), None)


def is_other_page(title: str | None, document: Document, signs: Signs | None) -> bool:
    """True when a page has nothing to do with the cited ``title``.

    Its own titles and headings share no content word with it, *and* the text lacks most of them: either alone proves
    nothing (headlines are rewritten, titles are translated, reference titles are mangled).
    """
    wanted = _content(title or "")
    own = " ".join((document.title or "", *(signs.titles if signs else ()), *(signs.headings[:3] if signs else ())))
    site = _content(document.metadata.site or "")
    if len(wanted - site) < 3 or not own.strip() or not document.text:
        return False
    if (document.language or "en") != "en" or not _shares_script(title or "", document.text):
        return False  # the cited title may be a translation
    wanted -= site
    if wanted & _content(own):
        return False
    return len(wanted & _content(document.text)) < len(wanted) / 2


def _content(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKD", text.lower())
    words = re.findall(r"\w{3,40}", "".join(character for character in folded if not unicodedata.combining(character)))
    # The first six letters stand for the word: "ratifies" and "ratified", "deployment" and "deployed" are one.
    return frozenset(word[:6].rstrip("s") for word in words if word not in _STOP)


def _shares_script(title: str, text: str) -> bool:
    latin = [
        sum("a" <= character <= "z" for character in part.lower()) * 2 > len(part.replace(" ", ""))
        for part in (title, text[:5000])
    ]
    return latin[0] == latin[1]


def _other_title(title: str, document: Document, signs: Signs | None) -> str | None:
    if not is_other_page(title, document, signs):
        return None
    shown = document.title or (signs.titles[0] if signs and signs.titles else "")
    return f'the page is titled "{plain(shown)}" and its text lacks the cited title\'s words'


def other_edition(title: str, accessed: str | None, document: Document, *, redirected: bool) -> str | None:
    """Why a page is a sibling of the one cited under ``title``, in words; ``None`` when it may well be that one.

    The report of another year has nearly the same title; a sign beside the title must say so too: the link is led on
    to it (``redirected``), or it is younger than the day of retrieval (``accessed``, an ISO date).
    """
    younger = _days_between(document.metadata.published, accessed)
    is_younger = younger is not None and younger > _DAYS
    ours, theirs = _content(title), _content(document.title or "")
    if not (redirected or is_younger) or min(len(ours), len(theirs)) < FEWEST:
        return None
    years = [set(_YEAR.findall(text)) for text in (title, document.title or "")]
    other_year = bool(years[0] and years[1]) and years[0].isdisjoint(years[1])
    if other_year and _share(ours - _as_words(years[0]), theirs - _as_words(years[1])) >= ALIKE:
        return f'the page is titled "{plain(document.title or "", 120)}", the reference "{plain(title, 120)}"'
    if redirected and is_younger and _share(ours, theirs) < ALIKE and not (ours <= theirs or theirs <= ours):
        return (
            f"the link leads on to a page of {document.metadata.published}, after the day of retrieval, "
            f'titled "{plain(document.title or "", 120)}"'
        )
    return None


def _as_words(years: set[str]) -> frozenset[str]:
    return frozenset().union(*map(_content, years)) if years else frozenset()


def is_like(title: str, other: Source) -> bool:
    """True when ``other`` has a title so like the cited ``title`` that a person would take one for the other."""
    ours, theirs = _content(title), _content(other.title or "")
    return min(len(ours), len(theirs)) >= FEWEST and _share(ours, theirs) >= ALIKE


def compared(title: str | None, published: str | None, other: Source, *, day: str = "") -> str:
    """Title and day of publication beside those of ``other``, in words.

    ``day`` names what ``published`` is where it is no day of publication ("the day of retrieval").
    """
    ours, theirs = _content(title or ""), _content(other.title or "")
    if ours and ours == theirs:
        said = "the same title"
    else:
        said = f'titled "{plain(other.title, 100)}"' if other.title else "without a title"
        if title:
            said += f' and not "{plain(title, 100)}"'
    days = _days_between(other.published, published)
    if days is None:
        return f"{said}, published {other.published[:10]}" if other.published else f"{said}, undated"
    if not days:
        return f"{said}, published on {day or 'the same day'}"
    unit = "day" if abs(days) == 1 else "days"
    order = f"{'after' if days > 0 else 'before'} {day}" if day else "later" if days > 0 else "earlier"
    return f"{said}, published {abs(days):,} {unit} {order}"


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _days_between(later: str | None, earlier: str | None) -> int | None:
    """Days from ``earlier`` to ``later``; ``None`` unless both are known to the day."""
    try:
        return (date.fromisoformat((later or "")[:10]) - date.fromisoformat((earlier or "")[:10])).days
    except ValueError:
        return None
