"""The laws of reading, held by Markdown made at random."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_grids import Put, found_in, grids, rows_of

from turntide.documents.formats.markdown import lay_out


def table_of(grid: list[Put]) -> bytes:
    rows = [" | ".join(_escaped(put.text) for put in row) for row in rows_of(grid)]
    ruler = "|".join("---" for _ in rows_of(grid)[0])
    return "\n".join(f"| {line} |" for line in [rows[0], ruler, *rows[1:]]).encode()


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


@settings(max_examples=60, deadline=None)
@given(grids(spans=False))
def test_every_cell_stands_where_it_was_put(grid: list[Put]) -> None:
    assert found_in(lay_out(table_of(grid), "a.md").tables[0]) == grid


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab1 -*|>#`[]()\n.:", max_size=120))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    document = lay_out(text.encode(), "a.md")
    read = "".join(document.texts.values())
    for letter in "ab":
        assert read.count(letter) == text.count(letter) - _as_addresses(document.name, text).count(letter)
    assert document == lay_out(text.encode(), "a.md")


def _as_addresses(name: str, text: str) -> str:
    """What of a text is a link's address or a code block's language, which no page shows."""
    from markdown_it import MarkdownIt

    del name
    tokens = MarkdownIt("commonmark").parse(text)
    infos = [token.info for token in tokens if token.type == "fence"]
    return "".join(infos)
