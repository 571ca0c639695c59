"""How an action stands, in the plan's own words, as cells. A plan told in stories shows no colours at all."""

from __future__ import annotations

from collections.abc import Iterable

from turntide.web.design.statuses import shown
from turntide.web.periods.rules.figures import shown_confidence
from turntide.web.periods.rules.record import ActionThen, PlanThen
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.rules.paper import Cell, words


def lifecycle(desk: Desk, action: ActionThen) -> Cell:
    """How far an action is. A wording of the plan's that has no meaning of ours stays as it is, without colour."""
    plan = desk.plan(action)
    label = action.lifecycle_label or label_of(plan, "lifecycle", action.lifecycle)
    return status(action.lifecycle, label or ("" if action.lifecycle else action.status_wording), plain(plan))


def confidence(desk: Desk, action: ActionThen) -> Cell:
    """How sure it is to be done; nothing where the plan does not say so."""
    plan = desk.plan(action)
    if not told_in_colours(plan):
        return Cell(words("–"))
    colour = shown_confidence(action)
    own = action.confidence_label if colour == action.confidence else ""
    return status(colour, own or label_of(plan, "confidence", colour))


def freshness(desk: Desk, action: ActionThen) -> Cell:
    """How fresh what is known of it is."""
    plan = desk.plan(action)
    label = action.freshness_label or label_of(plan, "freshness", action.freshness)
    return status(action.freshness, label, plain(plan))


def status(meaning: str, label: str = "", plainly: bool = False) -> Cell:
    """A status as a cell; ``plainly``: as a word alone."""
    look = shown(meaning, label)
    if plainly:
        return Cell(words(str(look.word)))
    return Cell(words(str(look.word)), shape=look.shape, tone=look.tone)


def label_of(plan: PlanThen, axis: str, meaning: str) -> str:
    """A plan's own word for a status; empty where it has none."""
    return next(
        (each.label for each in plan.terms if each.axis == axis and each.meaning == meaning and meaning), ""
    )


def common_label(plans: Iterable[PlanThen], axis: str, meaning: str) -> str:
    """The word, or the two, that these plans have for a status; empty, for the usual one, where they have more."""
    labels = dict.fromkeys(word_of(meaning, label_of(each, axis, meaning)) for each in plans)
    return " / ".join(labels) if len(labels) < 3 else ""


def told_in_colours(plan: PlanThen) -> bool:
    """Whether a plan says how sure it is in red, amber and green."""
    return plan.confidence and not plan.stories_only


def is_red(desk: Desk, action: ActionThen) -> bool:
    """Whether it shows red, in a plan that is told in colours."""
    return told_in_colours(desk.plan(action)) and shown_confidence(action) == "red"


def plain(plan: PlanThen) -> bool:
    """Whether a plan's statuses are told in words alone."""
    return plan.stories_only


def word_of(meaning: str, label: str = "") -> str:
    """The word of a status."""
    return str(shown(meaning, label).word)
