"""Sheets that come back, on one of two ways: taken and kept, looked at, handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Person, Place
from turntide.web.audit.by import By
from turntide.web.delivery.forms.sheets import ChoosingForm, SendForm
from turntide.web.delivery.pages.sheets.preview import PreviewPage, SheetShown, sheet_shown
from turntide.web.delivery.pages.sheets.sending import SendPage
from turntide.web.delivery.pages.sheets.ways import Way
from turntide.web.delivery.rules.sheets import SheetRefusedError
from turntide.web.delivery.rules.sheets_back import Preview
from turntide.web.delivery.services import sheets
from turntide.web.delivery.services.answering import Author
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.files.models import Original
from turntide.web.files.services import body_of


@dataclass(frozen=True, slots=True)
class Coming:
    """Sheets that come back on one of the two ways: whose they may be, who sends them, how they are read."""

    way: Way
    place: Place
    whose: UUID
    person: Person | None
    by: By
    read: Callable[[bytes], Preview]
    author: Callable[[Preview], Author]

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Show the form, take files, show what was read, or hand it in."""
        ticket = request.POST.get("file") or request.GET.get("file") or ""
        if ticket:
            originals = sheets.originals_by(ticket, self.whose, self.place)
            return self._look(request, ticket, originals) if originals else redirect(self.way.here)
        if request.method == "POST":
            return self._take(request)
        return show(request, SendPage(self.way, SendForm(several=self.way.by_officer)))

    def _take(self, request: HttpRequest) -> HttpResponse:
        form = SendForm(request.POST, request.FILES, several=self.way.by_officer)
        if not form.is_valid():
            return show(request, SendPage(self.way, form))
        kept = sheets.keep_sheets(place=self.place, files=form.arriving, person=self.person, by=self.by)
        found = [self._read(original) for original in kept]
        if len(found) == 1 and isinstance(found[0], str):
            form.add_error("sheets", found[0])
            return show(request, SendPage(self.way, form))
        return redirect(self._address(sheets.ticket_for(kept, self.whose)))

    def _look(self, request: HttpRequest, ticket: str, originals: Sequence[Original]) -> HttpResponse:
        found = [self._read(original) for original in originals]
        previews = [each if isinstance(each, Preview) else None for each in found]
        if request.method == "POST":
            form = ChoosingForm(request.POST, ticket=ticket, previews=previews)
            if form.is_valid():
                return self._hand_in(request, ticket, originals, form, previews)
        form = ChoosingForm(ticket=ticket, previews=previews)
        shown = (
            SheetShown(original.name, refused=each)
            if isinstance(each, str)
            else sheet_shown(at, original.name, each, form)
            for at, (original, each) in enumerate(zip(originals, found, strict=True))
        )
        return show(request, PreviewPage(self.way, form, tuple(shown)))

    def _hand_in(
        self,
        request: HttpRequest,
        ticket: str,
        originals: Sequence[Original],
        form: ChoosingForm,
        previews: Sequence[Preview | None],
    ) -> HttpResponse:
        count = 0
        for at, (original, preview) in enumerate(zip(originals, previews, strict=True)):
            if preview is not None:
                count += sheets.hand_in_sheet(
                    original=original,
                    preview=preview,
                    chosen=form.chosen(at),
                    author=self.author(preview),
                )
        done(request, _told(count))
        return redirect(self._address(ticket))

    def _read(self, original: Original) -> Preview | str:
        """What a file says, or why it is refused."""
        try:
            return self.read(body_of(original))
        except SheetRefusedError as why:
            return str(why)

    def _address(self, ticket: str) -> str:
        return f"{self.way.here}?{urlencode({'file': ticket})}"


def _told(count: int) -> str:
    if not count:
        return _("Nothing more was handed in: what you chose stands already.")
    words = ngettext("%(count)s update was handed in.", "%(count)s updates were handed in.", count)
    return words % {"count": count}
