"""The plan's actions, each from its record."""

from __future__ import annotations

from turntide.plan.model import Action
from turntide.reading.assembling.making import Making, sources_of
from turntide.reading.fields import (
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
from turntide.reading.owners import owners_of
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.progress import part_reports, progress_of, status_of, take_status_out
from turntide.reading.records import Record, glued
from turntide.reading.timing import timescale_of
from turntide.reading.vocabulary import Meaning

M = Meaning


def action_of(number: int, record: Record, making: Making) -> Action:
    """An action of the plan; notes among its words are kept as notes about it."""
    id_ = f"a{number}"
    ref, text, detail = _wording(record, id_, making)
    rationale, notes = without_notes(glued([value.passage for value in record.of(M.RATIONALE)]))
    making.note(notes, id_)
    making.note(record.struck, id_, "deleted")
    _take_out_notes(record, id_, making)
    part_reports(record)
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
        sources=sources_of(
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


def _take_out_notes(record: Record, id_: str, making: Making) -> None:
    """Drafting notes among the milestones, measures and owners are notes about the action."""
    for value in record.of(M.MILESTONE, M.MEASURE, M.TARGET, M.LEAD, M.OWNER, M.PARTNER):
        value.passage, notes = without_notes(value.passage)
        making.note(notes, id_)


def _wording(record: Record, id_: str, making: Making) -> tuple[Passage, Passage, Passage]:
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
