"""An update as a timeline tells it: how the action stood, in whose words, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Reading, Update
from turntide.web.delivery.rules.dated import says_year
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.design.days import day
from turntide.web.design.statuses import shown
from turntide.web.plans.pages.statuses import one_tag

Line = tuple[str, str]
"""What is said, and under which name; without a name it stands alone."""


def who_said(update: Update) -> str:
    """Whose words an update is."""
    if update.via == Update.Via.DOCUMENT:
        return _("The plan’s document")
    author = update.author.name if update.author else update.author_name
    name = author or _("Somebody who has left")
    if update.via == Update.Via.OFFICER and update.entered_by:
        return _("%(author)s, entered by %(officer)s") % {"author": name, "officer": update.entered_by}
    if update.via == Update.Via.PROGRAM:
        return _("%s, by a program") % name
    return _("%s, by Excel") % name if update.via == Update.Via.SHEET else name


def status_said(update: Update, words: Words) -> SafeString:
    """How the action stood, under the plan's labels of that time, or in the document's own word."""
    axes = [
        (meaning, update.status_as or words.label(axis, meaning))
        for axis, meaning in (("lifecycle", update.lifecycle), ("confidence", update.confidence))
        if meaning
    ]
    if not axes and update.status_as:
        axes = [(update.status_as, "")]
    if update.status_as and len(axes) > 1:
        axes = [axes[0], (axes[1][0], str(shown(axes[1][0]).word))]
    return format_html_join(" ", "{}", ((one_tag(meaning, label),) for meaning, label in axes))


def lines_of(update: Update) -> tuple[Line, ...]:
    """All that an update says beside how the action stands."""
    return tuple(line for line in _lines(update) if line[1])


def state_of(update: Update) -> str:
    """What came of it, and what of its date was worked out."""
    return ". ".join(_states(update))


def _lines(update: Update) -> Iterator[Line]:
    if update.no_change:
        yield "", _("No change since the last update.")
    yield "", update.wording or update.done
    yield _("Next"), update.next
    yield _("Why"), update.reason
    yield _("Back on course by"), day(update.recovers_on)
    yield _("In the way"), update.in_the_way
    yield _("Asked of the board"), update.ask
    yield _("Measured"), "\n".join(_reading(each) for each in update.readings.all())
    yield (
        _("Reached"),
        ", ".join(
            f"{each.group} ({each.number})" if each.number is not None else each.group
            for each in update.reached.all()
        ),
    )
    yield _("Evidence"), ", ".join(each.title for each in update.evidence.all())


def _reading(reading: Reading) -> str:
    beside = ", ".join(filter(None, (day(reading.on), reading.origin)))
    return f"{reading.text}: {reading.value}" + (f" ({beside})" if beside else "")


def _states(update: Update) -> Iterator[str]:
    if update.via == Update.Via.DOCUMENT:
        yield from _of_document(update)
        return
    round_ = update.request.round.title if update.request else ""
    states: Mapping[str, str] = {
        Update.State.SUBMITTED: _("Handed in, not yet approved"),
        Update.State.SENT_BACK: _("Sent back"),
        Update.State.APPROVED: _("Approved"),
    }
    yield states.get(update.state, "")
    if update.state == Update.State.SENT_BACK and update.sent_back_with:
        yield f"“{update.sent_back_with}”"
    if update.state == Update.State.APPROVED and update.approved_by:
        yield _("by %(who)s, %(day)s") % {"who": update.approved_by, "day": day(update.approved_at)}
    if round_:
        yield round_


def _of_document(update: Update) -> Iterator[str]:
    came = _("Came with edition %d") % update.edition.number if update.edition else ""
    if came:
        yield f"{came}, {day(update.said_at)}"
    if not update.dated_as:
        yield _("It bears no date")
    elif update.on is None:
        yield _("Dated “%s” in the document, which gives no certain day") % update.dated_as
    elif says_year(update.dated_as):
        yield _("Dated “%s” in the document") % update.dated_as
    else:
        yield _("Dated “%s” in the document; the year is worked out") % update.dated_as
