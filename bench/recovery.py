"""How many of a plan's actions stand whole in one record of what a tool gives.

A *record* is what the tool hands over as one thing: a row of a table, a whole table, or a line or paragraph
outside any table. An action is **in one row** where a single row, line or paragraph holds its wording, every
owner's name (as whole words), its date, milestone and measure, as far as the right answer gives them. It is
**in a record of its own** where one record of any kind holds all that and no other action's wording: what a
person can use without taking it apart. Tags, marks, spaces and capitals do not count.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TABLE, ROW, TEXT = "table", "row", "text"
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+")
_LIST_MARK = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-z])[.)]\s+")


def words(text: str) -> str:
    """The words alone, in small letters, each between spaces: markdown, tags and marks are gone."""
    plain = unicodedata.normalize("NFKC", _TAG.sub(" ", html.unescape(text)))
    return f" {' '.join(_WORD.findall(plain.casefold()))} "


def letters(text: str) -> str:
    """The letters and figures alone: a word that a narrow column broke is still itself."""
    return words(text).replace(" ", "")


def items(text: str) -> list[str]:
    """The items of a numbered list: "1. Train staff 2. Open" has two, and plain text is one."""
    return [item for item in _LIST_MARK.split(text) if item.strip()]


@dataclass(frozen=True)
class Record:
    """One thing a tool gives, made ready to look into."""

    kind: str
    words: str
    letters: str


@dataclass(frozen=True)
class Wanted:
    """What one action needs: stretches to find by their letters, and names to find as words."""

    text: str
    stretches: tuple[str, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True)
class Recovery:
    """How many actions were asked for, and how many were found."""

    asked: int = 0
    in_one_row: int = 0
    alone: int = 0

    def __add__(self, other: Recovery) -> Recovery:
        return Recovery(
            self.asked + other.asked, self.in_one_row + other.in_one_row, self.alone + other.alone
        )


def record(kind: str, text: str) -> Record:
    return Record(kind, words(text), letters(text))


def wanted(action: Mapping[str, Any]) -> Wanted:
    """What an action of a right answer needs; what the answer leaves open is not asked for."""
    said = (str(action[key]) for key in ("when", "milestone", "measure") if action.get(key))
    rest = tuple(letters(item) for text in said for item in items(text))
    owners = tuple(words(str(owner)) for owner in action.get("owners") or ())
    return Wanted(letters(str(action["text"])), rest, owners)


def holds(record: Record, action: Wanted) -> bool:
    """Whether one record holds all of an action."""
    stretches = (action.text, *action.stretches)
    return all(part in record.letters for part in stretches) and all(
        owner in record.words for owner in action.owners
    )


def alone(record: Record, action: Wanted, others: Iterable[Wanted]) -> bool:
    """Whether a record that holds an action holds no other action's wording."""
    own = "|".join((action.text, *action.stretches))
    return not any(other.text in record.letters for other in others if other.text not in own)


def recovered(records: Sequence[tuple[str, str]], actions: Sequence[Mapping[str, Any]]) -> Recovery:
    """Hold a tool's records (kind, text) against the actions of the right answer."""
    ready = [record(kind, text) for kind, text in records]
    asked = [wanted(action) for action in actions]
    holding = [[one for one in ready if holds(one, action)] for action in asked]
    return Recovery(
        len(asked),
        sum(any(one.kind != TABLE for one in found) for found in holding),
        sum(
            any(alone(one, action, asked) for one in found)
            for action, found in zip(asked, holding, strict=True)
        ),
    )
