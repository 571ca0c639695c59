"""Where publications name somebody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from turntide.web.accounts.holding import Subject
from turntide.web.periods.rules.writing import as_words
from turntide.web.publishing.models import Publication


def publications_naming(subject: Subject) -> Iterator[tuple[Publication, Any]]:
    """The publications of a place that name somebody, each with its record as JSON; one at a time."""
    for publication in Publication.objects.filter(place=subject.place).iterator(1):
        words = as_words(publication.record())
        beside = json.dumps(publication.about, ensure_ascii=False)
        if subject.is_named_in(words) or subject.is_named_in(beside):
            yield publication, json.loads(words)
