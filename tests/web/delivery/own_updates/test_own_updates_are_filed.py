"""A plan's own updates are filed edition by edition: every word of them, each once, under its date."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from harbour_series import BIKES, CONTRACT, GARDEN, PATH, SERIES, SURVEY, SWIM, Editions
from site_cast import Cast

from turntide.opening import read_plan
from turntide.web.delivery.models import Standing, Update
from turntide.web.delivery.services.filing import file_adopted_before, file_edition
from turntide.web.plans.models import Edition, Plan
from turntide.web.plans.services.adopting import adopt_edition, adopt_plan
from turntide.web.plans.services.undoing import undo

WEST_SUSSEX = Path(__file__).parents[5] / "shared" / "corpus" / "west-sussex"


def adopted(cast: Cast, folder: Path, editions: Editions) -> Plan:
    """The series, brought in one edition after the other."""
    plan: Plan | None = None
    for name, table, written in editions:
        file = folder / name
        file.write_bytes(written(table))
        plan = brought_in(cast, plan, file)
    assert plan is not None
    return plan


def brought_in(cast: Cast, plan: Plan | None, file: Path) -> Plan:
    read = read_plan(file)
    if plan is None:
        return adopt_plan(place=cast.tarrow, read=read, original=None, name=file.stem, by=cast.by).plan
    adopt_edition(plan=plan, read=read, original=None, by=cast.by)
    return plan


@pytest.fixture
def harbour(cast: Cast, tmp_path: Path) -> Plan:
    return adopted(cast, tmp_path, SERIES)


def filed(plan: Plan, action: str) -> list[Update]:
    return list(Update.objects.filter(action__plan=plan, action__text=action).order_by("said_at", "on"))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_every_word_of_every_edition_is_in_the_timeline(harbour: Plan) -> None:
    for _name, (headings, *rows), _written in SERIES:
        for action, *cells in rows:
            kept = words(" ".join(f"{row.wording} {row.dated_as}" for row in filed(harbour, action)))
            for heading, cell in zip(headings[1:], cells, strict=True):
                said = cell if "update" in heading.lower() or heading == "Progress to date" else ""
                for sentence in re.split(r"(?<=[.!?])\s+", said):
                    assert words(sentence.split(": ", 1)[-1]) in kept, (action, sentence)


def test_no_words_are_filed_twice_under_one_date(harbour: Plan) -> None:
    seen = [(row.action_id, row.on, words(row.wording)) for row in Update.objects.exclude(wording="")]
    assert len(seen) == len(set(seen))
    assert sum(words(SURVEY) in words(row.wording) for row in filed(harbour, PATH)) == 1
    assert sum(words(CONTRACT) in words(row.wording) for row in filed(harbour, PATH)) == 1


def test_reports_bear_the_date_their_wording_gives(harbour: Plan) -> None:
    dated = {row.dated_as: row.on for row in filed(harbour, PATH) if row.dated_as}
    assert dated == {
        "Jan 26": date(2026, 1, 31),
        "Apr 26": date(2026, 4, 30),
        "Sept 26": date(2026, 9, 30),
    }
    assert [row.on for row in filed(harbour, PATH) if not row.dated_as] == [None] * 3


def test_what_grew_files_what_is_new_alone(harbour: Plan) -> None:
    said = [row.wording for row in filed(harbour, SWIM)]
    assert "Twelve families have begun." in said
    assert "Five more wait for a place." in said
    assert not any("begun. Five" in wording for wording in said)


def test_the_same_words_in_other_case_and_marks_are_no_news(harbour: Plan) -> None:
    bought = [row for row in filed(harbour, BIKES) if "bicycles" in row.wording]
    assert [row.wording for row in bought] == ["Ten bicycles were bought second hand."]


def test_a_rating_goes_with_the_newest_report_in_its_own_spelling(harbour: Plan) -> None:
    path = {row.wording: row for row in filed(harbour, PATH)}
    assert path["Tenders are back and one is within budget."].status_as == "Amberish"
    assert path["Work began at the lock."].confidence == "amber"
    assert path["Sept 26: The path is open."].lifecycle == "complete"
    assert not path[f"Jan 26: {SURVEY}"].status_as


def test_a_rating_that_turns_without_a_word_is_filed_alone(harbour: Plan) -> None:
    turned = [
        (row.edition and row.edition.number, row.status_as)
        for row in filed(harbour, GARDEN)
        if not row.wording
    ]
    assert turned == [(2, "RED")]


def test_what_is_filed_counts_for_freshness(harbour: Plan) -> None:
    row = Standing.objects.get(action__text=PATH)
    assert (row.said_on, row.missed) == (date(2026, 9, 30), 0)


def test_filing_again_adds_nothing(harbour: Plan) -> None:
    before = set(Update.objects.values_list("pk", flat=True))
    for edition in Edition.objects.order_by("number"):
        assert file_edition(edition) == 0
    assert file_adopted_before() == 0
    assert set(Update.objects.values_list("pk", flat=True)) == before


def test_plans_adopted_before_are_filed_as_if_they_came_now(harbour: Plan) -> None:
    told = sorted(Update.objects.values_list("action", "on", "wording", "status_as", "edition"), key=str)
    Update.objects.all().delete()
    assert file_adopted_before(harbour.place) == len(told)
    again = Update.objects.values_list("action", "on", "wording", "status_as", "edition")
    assert sorted(again, key=str) == told


def test_undoing_an_adoption_takes_its_updates_away_and_doing_it_again_brings_them(
    harbour: Plan, cast: Cast
) -> None:
    last = harbour.editions.get(number=4)
    came = list(Update.objects.filter(edition=last).values_list("wording", flat=True))
    assert came
    undone = undo(last.changes.get(verb="adopt"), by=cast.by)
    assert not Update.objects.filter(edition=last).exists()
    assert Standing.objects.get(action__text=PATH).said_on == date(2026, 4, 30)
    assert file_adopted_before() == 0
    undo(undone, by=cast.by)
    assert sorted(Update.objects.filter(edition=last).values_list("wording", flat=True)) == sorted(came)


def test_the_timeline_says_what_came_with_which_edition(harbour: Plan, cast: Cast, client: Client) -> None:
    client.force_login(cast.viewer)
    action = harbour.actions.get(text=PATH)
    page = client.get(reverse("timeline", args=["tarrow", action.pk])).content.decode()
    for words_ in (
        "Tenders are back",
        "Dated “Sept 26” in the document",
        "It bears no date",
        "Came with edition 4",
    ):
        assert words_ in page


def test_a_month_without_a_year_gets_one_and_says_so(cast: Cast, tmp_path: Path, client: Client) -> None:
    plan = adopted(cast, tmp_path, SERIES[2:3])
    row = Update.objects.get(dated_as="January update", action__text=PATH)
    assert row.on == date(2026, 1, 31)
    client.force_login(cast.viewer)
    page = client.get(reverse("timeline", args=["tarrow", row.action_id])).content.decode()
    assert "“January update” in the document; the year is worked out" in page
    assert plan.actions.count() == 4


@pytest.mark.parametrize("format_", ["docx", "xlsx", "pdf"])
def test_a_real_plan_with_a_column_of_updates(cast: Cast, format_: str) -> None:
    file = WEST_SUSSEX / f"action-plan-2022.{format_}"
    if not file.exists():
        pytest.skip(f"{file} is not here: the corpus lies beside the project, not in it")
    plan = brought_in(cast, None, file)
    said = {row.pk: [each["text"] for each in row.progress] for row in plan.actions.standing()}
    rows = list(Update.objects.filter(action__plan=plan))
    assert len(rows) == sum(map(len, said.values()))
    assert {words(row.wording) for row in rows} == {words(text) for texts in said.values() for text in texts}
    assert all(row.on is None and row.status_as for row in rows)
    brought_in(cast, plan, file)
    assert Update.objects.count() == len(rows)
