"""The stories app."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """What changed for people."""

    name = "turntide.web.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
