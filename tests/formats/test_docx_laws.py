"""The laws of reading for Word: nothing lost, spans as made, the same bytes the same document."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx2python import docx2python
from hypothesis import given, settings
from made_layouts import (
    Headed,
    Tiled,
    headings_of,
    headings_read,
    layouts,
    spans_of,
    spans_read,
    words_of,
    words_read,
)

from turntide.documents.document import Document
from turntide.documents.formats.docx import lay_out

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PLANS = sorted([*CORPUS.glob("rebuilt/*.docx"), *CORPUS.glob("west-sussex/*.docx")])


def written(layout: list[Headed | Tiled]) -> bytes:
    document = python_docx.Document()
    for block in layout:
        if isinstance(block, Headed):
            style = f"Heading {block.level}" if block.level else None
            document.add_paragraph(block.text, style=style)
            continue
        table = document.add_table(block.rows, block.columns)
        for cell in block.cells:
            last = table.cell(cell.row + cell.rows - 2, cell.column + cell.columns - 2)
            table.cell(cell.row - 1, cell.column - 1).merge(last).text = "\n".join(cell.lines)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


@settings(max_examples=40)
@given(layouts)
def test_every_word_stands_once_and_spans_come_back(layout: list[Headed | Tiled]) -> None:
    content = written(layout)
    document = lay_out(content, "plan.docx")
    assert words_read(document) == words_of(layout)
    assert headings_read(document) == headings_of(layout)
    assert spans_read(document) == spans_of(layout)
    assert lay_out(content, "plan.docx") == document


def letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def oracle(content: bytes) -> Counter[str]:
    with docx2python(BytesIO(content), duplicate_merged_cells=False) as read:
        return letters(read.text)


def words(document: Document) -> Counter[str]:
    return letters(" ".join(document.texts.values()))


@settings(max_examples=15)
@given(layouts)
def test_another_reader_finds_the_same_words(layout: list[Headed | Tiled]) -> None:
    content = written(layout)
    assert words(lay_out(content, "plan.docx")) == oracle(content)


@pytest.mark.skipif(not PLANS, reason="the corpus is not here")
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_real_plans_keep_every_word(plan: Path) -> None:
    content = plan.read_bytes()
    assert words(lay_out(content, plan.name)) == oracle(content)
