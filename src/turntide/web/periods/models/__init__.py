"""What is kept of periods."""

from turntide.web.periods.models.frozen import ChangedRecordError, Frozen

__all__ = ["ChangedRecordError", "Frozen"]
