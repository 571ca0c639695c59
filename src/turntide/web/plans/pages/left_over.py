"""What the reading of a document left beside the plan: texts without a place, findings, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from turntide.web.plans.models import Note
from turntide.web.plans.pages.finding_words import finding_said
from turntide.web.plans.pages.places_in_files import place_in_file

NOTE_WORDS: dict[str, Promise] = {
    "drafting": gettext_lazy("Drafting notes"),
    "text": gettext_lazy("Text around the tables"),
    "running": gettext_lazy("Headers and footers"),
    "comment": gettext_lazy("Reviewers' comments"),
    "deleted": gettext_lazy("Struck out"),
    "footnote": gettext_lazy("Footnotes"),
    "legend": gettext_lazy("Legends"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Words of the document or about it, and where they stand in it. ``original`` is what they say in English."""

    text: str
    place: str
    original: str = ""


def texts_told(parts: Iterable[dict[str, Any]]) -> tuple[Told, ...]:
    """Parts of a reading as words with their place."""
    return tuple(Told(str(part.get("text", "")), place_in_file(part.get("source"))) for part in parts)


def findings_told(findings: Iterable[dict[str, Any]]) -> tuple[Told, ...]:
    """The findings of a reading, in the language of the page."""
    said = ((finding_said(each), place_in_file(each.get("source"))) for each in findings)
    return tuple(Told(words.sentence, place, words.original) for words, place in said)


def notes_by_kind(notes: Iterable[Note]) -> tuple[tuple[str | Promise, tuple[Told, ...]], ...]:
    """Notes about the plan as a whole, kind by kind."""
    kinds: dict[str, list[Told]] = defaultdict(list)
    for note in notes:
        kinds[note.kind].append(Told(note.text, place_in_file(note.source)))
    return tuple((NOTE_WORDS.get(kind, kind), tuple(found)) for kind, found in kinds.items())
