"""`turntide person …`: looking after accounts from the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from turntide.commands.site.settled import DataFolder

if TYPE_CHECKING:
    from turntide.web.accounts.models import Person, Place
    from turntide.web.audit.by import By

person = typer.Typer(help="Look after accounts.", no_args_is_help=True, rich_markup_mode=None)
Made = TypeVar("Made")
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The person's address.", show_default=False)]
PlaceSlug = Annotated[
    str, typer.Option("--place", metavar="PLACE", help="The place, as in its address.", show_default=False)
]


EPILOG = """
\b
Examples:
  turntide person add ada@tarrow.example --place tarrow --role owner
  turntide person role bo@tarrow.example --place tarrow --role viewer
  turntide person password ada@tarrow.example
  turntide person held ada@tarrow.example --place tarrow
  turntide person forget ada@tarrow.example --place tarrow

A password is asked for in a terminal; from a pipe its first line is taken.
"""


class GivenRole(StrEnum):
    """What a person may be made; ``none`` takes a role away."""

    VIEWER = "viewer"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    OWNER = "owner"
    NONE = "none"


@person.command("add", epilog=EPILOG)
def add(
    email: Email,
    place: PlaceSlug,
    role: Annotated[GivenRole, typer.Option("--role", help="What they may do there.")] = GivenRole.EDITOR,
    name: Annotated[str, typer.Option("--name", help="Their name.")] = "",
    data: DataFolder = None,
) -> None:
    """Make an account and ask for its password."""
    from turntide.commands.site.settled import settle

    settle(data)
    from turntide.web.accounts.services.people import AlreadyKnownError, add_person

    where = _place(place)
    try:
        somebody = _with_password(
            lambda password: add_person(email=email, name=name, password=password, by=_by())
        )
    except AlreadyKnownError as known:
        _refuse(f"{known} Give a role with: turntide person role {email} --place {place} --role {role}")
    _give(somebody, where, role)


@person.command("password", epilog=EPILOG)
def password(email: Email, data: DataFolder = None) -> None:
    """Ask for a new password and set it."""
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.accounts.services.people import set_password

    somebody = _person(email)
    _with_password(lambda word: set_password(person=somebody, password=word, by=_by()))
    say(f"{somebody.email} has a new password.")


@person.command("role", epilog=EPILOG)
def role(
    email: Email,
    place: PlaceSlug,
    role: Annotated[GivenRole, typer.Option("--role", help="What they may do there.", show_default=False)],
    data: DataFolder = None,
) -> None:
    """Give a person a role in a place, or take it away."""
    from turntide.commands.site.settled import settle

    settle(data)
    _give(_person(email), _place(place), role)


@person.command("held", epilog=EPILOG)
def held(email: Email, place: PlaceSlug, data: DataFolder = None) -> None:
    """Print all that a place holds about a person, as JSON."""
    import json

    from turntide.commands.site.settled import settle

    settle(data)
    from turntide.web.accounts.services.personal import held_as_data, subject_of

    sys.stdout.write(json.dumps(held_as_data(subject_of(_place(place), email)), indent=1, ensure_ascii=False))
    sys.stdout.write("\n")


@person.command("forget", epilog=EPILOG)
def forget(email: Email, place: PlaceSlug, data: DataFolder = None) -> None:
    """Erase all that a place holds about a person, for good."""
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.accounts.services.personal import forget_person, subject_of
    from turntide.web.accounts.services.roles import LastOwnerError

    where = _place(place)
    try:
        by_hand = forget_person(subject=subject_of(where, email), by=_by())
    except LastOwnerError as last:
        _refuse(str(last))
    say(f"{where}: what was held about {email} was erased.")
    for sentence in by_hand:
        say(sentence)


def _give(somebody: Person, where: Place, given: GivenRole) -> None:
    from turntide.commands.speaking import say
    from turntide.web.accounts.roles import Role
    from turntide.web.accounts.services.roles import LastOwnerError, NotAMemberError, give_role, take_role

    try:
        if given is GivenRole.NONE:
            take_role(place=where, person=somebody, by=_by())
        else:
            give_role(place=where, person=somebody, role=Role(given.value), by=_by())
    except (LastOwnerError, NotAMemberError) as reason:
        _refuse(str(reason))
    now = "belongs to it no more" if given is GivenRole.NONE else f"is {given} there now"
    say(f"{where}: {somebody.email} {now}.")


def _with_password(make: Callable[[str], Made]) -> Made:
    from django.core.exceptions import ValidationError

    try:
        return make(_asked_password())
    except ValidationError as weak:
        _refuse(" ".join(weak.messages))


def _asked_password() -> str:
    """Asked for twice in a terminal; from a pipe, the first line."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\n")


def _person(email: str) -> Person:
    from turntide.web.accounts.services.people import find_person

    return find_person(email) or _refuse(f"Nobody has an account with the address {email}.")


def _place(slug: str) -> Place:
    from turntide.web.accounts.models import Place

    found = Place.objects.filter(slug=slug).first()
    return found or _refuse(f"There is no place {slug}; `turntide place list` names them.")


def _by() -> By:
    from turntide.web.audit.by import By

    return By.work("command line")


def _refuse(sentence: str) -> NoReturn:
    from turntide.commands.ending import NotWritten

    raise NotWritten(sentence)
