"""Addresses of the publishing app: those of officers beneath a place, and those anybody may open."""

from __future__ import annotations

from turntide.web.publishing.urls import across, following, giving, pages, preparing

in_place = [*preparing.urlpatterns]
open_to_all = [*pages.urlpatterns, *following.urlpatterns, *giving.urlpatterns, *across.urlpatterns]
