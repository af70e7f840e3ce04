"""Dates in stamps."""

from __future__ import annotations

import pytest

from claimcheck.readers._dates import iso_date


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("2024-11-12T23:30:00-08:00", "2024-11-12"),
        ("2024/1/2", "2024-01-02"),
        ("20241112", "2024-11-12"),
        ("Tue, 12 Nov 2024 08:00:00 GMT", "2024-11-12"),
        ("Published: March 3rd, 2024 at 5:14 p.m.", "2024-03-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("3. Dezember 2024", None),  # other languages only where their months begin like English ones
        ("12.11.2024", "2024-11-12"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("03/04/2024", None),  # March or April
        ("2024年5月6日", "2024-05-06"),
        ("2024-11", "2024-11"),
        ("2024", "2024"),
        ("2024-13-45", None),
        ("0001-01-01T00:00:00Z", None),  # a field that nobody filled in
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_iso_date(stamp: str | None, date: str | None) -> None:
    assert iso_date(stamp) == date
