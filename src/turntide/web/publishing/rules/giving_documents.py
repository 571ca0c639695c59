"""Plans as the interchange standard gives them, with what became of them. Pure.

Every key of ``turntide-plan/1`` is there with its meaning; those added beside are named in docs/open-data.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from turntide.web.periods.rules.figures import Figure, figures
from turntide.web.periods.rules.record import HeadingThen, PlanThen, StoryThen, TermThen
from turntide.web.publishing.rules.contents import has_colours
from turntide.web.publishing.rules.giving import Given
from turntide.web.publishing.rules.giving_actions import action_given
from turntide.web.publishing.rules.giving_json import Document

PLAN_STANDARD = "turntide-plan/1"
PLACE_STANDARD = "turntide-place/1"


def place_document(given: Given) -> Document:
    """All plans of a place."""
    return Document(
        (
            ("standard", PLACE_STANDARD),
            ("title", given.name),
            ("summary", given.about.summary or None),
            *_beside(given, given.addresses.place, ""),
            ("plans", (plan_document(given, each) for each in given.record.plans)),
        )
    )


def plan_document(given: Given, plan: PlanThen) -> Document:
    """A plan in the standard's keys, each of which is written, then those beside them."""
    return Document(
        (
            ("standard", PLAN_STANDARD),
            ("kind", "plan"),
            ("title", plan.title),
            ("vision", plan.vision or None),
            ("period", _wording(plan.period)),
            ("levels", list(plan.levels)),
            ("columns", []),
            ("headings", (_heading(given, each) for each in given.headings_of(plan.id))),
            ("actions", (action_given(given, plan, each) for each in given.of_plan(plan.id))),
            *((key, []) for key in ("budget", "actors", "takeaways", "notes", "unplaced", "findings")),
            ("sources", {}),
            ("id", plan.id),
            ("summary", given.about.plan(plan.id).summary or None),
            *_beside(given, given.addresses.plan(plan.id), plan.id),
            ("terms", [_term(each) for each in plan.terms]),
            ("updates", _updates(given, plan.id)),
            ("stories", (_story(given, each) for each in _stories(given, plan.id))),
        )
    )


def _beside(given: Given, identifier: str, plan: str) -> Iterator[tuple[str, Any]]:
    """What both kinds of document tell of themselves."""
    licence = given.licence
    yield "identifier", identifier
    yield "licence", {"id": licence.id, "name": licence.name, "url": licence.url}
    yield "publisher", {"name": given.name, "url": given.addresses.place}
    yield "published", given.published
    yield "covers", {"start": given.record.starts, "end": given.record.ends, "taken": given.record.taken}
    yield "dictionary", given.addresses.dictionary
    yield "figures", figures_given(given, plan)


def figures_given(given: Given, plan: str) -> Mapping[str, Any]:
    """How the actions of a plan stand, or of all plans; not reported is ``not reported``.

    Confidence counts the actions of plans that say so in colours.
    """
    counted = figures(given.of_plan(plan))
    told = {
        "actions": counted.all.number,
        "reported": counted.reported.number,
        "lifecycle": _numbers(counted.lifecycle),
        "freshness": _numbers(counted.freshness),
    }
    plans = {each.id for each in given.record.plans if has_colours(each)}
    coloured = figures(each for each in given.of_plan(plan) if each.plan in plans)
    return told | ({"confidence": _numbers(coloured.confidence)} if coloured.all.number else {})


def _numbers(axis: Mapping[str, Figure]) -> Mapping[str, int]:
    return {key or "not reported": figure.number for key, figure in axis.items()}


def _heading(given: Given, heading: HeadingThen) -> Mapping[str, Any]:
    return {
        "id": heading.id,
        "level": heading.level,
        "ref": heading.ref or None,
        "text": heading.text,
        "parent": heading.parent or None,
        "rationale": None,
        "source": None,
        "sources": {},
        "plain": given.about.words.get(heading.id),
    }


def _wording(words: str) -> Mapping[str, Any] | None:
    return {"wording": words, "start": None, "end": None, "source": None} if words else None


def _term(term: TermThen) -> Mapping[str, Any]:
    return {
        "axis": term.axis,
        "meaning": term.meaning,
        "label": term.label,
        "definition": term.definition or None,
    }


def _updates(given: Given, plan: str) -> Iterator[Mapping[str, Any]]:
    for action in given.of_plan(plan):
        said = action.statement
        if said is not None and said.public:
            yield {
                "id": said.id,
                "action": action.id,
                "on": said.on,
                "start": said.starts or None,
                "end": said.ends or None,
                "body": said.body or None,
                "by": said.by or None,
                "role": said.role or None,
                "text": said.public,
                "approved": said.approved_at or None,
            }


def _stories(given: Given, plan: str) -> Iterable[StoryThen]:
    """Those linked to the plan or to an action of it."""
    actions = {each.id for each in given.of_plan(plan)}
    stories = given.record.stories
    return (each for each in stories if plan in each.plans or not actions.isdisjoint(each.actions))


def _story(given: Given, story: StoryThen) -> Mapping[str, Any]:
    words = ("situation", "did", "changed", "words", "whose", "learnt")
    return {
        "id": story.id,
        "identifier": given.addresses.story(story.id),
        "title": story.title,
        **{name: getattr(story, name) or None for name in words},
        "groups": list(story.groups),
        "where": list(story.where),
        "actions": list(story.actions),
    }
