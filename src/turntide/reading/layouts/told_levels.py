"""Headings that tell their own level before a colon: 'Theme: active travel', 'WE WILL: 1. Clear the air'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from turntide.documents.document import Paragraph, Role
from turntide.reading.layouts.labels import known_label
from turntide.reading.layouts.sections import is_barren
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.vocabulary import Meaning

_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,40}?)\s*:\s+(?=\S)")
MOST_WORDS = 5


@dataclass(frozen=True)
class ToldLevels:
    """The words that name a level in a document's headings though nobody knows them, by how far in they stand."""

    by_depth: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def learn(cls, paragraphs: Iterable[Paragraph]) -> ToldLevels:
        """Where each of several headings that stand equally far in begins with the same words, they name the level."""
        labels: dict[int, list[str]] = {}
        for paragraph in paragraphs:
            if paragraph.role is Role.HEADING and not is_barren(paragraph.text):
                labels.setdefault(paragraph.level, []).append(_label(paragraph.text.strip()).casefold())
        alike = {
            depth: found[0] for depth, found in labels.items() if len(found) > 1 and len(set(found)) == 1
        }
        return cls({depth: label for depth, label in alike.items() if label})

    def parted(self, heading: Passage) -> tuple[Passage, Passage]:
        """A heading's level, empty where it tells none, and its other words."""
        label = _label(heading.text)
        told = known_label(label) is Meaning.LEVEL or label.casefold() in self.by_depth.values()
        found = _LABELLED.match(heading.text)
        if not label or not told or found is None:
            return EMPTY, heading
        return heading[: found.end("label")], heading[found.end() :].strip()


def _label(text: str) -> str:
    found = _LABELLED.match(text)
    label = found["label"] if found else ""
    return label if len(label.split()) <= MOST_WORDS else ""
