from __future__ import annotations

import re

import pytest
from exchange_plans import TEXTS
from hypothesis import given, settings
from lxml import html
from markdown_it import MarkdownIt

from turntide.exchange.errors import ExchangeError
from turntide.exchange.markdown_reading import from_markdown
from turntide.exchange.markdown_text import to_markdown
from turntide.plan.model import Action, Body, Heading, Plan, Timescale

PLAN = Plan(
    title="Healthy Tarrow",
    vision="Everyone moves.",
    levels=("Theme", "Aim"),
    headings=(
        Heading("1", "Theme", "Places", ref="1"),
        Heading("2", "Aim", "Walk more", parent="1", rationale="Why."),
    ),
    actions=(
        Action("x", "Under nothing"),
        Action("a", "Widen the path", ref="1.a", under="2", leads=(Body("Parks"), Body("Housing; team"))),
    ),
)
DOCUMENT = r"""<!-- turntide-plan/1 -->

# Healthy Tarrow

> Everyone moves.

- Under nothing <!-- x -->

## Theme **1**: Places <!-- 1 -->

### Aim: Walk more <!-- 2 -->

> Why.

- **1.a** Widen the path <!-- a -->
  - Leads: Parks; Housing\; team

## About this plan

- Kind: plan
- Level: Theme
- Level: Aim
"""


def test_the_document_reads_as_a_plan() -> None:
    assert to_markdown(PLAN) == DOCUMENT
    assert from_markdown(DOCUMENT) == PLAN


def test_each_thing_stands_where_it_belongs_whatever_the_order_of_the_plan() -> None:
    plan = Plan(
        headings=(
            Heading("2", "Aim", "Walk", parent="1"),
            Heading("1", "Theme", "Places"),
            Heading("3", "Theme", "Lives"),
        ),
        actions=(
            Action("c", "third", under="3"),
            Action("b", "second", under="2"),
            Action("a", "first", under="1"),
        ),
    )
    text = to_markdown(plan)
    shown = re.findall(r"Places|Walk|Lives|first|second|third", text)
    assert shown == ["Places", "first", "Walk", "second", "Lives", "third"]
    assert from_markdown(text) == plan


def seen(text: str) -> str:
    """A text as a reader of the rendered page sees it: without spaces and what cannot be seen.

    CommonMark shows � for a sign that may not stand in a page.
    """
    return "".join(sign for sign in text if not sign.isspace() and sign.isprintable() and sign != "�")


@settings(max_examples=80)
@given(TEXTS)
def test_a_rendered_action_shows_the_very_text(text: str) -> None:
    plan = Plan(
        headings=(Heading("h", "Theme", text),), actions=(Action("a", text, under="h", leads=(Body(text),)),)
    )
    page = html.fromstring("<div>" + MarkdownIt("commonmark").render(to_markdown(plan)) + "</div>")
    heading, item, lead = next(page.iter("h2")), *list(page.iter("li"))[:2]
    assert seen(str(heading.xpath("string()"))) == seen(f"Theme: {text}")
    assert seen(str(lead.xpath("string()"))) == seen(f"Leads: {text}")
    assert seen(str(item.xpath("string()"))) == seen(f"{text}Leads: {text}")


def test_what_a_person_adds_is_read_with_free_ids() -> None:
    added = DOCUMENT.replace(
        "## About",
        "* Plant trees along\nMill Lane\n  * Timescale: Spring 2027\n\n"
        "## Theme: Lives\n\n- Count the walkers\n\n## About",
    )
    plan = from_markdown(added)
    assert plan.actions[2] == Action(
        "action-1", "Plant trees along Mill Lane", under="2", timescale=Timescale("Spring 2027")
    )
    assert plan.headings[2] == Heading("heading-1", "Theme", "Lives")
    assert plan.actions[3] == Action("action-2", "Count the walkers", under="heading-1")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("<!-- turntide-plan/1 -->", "# Tarrow"), "This Markdown is not of the standard"),
        (("## Theme **1**: Places", "## Places"), "Line 9: a heading of the plan needs its level"),
        (("Leads:", "Laeds:"), "Line 16: “Laeds” is no field here"),
        (("- Kind:", "- Kidn:"), "Line 20: “Kidn” is none of Kind, Level and Column."),
        (("> Why.\n", "\nWhy."), "Line 14: this is no heading, list item or quotation"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(change: tuple[str, str], sentence: str) -> None:
    with pytest.raises(ExchangeError) as raised:
        from_markdown(DOCUMENT.replace(*change))
    assert str(raised.value).startswith(sentence)
