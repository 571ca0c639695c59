"""Addresses of milestones by day. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views.calendar import feed, month

IN_PLACE: list[URLPattern] = [
    path("calendar/", month.calendar, name="calendar"),
    path("calendar/feed/", feed.calendar_feed, name="calendar_feed"),
    path("calendar/feed/end/", feed.calendar_feed_end, name="calendar_feed_end"),
    path("calendar/feed/back/", feed.calendar_feed_back, name="calendar_feed_back"),
]
OPEN: list[URLPattern] = [path("calendar/<str:key>.ics", feed.calendar_link, name="calendar_link")]
