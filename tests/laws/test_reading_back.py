"""What the exchange writes of a reading, it reads back to the same plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import FORMATS, REAL, read_in, reading_of
from made_words import documents

from turntide.exchange.recognising import own_export
from turntide.exchange.sources import without_sources
from turntide.exchange.validating import validate
from turntide.exchange.writing import write
from turntide.plan.model import Plan

some = held(15)
WRITTEN = ("csv", "xlsx", "markdown")


def comes_back(plan: Plan) -> None:
    assert own_export(write(plan, "json"), "plan") == plan
    assert validate(write(plan, "json").decode()) == []
    for format_ in WRITTEN:
        found = own_export(write(plan, format_), "plan")
        assert found is not None
        assert without_sources(found) == without_sources(plan)


@some
@given(data=st.data())
def test_a_reading_of_any_document_comes_back(data: st.DataObject) -> None:
    format_ = data.draw(st.sampled_from(FORMATS))
    comes_back(read_in(format_, data.draw(documents(far=format_ != "pdf"))).plan)


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_a_reading_of_a_whole_file_comes_back(file: Path) -> None:
    comes_back(reading_of(file).plan)
