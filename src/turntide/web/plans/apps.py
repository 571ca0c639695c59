"""The plans app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The plan store."""

    name = "turntide.web.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
