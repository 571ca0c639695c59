"""Open data as tables: what each tells, and its documented columns. Pure.

The same tables make the CSV files, the sheets of the workbook and the data dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.publishing.rules import giving_rows as rows
from turntide.web.publishing.rules.giving import Given

Words = str | Promise
Rows = Callable[[Given, str], Iterator[rows.Row]]
"""The rows of a plan, or of all plans where the plan's id is empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, and what it holds."""

    name: str
    holds: Words


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name in addresses, what a row of it is, its columns and how its rows are found."""

    name: str
    title: Words
    row_is: Words
    columns: tuple[Column, ...]
    rows: Rows

    @property
    def file(self) -> str:
        """Its name as a file."""
        return f"{self.name}.csv"


def table_named(name: str) -> Table | None:
    """The table that addresses call so."""
    return next((each for each in TABLES if each.name == name), None)


_ID_OF_ACTION = Column("action_id", _("The action’s identifier."))
_ID_OF_PLAN = Column("plan_id", _("The plan’s identifier."))
_LABEL = _("The plan’s own word for it, where it has one.")

TABLES = (
    Table(
        "actions",
        _("Actions"),
        _("A row is an action of a plan, as it stands."),
        (
            Column(
                "id", _("The action’s identifier. It stays the same when the action is reworded or moved.")
            ),
            Column("address", _("The action’s public page.")),
            _ID_OF_PLAN,
            Column("plan", _("The plan’s title.")),
            Column("theme", _("The outermost heading it stands under.")),
            Column("headings", _("All headings it stands under, outermost first, with “ > ” between.")),
            Column("ref", _("Its number or letter in the plan.")),
            Column("action", _("What is to be done, in the plan’s words.")),
            Column("detail", _("More about how, where the plan says it.")),
            Column("plain_words", _("The same in plain words, where the place wrote some.")),
            Column("leads", _("The bodies that lead, with “; ” between.")),
            Column("partners", _("The bodies that take part, with “; ” between.")),
            Column("when", _("When, in the plan’s words.")),
            Column("starts", _("The first day meant, where that is certain: 2026-04-01.")),
            Column("ends", _("The last day meant, where that is certain.")),
            Column(
                "lifecycle",
                _(
                    "not started, planning, delivering, ongoing, complete, paused, stopped or merged; or not reported."
                ),
            ),
            Column("lifecycle_label", _LABEL),
            Column(
                "confidence",
                _(
                    "red, amber, green, or blue once complete; or not reported. Empty where the plan is told without "
                    "colours."
                ),
            ),
            Column("confidence_label", _LABEL),
            Column("freshness", _("How fresh that is: current, due, late or silent; or not reported.")),
            Column("freshness_label", _LABEL),
            Column("since", _("Since when it is as fresh as that, in words.")),
            Column("reported", _("yes where something was said of it within the period, else no.")),
            Column("said_on", _("The day of the latest words about it that are public.")),
            Column("said", _("Those words.")),
        ),
        rows.actions_rows,
    ),
    Table(
        "updates",
        _("Updates"),
        _("A row is the latest update of an action whose words are approved and public."),
        (
            Column("id", _("The update’s identifier.")),
            _ID_OF_ACTION,
            _ID_OF_PLAN,
            Column("on", _("The day it was given.")),
            Column("starts", _("The first day it tells of.")),
            Column("ends", _("The last day it tells of.")),
            Column("body", _("The body that says so.")),
            Column("by", _("Who says so, where the place names people in that role.")),
            Column("role", _("What they are there, where they are named.")),
            Column("said", _("What was done, in the words that were approved.")),
            Column("approved", _("The moment it was approved.")),
        ),
        rows.updates_rows,
    ),
    Table(
        "milestones",
        _("Milestones"),
        _("A row is a step of an action."),
        (
            Column("id", _("The milestone’s identifier.")),
            _ID_OF_ACTION,
            _ID_OF_PLAN,
            Column("milestone", _("The step.")),
            Column("due", _("The day it is due.")),
            Column("was", _("The day the plan gave, where it was moved since.")),
            Column("met", _("The day it was met.")),
        ),
        rows.milestones_rows,
    ),
    Table(
        "measures",
        _("Measures"),
        _("A row is a way in which success of an action is known."),
        (
            _ID_OF_ACTION,
            _ID_OF_PLAN,
            Column("measure", _("What is measured.")),
            Column("target", _("What is aimed at.")),
            Column("groups", _("For whom, with “; ” between.")),
        ),
        rows.measures_rows,
    ),
    Table(
        "involvements",
        _("Who is involved"),
        _("A row is a body’s part in an action."),
        (
            _ID_OF_ACTION,
            _ID_OF_PLAN,
            Column("part", _("lead or partner.")),
            Column("body", _("The body’s name.")),
            Column("body_id", _("Its identifier in the place’s register; empty where it is not in it.")),
        ),
        rows.involved_rows,
    ),
    Table(
        "headings",
        _("Headings"),
        _("A row is a theme, ambition or aim that actions stand under."),
        (
            Column("id", _("The heading’s identifier.")),
            _ID_OF_PLAN,
            Column("level", _("The plan’s name for its level.")),
            Column("ref", _("Its number or letter in the plan.")),
            Column("heading", _("Its wording.")),
            Column("plain_words", _("The same in plain words, where the place wrote some.")),
            Column("parent_id", _("The heading it stands under; empty for the outermost.")),
        ),
        rows.headings_rows,
    ),
    Table(
        "figures",
        _("Figures"),
        _("A row is a number of actions."),
        (
            Column("plan_id", _("The plan’s identifier; empty for all plans of the place together.")),
            Column("axis", _("What is counted: actions, reported, lifecycle, confidence or freshness.")),
            Column("value", _("The status that is counted, as in the table of actions.")),
            Column("number", _("How many actions.")),
        ),
        rows.figures_rows,
    ),
)
