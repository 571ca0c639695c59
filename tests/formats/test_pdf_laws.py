"""The laws of reading, for PDF: nothing is lost, nothing stands twice, the same bytes give the same document."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pdfs import GRID, document, table, told

from turntide.documents.document import Document, Paragraph
from turntide.documents.formats.pdf import lay_out

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
WORDS = (
    "quay",
    "harbour",
    "walk",
    "gate",
    "path",
    "Tarrow",
    "bench",
    "lamp",
    "2027",
    "wharf",
    "tide",
    "swim",
)
sayings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


def words_of(found: Document) -> Counter[str]:
    """Every word of a document, as often as it stands there."""
    blocks = [
        [block.text] if isinstance(block, Paragraph) else [c.text for c in block.cells]
        for block in found.blocks
    ]
    return Counter(word for texts in blocks for text in texts for word in text.split())


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Rows of texts of one width, and rows whose first cell reaches down over the next."""
    width = draw(st.integers(2, 5))
    rows = draw(st.lists(st.lists(sayings, min_size=width, max_size=width), min_size=2, max_size=30))
    starts = draw(st.lists(st.integers(0, len(rows) - 2), max_size=3))
    spans = [(at, at + 1) for at in sorted(set(starts)) if at - 1 not in starts]
    for _, below in spans:
        rows[below][0] = ""
    return (rows, spans)


@given(grids())
@settings(max_examples=15)
def test_ruled_tables_come_back_as_made(made: tuple[list[list[str]], list[tuple[int, int]]]) -> None:
    rows, spans = made
    widths = [450 / len(rows[0])] * len(rows[0])
    style = [GRID, *(("SPAN", (0, first), (0, last)) for first, last in spans)]
    content = document([table(rows, widths, *style)])
    found = lay_out(content, "plan.pdf")
    got = [
        [" ".join(cell.text.split()) for cell in each.cells if cell.row == row]
        for each in found.tables
        for row in range(1, 1 + max(cell.row for cell in each.cells))
    ]
    covered = {last for _, last in spans}
    assert got == [row[1:] if at in covered else row for at, row in enumerate(rows)]
    assert not found.paragraphs


@given(st.lists(sayings, min_size=1, max_size=12), grids())
@settings(max_examples=15)
def test_every_word_stands_in_one_place(prose: list[str], made: tuple[list[list[str]], object]) -> None:
    rows = made[0]
    widths = [450 / len(rows[0])] * len(rows[0])
    content = document([*map(told, prose), table(rows, widths), *map(told, prose)])
    wanted = Counter(word for text in prose for word in text.split() * 2)
    wanted += Counter(word for row in rows for text in row for word in text.split())
    assert words_of(lay_out(content, "plan.pdf")) == wanted


@given(st.integers(3, 7), st.integers(2, 8))
@settings(max_examples=10)
def test_borderless_columns_are_found(width: int, height: int) -> None:
    rows = [
        [f"{row}.{column} near the quay by gate {row}" for column in range(width)] for row in range(height)
    ]
    (found,) = lay_out(document([table(rows, [500 / width] * width)]), "plan.pdf").tables
    assert found.edges is not None
    assert len(found.edges) == width + 1
    assert [cell.text for cell in found.cells] == [text for row in rows for text in row]


@pytest.mark.parametrize(
    "name", ["joint-strategy", "district-year", "district-year-noborder", "weighted-proposals"]
)
def test_the_same_bytes_give_the_same_document(name: str) -> None:
    file = CORPUS / "rebuilt" / f"{name}.pdf"
    if not file.exists():
        pytest.skip("the corpus is not here")
    content = file.read_bytes()
    assert lay_out(content, file.name) == lay_out(content, file.name)


def test_a_made_document_is_read_the_same_twice() -> None:
    content = document(
        [told("Walk by the quay."), table([["Ref", "Action"], ["1", "Open paths"]], (50, 200), GRID)]
    )
    assert lay_out(content, "plan.pdf") == lay_out(content, "plan.pdf")
