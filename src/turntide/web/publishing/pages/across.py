"""Who publishes here, and what: the front of the pages across places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from turntide.web.publishing.pages.across_frame import AcrossFrame
from turntide.web.publishing.pages.place import Card
from turntide.web.publishing.pages.standing import count_words
from turntide.web.publishing.pages.wording import span_words
from turntide.web.publishing.store.published import Shown


@dataclass(frozen=True, slots=True)
class PlaceHere:
    """A place that publishes, with its plans."""

    name: str
    url: str
    period: str
    plans: tuple[Card, ...]


@dataclass(frozen=True)
class AcrossPage:
    """Every place that publishes, with its plans."""

    template: ClassVar[str] = "publishing/across/front.html"
    frame: AcrossFrame

    @property
    def title(self) -> str:
        """What these pages are."""
        return self.frame.name

    @property
    def places(self) -> tuple[PlaceHere, ...]:
        """By name."""
        return tuple(self._place(shown) for shown in self.frame.among)

    def _place(self, shown: Shown) -> PlaceHere:
        frame = self.frame.of_place(shown)
        plans = tuple(
            Card(
                each.title,
                frame.at.plan(each.id),
                each.period,
                count_words(len(shown.index.of_plan(each.id))),
            )
            for each in shown.record.plans
        )
        return PlaceHere(frame.name, frame.at.base, span_words(shown.record), plans)
