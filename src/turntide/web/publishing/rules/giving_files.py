"""The files of open data: their names, what they are, and in which form. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.publishing.rules.giving_tables import TABLES, Table

JSON = "application/json"
CSV = "text/csv"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {JSON: "JSON", CSV: "CSV", EXCEL: "Excel"}


@dataclass(frozen=True, slots=True)
class File:
    """A file by its name in addresses. ``table`` is None where it holds everything."""

    name: str
    media_type: str
    title: str | Promise
    table: Table | None = None

    @property
    def format(self) -> str:
        """As people call it."""
        return FORMATS[self.media_type]


_CSV = tuple(File(each.file, CSV, each.title, each) for each in TABLES)
OF_PLACE = (
    File("plans.json", JSON, _("All plans, with updates and figures")),
    File("plans.xlsx", EXCEL, _("All tables, a sheet each")),
    *_CSV,
)
OF_PLAN = (
    File("plan.json", JSON, _("The plan, with updates and figures")),
    File("plan.xlsx", EXCEL, _("All tables, a sheet each")),
    *_CSV,
)


def files_of(plan: str) -> tuple[File, ...]:
    """The files of a plan; of the whole place where the plan's id is empty."""
    return OF_PLAN if plan else OF_PLACE


def file_named(plan: str, name: str) -> File | None:
    """The file with this name."""
    return next((each for each in files_of(plan) if each.name == name), None)
