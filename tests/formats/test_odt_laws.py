"""The laws of reading for OpenDocument text: nothing lost, spans as made, same bytes same document."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from lxml import etree
from made_layouts import (
    Headed,
    Spanned,
    Tiled,
    covered,
    headings_of,
    headings_read,
    layouts,
    spans_of,
    spans_read,
    words_of,
    words_read,
)
from made_odt import COVERED, odt_bytes, para, row, table
from made_odt import cell as made_cell

from turntide.documents.document import Cell, Document
from turntide.documents.formats import docx, odt
from turntide.documents.opendocument.names import HEADING, PARAGRAPH

REBUILT = Path(__file__).parents[3] / "shared" / "corpus" / "rebuilt"


def written(layout: list[Headed | Tiled]) -> bytes:
    return odt_bytes("".join(_block(block) for block in layout))


def _block(block: Headed | Tiled) -> str:
    if isinstance(block, Tiled):
        return table(*(row(*_row(block, at)) for at in range(1, block.rows + 1)))
    text = escape(block.text)
    return f'<text:h text:outline-level="{block.level}">{text}</text:h>' if block.level else para(text)


def _row(tiled: Tiled, at: int) -> list[str]:
    owners = {place: cell for cell in tiled.cells for place in covered(cell)}
    return [_cell(owners[at, column], at, column) for column in range(1, tiled.columns + 1)]


def _cell(cell: Spanned, row_: int, column: int) -> str:
    if (cell.row, cell.column) != (row_, column):
        return COVERED
    spans = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
    return made_cell("".join(para(escape(line)) for line in cell.lines), spans)


@settings(max_examples=60)
@given(layouts)
def test_every_word_stands_once_and_spans_come_back(layout: list[Headed | Tiled]) -> None:
    content = written(layout)
    document = odt.lay_out(content, "plan.odt")
    assert words_read(document) == words_of(layout)
    assert headings_read(document) == headings_of(layout)
    assert spans_read(document) == spans_of(layout)
    assert odt.lay_out(content, "plan.odt") == document


corpus = pytest.mark.skipif(not REBUILT.is_dir(), reason="the corpus is not here")


def letters(text: str) -> str:
    return "".join(sorted(text.replace("•", "").replace(" ", "").replace("\n", "")))


@corpus
@pytest.mark.parametrize("plan", sorted(REBUILT.glob("*.odt")), ids=lambda path: path.stem)
def test_real_plans_keep_every_letter(plan: Path) -> None:
    with zipfile.ZipFile(plan) as package:
        roots = [etree.fromstring(package.read(part)) for part in ("content.xml", "styles.xml")]
    lines = [line for root in roots for line in root.iter(PARAGRAPH, HEADING)]
    raw = "".join(str(text) for line in lines for text in line.itertext())
    assert letters("".join(odt.lay_out(plan.read_bytes(), plan.name).texts.values())) == letters(raw)


def shape(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    def place(cell: Cell) -> tuple[int, int, int, int, str]:
        return (cell.row, cell.column, cell.row_span, cell.column_span, cell.text)

    return [[place(cell) for cell in found.cells] for found in document.tables]


@corpus
@pytest.mark.parametrize("plan", sorted(REBUILT.glob("*.odt")), ids=lambda path: path.stem)
def test_one_plan_in_two_formats_has_the_same_tables(plan: Path) -> None:
    word = plan.with_suffix(".docx")
    found = odt.lay_out(plan.read_bytes(), plan.name)
    assert shape(found) == shape(docx.lay_out(word.read_bytes(), word.name))
