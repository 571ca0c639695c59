"""Every address of the site. Each app brings its own; places lie under /places/<place>/."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from turntide.web.api import urls as api
from turntide.web.config import views
from turntide.web.delivery import urls as delivery
from turntide.web.mail import urls as mail
from turntide.web.publishing import urls as publishing

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
    path("places/<slug:place>/", include(delivery.in_place)),
    path("places/<slug:place>/", include("turntide.web.stories.urls")),
    path("places/<slug:place>/", include("turntide.web.reporting.urls")),
    path("places/<slug:place>/", include(publishing.in_place)),
    path("places/<slug:place>/", include(api.in_place)),
    path("places/<slug:place>/", include("turntide.web.mail.urls")),
    path("", include(delivery.open_to_links)),
    path("", include(mail.open_to_all)),
    path("", include(publishing.open_to_all)),
    path("", include(api.open_to_programs)),
]

if settings.DEBUG:
    urlpatterns += [path("design/", include("turntide.web.design.urls"))]
