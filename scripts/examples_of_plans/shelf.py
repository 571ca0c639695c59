"""Every example: its file's name, how its bytes are made, and the plan they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.pagesizes import A5, landscape

from examples_of_plans import layouts_of_active as active
from examples_of_plans import layouts_of_others as others
from examples_of_plans import layouts_of_year as year
from examples_of_plans.cards import pdf_of_cards
from examples_of_plans.delimited import csv_of, markdown_of
from examples_of_plans.expected import with_note
from examples_of_plans.invented import Invented
from examples_of_plans.opendocument import odt_of
from examples_of_plans.pages import Style, pdf_of
from examples_of_plans.tarrow import proposals, status, strategies, walking, workshop
from examples_of_plans.tarrow.active import DRAFT_NOTE, NOTED
from examples_of_plans.webpage import html_of
from examples_of_plans.word import docx_of
from examples_of_plans.workbook import xlsx_of


@dataclass(frozen=True)
class Example:
    """A file to make, what it shows, and the plan it tells."""

    file: str
    shows: str
    plan: Invented
    make: Callable[[Invented], bytes]

    def content(self) -> bytes:
        """The file's bytes."""
        return self.make(self.plan)


FOOTER = "Wexcombe District Council: draft for the partnership"
RULED = Style(running_footer=FOOTER, paper=landscape(A5), points=9)
BORDERLESS = Style(ruled=False, running_footer=FOOTER, paper=landscape(A5), points=8.6)
FIRST_PAGE = Style(repeat_header=False, running_header="Health and wellbeing", paper=landscape(A5), points=9)
NOTED_PLAN = with_note(active.PLAN, NOTED, DRAFT_NOTE)
OUTLINED = year.outlined(year.PLAN)


def _cards(plan: Invented) -> bytes:
    return pdf_of_cards(plan.title, " ".join(plan.introduction), others.cards(plan))


EXAMPLES = (
    Example(
        "tarrow-active-plan.docx",
        "themes, ambitions and aims in merged cells; a drafter's note in a cell",
        NOTED_PLAN,
        lambda plan: docx_of(active.merged(plan)),
    ),
    Example(
        "tarrow-active-plan.html",
        "the same with row spans",
        active.PLAN,
        lambda plan: html_of(active.merged(plan)),
    ),
    Example(
        "tarrow-active-plan.odt",
        "the same as OpenDocument",
        active.PLAN,
        lambda plan: odt_of(active.merged(plan)),
    ),
    Example(
        "tarrow-active-plan.txt",
        "the same as an extractor leaves it: slid cells, tags, a row cut by a page",
        active.PLAN,
        active.extracted,
    ),
    Example(
        "wexcombe-year-plan.pdf",
        "ruled, rows over page breaks, header on each page, running footer",
        year.PLAN,
        lambda plan: pdf_of(year.titled(plan), RULED),
    ),
    Example(
        "wexcombe-year-plan-borderless.pdf",
        "the same without a single rule",
        year.PLAN,
        lambda plan: pdf_of(year.titled(plan), BORDERLESS),
    ),
    Example(
        "wexcombe-year-plan-first-header.pdf",
        "the same with its header on the first page only",
        year.PLAN,
        lambda plan: pdf_of(year.titled(plan), FIRST_PAGE),
    ),
    Example(
        "wexcombe-year-plan.xlsx",
        "title in row 2, header in row 4 from column B, status by colour, its key on a second sheet",
        year.COLOURED,
        lambda plan: xlsx_of(year.sheets(plan)),
    ),
    Example(
        "wexcombe-year-plan-outline.docx",
        "headings, a bullet an action, and lines that say lead and date",
        OUTLINED,
        lambda plan: docx_of(year.outline(plan)),
    ),
    Example(
        "wexcombe-walking-forms.docx",
        "a form of two columns for each action",
        walking.PLAN,
        lambda plan: docx_of(others.forms(plan), running=plan.title),
    ),
    Example("wexcombe-walking-cards.pdf", "cards, two beside each other", walking.PLAN, _cards),
    Example(
        "wexcombe-walking-tables.md",
        "a small table under each strategy",
        walking.PLAN,
        lambda plan: markdown_of(others.small_tables(plan)),
    ),
    Example(
        "tarrow-status-report.csv",
        "references glued to titles, numbers skipped, a status and the latest news",
        status.PLAN,
        lambda plan: csv_of(others.report(plan)),
    ),
    Example(
        "millbrook-proposals.docx",
        "proposals with a weighting for each year, and a line of budget",
        proposals.PLAN,
        lambda plan: docx_of(others.weighted(plan)),
    ),
    Example(
        "later-life-workshop.docx",
        "a workshop's record: actors, behaviours, key takeaways",
        workshop.PLAN,
        lambda plan: docx_of(others.workshop(plan)),
    ),
    Example(
        "wexcombe-strategies.docx",
        "strategies in prose with indicators: no action at all",
        strategies.PLAN,
        lambda plan: docx_of(others.directions(plan)),
    ),
)
