"""The renderer that Django's setting FORM_RENDERER names."""

from __future__ import annotations

from pathlib import Path

import django.forms
from django.forms.renderers import BaseRenderer
from django.template.backends.base import BaseEngine
from django.template.backends.django import DjangoTemplates
from django.utils.functional import cached_property

from turntide.web.design.forms.bound import LookBoundField

_OURS = Path(__file__).parent.parent / "form_templates"
_DJANGOS = Path(django.forms.__file__).parent / "templates"


class LookRenderer(BaseRenderer):
    """Renders forms after the patterns of the design system; our templates stand before Django's."""

    bound_field_class = LookBoundField

    @cached_property
    def engine(self) -> BaseEngine:
        """The templates of forms, apart from those of pages."""
        folders = [_OURS, _DJANGOS]
        return DjangoTemplates({"APP_DIRS": True, "DIRS": folders, "NAME": "look", "OPTIONS": {}})

    def get_template(self, template_name: str) -> object:
        """A template by its name."""
        return self.engine.get_template(template_name)
