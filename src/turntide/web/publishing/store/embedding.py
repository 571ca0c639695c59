"""Whether other sites may show a place's pages within their own."""

from __future__ import annotations

from turntide.web.publishing.models import PublicSite


def may_be_embedded(slug: str) -> bool:
    """Whether a place allows it, and shows itself at all."""
    return PublicSite.objects.filter(place__slug=slug, open=True, embeddable=True).exists()
