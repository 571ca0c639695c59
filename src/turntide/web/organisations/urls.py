"""Addresses of this app, beneath a place."""

from django.urls import path

from turntide.web.organisations.views import bodies, contacts, describing, merging, register

_ONE = "organisations/<uuid:id>/"
_CONTACT = f"{_ONE}contacts/<uuid:contact_id>/"

urlpatterns = [
    path("organisations/", register.organisations, name="organisations"),
    path("organisations/export/", register.export, name="organisations_export"),
    path("organisations/add/", describing.add, name="organisation_add"),
    path("organisations/suggestions/", merging.suggestions, name="organisation_suggestions"),
    path("organisations/suggestions/answer/", merging.answer, name="organisation_answer"),
    path("organisations/suggestions/<int:id>/ask-again/", merging.ask_again, name="organisation_ask_again"),
    path("organisations/edits/<uuid:id>/undo/", bodies.take_back, name="organisation_undo"),
    path(_ONE, bodies.one, name="organisation"),
    path(f"{_ONE}edit/", describing.edit, name="organisation_edit"),
    path(f"{_ONE}merge/", merging.merge, name="organisation_merge"),
    path(f"{_ONE}take-apart/", merging.unmerge, name="organisation_unmerge"),
    path(f"{_ONE}set-aside/", bodies.set_aside, name="organisation_retire"),
    path(f"{_ONE}bring-back/", bodies.bring_back, name="organisation_restore"),
    path(f"{_ONE}contacts/add/", contacts.add, name="contact_add"),
    path(_CONTACT, contacts.edit, name="contact_edit"),
    path(f"{_CONTACT}left/", contacts.left, name="contact_left"),
    path(f"{_CONTACT}back/", contacts.back, name="contact_back"),
    path(f"{_CONTACT}forget/", contacts.forget, name="contact_forget"),
]
