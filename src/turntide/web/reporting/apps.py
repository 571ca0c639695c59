"""The reporting app."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Papers that write themselves."""

    name = "turntide.web.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"
