"""A status as it is shown: in the plan's own words, with the shape and tone of its meaning, and how fresh it is."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from turntide.web.design.statuses import shown
from turntide.web.plans.delivery_connection import Fresh
from turntide.web.plans.models import Action

_SHORT = 40
_NOTHING = SafeString()


def status_tags(action: Action, fresh: Fresh | None = None, *, silent: bool = False) -> SafeString:
    """Lifecycle and confidence by what was last said of the action, or else as the plan has them; and how fresh.

    The plan's own word stands on the first tag where it is short, and beside where somebody said otherwise since.
    Nothing at all is "Not reported", or no tag where ``silent``.
    """
    if fresh is None:
        return _own_tags(action, silent)
    parts = (
        _tags(action, fresh, silent=silent or bool(fresh.freshness)),
        _quiet(_then(action, fresh)),
        fresh_tag(fresh),
        _quiet(_documents(action) if fresh.is_told else ""),
    )
    return format_html_join(" ", "{}", ((part,) for part in parts if part))


def lifecycle_shown(action: Action, fresh: Fresh | None) -> str:
    """How far an action is: by what somebody said of it, or else by the plan's document."""
    return fresh.lifecycle if fresh is not None and fresh.is_told else action.lifecycle


def fresh_tag(fresh: Fresh | None) -> SafeString:
    """How fresh what is known is, with since when in words; nothing where nobody was asked."""
    if fresh is None or not fresh.freshness:
        return _NOTHING
    return format_html("{} {}", one_tag(fresh.freshness, fresh.label), _quiet(fresh.since))


def one_tag(status: str, label: str = "") -> SafeString:
    """One status of any axis as its tag, under a label of the plan's own where there is one."""
    return _tag(status, label, get_language())


def _own_tags(action: Action, silent: bool) -> SafeString:
    wording = action.status_wording if len(action.status_wording) <= _SHORT else ""
    axes = [axis for axis in (action.lifecycle, action.confidence) if axis] or [wording]
    if not any(axes) and silent:
        return _NOTHING
    tags = [one_tag(axis, wording if at == 0 else "") for at, axis in enumerate(axes)]
    return mark_safe(" ".join(tags))


def _tags(action: Action, fresh: Fresh, *, silent: bool) -> SafeString:
    """The tags that hold: of an action that is silent its confidence is not among them."""
    if not fresh.is_told:
        if fresh.holds or not action.confidence:
            return _own_tags(action, silent)
        return _axes([(action.lifecycle, "")])
    confidence = (fresh.confidence, fresh.confidence_label) if fresh.holds else ("", "")
    return _axes([(fresh.lifecycle, fresh.lifecycle_label), confidence])


def _then(action: Action, fresh: Fresh) -> str:
    """When it was said; of an action that is silent, what its confidence was then."""
    confidence = fresh.confidence if fresh.is_told else action.confidence
    if fresh.holds or not confidence:
        return fresh.said
    was = (fresh.confidence_label if fresh.is_told else "") or str(shown(confidence).word)
    if not fresh.said:
        return _("was %(confidence)s") % {"confidence": was.lower()}
    return _("was %(confidence)s, %(said)s") % {"confidence": was.lower(), "said": fresh.said}


def _documents(action: Action) -> str:
    """The status that stands in the plan's document."""
    wording = action.status_wording
    return _("in the plan: “%s”") % wording if wording and len(wording) <= _SHORT else ""


def _axes(axes: list[tuple[str, str]]) -> SafeString:
    return mark_safe(" ".join(one_tag(axis, label) for axis, label in axes if axis))


def _quiet(words: str) -> SafeString:
    return format_html('<span class="tt-quiet">{}</span>', words) if words else _NOTHING


@lru_cache(maxsize=500)
def _tag(axis: str, label: str, language: str | None) -> SafeString:
    """A long list says the same few statuses again and again: each is drawn once a language."""
    return SafeString(render_to_string("design/parts/tag.html", {"shown": shown(axis, label)}))
