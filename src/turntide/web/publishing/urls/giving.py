"""Addresses of open data, beneath in/<place>/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
