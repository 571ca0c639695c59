"""Addresses of several places side by side, beneath across/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
