"""Each filter leaves what it says, over one plan and over all plans of a place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from site_cast import Cast

from turntide.plan.model import Action, Body, Heading, Measure, Milestone, Plan, Programme, Status, Timescale
from turntide.web.organisations.models import Organisation, OtherName
from turntide.web.plans.models import Plan as PlanRow
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.services.writing import Step, write
from turntide.web.plans.store.counting import by_year
from turntide.web.plans.store.filtering import actions_chosen, chosen
from turntide.web.plans.store.filters import Filters, UnknownFilterError, year_named
from turntide.web.plans.store.sorting import in_order
from turntide.web.plans.store.taking_out import action_state, whole

TODAY = date(2026, 11, 22)
READ = Plan(
    title="Harbour plan",
    levels=("Theme", "Aim"),
    headings=(
        Heading("t1", "Theme", "Moving"),
        Heading("a1", "Aim", "Walking", parent="t1"),
        Heading("t2", "Theme", "Eating"),
    ),
    actions=(
        Action(
            "late",
            "Late path",
            under="a1",
            leads=(Body("Parks team"),),
            timescale=Timescale("by March 2026", end="2026-03-31"),
            status=Status("Slipping", "delivering", "amber"),
            measures=(Measure("Steps"),),
            milestones=(Milestone("Dig"),),
        ),
        Action(
            "long",
            "Long lessons",
            under="t1",
            leads=(Body("Harbour trust"),),
            partners=(Body("Parks team"),),
            timescale=Timescale("2025/26 to 2027/28", "2025-04-01", "2028-03-31"),
            status=Status("Done", "complete", None),
            programmes=(Programme("Walking hub"),),
        ),
        Action("loose", "Loose meals", under="t2", timescale=Timescale("ongoing"), status=Status("Tbc")),
        Action("bare", "Bare tables"),
    ),
)


@pytest.fixture
def harbour(cast: Cast) -> PlanRow:
    return adopt_plan(place=cast.tarrow, read=READ, original=None, name="x", by=cast.by).plan


def left(cast: Cast, query: str, plan: PlanRow | None = None) -> list[str]:
    """The first words of the actions that an address leaves, in its order."""
    choice = chosen(cast.tarrow, Filters.of(QueryDict(query)), plan)
    return [row.text.split()[0] for row in in_order(actions_chosen(choice, TODAY), choice)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Late Long Loose Bare"),
        ("words=path", "Late"),
        ("words=", "Late Long Loose Bare"),
        ("owner=Parks team", "Late Long"),
        ("owner=parks", "Late Long"),
        ("owner=parks&part=lead", "Late"),
        ("owner=parks&part=partner", "Long"),
        ("owner=nobody here", ""),
        ("when=2025/26", "Late Long"),
        ("when=2026/27", "Long"),
        ("when=2028/29", ""),
        ("when=overdue", "Late"),
        ("when=none", "Bare"),
        ("when=loose", "Loose"),
        ("status=delivering", "Late"),
        ("status=complete", "Long"),
        ("status=none", "Loose Bare"),
        ("said=Tbc", "Loose"),
        ("confidence=amber", "Late"),
        ("confidence=none", "Long Loose Bare"),
        ("programme=Walking hub", "Long"),
        ("programme=walking", "Long"),
        ("programme=unheard", ""),
        ("lacks=owner", "Loose Bare"),
        ("lacks=date", "Bare"),
        ("lacks=measure", "Long Loose Bare"),
        ("lacks=milestone", "Long Loose Bare"),
        ("lacks=owner&lacks=date", "Bare"),
        ("lacks=measure&status=complete&when=2026/27", "Long"),
        ("sort=action", "Bare Late Long Loose"),
        ("sort=-action", "Loose Long Late Bare"),
        ("sort=when", "Late Long Loose Bare"),
        ("sort=-when", "Long Late Loose Bare"),
        ("sort=owner", "Long Late Loose Bare"),
    ],
)
def test_each_filter_leaves_what_it_says(harbour: PlanRow, cast: Cast, query: str, expected: str) -> None:
    query = query.replace(" ", "+")
    assert left(cast, query) == expected.split()
    assert left(cast, query, harbour) == expected.split()


def test_a_theme_holds_everything_beneath_it(harbour: PlanRow, cast: Cast) -> None:
    ids = {heading.text: heading.pk for heading in harbour.headings.all()}
    assert left(cast, f"theme={ids['Moving']}") == ["Late", "Long"]
    assert left(cast, f"theme={ids['Walking']}") == ["Late"]
    assert left(cast, f"theme={ids['Eating']}") == ["Loose"]


def test_an_action_that_serves_another_theme_is_found_under_both(harbour: PlanRow, cast: Cast) -> None:
    eating = harbour.headings.get(text="Eating")
    row = whole(harbour.actions.filter(text="Late path"))[0]
    step = Step(replace(action_state(row), also_under=(eating.pk.hex,)), row.version)
    write("edit", [step], plan=harbour, by=cast.by)
    assert left(cast, f"theme={eating.pk}") == ["Late", "Loose"]
    assert left(cast, f"theme={harbour.headings.get(text='Walking').pk}") == ["Late"]


def test_an_action_that_serves_another_plan_shows_there_too(
    harbour: PlanRow, cast: Cast, as_editor: Client
) -> None:
    other = adopt_plan(
        place=cast.tarrow, read=replace(READ, title="Other", actions=()), original=None, name="x", by=cast.by
    ).plan
    row = whole(harbour.actions.filter(text="Bare tables"))[0]
    under = other.headings.get(text="Walking").pk.hex
    write(
        "edit", [Step(replace(action_state(row), also_under=(under,)), row.version)], plan=harbour, by=cast.by
    )
    assert left(cast, "", other) == ["Bare"]
    for name in ("plan_tree", "plan_table", "plan_print"):
        page = as_editor.get(reverse(name, args=["tarrow", other.pk]) + "?open=all").content.decode()
        assert "Bare tables" in page


def test_a_merged_body_is_found_as_what_it_is_known_as(harbour: PlanRow, cast: Cast) -> None:
    parks = Organisation.objects.get(place=cast.tarrow, name="Parks team")
    trust = Organisation.objects.get(place=cast.tarrow, name="Harbour trust")
    Organisation.objects.filter(pk=parks.pk).update(merged_into=trust)
    assert left(cast, f"owner={trust.pk}") == ["Late", "Long"]
    assert left(cast, f"owner={parks.pk}") == ["Late", "Long"]


def test_a_body_is_found_by_another_name_it_goes_by(harbour: PlanRow, cast: Cast) -> None:
    parks = Organisation.objects.get(place=cast.tarrow, name="Parks team")
    OtherName.objects.create(organisation=parks, place=cast.tarrow, name="Green spaces", key="green")
    assert left(cast, "owner=green") == ["Late", "Long"]


def test_a_plan_is_one_of_the_filters(harbour: PlanRow, cast: Cast) -> None:
    other = adopt_plan(
        place=cast.tarrow, read=replace(READ, title="Another"), original=None, name="x", by=cast.by
    ).plan
    assert len(left(cast, "")) == 8
    assert len(left(cast, f"plan={other.pk}")) == 4


@pytest.mark.parametrize(
    "query",
    ["status=odd", "when=soon", "when=2026/28", "lacks=hope", "sort=colour", "part=boss", "confidence=blue"]
    + ["plan=x", "theme=x", f"plan={UUID(int=1)}", f"theme={UUID(int=1)}", f"owner={UUID(int=1)}"],
)
def test_what_there_is_not_is_not_found(harbour: PlanRow, cast: Cast, as_editor: Client, query: str) -> None:
    with pytest.raises(UnknownFilterError):
        left(cast, query)
    assert as_editor.get(f"{reverse('actions', args=['tarrow'])}?{query}").status_code == 404


def test_what_is_another_places_is_not_found(harbour: PlanRow, cast: Cast, client: Client) -> None:
    client.force_login(cast.outsider)
    body = Organisation.objects.get(place=cast.tarrow, name="Parks team")
    heading = harbour.headings.all()[0]
    url = reverse("actions", args=["wexcombe"])
    for query in (f"plan={harbour.pk}", f"theme={heading.pk}", f"owner={body.pk}"):
        assert client.get(f"{url}?{query}").status_code == 404


@given(st.dictionaries(st.sampled_from(["words", "owner", "programme", "said"]), st.text(max_size=20)))
def test_filters_come_back_from_their_address_as_they_were(typed: dict[str, str]) -> None:
    query = QueryDict(mutable=True)
    query.update(typed)
    filters = Filters.of(query)
    assert Filters.of(QueryDict(filters.as_query())) == filters


@given(st.integers(1900, 2200))
def test_a_financial_year_is_named_by_both_its_years(first: int) -> None:
    assert year_named(f"{first}/{(first + 1) % 100:02}") == (date(first, 4, 1), date(first + 1, 3, 31))
    assert year_named(f"{first}/{(first + 2) % 100:02}") is None


def test_the_overview_counts_years_as_the_filter_finds_them(harbour: PlanRow, cast: Cast) -> None:
    when = by_year(harbour)
    assert dict(when.years) == {"2025/26": 2, "2026/27": 1, "2027/28": 1}
    assert (when.loose, when.no_date) == (1, 1)
    for year, many in when.years:
        assert len(left(cast, f"when={year}", harbour)) == many


def test_chips_take_one_filter_away_and_keep_the_rest(harbour: PlanRow, as_editor: Client) -> None:
    url = reverse("plan_table", args=["tarrow", harbour.pk])
    page = as_editor.get(f"{url}?lacks=measure&lacks=milestone&when=2026/27").content.decode()
    assert 'href="?when=2026%2F27&amp;lacks=milestone"' in page
    assert 'href="?lacks=measure&amp;lacks=milestone"' in page
    assert f'href="{url}"' in page


def test_a_list_says_how_many_there_are_and_shows_fifty_a_page(cast: Cast, as_editor: Client) -> None:
    actions = tuple(Action(str(n), f"Action number {n:03}") for n in range(120))
    read = replace(READ, headings=(), actions=actions)
    adopt_plan(place=cast.tarrow, read=read, original=None, name="x", by=cast.by)
    url = reverse("actions", args=["tarrow"])
    last = as_editor.get(f"{url}?page=3&sort=-action").content.decode()
    assert "120 actions" in last
    assert [n for n in range(120) if f"Action number {n:03}</a>" in last] == list(range(20))
    assert "?sort=-action&amp;page=2" in last
    assert as_editor.get(f"{url}?page=nonsense").status_code == 200


def test_columns_have_the_plans_own_headings(tarrow_plan: PlanRow, as_editor: Client) -> None:
    page = as_editor.get(reverse("plan_table", args=["tarrow", tarrow_plan.pk])).content.decode()
    partner = next(column["heading"] for column in tarrow_plan.columns if column["meaning"] == "partner")
    assert f">{partner}</th>" in page


def test_no_fit_says_how_to_see_more(harbour: PlanRow, as_editor: Client) -> None:
    url = reverse("plan_table", args=["tarrow", harbour.pk])
    page = as_editor.get(f"{url}?words=zeppelin").content.decode()
    assert "No action fits" in page
