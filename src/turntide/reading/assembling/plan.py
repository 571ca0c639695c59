"""Putting what was gathered together as a plan: headings with ids, actions under them, everything else."""

from __future__ import annotations

from collections.abc import Iterable

from turntide.documents.document import Document, Mark, spot_of
from turntide.plan.model import PLAN, WORKSHOP, ActorGroup, BudgetLine, Column, Period, Phrase, Plan
from turntide.plan.source import Source, Spot
from turntide.reading.assembling.actions import action_of
from turntide.reading.assembling.headings import heading_of, levels_of, ordered, settle_rationales
from turntide.reading.assembling.making import Making, sources_of
from turntide.reading.assembling.notes import Remarked, merged
from turntide.reading.fields import Frame, money_in
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.owners import Lexicon
from turntide.reading.passage import Passage
from turntide.reading.progress import letters_in
from turntide.reading.wordings.timescales import timescale


def assemble(gathered: Gathered, document: Document) -> Plan:
    """The plan in what was gathered; its unplaced words and findings are still to come."""
    settle_rationales(gathered.records)
    period = _period(gathered.period, document.name)
    dates = (period.start, period.end) if period and period.start and period.end else None
    gathered.legend.learn(passage for passage, _ in gathered.notes)
    frame = Frame(document.name, dates, _marks(document), gathered.legend, letters_in(gathered.records))
    making = Making(frame, {}, [], Lexicon.learn(gathered.records))
    steps = ordered(gathered)
    headings = tuple(heading_of(step, making) for step in steps)
    actions = tuple(
        action_of(number, record, making) for number, record in enumerate(gathered.records, start=1)
    )
    remarked = Remarked(document, actions)
    for passage, kind in gathered.notes:
        making.note([passage], remarked.action_of(passage, kind), kind)
    return Plan(
        kind=WORKSHOP if gathered.groups and not actions else PLAN,
        title=gathered.title.wording if gathered.title else None,
        vision=gathered.vision.wording if gathered.vision else None,
        period=period,
        levels=levels_of(steps),
        columns=_columns(gathered, document.name),
        headings=headings,
        actions=actions,
        budget=tuple(_budget_line(line, making.frame) for line in gathered.budget),
        actors=_groups(gathered, document.name),
        takeaways=_phrases(gathered.takeaways, document.name),
        notes=merged(making.notes),
        sources=sources_of(document.name, title=gathered.title, vision=gathered.vision),
    )


def _marks(document: Document) -> dict[tuple[int, int, int, int], tuple[Mark, ...]]:
    """How the words of each cell are set."""
    return {
        spot_of(table, cell).unit: cell.marks
        for table in document.tables
        for cell in table.cells
        if cell.marks
    }


def _period(passage: Passage | None, file: str) -> Period | None:
    if passage is None:
        return None
    dates = timescale(passage.wording)
    return Period(passage.wording, dates.start, dates.end, passage.source(file))


def _columns(gathered: Gathered, file: str) -> tuple[Column, ...]:
    """Every column heading once, with all the places where it stands."""
    wordings: dict[tuple[str, str | None], str] = {}
    places: dict[tuple[str, str | None], list[Spot]] = {}
    seen: set[tuple[str, str | None, Spot]] = set()
    for named, copies in gathered.columns:
        wording, meaning = named.heading.wording, named.meaning.value if named.meaning else None
        key = (wording.casefold(), meaning)
        wordings.setdefault(key, wording)
        spots = [spot for passage in (named.heading, *copies) for spot in passage.spots]
        places.setdefault(key, []).extend(spot for spot in spots if (*key, spot) not in seen)
        seen.update((*key, spot) for spot in spots)
    return tuple(
        Column(wording, key[1], Source(file, tuple(places[key]))) for key, wording in wordings.items()
    )


def _budget_line(line: Passage, frame: Frame) -> BudgetLine:
    amounts = money_in([line], frame)
    return BudgetLine(line.wording, amounts[0].amount if len(amounts) == 1 else None, line.source(frame.file))


def _phrases(passages: Iterable[Passage], file: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(passage.wording, passage.source(file)) for passage in passages if passage)


def _groups(gathered: Gathered, file: str) -> tuple[ActorGroup, ...]:
    return tuple(ActorGroup(_phrases(a, file), _phrases(b, file)) for a, b in gathered.groups)
