"""Pages that other sites may show within their own, where the place allows it. No other page may be framed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt

from turntide.web.publishing.cookie_free import cookie_free
from turntide.web.publishing.pages.embedding import ElsewherePage, EmbeddedPage
from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.store.embedding import may_be_embedded
from turntide.web.publishing.views.keeping import not_there
from turntide.web.publishing.views.opening import Asked, public_page

View = Callable[..., HttpResponseBase]
_ANYWHERE = {"frame-ancestors": ["*"]}


def embeddable(view: View) -> View:
    """Let other sites frame a page, where the place allows it; elsewhere nothing is there."""
    framed: View = xframe_options_exempt(csp_replace(_ANYWHERE)(view))

    @cookie_free
    @wraps(view)
    def asked(request: HttpRequest, place: str, **kwargs: Any) -> HttpResponseBase:
        return framed(request, place, **kwargs) if may_be_embedded(place) else not_there()

    return asked


@embeddable
@public_page()
def place(frame: Frame, asked: Asked) -> EmbeddedPage:
    """A place and how its plans stand."""
    return EmbeddedPage(frame, frame.name, frame.at.base, frame.told.record.actions, listed=False)


@embeddable
@public_page()
def plan(frame: Frame, asked: Asked, id: UUID) -> EmbeddedPage:
    """A plan and how it stands."""
    found = frame.told.index.plan(str(id))
    if found is None:
        raise Http404
    actions = frame.told.index.of_plan(found.id)
    return EmbeddedPage(frame, found.title, frame.at.plan(found.id), actions, listed=False)


@embeddable
@public_page()
def theme(frame: Frame, asked: Asked, id: UUID) -> EmbeddedPage:
    """A theme and its actions."""
    found = frame.told.index.heading(str(id))
    if found is None:
        raise Http404
    title, actions = frame.plain(found.id, found.text), frame.told.index.under(found.id)
    return EmbeddedPage(frame, title, frame.at.theme(found.id), actions, listed=True)


@public_page(kept=False)
def elsewhere(frame: Frame, asked: Asked) -> ElsewherePage:
    """How to show these pages on another site."""
    return ElsewherePage(frame, may_be_embedded(frame.slug))
