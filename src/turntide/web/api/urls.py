"""Addresses of the api app: tokens and webhooks beneath a place, and what programs call, beneath api/v1/."""

from django.urls import URLPattern, URLResolver

in_place: list[URLPattern] = []
open_to_programs: list[URLPattern | URLResolver] = []
