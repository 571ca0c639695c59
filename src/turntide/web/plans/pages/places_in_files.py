"""Where a value stands in the original: in words, and as the address of its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from turntide.web.plans.store.origins import Origins


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an action's values can be seen. ``addresses`` are those of documents, by edition."""

    origins: Origins
    addresses: Mapping[UUID, str]
    action: UUID

    def whole(self, source: dict[str, Any] | None) -> str:
        """The address of the document with all of the action lit up; empty where it is not kept."""
        return self._address(source, "")

    def value(self, source: dict[str, Any] | None) -> str:
        """The same, with the one value that has this source lit up more than the rest."""
        spots = (source or {}).get("spots") or []
        return self._address(source, f"&spot={spot_name(spots[0])}") if spots else ""

    def _address(self, source: dict[str, Any] | None, more: str) -> str:
        edition = self.origins.edition_of(source)
        address = self.addresses.get(edition.pk, "") if edition else ""
        spots = (source or {}).get("spots") or []
        anchor = f"#at-{unit_name(spots[0])}" if spots else ""
        return f"{address}?action={self.action}{more}{anchor}" if address else ""


def unit_name(spot: dict[str, Any]) -> str:
    """The name of a spot's paragraph or cell: 'p12', 't2r4c1'."""
    if spot.get("paragraph"):
        return f"p{spot['paragraph']}"
    return "t{table}r{row}c{column}".format_map({"table": 0, "row": 0, "column": 0} | spot)


def spot_name(spot: dict[str, Any]) -> str:
    """The name of a spot: its paragraph or cell, and which of its characters: 't2r4c1s0-14'."""
    return f"{unit_name(spot)}s{spot.get('start', 0)}-{spot.get('end', 0)}"


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
