"""Identifiers that people cite instead of addresses, and the resolver of each."""

from __future__ import annotations

import re

_DOI = re.compile(r"(?:doi:\s{0,3})?(10\.\d{4,9}/\S{1,500})", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv:\s{0,3}((?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?)", re.IGNORECASE)
_HANDLE = re.compile(r"(?:hdl|handle):\s{0,3}([\d.]{3,30}/\S{1,300})", re.IGNORECASE)
_UNITED_NATIONS = re.compile(r"((?:[AS]|E|ST|A/HRC)/(?:RES|PRST|PV|INF|HRC|ES-\d{1,2})?/?[\w./-]{1,60})\s?(\(\d{4}\))?")
_DOI_TAIL = ".,;:)]}>\"'"


def resolve(text: str) -> str:
    """The address of a DOI, an arXiv or handle identifier or a UN document symbol; anything else as it is.

    "doi:10.1000/182" is https://doi.org/10.1000/182, "S/RES/2270 (2016)" is https://undocs.org/S/RES/2270(2016).
    """
    if "://" in text[:12]:
        return text
    if found := _DOI.fullmatch(text):
        return f"https://doi.org/{found[1].rstrip(_DOI_TAIL)}"
    if found := _ARXIV.fullmatch(text):
        return f"https://arxiv.org/abs/{found[1]}"
    if found := _HANDLE.fullmatch(text):
        return f"https://hdl.handle.net/{found[1]}"
    if (found := _UNITED_NATIONS.fullmatch(text)) and any(character.isdigit() for character in text):
        return f"https://undocs.org/{found[1]}{found[2] or ''}"
    return text
