"""How the letters of a round are worded before a place writes its own."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

_Fields = dict[str, tuple[str | Promise, str | Promise]]

FIELDS: _Fields = {
    "name": (gettext_lazy("The person's name"), "Ray Okoro"),
    "place": (gettext_lazy("The place"), "Tarrow"),
    "round": (gettext_lazy("The round"), gettext_lazy("October to December 2026")),
    "period": (gettext_lazy("The period it asks for"), gettext_lazy("October to December 2026")),
    "due": (gettext_lazy("The day by which answers are wanted"), gettext_lazy("Friday 15 January 2027")),
    "actions": (
        gettext_lazy("The actions that are asked for, as a list"),
        gettext_lazy("* 1.2 Open the riverside path\n* 3.1 Train ten walk leaders"),
    ),
    "note": (
        gettext_lazy("What the officer added for everybody"),
        gettext_lazy("The board meets on 28 January and looks at this first."),
    ),
    "officer": (gettext_lazy("Who asks"), "Ash Marlow"),
    "link": (gettext_lazy("The person's own link"), "https://turntide.example/answer/…"),
}
REMINDER_FIELDS: _Fields = {
    "when": (gettext_lazy("When it is or was due"), gettext_lazy("is due on Friday 15 January 2027")),
}

REQUEST_SUBJECT = gettext_lazy("{{ place }}: your update for {{ round }}, by {{ due }}")
REQUEST = gettext_lazy(
    """Dear {{ name }},

{{ place }} asks you how things stand for {{ period }}. You answer for:

{{ actions }}

Please say how it goes by {{ due }}. It takes about a minute for an action, and what you said last time is there already. Your own page opens here; there is no account and no password:

{{ link }}

{{ note }}

If you would rather use Excel, fill in the enclosed sheet and put it on that page.

What you say goes to the officers of {{ place }}, who put it before the board. You see the words before anything of it is published. If something here is not for you, you can say so on the page or pass it on to a colleague.

{{ officer }}"""  # noqa: E501
)

REMINDER_SUBJECT = gettext_lazy("{{ place }}: your update for {{ round }} {{ when }}")
REMINDER = gettext_lazy(
    """Dear {{ name }},

Your update for {{ round }} {{ when }}. Still open:

{{ actions }}

If nothing has changed, one tap says so. Your own page opens here; there is no account and no password:

{{ link }}

If something here is not for you, you can say so there or pass it on to a colleague.

{{ officer }}"""
)

DIGEST_FIELDS: _Fields = {
    "name": (gettext_lazy("The officer's name"), "Ash Marlow"),
    "place": FIELDS["place"],
    "round": FIELDS["round"],
    "happened": (
        gettext_lazy("What happened since the last digest"),
        gettext_lazy("Answered:\n* Ray Okoro: 3 actions\n\nLetters that do not arrive:\n* Mina Farrow"),
    ),
    "left": (gettext_lazy("How much is still open"), gettext_lazy("12 of 40 actions are still open.")),
    "due": FIELDS["due"],
    "link": (gettext_lazy("The round's page"), "https://turntide.example/places/tarrow/rounds/…"),
}
DIGEST_SUBJECT = gettext_lazy("{{ round }}: what happened")
DIGEST = gettext_lazy(
    """Dear {{ name }},

This happened in the round {{ round }} of {{ place }}, which is due on {{ due }}.

{{ happened }}

{{ left }} The round's page:

{{ link }}"""
)
