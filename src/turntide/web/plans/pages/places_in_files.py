"""Where a value stands in the original, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


def place_in_file(source: dict[str, Any] | None) -> str:
    """ "page 3, table 2, row 4, column 2"; a value in several places is found from the first."""
    spots = (source or {}).get("spots") or []
    if not spots:
        return ""
    first = _spot(spots[0])
    return _("%(place)s, and on from there") % {"place": first} if len(spots) > 1 else first


def _spot(spot: dict[str, Any]) -> str:
    parts = [_("sheet %s") % spot["sheet"]] if spot.get("sheet") else []
    parts += [_("page %s") % spot["page"]] if spot.get("page") else []
    if spot.get("table"):
        parts += [_("table %s") % spot["table"]] if not spot.get("sheet") else []
        parts += [_("row %s") % spot["row"]] if spot.get("row") else []
        parts += [_("column %s") % spot["column"]] if spot.get("column") else []
    elif spot.get("paragraph"):
        parts += [_("paragraph %s") % spot["paragraph"]]
    return ", ".join(parts)
