"""Open data: what is given of a publication, and under which licence. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from turntide.web.periods.rules.figures import shown_confidence
from turntide.web.periods.rules.record import ActionThen, HeadingThen, PlanThen, Record
from turntide.web.publishing.rules.about import About
from turntide.web.publishing.rules.contents import has_colours

AddressOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its SPDX id, its name and where its words are."""

    id: str
    name: str
    url: str


LICENCES = {
    each.id: each
    for each in (
        Licence(
            "OGL-UK-3.0",
            "Open Government Licence v3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
        Licence(
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        Licence(
            "CC0-1.0",
            "Creative Commons Zero v1.0 Universal",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Whole addresses: of the place's page, its data and dictionary, and those of a plan, action or story by id.

    ``data`` gives the address of a file of data: of a plan (its id; empty: of the whole place) by its name.
    """

    place: str
    data_page: str
    dictionary: str
    catalogue: str
    plan: AddressOf
    action: AddressOf
    story: AddressOf
    data: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Given:
    """What open data is given of: a publication, what stands beside it, and where each thing is found.

    ``published`` is the moment at which the publication was made, ISO 8601.
    """

    record: Record
    about: About
    addresses: Whereabouts
    published: str

    @property
    def licence(self) -> Licence:
        """Under which it is given."""
        return LICENCES.get(self.about.licence, LICENCES["OGL-UK-3.0"])

    @property
    def name(self) -> str:
        """The place's name."""
        return self.about.name or self.record.place

    def plan(self, id_: str) -> PlanThen | None:
        """A plan of the publication."""
        return next((each for each in self.record.plans if each.id == id_), None)

    def of_plan(self, id_: str) -> Iterator[ActionThen]:
        """The actions of a plan; of all plans where ``id_`` is empty."""
        return (each for each in self.record.actions if not id_ or each.plan == id_)

    def headings_of(self, id_: str) -> Iterator[HeadingThen]:
        """The headings of a plan; of all plans where ``id_`` is empty."""
        return (each for each in self.record.headings if not id_ or each.plan == id_)

    def headings(self) -> Mapping[str, HeadingThen]:
        """All headings by id."""
        return {each.id: each for each in self.record.headings}


def without_colours(plan: PlanThen | None) -> bool:
    """Whether a plan is told without red, amber and green."""
    return plan is not None and not has_colours(plan)


def given_confidence(action: ActionThen, plan: PlanThen | None) -> str:
    """The confidence that is given: as the figures have it, and none where the plan is told without colours."""
    return "" if without_colours(plan) else shown_confidence(action)
