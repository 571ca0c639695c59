"""Open data: the files, the page that lists them, the dictionary of their columns, and the catalogues."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from turntide.web.publishing.cookie_free import cookie_free
from turntide.web.publishing.pages.frame import Frame
from turntide.web.publishing.pages.giving import DataPage, DictionaryPage
from turntide.web.publishing.rules.giving import Given
from turntide.web.publishing.rules.giving_csv import as_csv
from turntide.web.publishing.rules.giving_documents import place_document, plan_document
from turntide.web.publishing.rules.giving_files import CSV, EXCEL, JSON, File, file_named
from turntide.web.publishing.rules.giving_json import in_pieces, written
from turntide.web.publishing.rules.metadata_catalogue import catalogue, catalogue_of_all
from turntide.web.publishing.services.keeping_files import kept_file
from turntide.web.publishing.store.giving import given_of
from turntide.web.publishing.store.giving_workbook import as_workbook
from turntide.web.publishing.store.published import Shown, all_current, current
from turntide.web.publishing.views.keeping import KEEP, keep_for_all, not_there, unchanged
from turntide.web.publishing.views.opening import Asked, public_page

JSON_LD = "application/ld+json"


@public_page()
def data(frame: Frame, asked: Asked) -> DataPage:
    """All data of a place, and how they may be used."""
    return DataPage(frame)


@public_page()
def dictionary(frame: Frame, asked: Asked) -> DictionaryPage:
    """What every table and column holds."""
    return DictionaryPage(frame)


@cookie_free
@require_safe
def place_data(request: HttpRequest, place: str, name: str) -> HttpResponseBase:
    """A file of all plans of a place."""
    return _file(request, place, "", name)


@cookie_free
@require_safe
def plan_data(request: HttpRequest, place: str, id: UUID, name: str) -> HttpResponseBase:
    """A file of one plan."""
    return _file(request, place, str(id), name)


@cookie_free
@require_safe
def place_catalogue(request: HttpRequest, place: str) -> HttpResponseBase:
    """The catalogue of a place's data."""
    shown = current(place)
    if shown is None:
        return not_there()
    return answered(request, shown, "catalogue", lambda: _json_ld(catalogue(given_of(shown))))


@cookie_free
@require_safe
def whole_catalogue(request: HttpRequest) -> HttpResponseBase:
    """The catalogues of all places of this site that publish."""
    address = settings.ADDRESS.origin + reverse("public_catalogue_of_all")
    places = [given_of(each) for each in all_current()]
    response = _json_ld(catalogue_of_all(places, address, _("Open data of the places on this site")))
    response["Cache-Control"] = KEEP
    return _open_to_programs(response)


def answered(
    request: HttpRequest, shown: Shown, form: str, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """A file that anybody may keep and any page may fetch, in the site's first language; 304 to whoever has it."""
    kept = unchanged(request, shown, form)
    if kept is not None:
        return _open_to_programs(kept)
    with translation.override(settings.LANGUAGE_CODE):
        response = make()
    keep_for_all(response, shown, form)
    return _open_to_programs(response)


def _file(request: HttpRequest, place: str, plan: str, name: str) -> HttpResponseBase:
    shown, file = current(place), file_named(plan, name)
    if shown is None or file is None or (plan and shown.index.plan(plan) is None):
        return not_there()
    return answered(request, shown, name, lambda: _sent(shown, plan, file, f"{place}-{name}"))


def _sent(shown: Shown, plan: str, file: File, name: str) -> HttpResponseBase:
    response: HttpResponseBase
    given = given_of(shown)
    if file.media_type == EXCEL:
        kept = kept_file(shown.publication, f"{plan or 'all'}.xlsx", lambda: as_workbook(given, plan))
        response = FileResponse(kept, content_type=EXCEL)
    elif file.media_type == CSV:
        response = StreamingHttpResponse(
            _csv(given, plan, file), content_type=f"{CSV}; charset=utf-8; header=present"
        )
    else:
        response = StreamingHttpResponse(_json(given, plan), content_type=JSON)
    if file.media_type != JSON:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _csv(given: Given, plan: str, file: File) -> Iterator[str]:
    assert file.table is not None
    columns = [each.name for each in file.table.columns]
    return as_csv(columns, file.table.rows(given, plan))


def _json(given: Given, plan: str) -> Iterator[str]:
    told = given.plan(plan)
    return in_pieces(written(plan_document(given, told) if told else place_document(given)))


def _json_ld(thing: object) -> HttpResponse:
    return HttpResponse(json.dumps(thing, ensure_ascii=False, indent=1), content_type=JSON_LD)


def _open_to_programs(response: HttpResponseBase) -> HttpResponseBase:
    """Pages of other sites may fetch open data: nothing in an answer depends on who asks."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
