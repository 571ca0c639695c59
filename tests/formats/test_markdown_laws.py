"""The laws of reading, held by Markdown made at random."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_grids import Put, found_in, grids, rows_of
from markdown_it import MarkdownIt

from turntide.documents.formats.markdown import lay_out


def table_of(grid: list[Put]) -> bytes:
    rows = [" | ".join(_escaped(put.text) for put in row) for row in rows_of(grid)]
    ruler = "|".join("---" for _ in rows_of(grid)[0])
    return "\n".join(f"| {line} |" for line in [rows[0], ruler, *rows[1:]]).encode()


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


@settings(max_examples=60)
@given(grids(spans=False))
def test_every_cell_stands_where_it_was_put(grid: list[Put]) -> None:
    assert found_in(lay_out(table_of(grid), "a.md").tables[0]) == grid


@settings(max_examples=80)
@given(st.text(alphabet="ab1 -*|>#`[]\n.", max_size=120))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    document = lay_out(text.encode(), "a.md")
    read = "".join(document.texts.values())
    unseen = _languages_of_code(text)
    assert [read.count(letter) for letter in "ab"] == [
        text.count(letter) - unseen.count(letter) for letter in "ab"
    ]
    assert document == lay_out(text.encode(), "a.md")


def _languages_of_code(text: str) -> str:
    """The words after a code block's fence: they name its language and are not shown."""
    return "".join(token.info for token in MarkdownIt("commonmark").parse(text) if token.type == "fence")
