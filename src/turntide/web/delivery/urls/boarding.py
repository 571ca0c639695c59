"""Addresses of the officer's board of a round. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views.boarding import acts, board, many, one, people

_ROUND = "rounds/<uuid:id>/"
_REQUEST = "requests/<uuid:id>/"
_PERSON = "recipients/<uuid:id>/"

IN_PLACE: list[URLPattern] = [
    path(_ROUND, board.one, name="round"),
    path(f"{_ROUND}act/", many.act, name="round_act"),
    path(f"{_ROUND}approvals/take-back/", many.unapprove, name="round_unapprove"),
    path(f"{_ROUND}contact/", people.change_contact, name="change_contact"),
    path(_REQUEST, one.one, name="request"),
    path(f"{_REQUEST}answer/", one.answer_for, name="answer_for"),
    path(f"{_REQUEST}approve/", acts.approve, name="approve"),
    path(f"{_REQUEST}approve/take-back/", acts.unapprove, name="unapprove"),
    path(f"{_REQUEST}send-back/", acts.send_back, name="send_back"),
    path(f"{_REQUEST}send-back/take-back/", acts.take_sending_back, name="take_sending_back"),
    path(f"{_REQUEST}ask/", acts.ask_back, name="ask_back"),
    path(f"{_REQUEST}ask/take-back/", acts.take_question_back, name="take_question_back"),
    path(f"{_REQUEST}words/", acts.propose_words, name="propose_words"),
    path(f"{_PERSON}resend/", people.resend, name="resend"),
    path(f"{_PERSON}absence/", people.note_absence, name="note_absence"),
    path(f"{_PERSON}absence/forget/", people.forget_absence, name="forget_absence"),
]
OPEN: list[URLPattern] = []
