"""What was read of a file, in figures."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.intake.looking.items import Items


def figures_of(items: Items) -> tuple[tuple[int, str], ...]:
    """Pairs of a number and what it counts."""
    read, actions = items.reading, len(items.actions)
    headings, owners = len(read.get("headings", ())), len(items.owner_names)
    takeaways = len(read.get("takeaways", ()))
    counted = (
        (headings, ngettext("heading", "headings", headings), headings > 0),
        (actions, ngettext("action", "actions", actions), True),
        (owners, ngettext("owner named", "owners named", owners), owners > 0),
        (takeaways, _("takeaways"), takeaways > 0),
    )
    return tuple((count, words) for count, words, told in counted if told)
