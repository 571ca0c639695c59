"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, places and their roles."""

    name = "turntide.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
