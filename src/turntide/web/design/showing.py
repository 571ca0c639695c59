"""From a page object to a response: the one way pages are shown."""

from __future__ import annotations

from typing import ClassVar, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class Page(Protocol):
    """What a page is: a frozen dataclass that holds all its template shows, and names that template.

    ``title`` heads the page and the browser's tab. A page with a ``form`` gets its error summary above.
    """

    template: ClassVar[str]

    @property
    def title(self) -> str: ...  # noqa: D102


def show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """The page as its template draws it. A form with errors answers 422, so that tools see the refusal."""
    form = getattr(page, "form", None)
    if form is not None and form.is_bound and form.errors:
        status = 422
    return render(request, page.template, {"page": page, "form": form}, status=status)
