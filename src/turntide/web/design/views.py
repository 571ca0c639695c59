"""The living page: every component once, for people who build pages and for tests."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from turntide.web.design import telling
from turntide.web.design.living import FilledForm, LivingPage


def components(request: HttpRequest) -> HttpResponse:
    """Every component. ``?wrong`` shows the form with its errors, ``?told`` a message with its undo."""
    if "told" in request.GET:
        telling.done(request, "The action was retired.", undo=reverse("design"))
        messages.info(request, "The round closes on 30 November 2026.")
    wrong = "wrong" in request.GET or request.method == "POST"
    form = FilledForm((request.POST or {"reach": "many"}) if wrong else None)
    return render(
        request, "design/living.html", {"page": LivingPage(request.GET.get("page", "1")), "form": form}
    )


def two_sides(request: HttpRequest) -> HttpResponse:
    """The source beside the reading."""
    return render(request, "design/living_two.html", {"page": LivingPage("1")})
