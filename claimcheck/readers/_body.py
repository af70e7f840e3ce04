"""Which lines of a page are the article, and which are navigation, teasers, sidebars, comments.

Text-rich lines vote for the boxes around them; the box with most votes is the article's, and what in it names itself
furniture, or is all links, is left out again. Measured against 181 labelled news pages; the weights are round numbers
that move the result little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from claimcheck.model import BlockKind
from claimcheck.readers import _kinds
from claimcheck.readers._render import Box, Row

_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog", "button", "menu", "search", "fieldset"})
_ASIDE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu", "banner"})
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related\w*|recirc\w*|recommend\w*|promo\w*|newsletter\w*|subscri\w*|signup|sign-up|share\w*|sharing"
    r"|social-?(?:share|sharing|links?|icons?|bar|tools?|follow|buttons?|nav|list)\w*|side-?bar\w*|footer\w*|nav|navbar|navigation|menu\w*|breadcrumbs?|cookies?|consent|gdpr|banner|advert\w*|ads?|adslot|sponsor\w*"
    r"|popular|trending|most-?(?:read|viewed|popular)|teasers?|toolbar|widgets?|modal|popup|overlay|outbrain|taboola"
    r"|author-?(?:bio|box|info|card)|byline\w*|tags?|taglist|pagination|pager|rail|login|print|toc|more-(?:from|on|stories|news)|read-?more|readmore"
    r"|next-?article|prev(?:ious)?-?article|after-?(?:post|article|content)|post-?footer|skip|hidden|sr-only|visually-hidden|screen-reader-text)(?=$|[\s_-])"
)
_ARTICLE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article_{0,2}-?(?:body|content|text)\w*|story_{0,2}-?(?:body|content|text)|post_{0,2}-?(?:body|content|text)|entry-?content|body-?copy"
    r"|content__article-body|maincontent|main-content|mw-parser-output)(?=$|[\s_-])"
)
_FEW_LINKS = 0.25  # share of a page's letters that may be links before it is a page of a site
_WHOLE = frozenset({"html", "body", "main", "article"})
_SMALL = 0.2  # share of a page's prose that a box of captions may hold
_OFTEN = 3  # paragraphs that share a name before the name means "paragraph of this article"
_LEVELS = 5  # boxes outward in which the other parts of a cut article are looked for
_DIGITS = re.compile(r"\d+")
_CAPTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:captions?|captiontext|wp-caption-text|(?:photo|image|img|media|picture)-?(?:credits?|caption|by-?line))(?=$|[\s_-])"
)
_PROSE_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "quote", "list-item", "code", "table-row"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: in the article's box and not in a sidebar of it (``near``), or even in the article's text
    (``body``); and what kind of block it then is."""

    near: bool
    body: bool
    kind: BlockKind


def place_rows(rows: Sequence[Row], boxes: Sequence[Box]) -> list[Place]:
    """The place of each row."""
    worths = [_worth(row) for row in rows]
    gathered = _gather(rows, boxes, worths, 1.0)
    aside = _aside(boxes, gathered)
    inside = _article(rows, boxes, worths, aside)
    if inside is None:
        inside = [True] * len(boxes)
    captions = _under(
        boxes, lambda i: bool(_CAPTION_NAMES.search(boxes[i].names)) and gathered[i] <= _SMALL * gathered[0]
    )
    kept = [inside[row.box] and not aside[row.box] and not _is_chrome(row) for row in rows]
    if not any(kept):  # a page of a few words, or of links only
        kept = [not _is_chrome(row) for row in rows]
    return [
        Place(
            inside[row.box] and not aside[row.box],
            body,
            "caption" if captions[row.box] and row.kind in _PROSE_KINDS else row.kind,
        )
        for row, body in zip(rows, kept, strict=True)
    ]


def _article(
    rows: Sequence[Row], boxes: Sequence[Box], worths: Sequence[float], aside: Sequence[bool]
) -> list[bool] | None:
    """For each box, whether it is part of the article; ``None`` when the whole page is one."""
    letters = sum(len(row.text) for row in rows)
    if sum(row.linked for row in rows) < _FEW_LINKS * letters and not any(aside):
        return None  # a text that was saved as HTML: nothing on it is navigation
    votes = _gather(
        rows, boxes, [0.0 if aside[row.box] else worth for row, worth in zip(rows, worths, strict=True)], 0.6
    )
    for index, box in enumerate(boxes):
        if box.attributes.get("itemprop") == "articleBody" or _ARTICLE_NAMES.search(box.names):
            votes[index] *= 1.6
        elif box.tag in {"article", "main"}:
            votes[index] *= 1.2
    if not any(votes):
        return None
    top = max(range(len(boxes)), key=lambda index: (votes[index], -index))
    return _with_other_parts(top, rows, boxes, worths)


def _with_other_parts(top: int, rows: Sequence[Row], boxes: Sequence[Box], worths: Sequence[float]) -> list[bool]:
    """``top`` with the other parts of an article that advertisements cut up: boxes named like it a few levels around,
    and paragraphs named like its paragraphs."""
    near = list(islice(_path(boxes, top), _LEVELS + 1))[-1]
    around = _under(boxes, near.__eq__)
    inside = _under(boxes, top.__eq__)
    names = Counter(boxes[row.box].names for row, worth in zip(rows, worths, strict=True) if worth and inside[row.box])
    parts = {_DIGITS.sub("", name) for name, count in names.items() if count >= _OFTEN and name.strip()}
    if boxes[top].names.strip() and boxes[top].tag not in {"article", "body"}:
        parts.add(_DIGITS.sub("", boxes[top].names))
    return _under(boxes, lambda i: inside[i] or (around[i] and _DIGITS.sub("", boxes[i].names) in parts))


def _path(boxes: Sequence[Box], box: int) -> Iterator[int]:
    """``box`` and the boxes around it, outward."""
    while box >= 0:
        yield box
        box = boxes[box].parent


def _worth(row: Row) -> float:
    """How much a row speaks for being in the article: long, with commas, few links."""
    length = len(row.text)
    if length < 25 or row.kind not in _PROSE_KINDS or row.linked > 0.5 * length:
        return 0.0
    worth = 1.0 + min(row.text.count(","), 5) + min(length / 100, 4)
    worth *= 1 - row.linked / length
    return worth * (0.4 if row.kind == "list-item" else 1.0)


def _gather(rows: Sequence[Row], boxes: Sequence[Box], worths: Sequence[float], share: float) -> list[float]:
    """The worth of every row, added to the boxes around it; each box outward gets ``share`` of the inner one's."""
    votes = [0.0] * len(boxes)
    for row, worth in zip(rows, worths, strict=True):
        # a paragraph's own box hears nothing: it would win against the box that holds all paragraphs
        votes[row.box] += worth
    nested = _under(boxes, lambda i: boxes[i].parent >= 0 and boxes[boxes[i].parent].tag == "article")
    for index in range(len(boxes) - 1, 0, -1):
        box = boxes[index]
        if share < 1 and box.tag == "article" and nested[index]:
            continue  # an article in an article is a comment or a teaser
        votes[box.parent] += votes[index] * (1.0 if box.tag in {"p", "li", "ul", "ol", "blockquote"} else share)
    return votes


def _aside(boxes: Sequence[Box], gathered: Sequence[float]) -> list[bool]:
    """For each box, whether it or a box around it names itself something other than the article."""
    most = 0.5 * gathered[0] if gathered else 0.0
    # "page has-sidebar" around everything is no sidebar, nor is the form that wraps a whole page.
    return _under(boxes, lambda i: boxes[i].tag not in _WHOLE and gathered[i] <= most and _is_aside(boxes[i]))


def _is_aside(box: Box) -> bool:
    if (
        box.tag in _ASIDE_TAGS
        or box.attributes.get("role") in _ASIDE_ROLES
        or box.attributes.get("aria-hidden") == "true"
    ):
        return True
    return bool(box.names) and bool(_ASIDE_NAMES.search(box.names))


def _under(boxes: Sequence[Box], holds: Callable[[int], bool]) -> list[bool]:
    """For each box, whether ``holds`` is true of it or of a box around it."""
    under = [False] * len(boxes)
    for index, box in enumerate(boxes):
        under[index] = (box.parent >= 0 and under[box.parent]) or holds(index)
    return under


def _is_chrome(row: Row) -> bool:
    return (row.linked > 0.7 * len(row.text) and len(row.text) > 0) or _kinds.is_furniture(row.text)
