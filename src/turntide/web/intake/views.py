"""Interim."""

from django.http import HttpRequest, HttpResponse

from turntide.web.accounts.here import place_view
from turntide.web.accounts.roles import Role


@place_view(Role.VIEWER)
def intakes(request: HttpRequest) -> HttpResponse:
    return HttpResponse("intakes")


@place_view(Role.VIEWER)
def one(request: HttpRequest, id: object) -> HttpResponse:
    return HttpResponse("one of intakes")
