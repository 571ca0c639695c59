"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, places and their roles."""

    name = "turntide.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is held about people; what opens an account or a place stands in no log."""
        from turntide.web.accounts.held import AccountsHold
        from turntide.web.accounts.holding import tell
        from turntide.web.audit.unlogged import keep_unlogged

        keep_unlogged("invitations/|restore/|confirm-email/|reset/key/[0-9A-Za-z]+-", r"[-:\w]{16,}")
        tell("accounts", AccountsHold())
