"""The plans app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The plan store."""

    name = "turntide.web.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the register of organisations who knows what bodies do, and whoever asks what is held about people."""
        from turntide.web.accounts.holding import tell
        from turntide.web.organisations.connections import connect
        from turntide.web.plans.connected import PlansOfBodies
        from turntide.web.plans.held import PlansHold

        connect(PlansOfBodies())
        tell("plans", PlansHold())
