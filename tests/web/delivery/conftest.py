"""A round that is open, for every test of delivery."""

import pytest
from delivery_fixtures import *  # noqa: F403
from delivery_fixtures import Asked
from officers_board import answered
from site_cast import Cast

from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, keep_draft
from turntide.web.delivery.services.approving import approve_update


@pytest.fixture
def busy(asked: Asked, cast: Cast) -> Asked:
    """Ray answered two of three, one of them approved; Mina began."""
    approve_update(update=answered(asked), by=cast.by)
    answered(asked, 1, Said(lifecycle="planning", confidence="green", done="Drew the map."))
    request = asked.requests(asked.mina)[0]
    keep_draft(request=request, said=Said(done="Half"), saw=NOTHING_SEEN, author=Author.from_link(asked.mina))
    return asked
