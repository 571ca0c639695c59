"""The intake app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Bringing plans in."""

    name = "turntide.web.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
