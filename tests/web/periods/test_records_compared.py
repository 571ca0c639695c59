"""What is told from records alone: what changed between two, their figures, and where things are found."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_record import action_id, made_record, record_before

from turntide.web.periods.rules.comparing import Changes, Turned, compare
from turntide.web.periods.rules.figures import CONFIDENCES, FRESHNESSES, LIFECYCLES, figures
from turntide.web.periods.rules.finding import Index
from turntide.web.periods.rules.record import STANDARD, ActionThen, MilestoneThen, Record
from turntide.web.periods.rules.writing import UnknownRecordError, as_bytes, as_words, fingerprint, from_bytes

MADE = made_record()
DAYS = st.sampled_from(["", "2026-12-31", "2027-03-31", "2027-06-30"])


def changed(action: ActionThen) -> st.SearchStrategy[ActionThen]:
    """The same action as it may stand at another time."""
    steps = st.lists(
        st.builds(MilestoneThen, st.sampled_from(["1", "2", ""]), st.sampled_from(["Walk", "Run"]), DAYS),
        unique_by=lambda each: (each.id, each.text),
        max_size=3,
    )
    return st.builds(
        replace,
        st.just(action),
        text=st.sampled_from([action.text, "Something else"]),
        path=st.sampled_from([action.path, ()]),
        lifecycle=st.sampled_from(LIFECYCLES),
        confidence=st.sampled_from([each for each in CONFIDENCES if each != "blue"]),
        freshness=st.sampled_from(FRESHNESSES),
        reported=st.booleans(),
        ends=DAYS,
        milestones=steps.map(tuple),
    )


def some_of(actions: tuple[ActionThen, ...]) -> st.SearchStrategy[tuple[ActionThen, ...]]:
    return st.tuples(*(st.none() | changed(each) for each in actions)).map(
        lambda found: tuple(each for each in found if each is not None)
    )


records = some_of(MADE.actions).map(lambda actions: replace(MADE, actions=actions))


@settings(max_examples=50)
@given(records)
def test_a_record_does_not_differ_from_itself(record: Record) -> None:
    assert not compare(record, record)
    assert compare(None, record) == Changes()


@settings(max_examples=50)
@given(records, records)
def test_what_one_way_is_added_the_other_way_is_dropped(one: Record, other: Record) -> None:
    there, back = compare(one, other), compare(other, one)
    assert [each.id for each in there.added] == [each.id for each in back.dropped]
    assert [each.id for each in there.dropped] == [each.id for each in back.added]
    assert [each.id for each in there.reworded] == [each.id for each in back.reworded]
    assert [each.id for each in there.moved] == [each.id for each in back.moved]


@settings(max_examples=50)
@given(records, records)
def test_what_one_way_slipped_the_other_way_recovered(one: Record, other: Record) -> None:
    """But for what ended or was met, of which only one of the two knows."""
    plain = ("confidence", "freshness")
    there, back = compare(one, other), compare(other, one)
    slipped = [each for each in there.slipped if each.what in plain and "blue" not in (each.was, each.now)]
    recovered = [each for each in back.recovered if each.what in plain and "blue" not in (each.was, each.now)]
    assert [(each.id, each.was, each.now) for each in slipped] == [
        (each.id, each.now, each.was) for each in recovered
    ]


@settings(max_examples=50)
@given(records)
def test_the_figures_of_each_axis_add_up_and_count_every_action_once(record: Record) -> None:
    found = figures(record.actions)
    everything = sorted(each.id for each in record.actions)
    assert sorted(found.all.actions) == everything
    for axis in (found.lifecycle, found.confidence, found.freshness):
        assert sorted(id_ for figure in axis.values() for id_ in figure.actions) == everything
    assert set(found.reported.actions) <= set(everything)


@settings(max_examples=50)
@given(records)
def test_a_record_is_written_and_read_without_loss(record: Record) -> None:
    assert from_bytes(as_bytes(record)) == record
    plain = {"standard": STANDARD, **asdict(record)}
    assert as_words(record) == json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert fingerprint(record) == fingerprint(from_bytes(as_bytes(record)))


def test_records_of_different_words_have_different_fingerprints() -> None:
    assert fingerprint(MADE) != fingerprint(replace(MADE, slug="elsewhere"))


def test_what_a_later_version_wrote_is_left_out() -> None:
    later = json.loads(as_words(MADE)) | {"weather": ["fair", {"wind": 3}], "mood": "good"}
    later["actions"][0]["colour"] = "teal"
    words = json.dumps(later, ensure_ascii=False, separators=(",", ":"))
    assert from_bytes(zlib.compress(words.encode())) == MADE


def test_what_an_earlier_version_did_not_write_is_empty() -> None:
    written = json.loads(as_words(MADE))
    del written["dropped"]
    del written["actions"][0]["measures"], written["actions"][0]["statement"]
    first = replace(MADE.actions[0], measures=(), statement=None)
    words = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    assert from_bytes(zlib.compress(words.encode())) == replace(
        MADE, dropped=(), actions=(first, *MADE.actions[1:])
    )


@pytest.mark.parametrize(
    "words",
    [
        "",
        "{}",
        '{"actions":[{}],"standard":"turntide-period/1"}',
        '{"actions":[5],"standard":"turntide-period/1"}',
        '{"actions":"no","standard":"turntide-period/1"}',
        '{"standard":"turntide-period/1"}',
        "[]",
        '{"standard":"turntide-period/2"}',
        '{"actions":[{"id"',
        "no",
    ],
)
def test_what_is_no_record_is_refused(words: str) -> None:
    for body in (words.encode(), zlib.compress(words.encode())):
        with pytest.raises(UnknownRecordError):
            from_bytes(body)


def test_a_quarter_against_the_one_before() -> None:
    changes = compare(record_before(), MADE)
    (red,) = [each for each in changes.slipped if each.what == "confidence"]
    assert red == Turned(
        *(action_id(2), MADE.plans[0].id, "1.1.2", "confidence", "green", "red"),
        reason="Objections must be heard first.",
    )
    assert [each.id for each in changes.slipped if each.what == "freshness"] == [action_id(3)]
    assert [each.id for each in changes.added] == [action_id(7)]
    assert not changes.dropped


def test_a_dropped_action_says_when_it_went_and_into_what() -> None:
    gone = MADE.dropped[0]
    before = replace(MADE, actions=(*MADE.actions, ActionThen(gone.id, gone.plan, gone.ref, "Paint")))
    assert compare(before, MADE).dropped == (gone,)


def test_a_milestone_that_moves_slips_and_one_that_is_met_does_not() -> None:
    step = MilestoneThen("1", "First walk", "2027-01-31")
    moved = replace(step, due="2027-03-15", was="2027-01-31", reason="The leader fell ill")
    before, now, met = (
        replace(MADE, actions=(replace(MADE.actions[0], milestones=(each,)),))
        for each in (step, moved, replace(moved, met_on="2027-01-20"))
    )
    (slipped,) = compare(before, now).slipped
    assert (slipped.what, slipped.was, slipped.now) == ("milestone", "2027-01-31", "2027-03-15")
    assert (slipped.text, slipped.reason) == ("First walk", "The leader fell ill")
    assert not compare(before, met).slipped


def test_things_are_found_by_id_heading_theme_and_body() -> None:
    index, plan = Index(MADE), MADE.plans[0]
    themes = index.themes(plan.id)
    assert themes and all(not each.parent for each in themes)
    of_themes = [each for theme in themes for each in index.of_theme(theme.id)]
    assert sorted(each.id for each in (*of_themes, *index.without_theme(plan.id))) == sorted(
        each.id for each in index.of_plan(plan.id)
    )
    assert index.action(action_id(1)) == MADE.actions[0]
    assert action_id(1) in {each.id for each in index.of_body(MADE.actions[0].leads[0].id)}
    assert [each.id for each in index.of_body("Parks")] == [action_id(5)]
    assert index.story_of(action_id(1)) == MADE.stories[0] == index.story_of(plan.id)
    assert index.story_of(action_id(2)) is None
    assert not any((index.action("nobody"), index.heading("nobody"), index.plan("nobody")))
    assert index.under("nobody") == ()


def test_every_kind_of_change_counts_as_one() -> None:
    kinds = {each.name for each in fields(Changes)}
    assert kinds == {"added", "dropped", "reworded", "slipped", "recovered", "moved"}
