"""What is filled in comes back as it was said, whatever people do to the sheet on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.utils.translation import gettext, override
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets_by_hand import FIRST as FIRST_ROW
from sheets_by_hand import InHand, by_libreoffice

from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.rules.sheets import AskedRow, AskedSheet, MeasureAsked, MilestoneAsked, Stands
from turntide.web.delivery.rules.sheets_back import as_carried
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.sheets.book import sheets_in
from turntide.web.delivery.store.sheets.columns import ACTIONS, MILESTONES, REACHED
from turntide.web.delivery.store.sheets.making import workbook_of
from turntide.web.delivery.store.sheets.reading import Found, found_in
from turntide.web.delivery.store.sheets.saying import laid_over

RAY, ROUND, FIRST, SECOND = (UUID(int=each) for each in range(1, 5))
STEP = MilestoneAsked(7, "Design agreed", date(2026, 12, 1))
COUNT = MeasureAsked(9, "People counted", "400")
LIFECYCLES, CONFIDENCES = Words().choices("lifecycle"), Words().choices("confidence")


def sheet(*said: Said, confidences: Sequence[tuple[str, str]] = CONFIDENCES) -> AskedSheet:
    texts = ("Light the towpath", "=1+1 is how a bad text begins", "Count who comes")
    rows = [
        AskedRow(
            request=UUID(int=at + 3),
            action=texts[at],
            ref=f"1.{at}0",
            stands=Stands(version=at, said=each),
            lifecycles=LIFECYCLES,
            confidences=confidences,
            milestones=(STEP,),
            measures=(COUNT,),
        )
        for at, each in enumerate(said)
    ]
    day = date(2026, 12, 6)
    return AskedSheet(RAY, ROUND, "Tarrow", "Ray Okoro", "October to December", day, rows=tuple(rows))


def read(body: bytes) -> Found:
    return found_in(sheets_in(body), RAY)


def said_in(body: bytes, asked: AskedRow, over: Said | None = None) -> Said:
    laid = laid_over(read(body), asked, asked.stands.said if over is None else over)
    assert laid.wrong == []
    return as_carried(laid.said)


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cn", "Cc")), max_size=40
).filter(lambda words: words == words.strip() and "x005F_" not in words)
SOME_WORDS = WORDS.filter(bool)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
STEPS = st.builds(StepSaid, st.just(7), st.just(STEP.text), st.just(STEP.due), DAYS, st.none() | DAYS, WORDS)
READINGS = st.builds(ReadingSaid, st.just(9), st.just(COUNT.text), SOME_WORDS, st.none() | DAYS, WORDS)
REACHES = st.builds(ReachSaid, SOME_WORDS, st.none() | st.integers(0, 2_000_000))
SAID = st.builds(
    Said,
    lifecycle=st.sampled_from(["", *dict(LIFECYCLES)]),
    confidence=st.sampled_from(["", *dict(CONFIDENCES)]),
    reason=WORDS,
    recovers_on=st.none() | DAYS,
    done=WORDS,
    next=WORDS,
    in_the_way=WORDS,
    ask=WORDS,
    no_change=st.booleans(),
    worth_a_story=st.booleans(),
    steps=st.lists(STEPS, max_size=1).map(tuple),
    readings=st.lists(READINGS, max_size=1).map(tuple),
    reached=st.lists(REACHES, max_size=3).map(tuple),
)
FULL = Said(
    lifecycle="delivering",
    confidence="amber",
    reason="The ground is wet.",
    recovers_on=date(2027, 2, 1),
    done="- Opened the path.\n=Two benches.",
    next="+ A crossing",
    in_the_way="@council money",
    ask="A letter  of support",
    worth_a_story=True,
    steps=(StepSaid(7, STEP.text, STEP.due, moved_to=date(2027, 1, 8), reason="Rain"),),
    readings=(ReadingSaid(9, COUNT.text, "1.10", date(2026, 11, 1), "Counters"),),
    reached=(ReachSaid("Older people", 120), ReachSaid("Wheelers")),
)


@settings(max_examples=40)
@given(SAID)
def test_what_a_person_fills_in_comes_back_equal(said: Said) -> None:
    made = sheet(Said(), Said())
    in_hand = InHand(workbook_of(made))
    in_hand.say(made.rows[0], said)
    body = in_hand.saved()
    assert said_in(body, made.rows[0]) == as_carried(said)
    assert said_in(body, made.rows[1]) == as_carried(Said())


@settings(max_examples=40)
@given(SAID)
def test_what_stands_in_a_sheet_comes_back_untouched(said: Said) -> None:
    made = sheet(said)
    body = workbook_of(made)
    assert said_in(body, made.rows[0]) == as_carried(said)
    assert said_in(body, made.rows[0], over=Said()) == as_carried(said)


def test_text_that_looks_like_a_formula_is_text() -> None:
    page = InHand(workbook_of(sheet(FULL, Said()))).page(ACTIONS)
    types = {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in types


@pytest.mark.parametrize("through", ["xlsx", "ods"])
def test_saved_by_another_program_nothing_is_lost(tmp_path: Path, through: str) -> None:
    made = sheet(Said(), FULL)
    in_hand = InHand(workbook_of(made))
    in_hand.say(made.rows[0], FULL)
    body = by_libreoffice(in_hand.saved(), tmp_path, through=through)
    found = read(body)
    assert found.versions == {FIRST: 0, SECOND: 1}
    assert (found.unread, found.doctored) == ([], 0)
    for row in made.rows:
        assert said_in(body, row) == as_carried(FULL)


def test_rows_and_columns_may_be_moved_about() -> None:
    made = sheet(FULL, Said(), Said())
    in_hand = InHand(workbook_of(made))
    in_hand.say(made.rows[1], FULL)
    in_hand.fill(made.rows[2].action, done="Counted.")
    in_hand.sort(ACTIONS, "done")
    in_hand.sort(REACHED, "group")
    in_hand.swap(ACTIONS, "done", "next")
    in_hand.swap(ACTIONS, "lifecycle", "mark")
    page = in_hand.page(ACTIONS)
    page.insert_rows(1, 3)
    page.column_dimensions["D"].hidden = True
    body = in_hand.saved()
    assert said_in(body, made.rows[0]) == as_carried(FULL)
    assert said_in(body, made.rows[1]) == as_carried(FULL)
    assert said_in(body, made.rows[2]) == as_carried(Said(done="Counted."))


def test_a_column_that_is_gone_leaves_what_stands() -> None:
    made = sheet(FULL)
    in_hand = InHand(workbook_of(made))
    in_hand.page(ACTIONS).delete_cols(in_hand.columns(ACTIONS)["next"])
    assert said_in(in_hand.saved(), made.rows[0]) == as_carried(FULL)


def test_a_heading_in_other_words_is_known_by_the_hidden_row() -> None:
    made = sheet(Said())
    in_hand = InHand(workbook_of(made))
    in_hand.fill(made.rows[0].action, done="Opened it.")
    in_hand.write(ACTIONS, 4, done="Progress!")
    assert said_in(in_hand.saved(), made.rows[0]).done == "Opened it."


def test_what_stands_in_rows_without_a_mark_is_told_and_not_lost() -> None:
    made = sheet(Said(), Said())
    in_hand = InHand(workbook_of(made))
    row = in_hand.rows_of(ACTIONS, made.rows[0].action)[0]
    in_hand.write(ACTIONS, row, mark=None, done="Opened it.")
    in_hand.write(ACTIONS, in_hand.page(ACTIONS).max_row + 1, done="A note of mine")
    found = read(in_hand.saved())
    assert set(found.versions) == {SECOND}
    assert [("Opened it." in one.words, "lost its mark" in one.reason) for one in found.unread[:1]] == [
        (True, True)
    ]
    assert found.unread[1].words == "A note of mine"


def test_a_mark_beside_another_action_is_not_believed() -> None:
    made = sheet(Said(), Said())
    in_hand = InHand(workbook_of(made))
    for row in in_hand.rows_of(ACTIONS, made.rows[0].action):
        in_hand.write(ACTIONS, row, action="Another action", done="Opened it.")
    found = read(in_hand.saved())
    assert FIRST not in found.versions
    assert "not the one it was made for" in found.unread[0].reason


def test_a_changed_mark_is_not_believed() -> None:
    made = sheet(Said(), Said())
    in_hand = InHand(workbook_of(made))
    at, page = in_hand.columns(ACTIONS)["mark"], in_hand.page(ACTIONS)
    page.cell(5, at).value = page.cell(5, at).value.replace(FIRST.hex, SECOND.hex)
    found = read(in_hand.saved())
    assert (found.doctored, set(found.versions)) == (1, {SECOND})


def test_a_group_may_be_added_in_a_row_of_its_own() -> None:
    made = sheet(Said())
    in_hand = InHand(workbook_of(made))
    in_hand.write(
        REACHED, in_hand.page(REACHED).max_row + 1, action="light  the Towpath", group="Walkers", number=30
    )
    assert said_in(in_hand.saved(), made.rows[0]).reached == (ReachSaid("Walkers", 30),)


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("lifecycle", " DELIVERING ", "delivering"),
        ("lifecycle", "not-started", "not started"),
        ("lifecycle", "on its  WAY", "delivering"),
        ("confidence", "amber.", "amber"),
        ("recovers_on", "22/11/2026", date(2026, 11, 22)),
        ("recovers_on", "3.4.2027", date(2027, 4, 3)),
        ("recovers_on", "Sunday 22nd November 2026", date(2026, 11, 22)),
        ("recovers_on", "2026-11-22 00:00:00", date(2026, 11, 22)),
        ("recovers_on", 46348, date(2026, 11, 22)),
        ("done", 12.0, "12"),
        ("done", date(2026, 11, 22), "22 November 2026"),
        ("no_change", "x", True),
        ("no_change", "no", False),
        ("no_change", True, True),
    ],
)
def test_stray_spellings_are_understood(key: str, typed: object, meant: object) -> None:
    made = sheet(Said())
    own = (("delivering", "On its way"), *((one, label) for one, label in LIFECYCLES if one != "delivering"))
    asked = replace(made.rows[0], lifecycles=own)
    in_hand = InHand(workbook_of(made))
    in_hand.fill(asked.action, **{key: typed})
    assert getattr(said_in(in_hand.saved(), asked), key) == meant


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("lifecycle", "Sort of", "How far it is: we do not know “Sort of”. Choose one of: Not started,"),
        ("confidence", "blue", "Confidence: we do not know “blue”. Choose one of: Red, Amber, Green."),
        ("recovers_on", "soon", "Back on course by: “soon” is no date we can read."),
        ("recovers_on", "31/11/2026", "must be a real date"),
        ("recovers_on", date(1926, 1, 1), "check the year"),
        ("no_change", "perhaps", "neither yes nor no"),
        ("done", "=1+1", "holds a formula"),
    ],
)
def test_what_cannot_be_understood_says_what_to_do(key: str, typed: object, sentence: str) -> None:
    made = sheet(Said())
    in_hand = InHand(workbook_of(made))
    in_hand.fill(made.rows[0].action, **{key: typed})
    laid = laid_over(read(in_hand.saved()), made.rows[0], Said())
    assert [fault.field for fault in laid.wrong] == [key]
    assert sentence in laid.wrong[0].sentence


def test_small_tables_say_what_is_wrong_in_them() -> None:
    made = sheet(Said())
    in_hand = InHand(workbook_of(made))
    in_hand.write(MILESTONES, 5, met_on="whenever")
    in_hand.write(REACHED, 5, number="1,200")
    in_hand.write(REACHED, 6, group="Walkers", number="lots")
    told = [fault.sentence for fault in laid_over(read(in_hand.saved()), made.rows[0], Said()).wrong]
    assert "Met on (Design agreed): “whenever” is no date" in told[0]
    assert "Say who the 1200 people were" in told[1]
    assert "How many (Walkers): “lots” is no whole number" in told[2]


def test_a_sheet_made_in_one_language_is_read_in_another() -> None:
    with override("cy"):
        made = sheet(Said())
        made = replace(made, rows=(replace(made.rows[0], lifecycles=Words().choices("lifecycle")),))
        in_hand = InHand(workbook_of(made))
        label = dict(made.rows[0].lifecycles)["delivering"]
        in_hand.write(ACTIONS, FIRST_ROW, lifecycle=label, no_change=gettext("Yes"), done="Agorwyd y llwybr.")
        body = in_hand.saved()
    said = said_in(body, sheet(Said()).rows[0])
    assert (said.lifecycle, said.no_change, said.done) == ("delivering", True, "Agorwyd y llwybr.")


def test_worksheets_may_have_other_names_and_lose_the_hidden_one() -> None:
    made = sheet(Said())
    in_hand = InHand(workbook_of(made))
    in_hand.say(made.rows[0], FULL)
    for at, page in enumerate(in_hand.book.worksheets):
        page.title = f"Table {at}"
    del in_hand.book[in_hand.book.sheetnames[-1]]
    assert said_in(in_hand.saved(), made.rows[0]) == as_carried(FULL)


def test_a_plan_without_colours_is_not_asked_for_one() -> None:
    made = sheet(Said(confidence="green"), confidences=())
    in_hand = InHand(workbook_of(made))
    assert "confidence" not in in_hand.columns(ACTIONS)
    assert said_in(in_hand.saved(), made.rows[0]).confidence == "green"
