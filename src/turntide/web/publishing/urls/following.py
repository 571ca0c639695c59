"""Addresses of letters, feeds and embedding, beneath in/<place>/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
