"""Addresses of the officer's board of a round. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern

IN_PLACE: list[URLPattern] = []
OPEN: list[URLPattern] = []
