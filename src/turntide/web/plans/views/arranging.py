"""Moving what stands in a plan, and what serves other headings too."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.forms.placing import AlsoUnderForm, UnderForm, WhereForm
from turntide.web.plans.models import Action, Heading
from turntide.web.plans.pages.changing import FormPage, MovePage
from turntide.web.plans.pages.choices import also_choices, heading_options, where_options
from turntide.web.plans.pages.wording import short
from turntide.web.plans.services import arranging
from turntide.web.plans.services.editing import state_of_action
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.services.writing import ChangedMeanwhileError
from turntide.web.plans.store.filtering import plans_standing
from turntide.web.plans.store.placing import LAST, OUTERMOST, sibling_before
from turntide.web.plans.store.reaching import heading_choices
from turntide.web.plans.store.siblings import actions_under, headings_under
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.views.changing import (
    action_here,
    address,
    heading_here,
    heading_named,
    refused,
    told_at,
    tree_at,
)


@place_view(Role.EDITOR)
def move_action(request: PlaceRequest, id: UUID) -> HttpResponse:
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
def move_heading(request: PlaceRequest, id: UUID) -> HttpResponse:
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
def also_under(request: PlaceRequest, id: UUID) -> HttpResponse:
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


def _chosen_heading(request: PlaceRequest, own: str | None) -> Heading | None:
    wanted = request.POST.get("under") or request.GET.get("under") or own or OUTERMOST
    return None if wanted == OUTERMOST else heading_named(request, wanted)


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
