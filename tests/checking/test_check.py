"""What `check` says about plans, kind by kind, on plans of invented places."""

from dataclasses import replace

import pytest

from turntide.checking import Kind, check
from turntide.plan.model import (
    Action,
    Body,
    Column,
    Finding,
    Heading,
    Measure,
    Milestone,
    Note,
    Period,
    Plan,
    Status,
    Timescale,
    Unplaced,
    Weighting,
)
from turntide.plan.source import Source, Spot


def at(row: int, column: int = 1) -> Source:
    return Source("tarrow.docx", (Spot(table=1, row=row, column=column, end=5),))


YEAR = Timescale("2024/25", "2024-04-01", "2025-03-31", source=at(2, 4))
WHOLE = Action(
    id="a1",
    ref="1.a",
    text="Light the towpath at Fenby lock",
    under="h1",
    leads=(Body("Parks", at(2, 3)),),
    timescale=YEAR,
    milestones=(Milestone("Lamps ordered", "2024-09-30", source=at(2, 5)),),
    measures=(Measure("Evening counts on the towpath", source=at(2, 6)),),
    source=at(2),
)
OTHER = replace(WHOLE, id="a2", ref="1.b", text="Repair the footbridge at Sallow Meadow", source=at(3))
HEADING = Heading("h1", "Priority", "Places to be out in", "1", source=at(1))
PLAN = Plan(
    title="Moving Tarrow",
    period=Period("2024/25", "2024-04-01", "2025-03-31"),
    headings=(HEADING,),
    actions=(WHOLE, OTHER),
)


def of(kind: Kind, plan: Plan) -> list[Finding]:
    return [finding for finding in check(plan) if finding.kind == kind]


def only(kind: Kind, plan: Plan) -> Finding:
    (finding,) = of(kind, plan)
    return finding


def with_second(**fields: object) -> Plan:
    return replace(PLAN, actions=(WHOLE, replace(OTHER, **fields)))  # type: ignore[arg-type]


def numbered(*refs: str, under: str = "h1") -> tuple[Action, ...]:
    return tuple(
        replace(WHOLE, id=f"{under}-{at}", ref=ref, text=f"Do thing {under} {at} for Tarrow", under=under)
        for at, ref in enumerate(refs)
    )


def test_a_whole_plan_has_no_findings() -> None:
    assert check(PLAN) == ()


@pytest.mark.parametrize(
    ("field", "empty", "kind", "ends"),
    [
        ("leads", (), Kind.NO_OWNER, "has no owner: name who leads it."),
        (
            "milestones",
            (),
            Kind.NO_MILESTONE,
            "has no milestone: name a step that will show it is on its way.",
        ),
        ("measures", (), Kind.NO_MEASURE, "has no measure: say how you will know it worked."),
    ],
)
def test_a_gap_names_its_action_and_says_what_to_do(field: str, empty: object, kind: Kind, ends: str) -> None:
    finding = only(kind, with_second(**{field: empty}))
    assert finding.message == f"Action 1.b “Repair the footbridge at Sallow Meadow” {ends}"
    assert (finding.about, finding.source) == ("a2", at(3))


def test_an_action_without_timescale_or_dated_milestone_has_no_date() -> None:
    assert only(Kind.NO_DATE, with_second(timescale=None, milestones=())).about == "a2"
    assert not of(Kind.NO_DATE, with_second(timescale=None))


def test_a_plan_that_names_no_owner_at_all_is_told_once() -> None:
    plan = replace(PLAN, actions=tuple(replace(action, leads=()) for action in PLAN.actions))
    finding = only(Kind.NO_OWNER, plan)
    assert finding.message == "This plan names no owners (2 actions): for each action, name who leads it."
    assert finding.about is None


def test_an_empty_column_is_called_by_its_heading() -> None:
    column = Column("Who will deliver this?", "owner", at(1, 3))
    plan = replace(PLAN, columns=(column,), actions=tuple(replace(a, leads=()) for a in PLAN.actions))
    finding = only(Kind.NO_OWNER, plan)
    assert finding.message.startswith("The column “Who will deliver this?” is empty for all of this plan's 2")
    assert finding.source == at(1, 3)


def test_a_gap_of_most_of_a_long_plan_is_told_once_with_the_count() -> None:
    actions = numbered(*(str(n) for n in range(1, 31)))
    lacking = tuple(replace(action, measures=()) for action in actions[:25])
    finding = only(Kind.NO_MEASURE, replace(PLAN, actions=lacking + actions[25:]))
    assert finding.message.startswith("25 of 30 actions have no measure (1, 2, 3, 4, 5, 6, 7 and 18 more)")


def test_several_owners_and_no_lead() -> None:
    partners = (Body("Housing"), Body("Parks"))
    finding = only(Kind.NO_LEAD, with_second(leads=(), partners=partners))
    assert "names Housing and Parks and no lead" in finding.message
    unled = tuple(replace(a, leads=(), partners=partners) for a in PLAN.actions)
    assert not of(Kind.NO_LEAD, replace(PLAN, actions=unled))


def test_a_cadence_is_no_milestone() -> None:
    cadence = Milestone("Quarterly updates", cadence="quarterly", source=at(3, 5))
    finding = only(Kind.CADENCE, with_second(milestones=(cadence,)))
    assert "“Quarterly updates”" in finding.message
    assert finding.source == at(3, 5)
    assert not of(Kind.CADENCE, with_second(milestones=(cadence, Milestone("Bridge opens"))))


def test_timescales_that_are_no_date_share_a_finding() -> None:
    ongoing = tuple(replace(a, timescale=Timescale("Ongoing", recurs="ongoing")) for a in PLAN.actions)
    finding = only(Kind.UNDATED, replace(PLAN, actions=ongoing))
    assert finding.message.startswith(
        "2 actions have the timescale “Ongoing”, which is no date (1.a and 1.b)"
    )
    assert not of(Kind.UNDATED, with_second(timescale=Timescale("Every spring", recurs="annually")))


def test_terms_are_dates_where_a_legend_explains_them() -> None:
    plan = with_second(timescale=Timescale("S"))
    assert only(Kind.UNDATED, plan).about == "a2"
    assert not of(Kind.UNDATED, replace(plan, notes=(Note("S: within a year", "legend"),)))


def test_dates_that_run_backwards() -> None:
    backwards = Timescale("March 2025 to June 2024", "2025-03-01", "2024-06-30")
    assert (
        "before it begins" in of(Kind.DATE_ORDER, with_second(timescale=backwards, milestones=()))[0].message
    )
    late = (Milestone("Bridge opens", "2025-06-01"),)
    assert "a milestone is due on 1 June 2025" in only(Kind.DATE_ORDER, with_second(milestones=late)).message
    period = Period("2025-24", "2025-04-01", "2024-03-31")
    assert only(Kind.DATE_ORDER, replace(PLAN, period=period)).about is None


def test_dates_outside_the_plans_years() -> None:
    later = Timescale("2026", "2026-01-01", "2026-12-31")
    finding = only(Kind.OUTSIDE_PERIOD, with_second(timescale=later, milestones=()))
    assert "after the plan ends (31 March 2025)" in finding.message


def weighted(*values: float) -> Plan:
    actions = [
        replace(action, weightings=(Weighting("Year 1", f"{value}%", value),))
        for action, value in zip(numbered("1", "2", "3"), values, strict=True)
    ]
    return replace(PLAN, actions=tuple(actions))


def test_weightings_say_their_sum() -> None:
    message = "The weightings of “Year 1” sum to 95%, not 100%"
    assert only(Kind.WEIGHTINGS, weighted(50, 25, 20)).message.startswith(message)
    assert not of(Kind.WEIGHTINGS, weighted(50, 25, 25))
    assert not of(Kind.WEIGHTINGS, weighted(33.3, 33.3, 33.3))


def test_weightings_may_make_a_whole_under_each_heading() -> None:
    plan = replace(PLAN, headings=(HEADING, Heading("h2", "Priority", "Homes", "2")))
    weights = (Weighting("Year 1", "100%", 100.0),)
    actions = tuple(
        replace(WHOLE, id=h, text=f"Act {h} well", under=h, weightings=weights) for h in ("h1", "h2")
    )
    assert not of(Kind.WEIGHTINGS, replace(plan, actions=actions))


def test_a_drafting_note_is_said_with_its_place() -> None:
    note = Note("JB - is this still ours?", "drafting", "a2", at(3, 2))
    finding = only(Kind.DRAFTING, replace(PLAN, notes=(note, Note("Page 3", "running"))))
    assert "in Action 1.b" in finding.message
    assert "“JB - is this still ours?”" in finding.message
    assert finding.source == at(3, 2)


def test_two_spellings_of_an_owner() -> None:
    bodies = (Body("Parks & Rivers Team", at(2, 3)), Body("parks and rivers", at(3, 3)))
    actions = tuple(replace(a, leads=(body,)) for a, body in zip(PLAN.actions, bodies, strict=True))
    finding = only(Kind.SPELLINGS, replace(PLAN, actions=actions))
    assert finding.message.startswith("“Parks & Rivers Team” and “parks and rivers” look like the same body")
    assert finding.source == Source("tarrow.docx", at(2, 3).spots + at(3, 3).spots)


def test_a_body_that_no_longer_exists_is_named_with_date_and_successor() -> None:
    finding = only(Kind.ENDED, with_second(leads=(Body("Tarrow CCG", at(3, 3)),)))
    assert "Clinical commissioning groups were abolished on 1 July 2022" in finding.message
    assert "integrated care board" in finding.message
    assert finding.source == at(3, 3)


@pytest.mark.parametrize(
    "owner", ["Public Health England", "PHE", "Clinical Commissioning Groups", "Monitor"]
)
def test_bodies_of_the_past_are_known(owner: str) -> None:
    assert of(Kind.ENDED, with_second(leads=(Body(owner),)))


@pytest.mark.parametrize(
    "text", ["Monitor the towpath every week", "Links to the canal society", "A phenomenal day"]
)
def test_common_words_are_no_bodies(text: str) -> None:
    assert not of(Kind.ENDED, with_second(text=text))


def test_a_plan_of_its_time_may_name_bodies_of_its_time() -> None:
    plan = with_second(leads=(Body("Tarrow CCG"),))
    assert not of(Kind.ENDED, replace(plan, period=Period("2014-16", "2014-04-01", "2016-03-31")))


@pytest.mark.parametrize(
    ("refs", "missing"),
    [
        (("1.a", "1.b", "1.d"), "1.c"),
        (("1", "2", "5", "6", "8"), "3–4 and 7"),
        (("2.6.1", "2.6.3"), "2.6.2"),
        (("b", "c"), "a"),
        (("i", "ii", "iv"), "iii"),
        (("P1.F2.A1", "P1.F2.A2", "P1.F2.A4"), "P1.F2.A3"),
    ],
)
def test_gaps_in_the_numbering(refs: tuple[str, ...], missing: str) -> None:
    finding = only(Kind.GAP, replace(PLAN, actions=numbered(*refs)))
    assert f"skips {missing}" in finding.message.replace("P1.F2.A1–", "")


@pytest.mark.parametrize(
    "refs", [("1", "2", "3"), ("a)", "b)"), ("1.9", "1.10"), ("2019/4", "2031/7"), ("CS", "PH")]
)
def test_numbering_without_gaps(refs: tuple[str, ...]) -> None:
    assert not of(Kind.GAP, replace(PLAN, actions=numbered(*refs)))


def test_letters_may_begin_again_under_each_heading() -> None:
    headings = (HEADING, Heading("h2", "Priority", "Homes", "2"))
    actions = numbered("a", "b") + numbered("a", "b", "c", under="h2")
    plan = replace(PLAN, headings=headings, actions=actions)
    assert not of(Kind.GAP, plan)
    assert not of(Kind.REPEATED_REF, plan)


def test_numbers_may_run_on_through_headings() -> None:
    headings = (HEADING, Heading("h2", "Priority", "Homes", "2"))
    actions = numbered("1", "2") + numbered("4", "5", under="h2")
    finding = only(Kind.GAP, replace(PLAN, headings=headings, actions=actions))
    assert "skips 3 before" in finding.message
    assert finding.about == "h2-0"


def test_a_repeated_reference() -> None:
    finding = only(Kind.REPEATED_REF, replace(PLAN, actions=numbered("1.a", "1.b", "1.b")))
    assert finding.about == "h1-2"


def test_a_heading_without_an_action() -> None:
    empty = (Heading("h2", "Priority", "Homes", "2"), Heading("h3", "Aim", "Warm homes", parent="h2"))
    finding = only(Kind.EMPTY_HEADING, replace(PLAN, headings=(HEADING, *empty)))
    assert finding.message.startswith("Priority 2 “Homes” has no action under it")


def test_a_plan_without_actions_is_told_so_and_a_workshop_is_not() -> None:
    assert [finding.kind for finding in check(replace(PLAN, actions=()))] == [Kind.NO_ACTIONS]
    assert check(Plan(kind="workshop")) == ()


def test_text_without_a_place_is_grouped_where_there_is_much() -> None:
    few = replace(PLAN, unplaced=tuple(Unplaced(f"Piece {n}", at(n)) for n in (7, 8)))
    assert [finding.source for finding in of(Kind.UNPLACED, few)] == [at(7), at(8)]
    many = replace(PLAN, unplaced=tuple(Unplaced(f"Piece {n}", at(n)) for n in range(5, 14)))
    finding = only(Kind.UNPLACED, many)
    assert finding.message.startswith("9 pieces of text")
    assert finding.source is not None
    assert len(finding.source.spots) == 9


@pytest.mark.parametrize(
    "text", ["Commission free advice and support for", "Offer classes (yoga, dance", "Walks, rides,"]
)
def test_a_text_cut_short(text: str) -> None:
    assert only(Kind.CUT_SHORT, with_second(text=text)).about == "a2"


@pytest.mark.parametrize("text", ["Find places to take part in", "Follow up", "Open the gates (all year)."])
def test_a_text_that_is_whole(text: str) -> None:
    assert not of(Kind.CUT_SHORT, with_second(text=text))


def test_the_same_action_twice() -> None:
    assert only(Kind.LISTED_TWICE, with_second(text="Light the Towpath at Fenby Lock.")).about == "a2"
    assert not of(Kind.LISTED_TWICE, with_second(text=WHOLE.text, detail="On the south bank"))


@pytest.mark.parametrize(
    "text", ["Cut smoking by X%", "Reach TBC people", "Ask [insert name]", "Spend £XX here"]
)
def test_a_placeholder(text: str) -> None:
    assert only(Kind.PLACEHOLDER, with_second(text=text)).about == "a2"


def test_an_owner_to_be_confirmed_is_a_placeholder() -> None:
    assert only(Kind.PLACEHOLDER, with_second(leads=(Body("to be confirmed"),))).about == "a2"
    assert not of(Kind.PLACEHOLDER, with_second(status=Status("On track")))


def test_nothing_is_said_twice() -> None:
    plan = with_second(measures=())
    (finding,) = check(plan)
    assert check(replace(plan, findings=(finding,))) == ()
    assert len(set(check(plan))) == len(check(plan))


def test_findings_come_in_plan_order_the_whole_plan_first() -> None:
    actions = (replace(WHOLE, measures=(), leads=()), replace(OTHER, leads=()))
    plan = replace(PLAN, actions=(*actions, replace(WHOLE, id="a3", ref="1.c", text="Sing", milestones=())))
    spelt = replace(plan, unplaced=(Unplaced("Stray"),))
    assert [finding.about for finding in check(spelt)] == [None, "a1", "a1", "a2", "a3"]
    assert check(spelt) == check(spelt)


def test_messages_are_one_sentence() -> None:
    plan = with_second(leads=(), milestones=(), measures=(), text="Cut smoking by X% for")
    assert all(f.message.endswith(".") and "\n" not in f.message for f in check(plan))
