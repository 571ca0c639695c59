"""The operations of the API's own description, and things that are there for each to be asked of."""

from __future__ import annotations

import pytest
from delivery_fixtures import Asked
from site_cast import Cast

from turntide.web.api.views.beginning import description
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.on_behalf import answer_for
from turntide.web.publishing.models import Publication

OPERATIONS = [
    (method.upper(), path, told)
    for path, operations in description()["paths"].items()
    for method, told in operations.items()
]


@pytest.fixture
def values(asked: Asked, published: Publication, cast: Cast) -> dict[str, str]:
    """What stands in each address of the furnished place, by the fixed part before it."""
    requests = asked.requests(asked.ray)
    update = answer_for(request=requests[0], said=Said(no_change=True), saw=0, by=cast.by)
    record = published.record()
    return {
        "places/{place}/plans": record.plans[0].id,
        "places/{place}/actions": record.actions[0].id,
        "held/actions": str(requests[0].action_id),
        "held/updates": str(update.pk),
        "held/rounds": str(asked.round.pk),
        "held/requests": str(requests[1].pk),
    }


def before_id(path: str) -> str:
    """The fixed part before an id."""
    return path.removeprefix("/api/v1/").partition("/{id}")[0]


def address(path: str, values: dict[str, str]) -> str:
    """The path of something that is there. Raises KeyError for a kind of thing that is not furnished."""
    whole = path.replace("{id}", values[before_id(path)]) if "{id}" in path else path
    return whole.replace("{place}", "tarrow")
