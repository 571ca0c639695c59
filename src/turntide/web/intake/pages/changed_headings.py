"""Headings of a plan, and what they are in its new edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.editions.comparison import Change, Fate, HeadingPairing
from turntide.editions.saying import called
from turntide.plan.model import Heading

FATES: Mapping[Fate, Promise] = {
    Fate.ADDED: gettext_lazy("Added"),
    Fate.DROPPED: gettext_lazy("Dropped"),
    Fate.REWORDED: gettext_lazy("Reworded"),
    Fate.MOVED: gettext_lazy("Moved"),
    Fate.MOVED_AND_REWORDED: gettext_lazy("Moved and reworded"),
    Fate.SAME: gettext_lazy("Changed"),
}
MOVED = (Fate.MOVED, Fate.MOVED_AND_REWORDED)


@dataclass(frozen=True, slots=True)
class HeadingShown:
    """A heading, what became of it, and each field that changed."""

    level: str
    name: str
    fate: str
    changes: tuple[Change, ...]


def headings_shown(pairings: Sequence[HeadingPairing]) -> tuple[HeadingShown, ...]:
    """The headings that changed. One that moved says from under which heading to under which."""
    old = {each.old.id: called(each.old) for each in pairings if each.old}
    new = {each.new.id: called(each.new) for each in pairings if each.new}
    return tuple(_shown(each, old, new) for each in _changed(pairings))


def headings_said(pairings: Sequence[HeadingPairing]) -> str:
    """What became of headings, in one sentence; empty where nothing did."""
    counts = Counter(each.kind for each in _changed(pairings))
    if not counts:
        return ""
    said = "; ".join(f"{str(words).lower()}: {counts[fate]}" for fate, words in FATES.items() if counts[fate])
    return _("Headings – %(changes)s.") % {"changes": said}


def _changed(pairings: Sequence[HeadingPairing]) -> list[HeadingPairing]:
    return [each for each in pairings if each.kind is not Fate.SAME or each.changes]


def _shown(pairing: HeadingPairing, old: Mapping[str, str], new: Mapping[str, str]) -> HeadingShown:
    heading = pairing.new or pairing.old
    assert heading is not None
    moved = (_move(pairing.old, pairing.new, old, new),) if pairing.kind in MOVED else ()
    return HeadingShown(heading.level, called(heading), str(FATES[pairing.kind]), (*moved, *pairing.changes))


def _move(was: Heading | None, now: Heading | None, old: Mapping[str, str], new: Mapping[str, str]) -> Change:
    """From beneath which heading to beneath which; none where it stood or stands outermost."""
    before = old.get(was.parent or "") if was else None
    after = new.get(now.parent or "") if now else None
    return Change("under", before or _("no heading"), after or _("no heading"))
