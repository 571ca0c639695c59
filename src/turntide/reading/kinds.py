"""The kinds of doubt the reading itself has, each with what it means and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from turntide.reading.passage import EMPTY, Passage


class DoubtKind(StrEnum):
    """A kind of doubt. ``meaning`` says what was seen, ``remedy`` what a person can do about it."""

    meaning: str
    remedy: str

    def __new__(cls, value: str, meaning: str, remedy: str) -> DoubtKind:
        """Keep the explanation with the word, so that the guide cannot drift from the code."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.meaning, kind.remedy = meaning, remedy
        return kind

    LAYOUT = (
        "layout",
        "Something about the file as it is laid out could not be sure: a hidden sheet, a page of pictures only.",
        "Look at the place in the original.",
    )
    NAMES_PARTED = (
        "names parted",
        "Names of owners stood side by side with nothing between them, and were told apart by the names the "
        "plan uses elsewhere.",
        "Check the names; put a comma or a new line between them.",
    )
    ROW_MENDED = (
        "row put together",
        "Lines of a row had been read across its columns, and the words were given back to the cells they "
        "seem to belong to.",
        "Compare the row with the original.",
    )
    STATUS_FROM_COLOUR = (
        "status from colour",
        "How an action goes is told by a colour only, not in words.",
        "Check the status, and write it out in the plan: a colour cannot be heard or printed in grey.",
    )
    COLUMN_UNNAMED = (
        "unnamed column",
        "Neither a column's heading nor its cells tell what it is for; its cells are kept as remarks.",
        "Say what the column is for, or give it a plainer heading.",
    )
    COLUMN_GUESSED = (
        "guessed column",
        "No column says that it holds the actions; the likeliest one was taken.",
        "Check that these are the actions.",
    )
    HEADINGS_INHERITED = (
        "headings of an earlier table",
        "A table without headings of its own was read under those of an earlier table.",
        "Check that its columns are the same ones.",
    )
    WEIGHTING_UNREAD = (
        "unread weighting",
        "A weighting holds no number that could be read.",
        "Fill in the percentage.",
    )
    TOTAL = (
        "stated total",
        "A total that the plan states is not what its rows add up to.",
        "Correct the total or the rows.",
    )
    TIMESCALE_ABOVE = (
        "timescale from above",
        "A timescale only points at another row ('ditto', 'see above'), so that it has no date of its own.",
        "Write the date out.",
    )


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt met while reading: its kind, a sentence a person can act on, and the words it is about."""

    kind: DoubtKind
    message: str
    passage: Passage = EMPTY
