"""Addresses of this app, beneath a place."""

from django.urls import path

from turntide.web.intake.views import adopting, bringing, documents, matching, mending, reviewing

urlpatterns = [
    path("bring-in/", bringing.intakes, name="intakes"),
    path("bring-in/<uuid:id>/", reviewing.intake, name="intake"),
    path("bring-in/<uuid:id>/original/", bringing.original, name="intake-original"),
    path("bring-in/<uuid:id>/changes/", reviewing.changes, name="intake-changes"),
    path("bring-in/<uuid:id>/match/", matching.match, name="intake-match"),
    path("bring-in/<uuid:id>/matches/<int:match_id>/take-back/", matching.unmatch, name="intake-unmatch"),
    path("bring-in/<uuid:id>/plan/", mending.plan, name="intake-plan"),
    path("bring-in/<uuid:id>/mend/", mending.mend, name="intake-mend"),
    path("bring-in/<uuid:id>/leave/", mending.leave, name="intake-leave"),
    path("bring-in/<uuid:id>/look-again/", mending.look_again, name="intake-look-again"),
    path("bring-in/<uuid:id>/mends/<int:position>/take-back/", mending.take_back, name="intake-take-back"),
    path("bring-in/<uuid:id>/mends/<int:position>/put-back/", mending.put_back, name="intake-put-back"),
    path("bring-in/<uuid:id>/put-aside/", bringing.put_aside, name="intake-put-aside"),
    path("bring-in/<uuid:id>/bring-back/", bringing.bring_back, name="intake-bring-back"),
    path("bring-in/<uuid:id>/try-again/", bringing.try_again, name="intake-try-again"),
    path("bring-in/<uuid:id>/adopt/", adopting.adopt, name="intake-adopt"),
    path("bring-in/<uuid:id>/undo-adoption/", adopting.undo, name="intake-undo-adoption"),
    path("documents/<uuid:edition_id>/", documents.document, name="document"),
]
