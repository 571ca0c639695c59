"""Addresses of how a place and its plans report. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views.arranging import place, plan, words

_REPORTING = "plans/<uuid:id>/reporting/"
_WORDS = "plans/<uuid:id>/words/"
_CADENCE = "actions/<uuid:id>/cadence/"

IN_PLACE: list[URLPattern] = [
    path("arrangements/", place.arrangements, name="arrangements"),
    path("arrangements/edit/", place.arrangements_edit, name="arrangements_edit"),
    path("arrangements/back/", place.arrangements_back, name="arrangements_back"),
    path(_REPORTING, plan.reporting, name="reporting"),
    path(f"{_REPORTING}back/", plan.reporting_back, name="reporting_back"),
    path(f"{_REPORTING}proposals/", plan.reporting_proposals, name="reporting_proposals"),
    path(f"{_REPORTING}proposals/back/", plan.reporting_proposals_back, name="reporting_proposals_back"),
    path(_CADENCE, plan.cadence, name="cadence"),
    path(f"{_CADENCE}back/", plan.cadence_back, name="cadence_back"),
    path(_WORDS, words.vocabulary, name="vocabulary"),
    path(f"{_WORDS}edit/", words.vocabulary_edit, name="vocabulary_edit"),
    path(f"{_WORDS}versions/<int:number>/again/", words.vocabulary_again, name="vocabulary_again"),
]
OPEN: list[URLPattern] = []
