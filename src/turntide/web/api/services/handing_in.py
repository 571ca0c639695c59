"""Programs hand in updates, by the same door as partners (delivery); an officer then approves them."""

from __future__ import annotations

from turntide.web.api.models import Token
from turntide.web.api.services.changing import by_program
from turntide.web.delivery.models import Request, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services import answering


def hand_in_update(*, token: Token, request: Request, said: Said, saw: int) -> Update:
    """Hand in what a program says for whoever was asked; ``said.no_change`` means that it stands as it stood.

    Raises UnfinishedError, AnsweredMeanwhileError, RefusedError.
    """
    author = answering.Author(request.recipient.contact, by_program(token), Update.Via.PROGRAM)
    if said.no_change:
        return answering.say_no_change(request=request, saw=saw, author=author)
    return answering.hand_in(request=request, said=said, saw=saw, author=author)
