"""The welcome page: the first account and the first place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.forms.welcoming import WelcomeForm
from turntide.web.accounts.pages.welcoming import NotSetUpPage, WelcomePage
from turntide.web.accounts.services.welcoming import AlreadySetUpError, is_set_up, place_that_waits
from turntide.web.accounts.services.welcoming import welcome as set_up
from turntide.web.accounts.setting_up import may_set_up
from turntide.web.accounts.views.limiting import limited
from turntide.web.accounts.views.signing_in import sign_in
from turntide.web.design.showing import show


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password")
@never_cache
@limited("welcome")
def welcome(request: HttpRequest) -> HttpResponse:
    """Make the first account and the first place; once there is an account, lead to signing in."""
    if is_set_up():
        return redirect("account_login")
    key = request.POST.get("key") or request.GET.get("key", "")
    if not may_set_up(request, key):
        return show(request, NotSetUpPage(), status=403)
    form = WelcomeForm(request.POST or None, waits=place_that_waits())
    if form.is_valid():
        return _set_up(request, form)
    return show(request, WelcomePage(form, key))


def _set_up(request: HttpRequest, form: WelcomeForm) -> HttpResponse:
    try:
        person, place = set_up(**form.cleaned_data)
    except AlreadySetUpError:
        return redirect("account_login")
    sign_in(request, person)
    return redirect(place.get_absolute_url())
