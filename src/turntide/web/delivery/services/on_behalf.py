"""An officer enters what somebody told them: by telephone, at a meeting, after the round was closed."""

from __future__ import annotations

from turntide.web.audit.by import By
from turntide.web.delivery.models import Request, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in


def answer_for(*, request: Request, said: Said, saw: int, by: By) -> Update:
    """Hand an update in for whoever was asked; it says who entered it.

    Raises UnfinishedError, AnsweredMeanwhileError, RefusedError, as `answering.hand_in` does.
    """
    author = Author(request.recipient.contact, by, Update.Via.OFFICER)
    return hand_in(request=request, said=said, saw=saw, author=author)
