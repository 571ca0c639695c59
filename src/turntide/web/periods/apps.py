"""The periods app."""

from django.apps import AppConfig


class PeriodsConfig(AppConfig):
    """A period as it stood, kept for good."""

    name = "turntide.web.periods"
    label = "periods"
    default_auto_field = "django.db.models.BigAutoField"
