"""Years as bibliographies and citations write them."""

from __future__ import annotations

import re

UNDATED_PATTERN = (
    r"(?:n\.\s?d\b\.?|n\.\s?y\.|s\.\s?[fd]\.|o\.\s?J\.|б\.\s?г\.|undated|no date|ohne Jahr|sin fecha|sans date"
    r"|无日期|無日期|日期不详|날짜 ?없음|د\.\s?ت\.?|بدون تاريخ)"
)
PENDING_PATTERN = (
    r"(?:in press|in preparation|forthcoming|to appear|submitted|under review|im Druck|im Erscheinen|en prensa"
    r"|sous presse|в печати|印刷中|출판 중)"
)
_NUMBER = r"(?:1[0-9]\d\d|20\d\d)"
YEAR_PATTERN = (
    rf"(?:(?<![\d.])(?<![^\d]/)(?:(?:c\.|ca\.|circa)\s?)?{_NUMBER}(?:[a-z](?![a-z]))?"
    rf"(?!\d|/(?!{_NUMBER})|\.\d)|{UNDATED_PATTERN}|{PENDING_PATTERN})"
)
YEAR = re.compile(YEAR_PATTERN, re.IGNORECASE)
NUMBER = re.compile(rf"(?<!\d){_NUMBER}(?!\d)")
_UNDATED = re.compile(UNDATED_PATTERN, re.IGNORECASE)


def is_undated(year: str) -> bool:
    return bool(_UNDATED.fullmatch(year.strip()))


def number_of(year: str | None) -> str | None:
    """The four digits of a year as written ("2021a" gives "2021"), ``None`` for undated and pending ones."""
    found = NUMBER.search(year) if year else None
    return found.group() if found else None


def letter_of(year: str | None) -> str:
    """The letter behind the digits: "a" for "2021a"."""
    found = re.search(r"\d{4}([a-z])$", year.strip(), re.IGNORECASE) if year else None
    return found.group(1).lower() if found else ""
