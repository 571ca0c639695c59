"""Separated values: delimiters, quotes, encodings, ragged rows."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_grids import TEXTS, grid_of

from turntide.documents.document import Document
from turntide.documents.formats.csv import UNCLOSED, lay_out


def read(text: str, name: str = "plan.csv") -> Document:
    return lay_out(text.encode(), name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_amid_prose(delimiter: str) -> None:
    rows = [
        "Action|Lead|When",
        "Plant, water, prune; repeat|Parks, roads|2025",
        "Dig, weed|Parks; trees|2026",
    ]
    quoted = [
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row.split("|")) for row in rows
    ]
    assert grid_of(read("\n".join(quoted)))[(2, 3)] == "2025"


def test_rows_and_columns_are_the_files_own() -> None:
    text = 'Our plan\n\n,Action,Lead\n,"Plant\nmore ""trees""",Parks,extra\n'
    assert grid_of(read(text)) == {
        (1, 1): "Our plan",
        (3, 2): "Action",
        (3, 3): "Lead",
        (4, 2): 'Plant\nmore "trees"',
        (4, 3): "Parks",
        (4, 4): "extra",
    }
    assert not read(text).tables[0].ragged


def test_a_line_that_names_the_delimiter_is_obeyed() -> None:
    assert grid_of(read("sep=;\na,b;c\n")) == {(2, 1): "a,b", (2, 2): "c"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    document = lay_out("Action,Cost\nCafé – north,£500\n".encode(encoding), "plan.csv")
    assert grid_of(document) == {(1, 1): "Action", (1, 2): "Cost", (2, 1): "Café – north", (2, 2): "£500"}
    assert bool(document.doubts) == (encoding == "cp1252")


def test_a_quotation_mark_that_is_never_closed_is_said() -> None:
    document = read('Action,Lead\n"Plant,Parks\nDig,Roads\n')
    assert document.doubts == (UNCLOSED,)
    assert "Roads" in " ".join(grid_of(document).values())


def test_a_list_without_delimiters_is_one_column() -> None:
    assert grid_of(read("one\ntwo words\n")) == {(1, 1): "one", (2, 1): "two words"}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_row(ending: str) -> None:
    assert grid_of(read(f"a,b{ending}c,d{ending}")) == {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"}


@settings(max_examples=80)
@given(
    st.sampled_from(",;\t|"),
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=2, max_size=6)
    ),
)
def test_every_cell_stands_where_it_was_put(delimiter: str, rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    expected = {(r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)}
    assert grid_of(read(written.getvalue())) == expected


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_read_the_same_twice(content: bytes) -> None:
    assert lay_out(content, "a.csv") == lay_out(content, "a.csv")
