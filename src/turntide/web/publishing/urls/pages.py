"""Addresses of the public pages, beneath in/<place>/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
