"""Of a record the public reads what is settled and nobody's; its figures are the paper's own."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from made_record import COUNCIL, PLAN, RUNNERS, SECOND, TRUST, action_id, made_record, statement

from turntide.web.periods.rules.figures import CONFIDENCES, FRESHNESSES, LIFECYCLES, figures
from turntide.web.periods.rules.record import (
    ActionThen,
    BodyThen,
    DroppedThen,
    HeadingThen,
    PlanThen,
    Record,
    RoundThen,
    StatementThen,
    StoryThen,
)
from turntide.web.publishing.rules.public import of_plans, public_part

INSIDE = "kept inside"
"""Words that no field of a public part may hold."""
PLANS = ("one", "two", "three")
TEXT = st.sampled_from(("", "Walks began.", "  "))
STATEMENTS = st.none() | st.builds(
    StatementThen,
    id=st.just("s"),
    on=st.just("2027-01-14"),
    by=st.just(INSIDE),
    body=st.just("Harbour Trust"),
    role=st.sampled_from(("", "Programme lead", "Chair")),
    done=st.just(INSIDE),
    next=st.just(INSIDE),
    in_the_way=st.just(INSIDE),
    ask=st.just(INSIDE),
    reason=st.just(INSIDE),
    public=TEXT,
)
ACTIONS = st.builds(
    ActionThen,
    id=st.uuids().map(str),
    plan=st.sampled_from(PLANS),
    ref=st.just("1"),
    text=st.just("Walk"),
    lifecycle=st.sampled_from(LIFECYCLES),
    confidence=st.sampled_from([each for each in CONFIDENCES if each != "blue"]),
    freshness=st.sampled_from(FRESHNESSES),
    reported=st.booleans(),
    statement=STATEMENTS,
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    actions = draw(st.lists(ACTIONS, max_size=8, unique_by=lambda each: each.id))
    return replace(
        made_record(),
        plans=tuple(PlanThen(each, each.title()) for each in PLANS),
        headings=tuple(HeadingThen(f"h{each}", each, each) for each in PLANS),
        actions=tuple(actions),
        stories=(),
        dropped=(),
        added=(),
    )


def words_in(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [word for each in part for word in words_in(each)]
    if is_dataclass(part):
        return [word for each in fields(part) for word in words_in(getattr(part, each.name))]
    return []


@given(records(), st.sets(st.sampled_from(PLANS)))
def test_the_figures_of_the_public_part_are_those_of_the_whole_record_for_its_plans(
    record: Record, shown: set[str]
) -> None:
    part = public_part(record, shown=shown)
    assert figures(part.actions) == figures(each for each in record.actions if each.plan in shown)
    assert {each.id for each in part.plans} == shown


@given(records(), st.sets(st.sampled_from(PLANS)))
def test_nothing_from_inside_is_in_it_and_taking_it_again_changes_nothing(
    record: Record, shown: set[str]
) -> None:
    part = public_part(record, shown=shown)
    assert not [word for word in words_in(part) if INSIDE in word]
    assert part.decisions == ()
    assert public_part(part, shown=shown) == part


@given(records(), st.sampled_from(("Programme lead", " programme  LEAD", "Chair")))
def test_an_author_is_named_only_in_a_role_the_place_names(record: Record, role: str) -> None:
    for each in public_part(record, [role]).actions:
        said = each.statement
        assert said is None or (said.by == INSIDE) == (
            said.role.casefold() == " ".join(role.split()).casefold()
        )
        assert said is None or said.public.strip()


def test_reasons_asks_and_people_stay_inside_the_made_record() -> None:
    part = public_part(made_record())
    told = " ".join(words_in(part))
    for inside in (
        "Ray Okoro",
        "Mina Farrow",
        "Ask the county",
        "no date",
        "fell ill",
        "No store",
        "Write to",
    ):
        assert inside not in told
    assert part.stories == made_record().stories
    assert part.rounds == made_record().rounds


def test_other_plans_go_with_all_that_is_theirs() -> None:
    part = public_part(made_record(), shown={SECOND})
    assert [each.id for each in part.actions] == [action_id(8), action_id(9)]
    assert (part.stories, part.added, part.dropped) == ((), (), ())
    assert {each.plan for each in part.headings} == {SECOND}


def test_a_story_of_two_plans_keeps_what_is_shown_of_it_and_one_of_none_stays() -> None:
    record = made_record()
    both = replace(record.stories[0], plans=(PLAN, SECOND), actions=(action_id(1), action_id(8)))
    of_none = replace(record.stories[0], id="none", plans=(), actions=())
    kept = of_plans(replace(record, stories=(both, of_none)), {SECOND}).stories
    assert (kept[0].plans, kept[0].actions) == ((SECOND,), (action_id(8),))
    assert kept[1] == of_none


def test_people_of_the_register_are_not_named_and_their_body_stands_for_them() -> None:
    person, alone = BodyThen("p1", "Ray Okoro"), BodyThen("p2", "Mina Farrow")
    record = made_record()
    action = replace(record.actions[0], leads=(person, TRUST, alone), partners=(alone, RUNNERS))
    part = public_part(replace(record, actions=(action,)), people={"p1": COUNCIL, "p2": None})
    assert (part.actions[0].leads, part.actions[0].partners) == ((COUNCIL, TRUST), (RUNNERS,))


def test_an_action_that_was_merged_into_a_hidden_one_does_not_tell_of_it() -> None:
    record = made_record()
    gone = replace(record.dropped[0], into=action_id(8))
    assert of_plans(replace(record, dropped=(gone,)), {PLAN}).dropped[0].into == ""


def test_what_has_no_public_words_is_told_without_a_statement() -> None:
    record = made_record()
    said = replace(record.actions[0], statement=statement(1, public=" \n"))
    assert public_part(replace(record, actions=(said,))).actions[0].statement is None


def test_whoever_adds_to_a_record_decides_whether_the_public_reads_it() -> None:
    """What is taken over whole is named here: a new field fails until `rules.public` was looked at for it."""
    known = {
        ActionThen: "id plan ref text detail path leads partners when starts ends lifecycle lifecycle_label "
        "confidence confidence_label status_wording freshness freshness_label since reported statement "
        "milestones measures",
        StoryThen: "id title situation did changed words whose learnt groups where actions plans",
        RoundThen: "id title starts ends due_on asked answered in_time people people_answered",
        DroppedThen: "id plan ref text on into",
        Record: "place slug starts ends taken group plans headings actions decisions stories rounds added dropped",
    }
    for kind, names in known.items():
        assert {each.name for each in fields(kind)} == set(names.split()), kind
