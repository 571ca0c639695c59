"""Addresses of signing in, joining, and saying who belongs to a place."""

from django.urls import include, path

from turntide.web.accounts import views

urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("account/", include("allauth.urls")),
    path("places/<slug:place>/people/", views.members, name="members"),
]
