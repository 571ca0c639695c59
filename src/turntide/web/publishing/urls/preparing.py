"""Addresses of what is published: settings, preview, publishing; beneath a place."""

from django.urls import URLPattern, path

from turntide.web.publishing.views import preparing, publishing

urlpatterns: list[URLPattern] = [
    path("public/", preparing.site, name="public_site"),
    path("public/settings/", preparing.settings, name="public_settings"),
    path("public/plans/<uuid:id>/", preparing.plan, name="public_plan_settings"),
    path("public/plans/<uuid:id>/words/", preparing.words, name="public_words"),
    path("public/preview/", publishing.preview, name="public_preview"),
    path("public/preview/<slug:source>/pages/", publishing.preview_page, name="public_preview_front"),
    path(
        "public/preview/<slug:source>/pages/<path:rest>", publishing.preview_page, name="public_preview_page"
    ),
    path("public/publish/", publishing.publish, name="public_publish"),
    path("public/open/", publishing.open_page, name="public_open"),
    path("public/close/", publishing.close, name="public_close"),
    path("public/publications/<uuid:id>/take-back/", publishing.take_back, name="public_take_back"),
    path("public/publications/<uuid:id>/put-back/", publishing.put_back, name="public_put_back"),
]
