"""What files that were brought in hold about a person (`accounts.holding`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.striking import naming, strike
from turntide.web.audit.by import By
from turntide.web.intake.models import Intake, Match, Mended

_READ = ("document", "reading", "offers")


class IntakesHold:
    """Files in which somebody is named, as they were laid out and read."""

    def names(self, place: Place, email: str) -> Collection[str]:
        """Files know no addresses of their own."""
        return ()

    def held(self, subject: Subject) -> Sequence[Held]:
        """The files that name them."""
        named = naming(Intake.objects.filter(place=subject.place), _READ, subject)
        return (Held(_("Named in files"), [{_("file"): str(each)} for each in named]),)

    def forget(self, subject: Subject, *, by: By) -> Sequence[str]:
        """The name goes from what was laid out and read; the file itself is for somebody to see to."""
        place = subject.place
        named = strike(Intake.objects.filter(place=place).select_related("original"), _READ, subject)
        strike(Mended.objects.filter(intake__place=place), ("mend",), subject)
        strike(Match.objects.filter(intake__place=place), ("words",), subject)
        words = _("The file “%(file)s” names the person; a file that was brought in is kept as it came.")
        return [words % {"file": each.original} for each in named]
