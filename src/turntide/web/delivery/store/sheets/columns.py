"""The tables of a sheet and their columns. A column is known by its key, wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
KEY = "turntide-column:"
"""What begins the cells of the hidden row that names each column."""


class Holds(StrEnum):
    """What a column's cells hold. SHOWN is not for filling in."""

    SHOWN = "shown"
    SHOWN_DATE = "shown date"
    TEXT = "text"
    DATE = "date"
    LIFECYCLE = "lifecycle"
    CONFIDENCE = "confidence"
    YES = "yes"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its heading, its width in letters, what it holds, and a hint for whoever fills it in."""

    key: str
    heading: Words
    width: int
    holds: Holds = Holds.TEXT
    hint: Words = ""

    @property
    def filled(self) -> bool:
        """Whether it is for filling in."""
        return self.holds not in (Holds.SHOWN, Holds.SHOWN_DATE, Holds.MARK)


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a worksheet of its own. ``name`` is the table's, ``title`` the worksheet's."""

    name: str
    title: Words
    about: Words
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column | None:
        """The column with this key, if the table has one."""
        return next((column for column in self.columns if column.key == key), None)


_REF = Column("ref", _("Ref"), 8, Holds.SHOWN)
_ACTION = Column("action", _("Action"), 42, Holds.SHOWN)
_MARK = Column("mark", _("Mark"), 12, Holds.MARK)

ACTIONS = Table(
    "Actions",
    _("Actions"),
    _("One row for each action. Fill in the white cells; the shaded ones are for reading."),
    (
        _REF,
        _ACTION,
        Column("plan", _("Plan"), 22, Holds.SHOWN),
        Column("under", _("Stands under"), 24, Holds.SHOWN),
        Column("before", _("What was said last time"), 42, Holds.SHOWN),
        Column(
            "no_change",
            _("No change"),
            11,
            Holds.YES,
            _("Choose Yes if nothing changed. Then the row is done."),
        ),
        Column("lifecycle", _("How far it is"), 18, Holds.LIFECYCLE, _("Choose how far the action is.")),
        Column(
            "confidence",
            _("Confidence"),
            14,
            Holds.CONFIDENCE,
            _("Choose how sure it is to be done in time."),
        ),
        Column("reason", _("Why it is red or amber"), 32, hint=_("Only where it is red or amber.")),
        Column(
            "recovers_on",
            _("Back on course by"),
            20,
            Holds.DATE,
            _("A date, like 22/11/2026. Only where it is red or amber."),
        ),
        Column("done", _("What was done"), 48, hint=_("In 100 words at most.")),
        Column("next", _("What is next"), 34),
        Column("in_the_way", _("What is in the way"), 34),
        Column("ask", _("What you ask of the board"), 34),
        Column(
            "worth_a_story", _("Worth a story"), 11, Holds.YES, _("Choose Yes if others should hear of it.")
        ),
        _MARK,
    ),
)
MILESTONES = Table(
    "Milestones",
    _("Milestones"),
    _("Say which milestones were met, and which have moved and why. Leave the others blank."),
    (
        _REF,
        _ACTION,
        Column("milestone", _("Milestone"), 42, Holds.SHOWN),
        Column("due", _("Due"), 20, Holds.SHOWN_DATE),
        Column("met_on", _("Met on"), 20, Holds.DATE, _("A date, like 22/11/2026.")),
        Column("moved_to", _("Moved to"), 20, Holds.DATE, _("A date, like 22/11/2026.")),
        Column("moved_why", _("Why it moved"), 40),
        _MARK,
    ),
)
MEASURES = Table(
    "Measures",
    _("Measures"),
    _("Say what the figures are, of which day they are, and where they come from. Leave the others blank."),
    (
        _REF,
        _ACTION,
        Column("measure", _("Measure"), 42, Holds.SHOWN),
        Column("target", _("Target"), 24, Holds.SHOWN),
        Column("value", _("Value"), 16),
        Column("on", _("Date of the figures"), 20, Holds.DATE, _("A date, like 22/11/2026.")),
        Column("origin", _("Where they come from"), 36),
        _MARK,
    ),
)
REACHED = Table(
    "Reached",
    _("Who was reached"),
    _("Say who was reached, a row for each group of people. Leave the number blank where it is not known."),
    (
        _REF,
        _ACTION,
        Column("group", _("Group of people"), 36),
        Column("number", _("How many"), 12, Holds.NUMBER, _("A whole number, or nothing.")),
        _MARK,
    ),
)
TABLES = (ACTIONS, MILESTONES, MEASURES, REACHED)


def keys_by_heading() -> Mapping[str, str]:
    """The key of each heading, as `squeezed` gives it."""
    return {squeezed(str(column.heading)): column.key for table in TABLES for column in table.columns}


def squeezed(text: str) -> str:
    """Text without regard to case and spaces."""
    return " ".join(text.split()).casefold()
