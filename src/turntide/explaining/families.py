"""What a stretch of text can be: a few families, told apart by colour, by line and by the words of their tags."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """A family of fields; its value is the name of its style in the page."""

    PLACE = "place"
    ACTION = "action"
    PEOPLE = "people"
    TIME = "time"
    MEASURE = "measure"
    PROGRESS = "progress"
    WHY = "why"
    COLUMN = "column"
    NOTE = "note"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend: a family, what its tags say, and what that means."""

    family: Family
    tags: str
    meaning: str


LEGEND = (
    Key(Family.PLACE, "Title, Vision, Theme, Aim …", "the plan itself and its headings, in its own words"),
    Key(Family.ACTION, "Ref, Action, Detail", "what is to be done"),
    Key(Family.PEOPLE, "Lead, Partner, Actor", "who is to do it"),
    Key(Family.TIME, "Period, When, Milestone", "by when, and the steps on the way"),
    Key(Family.MEASURE, "Measure, Weighting, Money", "how success is known, and what it takes"),
    Key(Family.PROGRESS, "Status, Progress", "how it goes"),
    Key(Family.WHY, "Why", "the reason given"),
    Key(Family.COLUMN, "Column: …", "a column’s heading, and what the column was taken to hold"),
    Key(Family.NOTE, "Note", "kept beside the plan: prose, page headers, comments, drafting notes"),
    Key(Family.UNPLACED, "No place", "words that found no place in the plan: look at these first"),
)
