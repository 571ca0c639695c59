"""Wordings of letters."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.days import moment
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.mail.forms.wording import WordingForm
from turntide.web.mail.kinds import LetterKind, all_kinds, kind_named
from turntide.web.mail.pages.wordings import (
    FieldLine,
    KindLine,
    PreviewPart,
    WordingPage,
    WordingsPage,
    former,
)
from turntide.web.mail.services.composing import preview
from turntide.web.mail.services.wording import OWN, word_letter
from turntide.web.mail.store.wordings import (
    Worded,
    examples,
    fits,
    latest_by_kind,
    own_wording,
    wording_of,
)
from turntide.web.mail.store.wordings import wordings as written

PREVIEW = "preview"


@place_view(Role.EDITOR)
@require_safe
def wordings(request: PlaceRequest) -> HttpResponse:
    """Every letter, with whether the place words it itself."""
    place = request.here.place
    latest = latest_by_kind(place)
    lines = tuple(
        KindLine(
            label=kind.label,
            purpose=kind.purpose,
            url=reverse("wording", args=[place.slug, kind.name]),
            changed=moment(latest[kind.name].at) if kind.name in latest else "",
        )
        for kind in all_kinds()
    )
    return show(request, WordingsPage(place, lines))


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: PlaceRequest, kind: str) -> HttpResponse:
    """Word a letter, looking at it first."""
    place, found = request.here.place, _kind(kind)
    now = wording_of(place, found)
    initial = {"subject": now.subject, "body": now.body}
    form = WordingForm(request.POST or None, kind=found, initial=initial)
    if request.POST.get("do") == PREVIEW:
        return _previewed(request, found, form)
    if not form.is_valid():
        return show(request, _page(request, found, form, now if not form.is_bound else None))
    kept = word_letter(place=place, kind=found, worded=form.worded, by=request.here.by)
    _tell(request, found, kept is not None)
    return redirect("wording", place=place.slug, kind=found.name)


@place_view(Role.EDITOR)
@require_POST
def own(request: PlaceRequest, kind: str) -> HttpResponse:
    """Go back to the letter's own wording."""
    return _worded(request, _kind(kind), OWN)


@place_view(Role.EDITOR)
@require_POST
def again(request: PlaceRequest, kind: str, id: int) -> HttpResponse:
    """Bring back a wording that the place had before."""
    found = _kind(kind)
    row = get_object_or_404(written(request.here.place, found), pk=id)
    worded = Worded(row.subject, row.body)
    if not fits(worded, found):
        reason = _(
            "This wording uses a field that the letter no longer has. Copy what you need of it instead."
        )
        return render(request, "design/refused.html", {"reason": reason}, status=409)
    return _worded(request, found, worded)


def _worded(request: PlaceRequest, kind: LetterKind, worded: Worded) -> HttpResponse:
    place = request.here.place
    kept = word_letter(place=place, kind=kind, worded=worded, by=request.here.by)
    _tell(request, kind, kept is not None)
    return redirect("wording", place=place.slug, kind=kind.name)


def _tell(request: PlaceRequest, kind: LetterKind, changed: bool) -> None:
    place = request.here.place
    if not changed:
        done(request, _("The letter is worded so already."))
        return
    before = written(place, kind)[1:2].first()
    undo = reverse("wording_again", args=[place.slug, kind.name, before.pk]) if before else ""
    undo = undo or reverse("wording_own", args=[place.slug, kind.name])
    done(request, _("The wording was changed. It holds for letters that go out from now on."), undo=undo)


def _previewed(request: PlaceRequest, kind: LetterKind, form: WordingForm) -> HttpResponse:
    worded = form.worded if form.is_valid() else None
    if not getattr(request, "htmx", False):
        return show(request, _page(request, kind, form, worded))
    faults = tuple(str(fault) for faults in form.errors.values() for fault in faults)
    shown = preview(kind, request.here.place, worded=worded) if worded else None
    return show(request, PreviewPart(shown, faults))


def _page(request: PlaceRequest, kind: LetterKind, form: WordingForm, worded: Worded | None) -> WordingPage:
    place = request.here.place
    shown = examples(kind)
    rows = list(written(place, kind).select_related("by")[:20])
    return WordingPage(
        place=place,
        kind=kind,
        form=form,
        fields=tuple(
            FieldLine(f"{{{{ {name} }}}}", says, shown[name])
            for name, (says, _example) in kind.fields.items()
        ),
        preview=preview(kind, place, worded=worded) if worded else None,
        formers=tuple(former(place, row, holds=number == 0) for number, row in enumerate(rows)),
        is_own=wording_of(place, kind) == own_wording(kind),
    )


def _kind(name: str) -> LetterKind:
    try:
        return kind_named(name)
    except KeyError as unknown:
        raise Http404 from unknown
