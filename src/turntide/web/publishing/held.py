"""What the public page holds about a person (`accounts.holding`): texts that name them, published ones too."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming
from turntide.web.audit.by import By
from turntide.web.publishing.models import PlainWords, PublicPlan, PublicSite
from turntide.web.publishing.services.striking import SITE, strike_from_publications, strike_from_texts
from turntide.web.publishing.store.people import publications_naming


class PublishingHolds:
    """Words for the public that name somebody. Who wrote them is kept as an account, which accounts see to."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """It knows no addresses but the place's own."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """Summaries, plain words and publications that name them."""
        place = subject.place
        sites = naming(PublicSite.objects.filter(place=place), SITE, subject)
        plans = naming(PublicPlan.objects.filter(plan__place=place), ["summary"], subject)
        words = naming(PlainWords.objects.filter(plan__place=place), ["text"], subject)
        return (
            Held(_("Public page"), [{_("words"): f"{each.summary}\n{each.contact}"} for each in sites]),
            Held(_("Summaries of plans"), [{_("words"): each.summary} for each in plans]),
            Held(_("Plain words"), [{_("words"): each.text} for each in words]),
            Held(
                _("Publications"),
                [{_("number"): str(each.number)} for each, _record in publications_naming(subject)],
            ),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """The name goes from every text; what was published stays, without the name."""
        strike_from_texts(subject)
        return strike_from_publications(subject, by=by)
