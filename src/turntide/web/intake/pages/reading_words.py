"""What the library calls the fields of a reading, in the language of the page.

The library speaks English, and knows nothing of languages; a plan's own names of its levels stay as they are.
"""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from turntide.explaining.families import LEGEND, Family, Key

# A level is called as the plan calls it, so of the names of the family of places only these are ours.
_OF_THE_PLAN = frozenset({_("Title")})
_FIELDS = frozenset(
    {
        *(_("Number"), _("Ref"), _("Action"), _("Detail"), _("Behaviour")),
        *(_("Lead"), _("Partner"), _("Their part"), _("Actor")),
        *(_("Period"), _("When"), _("Milestone")),
        *(_("Measure"), _("Weighting"), _("Money"), _("Budget")),
        *(_("Status"), _("Progress"), _("Why"), _("Takeaway")),
        *(_("Column heading"), _("Note"), _("Found no place")),
    }
)
_LEGEND = frozenset(
    {
        *(_("Title, Vision, Theme, Aim …"), _("the plan itself and its headings, in its own words")),
        *(_("Ref, Action, Detail"), _("what is to be done")),
        *(_("Lead, Partner, Actor"), _("who is to do it")),
        *(_("Period, When, Milestone"), _("by when, and the steps on the way")),
        *(_("Measure, Weighting, Money"), _("how success is known, and what it takes")),
        *(_("Status, Progress"), _("how it goes")),
        *(_("Why"), _("the reason given")),
        *(_("Column: …"), _("a column’s heading, and what the column was taken to hold")),
        *(_("Note"), _("kept beside the plan: prose, page headers, comments, drafting notes")),
        *(_("No place"), _("words that found no place in the plan: look at these first")),
    }
)


def field_words(family: str, tag: str) -> str:
    """The name of a field; a name that is the plan's own stays."""
    ours = _OF_THE_PLAN if family == Family.PLACE else _FIELDS
    return gettext(tag) if tag in ours else tag


def legend() -> tuple[Key, ...]:
    """What the colours mean."""
    return tuple(Key(key.family, _known(key.tags), _known(key.meaning)) for key in LEGEND)


def _known(words: str) -> str:
    return gettext(words) if words in _LEGEND else words
