"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Letters and their ways out."""

    name = "turntide.web.mail"
    label = "mail"
    default_auto_field = "django.db.models.BigAutoField"
