"""What is said of a file that claims to be ours and cannot be read back."""

from __future__ import annotations

from turntide.documents.refusals import Reason, Refusal


class ExchangeError(Refusal):
    """A file of the standard that cannot be read; ``str()`` is one sentence that names the place."""

    def __init__(self, sentence: str) -> None:
        super().__init__(Reason.DAMAGED, sentence)

    def __reduce__(self) -> tuple[type[ExchangeError], tuple[str]]:  # type: ignore[override]
        """Pickles as itself, so that it may cross between processes as other refusals do."""
        return (ExchangeError, (self.sentence,))
