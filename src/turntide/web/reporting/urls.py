"""Addresses of the reporting app, beneath a place."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
