"""Addresses of the partner's page, opened by a link. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.models import Link
from turntide.web.delivery.views.answering import all_actions, calendar, evidence, passing, replying, writing
from turntide.web.delivery.views.by_link import hop

_ONE = "answer/<uuid:id>/"
_EVIDENCE = f"{_ONE}evidence/<uuid:evidence_id>/"
_WORDS = "answer/words/<uuid:id>/"

IN_PLACE: list[URLPattern] = []
OPEN: list[URLPattern] = [
    path("answer/", all_actions.all_actions, name="answer"),
    path("answer/not-for-me/", passing.not_for_me, name="answer_not_for_me"),
    path("answer/calendar/", calendar.own_feed, name="answer_calendar"),
    path("answer/calendar/end/", calendar.own_feed_end, name="answer_calendar_end"),
    path("answer/calendar/back/", calendar.own_feed_back, name="answer_calendar_back"),
    path(_ONE, writing.one, name="answer_one"),
    path(f"{_ONE}draft/", writing.draft, name="answer_draft"),
    path(f"{_ONE}no-change/", all_actions.no_change, name="answer_no_change"),
    path(f"{_ONE}done/", all_actions.complete, name="answer_done"),
    path(f"{_ONE}take-back/<int:saw>/", all_actions.take_back, name="answer_take_back"),
    path(f"{_ONE}pass-on/", passing.passing_on, name="answer_pass_on"),
    path(f"{_ONE}passed-back/", passing.passed_back, name="answer_passed_back"),
    path(_EVIDENCE, evidence.got, name="answer_evidence"),
    path(f"{_EVIDENCE}remove/", evidence.remove, name="answer_evidence_remove"),
    path(f"{_WORDS}agree/", replying.agree, name="answer_words_agree"),
    path(f"{_WORDS}correct/", replying.correct, name="answer_words_correct"),
    # Last: whatever else stands there is a key, and would take the place of the one that the browser holds.
    path("answer/<str:key>/", hop(Link.Purpose.ANSWER), name="answer_link"),
]
