"""The delivery app."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Partners answer for their part."""

    name = "turntide.web.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"
