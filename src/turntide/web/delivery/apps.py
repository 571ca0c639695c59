"""The delivery app."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Partners answer for their part."""

    name = "turntide.web.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell those beneath who knows how actions are delivered and what is held of people, and when it is let go."""
        from turntide.web.accounts.holding import tell
        from turntide.web.audit.unlogged import keep_unlogged
        from turntide.web.delivery import connected, connecting_rounds
        from turntide.web.delivery.held import DeliveryHolds
        from turntide.web.delivery.models import Link
        from turntide.web.delivery.services.forgetting import let_go
        from turntide.web.delivery.services.publishing_words import settle_due_words
        from turntide.web.mail.ticks import every_tick

        keep_unlogged("|".join(f"{purpose}/" for purpose in Link.Purpose.values))
        connected.connect()
        connected.tell_letters()
        connecting_rounds.connect()
        tell("delivery", DeliveryHolds())
        every_tick(settle_due_words)
        every_tick(let_go)
