"""Addresses of this app, beneath a place."""

from django.urls import path

from turntide.web.intake import views

urlpatterns = [
    path("bring-in/", views.intakes, name="intakes"),
    path("bring-in/<uuid:id>/", views.one, name="intake"),
]
