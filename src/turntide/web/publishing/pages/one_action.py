"""An action: what was promised, what happened, how fresh that is, and where it is from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.design.statuses import Shown, shown
from turntide.web.periods.rules.record import ActionThen, MilestoneThen
from turntide.web.publishing.pages.changing import Happened, happened
from turntide.web.publishing.pages.frame import Crumbs, Frame
from turntide.web.publishing.pages.one_plan import crumbs_of
from turntide.web.publishing.pages.place import Card, story_card
from turntide.web.publishing.pages.standing import Standing, day_of, standing_of
from turntide.web.publishing.pages.wording import names
from turntide.web.publishing.rules.about import PlanAbout
from turntide.web.publishing.rules.happening import SAID


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone. ``state``: done, moved, past its day, or still to come."""

    text: str
    due: str
    state: Shown
    words: str


@dataclass(frozen=True)
class ActionPage:
    """An action."""

    template: ClassVar[str] = "publishing/public/action.html"
    frame: Frame
    action: ActionThen

    @property
    def title(self) -> str:
        """In plain words where there are some."""
        return self.frame.plain(self.action.id, self.action.text)

    @property
    def caption(self) -> str:
        """Its number in the plan."""
        return _("Action %s") % self.action.ref if self.action.ref else _("Action")

    @property
    def own(self) -> str:
        """The plan's own words, where the title has others."""
        return "" if self.title == self.action.text else self.action.text

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        innermost = self.action.path[-1] if self.action.path else ""
        return crumbs_of(self.frame, self.action.plan, innermost)

    @cached_property
    def standing(self) -> Standing:
        """How it stands."""
        return standing_of(self.action, self.frame.plan(self.action.plan))

    @property
    def promised(self) -> tuple[tuple[str, str], ...]:
        """Who leads it, with whom, and by when."""
        every = (
            (_("Led by"), names(self.action.leads)),
            (_("With"), names(self.action.partners)),
            (_("When"), self.action.when),
            (_("How we will know it worked"), self._measures),
        )
        return tuple((name, value) for name, value in every if value)

    @property
    def _measures(self) -> str:
        said = (f"{each.text}: {each.target}" if each.target else each.text for each in self.action.measures)
        return "; ".join(said)

    @property
    def said(self) -> str:
        """What happened, in the words settled for the public."""
        return self.action.statement.public if self.action.statement else ""

    @property
    def said_by(self) -> str:
        """Who said so, and when."""
        said = self.action.statement
        if said is None:
            return ""
        who = ", ".join(each for each in (said.by, said.role, said.body) if each)
        return _("%(who)s, %(day)s") % {"who": who, "day": day_of(said.on)} if who else day_of(said.on)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its milestones."""
        return tuple(self._step(each) for each in self.action.milestones)

    @property
    def happened(self) -> tuple[Happened, ...]:
        """What changed in the period besides what was said."""
        every = self.frame.told.contents.happened_in.get(self.action.id, ())
        return happened(self.frame, (each for each in every if each.kind != SAID))

    @property
    def stories(self) -> tuple[Card, ...]:
        """Its stories."""
        found = self.frame.told.index.stories_of(self.action.id)
        return tuple(story_card(self.frame, each) for each in found)

    @property
    def plan_title(self) -> str:
        """Its plan."""
        return self.frame.plan(self.action.plan).title

    @property
    def plan_url(self) -> str:
        """Its plan's page."""
        return self.frame.at.plan(self.action.plan)

    @property
    def source(self) -> PlanAbout:
        """The plan's document."""
        return self.frame.told.about.plan(self.action.plan)

    @property
    def adopted(self) -> str:
        """When that was taken in."""
        return day_of(self.source.adopted)

    def _step(self, step: MilestoneThen) -> Step:
        due = day_of(step.due)
        if step.met_on:
            return Step(step.text, due, shown("complete", _("Done")), _("Done on %s") % day_of(step.met_on))
        if step.was and step.was != step.due:
            words = _("Moved from %s") % day_of(step.was)
            return Step(step.text, due, Shown(_("Moved"), "clock", "amber"), words)
        if step.due and step.due < self.frame.today.isoformat():
            return Step(step.text, due, Shown(_("Past its day"), "triangle", "amber"), "")
        return Step(step.text, due, Shown(_("To come"), "hollow", "grey"), "")
