"""The api app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """What programs may read and write."""

    name = "turntide.web.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is held of people, what is done every minute, and which acts are told to programs."""
        from turntide.web.accounts.holding import tell
        from turntide.web.api.held import ProgramsHold
        from turntide.web.api.services.clearing import clear_old
        from turntide.web.api.services.sending import send_due
        from turntide.web.api.services.telling import listen_for_events
        from turntide.web.mail.ticks import every_tick

        tell("api", ProgramsHold())
        listen_for_events()
        every_tick(send_due)
        every_tick(clear_old)
