"""What would change for the public, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.publishing.rules.contents import Contents
from turntide.web.publishing.rules.differing import Differing, differing

_SOME = 12
Told = tuple[tuple[str, tuple[str, ...]], ...]
"""A sentence, and what it is about, one a line."""


def changes_told(public: Contents, next_: Contents) -> Told:
    """What changes, each kind with what it is about; nothing where nothing does."""
    found = differing(public, next_)
    every = (*_of_plans(found), *_of_actions(found, public, next_), *_of_stories(found), *_of_place(found))
    return tuple((sentence, _few(things)) for sentence, things in every if things)


def _of_plans(found: Differing) -> Iterable[tuple[str, Sequence[str]]]:
    yield _("Plans that will be shown"), found.plans_come
    yield _("Plans that will be shown no more"), found.plans_go
    yield _("Plans with another summary"), found.summaries


def _of_actions(found: Differing, public: Contents, next_: Contents) -> Iterable[tuple[str, Sequence[str]]]:
    yield _("Actions that will be added"), [each.text for each in found.changes.added]
    yield _("Actions that will be shown no more"), [each.text for each in found.changes.dropped]
    yield _("Actions with other words in the plan"), [each.now for each in found.changes.reworded]
    yield _("Actions with other public words on what happened"), _texts(next_, found.said)
    yield _("Actions that stand otherwise"), _texts(next_, found.stands)
    yield _("Headings and actions with other plain words"), _texts(next_, found.words, public)


def _of_stories(found: Differing) -> Iterable[tuple[str, Sequence[str]]]:
    yield _("Stories that are new or changed"), found.stories_come
    yield _("Stories that will be shown no more"), found.stories_go


def _of_place(found: Differing) -> Iterable[tuple[str, Sequence[str]]]:
    names = {
        "name": _("its name"),
        "summary": _("its summary"),
        "contact": _("the address to write to"),
        "licence": _("the licence"),
        "accessibility": _("the accessibility statement"),
    }
    yield _("What the place says of itself"), [names[each] for each in found.about]


def _texts(contents: Contents, ids: Iterable[str], before: Contents | None = None) -> list[str]:
    """What things are called in plain words."""
    found = []
    for id_ in ids:
        for where in (contents, before or contents):
            thing = where.index.action(id_) or where.index.heading(id_)
            if thing is not None:
                found.append(where.about.plain(id_, thing.text))
                break
    return found


def _few(things: Sequence[str]) -> tuple[str, ...]:
    more = len(things) - _SOME
    if more <= 0:
        return tuple(things)
    words = ngettext("and %(more)d more", "and %(more)d more", more) % {"more": more}
    return (*things[:_SOME], words)
