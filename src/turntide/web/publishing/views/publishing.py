"""Looking at what would be public, publishing it, taking it back, opening and closing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.publishing.forms.preparing import PublishForm
from turntide.web.publishing.models import Publication
from turntide.web.publishing.pages.addresses import Addresses
from turntide.web.publishing.pages.differing import changes_told
from turntide.web.publishing.pages.frame import Frame, Told
from turntide.web.publishing.pages.paging import NoSuchPageError
from turntide.web.publishing.pages.previewing import PreviewPage, Source
from turntide.web.publishing.services import describing, publishing
from turntide.web.publishing.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.publishing.store import preparing as store
from turntide.web.publishing.store.preparing import NOW, Prepared, source_words
from turntide.web.publishing.store.published import last_contents
from turntide.web.publishing.views.opening import written


@place_view(Role.EDITOR)
@require_safe
def preview(request: PlaceRequest) -> HttpResponse:
    """What would be public next, and what that changes."""
    return show(request, _preview(request, request.GET.get("from", NOW)))


@place_view(Role.EDITOR)
@require_safe
def preview_page(request: PlaceRequest, source: str, rest: str = "") -> HttpResponse:
    """A page as it would be public: drawn by the same template, clearly marked."""
    place = request.here.place
    try:
        match = resolve(f"/in/{place.slug}/{rest}")
    except Resolver404 as none:
        raise Http404 from none
    build = getattr(match.func, "build", None)
    if build is None or "language" in match.kwargs:
        raise Http404
    next_ = publishing.would_be_public(place, store.frozen_of(place, source))
    base = reverse("public_preview_front", args=[place.slug, source])
    back = f"{reverse('public_preview', args=[place.slug])}?from={source}"
    told = Told(place.slug, next_)
    frame = Frame(told, Addresses(base), rest, language=settings.LANGUAGE_CODE, preview=back)
    given = {name: value for name, value in match.kwargs.items() if name != "place"}
    try:
        return HttpResponse(written(build(frame, request.GET, **given)))
    except NoSuchPageError as none:
        raise Http404 from none


@place_view(Role.EDITOR)
@require_POST
def publish(request: PlaceRequest) -> HttpResponse:
    """Show the public what the preview shows."""
    place, form = request.here.place, PublishForm(request.POST)
    if not form.is_valid():
        return redirect("public_preview", place=place.slug)
    source = form.cleaned_data["source"]
    frozen = store.frozen_of(place, source)
    try:
        made = publishing.publish(
            place=place, frozen=frozen, saw=form.cleaned_data["saw"], by=request.here.by
        )
    except ChangedMeanwhileError:
        words = _("Something changed since you looked. Look again at what would be public, then publish.")
        return show(request, _preview(request, source, words), status=409)
    except RefusedError as why:
        return show(request, _preview(request, source, str(why)), status=409)
    done(request, _published_words(store.site_of(place).open), _address(made, "public_take_back"))
    return redirect("public_site", place=place.slug)


@place_view(Role.EDITOR)
@require_POST
def take_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Show a publication no more."""
    words = _("It was taken back. What was published before it is shown again, if there is anything.")
    return _turned(request, id, publishing.take_back, words, "public_put_back")


@place_view(Role.EDITOR)
@require_POST
def put_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Undo taking a publication back."""
    return _turned(request, id, publishing.put_back, _("It was put back."), "public_take_back")


@place_view(Role.OWNER)
@require_POST
def open_page(request: PlaceRequest) -> HttpResponse:
    """Let anybody see what is published."""
    place = request.here.place
    try:
        describing.open_site(place=place, by=request.here.by)
    except RefusedError as why:
        done(request, str(why))
    else:
        done(request, _("The public page is open."), reverse("public_close", args=[place.slug]))
    return redirect("public_site", place=place.slug)


@place_view(Role.EDITOR)
@require_POST
def close(request: PlaceRequest) -> HttpResponse:
    """Show the public nothing from now on."""
    place = request.here.place
    describing.close_site(place=place, by=request.here.by)
    undo = reverse("public_open", args=[place.slug]) if request.here.may_own else ""
    done(
        request, _("The public page is closed. Copies kept elsewhere may show it for two minutes more."), undo
    )
    return redirect("public_site", place=place.slug)


def _preview(request: PlaceRequest, source: str, refused: str = "") -> PreviewPage:
    place = request.here.place
    next_ = publishing.would_be_public(place, store.frozen_of(place, source))
    before = last_contents(place)
    return PreviewPage(
        place=place,
        sources=_sources(request, source),
        changes=changes_told(before, next_) if before else (),
        pages=reverse("public_preview_front", args=[place.slug, source]),
        publish_form=_publish_form(source, next_),
        nothing_shown=not next_.record.plans,
        first=before is None,
        site_open=store.site_of(place).open,
        refused=refused,
        only_of=next_.of_group,
    )


def _publish_form(source: str, next_: Prepared) -> PublishForm:
    return PublishForm(initial={"source": source, "saw": next_.mark})


def _sources(request: PlaceRequest, current: str) -> tuple[Source, ...]:
    place = request.here.place
    url = reverse("public_preview", args=[place.slug])
    frozen = store.frozen_to_publish(place)
    return (
        Source(NOW, _("How things stand now"), url, current == NOW),
        *(
            Source(str(each.pk), source_words(each), f"{url}?from={each.pk}", current == str(each.pk))
            for each in frozen
        ),
    )


def _published_words(is_open: bool) -> str:
    if is_open:
        return _("It is published.")
    return _("It is published, and shows once the owner of the place opens the public page.")


def _turned(
    request: PlaceRequest, id_: UUID, turn: Callable[..., Publication], words: str, undo: str
) -> HttpResponse:
    publication = store.publication_of(request.here.place, id_)
    turn(publication=publication, by=request.here.by)
    done(request, words, _address(publication, undo))
    return redirect("public_site", place=request.here.place.slug)


def _address(publication: Publication, name: str) -> str:
    return reverse(name, args=[publication.place.slug, publication.pk])
