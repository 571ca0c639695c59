"""What stands beside every public page: what machines are told of it, and how to follow and use it again."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from turntide.web.publishing.pages.following_links import Links, links_of
from turntide.web.publishing.pages.metadata import metadata_of

register = template.Library()


@register.simple_tag
def metadata(page: Any) -> SafeString:
    """What machines are told of a public page: a script of data, which no browser runs, and its feed."""
    return metadata_of(page) if hasattr(page, "frame") else SafeString()


@register.simple_tag
def follow_links(page: Any) -> Links | None:
    """The ways to follow what a page is of, and to use it again; None where it is of no place."""
    return links_of(page) if hasattr(page, "frame") else None
