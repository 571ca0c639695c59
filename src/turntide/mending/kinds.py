"""What a person may say of a reading, each a small instruction that is kept and replayed.

A mend says what it is about by its words, never by a place, so that it still holds when rows are added or
reordered, or when the next edition of the document is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from turntide.reading.vocabulary import Meaning

MEANINGS: dict[Meaning, str] = {
    Meaning.REF: "reference",
    Meaning.LEVEL: "headings that actions stand under",
    Meaning.ACTION: "actions",
    Meaning.DETAIL: "more about the action",
    Meaning.OWNER: "those involved",
    Meaning.LEAD: "leads",
    Meaning.PARTNER: "partners",
    Meaning.TIMESCALE: "timescale",
    Meaning.START: "start date",
    Meaning.END: "end date",
    Meaning.MILESTONE: "milestones",
    Meaning.MEASURE: "measures of success",
    Meaning.TARGET: "target",
    Meaning.RATIONALE: "reasons",
    Meaning.STATUS: "status",
    Meaning.PROGRESS: "progress",
    Meaning.WEIGHT: "weighting",
    Meaning.MONEY: "money",
    Meaning.REMARK: "remarks",
    Meaning.NOTE: "notes",
    Meaning.ACTOR: "actors",
    Meaning.BEHAVIOUR: "behaviours",
}
"""Every meaning a column can have, as it stands in a plan's ``columns``, with our words for it."""


@dataclass(frozen=True, slots=True)
class ColumnMeans:
    """A column or label so headed holds this, a key of MEANINGS; None: it has no field, so its cells are remarks."""

    heading: str
    meaning: str | None


@dataclass(frozen=True, slots=True)
class RowBelongsAbove:
    """The row that begins with this text, or the action that says it, is the rest of the one above it."""

    text: str


@dataclass(frozen=True, slots=True)
class SplitAt:
    """The action with this text is two; the second begins at ``before``, words that stand inside the text."""

    text: str
    before: str


@dataclass(frozen=True, slots=True)
class SameBody:
    """``other`` is another spelling of the body called ``name``."""

    name: str
    other: str


@dataclass(frozen=True, slots=True)
class IsNote:
    """What was read as an action or a heading, or found no place, is a note; so is a drafter's note that may stay."""

    text: str


@dataclass(frozen=True, slots=True)
class HeadingHolds:
    """The actions with these texts stand under this heading."""

    heading: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsAction:
    """What was read as a note, found no place, or was taken for a heading with nothing under it, is an action."""

    text: str


Mend = ColumnMeans | RowBelongsAbove | SplitAt | SameBody | IsNote | HeadingHolds | IsAction


def said(mend: Mend) -> str:
    """The mend as one plain sentence: 'Column “Who” means leads'."""
    match mend:
        case ColumnMeans(heading, meaning):
            means = f"means {MEANINGS[Meaning(meaning)]}" if meaning else "holds remarks"
            sentence = f"Column “{heading}” {means}"
        case RowBelongsAbove(text):
            sentence = f"The row “{short(text)}” belongs to the one above it"
        case SplitAt(text, before):
            sentence = f"The action “{short(text)}” is two; the second begins at “{short(before)}”"
        case SameBody(name, other):
            sentence = f"“{other}” is another spelling of “{name}”"
        case IsNote(text):
            sentence = f"“{short(text)}” is a note"
        case IsAction(text):
            sentence = f"“{short(text)}” is an action"
        case HeadingHolds(heading, actions):
            held = ", ".join(f"“{short(action)}”" for action in actions)
            sentence = f"The heading “{short(heading)}” holds {held}"
    return sentence


def short(text: str, most: int = 12) -> str:
    """The first words of a text, with … where there is more."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
