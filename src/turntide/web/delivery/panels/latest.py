"""What was last said of an action, on its page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from turntide.web.delivery.models import Update
from turntide.web.delivery.pages.timeline.rows import said_row
from turntide.web.delivery.store.timeline import last_words
from turntide.web.delivery.store.vocabularies import words_of
from turntide.web.plans.delivery_connection import Asker, Panel
from turntide.web.plans.models import Action


def latest_panel(action: Action, asker: Asker) -> Sequence[Panel]:
    """The last update of an action: what was done, what is next, what is in the way. None where nobody said any."""
    update: Update | None = last_words(action)
    if update is None:
        return ()
    row = said_row(update, words_of(update.vocabulary))
    return (Panel(_("Latest update"), "delivery/timeline/latest.html", row),)
