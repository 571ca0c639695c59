"""Addresses of the mail app: those of a place, and the one that a letter carries."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.mail.views import letters, posting, stopping, wordings

_ONE = "letters/<uuid:id>/"
_KIND = "letters/wordings/<str:kind>/"

urlpatterns: list[URLPattern] = [
    path("letters/", letters.letters, name="letters"),
    path("letters/rules/", posting.posting_rules, name="posting_rules"),
    path("letters/wordings/", wordings.wordings, name="wordings"),
    path(_KIND, wordings.wording, name="wording"),
    path(f"{_KIND}own/", wordings.own, name="wording_own"),
    path(f"{_KIND}again/<int:id>/", wordings.again, name="wording_again"),
    path(_ONE, letters.letter, name="letter"),
    path(f"{_ONE}again/", letters.again, name="letter_again"),
]

open_to_all: list[URLPattern] = [
    path("letters/stop/<str:signed>/", stopping.stop_letters, name="stop_letters"),
]
