"""What plans hold about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming
from turntide.web.audit.by import By
from turntide.web.design.days import moment
from turntide.web.plans.models import Comment, Words
from turntide.web.plans.services.forgetting import strike_from_plans


class PlansHold:
    """Comments, and the words of plans in which somebody is named."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """Plans know no addresses."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """What they said about actions, and where they are named."""
        said = Comment.objects.filter(action__plan__place=subject.place, by__email__iexact=subject.email)
        named = naming(Words.objects.filter(place=subject.place), ("title", "text"), subject)
        return (
            Held(_("Comments"), [{_("when"): moment(each.at), _("words"): each.text} for each in said]),
            Held(_("Named in plans"), [{_("words"): each.title, _("more"): each.text} for each in named]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Strike them out; their comments stay, without a name."""
        return strike_from_plans(subject, by=by)
