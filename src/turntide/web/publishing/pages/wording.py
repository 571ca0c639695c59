"""Words that several public pages use."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import BodyThen, HeadingThen, Record
from turntide.web.publishing.pages.standing import day_of


def span_words(record: Record) -> str:
    """The period of a record: "1 October 2026 to 31 December 2026"."""
    return _("%(first)s to %(last)s") % {"first": day_of(record.starts), "last": day_of(record.ends)}


def names(bodies: Iterable[BodyThen]) -> str:
    """Bodies by name, each once."""
    return ", ".join(dict.fromkeys(each.name for each in bodies if each.name))


def level_words(heading: HeadingThen) -> str:
    """What a heading is in its plan: "Theme 1"."""
    if heading.ref.casefold().startswith(heading.level.casefold()):
        return heading.ref
    return f"{heading.level} {heading.ref}".strip()
