"""Reports told on a line of their own in an action's own cell: 'Plant street trees', beneath it 'Update (June): …'."""

from __future__ import annotations

import re

from turntide.reading.passage import Passage
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning, best_meaning

M = Meaning
SURE = 0.9
_LINE = re.compile(r"\n[ \t]*(?P<label>[A-Za-z][^:\n]{2,40}?)[ \t]*:\s+(?=\S)")
_NEWS = re.compile(r"\b(?:updates?|progress|position|news)\b", re.IGNORECASE)


def tell_reports(record: Record) -> list[tuple[Passage, Meaning | None]]:
    """Take the reports beneath an action out of its cell; gives their labels."""
    acts = record.of(M.ACTION)
    whole = acts[0].passage if len(acts) == 1 else Passage()
    found = [line for line in _LINE.finditer(whole.text) if _heads_report(line["label"])]
    if not found or not whole[: found[0].start()]:
        return []
    acts[0].passage = whole[: found[0].start()].strip()
    ends = [line.start() for line in found[1:]] + [len(whole.text)]
    labels: list[tuple[Passage, Meaning | None]] = []
    for line, end in zip(found, ends, strict=True):
        label = whole[line.start("label") : line.end("label")]
        record.values.append(Value(M.PROGRESS, label, whole[line.end() : end].strip()))
        labels.append((label, M.PROGRESS))
    return labels


def _heads_report(label: str) -> bool:
    meaning, fit = best_meaning(label)
    return meaning is M.PROGRESS and fit >= SURE and _NEWS.search(label) is not None
