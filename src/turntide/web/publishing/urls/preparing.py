"""Addresses of what is published: settings, preview, publishing; beneath a place."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
