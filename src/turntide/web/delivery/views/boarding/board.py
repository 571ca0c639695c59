"""A round as a board."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Requests, Round
from turntide.web.delivery.pages.boarding.board import BoardPage, Choices
from turntide.web.delivery.pages.boarding.filters import PERSON, Chosen
from turntide.web.delivery.pages.boarding.rows import Drawing, PersonRow, Row, person_row, row_of
from turntide.web.delivery.services.taking_back import can_be_taken_back
from turntide.web.delivery.store import board
from turntide.web.delivery.store.around_board import bodies_asked, plans_asked
from turntide.web.delivery.store.vocabularies import words_of_plans
from turntide.web.delivery.views.boarding.reaching import address, round_here
from turntide.web.design.showing import show
from turntide.web.plans.pages.addresses import addresses

A_PAGE = 50
_LONGEST = 200


@place_view(Role.VIEWER)
@require_safe
def one(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Who answered what, by action or by person; a draft shows whom it would ask."""
    round_ = round_here(request, id)
    if round_.opened_at is None:
        return redirect(address(request, "round_preview", round_.pk))
    return show(request, _page(request, round_, chosen_of(request)))


def chosen_of(request: PlaceRequest) -> Chosen:
    """What the address asks for; what there is not here is not found."""
    asked = request.GET
    group = _id(asked.get("group"))
    try:
        shown = board.Shown(asked["show"]) if asked.get("show") else None
    except ValueError as unknown:
        raise Http404 from unknown
    narrowing = board.Narrowing(
        shown=shown,
        plan=_id(asked.get("plan")),
        body=_id(asked.get("body")),
        group=get_object_or_404(request.here.place.groups, pk=group) if group else None,
        person=_id(asked.get("person")),
        words=asked.get("words", "").replace("\0", "").strip()[:_LONGEST],
    )
    return Chosen(narrowing, by_person=asked.get("by") == PERSON)


def _page(request: PlaceRequest, round_: Round, chosen: Chosen) -> BoardPage:
    today = timezone.localdate()
    requests = board.requests_of(round_, chosen.narrowing)
    counted = board.counted(requests, round_, today)
    shown = board.shown_of(requests, chosen.narrowing.shown, round_, today)
    paging = _paging(request, shown, counted, chosen)
    span = (max(paging.start_index() - 1, 0), paging.end_index())
    drawing = Drawing(
        round_,
        today,
        addresses("request", round_.place),
        lambda person: round_.get_absolute_url() + chosen.of_person(person).query,
    )
    return BoardPage(
        place=round_.place,
        round=round_,
        chosen=chosen,
        counted=counted,
        paging=paging,
        rows=() if chosen.by_person else _rows(shown, span, drawing),
        people=_people(shown, span, drawing) if chosen.by_person else (),
        choices=_choices(round_, chosen),
        today=today,
        may_edit=request.here.may_edit,
        may_take_back=request.here.may_edit and can_be_taken_back(round_, timezone.now()),
    )


def _rows(shown: Requests, span: tuple[int, int], drawing: Drawing) -> tuple[Row, ...]:
    found = board.rows_of(shown, *span)
    words = words_of_plans({each.action.plan_id for each in found})
    return tuple(row_of(each, drawing, words[each.action.plan_id]) for each in found)


def _people(shown: Requests, span: tuple[int, int], drawing: Drawing) -> tuple[PersonRow, ...]:
    place = drawing.round.place
    resend, absence = addresses("resend", place), addresses("note_absence", place)
    return tuple(person_row(each, drawing, resend, absence) for each in board.people_of(shown, *span))


def _paging(request: PlaceRequest, shown: Requests, counted: board.Counted, chosen: Chosen) -> Page[int]:
    """The page of the list that is asked for; how long it is was counted before, but for people of a part."""
    of = chosen.narrowing.shown
    if not chosen.by_person:
        length = counted.of[of] if of else counted.requests
    else:
        length = board.people_in(shown) if of else counted.people
    return Paginator(range(length), A_PAGE).get_page(request.GET.get("page"))


def _choices(round_: Round, chosen: Chosen) -> Choices:
    groups = round_.place.groups.standing().values_list("pk", "name")
    person = chosen.narrowing.person
    name = (
        round_.recipients.filter(pk=person).values_list("contact__name", flat=True).first() if person else ""
    )
    return Choices(plans_asked(round_), bodies_asked(round_), list(groups), name or "")


def _id(value: str | None) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError as wrong:
        raise Http404 from wrong
