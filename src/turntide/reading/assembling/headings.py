"""The plan's headings, each once and under the one above it."""

from __future__ import annotations

from collections.abc import Sequence

from turntide.plan.model import Heading
from turntide.plan.source import Source
from turntide.reading.assembling.making import Making, sources_of
from turntide.reading.fields import without_label, without_notes
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.passage import Passage
from turntide.reading.records import Record, Step, glued
from turntide.reading.vocabulary import Meaning

M = Meaning


def ordered(gathered: Gathered) -> list[Step]:
    """Every heading once, each after the one it stands under, in the order they were met."""
    found: dict[int, Step] = {}
    chains = [step.chain for step in gathered.steps]
    chains += [record.under.chain for record in gathered.records if record.under]
    for chain in chains:
        for step in chain:
            found.setdefault(id(step), step)
    return list(found.values())


def levels_of(steps: Sequence[Step]) -> tuple[str, ...]:
    """The names of the levels, outermost first."""
    depths: dict[str, int] = {}
    for step in steps:
        depth = len(step.chain)
        depths[step.level] = max(depth, depths.get(step.level, 0))
    return tuple(sorted(depths, key=lambda level: depths[level]))


def heading_of(step: Step, making: Making) -> Heading:
    """A heading of the plan, with an id of its own; notes among its words are kept as notes about it."""
    id_ = f"h{len(making.ids) + 1}"
    making.ids[id(step)] = id_
    words, notes = without_notes(step.passage)
    making.note(notes, id_)
    ref, text = (step.label, words) if step.label else without_label(words)
    rationale, notes = without_notes(glued(step.rationale))
    making.note(notes, id_)
    making.note([value.passage for value in step.remarks], id_, "text")
    file = making.frame.file
    repeated = tuple(spot for passage in step.repeats for spot in passage.spots)
    sources = sources_of(file, ref=ref, text=text, rationale=rationale)
    if repeated:
        sources += (("repeats", Source(file, repeated)),)
    return Heading(
        id=id_,
        level=step.level,
        text=text.wording,
        ref=ref.wording if ref else None,
        parent=making.ids[id(step.parent)] if step.parent else None,
        rationale=rationale.wording or None,
        source=step.passage.source(file),
        sources=sources,
    )


def settle_rationales(records: Sequence[Record]) -> None:
    """Give a rationale that stands once over a heading's actions to that heading."""
    groups: dict[int, list[Record]] = {}
    for record in records:
        if record.under is not None:
            groups.setdefault(id(record.under), []).append(record)
    told = [group for group in groups.values() if any(record.of(M.RATIONALE) for record in group)]
    shared = [group for group in told if len(group) > 1 and len(_distinct(group)) == 1]
    own = [group for group in told if len(_distinct(group)) > 1]
    if not shared or len(own) > len(shared):
        return
    for group in told:
        step = group[0].under
        if step is not None and len(_distinct(group)) == 1:
            step.rationale.append(next(iter(_distinct(group).values())))
            for record in group:
                record.values = [value for value in record.values if value.meaning is not M.RATIONALE]


def _distinct(group: Sequence[Record]) -> dict[object, Passage]:
    return {v.passage.spots: v.passage for record in group for v in record.of(M.RATIONALE)}
