"""What a cell became: its values, and the column it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from turntide.explaining.values import Value
from turntide.web.design.days import day
from turntide.web.intake.looking.items import Item, Items
from turntide.web.intake.looking.places import Unit, name_of
from turntide.web.intake.pages.finding import words_of
from turntide.web.intake.pages.reading_words import field_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Became:
    """One value: which field it is, its words, the thing it is of, and the cell it came from."""

    tag: str
    text: str
    aside: str
    family: str
    of: str
    thing: str
    place: str

    @property
    def field(self) -> str:
        """The name of the field, in the language of the page."""
        return field_words(self.family, self.tag)


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """The column a cell stands in, and what it was taken to mean."""

    heading: str
    meaning: str
    words: str


def column_at(items: Items, unit: Unit) -> ColumnOf | None:
    """The column that a cell stands in: the last one headed above it."""
    headed = [item for item in items.all if item.kind == "columns" and _is_above(item, unit)]
    if not headed or not headed[-1].data["heading"].strip():
        return None
    column = headed[-1].data
    return ColumnOf(column["heading"], column.get("meaning") or "", words_of(column.get("meaning")))


def _is_above(column: Item, unit: Unit) -> bool:
    _paragraph, table, row, at = unit
    return any(
        each == unit or (table and each[1] == table and each[3] == at and each[2] <= row)
        for each in column.units
    )


def value_became(item: Item, value: Value) -> Became:
    """A value of a thing."""
    place = name_of(value.spots[0].unit) if value.spots else ""
    own = value.text == item.data.get("text")
    of = str(item.data.get("ref") or _short(str(item.data.get("text", "")))) if item.id and not own else ""
    return Became(value.tag, value.text, _dated(value.aside), value.family, of, item.id, place)


def _dated(aside: str) -> str:
    """What was worked out, its dates as people write them."""
    return _DAY.sub(lambda found: day(date.fromisoformat(found[0])), aside)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
