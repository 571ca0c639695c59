"""A paper as PDF/UA-1: tagged, in its language, each table with its headings, nothing fetched from anywhere."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from turntide.web.reporting.printing.drawings import shapes
from turntide.web.reporting.printing.faults import PrintingUnavailableError
from turntide.web.reporting.printing.layout import Layout
from turntide.web.reporting.printing.looks import TONES
from turntide.web.reporting.printing.tagging import tagged_in_full
from turntide.web.reporting.printing.wording import printable
from turntide.web.reporting.rules.paper import Paper


def as_pdf(paper: Paper) -> bytes:
    """The paper as PDF, the same bytes for the same paper on the same machine.

    Raises PrintingUnavailableError where this machine has not what sets the type.
    """
    layout = Layout(paper)
    with translation.override(paper.language):
        shown = {"paper": paper, "tones": TONES, "shapes": shapes(layout.statuses)}
        page = printable(render_to_string("reporting/printed/paper.html", shown))
        names = _names(layout)
    finish = partial(tagged_in_full, names)
    return typeset(page, pdf_variant="pdf/ua-1", finisher=finish)


def typeset(page: str, **options: Any) -> bytes:
    """A page of HTML as PDF. Nothing is fetched but what the page holds itself. Raises PrintingUnavailableError."""
    press = _press()
    fetcher = press.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    with _undisturbed():
        body: bytes = press.HTML(string=page, url_fetcher=fetcher).write_pdf(**options)
    return body


@contextmanager
def _undisturbed() -> Iterator[None]:
    """The press makes very many things and drops few before it is done: to look for those takes a quarter longer."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _press() -> Any:
    try:
        import weasyprint
    except OSError as fault:
        raise PrintingUnavailableError(
            _(
                "This machine cannot print papers: install Pango (on Debian: apt-get install libpangoft2-1.0-0)."
            )
        ) from fault
    return weasyprint


def _names(layout: Layout) -> dict[str, str]:
    """What a link to each place is called, for those who hear the page."""
    called = {to: name for note in layout.paper.notes for name, to in note.actions}
    for number in layout.notes:
        called[f"note-{number}"] = _("Note %(number)s") % {"number": number}
        called[f"cited-{number}"] = _("Back to where note %(number)s stands") % {"number": number}
    return called
