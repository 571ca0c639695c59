"""What machines are told of a public page, as it stands in its head."""

from __future__ import annotations

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from turntide.web.publishing.pages.following_links import links_of
from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.pages.giving import DataPage
from turntide.web.publishing.pages.one_action import ActionPage
from turntide.web.publishing.pages.one_plan import PlanPage
from turntide.web.publishing.pages.place import FrontPage
from turntide.web.publishing.pages.stories import StoryPage
from turntide.web.publishing.rules import metadata
from turntide.web.publishing.rules.feeds import MEDIA_TYPE
from turntide.web.publishing.rules.giving import Given
from turntide.web.publishing.store.giving import whereabouts

_SPELT_OUT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""So that no text ends the script, and any JSON reader still reads it."""


def metadata_of(page: Any) -> SafeString:
    """The page's feed, and what it is about in the words of schema.org. A browser runs no script of this kind."""
    links = links_of(page)
    feed = format_html(
        '<link rel="alternate" type="{}" title="{}" href="{}">', MEDIA_TYPE, links.feed_title, links.feed
    )
    thing = _thing(page)
    if thing is None:
        return feed
    return mark_safe(f'{feed}\n  <script type="application/ld+json">{in_script(thing)}</script>')


def in_script(thing: metadata.Thing) -> str:
    """JSON that may stand in a page's script."""
    return json.dumps(thing, ensure_ascii=False).translate(_SPELT_OUT)


def _thing(page: Any) -> metadata.Thing | None:
    given = _given(page.frame)
    match page:
        case FrontPage() | DataPage():
            return metadata.of_place(given)
        case PlanPage():
            return metadata.of_plan(given, page.plan)
        case ActionPage():
            return metadata.of_action(given, page.action)
        case StoryPage():
            return metadata.of_story(given, page.story)
        case _:
            return None


def _given(frame: Frame) -> Given:
    published = frame.told.published
    return Given(
        record=frame.told.record,
        about=frame.told.about,
        addresses=whereabouts(frame.slug),
        published=published.isoformat(timespec="seconds") if published else frame.told.record.taken,
    )
