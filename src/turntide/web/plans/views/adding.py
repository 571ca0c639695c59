"""Adding an action or a heading to a plan."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.forms.action import ActionForm
from turntide.web.plans.forms.headings import LEVELS, HeadingForm
from turntide.web.plans.models import Heading, Plan
from turntide.web.plans.pages.changing import FormPage
from turntide.web.plans.pages.wording import short
from turntide.web.plans.services import arranging
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.store.reaching import levels_known
from turntide.web.plans.store.siblings import headings_under
from turntide.web.plans.views.changing import heading_named, plan_here, refused, told_at, tree_at
from turntide.web.plans.views.editing import suggestions

_NEW_ACTION = (
    *("ref", "text", "detail", "leads", "partners", "when", "starts", "ends"),
    *("milestones", "measures", "programmes"),
)


@place_view(Role.EDITOR)
def add_action(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A new action, under the heading that the address names or under none."""
    plan = plan_here(request, id)
    under = _asked_heading(request)
    form = ActionForm(request.POST or None, only=_NEW_ACTION)
    if not form.is_valid():
        return _adding(request, plan, under, form, _("Add an action"))
    try:
        change = arranging.add_action(plan=plan, under=under, boxes=form.boxes, by=request.here.by)
    except RefusedError as why:
        return refused(request, plan, str(why), tree_at(request, plan.pk))
    return told_at(request, _("The action was added."), change, tree_at(request, plan.pk, _pk(under)))


@place_view(Role.EDITOR)
def add_heading(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A new heading, under the heading that the address names or outermost."""
    plan = plan_here(request, id)
    under = _asked_heading(request)
    form = HeadingForm(request.POST or None, boxes={"level": _level_beneath(plan, under)})
    if not form.is_valid():
        return _adding(request, plan, under, form, _("Add a heading"))
    try:
        change = arranging.add_heading(plan=plan, under=under, boxes=form.boxes, by=request.here.by)
    except RefusedError as why:
        return refused(request, plan, str(why), tree_at(request, plan.pk))
    return told_at(request, _("The heading was added."), change, tree_at(request, plan.pk, _pk(under)))


def _asked_heading(request: PlaceRequest) -> Heading | None:
    wanted = request.GET.get("under", "")
    return heading_named(request, wanted) if wanted else None


def _level_beneath(plan: Plan, under: Heading | None) -> str:
    """What siblings there are called, else the plan's word for the level."""
    sibling = next(iter(headings_under(plan, under)), None)
    if sibling is not None:
        return sibling.level
    levels = levels_known(plan)
    if under is None:
        return levels[0] if levels else ""
    at = levels.index(under.level) + 1 if under.level in levels else len(levels)
    return levels[at] if at < len(levels) else ""


def _adding(
    request: PlaceRequest, plan: Plan, under: Heading | None, form: ActionForm | HeadingForm, title: str
) -> HttpResponse:
    page = FormPage(
        place=request.here.place,
        plan=plan,
        title=title,
        caption=_("Under %(heading)s") % {"heading": short(str(under))} if under else short(plan.title),
        form=form,
        back=tree_at(request, plan.pk, _pk(under)),
        words=title,
        suggestions=suggestions(request) | {LEVELS: levels_known(plan)},
        reads_when=isinstance(form, ActionForm),
    )
    return show(request, page)


def _pk(heading: Heading | None) -> UUID | None:
    return heading.pk if heading else None
