"""Addresses of groups. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern

IN_PLACE: list[URLPattern] = []
OPEN: list[URLPattern] = []
