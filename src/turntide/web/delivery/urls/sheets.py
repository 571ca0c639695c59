"""Addresses of answering by Excel. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views import sheets

IN_PLACE: list[URLPattern] = [
    path("requests-of/<uuid:id>/sheet/", sheets.sheet_of, name="sheet_of"),
    path("rounds/<uuid:id>/sheets/", sheets.sheet_back, name="sheet_back"),
]
OPEN: list[URLPattern] = [
    path("answer/sheet/", sheets.answer_sheet, name="answer_sheet"),
    path("answer/sheet/back/", sheets.answer_sheet_back, name="answer_sheet_back"),
]
