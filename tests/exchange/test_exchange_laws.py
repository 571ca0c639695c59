"""What our own exchange writes, it reads back to the same plan, whatever the plan holds."""

from __future__ import annotations

from exchange_plans import PLANS
from hypothesis import HealthCheck, given, settings

from turntide.exchange.csv_table import from_csv, to_csv
from turntide.exchange.interchange import from_json, to_json
from turntide.exchange.markdown_reading import from_markdown
from turntide.exchange.markdown_text import to_markdown
from turntide.exchange.recognising import own_export
from turntide.exchange.sources import without_sources
from turntide.exchange.workbook import from_workbook_bytes, to_workbook
from turntide.exchange.writing import FORMATS, write
from turntide.plan.model import Plan

some = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
few = settings(some, max_examples=25)


@some
@given(PLANS)
def test_json_reads_back_to_the_same_plan_with_its_sources(plan: Plan) -> None:
    assert from_json(to_json(plan)) == plan


@some
@given(PLANS)
def test_csv_reads_back_to_the_same_plan_without_its_sources(plan: Plan) -> None:
    assert from_csv(to_csv(plan)) == without_sources(plan)


@few
@given(PLANS)
def test_a_workbook_reads_back_to_the_same_plan_without_its_sources(plan: Plan) -> None:
    assert from_workbook_bytes(to_workbook(plan)) == without_sources(plan)


@some
@given(PLANS)
def test_markdown_reads_back_to_the_same_plan_without_its_sources(plan: Plan) -> None:
    assert from_markdown(to_markdown(plan)) == without_sources(plan)


@few
@given(PLANS)
def test_every_format_is_recognised_as_our_own_and_gives_the_same_bytes_again(plan: Plan) -> None:
    for name in FORMATS:
        content = write(plan, name)
        assert content == write(plan, name)
        found = own_export(content, "renamed.bin")
        assert found is not None
        assert without_sources(found) == without_sources(plan)
