"""The periods app."""

from django.apps import AppConfig


class PeriodsConfig(AppConfig):
    """A period as it stood, kept for good."""

    name = "turntide.web.periods"
    label = "periods"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whoever asks is told what frozen periods hold about people."""
        from turntide.web.accounts.holding import tell
        from turntide.web.periods.held import PeriodsHold

        tell("periods", PeriodsHold())
