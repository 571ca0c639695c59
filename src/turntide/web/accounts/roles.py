"""What a person may be in a place, from least to most."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Each may do all that the one before it may."""

    VIEWER = "viewer", _("Viewer")
    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    OWNER = "owner", _("Place owner")

    @property
    def rank(self) -> int:
        """How much this role may do: a greater number may do more."""
        return list(Role).index(self)
