"""One change to many actions: chosen in the table, looked at, and then done."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.forms.bulk import BulkForm
from turntide.web.plans.models import Action, Actions, Change
from turntide.web.plans.pages.bulk import BulkPage
from turntide.web.plans.pages.choices import bulk_headings
from turntide.web.plans.services.bulk import UNDER, Effect, Wish, change_many, effects
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.services.writing import ChangedMeanwhileError
from turntide.web.plans.store.reaching import actions_in, heading_choices
from turntide.web.plans.views.changing import address, heading_here, next_of, tell
from turntide.web.plans.views.editing import suggestions


@place_view(Role.EDITOR)
@require_POST
def bulk_edit(request: PlaceRequest) -> HttpResponse:
    """First what to do, then what that would change, then the change: three steps at one address."""
    chosen = _chosen(request)
    rows = list(chosen)
    plans = list({row.plan_id: row.plan for row in rows}.values())
    headings = bulk_headings(heading_choices(plans))
    step = request.POST.get("step", "")
    form = BulkForm(request.POST if step else None, headings)
    if not rows or not step or not form.is_valid():
        return _page(request, form, rows)
    wish = _wish(request, form)
    try:
        if step == "do":
            return _done(
                request, change_many(actions=chosen, wish=wish, saw=_saw(request), by=request.here.by)
            )
        return _page(request, form, rows, effects(chosen, wish))
    except ChangedMeanwhileError:
        words = _("Somebody changed one of these actions meanwhile. Look at what would change now.")
        return _page(request, form, list(_chosen(request)), effects(_chosen(request), wish), words)
    except RefusedError as why:
        form.add_error(None, str(why))
        return _page(request, form, rows)


def _chosen(request: PlaceRequest) -> Actions:
    try:
        ids = [UUID(each) for each in request.POST.getlist("actions")]
    except ValueError as wrong:
        raise Http404 from wrong
    found = actions_in(request.here.place).filter(pk__in=ids)
    if found.count() != len(set(ids)):
        raise Http404
    return found


def _wish(request: PlaceRequest, form: BulkForm) -> Wish:
    under = form.cleaned_data["under"] if form.cleaned_data["what"] == UNDER else ""
    heading = heading_here(request, under) if under else None
    return Wish(form.cleaned_data["what"], form.boxes, heading)


def _saw(request: PlaceRequest) -> dict[str, int]:
    pairs = (each.partition(":") for each in request.POST.getlist("saw"))
    return {id_: int(version) for id_, _colon, version in pairs if version.isdecimal()}


def _page(
    request: PlaceRequest,
    form: BulkForm,
    rows: Sequence[Action],
    found: Sequence[Effect] | None = None,
    notice: str = "",
) -> HttpResponse:
    page = BulkPage(
        place=request.here.place,
        form=form,
        actions=tuple(rows),
        effects=tuple(found) if found is not None else None,
        next=next_of(request, address(request, "actions")),
        lists=tuple(suggestions(request).items()),
        notice=notice,
    )
    return show(request, page, status=409 if notice else 200)


def _done(request: PlaceRequest, changes: Sequence[Change]) -> HttpResponse:
    if not changes:
        tell(request, _("Nothing was changed: all of them say so already."), None)
    for change in changes:
        words = ngettext(
            "%(n)d action of “%(plan)s” was changed.",
            "%(n)d actions of “%(plan)s” were changed.",
            change.touched,
        )
        tell(request, words % {"n": change.touched, "plan": change.plan.title}, change)
    return redirect(next_of(request, address(request, "actions")))
