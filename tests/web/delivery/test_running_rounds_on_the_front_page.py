"""The front page of a place tells of the rounds that run."""

from __future__ import annotations

import re

from delivery_fixtures import Asked
from django.test import Client
from site_cast import Cast

from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, say_no_change
from turntide.web.delivery.services.opening import close_round


def front(client: Client) -> str:
    page = client.get("/places/tarrow/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_how_far_a_round_is_and_what_waits(asked: Asked, cast: Cast, as_editor: Client) -> None:
    before = front(as_editor)
    assert "0 of 4 answered, due " in before and "waits for you" not in before
    first = asked.requests(asked.ray)[0]
    say_no_change(request=first, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert "1 of 4 answered, due " in front(as_editor) and "1 answer waits for you" in front(as_editor)
    viewer = Client()
    viewer.force_login(cast.viewer)
    assert "1 of 4 answered, due " in front(viewer) and "waits for you" not in front(viewer)


def test_a_round_that_is_closed_is_not_told_of(asked: Asked, cast: Cast, as_editor: Client) -> None:
    close_round(round_=asked.round, by=cast.by)
    assert "Rounds that take answers" not in front(as_editor)
