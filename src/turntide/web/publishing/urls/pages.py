"""Addresses of the public pages, beneath in/<place>/; beneath in/<place>/<language>/ in another language."""

from django.urls import URLPattern, URLResolver, include, path

from turntide.web.publishing.urls import languages
from turntide.web.publishing.views import pages

assert languages

_PAGES = [
    path("", pages.front, name="public_place"),
    path("plans/<uuid:id>/", pages.plan, name="public_plan"),
    path("plans/<uuid:id>/actions/", pages.actions, name="public_actions"),
    path("plans/<uuid:id>/actions/page-<int:page>/", pages.actions, name="public_actions_page"),
    path("themes/<uuid:id>/", pages.theme, name="public_theme"),
    path("themes/<uuid:id>/page-<int:page>/", pages.theme, name="public_theme_page"),
    path("actions/<uuid:id>/", pages.action, name="public_action"),
    path("changes/", pages.changes, name="public_changes"),
    path("changes/page-<int:page>/", pages.changes, name="public_changes_page"),
    path("stories/", pages.stories, name="public_stories"),
    path("stories/<uuid:id>/", pages.story, name="public_story"),
    path("search/", pages.search, name="public_search"),
    path("figures/", pages.figures, name="public_figures"),
    path("figures/<slug:key>/", pages.figure, name="public_figure"),
    path("figures/<slug:key>/page-<int:page>/", pages.figure, name="public_figure_page"),
    path("accessibility/", pages.accessibility, name="public_accessibility"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("in/<slug:place>/", include(_PAGES)),
    path("in/<slug:place>/<language:language>/", include(_PAGES)),
]
