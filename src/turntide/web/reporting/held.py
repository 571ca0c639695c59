"""What papers hold about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming, strike
from turntide.web.audit.by import By
from turntide.web.design.days import moment
from turntide.web.reporting.models import Letterhead, Printing, Remark, Report, Signature
from turntide.web.reporting.services.striking import WRITTEN, frozen_naming, strike_from_frozen_papers


class ReportsHold:
    """Papers that name somebody, what they said of papers, and what they signed."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """What whoever signs in with this address is called, where they said something of a paper or signed one."""
        mine = {"report__place": place, "by__email__iexact": email}
        remarks = Remark.objects.filter(**mine).values_list("by__name", flat=True)
        signatures = Signature.objects.filter(**mine).values_list("by__name", flat=True)
        return {name for name in (*remarks, *signatures) if name}

    def held(self, subject: Subject) -> Sequence[Held]:
        """Drafts and frozen papers in which they are named; comments by them or of them; what they signed."""
        drafts = naming(Report.objects.filter(place=subject.place), WRITTEN, subject)
        papers = {
            each.pk: each.title for each in (*drafts, *(kept.report for kept in frozen_naming(subject)))
        }
        names = naming(Letterhead.objects.filter(place=subject.place), ("name",), subject)
        return (
            Held(_("Papers"), [{_("title"): title} for title in papers.values()]),
            Held(_("Comments on papers"), [_remark(each) for each in _remarks(subject)]),
            Held(_("Papers signed off"), [_signature(each) for each in _signatures(subject)]),
            Held(_("Letterheads"), [{_("name"): each.name} for each in names]),
        )

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """Their name goes from every paper, comment and letterhead; signatures that are not frozen go."""
        place, mail = subject.place, subject.email
        drafts = Report.objects.filter(place=place, frozen=None)
        strike(drafts, WRITTEN, subject)
        Printing.objects.filter(report__in=drafts.values("pk")).delete()
        strike(Remark.objects.filter(report__place=place), ("text",), subject)
        strike(Signature.objects.filter(report__place=place), ("role",), subject)
        strike(Letterhead.objects.filter(place=place), ("name",), subject)
        Remark.objects.filter(report__place=place, by__email__iexact=mail).update(by=None)
        Signature.objects.filter(report__place=place, by__email__iexact=mail).delete()
        return strike_from_frozen_papers(subject, by=by)


def _remarks(subject: Subject) -> Sequence[Remark]:
    said = Remark.objects.filter(report__place=subject.place)
    found = [*said.filter(by__email__iexact=subject.email), *naming(said, ("text",), subject)]
    return list({each.pk: each for each in found}.values())


def _signatures(subject: Subject) -> Sequence[Signature]:
    mine = {"report__place": subject.place, "by__email__iexact": subject.email}
    return list(Signature.objects.filter(**mine).select_related("report"))


def _remark(remark: Remark) -> dict[str, str]:
    return {_("when"): moment(remark.at), _("text"): remark.text}


def _signature(signature: Signature) -> dict[str, str]:
    return {_("when"): moment(signature.at), _("title"): signature.report.title}
