"""Interim."""

from django.http import HttpRequest, HttpResponse

from turntide.web.accounts.here import place_view
from turntide.web.accounts.roles import Role


def welcome(request: HttpRequest) -> HttpResponse:
    return HttpResponse("welcome")


@place_view(Role.OWNER)
def members(request: HttpRequest) -> HttpResponse:
    return HttpResponse("members")
