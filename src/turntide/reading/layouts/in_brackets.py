"""Who and when, told in brackets in an action's own cell: 'Train ten mentors (Lead: Colleges, by July 2026)'."""

from __future__ import annotations

import re

from turntide.reading.layouts.inline import inline
from turntide.reading.layouts.labels import OWNING
from turntide.reading.passage import Passage
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning

M = Meaning
_TIMES = {M.TIMESCALE, M.START, M.END}
_LABELLED = re.compile(r"[(\[]\s*[A-Za-z ]{3,30}:\s[^()\[\]]+[)\]]\.?\s*$")


def tell_brackets(record: Record) -> list[tuple[Passage, Meaning | None]]:
    """Take what the bracket at an action's end says out of it, where no column says as much; gives its labels."""
    acts = record.of(M.ACTION)
    if len(acts) != 1 or record.of(*OWNING, *_TIMES) or not _LABELLED.search(acts[0].passage.text):
        return []
    words, told = inline(acts[0].passage)
    if not words or not told or any(said.meaning not in OWNING | _TIMES for said in told):
        return []
    acts[0].passage = words
    record.values += [Value(said.meaning, said.label, said.value) for said in told]
    return [(said.label, said.meaning) for said in told if said.label]
