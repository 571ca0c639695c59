"""Addresses of plans, beneath a place."""

from django.urls import path

from turntide.web.plans.views import action, exports, originals, overview, place, search, table, tree

urlpatterns = [
    path("", place.front, name="place"),
    path("plans/", place.plans, name="plans"),
    path("plans/<uuid:id>/", overview.plan, name="plan"),
    path("plans/<uuid:id>/tree/", tree.plan_tree, name="plan_tree"),
    path("plans/<uuid:id>/print/", tree.plan_print, name="plan_print"),
    path("plans/<uuid:id>/table/", table.plan_table, name="plan_table"),
    path("plans/<uuid:id>/export/<slug:format>/", exports.plan_export, name="plan_export"),
    path("actions/", table.actions, name="actions"),
    path("actions/export/<slug:format>/", exports.actions_export, name="actions_export"),
    path("actions/<uuid:id>/", action.one, name="action"),
    path("originals/<uuid:id>/", originals.original, name="original"),
    path("search/", search.search, name="search"),
]
