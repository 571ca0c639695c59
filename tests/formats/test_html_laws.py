"""The laws of reading, held by web pages made at random."""

from __future__ import annotations

from collections import Counter
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from made_grids import TEXTS, Put, found_in, grids, rows_of, words_of

from turntide.documents.formats.html import lay_out

BLOCKS = st.sampled_from(
    ["p", "h2", "li", "div", "td", "blockquote", "span", "b", "dd", "footer", "ul", "table"]
)


def page_of(grid: list[Put]) -> bytes:
    rows = "".join(
        "<tr>"
        + "".join(f"<td rowspan={p.rows} colspan={p.columns}>{escape(p.text)}</td>" for p in row)
        + "</tr>"
        for row in rows_of(grid)
    )
    return f"<table>{rows}</table>".encode()


@settings(max_examples=60)
@given(grids())
def test_every_cell_stands_where_it_was_put(grid: list[Put]) -> None:
    assert found_in(lay_out(page_of(grid), "a.html").tables[0]) == grid


def trees() -> st.SearchStrategy[str]:
    return st.recursive(
        TEXTS.map(escape),
        lambda inner: st.tuples(BLOCKS, st.lists(inner, max_size=4)).map(
            lambda pair: f"<{pair[0]}> {' '.join(pair[1])} </{pair[0]}>"
        ),
        max_leaves=20,
    )


@settings(max_examples=100)
@given(st.lists(st.tuples(trees(), TEXTS), min_size=1, max_size=5))
def test_no_word_is_lost_or_doubled_however_the_page_is_nested(parts: list[tuple[str, str]]) -> None:
    words = [f"w{number}" for number in range(len(parts))]
    page = " ".join(f"{tree} {word}" for (tree, _), word in zip(parts, words, strict=True))
    read = words_of(lay_out(page.encode(), "a.html"))
    read.pop("•", None)
    assert read == Counter(_visible(page))


def _visible(page: str) -> list[str]:
    from html import unescape
    from re import sub

    return unescape(sub(r"<[^<>]*>", " ", page)).split()


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_read_the_same_twice(content: bytes) -> None:
    assert lay_out(content, "a.html") == lay_out(content, "a.html")
