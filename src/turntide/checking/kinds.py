"""The kinds of finding `check` adds, each with what it means and what to do about it."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of finding. ``meaning`` says what was seen, ``remedy`` what a person can do about it."""

    meaning: str
    remedy: str

    def __new__(cls, value: str, meaning: str, remedy: str) -> Kind:
        """Keep the explanation with the word, so that the guide cannot drift from the code."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.meaning, kind.remedy = meaning, remedy
        return kind

    NO_ACTIONS = (
        "no actions",
        "The plan holds no action at all.",
        "Check that the file is the action plan and not the strategy it belongs to.",
    )
    NO_OWNER = (
        "no owner",
        "An action, or the whole plan, names nobody who is to do it.",
        "Name who leads it.",
    )
    NO_LEAD = (
        "no lead",
        "Several bodies are named for an action and none as its lead, in a plan that names leads elsewhere.",
        "Say which of them leads.",
    )
    NO_DATE = (
        "no date",
        "An action, or the whole plan, does not say when it is to be done.",
        "Give a date or a financial year.",
    )
    NO_MILESTONE = (
        "no milestone",
        "An action, or the whole plan, has no step on the way by which progress can be seen.",
        "Name one step and its date.",
    )
    NO_MEASURE = (
        "no measure",
        "An action, or the whole plan, does not say how success will be known.",
        "Say what will be different and how it will be counted or heard.",
    )
    CADENCE = (
        "cadence for a milestone",
        "The milestone says only how often something is reported, not what will have happened.",
        "Name what will have happened, and by when.",
    )
    UNDATED = (
        "undated timescale",
        "A timescale is given that stands for no date: 'Ongoing', 'TBA', 'Short term' without a legend.",
        "Give a date, or the date of the next review.",
    )
    DATE_ORDER = (
        "dates in the wrong order",
        "Something ends before it begins, or a milestone falls due after its action has ended.",
        "Correct one of the two dates.",
    )
    OUTSIDE_PERIOD = (
        "outside the period",
        "A date lies outside the years that the plan says it covers.",
        "Correct the date, or say that the action runs beyond the plan.",
    )
    WEIGHTINGS = (
        "weightings",
        "The weightings of a column do not sum to 100%.",
        "Correct the weightings, or say what the rest is for.",
    )
    DRAFTING = (
        "drafting note",
        "A drafter's note was left in a cell.",
        "Settle it and take it out.",
    )
    SPELLINGS = (
        "two spellings",
        "Names of owners that look like one body written in different ways.",
        "Use one name throughout, or tell us that they are different bodies.",
    )
    ENDED = (
        "ended body",
        "A body is named that no longer exists or no longer bears the name.",
        "Name its successor, after asking them.",
    )
    GAP = (
        "numbering gap",
        "The numbering of actions or headings skips a number or a letter.",
        "Check whether something was lost, or number again.",
    )
    REPEATED_REF = (
        "repeated reference",
        "Two actions or headings in one series bear the same number or letter.",
        "Give each its own, so that an update can name it.",
    )
    EMPTY_HEADING = (
        "empty heading",
        "No action stands under a heading.",
        "Add an action, or say where its work is planned.",
    )
    UNPLACED = (
        "unplaced text",
        "Words of the file found no place in the plan.",
        "Look at the place and say what they belong to.",
    )
    CUT_SHORT = (
        "cut short",
        "A text stops in the middle of a phrase or of a bracket.",
        "Look in the original and complete it.",
    )
    LISTED_TWICE = (
        "listed twice",
        "The same action stands in the plan more than once.",
        "Keep one, and name the other heading beside it.",
    )
    PLACEHOLDER = (
        "placeholder",
        "A stand-in was never filled: 'X%', 'TBC', '[insert name]'.",
        "Fill it in, or take it out.",
    )
