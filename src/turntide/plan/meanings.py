"""What every key of the interchange standard means, in one sentence each.

The JSON Schema and the page docs/standard.md are both made from this, so neither can fall behind the other.
"""

from __future__ import annotations

from typing import Final

SOURCE: Final = "Where the value stood in the file, or null where it was not read from one."
SOURCES: Final = 'The place of each single value of this thing, by its key: {"text": {…}, "ref": {…}}.'
START: Final = "The first day meant, where that is certain."
END: Final = "The last day meant, where that is certain."
ABOUT: Final = "The id of the action or heading it is about; null: the whole plan."

MEANINGS: Final[dict[str, dict[str, str]]] = {
    "Plan": {
        "standard": "The name and version of this standard.",
        "kind": "'plan', or 'workshop' for the record of a workshop, which has actors and takeaways.",
        "title": "The document's own title.",
        "vision": "The vision the plan states.",
        "period": "The years the plan covers.",
        "levels": "The plan's own names for its levels, outermost first: Theme, Ambition, WE WILL.",
        "columns": "The columns of the plan's tables and what each was taken to mean.",
        "headings": "All that actions stand under, in the plan's order.",
        "actions": "All that somebody is to do, in the plan's order.",
        "budget": "The lines of the plan's budget.",
        "actors": "In a workshop's record: who was named, and what was asked of them.",
        "takeaways": "In a workshop's record: what was taken away from it.",
        "notes": "What is said about a part of the plan without being the plan: drafts, comments, footnotes.",
        "unplaced": "Words of the source that found no place; empty when all was placed.",
        "findings": "Doubts and gaps, each with a sentence a person can act on.",
        "sources": SOURCES,
    },
    "Period": {"wording": "The plan's own words: '2022/23'.", "start": START, "end": END, "source": SOURCE},
    "Column": {
        "heading": "The column's own heading.",
        "meaning": "What it was taken to mean: action, lead, timescale…; null: not known.",
        "source": SOURCE,
    },
    "Heading": {
        "id": "The heading's identifier, unique in the plan.",
        "level": "The plan's own name for its level.",
        "ref": "Its number or letter as printed, without its mark: '1', 'a', 'P1.F2'.",
        "text": "Its wording.",
        "parent": "The id of the heading it stands under; null: outermost.",
        "rationale": "Why, in the plan's words.",
        "source": SOURCE,
        "sources": SOURCES,
    },
    "Action": {
        "id": "The action's identifier, unique in the plan.",
        "ref": "Its number or letter as printed, without its mark.",
        "text": "What is to be done.",
        "detail": "More about how, where the plan gives it apart.",
        "under": "The id of the heading it stands under; null: none.",
        "rationale": "Why, in the plan's words.",
        "leads": "The bodies or people who lead.",
        "partners": "The bodies or people who take part.",
        "timescale": "When, in the plan's words and in dates.",
        "milestones": "The steps on the way.",
        "measures": "How success is known.",
        "weights": (
            "The weightings as numbers by year, in per cent; written from weightings, "
            "and read only where those are not given."
        ),
        "money": "Sums named for it.",
        "status": "The plan's own word for how it goes, and what that means.",
        "progress": "Reports of what was done.",
        "programmes": "Joint undertakings it is part of.",
        "source": "The whole row or paragraph it was read from.",
        "involving": "The wording of the owners where it says more than their names.",
        "weightings": "The share of effort in each year, with the plan's wording.",
        "remarks": "What a column says that this standard has no key for.",
        "sources": SOURCES,
    },
    "Body": {"name": "The body's name in the plan's spelling.", "source": SOURCE},
    "Programme": {"name": "The programme's name.", "source": SOURCE},
    "Timescale": {
        "wording": "The plan's own words: 'by March 2025', 'ongoing'.",
        "start": START,
        "end": END,
        "recurs": "How often, for what comes again: 'quarterly'.",
        "source": SOURCE,
    },
    "Milestone": {
        "text": "The milestone's wording.",
        "due": "The day it is due, where that is certain.",
        "cadence": "How often it is reported, where the wording says that: 'quarterly'.",
        "wording": "The whole wording of a cell that lists several, on the first of them.",
        "source": SOURCE,
    },
    "Measure": {
        "text": "The measure's wording.",
        "target": "The figure or state aimed at, where the wording gives one.",
        "groups": "The people the measure names, worked out from its text.",
        "wording": "The whole wording of a cell that lists several, on the first of them.",
        "source": SOURCE,
    },
    "Weighting": {
        "name": "The year or other name the share is given for: 'Year 1'.",
        "wording": "The plan's own words: '5%'.",
        "value": "The share in per cent: 5.0.",
        "source": SOURCE,
    },
    "Money": {
        "wording": "The plan's own words: '£2m'.",
        "amount": "The sum as a number: 2000000.0.",
        "currency": "The currency's code: 'GBP'.",
        "source": SOURCE,
    },
    "Status": {
        "wording": "The plan's own word.",
        "lifecycle": "How far it is, where the word's meaning is certain.",
        "confidence": "How well it goes, where the word's meaning is certain.",
        "source": SOURCE,
    },
    "Progress": {
        "text": "What was done, as reported.",
        "dated": "The day the report bears, if any.",
        "source": SOURCE,
    },
    "Remark": {"heading": "The column's own heading.", "text": "What it says.", "source": SOURCE},
    "BudgetLine": {
        "text": "The line's wording.",
        "amount": "The sum, in the currency the plan uses.",
        "source": SOURCE,
    },
    "ActorGroup": {"actors": "Who was named together.", "behaviours": "What was asked of them."},
    "Phrase": {"text": "Its wording.", "source": SOURCE},
    "Note": {
        "text": "The note's wording.",
        "about": ABOUT,
        "kind": "drafting, text, running, comment, deleted, footnote, legend, or another word.",
        "source": SOURCE,
    },
    "Unplaced": {"text": "The words that found no place.", "source": SOURCE},
    "Finding": {
        "kind": "The sort of doubt or gap, in a word or two.",
        "about": ABOUT,
        "message": "One sentence a person can act on.",
        "source": SOURCE,
    },
    "Source": {
        "file": "The file's name.",
        "spots": "The stretches of the file, in reading order; several where a row broke over a page.",
    },
    "Spot": {
        "paragraph": "The paragraph, counted from 1, for text outside tables.",
        "table": "The table, counted from 1.",
        "row": "The row, counted from 1; in a spreadsheet the sheet's own row.",
        "column": "The column, counted from 1; in a spreadsheet the sheet's own column.",
        "start": "The first character of the paragraph's or cell's text that is meant, counted from 0.",
        "end": "The character after the last one meant.",
        "page": "The page, counted from 1, where there are pages.",
        "sheet": "The sheet's name, in a spreadsheet.",
        "box": "Left, top, right and bottom in points from the page's top left corner.",
    },
}
