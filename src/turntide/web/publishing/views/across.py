"""Plans of several places side by side, open to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any, Protocol, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from turntide.web.publishing.cookie_free import cookie_free
from turntide.web.publishing.pages.across import AcrossPage
from turntide.web.publishing.pages.across_comparing import MOST, ComparePage
from turntide.web.publishing.pages.across_frame import AcrossAddresses, AcrossFrame
from turntide.web.publishing.pages.across_involved import InvolvedPage
from turntide.web.publishing.pages.across_searching import AcrossSearchPage
from turntide.web.publishing.pages.kept import KEPT
from turntide.web.publishing.pages.looking_up import MOST_WORDS
from turntide.web.publishing.pages.paging import NoSuchPageError, number_asked
from turntide.web.publishing.store import across as store
from turntide.web.publishing.store.published import Shown, all_current
from turntide.web.publishing.views.keeping import KEEP, keep_for_all, not_there

_MOST_ASKED = 100
"""So many values of one kind are looked at in an address."""


class Page(Protocol):
    """A page across places."""

    @property
    def template(self) -> str: ...  # noqa: D102

    @property
    def frame(self) -> AcrossFrame: ...  # noqa: D102


Build = Callable[[AcrossFrame, QueryDict], Page]
View = Callable[..., HttpResponse]


def across_page(build: Build) -> View:
    """Make a view of what builds a page: the same for everybody, kept until any place publishes anew."""

    def view(request: HttpRequest, language: str = "") -> HttpResponse:
        with translation.override(language or settings.LANGUAGE_CODE):
            among = all_current()
            try:
                body = _body(build, request, _frame(request, among, language), _mark(among))
            except NoSuchPageError:
                return not_there()
            return _answer(request, body, among, language or settings.LANGUAGE_CODE)

    return cast(View, cookie_free(require_safe(view)))


def _body(build: Build, request: HttpRequest, frame: AcrossFrame, mark: str) -> bytes:
    """The page; one that asks for nothing in particular is written once and kept."""
    key = (mark, request.path, frame.language)
    body = None if request.GET else KEPT.get(key)
    if body is None:
        page = build(frame, request.GET)
        body = render_to_string(page.template, {"page": page, "frame": frame}).encode()
        if not request.GET:
            KEPT.put(key, body)
    return body


def _answer(request: HttpRequest, body: bytes, among: tuple[Shown, ...], language: str) -> HttpResponse:
    """The page with what tells whether it changed. When it last did is not said: a place may have closed since."""
    response = HttpResponse(body, headers={"Content-Language": language, "Cache-Control": KEEP})
    if not among:
        return response
    keep_for_all(response, replace(among[0], etag=_mark(among)), language)
    del response["Last-Modified"]
    answer: Any = get_conditional_response(request, etag=response["ETag"], response=response)
    return cast(HttpResponse, answer)


def _mark(among: tuple[Shown, ...]) -> str:
    return sha256(" ".join(each.etag for each in among).encode()).hexdigest()[:32]


def _frame(request: HttpRequest, among: tuple[Shown, ...], language: str) -> AcrossFrame:
    first = "/across/"
    base = f"{first}{language}/" if language else first
    path = request.path.removeprefix(base)
    query = request.META.get("QUERY_STRING", "")
    after = f"{path}?{query}" if query else path
    others = (code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
    languages = {settings.LANGUAGE_CODE: first + after, **{code: f"{first}{code}/{after}" for code in others}}
    return AcrossFrame(AcrossAddresses(base), among, path, language or settings.LANGUAGE_CODE, languages)


@across_page
def front(frame: AcrossFrame, asked: QueryDict) -> AcrossPage:
    """Every place that publishes, with its plans."""
    return AcrossPage(frame)


@across_page
def search(frame: AcrossFrame, asked: QueryDict) -> AcrossSearchPage:
    """All published actions, searched."""
    words, places, plans = _words(asked), _several(asked, "place"), _several(asked, "plan")
    hits = store.search(words, places, plans, among=frame.among)
    return AcrossSearchPage(frame, words, places, plans, hits, number_asked(asked.get("page", "")))


@across_page
def compare(frame: AcrossFrame, asked: QueryDict) -> ComparePage:
    """Plans side by side."""
    plans = tuple(dict.fromkeys(_several(asked, "plan")))
    return ComparePage(frame, store.compare(plans[:MOST], among=frame.among), len(plans) > MOST)


@across_page
def involved(frame: AcrossFrame, asked: QueryDict) -> InvolvedPage:
    """Who is involved where."""
    words = _words(asked)
    return InvolvedPage(
        frame, words, store.involved(words, among=frame.among), number_asked(asked.get("page", ""))
    )


def _words(asked: QueryDict) -> str:
    return " ".join(asked.get("q", "")[:MOST_WORDS].replace("\0", "").split())


def _several(asked: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(each for each in asked.getlist(name)[:_MOST_ASKED] if each)
