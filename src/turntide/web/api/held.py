"""What programs of a place hold about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming, strike
from turntide.web.api.models import Answered, Token, Webhook
from turntide.web.audit.by import By
from turntide.web.design.days import moment


class ProgramsHold:
    """Tokens and webhooks somebody made, and what programs were answered with about them."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """Programs know no names."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """The tokens and webhooks that they made or that name them, and answers that do."""
        place, email = subject.place, subject.email
        tokens = {each.pk: each for each in Token.objects.filter(place=place, by__email__iexact=email)}
        tokens |= {each.pk: each for each in naming(Token.objects.filter(place=place), ("name",), subject)}
        webhooks = Webhook.objects.filter(place=place, by__email__iexact=email)
        answers = naming(Answered.objects.filter(token__place=place), ("body",), subject)
        return (
            Held(_("Keys of programs"), [_token(each) for each in tokens.values()]),
            Held(_("Addresses that are told what happens"), [_webhook(each) for each in webhooks]),
            Held(_("What programs were answered"), [{_("when"): moment(each.at)} for each in answers]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Keys and addresses stay, as programs go on working, without the name; answers that name them go."""
        strike(Token.objects.filter(place=subject.place), ("name",), subject)
        named = naming(Answered.objects.filter(token__place=subject.place), ("body",), subject)
        Answered.objects.filter(pk__in=[each.pk for each in named]).delete()
        return ()


def _token(token: Token) -> dict[str, str]:
    return {_("name"): token.name, _("made"): moment(token.made_at)}


def _webhook(webhook: Webhook) -> dict[str, str]:
    return {_("address"): webhook.url, _("made"): moment(webhook.made_at)}
