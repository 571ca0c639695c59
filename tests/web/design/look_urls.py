"""The living page at its address, which the site itself has only while it is being worked on."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("design/", include("turntide.web.design.urls")),
    path("language/", set_language, name="language"),
]
