"""A status as it is shown: in the plan's own words, with the shape and tone of its meaning."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from turntide.web.design.statuses import shown
from turntide.web.plans.models import Action

_SHORT = 40


def status_tags(action: Action, *, silent: bool = False) -> SafeString:
    """Lifecycle and confidence; the plan's own word stands on the first where it is short.

    Nothing at all is "Not reported", or no tag where ``silent``.
    """
    wording = action.status_wording if len(action.status_wording) <= _SHORT else ""
    axes = [axis for axis in (action.lifecycle, action.confidence) if axis] or [wording]
    if not any(axes) and silent:
        return SafeString()
    tags = [_tag(axis, wording if at == 0 else "", get_language()) for at, axis in enumerate(axes)]
    return mark_safe(" ".join(tags))


@lru_cache(maxsize=500)
def _tag(axis: str, label: str, language: str | None) -> str:
    """A long list says the same few statuses again and again: each is drawn once a language."""
    return render_to_string("design/parts/tag.html", {"shown": shown(axis, label)})
