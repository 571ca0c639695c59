"""Addresses of groups. ``OPEN`` belong to no place: a link opens them."""

from __future__ import annotations

from django.urls import URLPattern, path

from turntide.web.delivery.views.groups import describing, looking, remitting, seating

_ONE = "groups/<uuid:id>/"
_MEMBER = f"{_ONE}members/<uuid:contact>/"

IN_PLACE: list[URLPattern] = [
    path("groups/", looking.groups, name="groups"),
    path("groups/add/", describing.group_new, name="group_new"),
    path(_ONE, looking.group, name="group"),
    path(f"{_ONE}edit/", describing.group_edit, name="group_edit"),
    path(f"{_ONE}end/", describing.group_end, name="group_end"),
    path(f"{_ONE}back/", describing.group_back, name="group_back"),
    path(f"{_ONE}versions/<int:number>/undo/", describing.group_undo, name="group_undo"),
    path(f"{_ONE}members/add/", seating.group_member_add, name="group_member_add"),
    path(f"{_ONE}members/new/", seating.group_member_new, name="group_member_new"),
    path(f"{_MEMBER}away/", seating.group_member_away, name="group_member_away"),
    path(f"{_MEMBER}chair/", seating.group_chair, name="group_chair"),
    path(f"{_ONE}looks-after/", remitting.group_remit, name="group_remit"),
    path(f"{_ONE}looks-after/plans/<uuid:plan>/", remitting.group_remit_plan, name="group_remit_plan"),
    path(f"{_ONE}actions/", looking.group_actions, name="group_actions"),
]
OPEN: list[URLPattern] = []
