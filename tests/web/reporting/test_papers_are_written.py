"""What papers say, told on the made record: board members and partners read it as it stands here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_record import action_id, made_record, record_before
from papers_read import cells_of, read, rows_of, text_of

from turntide.web.periods.rules.record import MeasureThen, MilestoneThen, Record
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.papers.writing import Telling, write
from turntide.web.reporting.rules.paper import Paragraph, Picture, plain


def board(record: Record | None = None, **told: object) -> Telling:
    usual = Telling(record or made_record(), before=record_before(), title="Active Tarrow", state="Draft")
    return replace(usual, **told)  # type: ignore[arg-type]


def test_the_board_paper_has_its_parts_in_their_order() -> None:
    paper = write("board", board())
    assert [part.key for part in paper.parts] == [
        *("asks", "picture", "exceptions", "changes", "highlights", "milestones", "story", "reached", "next"),
        "annex",
    ]
    assert paper.parts[-1].annex
    assert (paper.title, paper.state, paper.place) == ("Active Tarrow", "Draft", "Tarrow")
    assert paper.subtitle == "Tarrow active plan, Warm homes together · 1 October to 31 December 2026"


@pytest.mark.parametrize("kind", PARTS)
def test_parts_that_are_switched_off_are_absent(kind: str) -> None:
    for part in PARTS[kind]:
        telling = board(parts=(part.key,), earlier=record_before())
        assert [each.key for each in write(kind, telling).parts] == [part.key]


def test_parts_stand_in_the_order_that_was_chosen_and_the_annex_last() -> None:
    paper = write("board", board(parts=("annex", "next", "asks", "no such part")))
    assert [part.key for part in paper.parts] == ["next", "asks", "annex"]


def test_what_the_officer_says_opens_the_part() -> None:
    part = write("board", board(words={"asks": "One thing matters.\n\nThe hearing."})).part("asks")
    assert part is not None
    assert [plain(each.words) for each in part.blocks[:2] if isinstance(each, Paragraph)] == [
        "One thing matters.",
        "The hearing.",
    ]


def test_an_ask_has_who_asks_and_when() -> None:
    rows = rows_of(write("board", board()), "asks")
    assert rows[0] == (
        "1.1.2 Close the lane by the school at bell …",
        "Ask the county to name a day for the hearing.",
        "Mina Farrow, Tarrow Council, 12 January 2027",
    )
    assert rows[2] == (
        "Tarrow active plan",
        "Keep the plan's aims for another year.",
        "Active Tarrow board, 11 November 2026",
    )


def test_exceptions_give_the_reason_and_the_day_of_recovery() -> None:
    red, silent = rows_of(write("board", board()), "exceptions")
    assert red == (
        "1.1.2 Close the lane by the school at bell …",
        "Red",
        "Was to be done by 31 December 2026. Objections must be heard first.",
        "30 April 2027",
        "Mina Farrow, Tarrow Council, 12 January 2027",
    )
    assert silent[1:4] == (
        "Silent",
        "Silent since 3 July 2026 (Quay Runners). No store yet.",
        "30 November 2026, which has passed",
    )


def test_a_milestone_that_moved_since_last_time_tells_why_and_whose_word_that_is() -> None:
    moved = MilestoneThen(
        *("1", "Third group begins", "2027-03-15", "2027-01-31", "The leader fell ill", ""),
        *("2027-01-14", "Ray Okoro", "Harbour Trust"),
    )
    before = _with(record_before(), 1, milestones=(replace(moved, due="2027-01-31", was="", reason=""),))
    paper = write("board", board(_with(made_record(), 1, milestones=(moved,)), before=before))
    row = next(each for each in rows_of(paper, "exceptions") if each[0].startswith("1.1.1"))
    assert row[1] == "Slipped"
    assert row[2] == (
        "“Third group begins”: 15 March 2027, was 31 January 2027. "
        "The leader fell ill. (Ray Okoro, Harbour Trust, 14 January 2027)"
    )


def test_what_came_and_went_is_told() -> None:
    changed = {(each[0], each[2][:3]) for each in rows_of(write("board", board()), "changes")}
    assert changed == {("Slipped", "1.1"), ("Slipped", "1.2"), ("Added", "2.4"), ("Removed", "2.5")}


def test_groups_that_the_plans_name_and_nobody_reached_are_named() -> None:
    record = _with(made_record(), 7, measures=(MeasureThen("Trees", groups=("carers", "Young parents")),))
    paper = write("board", board(record))
    assert rows_of(paper, "reached") == [("People over 65", "2", "50"), ("Carers", "1", "Not counted")]
    assert "nobody told of reaching them: Young parents." in text_of(paper, "reached")


def test_highlights_are_of_what_goes_well() -> None:
    told = [each[1] for each in rows_of(write("board", board()), "highlights")]
    assert [each[:5].strip() for each in told] == ["1.1.1", "2.1 L", "A1 Vi"]


def test_an_empty_part_says_so() -> None:
    empty = replace(made_record(), actions=(), decisions=(), stories=(), rounds=(), dropped=(), added=())
    for kind, parts in PARTS.items():
        telling = board(
            empty, before=None, earlier=None, parts=tuple(each.key for each in parts), theme="x", body="y"
        )
        for part in write(kind, telling).parts:
            assert read(part).strip(), f"{part.key} of {kind} says nothing"
    assert "No partner asks anything of the board this time." in text_of(write("board", board(empty)), "asks")


def test_footnotes_lead_into_the_annex_where_it_is_printed() -> None:
    with_annex, without = write("board", board()), write("board", board(parts=("picture",)))
    places = {each.anchor for each in cells_of(with_annex) if each.anchor}
    led_to = {anchor for note in with_annex.notes for _name, anchor in note.actions if anchor}
    assert led_to and led_to <= places
    assert not {anchor for note in without.notes for _name, anchor in note.actions if anchor}
    assert all(len(each) <= 40 for each in places), "Word allows forty letters"


def test_a_long_list_says_how_many_more_there_are() -> None:
    many = [replace(made_record().actions[1], id=action_id(100 + n), ref=f"9.{n}") for n in range(20)]
    record = replace(made_record(), actions=tuple(many))
    paper = write("board", board(record))
    assert len(rows_of(paper, "exceptions")) == 15
    assert "And 5 more in the annex." in text_of(paper, "exceptions")
    assert "And 5 more, not listed here." in text_of(
        write("board", board(record, parts=("exceptions",))), "exceptions"
    )


def test_a_paper_is_written_in_its_language() -> None:
    paper = write("board", board(language="cy"))
    assert paper.language == "cy"
    assert "14 Ionawr 2027" in text_of(paper, "highlights")


def test_drawings_stand_with_what_they_show() -> None:
    paper = write("board", board())
    assert [each.seen for part in paper.parts for each in part.blocks if isinstance(each, Picture)]


def _with(record: Record, number: int, **changed: object) -> Record:
    actions = (
        replace(each, **changed) if each.id == action_id(number) else each  # type: ignore[arg-type]
        for each in record.actions
    )
    return replace(record, actions=tuple(actions))
