"""The publishing app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """What anybody may see."""

    name = "turntide.web.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
