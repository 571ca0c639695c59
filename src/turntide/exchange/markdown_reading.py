"""The Markdown document of `markdown_text` read back, line by line, also after a person has worked on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from turntide.exchange import records
from turntide.exchange.arrangement import Nesting
from turntide.exchange.errors import ExchangeError
from turntide.exchange.escaping import MARKDOWN, SEPARATOR, split_at
from turntide.exchange.free_ids import free_id
from turntide.exchange.markdown_fields import (
    ABOUT,
    ACTORS,
    BY_LABEL,
    SECTIONS,
    TAG,
    Tag,
    field_value,
    names_from,
)
from turntide.exchange.markdown_text import FIRST_LINE
from turntide.plan.model import Action, ActorGroup, Heading, Plan

Thing = TypeVar("Thing")
_KNOWN = re.compile(r"#{1,6} |[-*+] | +[-*+] |> |<!-- |Period:")
_ITEM = re.compile(r"[-*+] ?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document and how to name its place."""

    place: str
    text: str


def from_markdown(text: str) -> Plan:
    """The plan this document holds. Raises ExchangeError, naming the line, where one cannot be read."""
    lines = _lines(text.removeprefix("\ufeff"))
    if not lines or lines[0].text != FIRST_LINE:
        raise ExchangeError(f"This Markdown is not of the standard: its first line is not {FIRST_LINE!r}.")
    reader = _Reader(_given_ids(lines))
    for line in lines[1:]:
        reader.take(line)
    return reader.plan()


def _lines(text: str) -> list[Line]:
    """The lines that say something; one that an editor has broken is whole again."""
    found: list[Line] = []
    goes_on = False
    for number, written in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        stripped = written.rstrip(" ")
        if goes_on and stripped and not _KNOWN.match(stripped):
            found[-1] = Line(found[-1].place, f"{found[-1].text} {stripped.lstrip(' ')}")
        elif stripped:
            found.append(Line(f"Line {number}", stripped))
        goes_on = bool(stripped) and number > 1
    return found


def _given_ids(lines: list[Line]) -> set[str]:
    comments = [comment[0] for line in lines for comment in [split_at(line.text, " <!-- ", 1)[1:]] if comment]
    return {MARKDOWN.read(split_at(comment.removesuffix(" -->"), SEPARATOR)[0]) for comment in comments}


@dataclass(slots=True)
class _Reader:
    """The plan as far as it has been read: what was made, and where in the document we are."""

    taken: set[str]
    values: dict[str, Any] = field(default_factory=dict)
    headings: list[tuple[Tag, dict[str, Any]]] = field(default_factory=list)
    actions: list[tuple[Tag, dict[str, Any]]] = field(default_factory=list)
    actors: list[dict[str, Any]] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    section: str | None = None

    def take(self, line: Line) -> None:
        """Read one line."""
        text = line.text
        if text.startswith("# "):
            self.values["title"] = MARKDOWN.read(text[2:])
        elif text.startswith("##"):
            self._heading(line)
        elif text.startswith("> "):
            self._quotation(MARKDOWN.read(text[2:]))
        elif text.startswith("Period:"):
            self.values["period"] = records.from_line(_after(text), records.PERIOD, MARKDOWN, line.place)
        elif _ITEM.match(text):
            self._item(Line(line.place, _ITEM.sub("", text, count=1)))
        elif text.startswith(" ") and _ITEM.match(text.lstrip(" ")):
            self._field(Line(line.place, _ITEM.sub("", text.lstrip(" "), count=1)))
        else:
            raise ExchangeError(f"{line.place}: this is no heading, list item or quotation; make it one.")

    def _heading(self, line: Line) -> None:
        marks, _, rest = line.text.partition(" ")
        shown, tag = self._tagged(rest, "heading", line.place)
        label, *text = split_at(shown, ": ", 1)
        self.section = None if text else MARKDOWN.read(label)
        if not text and self.section not in {ABOUT, ACTORS, *SECTIONS}:
            raise ExchangeError(f"{line.place}: a heading of the plan needs its level: “## Theme: {label}”.")
        if text:
            self.headings.append((tag, self._named(label, text[0], len(marks), tag)))

    def _named(self, label: str, text: str, marks: int, tag: Tag) -> dict[str, Any]:
        level, *ref = split_at(label, " **", 1)
        above = self.nesting.enter(marks, tag.id)
        return {
            "level": MARKDOWN.read(level),
            "ref": MARKDOWN.read(ref[0].removesuffix("**")) if ref else None,
            "text": MARKDOWN.read(text),
            "parent": above if tag.under is None else tag.under,
        }

    def _tagged(self, written: str, kind: str, place: str) -> tuple[str, Tag]:
        """The text shown and its tag; what a person added without one is given a free id."""
        shown, *comment = split_at(written, " <!-- ", 1)
        if not comment:
            return written, Tag(free_id(kind, self.taken))
        tag = records.from_line(comment[0].removesuffix(" -->"), TAG, MARKDOWN, place)
        assert isinstance(tag, Tag)
        return shown, tag

    def _quotation(self, text: str) -> None:
        if self.headings:
            self.headings[-1][1]["rationale"] = text
        else:
            self.values["vision"] = text

    def _item(self, line: Line) -> None:
        if self.section is None:
            self._action(line)
        elif self.section == ACTORS:
            named = names_from(_after(line.text), records.PHRASE, line.place)
            self.actors.append({"actors": named})
        elif self.section == ABOUT:
            self._about(line)
        else:
            name, shape = SECTIONS[self.section]
            self._add(name, records.from_line(line.text, shape, MARKDOWN, line.place))

    def _action(self, line: Line) -> None:
        shown, tag = self._tagged(line.text, "action", line.place)
        ref, text = None, shown
        if shown.startswith("**"):
            ref, *rest = split_at(shown[2:], "** ", 1)
            text = rest[0] if rest else ""
        under = self.nesting.current if tag.under is None else tag.under
        ref = None if ref is None else MARKDOWN.read(ref.removesuffix("**") if text == "" else ref)
        self.actions.append((tag, {"ref": ref, "text": MARKDOWN.read(text), "under": under}))

    def _field(self, line: Line) -> None:
        label = line.text.partition(":")[0]
        if self.section == ACTORS and self.actors and label == "Behaviour":
            said = records.from_line(_after(line.text), records.PHRASE, MARKDOWN, line.place)
            group = self.actors[-1]
            group["behaviours"] = (*group.get("behaviours", ()), said)
        elif self.section is None and self.actions and label in BY_LABEL:
            values, known = self.actions[-1][1], BY_LABEL[label]
            values[known.field] = field_value(known, _after(line.text), values.get(known.field), line.place)
        else:
            raise ExchangeError(
                f"{line.place}: “{label}” is no field here; use one of {', '.join(BY_LABEL)}."
            )

    def _about(self, line: Line) -> None:
        label, written = line.text.partition(":")[0], _after(line.text)
        if label == "Kind":
            self.values["kind"] = MARKDOWN.read(written)
        elif label == "Level":
            self._add("levels", MARKDOWN.read(written))
        elif label == "Column":
            self._add("columns", records.from_line(written, records.COLUMN, MARKDOWN, line.place))
        else:
            raise ExchangeError(f"{line.place}: “{label}” is none of Kind, Level and Column.")

    def _add(self, name: str, thing: Any) -> None:
        self.values[name] = (*self.values.get(name, ()), thing)

    def plan(self) -> Plan:
        """All that was read."""
        return Plan(
            headings=_in_order(self.headings, Heading),
            actions=_in_order(self.actions, Action),
            actors=tuple(ActorGroup(**group) for group in self.actors),
            **self.values,
        )


def _after(text: str) -> str:
    """What stands after the label and its colon."""
    return text.partition(":")[2].removeprefix(" ")


def _in_order(made: list[tuple[Tag, dict[str, Any]]], kind: Callable[..., Thing]) -> tuple[Thing, ...]:
    """The things in the plan's own order, which their tags give where the document's differs."""
    told = sorted(enumerate(made), key=lambda one: one[0] if one[1][0].order is None else one[1][0].order - 1)
    return tuple(kind(id=tag.id, **values) for _, (tag, values) in told)
