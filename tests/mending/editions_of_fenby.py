"""An invented plan for the invented district of Fenby, in two editions: the second reworded, reordered and longer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layouts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "laws"))

from held import held
from made_files import EXAMPLES, laid_out
from told_places import misplaced
from told_values import says_so, values_of

from turntide.documents.document import Cell, Document, Layout
from turntide.mending import Mended
from turntide.plan.model import Action, Plan

__all__ = ["EXAMPLES", "FIRST", "SECOND", "action", "faults", "held", "laid_out", "table", "texts"]

COLUMNS = ("Ref", "Action", "Steward", "Zeitpunkt", "Measure of success")
SIGNS = "Put up clear signs along the river path and count the people who walk it"
FIRST_ROWS = (
    ("1", SIGNS, "Parks and Rivers", "March 2027", "More walkers"),
    (
        "2",
        "Open the school halls at weekends to clubs that have no home",
        "Leisure Trust",
        "June 2027",
        "Clubs",
    ),
    ("", "And lend them the keys without a deposit", "", "", ""),
    ("3", "All partners were asked about the items above in spring", "", "", ""),
    (
        "4",
        "Train telephone friends in every ward of the district",
        "Rivers & Parks Dept",
        "May 2027",
        "Calls",
    ),
)
SECOND_ROWS = (
    ("1", "Plant an orchard beside the health centre", "Housing", "July 2028", "Trees"),
    ("2", "Train telephone friends in each ward of the district", "Rivers & Parks Dept", "May 2028", "Calls"),
    (
        "3",
        "Open the school halls at weekends to clubs that have no home",
        "Leisure Trust",
        "June 2028",
        "Clubs",
    ),
    ("", "And lend them the  keys without a deposit", "", "", ""),
    ("4", SIGNS.replace("clear", "clear new"), "Parks and Rivers", "March 2028", "More walkers"),
    ("5", "All partners were asked about the items above in autumn", "", "", ""),
)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[str] = ()) -> Document:
    """A document of some lines of text over one table."""
    layout = Layout("fenby.docx", "docx", repr((columns, rows, lines)).encode())
    for line in lines:
        layout.paragraph(line)
    cells = [Cell(1, place, text, header=True) for place, text in enumerate(columns, start=1)]
    for number, row in enumerate(rows, start=2):
        cells += [Cell(number, place, text) for place, text in enumerate(row, start=1)]
    layout.table(cells)
    return layout.document()


FIRST = table(COLUMNS, FIRST_ROWS)
SECOND = table(COLUMNS, SECOND_ROWS)


def action(plan: Plan, beginning: str) -> Action:
    """The one action that begins so."""
    (found,) = (one for one in plan.actions if one.text.startswith(beginning))
    return found


def texts(plan: Plan) -> list[str]:
    """The wordings of the actions, in order."""
    return [one.text for one in plan.actions]


def faults(mended: Mended) -> list[str]:
    """Where the laws of reading do not hold: words in no place or in two, sources that say something else."""
    document, values = mended.reading.document, values_of(mended.plan)
    worded = [told for told in values if any(spot.end > spot.start for spot in told.spots)]
    strange = [f"{told.kind}: {told.wording!r}" for told in worded if not says_so(document, told)]
    ids = [one.id for one in mended.plan.actions] + [one.id for one in mended.plan.headings]
    named = {one.under for one in mended.plan.actions} | {one.parent for one in mended.plan.headings}
    named |= {note.about for note in mended.plan.notes} | {found.about for found in mended.plan.findings}
    lost = [f"no thing {id_}" for id_ in named - {None} - set(ids)]
    return [
        *misplaced(document, values),
        *strange,
        *lost,
        *(["an id twice"] if len(set(ids)) < len(ids) else []),
    ]
