"""Addresses of the api app: tokens and webhooks beneath a place, and what programs call, beneath api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from turntide.web.api.views import programs, webhooks
from turntide.web.api.views.api import addresses

in_place: list[URLPattern] = [
    path("programs/", programs.programs, name="programs"),
    path("programs/keys/new/", programs.key_new, name="program_key_new"),
    path("programs/keys/<uuid:id>/revoke/", programs.key_revoke, name="program_key_revoke"),
    path("programs/webhooks/new/", webhooks.new, name="webhook_new"),
    path("programs/webhooks/<uuid:id>/", webhooks.webhook, name="webhook"),
    path("programs/webhooks/<uuid:id>/test/", webhooks.test, name="webhook_test"),
    path("programs/webhooks/<uuid:id>/stop/", webhooks.stop, name="webhook_stop"),
    path("programs/webhooks/<uuid:id>/start/", webhooks.start, name="webhook_start"),
]
open_to_programs: list[URLPattern | URLResolver] = [path("api/v1/", include(addresses()))]
