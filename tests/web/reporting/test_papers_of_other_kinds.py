"""Other papers than the board's, and how statuses are told in all of them."""

from __future__ import annotations

from dataclasses import replace

from made_record import RUNNERS, TRUST, action_id, made_record, record_before
from papers_read import cells_of, rows_of, tables_of, text_of

from turntide.web.periods.rules.record import Record
from turntide.web.reporting.papers.told.rates import share
from turntide.web.reporting.papers.writing import Telling, write
from turntide.web.reporting.rules.paper import Cell, Table, plain
from turntide.web.reporting.rules.requests import RequestTold


def board(record: Record | None = None, **told: object) -> Telling:
    usual = Telling(record or made_record(), before=record_before(), title="Active Tarrow", state="Draft")
    return replace(usual, **told)  # type: ignore[arg-type]


def test_a_plan_told_in_stories_shows_no_colours_and_no_confidence() -> None:
    only = replace(
        made_record(), plans=made_record().plans[1:], actions=made_record().actions[7:], headings=()
    )
    paper = write("board", board(only, before=None))
    assert not [each for each in cells_of(paper) if each.tone or each.shape]
    assert "How sure" not in text_of(paper, "picture")
    assert "without colours" in text_of(paper, "picture")


def test_a_plan_without_confidence_shows_none() -> None:
    plans = tuple(replace(each, confidence=False, stories_only=False) for each in made_record().plans)
    for kind in ("board", "plan"):
        paper = write(kind, board(replace(made_record(), plans=plans)))
        tones = {each.tone for each in _outside_freshness(tables_of(paper))}
        assert not tones & {"red", "amber", "green"}
        assert not [
            each for each in tables_of(paper) for column in each.columns if column.heading == "How sure"
        ]


def test_the_plans_own_words_for_statuses_are_used() -> None:
    paper = write("board", board(replace(made_record(), plans=made_record().plans[:1])))
    assert "Under way" in text_of(paper, "picture")
    assert "Delivering" not in text_of(paper, "picture")


def test_what_nobody_reported_is_grey_and_never_green() -> None:
    cells = [each for each in cells_of(write("board", board())) if plain(each.words) == "Not reported"]
    assert cells
    assert {each.tone for each in cells} <= {"grey", ""}


def test_a_theme_and_a_partner_are_told_of_alone() -> None:
    theme = write("theme", board(title="", theme=made_record().headings[0].id))
    assert theme.title == "1 Active every day"
    assert {name for note in theme.notes for name, _anchor in note.actions} == {"1.1.1", "1.1.2", "1.2"}
    partner = write("partner", board(title="", body=RUNNERS.id))
    assert partner.title == "Quay Runners: what we asked of you, what you did"
    assert [each[1] for each in rows_of(partner, "answers")] == ["Lead", "Lead", "Partner"]
    assert [each[1:] for each in rows_of(partner, "waiting")] == [
        ("Silent", "Silent since 3 July 2026"),
        ("Not reported", "Nobody was asked yet"),
    ]


def test_a_bodys_list_holds_its_actions_with_their_milestones() -> None:
    rows = rows_of(write("list", board(body=TRUST.id)), "actions")
    assert [each[0].split()[0] for each in rows] == ["1.1.1", "2.3", "2.4", "A1"]
    assert rows[0][2] == "Third group begins (due on 15 March 2027)."


def test_the_plan_keeps_its_own_layout() -> None:
    paper = write("plan", board())
    first, second, third = tables_of(paper, "plan")
    assert [each.caption for each in (first, second, third)] == [
        "Theme: 1 Active every day",
        "Theme: 2 Places to move in",
        "Ambition: A Warm and well",
    ]
    assert [each.heading for each in first.columns][:2] == ["Aim", "Action"]
    assert plain(first.rows[0][0].words) == "1.1 Safer ways to school"


def asked(number: int, body: str, *leads: str, answered: bool = True, in_time: bool = True) -> RequestTold:
    return RequestTold(
        action_id(number), str(number), "Walk", leads, body, answered=answered, in_time=answered and in_time
    )


def test_rates_are_told_by_round_and_by_body() -> None:
    requests = (
        asked(1, "Harbour Trust", "Harbour Trust"),
        asked(2, "Harbour Trust", "Harbour Trust", "Tarrow Council", in_time=False),
        asked(3, "Harbour Trust", "Tarrow Council", answered=False),
        asked(98, "Quay Runners"),
    )
    paper = write("rates", board(requests=requests, parts=("rounds", "bodies", "reported")))
    assert rows_of(paper, "rounds")[0][2:6] == ("8", "5", "62%", "4")
    assert rows_of(paper, "bodies") == [
        ("Harbour Trust", "2", "2", "100%", "1"),
        ("Tarrow Council", "2", "1", "50%", "0"),
        ("No lead named", "1", "1", "100%", "1"),
        ("Harbour Trust", "3", "2", "67%", "1"),
        ("Quay Runners", "1", "1", "100%", "1"),
    ]
    assert "count requests" in text_of(paper, "bodies")
    assert ("Tarrow Council", "3", "2", "67%", "0") in rows_of(paper, "reported")


def test_each_number_of_requests_names_its_actions_also_those_that_left_the_plan() -> None:
    paper = write("rates", board(requests=(asked(1, "Trust", "Trust"), asked(98, "Trust", "Trust"))))
    (note,) = (each for each in paper.notes if each.words == "Lead, Trust: asked")
    assert [name for name, _anchor in note.actions] == ["1.1.1", "98"]


def test_only_all_of_it_is_a_hundred_and_only_nothing_is_nought() -> None:
    assert [share(*each).number for each in ((299, 300), (300, 300), (1, 300), (0, 300))] == [99, 100, 1, 0]


def test_a_difference_tells_what_changed_and_why() -> None:
    paper = write("difference", board(earlier=record_before()))
    assert {row[0]: row[1] for row in rows_of(paper, "counted")} == {
        **{"Added": "1", "Removed": "1", "Slipped": "2"},
        **{"Recovered": "0", "Reworded": "0", "Put under another heading": "0"},
    }
    assert "Objections must be heard first." in text_of(paper, "changes")
    assert paper.subtitle.endswith("20 October 2026 to 25 January 2027")


def _outside_freshness(tables: list[Table]) -> list[Cell]:
    """The cells that do not say how fresh the news is: freshness has colours of its own."""
    fresh = {"Current", "Due", "Late", "Silent"}
    cells = [cell for table in tables for row in table.rows for cell in row]
    return [cell for cell in cells if plain(cell.words).split(" ")[0].strip(",") not in fresh]
