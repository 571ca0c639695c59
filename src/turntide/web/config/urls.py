"""Every address of the site. Each app brings its own; places lie under /places/<place>/."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from turntide.web.config import views

handler400 = "turntide.web.config.views.not_understood"
handler404 = "turntide.web.config.views.not_found"
handler403 = "turntide.web.config.views.forbidden"
handler500 = "turntide.web.config.views.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("health/", views.health, name="health"),
    path("language/", views.language, name="language"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("", include("turntide.web.accounts.urls")),
    path("places/<slug:place>/", include("turntide.web.organisations.urls")),
    path("places/<slug:place>/", include("turntide.web.plans.urls")),
    path("places/<slug:place>/", include("turntide.web.intake.urls")),
]

if settings.DEBUG:
    urlpatterns += [path("design/", include("turntide.web.design.urls"))]
