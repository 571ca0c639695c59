"""Addresses of signing in, joining, and saying who belongs to a place."""

from __future__ import annotations

from django.urls import include, path

from turntide.web.accounts.views import (
    account,
    inviting,
    joining,
    people,
    personal,
    places,
    signing_in,
    welcoming,
)

_PEOPLE = [
    path("", people.members, name="members"),
    path("held/", personal.personal, name="personal"),
    path("held/file/", personal.personal_export, name="personal_export"),
    path("held/erase/", personal.personal_erase, name="personal_erase"),
    path("invite/", inviting.invitations, name="invitations"),
    path("restore/<str:token>/", people.member_restore, name="member_restore"),
    path("<uuid:person_id>/", people.member, name="member"),
    path("<uuid:person_id>/remove/", people.member_remove, name="member_remove"),
    path("invitations/<uuid:invitation_id>/again/", inviting.invitation_resend, name="invitation_resend"),
    path(
        "invitations/<uuid:invitation_id>/withdraw/", inviting.invitation_withdraw, name="invitation_withdraw"
    ),
]

urlpatterns = [
    path("welcome/", welcoming.welcome, name="welcome"),
    path("invitations/<str:key>/", joining.invitation, name="invitation"),
    path("account/", account.account, name="account"),
    path("account/details/", account.account_details, name="account_details"),
    path("account/password/strength/", signing_in.password_strength, name="password_strength"),
    path("account/", include("allauth.urls")),
    path("account/new-place/", places.place_new, name="place_new"),
    path("places/<slug:place>/people/", include(_PEOPLE)),
    path("places/<slug:place>/name/", places.place_name, name="place_name"),
]
