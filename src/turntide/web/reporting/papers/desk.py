"""What lies before whoever writes a paper: the records, what changed between them, and the footnotes so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from turntide.web.periods.rules.comparing import Changes, Turned
from turntide.web.periods.rules.record import ActionThen, HeadingThen, PlanThen, Record
from turntide.web.reporting.papers.notes import Notes
from turntide.web.reporting.papers.telling import Telling
from turntide.web.reporting.papers.wording import first_words
from turntide.web.reporting.rules.paper import Piece, Words

_UNKNOWN = PlanThen("", "", confidence=False)


@dataclass(frozen=True)
class Desk:
    """The record that is told, the one it is held against, and how actions are called in the paper.

    ``annexed``: every action of the record stands somewhere in the paper, so that words can lead there.
    ``annex``: they stand in an annex. ``brief``: it is a paper of one page.
    """

    telling: Telling
    record: Record
    before: Record | None
    changes: Changes
    annexed: bool = False
    annex: bool = False
    brief: bool = False

    @cached_property
    def notes(self) -> Notes:
        """The footnotes so far."""
        return Notes(lambda action: (self.called(action), self.anchor(action)))

    @cached_property
    def actions(self) -> dict[str, ActionThen]:
        """The actions as they are now, by id."""
        return {each.id: each for each in self.record.actions}

    @cached_property
    def headings(self) -> dict[str, HeadingThen]:
        """The headings, by id; those that went since the period before too."""
        before = self.before.headings if self.before else ()
        return {each.id: each for each in (*before, *self.record.headings)}

    @cached_property
    def plans(self) -> dict[str, PlanThen]:
        """The plans, by id."""
        return {each.id: each for each in self.record.plans}

    @cached_property
    def slipped(self) -> dict[str, list[Turned]]:
        """What got worse since last time, by the action's id."""
        some: dict[str, list[Turned]] = {}
        for each in self.changes.slipped:
            some.setdefault(each.id, []).append(each)
        return some

    def room(self, most: int) -> int:
        """How many of a list stand, which are so many in a paper of usual length."""
        return max(1, most // 2) if self.brief else most

    def plan(self, action: ActionThen) -> PlanThen:
        """The plan of an action; one without colours where the record does not hold it."""
        return self.plans.get(action.plan, _UNKNOWN)

    def called(self, action: str) -> str:
        """What an action is called in few words: its reference where only it has that, else its first words."""
        ref, text = self._known.get(action, ("", ""))
        if ref and self._refs[ref] == 1:
            return ref
        return " ".join(each for each in (ref, first_words(text)) if each) or _("an action without words")

    def anchor(self, action: str) -> str:
        """Where an action stands in the paper; nowhere if it does not."""
        return anchor_of(action) if self.annexed and action in self.actions else ""

    def named(self, action: ActionThen) -> Words:
        """An action by its reference and first words, leading to where it stands in full."""
        return self.leading(action.id, action.ref, action.text)

    def leading(self, action: str, ref: str, text: str) -> Words:
        """The same for an action that may have gone."""
        name = " ".join(each for each in (ref, first_words(text)) if each) or _("An action without words")
        return (Piece(name, anchor=self.anchor(action)),)

    def theme(self, action: ActionThen) -> str:
        """The id of the outermost heading an action stands under; empty for none."""
        return next((each for each in action.path if each in self.headings), "")

    def heading(self, heading: str) -> str:
        """A heading by its reference and words."""
        known = self.headings.get(heading)
        named = " ".join(each for each in (known.ref, known.text) if each) if known else ""
        return named or _("Under no heading")

    @cached_property
    def _known(self) -> dict[str, tuple[str, str]]:
        known = {each.action: (each.ref, each.text) for each in self.telling.requests}
        for action in self.before.actions if self.before else ():
            known[action.id] = action.ref, action.text
        for gone in self.record.dropped:
            known[gone.id] = gone.ref, gone.text
        return known | {each.id: (each.ref, each.text) for each in self.record.actions}

    @cached_property
    def _refs(self) -> Counter[str]:
        return Counter(ref for ref, _text in self._known.values())


def anchor_of(action: str) -> str:
    """The name of the place of an action: one that Word takes too, which allows 40 letters, digits and lines."""
    return "a_" + re.sub(r"\W", "_", action)


def by_theme(desk: Desk, actions: Iterable[ActionThen]) -> dict[str, list[ActionThen]]:
    """Actions by the id of their theme, in the order of the plans' headings; those under none come last."""
    themes: dict[str, list[ActionThen]] = {each.id: [] for each in desk.record.headings}
    for each in actions:
        themes.setdefault(desk.theme(each), []).append(each)
    without = {"": themes.pop("", [])}
    return {theme: some for theme, some in (themes | without).items() if some}
