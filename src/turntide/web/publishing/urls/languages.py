"""A language other than the first, as a part of an address: a page in Welsh has an address of its own."""

from __future__ import annotations

import re

from django.conf import settings
from django.urls import register_converter

OTHERS = tuple(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


class LanguageConverter:
    """One of the site's other languages."""

    regex = "|".join(map(re.escape, OTHERS)) or "(?!)"

    def to_python(self, value: str) -> str:
        """As it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands in the address."""
        return value


register_converter(LanguageConverter, "language")
