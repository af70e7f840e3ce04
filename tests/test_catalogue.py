"""Members of a room are found by file name."""

from __future__ import annotations

import pytest

from claimcheck import catalogue


def test_a_report_is_found_by_its_file_name() -> None:
    assert {"console", "json", "markdown", "sarif"} <= set(catalogue.names("reports"))
    assert callable(catalogue.load("reports", "json").render)


def test_files_of_the_room_itself_are_no_members() -> None:
    assert not any(name.startswith(("-", "_")) for name in catalogue.names("reports"))
    with pytest.raises(KeyError):
        catalogue.load("reports", "-wording")


def test_a_name_is_never_a_path() -> None:
    with pytest.raises(KeyError):
        catalogue.load("reports", "../errors")
