"""An app of the tests with kinds of letters, so that a worker in a process of its own can word one."""

from __future__ import annotations

from django.apps import AppConfig


class WorkerLetters(AppConfig):
    """Tells its kinds: one that is counted and one that is not."""

    name = "worker_letters"

    def ready(self) -> None:
        from turntide.web.mail.kinds import LetterKind, tell
        from turntide.web.mail.letters import Contents

        def asking(name: str, *, counts: bool) -> LetterKind:
            return LetterKind(
                name=name,
                label="Ask",
                purpose="Asks.",
                fields={"number": ("Its number", "1")},
                subject="Letter {{ number }}",
                body="This is letter {{ number }}.",
                compose=lambda message: Contents({"number": str(message.about["number"])}),
                counts=counts,
            )

        tell(asking("asking", counts=False), asking("counted", counts=True))
