"""Readings of real plans keep the standard and survive every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from turntide import read_plan
from turntide.exchange.interchange import from_json, to_json
from turntide.exchange.recognising import own_export
from turntide.exchange.sources import without_sources
from turntide.exchange.validating import validate
from turntide.exchange.writing import FORMATS, write
from turntide.plan.model import Plan

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES: list[Path | None] = [*sorted(CORPUS.glob("seeds/*.txt"))] or [None]


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem if file else "none")
def plan(request: pytest.FixtureRequest) -> Plan:
    if request.param is None:
        pytest.skip("the corpus of real plans is not beside this repository")
    return read_plan(request.param)


def test_a_reading_keeps_the_standard(plan: Plan) -> None:
    assert validate(to_json(plan)) == []
    assert from_json(to_json(plan)) == plan


@pytest.mark.parametrize("format_", FORMATS)
def test_a_reading_survives_each_format(plan: Plan, format_: str) -> None:
    found = own_export(write(plan, format_), "plan")
    assert found is not None
    assert without_sources(found) == without_sources(plan)
