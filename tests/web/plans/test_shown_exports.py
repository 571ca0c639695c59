"""What is taken away as a file reads back as it was held."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.exchange.csv_table import from_csv
from turntide.exchange.interchange import from_json
from turntide.exchange.sources import without_sources
from turntide.exchange.workbook import from_workbook_bytes
from turntide.plan.model import Action, Body, Heading, Plan, Remark
from turntide.web.plans.models import Plan as PlanRow
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.store.taking_out import plan_as_read

FORMULA = Plan(
    title="=1+1",
    headings=(Heading("h", "Theme", "+Moving"), Heading("g", "Theme", "Resting")),
    actions=(
        Action(
            "1", '=HYPERLINK("http://x")', under="h", leads=(Body("@Parks"),), remarks=(Remark("-x", "\t=2"),)
        ),
        Action("2", "'=kept apostrophe", under="g"),
    ),
)
READERS: dict[str, Callable[[bytes], Plan]] = {
    "json": lambda body: from_json(body.decode()),
    "csv": lambda body: from_csv(body.decode("utf-8-sig")),
    "xlsx": from_workbook_bytes,
}


@pytest.fixture
def formulas(cast: Cast) -> PlanRow:
    return adopt_plan(place=cast.tarrow, read=FORMULA, original=None, name="x", by=cast.by).plan


def taken(client: Client, plan: PlanRow, kind: str, query: str = "") -> Any:
    url = reverse("plan_export", args=["tarrow", plan.pk, kind])
    response = client.get(f"{url}?{query}" if query else url)
    assert response.status_code == 200
    return response


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("which", ["formulas", "tarrow_plan"])
def test_a_plan_reads_back_as_it_was_held(
    request: pytest.FixtureRequest, as_editor: Client, which: str, kind: str
) -> None:
    plan: PlanRow = request.getfixturevalue(which)
    plan.refresh_from_db()
    held = plan_as_read(plan)
    expected = held if kind == "json" else without_sources(held)
    assert READERS[kind](taken(as_editor, plan, kind).content) == expected


def test_json_keeps_formula_like_text_and_a_spreadsheet_never_runs_it(
    formulas: PlanRow, as_editor: Client
) -> None:
    assert '"=HYPERLINK(' in taken(as_editor, formulas, "json").content.decode()
    table = taken(as_editor, formulas, "csv").content.decode("utf-8-sig")
    assert "\"'=HYPERLINK(" in table


@pytest.mark.parametrize("kind", READERS)
def test_a_narrowed_list_holds_its_actions_and_the_headings_above_them(
    formulas: PlanRow, as_editor: Client, kind: str
) -> None:
    response = taken(as_editor, formulas, kind, "words=apostrophe")
    read = READERS[kind](response.content)
    assert [action.text for action in read.actions] == ["'=kept apostrophe"]
    assert [heading.text for heading in read.headings] == ["Resting"]


def test_a_word_document_opens_and_holds_the_plan(tarrow_plan: PlanRow, as_editor: Client) -> None:
    import docx

    response = taken(as_editor, tarrow_plan, "docx")
    document = docx.Document(io.BytesIO(response.content))
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for action in tarrow_plan.actions.all():
        assert action.text in cells


def test_a_file_is_saved_under_the_plans_name_and_the_day(tarrow_plan: PlanRow, as_editor: Client) -> None:
    said = taken(as_editor, tarrow_plan, "xlsx")["Content-Disposition"]
    assert said.startswith("attachment;")
    assert f"-{timezone.localdate().isoformat()}.xlsx" in unquote(said)


def test_actions_of_several_plans_come_as_a_file_a_plan(
    formulas: PlanRow, tarrow_plan: PlanRow, cast: Cast, as_editor: Client
) -> None:
    twin = adopt_plan(place=cast.tarrow, read=FORMULA, original=None, name="x", by=cast.by).plan
    url = reverse("actions_export", args=["tarrow", "json"])
    zipped = zipfile.ZipFile(io.BytesIO(as_editor.get(url).content))
    plans = [from_json(zipped.read(name).decode()) for name in zipped.namelist()]
    assert len(set(zipped.namelist())) == 3
    assert sorted(len(plan.actions) for plan in plans) == sorted(
        row.actions.count() for row in (formulas, tarrow_plan, twin)
    )


def test_actions_of_one_plan_alone_come_as_that_file(
    formulas: PlanRow, tarrow_plan: PlanRow, as_editor: Client
) -> None:
    url = reverse("actions_export", args=["tarrow", "json"])
    response = as_editor.get(f"{url}?plan={tarrow_plan.pk}")
    assert response["Content-Type"] == "application/json"
    assert from_json(response.content.decode()).title == tarrow_plan.title


def test_an_unknown_format_and_another_places_plan_are_not_found(
    formulas: PlanRow, cast: Cast, as_editor: Client, client: Client
) -> None:
    assert as_editor.get(reverse("plan_export", args=["tarrow", formulas.pk, "exe"])).status_code == 404
    assert as_editor.get(reverse("actions_export", args=["tarrow", "exe"])).status_code == 404
    client.force_login(cast.outsider)
    for kind in (*READERS, "docx"):
        for place in ("tarrow", "wexcombe"):
            assert client.get(reverse("plan_export", args=[place, formulas.pk, kind])).status_code == 404


def test_what_is_retired_is_not_taken_away(formulas: PlanRow, as_editor: Client) -> None:
    formulas.actions.filter(text__startswith="=").update(retired_at=timezone.now())
    read = from_json(taken(as_editor, formulas, "json").content.decode())
    assert [action.text for action in read.actions] == ["'=kept apostrophe"]
    assert replace(read, actions=()).title == "=1+1"
