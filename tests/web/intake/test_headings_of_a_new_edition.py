"""What a new edition changes about its headings is shown beside what it changes about actions."""

from __future__ import annotations

import html
import re

from django.test import Client
from django.urls import reverse
from intake_fixtures import BringIn
from site_cast import Cast

from turntide.editions import compare
from turntide.plan.model import Action, Heading, Plan
from turntide.web.intake.pages.changed_headings import headings_said, headings_shown
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import Choice

PARKS = Heading("h1", "Theme", "Parks and paths")
WATER = Heading("h2", "Theme", "Rivers and the sea")
SWIMMING = Heading("h3", "Aim", "Everybody can swim", parent="h1")
ACTIONS = (
    Action("a1", "Mend the gates", under="h1"),
    Action("a2", "Light the towpath", under="h2"),
    Action("a3", "Teach swimming to all", under="h3"),
)
OLD = Plan(headings=(PARKS, SWIMMING, WATER), actions=ACTIONS)

TABLE = """
| No | Action | Lead | By when |
|---|---|---|---|
| {no} | {action} | Tarrow Parks | 2026/27 |
"""


def document(*themes: tuple[str, str]) -> str:
    """A plan with one action under each theme."""
    parts = [
        f"## {heading}\n{TABLE.format(no=at, action=action)}"
        for at, (heading, action) in enumerate(themes, start=1)
    ]
    return "# Tarrow plan\n\n" + "\n".join(parts)


def test_a_heading_that_moved_says_from_where_to_where() -> None:
    moved = Heading("h3", "Aim", "Everybody can swim", parent="h2")
    new = Plan(headings=(PARKS, WATER, moved), actions=ACTIONS)
    (shown,) = headings_shown(compare(OLD, new).headings)
    assert (shown.level, shown.name, shown.fate) == ("Aim", "Everybody can swim", "Moved")
    assert [(each.was, each.now) for each in shown.changes] == [("Parks and paths", "Rivers and the sea")]
    assert headings_said(compare(OLD, new).headings) == "Headings – moved: 1."


def test_headings_that_stay_are_passed_over() -> None:
    assert headings_shown(compare(OLD, OLD).headings) == ()
    assert headings_said(compare(OLD, OLD).headings) == ""


def test_the_page_of_changes_and_the_last_look_tell_of_headings(
    cast: Cast, read: BringIn, as_editor: Client
) -> None:
    first = read(
        document(
            ("Theme 1: Parks and paths", "Mend the gates of every park"),
            ("Theme 2: Rivers", "Light the towpath until ten"),
            ("Theme 3: Schools on the move", "Teach swimming to all children"),
        )
    )
    edition = adopt(intake=first, title="Tarrow plan", saw=first.version, by=cast.by)
    again = read(
        document(
            ("Theme 1: Parks and green paths", "Mend the gates of every park"),
            ("Theme 2: Rivers", "Light the towpath until ten"),
            ("Theme 3: Homes for later life", "Visit those who live alone"),
        ),
        choice=Choice(plan=edition.plan, decided=True),
    )
    said = "Headings – added: 1; dropped: 1; reworded: 1."
    page = words_of(as_editor, "intake-changes", again.pk)
    assert said in page
    assert "Schools on the move Dropped" in page and "Homes for later life Added" in page
    assert said in words_of(as_editor, "intake-adopt", again.pk)


def words_of(client: Client, name: str, intake: object) -> str:
    content = client.get(reverse(name, args=["tarrow", intake])).content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", content)).split())
