"""Addresses of rounds. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views.rounds import acting, drafting, listing, previewing

_ONE = "rounds/<uuid:id>/"

IN_PLACE: list[URLPattern] = [
    path("rounds/", listing.rounds, name="rounds"),
    path("rounds/new/", drafting.new, name="round_new"),
    path(f"{_ONE}edit/", drafting.edit, name="round_edit"),
    path(f"{_ONE}throw-away/", drafting.throw_away, name="round_throw_away"),
    path(f"{_ONE}bring-back/", drafting.bring_back, name="round_bring_back"),
    path(f"{_ONE}preview/", previewing.preview, name="round_preview"),
    path(f"{_ONE}open/", previewing.open_, name="round_open"),
    path(f"{_ONE}opening/", previewing.opening, name="round_opening"),
    path(f"{_ONE}take-back/", previewing.take_back, name="round_take_back"),
    path(f"{_ONE}close/", acting.close, name="round_close"),
    path(f"{_ONE}reopen/", acting.reopen, name="round_reopen"),
    path(f"{_ONE}remind/", acting.remind, name="round_remind"),
    path(f"{_ONE}remind/take-back/", acting.take_back_reminding, name="round_remind_take_back"),
]
OPEN: list[URLPattern] = []
