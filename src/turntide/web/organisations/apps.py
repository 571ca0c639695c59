"""The organisations app."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Bodies, teams and the people who stand for them."""

    name = "turntide.web.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is held about people."""
        from turntide.web.accounts.holding import tell
        from turntide.web.organisations.held import RegisterHolds

        tell("organisations", RegisterHolds())
