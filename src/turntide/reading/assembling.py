"""Putting what was gathered together as a plan: headings with ids, actions under them, everything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Document, Mark, spot_of
from turntide.plan.model import (
    PLAN,
    WORKSHOP,
    Action,
    ActorGroup,
    BudgetLine,
    Column,
    Heading,
    Note,
    Period,
    Phrase,
    Plan,
    Sources,
)
from turntide.plan.source import Source, Spot
from turntide.reading.fields import (
    Frame,
    lists_in,
    measures_of,
    milestones_of,
    money_in,
    programmes_in,
    remarks_of,
    weightings_of,
    whole_source,
    without_label,
    without_notes,
)
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.owners import Lexicon, owners_of
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.progress import progress_of, status_of, take_status_out
from turntide.reading.records import Record, Step, glued
from turntide.reading.timing import timescale_of
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.timescales import timescale

M = Meaning


@dataclass
class _Making:
    """What is being put together: the ids given so far and the notes that fall out on the way."""

    frame: Frame
    ids: dict[int, str]
    notes: list[Note]
    lexicon: Lexicon

    def note(self, passages: Iterable[Passage], about: str | None, kind: str = "drafting") -> None:
        """Keep words as notes about an action or heading."""
        for passage in passages:
            if passage:
                self.notes.append(Note(passage.wording, kind, about, passage.source(self.frame.file)))


def assemble(gathered: Gathered, document: Document) -> Plan:
    """The plan in what was gathered; its unplaced words and findings are still to come."""
    settle_rationales(gathered.records)
    period = _period(gathered.period, document.name)
    dates = (period.start, period.end) if period and period.start and period.end else None
    gathered.legend.learn(passage for passage, _ in gathered.notes)
    frame = Frame(document.name, dates, _marks(document), gathered.legend)
    making = _Making(frame, {}, [], Lexicon.learn(gathered.records))
    steps = _ordered(gathered)
    headings = tuple(_heading(step, making) for step in steps)
    actions = tuple(
        _action(number, record, making) for number, record in enumerate(gathered.records, start=1)
    )
    for passage, kind in gathered.notes:
        making.note([passage], _about(passage, kind, document, actions), kind)
    return Plan(
        kind=WORKSHOP if gathered.groups and not actions else PLAN,
        title=gathered.title.wording if gathered.title else None,
        vision=gathered.vision.wording if gathered.vision else None,
        period=period,
        levels=_levels(steps),
        columns=_columns(gathered, document.name),
        headings=headings,
        actions=actions,
        budget=tuple(_budget_line(line, making.frame) for line in gathered.budget),
        actors=_groups(gathered, document.name),
        takeaways=_phrases(gathered.takeaways, document.name),
        notes=_merged(making.notes),
        sources=_sources(document.name, title=gathered.title, vision=gathered.vision),
    )


def _sources(file: str, **passages: Passage | None) -> Sources:
    return tuple((name, passage.source(file)) for name, passage in passages.items() if passage)


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


# Headings.


def _ordered(gathered: Gathered) -> list[Step]:
    """Every heading once, each after the one it stands under, in the order they were met."""
    found: dict[int, Step] = {}
    chains = [step.chain for step in gathered.steps]
    chains += [record.under.chain for record in gathered.records if record.under]
    for chain in chains:
        for step in chain:
            found.setdefault(id(step), step)
    return list(found.values())


def _levels(steps: Sequence[Step]) -> tuple[str, ...]:
    """The names of the levels, outermost first."""
    depths: dict[str, int] = {}
    for step in steps:
        depth = len(step.chain)
        depths[step.level] = max(depth, depths.get(step.level, 0))
    return tuple(sorted(depths, key=lambda level: depths[level]))


def _heading(step: Step, making: _Making) -> Heading:
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
    sources = _sources(file, ref=ref, text=text, rationale=rationale)
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


# Actions.


def _action(number: int, record: Record, making: _Making) -> Action:
    id_ = f"a{number}"
    ref, text, detail = _wording(record, id_, making)
    rationale, notes = without_notes(glued([value.passage for value in record.of(M.RATIONALE)]))
    making.note(notes, id_)
    making.note(record.struck, id_, "deleted")
    _take_out_notes(record, id_, making)
    take_status_out(record)
    leads, partners, involving = owners_of(record, making.lexicon, making.frame)
    frame = making.frame
    words = (text, detail)
    return Action(
        id=id_,
        text=text.wording,
        ref=ref.wording if ref else None,
        detail=detail.wording or None,
        under=making.ids[id(record.under)] if record.under else None,
        rationale=rationale.wording or None,
        involving=involving.wording if involving else None,
        leads=leads,
        partners=partners,
        timescale=timescale_of(record, frame),
        milestones=milestones_of(record, frame),
        measures=measures_of(record, frame),
        weightings=weightings_of(record, frame),
        money=money_in((*words, *(v.passage for v in record.of(M.MONEY))), frame),
        status=status_of(record, frame),
        progress=progress_of(record, frame),
        programmes=programmes_in(words, frame),
        remarks=remarks_of(record, frame),
        source=whole_source(record, frame),
        sources=_sources(
            frame.file,
            ref=ref,
            text=text,
            detail=detail,
            rationale=rationale,
            involving=involving,
            milestones=lists_in(record.of(M.MILESTONE)),
            measures=lists_in(record.of(M.MEASURE, M.TARGET)),
        ),
    )


def _take_out_notes(record: Record, id_: str, making: _Making) -> None:
    """Drafting notes among the milestones, measures and owners are notes about the action."""
    for value in record.of(M.MILESTONE, M.MEASURE, M.TARGET, M.LEAD, M.OWNER, M.PARTNER):
        value.passage, notes = without_notes(value.passage)
        making.note(notes, id_)


def _wording(record: Record, id_: str, making: _Making) -> tuple[Passage, Passage, Passage]:
    """The action's reference, its text and what further is said of it, without drafting notes."""
    texts = [value.passage for value in record.of(M.ACTION)]
    details = [value.passage for value in record.of(M.DETAIL)]
    if not texts:
        texts, details = details[:1], details[1:]
    text, notes = without_notes(glued(texts))
    detail, more = without_notes(glued(details))
    making.note((*notes, *more), id_)
    refs = [value.passage.strip() for value in record.of(M.REF)]
    ref = refs[0].strip(" .:)") if refs else EMPTY
    if not ref:
        ref, text = without_label(text)
    elif len(refs) > 1:
        making.note(refs[1:], id_, "text")
    return ref, text, detail


# The rest.


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


def _about(passage: Passage, kind: str, document: Document, actions: Sequence[Action]) -> str | None:
    """The action whose cell a reviewer's comment or a deletion is about."""
    if kind not in {"comment", "deleted"} or not passage.spots:
        return None
    number = passage.spots[0].paragraph
    place = next((p.about for p in document.paragraphs if p.number == number), None)
    if place is None:
        return None
    for action in actions:
        spots = action.source.spots if action.source else ()
        if any((spot.table, spot.row, spot.column) == place for spot in spots):
            return action.id
    return None


def _merged(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Running lines that say the same are one note with all its places."""
    made: list[Note] = []
    running: dict[str, int] = {}
    for note in notes:
        if note.kind == "running" and note.text in running and note.source:
            at = running[note.text]
            kept = made[at].source
            spots = (kept.spots if kept else ()) + note.source.spots
            made[at] = replace(made[at], source=Source(note.source.file, spots))
            continue
        if note.kind == "running":
            running[note.text] = len(made)
        made.append(note)
    return tuple(made)
