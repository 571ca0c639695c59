"""Addresses of what happened to an action. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views import timeline

IN_PLACE: list[URLPattern] = [
    path("actions/<uuid:id>/timeline/", timeline.timeline, name="timeline"),
    path("actions/<uuid:id>/decisions/add/", timeline.decide_of_action, name="decision_new"),
    path("plans/<uuid:id>/decisions/", timeline.decisions, name="decisions"),
    path("plans/<uuid:id>/decisions/add/", timeline.decide_of_plan, name="plan_decision_new"),
    path("decisions/<int:id>/take-back/", timeline.take_back, name="decision_take_back"),
    path("decisions/<int:id>/bring-back/", timeline.bring_back, name="decision_bring_back"),
]
OPEN: list[URLPattern] = []
