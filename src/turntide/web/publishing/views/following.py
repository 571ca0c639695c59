"""Following by e-mail, without an account and without cookies.

A form that asks needs no token against other sites' forms: it speaks for nobody, as anybody may write any address into
it, and only the owner's own confirmation counts. The page that a letter's link opens is vouched for by its address.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.views.limiting import limited
from turntide.web.publishing.cookie_free import cookie_free
from turntide.web.publishing.forms.following import EVERYTHING, FollowForm
from turntide.web.publishing.models import Follower
from turntide.web.publishing.pages.addresses import Addresses
from turntide.web.publishing.pages.following import AskedPage, FollowingPage, FollowPage
from turntide.web.publishing.pages.frame import Frame, Told
from turntide.web.publishing.services.following import ask_to_follow, confirm_following, stop_following
from turntide.web.publishing.store.following import follower_with, name_of, others_of, plan_shown
from turntide.web.publishing.store.published import Shown, current
from turntide.web.publishing.views.keeping import not_there
from turntide.web.publishing.views.opening import Asked, PublicPage, public_page, written

_METHODS = ["GET", "HEAD", "POST"]


@cookie_free
@never_cache
@require_http_methods(_METHODS)
@limited("follow")
def follow(request: HttpRequest, place: str, language: str = "") -> HttpResponse:
    """Ask to be told of news of a place or of a plan."""
    return _in_language(language, lambda: _follow(request, place, language))


@public_page()
def asked_to_confirm(frame: Frame, asked: Asked) -> AskedPage:
    """What to do now: the same whether the address follows already or not, so that nobody learns which."""
    return AskedPage(frame)


@cookie_free
@never_cache
@require_http_methods(_METHODS)
def one(request: HttpRequest, place: str, key: str) -> HttpResponse:
    """What a letter's link opens. Opening it changes nothing: mail scanners open links."""
    shown, follower = current(place), follower_with(key)
    if shown is None or follower is None or follower.place_id != shown.place.pk:
        return not_there()
    if request.method == "POST":
        _act(request.POST.get("do", ""), follower)
        follower = follower_with(key) or follower
    response = _answered(_following_page(shown, follower))
    response["Referrer-Policy"] = "no-referrer"
    return response


def _in_language(language: str, answer: Callable[[], HttpResponse]) -> HttpResponse:
    with translation.override(language or settings.LANGUAGE_CODE):
        return answer()


def _follow(request: HttpRequest, place: str, language: str) -> HttpResponse:
    shown = current(place)
    if shown is None:
        return not_there()
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") == "cross-site":
        given = request.POST or request.GET
        initial = {"email": given.get("email", ""), "plan": given.get("plan") or EVERYTHING}
        return _answered(
            FollowPage(_frame(shown, language), FollowForm(initial=initial, record=shown.record))
        )
    form = FollowForm(request.POST, record=shown.record)
    if not form.is_valid():
        return _answered(FollowPage(_frame(shown, language), form), status=422)
    plan = form.cleaned_data["plan"]
    ask_to_follow(
        place=shown.place,
        plan=None if plan == EVERYTHING else plan_shown(shown.place, plan),
        email=form.cleaned_data["email"],
    )
    return redirect(f"{_frame(shown, language).at.base}follow/asked/")


def _act(do: str, follower: Follower) -> None:
    if do == "follow":
        confirm_following(follower=follower)
    elif do in ("stop", "stop all"):
        stop_following(follower=follower, everything=do == "stop all")


def _following_page(shown: Shown, follower: Follower) -> FollowingPage:
    state = "following" if follower.is_following else "stopped" if follower.stopped_at else "asked"
    return FollowingPage(_frame(shown), name_of(follower), state, others_of(follower).exists())


def _frame(shown: Shown, language: str = "") -> Frame:
    first = reverse("public_place", args=[shown.place.slug])
    base = f"{first}{language}/" if language else first
    told = Told(shown.place.slug, shown.contents, shown.publication.at)
    return Frame(told, Addresses(base), "follow/", language=language or settings.LANGUAGE_CODE)


def _answered(page: PublicPage, status: int = 200) -> HttpResponse:
    return HttpResponse(written(page), status=status)
