"""What the public sees now: the latest publication of a place that is open, kept ready in this process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from threading import Lock
from uuid import UUID

from django.db.models import OuterRef, Subquery

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.finding import Index
from turntide.web.periods.rules.record import Record
from turntide.web.publishing.models import Publication
from turntide.web.publishing.rules.about import About, about_from_data
from turntide.web.publishing.rules.contents import Contents
from turntide.web.publishing.store.making import one_at_a_time
from turntide.web.publishing.store.standing import Mark, latest, mark_of
from turntide.web.stories.models import Story

MOST_ACTIONS = 60_000
"""How many actions, over all publications, are kept ready; the latest asked for is kept whatever its size."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the public sees of a place. ``etag`` changes with anything of it, ``modified`` is when it last did.

    ``publication`` comes without its body and ``about``: these are read, in ``record`` and ``about``.
    """

    place: Place
    publication: Publication
    record: Record
    about: About
    etag: str
    modified: datetime
    contents: Contents

    @property
    def index(self) -> Index:
        """Where things are in the record."""
        return self.contents.index


def current(slug: str) -> Shown | None:
    """What the public sees of a place; None where it is closed, was never published, or does not exist."""
    mark = mark_of(slug)
    if mark is None:
        return None
    known = _KNOWN.get(slug)
    if known is None or known.mark != mark:
        found = (
            latest()
            .filter(place__slug=slug)
            .select_related("place__public_site")
            .defer("body", "about")
            .first()
        )
        if found is None:
            return None
        known = _known(mark, found, _stories_now([_kept_ready(found, frozenset()).record]))
        _remember(slug, known)
    return _shown(known)


def all_current() -> tuple[Shown, ...]:
    """What the public sees of each place that is open, by the places' names."""
    found = shown_publications()
    stories = _stories_now(_kept_ready(each, frozenset()).record for each in found)
    return tuple(_shown(_known((), each, stories)) for each in found)


def shown_publications() -> tuple[Publication, ...]:
    """The publication that the public sees of each place that is open, without its body, by the places' names."""
    newest = Publication.objects.standing().filter(place=OuterRef("place")).values("pk")[:1]
    every = latest().filter(pk=Subquery(newest)).order_by("place__name", "place__slug")
    return tuple(every.select_related("place__public_site").defer("body", "about"))


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found out about a place's publication when the mark was as it is: ``gone`` are stories told no more."""

    mark: Mark
    publication: Publication
    gone: frozenset[str]
    modified: datetime


_KNOWN: OrderedDict[str, _Known] = OrderedDict()
_MOST_KNOWN = 1_000


def _known(mark: Mark, publication: Publication, now: Mapping[str, StoryNow]) -> _Known:
    ids = [each.id for each in _kept_ready(publication, frozenset()).record.stories]
    moments = [publication.at, publication.place.public_site.changed_at]
    moments += [publication.struck_at] if publication.struck_at else []
    moments += [now[id_].changed_at for id_ in ids if id_ in now]
    gone = frozenset(id_ for id_ in ids if id_ not in now or not now[id_].may_be_told)
    return _Known(mark, publication, gone, max(moments))


def _remember(slug: str, known: _Known) -> None:
    with _LOCK:
        _KNOWN[slug] = known
        while len(_KNOWN) > _MOST_KNOWN:
            _KNOWN.popitem(last=False)


def _shown(known: _Known) -> Shown:
    publication, contents = known.publication, _kept_ready(known.publication, known.gone)
    site = publication.place.public_site
    return Shown(
        publication.place,
        publication,
        contents.record,
        contents.about,
        # Pages say when they were published, so the same contents published again make another; and one page tells
        # whether other sites may show them.
        _etag(f"{publication.pk} {publication.fingerprint} {site.embeddable}", known.gone),
        known.modified,
        contents,
    )


def _kept_ready(publication: Publication, gone: frozenset[str]) -> Contents:
    """A publication as it was kept but for stories that are told no more, read once.

    Striking out a forgotten name gives it another fingerprint.
    """
    key = (publication.pk, publication.fingerprint, gone)
    with one_at_a_time(key):
        with _LOCK:
            kept = _READY.get(key)
            if kept is not None:
                _READY.move_to_end(key)
                return kept
        # Read outside the lock of all: whoever asks for another place need not wait.
        kept = _read(publication.pk, gone)
        with _LOCK:
            _READY[key] = kept
            _make_room()
        return kept


def _read(id_: UUID, gone: Collection[str]) -> Contents:
    publication = Publication.objects.get(pk=id_)
    record = _without_stories(publication.record(), gone)
    return Contents(record, about_from_data(publication.about))


_READY: OrderedDict[tuple[UUID, str, frozenset[str]], Contents] = OrderedDict()
_LOCK = Lock()


def _make_room() -> None:
    while len(_READY) > 1 and sum(len(each.record.actions) for each in _READY.values()) > MOST_ACTIONS:
        _READY.popitem(last=False)


@dataclass(frozen=True, slots=True)
class StoryNow:
    """What became of a published story: whoever is in one may stop it at any moment."""

    may_be_told: bool
    changed_at: datetime


def _stories_now(records: Iterable[Record]) -> Mapping[str, StoryNow]:
    """The published stories that there still are, by id."""
    ids = [story.id for record in records for story in record.stories]
    tellable = set(Story.objects.tellable().filter(pk__in=ids).values_list("pk", flat=True))
    found = Story.objects.filter(pk__in=ids).values_list("pk", "changed_at")
    return {str(pk): StoryNow(pk in tellable, changed_at) for pk, changed_at in found}


def _without_stories(record: Record, gone: Collection[str]) -> Record:
    if not gone:
        return record
    return replace(record, stories=tuple(each for each in record.stories if each.id not in gone))


def _etag(fingerprint: str, gone: Collection[str]) -> str:
    return sha256("\n".join([fingerprint, *sorted(gone)]).encode()).hexdigest()[:32]


def last_contents(place: Place) -> Contents | None:
    """What was last published of a place and not taken back, whether the page is open or not."""
    last = place.publications.standing().defer("body", "about").first()
    return _kept_ready(last, frozenset()) if last else None
