"""Addresses of following by letter and feed, and of pages that other sites embed, beneath in/<place>/."""

from django.urls import URLPattern, URLResolver, include, path

from turntide.web.publishing.urls import languages
from turntide.web.publishing.views import embedding, feeds, following

assert languages

_PAGES = [
    path("elsewhere/", embedding.elsewhere, name="public_elsewhere"),
    path("embed/", embedding.place, name="public_embed"),
    path("plans/<uuid:id>/embed/", embedding.plan, name="public_plan_embed"),
    path("themes/<uuid:id>/embed/", embedding.theme, name="public_theme_embed"),
    path("follow/", following.follow, name="public_follow"),
    path("follow/asked/", following.asked_to_confirm, name="public_follow_asked"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("in/<slug:place>/", include(_PAGES)),
    path("in/<slug:place>/<language:language>/", include(_PAGES)),
    path("in/<slug:place>/follow/<str:key>/", following.one, name="public_following"),
    path("in/<slug:place>/feed.atom", feeds.place_feed, name="public_feed"),
    path("in/<slug:place>/plans/<uuid:id>/feed.atom", feeds.plan_feed, name="public_plan_feed"),
]
