"""A law: a document kept as JSON comes back equal, whatever is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.documents.document import Cell, Document, Look, Mark, Paragraph, Role, Table
from turntide.documents.opening import open_here
from turntide.web.intake.documents_kept import document_as_data, document_from_data

ROOT = Path(__file__).parents[3]
FILES = sorted(
    (
        *(file for file in (ROOT / "examples").iterdir() if file.is_file()),
        *(ROOT.parent / "shared" / "corpus" / "seeds").glob("*"),
    )
)
words = st.text(st.characters(codec="utf-8"), max_size=30)
whole = st.integers(0, 99)
boxes = st.none() | st.tuples(*[st.floats(0, 900)] * 4)
marks = st.lists(st.builds(Mark, whole, whole, st.sampled_from(Look), words), max_size=2).map(tuple)
cells = st.builds(Cell, whole, whole, words, whole, whole, st.booleans(), st.none() | words, marks, boxes)
paragraphs = st.builds(
    Paragraph,
    number=whole,
    text=words,
    role=st.sampled_from(Role),
    level=whole,
    page=st.none() | whole,
    sheet=st.none() | words,
    box=boxes,
    size=st.none() | st.floats(1, 90),
    marks=marks,
    about=st.none() | st.tuples(whole, whole, whole),
)
tables = st.builds(
    Table,
    number=whole,
    cells=st.lists(cells, max_size=4).map(tuple),
    page=st.none() | whole,
    sheet=st.none() | words,
    ragged=st.booleans(),
    after_break=st.booleans(),
    edges=st.none() | st.lists(st.floats(0, 900), max_size=3).map(tuple),
    caption=st.none() | words,
)
documents = st.builds(
    Document,
    name=words,
    format=words,
    fingerprint=words,
    blocks=st.lists(paragraphs | tables, max_size=4).map(tuple),
    doubts=st.lists(words, max_size=2).map(tuple),
)


def kept_and_back(document: Document) -> Document:
    return document_from_data(json.loads(json.dumps(document_as_data(document))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_laid_out_comes_back_equal(file: Path) -> None:
    document = open_here(file.read_bytes(), file.name)
    assert kept_and_back(document) == document


@settings(max_examples=100)
@given(documents)
def test_any_document_comes_back_equal(document: Document) -> None:
    assert kept_and_back(document) == document
