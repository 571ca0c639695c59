"""What every template knows: where the person is, and the menu of that place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from turntide.web.accounts.here import Here
from turntide.web.config.menu import MenuItem, menu_of
from turntide.web.publishing.store.standing import several_publish


@dataclass(frozen=True, slots=True)
class HereShown:
    """A person in a place, as pages show it."""

    here: Here
    menu: tuple[MenuItem, ...]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.here, name)


def here(request: HttpRequest) -> dict[str, Any]:
    """The person's place and its menu, where the page belongs to a place."""
    found: Here | None = getattr(request, "here", None)
    return {"here": HereShown(found, menu_of(found, request.path)) if found else None}


def across(request: HttpRequest) -> dict[str, Any]:
    """Whether several places of this site publish: asked of the database by those pages alone that use it."""
    return {"several_publish": several_publish}
