"""What frozen periods hold about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.design.days import day
from turntide.web.periods.services.striking import strike_from_periods
from turntide.web.periods.store.people import mentions_of


class PeriodsHold:
    """Periods that were kept while somebody was named in them."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """Periods know no addresses."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """Every frozen period that names them, with the words."""
        rows = [
            {_("from"): day(frozen.starts), _("to"): day(frozen.ends), _("words"): "\n".join(texts)}
            for frozen, texts in mentions_of(subject)
        ]
        return (Held(_("Frozen periods"), rows),)

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """The name goes from every one; what was reported stays, without the name."""
        return strike_from_periods(subject, by=by)
