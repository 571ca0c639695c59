"""What was said of an action, as pages show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Evidence, Update
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.sayings import said_of
from turntide.web.design.days import day
from turntide.web.design.summaries import Row


@dataclass(frozen=True, slots=True)
class Shown:
    """A status as a page draws it: our meaning, and the plan's own word for it."""

    meaning: str
    label: str


@dataclass(frozen=True, slots=True)
class SaidShown:
    """What was said, and when. ``wording`` is a document's own, where the update came from one."""

    said: Said
    words: Words
    when: str = ""
    who: str = ""
    wording: str = ""
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, update: Update, words: Words) -> SaidShown:
        """What an update says. Its author is named by what was written down at the time."""
        evidence = tuple(update.evidence.all())
        when = day(update.on) or update.dated_as
        return cls(said_of(update), words, when, update.author_name, update.wording, evidence)

    @property
    def lifecycle(self) -> Shown | None:
        """How far it was."""
        return self._shown("lifecycle", self.said.lifecycle)

    @property
    def confidence(self) -> Shown | None:
        """How sure it was; what is complete is neither sure nor unsure."""
        return self._shown("confidence", "" if self.said.lifecycle == "complete" else self.said.confidence)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All else that was said, in words; what was not said is left out."""
        return tuple(row for row in self._rows() if row.value)

    def _shown(self, axis: str, meaning: str) -> Shown | None:
        return Shown(meaning, self.words.label(axis, meaning)) if meaning else None

    def _rows(self) -> Iterator[Row]:
        said = self.said
        yield Row(_("In the plan"), self.wording)
        yield Row(_("Why it is red or amber"), said.reason)
        yield Row(_("Back on course by"), day(said.recovers_on))
        yield Row(_("What was done"), said.done)
        yield Row(_("What is next"), said.next)
        yield Row(_("What is in the way"), said.in_the_way)
        yield Row(_("Asked of the board"), said.ask)
        yield Row(_("Milestones"), _lines(step_words(step) for step in said.steps))
        yield Row(_("Figures"), _lines(reading_words(reading) for reading in said.readings))
        yield Row(_("Who was reached"), _lines(reach_words(reach) for reach in said.reached))
        yield Row(_("Worth a story"), _("Yes") if said.worth_a_story else "")


@dataclass(frozen=True, slots=True)
class Differing:
    """A part of two versions that is not the same in both."""

    name: str
    stands: str
    typed: str


def differing(stands: Said, typed: Said, words: Words) -> tuple[Differing, ...]:
    """Where two versions of an update differ, in words."""
    return tuple(
        Differing(name, now, mine)
        for (name, now), (_name, mine) in zip(_all(stands, words), _all(typed, words), strict=True)
        if now != mine
    )


def step_words(step: StepSaid) -> str:
    """A milestone, and what became of it."""
    said = [step.text]
    if step.met_on:
        said.append(_("met on %(day)s") % {"day": day(step.met_on)})
    if step.moved_to:
        said.append(_("moved to %(day)s") % {"day": day(step.moved_to)})
    return ": ".join((said[0], ", ".join([*said[1:], *([step.reason] if step.reason else [])])))


def reading_words(reading: ReadingSaid) -> str:
    """A measure, its value, and where that is from."""
    beside = ", ".join(each for each in (day(reading.on), reading.origin) if each)
    return f"{reading.text}: {reading.value}" + (f" ({beside})" if beside else "")


def reach_words(reach: ReachSaid) -> str:
    """Who was reached, and how many."""
    return reach.group if reach.number is None else f"{reach.group}: {reach.number}"


def _all(said: Said, words: Words) -> Iterator[tuple[str, str]]:
    yield _("How far it is"), words.label("lifecycle", said.lifecycle) if said.lifecycle else ""
    yield _("How sure it is"), words.label("confidence", said.confidence) if said.confidence else ""
    yield _("No change"), _("Yes") if said.no_change else ""
    for row in SaidShown(said, words)._rows():
        yield str(row.name), str(row.value)


def _lines(lines: Iterator[str]) -> SafeString | str:
    """Each on a line of its own."""
    found = [(line,) for line in lines]
    return format_html("{}", format_html_join(SafeString("<br>"), "{}", found)) if found else ""
