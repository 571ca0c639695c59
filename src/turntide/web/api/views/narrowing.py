"""Which actions of a publication a program asks for."""

from __future__ import annotations

from typing import Annotated

from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import Field

from turntide.web.api.pages.told import Confidence, Freshness, Lifecycle
from turntide.web.api.rules.narrowing import Wanted
from turntide.web.api.rules.problems import Wrong
from turntide.web.api.views.problems import wrong
from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.rules.finding import find
from turntide.web.publishing.store.published import Shown


class Narrowing(Schema):
    """What is asked for; what is left out does not narrow."""

    plan: str = Field("", max_length=100, description="A plan’s id.")
    theme: str = Field("", max_length=100, description="A heading’s id, at any level.")
    body: str = Field("", max_length=300, description="A body’s id or name.")
    lifecycle: Lifecycle | None = None
    confidence: Confidence | None = None
    freshness: Freshness | None = None
    words: str = Field("", max_length=500, description="All of these words occur in it.")

    def wanted(self, shown: Shown) -> Wanted:
        """What is asked for of a publication. Raises ProblemError for a plan or heading that is not in it."""
        self._refuse_unknown("plan", self.plan, {each.id for each in shown.record.plans})
        self._refuse_unknown("theme", self.theme, {each.id for each in shown.record.headings})
        return Wanted(**{name: value or "" for name, value in self.model_dump(exclude={"words"}).items()})

    def _refuse_unknown(self, name: str, value: str, known: set[str]) -> None:
        if value and value not in known:
            words = _("This is not published. Take the id from the list of plans or headings.")
            raise wrong([Wrong(f"query.{name}", words)])


Narrowed = Annotated[Narrowing, Query()]


def actions_wanted(shown: Shown, narrowing: Narrowing) -> list[ActionThen]:
    """The actions asked for, in the plans' order; words are looked for as the public page does.

    Raises ProblemError for a plan or heading that is not published.
    """
    wanted, words = narrowing.wanted(shown), narrowing.words.strip()
    some = find(shown.contents.searchable, words).actions if words else shown.record.actions
    return [each for each in some if wanted.fits(each)]
