"""Two who send the same form in the same moment: one answer stands, the other is shown beside it, and none is lost."""

from __future__ import annotations

import threading

import pytest
from delivery_fixtures import Asked
from django.db import connection
from django.test import Client
from partner import one, opened_by, typed

from turntide.web.delivery.models import Request, Saying, Update


def send(clients: list[Client], request: Request) -> list[int]:
    """What each is answered; each on a connection of its own, begun together."""
    answers: list[int] = []
    ready = threading.Barrier(len(clients))

    def run(number: int, client: Client) -> None:
        sent = typed(request, saw="", lifecycle="planning", done=f"Words of {number}.")
        ready.wait()
        try:
            answers.append(client.post(one("one", request), sent).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(clients)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sorted(answers)


@pytest.mark.django_db(transaction=True)
def test_of_two_forms_at_once_one_stands_and_the_other_is_told(asked: Asked) -> None:
    first, recipient = asked.requests(asked.ray)[0], asked.of(asked.ray)
    assert send([opened_by(recipient), opened_by(recipient)], first) == [302, 409]
    assert Request.objects.get(pk=first.pk).state == Request.State.ANSWERED
    assert Update.objects.get(request=first).done in ("Words of 0.", "Words of 1.")
    assert Saying.objects.filter(update__request=first).count() == 1
