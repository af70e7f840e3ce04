"""Documents: what offsets, lines and blocks mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Block, Document, Span


def document(text: str, lines: tuple[int, ...] | None = None, blocks: tuple[Block, ...] = ()) -> Document:
    return Document("essay.txt", text, text, "text/plain", "0" * 64, blocks, lines=lines)


def test_lines_and_columns_are_one_based() -> None:
    text = "First line.\n안녕 troops\n"
    at = text.index("troops")
    assert (document(text).line_of(at), document(text).column_of(at)) == (2, 4)


def test_rendered_text_keeps_the_lines_of_its_file() -> None:
    assert document("Headline\nBody", lines=(14, 31)).line_of(9) == 31


def test_a_block_ends_before_its_end() -> None:
    first, second = Block(Span(0, 5), page=1), Block(Span(7, 12), page=2)
    paged = document("Alpha\n\nOmega", blocks=(first, second))
    assert [paged.block_at(offset) for offset in (0, 4, 5, 7, 11, 12)] == [first, first, None, second, second, None]
    assert paged.page_of(8) == 2


@given(st.text(max_size=200), st.integers(0, 200))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    read = document(text)
    before = text.split("\n")[: read.line_of(offset) - 1]
    assert sum(len(line) + 1 for line in before) + read.column_of(offset) - 1 == offset
