"""Addresses of this app, beneath a place."""

from django.urls import path

from turntide.web.organisations import views

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<uuid:id>/", views.one, name="organisation"),
]
