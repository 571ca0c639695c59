"""The look as a Django app."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Names the app; it has no models."""

    name = "turntide.web.design"
    label = "design"
    verbose_name = "Look"
