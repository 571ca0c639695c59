"""What plans show of stories (`plans.delivery_connection`)."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.plans.delivery_connection import Asker, Panel
from turntide.web.plans.models import Action
from turntide.web.stories.store.finding import stories_seen


def story_panels(action: Action, asker: Asker) -> Sequence[Panel]:
    """The stories of an action, and the way to write one."""
    seen = stories_seen(asker.place, may_edit=asker.may_edit).filter(actions=action)
    slug = asker.place.slug
    links = tuple((story.title, reverse("story", args=[slug, story.pk])) for story in seen)
    write = f"{reverse('story_new', args=[slug])}?action={action.pk}" if asker.may_edit else ""
    if not links and not write:
        return ()
    return (Panel(_("Stories"), "stories/panel.html", {"links": links, "write": write}),)
