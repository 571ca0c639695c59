"""Addresses of open data, beneath in/<place>/. They are permanent: data are cited by them."""

from django.urls import URLPattern, URLResolver, include, path

from turntide.web.publishing.urls import languages
from turntide.web.publishing.views import giving

assert languages

_PAGES = [
    path("data/", giving.data, name="public_data"),
    path("data/dictionary/", giving.dictionary, name="public_data_dictionary"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("in/catalogue.jsonld", giving.whole_catalogue, name="public_catalogue_of_all"),
    path("in/<slug:place>/catalogue.jsonld", giving.place_catalogue, name="public_catalogue"),
    path("in/<slug:place>/", include(_PAGES)),
    path("in/<slug:place>/<language:language>/", include(_PAGES)),
    path("in/<slug:place>/data/<str:name>", giving.place_data, name="public_place_data"),
    path("in/<slug:place>/data/<uuid:id>/<str:name>", giving.plan_data, name="public_plan_data"),
]
