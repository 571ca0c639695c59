"""Words and tags that the pages of the board share."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Recipient, Request, Update
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.board import Shown
from turntide.web.design.days import day
from turntide.web.plans.pages.statuses import one_tag

SHOWN_WORDS: Mapping[Shown, str | Promise] = {
    Shown.ANSWERED: gettext_lazy("answered"),
    Shown.TO_APPROVE: gettext_lazy("wait for you"),
    Shown.APPROVED: gettext_lazy("approved"),
    Shown.SILENT: gettext_lazy("silent"),
    Shown.LATE: gettext_lazy("late"),
    Shown.SENT_BACK: gettext_lazy("sent back"),
    Shown.QUESTION: gettext_lazy("asked about"),
    Shown.HELP: gettext_lazy("ask for help"),
    Shown.STORY: gettext_lazy("worth a story"),
    Shown.UNREACHED: gettext_lazy("not reached"),
}
"""What a board's counts count."""
_SHORT = 180


def short(text: str, most: int = _SHORT) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def name_of(request: Request) -> str:
    """What an action is called in a list."""
    return short(f"{request.action.ref} {request.action.text}".strip())


def state_tag(request: Request, *, late: bool) -> SafeString:
    """Where a request stands."""
    update = getattr(request, "update", None)
    begun = update is not None and update.state == Update.State.DRAFT
    status, words = {
        Request.State.ANSWERED: ("delivering", _("Answered")),
        Request.State.APPROVED: ("complete", _("Approved")),
        Request.State.SENT_BACK: ("paused", _("Sent back")),
    }.get(Request.State(request.state), ("late", _("Late")) if late else ("due", _("Waiting")))
    if begun and request.state == Request.State.ASKED:
        words = _("Late, being written") if late else _("Being written")
    return one_tag(status, words)


def status_tags(update: Update | None, words: Words) -> SafeString:
    """How far and how sure it is, in the plan's own words; nothing for what was not said."""
    if update is None or update.state == Update.State.DRAFT:
        return SafeString()
    axes = (("lifecycle", update.lifecycle), ("confidence", update.confidence))
    tags = (axis_tag(axis, meaning, words) for axis, meaning in axes if meaning)
    return format_html_join(" ", "{}", ((tag,) for tag in tags))


def axis_tag(axis: str, meaning: str, words: Words) -> SafeString:
    """One status in the plan's own words."""
    return one_tag(meaning, words.label(axis, meaning))


def reached(recipient: Recipient) -> str:
    """Since when somebody is asked, how often they were reminded, and what is known of why they do not answer."""
    told = [_("Asked %(day)s") % {"day": day(recipient.asked_at)}, _reminded(recipient)]
    if recipient.returned_at:
        told.append(_("the letter came back %(day)s") % {"day": day(recipient.returned_at)})
    if recipient.wrong_at:
        told.append(_("they say it is not theirs"))
    if recipient.contact.left_at:
        told.append(_("has left, %(day)s") % {"day": day(recipient.contact.left_at)})
    if recipient.away_until:
        told.append(_("away until %(day)s") % {"day": day(recipient.away_until)})
    return ", ".join(told)


def _reminded(recipient: Recipient) -> str:
    if not recipient.reminded:
        return _("not reminded yet")
    times = {1: _("reminded once"), 2: _("reminded twice")}.get(recipient.reminded)
    times = times or _("reminded %(number)d times") % {"number": recipient.reminded}
    if recipient.reminded_at is None:
        return times
    return _("%(times)s, last %(day)s") % {"times": times, "day": day(recipient.reminded_at)}
