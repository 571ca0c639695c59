"""From what a place published to what programs are told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from turntide.web.api.pages import published as out
from turntide.web.api.pages.told import confidence_told, freshness_told, lifecycle_told
from turntide.web.api.rules.narrowing import NONE, Involved
from turntide.web.periods.rules.comparing import Changes
from turntide.web.periods.rules.figures import Figure, Figures, shown_confidence
from turntide.web.periods.rules.record import (
    ActionThen,
    BodyThen,
    HeadingThen,
    PlanThen,
    Record,
    StatementThen,
)
from turntide.web.publishing.rules.about import About
from turntide.web.publishing.store.published import Shown


def place_out(shown: Shown, url: str, page: str) -> out.PlaceOut:
    """A place that publishes."""
    return out.PlaceOut(
        slug=shown.place.slug,
        name=shown.about.name or shown.place.name,
        summary=shown.about.summary,
        contact=shown.about.contact,
        licence=shown.about.licence,
        publication=shown.publication.number,
        published_at=shown.publication.at.isoformat(),
        starts=shown.record.starts,
        ends=shown.record.ends,
        url=url,
        page=page,
    )


def plans_out(record: Record, about: About) -> list[out.PlanOut]:
    """The plans of a record."""
    actions = Counter(each.plan for each in record.actions)
    return [_plan(each, about, actions[each.id]) for each in record.plans]


def heading_out(heading: HeadingThen, about: About) -> out.HeadingOut:
    """A heading."""
    names = ("id", "plan", "text", "level", "ref", "parent")
    return out.HeadingOut(
        **{name: getattr(heading, name) for name in names}, plain=about.words.get(heading.id, "")
    )


def action_out(action: ActionThen, about: About) -> out.ActionOut:
    """An action."""
    return out.ActionOut(
        id=action.id,
        plan=action.plan,
        ref=action.ref,
        text=action.text,
        plain=about.words.get(action.id, ""),
        detail=action.detail,
        path=list(action.path),
        leads=[_body(each) for each in action.leads],
        partners=[_body(each) for each in action.partners],
        when=action.when,
        starts=action.starts,
        ends=action.ends,
        lifecycle=lifecycle_told(action.lifecycle),
        lifecycle_label=action.lifecycle_label,
        confidence=confidence_told(shown_confidence(action)),
        confidence_label=_confidence_label(action),
        status_wording=action.status_wording,
        freshness=freshness_told(action.freshness),
        since=action.since,
        reported=action.reported,
        statement=_statement(action.statement),
        milestones=[out.MilestoneOut.model_validate(each) for each in action.milestones],
        measures=[
            out.MeasureOut(text=each.text, target=each.target, groups=list(each.groups))
            for each in action.measures
        ],
    )


def involved_out(involved: Involved) -> out.InvolvedOut:
    """A body that is involved."""
    body = involved.body
    return out.InvolvedOut(id=body.id, name=body.name, leads=involved.leads, partners=involved.partners)


def stories_out(record: Record) -> list[out.StoryOut]:
    """The stories of a record."""
    return [out.StoryOut.model_validate(each) for each in record.stories]


def figures_out(record: Record, found: Figures) -> out.FiguresOut:
    """The figures of some of a record's actions."""
    return out.FiguresOut(
        starts=record.starts,
        ends=record.ends,
        all=_figure("all", found.all),
        reported=_figure("reported", found.reported),
        lifecycle=_axis(found.lifecycle),
        confidence=_axis(found.confidence),
        freshness=_axis(found.freshness),
    )


def changes_out(record: Record, since: Changes) -> out.ChangesOut:
    """What changed within the period, and since the publication before."""
    came = [each for each in record.actions if each.id in set(record.added)]
    return out.ChangesOut(
        starts=record.starts,
        ends=record.ends,
        came=[out.CameOut.model_validate(each) for each in came],
        went=[out.WentOut.model_validate(each) for each in record.dropped],
        reworded=[out.ChangedOut.model_validate(each) for each in since.reworded],
        moved=[out.MovedOut.model_validate(each) for each in since.moved],
        slipped=[out.TurnedOut.model_validate(each) for each in since.slipped],
        recovered=[out.TurnedOut.model_validate(each) for each in since.recovered],
    )


def _plan(plan: PlanThen, about: About, actions: int) -> out.PlanOut:
    beside = about.plan(plan.id)
    names = ("id", "title", "vision", "period", "confidence", "stories_only")
    return out.PlanOut(
        **{name: getattr(plan, name) for name in names},
        levels=list(plan.levels),
        terms=[out.TermOut.model_validate(each) for each in plan.terms],
        summary=beside.summary,
        source=beside.source,
        actions=actions,
    )


def _body(body: BodyThen) -> out.BodyOut:
    return out.BodyOut(id=body.id, name=body.name)


def _confidence_label(action: ActionThen) -> str:
    """The plan's word for the confidence, where that is what is shown."""
    return action.confidence_label if shown_confidence(action) == action.confidence else ""


def _statement(said: StatementThen | None) -> out.StatementOut | None:
    if said is None or not said.public:
        return None
    names = ("id", "on", "body", "by", "role", "starts", "ends")
    return out.StatementOut(**{name: getattr(said, name) for name in names}, words=said.public)


def _axis(figures: Mapping[str, Figure]) -> list[out.FigureOut]:
    return [_figure(key or NONE, figure) for key, figure in figures.items()]


def _figure(status: str, figure: Figure) -> out.FigureOut:
    return out.FigureOut(status=status, number=figure.number, actions=list(figure.actions))
