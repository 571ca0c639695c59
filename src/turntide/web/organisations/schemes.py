"""The registers whose codes identify a body, after org-id.guide."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OTHER = "other"
SCHEMES: dict[str, str | Promise] = {
    "GB-COH": _("Companies House (GB-COH)"),
    "GB-CHC": _("Charity Commission, England and Wales (GB-CHC)"),
    "GB-SC": _("Scottish charities (GB-SC)"),
    "GB-NIC": _("Charities of Northern Ireland (GB-NIC)"),
    "GB-LAE": _("Local authorities, England (GB-LAE)"),
    "GB-LAS": _("Local authorities, Scotland (GB-LAS)"),
    "GB-PLA": _("Local authorities, Wales (GB-PLA)"),
    "GB-LANI": _("Local authorities, Northern Ireland (GB-LANI)"),
    "GB-NHS": _("NHS organisation code (GB-NHS)"),
    "GB-GOR": _("Government organisations (GB-GOR)"),
    "GB-EDU": _("Schools and colleges (GB-EDU)"),
    "GB-UKPRN": _("Learning providers (GB-UKPRN)"),
    OTHER: _("Another register"),
}
_FORMS: dict[str, tuple[str, str | Promise]] = {
    "GB-COH": (r"[A-Z0-9]{8}", _("A company number has 8 letters and figures, like 01234567.")),
    "GB-CHC": (r"\d{6,7}(-\d+)?", _("A charity number has 6 or 7 figures, like 1234567.")),
    "GB-SC": (r"SC\d{6}", _("A Scottish charity number is SC and 6 figures, like SC012345.")),
}


def tidy_code(scheme: str, code: str) -> str:
    """A code as its register writes it."""
    plain = "".join(code.split())
    return plain if scheme == OTHER else plain.upper().removeprefix(f"{scheme}-")


def wrong_with_code(scheme: str, code: str) -> str:
    """Why a code cannot be one of this register; empty where it can."""
    pattern, why = _FORMS.get(scheme, (r".+", ""))
    return "" if re.fullmatch(pattern, code) else str(why)
