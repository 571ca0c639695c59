"""Addresses of several places side by side, beneath across/; beneath across/<language>/ in another language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from turntide.web.publishing.urls import languages
from turntide.web.publishing.views import across

assert languages

_PAGES = [
    path("", across.front, name="public_across"),
    path("search/", across.search, name="public_across_search"),
    path("compare/", across.compare, name="public_across_compare"),
    path("involved/", across.involved, name="public_across_involved"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("across/", include(_PAGES)),
    path("across/<language:language>/", include(_PAGES)),
]
