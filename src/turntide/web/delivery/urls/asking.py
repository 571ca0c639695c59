"""Addresses of who answers, and whether actions are theirs. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.models import Link
from turntide.web.delivery.views.asking import listing, naming, one, yours, yours_page
from turntide.web.delivery.views.by_link import hop

IN_PLACE: list[URLPattern] = [
    path("who-answers/", listing.who_answers, name="who_answers"),
    path("who-answers/name/", naming.name, name="name_answerer"),
    path("who-answers/take-away/", naming.take_from, name="take_away_answerer"),
    path("who-answers/ask/", naming.ask, name="ask_whose"),
    path("who-answers/named/<uuid:id>/undo/", naming.undo, name="undo_naming"),
    path("who-answers/asked/<uuid:id>/undo/", naming.take_question_back, name="take_back_question"),
    path("actions/<uuid:id>/who-answers/", one.of_action, name="answerer"),
]
OPEN: list[URLPattern] = [
    path("yours/", yours_page.page, name="yours"),
    path("yours/all/", yours.accept_all, name="yours_accept_all"),
    path("yours/<uuid:id>/accept/", yours.accept_one, name="yours_accept"),
    path("yours/<uuid:id>/pass-on/", yours.hand_on, name="yours_pass_on"),
    path("yours/<uuid:id>/decline/", yours.refuse, name="yours_decline"),
    path("yours/<uuid:id>/take-back/", yours.take_back, name="yours_take_back"),
    path("yours/<str:key>/", hop(Link.Purpose.YOURS), name="yours_link"),
]
