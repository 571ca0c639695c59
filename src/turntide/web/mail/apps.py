"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Letters and their ways out."""

    name = "turntide.web.mail"
    label = "mail"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whether letters arrived is asked every minute; what is held of a person is told."""
        from turntide.web.accounts.holding import tell
        from turntide.web.audit.unlogged import keep_unlogged
        from turntide.web.mail.holding import LettersHeld
        from turntide.web.mail.ticks import every_tick
        from turntide.web.mail.work import look_for_returned

        keep_unlogged("letters/stop/", r"[-:\w]{16,}")
        tell("mail", LettersHeld())
        every_tick(look_for_returned)
