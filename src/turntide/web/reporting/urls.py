"""Addresses of the reporting app, beneath a place."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.reporting.views import (
    arranging,
    beginning,
    freezing,
    letterheads,
    listing,
    printing,
    remarking,
    signing,
    throwing,
)

_ONE = "papers/<uuid:id>/"
_FILE = "papers/files/<int:id>/"
_HEAD = "letterheads/<int:id>/"

urlpatterns: list[URLPattern] = [
    path("papers/", listing.papers, name="papers"),
    path("papers/board/", beginning.board, name="paper_board"),
    path("papers/new/", beginning.kinds, name="paper_new"),
    path("papers/new/<slug:kind>/", beginning.new, name="paper_new_kind"),
    path(_ONE, listing.paper, name="paper"),
    path(f"{_ONE}edit/", beginning.edit, name="paper_edit"),
    path(f"{_ONE}arrange/", arranging.arrange, name="paper_arrange"),
    path(f"{_ONE}words/<slug:part>/", arranging.words, name="paper_words"),
    path(f"{_ONE}undo/", arranging.undo, name="paper_undo"),
    path(f"{_ONE}comments/", remarking.remark, name="paper_remark"),
    path(f"{_ONE}sign/", signing.sign, name="paper_sign"),
    path(f"{_ONE}take-signature-back/", signing.take_back, name="paper_take_signature_back"),
    path(f"{_ONE}freeze/", freezing.freeze, name="paper_freeze"),
    path(f"{_ONE}correct/", freezing.correct, name="paper_correct"),
    path(f"{_ONE}throw-away/", throwing.throw_away, name="paper_throw_away"),
    path(f"{_ONE}bring-back/", throwing.bring_back, name="paper_bring_back"),
    path(f"{_ONE}print/", printing.ask, name="paper_print"),
    path("papers/remarks/<int:id>/settle/", remarking.settle, name="remark_settle"),
    path("papers/remarks/<int:id>/reopen/", remarking.reopen, name="remark_reopen"),
    path(_FILE, printing.printing, name="printing"),
    path(f"{_FILE}save/", printing.save, name="printing_save"),
    path(f"{_FILE}again/", printing.again, name="printing_again"),
    path("letterheads/", letterheads.letterheads, name="letterheads"),
    path(f"{_HEAD}save/", letterheads.save, name="letterhead_save"),
    path(f"{_HEAD}rename/", letterheads.rename, name="letterhead_rename"),
    path(f"{_HEAD}retire/", letterheads.retire, name="letterhead_retire"),
    path(f"{_HEAD}bring-back/", letterheads.bring_back, name="letterhead_bring_back"),
]
