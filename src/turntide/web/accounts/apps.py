"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, places and their roles."""

    name = "turntide.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is held about people."""
        from turntide.web.accounts.held import AccountsHold
        from turntide.web.accounts.holding import tell

        tell("accounts", AccountsHold())
