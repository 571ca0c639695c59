"""Where a person is: in a place, in a role. Every page of a place is reached through this door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.rules import Ruling, may
from turntide.web.audit.by import By


@dataclass(frozen=True, slots=True)
class Here:
    """A person in a place. ``place`` is the only way from a page to what is held."""

    place: Place
    person: Person
    role: Role

    @property
    def by(self) -> By:
        """The person, as the one who acts."""
        return By.person(self.person)

    def may(self, needs: Role) -> Ruling:
        """Whether the person may do what needs this role, and why not."""
        return may(self.role, needs)

    @property
    def may_contribute(self) -> bool:
        """Whether the person may comment."""
        return bool(self.may(Role.CONTRIBUTOR))

    @property
    def may_edit(self) -> bool:
        """Whether the person may change plans."""
        return bool(self.may(Role.EDITOR))

    @property
    def may_own(self) -> bool:
        """Whether the person may say who belongs to the place."""
        return bool(self.may(Role.OWNER))


class PlaceRequest(HttpRequest):
    """A request by a member of a place."""

    here: Here
    user: Person


class PlaceView(Protocol):
    """A view of a place, with the role it needs, which the matrix of routes and roles reads."""

    needs: Role

    def __call__(self, request: HttpRequest, place: str, **kwargs: Any) -> HttpResponse: ...  # noqa: D102


def place_view(needs: Role) -> Callable[[Callable[..., HttpResponse]], PlaceView]:
    """Open a view to the members of its place who have this role at least.

    Somebody who does not belong to the place gets the same answer as for a place that does not exist.
    """

    def wrap(view: Callable[..., HttpResponse]) -> PlaceView:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, place: str, **kwargs: Any) -> HttpResponse:
            here = _here(request, place)
            ruling = here.may(needs)
            cast(PlaceRequest, request).here = here
            if not ruling:
                return render(request, "design/refused.html", {"reason": ruling.reason}, status=403)
            return view(request, **kwargs)

        cast(Any, guarded).needs = needs
        return cast(PlaceView, guarded)

    return wrap


def _here(request: HttpRequest, slug: str) -> Here:
    person = cast(Person, request.user)
    membership = Membership.objects.select_related("place").filter(place__slug=slug, person=person).first()
    if membership is None:
        raise Http404
    return Here(membership.place, person, membership.as_role)
