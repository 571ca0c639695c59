"""A place with something on every page: the addresses of what there is to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from account_steps import when_somebody_is_invited
from intake_steps import then_its_reading_is_shown, when_a_file_is_brought_in, when_the_reading_is_adopted
from plan_steps import given_an_action, when_it_is_edited, when_it_is_opened
from visitor import Visitor

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"


@dataclass(frozen=True)
class Furnished:
    """Addresses in a place."""

    place: str
    plan: str
    action: str
    heading: str
    body: str
    invitation: str
    review: str

    @property
    def of_the_plan(self) -> tuple[str, ...]:
        """Pages of a plan and of its actions, as they are read and as they are changed."""
        plan, action, heading = self.plan, self.action, self.heading
        read = (plan, f"{plan}tree/", f"{plan}tree/?open=none", f"{plan}table/", f"{plan}table/?lacks=owner")
        kept = (f"{plan}print/", f"{plan}history/", f"{plan}retired/", f"{plan}table/?words=zzz")
        changed = tuple(f"{plan}{verb}/" for verb in ("edit", "add-action", "add-heading"))
        verbs = ("", "edit/", "move/", "also-under/", "merge/", "split/", "history/", "versions/1/")
        return (
            *read,
            *kept,
            *changed,
            *(f"{action}{verb}" for verb in verbs),
            f"{heading}edit/",
            f"{heading}move/",
        )

    @property
    def of_the_place(self) -> tuple[str, ...]:
        """Pages of a place: its front, lists, search, register and people."""
        names = ("", "plans/", "actions/", "changes/", "search/?q=walk", "search/?q=zzz", "organisations/")
        register = ("organisations/add/", "organisations/suggestions/", "people/", "name/", "bring-in/")
        body = tuple(f"{self.body}{verb}" for verb in ("", "edit/", "merge/", "contacts/add/"))
        return (*(f"{self.place}{name}" for name in (*names, *register)), *body)

    @property
    def of_the_intake(self) -> tuple[str, ...]:
        """Pages of a reading that is being looked at."""
        review = self.review
        return (review, f"{review}?thing=a1", f"{review}?kind=missing", f"{review}?part=1", f"{review}adopt/")


def furnish(owner: Visitor) -> Furnished:
    """Bring in, adopt, change; bring another in and leave it to be looked at; ask somebody to join."""
    when_a_file_is_brought_in(owner, EXAMPLES / "tarrow-active-plan.docx")
    then_its_reading_is_shown(owner)
    when_the_reading_is_adopted(owner)
    plan = owner.path
    when_it_is_opened(owner, words := given_an_action(owner))
    action = owner.path
    when_it_is_edited(owner, words)
    owner.go(f"{plan}tree/")
    heading = _first(owner, r"/headings/[0-9a-f-]{36}/")
    owner.go("organisations/")
    body = _first(owner, r"/organisations/[0-9a-f-]{36}/")
    invitation = when_somebody_is_invited(owner, "nia@tarrow.example", "Viewer")
    when_a_file_is_brought_in(owner, EXAMPLES / "wexcombe-walking-tables.md")
    then_its_reading_is_shown(owner)
    return Furnished(owner.place, plan, action, heading, body, invitation, owner.path)


def _first(owner: Visitor, address: str) -> str:
    """The first address of this page that looks so."""
    addresses = owner.page.eval_on_selector_all(
        "main a[href]", "all => all.map(one => one.getAttribute('href'))"
    )
    return next(found[0] for each in addresses if (found := re.search(rf"/places/[\w-]+{address}", each)))
