"""Every value of a plan, one by one: what kind it is, what it says, and where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from turntide.documents.document import Document
from turntide.plan.model import Action, Heading, Measure, Milestone, Plan, Sources
from turntide.plan.source import Source, Spot

WORKED_OUT = frozenset({"period", "money", "programme", "plan.vision", "milestone.entry", "measure.entry"})
"""Kinds that say again, beside a wording, what stands in it."""
COPIED = frozenset({"column", "heading.repeats", "note.running"})
"""Kinds that stand in several places and say the same in each: a repeated header, a page's footer."""


@dataclass(frozen=True)
class Told:
    """One value: its kind ('action.text'), the id of what it is about, its wording and its place."""

    kind: str
    about: str
    wording: str
    source: Source | None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The stretches of the document it names."""
        return self.source.spots if self.source else ()


def values_of(plan: Plan) -> list[Told]:
    """Every value of a plan that has a wording of its own."""
    return [*_of_plan(plan), *_of_headings(plan.headings), *_of_actions(plan.actions), *_of_rest(plan)]


def _of_plan(plan: Plan) -> Iterator[Told]:
    yield from _single("plan", "", plan.sources, {"title": plan.title, "vision": plan.vision})
    if plan.period:
        yield Told("period", "", plan.period.wording, plan.period.source)
    for column in plan.columns:
        yield Told("column", "", column.heading, column.source)


def _single(kind: str, about: str, sources: Sources, texts: Mapping[str, str | None]) -> Iterator[Told]:
    where = dict(sources)
    for name, text in texts.items():
        if text:
            yield Told(f"{kind}.{name}", about, text, where.get(name))


def _of_headings(headings: Iterable[Heading]) -> Iterator[Told]:
    for heading in headings:
        texts = {"ref": heading.ref, "text": heading.text, "rationale": heading.rationale}
        yield from _single("heading", heading.id, heading.sources, texts)
        repeats = dict(heading.sources).get("repeats")
        if repeats:
            yield Told("heading.repeats", heading.id, f"{heading.ref or ''} {heading.text}", repeats)


def _of_actions(actions: Iterable[Action]) -> Iterator[Told]:
    for action in actions:
        texts = {
            "ref": action.ref,
            "text": action.text,
            "detail": action.detail,
            "rationale": action.rationale,
            "involving": action.involving,
        }
        for kind, wording, source in _parts_of(action):
            yield Told(kind, action.id, wording, source)
        yield from _single("action", action.id, action.sources, texts)
        lists = {
            "milestones": " ".join(step.wording for step in action.milestones if step.wording),
            "measures": " ".join(measure.wording for measure in action.measures if measure.wording),
        }
        yield from _single("action", action.id, action.sources, {k: v or None for k, v in lists.items()})


def _parts_of(action: Action) -> Iterator[tuple[str, str, Source | None]]:
    if action.timescale:
        yield "timescale", action.timescale.wording, action.timescale.source
    if action.status:
        yield "status", action.status.wording, action.status.source
    yield from (("lead", one.name, one.source) for one in action.leads)
    yield from (("partner", one.name, one.source) for one in action.partners)
    yield from _listed("milestone", action.milestones, dict(action.sources).get("milestones"))
    yield from _listed("measure", action.measures, dict(action.sources).get("measures"))
    yield from (("weighting", one.wording, one.source) for one in action.weightings)
    yield from (("money", one.wording, one.source) for one in action.money)
    yield from (("progress", one.text, one.source) for one in action.progress)
    yield from (("programme", one.name, one.source) for one in action.programmes)
    yield from (("remark", one.text, one.source) for one in action.remarks)


def _listed(
    kind: str, entries: Iterable[Milestone | Measure], cells: Source | None
) -> Iterator[tuple[str, str, Source | None]]:
    """Milestones or measures; those of a cell that lists several say again what the whole cell says."""
    whole = " ".join(one.wording for one in entries if one.wording)
    if whole:
        yield kind, whole, cells
    units = {spot.unit for spot in (cells.spots if cells else ())}
    for one in entries:
        in_list = one.source is not None and any(spot.unit in units for spot in one.source.spots)
        yield f"{kind}.entry" if in_list else kind, one.text, one.source


def _of_rest(plan: Plan) -> Iterator[Told]:
    yield from (Told("budget", "", line.text, line.source) for line in plan.budget)
    for group in plan.actors:
        yield from (Told("actor", "", one.text, one.source) for one in group.actors)
        yield from (Told("behaviour", "", one.text, one.source) for one in group.behaviours)
    yield from (Told("takeaway", "", one.text, one.source) for one in plan.takeaways)
    yield from (Told(f"note.{note.kind}", note.about or "", note.text, note.source) for note in plan.notes)
    yield from (Told("unplaced", "", one.text, one.source) for one in plan.unplaced)


def looked_up(document: Document, told: Told) -> str:
    """The very characters a value's spots point at, one stretch after the other."""
    return " ".join(document.text_at(spot) for spot in told.spots)


def bare(text: str) -> str:
    """A text without any white space."""
    return "".join(text.split())


def says_so(document: Document, told: Told) -> bool:
    """Whether the places of a value hold its wording, white space aside.

    A date put together of two cells has a dash of ours between them; a column's heading and a running line
    stand in several places, in each with the same words.
    """
    there, wording = bare(looked_up(document, told)), bare(told.wording)
    if told.kind == "timescale":
        return there.replace("–", "") == wording.replace("–", "")
    if told.kind not in COPIED:
        return there == wording
    there, wording = letters(there), letters(wording)
    return bool(wording) and there == wording * max(1, len(there) // len(wording))


def letters(text: str) -> str:
    """A text's letters and digits in small letters, or the text where it has none."""
    return "".join(char for char in text.casefold() if char.isalnum()) or text


def words_in(text: str) -> list[str]:
    """The words of a text, marks aside."""
    return re.findall(r"[^\W_]+", text)
