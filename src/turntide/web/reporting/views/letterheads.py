"""A place's own Word templates."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.files.services import body_of, bytes_of
from turntide.web.plans.views.originals import attachment
from turntide.web.reporting.forms.small import LetterheadForm, NameForm
from turntide.web.reporting.models import Letterhead
from turntide.web.reporting.pages.letterheads import LetterheadNamePage, LetterheadsPage
from turntide.web.reporting.services import letterheads as keeping
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.store.finding import all_letterheads, letterheads_of

_METHODS = ["GET", "HEAD", "POST"]


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def letterheads(request: PlaceRequest) -> HttpResponse:
    """The letterheads of a place, and a new one."""
    form = LetterheadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = LetterheadForm(request.POST, request.FILES)
        if form.is_valid() and (kept := _kept(request, form)) is not None:
            words = _("“%(name)s” can be chosen for papers now.") % {"name": kept.name}
            done(request, words, _address(kept, "letterhead_retire"))
            return redirect("letterheads", place=request.here.place.slug)
    return show(request, LetterheadsPage(request.here.place, form, list(letterheads_of(request.here.place))))


@place_view(Role.EDITOR)
@require_safe
def save(request: PlaceRequest, id: int) -> HttpResponse:
    """The template as it was brought in, to be saved."""
    original = letterhead_here(request, id).original
    return attachment(body_of(original), original.name, "application/octet-stream")


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def rename(request: PlaceRequest, id: int) -> HttpResponse:
    """Call a letterhead otherwise."""
    one = letterhead_here(request, id)
    form = NameForm(request.POST or None, initial={"name": one.name})
    if not form.is_valid():
        return show(request, LetterheadNamePage(request.here.place, form))
    keeping.rename_letterhead(letterhead=one, name=form.cleaned_data["name"], by=request.here.by)
    messages.success(request, _("The letterhead was renamed."))
    return redirect("letterheads", place=request.here.place.slug)


@place_view(Role.EDITOR)
@require_POST
def retire(request: PlaceRequest, id: int) -> HttpResponse:
    """Offer a letterhead no more."""
    one = letterhead_here(request, id)
    keeping.retire_letterhead(letterhead=one, by=request.here.by)
    words = _("“%(name)s” is offered no more. Papers that have it keep it.") % {"name": one.name}
    done(request, words, _address(one, "letterhead_bring_back"))
    return redirect("letterheads", place=request.here.place.slug)


@place_view(Role.EDITOR)
@require_POST
def bring_back(request: PlaceRequest, id: int) -> HttpResponse:
    """Offer a letterhead again."""
    one = letterhead_here(request, id)
    keeping.bring_back_letterhead(letterhead=one, by=request.here.by)
    done(request, _("“%(name)s” is offered again.") % {"name": one.name})
    return redirect("letterheads", place=request.here.place.slug)


def letterhead_here(request: PlaceRequest, id_: int) -> Letterhead:
    """A letterhead of the place, also one that was retired, or Http404."""
    return get_object_or_404(all_letterheads(request.here.place), pk=id_)


def _kept(request: PlaceRequest, form: LetterheadForm) -> Letterhead | None:
    file, here = form.cleaned_data["file"], request.here
    try:
        return keeping.keep_letterhead(
            place=here.place,
            name=form.cleaned_data["name"],
            file=file.name,
            body=bytes_of(file),
            person=here.person,
            by=here.by,
        )
    except RefusedError as why:
        form.add_error("file", str(why))
        return None


def _address(letterhead: Letterhead, name: str) -> str:
    return reverse(name, args=[letterhead.place.slug, letterhead.pk])
