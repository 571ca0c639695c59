"""Addresses of plans, beneath a place."""

from django.urls import path

from turntide.web.plans import views

urlpatterns = [
    path("", views.place, name="place"),
    path("plans/", views.place, name="plans"),
    path("plans/<uuid:id>/", views.one, name="plan"),
    path("actions/<uuid:id>/", views.one, name="action"),
]
