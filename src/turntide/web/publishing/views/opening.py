"""How a public page is answered: from what is published, the same for everybody, rendered once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from turntide.web.publishing.cookie_free import cookie_free
from turntide.web.publishing.pages.addresses import Addresses
from turntide.web.publishing.pages.frame import Frame, Told
from turntide.web.publishing.pages.kept import KEPT
from turntide.web.publishing.pages.paging import NoSuchPageError
from turntide.web.publishing.store.published import Shown, current
from turntide.web.publishing.views.keeping import keep_for_all, not_there, unchanged


class PublicPage(Protocol):
    """A public page: a frozen dataclass with all its template shows."""

    @property
    def template(self) -> str: ...  # noqa: D102

    @property
    def frame(self) -> Frame: ...  # noqa: D102


Asked = Mapping[str, str]
"""What stands after the question mark of an address."""
Build = Callable[..., PublicPage]
"""From a frame, what is asked and the variables of the address to a page. Raises Http404, NoSuchPageError."""


class PublicView(Protocol):
    """A public view. ``build`` makes its page, also for the preview."""

    build: Build

    def __call__(  # noqa: D102
        self, request: HttpRequest, place: str, language: str = "", **kwargs: Any
    ) -> HttpResponse: ...


def public_page(*, kept: bool = True) -> Callable[[Build], PublicView]:
    """Make a view of what builds a page. ``kept`` off: anybody may ask anything of it, so that none is kept here.

    A request with the attribute ``exported`` gets the page for a folder of files, where nothing can search.
    """

    def wrap(build: Build) -> PublicView:
        def view(request: HttpRequest, place: str, language: str = "", **kwargs: Any) -> HttpResponse:
            with translation.override(language or settings.LANGUAGE_CODE):
                shown = current(place)
                if shown is None:
                    return not_there()
                return _answer(
                    request, shown, language, lambda frame: _body(build, frame, request, kwargs), kept
                )

        guarded = cast(PublicView, cookie_free(require_safe(view)))
        guarded.build = build
        return guarded

    return wrap


def _answer(
    request: HttpRequest, shown: Shown, language: str, write: Callable[[Frame], bytes], kept: bool
) -> HttpResponse:
    exported = bool(getattr(request, "exported", False))
    code = language or settings.LANGUAGE_CODE
    form = f"{code}-file" if exported else code
    answer = unchanged(request, shown, form)
    if answer is not None:
        return answer
    key = (shown.etag, request.path, form)
    body = KEPT.get(key) if kept else None
    if body is None:
        try:
            query = "" if kept else request.META.get("QUERY_STRING", "")
            body = write(_frame(request.path, query, shown, language, exported))
        except (Http404, NoSuchPageError):
            return not_there()
        if kept:
            KEPT.put(key, body)
    response = HttpResponse(body, headers={"Content-Language": code})
    keep_for_all(response, shown, form)
    return response


def _frame(address: str, query: str, shown: Shown, language: str, exported: bool) -> Frame:
    first = f"/in/{shown.place.slug}/"
    base = f"{first}{language}/" if language else first
    path = address.removeprefix(base)
    others = (code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
    after = f"{path}?{query}" if query else path
    languages = {settings.LANGUAGE_CODE: first + after, **{code: f"{first}{code}/{after}" for code in others}}
    told = Told(shown.place.slug, shown.contents, shown.publication.at)
    code = language or settings.LANGUAGE_CODE
    return Frame(told, Addresses(base), path, languages, code, exported=exported)


def _body(build: Build, frame: Frame, request: HttpRequest, kwargs: Mapping[str, Any]) -> bytes:
    return written(build(frame, request.GET, **kwargs)).encode()


def written(page: PublicPage) -> str:
    """A public page as its template draws it: without anything of whoever asks."""
    return render_to_string(page.template, {"page": page, "frame": page.frame})
