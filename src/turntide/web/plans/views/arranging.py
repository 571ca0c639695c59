"""Adding and moving what stands in a plan."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.forms.action import ActionForm
from turntide.web.plans.forms.headings import LEVELS, HeadingForm
from turntide.web.plans.forms.placing import AlsoUnderForm, UnderForm, WhereForm
from turntide.web.plans.models import Action, Heading, Plan
from turntide.web.plans.pages.changing import FormPage, MovePage
from turntide.web.plans.pages.choices import also_choices, heading_options, where_options
from turntide.web.plans.pages.wording import short
from turntide.web.plans.services import arranging
from turntide.web.plans.services.editing import state_of_action
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.services.writing import ChangedMeanwhileError
from turntide.web.plans.store.filtering import plans_standing
from turntide.web.plans.store.placing import LAST, OUTERMOST, sibling_before
from turntide.web.plans.store.reaching import heading_choices, levels_known
from turntide.web.plans.store.siblings import actions_under, headings_under
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.views.changing import (
    action_here,
    address,
    heading_here,
    plan_here,
    refused,
    told_at,
    tree_at,
)
from turntide.web.plans.views.editing import suggestions

_NEW_ACTION = (
    *("ref", "text", "detail", "leads", "partners", "when", "starts", "ends"),
    *("milestones", "measures", "programmes"),
)


@place_view(Role.EDITOR)
def add_action(request: PlaceRequest, id: UUID) -> HttpResponse:  # noqa: A002
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
def add_heading(request: PlaceRequest, id: UUID) -> HttpResponse:  # noqa: A002
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


@place_view(Role.EDITOR)
def move_action(request: PlaceRequest, id: UUID) -> HttpResponse:  # noqa: A002
    """Put an action under another heading, or elsewhere among its siblings."""
    action = action_here(request, id)
    plan, own = action.plan, state_of_action(action).read.under
    under = _chosen_heading(request, own)
    siblings = [row for row in actions_under(plan, under) if row.pk != action.pk]
    where = sibling_before(plan, action.pk) if siblings and _hex(under) == own else LAST
    form = WhereForm(
        request.POST or None,
        places=where_options(siblings),
        under=_hex(under) or OUTERMOST,
        saw=action.version,
        where=where,
    )
    back = address(request, "action", action.pk)
    if not form.is_valid():
        return _moving(request, action, under, form, back)
    try:
        change = arranging.move_action(
            action=action, under=under, by=request.here.by, where=form.place, saw=form.version
        )
    except (RefusedError, ChangedMeanwhileError) as why:
        return refused(request, plan, _reason(why), back)
    return told_at(request, _("The action was moved."), change, back)


@place_view(Role.EDITOR)
def move_heading(request: PlaceRequest, id: UUID) -> HttpResponse:  # noqa: A002
    """Put a heading with all beneath it elsewhere."""
    heading = heading_here(request, id)
    plan, own = heading.plan, hex_id(heading.parent_id) if heading.parent_id else None
    under = _chosen_heading(request, own)
    siblings = [row for row in headings_under(plan, under) if row.pk != heading.pk]
    form = WhereForm(
        request.POST or None,
        places=where_options(siblings),
        under=_hex(under) or OUTERMOST,
        saw=heading.version,
        where=LAST,
    )
    back = tree_at(request, plan.pk, heading.pk)
    if not form.is_valid():
        return _moving(request, heading, under, form, back)
    try:
        change = arranging.move_heading(
            heading=heading, under=under, by=request.here.by, where=form.place, saw=form.version
        )
    except (RefusedError, ChangedMeanwhileError) as why:
        return refused(request, plan, _reason(why), back)
    return told_at(request, _("The heading was moved, with all beneath it."), change, back)


@place_view(Role.EDITOR)
def also_under(request: PlaceRequest, id: UUID) -> HttpResponse:  # noqa: A002
    """The other headings that an action serves, of any plan of the place."""
    action = action_here(request, id)
    state = state_of_action(action)
    choices = also_choices(heading_choices(plans_standing(request.here.place)), but=state.read.under)
    form = AlsoUnderForm(request.POST or None, headings=choices, chosen=state.also_under, saw=action.version)
    back = address(request, "action", action.pk)
    if request.method != "POST" or not form.is_valid():
        page = FormPage(
            place=request.here.place,
            plan=action.plan,
            title=_("Also under other headings"),
            caption=short(str(action)),
            form=form,
            back=back,
            hint=_("The action stays where it stands and shows under these headings as well."),
        )
        return show(request, page)
    headings = [heading_here(request, each) for each in form.cleaned_data["headings"]]
    try:
        change = arranging.place_also_under(
            action=action, headings=headings, saw=form.cleaned_data["saw"] or 0, by=request.here.by
        )
    except (RefusedError, ChangedMeanwhileError) as why:
        return refused(request, action.plan, _reason(why), back)
    words = _("The headings were changed.") if change else _("Nothing was changed: it stands there already.")
    return told_at(request, words, change, back)


def _asked_heading(request: PlaceRequest) -> Heading | None:
    wanted = request.GET.get("under", "")
    return _named_heading(request, wanted) if wanted else None


def _chosen_heading(request: PlaceRequest, own: str | None) -> Heading | None:
    wanted = request.POST.get("under") or request.GET.get("under") or own or OUTERMOST
    return None if wanted == OUTERMOST else _named_heading(request, wanted)


def _named_heading(request: PlaceRequest, wanted: str) -> Heading:
    """A heading the address names; one of another plan is refused by the service, with the reason."""
    try:
        return heading_here(request, UUID(wanted))
    except ValueError as wrong:
        raise Http404 from wrong


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


def _moving(
    request: PlaceRequest, thing: Action | Heading, under: Heading | None, form: WhereForm, back: str
) -> HttpResponse:
    plan, is_action = thing.plan, isinstance(thing, Action)
    own = [] if is_action else [hex_id(thing.pk)]
    options = heading_options(heading_choices([plan], without=own)[0][1], outermost=not is_action)
    page = MovePage(
        place=request.here.place,
        plan=plan,
        title=_("Move this action") if is_action else _("Move this heading"),
        caption=short(str(thing)),
        under=UnderForm(None, options, _hex(under) or OUTERMOST),
        form=form,
        back=back,
    )
    return show(request, page)


def _reason(why: Exception) -> str:
    if isinstance(why, ChangedMeanwhileError):
        return _(
            "Somebody changed this while you were choosing. Look at it as it stands now, and choose again."
        )
    return str(why)


def _hex(heading: Heading | None) -> str | None:
    return hex_id(heading.pk) if heading else None


def _pk(heading: Heading | None) -> UUID | None:
    return heading.pk if heading else None
