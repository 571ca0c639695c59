"""The first law: every word of the source stands in exactly one place of the reading, as often as it stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import CORPUS, FORMATS, NO_CORPUS, REAL, read_in, reading_of
from made_words import documents, words_written
from told_places import misplaced, words_told
from told_values import values_of

some = held(15)


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_every_word_that_was_written_stands_in_the_plan_as_often(format_: str, data: st.DataObject) -> None:
    blocks = data.draw(documents(far=format_ != "pdf"))
    reading = read_in(format_, blocks)
    written, told = words_written(blocks), words_told(reading.document, values_of(reading.plan))
    assert (written - told, told - written) == (Counter(), Counter())


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_every_letter_stands_in_one_place(format_: str, data: st.DataObject) -> None:
    reading = read_in(format_, data.draw(documents(far=format_ != "pdf")))
    assert misplaced(reading.document, values_of(reading.plan)) == []


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_every_letter_of_a_whole_file_stands_in_one_place(file: Path) -> None:
    reading = reading_of(file)
    assert misplaced(reading.document, values_of(reading.plan)) == []


@pytest.mark.skipif(not CORPUS, reason=NO_CORPUS)
def test_the_corpus_was_read_too() -> None:
    assert {file.suffix for file in CORPUS} >= {".docx", ".pdf", ".xlsx", ".html", ".odt", ".csv", ".txt"}
