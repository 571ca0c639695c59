"""What the headings of a plan are called: by their own words, and never by the word of another level."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import paths, read_file

from turntide.plan.model import Plan

TABLE = "| Action | Lead |\n|---|---|\n| {} | Parks |\n"


def levels(plan: Plan) -> list[tuple[str, str]]:
    return [(heading.level, heading.text) for heading in plan.headings]


def in_tables(folder: Path, opening: str, outer: str, inner: str) -> Plan:
    """A plan with two headings at each of two levels, and a table under each inner one."""
    parts = [f"# Saltby outdoors: action plan\n\n{opening}\n"]
    for place, things in (("Shore", ("Paths", "Seats")), ("Hill", ("Trees", "Lamps"))):
        parts.append(f"## {outer}{place}\n")
        parts += [f"### {inner}{thing}\n\n{TABLE.format(f'Mend the {thing.lower()}')}" for thing in things]
    return read_file(folder, "plan.md", "\n".join(parts))


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("Theme", "Our aim"), ("Priority", "Objective"), ("Cohort", "Ref"), ("Wave", "Ripple")],
)
def test_words_before_a_colon_name_the_level(tmp_path: Path, outer: str, inner: str) -> None:
    plan = in_tables(tmp_path, "", f"{outer}: ", f"{inner}: ")
    assert plan.levels == (outer, inner)
    assert paths(plan)[:2] == [("Shore", "Paths"), ("Shore", "Seats")]


def test_one_heading_alone_with_unknown_words_before_a_colon_stays_whole(tmp_path: Path) -> None:
    body = f"# Saltby: action plan\n\n## By the sea: Shore\n\n{TABLE.format('Mend the path')}"
    body += f"\n## Hill\n\n{TABLE.format('Plant trees')}"
    assert [text for _, text in levels(read_file(tmp_path, "plan.md", body))] == ["By the sea: Shore", "Hill"]


def test_a_deeper_heading_does_not_take_the_name_of_the_one_above(tmp_path: Path) -> None:
    plan = in_tables(tmp_path, "We have two priorities.", "", "")
    assert levels(plan)[:2] == [("Priority", "Shore"), ("Section", "Paths")]
    assert plan.levels == ("Priority", "Section")


def test_an_outline_without_level_words_names_its_levels_apart(tmp_path: Path) -> None:
    body = "# Saltby outdoors: action plan\n\nThese are our priorities.\n\n"
    for place, thing in (("Shore", "Paths"), ("Hill", "Trees")):
        body += (
            f"## {place}\n\n### {thing}\n\n- Mend the {thing.lower()}\n\n  Lead: Parks\n\n  By when: 2027\n\n"
        )
    plan = read_file(tmp_path, "plan.md", body)
    assert levels(plan)[:2] == [("Priority", "Shore"), ("Section", "Paths")]


@pytest.mark.parametrize("label", ("Because", "Why", "Rationale", "Why this matters"))
def test_a_reason_beneath_a_heading_is_the_headings(tmp_path: Path, label: str) -> None:
    table = TABLE.format("Mend the path")
    body = f"# Saltby: action plan\n\n## Theme: Shore\n\n{label}: The path is steep. It is wet.\n\n{table}"
    plan = read_file(tmp_path, "plan.md", body)
    assert [heading.rationale for heading in plan.headings] == ["The path is steep. It is wet."]
    assert not any("steep" in note.text for note in plan.notes)
