"""What programs are told of several places side by side."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from turntide.web.api.pages.published import ActionOut, FiguresOut, Page, Told
from turntide.web.api.pages.telling import action_out, figures_out
from turntide.web.publishing.store.across import Comparison, Hit, Involved, Part, Side, Theme


class FoundOut(Told):
    """An action that was found, and the place it is of."""

    place: str
    action: ActionOut


class PartOut(Told):
    """What a body does in a plan: ids of the actions it is in, and of those it leads."""

    place: str
    plan: str
    title: str
    actions: list[str]
    led: list[str]


class BodyAcrossOut(Told):
    """A body by its name, and where it is involved. Places keep registers of their own: names tell that it is one."""

    name: str
    places: int
    parts: list[PartOut]


class ThemeOut(Told):
    """An outermost heading, with how its actions stand; ``id`` is empty for those under none."""

    id: str
    text: str
    figures: FiguresOut


class SideOut(Told):
    """One of the plans compared."""

    place: str
    plan: str
    title: str
    confidence: bool
    figures: FiguresOut
    themes: list[ThemeOut]


class SharedOut(Told):
    """A body that is in several of the plans, and in how many actions of each, in the order of the sides."""

    name: str
    numbers: list[int]


class EndingOut(Told):
    """How many actions of each side end in a financial year; ``year`` is empty for those without a day."""

    year: str
    numbers: list[int]


class ComparisonOut(Told):
    """Plans side by side."""

    sides: list[SideOut]
    shared: list[SharedOut]
    endings: list[EndingOut]
    missing: Annotated[list[str], Field(description="Ids that are not published.")]


class FoundPage(Page):
    """Actions that were found, by place and plan."""

    items: list[FoundOut]


class BodiesAcrossPage(Page):
    """Bodies, those in most places first."""

    items: list[BodyAcrossOut]


def found_out(hit: Hit) -> FoundOut:
    """An action that was found."""
    return FoundOut(place=hit.published.slug, action=action_out(hit.action, hit.published.shown.about))


def body_out(involved: Involved) -> BodyAcrossOut:
    """A body over places."""
    return BodyAcrossOut(
        name=involved.name, places=involved.places, parts=[_part(each) for each in involved.parts]
    )


def comparison_out(comparison: Comparison) -> ComparisonOut:
    """Plans side by side."""
    return ComparisonOut(
        sides=[_side(each) for each in comparison.sides],
        shared=[SharedOut(name=each.name, numbers=list(each.numbers)) for each in comparison.shared],
        endings=[EndingOut(year=each.year, numbers=list(each.numbers)) for each in comparison.endings],
        missing=list(comparison.missing),
    )


def _part(part: Part) -> PartOut:
    published = part.published
    return PartOut(
        place=published.slug,
        plan=published.id,
        title=published.title,
        actions=list(part.actions),
        led=list(part.led),
    )


def _side(side: Side) -> SideOut:
    published = side.published
    return SideOut(
        place=published.slug,
        plan=published.id,
        title=published.title,
        confidence=side.confidence,
        figures=figures_out(published.shown.record, side.figures),
        themes=[_theme(side, each) for each in side.themes],
    )


def _theme(side: Side, theme: Theme) -> ThemeOut:
    heading = theme.heading
    return ThemeOut(
        id=heading.id if heading else "",
        text=heading.text if heading else "",
        figures=figures_out(side.published.shown.record, theme.figures),
    )
