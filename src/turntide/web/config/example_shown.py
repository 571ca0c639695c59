"""What the example place shows: a draft of its board's paper, and its public page. Everything here is invented."""

from __future__ import annotations

from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.config.example_words import SUMMARY, WELCOME
from turntide.web.delivery.models import Update
from turntide.web.delivery.services.publishing_words import agree_words, propose_words
from turntide.web.plans.models import Plan
from turntide.web.publishing.services.describing import SiteWords, describe_plan, describe_site, open_site
from turntide.web.publishing.services.publishing import publish
from turntide.web.reporting.services.beginning import begin_board_paper


def load_shown(place: Place, plan: Plan, by: By) -> None:
    """Write the board's paper, and show the public what was approved."""
    _settle_words(place, by)
    begin_board_paper(place=place, today=timezone.localdate(), by=by)
    words = SiteWords(summary=WELCOME, contact="plans@tarrow.example")
    describe_site(place=place, words=words, saw=0, by=by)
    describe_plan(plan=plan, shown=True, summary=SUMMARY, saw=0, by=by)
    publish(place=place, by=by)
    open_site(place=place, by=by)


def _settle_words(place: Place, by: By) -> None:
    """Let those who answered agree to what is published of it; what says nothing is not published."""
    approved = (
        Update.objects.approved().filter(action__plan__place=place).exclude(request=None).exclude(done="")
    )
    for update in approved.select_related("request__recipient__contact"):
        asked = update.request
        if asked is not None:
            proposed = propose_words(update=update, words=update.done, public=True, by=by)
            agree_words(update=proposed, contact=asked.recipient.contact)
