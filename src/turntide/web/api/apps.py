"""The api app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """What programs may read and write."""

    name = "turntide.web.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
